"""What we make of a published figure, put beside it in a finding that rests on no sum of its own.

Such a finding says what a figure would be under another reading of it: a cost taken away and
not added, the last of several cumulative figures, a scale of thousands. The published figure
stays; ours and the difference stand beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, exactly

if TYPE_CHECKING:
    from generator.audit.findings import Tested
    from generator.core.amounts import Amount


def with_ours(tested: Tested, ours: Amount) -> Tested:
    """The finding of `tested` with `ours` as recomputed, and the difference where there is one."""
    if tested.finding is None or tested.finding.published is None:
        return tested
    published = tested.finding.published.meant
    difference = None
    if published.number is not None and ours.number is not None and published.unit == ours.unit:
        difference = exactly(EXACT.subtract(published.number, ours.number), ours.unit)
    finding = replace(tested.finding, recomputed=ours, difference=difference)
    return replace(tested, finding=finding)
