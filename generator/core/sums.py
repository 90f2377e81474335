"""What a relation of a case claims, worked out again: the records, and no judgement.

A relation gives sums: what is published, what comes out when it is worked out from its
parts, and the parts. Whether a difference matters is for the audit to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.operands import Item
    from generator.core.relations import Relation
    from generator.core.totals import Line

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

    @property
    def worth(self) -> Decimal:
        """What it adds to a sum; nought where it has no number."""
        return EXACT.multiply(self.item.amount.meant.number or Decimal(0), self.factor)


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


def worth_of(addends: Iterable[Addend]) -> Decimal:
    """What parts come to together, exact."""
    return reduce(EXACT.add, (addend.worth for addend in addends), Decimal(0))


def ranged(addends: Sequence[Addend]) -> bool:
    """Whether one of the parts is a range."""
    return any(addend.item.amount.meant.high is not None for addend in addends)
