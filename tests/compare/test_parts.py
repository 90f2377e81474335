"""Parts of figures by year, where whole figures have no common scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.compare.parts import parts_alike

if TYPE_CHECKING:
    from tests.compare.conftest import Real

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
THEIRS = "peterborough/2019-20/shared-services-savings"
EARLIER = "cambridgeshire/2018-19/c-r-6-101-shared-services"


def test_only_the_part_for_the_same_year_is_set_beside_a_figure(real: Real) -> None:
    """£500k for 2019/20 stands beside the £4.5m of 2019/20, not that of 2020/21 nor the £9.0m."""
    (found,) = parts_alike(real.side(OURS), real.side(THEIRS))
    assert [side.figure.name for side in found.sides if side.figure] == [
        "headline",
        "headline.splits.2019-20",
    ]
    assert found.scale


@pytest.mark.parametrize(("one", "other"), [(OURS, EARLIER), (EARLIER, THEIRS)])
def test_nothing_is_taken_apart_where_the_whole_has_a_scale_or_no_year_is_the_same(
    real: Real, one: str, other: str
) -> None:
    assert parts_alike(real.side(one), real.side(other)) == ()
    assert parts_alike(real.side(other), real.side(one)) == ()
