"""Corrections of what was published: what was wrong, what is right, and why, for good.

A figure that was mended in silence leaves those who quoted it without a word. Where a version
says of itself that it corrects the one before, what it corrects is told for as long as the case
stands, however many versions come after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.changes.sentences import what_changed
from generator.core.naming import NO_CASES
from generator.core.words import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.changes.sentences import Sentence
    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A version that corrects the one before it.

    Attributes:
        at: which of the states it is, counted from 0.
        reason: the reason that it gives.
        sentences: what changed with it, each with what was and what is, money first.
    """

    at: int
    reason: str
    sentences: tuple[Sentence, ...]


def corrections(
    states: Sequence[Case], others: Mapping[str, Case] = NO_CASES
) -> tuple[Correction, ...]:
    """Every correction among the states of a case, which come the oldest first.

    A correction that a later state only repeats is told once. The first state corrects nothing
    that this register has seen. `others` are cases by path, for what their figures are called.
    """
    return tuple(
        Correction(at=at, reason=after.change.reason, sentences=what_changed(before, after, others))
        for at, (before, after) in enumerate(pairwise(states), start=1)
        if after.change
        and after.change.kind is ChangeKind.CORRECTION
        and after.change != before.change
    )
