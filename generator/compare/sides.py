"""The sides of a comparison together: put in one order, called by name, sorted by what they say.

Whatever is said of several cases is said in the same way, however they were handed over, so the
sides are put in order once. A sentence calls a side by its council where that tells it apart,
else by its council and plan, else by its title.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.things import joined, numbered
from generator.core.words import LinkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.compare.facts import Side

FEW = 3  # so many sides in all, and a sentence calls each of them by name
MOST_NAMED = 12  # councils that a sentence names one by one
MOST_SAID = 12  # different things that a sentence tells
OPEN = "not stated"
LINKED = {
    LinkKind.PART_OF: "one is part of another",
    LinkKind.FOLLOWS: "one follows another",
    LinkKind.SAME_INITIATIVE: "sides of one initiative",
    LinkKind.SHARES_TEXT: "wording shared",
    LinkKind.OVERLAPS: "one overlaps with another",
    LinkKind.RELATED: "related in another way",
}

Groups = dict[str, tuple["Side", ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """One thing that some of the sides say, in words.

    Attributes:
        words: empty where these sides do not say.
        places: path and name of figure of each side that says it.
    """

    words: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """The sides of a comparison in the order of their paths, each once.

    Attributes:
        names: what a sentence calls each of them, by its place.
        councils: the names of all councils among them.
        many: of each council here, how many sides are its own.
    """

    all: tuple[Side, ...]
    names: Mapping[tuple[str, str], str]
    councils: frozenset[str]
    many: Mapping[str, int]

    def where(self, holds: Callable[[Side], bool]) -> Sides:
        """Those of which something holds, called as before."""
        those = tuple(side for side in self.all if holds(side))
        many = Counter(map(_council, those))
        return Sides(all=those, names=self.names, councils=self.councils, many=many)

    @property
    def numbered(self) -> Sides:
        """Those whose figure is a number."""
        return self.where(has_number)

    def by(self, words: Callable[[Side], str]) -> Groups:
        """The sides by what each says; what is not stated comes last."""
        found: dict[str, list[Side]] = defaultdict(list)
        for side in self.all:
            found[side.says(words)].append(side)
        return {said: tuple(found[said]) for said in sorted(found, key=_in_order)}

    def saying(self, words: Callable[[Side], Iterable[str]]) -> Groups:
        """The sides by what each says where one may say several things, or nothing."""
        found: dict[str, list[Side]] = defaultdict(list)
        for side in self.all:
            for said in dict.fromkeys(words(side)):
                found[said].append(side)
        return {said: tuple(found[said]) for said in sorted(found)}

    def linked(self, *kinds: LinkKind) -> Groups:
        """The sides that links of these kinds connect with each other, by kind."""
        here = {side.facts.path for side in self.all}
        ends: dict[LinkKind, set[str]] = defaultdict(set)
        for side in self.all:
            for link in side.facts.links:
                if link.case in here and link.case != side.facts.path:
                    ends[link.kind] |= {side.facts.path, link.case}
        return {
            LINKED[kind]: tuple(side for side in self.all if side.facts.path in ends[kind])
            for kind in kinds
            if kind in ends
        }

    def who(self, sides: Sequence[Side]) -> str:
        """Some of the sides as a sentence calls them: by name, or of many how many of whom.

        Where they are all that some councils have here, these councils stand for them.
        """
        if whole := self._whole_councils(sides):
            return joined(whole)
        if len(self.all) <= FEW:
            return joined([self.names[side.place] for side in sides])
        if len(sides) == 1:
            of = f" of {sides[0].council_name}" if len(self.councils) > 1 else ""
            return f"{_title(sides[0])}{of}"
        return numbered(len(sides), "case") if len(self.councils) == 1 else _counted(sides)

    def _whole_councils(self, sides: Sequence[Side]) -> list[str]:
        """The councils of the sides, if they are few and there is no other side of theirs."""
        names = set[str]()
        for side in sides:
            names.add(side.council_name)
            if len(names) > FEW or len(names) == len(self.councils):
                return []  # as of nearly all groups of many: found before all are counted
        there = Counter(map(_council, sides))
        return sorted(names) if all(there[name] == self.many[name] for name in names) else []

    def listed(self, groups: Mapping[str, Sequence[Side]]) -> str:
        """What they say, each with who says it: ``saving (Cambridgeshire), benefit (Plymouth)``.

        Of very many things the first: nobody follows more in one sentence, and each stands among
        the values beside it.
        """
        first = list(groups.items())[:MOST_SAID]
        said = [f"{words or OPEN} ({self.who(sides)})" for words, sides in first]
        more = [f"and {len(groups) - len(first)} more"] if len(groups) > len(first) else []
        return ("; " if any("," in words for words, _ in first) else ", ").join([*said, *more])


def sides_of(sides: Iterable[Side]) -> Sides:
    """The sides in order, each case and figure once."""
    every = in_order(sides)
    called = next(
        (call for call in (_council, _plan, _title, _figure) if _apart(call, every)), _path
    )
    many = Counter(map(_council, every))
    return Sides(
        all=every,
        names={side.place: called(side) for side in every},
        councils=frozenset(many),
        many=many,
    )


def in_order(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The sides in the order of their paths, each case and figure once."""
    by_place = {side.place: side for side in sides}
    return tuple(by_place[place] for place in sorted(by_place))


def _apart(call: Callable[[Side], str], sides: Sequence[Side]) -> bool:
    """Whether a way to call the sides tells each of them apart."""
    return len(set(map(call, sides))) == len(sides)


def _in_order(words: str) -> tuple[bool, list[tuple[int, str]]]:
    """Words in the order of the alphabet, numbers in them by their size; no words come last."""
    pieces = re.findall(r"\d+|\D+", re.sub(r"(?<=\d),(?=\d{3})", "", words))
    numbers = (p.lstrip("0") if p.isdecimal() else None for p in pieces)  # a "²" is no number
    return not words, [
        (-1, p) if number is None else (len(number), number)
        for p, number in zip(pieces, numbers, strict=True)
    ]


def _counted(sides: Sequence[Side]) -> str:
    """``2 cases of Plymouth``, or ``3 cases: 1 of Cambridgeshire and 2 of Plymouth``."""
    many = Counter(side.council_name for side in sides)
    if len(many) > MOST_NAMED:
        return f"{numbered(len(sides), 'case')} of {numbered(len(many), 'council')}"
    said = [f"{number} of {council}" for council, number in sorted(many.items())]
    if len(many) == 1:
        return said[0].replace(" of ", " cases of ", 1)
    return f"{numbered(len(sides), 'case')}: {joined(said)}"


def values_of(groups: Mapping[str, Sequence[Side]]) -> tuple[Value, ...]:
    """The same as values."""
    return tuple(
        Value(words=words, places=tuple(side.place for side in sides))
        for words, sides in groups.items()
    )


def has_number(side: Side) -> bool:
    """Whether there is a figure and it is a number, printed or read from a damaged print."""
    return side.figure is not None and side.figure.amount.meant.number is not None


def _council(side: Side) -> str:
    return side.council_name


def _plan(side: Side) -> str:
    """``Cambridgeshire 2018/19``."""
    return f"{side.council_name} {side.facts.plan_year}"


def _title(side: Side) -> str:
    return f"“{side.facts.title}”"


def _path(side: Side) -> str:
    return side.facts.path


def _figure(side: Side) -> str:
    return side.figure.text if side.figure else _title(side)
