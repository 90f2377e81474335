"""A comparison in words and links: what is common, what differs, what stands against it.

What is true of a comparison is worked out in ``generator.compare``; here each of its sentences
gets the links to the cases that it is made from, and its place: open, or folded where there are
many. Nothing is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.against import Severity
from generator.compare.sides import FEW
from generator.pages.addresses import Ref, case_address, link
from generator.pages.phrases import SILENT, count, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.compare.caveats import Caveat
    from generator.compare.comparison import Comparison, Instead, Statement
    from generator.compare.sides import Value

MOST_LINKED = 60  # sides whose names are listed; of more, a sentence says how many of whom
MOST_OPEN = 12  # sentences that stand open in one list; the others are folded
SEVERITIES = {
    Severity.BLOCKER: ("blocker", "Rules out one scale"),
    Severity.CAUTION: ("caution", "Take care"),
    Severity.NOTE: ("note", "Good to know"),
}
# What a caveat says already need not be told twice: of one code, or of one of these.
TOLD_BY = {"period": {"years", "length"}}

IN_MARKS = {"held"}  # what the table of marks tells, which stands on every such page


@dataclass(frozen=True, kw_only=True, slots=True)
class SaidBy:
    """Words, and the cases that say them."""

    words: str
    cases: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence of a comparison; `by` is empty where it names everyone itself.

    Attributes:
        about: how it begins: what the fold of `by` is called where the sentence is not seen.
    """

    text: str
    by: tuple[SaidBy, ...]
    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CaveatView:
    """A caveat: how much it weighs, in a word for its look and in words to read."""

    key: str
    severity: str
    said: Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Folding:
    """Things of one list: those that stand open, and those behind a fold with its title."""

    shown: tuple[Sentence, ...]
    folded: tuple[Sentence, ...]
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class InsteadView:
    """Something that can be compared where amounts cannot.

    Attributes:
        fold: how many cases say something, where that are so many that they are folded.
    """

    title: str
    by: tuple[SaidBy, ...]
    fold: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """What a page says of a comparison.

    Attributes:
        why: why there is no common scale; empty where there is one.
        blockers: the caveats because of which there is none.
        others: the other caveats; `others_title` is empty where they stand open.
    """

    common: Folding
    differ: Folding
    why: tuple[str, ...]
    blockers: tuple[CaveatView, ...]
    others: tuple[CaveatView, ...]
    others_title: str
    instead: tuple[InsteadView, ...]


def compared(comparison: Comparison, here: str) -> Compared:
    """A comparison as the page at `here` tells it."""
    linked = Links(comparison, here)
    told = {caveat.code for caveat in comparison.caveats}
    differ = [
        each for each in comparison.differ if told.isdisjoint(TOLD_BY.get(each.code, {each.code}))
    ]
    caveats = [caveat_view(caveat, linked) for caveat in comparison.caveats]
    others = tuple(view for view in caveats if view.key != "blocker")
    fold = len(comparison.sides) > FEW
    return Compared(
        common=_folding(comparison.common, linked),
        differ=_folding(differ, linked),
        why=comparison.why_no_scale,
        blockers=tuple(view for view in caveats if view.key == "blocker"),
        others=others,
        others_title=_others(others) if fold and others else "",
        instead=tuple(
            _instead(each, linked) for each in comparison.instead if each.code not in IN_MARKS
        ),
    )


class Links:
    """The cases of a comparison as links from a page."""

    def __init__(self, comparison: Comparison, here: str) -> None:
        self.council = {side.facts.path: side.council_name for side in comparison.sides}
        self.many = len(self.council)
        several = len(set(self.council.values())) > 1
        self._refs = {
            side.facts.path: Ref(
                text=f"{side.facts.title} ({side.council_name})" if several else side.facts.title,
                url=link(case_address(side.facts.path), here),
            )
            for side in comparison.sides
        }

    def of(self, value: Value) -> tuple[Ref, ...]:
        """The cases that say something."""
        return tuple(self._refs[path] for path in dict.fromkeys(path for path, _ in value.places))

    def by(self, values: Iterable[Value]) -> tuple[SaidBy, ...]:
        """Who says what, where a sentence does not name everyone itself and not all say it."""
        every = [*values]
        said_by_all = len(every) == 1 and len(self.of(every[0])) == self.many
        if said_by_all or not FEW < self.many <= MOST_LINKED:
            return ()
        return tuple(said_by(value, self) for value in every)

    def councils(self, values: Iterable[Value]) -> int:
        """How many councils are among those who say something."""
        return len({self.council[path] for value in values for path, _ in value.places})


def said_by(value: Value, linked: Links) -> SaidBy:
    """Words with the cases that say them."""
    return SaidBy(words=sentence(value.words or SILENT).rstrip("."), cases=linked.of(value))


def sentence_of(text: str, values: Iterable[Value], linked: Links) -> Sentence:
    """A sentence with who says what."""
    about = re.split("[:;.]", text, maxsplit=1)[0]
    return Sentence(text=text, by=linked.by(values), about=about)


def caveat_view(caveat: Caveat, linked: Links) -> CaveatView:
    """One caveat."""
    key, severity = SEVERITIES[caveat.severity]
    said = sentence_of(caveat.sentence, caveat.values, linked)
    return CaveatView(key=key, severity=severity, said=said)


def _folding(statements: Sequence[Statement], linked: Links) -> Folding:
    """What concerns several councils first, as far as the cases are of several."""
    several = len(set(linked.council.values())) > 1
    wide = [s for s in statements if not several or linked.councils(s.values) > 1]
    within = [s for s in statements if s not in wide]
    ordered = [sentence_of(s.sentence, s.values, linked) for s in (*wide, *within)]
    shown = min(len(wide), MOST_OPEN)
    rest = ordered[shown:]
    title = f"{sentence(count(len(rest), 'more sentence'))}"
    what = f"{title}, on cases of one council" if len(wide) <= MOST_OPEN else title
    return Folding(shown=tuple(ordered[:shown]), folded=tuple(rest), title=what if rest else "")


def _others(others: Sequence[CaveatView]) -> str:
    """``9 cautions and 4 notes``."""
    said = [
        count(number, word)
        for word in ("caution", "note")
        if (number := sum(view.key == word for view in others))
    ]
    return " and ".join(said)


def _instead(instead: Instead, linked: Links) -> InsteadView:
    """Who has what; of many cases those that have nothing are left to the table of marks."""
    values = [value for value in instead.values if value.words or linked.many <= FEW]
    number = sum(len(value.places) for value in values)
    return InsteadView(
        title=instead.title,
        by=tuple(said_by(value, linked) for value in values),
        fold=count(number, "case") if number > FEW else "",
    )
