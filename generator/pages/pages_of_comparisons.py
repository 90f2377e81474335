"""The pages that set side by side: a theme, two councils on it, two cases that a link connects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import COMPARE, councils_address, pair_address
from generator.pages.any_two import compare_view
from generator.pages.pairs import pairs_of_council, two_cases_view, two_councils_view
from generator.pages.render import render
from generator.pages.theme_pages import theme_view
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.shelf import Shelf


def theme_page(key: str, address: str, shelf: Shelf) -> Iterator[Page]:
    """A theme that has a case and a name that can stand in an address."""
    view = theme_view(key, shelf)
    yield Page(
        kind="theme",
        address=address,
        title=f"{view.title}: councils side by side",
        description=f"{view.title}. {view.scope}",
        content=render(shelf.templates, "theme.html", view),
    )


def compare_page(shelf: Shelf) -> Iterator[Page]:
    """The way to every comparison."""
    yield Page(
        kind="compare",
        address=COMPARE,
        title="Compare cases",
        description="Councils and cases side by side: what they share, where they differ, and "
        "what stands against comparing their amounts.",
        content=render(shelf.templates, "compare.html", compare_view(shelf)),
    )


def two_councils_page(key: str, pair: tuple[str, str], shelf: Shelf) -> Iterator[Page]:
    """Two councils on a theme."""
    view = two_councils_view(key, *pair, shelf)
    yield Page(
        kind="two-councils",
        address=councils_address(key, *pair),
        title=view.title,
        description=f"{view.title}. {view.scope}",
        content=render(shelf.templates, "pair.html", view),
    )


def two_cases_pages(folder: str, shelf: Shelf) -> Iterator[Page]:
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
