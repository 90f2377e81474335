"""The headline of a case over its versions, drawn, and the same as a file.

One look tells whether the figure that a case is known by moved; what else changed stands in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.charts.versions import VersionPoint, version_points
from generator.core.money_format import format_amount
from generator.pages.addresses import history_address
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.chart_words import both_rounded
from generator.pages.headline import in_words
from generator.pages.history_names import day_of, paper, version_number
from generator.pages.phrases import sentence
from generator.pages.spreadsheet import sheet
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.case import Case
    from generator.history.versions import Version
    from generator.pages.chart_view import Draw

FILE = "headline.csv"
COLUMNS = ("version", "paper", "in_register_since", "printed", "pounds")


def version_chart(versions: Sequence[Version], draw: Draw) -> ChartView | None:
    """The chart; None where the headline stayed or cannot stand on one scale."""
    points = version_points(versions)
    if not points:
        return None
    about = in_words(points[-1].headline).about
    bars = tuple(
        Bar(
            period=sentence(version_number(point.version)),
            label=format_amount(point.headline.amount.meant),
            number=point.number,
        )
        for point in points
    )
    said = ", ".join(f"{bar.label} in {bar.period}" for bar in bars)
    drawn = Chart(
        id="chart-versions",
        headline=versions_message(points),
        subtitle=f"Headline of each version: {about}.",
        description=f"Bars, one for each version. {said}.",
        panels=(Panel(name="Headline", tone=Tone.IN, bars=bars),),
        notes=(),
    )
    return chart_view(drawn, draw, table="#strip", csv=FILE)


def versions_message(points: Sequence[VersionPoint]) -> str:
    """``£1.2 million in version 1, £900,000 in version 3``: the first and the last."""
    ends = (points[0], points[-1])
    amounts = both_rounded(*(point.headline.amount.meant for point in ends))
    first, last = (
        f"{amount} in {version_number(point.version)}"
        for amount, point in zip(amounts, ends, strict=True)
    )
    return f"{sentence(first)}, {last}"


def version_file(case: Case, versions: Sequence[Version]) -> Asset | None:
    """The same figures as a file; None where there is no chart."""
    points = version_points(versions)
    if not points:
        return None
    lines = (
        (
            version_number(point.version),
            paper(point.version.read),
            day_of(point.version.read),
            point.headline.amount.printed,
            point.number,
        )
        for point in points
    )
    return Asset(address=f"{history_address(case.id)}{FILE}", body=sheet(COLUMNS, lines))
