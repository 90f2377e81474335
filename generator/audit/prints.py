"""Damaged prints and years that do not exist: what stands in the document, and how it is read.

A copy loses a digit, a hand types a stroke too many, a table heads a column 2021/23. Sums are
made with what is meant; the reader is told what is printed, why it is read otherwise, and
whether the document's own sums bear that out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called, capital
from generator.audit.findings import Level, Where
from generator.audit.readings import Read, borne_out, is_bare_ratio, is_scale, read_figures
from generator.audit.things import remark, thing
from generator.core.money_format import format_amount
from generator.core.naming import describe, singles
from generator.core.period_format import format_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.periods import Period

TWO_YEARS = re.compile(r"(?:fy ?)?(?:20)?(\d\d) ?[-/–] ?(?:20)?(\d\d)", re.IGNORECASE)
DIGITS_AND_STROKES = re.compile(r"(?:fy ?|q[1-4] ?)?[\d/.,–-][\d /.,–-]*", re.IGNORECASE)
LOST = "The print is damaged or mislabelled, and our reading of it is what is meant"


def _damaged(subject: Subject) -> Iterator[Tested]:
    for read in read_figures(subject):
        if not is_scale(read.times) and not is_bare_ratio(read):
            yield _damaged_figure(subject, read)
    for where, period in _read_periods(subject):
        damaged = DIGITS_AND_STROKES.fullmatch(period.printed.strip())
        if damaged and not is_no_year(period.printed):
            yield _damaged_period(where, period)


def _damaged_figure(subject: Subject, read: Read) -> Tested:
    borne = borne_out(subject, [read.name])
    reading = format_amount(read.amount.meant)
    printed = f"“{read.amount.printed}”"
    return remark(
        "damaged-print",
        Level.ERROR if borne.proven else Level.WARNING,
        (read.where,),
        title=f"{capital(read.where.figure.text)} is printed as {printed} and read as {reading}",
        explanation=f"{capital(called(read.where))}, is printed as {printed}. It is read as "
        f"{reading}: {read.amount.reading_reason}. {borne.text}".strip(),
        question=f"{capital(called(read.where))}, is printed as {printed}. Is {reading} meant?",
        assumption="" if borne.proven else LOST,
    )


def _damaged_period(where: Where, period: Period) -> Tested:
    printed, meant = f"“{period.printed}”", format_period(period.meant)
    return remark(
        "damaged-print",
        Level.WARNING,
        (where,),
        title=f"{capital(_placed(where, printed))} is read as {meant}",
        explanation=f"{capital(called(where))}, prints {printed} where a period is named. It is "
        f"read as {meant}: {period.reading_reason}.",
        question=f"{capital(called(where))}, prints {printed}. Is {meant} meant?",
        assumption=LOST,
    )


def _placed(where: Where, printed: str) -> str:
    """The print of a period with what it stands with: ``“2021/23” in “Costs”``."""
    if where.figure.text != printed:
        return f"the period {printed} of {where.figure.text}"
    return f"{printed} in “{where.figure.within}”"


def is_no_year(printed: str) -> bool:
    """Whether a print has the form of a financial year, with years that do not follow on."""
    found = TWO_YEARS.fullmatch(printed.strip())
    return found is not None and (int(found[1]) + 1) % 100 != int(found[2])


def _no_such_year(subject: Subject) -> Iterator[Tested]:
    for where, period in _read_periods(subject):
        if is_no_year(period.printed):
            printed, meant = f"“{period.printed}”", format_period(period.meant)
            yield remark(
                "no-such-year",
                Level.WARNING,
                (where,),
                title=f"{capital(_placed(where, printed))} is no financial year; it is read as "
                f"{meant}",
                explanation=f"{capital(called(where))}, prints {printed}. A financial year joins "
                f"two years that follow each other. It is read as {meant}: "
                f"{period.reading_reason}.",
                question=f"{capital(called(where))}, prints {printed}. Which year is meant?",
                assumption=f"{meant} is what is meant",
            )


def _read_periods(subject: Subject) -> Iterator[tuple[Where, Period]]:
    """Each period with a reading, and what it stands with: a row, a column, a figure, a step."""
    case = subject.case
    axes = [(t, axis) for t in case.tables for axis in (*t.rows, *t.columns)]
    for table, axis in axes:
        period = axis.context.period
        if period and period.reading:
            yield Where(figure=describe(case, f"{table.id}.{axis.id}")), period
    for single in singles(case):
        period = single.context.period
        if period and period.reading:
            yield Where(figure=single), period
    for number, step in enumerate(case.milestones, start=1):
        if step.when and step.when.reading:
            text = f"the milestone “{step.milestone}”"
            yield thing(subject, f"milestones.{number}", text, step.context.lines), step.when


CHECKS = (
    Check(
        code="no-such-year",
        family=Family.SCALE,
        title="A year that does not exist",
        about="A financial year runs from April to March and is named by two years that follow "
        "each other. A heading such as 2021/23 names none.",
        formula="second year = first year + 1",
        speaks="Warning wherever a period has the form of a financial year and its two years do "
        "not follow each other; which year is meant is our reading.",
        run=_no_such_year,
    ),
    Check(
        code="damaged-print",
        family=Family.SCALE,
        title="A damaged print",
        about="Where a figure or a period has lost or gained a sign, the register keeps what is "
        "printed and says what it is read as, with the reason. Sums use the reading. A number "
        "that is written as a word is not damaged.",
        formula="a sum that agrees with the reading and not with the print proves the reading",
        speaks="Error where a sum that the document sets out agrees with the reading and not with "
        "the print. Warning where only our reading says what is meant.",
        run=_damaged,
    ),
)
