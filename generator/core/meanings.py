"""What each word of the closed lists means, in one sentence for readers and officers.

The words beside a figure are few and exact, and are worth nothing if two people read them
differently. Their meanings stand here, beside the lists, and the site's methods page is made
from them: a word that is added to a list without a meaning fails a test.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from generator.core.words import Basis, Certainty, Measure, Quality

if TYPE_CHECKING:
    from collections.abc import Mapping

W = TypeVar("W", bound=StrEnum)

MEASURES: Final[Mapping[Measure, str]] = {
    Measure.SAVING: "Money that the council will no longer spend.",
    Measure.INCOME: "Money that comes in, such as fees, rents or sales.",
    Measure.COST_AVOIDED: "Money that would have had to be spent and now need not be; no budget "
    "gets smaller by it.",
    Measure.FUNDING_SWITCH: "The same is paid for from another source of money.",
    Measure.COST: "What something costs.",
    Measure.BENEFIT: "What is gained, where the paper does not say whether it is saved, earned "
    "or avoided.",
    Measure.NET_BENEFIT: "Benefits less the costs of getting them.",
    Measure.NET_SAVING: "Savings less the costs of making them.",
    Measure.INVESTMENT: "Money put in now for something that is to come of it later.",
    Measure.BASELINE: "What was spent, earned or counted before anything changes.",
    Measure.BUDGET: "What is set aside to be spent.",
    Measure.TARGET: "What is to be reached, where the paper does not say of what kind it is.",
    Measure.GRANT: "Money given to the council for a purpose.",
    Measure.FUNDING_GAP: "What is missing between the money needed and the money there is.",
    Measure.PRICE: "What one of something costs.",
    Measure.SHARE: "A part of a whole, or how a sum is divided.",
    Measure.COUNT: "How many there are of something.",
}
BASES: Final[Mapping[Basis, str]] = {
    Basis.IN_YEAR: "As far as it falls in that one year; later years may bring it again or not.",
    Basis.FULL_YEAR: "What a whole year brings once everything is in place.",
    Basis.RECURRING: "Comes again every year.",
    Basis.INCREMENT: "What this year adds to the year before.",
    Basis.CUMULATIVE: "All years up to and including this one.",
    Basis.OVER_THE_PLAN: "All years of the plan together.",
    Basis.ONE_OFF: "Comes once.",
    Basis.NOT_STATED: "The paper does not say.",
}
QUALITIES: Final[Mapping[Quality, str]] = {
    Quality.GROSS: "Before costs or income are taken off.",
    Quality.NET: "After costs or income are taken off.",
    Quality.CASH: "In the money of each year, rising prices included.",
    Quality.REAL: "In the prices of one year, so that years can be compared.",
    Quality.REVENUE: "Day-to-day money, such as pay and contracts.",
    Quality.CAPITAL: "Money for things that last, such as buildings and roads.",
    Quality.CASHABLE: "A gain that leaves money free to be spent or saved.",
    Quality.NON_CASHABLE: "A gain, such as time, that leaves no money free.",
}
CERTAINTIES: Final[Mapping[Certainty, str]] = {
    Certainty.TARGET: "What the council sets out to reach.",
    Certainty.ESTIMATE: "What somebody has worked out or expects.",
    Certainty.AGREED: "The paper says that it has been decided.",
    Certainty.DELIVERED: "The paper says that it has happened.",
    Certainty.CONDITIONAL: "Comes only if something else happens.",
    Certainty.NOT_STATED: "The paper does not say how sure it is.",
}


def _plain(meanings: Mapping[W, str]) -> dict[str, str]:
    return {word.value: meaning for word, meaning in meanings.items()}


# The question that each list answers, and its words with their meanings.
LISTS: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("What a figure measures", _plain(MEASURES)),
    ("How it counts over time: its basis", _plain(BASES)),
    ("What else is true of it", _plain(QUALITIES)),
    ("How sure it is", _plain(CERTAINTIES)),
)
