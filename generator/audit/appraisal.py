"""The arithmetic of appraisal: present values, rates of return and paying back.

Everything here is a function of plain numbers, years on the one side and money on the other, so
that it can be held against an independent library. Time is counted in years from the beginning
of the first period; what a year is worth today is a factor, whatever rates it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.audit.precision import Span
from generator.core.sums import QUOTIENT

Factor = Callable[[Decimal], Decimal]
ZERO, ONE, TWO = Decimal(0), Decimal(1), Decimal(2)
CLOSE_ENOUGH = Decimal("1e-15")
LARGEST = Decimal(2) ** 60  # a rate of return nearer to -100% than this has no meaning


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """The money of one period.

    Attributes:
        time: when it counts, in years from the beginning of the first period.
        value: what it is, as printed.
        span: what it may be, given how it is rounded.
    """

    time: Decimal
    value: Decimal
    span: Span


def factor_at(rate: Decimal) -> Factor:
    """What a pound is worth that comes after so many years, at one `rate` (0.035) throughout."""
    return lambda time: QUOTIENT.power(QUOTIENT.add(ONE, rate), -time)


def later(flows: Sequence[Flow], years: Decimal) -> tuple[Flow, ...]:
    """The same money, that many years later."""
    return tuple(Flow(time=flow.time + years, value=flow.value, span=flow.span) for flow in flows)


def present_value(flows: Sequence[Flow], factor: Factor) -> Decimal:
    """What the flows are worth today."""
    return sum((QUOTIENT.multiply(flow.value, factor(flow.time)) for flow in flows), ZERO)


def present_span(flows: Sequence[Flow], lower: Factor, upper: Factor) -> Span:
    """What they may be worth, given the rounding of each and rates from `lower` to `upper`."""
    lows, highs = ZERO, ZERO
    for flow in flows:
        ends = [
            QUOTIENT.multiply(money, factor(flow.time))
            for money in (flow.span.low, flow.span.high)
            for factor in (lower, upper)
        ]
        lows, highs = lows + min(ends), highs + max(ends)
    return Span(low=lows, high=highs)


def changes_of_sign(flows: Sequence[Flow]) -> int:
    """How often the money turns from going out to coming in, or back."""
    signs = [flow.value > 0 for flow in flows if flow.value]
    return sum(1 for one, other in pairwise(signs) if one is not other)


def internal_rate(flows: Sequence[Flow]) -> Decimal | None:
    """The rate at which the flows are worth nothing today; None where there is not just one.

    With one change of sign the value today, as a function of what a pound next year is worth,
    crosses nought once (Descartes' rule of signs), so that halving finds it.
    """
    if changes_of_sign(flows) != 1:
        return None
    begins = next(flow.value > 0 for flow in flows if flow.value)
    low, high = ZERO, ONE
    while (_worth(flows, high) > 0) is begins:
        low, high = high, high * TWO
        if high > LARGEST:
            return None
    while high - low > CLOSE_ENOUGH * high:
        middle = (low + high) / TWO
        low, high = (middle, high) if (_worth(flows, middle) > 0) is begins else (low, middle)
    return QUOTIENT.subtract(QUOTIENT.divide(ONE, high), ONE)


def _worth(flows: Sequence[Flow], next_year: Decimal) -> Decimal:
    """The value today where a pound next year is worth `next_year` (above 0)."""
    return sum(
        (QUOTIENT.multiply(flow.value, QUOTIENT.power(next_year, flow.time)) for flow in flows),
        ZERO,
    )


def running_totals(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """What each and all before it come to."""
    totals: list[Decimal] = []
    for value in values:
        totals.append((totals[-1] if totals else ZERO) + value)
    return tuple(totals)


def first_paid_back(values: Sequence[Decimal]) -> int | None:
    """The number, from 0, of the first period at whose end nothing is left to pay back."""
    totals = enumerate(running_totals(values))
    return next((number for number, total in totals if total >= 0), None)


def part_of_period(values: Sequence[Decimal], number: int) -> Decimal:
    """How much of period `number` passes until all is paid back, if its money comes evenly."""
    before = sum(values[:number], ZERO)
    return QUOTIENT.divide(-before, values[number]) if values[number] else ZERO
