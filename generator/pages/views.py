"""The prepared views of the register: the same cases by year, by size and by kind of document.

They are pages like any other, so that whoever has no script, or wants to print, can look at
the register in an order of their own choice. By council, by plan and by theme there are pages
anyway; the register's page leads to all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.core.identity import plan_year_of
from generator.core.phrases import several
from generator.core.words import Kind
from generator.pages.addresses import CASES, Ref, link, up, view_address
from generator.pages.arrangement import VIEWS
from generator.pages.cards import CardGroup, group
from generator.pages.phrases import count, sentence
from generator.pages.sizes import SIZES, size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.core.case import Case
    from generator.pages.shelf import Shelf

SIZE_NOTE = (
    "The amounts are those of the headlines, as the papers print them. They measure different "
    "things over different periods, so a case is not larger or better than one below it, and "
    "the amounts are not added up. A range counts by its lower end, an amount below nought as "
    "if it were above."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PreparedView:
    """A prepared view; `about` says what to mind, `up` leads to the site's root."""

    title: str
    scope: str
    about: str
    up: str
    groups: tuple[CardGroup, ...]
    register: Ref


def prepared_view(name: str, shelf: Shelf) -> PreparedView:
    """The view of one of ``VIEWS``."""
    title, about, grouped = _VIEWS[name]
    here = view_address(name)
    groups = grouped(shelf, up(here))
    return PreparedView(
        title=title,
        scope=sentence(f"{count(len(shelf.paths()), 'case')} in all."),
        about=about,
        up=up(here),
        groups=groups,
        register=Ref(text="All cases in one table", url=link(CASES, here)),
    )


def view_refs(here: str) -> tuple[Ref, ...]:
    """The prepared views, for the page at `here`."""
    return tuple(Ref(text=_VIEWS[name][0], url=link(view_address(name), here)) for name in VIEWS)


def size_and_kind(case: Case, _: Shelf) -> tuple[str, Kind]:
    """What the views by size and by kind sort a case by."""
    return size_of(case).id, case.kind


def _by_year(shelf: Shelf, root: str) -> tuple[CardGroup, ...]:
    years: dict[str, list[str]] = {}
    for path in shelf.paths():
        years.setdefault(path.split("/")[1], []).append(path)
    return tuple(
        group(f"plan-{year}", f"Plans for {plan_year_of(year)}", paths, shelf, up=root)
        for year, paths in years.items()  # the latest first, as the paths are
    )


def _by_size(shelf: Shelf, root: str) -> tuple[CardGroup, ...]:
    sizes = [(shelf.kept(size_and_kind, path)[0], path) for path in shelf.paths()]
    groups = (
        replace(
            group(size.id, size.title, of_it, shelf, up=root),
            note=size.note,
        )
        for size in SIZES
        if (of_it := [path for id_, path in sizes if id_ == size.id])
    )
    return tuple(groups)


def _by_kind(shelf: Shelf, root: str) -> tuple[CardGroup, ...]:
    kinds = [(shelf.kept(size_and_kind, path)[1], path) for path in shelf.paths()]
    groups = (
        group(
            kind.value.replace(" ", "-"),
            sentence(several(kind.value)),
            of_it,
            shelf,
            up=root,
        )
        for kind in Kind
        if (of_it := [path for found, path in kinds if found is kind])
    )
    return tuple(groups)


_VIEWS: dict[str, tuple[str, str, Callable[[Shelf, str], tuple[CardGroup, ...]]]] = {
    "year": ("Cases by year of the plan", "", _by_year),
    "size": ("Cases by size of the amount", SIZE_NOTE, _by_size),
    "kind": ("Cases by kind of document", "", _by_kind),
}
