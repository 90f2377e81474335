"""Versions of a case: those of its states at which something of a version's name is new.

Most edits of a register's file mend a word or add a line number. A reader asks for versions, so
the edits in between are folded into the version that follows them, and can be unfolded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.core.case import Case
    from generator.history.states import State


@dataclass(frozen=True, kw_only=True, slots=True)
class Removed:
    """What was taken out of an earlier state for a reason; see ``cases/redactions.yml``.

    Attributes:
        what: the field in the words of the file, such as ``people``; empty for the whole case.
        reason: why.
        authority: who decided it.
        date: on which day.
    """

    what: str
    reason: str
    authority: str
    date: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A state as read, without what was removed from it.

    Attributes:
        case: as much as today's model can read, with the path that the case had then.
        removed: what was taken out; ``case`` holds nothing of it.
    """

    state: State
    case: Case
    removed: tuple[Removed, ...] = ()

    @property
    def withheld(self) -> bool:
        """Whether the whole state was taken out: then the case holds nothing, not even a title."""
        return any(not removed.what for removed in self.removed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A version of a case.

    Attributes:
        number: counted from 1.
        read: what it says.
        folded: the smaller edits after the version before it, the oldest first.
        current: whether it is what stands today.
        edited: whether it stands here only because it is what stands today: nothing of a
            version's name is new in it.
    """

    number: int
    read: Read
    folded: tuple[Read, ...] = ()
    current: bool = False
    edited: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """What is known of a case's earlier states.

    Attributes:
        versions: the oldest first; never empty for a case of the register.
        complete: whether the whole history is there; a shallow copy holds a part.
        known: whether there is a history at all.
    """

    versions: tuple[Version, ...] = ()
    complete: bool = False
    known: bool = False

    @property
    def reads(self) -> tuple[Read, ...]:
        """Every state, the folded ones too, the oldest first."""
        return tuple(read for version in self.versions for read in (*version.folded, version.read))


NO_PAST = Past()
NAMED_BY = ("version", "dated", "stage", "change")


def versions_of(reads: Sequence[Read]) -> tuple[Version, ...]:
    """The versions among the states of a case, which come the oldest first.

    A version is a state at which ``version``, ``dated``, ``stage`` or the kind of ``change`` is
    new. A field that cannot be read, or that is left out, is not new. The first state is a
    version, and the latest one too.
    """
    return tuple(_versions(reads))


def _versions(reads: Sequence[Read]) -> Iterator[Version]:
    known: dict[str, object] = {}
    folded: list[Read] = []
    number = 0
    for at, read in enumerate(reads):
        named = _named(read.case)
        new = any(value is not None and known.get(name) != value for name, value in named.items())
        known |= {name: value for name, value in named.items() if value is not None}
        last = at == len(reads) - 1
        if new or last or not at:
            number += 1
            yield Version(
                number=number, read=read, folded=tuple(folded), current=last,
                edited=not new and at > 0,
            )  # fmt: skip
            folded = []
        else:
            folded.append(read)


def _named(case: Case) -> dict[str, object]:
    """What a version is named by, as far as it can be read."""
    kind = case.change.kind if case.change else None
    values = {name: kind if name == "change" else getattr(case, name) for name in NAMED_BY}
    return {name: value for name, value in values.items() if name not in case.unreadable}
