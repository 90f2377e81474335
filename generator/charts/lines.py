"""The lines of a picture, one below the other, with the place of everything that stands on them.

A picture is as wide as a phone shows it with letters that can be read, so it grows downwards and
never sideways. All places are worked out here, in units; the drawing puts things where they are.
"""

from __future__ import annotations

import math
import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.charts.chart import Axis, Bar, Cell, Grid, GridRow, Look, Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WIDTH = 340  # units; a page shows it between 288 and about 480 pixels wide
STEP = 22  # height of a line
LETTER = 6.7  # width of a letter of 12 units, rather too much than too little
NARROWEST = 60  # for the bars, however long the words beside them are
HEADING_LETTERS = 41  # of 13 units in bold, on one line
LETTERS = 48  # of 12 units
SMALL_LETTERS = 53  # of 11 units
DISC = 13  # across; boxes are as large as a line allows
WIDEST = 56  # of a column of a grid
MARGIN = 8

RING = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"  # paths within -1 and 1, as Vega has them
SQUARE = "M-1,-1H1V1H-1Z"
DASH = "M-0.6,-0.12H0.6V0.12H-0.6Z"

Row = dict[str, Any]
Line = list[Row]


def lines_of(panels: Sequence[Panel], grids: Sequence[Grid] = ()) -> list[Row]:
    """Everything that is drawn, each with its height; what shares a line has the same.

    Returns:
        rows with ``on`` (the layer that draws it) and ``y``, and what that layer needs: a place
        ``at`` or a ``start`` and an ``end``, ``text``, ``shape`` and ``size``.
    """
    lines: list[Line] = []
    apart = any(len(panel.bars) > 1 or panel.axis for panel in panels)
    for panel in panels:
        lines += [[]] if lines and apart else []
        lines += [*_heading(panel.name), *_panel(panel, panels)]
    for grid in grids:
        lines += [[]] if lines else []
        lines += [*_heading(grid.name), *_grid(grid)]
    return [
        {**row, "y": STEP * (number + 0.5)} for number, line in enumerate(lines) for row in line
    ]


def _heading(name: str) -> list[Line]:
    return [[_text("heading", 0, line)] for line in _wrapped(name, HEADING_LETTERS)]


def _panel(panel: Panel, every: Sequence[Panel]) -> Iterator[Line]:
    """The bars of a panel, and below the last one of a scale its ends."""
    place = _places(panel.axis, every)
    ends = [place(end) for end in (panel.axis.least, panel.axis.most)] if panel.axis else []
    yield from ([_text("small", 0, line)] for line in _wrapped(panel.about, SMALL_LETTERS))
    for bar in panel.bars:
        yield from ([_text("text", 0, line)] for line in _wrapped(bar.title, LETTERS))
        guides = [{"on": "zero", "at": end} for end in ends if end != place(Decimal(0))]
        yield [*guides, *_bar(bar, panel, place)]
    if panel.axis and panel is [one for one in every if one.axis == panel.axis][-1]:
        words = (panel.axis.least_words, panel.axis.most_words)
        yield [_text("small", at, said) for at, said in zip(ends, words, strict=True)]


def _bar(bar: Bar, panel: Panel, place: Callable[[Decimal], float]) -> Line:
    """A line with a period, a bar where there is a number, and the words behind it."""
    zero, start = place(Decimal(0)), place(bar.start)
    end = start if bar.number is None else place(bar.number)
    drawn = [{"on": panel.tone.value, "start": start, "end": end}]
    reach = place(panel.axis.most) if panel.axis else max(zero, start, end)
    words = [(0.0, bar.period), (reach + 5, bar.label)]
    return [
        *(drawn if bar.number is not None else []),
        # The amounts on a line, each once: those that lie upon each other look like one.
        *({"on": "dot", "at": place(dot)} for dot in dict.fromkeys(bar.dots)),
        {"on": "zero", "at": zero},
        *(_text("text", at, said) for at, said in words if said),
    ]


