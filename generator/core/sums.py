"""The arithmetic of relations, and no judgement.

Each relation of a case gives sums: what is published, what comes out when it is
worked out from its parts, and the parts. Whether a difference matters is for the
audit to say. Sums use a reading where a print is damaged. A part that is blank, a
dash, nil or N/A adds nothing; a part that is withheld, to be confirmed or not
readable is left out and named, so that the sum can say "at least".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, PENCE, POUNDS, State
from generator.core.cell_text import LONGEST_NAME, quoted
from generator.core.figures import Part, Table
from generator.core.operands import TOTAL, Item, Operand, key_of, resolve
from generator.core.problems import Fault
from generator.core.relations import Form, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.core.amounts import Unit
    from generator.core.case import Case

CODES = {
    "relation-empty": "A relation with a figure that nothing in it can be held against.",
}

UNKNOWN = (State.TBC, State.WITHHELD, State.UNREADABLE, State.WORDS)
TOTALS = (Part.TOTAL, Part.SUBTOTAL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Addend:
    """One part of a sum, with the factor it is taken by: 1, -1, a share, or 0.01 for pence."""

    item: Item
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sum:
    """One published value beside what its parts come to.

    Attributes:
        relation: the line that claims it.
        published: the value that the document prints.
        addends: the parts that have a number, in printed order.
        left_out: names of parts whose number is not known.
        recomputed: what the parts come to, exact; of ranges, the lower ends.
        recomputed_high: with ranges among the parts, what the upper ends come to.
        difference: published less recomputed; None where the published value has no number.
    """

    relation: Relation
    published: Item
    addends: tuple[Addend, ...]
    left_out: tuple[str, ...]
    recomputed: Decimal
    recomputed_high: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        """Published less recomputed, in the units of the published value."""
        number = self.published.amount.meant.number
        return None if number is None else EXACT.subtract(number, self.recomputed)


def evaluate(
    case: Case, relation: Relation, others: Mapping[str, Case] = MappingProxyType({})
) -> tuple[Sum, ...] | Fault:
    """Every sum that `relation` claims in `case`; a `Fault` for a name that stands for nothing.

    A sum is left away where nothing was published to hold it against, or where no
    part has a number. A part that belongs to no value of the result at all, and a table
    without the totals that it is said to add up to, are faults too. `others` are the
    cases, by path, whose figures a relation may name.
    """
    operands: list[Operand] = []
    for name in relation.names:
        operand = resolve(case, name, others)
        if isinstance(operand, Fault):
            return operand
        operands.append(operand)
    return _empty(relation, *operands) or tuple(_sums(relation, operands))


def _empty(relation: Relation, result: Operand, *others: Operand) -> Fault | None:
    """What keeps a relation, or a part of it, from saying anything."""
    if relation.form is Form.ADDS_UP:
        return _without_total(relation, result)
    lonely = (o for o in others if not any(_partner(relation, i, result, o) for i in result.items))
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


def _pairs_nothing(result: Operand, other: Operand) -> Fault:
    return Fault(
        code="relation-empty",
        read=f"{quoted(other.name, LONGEST_NAME)}, of which nothing is for the same year, row or "
        f"column as {quoted(result.name, LONGEST_NAME)}",
        expected="single values, or rows or columns with the same periods or labels",
        remedy="name a single value, table.row.column, on each side",
    )


def _sums(relation: Relation, operands: Sequence[Operand]) -> Iterable[Sum]:
    result, *others = operands
    match relation.form:
        case Form.ADDS_UP:
            return _table_sums(relation, result.table) if result.table else ()
        case Form.RUNNING_TOTAL:
            return _running_totals(relation, result, others[0])
        case Form.SHARE:
            return _shares(relation, result, others)
        case Form.SAME:
            return _same(relation, result, others)
        case Form.SUM:
            signs = [Decimal(term.sign) for term in relation.terms]
            return _combined(relation, result, list(zip(others, signs, strict=True)))


def _combined(
    relation: Relation, result: Operand, parts: list[tuple[Operand, Decimal]]
) -> Iterable[Sum]:
    for published in result.items:
        paired = [(_paired(published, result, part), factor) for part, factor in parts]
        yield from _sum(relation, published, [(item, f) for item, f in paired if item is not None])


def _same(relation: Relation, result: Operand, others: Sequence[Operand]) -> Iterable[Sum]:
    for other in others:
        yield from _combined(relation, result, [(other, Decimal(1))])


def _shares(relation: Relation, result: Operand, others: Sequence[Operand]) -> Iterable[Sum]:
    percents, bases = (others[0], others[1]) if relation.percent_name else (None, others[0])
    for published in result.items:
        base = _one_for_all(published, bases)
        percent = relation.percent
        if percents is not None:
            held = _one_for_all(published, percents)
            percent = held.amount.meant.number if held else None
        if base is not None and percent is not None:
            yield from _sum(relation, published, [(base, EXACT.divide(percent, Decimal(100)))])


def _running_totals(relation: Relation, result: Operand, other: Operand) -> Iterable[Sum]:
    so_far: list[tuple[Item, Decimal]] = []
    totals = {item.key: item for item in result.items}
    for item in other.items:
        if item.key == TOTAL:
            continue
        so_far.append((item, Decimal(1)))
        published = totals.get(item.key)
        if published is not None:
            yield from _sum(relation, published, so_far)


def _table_sums(relation: Relation, table: Table) -> Iterable[Sum]:
    if relation.by_row:
        for r in range(len(table.rows)):
            yield from _line_sums(
                relation, _line(table, [(r, c) for c in range(len(table.columns))], across=True)
            )
    if relation.by_column:
        for c in range(len(table.columns)):
            yield from _line_sums(
                relation, _line(table, [(r, c) for r in range(len(table.rows))], across=False)
            )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cell:
    item: Item
    part: Part


def _line(table: Table, places: Iterable[tuple[int, int]], *, across: bool) -> list[_Cell]:
    """The cells of one row (`across`) or one column, each with its part in that direction."""
    cells = []
    for r, c in places:
        axis = table.columns[c] if across else table.rows[r]
        name = f"{table.id}.{table.rows[r].id}.{table.columns[c].id}"
        item = Item(key=key_of(axis), name=name, amount=table.amounts[r][c])
        cells.append(_Cell(item=item, part=axis.part))
    return cells


def _line_sums(relation: Relation, cells: Sequence[_Cell]) -> Iterable[Sum]:
    """Each subtotal against the items since the one before, each total against all items so far.

    A total that is printed before any item is held against all that follow.
    """
    items = [cell for cell in cells if cell.part is Part.ITEM]
    since_subtotal: list[_Cell] = []
    so_far: list[_Cell] = []
    for cell in cells:
        if cell.part is Part.SUBTOTAL:
            yield from _sum(relation, cell.item, _like(cell, since_subtotal))
            since_subtotal = []
        elif cell.part is Part.TOTAL:
            yield from _sum(relation, cell.item, _like(cell, so_far or items))
        elif cell.part is Part.ITEM:
            since_subtotal.append(cell)
            so_far.append(cell)


def _like(total: _Cell, cells: Iterable[_Cell]) -> list[tuple[Item, Decimal]]:
    """The cells that a total can add: those in its own unit, known or not."""
    unit = total.item.amount.meant.unit
    return [(cell.item, Decimal(1)) for cell in cells if cell.item.amount.meant.unit == unit]


def _one_for_all(published: Item, other: Operand) -> Item | None:
    """As `_paired`; but one base, or one percentage, serves every value of a series."""
    return other.items[0] if other.single else _by_key(published, other)


def _partner(relation: Relation, item: Item, result: Operand, other: Operand) -> Item | None:
    """The value of `other` that a relation of this form holds against `item`."""
    if relation.form is Form.SHARE:
        return _one_for_all(item, other)
    return _paired(item, result, other)


def _paired(published: Item, result: Operand, other: Operand) -> Item | None:
    """The value of `other` that belongs to `published`: of the same key, or the only one."""
    if other.single:
        return other.items[0] if result.single else _by_key(published, other)
    return _by_key(published, other)


def _by_key(published: Item, other: Operand) -> Item | None:
    return next((item for item in other.items if item.key == published.key), None)


def _sum(
    relation: Relation, published: Item, parts: Iterable[tuple[Item, Decimal]]
) -> Iterable[Sum]:
    addends: list[Addend] = []
    left_out: list[str] = []
    for item, factor in parts:
        if item.amount.meant.number is not None:
            rate = _rate(item.amount.meant.unit, published.amount.meant.unit)
            addends.append(Addend(item=item, factor=EXACT.multiply(factor, rate)))
        elif item.amount.meant.state in UNKNOWN:
            left_out.append(item.name)
    if published.amount.meant.number is None or not addends:
        return ()
    return (
        Sum(
            relation=relation,
            published=published,
            addends=tuple(addends),
            left_out=tuple(left_out),
            recomputed=_total(addends, high=False),
            recomputed_high=_total_high(addends),
        ),
    )


def _rate(unit: Unit, published: Unit) -> Decimal:
    """How many of the published value's unit one of a part's is: a penny is 0.01 of a pound."""
    if (unit, published) == (PENCE, POUNDS):
        return Decimal("0.01")
    return Decimal(100) if (unit, published) == (POUNDS, PENCE) else Decimal(1)


def _total_high(addends: Sequence[Addend]) -> Decimal | None:
    if all(addend.item.amount.meant.high is None for addend in addends):
        return None
    return _total(addends, high=True)


def _total(addends: Sequence[Addend], *, high: bool) -> Decimal:
    """The parts added up. In a difference of ranges the lower end takes the other's upper end."""
    total = Decimal(0)
    for addend in addends:
        amount = addend.item.amount.meant
        upper = high if addend.factor > 0 else not high
        number = amount.high if upper and amount.high is not None else amount.number
        total = EXACT.add(total, EXACT.multiply(number or Decimal(0), addend.factor))
    return total
