"""What lists need of a case's past: when it had which state, and each step in sentences.

The page on a meeting, the feed of a committee and the data on all changes are made of many cases,
and none of them reads one. What they show is worked out here, once for each case, and small: of
each state its headline and when it came, of each step the first sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.core.amounts import Amount
from generator.core.case_amounts import CaseAmount, case_amount
from generator.core.once import once
from generator.pages.addresses import (
    case_address,
    committee_slug,
    history_address,
    step_address,
)
from generator.pages.figure_data import amount_data
from generator.pages.headline import headline_view
from generator.pages.history_names import version_name
from generator.pages.phrases import opening
from generator.pages.shelf import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from generator.changes.sentences import Sentence
    from generator.core.case import Case
    from generator.history.versions import Read, Version
    from generator.pages.figure_data import Data
    from generator.pages.shelf import Shelf

MOST_LINES = 40  # sentences of one step; its own page has all
MOST_SIGNS = 600  # of one sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A sentence on a change; of an amount also what it was and is, as data."""

    topic: str
    text: str
    before: Data | None = None
    after: Data | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The sentences of one step, the most important first; `more` were left out."""

    lines: tuple[Line, ...] = ()
    more: int = 0


NO_LINES = Lines()


@dataclass(frozen=True, kw_only=True, slots=True)
class Light:
    """A case as far as totals need it, and its headline in words."""

    amount: CaseAmount
    headline: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A state of a case.

    Attributes:
        blob: what its file held, 40 digits; empty where that is not known.
        time: when it came; None where it is not committed.
        path: of the case then.
        light: which of the case's ``lights`` it is.
        shown: whether it may be shown, and was not removed.
    """

    blob: str
    time: datetime | None
    path: str
    light: int
    shown: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A version, by the number of its state.

    Attributes:
        before: the number of the state of the version before; None for the first.
        kind: the kind of change that the file gives for it, and why; empty where it gives none.
        edited: whether the register's file was edited and no new version came.
    """

    point: int
    before: int | None
    name: str
    kind: str
    reason: str
    edited: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseSteps:
    """A case on its way.

    Attributes:
        path: where it is, or was last.
        committee: as the papers name it; empty where they name none.
        points: every state, the oldest first.
        lights: the case as far as totals need it, each way that it was.
        said: the sentences between two states, by their numbers: each and the one after it,
            each version and the one before it, the first and the last.
    """

    path: str
    title: str
    committee: str
    points: tuple[Point, ...]
    lights: tuple[Light, ...]
    turns: tuple[Turn, ...]
    said: Mapping[tuple[int, int], Lines] = field(default_factory=dict)

    @property
    def council(self) -> str:
        """The folder of its council."""
        return self.path.split("/")[0]

    @property
    def url(self) -> str:
        """Of the page on how it changed, from the site's root."""
        return history_address(self.path)

    @property
    def page(self) -> str:
        """Of its own page."""
        return case_address(self.path)

    @property
    def committee_key(self) -> str:
        """The committee's part of an address; empty where there is none."""
        return committee_slug(self.committee)

    def light(self, number: int) -> Light:
        """The case at one of its states, as far as totals need it."""
        return self.lights[self.points[number].light]

    def step_url(self, before: int, after: int) -> str:
        """Of the sheet on a step between two versions."""
        return step_address(self.path, self.points[before].blob, self.points[after].blob)


@once
def case_steps(case: Case, shelf: Shelf) -> CaseSteps:
    """The steps of a case that stands in the register."""
    path = str(case.id)
    return steps_of(path, case.committee or "", shelf)


def steps_of(path: str, committee: str, shelf: Shelf) -> CaseSteps:
    """The steps of any case with a past, also of one that is gone; one without has none."""
    past = shelf.past(path)
    reads = past.reads
    number = {id(read): at for at, read in enumerate(reads)}
    whole = [number[id(version.read)] for version in past.versions]
    pairs = {*pairwise(range(len(reads))), *pairwise(whole)}
    pairs |= {(0, len(reads) - 1)} if len(reads) > 1 else set()
    lights: list[Light] = []
    return CaseSteps(
        path=path,
        title=title_of(reads[-1].case) if reads else "",
        committee=committee,
        points=tuple(_point(read, lights) for read in reads),
        lights=tuple(lights),
        turns=tuple(_turn(version, whole, at) for at, version in enumerate(past.versions)),
        said={(a, b): lines_of(shelf.changes(reads[a], reads[b])) for a, b in sorted(pairs)},
    )


def lines_between(path: str, before: int, after: int, shelf: Shelf) -> Lines:
    """What changed between two states of a case, by their numbers, where it is not kept."""
    reads = shelf.past(path).reads
    return lines_of(shelf.changes(reads[before], reads[after]))


def lines_of(found: Sequence[Sentence]) -> Lines:
    """Sentences, as many as are kept."""
    return Lines(lines=tuple(map(_line, found[:MOST_LINES])), more=max(0, len(found) - MOST_LINES))


def _line(one: Sentence) -> Line:
    before, after = (
        amount_data(value) if isinstance(value, Amount) else None
        for value in (one.change.before, one.change.after)
    )
    return Line(
        topic=one.topic.value, text=opening(one.text, MOST_SIGNS), before=before, after=after
    )


def _point(read: Read, lights: list[Light]) -> Point:
    light = Light(amount=case_amount(read.case), headline=headline_view(read.case).text)
    if light not in lights:
        lights.append(light)
    state = read.state
    return Point(
        blob=state.blob, time=state.time if state.commit else None, path=state.path,
        light=lights.index(light), shown=not read.withheld,
    )  # fmt: skip


def _turn(version: Version, whole: Sequence[int], at: int) -> Turn:
    change = version.read.case.change
    given = change if not version.edited and not version.read.withheld else None
    return Turn(
        point=whole[at],
        before=whole[at - 1] if at else None,
        name=version_name(version),
        kind=given.kind.value if given else "",
        reason=given.reason if given else "",
        edited=version.edited,
    )


def turns_with_lines(steps: CaseSteps) -> Iterator[tuple[Turn, Lines]]:
    """Each version with what changed since the one before it; the first with nothing."""
    for turn in steps.turns:
        pair = (turn.before, turn.point) if turn.before is not None else None
        yield turn, steps.said[pair] if pair else NO_LINES
