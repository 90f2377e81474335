"""Every generated page of the site: views chosen, templates filled, nothing computed here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.audit.audit import CHECKS
from generator.pages.addresses import (
    CASES,
    COUNCILS,
    DATA,
    HOME,
    METHODS,
    SUMS,
    THEMES,
    case_address,
    case_questions_address,
    check_address,
    council_address,
    plan_address,
    questions_address,
    sums_view_address,
    theme_address,
    view_address,
)
from generator.pages.cards import plans_of
from generator.pages.case_view import case_view
from generator.pages.check_pages import check_view, levels_found
from generator.pages.comparing import theme_view
from generator.pages.council_view import council_view
from generator.pages.council_year import by_committee, committee_view, year_view
from generator.pages.data_page import data_view
from generator.pages.first_screen import summary_of
from generator.pages.listing import councils_view, home_view, themes_view
from generator.pages.methods import methods_view
from generator.pages.question_pack import PackView, case_pack, plan_pack
from generator.pages.render import render
from generator.pages.shelf import SUMS_VIEWS, VIEWS, Shelf, in_order, shelve, title_of
from generator.pages.sums_pages import sums_list_view, sums_view
from generator.pages.views import prepared_view
from generator.pages.whole_register import register_view
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.core.case import Case
    from generator.reading.register import Register

TEMPLATES = Path("templates")


def all_pages(  # noqa: PLR0913 - what a page is made from is one more than the rule allows
    register: Register,
    as_at: date,
    production: bool,
    *,
    templates: Path = TEMPLATES,
    added: Mapping[str, date] | None = None,
    contact: str = "",
) -> tuple[Page, ...]:
    """Every page made from the register, in order of address.

    Args:
        register: as read; a case with problems has a page like any other.
        as_at: the day the register stands at.
        production: whether the site is published; else it is a preview, whose pages show
            what has to be mended.
        templates: the register's folder of templates.
        added: the day on which each file came into the register, as far as it is known.
        contact: where a correction goes; empty where nobody is named.
    """
    shelf = shelve(register, as_at, production=production, added=added)
    pages = [*list_pages(shelf, templates)]
    for case in shelf.cases.values():
        pages += case_pages(case, shelf, templates, contact)
    return tuple(sorted(pages, key=lambda page: page.address))


def list_pages(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """Every page but those of the cases: what is made of many cases at once."""
    yield from _lists(shelf, templates)
    yield from _views(shelf, templates)
    yield from _about(shelf, templates)
    yield from _councils(shelf, templates)
    yield from _plans(shelf, templates)
    yield from _themes(shelf, templates)
    yield from _sums(shelf, templates)
    yield from _checks(shelf, templates)


def case_pages(case: Case, shelf: Shelf, templates: Path, contact: str = "") -> Iterator[Page]:
    """The page of one case, and the questions to it where there are any.

    `contact` is where a correction goes, empty where nobody is named.
    """
    council = shelf.council_name(case.id.council)
    title = f"{title_of(case)}, {council} {case.id.plan_year}"
    yield Page(
        kind="case",
        address=case_address(case.id),
        title=title,
        description=summary_of(case),
        content=render(templates, "case.html", case_view(case, shelf, contact)),
    )
    if shelf.audit(str(case.id)).findings:
        pack = case_pack(case, shelf)
        yield _pack("case-questions", case_questions_address(case.id), title, pack, templates)


def _lists(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """The pages of which there is one each."""
    home, register = home_view(shelf), register_view(shelf)
    yield Page(
        kind="home",
        address=HOME,
        title="Business cases that councils published",
        description=f"What councils propose, in plain English. {home.scope}",
        content=render(templates, "home.html", home),
    )
    yield Page(
        kind="register",
        address=CASES,
        title="All cases",
        description=f"Every business case in this register. {register.scope}",
        content=render(templates, "register.html", register),
    )
    yield Page(
        kind="councils",
        address=COUNCILS,
        title="Councils",
        description="The councils whose business cases are in this register.",
        content=render(templates, "councils.html", councils_view(shelf)),
    )
    yield Page(
        kind="themes",
        address=THEMES,
        title="Themes",
        description="Subjects under which councils can be read side by side.",
        content=render(templates, "themes.html", themes_view(shelf)),
    )


def _views(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """The register in other orders."""
    for name in VIEWS:
        view = prepared_view(name, shelf)
        yield Page(
            kind="view",
            address=view_address(name),
            title=view.title,
            description=f"{view.title}. {view.scope}",
            content=render(templates, "view.html", view),
        )


def _about(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """How figures are read, and what there is to download."""
    yield Page(
        kind="methods",
        address=METHODS,
        title="How figures are read and shown",
        description="Where the figures in this register come from, what is kept as printed, "
        "and what the words beside a figure mean.",
        content=render(templates, "methods.html", methods_view(shelf)),
    )
    yield Page(
        kind="data",
        address=DATA,
        title="Data",
        description="Everything in this register as files for programs and spreadsheets.",
        content=render(templates, "data.html", data_view(shelf)),
    )


def _plans(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """A page for each council's plan of a year, and for each committee that its papers name."""
    for folder, year, cases in plans_of(in_order(list(shelf.cases.values()))):
        view = year_view(folder, year, cases, shelf)
        yield Page(
            kind="council-year",
            address=plan_address(folder, year),
            title=view.title,
            description=f"{view.title}. {view.scope}",
            content=render(templates, "council_year.html", view),
        )
        for address, title, same in by_committee(cases):
            if address:
                yield _committee(address, title, same, shelf, templates)
        pack, plan = plan_pack(folder, year, cases, shelf), view.title
        yield _pack("questions", questions_address(folder, year), plan, pack, templates)


