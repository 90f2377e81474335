"""A chart with every word and length ready: what is drawn, and what a page says beside it.

The record is made from a table (``pages/chart_words``) and drawn by ``draw``, which knows
nothing else: the same record always gives the same picture.
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
        number: where it ends, in whole units; None where no bar is drawn.
        start: where it begins; zero but for the steps to a total.
        dots: single amounts that are marked on the line in place of a bar.
    """

    period: str
    label: str
    number: Decimal | None
    start: Decimal = Decimal(0)
    dots: tuple[Decimal, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """The bars of one series, under its name."""

    name: str
    tone: Tone
    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """A chart of one table or of one council's year.

    Attributes:
        id: unique on its page; every id in the picture begins with it.
        headline: what the figures say, in one sentence without a full stop.
        subtitle: what is measured, in which unit, for which periods and on which basis.
        description: every figure in words, for those who do not see the picture.
        notes: what is not drawn and why, and what is read otherwise than printed.
    """

    id: str
    headline: str
    subtitle: str
    description: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]
