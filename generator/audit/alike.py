"""Which figures of a case are one figure, printed again.

Relations say it pair by pair: the headline is a total, the total is a figure in the text, the
text says it twice. Checks on kinds, on years and on costs taken away twice ask whether two
names mean the same, over any number of such steps; and where no relation says it, whether two
numbers could be alike by chance.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.core.amounts import plain_number
from generator.core.once import once
from generator.core.sums import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.sums import Sum

DISTINCT = 3  # digits


@once
def same_figures(subject: Subject) -> Mapping[str, tuple[Item, ...]]:
    """The figures that each name is one with, itself among them, in the order of the relations.

    Only relations that come out count: two figures that differ are not one. A name that no such
    relation holds is not in the mapping.
    """
    groups: dict[str, dict[str, Item]] = defaultdict(dict)
    for one, other in _pairs(subject):
        joined = {**groups[one.name], **groups[other.name], one.name: one, other.name: other}
        groups.update(dict.fromkeys(joined, joined))
    return {name: tuple(items.values()) for name, items in groups.items()}


def held_as_one(found: Sum) -> bool:
    """Whether a sum says that one figure is another, whichever sign each prints."""
    unit = found.published.amount.meant.unit
    return (
        found.operation is Operation.ADDED
        and len(found.addends) == 1
        and not found.left_out
        and found.addends[0].factor.copy_abs() == 1
        and found.addends[0].item.amount.meant.unit == unit
    )


def _pairs(subject: Subject) -> Iterator[tuple[Item, Item]]:
    for found in subject.sums:
        if held_as_one(found) and subject.holds(found):
            yield found.published, found.addends[0].item


def digits(number: Decimal) -> int:
    """How many digits of a number say something: 3 for 238,000, 1 for 0.5."""
    return len(plain_number(number).replace(".", "").strip("-0"))


def is_distinct(number: Decimal | None) -> bool:
    """Whether a number has digits enough to be hardly met twice by chance."""
    return number is not None and digits(number) >= DISTINCT
