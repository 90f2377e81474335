"""The discount rates of the Green Book, as data with their source and date.

HM Treasury's Green Book, as updated in February 2026, discounts by rates that fall with time, and
asks for a second run at lower rates where a proposal looks further than 50 years ahead. Council
papers are not bound by it and mostly print one rate of their own; this is a second reading beside
theirs and never in its place.

Source of the rates: Department for Transport, "Forthcoming change: Green Book updates", updated
16 April 2026, table "Green Book discount rates", columns "standard" and "additional sensitivity
test": gov.uk/government/publications/tag-forthcoming-changes/forthcoming-change-green-book-updates
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.appraisal import ONE, factor_at
from generator.core.sums import QUOTIENT

if TYPE_CHECKING:
    from generator.audit.appraisal import Factor

SENSITIVITY_BEYOND = 50  # years


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step of a schedule: the rate of each year up to `last`, counted from the current year.

    Attributes:
        last: the last year with this rate; None for all that follow.
        rate: 0.035 for 3.5%.
    """

    last: int | None
    rate: Decimal


def _schedule(*steps: tuple[int | None, str]) -> tuple[Step, ...]:
    return tuple(Step(last=last, rate=Decimal(rate)) for last, rate in steps)


STANDARD = _schedule(
    (30, "0.035"), (75, "0.03"), (125, "0.025"), (200, "0.02"), (300, "0.015"), (None, "0.01")
)
SENSITIVITY = _schedule(
    (30, "0.03"),
    (75, "0.0257"),
    (125, "0.0214"),
    (200, "0.0171"),
    (300, "0.0129"),
    (None, "0.0086"),
)


def scheduled(schedule: tuple[Step, ...]) -> Factor:
    """What a pound is worth that comes after so many years, year 0 being the current one.

    Each year is discounted at the rate of its own step, so that the factor falls without a jump.
    """

    def factor(time: Decimal) -> Decimal:
        worth, done = ONE, Decimal(0)
        for step in schedule:
            until = time if step.last is None else min(time, Decimal(step.last))
            if until > done:
                worth = QUOTIENT.multiply(worth, factor_at(step.rate)(until - done))
                done = until
        return worth

    return factor
