"""How the cases of a register are arranged: which belong together, in which order, on which pages.

All of it is told by the paths of cases, their committees and their themes, and so without opening
one of them: what a list has to show and where a link may lead is known before any page is made.
"""

from __future__ import annotations

from collections import defaultdict
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
    WRITTEN_BY_HAND,
    case_address,
    check_address,
    committee_address,
    council_address,
    history_address,
    people_address,
    plan_address,
    questions_address,
    says_address,
    sums_view_address,
    theme_address,
    view_address,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

# The prepared views of the register that have a page of their own: by year, by size, by kind.
VIEWS = ("year", "size", "kind")
# What was found over the register has such views too: by council, by level, by check.
SUMS_VIEWS = ("council", "level", "kind")
ALL = "all"  # the group of all cases; see ``group_cases``


def group_cases(themes_of: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """The paths of all cases, of each ``council/…`` and of each ``theme/…``, in order.

    Args:
        themes_of: the themes of each case, by its path.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths_in_order(themes_of):
        found[ALL].append(path)
        found[f"council/{path.partition('/')[0]}"].append(path)
        for theme in dict.fromkeys(themes_of[path]):
            found[f"theme/{theme}"].append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def page_addresses(
    councils: Collection[str],
    themes: Collection[str],
    cases: Iterable[tuple[str, str | None, Collection[str]]],
) -> Iterator[str]:
    """The address of every page that a case may link to; a theme has one if a case is on it.

    What is there only as long as there are questions to a case is not among them.

    Args:
        councils: the folders of those that are listed.
        themes: the keys of those that are listed.
        cases: of each case its path, its committee and its themes.
    """
    yield from (
        HOME,
        CASES,
        COUNCILS,
        THEMES,
        SUMS,
        CHANGES,
        COMPARE,
        METHODS,
        DATA,
        *WRITTEN_BY_HAND,
    )
    yield from map(view_address, VIEWS)
    yield from map(sums_view_address, SUMS_VIEWS)
    yield from (check_address(check.code) for check in CHECKS)
    yield from map(council_address, councils)
    used = set[str]()
    for path, committee, on in cases:
        folder, year, _ = path.split("/")
        yield from (case_address(path), council_address(folder), plan_address(folder, year))
        yield from (history_address(path), questions_address(folder, year))
        yield from (people_address(folder, year), says_address(folder, year))
        yield from filter(None, [committee_address(folder, year, committee)])
        used.update(on)
    yield from filter(None, map(theme_address, used.intersection(themes)))


def paths_in_order(paths: Iterable[str]) -> tuple[str, ...]:
    """The latest plan first; within a plan by the file's name, which begins with the reference."""
    parts = [(*path.split("/"), path) for path in paths]
    by_name = sorted(parts, key=lambda one: (one[0], one[2]))
    return tuple(one[3] for one in sorted(by_name, key=lambda one: one[1], reverse=True))
