"""Digests of everything a build is made from: of contents, never of times.

Two builds with the same digest of what goes in give the same bytes. A checkout by git or a
copy by another program sets times anew, so times say nothing; they serve in one place alone,
where they are Casebook's own (see ``manifest``).
"""

from __future__ import annotations

import os
import platform
import stat
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 16  # bytes of a digest: two contents that meet by accident are not to be expected
MOST_BYTES = (
    4_000_000  # of a larger file the size counts alone: no case and no template is as large
)
OWN_CODE = Path(__file__).resolve().parents[1]
LEFT_OUT = ("__pycache__", ".git", ".DS_Store")


def digest(*parts: bytes) -> bytes:
    """One digest of several contents; where one ends and the next begins is part of it."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def digest_of(*paths: Path) -> bytes:
    """The digest of files and of whole folders: names and contents.

    A link counts by where it leads and is not followed, save where a path given here is one.
    What is not there, or cannot be opened, counts as just that.
    """
    return digest(*(part for path in paths for part in _contents(path)))


def _contents(path: Path) -> Iterator[bytes]:
    yield path.name.encode("utf-8", "surrogateescape")
    if not path.is_dir():
        yield _content(path, follow=True)
        return
    for name, entry in _entries(str(path), ""):
        yield name.encode("utf-8", "surrogateescape")
        yield entry


def _entries(folder: str, below: str) -> Iterator[tuple[str, bytes]]:
    """Each entry of a folder with its content, in the order of the names."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield below, f"closed: {error.errno}".encode()
        return
    for entry in entries:
        name = f"{below}/{entry.name}"
        if entry.name in LEFT_OUT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield name, b"folder"
            yield from _entries(entry.path, name)
        else:
            yield name, _content(Path(entry.path), follow=False)


def _content(path: Path, *, follow: bool) -> bytes:
    try:
        found = path.stat(follow_symlinks=follow)
        if stat.S_ISLNK(found.st_mode):
            return f"link: {path.readlink()}".encode("utf-8", "surrogateescape")
        if not stat.S_ISREG(found.st_mode):
            return f"kind: {stat.S_IFMT(found.st_mode)}".encode()
        if found.st_size > MOST_BYTES:
            return f"size: {found.st_size}".encode()
        return digest(path.read_bytes())
    except OSError as error:
        return f"closed: {error.errno}".encode()


@cache
def code_digest() -> bytes:
    """The digest of what makes a site from a register: our own sources, and all libraries.

    The version of every installed library counts, so that none that shapes a page can be
    forgotten here.
    """
    return digest(digest_of(OWN_CODE), platform.python_version().encode(), *_libraries())


def _libraries() -> list[bytes]:
    """Name and version of each installed library, from the folder that its installer made."""
    folders = (Path(folder) for folder in sys.path if folder and Path(folder).is_dir())
    found = {name for folder in folders for name in os.listdir(folder)}  # noqa: PTH208 - names alone
    return sorted(name.encode() for name in found if name.endswith((".dist-info", ".egg-info")))
