"""A correction is told for good, with what was printed before it and after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.changes.corrections import corrections
from tests.reading.corpus import load, top

if TYPE_CHECKING:
    from generator.core.case import Case

HEADLINE = "headline: {{amount: {}, measure: saving, period: 2018/19, line: 3}}\n"
CORRECTED = "change: {kind: correction, reason: A digit was copied twice.}\n"
DECIDED = "change: {kind: decision, reason: The committee asked for less.}\n"


def case(amount: str, change: str = "") -> Case:
    loaded = load(top(HEADLINE.format(amount) + change))
    assert not loaded.problems
    return loaded.case


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ([case("£99k")], []),
        ([case("£99k", CORRECTED)], []),
        ([case("£99k"), case("£9k", CORRECTED)], [1]),
        ([case("£99k"), case("£9k", DECIDED)], []),
        ([case("£99k"), case("£9k", CORRECTED), case("£8k", DECIDED)], [1]),
        ([case("£99k"), case("£9k", CORRECTED), case("£9k", CORRECTED)], [1]),
    ],
)
def test_a_correction_stays_whatever_comes_after_it(states: list[Case], found: list[int]) -> None:
    assert [one.at for one in corrections(states)] == found


def test_it_says_what_was_and_what_is_and_why() -> None:
    (one,) = corrections([case("£99k"), case("£9k", CORRECTED)])
    assert one.reason == "A digit was copied twice."
    assert "£99,000" in one.sentences[0].text
    assert "£9,000" in one.sentences[0].text


def test_two_corrections_with_reasons_of_their_own_are_two() -> None:
    first = case("£9k", CORRECTED)
    assert first.change
    other = replace(case("£8k"), change=replace(first.change, reason="A row was left out."))
    assert [one.at for one in corrections([case("£99k"), first, other])] == [1, 2]
