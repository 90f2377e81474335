"""All that changed between two versions, in sentences, the weightiest first.

Most changes are one sentence each. Some say more together: an option that is preferred now and
the one that no longer is, the scores of one risk, a figure whose period changed with its amount
and which can then no longer be said to have risen or fallen. No change is told twice, and none
is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from generator.changes.change import UNREADABLE, Change, Series, Topic
from generator.changes.compare import changes_between
from generator.changes.prose import changed_sentences
from generator.changes.sayers import PROSE, SAYERS
from generator.changes.telling import PLAIN, telling_of
from generator.changes.together import gathered
from generator.core.amounts import EXACT, POUNDS, Amount
from generator.core.case import Case
from generator.core.figures import Claim, Figure, Headline, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.changes.prose import Run
    from generator.changes.telling import Telling

TITLES: Final = {
    Topic.MONEY: "Money",
    Topic.DECISION: "Decision",
    Topic.SCOPE: "What is proposed",
    Topic.OPTIONS: "Options",
    Topic.RISK: "Risks",
    Topic.IMPACT: "Who is affected",
    Topic.PEOPLE: "People",
    Topic.WORDING: "Wording and the record",
}
ORDER: Final = {field.name: number for number, field in enumerate(fields(Case))}
TOPICS: Final = tuple(Topic)
NOTHING: Final = Decimal(0)


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


def what_changed(before: Case, after: Case) -> tuple[Sentence, ...]:
    """Everything that changed from one version of a case to a later one, in sentences."""
    return sentences(changes_between(before, after), telling=telling_of(before, after))


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
    topic = min((change.topic for change in changes), key=TOPICS.index)
    if text:
        return Sentence(topic=topic, text=text, changes=changes)
    return Sentence(
        topic=topic, text=_text(changes[0], telling), changes=changes, runs=_runs(changes)
    )


def _text(change: Change, telling: Telling) -> str:
    if UNREADABLE in (change.before, change.after):
        what = f"What the file says under “{change.field.replace('_', ' ')}”"
        if change.after is UNREADABLE:
            return f"{what} could be read in the earlier version and cannot in the later one."
        return f"{what} could not be read in the earlier version and can in the later one."
    return SAYERS[change.place](change, telling)


def _runs(changes: Iterable[Change]) -> tuple[tuple[Run, ...], ...]:
    """What was added and removed in the texts that changed, or came or went whole."""
    return tuple(
        runs
        for change in changes
        if change.place in PROSE
        for runs in changed_sentences(_text_of(change.before), _text_of(change.after))
    )


def _text_of(value: Any) -> str:  # noqa: ANN401 - a text, or a record that has one
    return value if isinstance(value, str) else getattr(value, "text", None) or ""


def _rank(found: Sentence) -> tuple[int, Decimal, int]:
    size = max((_moved(change) for change in found.changes), default=NOTHING)
    return TOPICS.index(found.topic), -size, ORDER.get(found.change.path[0].field, len(ORDER))


def _moved(change: Change) -> Decimal:
    """How many pounds a change moves; where a figure came or went, how many it is."""
    if isinstance(change.before, Amount) and isinstance(change.after, Amount):
        then, now = _pounds(change.before), _pounds(change.after)
        return EXACT.subtract(now, then).copy_abs()
    amounts = [*_amounts(change.before), *_amounts(change.after)]
    return max((_pounds(amount).copy_abs() for amount in amounts), default=NOTHING)


def _amounts(value: Any) -> Iterator[Amount]:  # noqa: ANN401 - a value of any field
    match value:
        case Amount():
            yield value
        case Figure() | Headline():
            yield value.amount
        case Claim():
            yield value.value
        case Table():
            yield from (amount for _, _, amount in value.cells())
        case Series():
            yield from (amount for _, amount in value.cells)


def _pounds(amount: Amount) -> Decimal:
    meant = amount.meant
    return meant.number if meant.number is not None and meant.unit == POUNDS else NOTHING
