"""What the totals of a table add: which cells stand behind each of them.

A row marked Subtotal adds the rows since the one before it, a Total all rows so far; where
subtotals are printed, the Total is also the total of them. The same holds for columns. Cells
of another unit, such as days in a table of pounds, take no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.figures import Part, Table
from generator.core.operands import Item, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TOTALS = (Part.TOTAL, Part.SUBTOTAL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Which way a total adds up, and what.

    Attributes:
        across: whether it adds a row; else a column.
        part: whether it is a total or a subtotal.
        of_subtotals: whether it adds subtotals and not single items.
    """

    across: bool
    part: Part
    of_subtotals: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """One printed total, and the cells that it should come to, known or not."""

    published: Item
    items: tuple[Item, ...]
    line: Line


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cell:
    item: Item
    part: Part


def totals_of(table: Table, *, by_row: bool, by_column: bool) -> Iterator[Total]:
    """Every total of the table that adds up across its row or down its column."""
    rows, columns = range(len(table.rows)), range(len(table.columns))
    if by_row:
        for r in rows:
            yield from _line(_cells(table, [(r, c) for c in columns], across=True), across=True)
    if by_column:
        for c in columns:
            yield from _line(_cells(table, [(r, c) for r in rows], across=False), across=False)


def _cells(table: Table, places: Iterable[tuple[int, int]], *, across: bool) -> list[_Cell]:
    """The cells of one row (`across`) or one column, each with its part in that direction."""
    cells = []
    for r, c in places:
        axis = table.columns[c] if across else table.rows[r]
        name = f"{table.id}.{table.rows[r].id}.{table.columns[c].id}"
        item = Item(key=key_of(axis), name=name, amount=table.amounts[r][c])
        cells.append(_Cell(item=item, part=axis.part))
    return cells


def _line(cells: Sequence[_Cell], *, across: bool) -> Iterator[Total]:
    """Each subtotal with the items since the one before, each total with all items so far.

    A total that is printed before any item adds all that follow.
    """
    every = [cell for cell in cells if cell.part is Part.ITEM]
    since_subtotal: list[_Cell] = []
    so_far: list[_Cell] = []
    subtotals: list[_Cell] = []
    for cell in cells:
        if cell.part is Part.ITEM:
            since_subtotal.append(cell)
            so_far.append(cell)
        elif cell.part is Part.SUBTOTAL:
            yield _total(cell, since_subtotal, Line(across=across, part=cell.part))
            since_subtotal = []
            subtotals.append(cell)
        elif cell.part is Part.TOTAL:
            yield _total(cell, so_far or every, Line(across=across, part=cell.part))
            if len(subtotals) > 1 and not since_subtotal:
                of_subtotals = Line(across=across, part=cell.part, of_subtotals=True)
                yield _total(cell, subtotals, of_subtotals)


def _total(total: _Cell, cells: Iterable[_Cell], line: Line) -> Total:
    """The cells that a total can add are those in its own unit, known or not."""
    unit = total.item.amount.meant.unit
    items = tuple(cell.item for cell in cells if cell.item.amount.meant.unit == unit)
    return Total(published=total.item, items=items, line=line)
