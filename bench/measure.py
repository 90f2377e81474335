"""How one step is measured: as a process of its own, by what the system counted for it.

A process of its own starts with nothing in memory, as a person's command does, and the system
says at its end how much it worked and how much memory it held. A step that takes too long is
ended and counts as left out, so that a run always comes to its end.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import resource
    from collections.abc import Mapping, Sequence
    from pathlib import Path

KIBIBYTES_OF_A_MEGABYTE = 1_000_000 / 1024  # the system counts memory in kibibytes (getrusage(2))


class StepError(Exception):
    """A step that did not do what it was to do: its figures would mean nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What a step took.

    Attributes:
        wall: seconds by the clock.
        cpu: seconds of work, of all its processes and on all cores together.
        memory: megabytes that the largest of its processes held at most.
    """

    wall: float
    cpu: float
    memory: float


def measure(
    command: Sequence[str], limit: float, *, cwd: Path, environment: Mapping[str, str]
) -> Taken | None:
    """Run a command and say what it took; None where it was ended after `limit` seconds.

    Raises:
        StepError: the command failed; what it said stands in the error.
    """
    with tempfile.TemporaryFile() as said:
        before = time.monotonic()
        process = subprocess.Popen(
            command, cwd=cwd, env={**os.environ, **environment}, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
        ended = _wait(process, limit)
        wall = time.monotonic() - before
        if ended is None:
            return None
        if process.returncode:
            said.seek(0)
            words = said.read()[-4000:].decode(errors="replace")
            raise StepError(f"{' '.join(command)}\n{words}")
    memory = ended.ru_maxrss / KIBIBYTES_OF_A_MEGABYTE
    return Taken(wall=wall, cpu=ended.ru_utime + ended.ru_stime, memory=memory)


def _wait(process: subprocess.Popen[bytes], limit: float) -> resource.struct_rusage | None:
    """What the system counted for a process and its own children; None where it took too long."""
    handle = os.pidfd_open(process.pid)  # can be read from when the process has ended
    try:
        in_time, _, _ = select.select([handle], [], [], limit)
    finally:
        os.close(handle)
    if not in_time:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
    _, status, counted = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return counted
