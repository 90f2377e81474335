"""Two amounts of one thing in a sentence: from, to, and by how much where that can be said.

"£150,000 less, 16.7%" is said of two exact amounts of one unit alone, and a percentage of two
positive amounts of pounds alone: of "about £3 million", a range, "nil" or a withheld amount
nobody knows the difference. Whether more is better is for the reader to say.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final

from generator.changes.telling import PLAIN, Voice
from generator.core.amounts import (
    EXACT,
    PERCENT,
    POINTS,
    POUNDS,
    WHOLE,
    Amount,
    Qualifier,
    State,
    exactly,
)
from generator.core.money_format import format_amount
from generator.core.phrases import sentence

if TYPE_CHECKING:
    from generator.changes.telling import Telling

TENTH: Final = Decimal("0.1")


def said_amount(amount: Amount) -> str:
    """An amount in a sentence: ``£900,000``, ``to be confirmed``, ``“Cost neutral”``."""
    if amount.reading is not None:
        reason = f": {amount.reading_reason}" if amount.reading_reason else ""
        return f"“{amount.printed}” (read as {said_amount(amount.reading)}{reason})"
    if amount.state is State.WITHHELD:
        rule = f"; {amount.withheld_authority}" if amount.withheld_authority else ""
        why = f" ({amount.withheld_reason}{rule})" if amount.withheld_reason else ""
        return f"withheld{why}"
    if amount.state is State.UNREADABLE:
        return f"“{amount.printed}”, which cannot be read"
    return f"“{amount.printed}”" if amount.state is State.WORDS else format_amount(amount)


def is_exact(amount: Amount) -> bool:
    """Whether it is one number, printed without a damage and without "about" or "up to"."""
    plain = amount.high is None and amount.reading is None
    return plain and amount.number is not None and amount.qualifier is Qualifier.EXACT


def comparable(before: Amount, after: Amount) -> bool:
    """Whether a difference between the two can be said."""
    return is_exact(before) and is_exact(after) and before.unit == after.unit


def same_meant(before: Amount, after: Amount) -> bool:
    """Whether two prints mean the same amount, so that the reading alone is new."""
    return before.meant == after.meant and State.WITHHELD is not after.meant.state


def difference(before: Amount, after: Amount) -> str:
    """``£150,000 less, 16.7%``; empty where it cannot be said."""
    if not comparable(before, after) or before.number is None or after.number is None:
        return ""
    by = EXACT.subtract(after.number, before.number)
    unit = POINTS if before.unit == PERCENT else before.unit
    less = "fewer" if unit.name in WHOLE else "less"
    said = f"{format_amount(exactly(by.copy_abs(), unit))} {'more' if by > 0 else less}"
    pounds = before.unit == POUNDS and before.number > 0 and after.number > 0
    return f"{said}, {_percent(by.copy_abs(), before.number)}" if pounds else said


def _percent(by: Decimal, of: Decimal) -> str:
    """``16.7%``, with one decimal at the most."""
    share = EXACT.divide(EXACT.multiply(by, Decimal(100)), of)
    rounded = share.quantize(TENTH, rounding=ROUND_HALF_EVEN, context=EXACT)
    return format_amount(exactly(rounded, PERCENT)) if rounded else "less than 0.1%"


def moved(subject: str, before: Amount, after: Amount, telling: Telling = PLAIN) -> str:
    """A sentence: ``The saving for 2018/19 fell from £900,000 to £750,000 (£150,000 less, …)``.

    Args:
        subject: the figure with its measure, period and basis, beginning with a small letter
            where a sentence would not begin with it.
        before: what it was.
        after: what it is.
        telling: in whose voice.
    """
    old, new, by = said_amount(before), said_amount(after), _bracket(before, after)
    start = sentence(subject)
    if same_meant(before, after):
        return f"{start} is now shown as {new}, not as {old}; the amount meant is the same."
    if telling.restated:
        return f"For {subject} {telling.second} prints {new}; {telling.first} prints {old}{by}."
    if telling.voice is Voice.EDITED:
        return f"{start} is now recorded as {new}; it was recorded as {old}{by}."
    if not by or before.number is None or after.number is None:
        return f"{start} was {old} and is now {new}."
    return f"{start} {'rose' if after.number > before.number else 'fell'} from {old} to {new}{by}."


def cell_moved(subject: str, before: Amount, after: Amount, telling: Telling = PLAIN) -> str:
    """The shorter sentence on a cell: ``Costs, Builders, 2014/15: from £9 to £7 (£2 less)``."""
    old, new, by = said_amount(before), said_amount(after), _bracket(before, after)
    if same_meant(before, after):
        told = f"now shown as {new}, not as {old}; the amount meant is the same"
    elif telling.restated:
        told = f"{telling.second} prints {new}, {telling.first} prints {old}{by}"
    elif telling.voice is Voice.EDITED:
        told = f"now recorded as {new}, before as {old}{by}"
    else:
        told = f"from {old} to {new}{by}" if by else f"was {old}, is now {new}"
    return f"{subject}: {told}."


def _bracket(before: Amount, after: Amount) -> str:
    said = difference(before, after)
    return f" ({said})" if said else ""
