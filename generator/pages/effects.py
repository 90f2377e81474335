"""What a change comes to in all: the headline amounts of a plan before and after, like with like.

The rule for what may be added up is that of the pages on plans: the same measure, period, basis
and certainty, each amount exact and none about the same money as another. Where that does not
hold on one of the two sides, the cases are counted there and it is said why there is no total.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, exactly
from generator.core.money_format import format_amount
from generator.pages.headline import headline_view
from generator.pages.phrases import count, sentence
from generator.pages.proposed import LEFT_OUT, why_not_added
from generator.pages.sizes import in_pounds, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.amounts import Amount
    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """Amounts of one sort, before and after.

    Attributes:
        what: what they measure, their period, their basis and how sure they are.
        why: why there is no total on one side or both; empty where there is.
    """

    what: str
    before: str
    after: str
    why: str


def effects(before: Iterable[Case], after: Iterable[Case]) -> tuple[Effect, ...]:
    """The effect on the totals of a plan; sorts of amount in which nothing is new are left out."""
    then, now = _by_sort(before), _by_sort(after)
    return tuple(
        _effect(what, then[what], now[what])
        for what in sorted(then.keys() | now.keys())
        if _amounts(then[what]) != _amounts(now[what])
    )


def _effect(what: str, before: Sequence[Case], after: Sequence[Case]) -> Effect:
    reasons = [why for why in (why_not_added(before), why_not_added(after)) if why]
    return Effect(
        what=sentence(what),
        before=_together(before),
        after=_together(after),
        why="; ".join(dict.fromkeys(reasons)),
    )


def _together(cases: Sequence[Case]) -> str:
    """``£1.2 million from 12 cases``, ``12 cases``, ``none``."""
    if not cases:
        return "none"
    number = count(len(cases), "case")
    if why_not_added(cases):
        return number
    amounts = [case.headline.amount for case in cases if case.headline]
    if len(amounts) == 1:
        return f"{format_amount(amounts[0].meant)} from {number}"
    total = reduce(EXACT.add, (in_pounds(amount.meant) or Decimal(0) for amount in amounts))
    return f"{format_amount(exactly(total))} from {number}"


def _by_sort(cases: Iterable[Case]) -> dict[str, list[Case]]:
    """The cases with a headline amount in pounds, by all that tells what it is an amount of."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if size_of(case) not in LEFT_OUT:
            found[headline_view(case).about].append(case)
    return found


def _amounts(cases: Iterable[Case]) -> Counter[Amount]:
    return Counter(case.headline.amount for case in cases if case.headline)
