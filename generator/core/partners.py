"""Which values of two sides of a relation belong together: those of one year, row or column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.relations import Form

if TYPE_CHECKING:
    from generator.core.operands import Item, Operand
    from generator.core.relations import Relation


def one_for_all(published: Item, other: Operand) -> Item | None:
    """As `paired`; but one base, or one percentage, serves every value of a series."""
    return other.items[0] if other.single else _by_key(published, other)


def partner(relation: Relation, item: Item, result: Operand, other: Operand) -> Item | None:
    """The value of `other` that a relation of this form holds against `item`."""
    if relation.form in (Form.SHARE, Form.PRODUCT):
        return one_for_all(item, other)
    return paired(item, result, other)


def paired(published: Item, result: Operand, other: Operand) -> Item | None:
    """The value of `other` that belongs to `published`: of the same key, or the only ones."""
    return other.items[0] if other.single and result.single else _by_key(published, other)


def _by_key(published: Item, other: Operand) -> Item | None:
    return next((item for item in other.items if item.key == published.key), None)
