"""Totals, splits, lists, differences, shares, averages, running totals and products.

Each check finds the figure that is not what its parts come to, says so as strongly as its
grounds allow, and keeps silent where the figures agree.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.audit.findings import Level, Verdict
from tests.audit.cases import (
    agrees,
    audited,
    case_text,
    figures,
    found,
    looked_at,
    only,
    relations,
    table,
)

ROWS = ("Item | 2020/21 | 2021/22 | Total", "Desks | £1,200 | £800 | £2,000")


def costs(*rows: str, way: str = "by row", facets: str = "cost, £; lines 1 to 9") -> str:
    return case_text(table(*rows, facets=facets) + relations(f"`costs` adds up {way}"))


def counted(*amounts: str, relation: str) -> str:
    """Figures called a, b, c … with these amounts, and one relation between them."""
    rows = [
        f"{id_} | figure {id_} | saving | {amount} | 2020/21 | in year | {line}"
        for line, (id_, amount) in enumerate(zip("abcdef", amounts, strict=False), start=11)
    ]
    return case_text(figures(*rows) + relations(relation))


# row-total, column-total, subtotal, total-of-totals, listed-parts, difference, share-of-base,
# average, running-total, product.
# For each check: its code, a case in which figures agree, and one in which one does not, with
# what is printed there and what its parts come to.
CASES = {
    "row-total": (
        costs(*ROWS),
        costs(ROWS[0], "Desks | £1,200 | £800 | £2,600"),
        ("2600", "2000"),
    ),
    "column-total": (
        costs(
            "Item | 2020/21", "Desks | £1,200", "Chairs | £300", "Total | £1,500", way="by column"
        ),
        costs(
            "Item | 2020/21", "Desks | £1,200", "Chairs | £300", "Total | £1,900", way="by column"
        ),
        ("1900", "1500"),
    ),
    "subtotal": (
        costs("Item | Cost", "A | £1,100", "B | £400", "Subtotal | £1,500", way="by column"),
        costs("Item | Cost", "A | £1,100", "B | £400", "Subtotal | £1,540", way="by column"),
        ("1540", "1500"),
    ),
    "total-of-totals": (
        costs(
            *("Item | Cost", "A | £1,100", "Subtotal one | £1,100", "B | £400"),
            *("Subtotal two | £400", "Total | £1,500"),
            way="by column",
        ),
        costs(
            *("Item | Cost", "A | £1,100", "Subtotal one | £1,300", "B | £400"),
            *("Subtotal two | £400", "Total | £1,500"),
            way="by column",
        ),
        ("1500", "1700"),
    ),
    "listed-parts": (
        counted("£900", "£500", "£400", relation="`a` = `b` + `c` (stated, line 11)"),
        counted("£980", "£500", "£400", relation="`a` = `b` + `c` (stated, line 11)"),
        ("980", "900"),
    ),
    "difference": (
        counted("£900", "£1,300", "£400", relation="`a` = `b` - `c` (stated, line 11)"),
        counted("£800", "£1,300", "£400", relation="`a` = `b` - `c` (stated, line 11)"),
        ("800", "900"),
    ),
    "share-of-base": (
        counted("£90", "£1,800", relation="`a` = 5% of `b` (stated, line 11)"),
        counted("£60", "£1,800", relation="`a` = 5% of `b` (stated, line 11)"),
        ("60", "90"),
    ),
    "average": (
        counted("£25", "£10", "£40", relation="`a` = mean of `b` and `c` (stated, line 11)"),
        counted("£30", "£10", "£40", relation="`a` = mean of `b` and `c` (stated, line 11)"),
        ("30", "25"),
    ),
    "running-total": (
        case_text(
            table("Item | 2020/21 | 2021/22", "New | £60 | £50", "So far | £60 | £110")
            + relations("`costs.so-far` running total of `costs.new` (stated, line 3)")
        ),
        case_text(
            table("Item | 2020/21 | 2021/22", "New | £60 | £50", "So far | £60 | £140")
            + relations("`costs.so-far` running total of `costs.new` (stated, line 3)")
        ),
        ("140", "110"),
    ),
    "product": (
        counted("£600", "£150", relation="`a` = `b` * 4 (stated, line 11)"),
        counted("£450", "£150", relation="`a` = `b` * 4 (stated, line 11)"),
        ("450", "600"),
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_figure_that_is_what_its_parts_come_to_gives_no_finding(code: str) -> None:
    text, _, _ = CASES[code]
    result = audited(text)
    assert agrees(result, code)
    assert found(result, code) == ()


@pytest.mark.parametrize("code", CASES)
def test_a_figure_that_the_document_itself_contradicts_is_an_error(code: str) -> None:
    _, text, (printed, ours) = CASES[code]
    finding = only(audited(text), code)
    assert finding.level is Level.ERROR
    assert finding.published is not None
    assert finding.recomputed is not None
    assert finding.difference is not None
    assert finding.published.number == Decimal(printed)
    assert finding.recomputed.number == Decimal(ours)
    assert finding.difference.number == Decimal(printed) - Decimal(ours)
    assert finding.where[0].amount == finding.published
    assert finding.working is not None
    assert all(each.figure.context.lines for each in finding.where)


# headline-split: the layout alone claims it.


def split(*amounts: str, headline: str = "£900k") -> str:
    parts = "".join(
        f"    - {{by: strand, name: Part {n}, amount: {amount}, line: {n + 5}}}\n"
        for n, amount in enumerate(amounts, start=1)
    )
    return case_text(
        fields=f"headline:\n  amount: {headline}\n  measure: saving\n  line: 5\n  splits:\n{parts}"
    )


def test_headline_split_finds_parts_that_do_not_come_to_the_headline() -> None:
    finding = only(audited(split("£500k", "£250k")), "headline-split")
    assert finding.level is Level.WARNING
    assert "split by strand" in finding.assumption
    assert finding.working is not None
    assert finding.working.text == "£500,000 + £250,000 = £750,000"


def test_headline_split_is_silent_where_the_parts_make_up_the_whole() -> None:
    assert agrees(audited(split("£500k", "£400k")), "headline-split")


def test_headline_split_says_nothing_of_a_headline_with_one_part() -> None:
    assert looked_at(audited(split("£500k")), "headline-split") == ()


# How strongly it is said.


def test_a_relation_that_is_our_reading_is_at_most_a_warning_with_the_reason_named() -> None:
    text = counted("£980", "£500", "£400", relation="`a` = `b` + `c` (read as: one list)")
    finding = only(audited(text), "listed-parts")
    assert finding.level is Level.WARNING
    assert "one list" in finding.assumption
    assert finding.assumption in finding.explanation


def test_a_damaged_print_that_is_read_is_at_most_a_warning_and_the_print_is_quoted() -> None:
    row = "Desks | £1,200 | £800 | £2,60 (read £2,600: a digit is lost)"
    finding = only(audited(costs(ROWS[0], row)), "row-total")
    assert finding.level is Level.WARNING
    assert "“£2,60”" in finding.assumption


def test_what_the_print_rounds_away_is_a_note() -> None:
    finding = only(audited(costs(ROWS[0], "Desks | £1.2k | £0.8k | £1.9k")), "row-total")
    assert finding.level is Level.NOTE
    assert "rounding" in finding.explanation


@pytest.mark.parametrize(("total", "level"), [("£6,183k", Level.NOTE), ("£6,190k", Level.ERROR)])
def test_the_more_parts_are_rounded_the_more_rounding_explains(total: str, level: Level) -> None:
    head = "Item | 2020/21 | 2021/22 | 2022/23 | Total"
    text = costs(head, f"Desks | £3,297k | £2,550k | £335k | {total}")
    assert only(audited(text), "row-total").level is level


@pytest.mark.parametrize("unknown", ["withheld", "TBC"])
def test_a_sum_with_a_part_that_has_no_number_says_at_least(unknown: str) -> None:
    result = audited(costs(ROWS[0], f"Desks | £1,200 | {unknown} | £2,000"))
    finding = only(result, "row-total")
    (tested,) = looked_at(result, "row-total")
    assert finding.level is Level.NOTE
    assert tested.verdict is Verdict.OPEN
    assert finding.working is not None
    assert finding.working.text == "£1,200 = at least £1,200"
    assert finding.where[-1].figure.name == "costs.desks.2021-22"


def test_a_whole_that_is_less_than_its_known_parts_does_not_agree_whatever_is_left_out() -> None:
    result = audited(costs(ROWS[0], "Desks | £1,200 | withheld | £700"))
    assert only(result, "row-total").level is Level.WARNING


@pytest.mark.parametrize("nothing", ["", "-", "nil", "N/A", "£0"])
def test_a_part_that_is_nothing_adds_nothing(nothing: str) -> None:
    assert agrees(audited(costs(ROWS[0], f"Desks | £2,000 | {nothing} | £2,000")), "row-total")


def test_a_reading_counts_and_not_the_damaged_print() -> None:
    row = "Desks | £1,20 (read £1,200: a digit is lost) | £800 | £2,000"
    assert agrees(audited(costs(ROWS[0], row)), "row-total")


@pytest.mark.parametrize(
    ("relation", "amounts"),
    [
        ("`a` = `b` * 36 / 12", ("£37,500", "£12,500")),
        ("`a` = `b` / 3", ("£33.33", "£100")),
        ("`a` = `b` * 90% * 90%", ("£810", "£1,000")),
        ("`a` = `b` / `c`", ("£4", "£12", "£3")),
        ("`a` = `b` / 7 * 7", ("£5", "£5")),
    ],
)
def test_product_divides_without_leaving_a_remainder_of_its_own(
    relation: str, amounts: tuple[str, ...]
) -> None:
    (tested,) = looked_at(audited(counted(*amounts, relation=f"{relation} (stated)")), "product")
    assert tested.verdict is Verdict.AGREES


def test_average_of_a_lower_and_an_upper_end_needs_no_relation() -> None:
    text = case_text(table("Item | Lower | Upper | Average", "Heat | £10 | £24 | £19"))
    finding = only(audited(text), "average")
    assert finding.level is Level.WARNING
    assert finding.working is not None
    assert finding.working.text == "(£10 + £24) ÷ 2 = £17"


def test_a_sum_names_the_table_the_line_and_the_parts_as_a_person_writes_them_on_paper() -> None:
    finding = only(audited(CASES["row-total"][1]), "row-total")
    assert (
        finding.title == "“Desks, Total” in “Costs” is printed as £2,600; its parts come to £2,000"
    )
    assert finding.explanation.startswith("£1,200 + £800 = £2,000; printed is £2,600.")
    assert "lines 1 to 9" in finding.question
    assert [each.figure.name for each in finding.where] == [
        *("costs.desks.total", "costs.desks.2020-21", "costs.desks.2021-22"),
    ]


def test_figures_that_take_part_in_a_sum_are_tested_and_the_others_are_named() -> None:
    result = audited(costs(*ROWS))
    assert result.untested == ()
    alone = audited(case_text(table(*ROWS)))
    assert alone.untested == tuple(f"costs.desks.{id_}" for id_ in ("2020-21", "2021-22", "total"))
