"""What the search knows of a case beside its words: what it can be filtered and sorted by.

These values stand on the page as attributes, where the search index takes them from. All of
them are also said on the page in words, so nothing is found by what a reader cannot see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.amounts import in_pounds, plain_number
from generator.pages.headline import headline_view
from generator.pages.phrases import sentence

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.pages.shelf import Shelf


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchFacets:
    """Filters, the amount to sort by, and the two lines that a result shows.

    Attributes:
        committee: empty where the document does not name one.
        amount: the headline in pounds, as plain digits; of a range the lower end; empty
            where the headline is words, or no headline in pounds.
    """

    council: str
    year: str
    kind: str
    committee: str
    themes: tuple[str, ...]
    amount: str
    about: str
    headline: str


def search_facets(case: Case, shelf: Shelf) -> SearchFacets:
    """The facets of a case."""
    council, kind = shelf.council_name(case.id.council), sentence(case.kind.value)
    about = (kind, f"{council} {case.id.plan_year}", ", ".join(case.references))
    listed = shelf.register.themes
    return SearchFacets(
        council=council,
        year=case.id.plan_year,
        kind=kind,
        committee=case.committee or "",
        themes=tuple(listed[key].title if key in listed else key for key in case.themes),
        amount=_pounds(case),
        about=" · ".join(filter(None, about)),
        headline=headline_view(case).text,
    )


def _pounds(case: Case) -> str:
    pounds = in_pounds(case.headline.amount.meant) if case.headline else None
    return "" if pounds is None else plain_number(pounds)
