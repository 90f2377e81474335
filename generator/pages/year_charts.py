"""What the charts of a council's year say: how its total comes about, and how large its cases are.

The messages are worked out from the rows and say no more than they do. Committees and themes are
in the order of their amounts because steps are read so; that is no ranking of anybody.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.core.addends import pounds
from generator.core.adding_up import together
from generator.core.amounts import exactly
from generator.core.money_format import format_amount
from generator.core.periods import financial_year
from generator.pages.chart_view import SameFigures
from generator.pages.chart_words import rounded
from generator.pages.phrases import count, in_period, joined, measured, sentence
from generator.pages.proposed import total_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.compare.year_steps import Step, Steps, Strip, Strips
    from generator.core.addends import Addend
    from generator.core.adding_up import Total

STEPS_ID = "chart-steps"
STRIPS_ID = "chart-strips"
OVERLAPPING = "A case can stand on several themes; marks that lie upon each other look like one."
IN_TOTAL = "Only cases in the total are drawn; those left out are named above, with the reasons."


def steps_chart(steps: Steps) -> Chart:
    """A waterfall: each bar begins where the one before ends, and the last is all together."""
    names = [_name(step, steps) for step in steps.steps]
    bars = [
        Bar(period="", label=_together(step.cases), number=step.end, start=step.start)
        for step in steps.steps
    ]
    panels = [
        Panel(name=name, tone=Tone.IN if step.amount >= 0 else Tone.OUT, bars=(bar,))
        for name, bar, step in zip(names, bars, steps.steps, strict=True)
    ]
    whole = Bar(period="", label=total_words(steps.total), number=steps.amount)
    panels.append(Panel(name="All together", tone=Tone.WHOLE, bars=(whole,)))
    listed = ", ".join(f"{panel.name} {panel.bars[0].label}" for panel in panels)
    return Chart(
        id=STEPS_ID,
        headline=steps_message(steps),
        subtitle=f"{_about(steps.total)}, each bar beginning where the one before ends.",
        description=f"Bars in steps to the total: {listed}.",
        panels=tuple(panels),
        notes=(IN_TOTAL,),
    )


def steps_message(steps: Steps) -> str:
    """``Health makes up £2 million of £4.5 million``: the fewest that make up half."""
    so_far, first = Decimal(0), []
    for step in steps.steps:
        if so_far * 2 >= steps.amount:
            break
        so_far += step.amount
        first.append(_name(step, steps))
    verb = "makes" if len(first) == 1 else "make"
    whole = total_words(steps.total) if steps.total.at_least else _short(steps.amount)
    return sentence(f"{joined(first)} {verb} up {_short(so_far)} of {whole}")


def strips_chart(strips: Strips, title: Callable[[str], str]) -> Chart:
    """A line for each theme on which every amount is marked.

    Args:
        strips: the amounts.
        title: gives the title of a theme.
    """
    panels = tuple(_strip(strip, title) for strip in strips.strips)
    return Chart(
        id=STRIPS_ID,
        headline=strips_message(strips, title),
        subtitle=f"{_about(strips.total)}: a mark for each case, all themes on one scale.",
        description=f"Lines with marks. {'. '.join(panel.name for panel in panels)}.",
        panels=panels,
        notes=(OVERLAPPING,),
    )


def strips_message(strips: Strips, title: Callable[[str], str]) -> str:
    """From the smallest to the largest amount, and on which themes the largest stands."""
    amounts = sorted(pounds(one) for strip in strips.strips for one in strip.cases)
    largest = [
        title(strip.theme) for strip in strips.strips if pounds(strip.cases[-1]) == amounts[-1]
    ]
    return (
        f"From {_short(amounts[0])} to {_short(amounts[-1])} a case: the largest is under "
        f"{joined(largest)}"
    )


def steps_table(steps: Steps) -> SameFigures:
    """The steps with their cases, their amounts and what all so far come to."""
    rows = [
        (
            _name(step, steps),
            f"{len(step.cases):,}",
            _together(step.cases),
            _pounds(step.end),
        )
        for step in steps.steps
    ]
    return SameFigures(
        columns=("Committee" if steps.by_committee else "Case", "Cases", "Amount", "So far"),
        rows=tuple(rows),
    )


def strips_table(strips: Strips, title: Callable[[str], str]) -> SameFigures:
    """Every amount of every theme."""
    rows = [
        (f"{title(strip.theme)}: {one.title}", _together((one,)))
        for strip in strips.strips
        for one in strip.cases
    ]
    return SameFigures(columns=("Theme and case", "Amount"), rows=tuple(rows))


def _strip(strip: Strip, title: Callable[[str], str]) -> Panel:
    amounts = [pounds(one) for one in strip.cases]
    span = _together(strip.cases[:1])
    if amounts[0] != amounts[-1]:
        span = f"{span} to {_together(strip.cases[-1:])}"
    bar = Bar(period="", label="", number=None, dots=tuple(amounts))
    name = f"{title(strip.theme)}: {count(len(amounts), 'case')}, {span}"
    return Panel(name=name, tone=Tone.IN, bars=(bar,))


def _about(total: Total) -> str:
    what = measured(total.measure, total.qualities)
    return f"{sentence(what)}, in pounds, {in_period(financial_year(total.ones[0].year))}"


def _name(step: Step, steps: Steps) -> str:
    return step.key if steps.by_committee else step.cases[0].title


def _together(cases: Sequence[Addend]) -> str:
    """What some cases of a total come to, ``at least`` where one of them prints the least."""
    return format_amount(together(cases))


def _pounds(number: Decimal) -> str:
    return format_amount(exactly(number))


def _short(number: Decimal) -> str:
    return format_amount(rounded(exactly(number)))
