"""Digests of everything a build is made from: of contents, never of times.

Two builds with the same digest of what goes in give the same bytes. A checkout by git or a
copy by another program sets times anew, so times say nothing; they serve in two places alone:
where they are Casebook's own (see ``manifest``), and to tell that a file was not touched since
it was last read (see ``Notes``).
"""

from __future__ import annotations

import os
import platform
import stat
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SIZE = 16  # bytes of a digest: two contents that meet by accident are not to be expected
MOST_BYTES = (
    4_000_000  # of a larger file the size counts alone: no case and no template is as large
)
OWN_CODE = Path(__file__).resolve().parents[1]
LEFT_OUT = ("__pycache__", ".git", ".DS_Store")
# Nanoseconds. A file that was written so short a time ago may be written again at what the disk
# takes for the same time, so it is not noted.
MOMENT = 100_000_000

Note = tuple[int, int, int, bytes]  # size in bytes, times in nanoseconds, digest of the content


@dataclass(frozen=True, kw_only=True, slots=True)
class Notes:
    """Digests of files, so that one that was not touched since need not be read again.

    Among the times is that of the last change of the entry itself, which no ordinary program
    can set.

    Attributes:
        before: what was noted when the files were last looked at, by path.
        now: what is noted now.
    """

    before: Mapping[str, Note] = field(default_factory=dict)
    now: dict[str, Note] = field(default_factory=dict)

    def digest(self, path: str, found: os.stat_result) -> bytes:
        """The digest of a file's content.

        Raises:
            OSError: it cannot be read.
        """
        stamp = (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        known = self.before.get(path)
        if known is not None and known[:3] == stamp:
            self.now[path] = known
            return known[3]
        with open(path, "rb") as file:  # noqa: PTH123 - there are many
            content = digest(file.read())
        if time.time_ns() - found.st_ctime_ns > MOMENT:
            self.now[path] = (*stamp, content)
        return content


def digest(*parts: bytes) -> bytes:
    """One digest of several contents; where one ends and the next begins is part of it."""
    sizes = pack(f"<{len(parts)}Q", *map(len, parts))
    return blake2b(b"".join((sizes, *parts)), digest_size=SIZE).digest()


def digest_of(*paths: Path, notes: Notes | None = None) -> bytes:
    """The digest of files and of whole folders: names and contents.

    A link counts by where it leads and is not followed, save where a path given here is one.
    What is not there, or cannot be opened, counts as just that.
    """
    notes = notes or Notes()
    return digest(*(part for path in paths for part in _contents(path, notes)))


def _contents(path: Path, notes: Notes) -> Iterator[bytes]:
    yield path.name.encode("utf-8", "surrogateescape")
    if not path.is_dir():
        yield _content(str(path), notes, follow=True)
        return
    for name, entry in _entries(str(path), "", notes):
        yield name.encode("utf-8", "surrogateescape")
        yield entry


def _entries(folder: str, below: str, notes: Notes) -> Iterator[tuple[str, bytes]]:
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
            yield from _entries(entry.path, name, notes)
        else:
            yield name, _content(entry.path, notes, follow=False)


def _content(path: str, notes: Notes, *, follow: bool) -> bytes:
    try:
        found = os.stat(path, follow_symlinks=follow)  # noqa: PTH116 - there are many
        if stat.S_ISLNK(found.st_mode):
            return f"link: {os.readlink(path)}".encode("utf-8", "surrogateescape")  # noqa: PTH115
        if not stat.S_ISREG(found.st_mode):
            return f"kind: {stat.S_IFMT(found.st_mode)}".encode()
        if found.st_size > MOST_BYTES:
            return f"size: {found.st_size}".encode()
        return notes.digest(path, found)
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
