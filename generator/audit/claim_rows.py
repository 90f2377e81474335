"""A claim of the appraisal worked out from the rows that it comes from.

Each kind of claim needs something else: benefits and costs apart, figures by year, a rate. What
is missing is said as a reason, so that a claim that nobody can work out says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.answers import Answer, Way, came_out
from generator.audit.findings import Verdict, Where
from generator.audit.judging import assumption_about
from generator.audit.paying_back import (
    paid_back,
    printed_months,
    printed_period,
    verdict_of_months,
    way_of_months,
)
from generator.audit.precision import Span
from generator.audit.present_values import (
    by_the_green_book,
    discounted,
    rate_of,
    way_of_irr,
    ways_of_npv,
    without_discounting,
)
from generator.audit.profiles import items_in
from generator.audit.returns import YEARLY, Money, ways_of_return
from generator.audit.shapes import RETURNS
from generator.audit.things import joined
from generator.audit.years import PER_YEAR
from generator.core.additions import UNKNOWN
from generator.core.amounts import Amount
from generator.core.naming import describe
from generator.core.relations import Form
from generator.core.words import PAID_BACK, Basis, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.audit.present_values import Rate
    from generator.audit.profiles import Profile
    from generator.audit.series import Series
    from generator.audit.subject import Subject
    from generator.core.figures import Claim
    from generator.core.operands import Item
    from generator.core.relations import Relation

ZERO = Decimal(0)
ALL_YEARS = (Basis.OVER_THE_PLAN, Basis.CUMULATIVE)
CODES = {
    ClaimKind.NPV: "npv",
    ClaimKind.IRR: "irr",
    ClaimKind.RETURN_ON_INVESTMENT: "roi",
    ClaimKind.BENEFIT_COST_RATIO: "roi",
    ClaimKind.PAYBACK: "payback",
    ClaimKind.BREAK_EVEN: "break-even",
}
DISCOUNTED = "discounted-roi"
NOT_BY_YEAR = "the figures that it comes from are not set out by year"
NO_RATE = "no discount rate is printed for it"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A claim, and what it is to be worked out from.

    Attributes:
        relation: the line of the file that says what it comes from; None where nothing does.
    """

    subject: Subject
    claim: Claim
    profile: Profile
    relation: Relation | None

    @property
    def code(self) -> str:
        """The check that the claim belongs to; a return with a rate is one of present values."""
        return code_of(self.claim, self.relation)

    @property
    def where(self) -> Where:
        """The claim, and where it stands."""
        return where_of(self.subject, self.claim)

    @property
    def items(self) -> tuple[Item, ...]:
        """The figures that it is worked out from."""
        if self.claim.claim in RETURNS:
            return items_in(self.profile.gains, self.profile.costs)
        return items_in(self.profile.net)

    @property
    def rate(self) -> Rate | None:
        """The discount rate."""
        return rate_of(self.subject, self.relation)


def code_of(claim: Claim, relation: Relation | None) -> str:
    """The code of the check that a claim belongs to."""
    if relation is None or relation.form is not Form.COMES_FROM or claim.claim not in RETURNS:
        return CODES[claim.claim]
    with_rate = relation.percent is not None or relation.percent_name is not None
    return DISCOUNTED if with_rate else CODES[claim.claim]


def where_of(subject: Subject, claim: Claim) -> Where:
    """A claim, and where it stands."""
    return Where(figure=describe(subject.case, claim.id), amount=claim.value)


def answer(question: Question) -> Answer | str:
    """What comes of working the claim out, or why it cannot be."""
    unknown = [item for item in question.items if item.amount.meant.state in UNKNOWN]
    if unknown:
        names = [question.subject.where(item).figure.text for item in unknown]
        return f"{joined(names)} {'has' if len(names) == 1 else 'have'} no number"
    kind = question.claim.claim
    if kind in RETURNS:
        return _return(question)
    if not question.profile.by_year and (kind not in PAID_BACK or len(question.profile.net) < 2):
        return NOT_BY_YEAR
    if kind in PAID_BACK:
        return _payback(question)
    return _npv(question) if kind is ClaimKind.NPV else _irr(question)


def _npv(question: Question) -> Answer | str:
    rate, published, net = question.rate, question.claim.value, question.profile.net
    if rate is None:
        return NO_RATE
    ways = ways_of_npv(question.subject, net, rate, published)
    more = [without_discounting(net, published), by_the_green_book(net, published)]
    return _told(question, ways, more=" ".join(filter(None, more)))


