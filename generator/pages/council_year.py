"""The page of a council's plan for a year, and that of a committee within it.

Councillors and those who write to them think in committees: which cases come before ours?
A paper often lists its cases under committees; where it names none, that is said. A case
stands on the page of the committee its own paper names, not of one that might deal with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.pages.addresses import (
    FOLLOW,
    Ref,
    committee_address,
    committee_feed,
    committee_slug,
    council_address,
    link,
    plan_address,
    questions_address,
    up,
)
from generator.pages.cards import Card, CardGroup, card, group
from generator.pages.case_sums import together
from generator.pages.governance import who_decides_in
from generator.pages.origin import DocumentView, published_by
from generator.pages.phrases import count, ended, sentence
from generator.pages.proposed import Proposed, counted, proposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.core.addends import Addend
    from generator.core.case import Case
    from generator.pages.shelf import Shelf

UNNAMED = "No committee named"
UNNAMED_NOTE = "The papers do not say which committee these cases belong to."


@dataclass(frozen=True, kw_only=True, slots=True)
class YearView:
    """A council's plan for a year.

    Attributes:
        decides: who decides in this council, as a sentence.
        sums: how the sums of its cases came out.
        questions: the questions that arise, to print.
        groups: the cases by committee, those without one last.
        up: the way to the site's root.
    """

    title: str
    scope: str
    council: Ref
    decides: str
    proposed: Proposed
    sums: str
    questions: Ref
    groups: tuple[CardGroup, ...]
    sources: tuple[DocumentView, ...]
    up: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CommitteeView:
    """A committee's cases in one plan."""

    title: str
    scope: str
    council: Ref
    plan: Ref
    decides: str
    proposed: Proposed
    cards: tuple[Card, ...]
    sources: tuple[DocumentView, ...]
    up: str
    feed: Ref


def year_view(folder: str, year: str, cases: tuple[Case, ...], shelf: Shelf) -> YearView:
    """The page of the plan of the folder `year`, whose cases these are."""
    here, name = plan_address(folder, year), shelf.council_name(folder)
    committees = by_committee(cases)
    groups = [
        replace(
            group(
                here_id(address),
                title,
                (str(case.id) for case in same),
                shelf,
                up=up(here),
                url=link(address, here) if address else "",
            ),
            note="" if address else UNNAMED_NOTE,
        )
        for address, title, same in committees
    ]
    return YearView(
        title=f"{name}: plan for {year.replace('-', '/')}",
        scope=f"{sentence(count(len(cases), 'case'))} in this register.",
        council=Ref(text=_full_name(folder, shelf), url=link(council_address(folder), here)),
        decides=who_decides_in(shelf.council(folder), year),
        proposed=proposed(_counted(cases, shelf), here),
        sums=together((str(case.id) for case in cases), shelf)[0].text,
        questions=Ref(
            text="The questions that arise, to print",
            url=link(questions_address(folder, year), here),
        ),
        groups=tuple(groups),
        sources=_sources(cases, shelf),
        up=up(here),
    )


def committee_view(
    address: str, title: str, cases: tuple[Case, ...], shelf: Shelf
) -> CommitteeView:
    """The page at `address` of a committee called `title`, whose cases these are."""
    folder, year = cases[0].id.council, cases[0].id.year_folder
    plan_year = year.replace("-", "/")
    return CommitteeView(
        title=title,
        scope=f"{sentence(count(len(cases), 'case'))} in the plan for {plan_year}.",
        council=Ref(text=_full_name(folder, shelf), url=link(council_address(folder), address)),
        plan=Ref(text=f"Plan for {plan_year}", url=link(plan_address(folder, year), address)),
        decides=who_decides_in(shelf.council(folder), year),
        proposed=proposed(_counted(cases, shelf), address),
        cards=tuple(shelf.kept(card, str(case.id)) for case in cases),
        sources=_sources(cases, shelf),
        up=up(address),
        feed=Ref(
            text=FOLLOW,
            url=link(committee_feed(folder, committee_slug(cases[0].committee)), address),
        ),
    )


def by_committee(cases: Iterable[Case]) -> list[tuple[str, str, tuple[Case, ...]]]:
    """Address, name and cases of each committee of a plan, by name; those without one last.

    The address is empty where the papers name no committee.
    """
    found: dict[str, list[Case]] = {}
    for case in cases:
        id_ = case.id
        address = committee_address(id_.council, id_.year_folder, case.committee) or ""
        found.setdefault(address, []).append(case)
    named = [
        (address, (same[0].committee or "") if address else UNNAMED, tuple(same))
        for address, same in found.items()
    ]
    return sorted(named, key=lambda one: (not one[0], one[1]))


def committee_refs(cases: Iterable[Case], here: str) -> tuple[Ref, ...]:
    """The committees of a plan that have a page, each with the number of its cases."""
    return tuple(
        Ref(text=f"{title} ({count(len(same), 'case')})", url=link(address, here))
        for address, title, same in by_committee(cases)
        if address
    )


def _counted(cases: Iterable[Case], shelf: Shelf) -> Iterator[Addend]:
    return (shelf.kept(counted, str(case.id)) for case in cases)


def here_id(address: str) -> str:
    """The anchor of a committee on the page of its plan."""
    return f"committee-{address.rstrip('/').rpartition('/')[2]}" if address else "no-committee"


def _full_name(folder: str, shelf: Shelf) -> str:
    council = shelf.council(folder)
    return council.name if council else folder


def _sources(cases: Iterable[Case], shelf: Shelf) -> tuple[DocumentView, ...]:
    """The documents that the cases themselves are written from, each once."""
    first = {case.source: case for case in reversed(list(cases)) if case.source}
    found = ((shelf.source(key), case) for key, case in sorted(first.items()))
    return tuple(
        DocumentView(
            text=ended(published_by(case, shelf)), link=(source.link or "") if source else ""
        )
        for source, case in found
    )
