"""A register as it was: the same as its folder was then, and what was found on it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.audit.findings import Finding, Level
from generator.core.problems import Place
from generator.history.register_at import register_at
from generator.reading.found import (
    NOTHING_NEW,
    Placed,
    findings_markdown,
    new_since,
    placed_findings,
)
from generator.reading.register import load_register
from tests.history.repository import CASE, LISTS, OTHER, PATH, ROADS, commit, started

if TYPE_CHECKING:
    from pathlib import Path

UNLIKE = f"""{CASE}
## Financial case

### Cost of the move {{#costs}}
cost, £, in year; lines 20 to 22

| Item    | 2018/19 | 2019/20 | Total  |
|---------|--------:|--------:|-------:|
| Shelves | 1,003   | 2,004   | 3,107  |

### How the figures hang together {{#relations}}

- `costs` adds up by row
"""


def test_the_register_of_a_commit_is_what_its_folder_was(tmp_path: Path) -> None:
    root = started(tmp_path / "register", {PATH: UNLIKE, OTHER: "---\ntitle: [\n"})
    then = load_register(root)
    first = commit(root, "2020-01-02", {})
    commit(root, "2020-01-03", {PATH: "", OTHER: ROADS, "cases/themes.yml": "a: {title: A}\n"})
    found = register_at(root, first)
    assert found == then
    assert found != load_register(root)
    assert found.councils.keys() == {"north"}


def test_files_that_belong_to_no_register_are_not_read(tmp_path: Path) -> None:
    odd = {"cases/notes.txt": "a", "cases/north/2018-19/x/y.md": CASE, "README.md": "b"}
    root = started(tmp_path / "register", odd)
    found = register_at(root, "HEAD")
    assert (dict(found.cases), found.problems) == ({}, ())
    assert len(found.themes) == len(LISTS) - 2


def placed(path: str, title: str, line: int = 1) -> Placed:
    finding = Finding(
        code="row-total", level=Level.ERROR, title=title, explanation="", question="", cases=(path,)
    )
    return Placed(place=Place(path=path, line=line), finding=finding)


@pytest.mark.parametrize(
    ("before", "now", "new"),
    [
        ([], [("a", "x")], [("a", "x")]),
        ([("a", "x")], [("a", "x")], []),
        ([("a", "x")], [("a", "x"), ("a", "y")], [("a", "y")]),
        ([("a", "x")], [("a", "x"), ("a", "x")], [("a", "x")]),
        ([("a", "x"), ("b", "x")], [("a", "x")], []),
        # The file a is now called c; b is still there, so what stands on c may not be that of b.
        ([("a", "x")], [("c", "x")], []),
        ([("b", "x"), ("b", "y")], [("b", "y"), ("c", "x")], [("c", "x")]),
    ],
)
def test_only_what_was_not_found_before_is_new(
    before: list[tuple[str, str]], now: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    found = new_since([placed(*one, line=9) for one in now], [placed(*one) for one in before])
    assert [(one.place.path, one.finding.title) for one in found] == new


def test_a_figure_that_does_not_agree_since_the_last_commit_is_new(tmp_path: Path) -> None:
    root = started(tmp_path / "register")
    commit(root, "2020-01-02", {PATH: UNLIKE})

    def on(revision: str) -> tuple[Placed, ...]:
        return placed_findings(register_at(root, revision), lambda _: True)

    codes = {one.finding.code for one in new_since(on("HEAD"), on("HEAD^"))}
    assert "row-total" in codes
    assert new_since(on("HEAD"), on("HEAD")) == ()


def test_a_summary_of_what_is_new_says_so_and_says_where_there_is_nothing() -> None:
    assert "and did not before" in findings_markdown([placed("a", "x")], new=True)
    assert NOTHING_NEW in findings_markdown([], new=True)
