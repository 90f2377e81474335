"""The arithmetic of relations: what is published, what its parts come to, and what is left out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.evaluate import evaluate
from generator.core.figures import Part
from generator.core.problems import Fault
from generator.core.relations import Relation, parse_relation
from generator.core.sums import Operation, Sum
from tests.reading.corpus import ROOT, below, load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from generator.core.case import Case


def table(id_: str, rows: Sequence[str], facets: str = "cost, £; line 1") -> str:
    """A table of these rows, the first being its heading."""
    heading, *cells = (f"| {row} |\n" for row in rows)
    rule = "|---" * (rows[0].count("|") + 1) + "|\n"
    return f"### T {{#{id_}}}\n{facets}\n\n{heading}{rule}{''.join(cells)}\n"


def figures(**amounts: str) -> str:
    """Figures in the text with these ids and amounts."""
    heading = "id | what | measure | amount | period | basis | line"
    rows = (
        f"{id_} | x | cost | {amount} | not stated | one-off | 1" for id_, amount in amounts.items()
    )
    return table("figures", [heading, *rows], "")


def case_of(*parts: str) -> Case:
    return load(below("## Financial case\n\n" + "".join(parts))).case


def asked(case: Case, text: str) -> tuple[Sum, ...] | Fault:
    relation = parse_relation(text)
    assert isinstance(relation, Relation), relation
    return evaluate(case, relation)


def sums(case: Case, text: str) -> tuple[Sum, ...]:
    found = asked(case, text)
    assert not isinstance(found, Fault), found
    return found


def differences(case: Case, text: str) -> dict[str, Decimal | None]:
    """By the name of each published value, how much more it is than its parts."""
    return {item.published.name: item.difference for item in sums(case, text)}


def left_out(item: Sum) -> list[str]:
    """The names of the parts whose number is not known."""
    return [part.name for part in item.left_out]


# Sums of figures.


@pytest.mark.parametrize(
    ("relation", "difference"),
    [
        ("`ticket` same as `price` (stated)", 0),
        ("`price` same as `ticket` (stated)", 0),
        ("`ticket` = `share` + `rest`", 0),
        ("`share` = 10% of `ticket`", 5),
    ],
)
def test_pence_and_pounds_are_held_against_each_other(relation: str, difference: int) -> None:
    case = case_of(figures(ticket="£0.50", price="50p", share="10p", rest="£0.40"))
    (only,) = sums(case, relation)
    assert only.difference == difference


@pytest.mark.parametrize(
    ("relation", "difference"),
    [
        ("`a` = `b` + `c`", 0),
        ("`b` = `a` - `c`", 0),
        ("`d` = - `b`", 0),
        ("`c` = `b` - `a`", 2 * 400),
        ("`a` = `b`", 400),
        ("`a` = `b` + `b` - `c`", 200),
        ("`a` same as `b` (stated)", 400),
        ("`b` = 60% of `a`", 0),
        ("`b` = 33.3% of `a`", 267),
        ("`b` = `p` % of `a`", 0),
        ("`a` running total of `b`", 400),
    ],
)
def test_a_sum_holds_what_is_published_against_its_parts(relation: str, difference: int) -> None:
    case = case_of(figures(a="£1k", b="£600", c="£400", d="-£600", p="60%"))
    assert list(differences(case, relation).values()) == [difference]


def test_nothing_is_rounded_and_nothing_passes_through_a_float() -> None:
    case = case_of(figures(a="£0.30", b="£0.10", c="£0.20", d="£0.3333333333"))
    (one,) = sums(case, "`a` = `b` + `c`")
    assert one.recomputed == Decimal("0.30")
    assert one.difference == 0
    (share,) = sums(case, "`a` = 7.25% of `d`")
    assert share.recomputed == Decimal("0.02416666666425")


def test_a_reading_is_used_and_the_print_is_not() -> None:
    case = case_of(figures(a="£1,818,28 (read £1,818,285: a digit is lost)", b="£1,818,285"))
    assert differences(case, "`a` = `b`") == {"a": 0}
    assert differences(case, "`b` = `a`") == {"b": 0}


@pytest.mark.parametrize("unknown", ["TBC", "withheld", "withheld (sensitive; paragraph 3)", "£1x"])
def test_a_part_without_a_known_number_is_left_out_and_named(unknown: str) -> None:
    (one,) = sums(case_of(figures(a="£5", b="£3", c=unknown)), "`a` = `b` + `c`")
    assert left_out(one) == ["c"]
    assert one.difference == 2


@pytest.mark.parametrize("nothing", ["nil", "N/A", "", "-", "£0"])
def test_a_part_that_is_nothing_adds_nothing_and_is_not_named(nothing: str) -> None:
    (one,) = sums(case_of(figures(a="£5", b="£3", c=nothing)), "`a` = `b` + `c`")
    assert one.left_out == ()
    assert one.difference == 2


@pytest.mark.parametrize("published", ["TBC", "withheld", "", "nil"])
def test_where_nothing_is_published_there_is_no_sum(published: str) -> None:
    assert sums(case_of(figures(a=published, b="£3")), "`a` = `b`") == ()


def test_where_no_part_is_known_there_is_no_sum() -> None:
    assert sums(case_of(figures(a="£3", b="TBC", c="withheld")), "`a` = `b` + `c`") == ()


def test_ranges_give_a_lower_and_an_upper_sum() -> None:
    case = case_of(figures(a="£9", b="£3 to £5", c="£4", d="£1 to £2"))
    (added,) = sums(case, "`a` = `b` + `c`")
    assert added.recomputed == 7
    assert added.recomputed_high == 9
    (less,) = sums(case, "`a` = `b` - `d`")
    assert less.recomputed == 3 - 2
    assert less.recomputed_high == 5 - 1
    (plain,) = sums(case, "`a` = `c`")
    assert plain.recomputed_high is None


# Products, quotients and means.


@pytest.mark.parametrize(
    ("relation", "recomputed"),
    [
        ("`a` = `b` * `n`", "600"),
        ("`a` = `b` / `n`", "16.666666666666666667"),
        ("`a` = `b` * 12 / 12", "100"),
        ("`a` = `b` * 36 / 12 / 3", "100"),
        ("`a` = `b` * 90% * 90%", "81"),
        ("`a` = `b` * `p`", "25"),
        ("`a` = `b` * `pence`", "50"),
        ("`pence` = `b` / `n`", "1666.6666666666666667"),
        ("`p` = `b` / `half`", "200"),
        ("`a` = `b` / 3 * 3", "100"),
    ],
)
def test_a_product_counts_a_percentage_as_a_part_of_one_and_pence_as_pounds(
    relation: str, recomputed: str
) -> None:
    case = case_of(figures(a="£1", b="£100", half="£50", n="6", p="25%", pence="50p"))
    (one,) = sums(case, relation)
    assert one.operation is Operation.MULTIPLIED
    assert one.recomputed == Decimal(recomputed)


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        ("`a` = `b` * `c`", "a factor is to be confirmed"),
        ("`a` = `b` / `zero`", "nothing is divided by 0"),
        ("`a` = `b` / 0", "nor by a 0 of the relation"),
        ("`c` = `b` * 2", "nothing is published"),
    ],
)
def test_a_product_says_nothing_where_it_cannot_be_worked_out(relation: str, why: str) -> None:
    case = case_of(figures(a="£1", b="£100", c="TBC", zero="£0"))
    assert sums(case, relation) == (), why


def test_a_product_of_ranges_has_a_lower_and_an_upper_end_and_divides_by_the_other_one() -> None:
    case = case_of(figures(a="£1", b="£10 to £20", c="2 to 4"))
    (times,) = sums(case, "`a` = `b` * `c`")
    assert [times.recomputed, times.recomputed_high] == [20, 80]
    (per,) = sums(case, "`a` = `b` / `c`")
    assert [per.recomputed, per.recomputed_high] == [Decimal("2.5"), 10]


def test_one_factor_serves_every_value_of_a_series() -> None:
    rows = ["x | 2017/18 | 2018/19", "price | £2 | £3", "income | £20 | £33"]
    case = case_of(table("t", rows), figures(sold="10"))
    assert list(differences(case, "`t.income` = `t.price` * `sold`").values()) == [0, 3]


def test_a_mean_is_divided_by_how_many_there_are() -> None:
    case = case_of(figures(a="£25", b="£10", c="£40", d="TBC"))
    (one,) = sums(case, "`a` = mean of `b` and `c`")
    assert one.operation is Operation.AVERAGED
    assert one.recomputed == 25
    (two,) = sums(case, "`a` = mean of `b`, `c` and `d`")
    assert left_out(two) == ["d"]
    assert two.recomputed == 25


def test_a_mean_of_two_columns_is_taken_row_by_row() -> None:
    rows = ["x | Lower | Upper | Average", "p | £1 | £3 | £2", "q | £2 | £6 | £5"]
    case = case_of(table("t", rows))
    found = differences(case, "`t.average` = mean of `t.lower` and `t.upper`")
    assert found == {"t.p.average": 0, "t.q.average": 1}


def test_a_claim_that_comes_from_a_series_is_no_sum_here_but_its_names_are_looked_up() -> None:
    case = case_of(figures(npv="£90", rate="4%"), table("t", ["x | 2017/18", "net | £1"]))
    assert sums(case, "`npv` comes from `t.net` at `rate`") == ()
    fault = asked(case, "`npv` comes from `t.nothing` at `rate`")
    assert isinstance(fault, Fault)
    assert fault.code == "relation-to-nothing"


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6), st.integers(1, 10**6))
def test_what_is_multiplied_and_divided_by_the_same_is_what_it_was(
    value: int, times: int, by: int
) -> None:
    case = case_of(figures(a=money(value), b=money(value)))
    (one,) = sums(case, f"`a` = `b` * {times} / {by} * {by} / {times}")
    assert one.difference == 0


# Series: rows and columns, value by value.

YEARS = "2013/14 | 2014/15 | 2015/16 | 2015/17 (read 2016/17: follows 2015/16)"
GROSS = table(
    "summary",
    [
        f"Item | measure | {YEARS} | TOTALS",
        "Gross benefits | saving | | £ 650k | £3,800k | £3,550k | £8,000k",
        "Costs | cost | £ 330k | £ 985k | £ 503k | | £1,818k",
        "Net benefits | net benefit | - £ 330k | - £ 335k | £3,297k | £3,550k | £6,183k",
        "Cumulative net benefits | net benefit | - £ 330k | - £ 665k | £2,632k | £6,183k | ",
    ],
)


def test_the_summary_of_the_co_operative_centre_nets_out_in_every_year_but_not_in_its_total() -> (
    None
):
    case = case_of(GROSS)
    found = differences(case, "`summary.net-benefits` = `summary.gross-benefits` - `summary.costs`")
    assert found == {
        "summary.net-benefits.2013-14": 0,
        "summary.net-benefits.2014-15": 0,
        "summary.net-benefits.2015-16": 0,
        "summary.net-benefits.2015-17": 0,
        "summary.net-benefits.totals": 1000,
    }


def test_its_running_total_is_one_thousand_pounds_out_in_the_last_year() -> None:
    case = case_of(GROSS)
    found = differences(
        case, "`summary.cumulative-net-benefits` running total of `summary.net-benefits`"
    )
    assert list(found.values()) == [0, 0, 0, 1000]


def test_the_real_file_of_the_co_operative_centre_says_the_same() -> None:
    path = "plymouth/2014-15/cco-co-operative-centre-of-operations"
    case = load((ROOT / "cases" / f"{path}.md").read_text(encoding="utf-8")).case
    found = differences(case, "`summary.net-benefits` = `summary.gross-benefits` - `summary.costs`")
    assert list(found.values()) == [0, 0, 0, 0, 1000]
    assert differences(case, "`cost-by-role` adds up by row and by column") == dict.fromkeys(
        differences(case, "`cost-by-role` adds up by row and by column"), 0
    )


def test_the_real_lottery_prints_its_shares_rounded_to_the_pound() -> None:
    path = ROOT / "cases/cambridgeshire/2018-19/f-r-7-111-external-funding.md"
    case = load(path.read_text(encoding="utf-8")).case
    found = differences(case, "`ticket-sales.central-fund` = 10% of `ticket-sales.gross-return`")
    assert list(found.values()) == [
        Decimal(value) for value in ("0.1", "-0.3", "0.2", "-0.2", "-0.2")
    ]


def test_every_relation_of_every_real_case_can_be_worked_out() -> None:
    for path in sorted((ROOT / "cases").glob("*/*/*.md")):
        case = load(path.read_text(encoding="utf-8")).case
        for relation in case.relations:
            if not any("#" in name for name in relation.names):
                assert not isinstance(evaluate(case, relation), Fault), (path.stem, relation)


def test_values_of_two_tables_are_paired_by_what_they_are_for() -> None:
    one = table("one", ["x | Total | 2017/18 | 2018/19", "r | £7 | £3 | £4"])
    two = table("two", ["Year | y", "FY 17/18 | £1", "2018-19 | £4", "TOTALS | £5"])
    assert differences(case_of(one, two), "`one.r` same as `two.y` (stated)") == {
        "one.r.total": 2,
        "one.r.2017-18": 2,
        "one.r.2018-19": 0,
    }


def test_one_share_or_one_base_serves_every_value_of_a_series() -> None:
    case = case_of(
        table("t", ["Year | Share [%] | Cost", "2017/18 | 10 | £1", "2018/19 | 20 | £2"]),
        figures(base="£10", rate="10%"),
    )
    assert set(differences(case, "`t.cost` = `t.share` % of `base`").values()) == {0}
    assert list(differences(case, "`t.cost` = `rate` % of `base`").values()) == [0, 1]
    assert list(differences(case, "`t.cost` = 10% of `base`").values()) == [0, 1]


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("`one` = `t.r`", "“t.r”"),
        ("`t.r` = `one`", "“one”"),
        ("`t.r` = `t.s` + `one`", "“one”"),
        ("`t.r` same as `u.b` (stated)", "“u.b”"),
        ("`one` = `t`", "“t”"),
        ("`t` = `one`", "“one”"),
        ("`t.r` running total of `u.b`", "“u.b”"),
    ],
)
def test_a_part_that_belongs_to_no_value_of_the_result_is_a_fault(relation: str, said: str) -> None:
    case = case_of(
        table("t", ["x | 2017/18 | 2018/19", "r | £1 | £2", "s | £1 | £2"]),
        table("u", ["x | b", "North | £1", "South | £2"]),
        figures(one="£1"),
    )
    fault = asked(case, relation)
    assert isinstance(fault, Fault)
    assert fault.code == "relation-empty"
    assert fault.read.startswith(f"{said}, of which nothing")


def test_a_name_of_nothing_is_a_fault() -> None:
    fault = asked(case_of(figures(a="£1")), "`a` = `b`")
    assert isinstance(fault, Fault)
    assert fault.code == "relation-to-nothing"


# Tables that add up.


def test_a_table_adds_up_across_to_its_total_and_down_to_its_total() -> None:
    rows = ["x | A | B | Total", "p | £1 | £2 | £3", "q | £4 | £5 | £9", "Total | £5 | £7 | £13"]
    case = case_of(table("t", rows))
    assert differences(case, "`t` adds up by row") == {
        "t.p.total": 0,
        "t.q.total": 0,
        "t.total.total": 1,
    }
    assert differences(case, "`t` adds up by column") == {
        "t.total.a": 0,
        "t.total.b": 0,
        "t.total.total": 1,
    }
    assert len(sums(case, "`t` adds up by row and by column")) == 6


def test_a_subtotal_adds_the_rows_since_the_one_before_and_a_total_adds_all() -> None:
    rows = [
        "x | A",
        "p | £1",
        "q | £2",
        "Subtotal | £3",
        "r | £4",
        "Sub-total r | £4",
        "Total | £7",
    ]
    case = case_of(table("t", rows))
    assert set(differences(case, "`t` adds up by column").values()) == {0}
    found = sums(case, "`t` adds up by column")
    assert [len(item.addends) for item in found] == [2, 1, 3, 2]
    assert [item.line and item.line.part for item in found] == [
        *(Part.SUBTOTAL, Part.SUBTOTAL, Part.TOTAL, Part.TOTAL)
    ]
    assert [bool(item.line and item.line.of_subtotals) for item in found] == [0, 0, 0, 1]


def test_a_total_that_is_printed_first_adds_all_that_follows() -> None:
    case = case_of(table("t", ["x | Total | A | B", "Total | £6 | £2 | £4", "p | £6 | £2 | £4"]))
    assert set(differences(case, "`t` adds up by row and by column").values()) == {0}


def test_what_counts_something_else_is_not_added() -> None:
    rows = [
        "x | unit | A",
        "Staff | £ | £9",
        "Staff, days | days | 3",
        "TBC days | days | TBC",
        "Total | £ | £9",
    ]
    (one,) = sums(case_of(table("t", rows)), "`t` adds up by column")
    assert one.difference == 0
    assert one.left_out == ()


def test_the_ends_of_a_range_are_no_parts_of_a_total() -> None:
    case = case_of(table("t", ["x | Lower | Upper | Average | Total", "p | £1 | £3 | £2 | £2"]))
    assert sums(case, "`t` adds up by row") == ()


def test_a_column_called_high_is_the_end_of_a_range_only_beside_a_low_one() -> None:
    case = case_of(table("t", ["x | High needs | Average class | Total", "p | £1 | £3 | £4"]))
    assert differences(case, "`t` adds up by row") == {"t.p.total": 0}


def test_a_row_called_high_is_a_row_like_any_other() -> None:
    case = case_of(table("t", ["x | A", "High street | £1", "Low Road | £2", "Total | £3"]))
    assert differences(case, "`t` adds up by column") == {"t.total.a": 0}


def test_a_row_that_could_not_be_read_is_left_out_and_named() -> None:
    case = case_of(table("t", ["x | A | B", "p | £1", "q | £2 | £3", "Total | £3 | £5"]))
    found = sums(case, "`t` adds up by column")
    assert [left_out(item) for item in found] == [["t.p.a"], ["t.p.b"]]


@pytest.mark.parametrize(
    ("rows", "relation", "said"),
    [
        (["x | A | B", "p | £1 | £2"], "`t` adds up by row", "no column with totals"),
        (
            ["x | A | Total", "p | £1 | £1"],
            "`t` adds up by row and by column",
            "no row with totals",
        ),
        (["x | A | Total", "p | £1 | £1"], "`t.p` adds up by row", "not a whole table"),
        (["x | A", "p | £1"], "`t` adds up", "no row with totals"),
    ],
)
def test_what_has_no_total_cannot_add_up(rows: list[str], relation: str, said: str) -> None:
    fault = asked(case_of(table("t", rows)), relation)
    assert isinstance(fault, Fault)
    assert fault.code == "relation-empty"
    assert said in fault.read


def test_a_claim_comes_from_a_row_or_a_column_and_not_from_a_whole_table() -> None:
    fault = asked(case_of(table("t", ["x | A | B", "p | £1 | £1"])), "`t.p.a` comes from `t` at 3%")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.read) == ("relation-empty", "“t”, which is a whole table")


def test_a_running_total_passes_over_the_total_of_the_row_it_follows() -> None:
    rows = ["x | TOTALS | 2017/18 | 2018/19", "net | £3 | £1 | £2", "so far | | £1 | £3"]
    case = case_of(table("t", rows))
    assert list(differences(case, "`t.so-far` running total of `t.net`").values()) == [0, 0]


# Tables that were made to add up do add up, whatever their signs and however they are ordered.

pence = st.integers(-(10**12), 10**12)
sizes = st.tuples(st.integers(1, 6), st.integers(1, 6))


def money(value: int) -> str:
    """Pence as pounds, as a table prints them; a minus where it is less than nothing."""
    return f"{'-' if value < 0 else ''}£{abs(value) // 100:,}.{abs(value) % 100:02}"


@st.composite
def grids(draw: st.DrawFn) -> list[list[int]]:
    height, width = draw(sizes)
    line = st.lists(pence, min_size=width, max_size=width)
    return draw(st.lists(line, min_size=height, max_size=height))


def printed(grid: list[list[int]], *, total_first: bool = False) -> str:
    """A table with totals across and down, in the first or the last row and column."""
    rows = [(f"r{number}", [*row, sum(row)]) for number, row in enumerate(grid)]
    rows.append(("Total", [sum(column) for column in zip(*(row for _, row in rows), strict=True)]))
    names = [f"c{number}" for number in range(len(grid[0]))] + ["Total"]
    order = [len(names) - 1, *range(len(names) - 1)] if total_first else range(len(names))
    down = [rows[-1], *rows[:-1]] if total_first else rows
    lines = [" | ".join([name, *(money(row[n]) for n in order)]) for name, row in down]
    return table("t", [" | ".join(["x", *(names[n] for n in order)]), *lines])


@given(grids(), st.booleans())
def test_a_table_that_was_made_to_add_up_does(grid: list[list[int]], total_first: bool) -> None:
    case = case_of(printed(grid, total_first=total_first))
    found = sums(case, "`t` adds up by row and by column")
    assert len(found) == len(grid) + 1 + len(grid[0]) + 1
    assert {item.difference for item in found} == {0}


def results(grid: list[list[int]], relation: str) -> list[Decimal]:
    return sorted(item.recomputed for item in sums(case_of(printed(grid)), relation))


@given(grids(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(
    grid: list[list[int]], random: Random
) -> None:
    shuffled = random.sample(grid, len(grid))
    turned = [list(column) for column in zip(*shuffled, strict=True)]
    down = results(grid, "`t` adds up by column")
    assert results(shuffled, "`t` adds up by column") == down
    assert results(turned, "`t` adds up by row") == down


@given(grids(), st.integers(1, 10**9))
def test_a_slip_in_one_total_is_found_to_the_penny(grid: list[list[int]], slip: int) -> None:
    total = sum(map(sum, grid))
    text = printed(grid).rstrip()
    wrong = text.removesuffix(f"{money(total)} |") + f"{money(total + slip)} |\n"
    found = differences(case_of(wrong), "`t` adds up by row and by column")
    assert found.pop("t.total.total") == Decimal(slip) / 100
    assert set(found.values()) <= {0}


@given(st.lists(pence, min_size=1, max_size=8))
def test_a_running_total_that_was_made_so_holds(values: list[int]) -> None:
    years = [f"{2010 + n}/{11 + n}" for n in range(len(values))]
    so_far = [sum(values[: n + 1]) for n in range(len(values))]
    rows = [
        " | ".join(["x", *years]),
        " | ".join(["net", *map(money, values)]),
        " | ".join(["so far", *map(money, so_far)]),
    ]
    found = differences(case_of(table("t", rows)), "`t.so-far` running total of `t.net`")
    assert list(found.values()) == [0] * len(values)


@given(st.integers(0, 10**6), pence)
def test_a_share_that_was_made_so_holds(thousandths: int, value: int) -> None:
    percent = Decimal(thousandths) / 1000
    case = case_of(figures(base=money(value), share=f"{percent:f}%"))
    (one,) = sums(case, "`base` = `share` % of `base`")
    assert one.recomputed == Decimal(value) / 100 * percent / 100
