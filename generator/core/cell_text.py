"""The text of one cell, before anybody knows whether it is an amount or a period.

Officers paste cells from papers and spreadsheets, so the same thing arrives with
other dashes, apostrophes and spaces; a damaged print carries a reading beside
it; and a message quotes what was read. Amounts and periods treat all three
alike, and this module is where they do.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

QUOTED_LENGTH: Final = 60

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_APOSTROPHES: Final = "\u2018\u2019\u02bc\u2032\u0060\u00b4"
_SIGNS: Final = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'"))
_READING: Final = re.compile(r"\(\s*read\b", re.IGNORECASE)


class ReadingParts(NamedTuple):
    """``printed (read meant: reason)`` taken apart; what is missing is ``""``.

    ``meant`` and ``reason`` are both ``""`` where the bracket is not closed.
    """

    printed: str
    meant: str
    reason: str


def tidy(text: str) -> str:
    """The text with plain dashes, plain apostrophes and single spaces, trimmed."""
    return " ".join(text.translate(_SIGNS).split())


def quoted(text: str, most: int = QUOTED_LENGTH) -> str:
    """The text for a message: in quotation marks, on one line, at most ``most`` characters."""
    line = " ".join(text.split())
    if not line:
        return "nothing"
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in line[:most])
    return f"“{shown}{'…' if len(line) > most else ''}”"


# Longer than any name of a register: comparing takes the square of the length.
LONGEST_NAME: Final = 300
MOST_NAMES: Final = 1_000
# How near a known word has to be where ordinary wording may stand in its place.
WORDING: Final = 0.75


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known word that a mistyped one most likely stands for, if any is near.

    Compared without regard to case. The usual cut-off is the one that difflib recommends for
    spelling; where ordinary wording may stand in place of a known word, it is higher.
    """
    if len(word) > LONGEST_NAME:
        return None
    by_lower = {name.lower(): name for name in known if len(name) <= LONGEST_NAME}
    if len(by_lower) > MOST_NAMES:
        return None
    found = _closest(word.strip().lower(), tuple(by_lower), cutoff)
    return by_lower[found] if found is not None else None


@lru_cache(maxsize=500)  # the same labels stand in many tables
def _closest(word: str, known: tuple[str, ...], cutoff: float) -> str | None:
    return next(iter(get_close_matches(word, known, n=1, cutoff=cutoff)), None)


def split_reading(text: str) -> ReadingParts | None:
    """Take ``£1,818,28 (read £1,818,285: last digit cut off)`` apart.

    Returns:
        The three parts as typed, or nothing where the text has no ``(read``.
    """
    begin = _READING.search(text)
    if begin is None:
        return None
    printed, inside = text[: begin.start()].strip(), text[begin.end() :].strip()
    if not inside.endswith(")"):
        return ReadingParts(printed, "", "")
    meant, _, reason = inside[:-1].partition(":")
    return ReadingParts(printed, meant.strip(), reason.strip())
