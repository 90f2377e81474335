"""A version is a state with something new in its name; smaller edits are folded into the next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.core.case import Case
from generator.core.deciding import Change
from generator.core.identity import CaseId
from generator.core.words import ChangeKind
from generator.history.states import State
from generator.history.versions import Past, Read, versions_of

if TYPE_CHECKING:
    from collections.abc import Mapping

ID = CaseId(council="north", year_folder="2018-19", slug="one")
JANUARY, MARCH = date(2018, 1, 1), date(2018, 3, 1)


def read(number: int, **values: object) -> Read:
    given = {"title": f"Edit {number}", "source": "paper"} | values
    state = State(blob=f"{number:040x}", commit="c" * 40, time=None, path=str(ID))
    return Read(state=state, case=Case(id=ID, **given))  # type: ignore[arg-type]  # from a table


def change(kind: ChangeKind) -> Change:
    return Change(kind=kind, reason="The paper says so.")


# what each state says, and for each version the number of its state and of the folded ones
EXAMPLES: dict[str, tuple[list[Mapping[str, object]], list[tuple[int, list[int]]]]] = {
    "one state is one version": ([{}], [(0, [])]),
    "a new label is a version": ([{"version": "1"}, {"version": "2"}], [(0, []), (1, [])]),
    "edits before a version are folded into it": (
        [{"version": "1"}, {"version": "1"}, {"version": "1"}, {"version": "2"}],
        [(0, []), (3, [1, 2])],
    ),
    "a new day is a version": (
        [{"dated": JANUARY}, {"dated": JANUARY}, {"dated": MARCH}],
        [(0, []), (2, [1])],
    ),
    "a new stage is a version": (
        [{"stage": "outline"}, {"stage": "full"}, {"stage": "full", "version": "2"}],
        [(0, []), (1, []), (2, [])],
    ),
    "a new kind of change is a version, and its reason in other words is none": (
        [
            {},
            {"change": change(ChangeKind.RESTATED)},
            {"change": Change(kind=ChangeKind.RESTATED, reason="In other words.")},
            {"change": change(ChangeKind.CORRECTION)},
        ],
        [(0, []), (1, []), (3, [2])],
    ),
    "what is left out or cannot be read is not new, nor when it is there again": (
        [
            {"version": "1", "dated": JANUARY},
            {"dated": JANUARY},
            {"version": "", "dated": JANUARY, "unreadable": ("version",)},
            {"version": "1", "dated": JANUARY},
            {"version": "2", "dated": JANUARY},
        ],
        [(0, []), (4, [1, 2, 3])],
    ),
    "the label of long ago is new again": (
        [{"version": "1"}, {"version": "2"}, {"version": "1"}],
        [(0, []), (1, []), (2, [])],
    ),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_versions_among_states(example: str) -> None:
    said, expected = EXAMPLES[example]
    versions = versions_of([read(number, **values) for number, values in enumerate(said)])
    at = [(int(v.read.state.blob, 16), [int(r.state.blob, 16) for r in v.folded]) for v in versions]
    assert at == expected
    assert [version.number for version in versions] == list(range(1, len(expected) + 1))
    assert [version.current for version in versions] == [False] * (len(expected) - 1) + [True]
    assert not any(version.edited for version in versions)


def test_what_stands_today_is_the_last_version_and_says_that_it_is_an_edit() -> None:
    reads = [read(0, version="1"), read(1, version="1"), read(2, version="1")]
    first, last = versions_of(reads)
    assert (last.read, last.folded, last.current, last.edited) == (
        reads[2],
        (reads[1],),
        True,
        True,
    )
    assert (first.current, first.edited) == (False, False)


def test_every_state_can_be_unfolded_again() -> None:
    reads = tuple(read(number, version=str(number // 3)) for number in range(8))
    assert Past(versions=versions_of(reads)).reads == reads


def test_no_states_are_no_versions() -> None:
    assert versions_of([]) == ()
