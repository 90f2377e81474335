"""What a change comes to in all: the totals of a plan before and after, like with like.

What may be added up is decided in ``adding_up``, for this sheet as for the page of the plan. A
total that is the same on both sides is left out; where amounts of one sort have no total on a
side, the cases are counted there and nothing is claimed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.phrases import count, ended, measured, sentence
from generator.pages.proposed import REASONS, total_words

if TYPE_CHECKING:
    from generator.core.adding_up import AddedUp, Sort, Total

UNCLEAR = "Where there is no total, the papers leave open whether amounts are the same money."
LEFT_OUT = "Cases in no total"


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """Amounts of one sort, before and after.

    Attributes:
        what: what they measure.
        why: why there is no total on one side or both; empty where there is.
    """

    what: str
    before: str
    after: str
    why: str = ""


def effects(then: AddedUp, now: AddedUp) -> tuple[Effect, ...]:
    """The effect on the totals of a plan, which are for the year of the plan."""
    one, other = _by_sort(then), _by_sort(now)
    found = [
        _effect(measured(*sort), one.get(sort), other.get(sort))
        for sort in dict.fromkeys((*other, *one))
    ]
    left = (count(len(side.left_out), "case") for side in (then, now))
    found.append(Effect(what=LEFT_OUT, before=next(left), after=next(left)))
    return tuple(effect for effect in found if effect.before != effect.after)


def dropped(then: AddedUp, now: AddedUp) -> tuple[str, ...]:
    """Each case that was in a total and, though it is still there, is in none now, with why."""
    counted = {one.path for total in then.totals for one in total.ones}
    return tuple(
        f"“{left.one.title}” is in no total any more. {ended(REASONS[left.reason])}"
        for left in now.left_out
        if left.one.path in counted
    )


def _effect(what: str, before: Total | None, after: Total | None) -> Effect:
    unclear = any(total is not None and total.amount is None for total in (before, after))
    return Effect(
        what=sentence(what),
        before=_said(before),
        after=_said(after),
        why=UNCLEAR if unclear else "",
    )


def _said(total: Total | None) -> str:
    """``£1.2 million from 12 cases``, ``12 cases``, ``none``."""
    if total is None:
        return "none"
    number = count(len(total.ones), "case")
    if total.amount is None:
        return f"{number}, no total"
    return f"{total_words(total)} from {number}"


def _by_sort(found: AddedUp) -> dict[Sort, Total]:
    return {(total.measure, total.qualities): total for total in found.totals}
