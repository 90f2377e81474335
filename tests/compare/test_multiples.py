"""Figures on the scales that they may share: what is drawn together, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.compare.comparison import compare
from generator.compare.multiples import MOST_DRAWN, Multiples, multiples, scaled

if TYPE_CHECKING:
    from generator.compare.comparison import Comparison
    from tests.compare.conftest import Real

THEMES = (
    *("shared-services", "ict-and-automation", "adult-social-care-and-health", "waste"),
    *("highways-and-transport", "property-and-investment", "charging-and-income"),
    *("schools-and-school-transport", "libraries-and-communities", "advice-and-welfare-help"),
)


def found(theme: str, real: Real) -> tuple[Comparison, Multiples]:
    comparison = compare(real.on_theme(theme))
    return comparison, multiples(comparison, scaled(comparison))


@pytest.mark.parametrize("theme", THEMES)
def test_every_case_stands_in_exactly_one_place(theme: str, real: Real) -> None:
    comparison, held = found(theme, real)
    drawn = [side for on in held.scales for side in on.sides]
    placed = [*drawn, *held.crowded, *held.doubted, *held.alone, *held.without]
    assert sorted(side.place for side in placed) == [side.place for side in comparison.sides]


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_blocks_what_shares_a_scale_and_every_amount_lies_on_it(
    theme: str, real: Real
) -> None:
    for on in found(theme, real)[1].scales:
        assert compare(on.sides).scale == on.scale
        assert len(on.sides) <= MOST_DRAWN
        for side in on.sides:
            assert side.figure
            number = side.figure.amount.meant.number
            assert number is not None
            assert on.scale.least <= number <= on.scale.most


@pytest.mark.parametrize("theme", THEMES)
def test_where_there_are_several_scales_there_is_a_reason(theme: str, real: Real) -> None:
    comparison, held = found(theme, real)
    assert bool(held.why) != bool(comparison.scale)
    assert len(held.scales) < 2 or held.why


def test_a_panel_is_of_one_council_and_councils_that_may_share_a_scale_do(real: Real) -> None:
    held = found("shared-services", real)[1]
    assert [
        [(panel.council, len(panel.sides)) for panel in on.panels] for on in held.scales
    ] == [
        [("Cambridgeshire", 6)],
        [("Cambridgeshire", 1), ("Plymouth", 2)],
        [("Plymouth", 3)],
    ]  # fmt: skip
    for on in held.scales:
        for panel in on.panels:
            assert {side.council_name for side in panel.sides} == {panel.council}


def test_why_there_is_no_one_scale_is_said_without_who_says_what(real: Real) -> None:
    assert found("highways-and-transport", real)[1].why == (
        "Some papers describe their figure as something other than they call it",
    )


def test_amounts_on_waste_share_no_scale_at_all(real: Real) -> None:
    held = found("waste", real)[1]
    assert (held.scales, len(held.alone), held.without) == ((), 3, ())


def test_words_in_place_of_an_amount_are_named_and_not_drawn(real: Real) -> None:
    held = found("libraries-and-communities", real)[1]
    assert [side.figure.amount.printed for side in held.without if side.figure] == [
        side.figure.amount.printed
        for side in real.on_theme("libraries-and-communities")
        if side.figure and side.figure.amount.meant.number is None
    ]
    assert len(held.without) == 2


def test_a_picture_has_room_for_so_many_amounts_on_all_its_scales_together(real: Real) -> None:
    every = [real.side(path) for path in real.facts]
    comparison = compare(every)
    groups = scaled(comparison)
    held = multiples(comparison, groups)
    drawn = [len(on.sides) for on in held.scales]
    assert sum(len(group.sides) for group in groups) > MOST_DRAWN >= sum(drawn)
    assert {len(group.sides) for group in groups} >= set(drawn)
    assert held.crowded
    left = MOST_DRAWN - sum(drawn)
    crowded = {side.place for side in held.crowded}
    whole = [group for group in groups if {side.place for side in group.sides} <= crowded]
    assert sum(len(group.sides) for group in whole) == len(crowded)
    assert all(len(group.sides) > left for group in whole)
