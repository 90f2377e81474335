"""Measure Casebook, MkDocs Material and Hugo on registers of several sizes: ``make bench``.

All three get the same text in the same run, one after the other in each round, so that a busy
minute of the machine falls on all of them. Everything happens in a folder that is removed at
the end, and nothing is fetched. What it prints are the tables of ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.history import make_history
from bench.measure import Taken, measure
from bench.others import write_hugo, write_mkdocs
from bench.register import ROOT, copy_register, make_register, with_other_numbers
from bench.report import HISTORY, Measured, report

if TYPE_CHECKING:
    from collections.abc import Sequence

BIN = Path(sys.executable).parent
SIZES = (100, 1_000, 10_000)
# A median for small registers; of the largest, one run takes long enough to even itself out.
ROUNDS = {100: 3, 1_000: 3, 10_000: 1}
REAL_ROUNDS = 3
STEP_LIMIT = 900.0  # seconds
# What can be asked for alone. Of steps that need a site, "nothing", "one" and "index", "cold" or
# "pages" has to be taken too. "history" has a register of its own, and is not taken with others.
STEPS = (
    *("real", "pages", "mkdocs", "hugo", "reading", "charts", "cold", "nothing", "one", "index"),
    "history",
)
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",  # an advertisement of the theme's
    "PYTHONHASHSEED": "0",
}


@dataclass(kw_only=True)
class Bench:
    """One size: its folders, and what each step has taken so far."""

    folder: Path
    limit: float
    only: frozenset[str] = frozenset()
    measured: Measured = field(default_factory=dict)

    @property
    def register(self) -> Path:
        """The register to publish."""
        return self.folder / "register"

    @property
    def site(self) -> Path:
        """Where it is published to."""
        return self.folder / "site"

    def wants(self, *steps: str) -> bool:
        """Whether one of these steps is to be taken; without ``--only``, each is."""
        return not self.only or not self.only.isdisjoint(steps)

    def ours(self, stage: str, name: str = "") -> bool:
        """Take a step of ours, under another name if need be; whether it came to its end."""
        if not self.wants(name or stage):
            return True
        command = [sys.executable, "-m", "bench.stages", stage, str(self.register), str(self.site)]
        return self._take(name or stage, command, ROOT)

    def theirs(self, name: str, *command: str) -> None:
        """Take a step of another maker of sites, in its project's folder of that name."""
        if not self.wants(name):
            return
        folder = self.folder / name
        shutil.rmtree(folder / "out", ignore_errors=True)
        self._take(name, [str(BIN / command[0]), *command[1:]], folder)

    def _take(self, name: str, command: Sequence[str], cwd: Path) -> bool:
        print(f"  {name} …", end=" ", file=sys.stderr, flush=True)
        account = {"XDG_CACHE_HOME": str(self.folder / "account")}
        taken = measure(command, self.limit, cwd=cwd, environment={**QUIET, **account})
        print(f"{taken.wall:.2f} s" if taken else "left out", file=sys.stderr, flush=True)
        self.measured.setdefault(name, []).append(taken)
        return taken is not None


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print the tables."""
    asked = _asked(arguments)
    results: dict[int, Measured] = {}
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as folder:
        place = Path(folder)
        load = os.getloadavg()[0]
        only = frozenset(asked.only or ())
        real = _real(place / "real", asked.limit) if not only or "real" in only else []
        try:
            for size in asked.sizes:
                rounds = asked.rounds or ROUNDS.get(size, 1)
                results[size] = _size(place / str(size), size, rounds, asked.limit, only)
                shutil.rmtree(place / str(size))
        finally:  # a size that failed or was broken off takes the others' figures not with it
            print(report(results, real, asked.limit, loads=(load, os.getloadavg()[0])))


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=main.__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of cases")
    parser.add_argument("--rounds", type=int, help="how often each step is taken")
    parser.add_argument("--only", nargs="+", choices=STEPS, help="the steps to take; else all")
    parser.add_argument("--limit", type=float, default=STEP_LIMIT, help="seconds for each step")
    return parser.parse_args(arguments)


def _real(folder: Path, limit: float) -> list[Taken | None]:
    """The register as it is, whole, with charts and search index."""
    print("the real register", file=sys.stderr)
    bench = Bench(folder=folder, limit=limit)
    copy_register(bench.register)
    _commit(bench.register)
    for _ in range(REAL_ROUNDS):
        shutil.rmtree(bench.site, ignore_errors=True)
        bench.ours("everything")
    return bench.measured["everything"]


def _size(folder: Path, size: int, rounds: int, limit: float, only: frozenset[str]) -> Measured:
    """The steps for one size, as often as there are rounds."""
    print(f"{size:,} cases", file=sys.stderr)
    if only == {"history"}:
        return _history(folder, size, rounds, limit)
    bench = Bench(folder=folder, limit=limit, only=only)
    make_register(bench.register, size)
    _commit(bench.register)
    if bench.wants("mkdocs"):
        write_mkdocs(bench.register, folder / "mkdocs")
    if bench.wants("hugo"):
        write_hugo(bench.register, folder / "hugo")
    for number in range(rounds):
        _round(bench, number)
    return bench.measured


def _history(folder: Path, size: int, rounds: int, limit: float) -> Measured:
    """The steps for a register of which each case has many versions."""
    bench = Bench(folder=folder, limit=limit)
    make_register(bench.register, size)
    make_history(bench.register)
    for _ in range(rounds):
        _without_site(bench)
        for stage in HISTORY:
            bench.ours(stage)
    return bench.measured


def _round(bench: Bench, number: int) -> None:
    """Each step once; the others' stand between ours, and no step between a build and the next."""
    _without_site(bench)
    bench.ours("pages")
    if not bench.wants("cold"):
        _again(bench, number, "pages_again")
    bench.theirs("mkdocs", "mkdocs", "build", "--quiet", "--site-dir", "out")
    bench.theirs("hugo", "hugo", "--quiet", "--destination", "out")
    bench.ours("reading")
    bench.ours("charts")
    if bench.wants("cold"):
        _without_site(bench)
        if not bench.ours("cold"):
            return
        _again(bench, number, "again")
    bench.ours("index")


def _again(bench: Bench, number: int, stage: str) -> None:
    """Build where nothing has changed, and where one case has."""
    bench.ours(stage, "nothing")
    _edit(bench.register, number)
    bench.ours(stage, "one")


def _without_site(bench: Bench) -> None:
    """As it is in a fresh clone: nothing published, nothing kept."""
    shutil.rmtree(bench.site, ignore_errors=True)
    shutil.rmtree(bench.register / ".casebook", ignore_errors=True)


def _edit(register: Path, number: int) -> None:
    """Change the figures of the case in the middle, as an officer would before a commit."""
    files = sorted((register / "cases").glob("*/*/*.md"))
    file = files[len(files) // 2]
    text = file.read_text(encoding="utf-8")
    file.write_text(with_other_numbers(text, f"edit {number}"), encoding="utf-8")


def _commit(register: Path) -> None:
    """A register lies in git, which tells the day that it stands at and that cases came in."""
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    for command in (["init"], ["add", "--all"], [*who, "commit", "--message", "Add the cases"]):
        subprocess.run(["git", *command, *(["--quiet"] if command != ["add", "--all"] else [])],
                       cwd=register, check=True)  # fmt: skip


if __name__ == "__main__":
    main()
