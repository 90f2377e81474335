"""Figures that go together only if one of them is taken in another scale.

Two figures of one thing that differ by exactly a thousand, or a sum that comes out once one of
its parts is a thousandth: the digits tell what happened to a figure. Chance is kept out by
asking for two digits at least, and that a tenth more or less would not do.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.alike import digits, held_as_one
from generator.audit.checks import called, items_of
from generator.audit.judging import holds
from generator.audit.readings import OWN_SCALE, with_items
from generator.core.amounts import EXACT, PENCE, POUNDS, Qualifier, plain_number
from generator.core.money_format import as_printed
from generator.core.sums import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Where
    from generator.audit.subject import Subject
    from generator.core.amounts import Unit
    from generator.core.operands import Item
    from generator.core.sums import Sum

TIMES = {
    Decimal(1_000): "a thousand times",
    Decimal(1_000_000): "a million times",
    Decimal("0.001"): "a thousandth of",
    Decimal("0.000001"): "a millionth of",
}
BY_LABEL = TIMES | {Decimal(100): "a hundred times", Decimal("0.01"): "a hundredth of"}
MONEY = {
    (POUNDS.name, 1): "pounds",
    (POUNDS.name, 1_000): "thousands of pounds",
    (POUNDS.name, 1_000_000): "millions of pounds",
    (POUNDS.name, 1_000_000_000): "billions of pounds",
    (PENCE.name, 1): "pence",
}
A_TENTH = Decimal("0.1")
A_TENTH_OFF = (Decimal("0.9"), Decimal("1.1"))


def label_of(where: Where) -> str:
    """The unit of money that heads a figure: ``thousands of pounds``; empty where none is said."""
    unit = where.figure.context.unit
    return MONEY.get((unit.name, unit.scale), "") if unit else ""


def so_many_times(times: Decimal | None) -> str:
    """``a thousand times``, ``a thousandth of``, or the number itself."""
    if times is None:
        return ""
    usual = times.copy_abs().normalize()
    return BY_LABEL.get(usual, f"{plain_number(usual)} times")


def out_by(
    subject: Subject, scales: Sequence[Decimal], unit: Unit | None = None
) -> Iterator[tuple[Sum, Item, Decimal]]:
    """Sums that come out only if one figure is taken in another scale, and that figure.

    Each with how many times the print is what the sum wants. A sum says nothing where two
    figures could be the one, unless it holds just two to be the same. Where a `unit` is given,
    only figures in it are thought of.
    """
    for found in subject.sums:
        items = items_of(found)
        if found.left_out or any(map(_not_plain, items)) or subject.holds(found):
            continue
        ways = [
            (item, times)
            for at, item in enumerate(items)
            for times in scales
            if unit in (None, item.amount.meant.unit) and _comes_out(found, items, at, times)
        ]
        if len({item.name for item, _ in ways}) == 1 or (ways and held_as_one(found)):
            yield found, *ways[0]


def _not_plain(item: Item) -> bool:
    """Whether a figure has no number to multiply, or is a range, "over" or "up to" something."""
    meant = item.amount.meant
    near = meant.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
    return not meant.number or meant.high is not None or not near


def _comes_out(found: Sum, items: Sequence[Item], at: int, times: Decimal) -> bool:
    """Whether the sum comes out with a figure divided by `times`, and not with a tenth more."""
    telling = digits(items[at].amount.meant.number or Decimal(0)) > 1
    if not telling or not _is_near(found, at, times):
        return False

    def holds_with(divisor: Decimal) -> bool:
        scaled = [*items[:at], divided(items[at], divisor), *items[at + 1 :]]
        return holds(with_items(found, scaled))

    return holds_with(times) and not any(holds_with(times * off) for off in A_TENTH_OFF)


def _is_near(found: Sum, at: int, times: Decimal) -> bool:
    """Whether a sum comes near with the figure divided: a cheap look before the exact one.

    Where a tenth of the figure is more than the prints allow for, the rest is less than that.
    """
    published = found.published.amount.meant.number or Decimal(0)
    ours = found.recomputed
    if at == 0:
        scaled = published = EXACT.divide(published, times)
    elif found.operation is Operation.MULTIPLIED:
        divides = found.addends[at - 1].divides
        scaled = ours = EXACT.multiply(ours, times) if divides else EXACT.divide(ours, times)
    else:
        addend = found.addends[at - 1]
        count = len(found.addends) if found.operation is Operation.AVERAGED else 1
        part = (addend.item.amount.meant.number or Decimal(0)) * addend.factor / count
        scaled = EXACT.divide(part, times)
        ours = ours - part + scaled
    return (published - ours).copy_abs() <= scaled.copy_abs() * A_TENTH


def divided(item: Item, times: Decimal) -> Item:
    """A figure that is so many times smaller, and printed to as many digits."""
    meant = item.amount.meant
    number = EXACT.divide(meant.number or Decimal(0), times)
    quantum = EXACT.divide(meant.quantum or Decimal(0), times)
    return replace(item, amount=replace(meant, number=number, quantum=quantum))


def labelled(subject: Subject, found: Sum, item: Item) -> str:
    """The table whose heading may be meant: that of the figure, or of all the other figures."""
    others = [each for each in items_of(found) if each is not item]
    tables = {_headed(subject, each) for each in others}
    other = tables.pop() if len(tables) == 1 else ""
    own = _headed(subject, item)
    return (own or other) if own != other else ""


def _headed(subject: Subject, item: Item) -> str:
    """The table of a figure, if a unit heads it and the print has no scale of its own."""
    where = subject.where(item)
    plain = OWN_SCALE.search(item.amount.printed) is None
    return where.figure.within if plain and label_of(where) else ""


def called_and_printed(where: Where) -> str:
    """``“Total”, line 12, is £900,000``."""
    return f"{called(where)}, is {as_printed(where.amount)}" if where.amount else called(where)
