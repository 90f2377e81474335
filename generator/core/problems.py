"""What an officer has to mend, as a value.

A business case is written by people, so a mistake in it is normal input and
never an exception. A parser that cannot read a piece of text returns a
``Fault``: what was read, what was expected and what to do, in words that name
no library. The reader, which alone knows where the text stands, turns the
fault into a ``Problem`` with file, line and column.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A piece of text that could not be taken for what it should be.

    Attributes:
        code: stable name of the kind of fault, for example ``amount-unreadable``;
            it never changes, because officers search for it.
        read: what stands there, quoted where it is text of the file.
        expected: what should stand there.
        remedy: what to do, as an instruction.
    """

    code: str
    read: str
    expected: str
    remedy: str


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Place:
    """Where a value stands: a file of the register, and line and column in it.

    ``line`` and ``column`` count from 1, as editors do. ``path`` is relative
    to the register's folder and uses ``/``.
    """

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A fault at a place: what ``casebook check`` prints and a page shows."""

    place: Place
    fault: Fault

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order of a report: by file, then by where in the file, then by code."""
        return (self.place, self.fault.code, self.fault.read)
