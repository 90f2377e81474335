"""Putting a finished site in the place of the old one, so that a reader never meets half of it.

First everything that changed is written beside the site, in ``.casebook``.
Then a list of what to remove and what to move is written in one step; from
that moment the new site is certain. Only then does the site change, file by
file. Killed before the list: the old site is untouched. Killed after it: the
next run carries out the rest of the list before it does anything else.

(Against a killed program, that is, not against a power cut. And one build at
a time: two at once would write the same list.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site.effects import DISK, Effects
from generator.site.fill import MARK
from generator.site.folder import empty_folders, entries, holds, refuse_foreign
from generator.site.journal import Change, read_journal, write_journal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from generator.site.page import Asset

WORK = ".casebook"  # beside the site's folder, so that moving is one step on one disk


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """Where things are during publishing: the site, the files made ready, and the list."""

    site: Path
    ready: Path
    journal: Path


def places(site_dir: Path) -> Places:
    """The places that belong to a site's folder; a link to that folder is followed once, here."""
    site = site_dir.resolve()
    work = site.parent / WORK
    return Places(site=site, ready=work / "next" / site.name, journal=work / f"{site.name}.json")


def publish(  # noqa: PLR0913 - what is kept and how is two more than a site needs
    files: Sequence[Asset],
    site_dir: Path,
    *,
    root: Path,
    kept: Collection[str] = (),
    anew: bool = False,
    effects: Effects = DISK,
) -> Change:
    """Make the folder hold exactly these files, in two steps.

    Args:
        files: the whole site, see ``whole_site``.
        site_dir: the folder; it need not exist.
        root: the register's folder, which must not lie in ``site_dir``.
        kept: further files of the site, which stand in the folder as they should.
        anew: write files whose bytes are the same, too.
        effects: what is done to the disk.

    Returns:
        what was changed; files whose bytes are the same are left alone.

    Raises:
        SiteError: the folder is not ours to replace, or the list of an
            earlier run cannot be read.
    """
    at = places(site_dir)
    finish(site_dir, effects=effects)
    refuse_foreign(site_dir, root)
    clear(at.ready, effects)
    change = difference(files, at.site, kept=kept, anew=anew)
    write(change, files, at.ready, effects)
    write_journal(change, at.journal, effects)
    carry_out(change, at, effects)
    return change


def finish(site_dir: Path, *, effects: Effects = DISK) -> None:
    """Complete what an earlier run was killed in, if there is anything.

    Where the site has been removed since, the rest of it would be no site: then
    the list is forgotten.

    Raises:
        SiteError: its list is there and cannot be read.
    """
    at = places(site_dir)
    if not at.journal.is_file():
        return
    change = read_journal(at.journal)
    if any((folder / MARK.address).is_file() for folder in (at.site, at.ready)):
        carry_out(change, at, effects)
    else:
        forget(at, effects)


def overwrite(folder: Path, files: Sequence[Asset], *, effects: Effects = DISK) -> None:
    """Make a folder hold exactly these files, directly: for what the engine has just drawn there.

    The engine has emptied the folder already, so there is no old site to keep.
    """
    change = difference(files, folder)
    remove(change.remove, folder, effects)
    write(change, files, folder, effects)


def difference(
    files: Iterable[Asset], site: Path, *, kept: Collection[str] = (), anew: bool = False
) -> Change:
    """What has to change for the folder to hold exactly these files, and those kept.

    Links are removed, even where a file of that name comes, and nothing is
    looked up or written through one.
    """
    there = set(entries(site))
    present = {name for name in there.difference(kept) if not (site / name).is_symlink()}
    wanted = {file.address: file.body for file in files}
    same = (name for name in present & wanted.keys() if holds(site / name, wanted[name]))
    right: set[str] = set() if anew else set(same)
    gone = there.difference(present & wanted.keys(), kept)
    return Change(move=tuple(sorted(wanted.keys() - right)), remove=tuple(sorted(gone)))


def write(change: Change, files: Iterable[Asset], folder: Path, effects: Effects) -> None:
    """Write the new and changed files to a folder."""
    changed = set(change.move)
    for file in files:
        if file.address in changed:
            effects.write(folder / file.address, file.body)


def carry_out(change: Change, at: Places, effects: Effects) -> None:
    """Do what the list says, from wherever an earlier run left off."""
    waiting = [name for name in change.move if (at.ready / name).is_file()]
    if len(waiting) == len(change.move):  # nothing has moved, so all that is listed there is old
        remove(change.remove, at.site, effects)
    for name in waiting:
        effects.move(at.ready / name, at.site / name)
    forget(at, effects)


def forget(at: Places, effects: Effects) -> None:
    """Remove the list, and then what lies ready for it."""
    effects.remove(at.journal)
    clear(at.ready, effects)


def remove(names: Iterable[str], folder: Path, effects: Effects) -> None:
    """Remove files and links, and the folders this leaves empty: a file may take their place."""
    for name in names:
        effects.remove(folder / name)
    for empty in empty_folders(folder):
        effects.remove_folder(empty)


def clear(folder: Path, effects: Effects) -> None:
    """Remove what lies ready from a run that was killed before its list was written."""
    remove(entries(folder), folder, effects)
    effects.remove_folder(folder)
