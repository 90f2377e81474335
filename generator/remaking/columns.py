"""What lists show of the cases, as it stands on the disk: for each plan a column of every value.

A list asks one thing of every case, so the same thing of the cases of a plan stands together, and
is read at once. Where a case has changed, the columns of its plan are written anew in which its
value is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.remaking.kept import KEPT
from generator.site.digest import SIZE, digest
from generator.site.packing import pack, unpack
from generator.site.packs import place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.site.packs import Packs

Column = dict[str, bytes]  # the value of each case of a plan, packed, by the case's path
Pieces = tuple[bytes, ...]  # every value of a case, each packed


class Columns:
    """The values of all cases.

    Args:
        packs: where columns stand.
        places: of each plan, where its columns stand, in the order of ``KEPT``.
    """

    def __init__(self, packs: Packs, places: Mapping[str, bytes]) -> None:
        self.places = dict(places)
        self._packs = packs
        self._open: dict[int, tuple[str, Column]] = {}  # of each value the column last read

    def value(self, path: str, number: int) -> Any:  # noqa: ANN401 - whatever is kept
        """One of the values of a case, made anew from its pack for who asks.

        Raises:
            DamagedError: something else is there.
        """
        return unpack(self._column(plan_of(path), number)[path])

    def put(self, plan: str, new: Mapping[str, Pieces], cases: Collection[str]) -> None:
        """Take the values of cases of a plan.

        Args:
            plan: the plan.
            new: the values of those cases that are new or have changed, by path.
            cases: the paths of all its cases.
        """
        columns = (self._put(plan, number, new, cases) for number in range(len(KEPT)))
        self.places[plan] = b"".join(columns)
        self._open.clear()

    def keep(self, plans: Collection[str]) -> None:
        """Forget all plans but these."""
        self.places = {plan: at for plan, at in self.places.items() if plan in plans}

    def _put(
        self, plan: str, number: int, new: Mapping[str, Pieces], cases: Collection[str]
    ) -> bytes:
        """Where one column stands from now on."""
        before = self._column(plan, number) if plan in self.places else {}
        now = {path: new[path][number] if path in new else before[path] for path in cases}
        if now == before:
            return place_of(self.places[plan], number)
        return self._packs.add(pack(now))

    def _column(self, plan: str, number: int) -> Column:
        held = self._open.get(number)
        if held is None or held[0] != plan:
            column: Column = self._packs.value(place_of(self.places[plan], number))
            held = self._open[number] = (plan, column)
        return held[1]


def plan_of(path: str) -> str:
    """The plan of a case: council and year."""
    return path.rpartition("/")[0]


def digests_of(pieces: Pieces) -> bytes:
    """The digest of each value of a case, one after the other."""
    return b"".join(map(digest, pieces))


def digest_of_value(digests: bytes, number: int) -> bytes:
    """The digest of one of them."""
    return digests[number * SIZE : (number + 1) * SIZE]
