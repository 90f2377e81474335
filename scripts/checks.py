"""Run every check this machine can run: what ``make test`` calls.

A check that fails does not keep the next one from running, so one run shows
everything there is to mend. What this machine lacks for a check is said in a
line that begins with ``left out:``, after all else; ``.ci/run`` fails on any
such line. The tests say the same of themselves, in ``tests/conftest.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SOURCE_TOOLS = ROOT.parent / "shared" / "tools"


class Check:
    """One command to run: what it checks, its program in the environment, and its arguments."""

    def __init__(self, name: str, program: str, *arguments: str) -> None:
        self.name = name
        self.command = [program, *arguments]

    def passes(self) -> bool:
        """Run the command in the checkout; its output goes where ours goes."""
        print(f"\n== {self.name}: {' '.join(self.command)}", flush=True)
        program, *arguments = self.command
        return subprocess.run([BIN / program, *arguments], cwd=ROOT, check=False).returncode == 0


def checks(site: Path) -> list[Check]:
    """All checks this machine can run, in order; ``site`` is where a site may be published."""
    rows = [
        Check("installed packages", "python", "-m", "pip", "check"),
        Check("style", "ruff", "check", "."),
        Check("layout", "ruff", "format", "--check", "."),
        Check("types", "mypy"),
        Check("a site from nothing", "casebook", "build", "--site-dir", str(site)),
    ]
    if SOURCE_TOOLS.is_dir():
        rows += [
            Check("copied wording", "python", str(SOURCE_TOOLS / "copied"), "cases"),
            Check("figures on their lines", "python", str(SOURCE_TOOLS / "printed"), str(site)),
        ]
    return [*rows, Check("tests", "pytest", "-n", "auto")]


def main() -> int:
    """Run all; 0 when every check that could run has passed, 1 otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        failed = [check.name for check in checks(Path(folder) / "site") if not check.passes()]
    if failed:
        print(f"failed: {'; '.join(failed)}")
    if not SOURCE_TOOLS.is_dir():
        print(
            "left out: wording and figures against the sources, "
            "which need the tools in ../shared/tools"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
