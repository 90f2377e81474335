"""What is kept of each case, as it stands on the disk: the cases of a plan in one volume.

Where one case of ten thousand was edited, packing what is kept of all of them takes longer than
making its pages. So a volume is packed again only where something in it is another record than
the one that was taken from it; all others stay where they stand.
"""

from __future__ import annotations

from collections import defaultdict
from operator import is_
from typing import TYPE_CHECKING

from generator.remaking.columns import plan_of
from generator.site.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.remaking.books import Entry
    from generator.site.packs import Packs, Place

Volume = dict[str, "Entry"]  # by the case's path
Records = dict[str, tuple[object, ...]]  # of each case its entry, and the results in it


class Volumes:
    """The entries of all cases.

    Args:
        packs: where volumes stand.
        places: of each plan, where its volume does.
    """

    def __init__(self, packs: Packs, places: Mapping[str, Place]) -> None:
        self._packs, self._places = packs, places
        self._taken: dict[str, Records] = {}

    def entries(self) -> Volume:
        """Every case by its path, in the order of the paths.

        Raises:
            DamagedError: a volume is not what was put in.
        """
        plans = {place: plan for plan, place in self._places.items()}
        found: Volume = {}
        for place, packed in self._packs.several(plans):
            volume: Volume = unpack(packed)
            self._taken[plans[place]] = _records(volume)
            found |= volume
        return dict(sorted(found.items()))

    def put(self, entries: Mapping[str, Entry]) -> dict[str, Place]:
        """Where each plan's volume stands from now on, for these cases and no others."""
        volumes: dict[str, Volume] = defaultdict(dict)
        for path, entry in entries.items():
            volumes[plan_of(path)][path] = entry
        places = {plan: self._place(plan, volume) for plan, volume in volumes.items()}
        self._packs.write()
        return places

    def _place(self, plan: str, volume: Volume) -> Place:
        """A record that was put in the place of another may say the same, and counts as new."""
        taken = self._taken.get(plan)
        if taken is not None and _are_the_same(taken, _records(volume)):
            return self._places[plan]
        return self._packs.add(pack(volume))


def _records(volume: Volume) -> Records:
    """All that can be put in the place of something else: the results of an entry alone."""
    return {path: (entry, *entry.results.values()) for path, entry in volume.items()}


def _are_the_same(then: Records, now: Records) -> bool:
    return then.keys() == now.keys() and all(
        len(records) == len(now[path]) and all(map(is_, records, now[path]))
        for path, records in then.items()
    )
