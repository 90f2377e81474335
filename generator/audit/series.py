"""Money by period, as a row or a column of a table prints it: what the appraisal works with.

A column of totals is no year, a row that is already cumulative is taken apart again, and what is
blank or nil adds nothing. Time is counted in months from the beginning of the first period.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.audit.appraisal import Flow
from generator.audit.findings import Step
from generator.audit.precision import Span, span_of
from generator.core.amounts import EXACT, exactly
from generator.core.figures import Part
from generator.core.money_format import format_amount
from generator.core.naming import describe
from generator.core.operands import resolve
from generator.core.period_forms import Form
from generator.core.problems import Fault
from generator.core.words import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.audit.subject import Subject
    from generator.core.figures import Axis
    from generator.core.operands import Item, Operand
    from generator.core.periods import Period

YEAR = 12  # months
ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """The money of one period; mostly a year.

    Attributes:
        period: None for a figure that is for no period of its own, such as a total.
        parts: the figures that make it up, each with 1 or -1 by which it counts.
        begins: months from the beginning of the first period to the beginning of this one.
        months: how long it is.
    """

    period: Period | None
    parts: tuple[tuple[Item, Decimal], ...]
    begins: int = 0
    months: int = YEAR

    @property
    def value(self) -> Decimal:
        """What the figures come to."""
        known = ((item.amount.meant.number, sign) for item, sign in self.parts)
        return sum((EXACT.multiply(n, sign) for n, sign in known if n is not None), ZERO)

    @property
    def span(self) -> Span:
        """What they may come to, given how each is rounded."""
        known = [(i.amount, sign) for i, sign in self.parts if i.amount.meant.number is not None]
        spans = [(span_of(amount), sign) for amount, sign in known]
        return Span(
            low=sum((span.low if sign > 0 else -span.high for span, sign in spans), ZERO),
            high=sum((span.high if sign > 0 else -span.low for span, sign in spans), ZERO),
        )

    @property
    def flow(self) -> Flow:
        """The money, and when it counts in years."""
        return Flow(time=Decimal(self.begins) / YEAR, value=self.value, span=self.span)


Series = tuple[Stretch, ...]


def series_of(subject: Subject, name: str) -> Series:
    """The figures that a name stands for, by period where it is a row or a column of periods."""
    found = resolve(subject.case, name, subject.others)
    if isinstance(found, Fault) or not found.items:
        return ()
    if found.single:
        return (Stretch(period=None, parts=((found.items[0], ONE),)),)
    along = ((axis, item) for axis, item in _along(subject, found) if is_period(axis))
    series = tuple(
        Stretch(period=axis.context.period, parts=((item, ONE),)) for axis, item in along
    )
    context = describe(subject.case, name, subject.others).context
    return _taken_apart(series) if context.basis is Basis.CUMULATIVE else series


def is_period(axis: Axis) -> bool:
    """Whether it is one period of several: not their total nor one end of a range."""
    period = axis.context.period.meant if axis.context.period else None
    dated = period is not None and bool(period.start and period.end)
    numbered = period is not None and period.form is Form.PROJECT_YEAR
    return axis.part is Part.ITEM and (dated or numbered)


def _along(subject: Subject, operand: Operand) -> Iterator[tuple[Axis, Item]]:
    """Each value of a row with its column, or of a column with its row."""
    path, _, inner = operand.items[0].name.rpartition("#")
    case = subject.others[path] if path else subject.case
    table = next(table for table in case.tables if table.id == inner.partition(".")[0])
    across = operand.items[0].name.split(".")[1] == operand.items[1].name.split(".")[1]
    return zip(table.columns if across else table.rows, operand.items, strict=True)


def _taken_apart(totals: Series) -> Series:
    """What each period adds to a running total."""
    before = (None, *totals)
    return tuple(
        replace(stretch, parts=(*stretch.parts, *negative((last,))[0].parts)) if last else stretch
        for stretch, last in zip(totals, before, strict=False)
    )


def negative(series: Series) -> Series:
    """The same with all signs turned."""
    return tuple(
        replace(stretch, parts=tuple((item, -sign) for item, sign in stretch.parts))
        for stretch in series
    )


def added(every: Iterable[Series]) -> Series:
    """Several series as one, the figures of one period together."""
    together: dict[str, Stretch] = {}
    for stretch in (stretch for series in every for stretch in series):
        key = str(stretch.period.sort_key) if stretch.period else ""
        known = together.get(key)
        parts = (*(known.parts if known else ()), *stretch.parts)
        together[key] = replace(stretch, parts=parts)
    return tuple(together.values())


def ordered(series: Series, beside: Series = ()) -> Series | str:
    """The periods in order of time and with the months between them; or why they are in none.

    The months count from the first period of both, where another series stands `beside` it.
    """
    if not series:
        return "what it is said to come from is neither one figure nor set out by year"
    dated = [(stretch.period.meant, stretch) for stretch in series if stretch.period]
    if len(dated) != len(series):
        return (
            series if len(series) == 1 else "only a part of what it comes from is set out by year"
        )
    if len({period.form is Form.PROJECT_YEAR for period, _ in dated}) > 1:
        return "its years are partly those of the calendar and partly those of the project"
    others = [each.period.meant for each in beside if each.period]
    first = min(map(_month, [*(period for period, _ in dated), *others]))
    placed = [
        replace(stretch, begins=_month(period) - first, months=months_touched(period))
        for period, stretch in dated
    ]
    placed.sort(key=lambda stretch: (stretch.begins, stretch.months))
    if any(one.begins + one.months > next_.begins for one, next_ in pairwise(placed)):
        return "some of its periods overlap"
    return tuple(placed)


def written(subject: Subject, series: Series, factors: Sequence[str] = ()) -> tuple[Step, ...]:
    """The periods as lines of a sum; `factors` is what each is divided or multiplied by."""
    steps = []
    for number, each in enumerate(series):
        sign = "−" if each.value < 0 else "+" if number else ""
        text = format_amount(exactly(each.value.copy_abs()))
        factor = factors[number] if factors else ""
        where = subject.where(each.parts[0][0]) if len(each.parts) == 1 else None
        steps.append(Step(sign=sign, text=f"{text} {factor}".rstrip(), where=where))
    return tuple(steps)


def _month(period: Period) -> int:
    """The first month of a period, counted from any fixed one."""
    if period.start is None:
        return int(period.number or 0) * YEAR
    return period.start.year * YEAR + period.start.month


def months_touched(period: Period) -> int:
    """How many months a period touches; one without days is taken for a year."""
    if period.start is None or period.end is None:
        return YEAR
    years = period.end.year - period.start.year
    return years * YEAR + period.end.month - period.start.month + 1
