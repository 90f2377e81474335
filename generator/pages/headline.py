"""The figure a case is known by, in words: the same on every page and in the open data.

"£900,000" alone would mislead. What follows it says what is measured, for which
period, whether it recurs and how sure it is, and says so where the document is silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.money_format import format_amount
from generator.core.words import Basis, Certainty, Nature
from generator.pages.cells import cell
from generator.pages.phrases import BASES, CERTAINTIES, in_period, measured, sentence

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.figures import Headline

NO_HEADLINE = "The document gives no headline figure"
UNREADABLE = "The headline figure could not be read"
NATURES = {
    Nature.INCOME: "income",
    Nature.PARTLY_INCOME: "partly income",
    Nature.OTHER_FUNDING: "money from another fund or body",
    Nature.PARTLY_OTHER_FUNDING: "partly money from another fund or body",
    Nature.INCOME_GIVEN_UP: "a replacement for income given up",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadlineView:
    """The headline in words.

    Attributes:
        amount: ``£900,000``, ``Cost Neutral``, or that there is none.
        reading: what a damaged print is read as, and why; empty where it is not damaged.
        about: ``saving, in 2018/19; the document does not say whether it recurs; a target``;
            empty where there is no headline.
        is_amount: whether `amount` is a figure, which stands larger than words.
    """

    amount: str
    about: str
    is_amount: bool
    reading: str = ""

    @property
    def text(self) -> str:
        """Both in one line, as the open data has it."""
        if not self.about:
            return self.amount
        amount = f"{self.amount} ({self.reading})" if self.reading else self.amount
        return f"{amount}{' ' if self.is_amount else ', '}{self.about}"


def headline_view(case: Case) -> HeadlineView:
    """The headline of a case, or the words that stand in its place."""
    if case.headline is None:
        lost = "headline" in case.unreadable
        return HeadlineView(amount=UNREADABLE if lost else NO_HEADLINE, about="", is_amount=False)
    return in_words(case.headline)


def in_words(headline: Headline) -> HeadlineView:
    """The same of a headline that is there."""
    amount = headline.amount
    has_number = amount.meant.number is not None
    return HeadlineView(
        # The published amount; a reading stands beside it and never in its place.
        amount=amount.printed if amount.reading else sentence(format_amount(amount)),
        reading=cell(amount).reading,
        about="; ".join([_what(headline, has_number=has_number), *_how(headline)]),
        is_amount=has_number,
    )


def _what(headline: Headline, *, has_number: bool) -> str:
    what = measured(headline.measure, headline.qualities)
    when = f", {in_period(headline.period)}" if headline.period else ""
    by_text = f" (described as {described(headline)})" if headline.described else ""
    said = f"{what}{by_text}{when}"
    return said if has_number else f"in place of an amount of {said}"


def described(headline: Headline) -> str:
    """What the text describes the amount to be: ``income and as a replacement for …``."""
    return " and as ".join(NATURES[description.kind] for description in headline.described)


def _how(headline: Headline) -> list[str]:
    """Basis and certainty; what the document leaves open is said once."""
    open_points = []
    if headline.period is None:
        open_points.append("for which period")
    if headline.basis is Basis.NOT_STATED:
        open_points.append("whether it recurs")
    said = [BASES[headline.basis]] if headline.basis in BASES else []
    if headline.certainty is Certainty.NOT_STATED:
        open_points.append("how sure it is")
    if open_points:
        said.append(f"the document does not say {_listed(open_points)}")
    if headline.certainty in CERTAINTIES:
        said.append(CERTAINTIES[headline.certainty])
    return said


def _listed(points: list[str]) -> str:
    *most, last = points
    return f"{', '.join(most)} or {last}" if most else last
