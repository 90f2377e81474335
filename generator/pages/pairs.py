"""Prepared comparisons of two: two councils on a theme, and two cases that a link connects.

Of every two cases there would be too many pages, and few of them would tell anybody anything. So
a page is prepared where the papers themselves connect two cases, and for two councils of a theme
that few councils share; any other two cases can be compared on ``/compare/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.compare.amounts import between_councils
from generator.compare.pairs import CONNECTING, linked_pairs
from generator.compare.parts import parts_alike
from generator.core.words import LinkKind
from generator.pages.addresses import (
    Ref,
    case_address,
    council_address,
    councils_address,
    link,
    pair_address,
    theme_address,
)
from generator.pages.comparable import AmountTable, amount_table
from generator.pages.compared import case_facts, sides
from generator.pages.comparing import SideBySide, scope_of, side_by_side
from generator.pages.phrases import joined
from generator.pages.shelf import Shelf, councils_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compare.facts import Facts
    from generator.compare.pairs import Pair

MOST_PAIRED = 6  # councils of a theme of which every two have a page: fifteen pages
WHY = {
    LinkKind.SAME_INITIATIVE: "Two sides of one initiative, each told by its own council.",
    LinkKind.FOLLOWS: "The later case says that it follows the earlier one.",
    LinkKind.OVERLAPS: "One of the papers warns that the two overlap.",
    LinkKind.PART_OF: "“{part}” is part of “{whole}”{held}.",
}
HELD = ", whose amount may hold that of its part"
NOT_THE_SAME = (
    "The two papers are not the same and were not written to be compared. What one of them does "
    "not say may be in another paper of its council."
)
ONE_DOCUMENT = "Both stand in one document. What one of them does not say may be in the other."


@dataclass(frozen=True, kw_only=True, slots=True)
class PairView:
    """Two councils on a theme, or two cases.

    Attributes:
        title: what stands side by side.
        about: why there is such a page, each a sentence.
        wider: the pages of what stands side by side, and of the themes that both are on.
        linked: pages on two cases among these that a link connects.
        parts: parts of the two figures that can stand on one scale where the whole cannot.
    """

    title: str
    about: tuple[str, ...]
    scope: str
    wider: tuple[Ref, ...]
    body: SideBySide
    linked: tuple[Ref, ...]
    parts: tuple[AmountTable, ...]


def council_pairs(key: str, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Every two councils of a theme that have a page of their own."""
    folders = sorted(councils_of(shelf.on_theme(key)))
    return tuple(combinations(folders, 2)) if len(folders) <= MOST_PAIRED else ()


def pair_refs(
    key: str, pairs: Iterable[tuple[str, str]], shelf: Shelf, here: str
) -> tuple[Ref, ...]:
    """The pages of pairs of councils."""
    return tuple(
        Ref(
            text=f"{shelf.council_name(one)} and {shelf.council_name(other)}",
            url=link(councils_address(key, one, other), here),
        )
        for one, other in pairs
    )


def linked_refs(cases: Iterable[Facts], shelf: Shelf, here: str) -> tuple[Ref, ...]:
    """The pages on two cases, of those given, that a link connects."""
    by_path = {facts.path: facts for facts in cases}
    return tuple(
        Ref(
            text=" and ".join(_called(by_path[path], shelf) for path in (pair.one, pair.other)),
            url=link(pair_address(pair.one, pair.other), here),
        )
        for pair in linked_pairs(by_path.values())
    )


def pairs_of_council(folder: str, shelf: Shelf) -> Iterator[Pair]:
    """The pairs whose link stands in a file of a council; of two links, in the earlier file."""
    for path in shelf.of_council(folder):
        facts = shelf.kept(case_facts, path)
        for other in sorted(facts.linked(*CONNECTING) - {path}):
            if other not in shelf.cases:
                continue
            theirs = shelf.kept(case_facts, other)
            if path in theirs.linked(*CONNECTING) and other < path:
                continue  # made where the other stands
            yield from linked_pairs((facts, theirs))


def two_cases_view(pair: Pair, shelf: Shelf) -> PairView:
    """Two cases that a link connects."""
    here, paths = pair_address(pair.one, pair.other), (pair.one, pair.other)
    one, other = sides(paths, shelf)
    themes = [key for key in one.facts.themes if key in other.facts.themes]
    return PairView(
        title=f"{_together(one.facts, other.facts, shelf)} side by side",
        about=_about(pair.why, one.facts, other.facts),
        scope=f"{joined(dict.fromkeys(_plan(side.facts, shelf) for side in (one, other)))}.",
        wider=(
            *(
                Ref(
                    text=f"{side.facts.title}, {_plan(side.facts, shelf)}",
                    url=link(case_address(side.facts.path), here),
                )
                for side in (one, other)
            ),
            *_themes(themes, shelf, here),
        ),
        body=side_by_side(paths, shelf, here),
        linked=(),
        parts=tuple(
            amount_table(found, between_councils(found, shelf.register.deflators), here)
            for found in parts_alike(one, other)
        ),
    )


def _about(why: Iterable[LinkKind], one: Facts, other: Facts) -> tuple[str, ...]:
    """Why two cases have a page, and what has to be known before it is read."""
    part, whole = (one, other) if other.path in one.linked(LinkKind.PART_OF) else (other, one)
    amounts = all(facts.headline and facts.headline.amount.meant.number for facts in (one, other))
    held = HELD if amounts else ""
    said = [WHY[kind].format(part=part.title, whole=whole.title, held=held) for kind in why]
    return (*said, ONE_DOCUMENT if one.source == other.source else NOT_THE_SAME)


def two_councils_view(key: str, one: str, other: str, shelf: Shelf) -> PairView:
    """Two councils on a theme."""
    here = councils_address(key, one, other)
    paths = [path for path in shelf.on_theme(key) if path.partition("/")[0] in (one, other)]
    names = [shelf.council_name(folder) for folder in (one, other)]
    councils = (
        Ref(text=name, url=link(council_address(folder), here))
        for name, folder in zip(names, (one, other), strict=True)
    )
    return PairView(
        title=f"{shelf.register.themes[key].title}: {joined(names)} side by side",
        about=(),
        scope=scope_of(paths, shelf),
        wider=(*_themes([key], shelf, here), *councils),
        body=side_by_side(paths, shelf, here, key),
        linked=linked_refs((side.facts for side in sides(paths, shelf)), shelf, here),
        parts=(),
    )


def _themes(keys: Sequence[str], shelf: Shelf, here: str) -> Iterator[Ref]:
    """The themes that have a page."""
    for key in keys:
        address = theme_address(key)
        if address and key in shelf.register.themes:
            title = f"All councils on the theme {shelf.register.themes[key].title}"
            yield Ref(text=title, url=link(address, here))


def _plan(facts: Facts, shelf: Shelf) -> str:
    return f"{shelf.council_name(facts.council)} {facts.plan_year}"


def _together(one: Facts, other: Facts, shelf: Shelf) -> str:
    """Two cases by their titles; those of one title with their plans too."""
    if one.title == other.title:
        return f"“{one.title}” in {_plan(one, shelf)} and in {_plan(other, shelf)}"
    return f"“{one.title}” and “{other.title}”"


def _called(facts: Facts, shelf: Shelf) -> str:
    return f"{facts.title} ({_plan(facts, shelf)})"
