"""What is kept of cases comes back as it was put in, and only what is new is packed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.remaking.books import Entry
from generator.remaking.columns import plan_of
from generator.remaking.results import Result
from generator.remaking.volumes import Volumes
from generator.site.packs import DamagedError, Packs

if TYPE_CHECKING:
    from pathlib import Path

CASES = [f"{council}/{year}/{slug}" for council in "ab" for year in "12" for slug in "xyz"]
# What a build does to a case: it is edited, something is worked out for it anew, it goes.
EDITED, WORKED_OUT, GONE = "edited", "worked out", "gone"
STEPS = st.lists(
    st.dictionaries(st.sampled_from(CASES), st.sampled_from([EDITED, WORKED_OUT, GONE])),
    max_size=5,
)


def entry(says: int) -> Entry:
    """What is kept of a case for which something has been worked out."""
    return Entry(
        content=b"", blobs=(), fields=b"", light=b"", heavy=b"", committee=None, themes=(),
        references=(), points_at=(), figures_of=(), names=b"", problems=(),
        results={"made": Result(reads=(), seen=b"", value=says)},
    )  # fmt: skip


@given(steps=STEPS)
def test_each_case_is_kept_as_it_was_left_and_volumes_in_which_nothing_is_new_stay(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, str]]
) -> None:
    file = tmp_path_factory.mktemp("packs") / "packs-0"
    expected = dict.fromkeys(CASES, 0)
    with Packs(file) as packs:
        places = Volumes(packs, {}).put({path: entry(0) for path in CASES})
    for number, step in enumerate(steps, 1):
        with Packs(file) as packs:
            volumes = Volumes(packs, places)
            entries = volumes.entries()
            assert list(entries) == sorted(entries)
            for path, done in step.items():
                if done == EDITED:
                    entries[path] = entry(number)
                elif done == GONE:
                    entries.pop(path, None)
                elif path in entries:
                    entries[path].results["made"] = Result(reads=(), seen=b"", value=number)
                expected.pop(path, None) if done == GONE else None
                expected |= {path: number} if path in entries else {}
            before, places = places, volumes.put(entries)
        touched = {plan_of(path) for path in step}
        assert places.keys() == {plan_of(path) for path in entries}
        assert all(places[plan] == before[plan] for plan in places.keys() - touched)
        with Packs(file) as packs:
            found = Volumes(packs, places).entries()
        assert {path: one.results["made"].value for path, one in found.items()} == expected


def test_something_worked_out_for_the_first_time_is_kept_too(tmp_path: Path) -> None:
    with Packs(tmp_path / "packs-0") as packs:
        places = Volumes(packs, {}).put({"a/1/x": entry(1)})
        volumes = Volumes(packs, places)
        entries = volumes.entries()
        entries["a/1/x"].results["beyond"] = Result(reads=(), seen=b"", value=2)
        again = Volumes(packs, volumes.put(entries)).entries()
    assert again["a/1/x"].results["beyond"].value == 2


def test_a_volume_that_was_changed_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "packs-0"
    with Packs(file) as packs:
        places = Volumes(packs, {}).put({"a/1/x": entry(1)})
    body = bytearray(file.read_bytes())
    body[-1] ^= 1
    file.write_bytes(body)
    with Packs(file) as packs, pytest.raises(DamagedError):
        Volumes(packs, places).entries()
