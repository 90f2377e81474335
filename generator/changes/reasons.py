"""What only several versions tell, in sentences: the first figure published, and what stayed.

A figure that changed in small steps has moved far from what was first put before members, and a
risk that stays red without anybody doing more about it is worth a question. Each alarm is one
sentence, made of a fact in ``over_time``; nothing is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.changes.amounts import difference, said_amount
from generator.changes.over_time import (
    first_published,
    never_mitigated_further,
    rebased,
    restates,
    stayed_red,
)
from generator.changes.sentences import sentences
from generator.changes.subjects import figure_subject
from generator.changes.telling import telling_of
from generator.changes.together import figure_words, headline_words
from generator.core.figures import Figure
from generator.core.period_format import format_day
from generator.core.phrases import count, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.changes.over_time import First, Rebased, Stayed
    from generator.core.case import Case
    from generator.core.figures import Headline


class AlarmKind(StrEnum):
    """What an alarm is about."""

    FIRST_PUBLISHED = "first published"
    STAYED_RED = "stayed red"
    MITIGATION_STAYED = "mitigation stayed"
    REBASED = "rebased"


@dataclass(frozen=True, kw_only=True, slots=True)
class Alarm:
    """A sentence on what several versions tell together."""

    kind: AlarmKind
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """The versions of one case, the first one first.

    Attributes:
        days: the day on which the register recorded each; None where it is not known.
    """

    versions: Sequence[Case]
    days: Sequence[date | None]

    def when(self, number: int) -> str:
        """``on 4 March 2013``, as the version is dated, else when it was recorded."""
        dated, recorded = self.versions[number].dated, self.days[number]
        if dated:
            return f"on {format_day(dated)}"
        return (
            f"in version {number + 1}{f', recorded on {format_day(recorded)}' if recorded else ''}"
        )

    def since(self, number: int) -> str:
        """``since 4 March 2013``, or ``since version 2``."""
        return f"since {self.when(number).removeprefix('on ').removeprefix('in ')}"


def alarms(versions: Sequence[Case], days: Sequence[date | None] = ()) -> tuple[Alarm, ...]:
    """What the versions of a case tell together, the first figure published before all else.

    Args:
        versions: the case as each version has it, oldest first.
        days: the day on which the register recorded each of them.
    """
    story = Story(versions=versions, days=days or [None] * len(versions))
    return (
        *(
            _alarm(AlarmKind.FIRST_PUBLISHED, _first(each, story))
            for each in first_published(versions)
        ),
        *(_alarm(AlarmKind.STAYED_RED, _red(each, story)) for each in stayed_red(versions)),
        *(
            _alarm(AlarmKind.MITIGATION_STAYED, _unmoved(each, story))
            for each in never_mitigated_further(versions)
        ),
        *(_alarm(AlarmKind.REBASED, text) for text in _rebased(rebased(versions), story)),
    )


def _alarm(kind: AlarmKind, text: str) -> Alarm:
    return Alarm(kind=kind, text=text)


def _first(found: First, story: Story) -> str:
    """``First published as £900,000 (saving, for 2018/19) on 4 March 2013; now £750,000 (…).``."""
    first, now = found.first, found.now
    name = f"{sentence(figure_subject(first))}: first" if isinstance(first, Figure) else "First"
    once = said_amount(first.amount) if isinstance(first, Figure) else headline_words(first)
    if found.now is not None and _twice_printed(found, story):
        told = telling_of(story.versions[found.version], story.versions[-1])
        return f"{name} printed as {once} in {told.first}; {told.second} prints {_words(now)}."
    dated = story.versions[found.version].dated
    published = (
        f"{name} {'published' if dated else 'recorded'} as {once} {story.when(found.version)}"
    )
    if now is None:
        return f"{published}; no headline figure is given now."
    if not found.alike:
        return f"{published}; now {_words(now)}."
    by = difference(first.amount, now.amount)
    return f"{published}; now {said_amount(now.amount)}{f' ({by})' if by else ''}."


def _twice_printed(found: First, story: Story) -> bool:
    """Whether every later version only restates what the same pack prints."""
    later = story.versions[found.version + 1 :]
    return bool(later) and all(map(restates, later))


def _words(figure: Headline | Figure | None) -> str:
    if figure is None:
        return "nothing"
    return figure_words(figure) if isinstance(figure, Figure) else headline_words(figure)


def _red(found: Stayed, story: Story) -> str:
    versions = count(found.versions, "version")
    return (
        f"The risk “{found.risk.title}” has been red over {versions}, {story.since(found.since)}."
    )


def _unmoved(found: Stayed, story: Story) -> str:
    versions = count(found.versions, "version")
    what = f"What is to be done about the risk “{found.risk.title}”"
    return f"{what} has stayed the same over {versions}, {story.since(found.since)}."


def _rebased(found: Sequence[Rebased], story: Story) -> Iterator[str]:
    for each in found:
        before, after = story.versions[each.version - 1 : each.version + 1]
        told = sentences((each.change,), telling=telling_of(before, after))
        yield f"A baseline was replaced {story.when(each.version)}. {told[0].text}"
