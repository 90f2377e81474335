"""What changed between two versions as pages set it: sentences under the topic they belong to.

The sentences come ready, in the order of what matters to a decision. Here they are only put under
headings, and long stretches of what matters least are folded, so that money and decision are read
first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.changes.prose import Run
from generator.changes.sentences import by_topic
from generator.pages.phrases import count, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.changes.sentences import Group, Sentence
    from generator.history.versions import Read

QUOTED = "; it was “"  # in a sentence that says both texts whole, so that none is shown again
OPEN = 8  # sentences of a topic that are seen at once; the rest is folded
NOTHING = "Nothing that the case says is different: only how its file is written."
HIDDEN = "What changed here is not shown, because one of the two versions was removed."
UNREAD = "All that can be read of both is the same. What cannot be read was not compared."
UNSHOWN = "All that is shown of both is the same. What was removed was not compared."


def no_change(before: Read, after: Read) -> str:
    """What is said of two contents between which no sentence tells a change."""
    if before.withheld or after.withheld:
        return HIDDEN
    if before.removed or after.removed:
        return UNSHOWN
    return UNREAD if before.case.unreadable or after.case.unreadable else NOTHING


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeLine:
    """A sentence on a change; of changed prose also its sentences, word by word."""

    text: str
    prose: tuple[tuple[Run, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeGroup:
    """The changes of one topic.

    Attributes:
        shown: what is seen at once.
        folded: what has to be unfolded; `folded_title` says how much it is.
    """

    title: str
    shown: tuple[ChangeLine, ...]
    folded: tuple[ChangeLine, ...]
    folded_title: str


def without_reason(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences without the one on the reason that the file gives, which stands above them."""
    return tuple(one for one in found if not is_reason(one))


def is_reason(one: Sentence) -> bool:
    """Whether a sentence is the one on the reason that the file gives."""
    return one.change.path[0].field == "change"


def change_groups(found: Iterable[Sentence], *, fold: bool = True) -> tuple[ChangeGroup, ...]:
    """Sentences by topic; with `fold` changes of wording, and what is long, are folded."""
    return tuple(_group(group, fold=fold) for group in by_topic(found))


def _group(group: Group, *, fold: bool) -> ChangeGroup:
    lines, wording = tuple(map(change_line, group.sentences)), group.topic is Topic.WORDING
    most = len(lines) if not fold else 0 if wording else OPEN
    shown = lines if most and len(lines) <= most + 1 else lines[:most]
    folded = lines[len(shown) :]
    more = ("change of wording", "changes of wording") if wording else ("further change", "")
    return ChangeGroup(
        title=group.title,
        shown=shown,
        folded=folded,
        folded_title=sentence(count(len(folded), *more)) if folded else "",
    )


def change_line(one: Sentence) -> ChangeLine:
    """A sentence, and of changed prose the words, unless it says both texts whole."""
    quoted = QUOTED in one.text
    pieces = () if quoted else one.runs
    prose = tuple(tuple(part for run in piece for part in _set_apart(run)) for piece in pieces)
    return ChangeLine(text=one.text, prose=prose)


def _set_apart(run: Run) -> Iterator[Run]:
    """A run with the space before it by itself, so that no line is drawn through it."""
    text = run.text.lstrip()
    if run.did and text != run.text and text:
        yield Run(text=" ")
        yield replace(run, text=text)
    else:
        yield run
