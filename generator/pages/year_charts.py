"""What the charts of a council's year say: how its total comes about, and how large its cases are.

The messages are worked out from the rows and say no more than they do. Committees and themes are
in the order of their amounts because steps are read so; that is no ranking of anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.compare.year_steps import Step
from generator.core.adding_up import together
from generator.core.amounts import Qualifier, exactly
from generator.core.case_amounts import pounds
from generator.core.money_format import format_amount
from generator.core.periods import financial_year
from generator.pages.chart_view import SameFigures
from generator.pages.chart_words import rounded
from generator.pages.phrases import count, in_period, joined, measured, plural, sentence
from generator.pages.proposed import total_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from generator.compare.year_steps import Steps, Strip, Strips
    from generator.core.adding_up import Total
    from generator.core.case_amounts import CaseAmount

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
    """``Health makes up £2 million of £4.5 million``: the fewest that make up half.

    Where a step is below zero some come to more than all, and it is said how many are below.
    """
    below = sum(step.amount < 0 for step in steps.steps)
    if below:
        number = count(len(steps.steps), "committee" if steps.by_committee else "case")
        verb = plural(below, "is", "are")
        return f"{number} come to {total_words(steps.total)}; {below} of them {verb} below zero"
    first = list[Step]()
    for step in steps.steps:
        if first and first[-1].end * 2 >= steps.amount:
            break
        first.append(step)
    verb = "makes" if len(first) == 1 else "make"
    some = _in_short([one for step in first for one in step.cases])
    whole = total_words(steps.total) if steps.total.at_least else _short(steps.amount)
    names = joined(_name(step, steps) for step in first)
    return sentence(f"{names} {verb} up {some} of {whole}")


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
    ones = sorted((one for strip in strips.strips for one in strip.cases), key=pounds)
    low, high = ones[0], ones[-1]
    if pounds(low) == pounds(high):
        return f"Each case: {_together((high,))}"
    largest = [
        title(strip.theme) for strip in strips.strips if pounds(strip.cases[-1]) == pounds(high)
    ]
    return (
        f"From {_in_short((low,))} to {_in_short((high,))} a case: the largest is under "
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


def _together(cases: Sequence[CaseAmount]) -> str:
    """What some cases of a total come to, ``at least`` where one of them prints the least."""
    return format_amount(together(cases))


def _in_short(cases: Sequence[CaseAmount]) -> str:
    """The same, rounded; what is at least so much is told in full, lest it become more."""
    amount = together(cases)
    exact = amount.qualifier is Qualifier.EXACT
    return format_amount(rounded(amount) if exact else amount)


def _pounds(number: Decimal) -> str:
    return format_amount(exactly(number))


def _short(number: Decimal) -> str:
    return format_amount(rounded(exactly(number)))
