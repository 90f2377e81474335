"""Two pages below a plan, on all of its cases: who is affected, and what is left open.

Both count the same cases as the page of the plan, to which they lead back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.affected import affected
from generator.pages.addresses import (
    Ref,
    link,
    people_address,
    plan_address,
    plan_file,
    says_address,
)
from generator.pages.behind import Behind
from generator.pages.committees import by_committee
from generator.pages.compared import wholes
from generator.pages.people import PeopleView, people_view
from generator.pages.year_plan import Plan, plan_title
from generator.pages.year_says import SaysView, says_view

if TYPE_CHECKING:
    from generator.pages.shelf import Shelf


def people_page_view(plan: Plan, shelf: Shelf) -> PeopleView:
    """The page on who is affected by a plan."""
    here = people_address(plan.folder, plan.year_folder)
    return people_view(
        affected(plan.facts),
        plan.year.whole,
        Behind(plan.titles, here),
        plan=_back(plan, shelf, here),
        csv=link(plan_file(plan.folder, plan.year_folder, "who-is-affected"), here),
    )


def says_page_view(plan: Plan, shelf: Shelf) -> SaysView:
    """The page on what the cases of a plan say and leave open."""
    here = says_address(plan.folder, plan.year_folder)
    return says_view(
        {title: cases for _, title, cases in by_committee(plan.facts)},
        wholes(plan.facts, shelf),
        plan=_back(plan, shelf, here),
        csv=link(plan_file(plan.folder, plan.year_folder, "what-they-say"), here),
        here=here,
        draw=shelf.draw,
    )


def _back(plan: Plan, shelf: Shelf, here: str) -> Ref:
    """The page of the plan itself."""
    address = plan_address(plan.folder, plan.year_folder)
    return Ref(text=plan_title(plan, shelf), url=link(address, here))
