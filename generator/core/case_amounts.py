"""What adding up has to know of one case: its headline, and what may print the same money.

Whether an amount belongs in a total is in part a matter of the case alone: whether it is
for the plan's own year, whether it is exact, whether the paper itself describes what its
form calls a saving as income. These reasons stand here, in the order in which they count.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.core.amounts import Qualifier, State, in_pounds
from generator.core.identity import normal_reference
from generator.core.periods import financial_year
from generator.core.words import Basis, LinkKind, Nature, SplitBy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case
    from generator.core.figures import Headline

OVERLAPPING = (LinkKind.SAME_INITIATIVE, LinkKind.OVERLAPS)


class Reason(StrEnum):
    """Why a case is in no total. What comes first is told where several hold."""

    NO_AMOUNT = "no headline amount"
    WORDS = "words in place of an amount"
    WITHHELD = "withheld"
    NOT_POUNDS = "not in pounds"
    INCOME_GIVEN_UP = "replaces income given up"
    INCOME = "income"
    PARTLY_INCOME = "partly income"
    OTHER_FUNDING = "other funding"
    PARTLY_OTHER_FUNDING = "partly other funding"
    NO_PERIOD = "no period"
    OTHER_PERIOD = "another period"
    FULL_YEAR = "full year"
    SEVERAL_YEARS = "several years"
    INEXACT = "not exact"
    OVERLAPS = "overlaps with what is not here"
    PART = "part of another"
    PRINTED_TWICE = "printed twice"


# What the text describes an amount to be, in the order in which it is told.
BY_TEXT = {
    Nature.INCOME_GIVEN_UP: Reason.INCOME_GIVEN_UP,
    Nature.INCOME: Reason.INCOME,
    Nature.PARTLY_INCOME: Reason.PARTLY_INCOME,
    Nature.OTHER_FUNDING: Reason.OTHER_FUNDING,
    Nature.PARTLY_OTHER_FUNDING: Reason.PARTLY_OTHER_FUNDING,
}
BY_BASIS = {
    Basis.FULL_YEAR: Reason.FULL_YEAR,
    Basis.CUMULATIVE: Reason.SEVERAL_YEARS,
    Basis.OVER_THE_PLAN: Reason.SEVERAL_YEARS,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseAmount:
    """One case, as far as adding up goes.

    Attributes:
        path: of the case.
        year: in which its plan's financial year begins.
        headline: None where there is none, or where it could not be read.
        references: in their normal form.
        parts: of the headline, by reference in its normal form: the amounts in pounds.
        part_of: the paths of the cases that it is a part of.
        overlaps: the paths of cases that may be about the same money.
        shares_text: the paths of cases that say the same in the same words.
        overlaps_elsewhere: whether the paper warns of an overlap with what is no case here.
    """

    path: str
    title: str
    year: int
    headline: Headline | None
    references: tuple[str, ...] = ()
    parts: tuple[tuple[str, Decimal | None], ...] = ()
    part_of: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    shares_text: tuple[str, ...] = ()
    overlaps_elsewhere: bool = False


def case_amount(case: Case) -> CaseAmount:
    """What adding up has to know of a case."""
    splits = case.headline.splits if case.headline else ()
    return CaseAmount(
        path=str(case.id),
        title=case.title.strip() or case.id.slug.replace("-", " "),
        year=int(case.id.year_folder[:4]),
        headline=case.headline,
        references=tuple(map(normal_reference, case.references)),
        parts=tuple(
            (normal_reference(split.name), in_pounds(split.amount.meant))
            for split in splits
            if split.by is SplitBy.REFERENCE
        ),
        part_of=tuple(_linked(case, LinkKind.PART_OF)),
        overlaps=tuple(_linked(case, *OVERLAPPING)),
        shares_text=tuple(_linked(case, LinkKind.SHARES_TEXT)),
        overlaps_elsewhere=any(
            link.kind is LinkKind.OVERLAPS and link.case is None for link in case.links
        ),
    )


def _linked(case: Case, *kinds: LinkKind) -> Iterator[str]:
    return (str(link.case) for link in case.links if link.case and link.kind in kinds)


def pounds(one: CaseAmount) -> Decimal:
    """The amount in pounds; nought where there is none, which no total holds."""
    found = in_pounds(one.headline.amount) if one.headline else None
    return found if found is not None else Decimal(0)


def own_reason(one: CaseAmount) -> Reason | None:
    """Why a case is in no total, whatever the others are; None where nothing stands against it."""
    headline = one.headline
    if headline is None or headline.amount.meant.state is State.UNREADABLE:
        return Reason.NO_AMOUNT
    if headline.amount.meant.number is None:
        withheld = headline.amount.meant.state is State.WITHHELD
        return Reason.WITHHELD if withheld else Reason.WORDS
    if in_pounds(headline.amount.meant) is None:
        return Reason.NOT_POUNDS
    reasons = (_by_text(headline), _by_time(one, headline), _by_print(headline))
    overlap = Reason.OVERLAPS if one.overlaps_elsewhere else None
    return next(filter(None, (*reasons, overlap)), None)


def _by_text(headline: Headline) -> Reason | None:
    said = {description.kind for description in headline.described}
    return next((reason for nature, reason in BY_TEXT.items() if nature in said), None)


def _by_time(one: CaseAmount, headline: Headline) -> Reason | None:
    """An amount counts where it is for the plan's own year, and for no more of its effect."""
    if headline.period is None:
        return Reason.NO_PERIOD
    meant, year = headline.period.meant, financial_year(one.year)
    if (meant.start, meant.end) != (year.start, year.end):
        return Reason.OTHER_PERIOD
    return BY_BASIS.get(headline.basis)


def _by_print(headline: Headline) -> Reason | None:
    """An amount counts as printed; what is printed or read as the least makes a total the least."""
    amount, meant = headline.amount, headline.amount.meant
    plain = meant.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST) and meant.high is None
    return None if plain and meant.number == amount.number else Reason.INEXACT
