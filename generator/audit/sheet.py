"""A score sheet: the options of one choice, each with a score on every criterion.

The sheet finds out how a paper makes totals of scores, from the totals that it prints, and what
change of weights would change the order. An option that lacks a score where others have one
takes no part, since its total would say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.findings import Verdict
from generator.audit.precision import Span, span_of
from generator.core.amounts import PERCENT
from generator.core.sums import QUOTIENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.options import Criterion, Option

ONE, HUNDRED = Decimal(1), Decimal(100)


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """How scores become a total: `weighted` by their weights or not, and divided by what."""

    weighted: bool
    divided: str = ""
    assumption: str


ADDED = Way(weighted=False, assumption="The total is taken to be the scores added up")
MEAN = Way(weighted=False, divided="count", assumption="The total is taken to be the mean score")
WEIGHTED = Way(
    weighted=True, assumption="The total is taken to be each score times its weight, added up"
)
HUNDREDTHS = Way(
    weighted=True,
    divided="hundred",
    assumption="The total is taken to be each score times its weight in hundredths, added up",
)
AVERAGED = Way(
    weighted=True,
    divided="weights",
    assumption="The total is taken to be the mean of the scores by weight",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """An option with its scores, in the order of the criteria."""

    option: Option
    scores: tuple[Decimal, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The scores of one choice.

    Attributes:
        criteria: the titles of the criteria that are scored.
        weights: their weights as printed, 40 for 40%; all 1 where none are printed.
        percent: whether the weights are printed as percentages.
        way: how totals are made.
    """

    criteria: tuple[str, ...]
    weights: tuple[Decimal, ...]
    rows: tuple[Row, ...]
    percent: bool = False
    way: Way = WEIGHTED

    @property
    def divisor(self) -> Decimal:
        """By what the added scores are divided."""
        by = {"hundred": HUNDRED, "count": Decimal(len(self.weights))}
        by["weights"] = sum(self.weights, Decimal(0))
        return by.get(self.way.divided, ONE)

    def total(self, row: Row) -> Decimal:
        """What the scores of `row` come to."""
        weights = self.weights if self.way.weighted else (ONE,) * len(row.scores)
        added = sum((w * s for w, s in zip(weights, row.scores, strict=True)), Decimal(0))
        return QUOTIENT.divide(added, self.divisor)

    def verdict(self, row: Row) -> Verdict:
        """How the printed total of `row`, if any, agrees with ours."""
        ours = Span(low=self.total(row), high=self.total(row))
        if row.option.total is None or span_of(row.option.total, rounded=False).meets(ours):
            return Verdict.AGREES
        return Verdict.ROUNDING if span_of(row.option.total).meets(ours) else Verdict.DIFFERS


@dataclass(frozen=True, kw_only=True, slots=True)
class Shift:
    """So much weight, moved from one criterion to another, makes `option` draw level."""

    points: Decimal
    source: str
    target: str
    option: Option


def sheet_of(criteria: Sequence[Criterion], options: Sequence[Option]) -> Sheet | None:
    """The sheet of the options of one choice; None where fewer than two can be held together."""
    used = [c for c in criteria if any(_score(option, c) is not None for option in options)]
    scored = [(option, [_score(option, c) for c in used]) for option in options]
    rows = tuple(
        Row(option=option, scores=tuple(score for score in scores if score is not None))
        for option, scores in scored
        if all(score is not None for score in scores)
    )
    printed = [c.weight.meant for c in used if c.weight and c.weight.meant.number is not None]
    if not used or len(rows) < 2 or len(printed) not in (0, len(used)):
        return None
    weights = [amount.number for amount in printed if amount.number is not None]
    sheet = Sheet(
        criteria=tuple(criterion.title for criterion in used),
        weights=tuple(weights or [ONE] * len(used)),
        rows=rows,
        percent=bool(printed) and all(amount.unit == PERCENT for amount in printed),
    )
    return _in_its_way(sheet, weighted=bool(weights))


def _score(option: Option, criterion: Criterion) -> Decimal | None:
    """The score of an option on a criterion, which it names by id or title."""
    for assessment in option.assessments:
        if assessment.criterion in (criterion.id, criterion.title) and assessment.score:
            return assessment.score.meant.number
    return None


def _in_its_way(sheet: Sheet, *, weighted: bool) -> Sheet:
    """The sheet in the way that gives most of its printed totals; of several the most usual."""
    ways: tuple[Way, ...] = (ADDED, MEAN)
    if weighted:
        ways = (HUNDREDTHS, WEIGHTED, ADDED) if sheet.percent else (WEIGHTED, AVERAGED, HUNDREDTHS)
    sheets = [replace(sheet, way=way) for way in ways]
    # A mean by weights that add up to no whole number is not made on paper.
    usual = [each for each in sheets if each.divisor and each.divisor == int(each.divisor)]
    return max(usual, key=_explained)


def _explained(sheet: Sheet) -> int:
    totals = [row for row in sheet.rows if row.option.total is not None]
    return sum(1 for row in totals if sheet.verdict(row) is not Verdict.DIFFERS)


def smallest_shift(sheet: Sheet, first: Row, rivals: Iterable[Row]) -> Shift | None:
    """The least weight that, moved between two criteria, brings one of `rivals` level with `first`.

    With weight t moved from criterion i to j, the lead of the first shrinks by t times the
    difference of its leads on i and on j. No more can be moved than a criterion has.
    """
    if not sheet.way.weighted:
        return None
    found = [shift for rival in rivals for shift in _shifts(sheet, first, rival)]
    return min(found, key=lambda shift: shift.points, default=None)


def _shifts(sheet: Sheet, first: Row, rival: Row) -> Iterable[Shift]:
    leads = [a - b for a, b in zip(first.scores, rival.scores, strict=True)]
    lead = sum((w * gap for w, gap in zip(sheet.weights, leads, strict=True)), Decimal(0))
    for i, source in enumerate(sheet.criteria):
        for j, target in enumerate(sheet.criteria):
            if leads[i] <= leads[j]:
                continue
            points = QUOTIENT.divide(lead, leads[i] - leads[j])
            if points <= sheet.weights[i]:
                yield Shift(points=points, source=source, target=target, option=rival.option)
