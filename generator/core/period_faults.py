"""What an officer is told about a period or a day that cannot be read.

The wording of all faults of the period module stands together, so that it can
be read, judged and changed as one text, and so that the public list of codes is
made from the same lines. A code never changes: officers search for it.
"""

from __future__ import annotations

from typing import Final

from generator.core.cell_text import quoted
from generator.core.problems import Fault

_EXAMPLE: Final = "“2015/17 (read 2016/17: follows 2015/16)”"
_AS_PRINTED: Final = (
    f"if the document prints it so, put what it means beside it, as in {_EXAMPLE}; "
    "otherwise correct the slip"
)

_FORMS: Final = (
    "a period such as 2016/17, Q3 2014, summer 2014, mid 2016, March 2014, 20 December 2013, "
    "2014, Year 1, 3 years, ongoing, each year, or two of them joined by “to”"
)

# code: its meaning for the public list; what is expected; what to do
_WORDING: Final = {
    "period-missing": (
        "A period is left empty.",
        "a period such as 2016/17, March 2014 or Year 1",
        "write the period as the document gives it",
    ),
    "period-unreadable": (
        "What stands for a period is in none of the known forms.",
        _FORMS,
        _AS_PRINTED,
    ),
    "period-word-mistyped": (
        "A month, a season or another word for a time looks mistyped.",
        "a month, a season, early, mid, late, ongoing or each year",
        "",
    ),
    "period-not-a-year": (
        "A financial year joins two years that do not follow each other.",
        "two years that follow each other, as in 2015/16",
        f"for several years write, say, 2015/16 to 2016/17; {_AS_PRINTED}",
    ),
    "period-ambiguous": (
        "A period can be read in two ways.",
        "a period that can be read in one way only",
        "",
    ),
    "period-impossible-date": (
        "The calendar does not have this day.",
        "a day that the calendar has, the day before the month, as in 25/2/2014",
        _AS_PRINTED,
    ),
    "period-year-range": (
        "A year is too early or too late for a business case.",
        "a year from 1900 to 2099",
        _AS_PRINTED,
    ),
    "period-order": (
        "A period ends before it begins, or begins and ends with the same.",
        "the earlier period first, as in April 2018 to March 2019",
        _AS_PRINTED,
    ),
    "period-is-basis": (
        "A basis stands where a period should.",
        "a period such as 2016/17; how often a figure counts is its basis",
        "write this as the basis, and here the year or the years in which it falls",
    ),
    "period-reading-form": (
        "A reading beside a printed period lacks the meant period or its closing bracket.",
        f"the meant period, a colon and the reason, all in brackets, as in {_EXAMPLE}",
        "write the meant period after the word read and close the bracket at the end",
    ),
    "period-reading-reason": (
        "A reading beside a printed period gives no reason.",
        f"a colon and the reason behind the meant period, as in {_EXAMPLE}",
        "say in a few words how the document shows that this is meant",
    ),
    "date-not-a-day": (
        "A field for a day holds something else.",
        "a day such as 20 December 2013, 2013-12-20 or 20/12/2013",
        "write day, month and year, or leave the field out where the document gives no day",
    ),
}

CODES: Final = {code: meaning for code, (meaning, _, _) in _WORDING.items()}


def period_fault(code: str, text: str, remedy: str = "") -> Fault:
    """The fault of a code about ``text``; ``remedy`` in place of the usual one."""
    _, expected, usual = _WORDING[code]
    return Fault(code=code, read=quoted(text), expected=expected, remedy=remedy or usual)
