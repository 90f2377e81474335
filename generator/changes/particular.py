"""What is told in words of its own: amounts, scores, who is responsible, what was added.

These are the sentences that people come for. Each takes a change and how the step is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from generator.changes.amounts import cell_moved, moved, said_amount
from generator.changes.change import Change, Did
from generator.changes.items import (
    answer_words,
    essentials,
    quoted_name,
    relation_words,
    risk_scores,
)
from generator.changes.leaves import Prose, Sayer, from_to, owner, said, subject, value
from generator.changes.subjects import amount_subject, name_of, nearest
from generator.changes.telling import Telling, Voice
from generator.core.amounts import State
from generator.core.figures import Benefit, Claim, Figure, Headline, Table
from generator.core.impacts import Answer, Impacts
from generator.core.naming import describe
from generator.core.operands import HEADLINE
from generator.core.phrases import joined, sentence, state_words
from generator.core.words import AnswerState, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.core.case import Case, Section
    from generator.core.deciding import Person
    from generator.core.relations import Relation
    from generator.core.scalars import Lines

RELATED_ALIKE: Final = (
    "A relation between figures has other names in the file and says the same: {}."
)
PRINTED: Final = (Figure, Table, Claim)  # what a second paper of a pack prints


def identity(change: Change, telling: Telling) -> str:
    """Where the file lies; between two plans it is said which case is held against which."""
    if telling.voice is Voice.FOLLOWING:
        then, now = change.before.plan_year, change.after.plan_year
        return f"The case of the plan for {now} is held against that for {then}, which it follows."
    return f"The case moved from {said(change.before)} to {said(change.after)}."


def item(noun: str, added: str = "", removed: str = "") -> Sayer:
    """An item or a group of fields that is new or gone, with its essentials."""

    def say(change: Change, telling: Telling) -> str:
        new = change.did is Did.ADDED
        thing = change.after if new else change.before
        if new and isinstance(thing, PRINTED) and telling.at(thing.context.lines).restated:
            return f"{sentence(telling.second)} prints {essentials(thing)}."
        head = (added if new else removed) or f"{noun} {change.did}"
        holder = nearest(owner(change))
        to = f" {'to' if new else 'from'} {name_of(owner(change))}"
        outer = isinstance(holder, (Headline, Impacts, Answer)) or not name_of(owner(change))
        return f"{head}{'' if outer else to}: {_ended(essentials(thing))}"

    return say


def section(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
    """A heading that has text now, or has none any more."""
    found: Section = change.after or change.before
    return f"Text {change.did} under “{found.heading}”."


def line(noun: str) -> Sayer:
    """A row or column that is new or gone, with its cells."""

    def say(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
        new = change.did is Did.ADDED
        series, table = (change.after if new else change.before), nearest(owner(change))
        where = f"{'to' if new else 'from'} “{table.title}”"
        return f"{noun} {change.did} {where}: {_ended(essentials(series))}"

    return say


def amount(change: Change, telling: Telling) -> str:
    """An amount outside a table."""
    name = amount_subject(owner(change))
    if change.before is None:
        return f"{sentence(name)} is now given as {said_amount(change.after)}."
    if change.after is None:
        return f"{sentence(name)} is no longer given; it was {said_amount(change.before)}."
    return moved(name, change.before, change.after, telling.at(_lines(owner(change))))


def cell(change: Change, telling: Telling) -> str:
    """An amount in a table."""
    told = telling.at(_lines(owner(change)))
    return cell_moved(amount_subject(owner(change)), change.before, change.after, told)


def _lines(records: Any) -> Lines | None:  # noqa: ANN401 - a record of the model, or several
    """Where a figure stands, as far as the innermost record that knows says."""
    for record in reversed(records if isinstance(records, tuple) else (records,)):
        context = getattr(record, "context", None)
        found = context.lines if context else getattr(record, "line", None)
        if found:
            return found  # type: ignore[no-any-return]  # the one type that any record has here
    return None


def measured_as(change: Change, telling: Telling) -> str:
    """What a figure measures, for when, how it counts and how sure it is."""
    if change.field == "qualities":
        start = sentence(subject("", change))
        then, now = (joined(each) if each else "" for each in (change.before, change.after))
        if not then or not now:
            return f"{start} is {'now' if now else 'no longer'} given as {now or then}."
        return f"{start} is now given as {now}; it was given as {then}."
    return value(f"{change.field} of the headline" if _of_headline(change) else change.field)(
        change, telling
    )


def _of_headline(change: Change) -> bool:
    return isinstance(owner(change), Headline)


def when_due(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
    """A day or period to which something moved: ``moved from 13 March to 9 April 2014``."""
    due = isinstance(nearest(owner(change)), Benefit)
    start = sentence(subject("due date" if due else "", change))
    then, now = (_open(nearest(each)) for each in change.owners)
    new = then != now
    if change.before is None:
        was = f"; it was {then}" if then and new else ""
        return f"{start} is now dated {said(change.after)}{was}."
    if change.after is None:
        open_ = f" and is now {now}" if now and new else ""
        return f"{start} is no longer dated; it was {said(change.before)}{open_}."
    return f"{start} moved {from_to(change.before, change.after)}."


def _open(record: Any) -> str:  # noqa: ANN401 - a record that has a date
    """What a paper has in place of a date: ``to be confirmed``."""
    state = getattr(record, "state", None)
    return state_words("blank" if state is State.ABSENT else state)


def person_name(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
    """Who is in a role: ``The senior responsible officer is now Ann Bell; it was Carl Dean.``."""
    then, now = (_who(nearest(each)) for each in change.owners)
    role = sentence(nearest(owner(change)).role)
    start = role if role.startswith("The ") else f"The {role[:1].lower()}{role[1:]}"
    if not change.after:
        return f"{start} is no longer named ({now}); it was {then}."
    return f"{start} is now {now}; it was {then}."


def _who(person: Person) -> str:
    return person.name or state_words(person.state) or "not named"


def scored(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
    """The scores of a risk, all of them, since one of them says little without the others."""
    then, now = map(nearest, change.owners)
    start = sentence(name_of(now))
    if not risk_scores(now):
        return f"{start} is no longer scored; it was {risk_scores(then)}."
    return f"{start} is now scored {risk_scores(now)}; it was {risk_scores(then) or 'not scored'}."


def outcome(change: Change, telling: Telling) -> str:  # noqa: ARG001 - as every sayer
    """What is concluded about an option."""
    option = nearest(owner(change))
    start, silent = sentence(name_of(option)), Outcome.NOT_STATED
    if change.after is silent:
        return f"{start} is no longer {change.before}; no conclusion is stated."
    if change.before is silent:
        return f"{start} is now {change.after}."
    return f"{start} is now {change.after}; it was {change.before}."


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def answer(change: Change, telling: Telling) -> str:
    """The answer to a question of a form; how it stands open is no text of anybody."""
    then, now = map(nearest, change.owners)
    if then.state is now.state is AnswerState.TEXT:
        return Prose("")(change, telling)
    start = sentence(subject("", change))
    return f"{start} is now {answer_words(now)}; it was {answer_words(then)}."


def new_relation(change: Change, telling: Telling) -> str:
    """A relation between figures that is said now, or no longer."""
    new = change.did is Did.ADDED
    told = related(change.after if new else change.before, telling, now=new)
    return f"Relation between figures {change.did}: {told}."


def relation(change: Change, telling: Telling) -> str:
    """How figures hang together: the whole of it, before and now."""
    then, now = map(nearest, change.owners)
    new, old = related(now, telling, now=True), related(then, telling, now=False)
    if new == old:
        return RELATED_ALIKE.format(new)
    return f"The relation between figures is now: {new}; it was: {old}."


def related(found: Relation, telling: Telling, *, now: bool) -> str:
    """A relation in the words of the document, with who says so."""
    reason = f": {found.reason}" if found.reason else ""
    case = telling.cases[now] if telling.cases else None
    names = _called(case, telling.others) if case else quoted_name
    words = relation_words(found, names)
    return f"{words} ({found.grounds}{reason})"


def _called(case: Case, others: Mapping[str, Case]) -> Callable[[str], str]:
    """What names of figures stand for in a case: in the words that it, or another, has for them."""

    def name(typed: str) -> str:
        path, elsewhere, inner = typed.rpartition("#")
        found = describe(case, typed, others)
        words = f"{found.text} in “{found.within}”" if found.within else found.text
        if not elsewhere:
            return words
        if path in others:
            return f"{words} of the case “{others[path].title}”"
        parts = "the headline" if inner == HEADLINE else f"“{', '.join(inner.split('.'))}”"
        return f"{parts} of the case {path}"

    return name
