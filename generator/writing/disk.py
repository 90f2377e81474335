"""Writing a file of the register so that it is never half-written.

An officer's text stands in one place only until it is committed. A program that is killed,
or a disk that is full, leaves the file as it was.
"""

from __future__ import annotations

import os
import secrets
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Put `text` in place of what `path` holds, in one step and in UTF-8.

    The text goes to a file beside it first, whose name begins with a full stop, so that no
    run takes it for a case. Folders that are missing are made. Who may read and write the
    file stays as it was.

    Raises:
        OSError: the disk or its rights do not allow it; the file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
