"""The pages of a council and of its plan for a year: cases, committees, people, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.identity import plan_year_of
from generator.pages.addresses import (
    council_address,
    people_address,
    plan_address,
    questions_address,
    says_address,
)
from generator.pages.all_cases import people_page_view, says_page_view
from generator.pages.committees import by_committee, committee_view
from generator.pages.council_view import council_view
from generator.pages.council_year import year_view
from generator.pages.question_pack import plan_pack
from generator.pages.render import render
from generator.pages.year_plan import Plan, plan_of
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.question_pack import PackView
    from generator.pages.shelf import Shelf


def council_pages(folder: str, shelf: Shelf) -> Iterator[Page]:
    """A council and all its cases."""
    view = council_view(folder, shelf)
    yield Page(
        kind="council",
        address=council_address(folder),
        title=view.name,
        description=f"The business cases of {view.name}. {view.scope}",
        content=render(shelf.templates, "council.html", view),
    )


def plan_pages(folder: str, year: str, shelf: Shelf) -> Iterator[Page]:
    """A council's plan for a year, and a page for each committee that its papers name."""
    plan = plan_of(folder, year, shelf.of_plan(folder, year), shelf)
    view = year_view(plan, shelf)
    yield Page(
        kind="council-year",
        address=plan_address(folder, year),
        title=view.title,
        description=f"{view.title}. {view.scope}",
        content=render(shelf.templates, "council_year.html", view),
    )
    yield _people(plan, shelf)
    yield _says(plan, shelf)
    for address, title, _ in by_committee(plan.facts):
        if address:
            yield _committee(address, title, plan, shelf)


def _people(plan: Plan, shelf: Shelf) -> Page:
    """Who is affected by a council's plan."""
    view = people_page_view(plan, shelf)
    return Page(
        kind="people",
        address=people_address(plan.folder, plan.year_folder),
        title=view.title,
        description=f"{view.title}. {view.sentences[0]}",
        content=render(shelf.templates, "people.html", view),
    )


def _says(plan: Plan, shelf: Shelf) -> Page:
    """What the cases of a council's plan say and leave open."""
    view = says_page_view(plan, shelf)
    return Page(
        kind="says",
        address=says_address(plan.folder, plan.year_folder),
        title=view.title,
        description=f"{view.title}, mark by mark, with a link to every place that is empty.",
        content=render(shelf.templates, "year_says.html", view),
    )


def _committee(address: str, title: str, of: Plan, shelf: Shelf) -> Page:
    view = committee_view(address, title, of, shelf)
    plan = f"{shelf.council_name(of.folder)} {plan_year_of(of.year_folder)}"
    return Page(
        kind="committee",
        address=address,
        title=f"{title}, {plan}",
        description=f"{title}, {plan}. {view.scope}",
        content=render(shelf.templates, "committee.html", view),
    )


def question_pages(folder: str, year: str, shelf: Shelf) -> Iterator[Page]:
    """The questions to a council's plan for a year."""
    pack = plan_pack(folder, year, shelf.of_plan(folder, year), shelf)
    of = f"{shelf.council_name(folder)}: plan for {plan_year_of(year)}"
    yield pack_page("questions", questions_address(folder, year), of, pack, shelf)


def pack_page(kind: str, address: str, of: str, pack: PackView, shelf: Shelf) -> Page:
    """A page of questions; `of` says to what."""
    return Page(
        kind=kind,
        address=address,
        title=f"Questions: {of}",
        description=f"{pack.title}, to print and to take into a meeting. {pack.scope}",
        content=render(shelf.templates, "questions.html", pack),
    )
