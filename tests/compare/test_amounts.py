"""Amounts for each resident, as a share of the budget, and in the prices of one year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.amounts import (
    WAYS,
    Derived,
    NotDerived,
    made_comparable,
    per_resident,
    real_terms,
    share_of_budget,
)
from generator.compare.comparison import compare
from generator.compare.facts import FigureFacts, Side
from generator.core.amounts import PEOPLE, Amount, Qualifier, State, exactly
from generator.core.councils import Council, NetBudget, Population
from generator.core.deflators import Deflator, DeflatorYear, latest
from generator.core.figures import Context
from generator.core.money_format import format_amount
from generator.core.periods import Period, calendar_year, financial_year, span

if TYPE_CHECKING:
    from tests.compare.conftest import Real

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
Y14, Y15 = financial_year(2014), financial_year(2015)


def of(real: Real, amount: Amount, period: Period | None = Y14, **council: object) -> Side:
    """A side with this amount; `council` says what is known of its council."""
    known = Council.__dataclass_fields__.keys() & council.keys()
    assert known == council.keys()
    figure = FigureFacts(
        name="headline", text="the headline", amount=amount, context=Context(period=period)
    )
    return Side(
        facts=real.facts[OURS],
        council=Council(name="Northshire", short_name="Northshire", **council),  # type: ignore[arg-type] # checked above
        figure=figure,
    )


def release(*indices: tuple[Period, str], released: date = date(2014, 6, 27)) -> Deflator:
    """Index numbers by year, the first being the base year and the last a forecast."""
    return Deflator(
        series="Prices",
        source="a statistics office",
        released=released,
        base_year=indices[0][0],
        years=tuple(
            DeflatorYear(
                year=year, index=exactly(Decimal(index)), forecast=number == len(indices) - 1
            )
            for number, (year, index) in enumerate(indices)
        ),
    )


PRICES = {"prices-2014": release((Y14, "100"), (Y15, "102"))}


def test_an_amount_of_the_register_for_each_resident(real: Real) -> None:
    found = per_resident(real.side(OURS), {})
    assert isinstance(found, Derived)
    assert format_amount(found.amount) == "at least £0.76"
    assert found.under == (
        "657,204 people in 2020 (mySociety, UK local authority names and codes, version of "
        "10 July 2025). The figure is for 2019/20."
    )


@pytest.mark.parametrize("path", ["plymouth/2014-15/cst-service-review", OURS])
def test_the_register_holds_no_budget_and_no_deflator_and_says_so(path: str, real: Real) -> None:
    """Nothing is typed from memory, and everything works without it."""
    side = real.side(path)
    year = "2014/15" if "2014" in path else "2019/20"
    assert real.register.deflators == {}
    share, prices = share_of_budget(side, {}), real_terms(side, real.register.deflators)
    assert isinstance(share, NotDerived)
    assert isinstance(prices, NotDerived)
    assert share.reason == (f"The register holds no net budget of {side.council_name} for {year}.")
    assert prices.reason == f"No deflator for {year}."


def test_a_share_of_the_budget_of_the_same_year(real: Real) -> None:
    budget = NetBudget(year=Y14, amount=exactly(Decimal(400_000_000)), source="Budget book")
    side = of(real, exactly(Decimal(1_000_000)), net_budgets=(budget,))
    found = share_of_budget(side, {})
    assert isinstance(found, Derived)
    assert (format_amount(found.amount), found.under) == (
        "about 0.25%",
        "Net budget for 2014/15: £400 million (Budget book).",
    )
    later = of(real, exactly(Decimal(1_000_000)), Y15, net_budgets=(budget,))
    assert isinstance(share_of_budget(later, {}), NotDerived)


def test_real_terms_name_the_release_and_its_forecasts(real: Real) -> None:
    found = real_terms(of(real, exactly(Decimal(1_020_000)), Y15), PRICES)
    assert isinstance(found, Derived)
    assert format_amount(found.amount) == "about £1 million"
    assert found.under == (
        "In 2014/15 prices, by Prices, released 27 June 2014 (a statistics office). "
        "A forecast then: 2015/16."
    )


def test_the_latest_release_is_used() -> None:
    older, newer = PRICES["prices-2014"], release((Y14, "100"), released=date(2015, 7, 1))
    assert latest([newer, older]) is newer
    assert latest([]) is None


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        (financial_year(2019), "No deflator for 2019/20."),
        (calendar_year(2014), "The figure is not for one financial year."),
        (span(Y14, Y15), "The figure is not for one financial year."),
        (None, "The figure is not for one financial year."),
    ],
)
def test_where_there_is_no_deflator_it_is_said(
    period: Period | None, reason: str, real: Real
) -> None:
    found = real_terms(of(real, exactly(Decimal(1)), period), PRICES)
    assert isinstance(found, NotDerived)
    assert found.reason == reason


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.code)
@pytest.mark.parametrize(
    "amount", [Amount(state=State.WITHHELD), Amount(state=State.TBC), exactly(Decimal(3), PEOPLE)]
)
def test_what_is_no_amount_in_pounds_is_not_worked_out(
    way: object, amount: Amount, real: Real
) -> None:
    found = getattr(way, "work")(of(real, amount), PRICES)  # noqa: B009 - any way
    assert isinstance(found, NotDerived)
    assert found.reason == "There is no amount in pounds."


def test_a_range_keeps_both_ends_and_up_to_stays_up_to(real: Real) -> None:
    people = Population(people=exactly(Decimal(1000), PEOPLE), year=None, source="Census")
    wide = Amount(number=Decimal(1000), high=Decimal(2000))
    found = per_resident(of(real, wide, population=people), {})
    assert isinstance(found, Derived)
    assert format_amount(found.amount) == "about £1 to £2"
    assert found.under.startswith("1,000 people (Census).")
    most = replace(exactly(Decimal(5000)), qualifier=Qualifier.UP_TO)
    found = per_resident(of(real, most, population=people), {})
    assert isinstance(found, Derived)
    assert format_amount(found.amount) == "up to £5"


@given(
    pounds=st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    people=st.integers(min_value=1, max_value=10**7),
)
def test_a_share_is_rounded_once_to_the_nearest_penny(
    pounds: Decimal, people: int, real: Real
) -> None:
    population = Population(people=exactly(Decimal(people), PEOPLE), year=None, source="Census")
    found = per_resident(of(real, exactly(pounds), population=population), {})
    assert isinstance(found, Derived)
    assert found.amount.number is not None
    assert abs(Fraction(found.amount.number) - Fraction(pounds) / people) <= Fraction(1, 200)
    assert found.amount.qualifier is Qualifier.ABOUT


def test_what_blocks_a_scale_blocks_one_for_each_resident_too(real: Real) -> None:
    theirs = "peterborough/2019-20/shared-services-savings"
    both = compare([real.side(OURS), real.side(theirs)])
    assert made_comparable(both, {}) == ()
    year = compare([real.side(OURS), real.side(f"{theirs}#headline.splits.2019-20")])
    looks = {look.way.code: look for look in made_comparable(year, {})}
    for_each = [value for _, value in looks["per-resident"].values]
    assert [format_amount(v.amount) for v in for_each if isinstance(v, Derived)] == [
        "at least £0.76",
        "about £22.21",
    ]
    assert looks["real-terms"].reasons == ("No deflator for 2019/20.",)


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (Qualifier.AT_LEAST, "at least £0.66"),
        (Qualifier.OVER, "over £0.66"),
        (Qualifier.UP_TO, "up to £0.67"),
        (Qualifier.UNDER, "under £0.67"),
        (Qualifier.ABOUT, "about £0.67"),
    ],
)
def test_what_is_at_least_or_at_most_so_much_stays_true_when_rounded(
    qualifier: Qualifier, expected: str, real: Real
) -> None:
    people = Population(people=exactly(Decimal(3), PEOPLE), year=None, source="Census")
    two = replace(exactly(Decimal(2)), qualifier=qualifier)
    found = per_resident(of(real, two, population=people), {})
    assert isinstance(found, Derived)
    assert format_amount(found.amount) == expected
