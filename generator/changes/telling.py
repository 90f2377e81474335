"""In whose voice a step between two versions is told: what we know of why the file changed.

A register's file changes for three reasons. A council publishes a new version; one pack prints
a thing twice and both prints are recorded; or the register itself was edited. Only of the first
may it be said that a figure fell. Of the second it is said what each of the two papers prints,
of the third what is recorded now.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.core.naming import NO_CASES
from generator.core.phrases import ended
from generator.core.scalars import Lines
from generator.core.words import ChangeKind, Kind, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.core.case import Case


class Voice(StrEnum):
    """What a step between two versions is."""

    VERSION = "version"
    RESTATED = "restated"
    EDITED = "edited"
    FOLLOWING = "following"


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """How a step is told.

    Attributes:
        voice: what the step is.
        first: where one pack prints a thing twice, the paper that was read first.
        second: the paper that prints it again.
        held: the lines of the source on which the figures of that paper stand.
        cases: the earlier and the later version, for what figures are called there.
        others: other cases of the register by path, for what their figures are called.
        reason: why figures are not what they were, as the later version gives it; or empty.
    """

    voice: Voice = Voice.VERSION
    first: str = "the business case"
    second: str = "the summary in the same pack"
    held: Lines | None = None
    cases: tuple[Case, Case] | None = None
    others: Mapping[str, Case] = field(default_factory=lambda: NO_CASES)
    reason: str = ""

    @property
    def restated(self) -> bool:
        """Whether two papers of one pack are held side by side."""
        return self.voice is Voice.RESTATED

    def at(self, lines: Lines | None) -> Telling:
        """How a change of a figure on these lines is told.

        Where two papers of one pack are held side by side, only what stands outside the first
        one is said to be printed by the second; the rest is the register's own edit.
        """
        if not self.restated:
            return self
        inside = lines is None or self.held is None
        if lines and self.held:
            inside = self.held.first <= lines.first and lines.last <= self.held.last
        return replace(self, voice=Voice.EDITED) if inside else self


PLAIN = Telling()
PAPERS = {Kind.PROGRAMME: "the paper on the programme"}


def telling_of(before: Case, after: Case, others: Mapping[str, Case] = NO_CASES) -> Telling:
    """How the step from one version to another is told; `others` are cases that they may name."""
    return replace(_telling_of(before, after), cases=(before, after), others=others)


def _telling_of(before: Case, after: Case) -> Telling:
    if any(link.kind is LinkKind.FOLLOWS and link.case == before.id for link in after.links):
        return Telling(voice=Voice.FOLLOWING)
    if before.id.year_folder != after.id.year_folder or before.source != after.source:
        return Telling()
    if _kind(before) is not ChangeKind.RESTATED and _kind(after) is ChangeKind.RESTATED:
        return _restated(before, after)
    new = is_new_version(before, after)
    reason = reason_given(after) if before.change != after.change else ""
    return Telling(voice=Voice.VERSION if new else Voice.EDITED, reason=reason)


def reason_given(case: Case) -> str:
    """Why a figure is not what it was, as the file says: ``Reason given: correction: ….``."""
    if case.change is None:
        return ""
    return ended(f"Reason given: {case.change.kind}: {case.change.reason}")


def is_new_version(before: Case, after: Case) -> bool:
    """Whether version, date of the version, stage or kind of change says something new."""
    then, now = ((case.version, case.dated, case.stage, _kind(case)) for case in (before, after))
    return any(new is not None and old != new for old, new in zip(then, now, strict=True))


def _kind(case: Case) -> ChangeKind | None:
    return case.change.kind if case.change else None


def _restated(before: Case, after: Case) -> Telling:
    found = list(_lines(before))
    first = min((lines.first for lines in found), default=0)
    last = max((lines.last for lines in found), default=0)
    stage = (after.stage or "summary").strip()
    return Telling(
        voice=Voice.RESTATED,
        first=PAPERS.get(before.kind, f"the {before.kind}"),
        second=f"the {'summary' if 'summary' in stage.lower() else stage} in the same pack",
        held=Lines(first=first, last=last) if found else None,
        reason=reason_given(after),
    )


def _lines(case: Case) -> Iterator[Lines]:
    """Where the figures of a case stand."""
    yield from filter(None, [case.headline.line if case.headline else None])
    for table in case.tables:
        contexts = (table.context, *(axis.context for axis in (*table.rows, *table.columns)))
        yield from filter(None, (context.lines for context in contexts))
    yield from filter(None, (figure.context.lines for figure in case.figures))
    yield from filter(None, (claim.context.lines for claim in case.claims))
