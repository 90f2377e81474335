"""Taking out of earlier states of a case what was removed from them for a reason.

This is the one place at which it is done, to every state and before anybody sees one, so that
pages, comparisons, feeds, data and search cannot show it. Where it is not clear up to which
state a removal reaches, it reaches further.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.core.case import Case
from generator.core.identity import slug_of
from generator.core.problems import Fault
from generator.core.scalars import parse_day
from generator.history.versions import Read, Removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.redactions import Redaction

DIGITS = re.compile(r"[0-9a-f]{12,40}")
OURS = ("id", "unreadable", "removed")  # no fields of the file
FIELDS = tuple(field.name for field in fields(Case) if field.name not in OURS)
# What one of several things is told by.
NAMED_BY = ("id", "reference", "heading", "title", "name", "label", "role", "stage")


def redacted(
    reads: Sequence[Read], redactions: Iterable[Redaction], *, standing: bool
) -> tuple[Read, ...]:
    """The states of a case, oldest first, without what was removed from them.

    Args:
        reads: the states as read.
        redactions: those of this case.
        standing: whether the last state is what stands today; that one is never touched.
    """
    found = list(reads)
    for redaction in redactions:
        for at in range(_reach(found, redaction, standing=standing)):
            found[at] = _without(found[at], redaction)
    return tuple(found)


def _reach(reads: Sequence[Read], redaction: Redaction, *, standing: bool) -> int:
    """From how many of the states, beginning with the oldest, something is removed."""
    most = len(reads) - 1 if standing else len(reads)
    clean = [at for at, read in enumerate(reads) if _is_named(read, redaction.before)]
    day = parse_day(redaction.before) if redaction.before else None
    if clean:
        return min(clean[-1], most)
    if day is None or isinstance(day, Fault):
        return most
    times = [read.state.time for read in reads[:most]]
    until = [at for at, time in enumerate(times, start=1) if time and time.date() <= day]
    return max(until, default=0)


def _is_named(read: Read, before: str | None) -> bool:
    """Whether a version or a content is the one that a redaction names."""
    if before is None:
        return False
    by_content = DIGITS.fullmatch(before) is not None and read.state.blob.startswith(before)
    return by_content or read.case.version == before


def _without(read: Read, redaction: Redaction) -> Read:
    what = redaction.field or ""
    case = _part_taken(read.case, what) if what else emptied(read.case, FIELDS)
    name = what.partition(".")[0]
    taken = {*case.removed, *((name,) if name in FIELDS else FIELDS)}
    case = with_values(case, removed=tuple(field for field in FIELDS if field in taken))
    removed = Removed(
        what=what, reason=redaction.reason, authority=redaction.authority, date=redaction.date
    )
    return replace(read, case=case, removed=(*read.removed, removed))


def with_values(case: Case, **values: object) -> Case:
    """The case with other values, which were checked when they were read."""
    other: Case = object.__new__(Case)
    for field in fields(Case):
        value = values[field.name] if field.name in values else getattr(case, field.name)
        object.__setattr__(other, field.name, value)
    return other


def emptied(case: Case, names: Iterable[str]) -> Case:
    """The case without some fields, which count as not to be read, so that none seems to change."""
    empty = {field.name: _nothing(field) for field in fields(Case) if field.name in names}
    order = [name for name in FIELDS if name in empty or name in case.unreadable]
    return with_values(case, **empty, unreadable=tuple(order))


def _nothing(field: Any) -> Any:  # noqa: ANN401 - a field of a record, and what it holds
    default = getattr(field.default, "default", field.default)  # as pydantic wraps it
    return "" if default is MISSING else default


def _part_taken(case: Case, what: str) -> Case:
    """The case without what is named; without the whole field where that is not found in it."""
    name, _, below = what.partition(".")
    if name not in FIELDS:
        return emptied(case, FIELDS)
    if not below:
        return _whole(case, name)
    value = getattr(case, name)
    held = _taken_from(value, below)
    if held is not value and held:
        return with_values(case, **{name: held})
    return _whole(case, name) if value or _without_text(case, name) != case.sections else case


def _whole(case: Case, name: str) -> Case:
    """The case without a field, and without text on it that could not be read as one."""
    return with_values(emptied(case, [name]), sections=_without_text(case, name))


def _without_text(case: Case, name: str) -> tuple[Any, ...]:
    """The sections but for the one with the name of a field, as “Risks” for risks."""
    return () if name == "sections" else _taken_from(case.sections, name.replace("_", " "))


def _taken_from(value: Any, below: str) -> Any:  # noqa: ANN401 - whatever a case holds
    """A list or a record without one of its parts; the very same where that is not in it."""
    first, _, rest = below.partition(".")
    if isinstance(value, tuple):
        others = tuple(item for item in value if not _is_called(item, below))
        return others if len(others) < len(value) else value
    held = {field.name: field for field in fields(value)} if is_dataclass(value) else {}
    if isinstance(value, type) or first not in held:
        return value
    old = getattr(value, first)
    new = _taken_from(old, rest) if rest else _nothing(held[first])
    return value if new is old else _with(value, first, new)


def _with(record: Any, name: str, value: Any) -> Any:  # noqa: ANN401 - a record of any kind
    other = object.__new__(type(record))
    for field in fields(record):
        held = value if field.name == name else getattr(record, field.name)
        object.__setattr__(other, field.name, held)
    return other


def _is_called(item: Any, name: str) -> bool:  # noqa: ANN401 - one of several things
    """Whether a thing has this name, in whatever way names are written."""
    names = (str(found) for key in NAMED_BY if (found := getattr(item, key, None)))
    return any(slug_of(found) == slug_of(name) for found in (*names, *_text_of(item)))


def _text_of(item: Any) -> tuple[str, ...]:  # noqa: ANN401 - one of several things
    return (item,) if isinstance(item, str) else ()


def comparable(before: Read, after: Read) -> tuple[Case, Case]:
    """Two states without what was removed from either, so that nothing seems to come or go."""
    return _without_what(before, after), _without_what(after, before)


def _without_what(read: Read, other: Read) -> Case:
    case = read.case
    for one in other.removed:
        name, _, below = one.what.partition(".")
        if below and name in FIELDS and name not in other.case.unreadable:
            case = with_values(case, **{name: _taken_from(getattr(case, name), below)})
        else:
            case = _whole(case, name) if name in FIELDS else emptied(case, FIELDS)
    return case
