"""Every leaf of a version in words, under a key that stays: what a browser needs to compare two.

Which of many versions a reader wants to hold against each other is not known when the site is
built. So each version is given as a list of facts, and a script on the page has only to look which
words are there under the same key. The key is made of what identifies an item, its id, its
reference or its name, never of its place in a list, and prose has a fact for each sentence. Lines
of the source and the way an amount was typed are left out: they say nothing new.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from generator.changes.change import Topic
from generator.changes.fields import ABOUT_A_CASE
from generator.changes.prose import unwrapped
from generator.core.amounts import Amount, plain_number
from generator.core.figures import Part
from generator.core.identity import CaseId
from generator.core.money_format import format_amount
from generator.core.naming import context_of_split
from generator.core.period_format import format_day
from generator.core.periods import Period
from generator.core.words import Certainty
from generator.pages.hanging_together import relation_views
from generator.pages.headline import headline_view
from generator.pages.phrases import BASES, CERTAINTIES, in_period, measured, period_words, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.core.case import Case
    from generator.core.figures import Axis, Context

UNREADABLE = "could not be read from the file"
TAKEN = "removed from the register, and not shown"
SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[\"“‘(\[]?[A-Z0-9£])")
# One of a list, as its label begins; a field that is not here is called by its own name.
ONE_OF = {
    "people": "Role", "decisions": "Decision", "options": "Option", "criteria": "Criterion",
    "risks": "Risk", "dependencies": "Dependency", "links": "Link", "milestones": "Milestone",
    "stakeholders": "Stakeholder", "assessments": "judged by", "groups": "group",
    "benefits": "Benefit", "figures": "Figure", "claims": "Claim", "splits": "part",
}  # fmt: skip
NAMES = (
    *("title", "what", "label", "benefit", "milestone", "stakeholder", "criterion", "group"),
    *("role", "body", "stage", "name", "case", "claim"),
)
IDENTITIES = ("id", "reference", *NAMES)
ABOUT = "what its figures are"
LEFT_OUT = {"line", "lines", "id", "context", "unreadable", "removed"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A leaf of a version.

    Attributes:
        key: the same in each version that has it; see ``history_keys``.
        item: the risk, option, table or other item of a list that it belongs to, as it is
            called; empty for what stands by itself.
        topic: what it is about.
        label: what it is called.
        words: what it says.
        of: the beginning of the key that all facts of its item share; empty for what stands by
            itself.
    """

    key: str
    item: str
    topic: Topic
    label: str
    words: str
    of: str = ""


Leaf = tuple[str, str, str, str]  # key, item, label, words


def version_facts(case: Case) -> tuple[Fact, ...]:
    """Every leaf of a case, in the order of the model; a key stands once."""
    found: dict[str, Fact] = {}
    for field in fields(case):
        topic = ABOUT_A_CASE.get(field.name, Topic.WORDING)
        for key, item, label, words in _of_field(case, field.name):
            fact = Fact(key=key, item=item, topic=topic, label=label, words=words)
            found.setdefault(key, fact)
    return tuple(found.values())


def _of_field(case: Case, name: str) -> Iterator[Leaf]:
    if name in LEFT_OUT:
        return
    label = sentence(name.replace("_", " "))
    if name in case.unreadable:
        yield f"{name}/unreadable", "", label, TAKEN if name in case.removed else UNREADABLE
    elif name in _OWN_WAY:
        yield from _OWN_WAY[name](case)
    else:
        yield from _leaves(getattr(case, name), name, label)


def _headline(case: Case) -> Iterator[Leaf]:
    headline = case.headline
    if headline is None:
        return
    yield "headline", "", "Headline", headline_view(case).text
    yield from _leaves(headline.text, "headline/text", "Headline, in the register’s words")
    for key, split in _identified(headline.splits):
        label = f"Part of the headline, “{split.name}”"
        context = context_of_split(headline, split)
        yield from _figure(split.amount, context, f"headline/splits/{key}", label)


def _tables(case: Case) -> Iterator[Leaf]:
    for table in case.tables:
        at, item = f"tables/{table.id}", f"Table “{table.title}”"
        yield f"{at}/title", item, item, table.title
        yield from _leaves(_about(table.context), f"{at}/about", f"{item}, {ABOUT}", item)
        yield from _leaves(table.note, f"{at}/note", f"{item}, note", item)
        for axis in (*table.rows, *table.columns):
            yield from _axis(axis, f"{at}/{axis.id}", item)
        for r, c, amount in table.cells():
            row, column = table.rows[r], table.columns[c]
            label = f"{item}: {row.label}, {column.label}"
            yield from _figure(
                amount, table.context_at(r, c), f"{at}/{row.id}/{column.id}", label, item
            )


def _axis(axis: Axis, at: str, item: str) -> Iterator[Leaf]:
    label = f"{item}, “{axis.label}”"
    yield f"{at}/label", item, label, axis.label
    yield from _leaves(_about(axis.context), f"{at}/about", f"{label}, {ABOUT}", item)
    if axis.part is not Part.ITEM:
        yield f"{at}/part", item, f"{label}, what it is", axis.part.value
    for name in ("confidence", "category", "note"):
        yield from _leaves(getattr(axis, name), f"{at}/{name}", f"{label}, {name}", item)


def _figures(case: Case) -> Iterator[Leaf]:
    for figure in case.figures:
        at, item = f"figures/{figure.id}", f"Figure “{figure.what}”"
        yield from _figure(figure.amount, figure.context, at, item, item)
        about = _about(figure.context, figure.certainty)
        yield from _leaves(about, f"{at}/about", f"{item}, {ABOUT}", item)
        yield f"{at}/what", item, item, figure.what
        yield from _leaves(figure.note, f"{at}/note", f"{item}, note", item)


