"""The risks of a council's year: in sentences, and in grids as far as the scales allow it.

Scores of different scales never share a grid (see ``compare.risk_picture``); each grid says whose
it is and on which scale, and each number in it leads to the cases whose risks it counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.risk_picture import Scales
from generator.pages.addresses import Ref
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.risks_chart import grid_title, risks_chart

if TYPE_CHECKING:
    from generator.compare.risk_picture import Grid, RiskPicture
    from generator.pages.behind import Behind
    from generator.pages.chart_view import Draw

SCALES = {
    Scales.KEPT: "The papers name this scale.",
    Scales.LEFT: "The paper names a scale and does not keep to it in full.",
    Scales.HALF: "The paper says only of one of the two scales what the scores mean.",
    Scales.SILENT: "The paper does not say what the scores mean.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class GridCell:
    """How many risks have this likelihood and impact; `titles` are what they are called."""

    number: Ref
    titles: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """The risks of one likelihood."""

    likelihood: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GridView:
    """One grid.

    Attributes:
        scale: whether the scale is named in the papers.
        impacts: the heads of the columns.
        rows: the highest likelihood of the scale's order last, as the scale has it.
    """

    id: str
    title: str
    scale: str
    cases: tuple[Ref, ...]
    impacts: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RisksOfYear:
    """The risk picture.

    Attributes:
        csv: every risk, scored or not, as a file; None where no case names one.
        chart: the grids drawn, where there are any.
        unscored: how many cases name risks without a score; `without` how many name none.
    """

    sentences: tuple[str, ...]
    csv: Ref | None
    chart: ChartView | None
    grids: tuple[GridView, ...]
    unscored: Ref
    without: Ref


def risks_of_year(picture: RiskPicture, behind: Behind, draw: Draw, csv: str) -> RisksOfYear:
    """The picture of the risks of a year, for its page; `csv` is the file with every risk."""
    drawn = risks_chart(picture.grids, behind.titles)
    unscored = tuple(dict.fromkeys(path for path, _ in picture.unscored))
    return RisksOfYear(
        sentences=picture.sentences,
        csv=Ref(text="Every risk as a file for spreadsheets (CSV)", url=csv)
        if picture.grids or picture.unscored
        else None,
        chart=chart_view(drawn, draw, csv=csv, table="#risk-grid-1") if drawn else None,
        grids=tuple(_grid(grid, number, behind) for number, grid in enumerate(picture.grids, 1)),
        unscored=behind.number(unscored, "names risks without a likelihood and an impact", "case"),
        without=behind.number(picture.without, "names no risk", "case"),
    )


def _grid(grid: Grid, number: int, behind: Behind) -> GridView:
    cases = tuple(behind.case(path) for path in grid.cases)
    return GridView(
        id=f"risk-grid-{number}",
        title=grid_title(grid, behind.titles),
        scale=SCALES[grid.scales],
        cases=cases,
        impacts=grid.impacts,
        rows=tuple(
            GridRow(
                likelihood=likelihood,
                cells=tuple(_cell(grid, likelihood, impact, behind) for impact in grid.impacts),
            )
            for likelihood in grid.likelihoods
        ),
    )


def _cell(grid: Grid, likelihood: str, impact: str, behind: Behind) -> GridCell:
    placed = grid.cells.get((likelihood, impact), ())
    paths = tuple(dict.fromkeys(path for path, _ in placed))
    url = f"{behind.case(paths[0]).url}#risks" if len(paths) == 1 else ""
    if len(paths) > 1:
        url = behind.number(paths, f"a risk scored {likelihood} by {impact}").url
    return GridCell(
        number=Ref(text=f"{len(placed):,}" if placed else "", url=url),
        titles="; ".join(title for _, title in placed),
    )
