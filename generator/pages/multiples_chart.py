"""Amounts of a theme drawn as small multiples: a small panel for each council, on its own scale.

Which amounts share a scale is settled in ``compare.multiples``; the picture, its words and the
file beside it say the same. Amounts that are not drawn are named, with the reason.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.chart import Axis, Bar, Chart, Panel, Tone
from generator.core.amounts import exactly
from generator.core.money_format import as_printed, format_amount
from generator.pages.comparable import amounts_title
from generator.pages.headline import about_parts
from generator.pages.phrases import count, ended, joined, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compare.facts import FigureFacts, Side
    from generator.compare.multiples import Multiple, Multiples, OnScale
    from generator.core.amounts import Unit

ID = "chart-amounts"
MOST_NAMED = 12  # amounts that are not drawn and are named one by one
ORDER = "In the order of councils and their papers, not of size."
OWN_SCALES = (
    "Each scale has its own ends: lengths can be compared within a scale, and never from one "
    "scale to another."
)
ZERO = Decimal(0)
CROWDED = "one picture has no room for all amounts of its scale"
DOUBTED = "a check finds an error in the figure"
ALONE = "no other amount here is alike in all that one scale asks for"
WITHOUT = "words or nothing in place of an amount"


def multiples_chart(found: Multiples) -> Chart | None:
    """The picture; None where no two amounts may share a scale."""
    if not found.scales:
        return None
    panels = tuple(
        panel for number, on in enumerate(found.scales, 1) for panel in _panels(on, number)
    )
    return Chart(
        id=ID,
        headline=multiples_message(found),
        subtitle=f"{_subtitle(found)} {ORDER}",
        description=_description(panels),
        panels=panels,
        notes=tuple(_notes(found)),
    )


def multiples_message(found: Multiples) -> str:
    """``Saving: 3 amounts of Plymouth, from £95,000 to £400,000; 4 more on 2 other scales``."""
    first, *others = found.scales
    said = f"{amounts_title(first.sides)}, {_span(first)}"
    if not others:
        return said
    more = sum(len(on.sides) for on in others)
    scales = "another scale" if len(others) == 1 else count(len(others), "other scale")
    return f"{said}; {more} more on {scales}"


def _span(on: OnScale) -> str:
    """From the smallest to the largest, each as it is told."""
    figures = [figure for side in on.sides if (figure := side.figure)]
    ordered = sorted(figures, key=_low)
    low, high = (format_amount(each.amount.meant) for each in (ordered[0], ordered[-1]))
    return f"each {low}" if low == high else f"from {low} to {high}"


def _low(figure: FigureFacts) -> Decimal:
    number = figure.amount.meant.number
    if number is None:
        raise ValueError("a figure on a scale is a number")
    return number


def _subtitle(found: Multiples) -> str:
    """The unit, and how many scales there are."""
    if len(found.scales) == 1:
        return "One scale."
    return f"{count(len(found.scales), 'scale')}, each with its own ends."


def _panels(on: OnScale, number: int) -> Iterator[Panel]:
    scale = on.scale
    axis = Axis(
        number=number,
        least=scale.least,
        most=scale.most,
        least_words=_words(scale.least, scale.unit),
        most_words=_words(scale.most, scale.unit),
    )
    for multiple in on.panels:
        common = _common(multiple)
        yield Panel(
            name=multiple.council,
            about=sentence("; ".join(common)),
            tone=Tone.IN,
            bars=tuple(_bar(side, common) for side in multiple.sides),
            axis=axis,
        )


def _common(multiple: Multiple) -> tuple[str, ...]:
    """What is said of every amount of a panel, and so once above them."""
    first, *others = (_parts(side) for side in multiple.sides)
    return tuple(part for part in first if all(part in other for other in others))


def _parts(side: Side) -> tuple[str, ...]:
    figure = side.figure
    if figure is None:
        return ()
    return about_parts(figure.context, figure.described, figure.certainty)


def _bar(side: Side, common: Sequence[str]) -> Bar:
    """An amount with its case; a range lies between its ends."""
    figure = side.figure
    meant = figure.amount.meant if figure else exactly(ZERO)
    own = "; ".join(part for part in _parts(side) if part not in common)
    return Bar(
        period="",
        title=f"{side.facts.title} ({own})" if own else side.facts.title,
        label=sentence(format_amount(meant)),
        number=meant.number if meant.high is None else meant.high,
        start=ZERO if meant.high is None or meant.number is None else meant.number,
    )


def _words(number: Decimal, unit: Unit) -> str:
    return format_amount(exactly(number, unit))


def _description(panels: Iterable[Panel]) -> str:
    said = []
    for panel in panels:
        axis = panel.axis
        ends = f", on a scale from {axis.least_words} to {axis.most_words}" if axis else ""
        bars = "; ".join(f"{bar.title}: {bar.label}" for bar in panel.bars)
        said.append(ended(f"{panel.name}{ends}: {panel.about}. {bars}"))
    return f"Bars, one for each amount. {' '.join(said)}"


def _notes(found: Multiples) -> Iterator[str]:
    """Why there is no one scale, and what is not drawn."""
    if len(found.scales) > 1:
        yield OWN_SCALES
    if found.why:
        why = "; ".join(f"{clause[:1].lower()}{clause[1:]}" for clause in found.why)
        yield f"There is no one scale for all amounts of this theme: {why}."
    for why, sides in not_drawn(found):
        yield f"Not drawn ({why}): {_named(sides)}."
    read = [*_read(side for on in found.scales for side in on.sides)]
    if read:
        yield f"Drawn as read, not as printed: {'; '.join(read)}."


def not_drawn(found: Multiples) -> Iterator[tuple[str, tuple[Side, ...]]]:
    """What is not drawn, reason by reason."""
    for why, sides in (
        (CROWDED, found.crowded),
        (DOUBTED, found.doubted),
        (ALONE, found.alone),
        (WITHOUT, found.without),
    ):
        if sides:
            yield why, sides


def _named(sides: Sequence[Side]) -> str:
    """Each case with its council and its amount; of many, how many they are."""
    if len(sides) > MOST_NAMED:
        return count(len(sides), "case")
    return joined(f"“{side.facts.title}” of {side.council_name}{_amount(side)}" for side in sides)


def _amount(side: Side) -> str:
    figure = side.figure
    if figure is None:
        return ""
    said = format_amount(figure.amount.meant)
    return f" ({said})" if said else ""


def _read(sides: Iterable[Side]) -> Iterator[str]:
    for side in sides:
        amount = side.figure.amount if side.figure else None
        if amount and amount.reading:
            yield as_printed(amount)
