"""Every field of the model has a line that says how two versions of it are compared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest

from generator.changes.fields import RULES, SHAPES
from generator.changes.shape import How
from generator.core.amounts import Amount, Unit
from generator.core.case import Case
from generator.core.figures import Description
from generator.core.identity import CaseId
from generator.core.periods import Period
from generator.core.relations import Term
from generator.core.scalars import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

# Compared whole, by a rule of its own for its kind.
VALUES = (Amount, Period, CaseId, Lines, Term, Unit, date, Decimal)


def named_in(hint: Any) -> Iterator[type]:  # noqa: ANN401 - an annotation of any form
    """The classes that an annotation names."""
    if isinstance(hint, type) and hint is not type(None) and not get_args(hint):
        yield hint
    for inner in get_args(hint):
        yield from named_in(inner)


def records(record: type, known: set[type]) -> set[type]:
    """A record of the model and every record below it."""
    known.add(record)
    for hint in get_type_hints(record).values():
        for kind in named_in(hint):
            if is_dataclass(kind) and kind not in VALUES and kind not in known:
                records(kind, known)
    return known


MODEL = sorted(records(Case, set()), key=lambda record: record.__name__)


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_compared_in_one_way(record: type) -> None:
    shape = SHAPES[record]
    groups = (
        *(shape.names, shape.places, shape.values, shape.records, shape.items, shape.grid),
        shape.apart,
    )
    named = [name for group in groups for name in group]
    assert sorted(named) == sorted(field.name for field in fields(record))


def test_the_table_holds_no_record_that_is_not_in_the_model() -> None:
    assert set(SHAPES) == set(MODEL)


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_a_field_is_compared_as_what_it_holds(record: type) -> None:
    """A record as a record, a list of records item by item, and anything else as a value."""
    hints = get_type_hints(record)
    for rule in RULES[record]:
        inner = [kind for kind in named_in(hints[rule.name]) if kind in SHAPES]
        expected = How.RECORD if inner else How.VALUE
        if inner and "tuple" in str(hints[rule.name]):
            expected = How.ITEMS
        if rule.how is How.GRID:
            assert rule.name in ("rows", "columns", "amounts")
        else:
            assert rule.how is expected, rule.name


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_what_takes_no_part_says_where_or_under_which_name_something_is_kept(record: type) -> None:
    apart = set(SHAPES[record].apart)
    assert apart <= {"id", "line", "lines", "unit", "unreadable", "removed"}


def test_items_of_every_list_are_told_apart_by_something() -> None:
    lists = [
        kind
        for record in MODEL
        for rule in RULES[record]
        if rule.how is How.ITEMS or rule.name in ("rows", "columns")
        for kind in named_in(get_type_hints(record)[rule.name])
        if kind in SHAPES
    ]
    assert lists
    assert all(SHAPES[kind].keys for kind in lists)
    # A description is a word of a list and nothing else: another word is another description.
    assert {kind for kind in lists if not SHAPES[kind].label} == {Description}
