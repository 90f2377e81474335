"""What the cases of a council's year say and leave open: counted mark by mark, and case by case.

A mark that is empty leads to the part of the case's page where it would stand. Nothing is added up
to a score, and cases stand by committee, in the order of the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.completeness import MARKS
from generator.compare.mark_matrix import mark_matrix
from generator.compare.marking import State
from generator.pages.addresses import Ref, case_address, link
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.marks import LACKING, MarkTable, mark_table, place_of, whole_of
from generator.pages.marks_chart import marks_chart, marks_same
from generator.pages.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.compare.facts import Facts
    from generator.compare.mark_matrix import MarkMatrix
    from generator.compare.marking import Mark
    from generator.pages.chart_view import Draw

SIGNS = {State.YES: "■", State.PARTLY: "◧", State.NO: "□", State.NOTHING: "–"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """One mark of one case: a sign, the same in words, and a link where something is missing."""

    sign: str
    words: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SaysRow:
    """A case and its marks; `number` is that of its column in the picture, where it has one."""

    number: str
    case: Ref
    signs: tuple[Sign, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SaysView:
    """The page on what the cases of a plan say.

    Attributes:
        legend: each sign with its word.
        titles: the heads of the marks' columns.
        chart: the matrix drawn, where there are cases enough.
        csv: the same as a file.
    """

    title: str
    plan: Ref
    sentences: tuple[str, ...]
    chart: ChartView | None
    counts: MarkTable
    legend: tuple[tuple[str, str], ...]
    titles: tuple[str, ...]
    rows: tuple[SaysRow, ...]
    csv: Ref


def says_view(  # noqa: PLR0913 - what is said, and the page that it stands on
    groups: Mapping[str, Sequence[Facts]],
    wholes: Mapping[str, Facts],
    *,
    plan: Ref,
    csv: str,
    here: str,
    draw: Draw,
) -> SaysView:
    """What the cases of a plan say, for the page at `here`.

    Args:
        groups: the cases by committee.
        wholes: the larger cases that some of them are part of.
        plan: the page of the plan.
        csv: the same as a file.
        here: the address of the page.
        draw: gives the picture of a chart.
    """
    cases = [facts for each in groups.values() for facts in each]
    matrix = mark_matrix(groups)
    return SaysView(
        title=f"What cases say and leave open: {plan.text.replace(': ', ', ')}",
        plan=plan,
        sentences=says_sentences(cases),
        chart=_chart(matrix, csv, draw) if matrix else None,
        counts=mark_table({Ref(text=count(len(cases), "case")): cases}, wholes, here),
        legend=tuple((SIGNS[state], state.value) for state in State),
        titles=tuple(marking.title for marking in MARKS),
        rows=tuple(
            SaysRow(
                number=f"{number}" if matrix and matrix.by_case else "",
                case=Ref(text=facts.title, url=link(case_address(facts.path), here)),
                signs=tuple(_sign(facts, mark, wholes, here) for mark in facts.marks),
            )
            for number, facts in enumerate(cases, 1)
        ),
        csv=Ref(text="The same as a file for spreadsheets (CSV)", url=csv),
    )


def _chart(matrix: MarkMatrix, csv: str, draw: Draw) -> ChartView:
    """The matrix drawn; single cases stand in the table of the page, groups in one of its own."""
    if matrix.by_case:
        return chart_view(marks_chart(matrix), draw, csv=csv, table="#matrix")
    return chart_view(marks_chart(matrix), draw, csv=csv, same=marks_same(matrix))


def says_sentences(cases: Iterable[Facts]) -> tuple[str, ...]:
    """Which marks every case has, and which none has; of the others the table tells."""
    every = list(cases)
    return tuple(_sentences(every)) if every else ()


def _sentences(cases: Sequence[Facts]) -> Iterator[str]:
    states = {
        marking.title: {
            mark.state for facts in cases for mark in facts.marks if mark.code == marking.code
        }
        for marking in MARKS
    }
    for state, lead in (
        (State.YES, "Every case has"),
        (State.NO, "No case has"),
    ):
        titles = [title for title, found in states.items() if found == {state}]
        if titles:
            listed = "; ".join(f"{title[:1].lower()}{title[1:]}" for title in titles)
            yield f"{lead}: {listed}."


def _sign(facts: Facts, mark: Mark, wholes: Mapping[str, Facts], here: str) -> Sign:
    missing = f": missing {mark.missing}" if mark.missing and mark.state in LACKING else ""
    whole = whole_of(facts, mark, wholes, here)
    return Sign(
        sign=SIGNS[mark.state],
        words=f"{mark.state}{missing}{f'; in “{whole.text}”' if whole else ''}",
        url=place_of(mark, facts.path, here) if mark.state in LACKING else "",
    )
