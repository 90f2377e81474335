"""Relations that name figures of a case and still say nothing: faults for who wrote the line.

A figure that no value can be held against, or a table without the totals that it is said to
add up to, would pass every check in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.cell_text import LONGEST_NAME, quoted
from generator.core.partners import partner
from generator.core.problems import Fault
from generator.core.relations import Form
from generator.core.totals import TOTALS

if TYPE_CHECKING:
    from generator.core.operands import Operand
    from generator.core.relations import Relation

CODES = {
    "relation-empty": "A relation with a figure that nothing in it can be held against.",
}


def empty(relation: Relation, result: Operand, *others: Operand) -> Fault | None:
    """What keeps a relation of `result` to `others`, or a part of it, from saying anything."""
    if relation.form is Form.ADDS_UP:
        return _without_total(relation, result)
    if relation.form is Form.COMES_FROM:
        whole = next((other for other in others if other.table), None)
        return _whole_table(whole) if whole else None
    lonely = (o for o in others if not any(partner(relation, i, result, o) for i in result.items))
    unpaired = next(lonely, None)
    return _pairs_nothing(result, unpaired) if unpaired else None


def _without_total(relation: Relation, result: Operand) -> Fault | None:
    if result.table is None:
        return Fault(
            code="relation-empty",
            read=f"{quoted(result.name, LONGEST_NAME)}, which is not a whole table",
            expected="the id of a finance table before “adds up”",
            remedy="name the table alone, without a row or a column",
        )
    ways = (
        (relation.by_row, "row", "column", result.table.columns),
        (relation.by_column, "column", "row", result.table.rows),
    )
    for claimed, way, other, axes in ways:
        if claimed and not any(axis.part in TOTALS for axis in axes):
            return Fault(
                code="relation-empty",
                read=f"“{result.name}”, which has no {other} with totals",
                expected=f"to add up by {way}, a {other} whose name begins with Total or Subtotal",
                remedy=f"name the {other} Total, or take “by {way}” out",
            )
    return None


def _whole_table(operand: Operand) -> Fault:
    return Fault(
        code="relation-empty",
        read=f"{quoted(operand.name, LONGEST_NAME)}, which is a whole table",
        expected="behind “comes from” the figures of one row or column, year by year",
        remedy="name a row or a column of it: table.row",
    )


def _pairs_nothing(result: Operand, other: Operand) -> Fault:
    return Fault(
        code="relation-empty",
        read=f"{quoted(other.name, LONGEST_NAME)}, of which nothing is for the same year, row or "
        f"column as {quoted(result.name, LONGEST_NAME)}",
        expected="single values, or rows or columns with the same periods or labels",
        remedy="name a single value, table.row.column, on each side",
    )
