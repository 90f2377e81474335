"""The arithmetic of relations, and no judgement.

Each relation of a case gives sums: what is published, what comes out when it is
worked out from its parts, and the parts. Whether a difference matters is for the
audit to say. Sums use a reading where a print is damaged. A part that is blank, a
dash, nil or N/A adds nothing; a part that is withheld, to be confirmed or not
readable is left out and named, so that the sum can say "at least".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, PENCE, PERCENT, POUNDS, State
from generator.core.cell_text import LONGEST_NAME, quoted
from generator.core.operands import TOTAL, Item, Operand, resolve
from generator.core.problems import Fault
from generator.core.relations import Form, Relation
from generator.core.totals import TOTALS, Line, totals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.core.amounts import Unit
    from generator.core.case import Case
    from generator.core.figures import Table

CODES = {
    "relation-empty": "A relation with a figure that nothing in it can be held against.",
}

UNKNOWN = (State.TBC, State.WITHHELD, State.UNREADABLE, State.WORDS)
ONE, HUNDRED = Decimal(1), Decimal(100)
QUOTIENT = Context(prec=28)  # a third has no last digit
# Of what was divided on the way the last digits are noise: 12,500 × 36 ÷ 12 is 37,500.
SIGNIFICANT = Context(prec=20)


class Operation(StrEnum):
    """What is done with the parts of a sum."""

    ADDED = "added"
    AVERAGED = "averaged"
    MULTIPLIED = "multiplied"


@dataclass(frozen=True, kw_only=True, slots=True)
class Addend:
    """One part of a sum.

    Attributes:
        factor: what it is taken by: 1, -1, a share, or 0.01 for pence. In a product too: 0.01
            for a percentage that is taken as a part of one.
        divides: in a product, whether the others are divided by it.
    """

    item: Item
    factor: Decimal = Decimal(1)
    divides: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sum:
    """One published value beside what its parts come to.

    Attributes:
        relation: the line that claims it.
        published: the value that the document prints.
        addends: the parts that have a number, in printed order.
        left_out: the parts whose number is not known.
        recomputed: what the parts come to, exact (a product to 20 digits); of ranges, the lower
            ends.
        recomputed_high: with ranges among the parts, what the upper ends come to.
        operation: what is done with the parts; a share by a figure is a product.
        constant: in a product, what the numbers of the relation itself come to.
        line: for a total of a table, which way it adds up and what it adds.
        difference: published less recomputed; None where the published value has no number.
    """

    relation: Relation
    published: Item
    addends: tuple[Addend, ...]
    left_out: tuple[Item, ...]
    recomputed: Decimal
    recomputed_high: Decimal | None = None
    operation: Operation = Operation.ADDED
    constant: Decimal = ONE
    line: Line | None = None

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
    if relation.form is Form.COMES_FROM:
        whole = next((other for other in others if other.table), None)
        return _whole_table(whole) if whole else None
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


def _sums(  # noqa: PLR0911 - one return for each form
    relation: Relation, operands: Sequence[Operand]
) -> Iterable[Sum]:
    result, *others = operands
    match relation.form:
        case Form.ADDS_UP:
            return _table_sums(relation, result.table) if result.table else ()
        case Form.PRODUCT:
            powers = [Decimal(term.sign) for term in relation.terms if term.name]
            return _products(relation, result, others, powers)
        case Form.MEAN:
            means = [(part, ONE) for part in others]
            return _combined(relation, result, means, Operation.AVERAGED)
        case Form.COMES_FROM:
            return ()  # no sum: the formula of the claim is the audit's
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
    relation: Relation,
    result: Operand,
    parts: list[tuple[Operand, Decimal]],
    operation: Operation = Operation.ADDED,
) -> Iterable[Sum]:
    for published in result.items:
        paired = [(_paired(published, result, part), factor) for part, factor in parts]
        known = [(item, factor) for item, factor in paired if item is not None]
        yield from _sum(relation, published, known, operation)


def _same(relation: Relation, result: Operand, others: Sequence[Operand]) -> Iterable[Sum]:
    for other in others:
        yield from _combined(relation, result, [(other, Decimal(1))])


def _shares(relation: Relation, result: Operand, others: Sequence[Operand]) -> Iterable[Sum]:
    """A typed percentage is exact; one that is a figure itself is a factor like any other."""
    if relation.percent is None:
        yield from _products(relation, result, others, [ONE, ONE])
        return
    for published in result.items:
        base = _one_for_all(published, others[0])
        if base is not None:
            share = EXACT.divide(relation.percent, HUNDRED)
            yield from _sum(relation, published, [(base, share)])


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
    for total in totals_of(table, by_row=relation.by_row, by_column=relation.by_column):
        parts = [(item, ONE) for item in total.items]
        for found in _sum(relation, total.published, parts):
            yield replace(found, line=total.line)


def _products(
    relation: Relation, result: Operand, others: Sequence[Operand], powers: Sequence[Decimal]
) -> Iterable[Sum]:
    """Each value as the product of its factors, of which `powers` says -1 for those that divide.

    Percentages count as parts of one, unless they are what comes out; pence as pounds. A
    product says nothing where a factor has no number, or where it divides by nothing.
    """
    constant_of_relation = _constant(relation)
    for published in result.items:
        items = [_one_for_all(published, other) for other in others]
        factors = _factors(items, powers)
        if published.amount.meant.number is None or not factors or constant_of_relation is None:
            continue
        hundredths = published.amount.meant.unit in (PERCENT, PENCE)
        constant = constant_of_relation * (HUNDRED if hundredths else ONE)
        high = _multiplied(factors, constant, high=True) if _ranged(factors) else None
        yield Sum(
            relation=relation,
            published=published,
            addends=factors,
            left_out=(),
            recomputed=_multiplied(factors, constant, high=False),
            recomputed_high=high,
            operation=Operation.MULTIPLIED,
            constant=constant,
        )


def _factors(items: Sequence[Item | None], powers: Sequence[Decimal]) -> tuple[Addend, ...]:
    """The factors of a product; none at all where one is not known, or divides and is 0."""
    factors: list[Addend] = []
    for item, power in zip(items, powers, strict=True):
        number = item.amount.meant.number if item else None
        if item is None or number is None or (number == 0 and power < 0):
            return ()
        factors.append(Addend(item=item, factor=_part_of_one(item), divides=power < 0))
    return tuple(factors)


def _part_of_one(item: Item) -> Decimal:
    hundredths = item.amount.meant.unit in (PERCENT, PENCE)
    return Decimal("0.01") if hundredths else ONE


def _constant(relation: Relation) -> Decimal | None:
    """What the numbers typed in the relation come to; None where it divides by 0."""
    constant = ONE
    for term in relation.terms:
        if term.number is None:
            continue
        if term.sign < 0 and term.number == 0:
            return None
        operate = QUOTIENT.divide if term.sign < 0 else QUOTIENT.multiply
        constant = operate(constant, term.number)
    return constant


def _multiplied(addends: Sequence[Addend], constant: Decimal, *, high: bool) -> Decimal:
    """The product; to be large, it takes the upper end of each range and divides by the lower."""
    result = constant
    for addend in addends:
        amount = addend.item.amount.meant
        upper = high != addend.divides
        number = amount.high if upper and amount.high is not None else amount.number
        value = EXACT.multiply(number or Decimal(0), addend.factor)
        result = (QUOTIENT.divide if addend.divides else QUOTIENT.multiply)(result, value)
    return SIGNIFICANT.plus(result)


def _one_for_all(published: Item, other: Operand) -> Item | None:
    """As `_paired`; but one base, or one percentage, serves every value of a series."""
    return other.items[0] if other.single else _by_key(published, other)


def _partner(relation: Relation, item: Item, result: Operand, other: Operand) -> Item | None:
    """The value of `other` that a relation of this form holds against `item`."""
    if relation.form in (Form.SHARE, Form.PRODUCT):
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
    relation: Relation,
    published: Item,
    parts: Iterable[tuple[Item, Decimal]],
    operation: Operation = Operation.ADDED,
) -> Iterable[Sum]:
    addends: list[Addend] = []
    left_out: list[Item] = []
    for item, factor in parts:
        if item.amount.meant.number is not None:
            rate = _rate(item.amount.meant.unit, published.amount.meant.unit)
            addends.append(Addend(item=item, factor=EXACT.multiply(factor, rate)))
        elif item.amount.meant.state in UNKNOWN:
            left_out.append(item)
    if published.amount.meant.number is None or not addends:
        return ()
    count = Decimal(len(addends)) if operation is Operation.AVERAGED else ONE
    high = _total(addends, high=True) if _ranged(addends) else None
    return (
        Sum(
            relation=relation,
            published=published,
            addends=tuple(addends),
            left_out=tuple(left_out),
            recomputed=_divided(_total(addends, high=False), count),
            recomputed_high=None if high is None else _divided(high, count),
            operation=operation,
        ),
    )


def _divided(total: Decimal, count: Decimal) -> Decimal:
    return total if count == 1 else QUOTIENT.divide(total, count)


def _rate(unit: Unit, published: Unit) -> Decimal:
    """How many of the published value's unit one of a part's is: a penny is 0.01 of a pound."""
    if (unit, published) == (PENCE, POUNDS):
        return Decimal("0.01")
    return Decimal(100) if (unit, published) == (POUNDS, PENCE) else Decimal(1)


def _ranged(addends: Sequence[Addend]) -> bool:
    return any(addend.item.amount.meant.high is not None for addend in addends)


def _total(addends: Sequence[Addend], *, high: bool) -> Decimal:
    """The parts added up. In a difference of ranges the lower end takes the other's upper end."""
    total = Decimal(0)
    for addend in addends:
        amount = addend.item.amount.meant
        upper = high if addend.factor > 0 else not high
        number = amount.high if upper and amount.high is not None else amount.number
        total = EXACT.add(total, EXACT.multiply(number or Decimal(0), addend.factor))
    return total
