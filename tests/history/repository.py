"""Real repositories of small registers, written as a folder for each day."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATH = "cases/north/2018-19/a-1-meals.md"
OTHER = "cases/north/2018-19/a-2-roads.md"
CASE = """---
title: Meals
source: paper
references: [A/1]
headline:
  amount: £900k
  measure: saving
  period: 2018/19
  basis: in year
  certainty: target
  line: 12
---

## Case for change

The service costs too much. Fewer meals are asked for than ten years ago.
"""
ROADS = CASE.replace("Meals", "Roads").replace("A/1", "A/2").replace("meals", "roads")
LISTS = {
    "cases/north/council.yml": "name: North Council\nshort_name: North\n",
    "cases/themes.yml": "meals: {title: Meals}\n",
    "cases/sources.yml": "paper: {title: Budget, publisher: North, council: north}\n",
}


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> str:
    """Run git as somebody who has no settings of their own, at noon of a day."""
    stamp = f"{day}T12:00:00+00:00"
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    environment = {
        "PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp,
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip
    done = subprocess.run(
        ["git", *who, "-C", str(folder), *arguments], check=True, env=environment,
        capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def texts_in(folder: Path) -> dict[str, str]:
    """Every file in a folder by its path from there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files, or remove those without a text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8") if text else path.unlink()


def commit(folder: Path, day: str, files: dict[str, str]) -> str:
    """The same, and commit all of it on a day; the id of the commit."""
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "change", day=day)
    return git(folder, "rev-parse", "HEAD")


def started(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A register with one case, committed on the first day of 2020."""
    folder.mkdir(exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "2020-01-01", {**LISTS, **({PATH: CASE} if files is None else files)})
    return folder