def _irr(question: Question) -> Answer | str:
    way = way_of_irr(question.subject, question.profile.net, question.claim.value)
    if way is None:
        return (
            "the money turns more than once, or never, from going out to coming in, so that no "
            "one rate stands out"
        )
    return _told(question, [way])


def _return(question: Question) -> Answer | str:
    profile, published, more = question.profile, question.claim.value, ""
    if not profile.gains or not profile.costs:
        return "what is gained and what is paid are not told apart in the figures it comes from"
    if question.code == DISCOUNTED:
        if not profile.by_year:
            return NOT_BY_YEAR
        rate = question.rate
        if rate is None:
            return NO_RATE
        gained, paid = discounted(profile.gains, rate), discounted(profile.costs, rate)
        more = f"Both are what they are worth today at {rate.text} a year."
    else:
        gained, paid = _total(question, profile.gains), _total(question, profile.costs)
    ways = ways_of_return(gained, paid, published, years=profile.years)
    if not ways:
        return "it may be that nothing is paid, and a return divides by what is paid"
    ways, verdict, assumption = weighed_return(question.where, ways, profile.years)
    return _told(question, ways, verdict, assumption, more)


def _total(question: Question, series: Series) -> Money:
    spans = [each.span for each in series]
    alone = len(series) == 1 and len(series[0].parts) == 1
    return Money(
        value=sum((each.value for each in series), ZERO),
        span=Span(low=sum((s.low for s in spans), ZERO), high=sum((s.high for s in spans), ZERO)),
        where=question.subject.where(series[0].parts[0][0]) if alone else None,
    )


def weighed_return(
    where: Where, ways: Sequence[Way], years: int
) -> tuple[tuple[Way, ...], Verdict, str]:
    """How a return came out: its readings, the verdict, and what it takes for granted.

    Where the claim says itself that it is for a year, or for all years, only that reading counts,
    and is told first.
    """
    published, basis = where.amount or Amount(), where.figure.context.basis
    yearly = [way for way in ways if way.words.endswith(YEARLY)]
    whole = [way for way in ways if way not in yearly]
    meant, other = list(ways), []
    if yearly and basis in PER_YEAR:
        meant, other = yearly, whole
    elif yearly and basis in ALL_YEARS:
        meant, other = whole, yearly
    verdict, assumption = came_out(published, meant), ""
    if verdict is Verdict.DIFFERS and other and came_out(published, other) is not verdict:
        taken = "one of the years" if basis in ALL_YEARS else f"all {years} years together"
        assumption = f"The printed return is taken to be for {taken}"
    return (*meant, *other), verdict, assumption


def _payback(question: Question) -> Answer | str:
    claim, published = question.claim, question.claim.value
    found = paid_back(question.profile.net)
    months, period = printed_months(published), printed_period(claim)
    if months is None and period is None:
        return "it is printed without a unit of time, such as months"
    if found.number is None and found.says_later(months, period):
        return "the years that are published end before they have paid back what is put in"
    verdict, assumption = Verdict.AGREES, ""
    if period is not None and not found.may_be(period):
        verdict = Verdict.DIFFERS
    elif months is not None:
        verdict, assumption = verdict_of_months(months, found, dated=period is not None)
    way = way_of_months(question.subject, found, published)
    more = ""
    if verdict is Verdict.ROUNDING:
        more = "Figures by year tell the year and not the month; spread evenly they come to this."
    return _told(question, [way], verdict, assumption, more)


def _told(
    question: Question,
    ways: Sequence[Way],
    verdict: Verdict | None = None,
    assumption: str = "",
    more: str = "",
) -> Answer:
    """The answer, with what the file and the print leave to be assumed."""
    items, rate = question.items, question.rate
    parts = [question.subject.where(item) for item in items]
    if rate and rate.item and question.code in ("npv", DISCOUNTED):
        parts.append(question.subject.where(rate.item))
    amounts = [question.claim.value, *(item.amount for item in items)]
    about = assumption_about(question.relation, amounts) if question.relation else ""
    assumed = filter(None, (question.profile.assumption, about, assumption))
    return Answer(
        code=question.code,
        claim=question.where,
        parts=tuple(parts),
        ways=tuple(ways),
        verdict=verdict or came_out(question.claim.value, ways),
        assumption=". ".join(assumed),
        more=more,
    )
