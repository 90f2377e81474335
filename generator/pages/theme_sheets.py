"""The amounts of a theme as a file for spreadsheets, beside the page that draws them.

A line for each case on the theme, on whatever scale its amount stands or on none, so that the
picture can be made again and what it leaves out is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import case_address, theme_address
from generator.pages.cells import printed
from generator.pages.figure_data import number_of_unit, unit_name
from generator.pages.multiples_chart import not_drawn
from generator.pages.phrases import basis_words, measured, period_words
from generator.pages.spreadsheet import sheet
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.compare.facts import FigureFacts, Side
    from generator.compare.multiples import Multiples

    Line = tuple[str | Decimal | None, ...]

AMOUNTS = "amounts"
COLUMNS = (
    *("case", "title", "url", "council", "plan_year", "measure", "described_as", "unit"),
    *("period", "basis", "certainty", "printed", "amount", "to", "scale", "not_drawn_because"),
)


def theme_sheet(key: str, name: str) -> str:
    """``themes/waste/amounts.csv``: for a theme that has a page."""
    return f"{theme_address(key)}{name}.csv"


def amounts_sheet(key: str, found: Multiples) -> Asset:
    """The file of the amounts on a theme."""
    return Asset(address=theme_sheet(key, AMOUNTS), body=sheet(COLUMNS, amount_lines(found)))


def amount_lines(found: Multiples) -> Iterator[Line]:
    """A line for each case: those that are drawn scale by scale, then the others."""
    for number, on in enumerate(found.scales, 1):
        for side in on.sides:
            yield _line(side, f"{number}", "")
    for why, sides in not_drawn(found):
        for side in sides:
            yield _line(side, "", why)


def _line(side: Side, scale: str, why: str) -> Line:
    facts = side.facts
    return (
        facts.path,
        facts.title,
        case_address(facts.path),
        side.council_name,
        facts.plan_year,
        *(_figure(side.figure) if side.figure else ("",) * 9),
        scale,
        why,
    )


def _figure(figure: FigureFacts) -> Line:
    """The figure in nine cells, the last two its number or range as read."""
    amount, context = figure.amount, figure.context
    return (
        measured(context.measure, context.qualities) or "not stated",
        "; ".join(figure.described),
        unit_name(amount.meant.unit),
        period_words(context.period.meant if context.period else None),
        basis_words(context.basis),
        figure.certainty.value,
        printed(amount),
        number_of_unit(amount.meant.number, amount.meant.unit),
        number_of_unit(amount.meant.high, amount.meant.unit),
    )
