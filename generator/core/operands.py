"""What a name in a relation stands for: a value, a row, a column, or a whole table.

Names are made of ids: ``headline``, a figure, claim or benefit by its id, and
``table.row.column``, ``table.row`` or ``table.column`` in a table. A row or a column
is a series; two series are compared value by value, paired by what each value is
for: the same period, the total, or the same id.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.core.cell_text import LONGEST_NAME, nearest, quoted
from generator.core.figures import Axis, Part, Table
from generator.core.identity import slug_of
from generator.core.once import once
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.periods import Period

CODES = {
    "relation-to-nothing": "A relation that names a figure, table, row or column that is missing.",
    "relation-ambiguous": "A name that is both a row and a column of its table.",
}

HEADLINE = "headline"
SPLITS = f"{HEADLINE}.splits."  # and the name of a part
TOTAL = "total"


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One value of an operand.

    Attributes:
        key: what it is for within its series; equal keys are paired.
        name: its full name, such as ``summary.costs.2014-15``; of another case, with its path.
        amount: what stands there.
    """

    key: str
    name: str
    amount: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class Operand:
    """What a name stands for: its values in printed order, and the table if it is a whole one."""

    name: str
    items: tuple[Item, ...]
    table: Table | None = None

    @property
    def single(self) -> bool:
        """Whether it is one value, which may be paired with any other single one."""
        return len(self.items) == 1


def resolve(
    case: Case, name: str, others: Mapping[str, Case] = MappingProxyType({})
) -> Operand | Fault:
    """The operand that `name` stands for in `case`, or what is wrong with the name.

    ``council/year/slug#name`` means a figure of another case, one of `others` by its path.
    """
    path, mark, inner = name.rpartition("#")
    if mark:
        return _elsewhere(path, inner, others)
    head, *rest = name.split(".")
    table = next((table for table in case.tables if table.id == head), None)
    if table is not None:
        return _in_table(table, name, rest)
    value = _values(case).get(name)
    if value is None:
        return _nothing(name, [*_values(case), *(table.id for table in case.tables)])
    return Operand(name=name, items=(Item(key="", name=name, amount=value),))


def _elsewhere(path: str, inner: str, others: Mapping[str, Case]) -> Operand | Fault:
    """A figure of another case; its values keep the case in their names."""
    if path not in others:
        return _no_case(path, list(others))
    found = resolve(others[path], inner)
    if isinstance(found, Fault):
        return found
    items = tuple(replace(item, name=f"{path}#{item.name}") for item in found.items)
    return replace(found, items=items)


def split_name(name: str) -> str:
    """The name of a part of the headline, which the document calls `name`."""
    return f"{SPLITS}{slug_of(name)}"


@once
def _values(case: Case) -> dict[str, Amount]:
    """Every single value that has a name outside the finance tables."""
    values: dict[str, Amount] = {}
    if case.headline:
        values[HEADLINE] = case.headline.amount
        values |= {split_name(split.name): split.amount for split in case.headline.splits}
    values |= {figure.id: figure.amount for figure in case.figures}
    values |= {claim.id: claim.value for claim in case.claims}
    for benefit in case.benefits:
        values |= {f"{benefit.id}.{slug_of(t.label)}": t.amount for t in benefit.targets}
        if benefit.baseline:
            values[f"{benefit.id}.baseline"] = benefit.baseline
    return values


def _in_table(  # noqa: PLR0911 - one return for each shape of a name
    table: Table, name: str, parts: list[str]
) -> Operand | Fault:
    rows = [axis.id for axis in table.rows]
    columns = [axis.id for axis in table.columns]
    match parts:
        case []:
            return Operand(name=name, items=(), table=table)
        case [part] if part in rows and part in columns:
            return _ambiguous(name, table)
        case [part] if part in rows:
            return _row(table, name, rows.index(part))
        case [part] if part in columns:
            return _column(table, name, columns.index(part))
        case [row, column] if row in rows and column in columns:
            amount = table.amounts[rows.index(row)][columns.index(column)]
            return Operand(name=name, items=(Item(key="", name=name, amount=amount),))
        case [row, column] if row in rows:
            return _nothing(name, [f"{table.id}.{row}.{id_}" for id_ in columns])
        case _:
            return _nothing(name, [f"{table.id}.{id_}" for id_ in (*rows, *columns)])


def _row(table: Table, name: str, row: int) -> Operand:
    keys = _keys(table.columns)
    items = tuple(
        Item(key=keys[c], name=f"{name}.{axis.id}", amount=table.amounts[row][c])
        for c, axis in enumerate(table.columns)
    )
    return Operand(name=name, items=items)


def _column(table: Table, name: str, column: int) -> Operand:
    items = tuple(
        Item(key=key, name=f"{table.id}.{axis.id}.{table.columns[column].id}", amount=cells[column])
        for key, axis, cells in zip(_keys(table.rows), table.rows, table.amounts, strict=True)
    )
    return Operand(name=name, items=items)


def key_of(axis: Axis) -> str:
    """What a value of this row or column is for: the total, a period, or its own id."""
    if axis.part is Part.TOTAL:
        return TOTAL
    return _key_of_period(axis.context.period.meant) if axis.context.period else axis.id


def _key_of_period(period: Period) -> str:
    """The days of a period where it has any, so that “2014/15” is “April 2014 to March 2015”."""
    if period.start or period.end:
        return f"{period.start} to {period.end}"
    ends = [_key_of_period(end) for end in (period.first, period.last) if end]
    return " to ".join(ends) or f"{period.form} {period.number} {period.unit}"


def _keys(axes: Sequence[Axis]) -> list[str]:
    """The key of each axis; where two would have the same, as two posts of one year, their ids."""
    keys = [key_of(axis) for axis in axes]
    return [key if keys.count(key) == 1 else axis.id for key, axis in zip(keys, axes, strict=True)]


def _no_case(path: str, known: list[str]) -> Fault:
    suggestion = nearest(path, known)
    return Fault(
        code="relation-to-nothing",
        read=f"the case {quoted(path, LONGEST_NAME)}" if path else "a # without a case before it",
        expected="before # the path of a case in this register",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "take the relation out where the other case is not in this register",
    )


def _nothing(name: str, known: list[str]) -> Fault:
    suggestion = nearest(name, known)
    return Fault(
        code="relation-to-nothing",
        read=quoted(name, LONGEST_NAME),
        expected="the id of a figure, claim or table of this case, table.row, table.column, "
        "table.row.column, or headline",
        remedy=f"write “{suggestion}”, if that is meant" if suggestion else "correct the name",
    )


def _ambiguous(name: str, table: Table) -> Fault:
    return Fault(
        code="relation-ambiguous",
        read=quoted(name, LONGEST_NAME),
        expected=f"a name that is either a row or a column of the table “{table.id}”; this is both",
        remedy="give the row an id of its own in a column called id, and use that",
    )
