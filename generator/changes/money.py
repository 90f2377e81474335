"""Which changes move money, and how much of it.

Money that changed needs a reason, and what moves most is what a reader should see first.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from generator.changes.change import Series, Topic
from generator.core.amounts import EXACT, POUNDS, Amount
from generator.core.figures import Claim, Figure, Headline, Split, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.changes.change import Change

NO_POUNDS: Final = Decimal(0)


def money_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes after which the case prints another amount of money for the same thing.

    An amount in pounds that is another one now, was withheld or filled in, and a headline that
    was added or taken away. A table or figure that only one version has is none of them: more or
    less of a document was read. Nor is another reading that means the same amount.
    """
    return tuple(change for change in changes if _moves_money(change))


def _moves_money(change: Change) -> bool:
    if change.topic is not Topic.MONEY:
        return False
    values = [value for value in (change.before, change.after) if value is not None]
    if all(isinstance(value, Headline) for value in values):
        return True
    return all(isinstance(value, Amount) for value in values) and any(
        value.meant.unit == POUNDS for value in values
    )


def pounds_moved(change: Change) -> Decimal:
    """How many pounds a change moves, up or down; nought where it moves none.

    Of something that was added or removed it is its largest amount.
    """
    before, after = (_pounds(value) for value in (change.before, change.after))
    return abs(EXACT.subtract(after, before))


def _pounds(value: Any) -> Decimal:  # noqa: ANN401 - a value of any field
    found = [amount.meant for amount in _amounts(value) if amount.meant.unit == POUNDS]
    numbers = [number for amount in found if (number := amount.high or amount.number) is not None]
    return max(numbers, key=abs, default=NO_POUNDS)


def _amounts(value: Any) -> Iterator[Amount]:  # noqa: ANN401 - a value of any field
    if isinstance(value, Amount):
        yield value
    elif isinstance(value, Headline | Split | Figure):
        yield value.amount
    elif isinstance(value, Claim):
        yield value.value
    elif isinstance(value, Table):
        yield from (amount for _, _, amount in value.cells())
    elif isinstance(value, Series):
        yield from (amount for _, amount in value.cells)
