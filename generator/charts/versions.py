"""The rows behind the chart of a case's versions: the headline of each, where it is one figure.

Amounts of two versions stand on one scale only while they measure the same, for the same period
and on the same basis; where a version says something else, nothing is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.rows import number_of
from generator.core.amounts import in_pounds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from generator.core.figures import Headline
    from generator.history.versions import Version


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionPoint:
    """The headline of one version, in pounds."""

    version: Version
    headline: Headline
    number: Decimal


def version_points(versions: Sequence[Version]) -> tuple[VersionPoint, ...]:
    """The versions with their headline, the oldest first; none where a chart would say nothing.

    A version whose content was removed, or whose headline is no plain figure, is left out.
    """
    found = tuple(point for version in versions if (point := _point(version)))
    meanings = {_meaning(point.headline) for point in found}
    moved = len({point.number for point in found}) > 1
    return found if moved and len(meanings) == 1 else ()


def _point(version: Version) -> VersionPoint | None:
    headline = None if version.read.withheld else version.read.case.headline
    if headline is None or number_of(headline.amount) is None:
        return None
    number = in_pounds(headline.amount.meant)
    if number is None:
        return None
    return VersionPoint(version=version, headline=headline, number=number)


def _meaning(headline: Headline) -> tuple[object, ...]:
    period = headline.period.meant if headline.period else None
    return headline.measure, tuple(sorted(headline.qualities)), period, headline.basis
