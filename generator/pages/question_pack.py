"""Questions to take into a meeting: those of one case, or of all cases of a council's plan.

Each question belongs to a finding and gives its figures and lines, so that whoever is asked can
look them up. Nothing here says who is right; a paper may have an explanation that is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.audit.findings import Level
from generator.core.identity import plan_year_of
from generator.core.money_format import as_printed
from generator.pages.addresses import (
    SUMS,
    Ref,
    case_address,
    case_questions_address,
    link,
    plan_address,
    questions_address,
)
from generator.pages.audit_panel import in_other_case
from generator.pages.finding_view import finding_ids, is_plain
from generator.pages.levels import LEVELS, LevelView, tally
from generator.pages.origin import published_by
from generator.pages.phrases import count, ended, place, sentence
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.audit.findings import Finding, Where
    from generator.core.case import Case
    from generator.core.naming import Described

NOTHING_ARISES = "No question arises from the sums of this case."


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question.

    Attributes:
        finding: what it comes from, linked to the case's page.
        sum: the sum on one line; empty where none was worked out.
        figures: what is printed where, a text for each place.
    """

    level: LevelView
    question: str
    finding: Ref
    sum: str
    assumption: str
    figures: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseQuestions:
    """The questions to one case.

    Attributes:
        summary: how its sums came out.
        document: the paper that the lines are those of.
        notes: questions on rounding and details, which are folded.
        silence: that there is no question; else empty.
    """

    id: str
    case: Ref
    references: str
    summary: str
    document: str
    questions: tuple[Asked, ...]
    notes: tuple[Asked, ...]
    notes_title: str
    silence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PackView:
    """A page of questions to print."""

    title: str
    scope: str
    back: Ref
    sums: Ref
    cases: tuple[CaseQuestions, ...]


def plan_questions(case: Case, shelf: Shelf) -> CaseQuestions:
    """The questions to one case, as the page of all of its plan has them."""
    return _questions(case, shelf, questions_address(case.id.council, case.id.year_folder))


def plan_pack(folder: str, year: str, paths: Sequence[str], shelf: Shelf) -> PackView:
    """The questions to all cases, by their paths, of the plan of the folder `year`."""
    here, name = questions_address(folder, year), shelf.council_name(folder)
    plan = f"{name}: plan for {plan_year_of(year)}"
    asked = tuple(shelf.kept(plan_questions, path) for path in paths)
    return PackView(
        title=f"Questions on the figures of {name}, plan for {plan_year_of(year)}",
        scope=_scope(asked),
        back=Ref(text=plan, url=link(plan_address(folder, year), here)),
        sums=Ref(text="The sums of all cases", url=link(SUMS, here)),
        cases=asked,
    )


def case_pack(case: Case, shelf: Shelf) -> PackView:
    """The questions to one case."""
    here = case_questions_address(case.id)
    asked = (_questions(case, shelf, here),)
    return PackView(
        title=f"Questions on the figures of “{title_of(case)}”",
        scope=_scope(asked),
        back=Ref(text="The case", url=link(case_address(case.id), here)),
        sums=Ref(text="The sums of all cases", url=link(SUMS, here)),
        cases=asked,
    )


def _scope(cases: Sequence[CaseQuestions]) -> str:
    questions, notes = sum(len(c.questions) for c in cases), sum(len(c.notes) for c in cases)
    of = f" on {count(len(cases), 'case')}" if len(cases) > 1 else ""
    if notes and not questions:
        return f"{sentence(count(notes, 'question'))}{of}, on rounding and details alone."
    more = f", and {count(notes, 'more', 'more')} on rounding and details" if notes else ""
    return f"{sentence(count(questions, 'question'))}{of}{more}."


def _questions(case: Case, shelf: Shelf, here: str) -> CaseQuestions:
    audit, at = shelf.audit(str(case.id)), link(case_address(case.id), here)
    findings, other = audit.findings, partial(in_other_case, case, shelf)
    asked = [
        (finding.level, _asked(finding, f"{at}#{id_}", other))
        for finding, id_ in zip(findings, finding_ids(findings), strict=True)
    ]
    notes = tuple(one for level, one in asked if level is Level.NOTE)
    return CaseQuestions(
        id=f"case-{case.id.slug}",
        case=Ref(text=title_of(case), url=at),
        references=", ".join(case.references),
        summary=tally([audit]).text,
        document=ended(published_by(case, shelf)),
        questions=tuple(one for level, one in asked if level is not Level.NOTE),
        notes=notes,
        notes_title=sentence(count(len(notes), "question")),
        silence="" if asked else NOTHING_ARISES,
    )


def _asked(finding: Finding, url: str, other: Callable[[Described], str]) -> Asked:
    working = finding.working
    return Asked(
        level=LEVELS[finding.level],
        question=finding.question,
        finding=Ref(text=finding.title, url=url),
        sum=working.text if working and not is_plain(working) else "",
        assumption=f"{finding.assumption}." if finding.assumption else "",
        figures=tuple(_figures(finding.where, other)),
    )


def _figures(where: Sequence[Where], other: Callable[[Described], str]) -> Iterator[str]:
    """``In “Costs”, line 12: “Total” £1.4 million; “Staff” £720,000``, a text for each place."""
    for at, those in groupby(where, lambda one: _at(one, other)):
        figures = "; ".join(map(_figure, those))
        yield sentence(f"{at}: {figures}" if at else figures)


def _at(where: Where, other: Callable[[Described], str]) -> str:
    figure = where.figure
    within = f"in “{figure.within}”" if figure.within else ""
    lines = place(figure.context.lines)
    return ", ".join(filter(None, [f"{within}{other(figure)}".strip(), lines]))


def _figure(where: Where) -> str:
    printed = f" {as_printed(where.amount)}" if where.amount else ""
    return f"{where.figure.text}{printed}"
