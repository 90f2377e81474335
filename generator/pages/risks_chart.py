"""The risks of one case or of a year, drawn: how many have which likelihood and which impact.

Each scale has a grid of its own (see ``compare.risk_picture``), and no square has a colour that a
paper does not give it: it is filled where there is a risk, and the number in it counts them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.chart import Cell, Chart, GridRow, Look
from generator.charts.chart import Grid as Drawn
from generator.compare.risk_picture import SCALES_DIFFER
from generator.pages.phrases import count, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.compare.risk_picture import Grid
    from generator.core.risks import Risk

ID = "chart-risks"
FEWEST = 2  # risks: of one alone a picture says nothing
SUBTITLE = (
    "Likelihood upwards and impact to the right, in the order of the scale. A number counts risks; "
    "an empty square holds none."
)
FULL, EMPTY = Decimal(1), Decimal(0)


def risks_chart(grids: Sequence[Grid], titles: Mapping[str, str]) -> Chart | None:
    """The picture; None where fewer than two risks have both scores.

    Args:
        grids: one for each scale.
        titles: of the cases, by path.
    """
    if sum(grid.number for grid in grids) < FEWEST:
        return None
    return Chart(
        id=ID,
        headline=risks_message(grids),
        subtitle=SUBTITLE,
        description=" ".join(_told(grid, titles) for grid in grids),
        panels=(),
        grids=tuple(_drawn(grid, titles) for grid in grids),
        notes=(SCALES_DIFFER,) if len(grids) > 1 else (),
    )


def is_drawn(risks: Iterable[Risk]) -> bool:
    """Whether the risks of a case are worth a picture."""
    return sum(bool(risk.likelihood and risk.impact) for risk in risks) >= FEWEST


def risks_message(grids: Sequence[Grid]) -> str:
    """``12 risks have a likelihood and an impact; 5 of them have …``: the one place of most."""
    number = sum(grid.number for grid in grids)
    said = f"{count(number, 'risk')} {'has' if number == 1 else 'have'} a likelihood and an impact"
    if len(grids) > 1:
        return f"{said}, in {len(grids)} grids, each with a scale of its own"
    cells = {cell: len(placed) for cell, placed in grids[0].cells.items()}
    highest = max(cells.values())
    where = [cell for cell, risks in cells.items() if risks == highest]
    if len(where) > 1 or highest == 1:
        return said
    ((likelihood, impact),) = where
    return f"{said}; {highest} of them have likelihood {likelihood} and impact {impact}"


def grid_title(grid: Grid, titles: Mapping[str, str]) -> str:
    """The case whose risks they are; of several, how many these are."""
    cases = grid.cases
    if len(cases) == 1:
        return joined([titles[path] for path in cases])
    return f"Risks of {count(len(cases), 'case')} on one scale"


def _drawn(grid: Grid, titles: Mapping[str, str]) -> Drawn:
    """The highest likelihood at the top, as on an axis."""
    return Drawn(
        name=grid_title(grid, titles),
        look=Look.BOX,
        heads=grid.impacts,
        rows=tuple(
            GridRow(
                name=likelihood,
                cells=tuple(
                    _cell(len(grid.cells.get((likelihood, impact), ()))) for impact in grid.impacts
                ),
            )
            for likelihood in reversed(grid.likelihoods)
        ),
        down="likelihood",
        across="impact",
    )


def _cell(risks: int) -> Cell:
    return Cell(part=FULL, words=f"{risks:,}") if risks else Cell(part=EMPTY)


def _told(grid: Grid, titles: Mapping[str, str]) -> str:
    said: Iterable[str] = (
        f"{count(len(placed), 'risk')} of likelihood {likelihood} and impact {impact}"
        for (likelihood, impact), placed in grid.cells.items()
    )
    return f"{grid_title(grid, titles)}: {'; '.join(said)}."
