"""Prints that stand beside a reading, and what the document's own sums say to either.

A digit is lost, a heading says thousands above amounts in pounds, a year does not exist: the
case file keeps the print and says what it is read as. Sums use the reading. Here the print is
put back into them, so that a reader sees which of the two the document's own figures bear out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.findings import Where
from generator.audit.judging import holds
from generator.core.amounts import PERCENT, Amount
from generator.core.cell_text import tidy
from generator.core.money_figures import take_qualifiers
from generator.core.naming import describe, singles
from generator.core.once import once
from generator.core.operands import Item, resolve
from generator.core.problems import Fault
from generator.core.relations import Grounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.audit.subject import Subject
    from generator.core.case import Case
    from generator.core.sums import Sum

# What a figure is printed with once its qualifier is off. Anything else, as in "two" or "1 in 50",
# is wording.
FIGURE_SIGNS = re.compile(r"[-+£(]*[\d.,/']*(?:k|m|mn|bn|p|%|thousand|million|billion)?[)+%]*")
OWN_SCALE = re.compile(r"\d\s*(k|m|mn|bn|thousand|million|billion)\b", re.IGNORECASE)
SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9, -3, -6, -9))
HUNDRED = Decimal(100)


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A figure that is read otherwise than it is printed.

    Attributes:
        name: its name in the case.
        where: the figure, with the amount as printed and as read.
        times: how many times the print is what is read; None where there is no such number.
    """

    name: str
    where: Where
    times: Decimal | None

    @property
    def amount(self) -> Amount:
        """The amount, which has a reading."""
        return self.where.amount or Amount()

    @property
    def has_own_scale(self) -> bool:
        """Whether the print says thousands or millions itself."""
        return OWN_SCALE.search(self.amount.printed) is not None


@once
def amounts_of(case: Case) -> tuple[tuple[str, Amount], ...]:
    """Every amount of a case with its name, in printed order: single values, then cells."""
    named = ((single.name, resolve(case, single.name)) for single in singles(case))
    return (
        *((name, found.items[0].amount) for name, found in named if not isinstance(found, Fault)),
        *(
            (f"{table.id}.{table.rows[r].id}.{table.columns[c].id}", amount)
            for table in case.tables
            for r, c, amount in table.cells()
        ),
    )


def read_figures(subject: Subject) -> tuple[Read, ...]:
    """The figures whose print says another number than they are read as, or none.

    A number written as a word, or a print that only lacks its pound sign, says the same number.
    """
    found = []
    for name, amount in amounts_of(subject.case):
        damaged = amount.reading is not None and not _says_the_same(amount, amount.reading)
        if damaged and is_figure(amount.printed):
            where = Where(figure=describe(subject.case, name), amount=amount)
            found.append(Read(name=name, where=where, times=_times(amount)))
    return tuple(found)


def is_figure(printed: str) -> bool:
    """Whether a print is made of the signs of a figure, however damaged, and not of words."""
    _, figures = take_qualifiers(tidy(printed).lower())
    compact = "".join(figures.split())
    return re.search(r"\d", compact) is not None and FIGURE_SIGNS.fullmatch(compact) is not None


def _says_the_same(amount: Amount, reading: Amount) -> bool:
    ends = (amount.number, amount.high) == (reading.number, reading.high)
    return ends and amount.number is not None and amount.unit == reading.unit


def _times(amount: Amount) -> Decimal | None:
    """The print as a multiple of the reading; a bare number counts as a percentage."""
    reading = amount.reading
    if amount.number is None or reading is None or not reading.number:
        return None
    alike = reading.unit in (PERCENT, amount.unit)
    return amount.number / reading.number if alike else None


def is_scale(times: Decimal | None) -> bool:
    """Whether a multiple is thousands, millions or a thousandth, exactly."""
    return times is not None and times.copy_abs() in SCALES


def is_bare_ratio(read: Read) -> bool:
    """Whether a percentage is printed as a bare ratio: 1.37 for 137%."""
    reading = read.amount.reading
    of_percent = reading is not None and reading.unit == PERCENT
    return of_percent and read.times is not None and read.times * HUNDRED == 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Borne:
    """What the sums of a case say to a print and its reading.

    Attributes:
        with_reading: how many sums with these figures come out as they are read.
        with_print: how many come out as they are printed.
        proven: whether a sum that the document itself sets out comes out as read and not as
            printed.
    """

    with_reading: int
    with_print: int
    proven: bool

    @property
    def text(self) -> str:
        """A sentence, or nothing where no sum says anything."""
        if not self.with_reading and not self.with_print:
            return ""
        agree = "1 sum agrees" if self.with_reading == 1 else f"{self.with_reading} sums agree"
        as_printed = f"{self.with_print}" if self.with_print else "none"
        return f"With the reading {agree}, with the print {as_printed}."


def borne_out(subject: Subject, names: Iterable[str]) -> Borne:
    """Work out every sum with these figures as they are read, and as they are printed."""
    wanted = set(names)
    sums = [found for found in subject.sums if wanted & {i.name for i in _items(found)}]
    read = [subject.holds(found) for found in sums]
    printed = [_holds_as_printed(found, wanted) for found in sums]
    return Borne(
        with_reading=sum(read),
        with_print=sum(printed),
        proven=any(
            as_read and not as_print and found.relation.grounds is Grounds.STATED
            for found, as_read, as_print in zip(sums, read, printed, strict=True)
        ),
    )


def proven_readings(subject: Subject, found: Sum) -> set[str]:
    """The figures of a sum whose reading another sum, which the document sets out, bears out."""
    read = {item.name for item in _items(found) if item.amount.reading is not None}
    return {name for name in read if borne_out(subject, {name}).proven}


def _items(found: Sum) -> list[Item]:
    return [found.published, *(addend.item for addend in found.addends)]


def _holds_as_printed(found: Sum, names: set[str]) -> bool:
    """Whether a sum comes out with the prints; never where one is no number."""
    items = [_as_printed(item) if item.name in names else item for item in _items(found)]
    if any(item.amount.meant.number is None for item in items):
        return False
    return holds(with_items(found, items))


def _as_printed(item: Item) -> Item:
    return replace(item, amount=replace(item.amount, reading=None))


def with_items(found: Sum, items: list[Item]) -> Sum:
    """The sum with other values: the published one first, then each part."""
    pairs = zip(found.addends, items[1:], strict=True)
    addends = tuple(replace(addend, item=item) for addend, item in pairs)
    return replace(found, published=items[0], addends=addends)
