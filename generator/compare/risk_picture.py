"""The risks of many cases in one picture, as far as their scales allow it.

A council may score from 1 to 5 in one log and from A to E in the next, and many papers do not say
how they score. Scores of one scale stand in one grid; those of a log that names no scale stand in
a grid of that case alone; and risks without a score are counted and not placed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.things import numbered
from generator.core.scales import RANKS, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.compare.facts import Facts

SCALES_DIFFER = "The scales differ: a score in one grid says nothing of the same score in another."

NOT_STATED = "not stated"
Placed = tuple[tuple[str, str], ...]  # path of a case, and title of a risk


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Risks that are scored on one scale.

    Attributes:
        likelihoods: the scores of the scale in its order; those that occur where it names none.
        impacts: likewise.
        cells: by likelihood and impact, in small letters, the risks that are scored so.
        stated: whether the log names its scale and keeps to it; else the grid is of one case alone.
        named: whether it names any scale at all.
    """

    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    cells: Mapping[tuple[str, str], Placed]
    stated: bool
    named: bool

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
        without: the paths of cases that name no risk.
    """

    grids: tuple[Grid, ...]
    unscored: Placed
    without: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class _Scale:
    """What the scores of one grid have in common; `path` where the log names no scale."""

    council: str
    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    path: str
    named: bool


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
    without = tuple(facts.path for facts in every if not facts.risks)
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
    path = "" if likelihoods and impacts else facts.path
    scales = (log.likelihood_scale, log.impact_scale) if log else ()
    named = any(said and said.strip().lower() != NOT_STATED for said in scales)
    return _Scale(
        council=facts.council, likelihoods=likelihoods, impacts=impacts, path=path, named=named
    )


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
        stated=not scale.path,
        named=scale.named,
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
    """The picture in words, with the warning that scales differ where there are several."""
    scored = sum(grid.number for grid in grids)
    if not scored + unscored:
        yield "The papers name no risk."
        return
    of = f"of the {numbered(scored + unscored, 'risk')} that the papers name"
    yield f"{scored or 'None'} {of} {'has' if scored < 2 else 'have'} a likelihood and an impact."
    if without:
        yield f"{numbered(without, 'case')} {'names' if without == 1 else 'name'} no risk."
    silent = sum(not grid.named for grid in grids)
    if silent:
        does = "does not say what its" if silent == 1 else "do not say what their"
        yield f"{numbered(silent, 'log')} {does} scores mean, so {_alone(silent)}."
    strayed = sum(grid.named and not grid.stated for grid in grids)
    if strayed:
        does = "names a scale and does" if strayed == 1 else "name a scale and do"
        yield f"{numbered(strayed, 'log')} {does} not keep to it, so {_alone(strayed)}."
    if len(grids) > 1:
        yield SCALES_DIFFER


def _alone(logs: int) -> str:
    return "it stands alone" if logs == 1 else "each stands alone"
