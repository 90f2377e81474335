"""What differs between two states of a register: two commits, or a commit and the folder.

The one who sends a proposal and the one who reads it want to know the same: which cases come,
go and move, and what each of the others says now that it did not say before. Of files that are
the same on both sides nothing is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from generator.core.identity import file_of
from generator.history.following import case_of
from generator.history.git import (
    commit_named,
    contents,
    parting_of,
    tip,
    tree,
)
from generator.history.states import State, names_of
from generator.history.versions import Read
from generator.reading.files import MOST_BYTES, RawFile, TextFile, decode, raw_files
from generator.reading.load import load_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.core.case import Case
    from generator.core.problems import Problem

ALIKE = 0.5  # of the lines of two files: from there on they count as one that moved
MOST = MOST_BYTES[".md"]
MOST_PAIRS = 2_500  # of files that came and files that went, each held against each
TWO, THREE = "..", "..."  # between two revisions, as git has them


class What(StrEnum):
    """What happened to a case."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends:
    """The two states that are compared, by the ids of their commits.

    Attributes:
        later: empty for the folder as it stands.
    """

    earlier: str
    later: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A case that is not the same on both sides.

    Attributes:
        now: as it is, or as it was last where it was withdrawn.
        before: as it was; None where it was added.
    """

    what: What
    now: Read
    before: Read | None = None

    @property
    def was(self) -> str:
        """The path that it had before, where that is another."""
        before = self.before.state.path if self.before else ""
        return before if before != self.now.state.path else ""


class Standing(Mapping[str, "Case"]):
    """The cases of a register's folder as it stands, by path; each is read when it is asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _side(self) -> _Side:
        return _side(self._root, "")

    def __getitem__(self, path: str) -> Case:
        """The case at a path."""
        return _read(path, "", self._side.texts([path])).case

    def __iter__(self) -> Iterator[str]:
        """All paths."""
        return iter(self._side.names)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._side.names)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unknown:
    """What was asked for and is not there: no history at all, or one revision of it."""

    revision: str = ""


def ends_of(root: Path, asked: str) -> Ends | Unknown:
    """What ``A..B``, ``A...B`` or ``A`` means in the register's history.

    As git has it, ``A...B`` begins where the two parted, and a side that is left out is the
    last commit. ``A`` alone ends at the folder as it stands.
    """
    if tip(root) is None:
        return Unknown()
    sign = THREE if THREE in asked else TWO
    one, parted, other = asked.partition(sign)
    named = [one or "HEAD", *([other or "HEAD"] if parted else [])]
    commits: list[str] = []
    for revision in named:
        commit = commit_named(root, revision)
        if commit is None:
            return Unknown(revision=revision)
        commits.append(commit)
    if sign == THREE:
        shared = parting_of(root, *commits)
        return Ends(earlier=shared, later=commits[1]) if shared else Unknown(revision=asked)
    return Ends(earlier=commits[0], later=commits[1] if parted else "")


def differences(
    root: Path,
    ends: Ends,
    wanted: Callable[[str], bool] = lambda _: True,
) -> tuple[Difference, ...]:
    """Every case whose file differs, by its path; some do in nothing but their layout.

    Args:
        root: the register's folder.
        ends: what is compared.
        wanted: whether a file, by its path from `root`, is asked for; of a case that moved,
            either path counts.
    """
    then, now = _side(root, ends.earlier), _side(root, ends.later)
    one, other = then.names, now.names
    both = one.keys() & other.keys()
    changed = {path for path in both if not {*one[path]} & {*other[path]}}
    gone, new = one.keys() - other.keys(), other.keys() - one.keys()
    before, after = then.texts(gone | changed), now.texts(new | changed)
    moved = moves({path: before[path] for path in gone}, {path: after[path] for path in new})
    reads = _Reads(before=(ends.earlier, before), after=(ends.later, after))
    pairs = [(path, path) for path in changed]
    pairs += [(moved.get(path, ""), path) for path in new]
    pairs += [(path, "") for path in gone - set(moved.values())]
    asked = (pair for pair in pairs if any(wanted(file_of(path)) for path in pair if path))
    in_order = sorted(asked, key=lambda pair: pair[1] or pair[0])
    return tuple(reads.difference(old, path) for old, path in in_order)


