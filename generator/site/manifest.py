"""What the published folder was left with, so that the next build need not read it all again.

Of each file its digest is noted, and its size and times as the disk gives them after it was
written. A file with the same size and times is taken to hold the same; one that was touched
since is read and compared. (The time of the last change of the entry itself, which no ordinary
program can set, is among them.)
"""

from __future__ import annotations

import os
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from generator.site.digest import digest
from generator.site.folder import INDEX_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    Looked = dict[str, "Stamp | None"]
    Meanwhile = Callable[[Callable[[], Looked]], Callable[[], Looked]]

FOLDERS = 64  # at which the work of looking can be halved
BEGINNING = "site-"  # of the names that notes are kept under
Stamp = tuple[int, int, int]  # size in bytes, times in nanoseconds
Noted = tuple[bytes, int, int, int]  # digest, size in bytes, times in nanoseconds


def name_of(site_dir: Path) -> str:
    """What the notes on a site's folder are kept under."""
    return f"{BEGINNING}{digest(str(site_dir.resolve()).encode()).hex()}"


def look(site_dir: Path, meanwhile: Meanwhile | None = None) -> dict[str, Stamp | None]:
    """Every file and link in a folder but those of the search index, by its path with ``/``.

    A file has its size and times; a link, and whatever else is no file, has none.

    Args:
        site_dir: the folder.
        meanwhile: begins a piece of work in another process and gives what waits for its result;
            with it, the other process looks at half of the folder.
    """
    site, waiting = str(site_dir), deque([""])
    found: dict[str, Stamp | None] = {}
    while waiting and len(waiting) < FOLDERS:
        found.update(_in_folder(site, waiting.popleft(), waiting))
    folders = [*waiting]
    others = meanwhile(partial(_below, site, folders[1::2])) if meanwhile else None
    found |= _below(site, folders[::2] if others else folders)
    return found | (others() if others else {})


def note(
    site_dir: Path,
    digests: Mapping[str, bytes],
    there: Mapping[str, Stamp | None],
    written: Iterable[str],
) -> dict[str, Noted]:
    """Notes on the files of a folder that are known to have these digests.

    Args:
        site_dir: the folder.
        digests: of each file of it.
        there: what was in it before those called `written` were.
        written: files that may differ from what was there.
    """
    anew = {name: _stamp(os.stat(site_dir / name)) for name in written}  # noqa: PTH116 - many files
    stamps = ((name, found, anew.get(name) or there[name]) for name, found in digests.items())
    return {name: (found, *stamp) for name, found, stamp in stamps if stamp}


def holds_now(
    site_dir: Path, noted: Mapping[str, Noted], there: Mapping[str, Stamp | None]
) -> dict[str, bytes]:
    """The digest of each file of a folder that was noted; others are not known, and left out."""
    found = {}
    for name, known in noted.items():
        stamp = there.get(name)
        if stamp is not None:
            same = known[1:] == stamp
            found[name] = known[0] if same else digest((site_dir / name).read_bytes())
    return found


def is_as_noted(
    site_dir: Path, noted: Mapping[str, Noted], there: Mapping[str, Stamp | None]
) -> bool:
    """Whether a folder holds exactly the files that were noted, as they were."""
    if there.keys() != noted.keys():
        return False
    changed = [name for name, stamp in there.items() if noted[name][1:] != stamp]
    if any(there[name] is None for name in changed):
        return False
    return all(digest((site_dir / name).read_bytes()) == noted[name][0] for name in changed)


def _stamp(at: os.stat_result) -> Stamp:
    return at.st_size, at.st_mtime_ns, at.st_ctime_ns


def _below(site: str, folders: Iterable[str]) -> dict[str, Stamp | None]:
    """The files of folders and of all folders in these, by their paths."""
    waiting = deque(folders)
    found: dict[str, Stamp | None] = {}
    while waiting:
        found.update(_in_folder(site, waiting.pop(), waiting))
    return found


def _in_folder(site: str, below: str, folders: deque[str]) -> Iterator[tuple[str, Stamp | None]]:
    """The files of one folder; a link or anything odd has no size and times.

    Args:
        site: the folder of the site.
        below: the path of the folder in it, which ends in ``/``; empty for the site's own.
        folders: takes the paths of the folders in it.
    """
    try:
        with os.scandir(f"{site}/{below}") as found:
            entries = list(found)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        name = f"{below}{entry.name}"
        if name == INDEX_FOLDER and not entry.is_symlink():
            continue  # it has an account of its own of what it was made from
        if entry.is_dir(follow_symlinks=False):
            folders.append(f"{name}/")
        elif entry.is_file(follow_symlinks=False):
            yield name, _stamp(entry.stat(follow_symlinks=False))
        else:
            yield name, None
