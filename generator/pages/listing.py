"""The pages that lead to cases: home, councils and themes.

They count cases, and add up amounts only where ``proposed`` finds that this can be done
truthfully; figures that measure different things over different years have no total.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.core.identity import file_of, plan_year_of
from generator.core.period_format import format_day
from generator.pages.addresses import (
    CASES,
    COUNCILS,
    HOME,
    METHODS,
    SEARCH,
    SUBMIT,
    SUMS,
    THEMES,
    Ref,
    link,
    plan_address,
    theme_address,
)
from generator.pages.cards import Card, card, plans_of
from generator.pages.comparing import CouncilHead, council_head, scope_of
from generator.pages.phrases import count
from generator.pages.plan_items import PlanItem, plan_items
from generator.pages.shelf import Shelf, councils_of
from generator.pages.sums_pages import sums_summary
from generator.pages.terms import Dictionary, dictionary
from generator.pages.views import view_refs

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LAST_ADDED = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeItem:
    """A theme in a list; `what.url` is empty where it has no case yet."""

    what: Ref
    about: str
    cases: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilItem:
    """A council in a list, and the page of each of its plans."""

    head: CouncilHead
    plans: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeView:
    """The home page.

    Attributes:
        scope: how many cases of which councils.
        sums: how many sums were worked out again and how many agree, with the link to them.
        added: the cases last added, the latest first; none where there is no history.
        all_cases: the link to the whole register.
        views: the links to it in other orders.
    """

    scope: str
    sums: Ref
    search: str
    councils: tuple[CouncilItem, ...]
    plans: tuple[PlanItem, ...]
    themes: tuple[ThemeItem, ...]
    added: tuple[Card, ...]
    all_cases: Ref
    views: tuple[Ref, ...]
    methods: Ref
    submit: Ref
    as_at: str
    dictionary: Dictionary


@dataclass(frozen=True, kw_only=True, slots=True)
class ListView:
    """All councils or all themes, in `items`."""

    scope: str
    items: tuple[CouncilItem, ...] | tuple[ThemeItem, ...]


def home_view(shelf: Shelf) -> HomeView:
    """The home page."""
    return HomeView(
        scope=scope(shelf),
        sums=Ref(text=sums_summary(shelf), url=link(SUMS, HOME)),
        search=link(SEARCH, HOME),
        councils=council_items(shelf, HOME),
        plans=plan_items(shelf.paths(), shelf, HOME),
        themes=tuple(item for item in theme_items(shelf, HOME) if item.what.url),
        added=last_added(shelf),
        all_cases=Ref(text="All cases in one table", url=link(CASES, HOME)),
        views=view_refs(HOME),
        methods=Ref(text="How figures are read and shown", url=link(METHODS, HOME)),
        submit=Ref(text="How to send in or correct a case", url=link(SUBMIT, HOME)),
        as_at=as_at_words(shelf),
        dictionary=dictionary({}),
    )


def last_added(shelf: Shelf) -> tuple[Card, ...]:
    """The cases that came into the register last, each with the day."""
    added = dict(shelf.added)
    days = [(added[file], path) for path in shelf.paths() if (file := file_of(path)) in added]
    latest = sorted(days, key=lambda item: item[0], reverse=True)[:MOST_LAST_ADDED]
    return tuple(
        replace(shelf.kept(card, path), added=f"Added on {format_day(day)}.")
        for day, path in latest
    )


def councils_view(shelf: Shelf) -> ListView:
    """All councils."""
    items = council_items(shelf, COUNCILS)
    return ListView(scope=_from(len(items), "council", shelf), items=items)


def themes_view(shelf: Shelf) -> ListView:
    """All themes, those without a case too."""
    items = theme_items(shelf, THEMES)
    return ListView(scope=_from(len(items), "theme", shelf), items=items)


def scope(shelf: Shelf) -> str:
    """``16 cases from 4 councils: Cambridgeshire, …``; of many councils only how many."""
    paths = shelf.paths()
    return scope_of(paths, shelf) if paths else "There is no case in this register yet."


def council_items(shelf: Shelf, here: str) -> tuple[CouncilItem, ...]:
    """Every council with the number of its cases, for the page at `here`."""
    return tuple(
        CouncilItem(
            head=council_head(folder, len(shelf.of_council(folder)), shelf, here),
            plans=tuple(_plan_ref(folder, year, same, here) for _, year, same in plans),
        )
        for folder in shelf.folders()
        for plans in [plans_of(shelf.of_council(folder))]
    )


def _plan_ref(folder: str, year: str, paths: Sequence[str], here: str) -> Ref:
    words = f"Plan for {plan_year_of(year)} ({count(len(paths), 'case')})"
    return Ref(text=words, url=link(plan_address(folder, year), here))


def theme_items(shelf: Shelf, here: str) -> tuple[ThemeItem, ...]:
    """Every theme with the number of its cases, in the order of the register."""
    items = []
    for key, theme in shelf.register.themes.items():
        cases, address = shelf.on_theme(key), theme_address(key)
        councils = count(len(councils_of(cases)), "council")
        url = link(address, here) if cases and address else ""
        found = f"{count(len(cases), 'case')} from {councils}" if cases else "no case yet"
        items.append(
            ThemeItem(what=Ref(text=theme.title, url=url), about=theme.about or "", cases=found)
        )
    return tuple(items)


def as_at_words(shelf: Shelf) -> str:
    """The day the register stands at, as a sentence."""
    return f"The register stands as at {format_day(shelf.as_at)}."


def _from(number: int, what: str, shelf: Shelf) -> str:
    return f"{count(number, what)}, with {count(len(shelf.paths()), 'case')} in all."
