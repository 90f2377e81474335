"""Every field of the model has a sentence of its own, so that no change is passed over."""

from __future__ import annotations

import pytest

from generator.changes.fields import RULES, SHAPES
from generator.changes.items import ESSENTIALS
from generator.changes.sayers import SAYERS
from generator.changes.shape import How
from generator.core.figures import Axis, Context, Table

COMPARED = [
    (record, rule)
    for record in SHAPES
    for rule in RULES[record]
    if not (rule.how is How.RECORD and rule.name == "context")
]


@pytest.mark.parametrize(
    ("record", "field"), [(record.__name__, rule.name) for record, rule in COMPARED]
)
def test_a_field_that_is_compared_has_a_sentence(record: str, field: str) -> None:
    assert (record, field) in SAYERS, f"say in sayers.py how a change of {record}.{field} is told"


def test_no_sentence_is_kept_for_a_field_that_is_not_compared() -> None:
    compared = {(record.__name__, rule.name) for record, rule in COMPARED}
    grid = {(Table.__name__, name) for name in ("rows", "columns", "amounts")}
    assert set(SAYERS) - compared - grid == {("Section", "heading")} - compared


@pytest.mark.parametrize("record", [r for r in SHAPES if r not in (Axis, Context)], ids=str)
def test_an_item_that_comes_or_goes_is_told_with_its_essentials(record: type) -> None:
    assert record in ESSENTIALS or record.__name__ == "Case"
