"""The rows behind the charts of a council's year: how its total comes about, and from what amounts.

The steps lead from nothing to the total, one for each committee, or one for each case where the
papers name no committee. The strips show every amount of the total by theme; since a case may
stand on several themes, strips are looked at beside each other and never added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.adding_up import sum_of
from generator.core.amounts import EXACT
from generator.core.case_amounts import pounds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from generator.compare.year import CouncilYear, Part
    from generator.core.adding_up import Total
    from generator.core.case_amounts import CaseAmount

MOST_STEPS = 12  # of more a reader follows none
ZERO = EXACT.create_decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step to the total.

    Attributes:
        key: the committee, or the path of the case.
        start: what all steps before come to; `end` with this one.
    """

    key: str
    cases: tuple[CaseAmount, ...]
    amount: Decimal
    start: Decimal
    end: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Steps:
    """How a total comes about, the largest step first."""

    total: Total
    amount: Decimal
    by_committee: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Strip:
    """The amounts of one theme, the smallest first."""

    theme: str
    cases: tuple[CaseAmount, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Strips:
    """The amounts of a total by theme, the theme with the largest amount first."""

    total: Total
    strips: tuple[Strip, ...]


def year_steps(year: CouncilYear) -> Steps | None:
    """The steps to the total of most cases; None where there is none, or nothing to follow."""
    total = next(iter(year.whole.totals), None)
    if total is None or total.amount is None:
        return None
    named = all(part.key for part in year.by_committee if _of(part, total))
    keys = (
        [(part.key, _of(part, total)) for part in year.by_committee]
        if named
        else [(one.path, (one,)) for one in total.ones]
    )
    steps = tuple(_in_row((key, ones) for key, ones in keys if ones))
    if not 1 < len(steps) <= MOST_STEPS:
        return None
    return Steps(total=total, amount=total.amount, by_committee=named, steps=steps)


def year_strips(year: CouncilYear) -> Strips | None:
    """The amounts of the same total by theme; None for fewer than two themes, or one case."""
    total = next(iter(year.whole.totals), None)
    if total is None or len(total.ones) < 2:
        return None
    found = (
        Strip(theme=part.key, cases=tuple(sorted(ones, key=lambda one: (pounds(one), one.path))))
        for part in year.by_theme
        if (ones := _of(part, total))
    )
    strips = tuple(sorted(found, key=lambda strip: (-pounds(strip.cases[-1]), strip.theme)))
    return Strips(total=total, strips=strips) if len(strips) > 1 else None


def _of(part: Part, total: Total) -> tuple[CaseAmount, ...]:
    """The cases of a part that are in the total."""
    held = {one.path for one in total.ones}
    return tuple(one for each in part.added.totals for one in each.ones if one.path in held)


def _in_row(keys: Iterable[tuple[str, tuple[CaseAmount, ...]]]) -> list[Step]:
    """The steps one after the other, the largest first."""
    sums = [(key, ones, sum_of(ones)) for key, ones in keys]
    steps: list[Step] = []
    for key, ones, amount in sorted(sums, key=lambda step: (-step[2], step[0])):
        start = steps[-1].end if steps else ZERO
        end = EXACT.add(start, amount)
        steps.append(Step(key=key, cases=ones, amount=amount, start=start, end=end))
    return steps
