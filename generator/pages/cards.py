"""A case in a list: its title, its headline in words, and where it belongs.

Every list of the site shows cases in the same way, so that a figure is never met
without what it measures, its period and its basis. A card is made once and stands in many
lists; how far up the site's root lies is the list's to say, so its address begins there.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.core.once import once
from generator.pages.addresses import case_address
from generator.pages.first_screen import summary_of
from generator.pages.headline import HeadlineView, headline_view
from generator.pages.phrases import count, sentence
from generator.pages.render import render
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.core.case import Case

# Stands where the way to the site's root will, which each list knows for itself. No case holds
# this character: see ``reading.files``.
ROOT = "\0"


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A case in a list.

    Attributes:
        url: from the site's root.
        about: kind, council and plan, and references, in one line.
        problems: how many there are to mend; empty where its file has none.
        added: since when it is in the register, where the list is about that.
    """

    title: str
    url: str
    about: str
    headline: HeadlineView
    summary: str
    problems: str
    added: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CardGroup:
    """Cases that stand together under one heading.

    Attributes:
        url: the page of what the group is about; empty where there is none.
        cards: each case in brief, set, one below the other.
        note: what has to be said of the group; may be empty.
    """

    id: str
    title: str
    url: str
    number: str
    cards: Markup
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefCard:
    """A card with the way to the site's root from the list that it is set for."""

    card: Card
    root: str


@once
def card(case: Case, shelf: Shelf) -> Card:
    """One case, as it stands in any list."""
    about = [
        sentence(case.kind.value),
        f"{shelf.council_name(case.id.council)} {case.id.plan_year}",
        ", ".join(case.references),
    ]
    found = len(shelf.problems_of(case))
    return Card(
        title=title_of(case),
        url=case_address(case.id),
        about=" · ".join(filter(None, about)),
        headline=headline_view(case),
        summary=summary_of(case),
        problems=f"{sentence(count(found, 'problem'))} to mend in its file" if found else "",
    )


def brief_card(case: Case, shelf: Shelf) -> str:
    """One case in brief, set once for all the long lists that it stands in; see ``ROOT``."""
    view = BriefCard(card=card(case, shelf), root=ROOT)
    return render(shelf.templates, "parts/brief_card.html", view)


def group(  # noqa: PLR0913 - a heading, and the page that it stands on
    id_: str, title: str, paths: Iterable[str], shelf: Shelf, *, up: str, url: str = ""
) -> CardGroup:
    """Cases under one heading; `url` is relative to the page, from which `up` leads to the root."""
    cards = [shelf.kept(brief_card, path) for path in paths]
    body = set_below(cards, up)
    return CardGroup(id=id_, title=title, url=url, number=count(len(cards), "case"), cards=body)


def set_below(lines: Iterable[str], up: str) -> Markup:
    """What templates have set for long lists, one below the other; see ``ROOT``."""
    return Markup("\n".join(lines).replace(ROOT, up))  # noqa: S704 - each was set by a template


def plans_of(paths: Iterable[str]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Council, folder of the plan year, and the cases of that plan: the latest plan first.

    Args:
        paths: of cases, in order.
    """
    by_council = sorted(paths, key=lambda path: path.split("/")[0])  # keeps the order within
    return tuple((*plan, tuple(same)) for plan, same in groupby(by_council, _plan))


def _plan(path: str) -> tuple[str, str]:
    council, year, _ = path.split("/")
    return council, year
