"""A finance table on a page: cells as printed, and what each of them counts.

What is true of all cells is said once above the table. What differs from row to row
or column to column stands beside the row or the column, so that no cell is without
its measure, its period and its basis.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.amounts import State
from generator.core.totals import TOTALS
from generator.pages.cells import Cell, cell, printed
from generator.pages.phrases import (
    basis_words,
    ended,
    in_period,
    measured,
    period_words,
    place,
    unit_words,
)
from generator.pages.table_files import table_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.core.figures import Axis, Context, Table
    from generator.pages.finding_view import Mark

BLANKS = "Blank cells and dashes are as printed; they do not mean zero."


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The heading of a row or a column: its label as printed, and what is true of it alone."""

    label: str
    about: str
    reading: str
    total: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RowView:
    """One row: its heading, its cells, and a text for each of the table's `extras`."""

    head: Head
    cells: tuple[Cell, ...]
    extras: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TableView:
    """A table, ready to be set."""

    anchor: str
    csv: str
    title: str
    about: str
    corner: str
    columns: tuple[Head, ...]
    extras: tuple[str, ...]
    rows: tuple[RowView, ...]
    notes: tuple[str, ...]


def table_view(table: Table, anchor: str, marks: Mapping[str, tuple[Mark, ...]]) -> TableView:
    """A finance table of a case; `marks` are those of its cells, by ``table.row.column``."""
    kinds = [kind for kind in ("confidence", "category", "note") if _any(table.rows, kind)]
    return TableView(
        anchor=anchor,
        csv=table_file(anchor),
        title=table.title,
        about=_about(table),
        corner=table.heading or ("Period" if _dated(table.rows) else "Item"),
        columns=tuple(_head(axis) for axis in table.columns),
        extras=tuple(kind.capitalize() for kind in kinds),
        rows=tuple(
            RowView(
                head=_head(row),
                cells=tuple(
                    cell(
                        amount,
                        total=column.part in TOTALS,
                        marks=marks.get(f"{table.id}.{row.id}.{column.id}", ()),
                    )
                    for amount, column in zip(amounts, table.columns, strict=True)
                ),
                extras=tuple(getattr(row, kind) or "" for kind in kinds),
            )
            for row, amounts in zip(table.rows, table.amounts, strict=True)
        ),
        notes=_notes(table),
    )


def _dated(rows: Sequence[Axis]) -> bool:
    """Whether the rows are periods; a total of them has none of its own."""
    return all(row.context.period or row.part in TOTALS for row in rows)


def _any(rows: Sequence[Axis], kind: str) -> bool:
    return any(getattr(row, kind) for row in rows)


def _notes(table: Table) -> tuple[str, ...]:
    empty = any(
        amount.state is State.ABSENT and (printed(amount) or not amount.printed)
        for _, _, amount in table.cells()
    )
    note = (ended(table.note),) if table.note else ()
    return (*note, BLANKS) if empty else note


def _about(table: Table) -> str:
    """What is true of the whole table: measure, unit, period, basis, place."""
    context = table.context
    parts = [
        measured(context.measure, context.qualities),
        "" if context.measure else _gap(table, "measure", "what is measured"),
        f"in {unit_words(context.counts_in)}",
        in_period(context.period) if context.period else _gap(table, "period", "period"),
        _basis_beside(context) if context.basis else _gap(table, "basis", "basis"),
    ]
    about = ", ".join(filter(None, parts))
    lines = place(context.lines)
    return ended(f"{about}; {lines} of our text copy" if lines else about)


def _gap(table: Table, facet: str, what: str) -> str:
    """What is said where the table, its rows and its columns leave something open."""
    cells = [table.context_at(row, column) for row, column, _ in table.cells()]
    known = [getattr(context, facet) is not None for context in cells]
    if not any(known):
        return f"{what} not stated"
    # A total has no period of its own: it is for all of them.
    if all(known) or facet == "period":
        return ""
    return f"{what} not stated unless it stands beside a row or column"


def _head(axis: Axis) -> Head:
    """A row or column; its period is said beside it only where the label does not say it."""
    context, period = axis.context, axis.context.period
    own = period is not None and axis.label == period.printed
    damaged = period is not None and period.reading is not None
    parts = [
        measured(context.measure, context.qualities),
        f"in {unit_words(context.unit)}" if context.unit else "",
        in_period(period) if period and not own and not damaged else "",
        _basis_beside(context),
        place(context.lines),
    ]
    return Head(
        label=axis.label,
        about="; ".join(filter(None, parts)),
        reading=f"read as {_meant(axis)}" if damaged else "",
        total=axis.part in TOTALS,
    )


def _basis_beside(context: Context) -> str:
    if context.basis is None:
        return ""
    words = basis_words(context.basis)
    return f"basis {words}" if words == "not stated" else words


def _meant(axis: Axis) -> str:
    period = axis.context.period
    return f"{period_words(period.reading)}: {period.reading_reason}" if period else ""
