"""Which two cases the papers themselves connect, so that a comparison of them is prepared.

Any two cases could be compared, and hardly any two should be. A pair is the same whichever of its
two cases names the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
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
