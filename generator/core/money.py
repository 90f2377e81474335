"""Money and every other amount: the one place that reads them, and the door to the rest.

A cell is read as an officer would read it aloud: "circa £900,000", "£80k to
100k", "(£800)", "TBC". What cannot be read without guessing is a ``Fault`` that
says what to type instead. Amounts are ``Decimal`` from text to page; nothing is
rounded and nothing passes through a float. The records are in ``amounts``, the
writing in ``money_format``; both can be imported from here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.core.amounts import (
    COUNTING_UNITS,
    EXACT,
    NUMBER,
    PENCE,
    PERCENT,
    POUNDS,
    UNIT_CODES,
    Amount,
    Qualifier,
    State,
    Unit,
    exactly,
    parse_unit,
    plain_number,
)
from generator.core.cell_text import WORDING, nearest, split_reading, tidy
from generator.core.money_faults import MONEY_CODES, money_fault
from generator.core.money_figures import parse_figure, take_qualifiers
from generator.core.money_format import format_amount
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "CODES",
    "COUNTING_UNITS",
    "EXACT",
    "NUMBER",
    "PENCE",
    "PERCENT",
    "POUNDS",
    "Amount",
    "Qualifier",
    "State",
    "Unit",
    "exactly",
    "format_amount",
    "parse_amount",
    "parse_amount_or_words",
    "parse_state",
    "parse_unit",
    "plain_number",
]

MAX_LENGTH: Final = 200
MAX_DIGITS: Final = 30

# Every code of a fault that this module returns, with its meaning.
CODES: Final = UNIT_CODES | MONEY_CODES

_STATES: Final = {
    State.ABSENT: ("", "-", "--", "---", "£-", "£ -", "not stated"),
    State.NIL: ("nil", "£nil"),
    State.NOT_APPLICABLE: ("n/a", "na", "n.a.", "not applicable"),
    State.TBC: ("tbc", "tbd", "to be confirmed", "to be determined"),
    State.WITHHELD: ("withheld",),
}
_STATE_OF: Final = {word: state for state, words in _STATES.items() for word in words}
_LONG_STATES: Final = tuple(word for word in _STATE_OF if len(word) > 5)

# Faults of text that may be wording all the same; the others are slips in an amount.
_MAY_BE_WORDS: Final = (
    *("amount-unreadable", "amount-word-unknown", "amount-units-mixed", "amount-qualifiers"),
    "amount-range-order",
)
_LONG_WORD: Final = re.compile(r"(?<![0-9a-z])[a-z]{3,}(?![0-9a-z])")
_MONEY_FIRST: Final = re.compile(r"[-+(\s]*(?:£|[0-9.,]+\s*(?:k|m|bn|thousand|million|billion)\b)")


def parse_state(text: str) -> State | None:
    """The state that a cell without a number names: blank, a dash, nil, N/A, TBC, withheld.

    For fields that hold no amount but may be open all the same, such as the day of a milestone.
    """
    return _STATE_OF.get(tidy(text).lower())


def parse_amount(text: str, unit: Unit = POUNDS) -> Amount | Fault:
    """Read a cell: a value, ``value (read value: reason)`` or ``withheld (reason; authority)``.

    Args:
        text: the cell as typed.
        unit: the unit of its table, row or column. A bare number, with or without
            ``£``, is multiplied by its scale; a cell that prints a scale or a unit
            of its own (``70k``, ``2.5%``, ``46.2p``, ``3 FTE``) keeps that.

    Returns:
        The amount, in pounds or in single units, or a fault with one of ``CODES``.
    """
    return _parse_cell(text, unit, _parse_alone)


def parse_amount_or_words(text: str, unit: Unit = POUNDS) -> Amount | Fault:
    """Read a cell that may hold words instead (headlines, targets): ``Cost Neutral``, ``Low``.

    As ``parse_amount``, but what is plainly wording has the state ``words``. What
    looks like a mistyped amount ("£5 millon", "£9OOk", "witheld") stays a fault.
    """
    return _parse_cell(text, unit, _parse_alone_or_words)


def _parse_cell(
    text: str, unit: Unit, alone: Callable[[str, Unit], Amount | Fault]
) -> Amount | Fault:
    """A cell with or without a reading; a damaged print is readable where it has one."""
    parts = split_reading(text)
    if parts is None:
        return alone(text, unit)
    if not parts.meant:
        return money_fault("amount-reading-form", text)
    if not parts.reason:
        return money_fault("amount-reading-reason", text)
    meant, printed = alone(parts.meant, unit), alone(parts.printed, unit)
    if isinstance(meant, Fault):
        return meant
    if isinstance(printed, Fault):
        if printed.code == "amount-too-long":
            return printed
        printed = Amount(state=State.UNREADABLE, unit=unit.base, printed=parts.printed)
    return replace(printed, reading=meant, reading_reason=parts.reason)


def _parse_alone_or_words(text: str, unit: Unit) -> Amount | Fault:
    found = _parse_alone(text, unit)
    if not isinstance(found, Fault) or found.code not in _MAY_BE_WORDS or not _is_wording(text):
        return found
    words = tidy(text).casefold()
    return Amount(state=State.WORDS, unit=unit.base, words=words, printed=text.strip())


def _is_wording(text: str) -> bool:
    """Whether text is a phrase: a word of three letters, or of two where there is no figure.

    "£5k per year" is an amount with too much behind it, "5% improvement" a phrase.
    """
    plain = tidy(text).lower()
    if not re.search(r"[0-9£]", plain):
        return re.search(r"[^\W\d_]{2}", plain) is not None
    _, figures = take_qualifiers(plain)
    worded = _LONG_WORD.search(plain) or re.match(r"[a-z]{2,} ", figures)  # by 2017
    return worded is not None and _MONEY_FIRST.match(figures) is None


def _parse_alone(text: str, unit: Unit) -> Amount | Fault:
    """A value without a reading."""
    if len(text) > MAX_LENGTH or len(re.findall(r"[0-9]", text)) > MAX_DIGITS:
        return money_fault("amount-too-long", text)
    plain = tidy(text).lower()
    if plain in _STATE_OF:
        return Amount(state=_STATE_OF[plain], unit=unit.base, printed=text.strip())
    if plain.startswith("withheld"):
        return _withheld(text.strip(), unit)
    near = None if re.search(r"[0-9]", plain) else nearest(plain, _LONG_STATES, cutoff=WORDING)
    if near:
        remedy = f"write “{near}” if that is what is meant"
        return money_fault("amount-state-mistyped", text, remedy)
    return parse_figure(plain, text, unit)


def _withheld(printed: str, unit: Unit) -> Amount | Fault:
    """``withheld (reason; authority)``; what follows the last semicolon is the authority."""
    inside = re.fullmatch(r"withheld\s*\((.*)\)", printed, re.IGNORECASE | re.DOTALL)
    before, semicolon, after = inside[1].rpartition(";") if inside else ("", "", "")
    reason, authority = (before, after) if semicolon else (after, "")
    if not reason.strip() or (semicolon and not authority.strip()):
        return money_fault("amount-withheld-form", printed)
    return Amount(
        state=State.WITHHELD,
        unit=unit.base,
        printed=printed,
        withheld_reason=reason.strip(),
        withheld_authority=authority.strip(),
    )
