"""The one module that runs git.

A register is somebody else's repository, so git is told to heed no configuration,
hook or helper of that repository beyond what it needs to read it, never to go to
the network, and never to ask anything.
"""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SAFE = (
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
    "--no-pager",
    "--no-optional-locks",
)  # fmt: skip
MOST_SECONDS = 60


def run(root: Path, *arguments: str) -> bytes | None:
    """What git prints; None where there is no git, no repository, or nothing to answer with."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
    }
    try:
        done = subprocess.run(
            ["git", *SAFE, "-C", str(root), *arguments],
            capture_output=True, check=False, env=environment, timeout=MOST_SECONDS,
        )  # fmt: skip
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def last_commit(root: Path) -> str:
    """The id of the last commit; empty without git or a commit."""
    return (run(root, "rev-parse", "--verify", "--end-of-options", "HEAD") or b"").decode().strip()


def added_days(root: Path) -> dict[str, date]:
    """The day on which each file of ``cases/`` came into the register, by its path from `root`.

    One pass over the history. A file that was renamed keeps the day of its first name; one
    that was taken out and put back has the day of its return. Nothing is known without git,
    and nothing is claimed of a shallow copy, which takes all files for new.
    """
    shallow = (run(root, "rev-parse", "--is-shallow-repository") or b"").strip()
    if shallow != b"false":
        return {}
    answer = run(
        root, "-c", "log.showRoot=true", "-c", "log.showSignature=false",
        "log", "--reverse", "--relative", "--format=%x00%ct", "--name-status", "-z",
        "--find-renames", "--diff-filter=AR", "--no-ext-diff", "--no-textconv",
        "--end-of-options", "HEAD", "--", "cases",
    )  # fmt: skip
    return _days_of(answer or b"")


def _days_of(log: bytes) -> dict[str, date]:
    """What ``git log`` tells, oldest first: the time of a commit, then each status with its paths.

    A status begins with a letter, so a number where one is awaited is the next commit's time.
    """
    days: dict[str, date] = {}
    day = datetime.fromtimestamp(0, tz=UTC).date()
    words = (os.fsdecode(word.strip(b"\n")) for word in log.split(b"\0") if word.strip(b"\n"))
    for word in words:
        if word.isdigit():
            day = datetime.fromtimestamp(int(word), tz=UTC).date()
            continue
        path = next(words, "")
        if word.startswith("R"):
            days[next(words, "")] = days.pop(path, day)
        else:
            days[path] = day
    return days


def last_commit_day(root: Path) -> date | None:
    """The day of the last commit, in Coordinated Universal Time; None without git or a commit."""
    answer = run(root, "log", "-1", "--format=%ct", "--end-of-options", "HEAD")
    seconds = (answer or b"").strip()
    return datetime.fromtimestamp(int(seconds), tz=UTC).date() if seconds.isdigit() else None
