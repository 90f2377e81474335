"""What differs between two commits, or between a commit and the folder as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.history.between import Difference, Ends, Unknown, differences, ends_of, moves
from tests.history.repository import CASE, OTHER, PATH, ROADS, commit, git, started, write

if TYPE_CHECKING:
    from pathlib import Path

CHEAPER = CASE.replace("£900k", "£750k")
MOVED = "cases/north/2019-20/b-1-meals.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return started(tmp_path / "register")


def between(root: Path, asked: str) -> list[tuple[str, str, str]]:
    return [(d.what.value, d.now.state.path, d.was) for d in found(root, asked)]


def found(root: Path, asked: str) -> tuple[Difference, ...]:
    ends = ends_of(root, asked)
    assert isinstance(ends, Ends), ends
    return differences(root, ends)


def test_cases_that_came_went_and_changed_are_told_apart(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER, OTHER: ROADS})
    assert between(root, "HEAD^..HEAD") == [
        ("changed", "north/2018-19/a-1-meals", ""),
        ("added", "north/2018-19/a-2-roads", ""),
    ]
    assert between(root, "HEAD..HEAD^") == [
        ("changed", "north/2018-19/a-1-meals", ""),
        ("withdrawn", "north/2018-19/a-2-roads", ""),
    ]


def test_a_case_that_moved_and_was_edited_is_one_case(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: "", MOVED: CHEAPER})
    assert between(root, "HEAD^..") == [
        ("changed", "north/2019-20/b-1-meals", "north/2018-19/a-1-meals")
    ]


def test_of_a_commit_alone_the_other_end_is_the_folder_as_it_stands(root: Path) -> None:
    write(root, {PATH: CHEAPER, OTHER: ROADS})
    assert [d.what.value for d in found(root, "HEAD")] == ["changed", "added"]
    assert found(root, "HEAD..HEAD") == ()
    write(root, {PATH: "", OTHER: "", MOVED: CASE})
    assert between(root, "HEAD") == [
        ("changed", "north/2019-20/b-1-meals", "north/2018-19/a-1-meals")
    ]


def test_three_dots_begin_where_the_two_parted(root: Path) -> None:
    git(root, "branch", "proposal")
    commit(root, "2020-01-02", {PATH: CHEAPER})
    git(root, "checkout", "--quiet", "proposal")
    commit(root, "2020-01-03", {OTHER: ROADS})
    assert [d.what.value for d in found(root, "main...proposal")] == ["added"]
    assert [d.what.value for d in found(root, "main..proposal")] == ["changed", "added"]


@pytest.mark.parametrize(
    ("asked", "unknown"),
    [
        ("nowhere..HEAD", "nowhere"),
        ("HEAD..nowhere", "nowhere"),
        ("--output=x..HEAD", "--output=x"),
        ("HEAD:cases..HEAD", "HEAD:cases"),
    ],
)
def test_what_is_no_revision_is_named(root: Path, asked: str, unknown: str) -> None:
    assert ends_of(root, asked) == Unknown(revision=unknown)
    assert not (root / "x").exists()


def test_a_folder_without_a_history_has_nothing_to_compare(tmp_path: Path) -> None:
    assert ends_of(tmp_path, "HEAD") == Unknown()


def test_files_that_are_not_asked_for_are_left_out_and_a_moved_one_counts_twice(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: "", MOVED: CASE, OTHER: ROADS})
    ends = ends_of(root, "HEAD^..HEAD")
    assert isinstance(ends, Ends)
    for path in (PATH, MOVED):
        (one,) = differences(root, ends, lambda file, path=path: file == path)  # type: ignore[misc] # bound to this path
        assert one.was == "north/2018-19/a-1-meals"


def test_what_no_model_can_read_is_a_case_all_the_same(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: "---\ntitle: [\n"})
    (one,) = found(root, "HEAD^..HEAD")
    assert one.now.case.unreadable


def test_the_most_alike_are_one_and_what_is_not_alike_is_not() -> None:
    lines = b"a\nb\nc\nd\n"
    gone = {"old/1": lines, "old/2": b"x\ny\nz\n"}
    new = {"new/1": b"a\nb\nc\ne\n", "new/2": lines, "new/3": b"p\nq\n"}
    assert moves(gone, new) == {"new/2": "old/1"}
