"""Finance tables: labels down the side, periods or words across, amounts between.

A heading that is a period gives its column that period; one that begins with Total
is a total; Lower, Upper and Average make a range. What is damaged in a heading
keeps its print and gets a reading, as a cell does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.core.amounts import Amount, State
from generator.core.figures import Axis, Context, Part, Table
from generator.core.identity import slug_of
from generator.core.money import parse_amount
from generator.core.periods import Form
from generator.core.problems import Fault
from generator.reading.facets import Facets, parse_facets
from generator.reading.labels import (
    part_of_column,
    part_of_row,
    period_of,
    printed,
    report_doubles,
    report_order,
    told_apart,
)
from generator.reading.rows import Desk, Row, is_whole, read_amount, report_mistyped, sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.markdown import Grid, Heading, Text

CODES = {
    "table-without-values": "A finance table without a column for values.",
    "table-without-line": "A figure that does not say on which line of the source it stands.",
}

TEXT_COLUMNS = (
    "id", "measure", "unit", "basis", "qualities", "period", "line", "confidence", "category",
    "note", "source",
)  # fmt: skip
PERIOD_LABELS = ("year", "period", "financial year")
ENDS = (Part.LOW, Part.HIGH)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Columns:
    """The columns of a table: where those for words stand in a row, and those for values.

    Attributes:
        dated: whether the labels of the rows are periods.
        guessed: whether the name of one for words is mistyped, so that its words are lost.
    """

    table: str
    context: Context
    texts: dict[str, int]
    indexes: tuple[int, ...]
    axes: tuple[Axis, ...]
    dated: bool
    guessed: bool


def read_finance_table(desk: Desk, heading: Heading, facets: Facets, grid: Grid) -> Table | None:
    """The finance table that `grid` holds; None where its shape cannot be read."""
    if not sized(desk, grid):
        return None
    columns = _columns(desk, heading, facets, grid)
    if not columns.axes:
        desk.at(grid.heading[0], _NO_VALUES)
        return None
    desk.stands(("tables", columns.table), heading.typed)
    lines = [_line(desk, cells, columns, whole=is_whole(desk, grid, cells)) for cells in grid.rows]
    rows = tuple(axis for axis, _ in lines)
    labels = [cells[0] for cells in grid.rows]
    report_doubles(desk, "row", labels, rows)
    report_order(
        desk, labels, rows if columns.dated else [replace(r, part=Part.TOTAL) for r in rows]
    )
    if not columns.guessed:
        _report_lines(desk, heading, facets, grid, rows)
    return Table(
        id=columns.table, title=heading.title, rows=rows, columns=columns.axes,
        amounts=tuple(amounts for _, amounts in lines), context=facets.context, note=facets.note,
        heading=printed(grid.heading[0].text),
    )  # fmt: skip


def _columns(desk: Desk, heading: Heading, facets: Facets, grid: Grid) -> _Columns:
    table = heading.id or ""
    names = [cell.text.lower() for cell in grid.heading]
    texts = {name: n for n, name in enumerate(names) if n > 0 and name in TEXT_COLUMNS}
    mistyped = _mistyped(desk, grid)
    indexes = tuple(n for n in range(1, len(names)) if n not in {*texts.values(), *mistyped})
    axes = told_apart(_with_ranges([_column_axis(desk, grid.heading[n]) for n in indexes]))
    cells = [grid.heading[n] for n in indexes]
    for cell, axis in zip(cells, axes, strict=True):
        desk.stands(("tables", table, 0, axis.id), cell)
    report_doubles(desk, "column", cells, axes)
    report_order(desk, cells, axes)
    return _Columns(
        table=table, context=facets.context, texts=texts, indexes=indexes, axes=axes,
        dated=names[0] in PERIOD_LABELS, guessed=bool(mistyped),
    )  # fmt: skip


def _mistyped(desk: Desk, grid: Grid) -> list[int]:
    """Columns that hold no amount at all, with a name that is a slip of one for words."""
    wordy = [
        number
        for number in range(1, len(grid.heading))
        if all(
            isinstance(parse_amount(row[number].text), Fault)
            for row in grid.rows
            if number < len(row) and row[number].text
        )
    ]
    return [n for n in wordy if report_mistyped(desk, grid.heading[n], TEXT_COLUMNS)]


def _column_axis(desk: Desk, cell: Text) -> Axis:
    text = " ".join(cell.text.split())
    found = re.fullmatch(r"(.*?) ?\[([^\[\]]*)\]", text)
    label, said = (found[1], found[2]) if found else (text, "")
    facets, faults = parse_facets(said)
    for fault in faults:
        desk.at(cell, fault)
    period = period_of(desk, cell, label)
    part = part_of_column(label)
    # "over 5 years" beside the years is what they come to.
    if period is not None and period.form is Form.DURATION:
        part = Part.TOTAL
    name = printed(label)
    context = Context(period=period).over(facets.context)
    return Axis(id=slug_of(name), label=name, part=part, context=context)


def _with_ranges(axes: Sequence[Axis]) -> tuple[Axis, ...]:
    """The columns; "High needs" is the upper end of a range only where there is a lower one."""
    if {axis.part for axis in axes}.issuperset(ENDS):
        return tuple(axes)
    plain = (Part.ITEM if axis.part in (*ENDS, Part.MIDDLE) else axis.part for axis in axes)
    return tuple(replace(axis, part=part) for axis, part in zip(axes, plain, strict=True))


def _line(
    desk: Desk, cells: Sequence[Text], columns: _Columns, *, whole: bool
) -> tuple[Axis, tuple[Amount, ...]]:
    """One row and its amounts; of a row with cells too many or too few only the label is sure."""
    typed = {name: cells[n] for name, n in columns.texts.items()} if whole else {}
    axis = _row_axis(desk, cells[0], Row(cells=typed, desk=desk), dated=columns.dated)
    path = ("tables", columns.table, axis.id)
    desk.stands(path, cells[0])
    for name, cell in typed.items():
        desk.stands((*path, name), cell)
    amounts = []
    for index, column in zip(columns.indexes, columns.axes, strict=True):
        unit = axis.context.over(column.context.over(columns.context)).counts_in
        if whole:
            amounts.append(read_amount(desk, cells[index], unit))
            desk.stands((*path, column.id), cells[index])
        else:
            amounts.append(Amount(state=State.UNREADABLE, unit=unit.base))
    return axis, tuple(amounts)


def _row_axis(desk: Desk, label: Text, row: Row, *, dated: bool) -> Axis:
    context = row.context()
    name = printed(label.text)
    part = part_of_row(name)
    if dated and part is Part.ITEM:
        period = period_of(desk, label, label.text, needed=True)
        context = context.over(Context(period=period))
    return Axis(
        id=row.id("id") or slug_of(name), label=name, part=part, context=context,
        confidence=row.text("confidence"), category=row.text("category"), note=row.text("note"),
    )  # fmt: skip


def _report_lines(
    desk: Desk, heading: Heading, facets: Facets, grid: Grid, rows: Sequence[Axis]
) -> None:
    """A problem where neither the table nor one of its whole rows says on which line it stands."""
    wanting = any(
        row.context.lines is None and len(cells) == len(grid.heading)
        for cells, row in zip(grid.rows, rows, strict=True)
    )
    if facets.context.lines is None and wanting:
        desk.report(heading.line, 1, _NO_LINE)


_NO_VALUES = Fault(
    code="table-without-values",
    read="a table without a column for values",
    expected="at least one column beside the labels and the columns of words",
    remedy="add a column whose heading is a period, such as 2018/19, or a word",
)
_NO_LINE = Fault(
    code="table-without-line",
    read="figures without the line of the source on which they stand",
    expected="“lines 2112 to 2126” behind a semicolon below the heading, or a column “line”",
    remedy="add the lines of the source's text copy",
)
