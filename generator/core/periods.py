"""Periods and days: the one place that reads them, and the door to the rest.

Councils write "2017-18", "FY 14/15", "Q2 2015/16", "mid-2018" and "over 3
years". Each is read for what it says and nothing more: a year standing alone is
a calendar year, "2016 to 2017" is two of them, and what could be two things
("2016-2017") is a ``Fault`` that asks which. Years of two digits are 2000 to
2099. The records are in ``period_forms``, the writing in ``period_format``;
both can be imported from here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.core.cell_text import WORDING, nearest, quoted, split_reading, tidy
from generator.core.period_faults import CODES, period_fault
from generator.core.period_format import YearForm, format_day, format_period
from generator.core.period_forms import (
    Form,
    Period,
    calendar_year,
    day,
    duration,
    financial_quarter,
    financial_year,
    month,
    part_of_year,
    project_year,
    quarter,
    season,
    span,
)
from generator.core.period_text import FIXED_WORDS, mistyped, read_day, read_one
from generator.core.problems import Fault

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "CODES",
    "Form",
    "Period",
    "YearForm",
    "calendar_year",
    "day",
    "duration",
    "financial_quarter",
    "financial_year",
    "format_day",
    "format_period",
    "month",
    "parse_date",
    "parse_period",
    "part_of_year",
    "project_year",
    "quarter",
    "season",
    "span",
]

MAX_LENGTH: Final = 100
# What officers write for a period though it is the basis of a figure.
_BASES: Final = (
    *("one-off", "one off", "in year", "in-year", "full year", "full-year", "increment"),
    *("incremental", "cumulative", "over the plan"),
)


def parse_period(text: str) -> Period | Fault:
    """Read a period: ``2016/17``, ``Summer 2014``, or ``2015/17 (read 2016/17: reason)``.

    Returns:
        The period, or a fault with one of ``CODES``.
    """
    parts = split_reading(text)
    if parts is None:
        return _parse_alone(text)
    if not parts.meant:
        return period_fault("period-reading-form", text)
    if not parts.reason:
        return period_fault("period-reading-reason", text)
    meant, printed = _parse_alone(parts.meant), _parse_alone(parts.printed)
    if isinstance(meant, Fault):
        return meant
    if isinstance(printed, Fault):
        printed = Period(form=Form.UNREADABLE, printed=parts.printed)
    return replace(printed, reading=meant, reading_reason=parts.reason)


def parse_date(text: str) -> date | Fault:
    """Read a day: ``20 December 2013``, ``1st April 2018``, ``2013-12-20``, ``25/2/14``.

    Returns:
        The day, or the fault ``date-not-a-day``, ``period-impossible-date``,
        ``period-year-range`` or ``period-word-mistyped``.
    """
    found = read_day(tidy(text).lower()) if len(text) <= MAX_LENGTH else None
    if isinstance(found, Fault):
        return replace(found, read=quoted(text))
    if found is None or found.start is None:
        return period_fault("date-not-a-day", text)
    return found.start


def _parse_alone(text: str) -> Period | Fault:
    """A period without a reading."""
    plain = tidy(text).lower()
    if not plain.strip("-"):
        return period_fault("period-missing", text)
    found = _read(plain) if len(plain) <= MAX_LENGTH else None
    if isinstance(found, Period):
        return replace(found, printed=text.strip())
    if isinstance(found, Fault):
        return replace(found, read=quoted(text))
    return period_fault("period-unreadable", text)


@lru_cache(maxsize=1_000)  # the years of a plan stand in every table
def _read(plain: str) -> Period | Fault | None:
    """One period or two joined; nothing where the text is in no known form."""
    if plain in _BASES:
        return period_fault("period-is-basis", plain)
    found = read_one(plain) or _read_span(plain)
    near = (
        None if found or re.search("[0-9]", plain) else nearest(plain, FIXED_WORDS, cutoff=WORDING)
    )
    return mistyped(plain, near) if near else found


def _read_span(plain: str) -> Period | Fault | None:
    """Two periods joined by "to", "until" or a dash."""
    years = re.fullmatch(r"years ([0-9]{1,2}) ?(?:-|to) ?([0-9]{1,2})", plain)
    if years:
        return _join(f"year {years[1]}", f"year {years[2]}")
    for joint in (r" (?:to|until|till) ", r" - ", r"-"):
        pieces = re.split(joint, plain.removeprefix("from "))
        if len(pieces) == 2:
            return _join(pieces[0].strip(), pieces[1].strip())
    return None


def _join(before: str, after: str) -> Period | Fault | None:
    """A span; in "April to June 2014" the first takes the year of the second."""
    last = read_one(after)
    if not isinstance(last, Period):
        return last
    first = read_one(before) or read_one(f"{before} {after.rsplit(maxsplit=1)[-1]}")
    if not isinstance(first, Period):
        return first
    begin, end = first.sort_key, last.sort_key
    if begin[0] != end[0] or begin[0] > 1:
        return None  # no days and no years of a project: there is nothing between the two
    in_order = (begin[1] < end[1] and begin[2] < end[2]) or begin[3] < end[3]
    return span(first, last) if in_order else period_fault("period-order", before)
