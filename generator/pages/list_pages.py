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
    plan_address,
    questions_address,
    sums_view_address,
    theme_address,
    view_address,
)
from generator.pages.arrangement import SUMS_VIEWS, VIEWS
from generator.pages.cards import plans_of
from generator.pages.changed import followed
from generator.pages.changes_view import changes_view
from generator.pages.check_pages import all_levels, check_view
from generator.pages.data_page import data_view
from generator.pages.gone import gone_pages
from generator.pages.listing import councils_view, home_view, themes_view
from generator.pages.methods import methods_view
from generator.pages.pages_of_comparisons import (
    compare_page,
    theme_page,
    two_cases_pages,
    two_councils_page,
)
from generator.pages.pages_of_plans import council_pages, plan_pages, question_pages
from generator.pages.pairs import (
    council_pairs,
)
from generator.pages.render import render
from generator.pages.sheet_view import sheet_view
from generator.pages.sheets import register_marks, sheets
from generator.pages.sums_pages import sums_list_view, sums_view
from generator.pages.views import prepared_view
from generator.pages.whole_register import register_view
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.shelf import Shelf

    Make = Callable[[Shelf], Iterator[Page]]


GONE = "pages of cases that are gone"
LINKED = "pairs of cases of "  # and a council: the link stands in one of its files


def list_pages(shelf: Shelf) -> dict[str, Make]:
    """What makes each page, or some that belong together, by the address of the first."""
    made: dict[str, Make] = {
        HOME: _home, CASES: _register, COUNCILS: _councils, THEMES: _themes, METHODS: _methods,
        DATA: _data, SUMS: _sums, CHANGES: _changes, COMPARE: compare_page, GONE: gone_pages,
    }  # fmt: skip
    made |= {view_address(name): partial(_view, name) for name in VIEWS}
    made |= {sums_view_address(name): partial(_sums_view, name) for name in SUMS_VIEWS}
    made[check_address(CHECKS[0].code)] = _checks
    made |= {council_address(folder): partial(council_pages, folder) for folder in shelf.folders()}
    made |= {f"{LINKED}{folder}": partial(two_cases_pages, folder) for folder in shelf.folders()}
    for folder, year, _ in plans_of(shelf.paths()):
        made[plan_address(folder, year)] = partial(plan_pages, folder, year)
        made[questions_address(folder, year)] = partial(question_pages, folder, year)
    for key in shelf.register.themes:
        address = theme_address(key)
        if address and shelf.on_theme(key):
            made[address] = partial(theme_page, key, address)
            made |= {
                councils_address(key, *pair): partial(two_councils_page, key, pair)
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
