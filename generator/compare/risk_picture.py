"""The risks of many cases in one picture, as far as their scales allow it.

A council may score from 1 to 5 in one log and from A to E in the next, and many papers do not say
how they score. Scores of one scale stand in one grid; those of a log that does not name two scales
and keep to them stand in a grid of that case alone; and risks without a score are counted and not
placed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.audit.things import numbered
from generator.core.scales import RANKS, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.compare.facts import Facts
    from generator.core.risks import RiskLog

GRIDS_APART = "A score in one grid need not mean the same in another."

Placed = tuple[tuple[str, str], ...]  # path of a case, and title of a risk


class Scales(StrEnum):
    """What a log says of the scales on which it puts likelihood and impact."""

    KEPT = "names both and keeps to them"
    LEFT = "names both and does not keep to them"
    HALF = "names one of the two"
    SILENT = "names none"


# Each of one log and of several, for those that stand alone.
ALONE = {
    Scales.SILENT: ("does not say what its scores mean", "do not say what their scores mean"),
    Scales.HALF: (
        "says only of one of its two scales what the scores mean",
        "say only of one of their two scales what the scores mean",
    ),
    Scales.LEFT: (
        "names a scale and does not keep to it",
        "name a scale and do not keep to it",
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Risks that are scored on one scale.

    Attributes:
        likelihoods: the scores of the scale in its order; those that occur where it names none.
        impacts: likewise.
        cells: by likelihood and impact, in small letters, the risks that are scored so.
        scales: what the log says of its scales; unless it keeps to both, the grid is of one case.
    """

    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    cells: Mapping[tuple[str, str], Placed]
    scales: Scales

    @property
    def number(self) -> int:
        """How many risks stand here."""
        return sum(len(placed) for placed in self.cells.values())

    @property
    def cases(self) -> tuple[str, ...]:
        """The paths of the cases whose risks stand here."""
        return tuple(sorted({path for placed in self.cells.values() for path, _ in placed}))


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskPicture:
    """The risks of some cases.

    Attributes:
        unscored: risks that the papers name and do not score.
        without: the paths of cases that name no risk; one whose risks could not be read may.
    """

    grids: tuple[Grid, ...]
    unscored: Placed
    without: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class _Scale:
    """What the scores of one grid have in common; `path` where the log keeps to no two scales."""

    council: str
    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    path: str
    scales: Scales


def risk_picture(cases: Iterable[Facts]) -> RiskPicture:
    """The picture of the risks of these cases; their order makes no difference."""
    every = sorted(cases, key=lambda facts: facts.path)
    scored: dict[_Scale, dict[tuple[str, str], list[tuple[str, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    unscored: list[tuple[str, str]] = []
    for facts in every:
        for risk in facts.risks:
            if risk.likelihood and risk.impact:
                cell = risk.likelihood.lower(), risk.impact.lower()
                scored[_scale(facts)][cell].append((facts.path, risk.title))
            else:
                unscored.append((facts.path, risk.title))
    grids = tuple(_grid(scale, scored[scale]) for scale in sorted(scored))
    lost = {facts.path for facts in every if "risks" in facts.unreadable}
    without = tuple(facts.path for facts in every if not facts.risks and facts.path not in lost)
    return RiskPicture(
        grids=grids,
        unscored=tuple(unscored),
        without=without,
        sentences=tuple(_sentences(grids, len(unscored), len(without))),
    )


def _scale(facts: Facts) -> _Scale:
    """The scale that the log names and keeps to; with less than both halves it stands alone."""
    log = facts.risk_log
    likelihoods = _kept_to(
        log.likelihood_scale if log else None, (r.likelihood for r in facts.risks)
    )
    impacts = _kept_to(log.impact_scale if log else None, (r.impact for r in facts.risks))
    kept = bool(likelihoods and impacts)
    return _Scale(
        council=facts.council,
        likelihoods=likelihoods,
        impacts=impacts,
        path="" if kept else facts.path,
        scales=Scales.KEPT if kept else _unkept(log),
    )


def _unkept(log: RiskLog | None) -> Scales:
    """Why a log stands alone: how many of its two scales it names."""
    named = [scale_of(log.likelihood_scale), scale_of(log.impact_scale)] if log else []
    return Scales.LEFT if named and all(named) else Scales.HALF if any(named) else Scales.SILENT


def _kept_to(named: str | None, scores: Iterable[str | None]) -> tuple[str, ...]:
    """A scale that every score is on; empty where there is none."""
    scale = scale_of(named)
    return scale if all(score.lower() in scale for score in scores if score) else ()


def _grid(scale: _Scale, cells: Mapping[tuple[str, str], list[tuple[str, str]]]) -> Grid:
    """A grid with the scores of its scale; where it has none, with those that occur."""
    return Grid(
        likelihoods=_with(scale.likelihoods, {likelihood for likelihood, _ in cells}),
        impacts=_with(scale.impacts, {impact for _, impact in cells}),
        cells={cell: tuple(cells[cell]) for cell in sorted(cells)},
        scales=scale.scales,
    )


def _with(scale: tuple[str, ...], occurring: set[str]) -> tuple[str, ...]:
    others = sorted(occurring - set(scale), key=lambda score: (not score.isdigit(), _rank(score)))
    return (*scale, *others)


def _rank(score: str) -> tuple[int, str]:
    """Numbers and words of rank in their order; letters in that of the alphabet."""
    if score.isdigit():
        return int(score), ""
    return (RANKS.index(score), "") if score in RANKS else (len(RANKS), score)


def _sentences(grids: tuple[Grid, ...], unscored: int, without: int) -> Iterator[str]:
    """The picture in words, with the warning that grids are not one where there are several."""
    scored = sum(grid.number for grid in grids)
    if not scored + unscored:
        yield "The papers name no risk."
        return
    risks = numbered(scored + unscored, "risk")
    some = f"{scored or 'None'} of the {risks}"
    if not unscored:
        some = f"The {risks}" if scored == 1 else f"All {risks}"
    have = "has" if scored < 2 else "have"
    yield f"{some} that the papers name {have} a likelihood and an impact."
    if without:
        yield f"{numbered(without, 'case')} {'names' if without == 1 else 'name'} no risk."
    logs = Counter(grid.scales for grid in grids)
    for scales, (one, several) in ALONE.items():
        if logs[scales] == 1:
            yield f"1 log {one}, so it stands alone."
        elif logs[scales]:
            yield f"{numbered(logs[scales], 'log')} {several}, so each stands alone."
    if len(grids) > 1:
        yield GRIDS_APART
