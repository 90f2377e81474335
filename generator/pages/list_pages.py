"""The pages that are made of many cases at once, each a piece of work by itself.

Cut like this, a case that has changed makes the pages anew that show it, and no others.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.audit.audit import CHECKS
from generator.pages.addresses import (
    CASES,
    CHANGES,
    COMPARE,
    COUNCILS,
    DATA,
    HOME,
    METHODS,
    SUMS,
    THEMES,
    check_address,
    council_address,
    councils_address,
    pair_address,
    people_address,
    plan_address,
    questions_address,
    says_address,
    sums_view_address,
    theme_address,
    view_address,
)
from generator.pages.all_cases import people_page_view, says_page_view
from generator.pages.any_two import compare_view
from generator.pages.cards import plans_of
from generator.pages.changed import followed
from generator.pages.changes_view import changes_view, register_marks, sheet_view, sheets
from generator.pages.check_pages import all_levels, check_view
from generator.pages.committees import by_committee, committee_view
from generator.pages.council_view import council_view
from generator.pages.council_year import year_view
from generator.pages.data_page import data_view
from generator.pages.gone import gone_pages
from generator.pages.listing import councils_view, home_view, themes_view
from generator.pages.methods import methods_view
from generator.pages.pairs import (
    council_pairs,
    pairs_of_council,
    two_cases_view,
    two_councils_view,
)
from generator.pages.question_pack import plan_pack
from generator.pages.render import render
from generator.pages.shelf import SUMS_VIEWS, VIEWS, Shelf
from generator.pages.sums_pages import sums_list_view, sums_view
from generator.pages.theme_pages import theme_view
from generator.pages.views import prepared_view
from generator.pages.whole_register import register_view
from generator.pages.year_plan import Plan, plan_of
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.question_pack import PackView

    Make = Callable[[Shelf], Iterator[Page]]


GONE = "pages of cases that are gone"
LINKED = "pairs of cases of "  # and a council: the link stands in one of its files


def list_pages(shelf: Shelf) -> dict[str, Make]:
    """What makes each page, or some that belong together, by the address of the first."""
    made: dict[str, Make] = {
        HOME: _home, CASES: _register, COUNCILS: _councils, THEMES: _themes, METHODS: _methods,
        DATA: _data, SUMS: _sums, CHANGES: _changes, COMPARE: _compare, GONE: gone_pages,
    }  # fmt: skip
    made |= {view_address(name): partial(_view, name) for name in VIEWS}
    made |= {sums_view_address(name): partial(_sums_view, name) for name in SUMS_VIEWS}
    made[check_address(CHECKS[0].code)] = _checks
    made |= {council_address(folder): partial(_council, folder) for folder in shelf.folders()}
    made |= {f"{LINKED}{folder}": partial(_two_cases, folder) for folder in shelf.folders()}
    for folder, year, _ in plans_of(shelf.paths()):
        made[plan_address(folder, year)] = partial(_plan, folder, year)
        made[questions_address(folder, year)] = partial(_questions, folder, year)
    for key in shelf.register.themes:
        address = theme_address(key)
        if address and shelf.on_theme(key):
            made[address] = partial(_theme, key, address)
            made |= {
                councils_address(key, *pair): partial(_two_councils, key, pair)
                for pair in council_pairs(key, shelf)
            }
    return made


def _home(shelf: Shelf) -> Iterator[Page]:
    view = home_view(shelf)
    yield Page(
        kind="home",
        address=HOME,
        title="Business cases that councils published",
        description=f"What councils propose, in plain English. {view.scope}",
        content=render(shelf.templates, "home.html", view),
    )


def _register(shelf: Shelf) -> Iterator[Page]:
    view = register_view(shelf)
    yield Page(
        kind="register",
        address=CASES,
        title="All cases",
        description=f"Every business case in this register. {view.scope}",
        content=render(shelf.templates, "register.html", view),
    )


def _councils(shelf: Shelf) -> Iterator[Page]:
    yield Page(
        kind="councils",
        address=COUNCILS,
        title="Councils",
        description="The councils whose business cases are in this register.",
        content=render(shelf.templates, "councils.html", councils_view(shelf)),
    )


def _themes(shelf: Shelf) -> Iterator[Page]:
    yield Page(
        kind="themes",
        address=THEMES,
        title="Themes",
        description="Subjects under which councils can be read side by side.",
        content=render(shelf.templates, "themes.html", themes_view(shelf)),
    )


def _methods(shelf: Shelf) -> Iterator[Page]:
    """How figures are read."""
    yield Page(
        kind="methods",
        address=METHODS,
        title="How figures are read and shown",
        description="Where the figures in this register come from, what is kept as printed, "
        "and what the words beside a figure mean.",
        content=render(shelf.templates, "methods.html", methods_view(shelf)),
    )


def _data(shelf: Shelf) -> Iterator[Page]:
    """What there is to download."""
    yield Page(
        kind="data",
        address=DATA,
        title="Data",
        description="Everything in this register as files for programs and spreadsheets.",
        content=render(shelf.templates, "data.html", data_view(shelf)),
    )


def _view(name: str, shelf: Shelf) -> Iterator[Page]:
    """The register in another order."""
    view = prepared_view(name, shelf)
    yield Page(
        kind="view",
        address=view_address(name),
        title=view.title,
        description=f"{view.title}. {view.scope}",
        content=render(shelf.templates, "view.html", view),
    )


def _sums(shelf: Shelf) -> Iterator[Page]:
    """What was found over the register."""
    view = sums_view(shelf)
    yield Page(
        kind="sums",
        address=SUMS,
        title="Do the sums add up?",
        description=f"Every total, share and claim worked out again from its parts. {view.summary}",
        content=render(shelf.templates, "sums.html", view),
    )


def _sums_view(name: str, shelf: Shelf) -> Iterator[Page]:
    """The same in another order."""
    view = sums_list_view(name, shelf)
    yield Page(
        kind="sums-view",
        address=sums_view_address(name),
        title=view.title,
        description=f"{view.title}. {view.summary}",
        content=render(shelf.templates, "sums_view.html", view),
    )


def _changes(shelf: Shelf) -> Iterator[Page]:
    """What changed, all at once: each sheet looks at every case, and so does the page on them."""
    marks, cases = register_marks(shelf), followed(shelf)
    made = sheets(marks, cases, shelf)
    view = changes_view(marks, made, shelf)
    yield Page(
        kind="changes",
        address=CHANGES,
        title="What changed in this register",
        description="What was added, changed and withdrawn between meetings or days, by council "
        "and committee.",
        content=render(shelf.templates, "changes.html", view),
    )
    for sheet in made:
        yield Page(
            kind="changes-sheet",
            address=sheet.address,
            title=sheet.title,
            description=f"{sheet.title}. {sheet.scope}",
            content=render(shelf.templates, "changes_sheet.html", sheet_view(sheet, cases, shelf)),
        )


def _checks(shelf: Shelf) -> Iterator[Page]:
    """How each check works, all at once, since each counts what it found in every case."""
    found = all_levels(shelf)
    for check in CHECKS:
        yield Page(
            kind="check",
            address=check_address(check.code),
            title=f"How sums are checked: {check.title}",
            description=check.about,
            content=render(shelf.templates, "check.html", check_view(check, found)),
        )


def _questions(folder: str, year: str, shelf: Shelf) -> Iterator[Page]:
    """The questions to a council's plan for a year."""
    pack = plan_pack(folder, year, shelf.of_plan(folder, year), shelf)
    of = f"{shelf.council_name(folder)}: plan for {year.replace('-', '/')}"
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


