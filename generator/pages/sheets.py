"""What became of each case between two moments at which the register is compared: a sheet each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.history.between import What
from generator.history.moments import Mark, Marks, marks_of
from generator.pages.addresses import changes_address
from generator.pages.changed import Followed, Happening, happened
from generator.pages.phrases import PART_OF_HISTORY, count, joined, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.shelf import Shelf

ORDER = (What.CHANGED, What.ADDED, What.WITHDRAWN)
NOTHING = "Nothing that a case says changed in between."
INCOMPLETE = f"{PART_OF_HISTORY}, so earlier changes are missing."


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Two moments and what became of each case between them."""

    earlier: Mark
    later: Mark
    happenings: tuple[Happening, ...]

    @property
    def address(self) -> str:
        """Of its page."""
        return changes_address(self.earlier.key, self.later.key)

    @property
    def title(self) -> str:
        """What it is called."""
        return f"What changed between {self.earlier.title} and {self.later.title}"

    @property
    def scope(self) -> str:
        """``3 cases changed, 1 case added``."""
        return scope_of(self.happenings)


def register_marks(shelf: Shelf) -> Marks:
    """The moments between which the register is compared."""
    history = shelf.chronicle()
    moments = dict(shelf.register.moments)
    return marks_of(moments, history.tags, history.commits, shelf.as_at)


def sheets(marks: Marks, cases: Sequence[Followed], shelf: Shelf) -> tuple[Sheet, ...]:
    """Every sheet, in the order of ``Marks.pairs``."""
    pairs = ((marks.marks[one], marks.marks[other]) for one, other in marks.pairs)
    return tuple(
        Sheet(earlier=one, later=other, happenings=(*happened(cases, one, other, shelf),))
        for one, other in pairs
    )


def scope_of(happenings: Iterable[Happening]) -> str:
    """How many cases came, changed and went, as a sentence."""
    numbers = Counter(one.what for one in happenings)
    said = [f"{count(numbers[what], 'case')} {what}" for what in ORDER if numbers[what]]
    return f"{sentence(joined(said))}." if said else NOTHING
