"""What a theme says of councils that have no case on it: that is no nought, and no average.

A council that does not run a service is not applicable, and why is said with its source; of any
other it is only known that no case of it is in the register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.applicable import Standing, standing
from generator.compare.sides import MOST_NAMED
from generator.pages.phrases import count, ended, joined
from generator.pages.shelf import Shelf, councils_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def absent(key: str, shelf: Shelf) -> tuple[str, ...]:
    """What is said of councils without a case on a theme; none of it counts as nothing."""
    theme, having = shelf.register.themes[key], councils_of(shelf.on_theme(key))
    others = [shelf.council(folder) for folder in shelf.folders() if folder not in having]
    stands = [
        (council.short_name, standing(theme, council, has_case=False))
        for council in others
        if council
    ]
    said = tuple(
        f"{ended(one.sentence)} Source: {ended(one.source)}"
        for _, one in stands
        if one.standing is Standing.NOT_APPLICABLE
    )
    if len(said) > MOST_NAMED:
        said = (f"Not applicable to {count(len(said), 'council')}, which do not run this service.",)
    without = [name for name, one in stands if one.standing is Standing.NO_CASE]
    return (*said, *_without(without))


def _without(names: Sequence[str]) -> tuple[str, ...]:
    """Councils of which no case is here, and no more is known."""
    if not names:
        return ()
    who = count(len(names), "council") if len(names) > MOST_NAMED else joined(names)
    verb = "has" if len(names) == 1 else "have"
    said = f"{who} {verb} no case on this in the register."
    return (f"{said} That is not to say that nothing is proposed there.",)
