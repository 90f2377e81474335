"""How the register writes a period: the GOV.UK way, in one place.

"7 November 2017", "2016/17", ranges with "to". Names of months come from babel,
so that another language is a matter of its locale. What is written here in the
usual form of a year, ``parse_period`` reads back as the same period. Style:
GOV.UK style guide, "Dates".
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from babel.dates import format_date

from generator.core.amounts import plain_number
from generator.core.period_forms import PARTS, SEASONS, Form, Period

if TYPE_CHECKING:
    from datetime import date

_LOCALE: Final = "en_GB"
_MOST_DAYS: Final = 10_000  # that are remembered as they were written: the same days come often
_DAY: Final = "d MMMM y"
_PATTERNS: Final = {Form.DAY: _DAY, Form.MONTH: "MMMM y", Form.QUARTER: "'Q'Q y", Form.YEAR: "y"}


class YearForm(StrEnum):
    """How a financial year is written on the site: one setting for all pages.

    With the longer form a span of two calendar years is written by its months,
    so that "2016 to 2017" is always the financial year.
    """

    SLASH = "2016/17"
    TO = "2016 to 2017"


def format_day(when: date) -> str:
    """``7 November 2017``."""
    return _date(when, _DAY)


def format_period(period: Period, *, year_form: YearForm = YearForm.SLASH) -> str:
    """The period for a page: ``2016/17``, ``Q3 2014 (July to September)``, ``3 years``.

    A reading is not shown: pages write the print and its reading side by side.
    An unreadable print comes back as it was printed.
    """
    short = _short(period, year_form)
    if period.start is None or period.end is None:
        return short
    if period.form is Form.QUARTER:
        return f"{short} ({_date(period.start, 'MMMM')} to {_date(period.end, 'MMMM')})"
    if period.form is Form.FINANCIAL_QUARTER:
        return f"{short} ({_date(period.start, 'MMMM')} to {_date(period.end, 'MMMM y')})"
    return short


def _short(period: Period, year_form: YearForm) -> str:
    """The period without an explanation behind it, as it stands in a span."""
    if period.first and period.last:
        return _span(period.first, period.last, year_form)
    if period.start:
        return _dated(period.form, period.start, year_form)
    number = plain_number(period.number) if period.number is not None else ""
    if period.form is Form.PROJECT_YEAR:
        return f"Year {number}"
    if period.form is Form.DURATION:
        return f"{number} {period.unit.removesuffix('s') if number == '1' else period.unit}"
    return period.printed if period.form is Form.UNREADABLE else period.form.value


def _dated(form: Form, start: date, year_form: YearForm) -> str:
    """A period with days, from its form and its first day."""
    if form in _PATTERNS:
        return _date(start, _PATTERNS[form])
    if form is Form.FINANCIAL_QUARTER:
        number = (start.month + 8) % 12 // 3 + 1
        begins = start.year if start.month > 3 else start.year - 1
        return f"Q{number} {_financial(begins, year_form)}"
    if form is Form.FINANCIAL_YEAR:
        return _financial(start.year, year_form)
    names = SEASONS if form is Form.SEASON else PARTS
    name = next(name for name, month in names.items() if month == start.month)
    return f"{name} {_financial(start.year, year_form) if name == 'winter' else start.year}"


def _span(first: Period, last: Period, year_form: YearForm) -> str:
    """Two periods joined by ``to``; months and days of one year name it once."""
    begin, end = _short(first, year_form), _short(last, year_form)
    same = first.form is last.form
    if same and first.form is Form.YEAR and year_form is YearForm.TO and first.start and last.end:
        return f"{_date(first.start, 'MMMM y')} to {_date(last.end, 'MMMM y')}"
    if same and first.form in (Form.MONTH, Form.DAY) and begin[-5:] == end[-5:]:
        begin = begin[:-5]
    return f"{begin}{' until ' if ' to ' in begin + end else ' to '}{end}"


def _financial(year: int, year_form: YearForm) -> str:
    """Two years that follow each other: ``2016/17``."""
    if year_form is YearForm.TO:
        return f"{year} to {year + 1}"
    return f"{year}/{(year + 1) % 100:02d}"


@lru_cache(maxsize=_MOST_DAYS)
def _date(when: date, pattern: str) -> str:
    return format_date(when, pattern, locale=_LOCALE)
