"""How long the period of a figure is: what is set beside what rests on it."""

from __future__ import annotations

import pytest

from generator.compare.spans import length_words
from generator.core.figures import Context
from generator.core.periods import parse_period
from generator.core.problems import Fault
from generator.core.words import Basis


@pytest.mark.parametrize(
    ("period", "basis", "words"),
    [
        ("2018/19", None, "1 year"),
        ("2018/19 to 2019/20", None, "2 years"),
        ("2018/19 to 2019/20", Basis.RECURRING, "1 year"),
        ("Year 1 to Year 3", None, "3 years"),
        ("summer 2018", None, "3 months"),
        ("18 months", None, "18 months"),
        ("10 weeks", None, "10 weeks"),  # no whole months, and stated all the same
        ("1 May 2018 to 31 October 2018", None, "6 months"),
        ("15 May 2018 to 14 June 2018", None, "1 month"),
        ("1 May 2018 to 3 June 2018", None, "34 days"),
        ("1 May 2018", None, ""),
        ("ongoing", None, ""),
    ],
)
def test_how_long_a_figure_counts(period: str, basis: Basis | None, words: str) -> None:
    found = parse_period(period)
    assert not isinstance(found, Fault)
    assert length_words(Context(period=found, basis=basis)) == words
