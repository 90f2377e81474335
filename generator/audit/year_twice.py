"""One year printed twice in a table: two rows or columns for it, and nothing that tells why.

Often one of the two is for a year beside it, and then the table has a gap. Which of the two
that is, the paper alone cannot say.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called, capital
from generator.audit.findings import Level, Where
from generator.audit.things import joined, remark
from generator.core.figures import Part
from generator.core.naming import describe
from generator.core.period_format import format_period
from generator.core.periods import Form, financial_year

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.figures import Axis, Table


def _year_twice(subject: Subject) -> Iterator[Tested]:
    for table in subject.case.tables:
        for axes in (table.rows, table.columns):
            dated = [axis for axis in axes if _is_headed_by_a_period(axis)]
            for alike in _alike(dated):
                yield _told(subject, table, alike, _left_out(dated))


def _is_headed_by_a_period(axis: Axis) -> bool:
    period = axis.context.period
    return axis.part is Part.ITEM and period is not None and period.printed.strip() == axis.label


def _alike(axes: Iterable[Axis]) -> Iterator[Sequence[Axis]]:
    """Those that are for one period and of which the same is true but for their lines."""
    found: dict[Hashable, list[Axis]] = defaultdict(list)
    for axis in axes:
        of = axis.context
        period = of.period.meant if of.period else None
        found[period, of.measure, of.unit, of.basis, of.qualities, of.source].append(axis)
    return (alike for alike in found.values() if len(alike) > 1)


def _left_out(axes: Iterable[Axis]) -> list[str]:
    """The financial years between the first and the last that none of `axes` is for."""
    periods = (axis.context.period.meant for axis in axes if axis.context.period)
    years = {
        period.start.year
        for period in periods
        if period.form is Form.FINANCIAL_YEAR and period.start is not None
    }
    between = range(min(years, default=0), max(years, default=0))
    return [format_period(financial_year(year)) for year in between if year not in years]


def _told(subject: Subject, table: Table, alike: Sequence[Axis], left_out: Sequence[str]) -> Tested:
    where = [Where(figure=describe(subject.case, f"{table.id}.{axis.id}")) for axis in alike]
    times = "twice" if len(alike) == 2 else f"{len(alike)} times"
    stands = f"{where[0].figure.text} stands {times} in “{table.title}”"
    ask = f", and is one of them for {left_out[0]}" if len(left_out) == 1 else ""
    return remark(
        "year-twice",
        Level.NOTE,
        where,
        title=capital(stands),
        explanation=f"{joined([capital(called(each)) for each in where])} are for the same "
        f"period, and nothing else in the table tells them apart.{_gap(left_out)}",
        question=f"{capital(stands)}. Which year is each of them for{ask}?",
    )


def _gap(left_out: Sequence[str]) -> str:
    if not left_out:
        return ""
    verb = "is" if len(left_out) == 1 else "are"
    return f" {joined(left_out)}, between the first year and the last, {verb} not there."


CHECKS = (
    Check(
        code="year-twice",
        family=Family.SCALE,
        title="A year that stands twice in a table",
        about="A table over the years has one row or column for each. Where two are headed with "
        "the same year, and nothing else tells them apart, one of them may be for another year.",
        formula="no two rows, and no two columns, for one period",
        speaks="Note wherever two rows or two columns of a table name the same period and agree "
        "in measure, unit and basis. A print that is read as another year is a damaged print.",
        run=_year_twice,
    ),
)
