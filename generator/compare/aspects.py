"""What is looked at when cases stand side by side, in three tables.

``ASPECTS`` are things of which each case says one: its kind, its measure, how many options it
weighs. ``LISTS`` are things that cases may list in the same words. ``INSTEAD`` is what can be
compared where amounts cannot. To look at another thing: an entry, and a function of a few lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.things import numbered
from generator.compare.completeness import MARKS
from generator.compare.differences import basis, delivered, described, hoped, measure, years
from generator.compare.marking import State
from generator.compare.telling import all_are, among_options, answered, numbers
from generator.core.money_format import format_amount
from generator.core.period_format import format_period
from generator.core.periods import Form
from generator.core.words import AnswerState, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.compare.facts import ClaimFacts, Facts, RiskFacts, Side
    from generator.compare.telling import Telling

TITLES = {marking.code: marking.title.lower() for marking in MARKS}
ANSWERED = {
    AnswerState.NOT_ASKED: "not asked",
    AnswerState.BLANK: "left blank",
    AnswerState.NOT_APPLICABLE: "not applicable",
    AnswerState.NONE: "none",
    AnswerState.UNCLEAR: "not clear",
    AnswerState.TEXT: "answered in words",
}
REFERRED = "referred to another document"
# The same of many cases; what stands after it is who.
ANSWERED_BY = {
    "not asked": "not asked in",
    "left blank": "left blank by",
    "not applicable": "answered “not applicable” by",
    "none": "answered “none” by",
    "not clear": "not clear from",
    "answered in words": "answered in words by",
    REFERRED: "left to another document by",
    "": "not in the file of",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Aspect:
    """One thing that each case says, in `words` that are empty where it does not.

    Attributes:
        same: what is said where all say the same; empty where that is not worth saying.
        differ: what is said where they do not; likewise.
        some: what is said where some say one thing and the others nothing; likewise.
        many: the whole sentence where a list of who says what would be too long.
        field: the field of the file in which it stands.
    """

    code: str
    words: Callable[[Side], str]
    same: str = ""
    differ: str = ""
    some: str = ""
    many: Telling | None = None
    field: str = ""

    def lost(self, side: Side) -> bool:
        """Whether the field could not be read whole, so that nothing is said of any side."""
        return self.field in side.facts.unreadable


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """Things that cases list; `same` is said of what several list in the same words."""

    code: str
    items: Callable[[Side], tuple[str, ...]]
    same: str


def _period(side: Side) -> str:
    """The period as the paper has it, a year or ``3 years``."""
    context = side.figure.context if side.figure else None
    period = context.period.meant if context and context.period else None
    if context and period and period.form is not Form.UNREADABLE:
        return years(side) or format_period(period)
    return ""


def _sureness(side: Side) -> str:
    return hoped(side) or delivered(side)


def _options(side: Side) -> str:
    return numbered(len(side.facts.options), "option") if side.facts.options else "none"


def _do_nothing(side: Side) -> str:
    """Whether it is one of the options; empty where none is listed."""
    if not side.facts.options:
        return ""
    return "listed" if side.facts.do_nothing else "not listed"


def _risks(side: Side) -> str:
    return numbered(len(side.facts.risks), "risk") if side.facts.risks else "none"


def _answer(question: str) -> Callable[[Side], str]:
    def words(side: Side) -> str:
        if question in side.facts.referred:
            return REFERRED
        state = side.facts.answer(question)
        return ANSWERED[state] if state else ""

    return words


def _risk_titles(side: Side) -> tuple[str, ...]:
    return tuple(" ".join(risk.title.split()) for risk in side.facts.risks)


def _groups(side: Side) -> tuple[str, ...]:
    return tuple(group.group for group in side.facts.groups if group.assessed)


def _partners(side: Side) -> tuple[str, ...]:
    """Things outside the register that a case names as what it belongs to or needs."""
    named = [link.name for link in side.facts.links if link.name and not link.case]
    return tuple(dict.fromkeys([*named, *side.facts.needs]))


def _options_weighed(side: Side) -> str:
    """How many options, and whether one is to change nothing; empty where there are none."""
    if not side.facts.options:
        return ""
    alone = len(side.facts.options) == 1
    nothing = f"{': ' if alone else ', one of them '}to do nothing" if side.facts.do_nothing else ""
    return f"{numbered(len(side.facts.options), 'option')}{nothing}"


def _risks_kept_low(side: Side) -> str:
    """How many risks, and how many of them with a mitigation; empty where there are none."""
    risks = side.facts.risks
    if not risks:
        return ""
    return f"{numbered(len(risks), 'risk')}, {_of_them(risks)} with a mitigation"


def _of_them(risks: tuple[RiskFacts, ...]) -> str:
    """``none``, ``7`` or ``all``, of some risks."""
    number = sum(risk.mitigated for risk in risks)
    return "all" if number == len(risks) > 1 else str(number or "none")


def _claimed(*kinds: ClaimKind) -> Callable[[Side], str]:
    """Claims of some kinds as printed, each once."""

    def words(side: Side) -> str:
        said = [_claim(claim) for claim in _of(side.facts, kinds)]
        return "; ".join(dict.fromkeys(said))

    return words


def _of(facts: Facts, kinds: tuple[ClaimKind, ...]) -> list[ClaimFacts]:
    return [claim for claim in facts.claims if claim.claim in kinds]


def _claim(claim: ClaimFacts) -> str:
    """``payback 28 months (from the start of the project)``."""
    what = f" ({claim.what})" if claim.what else ""
    value = format_amount(claim.value.meant)
    if claim.value.reading:
        value = f"printed “{claim.value.printed}”, read as {value}"
    return f"{claim.claim.value} {value}{what}"


def _shares(side: Side) -> str:
    """Gains as a share of what is spent now, where the case gives them so."""
    return "; ".join(
        f"{format_amount(share.percent)} of {share.of}: {share.gain}" for share in side.facts.shares
    )


def _held(side: Side) -> str:
    """What the case holds, mark by mark; the marks have no sum."""
    return ", ".join(TITLES[mark.code] for mark in side.facts.marks if mark.state is State.YES)


ASPECTS: tuple[Aspect, ...] = (
    Aspect(
        code="kind",
        words=lambda side: side.facts.kind.value,
        same="They are of one kind",
        differ="They are different kinds of paper",
        many=all_are,
        field="kind",
    ),
    Aspect(
        code="stage",
        words=lambda side: side.facts.stage or "",
        same="They are at one stage",
        differ="They are at different stages",
        some="Not every case has its stage on record",
        field="stage",
    ),
    Aspect(
        code="plan-year",
        words=lambda side: side.facts.plan_year,
        same="They come from plans of one year",
        differ="They come from plans of different years",
    ),
    Aspect(
        code="measure",
        words=measure,
        same="Their papers call their figures by one name",
        differ="Their papers call their figures by different names",
        some="Not every paper says what its figure measures",
        field="headline",
    ),
    Aspect(
        code="described",
        words=described,
        differ="Some papers describe their figure as something other than they call it",
        field="headline",
    ),
    Aspect(
        code="period",
        words=_period,
        same="Their figures are for the same time",
        differ="Their figures are for different times",
        some="Not every paper says for which time its figure is",
        field="headline",
    ),
    Aspect(
        code="basis",
        words=basis,
        same="Their figures count in the same way over time",
        differ="Their figures count differently over time",
        some="Not every paper says how its figure counts over time",
        field="headline",
    ),
    Aspect(
        code="certainty",
        words=_sureness,
        same="The papers call their figures equally sure",
        differ="The papers do not call their figures equally sure",
        some="Not every paper says how sure its figure is",
        field="headline",
    ),
    Aspect(
        code="options",
        words=_options,
        same="Options listed in each",
        differ="The papers list different numbers of options",
        many=numbers(lambda side: len(side.facts.options), "option", "list"),
        field="options",
    ),
    Aspect(
        code="do-nothing",
        words=_do_nothing,
        same="Doing nothing, as one of the options",
        differ="Doing nothing, as one of the options",
        some="Not every paper lists options; doing nothing, as one of them",
        many=among_options,
        field="options",
    ),
    Aspect(
        code="risks",
        words=_risks,
        same="Risks named in each",
        differ="The papers name different numbers of risks",
        many=numbers(lambda side: len(side.facts.risks), "risk", "name"),
        field="risks",
    ),
    Aspect(
        code="negative",
        words=_answer("negative"),
        same="What gets worse, in each",
        differ="What gets worse",
        some="Not every file has an answer on what gets worse",
        many=answered("What gets worse", ANSWERED_BY),
        field="impacts",
    ),
    Aspect(
        code="protected",
        words=_answer("protected"),
        same="People with a protected characteristic, in each",
        differ="People with a protected characteristic",
        some="Not every file has an answer on protected characteristics",
        many=answered("People with a protected characteristic", ANSWERED_BY),
        field="impacts",
    ),
)

LISTS: tuple[Listing, ...] = (
    Listing(code="shared-risks", items=_risk_titles, same="Risks named alike"),
    Listing(
        code="shared-options",
        items=lambda side: side.facts.options,
        same="Options named alike",
    ),
    Listing(
        code="shared-benefits",
        items=lambda side: side.facts.benefits,
        same="Benefits named alike",
    ),
    Listing(code="shared-groups", items=_groups, same="Groups of people looked at by name"),
    Listing(
        code="shared-partners",
        items=_partners,
        same="Programmes, bodies or papers named by several as connected",
    ),
)

INSTEAD: tuple[Aspect, ...] = (
    Aspect(code="share", words=_shares, same="The gain as a share of what is spent now"),
    Aspect(
        code="payback",
        words=_claimed(ClaimKind.PAYBACK, ClaimKind.BREAK_EVEN),
        same="When it pays back, as printed",
    ),
    Aspect(
        code="returns",
        words=_claimed(ClaimKind.RETURN_ON_INVESTMENT, ClaimKind.IRR, ClaimKind.NPV),
        same="What it returns, as printed",
    ),
    Aspect(code="options-weighed", words=_options_weighed, same="Options listed"),
    Aspect(code="risks-mitigated", words=_risks_kept_low, same="Risks named"),
    Aspect(code="held", words=_held, same="What the case holds"),
)
