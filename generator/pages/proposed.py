"""How much the cases of one plan propose: like with like, and added up only where that is true.

Amounts may be added where they measure the same thing, for the same period, on the same
basis and with the same certainty, and where no two cases may be about the same money. Where
a document leaves one of these open, nobody knows what the total would be a total of; then
the amounts are listed as they are, and it is said why they have no total.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, Amount, Qualifier, exactly
from generator.core.identity import normal_reference
from generator.core.money_format import format_amount
from generator.core.words import Basis, Certainty, LinkKind, SplitBy
from generator.pages.headline import headline_view
from generator.pages.phrases import count, joined
from generator.pages.sizes import NONE, NOT_POUNDS, WITHHELD, WORDS, in_pounds, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.case import Case
    from generator.core.figures import Headline

MOST_LISTED = 12  # different amounts in one line; more of them are told by the ends alone
OVERLAPPING = {
    *(LinkKind.PART_OF, LinkKind.SAME_INITIATIVE),
    *(LinkKind.SHARES_TEXT, LinkKind.OVERLAPS),
}
OPEN_BASIS = "not added up: the papers do not say how these amounts count over time"
OPEN_PERIOD = "not added up: the papers do not say for which period these amounts are"
OPEN_CERTAINTY = "not added up: the papers do not say how sure these amounts are"
INEXACT = "not added up: some are not exact, or are read from a damaged print"
OVERLAP = "not added up: some of these cases may be about the same money"
LEFT_OUT = {
    WORDS: ("has words in place of an amount", "have words in place of an amount"),
    WITHHELD: ("has an amount that is withheld", "have an amount that is withheld"),
    NOT_POUNDS: ("has an amount that is not in pounds", "have an amount that is not in pounds"),
    NONE: ("has no headline amount", "have no headline amount"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Like:
    """Amounts of one sort.

    Attributes:
        lead: the total where there is one, else the amounts.
        what: what they measure, their period, their basis and how sure they are.
        cases: of how many cases, and of a total, which amounts it is made of.
        why: why there is no total; empty where there is one or nothing to add.
    """

    lead: str
    what: str
    cases: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    """What the cases of a plan propose; `left_out` is a sentence, or empty."""

    likes: tuple[Like, ...]
    left_out: str


def proposed(cases: Iterable[Case]) -> Proposed:
    """The headline amounts of some cases: those in pounds sort by sort, the rest counted."""
    likes: dict[str, list[Case]] = defaultdict(list)
    others = Counter[str]()
    for case in cases:
        size = size_of(case)
        if size in LEFT_OUT:
            others[size.id] += 1
        else:
            likes[headline_view(case).about].append(case)
    ordered = sorted(likes.items(), key=lambda item: (-len(item[1]), item[0]))
    return Proposed(
        likes=tuple(_like(what, same) for what, same in ordered), left_out=_left_out(others)
    )


def _like(what: str, cases: Sequence[Case]) -> Like:
    amounts = [case.headline.amount for case in cases if case.headline]
    why = why_not_added(cases)
    listed, number = _listed(amounts), count(len(cases), "case")
    if len(cases) == 1 or why:
        return Like(lead=listed, what=what, cases=number, why=why)
    total = reduce(EXACT.add, (in_pounds(amount) or Decimal(0) for amount in amounts))
    made_of = f"{number} together: {listed}"
    return Like(lead=format_amount(exactly(total)), what=what, cases=made_of, why="")


def why_not_added(cases: Sequence[Case]) -> str:
    """Why amounts of one sort have no total; empty where they have, or where there is but one."""
    headlines = [case.headline for case in cases if case.headline]
    if len(cases) < 2 or not headlines:
        return ""
    first = headlines[0]
    reasons = (
        (first.period is None, OPEN_PERIOD),
        (first.basis is Basis.NOT_STATED, OPEN_BASIS),
        (first.certainty is Certainty.NOT_STATED, OPEN_CERTAINTY),
        (not all(map(_exact, headlines)), INEXACT),
    )
    found = next((reason for holds, reason in reasons if holds), "")
    return found or (OVERLAP if _overlap(cases) else "")


def _exact(headline: Headline) -> bool:
    amount = headline.amount
    plain = amount.qualifier is Qualifier.EXACT and amount.high is None
    return plain and amount.reading is None


def _overlap(cases: Sequence[Case]) -> bool:
    """Whether one case is part of another, or two carry one reference."""
    ids = {str(case.id) for case in cases}
    linked = any(
        link.kind in OVERLAPPING and str(link.case) in ids for case in cases for link in case.links
    )
    claimed = Counter(one for case in cases for one in set(map(normal_reference, _names(case))))
    return linked or any(times > 1 for times in claimed.values())


def _names(case: Case) -> list[str]:
    splits = case.headline.splits if case.headline else ()
    return [*case.references, *(split.name for split in splits if split.by is SplitBy.REFERENCE)]


def _listed(amounts: Sequence[Amount]) -> str:
    """``£95,000, £200,000 (2 cases) and £1 million``; of many, the smallest and the largest."""
    ordered = sorted(amounts, key=lambda amount: in_pounds(amount.meant) or Decimal(0))
    times = Counter(map(_said, ordered))
    if len(times) > MOST_LISTED:
        first, *_, last = times
        return f"from {first} to {last}"
    several = (f"{said} ({count(n, 'case')})" if n > 1 else said for said, n in times.items())
    return joined(several)


def _said(amount: Amount) -> str:
    """The published amount; a reading stands beside it."""
    if amount.reading is None:
        return format_amount(amount)
    return f"“{amount.printed}” (read as {format_amount(amount.meant)})"


def _left_out(others: Counter[str]) -> str:
    said = [
        f"{count(others[size.id], 'case')} {one if others[size.id] == 1 else many}"
        for size, (one, many) in LEFT_OUT.items()
        if others[size.id]
    ]
    return f"Left out: {joined(said)}." if said else ""
