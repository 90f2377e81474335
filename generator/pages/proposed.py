"""How much the cases of one plan propose: totals, what they are totals of, and what they leave out.

What may be added up is decided in ``adding_up``. Here it is said: each total with what it
measures and of how many cases it is made, and every case that is in none, with a link and the
reason. A reader can so take a total for no more than it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.core.adding_up import AddedUp, LeftOut, Total, add_up, in_all
from generator.core.case_amounts import CaseAmount, Reason, case_amount, pounds
from generator.core.money_format import format_amount
from generator.core.periods import financial_year, parse_period
from generator.core.words import Basis, Certainty, SplitBy
from generator.pages.addresses import Ref, case_address, link
from generator.pages.headline import in_words
from generator.pages.phrases import (
    BASES,
    CERTAINTIES,
    count,
    in_period,
    joined,
    measured,
    sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.pages.shelf import Shelf

W = TypeVar("W", Basis, Certainty)

MOST_LISTED = 12  # different amounts in one line; more of them are told by the ends alone
MOST_OPEN = 3  # cases left out that stand open; more of them are folded
OPEN_BASIS = "the paper does not say whether it recurs"
OPEN_CERTAINTY = "the paper does not say how sure it is"
UNCLEAR = "not added up: the papers leave open whether these are about the same money"
REASONS = {
    Reason.NO_AMOUNT: "There is no headline amount, or it could not be read",
    Reason.WORDS: "There are words in place of an amount",
    Reason.WITHHELD: "The amount is withheld",
    Reason.NOT_POUNDS: "The amount is not in pounds",
    Reason.INCOME_GIVEN_UP: "By the text of the paper it takes the place of income given up",
    Reason.INCOME: "By the text of the paper it is income",
    Reason.PARTLY_INCOME: "By the text of the paper it is partly income",
    Reason.OTHER_FUNDING: "By the text of the paper it is money from another fund or body",
    Reason.PARTLY_OTHER_FUNDING: "By the text of the paper it is partly money from another "
    "fund or body",
    Reason.NO_PERIOD: "The paper does not say for which period it is",
    Reason.OTHER_PERIOD: "It is for another period than the year of the plan",
    Reason.FULL_YEAR: "It is what a full year brings, which the year of the plan may not hold",
    Reason.SEVERAL_YEARS: "It is for several years together",
    Reason.INEXACT: "It is not exact, or is read otherwise than printed",
    Reason.OVERLAPS: "The paper itself warns that it may be counted elsewhere too",
    Reason.PART: "It is part of another case, whose amount is taken to hold it",
    Reason.PRINTED_TWICE: "Another case prints the same amount, and it may be the same money",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TotalView:
    """Amounts of one sort.

    Attributes:
        lead: the total where there is one, else the amounts.
        what: what they measure, and for which year.
        cases: of how many cases, and of a total, which amounts it is made of.
        how: how often they count and how sure they are, each with the number of cases.
        why: why there is no total; empty where there is one.
    """

    lead: str
    what: str
    cases: str
    how: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftCase:
    """A case that is in no total.

    Attributes:
        amount: the headline, or the words in its place; empty where there is none.
        about: what it measures, its period, its basis and how sure it is.
        other: the case whose amount holds it or prints it too, where one does.
    """

    what: Ref
    amount: str
    about: str
    other: Ref | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftGroup:
    """The cases that are left out for one reason."""

    why: str
    cases: tuple[LeftCase, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    """What the cases of a plan propose.

    Attributes:
        left_title: how many cases are left out; empty where none is.
        folded: whether there are so many of them that the list is folded.
    """

    totals: tuple[TotalView, ...]
    left_title: str
    left_out: tuple[LeftGroup, ...]
    folded: bool


def counted(case: Case, shelf: Shelf) -> CaseAmount:  # noqa: ARG001 - as all that is kept of a case
    """What lists keep of a case to add it up."""
    return case_amount(case)


def proposed(ones: Iterable[CaseAmount], here: str) -> Proposed:
    """What cases of one plan propose, for the page at `here`."""
    return proposed_in(add_up(ones), here)


def proposed_in(found: AddedUp, here: str) -> Proposed:
    """The same of what was added up already."""
    left = found.left_out
    what = "Left out" if found.totals else "In no total"
    return Proposed(
        totals=tuple(map(_total, found.totals)),
        left_title=f"{what}: {count(len(left), 'case')}" if left else "",
        left_out=tuple(_groups(found, here)),
        folded=len(left) > MOST_OPEN,
    )


def _total(total: Total) -> TotalView:
    ones = total.ones
    headlines = [one.headline for one in ones if one.headline]
    listed, number = _listed(ones), count(len(ones), "case")
    lead = total_words(total) or listed
    made_of = f"{number} together: {listed}" if len(ones) > 1 and total.amount is not None else ""
    when = in_period(financial_year(ones[0].year))
    return TotalView(
        lead=sentence(lead),
        what=f"{measured(total.measure, total.qualities)}, {when}",
        cases=made_of or number,
        how="; ".join(
            [
                _each([h.basis for h in headlines], BASES, OPEN_BASIS),
                _each([h.certainty for h in headlines], CERTAINTIES, OPEN_CERTAINTY),
            ]
        ),
        why="" if total.amount is not None else f"{UNCLEAR}: {_pairs(total)}",
    )


def total_words(total: Total) -> str:
    """``£1.4 million``, ``at least £500,000``; empty where some may be the same money."""
    amount = in_all(total)
    return format_amount(amount) if amount else ""


def _each(found: Sequence[W], words: Mapping[W, str], silent: str) -> str:
    """``a target (3 cases), an estimate (1 case)``, the most frequent first; one alone without."""
    times = Counter(words.get(one, silent) for one in found)
    if len(times) == 1:
        return next(iter(times))
    ordered = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{said} ({count(number, 'case')})" for said, number in ordered)


def _pairs(total: Total) -> str:
    return "; ".join(f"“{one.title}” and “{other.title}”" for one, other in total.unclear)


def _groups(found: AddedUp, here: str) -> Iterator[LeftGroup]:
    """What is left out, reason by reason."""
    for reason, why in REASONS.items():
        cases = tuple(_left(item, here) for item in found.left_out if item.reason is reason)
        if cases:
            yield LeftGroup(why=why, cases=cases)


def _left(item: LeftOut, here: str) -> LeftCase:
    headline = in_words(item.one.headline) if item.one.headline else None
    # Why it is read so stands on the page of the case; here are many lines.
    reading = f" ({headline.reading.partition(':')[0]})" if headline and headline.reading else ""
    return LeftCase(
        what=_ref(item.one, here),
        amount=f"{headline.amount}{reading}" if headline else "",
        about=f"{headline.about}{_of_the_year(item.one)}" if headline else "",
        other=_ref(item.other, here) if item.other else None,
    )


def _of_the_year(one: CaseAmount) -> str:
    """The part that is printed for the plan's own year, where the whole is for a longer time."""
    splits = one.headline.splits if one.headline else ()
    year = financial_year(one.year)
    parts = (split for split in splits if split.by is SplitBy.YEAR)
    found = [split for split in parts if parse_period(split.name) == year]
    return f"; of it {_said(found[0].amount)} {in_period(year)}" if found else ""


def _ref(one: CaseAmount, here: str) -> Ref:
    return Ref(text=one.title, url=link(case_address(one.path), here))


def _listed(ones: Sequence[CaseAmount]) -> str:
    """``£95,000, £200,000 (2 cases) and £1 million``; of many, the smallest and the largest."""
    ordered = [one.headline.amount for one in sorted(ones, key=pounds) if one.headline]
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
