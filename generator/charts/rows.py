"""What of a finance table can be drawn: which rows, over which periods, on which one scale.

A chart says more than its table only where figures of one unit follow each other in time,
and it misleads where amounts of single years stand beside amounts added up over years. So
a table gives the rows that can share a scale, and every row left out says why. What was
printed is drawn as it is read; what is no plain figure (withheld, blank, "up to") has no
bar and is said in words in its place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.core.amounts import POUNDS, Qualifier
from generator.core.figures import Part
from generator.core.periods import Form
from generator.core.totals import TOTALS
from generator.core.words import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from generator.core.amounts import Amount, Unit
    from generator.core.figures import Axis, Context, Table
    from generator.core.periods import Period

LARGEST = 10**15  # beyond it a length is no longer exact, and no council has such amounts
MOST = 4  # series on one chart (Government Analysis Function, "Data visualisation: charts")
PLAIN = (Part.ITEM, *TOTALS)
TIMED = {
    *(Form.FINANCIAL_YEAR, Form.YEAR, Form.QUARTER, Form.FINANCIAL_QUARTER, Form.MONTH),
    Form.PROJECT_YEAR,
}


class Scale(StrEnum):
    """What amounts must have in common to stand on one scale."""

    YEAR = "amounts of single periods"
    FULL_YEAR = "what a full year brings"
    INCREMENT = "amounts on top of the period before"
    CUMULATIVE = "amounts added up over the periods so far"
    WHOLE = "amounts over the whole plan"


SCALES = {
    Basis.FULL_YEAR: Scale.FULL_YEAR,
    Basis.INCREMENT: Scale.INCREMENT,
    Basis.CUMULATIVE: Scale.CUMULATIVE,
    Basis.OVER_THE_PLAN: Scale.WHOLE,
}


class Reason(StrEnum):
    """Why a row of a table is not drawn."""

    UNIT = "it counts something else"
    SCALE = "it counts differently over time"
    EMPTY = "it has no figures for these periods"
    PART = "the total is drawn alone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """A row (or column) to draw: one amount for each period, and what is true of all of them."""

    axis: Axis
    context: Context
    amounts: tuple[Amount, ...]

    @property
    def scale(self) -> Scale:
        """What its amounts are, over time."""
        return SCALES.get(self.context.basis or Basis.NOT_STATED, Scale.YEAR)

    @property
    def unit(self) -> Unit:
        """What it counts: that of its first plain figure."""
        units = (amount.meant.unit for amount in self.amounts if number_of(amount) is not None)
        return next(units, POUNDS)

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The length of each bar, in whole units; None where a cell counts something else."""
        unit = self.unit
        return tuple(
            number_of(amount) if amount.meant.unit == unit else None for amount in self.amounts
        )

    @property
    def is_total(self) -> bool:
        """Whether it is what the others come to."""
        return self.axis.part in TOTALS


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """What a chart of a table shows.

    Attributes:
        periods: one after the other without a gap; two or more.
        series: `MOST` at most, all of one unit and one scale, in the order of the table.
        left_out: the labels of other rows, each with the reason.
        cumulative: of the rows left out, the one that adds up over the same periods, if one does.
    """

    table: Table
    periods: tuple[Period, ...]
    series: tuple[Series, ...]
    left_out: tuple[tuple[str, Reason], ...]
    cumulative: Series | None = None


def number_of(amount: Amount) -> Decimal | None:
    """The length of a bar: a plain figure as it is read; None for a range, "up to", words."""
    meant = amount.meant
    plain = meant.qualifier in (Qualifier.EXACT, Qualifier.ABOUT) and meant.high is None
    if meant.number is None or not plain:
        return None
    return meant.number if meant.number.copy_abs() < LARGEST else None


