"""Since when a case is in the register: read from the history in one pass, and never guessed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.history.following import history_of
from generator.history.git import tip
from tests.history.repositories import LIBRARY, TEXT, WASTE, commit, git, started

if TYPE_CHECKING:
    from pathlib import Path


def added_days(root: Path) -> dict[str, date]:
    return dict(history_of(root, tip(root)).added)


def test_a_file_has_the_day_of_its_first_commit_and_a_change_is_no_addition(tmp_path: Path) -> None:
    root = started(tmp_path / "register")
    commit(root, "2020-02-01", **{WASTE: "another case altogether", "README.md": "no case"})
    commit(root, "2020-03-01", **{LIBRARY: f"{TEXT}\nmore"})
    assert added_days(root) == {LIBRARY: date(2020, 1, 1), WASTE: date(2020, 2, 1)}


def test_a_renamed_file_keeps_its_day_and_one_put_back_has_that_of_its_return(
    tmp_path: Path,
) -> None:
    root = started(tmp_path / "register")
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: TEXT})
    assert added_days(root)[WASTE] == date(2020, 1, 1)
    commit(root, "2020-03-01", **{WASTE: ""})
    commit(root, "2020-04-01", **{WASTE: TEXT})
    assert added_days(root)[WASTE] == date(2020, 4, 1)


def test_a_register_in_a_folder_of_a_larger_repository_has_its_own_paths(tmp_path: Path) -> None:
    started(tmp_path / "all")
    commit(tmp_path / "all", "2020-02-01", **{f"council/{WASTE}": "a case"})
    assert added_days(tmp_path / "all" / "council") == {WASTE: date(2020, 2, 1)}


def test_nothing_is_claimed_without_a_history_or_of_a_shallow_one(tmp_path: Path) -> None:
    assert added_days(tmp_path) == {}
    assert tip(tmp_path) is None
    root = started(tmp_path / "register")
    commit(root, "2020-02-01", **{WASTE: "a case"})
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", str(copy))
    assert added_days(copy) == {}
    here, there = tip(root), tip(copy)
    assert here is not None
    assert there is not None
    assert (there.commit, there.complete) == (here.commit, False)


def test_settings_of_the_repository_change_nothing(tmp_path: Path) -> None:
    root = started(tmp_path / "register")
    for name, value in [
        *(("log.showSignature", "true"), ("log.showRoot", "false"), ("diff.renames", "false")),
        *(("diff.external", "false"), ("core.quotePath", "true"), ("color.ui", "always")),
    ]:
        git(root, "config", name, value)
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: TEXT})
    assert added_days(root) == {WASTE: date(2020, 1, 1)}
