"""The single forms of a period, each with the way it is read.

A table at the end of this module lists every form that a document may use, as a
pattern beside the function that turns it into a ``Period``: the whole list can
be seen at once, and a new form is one line more. All text here is tidied and in
small letters.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from generator.core.cell_text import WORDING, nearest, quoted
from generator.core.period_faults import period_fault
from generator.core.period_format import format_period
from generator.core.period_forms import (
    DAYS_IN,
    PARTS,
    SEASONS,
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
)
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH_OF: Final = (
    {name: number for number, name in enumerate(_MONTHS, start=1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
    | {"sept": 9}
)
FIXED_WORDS: Final = dict.fromkeys(
    ("ongoing", "on-going", "recurring", "recurrent", "permanent"), Period(form=Form.ONGOING)
) | dict.fromkeys(
    (
        *("each year", "every year", "per year", "a year", "annual", "annually", "yearly"),
        *("per annum", "p.a.", "pa", "p/a"),
    ),
    Period(form=Form.EACH_YEAR),
)
_KNOWN_WORDS: Final = (*_MONTHS, *SEASONS, *PARTS, "quarter", *FIXED_WORDS)
_UNITS: Final = {"yr": "years", "mth": "months"} | {unit[:-1]: unit for unit in DAYS_IN}

# The pieces of which the forms below are made.
_YEAR: Final = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
_PAIR: Final = r"(?P<one>[0-9]{4}|[0-9]{2}) ?(?P<joint>[-/]) ?(?P<two>[0-9]{4}|[0-9]{2})"
_FY: Final = r"(?P<fy>fy ?|financial year )?"
_LENGTH: Final = r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,2})?)"
_QUARTER: Final = r"(?:q|quarter )(?P<quarter>[1-4])"
_EXPLAINED: Final = r"(?: \((?P<months>[a-z]+ to [a-z]+)(?: [0-9]{4})?\))?"


def read_one(plain: str) -> Period | Fault | None:
    """A single period; nothing where the text is in no known form."""
    return FIXED_WORDS.get(plain) or _first_of(_SINGLE, plain)


def read_day(plain: str) -> Period | Fault | None:
    """A day; nothing where the text is in no form of a day."""
    return _first_of(_DAYS, plain)


def mistyped(word: str, near: str) -> Fault:
    """The fault of a word that looks like a known one."""
    known = near.capitalize() if near in _MONTH_OF else near
    remedy = f"write “{known}” in place of {quoted(word)} if that is what is meant"
    return period_fault("period-word-mistyped", word, remedy)


def _first_of(
    forms: tuple[tuple[str, Callable[[re.Match[str]], Period | Fault | None]], ...], plain: str
) -> Period | Fault | None:
    """What the first form that fits the whole text makes of it."""
    for pattern, read in forms:
        match = re.fullmatch(pattern, plain)
        found = read(match) if match else None
        if found:
            return found
    return None


def _calendar_day(year: int | Fault, number: int, day_of_month: int) -> Period | Fault:
    """A day of the calendar, or the fault of one that it does not have."""
    if isinstance(year, Fault):
        return year
    try:
        return day(date(year, number, day_of_month))
    except ValueError:
        return period_fault("period-impossible-date", f"{day_of_month}/{number}/{year}")


def _read_named_day(match: re.Match[str]) -> Period | Fault | None:
    """``20 December 2013``, ``1st April 2018``, ``5th of Feb 2014``, ``13-Mar-14``."""
    number = _MONTH_OF.get(match["word"])
    if number is None:
        near = nearest(match["word"], _MONTHS, cutoff=WORDING)
        return mistyped(match["word"], near) if near else None
    return _calendar_day(_year(match["year"]), number, int(match["day"]))


def _read_numbered_day(match: re.Match[str]) -> Period | Fault:
    """``2013-12-20``, ``25/2/14``, ``25.02.2014``: the day first, but for the first of these."""
    return _calendar_day(_year(match["year"]), int(match["month"]), int(match["day"]))


def _read_quarter(match: re.Match[str]) -> Period | Fault | None:
    """``Q3 2014``, a calendar quarter, and ``Q2 2015/16``, one of a financial year."""
    number = int(match["quarter"])
    if "one" in match.groupdict():
        year = _financial(match)
        found = year if isinstance(year, Fault) else financial_quarter(year, number)
    else:
        year = _year(match["year"])
        found = year if isinstance(year, Fault) else quarter(year, number)
    if isinstance(found, Fault) or not match["months"]:
        return found
    return found if f"({match['months']}" in format_period(found).lower() else None


def _read_financial_year(match: re.Match[str]) -> Period | Fault | None:
    """``2017-18``, ``17/18``, ``FY 2014/15``, ``2017/2018``; not ``2014-2017``, which is a span."""
    if len(match["one"]) == 2 and len(match["two"]) == 4:
        return None
    if len(match["two"]) == 4 and match["joint"] == "-" and not match["fy"]:
        return _read_two_years(match["one"], match["two"])
    year = _financial(match)
    return year if isinstance(year, Fault) else financial_year(year)


def _read_two_years(one: str, two: str) -> Fault | None:
    """``2016-2017`` may be a financial year or two calendar years; others are spans."""
    if int(two) != int(one) + 1:
        return None
    remedy = f"write {one}/{two[2:]} for the financial year, or {one} to {two} for both years"
    return period_fault("period-ambiguous", f"{one}-{two}", remedy)


def _financial(match: re.Match[str]) -> int | Fault:
    """The year in which a financial year begins."""
    year = _year(match["one"])
    if isinstance(year, Fault):
        return year
    follows = f"{year + 1}".endswith(match["two"])
    return year if follows else period_fault("period-not-a-year", match[0])


def _read_word_and_year(match: re.Match[str]) -> Period | Fault | None:
    """``March 2014``, ``Summer 2014``, ``mid-2018``."""
    word, year = match["word"], _year(match["year"])
    if isinstance(year, Fault):
        return year
    if word in SEASONS:
        return season(word, year)
    if word in PARTS:
        return part_of_year(word, year)
    if word in _MONTH_OF:
        return _read_month(match, year)
    near = nearest(word, _KNOWN_WORDS, cutoff=WORDING)
    return mistyped(word, near) if near else None


def _read_month(match: re.Match[str], year: int) -> Period | Fault:
    """``March 2014`` and ``Mar-14``; ``March 14`` might be a day."""
    found = month(year, _MONTH_OF[match["word"]])
    if len(match["year"]) != 2 or "-" in match["joint"]:
        return found
    name = format_period(found)
    remedy = f"write {name} for the month; for a day write its year too"
    return period_fault("period-ambiguous", match[0], remedy)


def _read_winter(match: re.Match[str]) -> Period | Fault:
    """``Winter 2012/13``."""
    year = _financial(match)
    return year if isinstance(year, Fault) else season("winter", year)


def _read_calendar_year(match: re.Match[str]) -> Period | Fault:
    year = _year(match["year"])
    return year if isinstance(year, Fault) else calendar_year(year)


def _read_project_year(match: re.Match[str]) -> Period:
    return project_year(int(match["number"]))


def _read_duration(match: re.Match[str]) -> Period:
    return duration(Decimal(match["number"]), _UNITS[match["unit"]])


def _year(text: str) -> int | Fault:
    """A year of four digits from 1900 to 2099, or of two, which is one of this century."""
    digits = text.lstrip("'")
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    return year if FIRST_YEAR <= year <= LAST_YEAR else period_fault("period-year-range", text)


_DAYS: Final = (
    (
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]?(?P<word>[a-z]+)[.,]?[ -]?{_YEAR}",
        _read_named_day,
    ),
    (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", _read_numbered_day),
    (
        r"(?P<day>[0-9]{1,2})(?P<joint>[/.-])(?P<month>[0-9]{1,2})(?P=joint)(?P<year>[0-9]{4}|[0-9]{2})",
        _read_numbered_day,
    ),
)
_SINGLE: Final = (
    *_DAYS,
    (rf"{_QUARTER},? (?:of )?{_YEAR}{_EXPLAINED}", _read_quarter),
    (rf"{_QUARTER},? (?:of )?{_FY}{_PAIR}{_EXPLAINED}", _read_quarter),
    (rf"{_FY}{_PAIR} {_QUARTER}(?P<months>)", _read_quarter),
    (rf"winter (?:of )?{_PAIR}", _read_winter),
    (rf"{_FY}{_PAIR}", _read_financial_year),
    (r"(?P<year>[0-9]{4})", _read_calendar_year),
    (r"(?:year|yr) ?(?P<number>[0-9]{1,2})", _read_project_year),
    (rf"(?:over |for )?{_LENGTH}[ -]?(?P<unit>{'|'.join(_UNITS)})s?", _read_duration),
    (rf"(?P<word>[a-z]+)[.,]?(?: of)?(?P<joint> ?-? ?){_YEAR}", _read_word_and_year),
)
