"""The history that is measured on has as many versions as it says, and all of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.history import list_again, load_as_yaml, make_history, read_all, versions_of
from bench.register import ROOT, real_cases
from tests.history.repositories import known

if TYPE_CHECKING:
    from pathlib import Path


def test_each_case_has_its_versions_and_each_is_another_text(tmp_path: Path) -> None:
    for case in real_cases(ROOT)[:3]:
        file = tmp_path / "cases" / f"{case.path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(case.text, encoding="utf-8")
    make_history(tmp_path, versions=4)
    history = known(tmp_path)
    assert [len(states) for states in history.states.values()] == [4, 4, 4]
    assert load_as_yaml(tmp_path) == read_all(tmp_path) == 12
    assert list_again(tmp_path) == 3


def test_the_same_seed_gives_the_same_edits() -> None:
    text = real_cases(ROOT)[0].text
    assert versions_of(text, 5, "a") == versions_of(text, 5, "a")
    assert len(set(versions_of(text, 20, "b"))) == 20
