"""The pictures of a piece of work, kept so that it draws none again that it drew the last time.

To draw takes longer than all the rest of a page, and to load what draws takes longer still. Most
edits change no figure that is drawn, so each page and each list keeps its own pictures: what is
drawn for it this time is told by the digest of the chart and looked up among those of last time.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.charts.draw import draw
from generator.site.digest import digest
from generator.site.packing import pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.charts.chart import Chart
    from generator.site.packs import Packs, Place

NONE = b""  # the pictures of a piece of work that has none


class Album:
    """The pictures of one piece of work.

    Args:
        packs: where those of the last build stand.
        place: which of the pieces there they are; ``NONE`` where there are none.
    """

    def __init__(self, packs: Packs, place: Place = NONE) -> None:
        self._packs, self._place = packs, place
        self._used: dict[bytes, str] = {}

    @cached_property
    def _before(self) -> Mapping[bytes, str]:
        """Those of the last build, taken from the disk at the first that is asked for."""
        return self._packs.value(self._place) if self._place else {}

    def draw(self, chart: Chart) -> str:
        """The picture of a chart; see ``charts.draw``."""
        key = digest(pack(chart))
        if key not in self._used:
            self._used[key] = self._before.get(key) or draw(chart)
        return self._used[key]

    def packed(self) -> bytes:
        """The pictures that were asked for, to be kept; ``NONE`` if none was."""
        return pack(self._used) if self._used else NONE
