"""Products, quotients and shares of a figure: a relation's factors multiplied and divided.

Unlike a sum, a product says nothing at all where one of its parts has no number.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, PENCE, PERCENT
from generator.core.partners import one_for_all
from generator.core.sums import HUNDRED, ONE, QUOTIENT, SIGNIFICANT, Addend, Operation, Sum, ranged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.operands import Item, Operand
    from generator.core.relations import Relation


def products(
    relation: Relation, result: Operand, others: Sequence[Operand], powers: Sequence[Decimal]
) -> Iterable[Sum]:
    """Each value as the product of its factors, of which `powers` says -1 for those that divide.

    Percentages count as parts of one, unless they are what comes out; pence as pounds. Nothing
    comes out where a factor has no number, or where one that divides is 0.
    """
    constant_of_relation = _constant(relation)
    for published in result.items:
        items = [one_for_all(published, other) for other in others]
        factors = _factors(items, powers)
        if published.amount.meant.number is None or not factors or constant_of_relation is None:
            continue
        hundredths = published.amount.meant.unit in (PERCENT, PENCE)
        constant = constant_of_relation * (HUNDRED if hundredths else ONE)
        high = _multiplied(factors, constant, high=True) if ranged(factors) else None
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