def _places(axis: Axis | None, every: Sequence[Panel]) -> Callable[[Decimal], float]:
    """Where a number lies between the periods on the left and the words on the right."""
    bars = [bar for panel in every for bar in panel.bars]
    low, high = (axis.least, axis.most) if axis else _ends(every)
    left = LETTER * max(len(bar.period) for bar in bars) + MARGIN
    right = WIDTH - LETTER * max(len(bar.label) for bar in bars) - MARGIN
    width = max(right - left, NARROWEST)
    return lambda number: left + width * float((number - low) / ((high - low) or 1))


def _ends(every: Sequence[Panel]) -> tuple[Decimal, Decimal]:
    """From the smallest to the largest amount of the panels that name no scale."""
    bars = [bar for panel in every if panel.axis is None for bar in panel.bars]
    numbers = [bar.number for bar in bars if bar.number is not None]
    numbers += [dot for bar in bars for dot in bar.dots]
    return min(Decimal(0), *numbers), max(Decimal(0), *numbers)


def _grid(grid: Grid) -> Iterator[Line]:
    """A grid: boxes with a name on the left and heads below, or discs with both above."""
    if grid.look is Look.BOX:
        yield [_text("text", 0, grid.down)]
        left = LETTER * max(len(row.name) for row in grid.rows) + MARGIN
        wide = min(WIDEST, max(STEP + 2, LETTER * _longest(grid.heads) + MARGIN))
        places = [left + wide * (number + 0.5) for number in range(len(grid.heads))]
        for row in grid.rows:
            yield [_text("text", 0, row.name), *_boxes(row, places)]
        after = _text("text", left + wide * len(grid.heads) + MARGIN, grid.across)
        yield [*(_text("middle", *head) for head in zip(places, grid.heads, strict=True)), after]
    else:
        wide = min(WIDEST, (WIDTH - MARGIN) / len(grid.heads))
        places = [wide * number + DISC / 2 + 1 for number in range(len(grid.heads))]
        yield [_text("middle", *head) for head in zip(places, grid.heads, strict=True)]
        for row in grid.rows:
            yield from ([_text("text", 0, line)] for line in _wrapped(row.name, LETTERS))
            yield _discs(row, places)


def _boxes(row: GridRow, places: Sequence[float]) -> Iterator[Row]:
    for at, cell in zip(places, row.cells, strict=True):
        full = bool(cell.part)
        yield _sign("full" if full else "ring", at, SQUARE, STEP - 2)
        if cell.words:
            yield _text("within" if full else "middle", at, cell.words)


def _discs(row: GridRow, places: Sequence[float]) -> Line:
    """Discs, each with its ring, so that an empty one is seen, and a dash for nothing to show."""
    signs: Line = []
    for at, cell in zip(places, row.cells, strict=True):
        signs += _disc(at, cell)
        if cell.words:
            signs.append(_text("small", at + DISC / 2 + 3, cell.words))
    return signs


def _disc(at: float, cell: Cell) -> Iterator[Row]:
    if cell.part is None:
        yield _sign("full", at, DASH, DISC)
        return
    yield _sign("ring", at, RING, DISC)
    if cell.part:
        yield _sign("full", at, sector(cell.part), DISC)


def sector(part: Decimal) -> str:
    """A part of a disc, clockwise from the top, as a path: 0.5 is its right half."""
    if part >= 1:
        return RING
    turn = 2 * math.pi * float(part)
    x, y = math.sin(turn), -math.cos(turn)
    return f"M0,0V-1A1,1,0,{int(part > Decimal('0.5'))},1,{x:.4f},{y:.4f}Z"


def _sign(on: str, at: float, shape: str, across: float) -> Row:
    return {"on": on, "at": at, "shape": shape, "size": across * across}


def _text(on: str, at: float, text: str) -> Row:
    return {"on": on, "at": at, "text": text}


def _longest(words: Sequence[str]) -> int:
    return max(map(len, words))


def _wrapped(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_on_hyphens=False)
