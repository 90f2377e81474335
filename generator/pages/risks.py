"""The risks of a case as its log has them: titles only, or scored, with the log's own scale.

A scale that the document does not give is not made up. A council's own matrix turns a
pair of scores into a word, where the file names one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.risk_picture import risk_picture
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.phrases import count, ended, lost, place, sentence
from generator.pages.risk_sheet import CASE_FILE
from generator.pages.risks_chart import risks_chart
from generator.pages.weighing import Rag, not_here, rag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.compare.facts import Facts
    from generator.core.case import Case
    from generator.core.councils import Council
    from generator.core.risks import Matrix, Risk, RiskLog
    from generator.pages.chart_view import Draw

NO_RISKS = "The document names no risks."
OF_PART = "This {kind} names no risks of its own. The larger case that it is part of may."
NO_SCALE = "The document does not say on which scale the risks are scored."
UNSTATED = "not stated"
TABLE = "#risk-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskView:
    """A risk; each text is empty where the log says nothing."""

    title: str
    reference: str
    text: str
    likelihood: str
    impact: str
    rag: Rag | None
    by_matrix: str
    mitigation: str
    owner: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskColumn:
    """A column of the table of risks: the field of ``RiskView`` and its heading."""

    name: str
    title: str


COLUMNS = (
    RiskColumn(name="likelihood", title="Likelihood"),
    RiskColumn(name="impact", title="Impact"),
    RiskColumn(name="rag", title="Rating"),
    RiskColumn(name="by_matrix", title="By the council’s matrix"),
    RiskColumn(name="mitigation", title="What is to be done about it"),
    RiskColumn(name="owner", title="Owner"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RisksView:
    """All risks.

    Attributes:
        log: what is said of how the log measures, each a sentence.
        columns: what the table has beside the risk and its place; without any column the
            risks are a list.
        chart: how many have which scores, drawn; None where hardly any has.
    """

    summary: str
    log: tuple[str, ...]
    columns: tuple[RiskColumn, ...]
    risks: tuple[RiskView, ...]
    chart: ChartView | None


def risks_view(case: Case, council: Council | None, facts: Facts, draw: Draw) -> RisksView:
    """The risks of a case, with the matrix of its council where it names one."""
    matrix = _matrix(case.risk_log, council)
    risks = tuple(_risk(risk, matrix) for risk in case.risks)
    return RisksView(
        summary=risks_summary(case) if risks or not lost(case, "risks") else "",
        log=tuple(_log(case)),
        columns=tuple(column for column in COLUMNS if _any(risks, column.name)),
        risks=risks,
        chart=_chart(facts, draw),
    )


def _chart(facts: Facts, draw: Draw) -> ChartView | None:
    drawn = risks_chart(risk_picture((facts,)).grids, {facts.path: facts.title})
    return chart_view(drawn, draw, table=TABLE, csv=CASE_FILE) if drawn else None


def risks_summary(case: Case) -> str:
    """How many risks are named, and how many of them scored."""
    if not case.risks:
        return lost(case, "risks") or not_here(case, OF_PART, NO_RISKS)
    scored = sum(1 for risk in case.risks if risk.likelihood or risk.impact or risk.rag)
    risks = sentence(count(len(case.risks), "risk"))
    if not scored:
        return f"{risks}; none is scored."
    if scored == len(case.risks):
        return f"{risks}, {'scored' if scored == 1 else 'all scored'}."
    return f"{risks}, {scored} of them scored."


def _any(risks: Sequence[RiskView], name: str) -> bool:
    return any(getattr(risk, name) for risk in risks)


def _matrix(log: RiskLog | None, council: Council | None) -> Matrix | None:
    if log is None or log.matrix is None or council is None:
        return None
    return next((matrix for matrix in council.matrices if matrix.id == log.matrix), None)


def _risk(risk: Risk, matrix: Matrix | None) -> RiskView:
    word = matrix.word(risk.likelihood or "", risk.impact or "") if matrix else None
    return RiskView(
        title=risk.title,
        reference=risk.reference or "",
        text=ended(risk.text or ""),
        likelihood=risk.likelihood or "",
        impact=risk.impact or "",
        rag=rag(risk.rag),
        by_matrix=word or "",
        mitigation=ended(risk.mitigation or ""),
        owner=risk.owner or "",
        place=place(risk.line),
    )


def _log(case: Case) -> list[str]:
    """How the log measures, in the document's own terms."""
    log = case.risk_log
    if log is None:
        scored = any(risk.likelihood or risk.impact for risk in case.risks)
        return [NO_SCALE] if scored and not lost(case, "risk_log") else []
    said = [
        _scale("Likelihood", log.likelihood_scale),
        _scale("Impact", log.impact_scale),
        ended(f"Colours: {log.rag}") if log.rag else "",
        ended(log.text or ""),
    ]
    return [line for line in said if line]


def _scale(what: str, scale: str | None) -> str:
    if scale is None:
        return ""
    if scale.strip().lower() == UNSTATED:
        return f"{what}: the document does not say on which scale."
    return ended(f"{what}: {scale}")
