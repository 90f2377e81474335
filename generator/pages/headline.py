"""The figure a case is known by, in words: the same on every page and in the open data.

"£900,000" alone would mislead. What follows it says what is measured, for which
period, whether it recurs and how sure it is, and says so where the document is silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.figures import Context
from generator.core.money_format import format_amount
from generator.core.once import once
from generator.core.phrases import NATURES
from generator.core.words import Basis, Certainty, listed
from generator.pages.cells import cell
from generator.pages.phrases import BASES, CERTAINTIES, in_period, measured, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.figures import Headline
    from generator.core.words import Nature

NO_HEADLINE = "The document gives no headline figure"
UNREADABLE = "The headline figure could not be read"
REMOVED = "The headline figure was removed for a reason and is not shown"


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


@once
def headline_view(case: Case) -> HeadlineView:
    """The headline of a case, or the words that stand in its place."""
    if case.headline is None:
        said = REMOVED if "headline" in case.removed else UNREADABLE
        words = said if "headline" in case.unreadable else NO_HEADLINE
        return HeadlineView(amount=words, about="", is_amount=False)
    return in_words(case.headline)


def in_words(headline: Headline) -> HeadlineView:
    """The same of a headline that is there."""
    context = Context(
        measure=headline.measure,
        qualities=headline.qualities,
        period=headline.period,
        basis=headline.basis,
    )
    kinds = [description.kind for description in headline.described]
    return figure_in_words(headline.amount, context, kinds, headline.certainty)


def figure_in_words(
    amount: Amount, context: Context, described: Sequence[Nature], certainty: Certainty
) -> HeadlineView:
    """Any figure as a headline is told; `described` is what its text takes it to be."""
    has_number = amount.meant.number is not None
    what = _what(context, described, has_number=has_number)
    return HeadlineView(
        # The published amount; a reading stands beside it and never in its place.
        amount=amount.printed if amount.reading else sentence(format_amount(amount)),
        reading=cell(amount).reading,
        about="; ".join([what, *_how(context, certainty)]),
        is_amount=has_number,
    )


def about_parts(
    context: Context, described: Sequence[Nature], certainty: Certainty
) -> tuple[str, ...]:
    """What is said of a figure beside its amount, part by part: ``saving``, ``in 2018/19``."""
    what = (measured(context.measure, context.qualities), _by_text(described))
    when = in_period(context.period) if context.period else ""
    return tuple(part for part in (*what, when, *_how(context, certainty)) if part)


def _what(context: Context, described: Sequence[Nature], *, has_number: bool) -> str:
    what = measured(context.measure, context.qualities)
    when = f", {in_period(context.period)}" if context.period else ""
    by_text = f" ({_by_text(described)})" if described else ""
    said = f"{what}{by_text}{when}"
    return said if has_number else f"in place of an amount of {said}"


def _by_text(described: Sequence[Nature]) -> str:
    """A figure may be described in several ways: as income and as a replacement for income."""
    as_text = " and as ".join(NATURES[kind] for kind in described)
    return f"described as {as_text}" if described else ""


def _how(context: Context, certainty: Certainty) -> list[str]:
    """Basis and certainty; what the document leaves open is said once."""
    open_points, basis = [], context.basis
    if context.period is None:
        open_points.append("for which period")
    if basis in (None, Basis.NOT_STATED):
        open_points.append("whether it recurs")
    said = [BASES[basis]] if basis in BASES else []
    if certainty is Certainty.NOT_STATED:
        open_points.append("how sure it is")
    if open_points:
        said.append(f"the document does not say {listed(open_points)}")
    if certainty in CERTAINTIES:
        said.append(CERTAINTIES[certainty])
    return said
