"""The rows behind the charts of a council's year: steps to the total, and amounts by theme."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.compare.year import CouncilYear, InYear, council_year
from generator.compare.year_steps import year_steps, year_strips
from generator.core.case_amounts import case_amount, pounds

if TYPE_CHECKING:
    from tests.compare.conftest import Real

CAMBRIDGESHIRE = "cambridgeshire/2018-19/"
PLYMOUTH = "plymouth/2014-15/"
ONE_CASE = "cambridgeshire/2018-19/a-r-6-129-russell-street"
NO_TOTAL = ("cheltenham/2016-17/",)


def year_of(real: Real, plan: str) -> CouncilYear:
    cases = (
        InYear(facts=facts, amount=case_amount(real.cases[path]))
        for path, facts in real.facts.items()
        if path.startswith(plan)
    )
    return council_year(cases, real.register.themes)


def test_committees_lead_step_by_step_to_the_total_of_cambridgeshire(real: Real) -> None:
    found = year_steps(year_of(real, CAMBRIDGESHIRE))
    assert found
    assert found.by_committee
    assert [(step.key, len(step.cases), step.amount) for step in found.steps][:3] == [
        ("Adults Policy and Service Committee", 11, Decimal(7_557_000)),
        ("Children and Young People Policy and Service Committee", 11, Decimal(4_473_000)),
        (
            "Highways and Community Infrastructure Policy and Service Committee",
            6,
            Decimal(1_760_000),
        ),
    ]
    assert found.amount == Decimal(14_898_000)


def test_where_papers_name_no_committee_each_case_is_a_step(real: Real) -> None:
    found = year_steps(year_of(real, PLYMOUTH))
    assert found
    assert not found.by_committee
    assert [step.amount for step in found.steps] == [
        Decimal(655_000),
        Decimal(500_000),
        Decimal(450_000),
        Decimal(274_000),
    ]


@pytest.mark.parametrize("plan", [CAMBRIDGESHIRE, PLYMOUTH])
def test_each_step_begins_where_the_one_before_ends_and_the_last_ends_at_the_total(
    plan: str, real: Real
) -> None:
    found = year_steps(year_of(real, plan))
    assert found
    assert found.steps[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(found.steps))
    assert found.steps[-1].end == found.amount == found.total.amount
    paths = sorted(one.path for step in found.steps for one in step.cases)
    assert paths == sorted(one.path for one in found.total.ones)


@pytest.mark.parametrize("plan", [CAMBRIDGESHIRE, PLYMOUTH])
def test_strips_hold_the_amounts_of_the_total_and_no_other(plan: str, real: Real) -> None:
    year = year_of(real, plan)
    found = year_strips(year)
    assert found
    held = {one.path for one in found.total.ones}
    for strip in found.strips:
        (part,) = (part for part in year.by_theme if part.key == strip.theme)
        assert {one.path for one in strip.cases} == held & set(part.paths)
        assert list(map(pounds, strip.cases)) == sorted(map(pounds, strip.cases))


def test_a_plan_with_one_amount_has_neither_steps_nor_strips(real: Real) -> None:
    year = year_of(real, ONE_CASE)
    assert [len(total.ones) for total in year.whole.totals] == [1]
    assert year_steps(year) is None
    assert year_strips(year) is None


@pytest.mark.parametrize("plan", NO_TOTAL)
def test_a_plan_of_which_nothing_can_be_added_up_has_neither_steps_nor_strips(
    plan: str, real: Real
) -> None:
    year = year_of(real, plan)
    assert (year.whole.totals, year_steps(year), year_strips(year)) == ((), None, None)
