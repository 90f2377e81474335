"""Measures over time: figures of one basis read as figures of another.

An annual figure that is made of several years counts three as one, and what a full year brings
is more than the part of a year that is left. Such sums come out on paper. Only what the file
states of basis and period is looked at; where it is not stated, nothing is said. Cumulative and
one-off figures have modules of their own; all are listed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit import cumulative, one_off
from generator.audit.alike import held_as_one
from generator.audit.checks import Check, Family, called, capital
from generator.audit.findings import Level
from generator.audit.things import joined, remark
from generator.audit.years import (
    PER_YEAR,
    added,
    adds,
    basis_of,
    differ,
    of_single_years,
    one_year,
    period_of,
    said,
    when,
)
from generator.core.operands import HEADLINE
from generator.core.period_format import format_period
from generator.core.relations import Form
from generator.core.sums import Operation
from generator.core.words import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.audit.findings import Tested, Where
    from generator.audit.subject import Subject
    from generator.core.sums import Sum

KINDS = {
    Basis.IN_YEAR: "an amount in one year",
    Basis.FULL_YEAR: "the amount of a full year",
    Basis.RECURRING: "an amount that comes every year",
}


def _years_as_annual(subject: Subject) -> Iterator[Tested]:
    totals = _totals_over_years(subject)
    for found in subject.sums:
        if not subject.holds(found) or not found.published.amount.meant.number:
            continue
        if held_as_one(found):
            yield from _held_as_both(subject, found, totals)
        elif found.relation.form is Form.SUM:
            where, years = subject.where(found.published), _in_years(subject, found)
            several = period_of(where) is not None and not one_year(period_of(where))
            if years and basis_of(where) in PER_YEAR and not several:
                yield _made_of_years(where, years)


def _held_as_both(
    subject: Subject, found: Sum, totals: Mapping[str, tuple[Where, ...]]
) -> Iterator[Tested]:
    """A figure of one year that is held to be the same as one of several."""
    pair = (found.published, found.addends[0].item)
    for annual, other in (pair, pair[::-1]):
        one, whole = subject.where(annual), subject.where(other)
        years = totals.get(other.name, ())
        over_plan = basis_of(whole) is Basis.OVER_THE_PLAN and not one_year(period_of(whole))
        # A total over years has the basis of its table, not one of its own.
        if annual.name not in totals and _annual(one) and (years or over_plan):
            yield _year_and_years(one, whole, years)


def _totals_over_years(subject: Subject) -> Mapping[str, tuple[Where, ...]]:
    """Each figure that adds up figures of several years, with those that are amounts in a year.

    None of these where the figures that it adds are of another basis, such as increments.
    """
    return {
        found.published.name: _in_years(subject, found)
        for found in subject.sums
        if adds(subject, found) and differ(of_single_years(subject, added(found)))
    }


def _in_years(subject: Subject, found: Sum) -> tuple[Where, ...]:
    """The parts of a sum if all are amounts in a year, and of several years."""
    years = of_single_years(subject, added(found))
    in_year = all(basis_of(each) is Basis.IN_YEAR for each in years)
    return tuple(years) if in_year and differ(years) else ()


def _annual(where: Where) -> bool:
    """Whether a figure is what one year brings or costs."""
    basis = basis_of(where)
    in_one = basis is Basis.IN_YEAR and one_year(period_of(where))
    return in_one or basis in (Basis.RECURRING, Basis.FULL_YEAR)


def _year_and_years(annual: Where, whole: Where, years: Sequence[Where]) -> Tested:
    printed, over = said(annual), "for the whole plan"
    if years:
        over = f"a sum that adds {joined([when(each) for each in years])}"
    return remark(
        "years-as-annual",
        Level.WARNING,
        (annual, whole, *years),
        title=f"{capital(annual.figure.text)} is printed as {printed}, as the amount of one year "
        "and of several",
        explanation=f"{capital(called(annual))}, is {_kind(annual)}; {called(whole)}, is {over}. "
        f"Both are {printed}.",
        question=f"Is {printed} in {called(annual)}, the amount of one year, or that of several "
        "years together?",
        assumption="Both can be so only where one year has all of it, or where the years build up "
        "to a yearly amount",
    )


def _made_of_years(annual: Where, years: Sequence[Where]) -> Tested:
    printed = said(annual)
    parts = joined([f"{said(each)} in {when(each)}" for each in years])
    return remark(
        "years-as-annual",
        Level.WARNING,
        (annual, *years),
        title=f"{capital(annual.figure.text)} is printed as {printed}, as the amount of one year, "
        "and adds up several",
        explanation=f"{capital(called(annual))}, is {_kind(annual)}. It comes to {printed} by "
        f"adding {parts}.",
        question=f"Is {printed} in {called(annual)}, the amount of one year, or that of several "
        "years together?",
        assumption="It can be so only where the years build up to a yearly amount",
    )


def _kind(where: Where) -> str:
    """What a figure is over time, as a sentence says it."""
    period, basis = period_of(where), basis_of(where)
    kind = KINDS.get(basis, "an amount") if basis else "an amount"
    return f"{kind}, for {format_period(period)}" if period else kind


def _in_year_full_year(subject: Subject) -> Iterator[Tested]:
    for found in subject.sums:
        one = held_as_one(found)
        added_up = found.operation is Operation.ADDED and len(found.addends) > 1
        if not subject.holds(found) or not (one or added_up):
            continue
        items = [found.published, found.addends[0].item] if one else added(found)
        where = [subject.where(item) for item in items if item.amount.meant.number]
        part = [each for each in where if basis_of(each) is Basis.IN_YEAR]
        full = [each for each in where if basis_of(each) is Basis.FULL_YEAR]
        if part and full:
            yield _part_and_full(part, full, None if one else subject.where(found.published))


def _part_and_full(part: Sequence[Where], full: Sequence[Where], whole: Where | None) -> Tested:
    """The finding; `whole` where they are added up to it, else they are held to be the same."""
    year = joined([f"{called(each)}, is {said(each)}" for each in part])
    rest = joined([f"{called(each)}, is {said(each)}" for each in full])
    done = f"added up in {called(whole)}" if whole else "taken for one figure"
    first = whole or part[0]
    return remark(
        "in-year-full-year",
        Level.WARNING,
        (*((whole,) if whole else ()), *part, *full),
        title=f"{capital(first.figure.text)} is printed as {said(first)}; the effect in the year "
        f"and that of a full year are {'added up' if whole else 'the same'}",
        explanation=f"{capital(year)} in the year itself; {rest} in a full year. The two are "
        f"{done}.",
        question=f"Is {said(part[0])} in {called(part[0])}, what the year itself brings, or what "
        "a full year brings?",
        assumption="They go together only where the full effect starts with the year",
    )


def _another_year(subject: Subject) -> Iterator[Tested]:
    """A headline that is one with a figure of other years; what comes every year may well be."""
    for found in subject.sums:
        if held_as_one(found) and subject.holds(found) and HEADLINE in found.relation.names:
            items = (found.published, found.addends[0].item)
            where = [subject.where(item) for item in items if item.amount.meant.number]
            yearly = any(basis_of(each) in (Basis.RECURRING, Basis.FULL_YEAR) for each in where)
            if len(where) == 2 and _apart(*where) and not yearly:
                yield _in_two_years(*where)


def _apart(one: Where, other: Where) -> bool:
    """Whether two figures are for days of which they share none."""
    periods = [period for period in map(period_of, (one, other)) if period]
    dated = len(periods) == 2 and all(period.start and period.end for period in periods)
    return dated and not periods[0].overlaps(periods[1])


def _in_two_years(one: Where, other: Where) -> Tested:
    return remark(
        "another-year",
        Level.WARNING,
        (one, other),
        title=f"{capital(one.figure.text)} is printed as {said(one)} for {when(one)}; "
        f"{other.figure.text} is the same amount for {when(other)}",
        explanation=f"{capital(called(one))}, is {said(one)} for {when(one)}. "
        f"{capital(called(other))}, is {said(other)} for {when(other)}. The two are taken for one "
        "figure.",
        question=f"Is the {said(one)} in {called(one)}, for {when(one)} or for {when(other)}?",
        assumption="The amount is one and the same, whichever of the years it is for",
    )


CHECKS = (
    *cumulative.CHECKS,
    Check(
        code="years-as-annual",
        family=Family.TIME,
        title="Several years as one",
        about="An amount that comes every year, or in one year, is another thing than what "
        "several years come to together, even where both are printed alike.",
        formula="amount of a year ≠ the amounts of several years added up",
        speaks="Warning where one amount is held to be both, or where an amount of a year is made "
        "by adding up the amounts of several. What each year adds to the year before comes to a "
        "yearly amount in the end, so that such increments may be added.",
        run=_years_as_annual,
    ),
    Check(
        code="in-year-full-year",
        family=Family.TIME,
        title="Part of a year and a full year",
        about="A change that starts during a year brings less in that year than in a full one. "
        "The two are different figures.",
        formula="in-year effect = the part of the full-year effect that falls in the year",
        speaks="Warning where a figure in a year and one for a full year are held to be the same, "
        "or are added up.",
        run=_in_year_full_year,
    ),
    Check(
        code="another-year",
        family=Family.TIME,
        title="A headline for another year than its figure",
        about="The figure that a case is known by stands in its body too. Where the one is for "
        "this year and the other for the next, a reader cannot tell when the amount is due.",
        formula="year of the headline = year of the figure that it is taken from",
        speaks="Warning where the headline and a figure that it is one with share no day, unless "
        "one of them comes every year.",
        run=_another_year,
    ),
    *one_off.CHECKS,
)
