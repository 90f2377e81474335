"""The part of a case's page on money: every figure with its measure, period and basis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.charts.running import running
from generator.core.operands import HEADLINE, split_name
from generator.core.words import Certainty, ClaimKind
from generator.pages.anchors import places_on_page
from generator.pages.cells import Cell, figure_cell
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.chart_words import chart, rows_of
from generator.pages.hanging_together import RelationView, relation_views
from generator.pages.headline import HeadlineView, headline_view
from generator.pages.phrases import basis_words, ended, measured, period_words, place, sentence
from generator.pages.running_words import running_chart
from generator.pages.table_files import table_file
from generator.pages.tables import TableView, table_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.charts.rows import Rows
    from generator.core.case import Case
    from generator.core.figures import Claim, Figure, Split
    from generator.pages.chart_view import Draw
    from generator.pages.finding_view import Mark

    Marks = Mapping[str, tuple[Mark, ...]]

NO_MARKS: Marks = MappingProxyType({})
FIGURES = {"tables", "figures", "claims"}
MOST_OPEN = 4  # relations that stand open; of more, whoever checks the figures opens the list
NO_FIGURES = "The document gives no figures."
NO_OTHERS = "Beside the headline, the document gives no figures."
CLAIMS = {
    ClaimKind.NPV: "net present value (NPV)",
    ClaimKind.IRR: "internal rate of return (IRR)",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class SplitView:
    """One part of the headline."""

    by: str
    name: str
    amount: Cell
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    """A figure that stands in the document's prose."""

    anchor: str
    what: str
    note: str
    amount: Cell
    measure: str
    period: str
    basis: str
    certainty: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimView:
    """A claim of the appraisal."""

    anchor: str
    claim: str
    what: str
    value: Cell
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MoneyView:
    """Everything on money, in the order of the page.

    Attributes:
        headline: the headline again, whose parts and whose own words follow.
        marks: what leads to findings on it.
        text: what the file adds to the headline.
        with_certainty: whether any figure says how sure it is.
        relations_title: of the fold that holds the relations; empty where they are few.
        silence: what is said where there is nothing beside the headline.
        charts: of the one table that says most over time, if any does, and what it adds up to.
    """

    headline: HeadlineView
    marks: tuple[Mark, ...]
    text: str
    splits: tuple[SplitView, ...]
    tables: tuple[TableView, ...]
    figures: tuple[FigureView, ...]
    with_certainty: bool
    claims: tuple[ClaimView, ...]
    relations: tuple[RelationView, ...]
    relations_title: str
    silence: str
    charts: tuple[ChartView, ...]


def money_view(
    case: Case, others: Mapping[str, Case], draw: Draw, marks: Marks = NO_MARKS
) -> MoneyView:
    """The figures of a case.

    Args:
        case: the case.
        others: the cases that its relations may name.
        draw: gives the picture of a chart.
        marks: what leads to the findings on a figure, by the figure's name.
    """
    places = places_on_page(case)
    headline = case.headline
    some = case.tables or case.figures or case.claims or (headline and headline.splits)
    relations = relation_views(case, others)
    return MoneyView(
        headline=headline_view(case),
        marks=marks.get(HEADLINE, ()),
        text=ended(headline.text or "") if headline else "",
        splits=tuple(_split(split, marks) for split in headline.splits) if headline else (),
        tables=tuple(
            table_view(table, at, marks)
            for table, at in zip(case.tables, places.tables, strict=True)
        ),
        figures=tuple(
            _figure(figure, at, marks)
            for figure, at in zip(case.figures, places.figures, strict=True)
        ),
        with_certainty=any(f.certainty is not Certainty.NOT_STATED for f in case.figures),
        claims=tuple(
            _claim(claim, at, marks) for claim, at in zip(case.claims, places.claims, strict=True)
        ),
        relations=relations,
        relations_title=_fold_title(len(relations)),
        silence="" if some or FIGURES & set(case.unreadable) else _silence(case),
        charts=tuple(_charts(case, places.tables, draw)),
    )


def _silence(case: Case) -> str:
    """That there are no figures, or none beside the one that the case is known by."""
    return NO_OTHERS if case.headline or "headline" in case.unreadable else NO_FIGURES


def _fold_title(number: int) -> str:
    """Of the fold that holds so many relations: what they are for, and how many they are."""
    return f"{number} sentences on which figures belong together" if number > MOST_OPEN else ""


def _charts(case: Case, anchors: tuple[str, ...], draw: Draw) -> Iterator[ChartView]:
    """The chart of a case, and the running total of the same table where it has one."""
    found = rows_of(list(zip(case.tables, anchors, strict=True)))
    if found is None:
        return
    rows, anchor = found
    adding = running(rows)
    drawn = chart(_without_cumulative(rows) if adding else rows, f"chart-{anchor}")
    yield chart_view(drawn, draw, table=f"#{anchor}", csv=table_file(anchor))
    if adding:
        added = running_chart(adding, f"chart-running-{anchor}")
        yield chart_view(added, draw, table=f"#{anchor}", csv=table_file(anchor))


def _without_cumulative(rows: Rows) -> Rows:
    """The same without saying that the running total is not drawn: its own chart draws it."""
    drawn = rows.cumulative.axis.label if rows.cumulative else None
    return replace(rows, left_out=tuple(each for each in rows.left_out if each[0] != drawn))


def _split(split: Split, marks: Marks) -> SplitView:
    name = split_name(split.name)
    return SplitView(
        by=split.by.value,
        name=split.name,
        amount=figure_cell(split.amount, marks.get(name, ())),
        place=sentence(place(split.line)),
    )


def _figure(figure: Figure, anchor: str, marks: Marks) -> FigureView:
    context = figure.context
    return FigureView(
        anchor=anchor,
        what=sentence(figure.what),
        note=figure.note or "",
        amount=figure_cell(figure.amount, marks.get(figure.id, ())),
        measure=measured(context.measure, context.qualities) or "not stated",
        period=period_words(context.period),
        basis=basis_words(context.basis),
        certainty=figure.certainty.value,
        place=place(context.lines),
    )


def _claim(claim: Claim, anchor: str, marks: Marks) -> ClaimView:
    return ClaimView(
        anchor=anchor,
        claim=sentence(CLAIMS.get(claim.claim, claim.claim.value)),
        what=claim.what or "",
        value=figure_cell(claim.value, marks.get(claim.id, ())),
        place=place(claim.context.lines),
    )
