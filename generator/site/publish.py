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

from generator.site.digest import digest
from generator.site.effects import DISK, Effects
from generator.site.errors import SiteError
from generator.site.folder import MARK, emptied, empty_folders, entries, holds, refuse_foreign
from generator.site.journal import Change, read_journal, write_journal
from generator.site.manifest import Stamp, look

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
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


class Ready:
    """The files of a new site while they are made: those that differ are written beside the old.

    Nobody has to hold a file that was handed over. Until ``publish`` the site is as it was; what
    was made ready and not published (``with``) is removed.

    Args:
        site_dir: the site's folder; it need not exist. What an earlier run was killed in has
            been completed, see ``finish``.
        root: the register's folder, which must not lie in ``site_dir``.
        there: what is in the folder; see ``manifest.look``.
        known: the digest of each file there of which it is known.
        anew: write files whose bytes are the same, too.
        effects: what is done to the disk.

    Raises:
        SiteError: the folder is not ours to replace.
    """

    def __init__(  # noqa: PLR0913 - what is known of the old site is two more than a site needs
        self,
        site_dir: Path,
        root: Path,
        *,
        there: Mapping[str, Stamp | None],
        known: Mapping[str, bytes],
        anew: bool = False,
        effects: Effects = DISK,
    ) -> None:
        self._at, self._there, self._known = places(site_dir), there, known
        self._anew, self._effects = anew, effects
        refuse_foreign(site_dir, root)
        clear(self._at.ready, effects)

    def __enter__(self) -> Ready:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind; what a killed run leaves, the next one finds."""
        clear(self._at.ready, self._effects)

    def stands(self, address: str, content: bytes) -> bool:
        """Whether the site is known to hold a file of this digest, and it can stay."""
        return not self._anew and self._known.get(address) == content

    def put(self, file: Asset, content: bytes) -> bool:
        """Take a finished file with its digest; whether it is to take the place of another.

        Raises:
            SiteError: its address is that of a folder, or lies below that of a file.
        """
        if self.stands(file.address, content) or self._is_there(file):
            return False
        try:
            self._effects.write(self._at.ready / file.address, file.body)
        except (FileExistsError, IsADirectoryError, NotADirectoryError) as clash:
            raise SiteError(
                f"More than one file of the site has the address {file.address}, as a file and as "
                "a folder. Nothing was published."
            ) from clash
        return True

    def body(self, address: str) -> bytes:
        """The bytes of a file of the new site, wherever they lie."""
        made = self._at.ready / address
        return (made if made.is_file() else self._at.site / address).read_bytes()

    def publish(self, site: Iterable[str], made: Iterable[str]) -> Change:
        """Turn the old site into the new one.

        Args:
            site: the addresses of all its files.
            made: of those that were made ready.

        Returns:
            what was changed; files whose bytes are the same are left alone.
        """
        wanted, there = set(site), self._there
        gone = (name for name, stamp in there.items() if stamp is None or name not in wanted)
        change = Change(move=tuple(sorted(made)), remove=tuple(sorted(gone)))
        write_journal(change, self._at.journal, self._effects)
        carry_out(change, self._at, self._effects)
        return change

    def _is_there(self, file: Asset) -> bool:
        """Whether a file of which nothing is known has these very bytes."""
        stamp = None if self._anew else self._there.get(file.address)
        known = file.address in self._known
        if stamp is None or known or stamp[0] != len(file.body):
            return False
        return (self._at.site / file.address).read_bytes() == file.body


def publish(
    files: Sequence[Asset],
    site_dir: Path,
    *,
    root: Path,
    anew: bool = False,
    effects: Effects = DISK,
) -> Change:
    """Make the folder hold exactly these files, in two steps; see ``Ready``.

    Raises:
        SiteError: the folder is not ours to replace, or the list of an
            earlier run cannot be read.
    """
    finish(site_dir, effects=effects)
    refuse_foreign(site_dir, root)
    there = look(places(site_dir).site)
    with Ready(site_dir, root, there=there, known={}, anew=anew, effects=effects) as ready:
        made = [file.address for file in files if ready.put(file, digest(file.body))]
        return ready.publish((file.address for file in files), made)


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


def difference(files: Iterable[Asset], site: Path) -> Change:
    """What has to change for the folder to hold exactly these files.

    Links are removed, even where a file of that name comes, and nothing is
    looked up or written through one.
    """
    there = set(entries(site))
    present = {name for name in there if not (site / name).is_symlink()}
    wanted = {file.address: file.body for file in files}
    same = (name for name in present & wanted.keys() if holds(site / name, wanted[name]))
    gone = there.difference(present & wanted.keys())
    return Change(move=tuple(sorted(wanted.keys() - set(same))), remove=tuple(sorted(gone)))


def write(change: Change, files: Iterable[Asset], folder: Path, effects: Effects) -> None:
    """Write the new and changed files to a folder."""
    changed = set(change.move)
    for file in files:
        if file.address in changed:
            effects.write(folder / file.address, file.body)


def carry_out(change: Change, at: Places, effects: Effects) -> None:
    """Do what the list says, from wherever an earlier run left off.

    Where there is no site yet, nothing has to make way: what lies ready becomes it in one step.
    """
    if at.ready.is_dir() and not at.site.exists():
        effects.move(at.ready, at.site)
    waiting = [name for name in change.move if (at.ready / name).is_file()]
    # Where nothing has moved, all that is listed there is old.
    if change.remove and len(waiting) == len(change.move):
        remove(change.remove, at.site, effects)
    for name in waiting:
        effects.move(at.ready / name, at.site / name)
    forget(at, effects)


def forget(at: Places, effects: Effects) -> None:
    """Remove the list, and then what lies ready for it."""
    effects.remove(at.journal)
    clear(at.ready, effects)


def remove(names: Collection[str], folder: Path, effects: Effects) -> None:
    """Remove files and links, and the folders this leaves empty: a file may take their place."""
    for name in names:
        effects.remove(folder / name)
    for empty in emptied(names, folder):
        effects.remove_folder(empty)


def clear(folder: Path, effects: Effects) -> None:
    """Remove what lies ready from a run that was killed before its list was written."""
    for name in entries(folder):
        effects.remove(folder / name)
    for empty in empty_folders(folder):
        effects.remove_folder(empty)
    effects.remove_folder(folder)
