"""The moments between which the register is compared: its milestones, or days on which it changed.

A member asks what changed between two meetings, not between two commits. Where a register names
its meetings, these are the moments; where it names none, the days on which a case changed serve.
Every commit counts for the day on which it was made, in Coordinated Universal Time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import chain, count, pairwise
from typing import TYPE_CHECKING

from generator.core.period_format import format_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.core.councils import Moment

MOST_DAYS = 12
FEWEST_DIGITS = 12  # of a commit's id
LATEST = "latest"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A moment of the register.

    Attributes:
        key: its part of an address.
        title: what it is called, as it stands after "between" or "on".
        at: a state counts that came then or before; None for what stands today.
        body: who met; may be empty.
    """

    key: str
    title: str
    at: datetime | None
    body: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """All moments, the earliest first.

    Attributes:
        named: whether the register names them; else they are days on which it changed.
        unknown: titles of milestones whose mark the history does not have.
    """

    marks: tuple[Mark, ...] = ()
    named: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Each but the first with the one before it, and the first with the latest, by number."""
        last = len(self.marks) - 1
        whole = ((0, last),) if last > 1 else ()
        return (*pairwise(range(len(self.marks))), *whole)


NO_MARKS = Marks()


def marks_of(
    moments: Mapping[str, Moment],
    tags: Mapping[str, datetime],
    commits: Mapping[str, datetime],
    as_at: date,
) -> Marks:
    """The moments of a register.

    Args:
        moments: its milestones, by key.
        tags: the time of each tag of its history.
        commits: when its cases were changed, by the id of the commit.
        as_at: the day it stands at; a later milestone is still to come, and none yet.
    """
    days = sorted({time.date() for time in commits.values()})
    if not days:
        return NO_MARKS
    if not moments:
        return Marks(marks=_up_to_today(list(map(_of_day, days[-MOST_DAYS:]))))
    times = {key: _time(moment, tags, commits) for key, moment in moments.items()}
    known = [
        Mark(key=key, title=moment.title, at=at, body=moment.body or "")
        for key, moment in moments.items()
        if (at := times[key]) and (moment.dated is None or moment.dated <= as_at)
    ]
    known.sort(key=lambda mark: (mark.at, mark.key))
    keys = chain([LATEST], (f"{LATEST}-{number}" for number in count(2)))
    free = next(key for key in keys if key not in moments)
    today = Mark(key=free, title=f"the register as it stands on {format_day(as_at)}", at=None)
    unknown = tuple(m.title for key, m in moments.items() if m.mark and not times[key])
    return Marks(marks=(*known, today), named=True, unknown=unknown)


def state_at(times: Sequence[datetime | None], mark: Mark) -> int:
    """Which of a case's states stood at a moment, by number; -1 where none did yet.

    Args:
        times: of its states, the oldest first; None for one that is not committed.
        mark: the moment.
    """
    if mark.at is None:
        return len(times) - 1
    there = (n for n, moment in enumerate(times) if moment is not None and moment <= mark.at)
    return max(there, default=-1)


def _time(
    moment: Moment, tags: Mapping[str, datetime], commits: Mapping[str, datetime]
) -> datetime | None:
    """When a milestone was; None where the history has no such tag and no such commit."""
    if moment.dated is not None:
        return _end(moment.dated)
    mark = moment.mark or ""
    if mark in tags or len(mark) < FEWEST_DIGITS:
        return tags.get(mark)
    # Two commits whose ids begin alike are told apart by more digits, or by neither.
    meant = [time for commit, time in commits.items() if commit.startswith(mark)]
    return meant[0] if len(meant) == 1 else None


def _of_day(day: date) -> Mark:
    return Mark(key=day.isoformat(), title=format_day(day), at=_end(day))


def _up_to_today(marks: list[Mark]) -> tuple[Mark, ...]:
    """The last day is today's, with what is not committed yet."""
    *before, last = marks
    return (*before, Mark(key=last.key, title=last.title, at=None))


def is_end(moment: datetime) -> bool:
    """Whether a moment is the end of its day."""
    return moment == _end(moment.date())


def _end(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=UTC)
