"""A figure as open data: what was printed, what it comes to, and what it counts.

The same object for a headline, a table's cell, a figure in the text, a claim, a target
or a score. `printed` is the print to the letter and stands for nothing else in these
files, so that anybody can look it up on its line of the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.core.amounts import EXACT, PENCE, PERCENT, POUNDS, Qualifier, State, plain_number
from generator.pages.cells import printed
from generator.pages.phrases import basis_words, period_words

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.core.amounts import Amount, Unit
    from generator.core.figures import Context
    from generator.core.periods import Period
    from generator.core.scalars import Lines

Data = dict[str, Any]


def figure_data(amount: Amount, context: Context, source: str) -> Data:
    """The figure `amount` with what it counts; `source` is the key of the case's document."""
    return amount_data(amount) | context_data(context, source)


def amount_data(amount: Amount) -> Data:
    """The figure by itself: what is printed, and what it comes to."""
    data: Data = {"printed": printed(amount), **_value(amount)}
    if amount.reading is not None:
        data["reading"] = {**_value(amount.reading), "reason": amount.reading_reason}
    if amount.state is State.WITHHELD:
        data["withheld"] = {
            "reason": amount.withheld_reason,
            "authority": amount.withheld_authority or None,
        }
    return data


def context_data(context: Context, source: str) -> Data:
    """What a figure measures, its period, basis and place."""
    data: Data = {
        "measure": context.measure.value if context.measure else None,
        "period": period_data(context.period),
        "basis": basis_words(context.basis),
        "source": context.source or source,
        "line": line_data(context.lines),
    }
    if context.qualities:
        data["qualities"] = [quality.value for quality in context.qualities]
    return data


def period_data(period: Period | None) -> str | None:
    """The period as pages write it; of a damaged print what it is read as."""
    return period_words(period.meant) if period else None


def line_data(lines: Lines | None) -> int | str | None:
    """``715``, or ``"2112-2126"``."""
    if lines is None:
        return None
    return lines.first if lines.first == lines.last else str(lines)


def _value(amount: Amount) -> Data:
    """The number: pounds under `amount`, a percentage under `percent`, others under `count`."""
    pounds = amount.unit in (POUNDS, PENCE)
    data: Data = {"amount": digits(amount.number, amount.unit) if pounds else None}
    if amount.number is not None and not pounds:
        key = "percent" if amount.unit == PERCENT else "count"
        data[key] = digits(amount.number, amount.unit)
    if amount.high is not None:
        data["high"] = digits(amount.high, amount.unit)
    if amount.qualifier is not Qualifier.EXACT:
        data["qualifier"] = amount.qualifier.value
    if not pounds:
        data["unit"] = unit_name(amount.unit)
    return data | {"state": amount.state.value}


def number_of_unit(number: Decimal | None, unit: Unit) -> Decimal | None:
    """So many of a unit; pence come out as pounds."""
    return EXACT.divide(number, 100) if number is not None and unit == PENCE else number


def digits(number: Decimal | None, unit: Unit) -> str | None:
    """All digits of it and no more."""
    found = number_of_unit(number, unit)
    return None if found is None else plain_number(found)


def unit_name(unit: Unit) -> str:
    """What the number of ``number_of_unit`` counts."""
    return POUNDS.name if unit == PENCE else unit.name
