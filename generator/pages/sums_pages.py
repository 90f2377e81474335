"""The pages on what was found over the whole register: do its sums add up, and where not?

Most sums agree, and the page says so first. The same findings stand in three orders, each a page
of its own, so that whoever has no script, or wants to print, can look at them by council, by what
they mean for the figures, or by what was checked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.audit.audit import CHECKS
from generator.audit.findings import Level
from generator.core.identity import plan_year_of
from generator.pages.addresses import (
    METHODS,
    SUMS,
    Ref,
    check_address,
    council_address,
    link,
    questions_address,
    sums_view_address,
    up,
)
from generator.pages.arrangement import SUMS_VIEWS
from generator.pages.audit_panel import OUTSIDE
from generator.pages.cards import plans_of, set_below
from generator.pages.case_sums import (
    CaseSums,
    case_sums,
    levels_found,
    together,
    untested_words,
)
from generator.pages.found_lines import Found, found_in
from generator.pages.levels import LEVELS, LevelView, found_words
from generator.pages.phrases import count, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from markupsafe import Markup

    from generator.pages.shelf import Shelf

MOST_UNTESTED = 200  # cases of which the page lists each figure; of more, their own pages do
MOST_ROWS = 1_000  # cases that the page lists, and findings of a group; of more, the data does
MORE = f"The first {MOST_ROWS:,} are listed here; findings.csv on the page on data has all."

Key = TypeVar("Key")

TITLES = {
    "council": "Sums by council",
    "level": "Sums by what was found",
    "kind": "Sums by what was checked",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingGroup:
    """Findings under one heading, each line set; `notes` are folded.

    Attributes:
        url: the page of what the group is about.
        number: how many of each level.
        about: what has to be said of the group; may be empty.
        more: that there are more than the page lists; else empty.
    """

    id: str
    title: str
    url: str
    number: str
    about: str
    lines: Markup
    notes: Markup
    notes_title: str
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SumsRow:
    """A case in the table: how its sums came out, and how many figures no check could use."""

    case: Ref
    about: str
    outcome: str
    untested: str


@dataclass(frozen=True, kw_only=True, slots=True)
class UntestedCase:
    """The figures of a case that take part in no check, by table."""

    case: Ref
    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SumsView:
    """The page on all sums.

    Attributes:
        found: what the findings come to, in words.
        untested_words: how many figures of the register no check could use.
        untested: which, of each case; none in a register with very many cases.
        more: that there are more cases than the page lists; else empty.
    """

    summary: str
    found: str
    levels: tuple[LevelView, ...]
    views: tuple[Ref, ...]
    packs: tuple[Ref, ...]
    rows: tuple[SumsRow, ...]
    untested_words: str
    untested: tuple[UntestedCase, ...]
    more: str
    methods: Ref


@dataclass(frozen=True, kw_only=True, slots=True)
class SumsListView:
    """What was found, in one order."""

    title: str
    summary: str
    groups: tuple[FindingGroup, ...]
    sums: Ref


def sums_view(shelf: Shelf) -> SumsView:
    """The page on all sums."""
    paths = shelf.paths()
    cases = [shelf.kept(case_sums, path) for path in paths[:MOST_ROWS]]
    tally, figures, unchecked = together(paths, shelf)
    listed = cases if len(paths) <= MOST_UNTESTED else ()
    return SumsView(
        summary=tally.text,
        found=found_words(level for path in paths for _, level in shelf.kept(levels_found, path)),
        levels=tuple(LEVELS.values()),
        views=tuple(
            Ref(text=TITLES[name], url=link(sums_view_address(name), SUMS)) for name in SUMS_VIEWS
        ),
        packs=tuple(
            Ref(
                text=f"{shelf.council_name(folder)} {plan_year_of(year)}",
                url=link(questions_address(folder, year), SUMS),
            )
            for folder, year, _ in plans_of(shelf.paths())
        ),
        rows=tuple(map(_row, cases)),
        more=MORE if len(paths) > MOST_ROWS else "",
        untested_words=f"{unchecked:,} of {count(figures, 'printed figure')}",
        untested=tuple(_untested(case) for case in listed if case.unchecked),
        methods=Ref(text="How sums are checked", url=f"{link(METHODS, SUMS)}#checks"),
    )


def sums_list_view(name: str, shelf: Shelf) -> SumsListView:
    """The findings in the order that one of ``SUMS_VIEWS`` names."""
    here = sums_view_address(name)
    return SumsListView(
        title=TITLES[name],
        summary=sums_summary(shelf),
        groups=tuple(_GROUPS[name](shelf, here)),
        sums=Ref(text="All cases and what was checked", url=link(SUMS, here)),
    )


def sums_summary(shelf: Shelf) -> str:
    """How the sums came out: ``612 sums checked: 540 agree, 40 differ by rounding, …``."""
    return together(shelf.paths(), shelf)[0].text


def _row(case: CaseSums) -> SumsRow:
    return SumsRow(
        case=Ref(text=case.title, url=link(case.url, SUMS)),
        about=case.about,
        outcome=case.tally.text,
        untested=untested_words(case.unchecked, case.figures),
    )


def _untested(case: CaseSums) -> UntestedCase:
    return UntestedCase(
        case=Ref(text=case.title, url=link(case.url, SUMS)),
        title=f"{case.title}: {untested_words(case.unchecked, case.figures)}",
        groups=tuple((title or OUTSIDE, figures) for title, figures in case.untested),
    )


def _group(  # noqa: PLR0913 - a heading, and the page that it stands on
    id_: str, title: str, found: Sequence[Found], here: str, *, url: str = "", about: str = ""
) -> FindingGroup:
    notes = [one.html for one in found if one.level is Level.NOTE]
    lines = [one.html for one in found if one.level is not Level.NOTE]
    more = max(len(lines), len(notes)) > MOST_ROWS
    return FindingGroup(
        id=id_,
        title=title,
        url=url,
        number=found_words(one.level for one in found),
        about=about,
        lines=set_below(lines[:MOST_ROWS], up(here)),
        notes=set_below(notes[:MOST_ROWS], up(here)),
        notes_title=sentence(count(len(notes), "note")),
        more=MORE if more else "",
    )


def _by_council(shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    """The findings on the cases of each council, with how its sums came out."""
    for folder in shelf.folders():
        mine = shelf.of_council(folder)
        if mine:
            yield _group(
                folder,
                shelf.council_name(folder),
                [*found_in(mine, shelf)],
                here,
                url=link(council_address(folder), here),
                about=together(mine, shelf)[0].text,
            )


def _by_level(shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    found = _sorted_by(shelf, lambda one: one.level)
    for level, view in LEVELS.items():
        if level in found:
            yield _group(level.value, view.words, found[level], here, about=view.about)


def _by_kind(shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    found = _sorted_by(shelf, lambda one: one.code)
    for check in CHECKS:
        if check.code in found:
            url = link(check_address(check.code), here)
            yield _group(
                check.code, check.title, found[check.code], here, url=url, about=check.about
            )


def _sorted_by(shelf: Shelf, key: Callable[[Found], Key]) -> Mapping[Key, list[Found]]:
    """Every finding of the register, by what `key` says of it."""
    found: dict[Key, list[Found]] = defaultdict(list)
    for one in found_in(shelf.paths(), shelf):
        found[key(one)].append(one)
    return found


_GROUPS: dict[str, Callable[[Shelf, str], Iterable[FindingGroup]]] = {
    "council": _by_council,
    "level": _by_level,
    "kind": _by_kind,
}
