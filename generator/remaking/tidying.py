"""Pieces that nothing rests on any more, cleared away now and then.

What is worked out anew is added at the end, and what it replaces stays where it stands. When a
file has grown to several times what it was when it was begun, all that is still in use moves to
a new one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.remaking.results import MADE, Made, Outputs, Result
from generator.remaking.volumes import Volumes
from generator.site.packs import PLACE

if TYPE_CHECKING:
    from generator.remaking.anew import Kept
    from generator.remaking.books import Entry
    from generator.site.packs import Packs

MOST_TIMES = 3  # as long as the file was when it was begun
LEAST = 50_000_000  # bytes that are not worth the moving


def is_overgrown(kept: Kept, packs: Packs) -> bool:
    """Whether so much of a file is used no more that moving the rest is worth it."""
    return packs.end > max(MOST_TIMES * kept.begun_with, LEAST)


def moved(kept: Kept, old: Packs, new: Packs) -> Kept:
    """The same, with every piece in another file.

    Raises:
        DamagedError: a piece is not what was put in.
    """
    entries = {path: _entry(entry, old, new) for path, entry in kept.entries.items()}
    lists = {
        name: replace(
            result,
            value=_outputs(result.value, old, new),
            pictures=_places(result.pictures, old, new),
        )
        for name, result in kept.lists.items()
    }
    columns = {plan: _places(places, old, new) for plan, places in kept.columns.items()}
    drawn = _outputs(kept.drawn, old, new)
    volumes = Volumes(new, {}).put(entries)
    return replace(
        kept, packs=new.file.name, begun_with=new.end, columns=columns, volumes=volumes,
        entries=entries, lists=lists, drawn=drawn,
    )  # fmt: skip


def _entry(entry: Entry, old: Packs, new: Packs) -> Entry:
    results = dict(entry.results)
    made: Result[Made] = results[MADE]
    outputs = _outputs(made.value.outputs, old, new)
    results[MADE] = replace(
        made,
        value=Made(values=made.value.values, outputs=outputs),
        pictures=_places(made.pictures, old, new),
    )
    light, heavy, names = (
        _places(place, old, new) for place in (entry.light, entry.heavy, entry.names)
    )
    return replace(entry, light=light, heavy=heavy, names=names, results=results)


def _outputs(outputs: Outputs, old: Packs, new: Packs) -> Outputs:
    return tuple(
        replace(output, links=_places(output.links, old, new)) if output.links else output
        for output in outputs
    )


def _places(places: bytes, old: Packs, new: Packs) -> bytes:
    """Where the pieces of one or several places stand from now on."""
    starts = range(0, len(places), PLACE.size)
    return new.add_all(old.get(places[start : start + PLACE.size]) for start in starts)
