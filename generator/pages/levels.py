"""What a finding's level is called on pages, and how the sums of a case or a register came out.

Data and commands say error, warning and note. A page that the public reads says what that means
for the figures and leaves open who is right, so the words for it are chosen here, once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.findings import Level, Verdict
from generator.pages.phrases import count, joined, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.audit.audit import Audit
    from generator.audit.findings import Tested


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelView:
    """A level in words.

    Attributes:
        key: what data and commands call it.
        mark: a sign that stands before the words and beside a figure, so that nothing depends
            on a colour.
        about: what it means, in a sentence.
    """

    key: str
    mark: str
    words: str
    about: str


LEVELS = {
    Level.ERROR: LevelView(
        key=Level.ERROR.value,
        mark="≠",
        words="Does not agree",
        about="What the document says in two places, or what it adds up, cannot both be so, and "
        "rounding does not explain it.",
    ),
    Level.WARNING: LevelView(
        key=Level.WARNING.value,
        mark="?",
        words="Depends on how it is read",
        about="Whether it agrees depends on an assumption, for example on which figures belong "
        "together. The assumption is named.",
    ),
    Level.NOTE: LevelView(
        key=Level.NOTE.value,
        mark="i",
        words="Note",
        about="A difference that rounding explains, or a detail that is missing.",
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How sums came out, each a number of sums.

    Attributes:
        rounding: those whose difference rounding explains.
        open: those with a part that has no number.
        reading: those that do not agree under a named assumption.
        differ: those that do not agree.
    """

    agree: int = 0
    rounding: int = 0
    open: int = 0
    reading: int = 0
    differ: int = 0

    @property
    def checked(self) -> int:
        """How many were worked out again."""
        return self.agree + self.rounding + self.open + self.reading + self.differ

    @property
    def text(self) -> str:
        """``12 sums checked: 10 agree, 1 differs by rounding, 1 does not agree``."""
        if not self.checked:
            return "No sum could be worked out again from the figures that are recorded here."
        outcomes = (
            (self.agree, "agrees", "agree"),
            (self.rounding, "differs by rounding", "differ by rounding"),
            (self.open, "cannot be settled", "cannot be settled"),
            (self.reading, "depends on how it is read", "depend on how they are read"),
            (self.differ, "does not agree", "do not agree"),
        )
        said = [count(number, *words) for number, *words in outcomes if number]
        return sentence(f"{count(self.checked, 'sum')} checked: {', '.join(said)}.")


def tally(audits: Iterable[Audit]) -> Tally:
    """How all sums of these cases came out."""
    ways = Counter(_way(tested) for audit in audits for tested in audit.tested if tested.verdict)
    return Tally(**ways)


def _way(tested: Tested) -> str:
    match tested.verdict:
        case Verdict.ROUNDING:
            return "rounding"
        case Verdict.OPEN:
            return "open"
        case Verdict.DIFFERS:
            plain = tested.finding is not None and tested.finding.level is Level.ERROR
            return "differ" if plain else "reading"
        case _:
            return "agree"


def found_words(levels: Iterable[Level]) -> str:
    """``2 do not agree, 1 depends on how it is read and 3 notes``; empty where there is none."""
    numbers = Counter(levels)
    words = {
        Level.ERROR: ("does not agree", "do not agree"),
        Level.WARNING: ("depends on how it is read", "depend on how they are read"),
        Level.NOTE: ("note", "notes"),
    }
    said = [count(numbers[level], *words[level]) for level in Level if numbers[level]]
    return joined(said) if said else ""
