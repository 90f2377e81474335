"""The folder a site is published to: what is in it, and whether it is Casebook's to replace.

Publishing removes whatever is not part of the new site. So it asks first: a
folder that holds the register's own files, a repository, or files that
Casebook did not write is refused, whatever was typed after ``--site-dir``.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.site.errors import SiteError
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Belongs to the search index, which is made from the published pages and is no part of them.
INDEX_FOLDER = "pagefind"
OWN_FOLDERS = ("cases", "templates", "site_src", "generator", ".git", ".casebook")
# Says that the folder is Casebook's, and so that what is in it may be replaced.
MARK = Asset(
    address=".made-by-casebook",
    body=b"Everything in this folder is replaced by casebook build. Keep nothing else here.\n",
)


def refuse_foreign(site_dir: Path, root: Path) -> None:
    """Stop before anything is written to a folder that is not ours to replace.

    Args:
        site_dir: where the site is to be published; need not exist.
        root: the register's folder.

    Raises:
        SiteError: the folder holds the register or a part of it, lies inside
            a part of it, is a repository, is a file, or is neither empty nor
            made by Casebook.
    """
    folder, home = site_dir.resolve(), root.resolve()
    if why := why_foreign(folder, home):
        raise SiteError(
            f"The site was not published to {site_dir}: {why}. Publishing replaces everything in "
            "a folder, so name one that does not exist yet, is empty, or holds an earlier site."
        )


def why_foreign(folder: Path, home: Path) -> str:
    """Why a folder is not ours to replace; empty if it is. Both paths are resolved."""
    own = [home / name for name in OWN_FOLDERS]
    if home.is_relative_to(folder) or any(folder.is_relative_to(part) for part in own):
        return "it holds the register's own files"
    if folder.exists() and not folder.is_dir():
        return "it is a file"
    if os.path.lexists(folder / ".git"):
        return "it is a git repository"
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK.address).is_file():
        return "it holds files that Casebook did not write"
    return ""


def entries(folder: Path) -> list[str]:
    """Every file and link in a folder, by its path below it with ``/``; links are not followed.

    What lies in the folder of the search index is left out.
    """
    found = []
    for parent, folders, files in os.walk(folder):
        above = _above(parent, folder)
        if not above and not (folder / INDEX_FOLDER).is_symlink():
            folders[:] = [name for name in folders if name != INDEX_FOLDER]
        links = [name for name in folders if os.path.islink(f"{parent}/{name}")]  # noqa: PTH114
        found += [above + name for name in (*files, *links)]
    return sorted(found)


def empty_folders(folder: Path) -> list[Path]:
    """Folders below ``folder`` that hold no file, the deepest first; none of the search index."""
    kept = {"", INDEX_FOLDER, *folders_of(entries(folder))}
    walked = (_above(parent, folder)[:-1] for parent, _, _ in os.walk(folder, topdown=False))
    index = f"{INDEX_FOLDER}/"
    return [folder / one for one in walked if one not in kept and not one.startswith(index)]


def _above(parent: str, folder: Path) -> str:
    """What stands before the names in a folder below ``folder``: empty, or it ends in ``/``."""
    below = parent[len(str(folder)) :].strip(os.sep).replace(os.sep, "/")
    return f"{below}/" if below else ""


def folders_of(addresses: Iterable[str]) -> set[str]:
    """The folders that files lie in: ``a/b/c.json`` lies in ``a`` and ``a/b``."""
    found: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder and folder not in found:  # where one was found, so were those above it
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def emptied(names: Iterable[str], folder: Path) -> Iterator[Path]:
    """Folders below ``folder`` that held these and hold nothing any more, the deepest first.

    Whoever takes them one by one and removes each finds those above it empty too.
    """
    held = {above for name in names for above in PurePosixPath(name).parents if above.name}
    for below in sorted(held, key=lambda one: len(one.parts), reverse=True):
        path = folder / below
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            yield path


def holds(path: Path, body: bytes) -> bool:
    """Whether a file that is there has exactly these bytes."""
    return path.stat().st_size == len(body) and path.read_bytes() == body


def drawn_files(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their path below it, with ``/``; names with a leading dot left out.

    The engine draws none of those, and leaves alone what it finds of them.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(".")}
