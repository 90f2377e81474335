"""Two versions of a case in, the changes out as lines of text, so that a test reads like a list.

A line is ``topic did path: before -> after``, with each value as it was printed: ``money changed
headline/amount: £900k -> £750k``. Of an item that was added or removed only its label is told.
"""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.changes.change import UNREADABLE, Change, Did, Series
from generator.changes.compare import changes_between
from generator.changes.fields import SHAPES, called
from generator.core.amounts import Amount
from generator.core.periods import Period
from tests.audit.cases import case_of

if TYPE_CHECKING:
    from collections.abc import Sequence


REVERSED = {Did.ADDED: Did.REMOVED, Did.REMOVED: Did.ADDED}


def reverse(change: Change) -> Change:
    """The same change seen from the later version towards the earlier one."""
    return replace(
        change,
        path=tuple(replace(step, before=step.after, after=step.before) for step in change.path),
        did=REVERSED.get(change.did, change.did),
        before=change.after,
        after=change.before,
        owners=(change.owners[1], change.owners[0]),
    )


def shown(change: Change) -> str:
    """A change as one line."""
    where = "/".join(f"{s.field}[{s.key}]" if s.key else s.field for s in change.path)
    line = f"{change.topic} {change.did} {where}"
    if change.did in (Did.ADDED, Did.REMOVED) and is_dataclass(change.before or change.after):
        return line
    return f"{line}: {printed(change.before)} -> {printed(change.after)}"


def printed(value: Any) -> str:  # noqa: ANN401 - a value of any field
    """A value as a file has it."""
    if value is UNREADABLE:
        return "unreadable"
    if isinstance(value, Amount | Period):
        return value.printed or str(value.number)
    if isinstance(value, Series):
        return ", ".join(f"{axis.label} {amount.printed}" for axis, amount in value.cells)
    if isinstance(value, tuple):
        return ", ".join(printed(each) for each in value)
    return called(value) if type(value) in SHAPES else str(value)


def lines(changes: Sequence[Change]) -> list[str]:
    """Changes as lines, in their order."""
    return [shown(change) for change in changes]


def changed(before: str, after: str) -> list[str]:
    """What changed between two files, as lines."""
    return lines(changes_between(case_of(before), case_of(after)))
