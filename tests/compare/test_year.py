"""A council's year: parts of it, what is new and what is not, and who else it depends on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.year import (
    AS_CALLED,
    CouncilYear,
    InYear,
    Part,
    Partner,
    council_year,
    few_and_many,
)
from generator.core.adding_up import add_up, sum_of
from generator.core.amounts import Qualifier
from generator.core.case_amounts import Reason, case_amount, pounds

if TYPE_CHECKING:
    from tests.compare.conftest import Real

CAMBRIDGESHIRE = "cambridgeshire/2018-19/"
PLANS = (CAMBRIDGESHIRE, "cambridgeshire/2019-20/", "plymouth/2014-15/", "cheltenham/2016-17/")


def cases_of(real: Real, plan: str) -> list[InYear]:
    return [
        InYear(facts=facts, amount=case_amount(real.cases[path]))
        for path, facts in real.facts.items()
        if path.startswith(plan)
    ]


def year_of(real: Real, plan: str) -> CouncilYear:
    return council_year(cases_of(real, plan), real.register.themes)


def parts(year: CouncilYear) -> list[Part]:
    return [*year.by_committee, *year.by_theme, *year.by_measure, *year.by_nature]


def test_most_of_what_cambridgeshire_calls_savings_is_described_as_savings(real: Real) -> None:
    year = year_of(real, CAMBRIDGESHIRE)
    by_nature = {
        part.key: (len(part.paths), sum(total.amount or 0 for total in part.added.totals))
        for part in year.by_nature
    }
    assert by_nature == {
        AS_CALLED: (43, Decimal(14_898_000)),
        "income": (7, Decimal(6_262_000)),
        "other funding": (3, Decimal(8_600_000)),
        "partly other funding": (1, Decimal(400_000)),
        "partly income": (3, Decimal(1_406_000)),
        "replaces income given up": (3, Decimal(1_200_000)),
    }


def test_a_few_large_cases_make_up_half(real: Real) -> None:
    found = year_of(real, CAMBRIDGESHIRE).few_and_many
    assert found
    assert found.large[0] == f"{CAMBRIDGESHIRE}a-r-6-114-learning-disability-independence"
    assert found.sentence == (
        "5 of 36 cases make up £7.6 million of £14,898,000; the other 31 come to £7,298,000."
    )


def test_who_else_a_case_depends_on(real: Real) -> None:
    why = {each.path: each.why for each in year_of(real, "cambridgeshire/2019-20/").partners}
    assert why == {
        "cambridgeshire/2019-20/a-r-6-209-shared-services-programme": (
            Partner.SAME_CASE,
            Partner.THEME,
        ),
        "cambridgeshire/2019-20/a-r-6-211-safer-communities-partnership": (Partner.PAYS,),
    }


@pytest.mark.parametrize("plan", PLANS)
def test_every_sum_is_that_of_its_cases(plan: str, real: Real) -> None:
    for part in parts(year_of(real, plan)):
        held = [one.path for total in part.added.totals for one in total.ones]
        left = [item.one.path for item in part.added.left_out]
        assert sorted([*held, *left]) == sorted(part.paths)
        for total in part.added.totals:
            if total.amount is not None:
                assert total.amount == reduce(Decimal.__add__, map(pounds, total.ones))


@pytest.mark.parametrize("plan", PLANS)
def test_parts_count_what_the_whole_counts_and_leave_out_what_it_leaves_out(
    plan: str, real: Real
) -> None:
    year = year_of(real, plan)
    for some in (year.by_committee, year.by_measure):
        counted = [one.path for part in some for total in part.added.totals for one in total.ones]
        assert sorted(counted) == sorted(
            one.path for total in year.whole.totals for one in total.ones
        )
        left = [item.one.path for part in some for item in part.added.left_out]
        assert sorted(left) == sorted(item.one.path for item in year.whole.left_out)


def test_savings_of_projects_that_a_programme_holds_stand_in_no_part(real: Real) -> None:
    (savings,) = (
        part for part in year_of(real, "plymouth/2014-15/").by_measure if part.key == "saving"
    )
    assert [(total.amount, len(total.ones)) for total in savings.added.totals] == [
        (Decimal(1_879_000), 4)
    ]
    assert {item.reason for item in savings.added.left_out} >= {Reason.PART}


@pytest.mark.parametrize("plan", PLANS)
def test_parts_that_do_not_overlap_are_all_cases_together(plan: str, real: Real) -> None:
    year = year_of(real, plan)
    every = sorted(case.facts.path for case in cases_of(real, plan))
    for some in (year.by_committee, year.by_measure, year.by_nature):
        assert sorted(path for part in some for path in part.paths) == every
    assert {path for part in year.by_theme for path in part.paths} <= set(every)


@given(data=st.data())
def test_the_order_of_the_cases_makes_no_difference(data: st.DataObject, real: Real) -> None:
    cases = cases_of(real, data.draw(st.sampled_from(PLANS)))
    some = data.draw(st.lists(st.sampled_from(cases), unique_by=lambda case: case.facts.path))
    themes = real.register.themes
    assert council_year(data.draw(st.permutations(some)), themes) == council_year(some, themes)


def test_the_four_cases_of_a_total_are_not_called_a_few_and_many(real: Real) -> None:
    assert year_of(real, "plymouth/2014-15/").few_and_many is None


def test_two_cases_have_no_few_and_many(real: Real) -> None:
    cases = cases_of(real, CAMBRIDGESHIRE)[:2]
    total = add_up(case.amount for case in cases).totals[0]
    assert few_and_many(total) is None
    assert few_and_many(replace(total, amount=None)) is None


def test_no_few_make_up_half_where_an_amount_is_below_zero(real: Real) -> None:
    (total, *_) = year_of(real, CAMBRIDGESHIRE).whole.totals
    largest = max(total.ones, key=pounds)
    assert largest.headline
    amount = replace(largest.headline.amount, number=Decimal(-1))
    below = replace(largest, headline=replace(largest.headline, amount=amount))
    ones = tuple(below if one is largest else one for one in total.ones)
    assert few_and_many(replace(total, ones=ones, amount=sum_of(ones))) is None


def test_what_is_the_least_is_said_to_be_so_of_the_few_large_cases_too(real: Real) -> None:
    (total, *_) = year_of(real, CAMBRIDGESHIRE).whole.totals
    largest = max(total.ones, key=pounds)
    assert largest.headline
    amount = replace(largest.headline.amount, qualifier=Qualifier.AT_LEAST)
    least = replace(largest, headline=replace(largest.headline, amount=amount))
    ones = tuple(least if one is largest else one for one in total.ones)
    found = few_and_many(replace(total, ones=ones, at_least=True))
    assert found
    assert found.sentence == (
        "5 of 36 cases make up at least £7.6 million of at least £14,898,000; the other 31 come to "
        "£7,298,000."
    )
