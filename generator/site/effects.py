"""What publishing does to a disk: four operations, and nothing else.

They stand apart so that a test can pass others in their place, which stop at
any point as a killed program would.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Effects(Protocol):
    """The operations. Each can be done twice: the second time changes nothing."""

    def write(self, path: Path, body: bytes) -> None:
        """Write a file anew, with the folders it lies in."""

    def move(self, source: Path, target: Path) -> None:
        """Put a file, or a folder where there is none, in its place in one step.

        The folders that it is to lie in are made.
        """

    def remove(self, path: Path) -> None:
        """Remove a file or a link (never what the link leads to), if it is there."""

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder, if it is there."""


class Disk:
    """The operations on the real disk."""

    def write(self, path: Path, body: bytes) -> None:
        """See ``Effects``."""
        try:
            path.write_bytes(body)
        except FileNotFoundError:  # most files go to a folder that is there already
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)

    def move(self, source: Path, target: Path) -> None:
        """See ``Effects``."""
        try:
            os.replace(source, target)  # noqa: PTH105 - the one call that promises a single step
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(source, target)  # noqa: PTH105 - likewise

    def remove(self, path: Path) -> None:
        """See ``Effects``."""
        path.unlink(missing_ok=True)

    def remove_folder(self, path: Path) -> None:
        """See ``Effects``."""
        if path.is_dir():
            path.rmdir()


DISK = Disk()
