"""The pages on what was found over the whole register: do its sums add up, and where not?

Most sums agree, and the page says so first. The same findings stand in three orders, each a page
of its own, so that whoever has no script, or wants to print, can look at them by council, by what
they mean for the figures, or by what was checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    together,
    untested_words,
)
from generator.pages.levels import LEVELS, LevelView, found_words
from generator.pages.phrases import count, sentence
from generator.pages.sorted_findings import NOTHING, Sorted, levels_in, sorted_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markupsafe import Markup

    from generator.pages.shelf import Shelf

MOST_UNTESTED = 200  # cases of which the page lists each figure; of more, their own pages do
MOST_ROWS = 1_000  # cases that the page lists; of more, the data does
ELSEWHERE = "the page of each case has its own, and findings.csv on the page on data has all."

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
        found=found_words(levels_in(paths, shelf)),
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
        more=_only(MOST_ROWS, "cases") if len(paths) > MOST_ROWS else "",
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
    id_: str, title: str, found: Sorted, here: str, *, url: str = "", about: str = ""
) -> FindingGroup:
    number = found.levels[Level.NOTE]
    return FindingGroup(
        id=id_,
        title=title,
        url=url,
        number=found_words(found.levels.elements()),
        about=about,
        lines=set_below(found.lines, up(here)),
        notes=set_below(found.notes, up(here)),
        notes_title=sentence(count(number, "note")),
        more=_only(max(len(found.lines), len(found.notes)), "findings") if found.is_cut else "",
    )


def _only(number: int, what: str) -> str:
    """That there is more than a page lists, and where it stands."""
    return f"Only the first {number:,} {what} are listed here; {ELSEWHERE}"


def _by_council(shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    """The findings on the cases of each council, with how its sums came out."""
    found = sorted_findings(shelf.paths(), shelf, lambda path, _, __: path.partition("/")[0])
    for folder in shelf.folders():
        mine = shelf.of_council(folder)
        if mine:
            yield _group(
                folder,
                shelf.council_name(folder),
                found.get(folder, NOTHING),
                here,
                url=link(council_address(folder), here),
                about=together(mine, shelf)[0].text,
            )


def _by_level(shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    found = sorted_findings(shelf.paths(), shelf, lambda _, __, level: level)
    for level, view in LEVELS.items():
        if level in found:
            yield _group(level.value, view.words, found[level], here, about=view.about)


def _by_kind(shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    found = sorted_findings(shelf.paths(), shelf, lambda _, code, __: code)
    for check in CHECKS:
        if check.code in found:
            url = link(check_address(check.code), here)
            yield _group(
                check.code, check.title, found[check.code], here, url=url, about=check.about
            )


_GROUPS: dict[str, Callable[[Shelf, str], Iterable[FindingGroup]]] = {
    "council": _by_council,
    "level": _by_level,
    "kind": _by_kind,
}
