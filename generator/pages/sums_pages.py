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
from generator.pages.addresses import (
    METHODS,
    SUMS,
    Ref,
    case_address,
    check_address,
    council_address,
    link,
    questions_address,
    sums_view_address,
)
from generator.pages.audit_panel import OUTSIDE, untested_figures, untested_words
from generator.pages.cards import plans_of
from generator.pages.finding_view import finding_ids
from generator.pages.levels import LEVELS, LevelView, found_words, tally
from generator.pages.phrases import count, sentence
from generator.pages.shelf import SUMS_VIEWS, Shelf, in_order, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.audit.findings import Finding
    from generator.core.case import Case

MOST_UNTESTED = 200  # cases of which the page lists each figure; of more, their own pages do

TITLES = {
    "council": "Sums by council",
    "level": "Sums by what was found",
    "kind": "Sums by what was checked",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingLine:
    """A finding in a list: what was found, linked to the case, and under which assumption."""

    level: LevelView
    what: Ref
    case: str
    assumption: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingGroup:
    """Findings under one heading; `notes` are folded.

    Attributes:
        url: the page of what the group is about.
        number: how many of each level.
        about: what has to be said of the group; may be empty.
    """

    id: str
    title: str
    url: str
    number: str
    about: str
    lines: tuple[FindingLine, ...]
    notes: tuple[FindingLine, ...]
    notes_title: str


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
    """

    summary: str
    found: str
    levels: tuple[LevelView, ...]
    views: tuple[Ref, ...]
    packs: tuple[Ref, ...]
    rows: tuple[SumsRow, ...]
    untested_words: str
    untested: tuple[UntestedCase, ...]
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
    cases = in_order(list(shelf.cases.values()))
    audits = [shelf.audit(str(case.id)) for case in cases]
    figures = sum(len(audit.figures) for audit in audits)
    untested = sum(len(audit.untested) for audit in audits)
    listed = cases if len(cases) <= MOST_UNTESTED else ()
    return SumsView(
        summary=tally(audits).text,
        found=found_words(finding.level for audit in audits for finding in audit.findings),
        levels=tuple(LEVELS.values()),
        views=tuple(
            Ref(text=TITLES[name], url=link(sums_view_address(name), SUMS)) for name in SUMS_VIEWS
        ),
        packs=tuple(
            Ref(
                text=f"{shelf.council_name(folder)} {year.replace('-', '/')}",
                url=link(questions_address(folder, year), SUMS),
            )
            for folder, year, _ in plans_of(cases)
        ),
        rows=tuple(_row(case, shelf) for case in cases),
        untested_words=f"{untested:,} of {count(figures, 'printed figure')}",
        untested=tuple(
            _untested(case, shelf) for case in listed if shelf.audit(str(case.id)).untested
        ),
        methods=Ref(text="How sums are checked", url=f"{link(METHODS, SUMS)}#checks"),
    )


def sums_list_view(name: str, shelf: Shelf) -> SumsListView:
    """The findings in the order that one of ``SUMS_VIEWS`` names."""
    here = sums_view_address(name)
    cases = in_order(list(shelf.cases.values()))
    audits = [shelf.audit(str(case.id)) for case in cases]
    return SumsListView(
        title=TITLES[name],
        summary=tally(audits).text,
        groups=tuple(_GROUPS[name](cases, shelf, here)),
        sums=Ref(text="All cases and what was checked", url=link(SUMS, here)),
    )


def sums_summary(shelf: Shelf) -> str:
    """How the sums came out: ``612 sums of these papers worked out again: 540 agree, …``."""
    found = tally(shelf.audit(path) for path in shelf.cases)
    if not found.checked:
        return found.text
    ways = (
        count(found.agree, "agrees", "agree"),
        f"{count(found.rounding, 'differs', 'differ')} by no more than rounding",
    )
    return f"{count(found.checked, 'sum')} of these papers worked out again: {', '.join(ways)}."


def _row(case: Case, shelf: Shelf) -> SumsRow:
    audit = shelf.audit(str(case.id))
    return SumsRow(
        case=Ref(text=title_of(case), url=f"{link(case_address(case.id), SUMS)}#sums"),
        about=_about(case, shelf),
        outcome=tally([audit]).text,
        untested=untested_words(audit),
    )


def _about(case: Case, shelf: Shelf) -> str:
    return f"{shelf.council_name(case.id.council)} {case.id.plan_year}"


def _untested(case: Case, shelf: Shelf) -> UntestedCase:
    audit = shelf.audit(str(case.id))
    return UntestedCase(
        case=Ref(text=title_of(case), url=f"{link(case_address(case.id), SUMS)}#sums"),
        title=f"{title_of(case)}: {untested_words(audit)}",
        groups=tuple(
            (title or OUTSIDE, tuple(sentence(figure.text) for figure in those))
            for title, those in untested_figures(case, audit)
        ),
    )


def _lines(case: Case, shelf: Shelf, here: str) -> list[tuple[Finding, FindingLine]]:
    """The findings of a case, each with its line for a list on the page at `here`."""
    findings = shelf.audit(str(case.id)).findings
    at, about = link(case_address(case.id), here), f"{title_of(case)}, {_about(case, shelf)}"
    return [
        (
            finding,
            FindingLine(
                level=LEVELS[finding.level],
                what=Ref(text=finding.title, url=f"{at}#{id_}"),
                case=about,
                assumption=f"{finding.assumption}." if finding.assumption else "",
            ),
        )
        for finding, id_ in zip(findings, finding_ids(findings), strict=True)
    ]


def _group(
    id_: str,
    title: str,
    found: Sequence[tuple[Finding, FindingLine]],
    *,
    url: str = "",
    about: str = "",
) -> FindingGroup:
    notes = tuple(line for finding, line in found if finding.level is Level.NOTE)
    return FindingGroup(
        id=id_,
        title=title,
        url=url,
        number=found_words(finding.level for finding, _ in found),
        about=about,
        lines=tuple(line for finding, line in found if finding.level is not Level.NOTE),
        notes=notes,
        notes_title=sentence(count(len(notes), "note")),
    )


def _by_council(cases: Sequence[Case], shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    """The findings on the cases of each council, with how its sums came out."""
    for folder in shelf.folders():
        mine = [case for case in cases if case.id.council == folder]
        if mine:
            yield _group(
                folder,
                shelf.council_name(folder),
                [line for case in mine for line in _lines(case, shelf, here)],
                url=link(council_address(folder), here),
                about=tally(shelf.audit(str(case.id)) for case in mine).text,
            )


def _by_level(cases: Sequence[Case], shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    every = [line for case in cases for line in _lines(case, shelf, here)]
    for level, view in LEVELS.items():
        of_it = [(finding, line) for finding, line in every if finding.level is level]
        if of_it:
            yield _group(level.value, view.words, of_it, about=view.about)


def _by_kind(cases: Sequence[Case], shelf: Shelf, here: str) -> Iterable[FindingGroup]:
    every = [line for case in cases for line in _lines(case, shelf, here)]
    for check in CHECKS:
        of_it = [(finding, line) for finding, line in every if finding.code == check.code]
        if of_it:
            url = link(check_address(check.code), here)
            yield _group(check.code, check.title, of_it, url=url, about=check.about)


_GROUPS: dict[str, Callable[[Sequence[Case], Shelf, str], Iterable[FindingGroup]]] = {
    "council": _by_council,
    "level": _by_level,
    "kind": _by_kind,
}
