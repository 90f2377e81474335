"""How one value that changed is told, kind by kind: a word, a day, a list of words, a text.

Each function here takes what the value is called and gives the function that says the change.
What was added or removed is said with what it was, so that nobody has to look it up. What is
told in words of its own, such as an amount or a risk's scores, stands in ``particular``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from generator.changes.amounts import said_amount
from generator.changes.change import Change
from generator.changes.prose import changed_sentences, unwrapped
from generator.changes.subjects import name_of, nearest
from generator.changes.telling import Telling
from generator.core.amounts import Amount
from generator.core.deciding import Decision
from generator.core.figures import Headline
from generator.core.impacts import Answer
from generator.core.period_format import format_day
from generator.core.periods import Form, Period
from generator.core.phrases import count, joined, period_words, sentence
from generator.core.words import RACI

if TYPE_CHECKING:
    from generator.changes.prose import Run

Sayer: TypeAlias = Callable[[Change, Telling], str]

SHORT: Final = 80  # characters of a text that can be said whole
ASKED: Final = {
    "affected": "who is affected",
    "positive": "positive impact",
    "negative": "negative impact",
    "neutral": "neutral impact",
    "protected": "protected characteristics",
}
KINDS: Final[Mapping[type, Callable[[Any], str]]] = {
    Amount: said_amount,
    Period: period_words,
    date: format_day,
    bool: lambda value: "yes" if value else "no",
    int: str,
}


def said(value: Any) -> str:  # noqa: ANN401 - a value of any field
    """A value as a sentence has it: words between quotation marks, dates and amounts without."""
    if value is None:
        return "not given"
    if isinstance(value, tuple):
        return joined(map(said, value)) if value else "nothing"
    for kind, say in KINDS.items():
        if isinstance(value, kind):
            return say(value)
    return f"“{' '.join(str(value).split())}”"


def is_silent(value: object) -> bool:
    """Whether a paper says nothing: no value, or the word that it does not state one."""
    return value is None or str(value).strip().lower() in ("", "not stated")


def owner(change: Change) -> Any:  # noqa: ANN401 - a record of the model, or several
    """The record that gives the value its meaning, as it is now."""
    return change.owners[1]


def subject(word: str, change: Change, which: int = 1) -> str:
    """``the owner of the risk “Timescales slip”``; the name alone where there is no word."""
    record = change.owners[which]
    within = nearest(record)
    if isinstance(within, Answer) and len(change.path) > 1:
        name = f"the answer on {ASKED[change.path[-2].field]}"
        return f"the {word} {name}" if word else name
    if isinstance(within, Decision) and change.field in ("body", "stage"):
        record = replace(within, **{change.field: None})  # which is told behind it
    name = name_of(record)
    if not word or not name:
        return name or f"the {word}"
    return f"the {word} of {name}" if not isinstance(within, Headline) else f"the {word}"


def value(word: str) -> Sayer:
    """A value that is called `word`: ``The stage is now “outline”; it was “idea”.``."""

    def say(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
        start = sentence(subject(word, change))
        if is_silent(change.before):
            return f"{start} is now given as {said(change.after)}."
        if is_silent(change.after):
            return f"{start} is no longer given; it was {said(change.before)}."
        return f"{start} is now {said(change.after)}; it was {said(change.before)}."

    return say


def document(template: str) -> Sayer:
    """What the case is as a whole, in a sentence with places for ``{now}`` and ``{then}``."""

    def say(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
        return template.format(now=said(change.after), then=said(change.before))

    return say


def several(one: str, many: str) -> Sayer:
    """A list of words: which were added and which removed."""

    def say(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
        then, now = change.before or (), change.after or ()
        added = [_part(each) for each in now if each not in then]
        removed = [_part(each) for each in then if each not in now]
        if not added and not removed:  # the same ones, another number of times
            return f"{sentence(subject(many, change))}: now {said(now)}; {said(then)} before."
        parts = (("added", added), ("removed", removed))
        told = "; ".join(f"{did}: {joined(each)}" for did, each in parts if each)
        word = one if len(added) + len(removed) == 1 else many
        name = name_of(owner(change))
        return f"{sentence(word)}{f' of {name}' if name else ''} {told}."

    return say


def _part(each: object) -> str:
    return RACI.get(each, each) if isinstance(each, str) and each in RACI else said(each)


def yes_or_no(template: str, what: str) -> Sayer:
    """A yes or no, in a sentence with places for the thing, ``{it}``, and for ``{not}``."""

    def say(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
        if change.after is None:
            return f"It is no longer said {what}; it was {said(change.before)}."
        it = sentence(name_of(owner(change)) or "it")
        return template.format(it=it, **{"not": "" if change.after else "not "}) + "."

    return say


def label(change: Change, telling: Telling) -> str:
    """Another name: ``The risk “A” is now called “B”.``."""
    if not change.before or not change.after:
        return value("description")(change, telling)
    return f"{sentence(subject('', change, 0))} is now called {said(change.after)}."


def place_in(word: str) -> Sayer:
    """Another group, category or place: ``The option “A” moved from the group “X” to “Y”.``."""

    def say(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
        start = sentence(subject("", change))
        if not change.before:
            return f"{start} now stands in the {word} {said(change.after)}."
        if not change.after:
            return f"{start} no longer stands in the {word} {said(change.before)}."
        return f"{start} moved from the {word} {said(change.before)} to {said(change.after)}."

    return say


def day_of(word: str) -> Sayer:
    """A day that may move."""

    def say(change: Change, telling: Telling) -> str:
        if change.before is None or change.after is None:
            return value(word)(change, telling)
        start = sentence(subject(word, change))
        return f"{start} moved {from_to(change.before, change.after)}."

    return say


def from_to(before: Period | date, after: Period | date) -> str:
    """``from 13 March to 9 April 2014``: the year is named once where it is the same."""
    begin, end = said(before), said(after)
    shapes = [each.form if isinstance(each, Period) else Form.DAY for each in (before, after)]
    alike = shapes[0] is shapes[1] and shapes[0] in (Form.DAY, Form.MONTH)
    year = end[-5:]
    if alike and begin.endswith(year) and begin != end:
        begin = begin.removesuffix(year)
    return f"from {begin} to {end}"


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that is called `word`: said whole where it is short, else by how much changed."""

    word: str

    def __call__(self, change: Change, telling: Telling) -> str:
        """The sentence on a change of the text."""
        texts = [unwrapped(each or "") for each in (change.before, change.after)]
        if max(map(len, texts)) <= SHORT:
            return value(self.word)(_quiet(change), telling)
        start = sentence(subject(self.word, change))
        if not all(texts):
            return f"{start} is {'now' if texts[1] else 'no longer'} given."
        return f"{start} changed: {_sizes(changed_sentences(*texts))}."


def _quiet(change: Change) -> Change:
    """The change with texts as they are said in a sentence: without a full stop of their own."""
    texts = [each for each in (change.before, change.after) if each]
    if not all(text.rstrip().endswith(".") for text in texts):
        return change
    bare = {text: text.rstrip().removesuffix(".") for text in texts}
    return replace(
        change,
        before=bare.get(change.before, change.before),
        after=bare.get(change.after, change.after),
    )


def _sizes(sentences: Iterable[tuple[Run, ...]]) -> str:
    """``2 sentences reworded, 1 added``."""
    found = {"reworded": 0, "added": 0, "removed": 0}
    for runs in sentences:
        kinds = {run.did for run in runs}
        found[next(iter(kinds)) if len(kinds) == 1 else "reworded"] += 1
    first, *rest = [(did, number) for did, number in found.items() if number]
    others = [f"{number} {did}" for did, number in rest]
    return joined([f"{count(first[1], 'sentence')} {first[0]}", *others])
