"""Sums, differences and averages of a relation's parts.

Sums use a reading where a print is damaged. A part that is blank, a dash, nil or N/A adds
nothing; a part that is withheld, to be confirmed or not readable is left out and named, so
that the sum can say "at least".
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, PENCE, POUNDS, State
from generator.core.sums import ONE, QUOTIENT, Addend, Operation, Sum, ranged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.amounts import Unit
    from generator.core.operands import Item
    from generator.core.relations import Relation

UNKNOWN = (State.TBC, State.WITHHELD, State.UNREADABLE, State.WORDS)


def added(
    relation: Relation,
    published: Item,
    parts: Iterable[tuple[Item, Decimal]],
    operation: Operation = Operation.ADDED,
) -> Iterable[Sum]:
    """The parts, each times its factor, added up or averaged; pence and pounds may meet.

    Nothing where `published` has no number, or none of the parts has.
    """
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
    high = _total(addends, high=True) if ranged(addends) else None
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


def _total(addends: Sequence[Addend], *, high: bool) -> Decimal:
    """The parts added up. In a difference of ranges the lower end takes the other's upper end."""
    total = Decimal(0)
    for addend in addends:
        amount = addend.item.amount.meant
        upper = high if addend.factor > 0 else not high
        number = amount.high if upper and amount.high is not None else amount.number
        total = EXACT.add(total, EXACT.multiply(number or Decimal(0), addend.factor))
    return total
