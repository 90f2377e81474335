"""Notes on files: what was not touched is not read again, and what was touched always is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import digest as digests
from generator.site.digest import Notes, digest, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Few letters, a zero among them, so that contents and their lengths often look alike.
PARTS = st.lists(st.text("\0\1\x08", max_size=9).map(str.encode), max_size=4)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two files, noted however lately they were written."""
    monkeypatch.setattr(digests, "MOMENT", -1)
    (tmp_path / "cases" / "north").mkdir(parents=True)
    (tmp_path / "cases" / "one.md").write_bytes(b"one")
    (tmp_path / "cases" / "north" / "two.md").write_bytes(b"two")
    return tmp_path / "cases"


def test_with_notes_the_digest_is_the_same_and_each_file_is_noted(folder: Path) -> None:
    notes = Notes()
    assert digest_of(folder, notes=notes) == digest_of(folder)
    noted = {path.removeprefix(f"{folder}/"): note[-1] for path, note in notes.now.items()}
    assert noted == {"one.md": digest(b"one"), "north/two.md": digest(b"two")}


def test_what_was_noted_is_not_read_again(folder: Path) -> None:
    first = Notes()
    digest_of(folder, notes=first)
    believed = {path: (*note[:3], digest(b"as noted")) for path, note in first.now.items()}
    again = Notes(before=believed)
    digest_of(folder, notes=again)
    assert again.now == believed


def edited(file: Path) -> None:
    file.write_bytes(b"own")


def edited_and_dated_back(file: Path) -> None:
    before = file.stat()
    edited(file)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def another_in_its_place(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"own")
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)


@pytest.mark.parametrize("spoil", [edited, edited_and_dated_back, another_in_its_place])
def test_a_file_that_was_touched_is_read_though_its_size_is_the_same(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    first = Notes()
    digest_of(folder, notes=first)
    spoil(folder / "one.md")
    assert digest_of(folder, notes=Notes(before=first.now)) == digest_of(folder)


def test_a_file_that_was_written_a_moment_ago_is_not_noted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "MOMENT", 60_000_000_000)
    notes = Notes()
    digest_of(folder, notes=notes)
    assert notes.now == {}


@given(one=PARTS, other=PARTS)
def test_where_one_content_ends_and_the_next_begins_is_part_of_a_digest(
    one: list[bytes], other: list[bytes]
) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)
