"""A chart as it stands on a page: the drawing, its message, and where the same numbers are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.charts.chart import Chart

    Draw = Callable[[Chart], str]  # see ``charts.draw``


@dataclass(frozen=True, kw_only=True, slots=True)
class SameFigures:
    """The numbers of a chart as a table: heads of columns, and rows that begin with a name."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartView:
    """A chart with what stands beside it.

    Attributes:
        picture: the SVG; its title and description say the same as the page.
        table: the anchor of the table with the same numbers, where the page has one.
        same: these numbers, where it has none.
        csv: the file with the same numbers.
    """

    headline: str
    subtitle: str
    picture: Markup
    notes: tuple[str, ...]
    table: str
    same: SameFigures | None
    csv: str


def chart_view(
    chart: Chart, draw: Draw, *, csv: str, table: str = "", same: SameFigures | None = None
) -> ChartView:
    """A chart, drawn.

    Args:
        chart: the chart.
        draw: gives its picture; see ``Shelf.draw``.
        csv: the file with the same numbers.
        table: the anchor of the table with them, where the page has one.
        same: these numbers, where it has none.
    """
    return ChartView(
        headline=chart.headline,
        subtitle=chart.subtitle,
        picture=Markup(draw(chart)),  # noqa: S704 - our own drawing, in which all words are escaped
        notes=chart.notes,
        table=table,
        same=same,
        csv=csv,
    )
