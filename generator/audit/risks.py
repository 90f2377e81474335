"""Risks: whether a log scores, colours and names its risks in the way that it says itself.

A log that calls two by three amber in one row and red in the next cannot be read without a
guess, and a risk that nobody answers, or cannot be told from another, is one to ask about. What
is held against the log is its own scale, its council's own matrix, and its other rows; never a
scale of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, capital
from generator.audit.findings import Level
from generator.audit.rating import matrix_of, run_ratings
from generator.audit.things import all_placed, joined, numbered, remark, risk_at, where_whole
from generator.core.scales import Sort, scale_of, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.risks import Risk

LIKELIHOOD, IMPACT = "likelihood", "impact"
PLACES = "Letters, numbers and words stand for the same steps, in their order"
ENDS = "The words that the log names are taken to be the ends of its scale"


def scored(risk: Risk) -> bool:
    """Whether the log rates the risk in any way."""
    return bool(risk.likelihood or risk.impact or risk.rag)


def _scale(subject: Subject) -> Iterator[Tested]:
    """Each of likelihood and impact against the scale that the log or its matrix states."""
    log, found = subject.case.risk_log, matrix_of(subject)
    matrix = found.matrix if found and found.named else None
    likelihoods = [row.likelihood for row in matrix.rows] if matrix else ()
    sides = {
        LIKELIHOOD: (log.likelihood_scale if log else None, likelihoods),
        IMPACT: (log.impact_scale if log else None, matrix.impacts if matrix else ()),
    }
    for side, (text, of_matrix) in sides.items():
        scale, whose = scale_of(text), "The log states"
        if not scale:
            scale, whose = tuple(score.lower() for score in of_matrix), "The log's matrix has"
        scores = [(risk, getattr(risk, side)) for risk in subject.case.risks]
        scores = [(risk, score) for risk, score in scores if score]
        outside = [(risk, score) for risk, score in scores if score.lower() not in scale]
        if scale and outside:
            first, last = (end.upper() if len(end) == 1 else end for end in (scale[0], scale[-1]))
            stated = f"{whose} {side} on a scale from {first} to {last}"
            yield _outside(subject, stated, sort_of(scale[0]), outside)
        elif not scale and len({sort_of(score) for _, score in scores}) > 1:
            yield _mixed(subject, side, scores)


def _outside(
    subject: Subject, stated: str, sort: Sort, outside: Sequence[tuple[Risk, str]]
) -> Tested:
    """Scores that a scale of one sort does not hold; of another sort they may still be read."""
    assumption = PLACES
    if any(sort_of(score) is sort for _, score in outside):
        assumption = ENDS if sort is Sort.WORD else ""
    printed = joined(list(dict.fromkeys(score for _, score in outside)))
    where = [risk_at(subject, risk) for risk, _ in outside]
    return remark(
        "risk-scale",
        Level.WARNING if assumption else Level.ERROR,
        where,
        title=f"{stated}; {numbered(len(outside), 'risk')} {_scores(len(outside))} {printed}",
        explanation=f"{stated}. The log gives {printed} to {all_placed(where)}.",
        question=f"{stated}, and the log gives {printed}. On which scale were the risks scored?",
        assumption=assumption,
    )


def _scores(count: int) -> str:
    return "is scored" if count == 1 else "are scored"


def _mixed(subject: Subject, side: str, scores: Sequence[tuple[Risk, str]]) -> Tested:
    """Scores of more than one sort in a log that states no scale."""
    sorts = [sort for sort in Sort if any(sort_of(score) is sort for _, score in scores)]
    said = f"The log gives {side} in {joined([sort.value for sort in sorts])}"
    return remark(
        "risk-scale",
        Level.WARNING,
        [risk_at(subject, risk) for risk, _ in scores],
        title=said,
        explanation=f"{said} and states no scale, so that its risks cannot be ranked as they are.",
        question=f"{said}. On which one scale do the risks stand?",
        assumption=PLACES,
    )


def _without_mitigation(subject: Subject) -> Iterator[Tested]:
    """A note on the risks of a log that nothing is said to be done about."""
    rated = [risk for risk in subject.case.risks if scored(risk)]
    # Where a log scores its risks, one without a score stands outside of it.
    log = rated or subject.case.risks
    bare = [risk for risk in log if not risk.mitigation]
    if not bare or (len(bare) == len(log) and not rated):
        return
    where = [risk_at(subject, risk) for risk in bare]
    has = "has" if len(bare) == 1 else "have"
    said = f"{len(bare)} of {len(log)} risks {has}" if len(log) > 1 else "The one risk has"
    yield remark(
        "risk-without-mitigation",
        Level.NOTE,
        where,
        title=f"{said} no mitigation",
        explanation=f"Nothing is said on what is done about {all_placed(where)}.",
        question=f"What is done about {all_placed(where)}, and who sees to it?",
    )


def _reference_twice(subject: Subject) -> Iterator[Tested]:
    """A note on each reference that more than one risk has."""
    by_reference: dict[str, list[Risk]] = {}
    for risk in subject.case.risks:
        if risk.reference:
            by_reference.setdefault(" ".join(risk.reference.lower().split()), []).append(risk)
    for risks in by_reference.values():
        if len(risks) > 1:
            where = [risk_at(subject, risk) for risk in risks]
            said = f"{len(risks)} risks have the same reference, “{risks[0].reference}”"
            yield remark(
                "risk-reference-twice",
                Level.NOTE,
                where,
                title=said,
                explanation=f"{said}: {all_placed(where)}. The reference "
                "alone does not say which of them is meant.",
                question=f"{capital(said)}. How are they told apart when one is reported on?",
            )


CHECKS = (
    Check(
        code="risk-score",
        family=Family.RISKS,
        title="The rating of a risk",
        about="A risk log rates each risk by how likely it is and how much it would matter. The "
        "rating follows from the two: it is their product, or what the council's own matrix says, "
        "and a risk that is scored at least as high as another is not coloured lower.",
        formula="score = likelihood × impact; rating = what the council's matrix gives for both",
        speaks="Error where the printed rating is not what the matrix that the log names gives, or "
        "not the product by which the log rates its other risks. Warning where the rule has to be "
        "taken for granted: that the log multiplies, that it uses the council's one matrix, or "
        "that a colour follows from the two scores alone.",
        run=where_whole(run_ratings, "risks", "risk_log"),
    ),
    Check(
        code="risk-scale",
        family=Family.RISKS,
        title="The scale of a risk log",
        about="A log states on which scale it scores, or its council's matrix does. A score that "
        "the scale does not hold, and scores in numbers beside scores in words, cannot be ranked.",
        formula="each score is one of the stated scale",
        speaks="Error where a score lies beyond the ends of the stated scale. Warning where the "
        "log states letters and scores in numbers, or mixes numbers and words in one column.",
        run=where_whole(_scale, "risks", "risk_log"),
    ),
    Check(
        code="risk-without-mitigation",
        family=Family.RISKS,
        title="A risk without mitigation",
        about="Where a log scores its risks, or says for some what is done about them, a reader "
        "expects it for each. A form that asks for the titles of risks only leaves no gap.",
        formula="each risk of the log has a mitigation",
        speaks="One note for a case, with all such risks.",
        run=where_whole(_without_mitigation, "risks"),
    ),
    Check(
        code="risk-reference-twice",
        family=Family.RISKS,
        title="One reference on several risks",
        about="A reference is there to tell one risk from another, in a log and in later reports.",
        formula="each reference stands for one risk",
        speaks="A note for each reference that several risks have.",
        run=_reference_twice,
    ),
)
