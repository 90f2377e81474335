"""What a case claims of return, payback and present value, worked out again."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.audit import audit
from generator.audit.findings import Level, Verdict
from generator.core.amounts import State
from tests.audit.cases import (
    agrees,
    audited,
    beside_quotes,
    case_of,
    case_text,
    figures,
    found,
    looked_at,
    only,
    relations,
    table,
    unneutral,
    words_of,
)

if TYPE_CHECKING:
    from generator.audit.audit import Audit

CODES = ("roi", "discounted-roi", "payback", "break-even", "npv", "irr", "green-book")
PROFILE = (
    "Line | measure | 2020/21 | 2021/22 | 2022/23 | 2023/24 | Total",
    "Savings | saving | 0 | 140 | 160 | 160 | 460",
    "Costs | cost | 240 | 20 | 20 | 20 | 300",
    "Net | net benefit | -240 | 120 | 140 | 140 | 160",
)


def claims(*rows: str) -> str:
    """Claims: ``id | claim | value | unit | what | line`` each."""
    return table("id | claim | value | unit | what | line", *rows, facets="", id_="claims")


def by_year(*rows: str) -> str:
    """A table of money by year in thousands; the four years above where nothing is said."""
    return table(*(rows or PROFILE), facets="£000; lines 2 to 5", id_="years")


def one(kind: str, value: str, *lines: str, rows: str | None = None, unit: str = "") -> Audit:
    """The audit of a case with one claim, called `it`, and the table above."""
    claim = claims(f"it | {kind} | {value} | {unit} | | 9")
    years = by_year() if rows is None else rows
    return audited(case_text(years + claim + (relations(*lines) if lines else "")))


NET = "`it` comes from `years.net` (stated, line 9)"
BOTH = "`it` comes from `years.savings` - `years.costs` (stated, line 9)"

# npv


@pytest.mark.parametrize(
    ("printed", "convention"),
    [
        ("£132,906", "the first year not discounted"),
        ("£133k", "the first year not discounted"),
        ("£128,411", "the first year discounted too"),
    ],
)
def test_npv_agrees_in_either_convention_and_says_in_which(printed: str, convention: str) -> None:
    audit = one("NPV", printed, NET.replace(" (", " at 3.5% ("))
    assert agrees(audit, "npv")
    (tested,) = looked_at(audit, "npv")
    assert tested.working is not None
    assert tested.working.result.endswith(convention)


def test_npv_that_neither_convention_gives_is_an_error_and_shows_both() -> None:
    finding = only(one("NPV", "£152,000", NET.replace(" (", " at 3.5% (")), "npv")
    assert finding.level is Level.ERROR
    assert "£120,000 ÷ 1.035 + £140,000 ÷ 1.035² + £140,000 ÷ 1.035³ = £132,905.51, the first" in (
        finding.explanation
    )
    assert "£140,000 ÷ 1.035⁴ = £128,411.12, the first year discounted too" in finding.explanation
    assert finding.recomputed is not None
    assert finding.recomputed.number == Decimal("132905.51")


def test_npv_that_was_not_discounted_at_all_says_so() -> None:
    finding = only(one("NPV", "£160,000", NET.replace(" (", " at 3.5% (")), "npv")
    assert "The printed figure is what the years come to without discounting." in (
        finding.explanation
    )


def test_npv_takes_the_one_rate_that_the_case_prints() -> None:
    rows = claims("rate | discount rate | 3.5% | | | 8", "it | NPV | £132,906 | | | 9")
    audit = audited(case_text(by_year() + rows + relations(NET)))
    assert agrees(audit, "npv")
    assert ("anytown/2020-21/new-library", "rate") in looked_at(audit, "npv")[0].figures


def test_npv_without_a_rate_cannot_be_worked_out_and_says_why() -> None:
    audit = one("NPV", "£132,906", NET)
    assert not looked_at(audit, "npv")
    assert "no discount rate is printed for it" in only(audit, "claim-open").explanation


def test_npv_of_the_only_table_by_year_is_at_most_a_warning_that_says_so() -> None:
    rows = claims("rate | discount rate | 3.5% | | | 8", "it | NPV | £152,000 | | | 9")
    finding = only(audited(case_text(by_year() + rows)), "npv")
    assert finding.level is Level.WARNING
    assert finding.assumption == (
        "The figures by year in “Costs”, the only ones here, are taken to be meant"
    )


@given(
    values=st.lists(st.integers(min_value=-900, max_value=900), min_size=2, max_size=9),
    rate=st.integers(min_value=1, max_value=120),
)
def test_npv_agrees_with_what_an_independent_library_makes_of_any_years(
    values: list[int], rate: int
) -> None:
    percent = rate / 10
    theirs = pyxirr.npv(percent / 100, [value * 1000.0 for value in values])
    years = [f"{2020 + n}/{21 + n}" for n in range(len(values))]
    rows = by_year(
        f"Line | measure | {' | '.join(years)}",
        f"Net | net benefit | {' | '.join(map(str, values))}",
    )
    audit = one("NPV", f"{theirs:.2f}", NET.replace(" (", f" at {percent}% ("), rows=rows, unit="£")
    assert agrees(audit, "npv")


# irr


def test_irr_that_makes_the_years_worth_nothing_agrees() -> None:
    assert agrees(one("IRR", "29.7%", NET), "irr")


def test_irr_with_another_value_is_an_error_that_shows_the_sum() -> None:
    finding = only(one("IRR", "35%", NET), "irr")
    assert finding.level is Level.ERROR
    assert "= 0 where the rate is 29.67%" in finding.explanation
    assert "5.33 percentage points more" in finding.explanation


def test_irr_of_years_that_turn_twice_is_worked_out_by_nobody_and_says_why() -> None:
    rows = by_year(
        "Line | measure | 2020/21 | 2021/22 | 2022/23", "Net | net benefit | -100 | 230 | -132"
    )
    audit = one("IRR", "10%", NET, rows=rows)
    assert not looked_at(audit, "irr")
    assert "no one rate stands out" in only(audit, "claim-open").explanation


# roi


@pytest.mark.parametrize(
    ("printed", "unit", "reading"),
    [
        ("53%", "", "net over cost"),
        ("153.3%", "", "benefit over cost"),
        ("1.53", "ratio", "benefit over cost"),
        ("13%", "", "net over cost, a year"),
        ("38.3%", "", "benefit over cost, a year"),
    ],
)
def test_roi_agrees_in_any_reading_and_says_in_which(printed: str, unit: str, reading: str) -> None:
    audit = one("return on investment", printed, BOTH, unit=unit)
    assert agrees(audit, "roi")
    (tested,) = looked_at(audit, "roi")
    assert tested.working is not None
    assert tested.working.result.endswith(f", {reading}")


def test_roi_that_no_reading_gives_is_an_error_and_shows_them() -> None:
    finding = only(one("return on investment", "80%", BOTH), "roi")
    assert finding.level is Level.ERROR
    assert "(£460,000 − £300,000) ÷ £300,000 = 53.33%, net over cost." in finding.explanation
    assert "£460,000 ÷ £300,000 ÷ 4 years = 38.33%, benefit over cost, a year." in (
        finding.explanation
    )


def test_roi_that_comes_from_a_net_row_finds_benefit_and_cost_in_its_table() -> None:
    assert agrees(one("return on investment", "53%", NET), "roi")


@pytest.mark.parametrize(
    "costs", ["-240 | -20 | -20 | -20 | -300", "(240) | (20) | (20) | (20) | (300)"]
)
def test_roi_takes_costs_as_costs_however_they_are_printed(costs: str) -> None:
    rows = by_year(*PROFILE[:2], f"Costs | cost | {costs}", PROFILE[3])
    together = BOTH.replace("- `years.costs`", "+ `years.costs`")
    assert agrees(one("return on investment", "53%", together, rows=rows), "roi")
    assert agrees(one("return on investment", "53%", NET, rows=rows), "roi")


def share(period: str) -> str:
    """What is left and what it costs, both for one period."""
    return figures(
        f"net | what is left | net benefit | £1,400 | {period} | not stated | 4",
        f"cost | what it costs | cost | £340 | {period} | not stated | 5",
    )


OF_COST = "`net` = `it` % of `cost` (stated, line 9)"


@pytest.mark.parametrize("printed", ["411.8%", "511.8%"])
def test_roi_as_a_share_of_its_cost_has_two_readings_too(printed: str) -> None:
    audit = one("return on investment", printed, OF_COST, rows=share("2020/21"))
    assert agrees(audit, "roi")


def test_roi_of_several_years_may_be_that_of_one() -> None:
    rows = share("2020/21 to 2022/23")
    assert agrees(one("return on investment", "137.3%", OF_COST, rows=rows), "roi")
    finding = only(one("return on investment", "211.8%", OF_COST, rows=rows), "roi")
    assert finding.level is Level.ERROR
    assert finding.title.endswith("worked out from its figures it is 411.76% (net over cost)")


def test_roi_that_its_table_gives_from_its_other_figures_says_how() -> None:
    rows = by_year(
        "Line | measure | 2020/21 to 2022/23", "Savings | saving | 1060", "Costs | cost | -340",
        "Net | net benefit | 1400",
    )  # fmt: skip
    cost = figures("cost | what it costs | cost | £340k | not stated | not stated | 5")
    share = "`years.net.2020-21-to-2022-23` = `it` % of `cost` (stated, line 9)"
    finding = only(one("return on investment", "211.8%", share, rows=rows + cost), "roi")
    assert "(£1.06 million − £340,000) ÷ £340,000 = 211.76%, net over cost" in finding.explanation


def test_roi_that_says_it_is_for_a_year_and_is_for_all_is_a_warning() -> None:
    claim = table(
        "id | claim | value | basis | line", "it | return on investment | 53.3% | recurring | 9",
        facets="", id_="claims",
    )  # fmt: skip
    finding = only(audited(case_text(by_year() + claim + relations(BOTH))), "roi")
    assert finding.level is Level.WARNING
    assert finding.assumption == "The printed return is taken to be for all 4 years together"
    assert finding.title.endswith(
        "worked out from its figures it is 13.33% (net over cost, a year)"
    )


# discounted-roi


def test_discounted_roi_holds_what_both_are_worth_today_against_each_other() -> None:
    at = BOTH.replace(" (", " at 3.5% (")
    assert agrees(one("return on investment", "44.9%", at), "discounted-roi")
    assert agrees(one("return on investment", "144.9%", at), "discounted-roi")
    assert agrees(one("return on investment", "11.2%", at), "discounted-roi")


def test_discounted_roi_with_another_value_is_an_error() -> None:
    finding = only(
        one("return on investment", "72%", BOTH.replace(" (", " at 3.5% (")), "discounted-roi"
    )
    assert finding.level is Level.ERROR
    assert "Both are what they are worth today at 3.5% a year." in finding.explanation


# payback

MONTHS = [
    ("34.3", Verdict.AGREES),  # 24 months, and £120,000 of £140,000 in the third year
    ("34", Verdict.AGREES),
    ("28", Verdict.ROUNDING),  # within the third year: figures by year say no more
    ("36", Verdict.ROUNDING),
    ("15", Verdict.DIFFERS),  # only if counted from a day within the first year
    ("6", Verdict.DIFFERS),
    ("48", Verdict.DIFFERS),
]


@pytest.mark.parametrize(("months", "verdict"), MONTHS)
def test_payback_in_months_is_held_against_the_years(months: str, verdict: Verdict) -> None:
    (tested,) = looked_at(one("payback", months, NET, unit="months"), "payback")
    assert tested.verdict is verdict


def test_payback_counted_from_a_later_day_of_the_first_year_is_a_warning_that_says_so() -> None:
    finding = only(one("payback", "15", NET, unit="months"), "payback")
    assert finding.level is Level.WARNING
    assert finding.assumption == (
        "The time is counted from a day within 2020/21, not from its beginning"
    )
    assert only(one("payback", "6", NET, unit="months"), "payback").level is Level.ERROR


def test_payback_in_years_is_the_same_as_in_months() -> None:
    assert agrees(one("payback", "2.9", NET, unit="years"), "payback")


@pytest.mark.parametrize(
    ("printed", "right"), [("Year 3", True), ("Year 1", False), ("2022/23", True)]
)
def test_payback_in_a_year_is_the_year_at_whose_end_nothing_is_left(
    printed: str, *, right: bool
) -> None:
    assert agrees(one("payback", printed, NET), "payback") is right


def test_payback_comes_from_a_cumulative_row_as_well() -> None:
    rows = table(
        "Line | measure | basis | 2020/21 | 2021/22 | 2022/23",
        "Running | net benefit | cumulative | -240 | -120 | 20",
        facets="£000; line 2", id_="years",
    )  # fmt: skip
    line = "`it` comes from `years.running` (stated, line 9)"
    assert agrees(one("payback", "34.3", line, rows=rows, unit="months"), "payback")


QUOTIENT = figures(
    "cost | lamps | cost | £390,000 | 2020/21 | one-off | 3",
    "saving | electricity | saving | £52,500 | not stated | recurring | 4",
)


def test_payback_as_cost_over_saving_agrees_where_it_rounds_to_the_print() -> None:
    line = "`it` = `cost` / `saving` (stated, line 9)"
    assert agrees(one("payback", "7.4", line, rows=QUOTIENT, unit="years"), "payback")
    finding = only(one("payback", "7.1", line, rows=QUOTIENT, unit="years"), "payback")
    assert finding.level is Level.ERROR
    assert "£390,000 ÷ £52,500 = 7.43 years" in finding.explanation


def test_payback_after_the_last_year_that_is_published_cannot_be_settled() -> None:
    rows = by_year("Line | measure | 2020/21 | 2021/22", "Net | net benefit | -240 | 120")
    assert "end before they have paid back" in (
        only(one("payback", "40", NET, rows=rows, unit="months"), "claim-open").explanation
    )
    finding = only(one("payback", "12", NET, rows=rows, unit="months"), "payback")
    assert finding.title.endswith("it is not paid back by the end of 2021/22")
    assert finding.recomputed is None


# break-even


def test_break_even_in_a_period_is_held_against_the_years() -> None:
    assert agrees(one("break-even", "Q2 2022/23", NET), "break-even")
    finding = only(one("break-even", "Q2 2021/22", NET), "break-even")
    assert finding.level is Level.ERROR
    assert finding.title == (
        "“Break-even” is printed as “Q2 2021/22”; worked out from its figures it is in 2022/23, "
        "year 3 of the figures"
    )


def dated(months: str, period: str) -> Audit:
    claim = table(
        "id | claim | value | unit | period | line",
        f"it | break-even | {months} | months | {period} | 9", facets="", id_="claims",
    )  # fmt: skip
    return audited(case_text(by_year() + claim + relations(NET)))


def test_break_even_with_a_period_beside_it_says_where_its_months_begin() -> None:
    assert agrees(dated("18", "Q2 2022/23"), "break-even")
    assert only(dated("18", "Q2 2021/22"), "break-even").level is Level.ERROR


# green-book


def test_green_book_is_a_second_reading_beside_another_rate() -> None:
    finding = only(one("NPV", "£115,354", NET.replace(" (", " at 6% (")), "green-book")
    assert finding.level is Level.NOTE
    assert "3.5% a year at first, it would be £132,906" in finding.explanation


def test_green_book_is_silent_where_its_own_rate_is_used() -> None:
    assert not found(one("NPV", "£132,906", NET.replace(" (", " at 3.5% (")), "green-book")


def test_green_book_asks_for_lower_rates_where_a_case_looks_beyond_fifty_years() -> None:
    years = [f"{y}/{(y + 1) % 100:02d}" for y in (2020, *range(2055, 2080, 4))]
    rows = by_year(
        f"Line | measure | {' | '.join(years)}",
        f"Net | net benefit | -240 | {' | '.join(['100'] * (len(years) - 1))}",
    )
    finding = only(one("NPV", "£1", NET.replace(" (", " at 3.5% ("), rows=rows), "green-book")
    assert "at the lower rates of its second run" in finding.explanation


# claim-twice


def pair(one_: str, other: str, *lines: str) -> Audit:
    return audited(case_text(claims(one_, other) + (relations(*lines) if lines else "")))


SAME = "`a` same as `b` (stated, line 9)"


def test_claim_twice_with_two_values_that_the_document_calls_one_is_an_error() -> None:
    audit = pair("a | payback | 28 | months | | 5", "b | break-even | 20 | months | | 8", SAME)
    assert only(audit, "claim-twice").level is Level.ERROR


def test_claim_twice_in_months_and_in_years_is_one_value() -> None:
    audit = pair("a | payback | 24 | months | | 5", "b | payback | 2 | years | | 8", SAME)
    assert agrees(audit, "claim-twice")
    audit = pair("a | payback | 40 | months | | 5", "b | payback | 2 | years | | 8", SAME)
    assert "says 2 years; printed is 40 months" in only(audit, "claim-twice").explanation


def test_claim_twice_with_nothing_to_tell_them_apart_is_a_warning() -> None:
    finding = only(pair("a | IRR | 12% | | | 5", "b | IRR | 15% | | | 8"), "claim-twice")
    assert finding.level is Level.WARNING
    assert finding.assumption == (
        "Both are taken to be the same claim, since nothing tells them apart"
    )


@pytest.mark.parametrize(
    "other",
    ["b | IRR | 15% | | after 10 years | 8", "b | NPV | £15 | | | 8", "b | IRR | 12.0% | | | 8"],
    ids=["of another thing", "of another kind", "with the same value"],
)
def test_claim_twice_is_silent_on_claims_that_are_two(other: str) -> None:
    assert not found(pair("a | IRR | 12% | | after 5 years | 5", other), "claim-twice")


# claim-open


def reason(audit: Audit) -> str:
    finding = only(audit, "claim-open")
    assert finding.level is Level.NOTE
    return finding.explanation


def test_claim_open_says_that_no_figures_by_year_are_published() -> None:
    assert "no table sets out its benefits and costs by year" in reason(one("IRR", "12%", rows=""))


def test_claim_open_says_that_more_than_one_table_could_be_meant() -> None:
    twice = by_year() + table(*PROFILE, facets="£000; lines 12 to 15", id_="again")
    assert "more than one table" in reason(one("IRR", "12%", rows=twice))


def test_claim_open_says_that_a_figure_has_no_number() -> None:
    rows = by_year("Line | measure | 2020/21 | 2021/22", "Net | net benefit | -240 | TBC")
    assert "“Net, 2021/22” has no number" in reason(one("IRR", "12%", NET, rows=rows))


def test_claim_open_says_that_a_figure_is_for_several_years_at_once() -> None:
    rows = by_year(
        "Line | measure | 2020/21 | 2021/22 to 2024/25", "Net | net benefit | -240 | 300"
    )
    assert "not set out by year" in reason(one("IRR", "12%", NET, rows=rows))


def test_claim_open_asks_of_each_claim_once_however_often_it_is_printed() -> None:
    audit = pair("a | IRR | 12% | | | 5", "b | IRR | 12% | | | 8", SAME)
    assert only(audit, "claim-open").where[0].figure.name == "a"


@pytest.mark.parametrize("claim", ["it | complexity | 7 | level | | 9", "it | NPV | TBC | | | 9"])
def test_claim_open_is_silent_on_what_is_no_claim_with_a_number(claim: str) -> None:
    assert not found(audited(case_text(claims(claim))), "claim-open")


def test_a_column_of_totals_is_no_year_and_a_table_without_measures_no_profile() -> None:
    assert agrees(one("IRR", "29.7%"), "irr")
    rows = by_year("Line | 2020/21 | 2021/22", "This | -240 | 300", "That | 1 | 2")
    rows = rows.replace("£000;", "budget, £000;")
    assert "no table sets out" in reason(one("IRR", "12%", rows=rows))


ODD = (
    "-240; 120; 0; ; -; nil; N/A; TBC; withheld; 80 to 100; over 300; up to 50; about 2,700; (800);"
    " - 35; 1.2.3 (read 123: points for commas); £5m; 0.001"
)
HEADINGS = (
    "2020/21 | 2021/22 | 2022/23",
    "Year 0 | Year 1 | Year 2",
    "Q1 2020/21 | Q2 2020/21 | Q4 2020/21",
    "2020/21 | 2022/23 to 2024/25 | 2090/91",
    "2020/21 | Year 2 | Total",
    "2022/23 | 2020/21 | 2021",
    "Lower | Average | Upper",
)
VALUES = (
    "NPV | £5m | ",
    "IRR | 12% | ",
    "IRR | -3% | ",
    "return on investment | over 50% | ",
    "benefit-cost ratio | 1.2 | ",
    "payback | Year 2 | ",
    "break-even | Q2 2020/21 | ",
    "payback | about 3 | months",
    "payback | 0 | years",
)
LINES = (
    NET,
    BOTH,
    NET.replace(" (", " at `rate` ("),
    BOTH.replace(" (", " at 3.5% ("),
    "`it` comes from - `years.costs` + `rate` (read as: anything goes)",
    "`years.net.2020-21` = `it` % of `years.costs.2020-21`",
    "`it` = `years.net.2020-21` / `years.costs.2020-21`",
)
ROW = st.lists(st.sampled_from(ODD.split("; ")), min_size=3, max_size=3)


@given(
    heading=st.sampled_from(HEADINGS),
    rows=st.tuples(ROW, ROW, ROW),
    claim=st.sampled_from(VALUES),
    line=st.sampled_from(LINES),
    rate=st.sampled_from(["4.5%", "-99%", "-100%", "up to 9%", "TBC"]),
)
def test_whatever_stands_in_the_years_a_claim_is_worked_out_or_says_why_not(
    heading: str, rows: tuple[list[str], ...], claim: str, line: str, rate: str
) -> None:
    kinds = ("Savings | saving", "Costs | cost", "Net | net benefit")
    cells = (f"{kind} | {' | '.join(row)}" for kind, row in zip(kinds, rows, strict=True))
    years = by_year(f"Line | measure | {heading}", *cells)
    held = claims(f"rate | discount rate | {rate} | | | 8", f"it | {claim} | | 9")
    case = case_of(case_text(years + held + relations(line)), problems=True)
    said = {each.code for each in audit(case, {}, None).tested}
    assert said & {*CODES, "claim-open"} or "comes from" not in line


def test_a_payback_alone_may_be_a_period() -> None:
    text = case_text(claims("it | NPV | 2022/23 | | | 9"))
    assert case_of(text, problems=True).claims[0].value.state is State.UNREADABLE
    text = case_text(claims("it | payback | 2022/23 | | | 9"))
    assert case_of(text).claims[0].value.printed == "2022/23"


@pytest.mark.parametrize("kind", ["NPV", "IRR", "return on investment", "payback", "break-even"])
def test_what_is_said_of_claims_is_neutral(kind: str) -> None:
    unit = "months" if kind in ("payback", "break-even") else "%" if "R" in kind else ""
    line = BOTH if "return" in kind else NET
    audit = one(kind, "7", line.replace(" (", " at 6% ("), unit=unit)
    assert audit.findings
    for finding in audit.findings:
        assert unneutral(beside_quotes(words_of(finding))) == []
