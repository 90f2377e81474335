"""Versions of a case: those of its states at which something of a version's name is new.

Most edits of a register's file mend a word or add a line number. A reader asks for versions, so
the edits in between are folded into the version that follows them, and can be unfolded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.named import named_anew

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

    @property
    def field(self) -> str:
        """The field of the case, as far as everybody may read it: what follows may be a name."""
        return self.what.partition(".")[0]


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

    def lacks(self, field: str) -> bool:
        """Whether something was taken out of a field."""
        return self.withheld or any(removed.field == field for removed in self.removed)


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
        unread: whether there may be one, in a repository that git does not read.
    """

    versions: tuple[Version, ...] = ()
    complete: bool = False
    known: bool = False
    unread: bool = False

    @property
    def reads(self) -> tuple[Read, ...]:
        """Every state, the folded ones too, the oldest first."""
        return tuple(read for version in self.versions for read in (*version.folded, version.read))


NO_PAST = Past()


def versions_of(reads: Sequence[Read]) -> tuple[Version, ...]:
    """The versions among the states of a case, which come the oldest first.

    A version is a state at which something of a version's name is new (see ``named_anew``). The
    first state is a version, and the latest one too.
    """
    return tuple(_versions(reads))


def _versions(reads: Sequence[Read]) -> Iterator[Version]:
    folded: list[Read] = []
    number = 0
    for at, (read, new) in enumerate(zip(reads, named_anew(r.case for r in reads), strict=True)):
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
