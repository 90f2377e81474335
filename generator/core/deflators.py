"""Deflators: how prices rose from year to year, as one release of one series has it.

A release is a list of index numbers for financial years, of which later releases revise some and
of which the last ones may be forecasts. Which release was used stands under every figure, so the
register keeps each whole and never mixes two. Where no release is at hand the list is empty, and
amounts stay in the money of their own year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic.dataclasses import dataclass

from generator.core.scalars import (
    STRICT,
    DayField,
    LinkField,
    NumberField,
    PeriodField,
    YesNoField,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.core.periods import Period


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class DeflatorYear:
    """The index of one financial year; `forecast` where it is one in that release."""

    year: PeriodField
    index: NumberField
    forecast: YesNoField = False


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Deflator:
    """One release of one series.

    Attributes:
        series: its name, in the publisher's words.
        source: who published it, and where it was read.
        released: the day of the release.
        base_year: the year in whose prices it is given.
    """

    series: str
    source: str
    released: DayField
    base_year: PeriodField
    years: tuple[DeflatorYear, ...]
    link: LinkField | None = None

    def of(self, period: Period | None) -> DeflatorYear | None:
        """The year that a period is; None where the release does not have it."""
        return next((each for each in self.years if each.year == period), None) if period else None


def latest(deflators: Iterable[Deflator]) -> Deflator | None:
    """The release of the latest day; None where there is none."""
    return max(deflators, key=lambda each: (each.released, each.series), default=None)