def files_of(root: Path, ends: Ends) -> tuple[str, ...]:
    """Every file of ``cases/`` that either side has, by its path from `root`."""
    found: set[str] = set()
    for commit in (ends.earlier, ends.later):
        found.update((tree(root, commit) or {}) if commit else map(_path_of, raw_files(root)))
    return tuple(sorted(found))


def _path_of(file: RawFile | Problem) -> str:
    return file.path if isinstance(file, RawFile) else file.place.path


def moves(gone: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
    """For each new file that is one which went, the path it had: the most alike first."""
    if len(gone) * len(new) > MOST_PAIRS:
        gone = {path: body for path, body in gone.items() if body in new.values()}
    alike = sorted(
        (-ratio, path, old)
        for (path, body), (old, was) in product(new.items(), gone.items())
        if (ratio := _alike(was, body)) >= ALIKE
    )
    found: dict[str, str] = {}
    for _, path, old in alike:
        if path not in found and old not in found.values():
            found[path] = old
    return found


def _alike(one: bytes, other: bytes) -> float:
    if one == other:
        return 1.0
    lines = SequenceMatcher(None, one.splitlines(), other.splitlines(), autojunk=False)
    return lines.ratio() if lines.quick_ratio() >= ALIKE else 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reads:
    """The contents of both sides, each with the commit that they are from."""

    before: tuple[str, Mapping[str, bytes]]
    after: tuple[str, Mapping[str, bytes]]

    def difference(self, old: str, path: str) -> Difference:
        """The one of two paths, of which one is empty where the case is not on that side."""
        if not path:
            gone = _read(old, *self.before)
            return Difference(what=What.WITHDRAWN, now=gone, before=gone)
        now = _read(path, *self.after)
        if not old:
            return Difference(what=What.ADDED, now=now)
        return Difference(what=What.CHANGED, now=now, before=_read(old, *self.before))


def _read(path: str, commit: str, bodies: Mapping[str, bytes]) -> Read:
    """The case of a file, as much of it as can be read."""
    body = bodies[path]
    file = decode(body, file_of(path))
    text = file if isinstance(file, TextFile) else TextFile(path=file_of(path), text="")
    state = State(blob=names_of(body)[-1], commit=commit, time=None, path=path)
    return Read(state=state, case=load_case(text).case)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Side:
    """One of the two states: what each case's file holds, by its names, and how to get at it.

    Attributes:
        names: what git may call the content of each case's file; see ``names_of``.
        texts: gives the contents of some.
    """

    names: Mapping[str, tuple[str, ...]]
    texts: Callable[[Iterable[str]], dict[str, bytes]]


def _side(root: Path, commit: str) -> _Side:
    if commit:
        listed = tree(root, commit) or {}
        names = {case: (name,) for path, name in listed.items() if (case := case_of(path))}
        return _Side(names=names, texts=lambda paths: _committed(root, names, paths))
    files = (file for file in raw_files(root) if isinstance(file, RawFile))
    held = {case: file.content for file in files if (case := case_of(file.path))}
    return _Side(
        names={path: names_of(body) for path, body in held.items()},
        texts=lambda paths: {path: held[path] for path in paths},
    )


def _committed(
    root: Path, names: Mapping[str, tuple[str, ...]], paths: Iterable[str]
) -> dict[str, bytes]:
    """What files held; what is too large to be a case is empty."""
    wanted = {path: names[path][0] for path in sorted(paths)}
    found = dict(contents(root, [*dict.fromkeys(wanted.values())], MOST))
    return {path: found.get(name, b"") for path, name in wanted.items()}
