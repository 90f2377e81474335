"""When two values of a case say the same, and what a change of one is about.

How a value was printed, in which order words are listed and where a line was broken say
nothing: £900k is £0.9m. What an amount means does, and so does why it is withheld or read in
another way than it was printed, though that is a matter of wording.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from generator.changes.change import Topic
from generator.core.amounts import PENCE, PERCENT, POUNDS, Amount
from generator.core.case import Section
from generator.core.figures import Claim, Figure, Table
from generator.core.periods import Period
from generator.core.words import ClaimKind, Heading

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

MONEY_UNITS: Final = frozenset(unit.name for unit in (POUNDS, PENCE, PERCENT))
TOPICS: Final = tuple(Topic)

# Claims and sections are about what their own word says.
ABOUT_CLAIMS: Final = {
    ClaimKind.DURATION: Topic.SCOPE,
    ClaimKind.COMPLEXITY: Topic.SCOPE,
    ClaimKind.STRATEGIC_ALIGNMENT: Topic.SCOPE,
}
ABOUT_SECTIONS: Final = {
    Heading.AIMS: Topic.SCOPE,
    Heading.APPROACH: Topic.SCOPE,
    Heading.SCOPE: Topic.SCOPE,
    Heading.ASSUMPTIONS: Topic.SCOPE,
    Heading.CONSTRAINTS: Topic.SCOPE,
    Heading.OPTIONS: Topic.OPTIONS,
    Heading.FINANCIAL_CASE: Topic.MONEY,
    Heading.BENEFITS: Topic.IMPACT,
    Heading.DELIVERY: Topic.SCOPE,
    Heading.RISKS: Topic.RISK,
    Heading.DEPENDENCIES: Topic.SCOPE,
    Heading.PEOPLE_AFFECTED: Topic.IMPACT,
    Heading.EQUALITY: Topic.IMPACT,
    Heading.CONSULTATION: Topic.DECISION,
    Heading.NEXT_STEPS: Topic.DECISION,
}


def meaning(value: Any) -> Hashable:  # noqa: ANN401 - a value of any field
    """What two spellings of one value have in common."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Amount):
        why = (value.reading_reason, value.withheld_reason, value.withheld_authority)
        return (_number(value), *why)
    if isinstance(value, Period):
        return (value, value.reading_reason)
    if isinstance(value, tuple):
        return tuple(sorted((meaning(each) for each in value), key=repr))
    known: Hashable = value
    return known


def _number(amount: Amount) -> Amount:
    """The amount; where there is no number, no unit either: a blank cell counts nothing."""
    if amount.reading is not None:
        amount = replace(amount, reading=_number(amount.reading))
    return amount if amount.number is not None else replace(amount, unit=POUNDS)


def same(then: Any, now: Any) -> bool:  # noqa: ANN401 - values of any field
    """Whether two values say the same."""
    return then is now or meaning(then) == meaning(now)


def is_set(value: Any) -> bool:  # noqa: ANN401 - a value of any field
    """Whether a field says anything."""
    return value is not None and value not in ("", ())


def topic_of_value(topic: Topic, then: Any, now: Any) -> Topic:  # noqa: ANN401 - of any field
    """What a change of one value is about: `topic`, but wording where only the print differs."""
    for kind in (Amount, Period):
        if isinstance(then, kind) and isinstance(now, kind):
            return topic if _meant(then) != _meant(now) else Topic.WORDING
    return topic


def _meant(value: Amount | Period) -> Amount | Period:
    return _number(value.meant) if isinstance(value, Amount) else value.meant


def topic_of_item(topic: Topic, items: Iterable[Any]) -> Topic:
    """What changes of an item are about, given the item in each version that has it."""
    return min((_item(topic, item) for item in items), key=TOPICS.index)


def _item(topic: Topic, item: Any) -> Topic:  # noqa: ANN401 - an item of any list
    if isinstance(item, Section):
        return ABOUT_SECTIONS.get(item.heading, Topic.WORDING)
    if isinstance(item, Claim):
        return ABOUT_CLAIMS.get(item.claim, topic)
    if isinstance(item, Figure):
        return topic_of_amounts((item.amount,))
    if isinstance(item, Table):
        return topic_of_amounts(amount for _, _, amount in item.cells())
    return topic


def topic_of_amounts(amounts: Iterable[Amount]) -> Topic:
    """Money where an amount is one, or a rate; else how much there is of something."""
    units = {amount.meant.unit.name for amount in amounts}
    return Topic.SCOPE if units and units.isdisjoint(MONEY_UNITS) else Topic.MONEY
