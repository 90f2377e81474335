"""A finding stands where the figure that it is about was typed, so that an editor leads there."""

from __future__ import annotations

import pytest

from generator.reading.examples import EXAMPLES, example_register
from generator.reading.found import placed_findings


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("no-such-year", "2021/23 (read"),
        ("year-twice", "2017/18 | 2017-18 "),
        ("row-total", "£"),
        ("headline-split", "£"),
        ("product", "£"),
    ],
)
def test_a_finding_stands_at_what_was_typed(code: str, typed: str) -> None:
    found = placed_findings(example_register(code), lambda _: True)
    place = next(one.place for one in found if one.finding.code == code)
    lines = (EXAMPLES / code / place.path).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1][place.column - 1 :].startswith(typed)
