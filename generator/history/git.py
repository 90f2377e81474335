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


def last_commit_day(root: Path) -> date | None:
    """The day of the last commit, in Coordinated Universal Time; None without git or a commit."""
    answer = run(root, "log", "-1", "--format=%ct", "--end-of-options", "HEAD")
    seconds = (answer or b"").strip()
    return datetime.fromtimestamp(int(seconds), tz=UTC).date() if seconds.isdigit() else None
