"""What the cases of each council answer, question by question, so that one reads across.

Where a council has many cases a line says what they say together, and each answer is behind a
fold. Of very many cases a page tells what all of them say together, whose they are and how much
each is about: the answers of a thousand cases on one page would open on no telephone, and each
case has a page of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compare.comparison import statements_about
from generator.compare.sides import sides_of
from generator.pages.addresses import Ref, case_address, link
from generator.pages.answers import (
    HOW_MUCH,
    NO_EVIDENCE,
    PROPOSED,
    QUESTIONS,
    REASON,
    Said,
    answers,
    how_much_answer,
    seen_from,
)
from generator.pages.arrangement import paths_in_order
from generator.pages.phrases import count, ended, plural, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.compare.facts import Facts, Side
    from generator.pages.shelf import Shelf

PAIR = 2
MOST_OPEN = 4  # cases of a council whose answers stand open
MOST_ANSWERED = 200  # cases of which a page has every answer
ALL = "All of these cases together"
ON_ITS_OWN = "What each of them says stands on its own page."


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One council's answers to a question.

    Attributes:
        together: what its cases say together, where they are many.
        names: the cases by name, where their answers are folded and nothing else stands open.
        short: whether amounts stand smaller, since a council of the page has many.
        title: of the fold that holds the answers; empty where they stand open.
    """

    council: str
    answers: tuple[Said, ...]
    together: tuple[str, ...] = ()
    names: tuple[Ref, ...] = ()
    title: str = ""
    short: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question with each council's answers.

    Attributes:
        single: whether each council has one case, so that its name leads to it.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    single: bool


# Of which things a line tells what the cases of a council say together.
TOGETHER = {
    "stage": ("kind", "stage"),
    "options": ("options", "do-nothing"),
    "risks": ("risks",),
    "affected": ("negative", "protected"),
    "decides": ("committee",),
    "source": ("source",),
}
STAND_OPEN = {HOW_MUCH}  # amounts are never folded
CODES = frozenset(code for together in TOGETHER.values() for code in together)


def questions_of(
    by_council: Mapping[str, Sequence[Side]], shelf: Shelf, here: str, theme: str
) -> Iterator[Question]:
    """Each question with its answers, for the page at `here`.

    Args:
        by_council: the cases, by the folder of their council.
        shelf: the register.
        here: the page's address.
        theme: the theme that they are on, if they are chosen by one.
    """
    named = _named(by_council, shelf)
    if sum(len(own) for own in by_council.values()) > MOST_ANSWERED:
        yield from _of_very_many(named, shelf, here, theme)
        return
    said = [
        (name, [_answers(side.facts, theme, shelf) for side in own], _together(own, shelf))
        for name, own in named
    ]
    short = any(len(same) > MOST_OPEN for _, same, _ in said)
    single = all(len(same) == 1 for _, same, _ in said)
    for number, (id_, title) in enumerate(QUESTIONS):
        columns = (
            replace(
                _column(id_, name, [each[number] for each in same], together, here), short=short
            )
            for name, same, together in said
        )
        yield Question(id=id_, title=title, columns=tuple(columns), single=single)


def _of_very_many(
    named: Sequence[tuple[str, Sequence[Side]]], shelf: Shelf, here: str, theme: str
) -> Iterator[Question]:
    """The names and amounts of all cases, and of the rest what they say together."""
    every = sides_of(side for _, own in named for side in own)
    said = {each.code: each.sentence for each in statements_about(CODES, every)}
    for id_, title in QUESTIONS:
        if id_ == PROPOSED:
            columns = [_names(name, own, here) for name, own in named]
        elif id_ == HOW_MUCH:
            columns = [_amounts(name, own, shelf, here, theme) for name, own in named]
        else:
            together = [said[code] for code in TOGETHER.get(id_, ()) if code in said]
            columns = [Column(council=ALL, answers=(), together=(*together, ON_ITS_OWN))]
        yield Question(id=id_, title=title, columns=tuple(columns), single=False)


