"""Amounts made comparable, with care: for each resident, as a share of the budget, in real terms.

Each is worked out exactly and rounded once, says so ("about"), and carries the sentence that stands
under it: which population, budget or release of prices it rests on, of which year, from whom.
Where something that it needs is not in the register it is not worked out, and why is said. To add
a way: a function, and a line in ``WAYS``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final

from generator.core.amounts import EXACT, PERCENT, POUNDS, Amount, Qualifier
from generator.core.deflators import latest
from generator.core.money_format import format_amount
from generator.core.period_format import format_day, format_period
from generator.core.periods import Form
from generator.core.phrases import people_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.compare.comparison import Comparison
    from generator.compare.facts import Side
    from generator.core.amounts import Unit
    from generator.core.councils import NetBudget
    from generator.core.deflators import Deflator, DeflatorYear
    from generator.core.periods import Period

PENNY: Final = Decimal("0.01")
POUND: Final = Decimal(1)
HUNDREDTH: Final = Decimal("0.01")  # of a percent
ROUNDED: Final = {
    Qualifier.AT_LEAST: ROUND_FLOOR,
    Qualifier.OVER: ROUND_FLOOR,
    Qualifier.UP_TO: ROUND_CEILING,
    Qualifier.UNDER: ROUND_CEILING,
}
NO_POUNDS = "There is no amount in pounds."


@dataclass(frozen=True, kw_only=True, slots=True)
class Derived:
    """An amount made comparable.

    Attributes:
        code: the way, one of ``WAYS``.
        amount: rounded once; "about", or "at least" or "up to" where the paper says so.
        under: what it rests on, as a sentence that stands under it.
    """

    code: str
    amount: Amount
    under: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NotDerived:
    """That it could not be worked out, and why, as a sentence."""

    code: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A way to make amounts comparable.

    Attributes:
        about: what it does and what it does not, in a sentence for readers.
        work: from a side and the deflators of the register to the amount.
    """

    code: str
    title: str
    about: str
    work: Callable[[Side, Mapping[str, Deflator]], Derived | NotDerived]


