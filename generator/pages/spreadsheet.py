"""Lines for a spreadsheet: CSV as RFC 4180 has it, in which no text is taken for a formula.

Every such file is written here, so that all of them open alike.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from generator.core.amounts import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What a spreadsheet would take for a formula (OWASP ASVS 1.2.10).
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\0")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before its first sign."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def sheet(columns: Sequence[str], lines: Iterable[Sequence[str | Decimal | None]]) -> bytes:
    """A file in UTF-8: the names of the columns, and below them the lines."""
    return rows(chain([columns], lines))


def rows(lines: Iterable[Sequence[str | Decimal | None]]) -> bytes:
    """Lines of such a file: words are guarded; numbers stay numbers, below zero too."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(_cell, line) for line in lines)
    return text.getvalue().encode("utf-8")


def _cell(cell: str | Decimal | None) -> str:
    if cell is None:
        return ""
    return plain_number(cell) if isinstance(cell, Decimal) else guarded(cell)