def chart_rows(table: Table) -> Rows | None:
    """What can be drawn of a table; None where a chart would say nothing, or mislead."""
    if any(axis.part not in PLAIN for axis in (*table.rows, *table.columns)):
        return None
    across, down = following(table.columns), following(table.rows)
    if not across and not down:
        return None
    periods = tuple(p for axis in across or down if (p := axis.context.period))
    every = tuple(_across(table, across) if across else _down(table, down))
    chosen, left_out = _one_scale(every)
    chosen, parts = _not_too_many(chosen)
    if not any(_speaks(series) for series in chosen):
        return None
    left_out += [(series.axis.label, Reason.PART) for series in parts]
    return Rows(
        table=table,
        periods=periods,
        series=tuple(chosen),
        left_out=tuple(left_out),
        cumulative=_cumulative(every, chosen),
    )


def _cumulative(every: Sequence[Series], chosen: Sequence[Series]) -> Series | None:
    """The one row that adds up over the periods, beside rows that do not."""
    found = [one for one in every if one.scale is Scale.CUMULATIVE and one not in chosen]
    return found[0] if len(found) == 1 and found[0].unit == chosen[0].unit else None


def following(axes: Sequence[Axis]) -> tuple[Axis, ...]:
    """The axes that are periods of one form, each right after the one before; else none."""
    dated = tuple(
        axis
        for axis in axes
        if axis.part is Part.ITEM and axis.context.period and _form(axis) in TIMED
    )
    in_row = all(_form(a) is _form(b) and _is_next(a, b) for a, b in pairwise(dated))
    return dated if len(dated) >= 2 and in_row else ()


def _form(axis: Axis) -> Form:
    return axis.context.period.meant.form if axis.context.period else Form.UNREADABLE


def _is_next(before: Axis, after: Axis) -> bool:
    one, two = before.context.period, after.context.period
    if one is None or two is None:
        return False
    one, two = one.meant, two.meant
    if one.end is not None and two.start is not None:
        return one.end + timedelta(days=1) == two.start
    return one.number is not None and two.number is not None and one.number + 1 == two.number


def _across(table: Table, dated: Sequence[Axis]) -> Iterator[Series]:
    """The rows of a table whose columns are periods; a row with a period of its own is none."""
    places = [table.columns.index(axis) for axis in dated]
    for row, axis in enumerate(table.rows):
        if axis.context.period is None:
            amounts = tuple(table.amounts[row][column] for column in places)
            yield _series(axis, [table.context_at(row, column) for column in places], amounts)


def _down(table: Table, dated: Sequence[Axis]) -> Iterator[Series]:
    """The columns of a table whose rows are periods."""
    places = [table.rows.index(axis) for axis in dated]
    for column, axis in enumerate(table.columns):
        if axis.context.period is None:
            amounts = tuple(table.amounts[row][column] for row in places)
            yield _series(axis, [table.context_at(row, column) for row in places], amounts)


def _series(axis: Axis, contexts: Sequence[Context], amounts: tuple[Amount, ...]) -> Series:
    return Series(axis=axis, context=contexts[0], amounts=amounts)


def _one_scale(every: Sequence[Series]) -> tuple[list[Series], list[tuple[str, Reason]]]:
    """Those with figures of one unit, pounds first, and one scale, that of most of them."""
    full = [series for series in every if any(n is not None for n in series.numbers)]
    left_out = [(series.axis.label, Reason.EMPTY) for series in every if series not in full]
    money = [series for series in full if series.unit == POUNDS]
    alike = money or [series for series in full if series.unit == full[0].unit]
    left_out += [(series.axis.label, Reason.UNIT) for series in full if series not in alike]
    usable = [series for series in alike if series.scale is not Scale.WHOLE]
    scales = Counter(series.scale for series in usable)
    chosen = [s for s in usable if s.scale is max(scales, key=lambda scale: scales[scale])]
    left_out += [(series.axis.label, Reason.SCALE) for series in alike if series not in chosen]
    return chosen, left_out


def _not_too_many(chosen: list[Series]) -> tuple[list[Series], list[Series]]:
    """All of them, or the one total alone with the parts that it stands for; else none."""
    if len(chosen) <= MOST:
        return chosen, []
    totals = [series for series in chosen if series.is_total]
    if len(totals) != 1:
        return [], []
    return totals, [series for series in chosen if series not in totals]


def _speaks(series: Series) -> bool:
    """Whether it has figures for two periods, and not only zeros."""
    numbers = [number for number in series.numbers if number is not None]
    return len(numbers) >= 2 and any(numbers)
