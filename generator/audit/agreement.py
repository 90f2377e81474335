"""The same figure in two places: within a case, against its headline, and between cases.

Whether two figures ought to be the same is what the file says of them, never a likeness of
their names. Where the two are said to be for other years, on another basis, or one before and
one after costs, a difference is no contradiction: it is told as a warning that names what they
are unlike in. What only one of the two says makes them no less alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, Run, capital, weigh
from generator.audit.shape import Shape
from generator.core.period_format import format_period
from generator.core.words import NETS, Basis, Quality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.figures import Context
    from generator.core.periods import Period
    from generator.core.sums import Sum

# What is said of a figure in one of two ways.
OPPOSITES = (
    (Quality.GROSS, Quality.NET),
    (Quality.CASH, Quality.REAL),
    (Quality.REVENUE, Quality.CAPITAL),
    (Quality.CASHABLE, Quality.NON_CASHABLE),
)
SPEAKS = (
    "Error where the document itself says that the two are one figure and they differ by more "
    "than the rounding of their prints explains. Warning where it is our reading that they are "
    "one, or where the two are for other years, on another basis, or one of them is gross and "
    "the other net. Note where rounding explains the difference."
)


def unlike(subject: Subject, found: Sum) -> str:
    """In what two figures are unlike by their own words; empty for sums of several parts.

    The parts of a whole may each be for a year of their own.
    """
    if len(found.addends) != 1 or found.left_out:
        return ""
    one = subject.where(found.published).figure.context
    other = subject.where(found.addends[0].item).figure.context
    differences = [*_periods(one.period, other.period), *_kinds(one, other)]
    if not any(map(subject.is_total, (found.published, found.addends[0].item))):
        differences += _bases(one, other)
    return ". ".join(map(capital, differences))


def _periods(one: Period | None, other: Period | None) -> Iterator[str]:
    """Other days; lengths of time and years of a project have none to compare."""
    if one is None or other is None:
        return
    days = [(period.meant.start, period.meant.end) for period in (one, other)]
    if all(all(ends) for ends in days) and days[0] != days[1]:
        first, second = format_period(one.meant), format_period(other.meant)
        yield f"one figure is for {first}, the other for {second}"


def _bases(one: Context, other: Context) -> Iterator[str]:
    bases = (one.basis or Basis.NOT_STATED, other.basis or Basis.NOT_STATED)
    if Basis.NOT_STATED not in bases and bases[0] is not bases[1]:
        yield f"one figure is counted as “{bases[0].value}”, the other as “{bases[1].value}”"


def _kinds(one: Context, other: Context) -> Iterator[str]:
    """Qualities that exclude each other; a net benefit or saving is net by what it measures."""
    held = [
        {*each.qualities, *([Quality.NET] if each.measure in NETS else [])} for each in (one, other)
    ]
    for pair in OPPOSITES:
        for first, second in (pair, pair[::-1]):
            if first in held[0] - held[1] and second in held[1] - held[0]:
                yield f"one figure is {first.value}, the other {second.value}"


def _weighs(code: str, shape: Shape) -> Run:
    """A check that weighs the sums of a shape, with an eye on what the figures are unlike in."""

    def run(subject: Subject) -> Iterator[Tested]:
        for found in subject.of_shape(shape):
            yield weigh(code, subject, found, unlike=unlike(subject, found))

    return run


def _check(code: str, shape: Shape, title: str, about: str, formula: str) -> Check:
    return Check(
        code=code,
        family=Family.AGREEMENT,
        title=title,
        about=about,
        formula=formula,
        speaks=SPEAKS,
        run=_weighs(code, shape),
    )


CHECKS = (
    _check(
        "same-figure",
        Shape.SAME,
        "One figure, printed twice",
        "A figure that a document prints in two places, in a table and in its text for example, "
        "is one figure, and reads the same in both.",
        "figure = the same figure in another place",
    ),
    _check(
        "headline-body",
        Shape.HEADLINE,
        "The headline and the figure behind it",
        "The figure that a case is known by stands in its body too, where it is made up.",
        "headline = the figure of the body that it is taken from",
    ),
    _check(
        "whole-and-part",
        Shape.WHOLE_AND_PART,
        "A programme and its projects",
        "What a project says of itself, its programme says of it too, and what the programme "
        "counts is what its projects come to.",
        "figure of the programme = the figure, or all figures, of its projects",
    ),
    _check(
        "two-councils",
        Shape.TWO_COUNCILS,
        "One initiative, seen from two councils",
        "Where councils share a service or a saving, each prints it; what both print is one "
        "figure, or adds up to one.",
        "figure of one council = the same figure of the other, or the parts of both",
    ),
)
