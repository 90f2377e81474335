"""What holds of every table, whatever its figures: no false alarm, no slip missed, no order.

Tables are made here from exact figures and printed as councils print them: in pounds, pence,
thousands or millions, with minus signs or brackets, rounded to their last digit, with cells
withheld. Which sums each figure takes part in is known from the making, not from the audit.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audit.findings import Level
from tests.audit.cases import audited, case_text, figures, relations, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from generator.audit.audit import Audit

Grid = list[list[Decimal]]
SUMS = ("row-total", "column-total", "subtotal", "total-of-totals")


@dataclass(frozen=True)
class Style:
    """How figures are printed.

    Attributes:
        facets: what the table says of them.
        digits: a number of last digits as text.
        most: the largest figure in last digits; nobody prints a billion in thousands, and
            where somebody does there is a check for it.
    """

    facets: str
    digits: Callable[[int], str]
    most: int = 10**9

    def grids(self, *, least: int = 1) -> st.SearchStrategy[Grid]:
        """Grids of figures in quarters of the last digit."""
        wide = st.integers(-4 * self.most, 4 * self.most)
        return _grids(wide | st.integers(-20, 20), least)


STYLES = (
    Style("cost, £; lines 1 to 9", lambda n: f"£{n:,}"),
    Style("cost, £; lines 1 to 9", lambda n: f"£{n // 100:,}.{n % 100:02}"),
    Style("cost, £; lines 1 to 9", lambda n: f"£{n:,}k", 40_000),
    Style("cost, £k; lines 1 to 9", lambda n: f"{n:,}", 40_000),
    Style("cost, £; lines 1 to 9", lambda n: f"£{n // 10:,}.{n % 10}m", 40_000),
    Style("cost, £m; lines 1 to 9", lambda n: f"{n // 100:,}.{n % 100:02}", 40_000),
    Style("count, people; lines 1 to 9", lambda n: f"{n:,}"),
    Style("count, people; lines 1 to 9", lambda n: f"{n}"),
)
SIGNS: tuple[Callable[[str], str], ...] = (
    lambda text: f"-{text}",
    lambda text: f"- {text}",
    lambda text: f"\N{MINUS SIGN}{text}",
    lambda text: f"({text})",
)


def printed(value: Decimal, style: Style, sign: Callable[[str], str]) -> str:
    """A figure, in last digits and parts of one, rounded to its last digit."""
    whole = int(value.to_integral_value(ROUND_HALF_EVEN))
    return sign(style.digits(-whole)) if whole < 0 else style.digits(whole)


@dataclass(frozen=True)
class Made:
    """A table that adds up: its rows and columns by name, with totals, before it is printed.

    Attributes:
        parts: for each total and the way that it adds up, the cells that make it up.
    """

    rows: list[str]
    columns: list[str]
    cells: dict[tuple[str, str], Decimal]
    parts: list[tuple[str, tuple[str, str], list[tuple[str, str]]]]

    def text(self, style: Style, sign: Callable[[str], str], withheld: set[tuple[str, str]]) -> str:
        lines = [" | ".join(["Item", *self.columns])]
        for row in self.rows:
            cells = [
                "withheld" if (row, c) in withheld else printed(self.cells[row, c], style, sign)
                for c in self.columns
            ]
            lines.append(" | ".join([row, *cells]))
        adds_up = relations("`costs` adds up by row and by column")
        return case_text(table(*lines, facets=style.facets) + adds_up)


def made(grid: Grid, *, groups: bool = False) -> Made:
    """A table of these items with totals across and down, and subtotals of two groups of rows."""
    items = [f"Item {chr(ord('a') + n)}" for n in range(len(grid))]
    columns = [f"Place {chr(ord('a') + n)}" for n in range(len(grid[0]))]
    cells = {(r, c): grid[i][j] for i, r in enumerate(items) for j, c in enumerate(columns)}
    halves = [items[: len(items) // 2], items[len(items) // 2 :]]
    rows, subtotals = list(items), list[str]()
    if groups and all(halves):
        subtotals = ["Subtotal one", "Subtotal two"]
        rows = [*halves[0], subtotals[0], *halves[1], subtotals[1]]
    parts: list[tuple[str, tuple[str, str], list[tuple[str, str]]]] = []
    for c in columns:
        for name, half in zip(subtotals, halves, strict=False):
            parts.append(("subtotal", (name, c), [(r, c) for r in half]))
        parts.append(("column-total", ("Total", c), [(r, c) for r in items]))
        if subtotals:
            parts.append(("total-of-totals", ("Total", c), [(s, c) for s in subtotals]))
    for _, total, added in list(parts):
        cells[total] = sum((cells[place] for place in added), Decimal(0))
    rows.append("Total")
    for r in rows:
        across = [(r, c) for c in columns]
        cells[r, "Total"] = sum((cells[place] for place in across), Decimal(0))
        parts.append(("row-total", (r, "Total"), across))
    for name, half in zip(subtotals, halves, strict=False):
        parts.append(("subtotal", (name, "Total"), [(r, "Total") for r in half]))
    parts.append(("column-total", ("Total", "Total"), [(r, "Total") for r in items]))
    if subtotals:
        parts.append(("total-of-totals", ("Total", "Total"), [(s, "Total") for s in subtotals]))
    return Made(rows=rows, columns=[*columns, "Total"], cells=cells, parts=parts)


def _grids(values: st.SearchStrategy[int], least: int) -> st.SearchStrategy[Grid]:
    def grid(size: tuple[int, int]) -> st.SearchStrategy[list[list[int]]]:
        row = st.lists(values, min_size=size[1], max_size=size[1])
        return st.lists(row, min_size=size[0], max_size=size[0])

    sizes = st.tuples(st.integers(least, 4), st.integers(least, 4))
    return sizes.flatmap(grid).map(lambda rows: [[Decimal(v) / 4 for v in r] for r in rows])


styles, signs = st.sampled_from(STYLES), st.sampled_from(SIGNS)


def name_of(place: tuple[str, str]) -> str:
    row, column = (part.lower().replace(" ", "-") for part in place)
    return f"costs.{row}.{column}"


def above_note(audit: Audit) -> list[tuple[str, str]]:
    """Code and published figure of each finding that is no note."""
    return [
        (finding.code, finding.where[0].figure.name)
        for finding in audit.findings
        if finding.level is not Level.NOTE
    ]


@given(st.booleans(), styles, signs, st.data())
def test_a_table_that_is_made_to_add_up_gives_nothing_above_a_note(
    groups: bool, style: Style, sign: Callable[[str], str], data: st.DataObject
) -> None:
    whole = made(data.draw(style.grids()), groups=groups)
    # What is withheld is no less than nothing; that is what the audit takes for granted too.
    items = [p for p, v in whole.cells.items() if v >= 0 and "otal" not in "".join(p)]
    withheld = data.draw(st.sets(st.sampled_from(items), max_size=3) if items else st.just(set()))
    assert above_note(audited(whole.text(style, sign, withheld))) == []


@given(st.booleans(), styles, st.data())
def test_changing_one_figure_by_more_than_its_rounding_finds_the_sums_that_it_takes_part_in(
    groups: bool, style: Style, data: st.DataObject
) -> None:
    whole = made(data.draw(style.grids()), groups=groups)
    place = data.draw(st.sampled_from(list(whole.cells)))
    slip = data.draw(st.integers(len(whole.rows) + len(whole.columns), style.most))
    whole.cells[place] += data.draw(st.sampled_from((slip, -slip)))
    concerned = Counter(
        (code, name_of(total))
        for code, total, parts in whole.parts
        if place == total or place in parts
    )
    result = audited(whole.text(style, SIGNS[0], set()))
    assert Counter(each for each in above_note(result) if each[0] in SUMS) == concerned


def said(audit: Audit) -> set[tuple[object, ...]]:
    """What the findings say, without the order in which they and their parts stand."""
    return {
        (
            *(f.code, f.level, f.title, f.cases, f.published, f.recomputed, f.difference),
            frozenset(where.figure.name for where in f.where),
        )
        for f in audit.findings
    }


def shuffled(whole: Made, random: Random) -> Made:
    """The same table with its items and places in another order."""
    items, places = whole.rows[:-1], whole.columns[:-1]
    rows, columns = random.sample(items, len(items)), random.sample(places, len(places))
    return Made(
        rows=[*rows, "Total"], columns=[*columns, "Total"], cells=whole.cells, parts=whole.parts
    )


@given(styles, st.data(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_makes_no_difference(
    style: Style, data: st.DataObject, random: Random
) -> None:
    whole = made(data.draw(style.grids(least=2)))
    place = data.draw(st.sampled_from(list(whole.cells)))
    whole.cells[place] += data.draw(st.integers(-style.most, style.most))
    other = shuffled(whole, random)
    one = audited(whole.text(style, SIGNS[0], set()))
    assert said(one) == said(audited(other.text(style, SIGNS[0], set())))


def linked(amounts: Sequence[int], names: Sequence[str]) -> dict[str, str]:
    """Cases that are parts of one another, each with a figure and a relation to the next one's."""
    cases = {}
    for n, (name, amount) in enumerate(zip(names, amounts, strict=True)):
        after = f"anytown/2020-21/{names[(n + 1) % len(names)]}"
        body = figures(f"a | the saving | saving | £{amount} | 2020/21 | in year | {n + 1}")
        same = relations(f"`a` same as `{after}#a` (stated, line {n + 1})")
        fields = (
            f"headline: {{amount: £{amount}, measure: saving, period: 2020/21, line: 1}}\n"
            f"links: [{{kind: part of, case: {after}}}]\n"
        )
        cases[f"anytown/2020-21/{name}"] = case_text(body + same, fields)
    return cases


