"""The lines of a picture: what stands on which, and nothing beyond its edges."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.chart import Axis, Bar, Cell, Grid, GridRow, Look, Panel, Tone
from generator.charts.lines import LETTER, STEP, WIDTH, lines_of

AMOUNTS = st.decimals(-(10**12), 10**12, places=2)


def axis(number: int, most: int) -> Axis:
    return Axis(
        number=number,
        least=Decimal(0),
        most=Decimal(most),
        least_words="£0",
        most_words=f"£{most}",
    )


def panel(name: str, scale: Axis, *amounts: int) -> Panel:
    bars = tuple(
        Bar(period="", title=f"Case {amount}", label=f"£{amount}", number=Decimal(amount))
        for amount in amounts
    )
    return Panel(name=name, about="Saving", tone=Tone.IN, bars=bars, axis=scale)


def on(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["on"] == name]


def words(rows: list[dict[str, Any]]) -> list[str]:
    ordered = sorted((row for row in rows if "text" in row), key=lambda row: row["y"])
    return [row["text"] for row in ordered]


def length(row: dict[str, Any]) -> float:
    return float(row["end"] - row["start"])


def test_panels_that_share_a_scale_share_their_lengths_and_have_its_ends_below_the_last() -> None:
    scale = axis(1, 400)
    rows = lines_of((panel("Northshire", scale, 400, 100), panel("Southport", scale, 200)))
    whole, quarter, half = (length(row) for row in on("in", rows))
    assert quarter == pytest.approx(whole / 4)
    assert half == pytest.approx(whole / 2)
    assert words(rows) == [
        *("Northshire", "Saving", "Case 400", "£400", "Case 100", "£100"),
        *("Southport", "Saving", "Case 200", "£200", "£0", "£400"),
    ]


def test_each_scale_is_as_wide_as_the_other_whatever_its_amounts() -> None:
    rows = lines_of((panel("A", axis(1, 400), 400), panel("B", axis(2, 9), 9)))
    one, other = (length(row) for row in on("in", rows))
    assert one == pytest.approx(other)
    assert words(rows).count("£0") == 2


def test_two_scales_that_happen_to_end_alike_are_still_two() -> None:
    rows = lines_of((panel("A", axis(1, 400), 400), panel("B", axis(2, 400), 400)))
    assert words(rows).count("£0") == 2


def test_a_range_lies_between_its_ends() -> None:
    bars = (Bar(period="", label="£1 to £3", number=Decimal(3), start=Decimal(1)),)
    rows = lines_of((Panel(name="A", tone=Tone.IN, bars=bars, axis=axis(1, 4)),))
    (row,), (_, zero) = on("in", rows), on("zero", rows)
    assert row["start"] > zero["at"]


@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.text("£0123456789,.", max_size=20))
def test_nothing_is_drawn_beyond_the_edges(amounts: list[Decimal], label: str) -> None:
    bars = tuple(Bar(period="2018/19", label=label, number=number) for number in amounts)
    rows = lines_of((Panel(name="Costs", tone=Tone.OUT, bars=bars),))
    for row in rows:
        for place in ("at", "start", "end"):
            assert -1e-6 <= row.get(place, 0) <= WIDTH
        if row["on"] == "text":
            assert row["at"] + LETTER * len(row["text"]) <= WIDTH + 1e-6
        assert row["y"] % STEP == STEP / 2


def grid(look: Look, columns: int, part: Decimal | None) -> Grid:
    cells = tuple(Cell(part=part, words="1" if part else "") for _ in range(columns))
    heads = tuple(str(number) for number in range(1, columns + 1))
    rows = (GridRow(name="high", cells=cells), GridRow(name="low", cells=cells))
    return Grid(name="Grid", look=look, heads=heads, rows=rows, down="likelihood", across="impact")


def test_boxes_have_their_names_on_the_left_and_their_heads_below() -> None:
    rows = lines_of((), (grid(Look.BOX, 3, Decimal(1)),))
    assert words(rows) == [
        *("Grid", "likelihood", "high", "1", "1", "1", "low", "1", "1", "1"),
        *("1", "2", "3", "impact"),
    ]
    assert len(on("full", rows)) == 6
    assert not on("ring", rows)


def test_an_empty_box_is_drawn_without_a_number() -> None:
    rows = lines_of((), (grid(Look.BOX, 3, Decimal(0)),))
    assert len(on("ring", rows)) == 6
    assert not on("within", rows)


def test_small_squares_tell_by_their_shape_how_much_is_filled() -> None:
    parts = (Decimal(1), Decimal("0.5"), Decimal(0), None)
    cells = tuple(Cell(part=part) for part in parts)
    heads = ("1", "2", "3", "4")
    row = GridRow(name="Risks scored", cells=cells)
    rows = lines_of((), (Grid(name="", look=Look.SMALL, heads=heads, rows=(row,)),))
    (ring,), (full,) = on("ring", rows), on("full", rows)
    assert widths(ring["shape"]) == [10, 10], "half a square and an empty one have an edge"
    assert widths(full["shape"]) == [10, 5, 5], "the whole, the half, and a dash for nothing"
    assert words(rows) == ["1", "2", "3", "4", "Risks scored"]


@given(st.integers(1, 60), st.integers(1, 60))
def test_a_square_is_filled_as_far_as_its_part(some: int, more: int) -> None:
    part = Decimal(some) / (some + more)
    row = GridRow(name="Options", cells=(Cell(part=part, words=f"{some}/{some + more}"),))
    rows = lines_of((), (Grid(name="", look=Look.SMALL, heads=("A",), rows=(row,)),))
    (width,) = widths(on("full", rows)[0]["shape"])
    assert width == pytest.approx(10 * float(part), abs=0.0501)


def widths(shape: str) -> list[float]:
    return [float(width) for width in re.findall(r"h([\d.]+)v", shape)]
