"""How exactly figures are printed, and what that lets a sum be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.audit.findings import Level, Verdict
from generator.audit.precision import Span, coarseness, span_of
from generator.audit.working import shown
from generator.core.amounts import POUNDS
from generator.core.money import parse_amount
from generator.core.problems import Fault
from tests.audit.cases import audited, case_of, case_text, found, looked_at, only, relations, table


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("£6.2m", 6_150_000, 6_250_000),
        ("£3,100K", 3_099_500, 3_100_500),
        ("£1,234", "1233.5", "1234.5"),
        ("about £2,700", 2650, 2750),
        ("over £300k", 299_500, "Infinity"),
        ("up to £5m", "-Infinity", 5_500_000),
        ("£80k to 100k", 79_500, 100_500),
        ("£1,818,28 (read £1,818,285: a digit is lost)", "1818284.5", "1818285.5"),
    ],
)
def test_a_print_stands_for_all_that_rounds_to_it(
    printed: str, low: int | str, high: int | str
) -> None:
    amount = parse_amount(printed)
    assert not isinstance(amount, Fault)
    assert span_of(amount) == Span(low=Decimal(low), high=Decimal(high))


ROUND = ("Item | 2020/21 | 2021/22", "North | 2,500 | 4,400", "South | 700 | 1,600")
FINE = (*ROUND, "West | 612 | 950")


def rounded_to(*rows: str) -> dict[str, Decimal]:
    (only_table,) = case_of(case_text(table(*rows, facets="saving, £000; line 2"))).tables
    return {unit.name: worth for unit, worth in coarseness(only_table).items()}


def test_six_numbers_that_all_end_in_the_same_zeros_were_rounded_to_that() -> None:
    assert rounded_to(*ROUND, "Total | 3,200 | 6,000") == {POUNDS.name: Decimal(100_000)}


@pytest.mark.parametrize(
    "rows",
    [ROUND, FINE, (*ROUND, "West | 0 | -")],
    ids=["four are too few", "one of six is finer", "nought says nothing"],
)
def test_fewer_or_finer_numbers_are_taken_as_printed(rows: tuple[str, ...]) -> None:
    assert rounded_to(*rows) == {}


def total(*cells: str, grounds: str = "") -> str:
    rows = (*ROUND, f"Total | {' | '.join(cells)}")
    years = table(*rows, facets="saving, £000; lines 2 to 5")
    return case_text(years + relations(f"`costs` adds up by column{grounds}"))


def test_a_total_that_only_such_rounding_explains_is_a_warning_that_says_so() -> None:
    finding = only(audited(total("3,300", "6,000")), "column-total")
    assert finding.level is Level.WARNING
    assert finding.assumption == (
        "All numbers of the table are whole multiples of £100,000, and are taken as rounded to that"
    )


def test_what_even_such_rounding_does_not_explain_is_an_error() -> None:
    assert only(audited(total("3,600", "6,000")), "column-total").level is Level.ERROR


def test_a_warning_that_such_rounding_explains_is_a_note() -> None:
    audit = audited(total("3,300", "6,000", grounds=" (read as: a table of savings)"))
    finding = only(audit, "column-total")
    assert finding.level is Level.NOTE
    assert "so that rounding explains this" in finding.explanation
    assert [each.verdict for each in looked_at(audit, "column-total")] == [
        Verdict.ROUNDING,
        Verdict.AGREES,
    ]


def test_totals_that_agree_are_silent_however_round_the_table_is() -> None:
    assert not found(audited(total("3,200", "6,000")), "column-total")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("1e40", "1e40"),
        ("409600000000111880476389.0543", "409600000000111880476389.05"),
        ("2.5", "2.5"),
    ],
)
def test_what_is_worked_out_is_shown_to_two_decimals_whatever_its_size(
    number: str, written: str
) -> None:
    assert shown(Decimal(number)) == Decimal(written)
