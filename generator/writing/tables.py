"""A table of a case file with its columns lined up.

Lined up, a table can be read as plain text, and a changed cell is one changed line
wherever it did not make its column wider. What stands in a cell is not touched.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.reading.rows import MOST_COLUMNS, MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.markdown import Grid, Text


def aligned(grid: Grid) -> str:
    """The table with all its bars below each other.

    A row with more or fewer cells than the heading stays as typed, since nobody but its
    writer knows which cell it lacks; so does a table too large to be one.
    """
    heading, rule, *rows = grid.typed.text.split("\n")
    if len(grid.heading) > MOST_COLUMNS or len(grid.rows) > MOST_ROWS:
        return grid.typed.text
    whole = [row for row in (grid.heading, *grid.rows) if len(row) == len(grid.heading)]
    widths = [max(1, *map(_width, column)) for column in zip(*whole, strict=True)]
    lines = [_row(grid.heading, heading, widths), _rule(rule, widths)]
    lines += [_row(cells, typed, widths) for cells, typed in zip(grid.rows, rows, strict=True)]
    return "\n".join(lines)


def _row(cells: Sequence[Text], typed: str, widths: Sequence[int]) -> str:
    if len(cells) != len(widths):
        return typed
    padded = (
        _escaped(cell) + " " * (width - _width(cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _rule(typed: str, widths: Sequence[int]) -> str:
    """The line below the heading; a colon says to which side a column is set on a page."""
    signs = [sign.strip() for sign in typed.strip().strip("|").split("|")]
    marks = [
        (":" if sign.startswith(":") else "-", ":" if sign.endswith(":") else "-") for sign in signs
    ]
    filled = (
        left + "-" * width + right for (left, right), width in zip(marks, widths, strict=True)
    )
    return f"|{'|'.join(filled)}|"


def _escaped(cell: Text) -> str:
    r"""The cell as it stands in a table, where a bar within it is written ``\|``."""
    return cell.text.replace("|", "\\|")


def _width(cell: Text) -> int:
    """How many columns of a screen a cell takes (Unicode Standard Annex 11).

    Wide and fullwidth signs take two; a sign that is set upon the one before takes none.
    """
    return sum(map(_sign_width, _escaped(cell)))


def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