def _pack(kind: str, address: str, of: str, pack: PackView, templates: Path) -> Page:
    return Page(
        kind=kind,
        address=address,
        title=f"Questions: {of}",
        description=f"{pack.title}, to print and to take into a meeting. {pack.scope}",
        content=render(templates, "questions.html", pack),
    )


def _committee(
    address: str, title: str, cases: tuple[Case, ...], shelf: Shelf, templates: Path
) -> Page:
    view = committee_view(address, title, cases, shelf)
    plan = f"{shelf.council_name(cases[0].id.council)} {cases[0].id.plan_year}"
    return Page(
        kind="committee",
        address=address,
        title=f"{title}, {plan}",
        description=f"{title}, {plan}. {view.scope}",
        content=render(templates, "committee.html", view),
    )


def _councils(shelf: Shelf, templates: Path) -> Iterator[Page]:
    for folder in shelf.folders():
        view = council_view(folder, shelf)
        yield Page(
            kind="council",
            address=council_address(folder),
            title=view.name,
            description=f"The business cases of {view.name}. {view.scope}",
            content=render(templates, "council.html", view),
        )


def _themes(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """A page for each theme that has a case and a name that can stand in an address."""
    for key in shelf.register.themes:
        address = theme_address(key)
        if address is None or not shelf.cases_on(key):
            continue
        view = theme_view(key, shelf)
        yield Page(
            kind="theme",
            address=address,
            title=f"{view.title}: councils side by side",
            description=f"{view.title}. {view.scope}",
            content=render(templates, "theme.html", view),
        )


def _sums(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """What was found over the register, and the same in other orders."""
    view = sums_view(shelf)
    yield Page(
        kind="sums",
        address=SUMS,
        title="Do the sums add up?",
        description=f"Every total, share and claim worked out again from its parts. {view.summary}",
        content=render(templates, "sums.html", view),
    )
    for name in SUMS_VIEWS:
        listed = sums_list_view(name, shelf)
        yield Page(
            kind="sums-view",
            address=sums_view_address(name),
            title=listed.title,
            description=f"{listed.title}. {listed.summary}",
            content=render(templates, "sums_view.html", listed),
        )


def _checks(shelf: Shelf, templates: Path) -> Iterator[Page]:
    """How each check works."""
    found = levels_found(shelf)
    for check in CHECKS:
        yield Page(
            kind="check",
            address=check_address(check.code),
            title=f"How sums are checked: {check.title}",
            description=check.about,
            content=render(templates, "check.html", check_view(check, found)),
        )