@dataclass(frozen=True, kw_only=True, slots=True)
class WayLook:
    """One way tried on several figures: each by path and name, in the order of the sides."""

    way: Way
    values: tuple[tuple[tuple[str, str], Derived | NotDerived], ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it could not be worked out for some of them, each reason once."""
        said = (value.reason for _, value in self.values if isinstance(value, NotDerived))
        return tuple(dict.fromkeys(said))


def made_comparable(
    comparison: Comparison, deflators: Mapping[str, Deflator]
) -> tuple[WayLook, ...]:
    """Each way tried on the figures of a comparison; none where something blocks a scale.

    What blocks a scale of pounds blocks one of pounds for each resident as well.
    """
    if comparison.scale is None:
        return ()
    return tuple(
        WayLook(
            way=way,
            values=tuple((side.place, way.work(side, deflators)) for side in comparison.sides),
        )
        for way in WAYS
    )


def between_councils(
    comparison: Comparison, deflators: Mapping[str, Deflator]
) -> tuple[WayLook, ...]:
    """The same where the figures are of several councils; of one alone there is no need."""
    several = len({side.facts.council for side in comparison.sides}) > 1
    return made_comparable(comparison, deflators) if several else ()


def per_resident(side: Side, _: Mapping[str, Deflator]) -> Derived | NotDerived:
    """The amount divided by the people who live in the council's area."""
    code, amount = "per-resident", _pounds(side)
    population = side.council.population if side.council else None
    people = population.people.number if population else None
    if amount is None:
        return NotDerived(code=code, reason=NO_POUNDS)
    if population is None or not people:
        reason = f"The register holds no population of {side.council_name}."
        return NotDerived(code=code, reason=reason)
    under = f"{people_words(population)} ({population.source}).{_when(side)}"
    divided = _times(amount, Decimal(1), people, PENNY, POUNDS)
    return Derived(code=code, amount=divided, under=under)


def share_of_budget(side: Side, _: Mapping[str, Deflator]) -> Derived | NotDerived:
    """The amount as a share of the council's net budget of the same year."""
    code, amount, year = "share-of-budget", _pounds(side), _year(side)
    if amount is None:
        return NotDerived(code=code, reason=NO_POUNDS)
    if year is None:
        return NotDerived(code=code, reason="The figure is not for one financial year.")
    budget = _budget(side, year)
    net = budget.amount.meant.number if budget else None
    if budget is None or not net:
        said = f"The register holds no net budget of {side.council_name} for {format_period(year)}."
        return NotDerived(code=code, reason=said)
    under = (
        f"Net budget for {format_period(year)}: {format_amount(budget.amount)} ({budget.source})."
    )
    share = _times(amount, Decimal(100), net, HUNDREDTH, PERCENT)
    return Derived(code=code, amount=share, under=under)


def real_terms(side: Side, deflators: Mapping[str, Deflator]) -> Derived | NotDerived:
    """The amount in the prices of the base year of the latest release of deflators."""
    code, amount, year = "real-terms", _pounds(side), _year(side)
    deflator = latest(deflators.values())
    if amount is None:
        return NotDerived(code=code, reason=NO_POUNDS)
    if year is None:
        return NotDerived(code=code, reason="The figure is not for one financial year.")
    there = deflator.of(year) if deflator else None
    base = deflator.of(deflator.base_year) if deflator else None
    if deflator is None or there is None or base is None:
        return NotDerived(code=code, reason=f"No deflator for {format_period(year)}.")
    number, divisor = base.index.number, there.index.number
    if not number or not divisor:
        return NotDerived(code=code, reason=f"No deflator for {format_period(year)}.")
    real = _times(amount, number, divisor, POUND, POUNDS)
    return Derived(code=code, amount=real, under=_vintage(deflator, there, base))


def _vintage(deflator: Deflator, *years: DeflatorYear) -> str:
    """Which release, and which of the years in use are forecasts there."""
    base = f"In {format_period(deflator.base_year)} prices, by" if deflator.base_year else "By"
    said = f"{base} {deflator.series}, released {format_day(deflator.released)}"
    forecast = [format_period(each.year) for each in years if each.forecast and each.year]
    note = f" A forecast then: {', '.join(forecast)}." if forecast else ""
    return f"{said} ({deflator.source}).{note}"


def _when(side: Side) -> str:
    """For which time the figure is, since no population is counted in the year of each."""
    period = side.figure.context.period if side.figure else None
    return f" The figure is for {format_period(period.meant)}." if period else ""


def _pounds(side: Side) -> Amount | None:
    """What the figure means, where that is a number of pounds."""
    amount = side.figure.amount.meant if side.figure else None
    return amount if amount and amount.number is not None and amount.unit == POUNDS else None


def _year(side: Side) -> Period | None:
    """The financial year that the figure is for, where it is one."""
    period = side.figure.context.period if side.figure else None
    meant = period.meant if period else None
    return replace(meant, printed="") if meant and meant.form is Form.FINANCIAL_YEAR else None


def _budget(side: Side, year: Period) -> NetBudget | None:
    budgets = side.council.net_budgets if side.council else ()
    return next((budget for budget in budgets if budget.year == year), None)


def _times(amount: Amount, by: Decimal, over: Decimal, to: Decimal, unit: Unit) -> Amount:
    """The amount times one number over another, both ends of a range, rounded once to `to`.

    What is at least so much is rounded down and what is at most so much up, so that it stays true.
    """
    rounding = ROUNDED.get(amount.qualifier, ROUND_HALF_EVEN)

    def worked(number: Decimal) -> Decimal:
        exact = EXACT.divide(EXACT.multiply(number, by), over)
        return exact.quantize(to, rounding=rounding, context=EXACT)

    return Amount(
        number=worked(amount.number or Decimal(0)),
        high=None if amount.high is None else worked(amount.high),
        unit=unit,
        qualifier=Qualifier.ABOUT if amount.qualifier is Qualifier.EXACT else amount.qualifier,
        quantum=to,
    )


WAYS: tuple[Way, ...] = (
    Way(
        code="per-resident",
        title="For each resident",
        about="The amount divided by the people who live in the council's area. It says nothing "
        "of who uses the service.",
        work=per_resident,
    ),
    Way(
        code="share-of-budget",
        title="As a share of the net budget",
        about="The amount as a percentage of what the council spends in the same year after "
        "income, where the register holds that.",
        work=share_of_budget,
    ),
    Way(
        code="real-terms",
        title="In the prices of one year",
        about="The amount with the general rise of prices taken out. Prices of one service may "
        "have risen faster or more slowly.",
        work=real_terms,
    ),
)
