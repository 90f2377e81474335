"""Bytes kept one after the other in a file, so that only those are read that somebody asks for.

What a build keeps of ten thousand cases is half a gigabyte, of which the next one needs a few
megabytes. So the store holds where each piece stands, and with it the piece's digest: what the
store's seal vouches for is vouched for here too, and nothing is unpacked that is not what was
put in. New pieces are added at the end. Killed before the store says where they are, a build
leaves some bytes there that nobody asks for.
"""

from __future__ import annotations

import os
from struct import Struct
from typing import TYPE_CHECKING, Any, BinaryIO

from generator.site.digest import SIZE, digest
from generator.site.packing import unpack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Where a piece begins, how many bytes it has, and its digest.
PLACE = Struct(f"<QI{SIZE}s")
MOST_WAITING = 4_000_000  # bytes that are written at once

Place = bytes  # as ``PLACE`` has it


class DamagedError(Exception):
    """The file is not what was put into it: whatever rests on it has to be made anew."""


class Packs:
    """Pieces in a file, which is there from the first that is written.

    A copy of the process (``fork``) may read what was written before, and adds nothing.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.end = file.stat().st_size if file.is_file() else 0
        self._written = self.end
        self._waiting: list[bytes] = []
        self._open: BinaryIO | None = None
        self._opened_by = 0

    def __enter__(self) -> Packs:
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def add(self, piece: bytes) -> Place:
        """Put a piece at the end; where it stands."""
        place = PLACE.pack(self.end, len(piece), digest(piece))
        self._waiting.append(piece)
        self.end += len(piece)
        if self.end - self._written > MOST_WAITING:
            self.write()
        return place

    def add_all(self, pieces: Iterable[bytes]) -> bytes:
        """The places of several, one after the other; see ``place_of``."""
        return b"".join(map(self.add, pieces))

    def write(self) -> None:
        """Write what has been added; then copies of this process can read it, too."""
        if not self._waiting:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("r+b" if self._written else "wb") as file:
            file.seek(self._written)
            file.write(b"".join(self._waiting))
        self._waiting.clear()
        self._written = self.end

    def get(self, place: Place) -> bytes:
        """The piece at a place.

        Raises:
            DamagedError: something else is there.
        """
        start, size, expected = PLACE.unpack(place)
        if start + size > self._written:
            self.write()
        piece = self._read(start, size) if size else b""
        if digest(piece) != expected:
            raise DamagedError
        return piece

    def value(self, place: Place) -> Any:  # noqa: ANN401 - whatever was packed
        """What the piece at a place was packed from (see ``packing``).

        Raises:
            DamagedError: something else is there.
        """
        return unpack(self.get(place))

    def _read(self, start: int, size: int) -> bytes:
        try:
            file = self._file()
            file.seek(start)
            return file.read(size)
        except OSError as error:
            raise DamagedError from error

    def _file(self) -> BinaryIO:
        """The file, opened by this very process: copies would share how far it was read."""
        if self._open is None or self._opened_by != os.getpid():
            self._open, self._opened_by = self.file.open("rb", buffering=0), os.getpid()
        return self._open


def place_of(places: bytes, number: int) -> Place:
    """One of several places."""
    return places[number * PLACE.size : (number + 1) * PLACE.size]
