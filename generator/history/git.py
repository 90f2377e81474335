"""The one module that runs git.

A register is somebody else's repository, so git is told to heed no configuration,
hook or helper of that repository beyond what it needs to read it, never to go to
the network, and never to ask anything. What git answers is taken apart elsewhere.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

SAFE = (
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
    "-c", "log.showRoot=true",
    "-c", "log.showSignature=false",
    "-c", "log.mailmap=false",
    "-c", "log.follow=false",
    "-c", "i18n.logOutputEncoding=UTF-8",
    "-c", "diff.orderFile=/dev/null",
    "--no-pager",
    "--no-optional-locks",
)  # fmt: skip
MOST_SECONDS = 600
MOST_RENAMES = 400  # files of one commit that are held against each other, each with each
MOST_AT_ONCE = 64_000_000  # bytes of contents that are held together
LAST_SECOND = 253_402_300_799  # of the year 9999, the last that a calendar of Python has
OBJECT = re.compile(r"[0-9a-f]{40}")  # the name of a commit or of a content
TAG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Tip:
    """Where a repository stands: its last commit, and how much of its history is there.

    Attributes:
        commit: the id of the last commit.
        time: of it, in Coordinated Universal Time.
        complete: whether the whole history is there; a shallow copy holds a part.
        below: the folder of the register within the repository, with ``/`` behind it, or nothing.
        tags: the time of the commit that each tag names; a tag of an odd name is left out.
        boundary: what a shallow copy ends at.
    """

    commit: str
    time: datetime
    complete: bool
    below: str = ""
    tags: Mapping[str, datetime] = field(default_factory=dict)
    boundary: bytes = b""


def run(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints; None where there is no git, no repository, or nothing to answer with."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_GRAFT_FILE": os.devnull,
    }
    try:
        done = subprocess.run(
            ["git", *SAFE, "-C", str(root), *arguments],
            capture_output=True, check=False, env=environment, timeout=MOST_SECONDS, input=given,
        )  # fmt: skip
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def tip(root: Path) -> Tip | None:
    """Where the repository of a register stands; None without git or a commit."""
    last = (run(root, "log", "-1", "--format=%H %ct", "--end-of-options", "HEAD") or b"").split()
    if not last or not OBJECT.fullmatch(os.fsdecode(last[0])):
        return None
    asked = ("--is-shallow-repository", "--git-path", "shallow", "--show-prefix")
    shallow, boundary, below = os.fsdecode(run(root, "rev-parse", *asked) or b"\n\n\n").split("\n")[
        :3
    ]
    complete = shallow == "false"
    return Tip(
        commit=last[0].decode(),
        time=moment(b"".join(last[1:])),
        complete=complete,
        below=below,
        tags=_tags(root),
        boundary=b"" if complete else _held(root / boundary),
    )


def unread(root: Path) -> bool:
    """Whether `root` lies in a repository that git does not read.

    A wrong value in the repository's own settings is enough for that: git reads them before
    anything else, and there is no way to tell it not to.
    """
    there = any(
        (folder / ".git").exists() for folder in (root.absolute(), *root.absolute().parents)
    )
    return there and run(root, "rev-list", "--all", "--max-count=1") is None


def _held(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _tags(root: Path) -> dict[str, datetime]:
    """The time of the commit of each tag, in the order of the names."""
    form = "%(refname:strip=2)%00%(*committerdate:unix)%(committerdate:unix)"
    listed = run(root, "for-each-ref", f"--format={form}", "refs/tags") or b""
    pairs = (line.split(b"\0") for line in listed.splitlines())
    named = ((os.fsdecode(name), time) for name, time in pairs if time.isdigit())
    return {name: moment(time) for name, time in named if TAG.fullmatch(name)}


def commit_named(root: Path, revision: str) -> str | None:
    """The commit that a person means by a revision: a branch, a tag, an id; None for none."""
    asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _commit(run(root, "rev-parse", *asked))


def parting_of(root: Path, one: str, other: str) -> str | None:
    """The commit up to which the histories of two commits are the same; None without one."""
    return _commit(run(root, "merge-base", "--end-of-options", one, other))


def _commit(answer: bytes | None) -> str | None:
    found = (answer or b"").decode("ascii", "replace").strip()
    return found if OBJECT.fullmatch(found) else None


def moment(seconds: bytes) -> datetime:
    """A time as git counts it, in Coordinated Universal Time; the nearest there is on a calendar.

    A commit may be written by hand and bear any time, or none.
    """
    return datetime.fromtimestamp(min(max(int(seconds or b"0"), 0), LAST_SECOND), tz=UTC)


def log(root: Path, commit: str) -> bytes | None:
    """What each commit up to one did to the files of ``cases/``, the oldest commit first.

    Every line of work counts, since what stood on a branch was committed too; of a merge only
    what none of its parents held (``-c``), so that bringing lines together is no edit. A
    commit comes after all that it is built on, and else by its time (``--date-order``). Behind
    the time stand those that it is built on, as far as they are told of or bring lines together.
    """
    return run(
        root, "log", "--reverse", "--date-order", "--full-history", "--relative", "--raw", "-z",
        "-c", "--no-abbrev", "--find-renames", f"-l{MOST_RENAMES}", "--no-color",
        "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--parents",
        "--format=%H %ct,%P",
        "--end-of-options", commit, "--", "cases",
    )  # fmt: skip


def tree(root: Path, revision: str) -> dict[str, str] | None:
    """The content of each plain file of ``cases/`` at a revision, by its path from `root`.

    None where there is no such revision.
    """
    listed = run(root, "ls-tree", "-r", "-z", "--end-of-options", revision, "--", "cases")
    if listed is None:
        return None
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
    found = ((meta.split(), os.fsdecode(path)) for meta, _, path in entries)
    return {path: meta[2].decode() for meta, path in found if is_plain(meta[0])}


def is_plain(mode: bytes) -> bool:
    """Whether a mode is that of a file, and not of a link or another repository."""
    return mode in (b"100644", b"100755")


def contents(root: Path, names: Sequence[str], most: int) -> Iterator[tuple[str, bytes]]:
    """Each content by its name, in order; what is larger than `most` bytes, or no file, not.

    Sizes are asked for first, so that nothing is taken that is too large.
    """
    form = "--batch-check=%(objectname) %(objecttype) %(objectsize)"
    listed = run(root, "cat-file", form, given=_lines(names)) or b""
    sizes = [(line.split(), name) for line, name in zip(listed.splitlines(), names, strict=False)]
    wanted = [
        (name, int(said[2]))
        for said, name in sizes
        if len(said) == 3 and said[1] == b"blob" and int(said[2]) <= most
    ]
    for some in _together(wanted):
        yield from _taken(root, some)


def _together(wanted: list[tuple[str, int]]) -> Iterator[list[str]]:
    """The names in groups whose contents are not too large together."""
    group: list[str] = []
    held = 0
    for name, size in wanted:
        if group and held + size > MOST_AT_ONCE:
            yield group
            group, held = [], 0
        group.append(name)
        held += size
    if group:
        yield group


def _taken(root: Path, names: list[str]) -> Iterator[tuple[str, bytes]]:
    answer = memoryview(run(root, "cat-file", "--batch", "--buffer", given=_lines(names)) or b"")
    at = 0
    for name in names:
        end = bytes(answer[at : at + 200]).find(b"\n")
        said = bytes(answer[at : at + max(end, 0)]).split()
        if len(said) != 3 or not said[2].isdigit():
            return  # git stopped: what it did not give counts as not there
        start = at + end + 1
        at = start + int(said[2]) + 1
        yield name, bytes(answer[start : at - 1])


def _lines(names: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()
