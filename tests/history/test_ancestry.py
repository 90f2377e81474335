"""Whether one commit is built on another: as git says it, for histories of any shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.history.ancestry import Ancestry

if TYPE_CHECKING:
    from collections.abc import Mapping

Parents = dict[str, tuple[str, ...]]


@st.composite
def histories(draw: st.DrawFn) -> Parents:
    """Commits that are built on any of those before them; the last brings all lines together."""
    found: Parents = {}
    for number in range(draw(st.integers(1, 14))):
        some = st.lists(st.sampled_from([*found] or ["-"]), max_size=3, unique=True)
        found[str(number)] = tuple(draw(some)) if found else ()
    built_on = {parent for several in found.values() for parent in several}
    found["last"] = tuple(each for each in found if each not in built_on)
    return found


def is_below(parents: Mapping[str, tuple[str, ...]], later: str, earlier: str) -> bool:
    """The same in the plainest way."""
    return later == earlier or any(is_below(parents, each, earlier) for each in parents[later])


@given(histories())
def test_it_is_as_going_back_one_by_one_would_tell(parents: Parents) -> None:
    ancestry = Ancestry(parents)
    for later in parents:
        for earlier in parents:
            assert ancestry.is_built_on(later, earlier) is is_below(parents, later, earlier)


def test_of_what_is_not_known_nothing_is_claimed() -> None:
    assert Ancestry({}).is_built_on("a", "b")
    assert Ancestry({"a": ()}).is_built_on("a", "b")
