"""An amount as it stands on a page: the print, and beside it what the print means.

What was printed is always shown, to the letter. A damaged print gets its reading and
the reason beside it; nil, N/A, TBC and withheld are said in words; a blank and a dash
look as they do in the paper, and are named for those who do not see them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.core.amounts import State
from generator.core.money_format import format_amount

if TYPE_CHECKING:
    from generator.core.amounts import Amount
    from generator.pages.finding_view import Mark


MORE_DIGITS = re.compile(r"[\d,.]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What stands in one cell; each text is empty where there is nothing of its sort.

    Attributes:
        printed: the print, to the letter.
        unseen: what a blank or a dash is called, for those who do not see it.
        unit: what is counted, where the print leaves it out.
        meant: the amount in the register's own style, where that says more than the print.
        words: what the state of the cell means.
        reading: what a damaged print is read as, and why.
        total: whether it stands in a column of totals.
        marks: what leads to findings on it.
    """

    printed: str
    unseen: str = ""
    unit: str = ""
    meant: str = ""
    words: str = ""
    reading: str = ""
    total: bool = False
    marks: tuple[Mark, ...] = ()


def cell(amount: Amount, *, total: bool = False, marks: tuple[Mark, ...] = ()) -> Cell:
    """The cell of a table, where every print stands as it is."""
    return Cell(
        printed=printed(amount),
        unseen=_unseen(amount),
        words=_words(amount),
        reading=_reading(amount),
        total=total,
        marks=marks,
    )


def figure_cell(amount: Amount, marks: tuple[Mark, ...] = ()) -> Cell:
    """A figure outside a table, also in the register's own style where that differs."""
    plain, formatted = cell(amount, marks=marks), format_amount(amount)
    if amount.number is None or amount.reading is not None:
        return plain
    if amount.printed and formatted.startswith(amount.printed):
        rest = formatted.removeprefix(amount.printed)
        if not MORE_DIGITS.match(rest):
            return replace(plain, unit=rest.strip())
    alike = _squeezed(formatted) == _squeezed(amount.printed)
    return plain if alike else replace(plain, meant=formatted)


def printed(amount: Amount) -> str:
    """What the document prints.

    "not stated" is the officer's word for nothing, and a reason for withholding a value is
    not printed in its place; there the print is empty.
    """
    if amount.state is State.WITHHELD:
        return ""
    if amount.state is State.ABSENT and re.search(r"[a-z]", amount.printed, re.IGNORECASE):
        return ""
    return amount.printed


def _unseen(amount: Amount) -> str:
    if amount.state is not State.ABSENT:
        return ""
    return "a dash" if printed(amount) else "blank"


def _words(amount: Amount) -> str:
    """The state in words, unless the print is the very word."""
    match amount.state:
        case State.WITHHELD:
            rule = f" ({amount.withheld_authority})" if amount.withheld_authority else ""
            why = f": {amount.withheld_reason}{rule}" if amount.withheld_reason else ""
            return f"withheld{why}"
        case State.NIL | State.NOT_APPLICABLE | State.TBC:
            words = format_amount(amount)
            return "" if words == amount.printed.lower() else words
        case State.UNREADABLE if amount.reading is None:
            return "cannot be read"
        case _:
            return ""


def _reading(amount: Amount) -> str:
    if amount.reading is None:
        return ""
    return f"read as {format_amount(amount.reading)}: {amount.reading_reason}"


def _squeezed(text: str) -> str:
    """Text without what is a matter of style: spaces, commas, capitals, the sort of minus."""
    return re.sub(r"[\s,]", "", text.replace("−", "-")).lower()
