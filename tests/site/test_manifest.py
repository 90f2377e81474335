"""The notes on a published folder: a file that was touched is looked at, and no other."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.site.digest import digest
from generator.site.manifest import Noted, holds_now, is_as_noted, look, note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.site.manifest import Looked

DIGESTS = {"index.html": digest(b"home"), "a/index.html": digest(b"page")}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_bytes(b"home")
    (tmp_path / "a" / "index.html").write_bytes(b"page")
    return tmp_path


def noted_of(site: Path) -> dict[str, Noted]:
    return note(site, DIGESTS, look(site), [])


def test_a_file_that_was_written_since_is_looked_at_once_more(site: Path) -> None:
    before = look(site)
    edited(site)
    digests = {**DIGESTS, "index.html": digest(b"mine")}
    noted = note(site, digests, before, ["index.html"])
    assert is_as_noted(site, noted, look(site))


def test_a_folder_that_nobody_touched_is_as_it_was_noted(site: Path) -> None:
    noted = noted_of(site)
    assert is_as_noted(site, noted, look(site))
    assert holds_now(site, noted, look(site)) == DIGESTS


def test_a_file_with_other_times_and_the_same_bytes_is_the_same(site: Path) -> None:
    noted = noted_of(site)
    os.utime(site / "index.html", (1, 1))
    assert is_as_noted(site, noted, look(site))


@pytest.mark.parametrize("folders", [0, 1, 2, 7, 64])
def test_two_processes_see_together_what_one_sees(
    site: Path, monkeypatch: pytest.MonkeyPatch, folders: int
) -> None:
    for number in range(5):
        below = site / "cases" / f"{number}" / "history"
        below.mkdir(parents=True)
        (below / "index.html").write_bytes(b"page")
        (below.parent / "case.json").write_bytes(b"{}")
    (site / "linked").symlink_to(site / "a")
    whole, others = look(site), list[str]()
    assert len(whole) == 13

    def meanwhile(work: Callable[[], Looked]) -> Callable[[], Looked]:
        found = work()
        others.extend(found)
        return lambda: found

    monkeypatch.setattr("generator.site.manifest.FOLDERS", folders)
    assert look(site, meanwhile) == whole
    assert folders != 2 or others


def test_the_search_index_is_none_of_it(site: Path) -> None:
    noted = noted_of(site)
    (site / "pagefind").mkdir()
    (site / "pagefind" / "index.pf").write_bytes(b"index")
    assert is_as_noted(site, noted, look(site))


def edited(site: Path) -> None:
    (site / "index.html").write_bytes(b"mine")


def edited_and_dated_back(site: Path) -> None:
    before = (site / "index.html").stat()
    edited(site)
    os.utime(site / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))


def removed(site: Path) -> None:
    (site / "index.html").unlink()


def turned_into_a_link(site: Path) -> None:
    (site / "index.html").rename(site / "a" / "other")
    (site / "index.html").symlink_to(site / "a" / "other")


@pytest.mark.parametrize("spoil", [edited, edited_and_dated_back, removed, turned_into_a_link])
def test_a_file_that_was_changed_by_hand_is_noticed(
    site: Path, spoil: Callable[[Path], None]
) -> None:
    noted = noted_of(site)
    spoil(site)
    assert not is_as_noted(site, noted, look(site))
    assert holds_now(site, noted, look(site)).get("index.html") != DIGESTS["index.html"]


def test_a_file_that_was_added_is_noticed(site: Path) -> None:
    noted = noted_of(site)
    (site / "more.html").write_bytes(b"more")
    assert not is_as_noted(site, noted, look(site))
    assert holds_now(site, noted, look(site)) == DIGESTS
