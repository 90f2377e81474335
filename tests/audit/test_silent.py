"""Money that changed without a word on why is said; what was announced, or is no money, is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.audit.audit import audit
from generator.core.deciding import Change
from generator.core.words import ChangeKind
from tests.audit.cases import case_of

if TYPE_CHECKING:
    from generator.core.case import Case

TEXT = """---
title: One post room
source: paper
version: "1.0"
headline: {{amount: "{headline}", measure: saving, period: 2020/21, basis: in year, line: 4}}
---

## Financial case

### Costs {{#costs}}
cost, £, in year; lines 3 to 9

| Row   | 2020/21 |
|-------|--------:|
| Staff | {cell}  |
"""
CORRECTED = Change(kind=ChangeKind.CORRECTION, reason="The table says so.")
DECIDED = Change(kind=ChangeKind.DECISION, reason="Cabinet took a smaller scheme.")


def case(headline: str = "£75k", cell: str = "£1,000", **said: object) -> Case:
    return replace(case_of(TEXT.format(headline=headline, cell=cell)), **said)  # type: ignore[arg-type]  # from a table


def found(*states: Case) -> list[str]:
    *earlier, now = states
    said = audit(now, {}, None, earlier=tuple(earlier)).findings
    return [finding.title for finding in said if finding.code == "silent-change"]


HEADLINE = (
    "This register gave the headline as £75,000 and now gives it as £53,000, without a reason"
)
CELL = "This register gave “Staff, 2020/21” as £1,000 and now gives it as £2,000, without a reason"


@pytest.mark.parametrize(
    ("states", "title"),
    [
        ([case(), case("£53k")], HEADLINE),
        ([case(), case(cell="£2,000")], CELL),
        ([case(), case("£60k"), case("£53k")], HEADLINE),
        ([case("£1m"), case(version="1.1"), case("£53k", version="1.1")], HEADLINE),
        ([case(change=DECIDED), case("£53k", change=DECIDED)], HEADLINE),
    ],
)
def test_silent_change_is_said_of_money_that_is_another_one(states: list[Case], title: str) -> None:
    assert found(*states) == [title]


@pytest.mark.parametrize(
    "states",
    [
        [case()],
        [case(), case()],
        [case("£75,000"), case("£0.075m")],
        [case(), case(title="The post room")],
        [case(), case("£53k", version="1.1")],
        [case(), case("£53k", stage="full business case")],
        [case(), case("£53k", change=CORRECTED)],
        [case(change=DECIDED), case("£53k", change=CORRECTED)],
        [case(), case("£53k"), case("£53k", change=CORRECTED)],  # said afterwards
        [case(), case("£53k"), case("£53k", version="1.1")],
        [case(), case("£53k"), case()],  # and put back
        [replace(case(), unreadable=("headline",), headline=None), case("£53k")],
        [case(), replace(case(), unreadable=("headline",), headline=None)],
    ],
)
def test_silent_change_is_not_said_of_what_was_announced_or_moves_no_money(
    states: list[Case],
) -> None:
    assert found(*states) == []


def test_silent_change_of_several_figures_is_one_finding_with_the_largest_first() -> None:
    states = (case(), case("£53k", "£2,000"))
    assert found(*states) == [f"{HEADLINE}; 1 other figure changed too"]
