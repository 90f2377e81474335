"""The closed lists of words that a case file may use, each list in one place.

Councils print the same thing under many names; a register can only be compared
when the words that say what a figure measures, how it counts over time and how
sure it is come from short lists. Every list here is what an officer may type,
what the editor offers and what a message suggests when a word is mistyped.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from generator.core.cell_text import nearest, quoted
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

W = TypeVar("W", bound=StrEnum)

CODES = {
    "unknown-word": "A word that is not in the list of words known for its field.",
}


class Kind(StrEnum):
    """What sort of document the case was published as."""

    BUSINESS_CASE = "business case"
    OUTLINE_BUSINESS_CASE = "outline business case"
    PROGRAMME = "programme"
    PROJECT_SUMMARY = "project summary"
    SAVINGS_REPORT = "savings report"
    OPTIONS_BRIEFING = "options briefing"


class Measure(StrEnum):
    """What a figure measures."""

    SAVING = "saving"
    INCOME = "income"
    COST_AVOIDED = "cost avoided"
    FUNDING_SWITCH = "funding switch"
    COST = "cost"
    BENEFIT = "benefit"
    NET_BENEFIT = "net benefit"
    NET_SAVING = "net saving"
    INVESTMENT = "investment"
    BASELINE = "baseline"
    BUDGET = "budget"
    TARGET = "target"
    GRANT = "grant"
    FUNDING_GAP = "funding gap"
    PRICE = "price"
    SHARE = "share"
    COUNT = "count"


# What a budget gains. A whole of one of these may hold parts of another.
GAINS = (
    *(Measure.SAVING, Measure.INCOME, Measure.COST_AVOIDED, Measure.FUNDING_SWITCH),
    *(Measure.BENEFIT, Measure.NET_BENEFIT, Measure.NET_SAVING),
)
NETS = (Measure.NET_BENEFIT, Measure.NET_SAVING)
COSTS = (Measure.COST, Measure.INVESTMENT)


class Nature(StrEnum):
    """What a document's text describes an amount to be, where its form calls it something else."""

    INCOME = "income"
    PARTLY_INCOME = "partly income"
    OTHER_FUNDING = "other funding"
    PARTLY_OTHER_FUNDING = "partly other funding"
    INCOME_GIVEN_UP = "replaces income given up"


# What a text says of a part of an amount alone.
IN_PART = (Nature.PARTLY_INCOME, Nature.PARTLY_OTHER_FUNDING)


class Basis(StrEnum):
    """How a figure counts over time."""

    IN_YEAR = "in year"
    FULL_YEAR = "full year"
    RECURRING = "recurring"
    INCREMENT = "increment"
    CUMULATIVE = "cumulative"
    OVER_THE_PLAN = "over the plan"
    ONE_OFF = "one-off"
    NOT_STATED = "not stated"


class Quality(StrEnum):
    """What else is true of a figure: before or after costs, price base, sort of money."""

    GROSS = "gross"
    NET = "net"
    CASH = "cash"
    REAL = "real"
    REVENUE = "revenue"
    CAPITAL = "capital"
    CASHABLE = "cashable"
    NON_CASHABLE = "non-cashable"


class Certainty(StrEnum):
    """How sure a figure is, in the document's own claim."""

    TARGET = "target"
    ESTIMATE = "estimate"
    AGREED = "agreed"
    DELIVERED = "delivered"
    CONDITIONAL = "conditional"
    NOT_STATED = "not stated"


class SplitBy(StrEnum):
    """By what a headline is divided."""

    REFERENCE = "reference"
    YEAR = "year"
    STRAND = "strand"
    PARTNER = "partner"


class Outcome(StrEnum):
    """What the document concludes about an option."""

    PREFERRED = "preferred"
    SHORT_LISTED = "short-listed"
    NOT_RECOMMENDED = "not recommended"
    CONSIDERED = "considered"
    NOT_STATED = "not stated"


class ChangeKind(StrEnum):
    """Why a published figure was changed."""

    CORRECTION = "correction"
    REBASELINE = "rebaseline"
    SCOPE = "scope"
    INFLATION = "inflation"
    DECISION = "decision"
    RESTATED = "restated in the same pack"