def _council(folder: str, shelf: Shelf) -> Iterator[Page]:
    view = council_view(folder, shelf)
    yield Page(
        kind="council",
        address=council_address(folder),
        title=view.name,
        description=f"The business cases of {view.name}. {view.scope}",
        content=render(shelf.templates, "council.html", view),
    )


def _plan(folder: str, year: str, shelf: Shelf) -> Iterator[Page]:
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
    plan = f"{shelf.council_name(of.folder)} {of.year_folder.replace('-', '/')}"
    return Page(
        kind="committee",
        address=address,
        title=f"{title}, {plan}",
        description=f"{title}, {plan}. {view.scope}",
        content=render(shelf.templates, "committee.html", view),
    )


def _theme(key: str, address: str, shelf: Shelf) -> Iterator[Page]:
    """A theme that has a case and a name that can stand in an address."""
    view = theme_view(key, shelf)
    yield Page(
        kind="theme",
        address=address,
        title=f"{view.title}: councils side by side",
        description=f"{view.title}. {view.scope}",
        content=render(shelf.templates, "theme.html", view),
    )


def _compare(shelf: Shelf) -> Iterator[Page]:
    """The way to every comparison."""
    yield Page(
        kind="compare",
        address=COMPARE,
        title="Compare cases",
        description="Councils and cases side by side: what they share, where they differ, and "
        "what stands against comparing their amounts.",
        content=render(shelf.templates, "compare.html", compare_view(shelf)),
    )


def _two_councils(key: str, pair: tuple[str, str], shelf: Shelf) -> Iterator[Page]:
    """Two councils on a theme."""
    view = two_councils_view(key, *pair, shelf)
    yield Page(
        kind="two-councils",
        address=councils_address(key, *pair),
        title=view.title,
        description=f"{view.title}. {view.scope}",
        content=render(shelf.templates, "pair.html", view),
    )


def _two_cases(folder: str, shelf: Shelf) -> Iterator[Page]:
    """Cases that a link of a council's file connects, two by two."""
    for pair in pairs_of_council(folder, shelf):
        view = two_cases_view(pair, shelf)
        yield Page(
            kind="two-cases",
            address=pair_address(pair.one, pair.other),
            title=view.title,
            description=f"{view.title}. {view.scope}",
            content=render(shelf.templates, "pair.html", view),
        )
