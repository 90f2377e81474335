"""Figures on the scales that they may share, council by council: the rows behind small multiples.

Which figures may stand on one scale is settled by what stands against each comparison, and is
settled here once for tables, for data and for charts. Figures that may not are never drawn upon
the same scale; those that may share one with no other, or that are no number, are named.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.against import BLOCKER, Differing
from generator.compare.comparison import compare
from generator.compare.differences import in_error
from generator.compare.rules import RULES
from generator.compare.sides import has_number, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compare.comparison import Comparison, Scale
    from generator.compare.facts import Side

MOST_DRAWN = 40  # figures in one picture, on all its scales; of more nobody would follow each


@dataclass(frozen=True, kw_only=True, slots=True)
class Multiple:
    """One small panel: the figures of one council on a scale, in the order of their papers."""

    council: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OnScale:
    """Figures that stand on one scale, in a panel for each council."""

    scale: Scale
    panels: tuple[Multiple, ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """All of them."""
        return tuple(side for panel in self.panels for side in panel.sides)


@dataclass(frozen=True, kw_only=True, slots=True)
class Multiples:
    """Figures on the scales that they may share.

    Attributes:
        scales: each apart from the others, that with most figures first.
        crowded: figures for whose scale one picture has no room.
        doubted: figures in which a check finds an error; these never share a scale.
        alone: figures beside which none is alike in all that would block a scale.
        without: cases whose figure is no number, or that have none.
        why: what stands against one scale for all, each as a clause; empty where there is one.
    """

    scales: tuple[OnScale, ...]
    crowded: tuple[Side, ...]
    doubted: tuple[Side, ...]
    alone: tuple[Side, ...]
    without: tuple[Side, ...]
    why: tuple[str, ...]


def alike(sides: Iterable[Side]) -> tuple[tuple[Side, ...], ...]:
    """The sides in groups within which nothing blocks a scale, the largest group first.

    They are alike in everything that would block one, what is not stated included; a side
    without a number, or with an error in its figure, stands alone.
    """
    groups: dict[tuple[str, ...], list[Side]] = defaultdict(list)
    for side in in_order(sides):
        alone = not has_number(side) or in_error(side)
        groups[side.place if alone else _kept_apart_by(side)].append(side)
    return tuple(tuple(group) for group in sorted(groups.values(), key=len, reverse=True))


def scaled(comparison: Comparison) -> tuple[Comparison, ...]:
    """The comparison itself where it has a scale; else the groups within which one holds."""
    if comparison.scale:
        return (comparison,)
    groups = (compare(group) for group in alike(comparison.sides) if len(group) > 1)
    return tuple(group for group in groups if group.scale)


def multiples(comparison: Comparison, groups: Sequence[Comparison]) -> Multiples:
    """The figures of a comparison on their scales; `groups` is what ``scaled`` made of it."""
    drawn = list(_with_room(groups))
    on_a_scale = {side.place for group in groups for side in group.sides}
    others = [side for side in comparison.sides if side.place not in on_a_scale]
    numbered = [side for side in others if has_number(side)]
    return Multiples(
        scales=tuple(
            OnScale(scale=group.scale, panels=_panels(group.sides))
            for group in drawn
            if group.scale
        ),
        crowded=tuple(side for group in groups if group not in drawn for side in group.sides),
        doubted=tuple(side for side in numbered if in_error(side)),
        alone=tuple(side for side in numbered if not in_error(side)),
        without=tuple(side for side in others if not has_number(side)),
        why=comparison.why_in_short,
    )


def _with_room(groups: Iterable[Comparison]) -> Iterator[Comparison]:
    """Those that one picture has room for, each whole, in their order."""
    room = MOST_DRAWN
    for group in groups:
        if len(group.sides) <= room:
            room -= len(group.sides)
            yield group


def _panels(sides: Sequence[Side]) -> tuple[Multiple, ...]:
    by_council: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        by_council[side.council_name].append(side)
    return tuple(Multiple(council=name, sides=tuple(own)) for name, own in by_council.items())


def _kept_apart_by(side: Side) -> tuple[str, ...]:
    """What a side says of everything in which a difference blocks a scale."""
    looks = (rule.look for rule in RULES)
    return tuple(
        side.says(look.words)
        for look in looks
        if isinstance(look, Differing) and look.differ[0] is BLOCKER
    )