def _claims(case: Case) -> Iterator[Leaf]:
    for claim in case.claims:
        item = f"Claim “{', '.join(filter(None, [claim.claim.value, claim.what]))}”"
        at = f"claims/{claim.id}"
        yield f"{at}/what", item, item, item
        yield from _figure(claim.value, claim.context, at, item, item)
        yield from _leaves(_about(claim.context), f"{at}/about", f"{item}, {ABOUT}", item)


def _benefits(case: Case) -> Iterator[Leaf]:
    for benefit in case.benefits:
        at, item = f"benefits/{benefit.id}", f"Benefit “{benefit.benefit}”"
        yield f"{at}/benefit", item, item, benefit.benefit
        yield from _leaves(_about(benefit.context), f"{at}/about", f"{item}, {ABOUT}", item)
        figures = [("baseline", benefit.baseline)] if benefit.baseline else []
        for name, amount in (*figures, *((one.label, one.amount) for one in benefit.targets)):
            yield from _figure(amount, benefit.context, f"{at}/{name}", f"{item}, {name}", item)
        for name in ("category", "by", "note"):
            yield from _leaves(getattr(benefit, name), f"{at}/{name}", f"{item}, {name}", item)


def _sections(case: Case) -> Iterator[Leaf]:
    for section in case.sections:
        name = section.heading.value
        for line in unwrapped(section.text).splitlines():
            for words in SENTENCES.split(line):
                yield f"sections/{name}/{words}", "", f"The text under “{name}”", words


def _relations(case: Case) -> Iterator[Leaf]:
    for view in relation_views(case, {}):
        yield f"relations/{view.text}", "", "How the figures hang together", view.text


_OWN_WAY: dict[str, Callable[[Case], Iterator[Leaf]]] = {
    "headline": _headline, "tables": _tables, "figures": _figures, "claims": _claims,
    "benefits": _benefits, "sections": _sections, "relations": _relations,
}  # fmt: skip


def _leaves(
    value: Any,  # noqa: ANN401 - as the model has it
    key: str,
    label: str,
    item: str = "",
) -> Iterator[Leaf]:
    """The leaves of any value of the model."""
    if value is None or value == ():
        return
    if isinstance(value, tuple) and any(is_dataclass(each) for each in value):
        called = ONE_OF.get(key.rpartition("/")[2], "Item")
        for own, each in _identified(value):
            title = next(map(_words, _said(each, NAMES)), "")
            name = f"{item}, {called.lower()} “{title}”" if item else f"{called} “{title}”"
            yield from _leaves(each, f"{key}/{own}", name, item or name)
    elif is_dataclass(value) and type(value) not in PLAIN:
        for field in fields(value):
            if field.name not in LEFT_OUT:
                name = f"{label}, {field.name.replace('_', ' ')}"
                yield from _leaves(getattr(value, field.name), f"{key}/{field.name}", name, item)
    else:
        yield key, item, label, _words(value)


def _identified(items: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Items each with a key that does not depend on their order; equal ones are counted.

    The key is the first of ``IDENTITIES`` that the item has for itself, else all that it says.
    """
    times = Counter((name, _words(getattr(i, name, None))) for i in items for name in IDENTITIES)
    seen = Counter[str]()
    for item in items:
        own = (_words(getattr(item, name, None)) for name in IDENTITIES)
        single = (w for name, w in zip(IDENTITIES, own, strict=True) if times[name, w] == 1)
        key = next(filter(None, single), "") or "; ".join(leaf[3] for leaf in _leaves(item, "", ""))
        seen[key] += 1
        yield (key if seen[key] == 1 else f"{key} ({seen[key]})"), item


def own_keys(name: str, items: Sequence[Any]) -> list[str]:
    """What each item of a list of a case has as its key in that version."""
    by_id = name in _OWN_WAY
    return [item.id for item in items] if by_id else [own for own, _ in _identified(items)]


def _said(item: Any, names: Iterable[str]) -> Iterator[Any]:  # noqa: ANN401 - any record
    return (found for name in names if (found := getattr(item, name, None)))


def _figure(
    amount: Amount, context: Context, key: str, label: str, item: str = ""
) -> Iterator[Leaf]:
    """An amount; what it measures, its period and its basis are told with what it is called."""
    about = _about(context)
    yield key, item, f"{label} ({about})" if about else label, _words(amount)


def _about(context: Context, certainty: Certainty = Certainty.NOT_STATED) -> str | None:
    """What a figure measures, its period, its basis and how sure it is; None where all is open."""
    about = (
        measured(context.measure, context.qualities),
        in_period(context.period) if context.period else "",
        BASES.get(context.basis, "") if context.basis else "",
        CERTAINTIES.get(certainty, ""),
    )
    return ", ".join(filter(None, about)) or None


@singledispatch
def _words(value: Any) -> str:  # noqa: ANN401 - any value of the model
    """A leaf in words; nothing where there is none."""
    return "" if value is None else str(value)


@_words.register
def _(value: Amount) -> str:
    if value.reading is None:
        return format_amount(value)
    return f"{value.printed} (read as {format_amount(value.reading)})"


@_words.register
def _(value: Period) -> str:
    return period_words(value)


@_words.register
def _(value: date) -> str:
    return format_day(value)


@_words.register
def _(value: Decimal) -> str:
    return plain_number(value)


@_words.register
def _(value: Enum) -> str:
    return str(value.value)


@_words.register
def _(value: bool) -> str:
    return "yes" if value else "no"


@_words.register(tuple)
def _(value: tuple[Any, ...]) -> str:
    return ", ".join(map(_words, value))


PLAIN = {Amount, CaseId, Period}
