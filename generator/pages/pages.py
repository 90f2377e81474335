"""Every page of the site: views chosen, templates filled, nothing computed here.

What is made of many cases at once, a council's page, a theme's, the whole register, is in
``list_pages``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import case_address, case_questions_address
from generator.pages.case_view import case_view
from generator.pages.first_screen import summary_of
from generator.pages.history_pages import history_pages
from generator.pages.list_pages import list_pages
from generator.pages.pages_of_plans import pack_page
from generator.pages.question_pack import case_pack
from generator.pages.render import render
from generator.pages.shelf import TEMPLATES, Shelf, shelve, title_of
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from generator.core.case import Case
    from generator.history.past import Pasts
    from generator.reading.register import Register


def all_pages(  # noqa: PLR0913 - what a page is made from is one more than the rule allows
    register: Register,
    as_at: date,
    production: bool,
    *,
    templates: Path = TEMPLATES,
    pasts: Pasts | None = None,
    contact: str = "",
) -> tuple[Page, ...]:
    """Every page made from the register, in order of address.

    Args:
        register: as read; a case with problems has a page like any other.
        as_at: the day the register stands at.
        production: whether the site is published; else it is a preview, whose pages show
            what has to be mended.
        templates: the register's folder of templates.
        pasts: the past of every case; None where there is no history.
        contact: where a correction goes; empty where nobody is named.
    """
    shelf = shelve(register, as_at, production=production, pasts=pasts, templates=templates)
    pages = [page for make in list_pages(shelf).values() for page in make(shelf)]
    for case in shelf.cases.values():
        pages += case_pages(case, shelf, contact)
    return tuple(sorted(pages, key=lambda page: page.address))


def case_pages(case: Case, shelf: Shelf, contact: str = "") -> Iterator[Page]:
    """The page of one case, the questions to it where there are any, and how it changed.

    `contact` is where a correction goes, empty where nobody is named.
    """
    council = shelf.council_name(case.id.council)
    title = f"{title_of(case)}, {council} {case.id.plan_year}"
    yield Page(
        kind="case",
        address=case_address(case.id),
        title=title,
        description=summary_of(case),
        content=render(shelf.templates, "case.html", case_view(case, shelf, contact)),
    )
    if shelf.audit(str(case.id)).findings:
        address = case_questions_address(case.id)
        yield pack_page("case-questions", address, title, case_pack(case, shelf), shelf)
    yield from history_pages(case, shelf.past(str(case.id)), shelf, contact)
