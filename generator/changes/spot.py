"""Where a comparison has come to: the way down from the case, and the records passed on it.

Every change is made here, so that its path and its owners are the same in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.changes.change import Change, Step

if TYPE_CHECKING:
    from generator.changes.change import Did, Topic


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A place in two versions of a case.

    Attributes:
        path: the steps from the case to here.
        topic: what a change here is about, unless a field says otherwise.
        then: the records of the earlier version from the case to here.
        now: those of the later one.
    """

    path: tuple[Step, ...]
    topic: Topic
    then: tuple[Any, ...]
    now: tuple[Any, ...]

    def at(self, step: Step, topic: Topic | None = None) -> Spot:
        """One step further, within the same record."""
        return replace(self, path=(*self.path, step), topic=topic or self.topic)

    def within(self, then: Any, now: Any) -> Spot:  # noqa: ANN401 - a record and its later version
        """The same place, seen as what is within a record."""
        return replace(self, then=(*self.then, then), now=(*self.now, now))

    def change(self, did: Did, before: Any, after: Any) -> Change:  # noqa: ANN401 - any values
        """The change of the value at this place."""
        return Change(
            path=self.path,
            did=did,
            topic=self.topic,
            before=before,
            after=after,
            owners=(_owner(self.then), _owner(self.now)),
        )


def _owner(records: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a record, or several
    """The case itself, the one record below it, or all of them."""
    below = records[1:]
    return below if len(below) > 1 else records[-1]
