"""What changed between two versions of a case, found by comparing the two records.

The comparison goes down both records side by side, along the table in `fields`. An item that
only one version has is one change, whatever it holds; within one that both have, each value
that differs is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.changes.change import UNREADABLE, Did, Step, Topic
from generator.changes.fields import RULES
from generator.changes.identical import identical
from generator.changes.pairing import pairs
from generator.changes.shape import How
from generator.changes.spot import Spot
from generator.changes.tables import (
    amounts_of,
    cell_changes,
    says_the_same,
    series_change,
    step_to,
    with_renamed,
)
from generator.changes.values import (
    is_set,
    same,
    topic_of_amounts,
    topic_of_item,
    topic_of_value,
)
from generator.core.case import Case
from generator.core.figures import Context, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.changes.change import Change
    from generator.changes.pairing import Pair
    from generator.changes.shape import Rule


def changes_between(before: Case, after: Case) -> tuple[Change, ...]:
    """All that changed from one version of a case to a later one, in the order of the model.

    Spelling, order and the lines on which things stand are no change. Of a field that could not
    be read in one of the two, nothing is said but that; in both, nothing at all.
    """
    spot = Spot(path=(), topic=Topic.WORDING, then=(before,), now=(after,))
    found: list[Change] = []
    for rule in RULES[Case]:
        then, now = getattr(before, rule.name), getattr(after, rule.name)
        lost = (rule.name in before.unreadable, rule.name in after.unreadable)
        if not any(lost):
            found += _field(spot, rule, then, now)
        elif not all(lost):
            values = (UNREADABLE, now) if lost[0] else (then, UNREADABLE)
            found.append(spot.at(Step(field=rule.name)).change(Did.CHANGED, *values))
    return tuple(found)


def _fields(spot: Spot, then: Any, now: Any) -> Iterator[Change]:  # noqa: ANN401 - one record, twice
    for rule in RULES[type(now)]:
        yield from _field(spot, rule, getattr(then, rule.name), getattr(now, rule.name))


def _field(spot: Spot, rule: Rule, then: Any, now: Any) -> Iterator[Change]:  # noqa: ANN401 - as above
    if identical(then, now):
        return
    here = spot.at(Step(field=rule.name), rule.topic)
    if rule.how is How.ITEMS:
        yield from _items(spot, rule.name, here.topic, pairs(then, now))
    elif rule.how is How.RECORD:
        yield from _record(here, then, now)
    elif rule.how is How.VALUE and not same(then, now):
        topic = topic_of_value(here.topic, then, now)
        yield spot.at(Step(field=rule.name), topic).change(_did(rule, then, now), then, now)


def _did(rule: Rule, then: Any, now: Any) -> Did:  # noqa: ANN401 - values of any field
    if rule.did is not Did.CHANGED or (is_set(then) and is_set(now)):
        return rule.did
    return Did.REMOVED if is_set(then) else Did.ADDED


def _record(spot: Spot, then: Any, now: Any) -> Iterator[Change]:  # noqa: ANN401 - one record, twice
    """A record within another; a context belongs to the figure that it is said of."""
    if then is None or now is None:
        yield spot.change(Did.ADDED if then is None else Did.REMOVED, then, now)
    else:
        yield from _fields(spot if isinstance(now, Context) else spot.within(then, now), then, now)


def _items(spot: Spot, name: str, topic: Topic, found: Sequence[Pair]) -> Iterator[Change]:
    for pair in found:
        items = [item for item in (pair.before, pair.after) if item is not None]
        here = spot.at(step_to(name, pair), topic_of_item(topic, items))
        if len(items) == 1:
            did = Did.ADDED if pair.before is None else Did.REMOVED
            yield here.change(did, pair.before, pair.after)
        elif not identical(pair.before, pair.after):
            below = _table if isinstance(pair.after, Table) else _fields
            yield from below(here.within(pair.before, pair.after), pair.before, pair.after)


def _table(spot: Spot, then: Table, now: Table) -> Iterator[Change]:
    rows, columns = pairs(then.rows, now.rows), pairs(then.columns, now.columns)
    rows = with_renamed("rows", rows, columns, then, now)
    columns = with_renamed("columns", columns, rows, then, now)
    found = [*_fields(spot, then, now)]
    found += _axes(spot, "rows", rows, columns)
    found += _axes(spot, "columns", columns, rows)
    if any(_of_context(change) for change in found) and says_the_same(then, now, rows, columns):
        found = [change for change in found if not _of_context(change)]
    yield from found
    yield from cell_changes(spot, rows, columns)


def _axes(
    spot: Spot, name: str, found: Sequence[Pair], crossing: Sequence[Pair]
) -> Iterator[Change]:
    for pair in found:
        if pair.before is None or pair.after is None:
            yield series_change(spot, name, pair, crossing)
        else:
            amounts = (
                *amounts_of(spot.then[-1], name, pair.was),
                *amounts_of(spot.now[-1], name, pair.now),
            )
            here = spot.at(step_to(name, pair), topic_of_amounts(amounts))
            yield from _fields(here.within(pair.before, pair.after), pair.before, pair.after)


def _of_context(change: Change) -> bool:
    return len(change.path) > 1 and change.path[-2].field == "context"
