"""A finance table as CSV: a line for each cell, with all that the cell counts.

Whoever works with a spreadsheet should not have to copy figures off a page. A table as
printed mixes amounts with words and periods with totals; here each cell stands alone with
its measure, period and basis, the print beside the number, so that a filter does what a
glance does on the page. RFC 4180, UTF-8; the page on data tells the columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.anchors import places_on_page
from generator.pages.cells import printed
from generator.pages.figure_data import line_data, number_of_unit, unit_name
from generator.pages.phrases import basis_words, measured, period_words
from generator.pages.spreadsheet import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.figures import Table

    Line = tuple[str | Decimal | None, ...]

COLUMNS = (
    *("row", "column", "part", "measure", "unit", "period", "basis", "printed", "amount", "to"),
    *("qualifier", "state", "read_as", "reason", "source", "line"),
)


def table_file(anchor: str) -> str:
    """The file of the table at an anchor of a case's page: ``tables/summary.csv``."""
    return f"tables/{anchor.removeprefix('table-')}.csv"


def tables_of(case: Case) -> Iterator[tuple[str, bytes]]:
    """Every finance table of a case: the file's name beside the page, and its bytes."""
    for table, anchor in zip(case.tables, places_on_page(case).tables, strict=True):
        yield table_file(anchor), as_csv(table, case.source)


def as_csv(table: Table, source: str) -> bytes:
    """One table; `source` is the key of the case's document."""
    cells = (_line(table, row, column, amount, source) for row, column, amount in table.cells())
    return sheet(COLUMNS, cells)


def _line(table: Table, row: int, column: int, amount: Amount, source: str) -> Line:
    """One cell."""
    context = table.context_at(row, column)
    read = amount.reading
    return (
        table.rows[row].label,
        table.columns[column].label,
        _part(table, row, column),
        measured(context.measure, context.qualities) or "not stated",
        unit_name(amount.unit),
        period_words(context.period.meant if context.period else None),
        basis_words(context.basis),
        printed(amount),
        number_of_unit(amount.number, amount.unit),
        number_of_unit(amount.high, amount.unit),
        amount.qualifier.value if amount.number is not None else "",
        amount.state.value,
        number_of_unit(read.number, read.unit) if read else None,
        amount.reading_reason or amount.withheld_reason,
        context.source or source,
        str(line_data(context.lines) or ""),
    )


def _part(table: Table, row: int, column: int) -> str:
    """``total`` where row or column is one, else what the column or the row is."""
    parts = (table.rows[row].part.value, table.columns[column].part.value)
    return next((part for part in parts if part != "item"), "item")
