"""Every sum that a relation of a case claims: its names looked up, its form worked out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.core.additions import added
from generator.core.amounts import EXACT
from generator.core.empty_relations import empty
from generator.core.operands import TOTAL, Operand, resolve
from generator.core.partners import one_for_all, paired
from generator.core.problems import Fault
from generator.core.products import products
from generator.core.relations import Form
from generator.core.sums import HUNDRED, ONE, Operation
from generator.core.totals import totals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.core.case import Case
    from generator.core.figures import Table
    from generator.core.operands import Item
    from generator.core.relations import Relation
    from generator.core.sums import Sum


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
    return empty(relation, *operands) or tuple(_sums(relation, operands))


def _sums(  # noqa: PLR0911 - one return for each form
    relation: Relation, operands: Sequence[Operand]
) -> Iterable[Sum]:
    result, *others = operands
    match relation.form:
        case Form.ADDS_UP:
            return _table_sums(relation, result.table) if result.table else ()
        case Form.PRODUCT:
            powers = [Decimal(term.sign) for term in relation.terms if term.name]
            return products(relation, result, others, powers)
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
        belonging = ((paired(published, result, part), factor) for part, factor in parts)
        known = [(item, factor) for item, factor in belonging if item is not None]
        yield from added(relation, published, known, operation)


def _same(relation: Relation, result: Operand, others: Sequence[Operand]) -> Iterable[Sum]:
    for other in others:
        yield from _combined(relation, result, [(other, ONE)])


def _shares(relation: Relation, result: Operand, others: Sequence[Operand]) -> Iterable[Sum]:
    """A typed percentage is exact; one that is a figure itself is a factor like any other."""
    if relation.percent is None:
        yield from products(relation, result, others, [ONE, ONE])
        return
    for published in result.items:
        base = one_for_all(published, others[0])
        if base is not None:
            share = EXACT.divide(relation.percent, HUNDRED)
            yield from added(relation, published, [(base, share)])


def _running_totals(relation: Relation, result: Operand, other: Operand) -> Iterable[Sum]:
    so_far: list[tuple[Item, Decimal]] = []
    totals = {item.key: item for item in result.items}
    for item in other.items:
        if item.key == TOTAL:
            continue
        so_far.append((item, ONE))
        published = totals.get(item.key)
        if published is not None:
            yield from added(relation, published, so_far)


def _table_sums(relation: Relation, table: Table) -> Iterable[Sum]:
    for total in totals_of(table, by_row=relation.by_row, by_column=relation.by_column):
        parts = [(item, ONE) for item in total.items]
        for found in added(relation, total.published, parts):
            yield replace(found, line=total.line)
