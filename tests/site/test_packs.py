"""Pieces on the disk come back as they were put in, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.remaking.pool import each
from generator.site.packing import pack
from generator.site.packs import DamagedError, Packs, place_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("most_waiting", [0, 10, 1_000_000])
@given(pieces=st.lists(st.binary(max_size=20), max_size=20))
def test_each_piece_is_found_at_its_place(
    tmp_path_factory: pytest.TempPathFactory, most_waiting: int, pieces: list[bytes]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.site.packs.MOST_WAITING", most_waiting)
        file = tmp_path_factory.mktemp("packs") / "packs-0"
        with Packs(file) as packs:
            places = packs.add_all(pieces)
            assert [packs.get(place_of(places, at)) for at in range(len(pieces))] == pieces
            packs.write()
        with Packs(file) as again:
            for at, piece in enumerate(pieces):
                assert again.get(place_of(places, at)) == piece


def test_what_is_added_later_stands_behind_what_is_there(tmp_path: Path) -> None:
    with Packs(tmp_path / "packs-0") as packs:
        first = packs.add(b"first")
        packs.write()
    with Packs(tmp_path / "packs-0") as packs:
        second = packs.add(b"second")
        assert (packs.get(first), packs.get(second)) == (b"first", b"second")


def test_a_build_that_was_killed_leaves_what_nobody_asks_for(tmp_path: Path) -> None:
    with Packs(tmp_path / "packs-0") as packs:
        first = packs.add(b"first")
        packs.write()
        packs.add(b"never heard of again")
    with (tmp_path / "packs-0").open("ab") as file:
        file.write(b"half a pie")
    with Packs(tmp_path / "packs-0") as packs:
        second = packs.add(b"second")
        assert (packs.get(first), packs.get(second)) == (b"first", b"second")


@pytest.mark.parametrize("at", [0, 4, -1])
def test_of_a_changed_piece_nothing_is_unpacked(tmp_path: Path, at: int) -> None:
    file = tmp_path / "packs-0"
    with Packs(file) as packs:
        place = packs.add(pack(["anything"]))
        packs.write()
        body = bytearray(file.read_bytes())
        body[at] ^= 1
        file.write_bytes(body)
        with pytest.raises(DamagedError):
            packs.value(place)


def test_of_a_file_that_is_shorter_or_gone_nothing_is_believed(tmp_path: Path) -> None:
    file = tmp_path / "packs-0"
    with Packs(file) as packs:
        place = packs.add(b"anything")
        packs.write()
    file.write_bytes(b"any")
    with Packs(file) as packs, pytest.raises(DamagedError):
        packs.get(place)
    file.unlink()
    with Packs(file) as packs, pytest.raises(DamagedError):
        packs.get(place)


def test_copies_of_a_process_read_at_once_and_each_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.remaking.pool._cores", lambda: 2)
    with Packs(tmp_path / "packs-0") as packs:
        places = [packs.add(f"piece {number}".encode() * 100) for number in range(200)]
        packs.write()
        packs.get(places[7])
        found = list(each(packs.get, places, at_once=1))
    assert found == [f"piece {number}".encode() * 100 for number in range(200)]
