"""What a running total says: when what a plan costs is made good by what it brings.

It is worked out here from a net result that the table prints, and is said to be; a running total
that the table prints stands beside it and is not replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.core.amounts import exactly
from generator.core.money_format import format_amount
from generator.core.period_format import format_period
from generator.pages.chart_words import label_of, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from generator.charts.rows import Series
    from generator.charts.running import Running

WORKED_OUT = "Worked out in this register, by adding each period to those before."
CLOSED = "It counts no period after the last of the table, and no interest."


def running_chart(found: Running, id_: str) -> Chart:
    """The running total as bars; `id_` is its id on the page."""
    panels = [_worked_out(found)]
    if found.rows.cumulative:
        panels.append(_printed(found, found.rows.cumulative))
    said = [
        f"{panel.name}: {', '.join(f'{bar.label} in {bar.period}' for bar in panel.bars)}."
        for panel in panels
    ]
    return Chart(
        id=id_,
        headline=running_message(found),
        subtitle=f"{found.rows.table.title}: {found.net.axis.label}, added up over the periods.",
        description=f"Bars, one for each period. {' '.join(said)}",
        panels=tuple(panels),
        notes=(f"{WORKED_OUT} {CLOSED}",),
    )


def running_message(found: Running) -> str:
    """Whether and when the running total is no longer below zero."""
    periods = _periods(found)
    first, last = found.totals[0], found.totals[-1]
    begin = f"{_short(first)} in {periods[0]}"
    if found.even is None:
        return (
            f"By these figures the costs are not made good by the end of {periods[-1]}. "
            f"Running total: {begin}, {_short(last)} at the end"
        )
    return (
        f"By these figures the costs are made good by the end of {periods[found.even]}"
        f"{_afterwards(found, periods)}. Running total: {begin}, {_short(last)} at the end of "
        f"{periods[-1]}"
    )


def _afterwards(found: Running, periods: Sequence[str]) -> str:
    """That a running total is below zero once more after it was not; else nothing."""
    below = [number for number, total in enumerate(found.totals) if total < 0]
    if found.even is None or below[-1] < found.even:
        return ""
    if found.totals[-1] < 0:
        return f", but no longer by the end of {periods[-1]}"
    return f", and for good by the end of {periods[below[-1] + 1]}"


def _worked_out(found: Running) -> Panel:
    bars = zip(_periods(found), found.totals, strict=True)
    return Panel(
        name=f"{found.net.axis.label}, added up (worked out)",
        tone=Tone.IN,
        bars=tuple(
            Bar(period=period, label=format_amount(exactly(total)), number=total)
            for period, total in bars
        ),
    )


def _printed(found: Running, series: Series) -> Panel:
    return Panel(
        name=f"{series.axis.label} (as printed)",
        tone=Tone.WHOLE,
        bars=tuple(
            Bar(period=period, label=label_of(amount.meant), number=number)
            for period, amount, number in zip(
                _periods(found), series.amounts, series.numbers, strict=True
            )
        ),
    )


def _periods(found: Running) -> list[str]:
    return [format_period(period.meant) for period in found.rows.periods]


def _short(number: Decimal) -> str:
    return format_amount(rounded(exactly(number)))
