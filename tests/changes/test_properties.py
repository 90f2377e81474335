"""What holds of any two versions of a case, whatever was edited between them.

What changed is also found here in the plainest way: each version is taken apart into its single
values, and the two heaps are held against each other. Items are known again by letters of their
own, which the comparison knows nothing of.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from generator.changes.change import UNREADABLE, Change, Did, Series
from generator.changes.compare import changes_between
from generator.core.amounts import Amount
from generator.core.figures import Table
from tests.changes.random_cases import CODE, Maker, code_of, is_record
from tests.changes.shown import reverse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from generator.core.case import Case

CHANCE = st.randoms(use_true_random=True)  # one seed, which the report of a failure names
# A place in a case: fields, each with the letters of the item where it is a list.
Place = tuple[tuple[str, str], ...]
# Where something stands, what the register calls it by, and what amounts carry themselves.
APART = {"id", "line", "lines", "unit", "unreadable", "removed"}


def two_versions(random: Random, *, crowded: bool = False) -> tuple[Case, Case]:
    maker = Maker(random, crowded=crowded)
    before = maker.case()
    return before, maker.edited(before)


def flat(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401
    """Every single value within a record, with its place."""
    for name in (field.name for field in fields(value) if field.name not in APART):
        inner = getattr(value, name)
        if isinstance(value, Table) and name == "amounts":
            yield from cells(value, place)
        elif isinstance(inner, tuple) and inner and is_record(inner[0]):
            for item in inner:
                yield from flat(item, (*place, (name, letters(item))))
        elif is_record(inner):
            yield from flat(inner, (*place, (name, "")))
        elif inner not in (None, "", ()):
            yield (*place, (name, "")), said(inner)
    if type(value).__name__ == "Case":
        yield (("id", ""),), value.id


def cells(table: Table, place: Place) -> Iterator[tuple[Place, Any]]:
    for r, row in enumerate(table.rows):
        for c, column in enumerate(table.columns):
            where = (("rows", letters(row)), ("columns", letters(column)))
            yield (*place, *where), said(table.amounts[r][c])


def letters(item: Any) -> str:  # noqa: ANN401
    return item.text[:CODE] if type(item).__name__ == "Section" else code_of(item)


def said(value: Any) -> Any:  # noqa: ANN401
    """A value as it is compared: a blank cell has no unit, and a set of words no order."""
    if isinstance(value, Amount):
        unit = value.unit if value.number is not None else None
        return (value.number, unit, value.qualifier, value.state)
    return sorted(map(repr, value)) if isinstance(value, tuple) else value


def place_of(change: Change) -> Place:
    """The place of a change, by the letters of the items on the way to it."""
    side = 0 if change.did is Did.REMOVED else 1
    owner = change.owners[side]
    way = [*(owner if isinstance(owner, tuple) else (owner,))]
    item = (change.before, change.after)[side]
    way = [record for record in way if type(record).__name__ != "Case"]
    way.append(item.axis if isinstance(item, Series) else item)
    place: list[tuple[str, str]] = []
    for step in change.path:
        record = None if step.field == "context" else way.pop(0)
        place.append((step.field, letters(record) if step.key else ""))
    return tuple(place)


def covered(change: Change) -> Iterator[Place]:
    """The single values that a change tells of."""
    place, item = place_of(change), change.after if change.before is None else change.before
    if change.did not in (Did.ADDED, Did.REMOVED):
        yield place
    elif isinstance(item, Series):
        yield from (where for where, _ in flat(item.axis, place))
        name, code = place[-1]
        for axis, _ in item.cells:
            crossing = [("rows", letters(axis)), (name, code)]
            yield (
                *place[:-1],
                *(crossing if name == "columns" else [(name, code), ("columns", letters(axis))]),
            )
    elif is_record(item):
        yield from (where for where, _ in flat(item, place))
    else:
        yield place


def normal(change: Change) -> str:
    """A change as text in which the order of lists says nothing, nor the lines of the source."""
    values = (heap(change.before), heap(change.after))
    return repr((change.path, change.did, change.topic, values))


def heap(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Series):
        amounts = sorted((axis.label, repr(said(amount))) for axis, amount in value.cells)
        return (heap(value.axis), amounts)
    if is_record(value):
        return sorted((repr(where), repr(what)) for where, what in flat(value))
    if isinstance(value, tuple):
        return sorted(repr(heap(each)) for each in value)
    return said(value)


@given(CHANCE)
def test_every_value_that_differs_is_in_exactly_one_change(random: Random) -> None:
    before, after = two_versions(random)
    then, now = dict(flat(before)), dict(flat(after))
    lost = set(after.unreadable)
    differing = {where for where in then.keys() | now.keys() if then.get(where) != now.get(where)}
    told = Counter(
        where
        for change in changes_between(before, after)
        if UNREADABLE not in (change.before, change.after)
        for where in covered(change)
    )
    assert told == Counter(where for where in differing if where[0][0] not in lost)


@given(CHANCE)
def test_a_field_that_could_not_be_read_is_one_change(random: Random) -> None:
    before, after = two_versions(random)
    unread = [c for c in changes_between(before, after) if c.after is UNREADABLE]
    assert {change.field for change in unread} == set(after.unreadable)
    assert not any(c.path[0].field in after.unreadable for c in changes_between(after, after))


@given(CHANCE, st.booleans())
def test_backwards_every_change_is_reversed(random: Random, crowded: bool) -> None:
    before, after = two_versions(random, crowded=crowded)
    there = Counter(normal(reverse(change)) for change in changes_between(before, after))
    back = Counter(normal(change) for change in changes_between(after, before))
    assert there == back


@given(CHANCE, st.booleans())
def test_a_version_has_no_change_against_itself(random: Random, crowded: bool) -> None:
    maker = Maker(random, crowded=crowded)
    case = maker.case()
    assert changes_between(case, case) == ()
    assert changes_between(case, maker.rewritten(case)) == ()


@given(CHANCE, st.booleans())
def test_order_spelling_and_lines_make_no_difference(random: Random, crowded: bool) -> None:
    before, after = two_versions(random, crowded=crowded)
    as_is = Counter(map(normal, changes_between(before, after)))
    maker = Maker(random)
    rewritten = changes_between(maker.rewritten(before), maker.rewritten(after))
    assert Counter(map(normal, rewritten)) == as_is


@given(CHANCE)
def test_no_two_changes_are_at_one_place(random: Random) -> None:
    before, after = two_versions(random, crowded=True)
    places = Counter(
        tuple((step.field, step.key) for step in change.path)
        for change in changes_between(before, after)
    )
    assert set(places.values()) <= {1}