class DependencyKind(StrEnum):
    """Which way a dependency points."""

    DEPENDS_ON = "depends on"
    DELIVERS_TO = "delivers to"


class LinkKind(StrEnum):
    """How one case stands to another."""

    PART_OF = "part of"
    FOLLOWS = "follows"
    SAME_INITIATIVE = "same initiative"
    SHARES_TEXT = "shares text with"
    OVERLAPS = "overlaps with"
    RELATED = "related"


class Governance(StrEnum):
    """How a council takes its decisions."""

    COMMITTEES = "committee system"
    CABINET = "leader and cabinet"
    MAYOR = "elected mayor"


class AnswerState(StrEnum):
    """The six ways in which a form's question can stand answered."""

    NOT_ASKED = "not asked"
    BLANK = "blank"
    NOT_APPLICABLE = "N/A"
    NONE = "none"
    UNCLEAR = "unclear"
    TEXT = "text"


class ClaimKind(StrEnum):
    """An appraisal claim that a document prints."""

    NPV = "NPV"
    IRR = "IRR"
    RETURN_ON_INVESTMENT = "return on investment"
    PAYBACK = "payback"
    BREAK_EVEN = "break-even"
    BENEFIT_COST_RATIO = "benefit-cost ratio"
    DISCOUNT_RATE = "discount rate"
    DURATION = "duration"
    COMPLEXITY = "complexity"
    STRATEGIC_ALIGNMENT = "strategic alignment"


# When something has paid for itself: a time, not an amount.
PAID_BACK = (ClaimKind.PAYBACK, ClaimKind.BREAK_EVEN)


class Heading(StrEnum):
    """The second-level headings under which the narrative of a case stands."""

    CASE_FOR_CHANGE = "Case for change"
    IF_NOTHING_IS_DONE = "If nothing is done"
    CONTEXT = "Context"
    EVIDENCE = "Evidence"
    AIMS = "Aims"
    APPROACH = "Approach"
    SCOPE = "Scope"
    ASSUMPTIONS = "Assumptions"
    CONSTRAINTS = "Constraints"
    OPTIONS = "Options"
    FINANCIAL_CASE = "Financial case"
    BENEFITS = "Benefits"
    DELIVERY = "Delivery"
    RISKS = "Risks"
    DEPENDENCIES = "Dependencies"
    PEOPLE_AFFECTED = "People affected"
    EQUALITY = "Equality"
    CONSULTATION = "Consultation"
    NEXT_STEPS = "Next steps"
    NOTES = "Notes on the document"


# Equality Act 2010, section 4.
PROTECTED_CHARACTERISTICS = (
    "age",
    "disability",
    "gender reassignment",
    "marriage and civil partnership",
    "pregnancy and maternity",
    "race",
    "religion or belief",
    "sex",
    "sexual orientation",
)

RACI = {"R": "responsible", "A": "accountable", "C": "consulted", "I": "informed"}


def listed(words: Iterable[str]) -> str:
    """Words as a person lists them: ``a, b or c``."""
    *most, last = list(words)
    return f"{', '.join(most)} or {last}" if most else last


def unknown_word(text: str, known: Iterable[str], what: str) -> Fault:
    """The fault for a word that is in no list, with the nearest known one."""
    words = [str(word) for word in known]
    suggestion = nearest(text, words)
    return Fault(
        code="unknown-word",
        read=f"{quoted(text)} as {what}",
        expected=listed(words),
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "use a word of the list",
    )


def parse_word(text: str, words: type[W], what: str) -> W | Fault:
    """The word of a list that `text` is, upper and lower case being the same."""
    found = word_of(text, words)
    return unknown_word(text.strip(), list(words), what) if found is None else found


def word_of(text: str, words: type[W]) -> W | None:
    """The same; None where it is none of them."""
    value = _in_small_letters(words).get(text.strip().lower())
    return None if value is None else words(value)


@cache
def _in_small_letters(words: type[StrEnum]) -> dict[str, str]:
    return {word.value.lower(): word.value for word in words}
