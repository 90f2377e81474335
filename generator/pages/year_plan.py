"""A council's plan for a year: its cases, and what comparing makes of them, for all its pages.

Several pages and files tell of the same plan. What they have in common is made here once, so
that none of them can count other cases than the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.year import council_year
from generator.core.identity import plan_year_of
from generator.pages.compared import in_year
from generator.pages.origin import DocumentView, published
from generator.pages.phrases import ended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.facts import Facts
    from generator.compare.year import CouncilYear, InYear
    from generator.pages.shelf import Shelf


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A council's plan for a year: its cases in order, and what comparing makes of them.

    Attributes:
        year_folder: as in ``2018-19``.
    """

    folder: str
    year_folder: str
    cases: tuple[InYear, ...]
    year: CouncilYear

    @property
    def facts(self) -> tuple[Facts, ...]:
        """What is kept of each case for comparison."""
        return tuple(case.facts for case in self.cases)

    @property
    def titles(self) -> dict[str, str]:
        """The title of each case, by its path."""
        return {facts.path: facts.title for facts in self.facts}


def plan_of(folder: str, year_folder: str, paths: Iterable[str], shelf: Shelf) -> Plan:
    """The plan of a council whose cases stand at these paths."""
    cases = in_year(paths, shelf)
    return Plan(
        folder=folder,
        year_folder=year_folder,
        cases=cases,
        year=council_year(cases, shelf.register.themes),
    )


def plan_title(plan: Plan, shelf: Shelf) -> str:
    """``Plymouth: plan for 2014/15``."""
    return f"{shelf.council_name(plan.folder)}: plan for {plan_year_of(plan.year_folder)}"


def full_name(folder: str, shelf: Shelf) -> str:
    """What the council calls itself, or its folder where the register does not know it."""
    council = shelf.council(folder)
    return council.name if council else folder


def documents_of(cases: Iterable[Facts], shelf: Shelf) -> tuple[DocumentView, ...]:
    """The documents that the cases themselves are written from, each once."""
    keys = sorted({facts.source for facts in cases if facts.source})
    return tuple(
        DocumentView(text=ended(published(key, shelf)), link=(source.link or "") if source else "")
        for key, source in ((key, shelf.source(key)) for key in keys)
    )
