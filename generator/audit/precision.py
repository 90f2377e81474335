"""How exactly a printed figure is meant, and what that allows a sum to be.

£6.2m stands for anything from £6.15m to £6.25m, "over £300k" for anything above, "circa 2,700"
for something near it. A sum of such figures is itself something from here to there. Where the
printed figure and the sum can be the same, the print explains the difference; where they
cannot, the figures contradict each other. The arithmetic is that of intervals: ends are added,
or multiplied, and the more parts, the wider the sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, WHOLE, Qualifier
from generator.core.sums import QUOTIENT, SIGNIFICANT, Operation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.core.amounts import Amount, Unit
    from generator.core.figures import Table
    from generator.core.sums import Addend, Sum

HALF = Decimal("0.5")
ZERO, ONE = Decimal(0), Decimal(1)
ENDLESS = Decimal("Infinity")
UPWARDS = (Qualifier.AT_LEAST, Qualifier.OVER)
ENOUGH = 6  # numbers of one unit, so that their zeros are no chance
PRINTED: Mapping[str, Decimal] = MappingProxyType({})
DOWNWARDS = (Qualifier.UP_TO, Qualifier.UNDER)


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Everything from `low` to `high`, both included; either may be endless."""

    low: Decimal
    high: Decimal

    def meets(self, other: Span) -> bool:
        """Whether the two have anything in common, be it one end."""
        return self.low <= other.high and other.low <= self.high

    def overlaps(self, other: Span) -> bool:
        """Whether they have more in common than one end, or one is a number within the other."""
        if self.low == self.high or other.low == other.high:
            return self.meets(other)
        return self.low < other.high and other.low < self.high


def span_of(amount: Amount, *, rounded: bool = True, coarse: Decimal = ZERO) -> Span:
    """What a figure with a number may stand for.

    Args:
        amount: a figure; what counts is its reading where it has one.
        rounded: whether to allow for the rounding of its print, which "about" widens; else only
            for "over", "up to" and the ends of a range.
        coarse: what it is rounded to where that is coarser than its print; see ``coarseness``.
    """
    meant = amount.meant
    low = meant.number if meant.number is not None else ZERO
    high = meant.high if meant.high is not None else low
    half = EXACT.multiply(max(_last_digit(amount, rounded=rounded), coarse), HALF)
    return Span(
        low=-ENDLESS if meant.qualifier in DOWNWARDS else EXACT.subtract(low, half),
        high=ENDLESS if meant.qualifier in UPWARDS else EXACT.add(high, half),
    )


def is_whole(amount: Amount) -> bool:
    """Whether it counts what has no halves, to the last one: 9 cases are not 10 cases rounded."""
    meant = amount.meant
    exact = meant.qualifier is Qualifier.EXACT and meant.quantum == ONE
    return exact and meant.unit.name in WHOLE


def cut_off(amount: Amount) -> Span:
    """What an amount may stand for whose further digits were left away and not rounded."""
    span, worth = span_of(amount, rounded=False), amount.meant.quantum or ZERO
    if span.low < 0:
        return Span(low=EXACT.subtract(span.low, worth), high=span.high)
    return Span(low=span.low, high=EXACT.add(span.high, worth))


def _last_digit(amount: Amount, *, rounded: bool) -> Decimal:
    """What the last digit that is meant exactly is worth.

    Of "circa 2,700", printed to the unit, that is the 7; a print with decimals or thousands of
    its own, such as £1.0m, says itself how exact it is.
    """
    meant = amount.meant
    printed = meant.quantum or ZERO
    if not rounded:
        return ZERO
    if meant.qualifier is Qualifier.ABOUT and printed <= 1:
        return max(printed, _last_figure(meant.number))
    return printed


def _last_figure(number: Decimal | None) -> Decimal:
    """The worth of the last digit that is not 0: 100 for 2,700."""
    if not number:
        return ZERO
    exponent = number.normalize().as_tuple().exponent
    return ONE.scaleb(int(exponent)) if isinstance(exponent, int) and exponent > 0 else ZERO


def coarseness(table: Table) -> dict[Unit, Decimal]:
    """What all numbers of a table in one unit are rounded to, where that is coarser than the print.

    A table in thousands with 2,500, 4,400 and 600 in it was made from hundreds of thousands. Six
    numbers or more have to say so, each a multiple of the same power of ten; nought says nothing.
    """
    amounts = [amount.meant for _, _, amount in table.cells() if amount.meant.number]
    found: dict[Unit, Decimal] = {}
    for unit in {amount.unit for amount in amounts}:
        alike = [amount for amount in amounts if amount.unit == unit]
        coarse = min(_last_figure(amount.number) for amount in alike)
        printed = max(amount.quantum or ZERO for amount in alike)
        if len(alike) >= ENOUGH and coarse > max(printed, ONE):
            found[unit] = coarse
    return found


def span_of_sum(
    found: Sum, *, rounded: bool = True, coarse: Mapping[str, Decimal] = PRINTED
) -> Span:
    """What the parts of a sum may come to, given how exactly each is printed.

    Args:
        found: the sum.
        rounded: see ``span_of``.
        coarse: what parts are rounded to, by name, where that is coarser than their prints.
    """
    spans = [
        span_of(addend.item.amount, rounded=rounded, coarse=coarse.get(addend.item.name, ZERO))
        for addend in found.addends
    ]
    if found.operation is Operation.MULTIPLIED:
        return _product(found.addends, spans, found.constant)
    ends = [_times(span, addend.factor) for span, addend in zip(spans, found.addends, strict=True)]
    low, high = sum((e.low for e in ends), ZERO), sum((e.high for e in ends), ZERO)
    if found.operation is Operation.AVERAGED:
        count = Decimal(len(ends))
        return Span(low=low / count, high=high / count)
    return Span(low=low, high=high)


def _times(span: Span, factor: Decimal) -> Span:
    if factor == ONE:  # as nearly always
        return span
    if factor == 0:
        return Span(low=ZERO, high=ZERO)
    ends = (EXACT.multiply(span.low, factor), EXACT.multiply(span.high, factor))
    return Span(low=min(ends), high=max(ends))


def _product(addends: Sequence[Addend], spans: Sequence[Span], constant: Decimal) -> Span:
    """The product of the spans; one that divides and reaches 0 makes it endless."""
    result = Span(low=constant, high=constant)
    for addend, span in zip(addends, spans, strict=True):
        factor = _times(span, addend.factor)
        if addend.divides:
            if factor.low <= 0 <= factor.high:
                return Span(low=-ENDLESS, high=ENDLESS)
            factor = _inverse(factor)
        result = _spanned(result, factor)
    return Span(low=SIGNIFICANT.plus(result.low), high=SIGNIFICANT.plus(result.high))


def _spanned(one: Span, other: Span) -> Span:
    """From the smallest product of two ends to the largest."""
    ends = [_multiply(a, b) for a in (one.low, one.high) for b in (other.low, other.high)]
    return Span(low=min(ends), high=max(ends))


def _inverse(span: Span) -> Span:
    both = (span.low, span.high)
    ends = [ZERO if end.is_infinite() else QUOTIENT.divide(ONE, end) for end in both]
    return Span(low=min(ends), high=max(ends))


def _multiply(one: Decimal, other: Decimal) -> Decimal:
    return ZERO if ZERO in (one, other) else QUOTIENT.multiply(one, other)
