"""Payback and break-even: when what comes in has paid for what went out.

Figures by year say in which year that is, and no more; spread evenly over the year they say in
which month. A printed number of months agrees where it is that month, and a printed year where
it is that year. Months that fall into the right year alone differ by what figures by year cannot
tell; months that count only from a later day of the first year agree under that assumption.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.answers import Way, in_unit
from generator.audit.appraisal import first_paid_back, part_of_period, running_totals
from generator.audit.findings import Verdict, Working
from generator.audit.precision import ENDLESS, Span, span_of
from generator.audit.series import written
from generator.core.amounts import Amount, exactly
from generator.core.money_format import format_amount
from generator.core.period_format import format_period
from generator.core.period_forms import MONTHS_IN, Form
from generator.core.periods import parse_period
from generator.core.problems import Fault
from generator.core.sums import QUOTIENT

if TYPE_CHECKING:
    from generator.audit.series import Series
    from generator.audit.subject import Subject
    from generator.core.figures import Claim
    from generator.core.periods import Period


@dataclass(frozen=True, kw_only=True, slots=True)
class PaidBack:
    """When a series of years has paid back, as far as its figures say.

    Attributes:
        series: the net money by period.
        first: the number of the first period that it can be, given how the figures are rounded;
            None where all together do not pay back.
        last: the last that it can be; None where it may be after all of them.
        number: the one that it is as printed; None where all together do not pay back.
        months: from the beginning of the first period, the money spread evenly over each.
    """

    series: Series
    first: int | None
    last: int | None
    number: int | None
    months: Decimal | None

    @property
    def end(self) -> int:
        """The months from the beginning of the first period to the end of the last."""
        return self.series[-1].begins + self.series[-1].months

    @property
    def window(self) -> Span:
        """The months from the beginning of the first period within which it can be."""
        low = self.end if self.first is None else self.series[self.first].begins
        if self.last is None:
            return Span(low=Decimal(low), high=ENDLESS)
        last = self.series[self.last]
        return Span(low=Decimal(low), high=Decimal(last.begins + last.months))

    def says_later(self, months: Span | None, period: Period | None) -> bool:
        """Whether what is printed is after all of the periods."""
        if period is None:
            return months is not None and months.high > self.end
        days = [each.period.meant.end for each in self.series if each.period]
        if period.form is Form.PROJECT_YEAR:
            return _year_of(self.series, len(self.series) - 1) < (period.number or 0)
        return bool(period.start and all(day and day < period.start for day in days))

    def may_be(self, period: Period) -> bool:
        """Whether a printed period is, or shares a day with, one in which it can be."""
        if self.first is None:
            return False
        last = len(self.series) - 1 if self.last is None else self.last
        places = range(self.first, last + 1)
        if period.form is Form.PROJECT_YEAR:
            return any(_year_of(self.series, number) == period.number for number in places)
        near = (self.series[number].period for number in places)
        return any(period.overlaps(other) for other in near if other)


def _year_of(series: Series, number: int) -> Decimal:
    """Which year of the project a period is, counted from 1 unless the table counts otherwise."""
    first = series[0].period.meant if series[0].period else None
    counted = first.number if first and first.form is Form.PROJECT_YEAR else None
    return (Decimal(1) if counted is None else counted) + series[number].begins // 12


def paid_back(series: Series) -> PaidBack:
    """When the series has paid back."""
    values = [each.value for each in series]
    number = first_paid_back(values)
    months = None
    if number is not None:
        within = part_of_period(values, number) * series[number].months
        months = series[number].begins + max(within, Decimal(0))
    return PaidBack(
        series=series,
        first=first_paid_back([each.span.high for each in series]),
        last=first_paid_back([each.span.low for each in series]),
        number=number,
        months=months,
    )


def printed_period(claim: Claim) -> Period | None:
    """The period that a claim prints, as its value or beside it: ``Year 1``, ``Q2 2015/16``."""
    found = parse_period(claim.value.meant.printed) if claim.value.number is None else None
    if found is None or isinstance(found, Fault):
        return claim.context.period.meant if claim.context.period else None
    return found.meant


def printed_months(amount: Amount) -> Span | None:
    """The months that a print of months or years stands for; None where it has another unit."""
    scale = MONTHS_IN.get(amount.meant.unit.name)
    if scale is None or amount.meant.number is None:
        return None
    span = span_of(amount)
    return Span(low=span.low * scale, high=span.high * scale)


def verdict_of_months(printed: Span, found: PaidBack, *, dated: bool) -> tuple[Verdict, str]:
    """How a printed number of months came out, and what it takes for granted.

    Args:
        printed: the months.
        found: when it pays back by the figures.
        dated: whether the claim prints a period too, and the right one: then it is that period
            that says where the months begin.
    """
    window, start = found.window, found.series[0]
    if found.months is not None and printed.low <= found.months <= printed.high:
        return Verdict.AGREES, ""
    if window.meets(printed):
        return Verdict.ROUNDING, ""
    later = Span(low=window.low - start.months, high=window.high)
    if not later.meets(printed):
        return Verdict.DIFFERS, ""
    if dated:
        return Verdict.AGREES, ""
    name = format_period(start.period.meant) if start.period else "the first period"
    return Verdict.DIFFERS, f"The time is counted from a day within {name}, not from its beginning"


def way_of_months(subject: Subject, found: PaidBack, published: Amount) -> Way:
    """Paying back as a sum: what each period adds, up to the one that pays back."""
    number = found.number if found.number is not None else len(found.series) - 1
    period = found.series[number].period
    when = format_period(period.meant) if period else "the last period"
    total = running_totals([each.value for each in found.series])[number]
    result = f"{format_amount(exactly(total))} by the end of {when}"
    scale = MONTHS_IN.get(published.meant.unit.name, Decimal(1))
    value = None if found.months is None else QUOTIENT.divide(found.months, scale)
    if value is None:
        says = f"not paid back by the end of {when}"
    elif published.meant.number is None:
        says = f"in {when}, year {_year_of(found.series, number)} of the figures"
    else:
        says = in_unit(value, published)
        result = f"{result}, £0 after {says} if it comes evenly"
    steps = written(subject, found.series[: number + 1])
    working = Working(steps=steps, result=result)
    return Way(words="", value=value, span=found.window, says=says, working=working)
