"""What the file states of a figure over time: its basis, its period, the years that it adds.

A cumulative amount holds the years before it, an annual one comes back every year, a one-off
one never does. The checks of measures over time and of one-off amounts ask the same things of a
figure; "not stated" is nothing to go by.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from generator.core.money_format import as_printed
from generator.core.period_format import format_period
from generator.core.period_forms import Form as PeriodForm
from generator.core.relations import Form
from generator.core.words import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.audit.findings import Where
    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.periods import Period
    from generator.core.sums import Sum

LONGEST_YEAR = 366  # days
PER_YEAR = (Basis.RECURRING, Basis.FULL_YEAR, Basis.IN_YEAR)


def basis_of(where: Where) -> Basis | None:
    """The basis that the file states; None where it says "not stated" or nothing."""
    basis = where.figure.context.basis
    return None if basis is Basis.NOT_STATED else basis


def period_of(where: Where) -> Period | None:
    """The period that is meant, where there is one."""
    period = where.figure.context.period
    return period.meant if period else None


def one_year(period: Period | None) -> bool:
    """Whether a period is a year or a part of one."""
    if period is None:
        return False
    if period.start and period.end:
        return (period.end - period.start).days < LONGEST_YEAR
    return period.form is PeriodForm.PROJECT_YEAR


def of_single_years(subject: Subject, items: Iterable[Item]) -> list[Where]:
    """The figures that are for one year each; nought says nothing."""
    where = [subject.where(item) for item in items if item.amount.meant.number]
    return [each for each in where if one_year(period_of(each))]


def differ(where: Sequence[Where]) -> bool:
    """Whether figures are for more than one period."""
    return any(period_of(one) != period_of(other) for one, other in combinations(where, 2))


def adds(subject: Subject, found: Sum) -> bool:
    """Whether several parts are set out as adding up to a figure, and do."""
    set_out = found.relation.form in (Form.ADDS_UP, Form.SUM)
    return set_out and len(found.addends) > 1 and subject.holds(found)


def added(found: Sum) -> list[Item]:
    """The parts that a sum adds and does not take away."""
    return [addend.item for addend in found.addends if addend.factor > 0]


def when(where: Where) -> str:
    """The period of a figure as a sentence says it."""
    period = period_of(where)
    return format_period(period) if period else "a period that is not stated"


def said(where: Where) -> str:
    """The amount of a figure as a sentence quotes it."""
    return as_printed(where.amount) if where.amount else ""
