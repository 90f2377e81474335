"""One-off amounts that come more than once on paper.

A one-off cost or saving comes once. A row that prints it in every year, a sum that adds it
twice, a place that calls it yearly: each can be read only under an assumption, since an amount
may also be paid in equal parts. What is called one-off is what the file calls so.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.alike import held_as_one, same_figures
from generator.audit.checks import Check, Family, called, capital
from generator.audit.findings import Level
from generator.audit.things import joined, remark
from generator.audit.years import added, basis_of, said, when
from generator.core.operands import Item
from generator.core.words import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.audit.findings import Tested, Where
    from generator.audit.subject import Subject
    from generator.core.figures import Table
    from generator.core.sums import Sum

MANY = 3  # years with one amount each, where nothing else says that it is one amount


def _one_off_each_year(subject: Subject) -> Iterator[Tested]:
    same = same_figures(subject)
    for table in subject.case.tables:
        for items in _series(table):
            if _repeated(items, same, subject):
                yield _every_year([subject.where(item) for item in items])
    for found in subject.sums:
        yield from _once_and_yearly(subject, found)
        yield from _counted_again(subject, found)


def _series(table: Table) -> Iterator[tuple[Item, ...]]:
    """One-off amounts along a row over columns that are periods, or down rows that are."""
    rows, columns = range(len(table.rows)), range(len(table.columns))
    across = [c for c in columns if table.columns[c].context.period]
    down = [r for r in rows if table.rows[r].context.period]
    lines = [[(r, c) for c in across] for r in rows] + [[(r, c) for r in down] for c in columns]
    for places in lines:
        if all(table.context_at(r, c).basis is Basis.ONE_OFF for r, c in places):
            yield tuple(_item(table, r, c) for r, c in places)


def _item(table: Table, r: int, c: int) -> Item:
    name = f"{table.id}.{table.rows[r].id}.{table.columns[c].id}"
    return Item(key="", name=name, amount=table.amounts[r][c])


def _repeated(
    items: Sequence[Item], same: Mapping[str, tuple[Item, ...]], subject: Subject
) -> bool:
    """Whether one amount stands in every year, and is not paid in equal parts."""
    numbers = {item.amount.meant.number for item in items}
    if len(items) < 2 or len(numbers) > 1 or numbers & {None, Decimal(0)}:
        return False
    inside = {item.name for item in items}
    elsewhere = [other for item in items for other in same.get(item.name, ())]
    said_once = [subject.where(other) for other in elsewhere if other.name not in inside]
    if any(basis_of(where) is Basis.ONE_OFF for where in said_once):
        return True
    return len(items) >= MANY and not _in_parts(inside, same, subject)


def _in_parts(inside: set[str], same: Mapping[str, tuple[Item, ...]], subject: Subject) -> bool:
    """Whether the total of these cells is called one-off elsewhere: then they are its parts."""
    totals = [
        found.published.name
        for found in subject.sums
        if inside <= {addend.item.name for addend in found.addends}
    ]
    others = [each for name in totals for each in same.get(name, ()) if each.name not in totals]
    return any(basis_of(subject.where(each)) is Basis.ONE_OFF for each in others)


def _every_year(where: Sequence[Where]) -> Tested:
    first, years = where[0], joined([when(each) for each in where])
    printed = said(first)
    return remark(
        "one-off-each-year",
        Level.WARNING,
        where,
        title=f"{capital(first.figure.text)} is printed as {printed}, and so is every year "
        "after it, though the amount is a one-off",
        explanation=f"The amount of {printed} is a one-off, and stands in {years} alike, first "
        f"in {called(first)}. A one-off amount comes once.",
        question=f"In which year does the one-off amount of {printed} in {called(first)}, come?",
        assumption="The same one-off amount is meant each time, and not one part of it a year",
    )


def _once_and_yearly(subject: Subject, found: Sum) -> Iterator[Tested]:
    """One amount that is a one-off in one place and comes every year in another."""
    if not (held_as_one(found) and subject.holds(found) and found.published.amount.meant.number):
        return
    pair = [subject.where(found.published), subject.where(found.addends[0].item)]
    one_off = next((each for each in pair if basis_of(each) is Basis.ONE_OFF), None)
    yearly = next((each for each in pair if basis_of(each) is Basis.RECURRING), None)
    if one_off and yearly:
        printed = said(one_off)
        yield remark(
            "one-off-each-year",
            Level.WARNING,
            (one_off, yearly),
            title=f"{capital(one_off.figure.text)} is printed as {printed}, as a one-off and as "
            "an amount of every year",
            explanation=f"{capital(called(one_off))}, is a one-off amount; {called(yearly)}, is "
            f"one that comes every year. Both are {printed}.",
            question=f"Does the amount of {printed} in {called(one_off)}, come once, or every "
            "year?",
            assumption="The two are one amount, which then comes either once or every year",
        )


def _counted_again(subject: Subject, found: Sum) -> Iterator[Tested]:
    """A one-off amount that a sum adds more than once."""
    names = [item.name for item in added(found)]
    again = dict.fromkeys(name for name in names if names.count(name) > 1)
    for name in again if subject.holds(found) else ():
        part = subject.where(next(item for item in added(found) if item.name == name))
        if basis_of(part) is Basis.ONE_OFF:
            yield _several_times(subject.where(found.published), part, names.count(name))


def _several_times(where: Where, part: Where, times: int) -> Tested:
    printed = said(where)
    return remark(
        "one-off-each-year",
        Level.WARNING,
        (where, part),
        title=f"{capital(where.figure.text)} is printed as {printed} and counts a one-off amount "
        f"{times} times",
        explanation=f"{capital(called(where))}, comes to {printed} by adding {said(part)}, "
        f"{called(part)}, {times} times. It is a one-off amount.",
        question=f"Why does {called(where)}, hold the one-off amount of {said(part)} {times} "
        "times?",
        assumption="The same one-off amount is meant each time",
    )


CHECKS = (
    Check(
        code="one-off-each-year",
        family=Family.TIME,
        title="A one-off counted every year",
        about="A one-off amount comes once, whatever number of years a table has.",
        formula="a one-off amount stands in one year, or in parts that come to it",
        speaks="Warning where a one-off amount stands unchanged in every year of a row (three or "
        "more years, or two where the text names the amount once), where a sum adds it more than "
        "once, and where one amount is called one-off here and yearly there.",
        run=_one_off_each_year,
    ),
)
