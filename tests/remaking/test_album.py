"""The pictures of a piece of work: none is drawn again that was drawn for it the last time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.remaking.album import NONE, Album
from generator.site.packing import unpack
from generator.site.packs import Packs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BARS = (Bar(period="2018/19", label="£1,000", number=Decimal(1000)),)
CHART = Chart(
    id="chart",
    headline="£1,000 in 2018/19",
    subtitle="Saving",
    description="One bar.",
    panels=(Panel(name="Saving", tone=Tone.IN, bars=BARS),),
    notes=(),
)
OTHER = replace(CHART, headline="£1,000 in one year")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The headline of each chart that is drawn."""
    found: list[str] = []

    def draw(chart: Chart) -> str:
        found.append(chart.headline)
        return f"<svg>{chart.headline}</svg>"

    monkeypatch.setattr("generator.remaking.album.draw", draw)
    return found


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[Packs]:
    with Packs(tmp_path / "packs") as packs:
        yield packs


def again(packs: Packs, album: Album) -> Album:
    """The album of the next build."""
    return Album(packs, packs.add(album.packed()))


def test_a_picture_is_drawn_once_and_taken_from_the_last_build_as_long_as_its_chart_is_the_same(
    packs: Packs, drawn: list[str]
) -> None:
    first = Album(packs)
    picture = first.draw(CHART)
    assert (first.draw(CHART), drawn) == (picture, [CHART.headline])
    second = again(packs, first)
    assert (second.draw(replace(CHART)), drawn) == (picture, [CHART.headline])
    assert (second.draw(OTHER), drawn) == (
        f"<svg>{OTHER.headline}</svg>",
        [*drawn[:1], OTHER.headline],
    )


def test_only_what_was_asked_for_is_kept(packs: Packs, drawn: list[str]) -> None:
    first = Album(packs)
    kept = [first.draw(CHART), first.draw(OTHER)]
    second = again(packs, first)
    second.draw(OTHER)
    assert [*unpack(second.packed()).values()] == kept[1:]
    third = again(packs, second)
    third.draw(CHART)
    assert drawn == [CHART.headline, OTHER.headline, CHART.headline]


def test_work_without_a_picture_keeps_nothing_and_takes_nothing_from_the_disk(
    packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Album(packs)
    first.draw(CHART)
    second = again(packs, first)
    monkeypatch.setattr(Packs, "value", lambda *_: pytest.fail("taken from the disk"))
    assert second.packed() == NONE
