"""Cumulative figures, which hold the years before them: added up, they count a year twice.

A figure is cumulative where the file says so, where it is a running total, and where it is made
from such a figure and called nothing else. A total over cumulative years is the last of them.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called, capital, weigh
from generator.audit.findings import Level
from generator.audit.ours import with_ours
from generator.audit.shape import Shape
from generator.audit.things import joined, remark
from generator.audit.years import added, adds, basis_of, differ, period_of, said, when
from generator.core.relations import Form
from generator.core.words import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Tested, Where
    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.sums import Sum


def _cumulative_added(subject: Subject) -> Iterator[Tested]:
    called_so = _cumulative(subject)
    made = _made_from(subject, called_so)
    for found in subject.of_shape(Shape.CUMULATIVE):
        yield weigh("cumulative-added", subject, _last_alone(found))
    for found in subject.sums:
        parts = [item for item in added(found) if item.name in called_so | made]
        where = [subject.where(item) for item in parts if item.amount.meant.number]
        known = sorted((each for each in where if period_of(each)), key=_in_time)
        if adds(subject, found) and len(known) > 1 and differ(known):
            direct = all(item.name in called_so for item in parts)
            yield _earlier_years_again(subject.where(found.published), known, direct=direct)


def _last_alone(found: Sum) -> Sum:
    """The sum of a cumulative row whose total repeats its last figure: nothing is to be added."""
    last = found.addends[-1]
    number = last.item.amount.meant.number or Decimal(0)
    return replace(found, addends=(last,), recomputed=number, recomputed_high=None)


def _items(subject: Subject) -> Iterator[Item]:
    for found in subject.sums:
        yield found.published
        yield from (addend.item for addend in found.addends)


def _cumulative(subject: Subject) -> set[str]:
    """The names of cumulative figures: those that the file calls so, and running totals."""
    wheres = {item.name: subject.where(item) for item in _items(subject)}
    names = {name for name, where in wheres.items() if basis_of(where) is Basis.CUMULATIVE}
    for found in subject.sums:
        running = found.relation.form is Form.RUNNING_TOTAL
        if running and basis_of(wheres[found.published.name]) is None:
            names.add(found.published.name)
    return names


def _made_from(subject: Subject, cumulative: set[str]) -> set[str]:
    """What is made from one cumulative figure and is called nothing else, such as its net."""
    made: set[str] = set()
    for found in subject.sums:
        held = [a for a in found.addends if a.item.name in cumulative]
        one = found.relation.form is Form.SUM and len(held) == 1 and held[0].factor > 0
        if one and basis_of(subject.where(found.published)) is None:
            made.add(found.published.name)
    return made - cumulative


def _in_time(where: Where) -> tuple[int, int, int]:
    period = period_of(where)
    rank, begin, end, number = period.sort_key if period else (9, 0, 0, 0)
    return (rank, begin, end or int(number))


def _earlier_years_again(where: Where, parts: Sequence[Where], *, direct: bool) -> Tested:
    """The finding; `direct` where the parts are cumulative, and not only made from such."""
    last, printed = parts[-1], said(where)
    listed = joined([f"{said(each)} for {when(each)}" for each in parts])
    up_to = f"{said(last)} for {when(last)}"
    each_holds, then = "is made from a cumulative figure, which holds", ""
    question = f"Should the years be added up in {called(where)}, which comes to {printed}?"
    if direct:
        each_holds, then = "is cumulative and holds", f" The last of them, {up_to}, holds them all."
        question = f"What is the amount over all the years in {called(where)}: {printed} or "
        question += f"{said(last)}?"
    tested = remark(
        "cumulative-added",
        Level.WARNING,
        (where, *parts),
        title=f"{capital(where.figure.text)} is printed as {printed} and adds up cumulative "
        "figures of several years",
        explanation=f"{capital(called(where))}, comes to {printed} by adding {listed}. Each of "
        f"them {each_holds} the years before it, so that the sum counts the earlier years more "
        f"than once.{then}",
        question=question,
        assumption="A cumulative figure holds everything up to its year",
    )
    return with_ours(tested, last.amount.meant) if direct and last.amount else tested


CHECKS = (
    Check(
        code="cumulative-added",
        family=Family.TIME,
        title="Cumulative figures added up",
        about="A cumulative figure holds everything up to its year. Adding the figures of several "
        "years counts the earlier years again; only amounts of single years, or what each year "
        "adds, can be added up.",
        formula="amount over the years = the last cumulative figure, not the sum of them",
        speaks="Warning where a total comes out as the sum of cumulative figures of different "
        "years. Figures are cumulative where the file says so, where they are a running total, "
        "and where they are made from such a figure.",
        run=_cumulative_added,
    ),
)
