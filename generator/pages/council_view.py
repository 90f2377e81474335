"""A council's page: what the register knows of it, and its plans with their cases.

How large a council is and how it decides is what a reader needs to judge its figures by;
each such fact says where it is from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.identity import plan_year_of
from generator.core.money_format import format_amount
from generator.pages.addresses import (
    FOLLOW,
    Ref,
    case_address,
    council_address,
    council_feed,
    link,
    plan_address,
)
from generator.pages.cards import plans_of
from generator.pages.committees import committee_refs
from generator.pages.governance import governance_words, spell_words
from generator.pages.phrases import count, ended, people_words, period_words, sentence
from generator.pages.proposed import Proposed, proposed_in
from generator.pages.year_plan import Plan, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.councils import Council
    from generator.pages.shelf import Shelf

UNKNOWN = "The register does not know this council yet: its file is missing or cannot be read."


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFact:
    """Something that the register knows of a council."""

    what: str
    text: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanView:
    """A plan of the council: what its cases propose, its committees and its cases."""

    id: str
    what: Ref
    number: str
    proposed: Proposed
    committees: tuple[Ref, ...]
    cases: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilView:
    """A council's page; `unknown` says so where its file is missing, else it is empty."""

    name: str
    scope: str
    unknown: str
    facts: tuple[KnownFact, ...]
    plans: tuple[PlanView, ...]
    abbreviations: tuple[tuple[str, str], ...]
    feed: Ref


def council_view(folder: str, shelf: Shelf) -> CouncilView:
    """The page of the council in one folder."""
    council, paths = shelf.council(folder), shelf.of_council(folder)
    scope = f"{sentence(count(len(paths), 'case'))} in this register."
    return CouncilView(
        name=council.name if council else folder,
        scope=scope,
        unknown="" if council else UNKNOWN,
        facts=tuple(_facts(council)) if council else (),
        plans=tuple(
            _plan(plan_of(folder, year, same, shelf), council_address(folder))
            for _, year, same in plans_of(paths)
        ),
        abbreviations=tuple(sorted((council.abbreviations or {}).items())) if council else (),
        feed=Ref(text=FOLLOW, url=link(council_feed(folder), council_address(folder))),
    )


def _plan(plan: Plan, here: str) -> PlanView:
    year, plan_year = plan.year_folder, plan_year_of(plan.year_folder)
    return PlanView(
        id=f"plan-{year}",
        what=Ref(text=f"Plan for {plan_year}", url=link(plan_address(plan.folder, year), here)),
        number=count(len(plan.cases), "case"),
        proposed=proposed_in(plan.year.whole, here),
        committees=committee_refs(plan.facts, here),
        cases=tuple(
            Ref(text=facts.title, url=link(case_address(facts.path), here)) for facts in plan.facts
        ),
    )


def _facts(council: Council) -> Iterator[KnownFact]:
    """Type, region, people, how it decides, since when, and its budgets."""
    if council.type:
        yield _fact("Type", sentence(council.type))
    if council.region:
        yield _fact("Region", council.region)
    if council.population:
        yield _fact("People", people_words(council.population), council.population.source)
    for spell in council.governance:
        yield _fact("How it decides", sentence(governance_words(spell)))
    if council.ons_code:
        yield _fact("ONS code of the area", council.ons_code)
    if council.valid_from or council.valid_to:
        yield _fact("Exists", spell_words(council.valid_from, council.valid_to))
    if council.successor:
        yield _fact("Followed by", council.successor)
    for budget in council.net_budgets:
        year = period_words(budget.year)
        yield _fact(f"Net revenue budget {year}", format_amount(budget.amount), budget.source)


def _fact(what: str, text: str, source: str = "") -> KnownFact:
    return KnownFact(what=what, text=text, source=ended(f"Source: {source}") if source else "")
