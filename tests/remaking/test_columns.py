"""What lists show of the cases comes back as it was put in, whichever cases come, change and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.remaking.columns import Columns, digest_of_value, digests_of, plan_of
from generator.remaking.kept import KEPT
from generator.site.digest import digest
from generator.site.packing import pack
from generator.site.packs import Packs

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CASES = [f"{council}/{year}/{slug}" for council in "ab" for year in "12" for slug in "xyz"]
# Each step: of some cases, what their values say from then on; None is a case that goes.
STEPS = st.lists(
    st.dictionaries(st.sampled_from(CASES), st.none() | st.integers(0, 2), min_size=1), max_size=5
)


def pieces(path: str, says: int) -> tuple[bytes, ...]:
    """Values of which every other one is the same whatever is said."""
    return tuple(pack((path, number, says * (number % 2))) for number in range(len(KEPT)))


@given(steps=STEPS)
def test_each_value_is_the_one_last_put_in(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, int | None]]
) -> None:
    held: dict[str, tuple[bytes, ...]] = {}
    with Packs(tmp_path_factory.mktemp("packs") / "packs-0") as packs:
        places: dict[str, bytes] = {}
        for step in steps:
            new = {path: pieces(path, says) for path, says in step.items() if says is not None}
            held = {path: now for path, now in held.items() if path not in step} | new
            plans = {plan_of(path) for path in held}
            columns = Columns(packs, places)
            columns.keep(plans)
            for plan in {plan_of(path) for path in new}:
                of_plan = {path: now for path, now in new.items() if plan_of(path) == plan}
                columns.put(plan, of_plan, [path for path in held if plan_of(path) == plan])
            places = Columns(packs, columns.places).places
            for path, own in held.items():
                found = [pack(columns.value(path, number)) for number in range(len(KEPT))]
                assert found == list(own)


def test_a_column_in_which_nothing_has_changed_stays_where_it_is(tmp_path: Path) -> None:
    with Packs(tmp_path / "packs-0") as packs:
        columns = Columns(packs, {})
        columns.put("a/1", {"a/1/x": pieces("a/1/x", 1), "a/1/y": pieces("a/1/y", 1)}, CASES[:2])
        before, end = columns.places["a/1"], packs.end
        columns.put("a/1", {"a/1/x": pieces("a/1/x", 1)}, CASES[:2])
        assert (columns.places["a/1"], packs.end) == (before, end)
        columns.put("a/1", {"a/1/x": pieces("a/1/x", 2)}, CASES[:2])
        assert columns.places["a/1"] != before


def test_the_digests_of_values_stand_in_turn() -> None:
    own = pieces("a/1/x", 1)
    told = [digest_of_value(digests_of(own), number) for number in range(len(KEPT))]
    assert told == [digest(one) for one in own]
