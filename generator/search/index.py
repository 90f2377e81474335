"""The search index, made by Pagefind: the one module that runs it.

Pagefind reads the published pages and writes what the search page loads: an index cut into
small pieces. Its files differ from run to run, so they are no part of what publishing
compares; they have a folder of the site to themselves. A new index is made beside the old
one and takes its place when it is whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.site.errors import SiteError
from generator.site.folder import INDEX_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENTRY = "pagefind-entry.json"  # what the search page loads first
MADE_FROM = "made-from"  # in the index: which pages it was made from
NEXT = f".{INDEX_FOLDER}"  # publishing removes what a killed run left here
# Pagefind's own search pages; the register has its own.
UNUSED = ("pagefind-*ui.css", "pagefind-*ui.js", "pagefind-highlight.js")
LOOK = 0.02  # seconds between two looks at whether the index is still wanted


def _never() -> bool:
    return False


def index_site(site_dir: Path, unwanted: Callable[[], bool] = _never) -> None:
    """Make the search index of a published site, unless no page has changed since the last.

    Only what is marked with ``data-pagefind-body`` is found: the cases, the heads of councils
    and themes, and how to read figures. Lists are not marked: they would stand before the
    cases they list. Nothing is fetched.

    Args:
        site_dir: the folder of the site; the index is its folder ``pagefind/``.
        unwanted: asked again and again while the index is made; once it says yes, the work is
            dropped and the old index stays.

    Raises:
        SiteError: Pagefind is not installed, or could not read the pages.
    """
    site = site_dir.resolve()
    wanted = _fingerprint(site)
    if _is_made_from(site / INDEX_FOLDER, wanted):
        return
    beside = site / NEXT
    _remove(beside)
    if not _run(site, beside, unwanted):
        _remove(beside)
        return
    for pattern in UNUSED:
        for path in beside.glob(pattern):
            path.unlink()
    (beside / MADE_FROM).write_text(wanted, encoding="utf-8")
    _remove(site / INDEX_FOLDER)
    beside.rename(site / INDEX_FOLDER)


def _run(site: Path, out: Path, unwanted: Callable[[], bool]) -> bool:
    """Make an index in the folder `out`; whether it was made, and not dropped."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(out)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            said = _said(process, unwanted)
        finally:
            process.kill()  # where it is still at work: nobody waits for it any more
    if said is None:
        return False
    if process.returncode or not (out / ENTRY).is_file():
        raise SiteError(f"The site was published, but its search index could not be made:\n{said}")
    return True


def _said(process: subprocess.Popen[str], unwanted: Callable[[], bool]) -> str | None:
    """What a program said until its end; None if it became unwanted before."""
    while not unwanted():
        try:
            answer = process.communicate(timeout=LOOK)
        except subprocess.TimeoutExpired:
            continue
        return "\n".join(filter(None, map(str.strip, answer)))
    return None


def _fingerprint(site: Path) -> str:
    """What an index depends on: every page by path, size and time of its file, and Pagefind."""
    lines = sorted(_pages(str(site), ""))
    return hashlib.sha256("\n".join([version("pagefind"), *lines]).encode()).hexdigest()


def _pages(folder: str, below: str) -> Iterator[str]:
    """The pages in a folder, a line each; asked at every build, so it makes no path objects."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _pages(entry.path, f"{below}{entry.name}/")
            elif entry.name.endswith(".html"):
                facts = entry.stat(follow_symlinks=False)
                yield f"{below}{entry.name} {facts.st_size} {facts.st_mtime_ns}"


def _is_made_from(index: Path, wanted: str) -> bool:
    made, entry = index / MADE_FROM, index / ENTRY
    there = not index.is_symlink() and made.is_file() and entry.is_file()
    return there and made.read_text(encoding="utf-8") == wanted


def _remove(folder: Path) -> None:
    """Remove a folder with what is in it; of a link, the link alone."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif os.path.lexists(folder):
        shutil.rmtree(folder)
