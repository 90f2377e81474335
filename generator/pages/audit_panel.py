"""The part of a case's page that says whether its sums add up.

One line says how many sums were worked out again and how they came out. What does not agree
follows with the sum written out; what agrees, the notes, and the figures that nothing could be
held against are folded, and are all there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.audit.findings import Verdict
from generator.core.naming import describe
from generator.pages.addresses import (
    METHODS,
    SUMS,
    Ref,
    case_address,
    case_questions_address,
    check_address,
    link,
)
from generator.pages.case_sums import untested_figures, untested_words
from generator.pages.finding_view import (
    TITLES,
    FigureRefs,
    FindingView,
    by_weight,
    finding_ids,
    finding_views,
)
from generator.pages.levels import LEVELS, LevelView, tally
from generator.pages.naming import names_of
from generator.pages.phrases import count, sentence
from generator.pages.shelf import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.audit import Audit
    from generator.audit.findings import Tested
    from generator.core.case import Case
    from generator.core.naming import Described
    from generator.pages.shelf import Shelf

OUTSIDE = "Outside the tables"


@dataclass(frozen=True, kw_only=True, slots=True)
class SumLine:
    """A sum that agrees, on one line: the printed figure, and what it is made of."""

    what: Ref
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SumGroup:
    """The sums of one check that agree."""

    check: Ref
    sums: tuple[SumLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureGroup:
    """Figures of one table, or of none."""

    table: Ref
    figures: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ElsewhereLine:
    """A finding on another case in which a figure of this one has a part."""

    level: LevelView
    what: Ref
    case: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditPanel:
    """The part, ready to be set.

    Attributes:
        summary: how the sums came out.
        findings: what does not agree or depends on the reading.
        elsewhere: findings of other cases in which a figure of this one has a part; they are
            counted there.
        notes: what is folded; `notes_title` says how many.
        agreed: the sums that agree, by check; `agreed_title` says how many.
        untested: the figures that no check could use; `untested_title` says how many of all.
        questions: the page to print; its `url` is empty where there is no question.
    """

    summary: str
    findings: tuple[FindingView, ...]
    elsewhere: tuple[ElsewhereLine, ...]
    notes: tuple[FindingView, ...]
    notes_title: str
    agreed: tuple[SumGroup, ...]
    agreed_title: str
    untested: tuple[FigureGroup, ...]
    untested_title: str
    questions: Ref
    methods: Ref
    sums: Ref


def audit_panel(case: Case, shelf: Shelf) -> AuditPanel:
    """Whether the sums of a case add up."""
    here, audit = case_address(case.id), shelf.audit(str(case.id))
    refs = refs_from(case, shelf)
    views = finding_views(audit.findings, refs, lambda code: link(check_address(code), here))
    findings, notes = by_weight(views)
    agreed = [each for each in audit.tested if each.verdict is Verdict.AGREES]
    return AuditPanel(
        summary=tally([audit]).text,
        findings=findings,
        elsewhere=tuple(_elsewhere(case, shelf)),
        notes=notes,
        notes_title=sentence(count(len(notes), "note")),
        agreed=tuple(_agreed(agreed, case, shelf, refs)),
        agreed_title=f"{sentence(count(len(agreed), 'sum that agrees', 'sums that agree'))}",
        untested=_untested(case, audit, refs),
        untested_title=untested_words(len(audit.untested), len(audit.figures)),
        questions=Ref(
            text="The questions that arise, to print",
            url=link(case_questions_address(case.id), here) if audit.findings else "",
        ),
        methods=Ref(text="How sums are checked", url=f"{link(METHODS, here)}#checks"),
        sums=Ref(text="The sums of all cases", url=link(SUMS, here)),
    )


def _elsewhere(case: Case, shelf: Shelf) -> Iterator[ElsewhereLine]:
    """What was found on the cases whose relations name a figure of this one."""
    here, path = case_address(case.id), str(case.id)
    for other in shelf.naming.get(path, ()):
        found = shelf.audit(other).findings
        for finding, id_ in zip(found, finding_ids(found), strict=True):
            if path in finding.cases:
                yield ElsewhereLine(
                    level=LEVELS[finding.level],
                    what=Ref(text=finding.title, url=f"{link(case_address(other), here)}#{id_}"),
                    case=title_of(shelf.cases[other]),
                )


def _untested(case: Case, audit: Audit, refs: FigureRefs) -> tuple[FigureGroup, ...]:
    return tuple(
        FigureGroup(
            table=Ref(text=title or OUTSIDE, url=refs.url(those[0]) if title else ""),
            figures=tuple(sentence(figure.text) for figure in those),
        )
        for title, those in untested_figures(case, audit)
    )


def refs_from(case: Case, shelf: Shelf) -> FigureRefs:
    """How the figures of this and of other cases are found from the page of this case."""
    known = {str(case.id): names_of(case)}

    def url(figure: Described) -> str:
        if figure.case not in shelf.cases:
            return ""
        if figure.case not in known:
            known[figure.case] = names_of(shelf.cases[figure.case])
        names = known[figure.case]
        address = "" if names.case is case else link(case_address(names.case.id), here)
        return address + names.url(figure.name)

    here = case_address(case.id)
    return FigureRefs(url=url, other=partial(in_other_case, case, shelf))


def in_other_case(case: Case, shelf: Shelf, figure: Described) -> str:
    """`` in the case “…”`` for a figure that is not of `case`; else empty."""
    if figure.case == str(case.id) or figure.case not in shelf.cases:
        return ""
    return f" in the case “{title_of(shelf.cases[figure.case])}”"


def _agreed(sums: list[Tested], case: Case, shelf: Shelf, refs: FigureRefs) -> list[SumGroup]:
    here = case_address(case.id)
    groups = []
    for code, those in groupby(sums, lambda each: each.code):
        lines = tuple(_sum_line(each, shelf, refs) for each in those if each.figures)
        check = Ref(text=TITLES.get(code, code), url=link(check_address(code), here))
        groups.append(SumGroup(check=check, sums=lines))
    return groups


def _sum_line(tested: Tested, shelf: Shelf, refs: FigureRefs) -> SumLine:
    """The figure that is printed comes first among those that took part."""
    path, name = tested.figures[0]
    figure = describe(shelf.cases[path], name)
    within = f" in “{figure.within}”" if figure.within else ""
    text = sentence(f"{figure.text}{within}{refs.other(figure)}")
    return SumLine(
        what=Ref(text=text, url=refs.url(figure)),
        text=tested.working.text if tested.working else "",
    )
