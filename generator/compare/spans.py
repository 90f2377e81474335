"""How long the period of a figure is, and which years it is for: so that like stands with like.

£9 million over two years and £500,000 in one are not large and small. A figure that comes again
every year is for one year, whichever years its paper names.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from generator.audit.things import numbered
from generator.core.amounts import plain_number
from generator.core.period_format import format_period
from generator.core.period_forms import MONTHS_IN
from generator.core.periods import Form
from generator.core.words import Basis

if TYPE_CHECKING:
    from generator.core.figures import Context
    from generator.core.periods import Period

# What these bases count is a year's worth, whatever period stands beside it.
YEARLY: Final = {Basis.IN_YEAR, Basis.FULL_YEAR, Basis.RECURRING, Basis.INCREMENT}


def length_words(context: Context) -> str:
    """``1 year``, ``2 years``, ``9 months``, ``10 weeks``; empty where it is not stated."""
    if context.basis in YEARLY:
        return "1 year"
    period = context.period.meant if context.period else None
    months = months_of(period) if period else None
    if months is None:
        return _otherwise(period) if period else ""
    if months % 12 == 0:
        return numbered(int(months // 12), "year")
    if months == months.to_integral_value():
        return numbered(int(months), "month")
    return f"{plain_number(months)} months"


def _otherwise(period: Period) -> str:
    """The length of a period that is none of whole months: as printed, or in days."""
    if period.form is Form.DURATION:
        return format_period(period)
    if period.form is Form.DAY or period.start is None or period.end is None:
        return ""
    return numbered((period.end - period.start).days + 1, "day")


def months_of(period: Period) -> Decimal | None:
    """The length of a period in months; None where it has none, or not in whole months."""
    if period.form in (Form.PROJECT_YEAR, Form.EACH_YEAR):
        return Decimal(12)
    if period.form is Form.DURATION and period.number is not None and period.unit in MONTHS_IN:
        return period.number * MONTHS_IN[period.unit]
    if period.form is Form.SPAN and period.first and period.last and period.start is None:
        return _years_between(period.first, period.last)
    if period.start is None or period.end is None or period.form is Form.DAY:
        return None
    first, after = period.start, period.end + timedelta(days=1)
    if first.day != after.day:
        return None
    return Decimal(12 * (after.year - first.year) + after.month - first.month)


def year_words(context: Context) -> str:
    """The years a figure is for, such as ``2018/19``; empty where they are not stated."""
    period = context.period.meant if context.period else None
    return format_period(period) if period and period.start else ""


def _years_between(first: Period, last: Period) -> Decimal | None:
    """``Year 1 to Year 3`` are three years."""
    if first.number is None or last.number is None:
        return None
    return (last.number - first.number + 1) * 12
