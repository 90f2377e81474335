"""How the register writes an amount: the GOV.UK way, and never rounded.

A reader must be able to trust that "£1.4 million" is £1,400,000 to the pound.
So millions and billions are written only where two decimals say everything, and
any other amount in full. Whatever is written here, ``parse_amount`` reads back
as the same amount. Rounded figures of charts and summaries say "about" and are
made elsewhere. Style: GOV.UK style guide, "Money" and "Numbers".
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.core.amounts import EXACT, WORDLESS, Amount, Qualifier, State, Unit, plain_number

if TYPE_CHECKING:
    from decimal import Decimal

MOST_AMOUNTS: Final = 1_000  # that are remembered: a case is told of in several places in turn
_MINUS: Final = "−"
_STATES: Final = {
    State.NIL: "nil",
    State.NOT_APPLICABLE: "not applicable",
    State.TBC: "to be confirmed",
    State.WITHHELD: "withheld",
    State.ABSENT: "not stated",
}
_LARGE: Final = ((1_000_000_000, " billion"), (1_000_000, " million"))


def format_amount(amount: Amount) -> str:
    """The amount for a page: ``about £1.4 million``, ``−£330,000``, ``30% to 50%``, ``nil``.

    A reading is not shown: pages write the amount and its reading side by side.
    Words and unreadable prints come back as they were printed.
    """
    if amount.number is None:
        return _STATES.get(amount.state, amount.printed)
    figures = _range(amount.number, amount.high, amount.unit)
    if amount.qualifier is Qualifier.EXACT:
        return figures
    return f"{amount.qualifier} {figures}"


def as_printed(amount: Amount) -> str:
    """A figure as a sentence quotes it: the amount, and the print where it is read otherwise."""
    if amount.reading is None:
        return format_amount(amount)
    return f"{format_amount(amount.reading)} (printed “{amount.printed}”)"


def _range(low: Decimal, high: Decimal | None, unit: Unit) -> str:
    """One number or two joined by ``to``, with the unit."""
    if unit.name == "£":
        return _pounds(low, high)
    ends = [_grouped(low)] if high is None else [_grouped(low), _grouped(high)]
    if unit.name in ("%", "pence"):
        sign = "%" if unit.name == "%" else "p"
        return " to ".join(f"{end}{sign}" for end in ends)
    joined = " to ".join(ends)
    if unit.name in WORDLESS:
        return joined
    return f"{joined} {unit.singular if high is None and low.copy_abs() == 1 else unit.name}"


@lru_cache(maxsize=MOST_AMOUNTS)
def _pounds(low: Decimal, high: Decimal | None) -> str:
    """Pounds; a range says millions only where both ends can, so that neither is misread."""
    if high is None:
        return _in_words(low) or _in_full(low)
    ends = (_in_words(low), _in_words(high))
    if all(ends):
        return f"{ends[0]} to {ends[1]}"
    return f"{_in_full(low)} to {_in_full(high)}"


def _in_words(pounds: Decimal) -> str | None:
    """``£1.4 million`` where two decimals are exact and it is at least £1 million."""
    for size, word in _LARGE:
        if pounds.copy_abs() >= size:
            parts = EXACT.divide(pounds, size)
            if parts == EXACT.quantize(parts, EXACT.create_decimal("0.01")):
                return f"{_signed(parts, _grouped(parts.copy_abs()))}{word}"
    return None


def _in_full(pounds: Decimal) -> str:
    """``£400,000``, with two decimals or more where there are pence."""
    digits = _grouped(pounds.copy_abs())
    whole, _, pence = digits.partition(".")
    return _signed(pounds, f"{whole}.{pence:0<2}" if pence else whole)


def _signed(number: Decimal, digits: str) -> str:
    return f"{_MINUS if number < 0 else ''}£{digits}"


def _grouped(number: Decimal) -> str:
    """All digits with commas and a real minus sign: ``−1,269.5``."""
    whole, point, decimals = plain_number(number).removeprefix("-").partition(".")
    return f"{_MINUS if number < 0 else ''}{int(whole):,}{point}{decimals}"
