"""Risks and what a case depends on.

Councils score risks on scales of their own, and a colour is often lost when a
document is copied, so a score is kept as the log prints it, beside the scale that
the log claims to use. A council's own matrix is data: which score makes which word.
"""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from generator.core.scalars import (
    STRICT,
    CaseField,
    DependencyKindField,
    LinesField,
    ScoreField,
)
from generator.core.words import DependencyKind


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class MatrixRow:
    """One likelihood of a risk matrix, and the word it gives with each impact in turn."""

    likelihood: ScoreField
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Matrix:
    """A council's own risk matrix: the impacts in order, and a row for each likelihood."""

    id: str
    impacts: tuple[ScoreField, ...]
    rows: tuple[MatrixRow, ...]
    source: str | None = None
    line: LinesField | None = None

    def word(self, likelihood: str, impact: str) -> str | None:
        """The word that the matrix gives, or None for a score that it does not hold."""
        for row in self.rows:
            if row.likelihood == likelihood and impact in self.impacts:
                return row.words[self.impacts.index(impact)]
        return None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class RiskLog:
    """How a document's risk log measures, in the document's own terms."""

    likelihood_scale: str | None = None
    impact_scale: str | None = None
    rag: str | None = None
    matrix: str | None = None
    text: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Risk:
    """A risk; most documents give a title only."""

    id: str | None = None
    reference: str | None = None
    title: str
    likelihood: ScoreField | None = None
    impact: ScoreField | None = None
    rag: str | None = None
    mitigation: str | None = None
    owner: str | None = None
    text: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Dependency:
    """Something the case needs, or delivers to; `case` where it is a case of this register."""

    id: str | None = None
    kind: DependencyKindField = DependencyKind.DEPENDS_ON
    title: str
    case: CaseField | None = None
    text: str | None = None
    line: LinesField | None = None