def _names(council: str, own: Sequence[Side], here: str) -> Column:
    names = (
        Ref(
            text=f"{side.facts.title}, {side.facts.plan_year}",
            url=link(case_address(side.facts.path), here),
        )
        for side in own
    )
    return Column(council=council, answers=(), names=tuple(names))


def _amounts(council: str, own: Sequence[Side], shelf: Shelf, here: str, theme: str) -> Column:
    said = (
        _beside(side.facts, shelf.kept(how_much_answer, side.facts.path), theme, shelf)
        for side in own
    )
    return Column(council=council, answers=tuple(seen_from(here, one) for one in said), short=True)


def _answers(facts: Facts, theme: str, shelf: Shelf) -> tuple[Said, ...]:
    """What a case answers."""
    said = shelf.kept(answers, facts.path)
    return tuple(
        _beside(facts, one, theme, shelf) if id_ == HOW_MUCH else one
        for one, (id_, _) in zip(said, QUESTIONS, strict=True)
    )


def _beside(facts: Facts, amount: Said, theme: str, shelf: Shelf) -> Said:
    """An amount, and beside it what else than the theme its case is about."""
    themes = shelf.register.themes
    others = [themes[key].title for key in facts.themes if key != theme and key in themes]
    if not theme or not others:
        return amount
    return replace(amount, more=f"For the whole case, which also stands on: {'; '.join(others)}.")


def _named(
    by_council: Mapping[str, Sequence[Side]], shelf: Shelf
) -> list[tuple[str, Sequence[Side]]]:
    """The cases of each council, the latest plan first; two of one council each by itself.

    A council may have the name of the one that it followed, so names are not taken for councils.
    """
    every = [side for own in by_council.values() for side in own]
    if len(by_council) == 1 and len(every) == PAIR:
        called = sides_of(every)
        return [(called.names[side.place], [side]) for side in called.all]
    by_path = {side.facts.path: side for side in every}
    return [
        (
            shelf.council_name(folder),
            [by_path[path] for path in paths_in_order(side.facts.path for side in own)],
        )
        for folder, own in by_council.items()
    ]


def _together(own: Sequence[Side], shelf: Shelf) -> dict[str, str]:
    """What the cases of a council say together, by what it is about; where they are many."""
    if len(own) <= MOST_OPEN:
        return {}
    said = statements_about(CODES, sides_of(own))
    by_path = sorted(own, key=lambda side: side.facts.path)
    committees = Counter(side.facts.committee or "no committee named" for side in by_path)
    documents = Counter(side.facts.source for side in by_path)
    titles = ((shelf.source(key), number) for key, number in documents.items())
    return {
        "committee": _counted(committees.most_common()),
        "source": _counted((f"“{s.title}”", number) for s, number in titles if s),
        **{each.code: each.sentence for each in said},
    }


def _counted(found: Iterable[tuple[str, int]]) -> str:
    """``Adults Committee (12 cases), no committee named (1 case)``."""
    listed = ", ".join(f"{words} ({count(number, 'case')})" for words, number in found)
    return ended(sentence(listed))


def _column(
    id_: str, council: str, said: Sequence[Said], own: Mapping[str, str], here: str
) -> Column:
    """A council's answers; `said` are those of its cases, `own` what they say together."""
    fold = len(said) > MOST_OPEN and id_ not in STAND_OPEN
    together = [own[code] for code in TOGETHER.get(id_, ()) if code in own]
    if fold and id_ == "evidence":
        having = sum(not each.text.startswith((NO_EVIDENCE, REASON)) for each in said)
        of = f"{having or 'None'} of {count(len(said), 'case')}"
        has = plural(having or 1, "has", "have")
        together.append(f"{of} {has} a part on evidence alone; else the reason given stands here.")
    return Column(
        council=council,
        answers=tuple(seen_from(here, each) for each in said),
        together=tuple(together),
        names=tuple(Ref(text=each.case, url=link(each.url, here)) for each in said)
        if fold and id_ == PROPOSED
        else (),
        title=f"{count(len(said), 'case')}, one by one" if fold else "",
    )
