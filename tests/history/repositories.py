"""Real repositories for the tests on history: each commit writes files on a day."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from generator.history.following import history_of
from generator.history.git import tip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.history.states import History

LIBRARY = "cases/plymouth/2014-15/library.md"
WASTE = "cases/plymouth/2014-15/waste.md"
ROADS = "cases/plymouth/2015-16/roads.md"
TEXT = "\n".join(f"line {number} of a case" for number in range(30))


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> str:
    """Run git as an officer would, on a day; what it prints."""
    stamp = f"{day}T12:00:00+00:00"
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    environment = {"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp}
    command = ["git", *who, "-C", str(folder), *arguments]
    done = subprocess.run(command, check=True, env=environment, capture_output=True)
    return done.stdout.decode().strip()


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files, or remove those without a text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.unlink(missing_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        else:
            path.unlink()


def commit(folder: Path, day: str, **files: str | bytes) -> None:
    """Write files, or remove those without a text, and commit all of it on a day."""
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "change", day=day)


def started(folder: Path, **files: str | bytes) -> Path:
    """A repository with a first commit, of one case where nothing else is said."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "2020-01-01", **(files or {LIBRARY: TEXT}))
    return folder


def known(root: Path) -> History:
    """What git knows of a register's cases."""
    return history_of(root, tip(root))


def told(root: Path, path: str) -> list[str]:
    """The first line of each content of a case, the oldest first."""
    states = known(root).states[path]
    return [git(root, "cat-file", "-p", state.blob).split("\n")[0] for state in states]
