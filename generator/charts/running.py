"""What the years of a table come to one after the other, and when that is no longer below zero.

A running total is worked out only from a net result that the table itself prints for every period
and that begins below zero. The table must print costs and gains beside it, none of them below
zero: some papers print what comes in with a minus, and there a net result below zero is a gain.
Where the table prints a running total too, that stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.appraisal import first_paid_back, running_totals
from generator.charts.rows import Scale
from generator.core.amounts import POUNDS
from generator.core.words import COSTS, GAINS, NETS, Measure

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

    from generator.charts.rows import Rows, Series

GROSS = tuple(measure for measure in GAINS if measure not in NETS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """The running total of a table.

    Attributes:
        net: what it is added up from.
        totals: for each period, what it and all before come to.
        even: the number, from 0, of the first period at whose end it is not below zero; None
            where that is in none of them.
    """

    rows: Rows
    net: Series
    totals: tuple[Decimal, ...]
    even: int | None


def running(rows: Rows) -> Running | None:
    """The running total of what is drawn of a table; None where it would say nothing."""
    nets = [one for one in rows.series if one.context.measure in NETS and one.scale is Scale.YEAR]
    if len(nets) != 1 or nets[0].unit != POUNDS:
        return None
    if not _plain(rows, COSTS) or not _plain(rows, GROSS):
        return None
    numbers = [number for number in nets[0].numbers if number is not None]
    if len(numbers) != len(rows.periods) or numbers[0] >= 0:
        return None
    return Running(
        rows=rows, net=nets[0], totals=running_totals(numbers), even=first_paid_back(numbers)
    )


def _plain(rows: Rows, measures: Collection[Measure]) -> bool:
    """Whether there are amounts of one of these measures, and none of them is below zero."""
    numbers = [
        number
        for one in rows.series
        if one.context.measure in measures
        for number in one.numbers
        if number is not None
    ]
    return bool(numbers) and min(numbers) >= 0