@given(
    st.lists(st.integers(1, 10**6), min_size=2, max_size=4),
    st.randoms(use_true_random=False),
)
@settings(max_examples=40)
def test_the_order_of_cases_makes_no_difference(amounts: list[int], random: Random) -> None:
    names = ["library", "park", "school", "theatre"][: len(amounts)]
    cases = linked(amounts, names)
    order = random.sample(list(cases), len(cases))
    for path in cases:
        others = {other: cases[other] for other in cases if other != path}
        again = {other: cases[other] for other in order if other != path}
        assert said(audited(cases[path], others, path=path)) == said(
            audited(cases[path], again, path=path)
        )


def pairs(audit: Audit) -> Iterator[tuple[str, str]]:
    yield from ((finding.code, finding.title) for finding in audit.findings)


@given(st.lists(st.integers(1, 10**6), min_size=3, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_relations_and_figures_makes_no_difference(
    values: list[int], random: Random
) -> None:
    ids = "abcdef"[: len(values)]
    rows = [
        f"{id_} | figure {id_} | saving | £{value} | 2020/21 | in year | 1"
        for id_, value in zip(ids, values, strict=True)
    ]
    lines = [f"`a` = {' + '.join(f'`{id_}`' for id_ in ids[1:])}", "`b` = 50% of `c`"]
    one = audited(case_text(figures(*rows) + relations(*lines)))
    again = figures(*random.sample(rows, len(rows))) + relations(*lines[::-1])
    assert Counter(pairs(one)) == Counter(pairs(audited(case_text(again))))
