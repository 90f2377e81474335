"""The lines of a picture, one below the other, with the place of everything that stands on them.

A picture is as wide as a phone shows it with letters that can be read, so it grows downwards and
never sideways. All places are worked out here, in units; the drawing puts things where they are.
"""

from __future__ import annotations

import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.charts.chart import Axis, Bar, Grid, GridRow, Look, Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WIDTH = 340  # units; a page shows it between 288 and about 480 pixels wide
STEP = 22  # height of a line
LETTER = 6.7  # width of a letter of 12 units, rather too much than too little
NARROWEST = 60  # for the bars, however long the words beside them are
HEADING_LETTERS = 41  # of 13 units in bold, on one line
LETTERS = 48  # of 12 units
SMALL_LETTERS = 53  # of 11 units
SIGN = 10  # the side of a small square; boxes are as large as a line allows
HALF = SIGN / 2
WIDEST = 56  # of a column of a grid
MARGIN = 8

UNIT_SIZE = 4  # at which a path that is given as a shape keeps its own units (Vega)

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
    return min((Decimal(0), *numbers)), max((Decimal(0), *numbers))


def _grid(grid: Grid) -> Iterator[Line]:
    """A grid: boxes with a name on the left and heads below, or small squares with both above."""
    if grid.look is Look.BOX:
        yield [_text("text", 0, grid.down)]
        left = LETTER * max(len(row.name) for row in grid.rows) + MARGIN
        needed = max(STEP + 2, LETTER * _longest(grid.heads) + MARGIN)
        wide = min(WIDEST, needed, (WIDTH - left) / len(grid.heads))
        places = [left + wide * (number + 0.5) for number in range(len(grid.heads))]
        for row in grid.rows:
            yield [_text("text", 0, row.name), *_boxes(row, places)]
        yield [_text("middle", *head) for head in zip(places, grid.heads, strict=True)]
        yield [_text("text", left, grid.across)]
    else:
        worded = any(cell.words for row in grid.rows for cell in row.cells)
        wide = min(WIDEST if worded else 2 * SIGN, (WIDTH - MARGIN) / len(grid.heads))
        places = [wide * number + HALF + 1 for number in range(len(grid.heads))]
        yield [_text("middle", *head) for head in zip(places, grid.heads, strict=True)]
        for row in grid.rows:
            yield from ([_text("text", 0, line)] for line in _wrapped(row.name, LETTERS))
            yield [*_squares(row, places)]


def _boxes(row: GridRow, places: Sequence[float]) -> Iterator[Row]:
    for at, cell in zip(places, row.cells, strict=True):
        full = bool(cell.part)
        side = STEP - 2
        shape = _rectangle(at - side / 2, -side / 2, side, side)
        yield {"on": "full" if full else "ring", "at": 0, "shape": shape, "size": UNIT_SIZE}
        if cell.words:
            yield _text("within" if full else "middle", at, cell.words)


def _squares(row: GridRow, places: Sequence[float]) -> Iterator[Row]:
    """Squares, each filled from the left as far as its part; a dash where there is nothing.

    What is alike on a line is one shape: a page with some hundred squares would be large else.
    """
    cells = [*zip(places, row.cells, strict=True)]
    filled = "".join(_filled(at, cell.part) for at, cell in cells)
    open_ = "".join(
        _rectangle(at - HALF, -HALF, SIGN, SIGN)
        for at, cell in cells
        if cell.part is not None and cell.part < 1
    )
    for on, shape in (("full", filled), ("ring", open_)):
        if shape:
            yield {"on": on, "at": 0, "shape": shape, "size": UNIT_SIZE}
    yield from (_text("small", at + HALF + 2, cell.words) for at, cell in cells if cell.words)


def _filled(at: float, part: Decimal | None) -> str:
    if part is None:
        return _rectangle(at - HALF / 2, -1, HALF, 2)
    return _rectangle(at - HALF, -HALF, SIGN * float(part), SIGN) if part else ""


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a path; Vega closes only the last one of several, so each closes itself."""
    return f"M{x:.1f},{y:.1f}h{width:.1f}v{height:.1f}h{-width:.1f}v{-height:.1f}"


def _text(on: str, at: float, text: str) -> Row:
    return {"on": on, "at": at, "text": text}


def _longest(words: Sequence[str]) -> int:
    return max(map(len, words))


def _wrapped(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_on_hyphens=False)
