"""The sides of a comparison together: put in one order, called by name, sorted by what they say.

Whatever is said of several cases is said in the same way, however they were handed over, so the
sides are put in order once. A sentence calls a side by its council where that tells it apart,
else by its title.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.things import joined, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.compare.facts import Side

FEW = 3  # so many sides in all, and a sentence calls each of them by name
OPEN = "not stated"

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
    """The sides of a comparison in the order of their paths, each once."""

    all: tuple[Side, ...]

    @property
    def figured(self) -> Sides:
        """Those with a figure."""
        return Sides(all=tuple(side for side in self.all if side.figure))

    @property
    def numbered(self) -> Sides:
        """Those whose figure is a number."""
        return Sides(all=tuple(side for side in self.all if has_number(side)))

    def by(self, words: Callable[[Side], str]) -> Groups:
        """The sides by what each says; what is not stated comes last."""
        found: dict[str, list[Side]] = defaultdict(list)
        for side in self.all:
            found[words(side)].append(side)
        return {said: tuple(found[said]) for said in sorted(found, key=lambda one: (not one, one))}

    def who(self, sides: Sequence[Side]) -> str:
        """Some of the sides as a sentence calls them: by name, or of many how many.

        Where there are many in all, one that stands alone is still called by its name.
        """
        if len(self.all) > FEW and len(sides) > 1:
            return numbered(len(sides), "case")
        return joined([self.name(side) for side in sides])

    def name(self, side: Side) -> str:
        """What a sentence calls a side: its council, its title, its figure, else its path."""
        for called in (_council, _title, _figure):
            if len({called(each) for each in self.all}) == len(self.all):
                return called(side)
        return side.facts.path

    def listed(self, groups: Mapping[str, Sequence[Side]]) -> str:
        """What they say, each with who says it: ``saving (Cambridgeshire), benefit (Plymouth)``."""
        return ", ".join(f"{words or OPEN} ({self.who(sides)})" for words, sides in groups.items())


def sides_of(sides: Iterable[Side]) -> Sides:
    """The sides in order, each case and figure once."""
    by_place = {side.place: side for side in sides}
    return Sides(all=tuple(by_place[place] for place in sorted(by_place)))


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


def _title(side: Side) -> str:
    return f"“{side.facts.title}”"


def _figure(side: Side) -> str:
    return side.figure.text if side.figure else _title(side)
