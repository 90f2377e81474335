"""All that changed between two versions, in sentences, the weightiest first.

Most changes are one sentence each. Some say more together: an option that is preferred now and
the one that no longer is, the scores of one risk, a figure whose period changed with its amount
and which can then no longer be said to have risen or fallen. No change is told twice, and none
is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from generator.changes.change import UNREADABLE, Change, Did, Topic
from generator.changes.compare import changes_between
from generator.changes.money import money_changes, pounds_moved
from generator.changes.prose import changed_sentences
from generator.changes.sayers import PROSE, SAYERS
from generator.changes.telling import PLAIN, telling_of
from generator.changes.together import gathered
from generator.core.case import Case
from generator.core.naming import NO_CASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from generator.changes.prose import Run
    from generator.changes.telling import Telling

TITLES: Final = {
    Topic.MONEY: "Money",
    Topic.DECISION: "Decision",
    Topic.SCOPE: "What is proposed",
    Topic.OPTIONS: "Options",
    Topic.RISK: "Risks",
    Topic.IMPACT: "Benefits and people affected",
    Topic.PEOPLE: "People",
    Topic.WORDING: "Wording and the record",
}
ORDER: Final = {field.name: number for number, field in enumerate(fields(Case))}
TOPICS: Final = tuple(Topic)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence on what changed.

    Attributes:
        text: the whole sentence, in plain text.
        runs: where a text changed, each changed sentence of it as words that stayed, were
            added or were removed.
        changes: what it tells; more than one where they are told together.
        reason: the reason that the file gives for a changed figure, as a sentence, or empty.
    """

    topic: Topic
    text: str
    changes: tuple[Change, ...]
    runs: tuple[tuple[Run, ...], ...] = ()
    reason: str = ""

    @property
    def change(self) -> Change:
        """The change that the sentence is about, the first of those that it tells."""
        return self.changes[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The sentences on one topic, under its title."""

    topic: Topic
    title: str
    sentences: tuple[Sentence, ...]


def what_changed(
    before: Case, after: Case, others: Mapping[str, Case] = NO_CASES
) -> tuple[Sentence, ...]:
    """Everything that changed from one version of a case to a later one, in sentences.

    Args:
        before: the earlier version.
        after: the later one.
        others: cases of the register by path, for what their figures are called.
    """
    return sentences(changes_between(before, after), telling=telling_of(before, after, others))


def sentences(changes: Iterable[Change], *, telling: Telling = PLAIN) -> tuple[Sentence, ...]:
    """The changes in sentences: by topic, then by the money that moved, then as in the model.

    Args:
        changes: all changes of one step, since some are told together.
        telling: what is known of why the file changed; see `telling_of`.
    """
    found = [_sentence(group, telling) for group in gathered(tuple(changes), telling)]
    return tuple(sorted(found, key=_rank))


def by_topic(found: Iterable[Sentence]) -> tuple[Group, ...]:
    """Sentences under the titles of their topics, in the order of what matters."""
    ranked = list(found)
    groups = (
        Group(
            topic=topic,
            title=TITLES[topic],
            sentences=tuple(each for each in ranked if each.topic is topic),
        )
        for topic in Topic
    )
    return tuple(group for group in groups if group.sentences)


def _sentence(group: tuple[str, tuple[Change, ...]], telling: Telling) -> Sentence:
    text, changes = group
    return Sentence(
        topic=min((change.topic for change in changes), key=TOPICS.index),
        text=text or SAYERS[changes[0].place](changes[0], telling),
        changes=changes,
        runs=_runs(changes),
        reason=telling.reason if money_changes(changes) else "",
    )


def _runs(changes: Iterable[Change]) -> tuple[tuple[Run, ...], ...]:
    """What was added and removed in texts that changed, or that came or went with their item."""
    texts = (
        _texts(change) for change in changes if UNREADABLE not in (change.before, change.after)
    )
    return tuple(runs for before, after in texts for runs in changed_sentences(before, after))


def _texts(change: Change) -> tuple[str, str]:
    """The text before and now; of an item that came or went its text, if it has one."""
    if change.place in PROSE:
        return change.before or "", change.after or ""
    before, after = (getattr(value, "text", None) for value in (change.before, change.after))
    return before or "", after or ""


def _rank(found: Sentence) -> tuple[int, Decimal, bool, int]:
    size, change = max(map(pounds_moved, found.changes)), found.change
    named = change.did is Did.RENAMED  # what a thing is called comes after what it is
    return TOPICS.index(found.topic), -size, named, ORDER[change.path[0].field]
