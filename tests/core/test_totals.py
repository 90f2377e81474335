"""Which cells stand behind each total of a table, across and down."""

from __future__ import annotations

import pytest

from generator.core.figures import Part, Table
from generator.core.totals import Total, totals_of
from tests.reading.corpus import below, load


def read(*rows: str, facets: str = "cost, £; line 1") -> Table:
    """A table of these rows, the first being its heading."""
    heading, *cells = (f"| {row} |\n" for row in rows)
    rule = "|---" * (rows[0].count("|") + 1) + "|\n"
    text = f"## Financial case\n\n### T {{#t}}\n{facets}\n\n{heading}{rule}{''.join(cells)}"
    (table,) = load(below(text)).case.tables
    return table


def short(total: Total) -> tuple[str, list[str]]:
    """A total and its parts, without the name of the table."""
    names = (total.published.name, *(item.name for item in total.items))
    first, *parts = (name.removeprefix("t.") for name in names)
    return first, parts


def down(*rows: str) -> list[tuple[str, list[str]]]:
    return [short(total) for total in totals_of(read(*rows), by_row=False, by_column=True)]


def test_a_total_adds_all_items_above_it_and_a_subtotal_those_since_the_one_before() -> None:
    assert down("x | A", "p | £1", "q | £2", "Subtotal | £3", "r | £4", "Total | £7") == [
        ("subtotal.a", ["p.a", "q.a"]),
        ("total.a", ["p.a", "q.a", "r.a"]),
    ]


def test_a_total_right_below_two_subtotals_is_the_total_of_them_too() -> None:
    rows = ("x | A", "p | £1", "Subtotal p | £1", "q | £2", "Subtotal q | £2", "Total | £3")
    assert down(*rows)[-2:] == [
        ("total.a", ["p.a", "q.a"]),
        ("total.a", ["subtotal-p.a", "subtotal-q.a"]),
    ]
    lines = [total.line for total in totals_of(read(*rows), by_row=False, by_column=True)]
    assert [line.of_subtotals for line in lines] == [False, False, False, True]
    assert [line.part for line in lines] == [*[Part.SUBTOTAL] * 2, *[Part.TOTAL] * 2]


@pytest.mark.parametrize(
    "rows",
    [
        ("x | A", "p | £1", "Subtotal p | £1", "q | £2", "Total | £3"),
        ("x | A", "p | £1", "Subtotal p | £1", "q | £2", "Subtotal q | £2", "r | £1", "Total | £4"),
    ],
    ids=["one subtotal", "items behind the last one"],
)
def test_a_total_that_subtotals_do_not_make_up_alone_is_no_total_of_them(
    rows: tuple[str, ...],
) -> None:
    lines = [total.line for total in totals_of(read(*rows), by_row=False, by_column=True)]
    assert not any(line.of_subtotals for line in lines)


def test_a_total_that_is_printed_first_adds_all_that_follow() -> None:
    assert down("x | A", "Total | £3", "p | £1", "q | £2") == [("total.a", ["p.a", "q.a"])]


def test_rows_add_up_across_and_columns_down_and_each_total_says_which() -> None:
    table = read("x | A | Total", "p | £1 | £1", "Total | £1 | £1")
    across = list(totals_of(table, by_row=True, by_column=False))
    assert [short(total)[0] for total in across] == ["p.total", "total.total"]
    assert all(total.line.across for total in across)
    both = totals_of(table, by_row=True, by_column=True)
    assert [total.line.across for total in both] == [True, True, False, False]


def test_what_counts_something_else_is_no_part() -> None:
    rows = ("x | unit | A", "p | £ | £1", "days | days | 3", "Total | £ | £1")
    assert down(*rows) == [("total.a", ["p.a"])]


def test_ends_of_a_range_are_no_parts() -> None:
    table = read("x | Lower | Upper | Average | Total", "p | £1 | £3 | £2 | £2")
    assert [short(t) for t in totals_of(table, by_row=True, by_column=False)] == [("p.total", [])]


def test_a_part_that_is_not_known_is_a_part() -> None:
    assert down("x | A", "p | TBC", "q | withheld", "Total | £3") == [("total.a", ["p.a", "q.a"])]
