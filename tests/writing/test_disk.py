"""An officer's file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.writing.disk import write_text


def test_the_text_is_in_the_file_as_it_was_given(tmp_path: Path) -> None:
    write_text(tmp_path / "case.md", "£900k\n日本\n")
    assert (tmp_path / "case.md").read_bytes() == "£900k\n日本\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["case.md"]


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    write_text(tmp_path / "northtown" / "2018-19" / "case.md", "new\n")
    assert (tmp_path / "northtown" / "2018-19" / "case.md").read_text(encoding="utf-8") == "new\n"


def test_who_may_read_and_write_the_file_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "case.md"
    file.write_text("old\n", encoding="utf-8")
    file.chmod(0o640)
    write_text(file, "new\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_may_be_read_by_those_who_may_read_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("", encoding="utf-8")
    write_text(tmp_path / "case.md", "new\n")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, step: str
) -> None:
    file = tmp_path / "case.md"
    file.write_text("old\n", encoding="utf-8")
    place = os if step == "fsync" else Path
    with (
        patch.object(place, step, side_effect=OSError("disk full")),
        pytest.raises(OSError, match="disk full"),
    ):
        write_text(file, "new\n" * 1000)
    assert file.read_text(encoding="utf-8") == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["case.md"]
