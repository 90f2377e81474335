"""The arithmetic of appraisal, held against an independent library and against paper."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
import pyxirr
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.audit.appraisal import (
    Flow,
    changes_of_sign,
    factor_at,
    first_paid_back,
    internal_rate,
    later,
    part_of_period,
    present_span,
    present_value,
    running_totals,
)
from generator.audit.greenbook import SENSITIVITY, STANDARD, Step, scheduled
from generator.audit.precision import Span

CLOSE = 1e-4  # 0.01 percent
MONEY = st.integers(min_value=-10_000_000, max_value=10_000_000)
RATES = st.decimals(min_value="0.001", max_value="0.25", places=4)


def flows(*values: int) -> tuple[Flow, ...]:
    """A value a year, the first at once."""
    return tuple(
        Flow(time=Decimal(n), value=Decimal(v), span=Span(low=Decimal(v), high=Decimal(v)))
        for n, v in enumerate(values)
    )


@given(values=st.lists(MONEY, min_size=1, max_size=40), rate=RATES)
def test_a_present_value_is_that_of_an_independent_library_in_both_conventions(
    values: list[int], rate: Decimal
) -> None:
    for years, from_zero in ((0, True), (1, False)):
        ours = present_value(later(flows(*values), Decimal(years)), factor_at(rate))
        theirs = pyxirr.npv(float(rate), [float(v) for v in values], start_from_zero=from_zero)
        assert theirs is not None
        assert float(ours) == pytest.approx(theirs, rel=CLOSE, abs=1)


@given(
    spent=st.integers(min_value=100, max_value=1_000_000),
    gained=st.lists(st.integers(min_value=0, max_value=1_000_000), min_size=1, max_size=30),
)
def test_a_rate_of_return_is_that_of_an_independent_library(spent: int, gained: list[int]) -> None:
    assume(any(gained))
    ours = internal_rate(flows(-spent, *gained))
    theirs = pyxirr.irr([-spent, *map(float, gained)])
    assert ours is not None
    assert theirs is not None
    assert float(ours) == pytest.approx(theirs, rel=CLOSE, abs=1e-6)


@given(values=st.lists(MONEY, min_size=2, max_size=20))
def test_a_rate_of_return_makes_the_years_worth_nothing(values: list[int]) -> None:
    rate = internal_rate(flows(*values))
    assert (rate is None) or changes_of_sign(flows(*values)) == 1
    if rate is not None and rate > Decimal("-0.9"):
        worth = present_value(flows(*values), factor_at(rate))
        assert abs(worth) < max(map(abs, values))


@pytest.mark.parametrize(
    "values",
    [(-100, 230, -132), (100, 50), (-100, -50), (0, 0), (-1, 3, -3, 1)],
    ids=["two changes", "only in", "only out", "nothing", "three changes"],
)
def test_a_rate_of_return_that_is_not_the_only_one_is_none(values: tuple[int, ...]) -> None:
    assert internal_rate(flows(*values)) is None


@given(values=st.lists(MONEY, min_size=1, max_size=20), rate=RATES, wide=st.integers(0, 500))
def test_what_rounded_years_may_be_worth_holds_what_they_are(
    values: list[int], rate: Decimal, wide: int
) -> None:
    rounded = tuple(
        Flow(time=f.time, value=f.value, span=Span(low=f.value - wide, high=f.value + wide))
        for f in flows(*values)
    )
    span = present_span(rounded, factor_at(rate + Decimal("0.0005")), factor_at(rate))
    assert span.low <= present_value(rounded, factor_at(rate)) <= span.high


@given(values=st.lists(MONEY, min_size=1, max_size=20))
def test_paying_back_is_the_first_year_at_whose_end_nothing_is_left(values: list[int]) -> None:
    numbers = [Decimal(value) for value in values]
    found, totals = first_paid_back(numbers), running_totals(numbers)
    if found is None:
        assert all(total < 0 for total in totals)
    else:
        assert totals[found] >= 0
        assert all(total < 0 for total in totals[:found])
        assert found == 0 or 0 <= part_of_period(numbers, found) <= 1


# The same figures on paper: 330 + 335 to pay back, 3,297 in the third year.
def test_what_is_left_to_pay_back_is_spread_evenly_over_the_year_that_pays_it() -> None:
    values = [Decimal(-330), Decimal(-335), Decimal(3297)]
    assert first_paid_back(values) == 2
    assert part_of_period(values, 2) == pytest.approx(Decimal(665) / Decimal(3297))


# The table of the source that greenbook.py names, as printed there.
TABLE = """0-30,3.50%,3.00%
31-75,3.00%,2.57%
76-125,2.50%,2.14%
126-200,2.00%,1.71%
201-300,1.50%,1.29%
301 and over,1.00%,0.86%
"""


@pytest.mark.parametrize(("column", "schedule"), [(1, STANDARD), (2, SENSITIVITY)])
def test_the_green_book_s_rates_are_those_of_the_printed_table(
    column: int, schedule: tuple[Step, ...]
) -> None:
    rows = list(csv.reader(io.StringIO(TABLE)))
    printed = [Decimal(row[column].rstrip("%")) / 100 for row in rows]
    lasts = [int(row[0].split("-")[1]) if "-" in row[0] else None for row in rows]
    assert [step.rate for step in schedule] == printed
    assert [step.last for step in schedule] == lasts


@given(year=st.integers(min_value=1, max_value=400))
def test_the_green_book_discounts_each_year_at_its_own_rate(year: int) -> None:
    worth = scheduled(STANDARD)
    this, before = worth(Decimal(year)), worth(Decimal(year - 1))
    step = next(step for step in STANDARD if step.last is None or year <= step.last)
    assert before / this == pytest.approx(1 + step.rate, rel=Decimal("1e-12"))


@given(year=st.integers(min_value=0, max_value=30))
def test_for_thirty_years_the_green_book_is_one_rate(year: int) -> None:
    ours = float(scheduled(STANDARD)(Decimal(year)))
    theirs = pyxirr.pv(0.035, year, 0, -1)
    assert ours == pytest.approx(theirs, rel=1e-9)
