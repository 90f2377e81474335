"""A chart with every word and length ready: what is drawn, and what a page says beside it.

The record is made from rows that have tests of their own (``pages``) and drawn by ``draw``, which
knows nothing else: the same record always gives the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Tone(StrEnum):
    """What the colour of a bar repeats; the words beside it say the same."""

    IN = "in"
    OUT = "out"
    WHOLE = "whole"


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One bar: the period it is for, its length and the words at its end.

    Attributes:
        period: what stands to its left, short.
        number: where it ends, in whole units; None where no bar is drawn.
        start: where it begins; zero but for the steps to a total and for a range.
        dots: single amounts that are marked on the line in place of a bar.
        title: what stands above it, where that is too long to stand beside it.
    """

    period: str
    label: str
    number: Decimal | None
    start: Decimal = Decimal(0)
    dots: tuple[Decimal, ...] = ()
    title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """A scale with its ends, and what these are called; `least` is zero or below.

    Attributes:
        number: which scale of its chart it is, from 1.
    """

    number: int
    least: Decimal
    most: Decimal
    least_words: str
    most_words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """The bars of one series, under its name.

    Attributes:
        about: what is true of all of them, said below the name.
        axis: the scale that it shares with other panels that have the same; it is drawn below
            the last of them. Without one it shares that of all panels without one.
    """

    name: str
    tone: Tone
    bars: tuple[Bar, ...]
    axis: Axis | None = None
    about: str = ""


class Look(StrEnum):
    """What the cells of a grid look like."""

    BOX = "box"  # a square, filled where there is something, with its number in it
    SMALL = "small"  # a small square, as far filled as the cell says, its number behind it


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One place in a grid.

    Attributes:
        part: how much of its sign is filled, from 0 to 1; None where there is nothing to show.
    """

    part: Decimal | None
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """A row of a grid; its name stands beside boxes and above small squares."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Signs in rows and columns.

    Attributes:
        heads: the name of each column, short; above small squares and below boxes, as on an axis.
        down: what the rows are, said above them; `across` what the columns are.
    """

    name: str
    look: Look
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    down: str = ""
    across: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """A chart of one table, of one council's year, or of a theme.

    Attributes:
        id: unique on its page; every id in the picture begins with it.
        headline: what the figures say, in one sentence without a full stop.
        subtitle: what is measured, in which unit, for which periods and on which basis.
        description: every figure in words, for those who do not see the picture.
        panels: what is drawn as bars; `grids` what is drawn as signs in rows and columns.
        notes: what is not drawn and why, and what is read otherwise than printed.
    """

    id: str
    headline: str
    subtitle: str
    description: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]
    grids: tuple[Grid, ...] = ()
