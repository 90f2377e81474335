"""Net present value, internal rate of return and discounted return, from figures by year.

Two conventions are in use for the first year: the Green Book leaves it as it is (year 0), a
spreadsheet's NPV function discounts it too. A printed value agrees where one of the two gives
it. The Green Book's own rates are a second reading beside the printed one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.answers import Way, in_unit
from generator.audit.appraisal import (
    Flow,
    factor_at,
    internal_rate,
    later,
    present_span,
    present_value,
)
from generator.audit.findings import Working
from generator.audit.greenbook import SENSITIVITY, SENSITIVITY_BEYOND, STANDARD, scheduled
from generator.audit.precision import Span, span_of
from generator.audit.returns import Money
from generator.audit.series import YEAR, written
from generator.core.amounts import PERCENT, Amount, plain_number
from generator.core.money_format import format_amount
from generator.core.operands import resolve
from generator.core.problems import Fault
from generator.core.sums import QUOTIENT
from generator.core.words import ClaimKind

if TYPE_CHECKING:
    from generator.audit.series import Series
    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.relations import Relation

HUNDRED = Decimal(100)
CONVENTIONS = {0: "the first year not discounted", 1: "the first year discounted too"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """A discount rate: 0.045 for 4.5%.

    Attributes:
        span: what it may be, given how it is printed; one that the file types is exact.
        item: the figure that prints it, if any.
    """

    value: Decimal
    span: Span
    item: Item | None = None

    @property
    def text(self) -> str:
        """As a sentence writes it."""
        return format_amount(Amount(number=self.value * HUNDRED, unit=PERCENT))

    def is_green_book(self, net: Series) -> bool:
        """Whether the Green Book discounts all of these years at this rate."""
        first = STANDARD[0]
        return self.value == first.rate and net[-1].begins // YEAR <= (first.last or 0)


def rate_of(subject: Subject, relation: Relation | None) -> Rate | None:
    """The rate that a relation gives or names, else the one discount rate that the case prints."""
    if relation and relation.percent is not None:
        value = relation.percent / HUNDRED
        return Rate(value=value, span=Span(low=value, high=value))
    rates = [claim for claim in subject.case.claims if claim.claim is ClaimKind.DISCOUNT_RATE]
    known = {claim.value.meant.number for claim in rates}
    name = relation.percent_name if relation else None
    name = name or (rates[0].id if len(known) == 1 else None)
    found = resolve(subject.case, name, subject.others) if name else None
    if found is None or isinstance(found, Fault) or not found.single:
        return None
    item = found.items[0]
    number, span = item.amount.meant.number, span_of(item.amount)
    if number is None or span.low <= -HUNDRED:
        return None
    return Rate(
        value=number / HUNDRED,
        span=Span(low=span.low / HUNDRED, high=span.high / HUNDRED),
        item=item,
    )


def flows_of(series: Series) -> tuple[Flow, ...]:
    """The money of each period, and when it counts."""
    return tuple(each.flow for each in series)


def ways_of_npv(subject: Subject, net: Series, rate: Rate, published: Amount) -> tuple[Way, ...]:
    """The net present value in both conventions."""
    ways = []
    for years, words in CONVENTIONS.items():
        flows = later(flows_of(net), Decimal(years))
        value = present_value(flows, factor_at(rate.value))
        span = present_span(flows, factor_at(rate.span.high), factor_at(rate.span.low))
        divided = [_divided(rate.value, flow.time) for flow in flows]
        working = Working(steps=written(subject, net, divided), result=in_unit(value, published))
        says = f"{in_unit(value, published)} ({words})"
        ways.append(Way(words=words, value=value, span=span, says=says, working=working))
    return tuple(ways)


def _divided(rate: Decimal, time: Decimal) -> str:
    """``÷ 1.045²``; nothing for the first year."""
    return f"÷ {plain_number(1 + rate)}{_power(time)}" if time else ""


def _power(time: Decimal) -> str:
    """``²``; for parts of years ``^0.25``."""
    if time == 1:
        return ""
    whole = time == time.to_integral_value()
    return str(int(time)).translate(RAISED) if whole else f"^{plain_number(time)}"


def discounted(series: Series, rate: Rate) -> Money:
    """What a series of costs or benefits is worth today; the first year is not discounted.

    A return is the same in both conventions.
    """
    flows = flows_of(series)
    return Money(
        value=present_value(flows, factor_at(rate.value)),
        span=present_span(flows, factor_at(rate.span.high), factor_at(rate.span.low)),
    )


def way_of_irr(subject: Subject, net: Series, published: Amount) -> Way | None:
    """The internal rate of return; None where there is not just one."""
    flows = flows_of(net)
    value = internal_rate(flows)
    if value is None:
        return None
    lows = [Flow(time=flow.time, value=flow.span.low, span=flow.span) for flow in flows]
    highs = [Flow(time=flow.time, value=flow.span.high, span=flow.span) for flow in flows]
    finite = [e for e in (lows, highs) if not any(flow.value.is_infinite() for flow in e)]
    rates = (value, *map(internal_rate, finite))
    known = [QUOTIENT.multiply(rate, HUNDRED) for rate in rates if rate is not None]
    divided = [f"÷ (1 + rate){_power(flow.time)}" if flow.time else "" for flow in flows]
    percent = QUOTIENT.multiply(value, HUNDRED)
    result = f"0 where the rate is {in_unit(percent, published)}"
    return Way(
        words="",
        value=percent,
        span=Span(low=min(known), high=max(known)),
        says=in_unit(percent, published),
        working=Working(steps=written(subject, net, divided), result=result),
    )


def without_discounting(net: Series, published: Amount) -> str:
    """A sentence where the printed value is what the years come to undiscounted."""
    total = sum((each.value for each in net), Decimal(0))
    printed = span_of(published)
    if printed.low <= total <= printed.high:
        return "The printed figure is what the years come to without discounting."
    return ""


def by_the_green_book(net: Series, published: Amount) -> str:
    """What the years come to at the Green Book's rates, as a sentence; none for parts of years."""
    flows = flows_of(net)
    if any(flow.time != flow.time.to_integral_value() for flow in flows):
        return ""
    value = in_unit(_whole(present_value(flows, scheduled(STANDARD))), published)
    first = format_amount(Amount(number=STANDARD[0].rate * HUNDRED, unit=PERCENT))
    text = (
        f"At the Green Book's rates of February 2026, {first} a year at first, it would be {value}"
    )
    if max(flow.time for flow in flows) > SENSITIVITY_BEYOND:
        lower = in_unit(_whole(present_value(flows, scheduled(SENSITIVITY))), published)
        text += f", and {lower} at the lower rates of its second run"
    return f"{text}."


def _whole(number: Decimal) -> Decimal:
    """To the pound: no more is known of money so far ahead."""
    return number.to_integral_value()
