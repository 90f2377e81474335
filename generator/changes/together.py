"""Changes that are told in one sentence, since one alone would mislead or say only half.

An amount whose period changed too did not fall from one to the other: they are amounts of two
things. An option that is no longer preferred is the other side of one that is. Where one pack
prints a headline twice, the figure that stood there first has not gone away.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from generator.changes.amounts import said_amount
from generator.changes.change import UNREADABLE, Change, Did
from generator.changes.particular import RELATED_ALIKE, related
from generator.changes.subjects import about, name_of, nearest
from generator.core.figures import Figure, Headline
from generator.core.naming import context_of_headline
from generator.core.options import Option
from generator.core.phrases import joined, sentence
from generator.core.relations import Relation
from generator.core.words import Certainty, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes.telling import Telling
    from generator.core.amounts import Amount
    from generator.core.figures import Context

Gathered = tuple[str, tuple[Change, ...]]  # a sentence, or an empty text for the usual one
ALIKE: Final = (
    {("Risk", "likelihood"), ("Risk", "impact"), ("Risk", "rag")},
    {("Relation", field.name) for field in fields(Relation)},
    {("Person", "name"), ("Person", "state")},
    {("Decision", "date"), ("Decision", "state")},
    {("Milestone", "when"), ("Milestone", "state")},
)
DATES: Final = {("Decision", "date"), ("Milestone", "when")}  # a date takes the place of a state
UNLOCKED: Final = "could not be read before and can now"
MEANINGS: Final = frozenset({"measure", "period", "basis", "qualities"})


def gathered(changes: tuple[Change, ...], telling: Telling) -> Iterator[Gathered]:
    """The changes, alone or together with what belongs to them; each is in one of them."""
    groups = (
        *_unreadable(changes),
        *_options(changes),
        *_headline(changes, telling),
        *_figures(changes),
        *_alike(changes),
        *_renamed_relations(changes, telling),
    )
    first = {id(group[1][0]): group for group in groups}
    told = {id(change) for group in groups for change in group[1]}
    for change in changes:
        if id(change) in first:
            yield first[id(change)]
        elif id(change) not in told:
            yield "", (change,)


def _unreadable(changes: tuple[Change, ...]) -> Iterator[Gathered]:
    """Fields of the file that could not be read then, or now."""
    for lost, told in ((True, "could be read before and cannot now"), (False, UNLOCKED)):
        found = [
            change for change in changes if UNREADABLE is (change.after if lost else change.before)
        ]
        names = [f"“{change.field.replace('_', ' ')}”" for change in found]
        if found:
            yield f"What the file says under {joined(names)} {told}.", tuple(found)


def _options(changes: tuple[Change, ...]) -> Iterator[Gathered]:
    """One option is preferred now, and another no longer."""
    groups: dict[str | None, list[Change]] = defaultdict(list)
    for change in changes:
        option = nearest(change.owners[1])
        if change.field == "outcome" and isinstance(option, Option):
            groups[option.group].append(change)
    for found in groups.values():
        now = [change for change in found if change.after is Outcome.PREFERRED]
        then = [change for change in found if change.before is Outcome.PREFERRED]
        if len(now) == len(then) == 1:
            yield _preferred(then[0], now[0]), (now[0], then[0])


def _preferred(then: Change, now: Change) -> str:
    new, old = (name_of(nearest(change.owners[1])) for change in (now, then))
    silent = then.after is Outcome.NOT_STATED
    end = "" if silent else f", which is now {then.after}"
    return f"{sentence(new)} is now preferred; it was {old}{end}."


def _headline(changes: tuple[Change, ...], telling: Telling) -> Iterator[Gathered]:
    """The headline is about something else now, or another paper's figure."""
    own = [change for change in changes if change.place[0] == "Headline"]
    amount = [change for change in own if change.field == "amount"]
    meaning = [change for change in own if change.field in MEANINGS]
    if not amount or not (meaning or telling.restated):
        return
    then, now = amount[0].owners
    told = [*amount, *meaning, *(change for change in own if change.field == "certainty")]
    if telling.at(now.line).restated:
        kept = [change for change in changes if _is_kept(change, then)]
        yield _restated(then, now, telling), (*told, *kept)
    else:
        yield _another("the headline", headline_words(then), headline_words(now)), tuple(told)


def _is_kept(change: Change, headline: Headline) -> bool:
    """Whether a figure was added that is what the headline was."""
    figure = change.after
    if change.place != ("Case", "figures") or not isinstance(figure, Figure):
        return False
    same = (figure.context.measure, figure.context.period) == (headline.measure, headline.period)
    return change.did is Did.ADDED and same and figure.amount == headline.amount


def _restated(then: Headline, now: Headline, telling: Telling) -> str:
    new, old = headline_words(now), headline_words(then)
    paper = f"{telling.second}, {new}; {telling.first} prints {old}"
    return f"The headline is now the figure of {paper}."


def _figures(changes: tuple[Change, ...]) -> Iterator[Gathered]:
    """A figure that measures something else, or is for another time, with another amount."""
    groups: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in changes:
        if isinstance(nearest(change.owners[1]), Figure):
            groups[change.path[0], change.path[0].key].append(change)
    for found in groups.values():
        amount = [change for change in found if change.field == "amount"]
        meaning = [change for change in found if change.field in MEANINGS]
        if amount and meaning:
            then, now = (nearest(owner) for owner in amount[0].owners)
            told = _another(name_of(now), figure_words(then), figure_words(now))
            yield told, (*amount, *meaning)


def _alike(changes: tuple[Change, ...]) -> Iterator[Gathered]:
    """What one item says with several fields, of which the usual sentence on the first says all."""
    groups: dict[object, list[Change]] = defaultdict(list)
    for change in changes:
        of = next((number for number, places in enumerate(ALIKE) if change.place in places), None)
        if of is not None:
            groups[of, change.path[:-1]].append(change)
    for found in groups.values():
        opens = found[0].before is None or found[0].after is None
        if found[0].place not in DATES or opens:
            yield "", tuple(found)


def _renamed_relations(changes: tuple[Change, ...], telling: Telling) -> Iterator[Gathered]:
    """A relation that went and one that came, in the same words: only names in the file changed."""
    found = [change for change in changes if change.place == ("Case", "relations")]
    came = [change for change in found if change.did is Did.ADDED]
    for gone in (change for change in found if change.did is Did.REMOVED):
        words = related(gone.before, telling, now=False)
        same = (one for one in came if related(one.after, telling, now=True) == words)
        if new := next(same, None):
            came.remove(new)
            yield RELATED_ALIKE.format(words), (new, gone)


def _another(name: str, then: str, now: str) -> str:
    return f"{sentence(name)} is now {now}; it was {then}."


def headline_words(headline: Headline) -> str:
    """``£655,000 (cashable saving, for 2014/15, estimate)``."""
    return _words(headline.amount, context_of_headline(headline), headline.certainty)


def figure_words(figure: Figure) -> str:
    """``£2.34 million (cost, over 3 years, over the plan)``."""
    return _words(figure.amount, figure.context)


def _words(amount: Amount, context: Context, certainty: Certainty = Certainty.NOT_STATED) -> str:
    sure = "" if certainty is Certainty.NOT_STATED else certainty.value
    more = ", ".join(filter(None, (about(context), sure)))
    return f"{said_amount(amount)}{f' ({more})' if more else ''}"
