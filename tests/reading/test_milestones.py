"""The milestones of a register: meetings and days between which it is compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.core.councils import Moment
from generator.reading.register import load_register
from tests.reading.corpus import make_register

if TYPE_CHECKING:
    from pathlib import Path

FILE = "cases/milestones.yml"


def test_a_milestone_is_a_day_or_a_mark_in_the_history(tmp_path: Path) -> None:
    text = (
        "cabinet: {title: Cabinet, dated: 2018-02-15, body: Cabinet}\n"
        "approved: {title: Budget approved, mark: budget-2018}\n"
    )
    register = load_register(make_register(tmp_path, {FILE: text}))
    assert not register.problems
    assert register.moments == {
        "cabinet": Moment(title="Cabinet", dated=date(2018, 2, 15), body="Cabinet"),
        "approved": Moment(title="Budget approved", mark="budget-2018"),
    }


def test_a_milestone_with_both_or_neither_is_reported_where_it_stands(tmp_path: Path) -> None:
    text = "a: {title: A, dated: 2018-02-15, mark: x}\nb: {title: B}\n"
    problems = load_register(make_register(tmp_path, {FILE: text})).problems
    assert [(p.place.line, p.fault.code) for p in problems] == [
        (1, "milestone-time"),
        (2, "milestone-time"),
    ]
    assert "keep one of the two" in problems[0].fault.remedy
