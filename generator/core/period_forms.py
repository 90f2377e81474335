"""What a period is: a stretch of time in the form in which a document names it.

"2014/15", "summer 2014" and "Year 1" are different promises, even where they
cover the same days, so a ``Period`` keeps its form beside its first and last
day. Columns are put in order, compared and checked for overlaps by these days;
pages show the form. Reading text is the work of ``periods``, writing it of
``period_format``.

The financial year of councils is 1 April to 31 March. Seasons are the
meteorological ones of the Met Office, winter being named by the year in which
it begins. That early, mid and late are thirds of a calendar year is this
register's own reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # first month of three
PARTS: Final = {"early": 1, "mid": 5, "late": 9}  # first month of four
DAYS_IN: Final = {  # for putting durations in order, and for nothing else
    "days": Decimal(1),
    "weeks": Decimal(7),
    "months": Decimal("30.4375"),
    "years": Decimal("365.25"),
}
MONTHS_IN: Final = {"months": Decimal(1), "years": Decimal(12)}  # exactly


class Form(StrEnum):
    """How a period is named."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_QUARTER = "financial quarter"
    SEASON = "season"
    PART_OF_YEAR = "part of year"
    YEAR = "year"
    FINANCIAL_YEAR = "financial year"
    SPAN = "span"
    PROJECT_YEAR = "project year"
    DURATION = "duration"
    ONGOING = "ongoing"
    EACH_YEAR = "each year"
    UNREADABLE = "unreadable"


_RANKS: Final = {Form.PROJECT_YEAR: 1, Form.DURATION: 2, Form.ONGOING: 3, Form.EACH_YEAR: 3}


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """A period of a document; equal to another of the same form and the same time.

    Attributes:
        form: how it is named; ``unreadable`` for a damaged print beside its reading.
        start: the first day; none for project years, durations and what has no end.
        end: the last day, which belongs to the period.
        number: 3 for "Year 3", 24 for "24 months".
        unit: of a duration: ``days``, ``weeks``, ``months`` or ``years``.
        first: of a span: the period it begins with.
        last: of a span: the period it ends with.
        printed: the text as typed, without a reading.
        reading: what a damaged or mislabelled print means.
        reading_reason: why it is read so.
    """

    form: Form
    start: date | None = None
    end: date | None = None
    number: Decimal | None = None
    unit: str = ""
    first: Period | None = None
    last: Period | None = None
    reading: Period | None = None
    reading_reason: str = field(default="", compare=False)
    printed: str = field(default="", compare=False)

    @property
    def meant(self) -> Period:
        """The reading where there is one, else the period itself."""
        return self.reading or self

    @property
    def sort_key(self) -> tuple[int, int, int, Decimal]:
        """Order in time. Only periods whose keys begin with the same number can be out of order.

        That number is 0 for periods with days, 1 for project years, 2 for durations
        (by length), 3 for ongoing ones, 4 for what cannot be read.
        """
        period = self.meant
        if period.start and period.end:
            return (0, period.start.toordinal(), period.end.toordinal(), Decimal(0))
        if period.first:
            return period.first.sort_key
        length = (period.number or Decimal(0)) * DAYS_IN.get(period.unit, Decimal(1))
        return (_RANKS.get(period.form, 4), 0, 0, length)

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day; never where one of them has no days."""
        one, two = self.meant, other.meant
        if not (one.start and one.end and two.start and two.end):
            return False
        return one.start <= two.end and two.start <= one.end


def day(when: date) -> Period:
    """One day."""
    return Period(form=Form.DAY, start=when, end=when)


def month(year: int, number: int) -> Period:
    """A calendar month, ``number`` from 1 to 12."""
    return _months(Form.MONTH, year, number, 1)


def quarter(year: int, number: int) -> Period:
    """A quarter of a calendar year: 1 is January to March."""
    return _months(Form.QUARTER, year, 3 * number - 2, 3)


def financial_quarter(year: int, number: int) -> Period:
    """A quarter of the financial year that begins in ``year``: 1 is April to June."""
    return _months(Form.FINANCIAL_QUARTER, year, 3 * number + 1, 3)


def season(name: str, year: int) -> Period:
    """A season; ``winter`` of 2014 is December 2014 to February 2015."""
    return _months(Form.SEASON, year, SEASONS[name], 3)


def part_of_year(name: str, year: int) -> Period:
    """``early`` (January to April), ``mid`` (May to August) or ``late`` of a calendar year."""
    return _months(Form.PART_OF_YEAR, year, PARTS[name], 4)


def calendar_year(year: int) -> Period:
    """1 January to 31 December."""
    return _months(Form.YEAR, year, 1, 12)


def financial_year(year: int) -> Period:
    """1 April of ``year`` to 31 March of the next."""
    return _months(Form.FINANCIAL_YEAR, year, 4, 12)


def project_year(number: int) -> Period:
    """``Year 3`` of a project, whenever it begins."""
    return Period(form=Form.PROJECT_YEAR, number=Decimal(number))


def duration(number: Decimal, unit: str) -> Period:
    """A length of time in ``days``, ``weeks``, ``months`` or ``years``."""
    return Period(form=Form.DURATION, number=number, unit=unit)


def span(first: Period, last: Period) -> Period:
    """From the first day of one period to the last day of another."""
    return Period(form=Form.SPAN, start=first.start, end=last.end, first=first, last=last)


def _months(form: Form, year: int, number: int, count: int) -> Period:
    """``count`` whole months; ``number`` may run past 12 into the next year."""
    after = number - 1 + count
    return Period(
        form=form,
        start=date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1),
        end=date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1),
    )
