"""One thing followed through all versions of a case: a risk, a figure, an option.

Versions are paired one with the next, so that a risk whose title was reworded twice is still
the same risk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.changes.pairing import pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """An item as one version has it; `version` is the number of that version, from 0."""

    version: int
    item: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """One item through the versions without a gap, the oldest first."""

    seen: tuple[Seen, ...]

    @property
    def last(self) -> Seen:
        """The item as it was last seen."""
        return self.seen[-1]


def traces(versions: Sequence[Case], field: str) -> tuple[Trace, ...]:
    """Every item of one list of the case through the versions.

    An item that is gone and comes back later begins a trace of its own; a version in which the
    list could not be read is passed over. Those of the last version come first, in its order.
    """
    open_: list[tuple[Seen, ...]] = []
    closed: list[tuple[Seen, ...]] = []
    earlier: Sequence[Any] = ()
    for number, case in enumerate(versions):
        if field in case.unreadable:
            continue
        found = pairs(earlier, getattr(case, field))
        closed += [open_[pair.was] for pair in found if pair.now is None and pair.was is not None]
        open_ = [
            (
                *(open_[pair.was] if pair.was is not None else ()),
                Seen(version=number, item=pair.after),
            )
            for pair in found
            if pair.now is not None
        ]
        earlier = getattr(case, field)
    return tuple(Trace(seen=seen) for seen in (*open_, *closed))
