"""Return on investment: what is gained held against what is paid, in both of its readings.

Some papers divide what is left after costs by the costs, others all that is gained; some do it
for the whole period, others for a year of it. Each is a return on investment, and the printed
one agrees where one of them gives it. With a discount rate the same is done with present values.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.answers import Way, in_unit
from generator.audit.findings import Step, Working
from generator.audit.precision import Span
from generator.audit.working import shown
from generator.core.amounts import PERCENT, exactly
from generator.core.money_format import format_amount
from generator.core.sums import QUOTIENT

if TYPE_CHECKING:
    from generator.audit.findings import Where
    from generator.core.amounts import Amount

NET, GROSS, YEARLY = "net over cost", "benefit over cost", "a year"
NOUGHT, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)


@dataclass(frozen=True, kw_only=True, slots=True)
class Money:
    """Pounds that a return is made of.

    Attributes:
        value: how many.
        span: how many it may be, given how they are rounded.
        where: the one figure they stand on; None where they are added up from several.
    """

    value: Decimal
    span: Span
    where: Where | None = None


def ways_of_return(
    gained: Money, paid: Money, published: Amount, *, is_net: bool = False, years: int = 1
) -> tuple[Way, ...]:
    """Every reading of a return on investment; none where it is not sure that something is paid.

    Args:
        gained: what is gained.
        paid: what is paid for it, as a positive number.
        published: the claim, whose unit the results have: a percentage, or a bare ratio.
        is_net: whether `paid` is already taken off `gained`.
        years: how many years both are for; of more than one, the return a year is a reading too.
    """
    if paid.span.low <= 0:
        return ()
    added = {NET: NOUGHT, GROSS: ONE} if is_net else {NET: -ONE, GROSS: NOUGHT}
    return tuple(
        _way(words, steps, _ratio(gained, paid, more, over), published)
        for words, more in added.items()
        for over in dict.fromkeys((1, years))
        for words, steps in [_on_paper(words, gained, paid, more, over)]
    )


def _ratio(gained: Money, paid: Money, more: Decimal, over: int) -> tuple[Decimal, Span]:
    """Pounds gained for each pound paid, `more` pounds added, and a year's part of it."""

    def a_year(gain: Decimal, cost: Decimal) -> Decimal:
        # Of a cost that may be without end nothing is known but that it may make the return nought.
        each = NOUGHT if cost.is_infinite() else QUOTIENT.divide(gain, cost)
        return QUOTIENT.divide(each + more, Decimal(over))

    ends = [
        a_year(gain, cost)
        for gain in (gained.span.low, gained.span.high)
        for cost in (paid.span.low, paid.span.high)
    ]
    return a_year(gained.value, paid.value), Span(low=min(ends), high=max(ends))


def _on_paper(
    words: str, gained: Money, paid: Money, more: Decimal, over: int
) -> tuple[str, tuple[Step, ...]]:
    """What the reading is called, and its sum: ``(gained - paid) / paid / 3 years``."""
    gain, cost = _pounds(gained.value), _pounds(paid.value)
    if more:
        sign = "+" if more > 0 else "−"
        steps = [Step(sign="", text=f"({gain}", where=gained.where)]
        steps.append(Step(sign=sign, text=f"{cost})", where=paid.where))
    else:
        steps = [Step(sign="", text=gain, where=gained.where)]
    steps.append(Step(sign="÷", text=cost, where=paid.where))
    if over == 1:
        return words, tuple(steps)
    steps.append(Step(sign="÷", text=f"{over} years"))
    return f"{words}, {YEARLY}", tuple(steps)


def _way(
    words: str, steps: tuple[Step, ...], ratio: tuple[Decimal, Span], published: Amount
) -> Way:
    by = HUNDRED if published.meant.unit == PERCENT else ONE
    value, span = QUOTIENT.multiply(ratio[0], by), ratio[1]
    return Way(
        words=words,
        value=value,
        span=Span(low=QUOTIENT.multiply(span.low, by), high=QUOTIENT.multiply(span.high, by)),
        says=f"{in_unit(value, published)} ({words})",
        working=Working(steps=steps, result=in_unit(value, published)),
    )


def _pounds(number: Decimal) -> str:
    return format_amount(exactly(shown(number)))
