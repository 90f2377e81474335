"""Which cases are not what they were between two moments: came, changed, or went.

Everything is told from the small record that is kept of each case. Where the register's own file
was edited and no version of a paper came, that is said, so that nobody takes an edit of the
register for something that a council did.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.core.words import ChangeKind
from generator.history.between import What
from generator.history.moments import state_at
from generator.pages.phrases import ended, joined
from generator.pages.steps import (
    NO_LINES,
    CaseSteps,
    Line,
    Lines,
    case_steps,
    lines_between,
    steps_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from generator.history.moments import Mark
    from generator.history.states import Gone
    from generator.pages.shelf import Shelf

GIVEN = "Reason given: "
HIDDEN = "What changed here is not shown, because a version was removed."
EDITED = "Only the register’s own file was edited: no new version of the paper came."


@dataclass(frozen=True, kw_only=True, slots=True)
class Followed:
    """A case on its way, and when it went, where it is no longer in the register."""

    steps: CaseSteps
    went: datetime | None = None
    is_gone: bool = False

    def at(self, mark: Mark) -> int:
        """Which of its states stood at a moment; -1 where none did."""
        gone = self.is_gone and (
            mark.at is None or (self.went is not None and self.went <= mark.at)
        )
        return -1 if gone else state_at([point.time for point in self.steps.points], mark)


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """What became of one case between two moments.

    Attributes:
        before: the number of its state then; -1 where it was not there.
        after: the number of its state now, in the same way.
        lines: what changed, where it was there both times.
    """

    what: What
    steps: CaseSteps
    before: int
    after: int
    lines: Lines = NO_LINES

    @property
    def remark(self) -> str:
        """Which versions came, or that none did."""
        if self.what is not What.CHANGED:
            return ""
        new = [t for t in self.steps.turns if self.before < t.point <= self.after and not t.edited]
        if not new:
            return EDITED
        reasons = dict.fromkeys(f"{turn.kind}: {turn.reason}" for turn in new if turn.kind)
        given = "".join(f" {ended(f'{GIVEN}{reason}')}" for reason in reasons)
        return f"{joined(turn.name for turn in new)}.{given}"

    @property
    def edited(self) -> bool:
        """Whether nothing came but edits of the register's own file."""
        return self.remark == EDITED

    @property
    def restated(self) -> bool:
        """Whether one pack of papers prints the same thing twice, and the second came."""
        turns = (turn for turn in self.steps.turns if self.before < turn.point <= self.after)
        return any(turn.kind == ChangeKind.RESTATED for turn in turns)


def followed(shelf: Shelf) -> tuple[Followed, ...]:
    """Every case of the register, in the order of its paths, and those that were withdrawn.

    The page, the data and the feed of all changes ask for it in turn, so a shelf has it once.
    """
    return shelf.once(_followed, shelf.paths())


def _followed(shelf: Shelf, paths: tuple[str, ...]) -> tuple[Followed, ...]:
    return (*_standing(paths, shelf), *withdrawn(shelf))


def followed_here(folder: str, shelf: Shelf) -> tuple[Followed, ...]:
    """The same of one council."""
    gone = (case for case in withdrawn(shelf) if case.steps.council == folder)
    return (*_standing(shelf.of_council(folder), shelf), *gone)


def _standing(paths: Iterable[str], shelf: Shelf) -> Iterator[Followed]:
    return (Followed(steps=shelf.kept(case_steps, path)) for path in sorted(paths))


def withdrawn(shelf: Shelf) -> Iterator[Followed]:
    """The cases that were taken out and are nowhere else."""
    return (withdrawn_case(gone, shelf) for gone in gone_cases(shelf) if not gone.became)


def gone_cases(shelf: Shelf) -> tuple[Gone, ...]:
    """Every case that is no longer at its address, in the order of these.

    One that is said to be where the register has no case is told as withdrawn.
    """
    here = {*shelf.paths()}
    found = (shelf.gone[path] for path in sorted(shelf.gone.keys() - here))
    return tuple(one if one.became in here else replace(one, became=None) for one in found)


def withdrawn_case(gone: Gone, shelf: Shelf) -> Followed:
    """A case that was taken out."""
    past = shelf.past(gone.path)
    committee = past.versions[-1].read.case.committee if past.versions else None
    steps = steps_of(gone.path, committee or "", shelf)
    return Followed(steps=steps, went=gone.time if gone.commit else None, is_gone=True)


def happened(
    cases: Sequence[Followed], earlier: Mark, later: Mark, shelf: Shelf
) -> Iterator[Happening]:
    """What became of each case between two moments; of a file with another layout nothing."""
    moved = {
        one.became: one for one in gone_cases(shelf) if one.became and _within(one, earlier, later)
    }
    for case in cases:
        before, after = case.at(earlier), case.at(later)
        steps = case.steps
        if before == after:
            if steps.path in moved and after >= 0:
                lines = Lines(lines=(_moved(moved[steps.path]),))
                yield Happening(
                    what=What.CHANGED, steps=steps, before=before, after=after, lines=lines
                )
            continue
        if before < 0 or after < 0:
            what = What.ADDED if before < 0 else What.WITHDRAWN
            yield Happening(what=what, steps=steps, before=before, after=after)
        else:
            lines = _lines(steps, before, after, shelf)
            if lines.lines or _is_hidden(steps, before, after):
                yield Happening(
                    what=What.CHANGED, steps=steps, before=before, after=after, lines=lines
                )


def _within(gone: Gone, earlier: Mark, later: Mark) -> bool:
    """Whether a case left its address between two moments."""
    if gone.time is None or not gone.commit:
        return later.at is None
    after = earlier.at is not None and gone.time > earlier.at
    return after and (later.at is None or gone.time <= later.at)


def _moved(gone: Gone) -> Line:
    return Line(topic=Topic.WORDING.value, text=f"The case moved here from {gone.path}.")


def _lines(steps: CaseSteps, before: int, after: int, shelf: Shelf) -> Lines:
    """The sentences between two states: those that are kept, else from the states themselves."""
    kept = steps.said.get((before, after))
    return kept if kept is not None else lines_between(steps.path, before, after, shelf)


def _is_hidden(steps: CaseSteps, before: int, after: int) -> bool:
    return not (steps.points[before].shown and steps.points[after].shown)
