"""Parts of figures that can stand side by side where the whole figures cannot.

A saving of two years and one of a single year have no common scale; but where the first is
printed year by year too, its part for that year may. Only parts for the same years are looked
at: which years are set beside which is no choice of the register.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compare.comparison import compare
from generator.compare.differences import years
from generator.core.words import SplitBy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.comparison import Comparison
    from generator.compare.facts import Side


def parts_alike(one: Side, other: Side) -> tuple[Comparison, ...]:
    """Figures of two cases, for the same years, between which nothing blocks a scale.

    None where the cases themselves have a common scale: then nothing has to be taken apart.
    """
    if compare((one, other)).scale:
        return ()
    found = (
        compare((mine, theirs))
        for mine in _by_year(one)
        for theirs in _by_year(other)
        if years(mine) == years(theirs)
    )
    return tuple(comparison for comparison in found if comparison.scale)


def _by_year(side: Side) -> Iterator[Side]:
    """The figure itself and its parts by year, as far as it is known for which years each is."""
    parts = (split for split in side.facts.splits if split.split_by is SplitBy.YEAR)
    every = (side, *(replace(side, figure=part) for part in parts))
    yield from (each for each in every if years(each))
