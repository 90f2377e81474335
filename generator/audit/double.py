"""Counted twice: one amount as two kinds of benefit, one saving in two cases, overlaps warned of.

A saving that is also listed as cost avoided looks twice as large in a summary, and one that
two cases of a plan print is spent twice in its total. Amounts are often alike by chance, so
only what is linked is compared: figures that are held to be one, rows that are alike cell by
cell, cases that are linked.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.audit import twice_printed
from generator.audit.alike import is_distinct, same_figures
from generator.audit.checks import Check, Family, called
from generator.audit.findings import Level
from generator.audit.things import joined, remark
from generator.audit.years import period_of, said
from generator.core.amounts import plain_number
from generator.core.figures import Part
from generator.core.operands import Item
from generator.core.period_format import format_period
from generator.core.words import Measure, Quality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Tested, Where
    from generator.audit.subject import Subject
    from generator.core.amounts import Amount
    from generator.core.figures import Table

KINDS = (Measure.SAVING, Measure.INCOME, Measure.COST_AVOIDED, Measure.FUNDING_SWITCH)
MONEY_IN = {Measure.SAVING, Measure.INCOME}  # a form may call any gain to the budget a saving
CASHABLE = {Quality.CASHABLE, Quality.NON_CASHABLE}


def _two_kinds(subject: Subject) -> Iterator[Tested]:
    told: set[str] = set()
    for group in (group for table in subject.case.tables for group in _alike_rows(subject, table)):
        told |= {each.figure.name for each in group}
        yield _as_two_kinds(group, "The rows are alike in every column.")
    held = [(items, "They are taken for one figure.") for items in _groups(subject)]
    alike = [(items, "They are the same to the last digit.") for items in _alike_figures(subject)]
    for items, why in (*held, *alike):
        where = _of_each_kind([subject.where(item) for item in items])
        if len(where) > 1 and not {each.figure.name for each in where} <= told:
            told |= {each.figure.name for each in where}
            yield _as_two_kinds(where, why)


def _groups(subject: Subject) -> Iterator[tuple[Item, ...]]:
    """Figures that are held to be one and are, each group once."""
    seen: set[str] = set()
    for name, items in same_figures(subject).items():
        if name not in seen and items[0].amount.meant.number:
            yield items
        seen |= {item.name for item in items}


def _kind(where: Where) -> tuple[Measure | None, Quality | None]:
    """What sort of benefit a figure is called: its measure, and whether it is cashable."""
    context = where.figure.context
    measure = context.measure if context.measure in KINDS else None
    return measure, next((each for each in context.qualities if each in CASHABLE), None)


def _are_two_kinds(one: Where, other: Where) -> bool:
    pairs = zip(_kind(one), _kind(other), strict=True)
    return any(mine and its and mine is not its for mine, its in pairs)


def _of_each_kind(where: Sequence[Where]) -> list[Where]:
    """The first figure of each kind, where there are two kinds or more of equal periods."""
    found: list[Where] = []
    for each in where:
        apart = all(_are_two_kinds(each, other) and _one_period(each, other) for other in found)
        others = any(_are_two_kinds(each, other) and _one_period(each, other) for other in where)
        if apart and others:
            found.append(each)
    return found


def _one_period(one: Where, other: Where) -> bool:
    """Whether two figures may be for one period; one that says none may be for any."""
    mine, its = period_of(one), period_of(other)
    return mine is None or its is None or mine == its or mine.overlaps(its)


def _alike_rows(subject: Subject, table: Table) -> Iterator[list[Where]]:
    """Rows of two kinds whose numbers are alike in every column, by the first cell of each."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for r, row in enumerate(table.rows):
        if row.part is Part.ITEM and _by_no_chance(table, r):
            groups[_numbers(table, r)].append(r)
    for rows in groups.values():
        if len(rows) > 1:
            group = _of_each_kind([_first_cell(subject, table, r) for r in rows])
            if len(group) > 1:
                yield group


def _numbers(table: Table, row: int) -> tuple[str, ...]:
    """The numbers of a row with their units; a cell without a number is empty."""
    return tuple(_number(amount) for amount in table.amounts[row])


def _number(amount: Amount) -> str:
    meant = amount.meant
    return "" if not meant.number else f"{plain_number(meant.number)} {meant.unit.name}"


def _by_no_chance(table: Table, row: int) -> bool:
    """Whether a row has two numbers or more that differ, or one with digits enough."""
    known = {amount.meant.number for amount in table.amounts[row] if amount.meant.number}
    return len(known) > 1 or any(map(is_distinct, known))


def _alike_figures(subject: Subject) -> Iterator[tuple[Item, ...]]:
    """Figures in the text of one amount and one period, where chance hardly made them so."""
    groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for figure in subject.case.figures:
        if is_distinct(figure.amount.meant.number):
            period = figure.context.period
            item = Item(key="", name=figure.id, amount=figure.amount)
            when = format_period(period.meant) if period else ""
            groups[_number(figure.amount), when].append(item)
    yield from (tuple(items) for items in groups.values())


def _first_cell(subject: Subject, table: Table, row: int) -> Where:
    column = next(c for c, amount in enumerate(table.amounts[row]) if amount.meant.number)
    name = f"{table.id}.{table.rows[row].id}.{table.columns[column].id}"
    return subject.where(Item(key="", name=name, amount=table.amounts[row][column]))


def _as_two_kinds(where: Sequence[Where], why: str) -> Tested:
    first, printed = where[0], said(where[0])
    kinds = [_called_kind(each, where) for each in where]
    in_short = joined([f"as {k} in {w.figure.text}" for k, w in zip(kinds, where, strict=True)])
    in_full = joined([f"as {k} in {called(w)}" for k, w in zip(kinds, where, strict=True)])
    cashable = len({_kind(each)[1] for each in where}) > 1
    mild = {_kind(each)[0] for each in where} <= MONEY_IN and not cashable
    return remark(
        "two-kinds",
        Level.NOTE if mild else Level.WARNING,
        where,
        title=f"{printed} is printed {in_short}",
        explanation=f"{printed} is printed {in_full}. {why} One amount counts once.",
        question=f"Is the {printed} in {called(first)}, {' or '.join(kinds)}, and is it counted "
        "once?",
        assumption="" if mild else "The figures are one amount",
    )


def _called_kind(where: Where, among: Sequence[Where]) -> str:
    """``a saving``, ``cost avoided``; with cashable or not where that makes the difference."""
    measure, quality = _kind(where)
    words = {
        Measure.SAVING: "a saving",
        Measure.INCOME: "an income",
        Measure.COST_AVOIDED: "cost avoided",
        Measure.FUNDING_SWITCH: "a switch of funding",
    }
    named = words.get(measure, "a benefit") if measure else "a benefit"
    differs = len({_kind(each)[1] for each in among}) > 1
    return f"{named} that is {quality.value}" if differs and quality else named


CHECKS = (
    Check(
        code="two-kinds",
        family=Family.DOUBLE,
        title="One amount as two kinds of benefit",
        about="A saving, an income, a cost avoided and a switch of funding are different things, "
        "and so are benefits that can be cashed and those that cannot. One amount listed under "
        "two of them looks like two.",
        formula="one amount = one kind of benefit",
        speaks="Warning where figures that are held to be one are of two kinds, or where rows of "
        "two kinds are alike in every column. Note where the kinds are saving and income, which "
        "forms often call by one name.",
        run=_two_kinds,
    ),
    *twice_printed.CHECKS,
)
