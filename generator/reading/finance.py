"""Finance tables: labels down the side, periods or words across, amounts between.

A heading that is a period gives its column that period; one that begins with Total
is a total; Lower, Upper and Average make a range. What is damaged in a heading
keeps its print and gets a reading, as a cell does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.amounts import POUNDS, Amount
from generator.core.figures import Axis, Context, Part, Table
from generator.core.identity import slug_of
from generator.core.periods import Form, Period, parse_period
from generator.core.problems import Fault
from generator.reading.facets import Facets, parse_facets
from generator.reading.rows import Desk, Row, read_amount, sized, whole_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.markdown import Grid, Heading, Text

CODES = {
    "period-order": "Columns whose periods do not follow each other.",
    "label-twice": "Two rows or columns of a table with the same id.",
    "table-without-values": "A finance table without a column for values.",
    "table-without-line": "A figure that does not say on which line of the source it stands.",
}

TEXT_COLUMNS = (
    "id", "measure", "unit", "basis", "qualities", "period", "line", "confidence", "category",
    "note", "source",
)  # fmt: skip
PERIOD_LABELS = ("year", "period", "financial year")
# A heading that names a year but not in a way that is known is a mistake, not a word.
LOOKS_LIKE_A_YEAR = re.compile(r"(FY\s*)?(20)?\d\d\s*[/-]\s*(20)?\d\d", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Values:
    """The columns that hold values: where they stand in a row, and what they are."""

    table: str
    context: Context
    indexes: tuple[int, ...]
    axes: tuple[Axis, ...]


def read_finance_table(desk: Desk, heading: Heading, facets: Facets, grid: Grid) -> Table | None:
    """The finance table that `grid` holds; None where its shape cannot be read."""
    if not sized(desk, grid):
        return None
    texts = {
        cell.text.lower(): index
        for index, cell in enumerate(grid.heading)
        if index > 0 and cell.text.lower() in TEXT_COLUMNS
    }
    values = _value_columns(desk, heading, facets, grid, set(texts.values()))
    if not values.axes:
        desk.at(grid.heading[0], _NO_VALUES)
        return None
    dated = grid.heading[0].text.lower() in PERIOD_LABELS
    rows, amounts = [], []
    for cells in whole_rows(desk, grid):
        row = Row(cells={n: cells[i] for n, i in texts.items()}, desk=desk, line=cells[0].line)
        axis = _row_axis(desk, cells[0], row, dated=dated)
        rows.append(axis)
        amounts.append(_amounts(desk, axis, cells, values))
    _distinct(desk, grid, rows)
    table = Table(
        id=heading.id or "", title=heading.title, rows=tuple(rows), columns=values.axes,
        amounts=tuple(amounts), context=facets.context, note=facets.note,
    )  # fmt: skip
    _every_value_has_a_line(desk, heading, table)
    return table


def _value_columns(
    desk: Desk, table: Heading, facets: Facets, grid: Grid, texts: set[int]
) -> _Values:
    heading = grid.heading
    indexes = tuple(i for i in range(1, len(heading)) if i not in texts)
    axes = tuple(_column_axis(desk, heading[i]) for i in indexes)
    ids: set[str] = set()
    latest: Period | None = None
    for index, axis in zip(indexes, axes, strict=True):
        if axis.id in ids:
            desk.at(heading[index], _label_twice("column", axis.id))
        ids.add(axis.id)
        period = axis.context.period
        if period is None or axis.part is not Part.ITEM or period.meant.start is None:
            continue
        if latest is not None and latest.start and period.meant.start <= latest.start:
            desk.at(heading[index], _out_of_order(axis.label))
        latest = period.meant
    return _Values(table=table.id or "", context=facets.context, indexes=indexes, axes=axes)


def _column_axis(desk: Desk, cell: Text) -> Axis:
    found = re.fullmatch(r"(.*?)\s*\[([^\[\]]*)\]", cell.text)
    label, said = (found[1], found[2]) if found else (cell.text, "")
    facets, faults = parse_facets(said)
    for fault in faults:
        desk.at(cell, fault)
    period = _period(desk, cell, label)
    part = _part(label)
    # "over 5 years" beside the years is what they come to.
    if period is not None and period.form is Form.DURATION:
        part = Part.TOTAL
    context = Context(period=period).over(facets.context)
    return Axis(id=slug_of(_printed(label)), label=_printed(label), part=part, context=context)


def _period(desk: Desk, cell: Text, label: str) -> Period | None:
    """The period a label names; a label that only looks like a year is a problem."""
    period = parse_period(label)
    if not isinstance(period, Fault):
        return period
    if "(read " in label or LOOKS_LIKE_A_YEAR.fullmatch(label):
        desk.at(cell, period)
    return None


def _printed(label: str) -> str:
    return label.split("(read ", maxsplit=1)[0].strip()


def _part(label: str) -> Part:
    first = re.match(r"[a-z]+(?:[ -]total)?", label.lower())
    match first[0] if first else "":
        case "total" | "totals" | "grand total" | "overall total":
            return Part.TOTAL
        case "subtotal" | "subtotals" | "sub total" | "sub-total":
            return Part.SUBTOTAL
        case "lower" | "low" | "minimum":
            return Part.LOW
        case "upper" | "high" | "maximum":
            return Part.HIGH
        case "average" | "mid" | "mean":
            return Part.MIDDLE
        case _:
            return Part.ITEM


def _row_axis(desk: Desk, label: Text, row: Row, *, dated: bool) -> Axis:
    context = row.context()
    if dated and _part(label.text) is Part.ITEM:
        context = context.over(Context(period=_period(desk, label, label.text)))
    printed = _printed(label.text)
    return Axis(
        id=row.text("id") or slug_of(printed), label=printed, part=_part(printed), context=context,
        confidence=row.text("confidence"), category=row.text("category"), note=row.text("note"),
    )  # fmt: skip


def _amounts(desk: Desk, row: Axis, cells: Sequence[Text], values: _Values) -> tuple[Amount, ...]:
    amounts = []
    for index, column in zip(values.indexes, values.axes, strict=True):
        unit = row.context.over(column.context.over(values.context)).unit or POUNDS
        amounts.append(read_amount(desk, cells[index], unit))
        desk.stands(("tables", values.table, row.id, column.id), cells[index])
    return tuple(amounts)


def _distinct(desk: Desk, grid: Grid, rows: Sequence[Axis]) -> None:
    seen: set[str] = set()
    whole = [cells for cells in grid.rows if len(cells) == len(grid.heading)]
    for cells, axis in zip(whole, rows, strict=True):
        if axis.id in seen or not axis.id:
            desk.at(cells[0], _label_twice("row", axis.id))
        seen.add(axis.id)


def _every_value_has_a_line(desk: Desk, heading: Heading, table: Table) -> None:
    if table.context.lines is None and any(row.context.lines is None for row in table.rows):
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


def _label_twice(what: str, id_: str) -> Fault:
    return Fault(
        code="label-twice",
        read=f"a second {what} with the id “{id_}”" if id_ else f"a {what} without a name",
        expected=f"an id of its own for each {what}",
        remedy=f"give each {what} a name of its own"
        + (", or add a column “id”" if what == "row" else ""),
    )


def _out_of_order(label: str) -> Fault:
    return Fault(
        code="period-order",
        read=f"“{label}” behind a period that does not come before it",
        expected="columns in the order of time",
        remedy="put the columns in order; if the document prints a year that cannot be meant, "
        "add a reading, such as 2015/17 (read 2016/17: reason)",
    )
