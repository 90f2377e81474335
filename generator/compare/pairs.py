"""Which comparisons are prepared: cases that a link connects, and councils under each theme.

Any two cases could be compared, and hardly any two should be; a page is prepared where the papers
themselves connect two cases, or where two councils have cases on one theme. A pair is the same
whichever of its two cases names the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.core.words import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.facts import Facts

# Links that say that two cases are about one thing. That texts are shared, or that one case is
# related to another in some way, is told on their pages and is no reason to compare.
CONNECTING = (
    *(LinkKind.SAME_INITIATIVE, LinkKind.FOLLOWS),
    *(LinkKind.OVERLAPS, LinkKind.PART_OF),
)


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Pair:
    """Two cases, the one whose path comes first first, and the links because of which."""

    one: str
    other: str
    why: tuple[LinkKind, ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class ThemePair:
    """Two councils under a theme, in the order of their folders, with their cases on it."""

    theme: str
    one: str
    other: str
    cases: tuple[str, ...]


def linked_pairs(cases: Iterable[Facts]) -> tuple[Pair, ...]:
    """The pairs that links connect; of a link to a case that is not among these there is none."""
    every = {facts.path: facts for facts in cases}
    found: dict[tuple[str, str], set[LinkKind]] = defaultdict(set)
    for path, facts in every.items():
        for link in facts.links:
            if link.kind in CONNECTING and link.case in every and link.case != path:
                one, other = sorted((path, link.case))
                found[one, other].add(link.kind)
    return tuple(
        Pair(one=one, other=other, why=tuple(kind for kind in CONNECTING if kind in kinds))
        for (one, other), kinds in sorted(found.items())
    )


def theme_pairs(cases: Iterable[Facts]) -> tuple[ThemePair, ...]:
    """Every two councils that have cases on one theme."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for facts in sorted(cases, key=lambda facts: facts.path):
        for theme in dict.fromkeys(facts.themes):
            found[theme][facts.council].append(facts.path)
    return tuple(
        ThemePair(theme=theme, one=one, other=other, cases=(*councils[one], *councils[other]))
        for theme, councils in sorted(found.items())
        for one, other in combinations(sorted(councils), 2)
    )
