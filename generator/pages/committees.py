"""The committees of a plan, and the page of each.

Councillors and those who write to them think in committees: which cases come before ours?
A paper often lists its cases under committees; where it names none, that is said. A case
stands on the page of the committee its own paper names, not of one that might deal with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.core.adding_up import within
from generator.core.identity import plan_year_of
from generator.pages.addresses import (
    FOLLOW,
    Ref,
    committee_address,
    committee_feed,
    committee_slug,
    council_address,
    link,
    plan_address,
    up,
)
from generator.pages.cards import Card, CardGroup, card, group
from generator.pages.governance import who_decides_in
from generator.pages.phrases import count, sentence
from generator.pages.proposed import Proposed, proposed_in
from generator.pages.terms import Dictionary, dictionary_of
from generator.pages.year_plan import Plan, documents_of, full_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compare.facts import Facts
    from generator.pages.origin import DocumentView
    from generator.pages.shelf import Shelf

UNNAMED = "No committee named"
UNNAMED_NOTE = "The papers do not say which committee these cases belong to."


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
    dictionary: Dictionary


def committee_view(address: str, title: str, plan: Plan, shelf: Shelf) -> CommitteeView:
    """The page at `address` of a committee called `title`, whose cases in a plan these are."""
    folder, year = plan.folder, plan.year_folder
    same = next(facts for there, _, facts in by_committee(plan.facts) if there == address)
    paths = [facts.path for facts in same]
    plan_year = plan_year_of(year)
    return CommitteeView(
        title=title,
        scope=f"{sentence(count(len(paths), 'case'))} in the plan for {plan_year}.",
        council=Ref(text=full_name(folder, shelf), url=link(council_address(folder), address)),
        plan=Ref(text=f"Plan for {plan_year}", url=link(plan_address(folder, year), address)),
        decides=who_decides_in(shelf.council(folder), year),
        proposed=proposed_in(within(plan.year.whole, paths), address),
        cards=tuple(shelf.kept(card, path) for path in paths),
        sources=documents_of(same, shelf),
        up=up(address),
        feed=Ref(
            text=FOLLOW,
            url=link(committee_feed(folder, committee_slug(same[0].committee)), address),
        ),
        dictionary=dictionary_of(shelf.council(folder)),
    )


def by_committee(cases: Iterable[Facts]) -> list[tuple[str, str, tuple[Facts, ...]]]:
    """Address, name and cases of each committee of a plan, by name; those without one last.

    The address is empty where the papers name no committee.
    """
    found: dict[str, list[Facts]] = {}
    for facts in cases:
        folder, year, _ = facts.path.split("/")
        address = committee_address(folder, year, facts.committee) or ""
        found.setdefault(address, []).append(facts)
    named = [
        (address, (same[0].committee or "") if address else UNNAMED, tuple(same))
        for address, same in found.items()
    ]
    return sorted(named, key=lambda one: (not one[0], one[1]))


def committee_refs(cases: Iterable[Facts], here: str) -> tuple[Ref, ...]:
    """The committees of a plan that have a page, each with the number of its cases."""
    return tuple(
        Ref(text=f"{title} ({count(len(same), 'case')})", url=link(address, here))
        for address, title, same in by_committee(cases)
        if address
    )


def here_id(address: str) -> str:
    """The anchor of a committee on the page of its plan."""
    return f"committee-{address.rstrip('/').rpartition('/')[2]}" if address else "no-committee"


def committee_groups(plan: Plan, here: str, shelf: Shelf) -> Iterator[CardGroup]:
    """The cases of a plan by committee, for the page at `here`."""
    for address, title, same in by_committee(plan.facts):
        url, paths = link(address, here) if address else "", (facts.path for facts in same)
        found = group(here_id(address), title, paths, shelf, up=up(here), url=url)
        yield replace(found, note="" if address else UNNAMED_NOTE)
