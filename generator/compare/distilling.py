"""How a case is distilled into its ``Facts``: what of it counts when cases stand side by side.

What the checks say of the case comes in as their result; of a figure only errors and warnings are
taken along.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.audit.findings import Level
from generator.compare.completeness import marks_of
from generator.compare.facts import (
    QUESTIONS,
    ClaimFacts,
    Doubt,
    Facts,
    FigureFacts,
    GroupFacts,
    LinkFacts,
    RiskFacts,
    ShareFacts,
)
from generator.core.amounts import PERCENT, exactly
from generator.core.identity import normal_reference
from generator.core.naming import context_of_split, describe
from generator.core.operands import HEADLINE, resolve, split_name
from generator.core.problems import Fault
from generator.core.relations import Form, Grounds
from generator.core.words import GAINS, Certainty, DependencyKind, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.audit import Audit
    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.figures import Split
    from generator.core.impacts import Answer
    from generator.core.relations import Relation
    from generator.core.risks import Dependency
    from generator.core.words import AnswerState, Nature


SPENT = (Measure.BASELINE, Measure.BUDGET)  # what a proposal costs is not what is spent now
GRAVE = (Level.ERROR, Level.WARNING)


def facts_of(case: Case, audit: Audit | None = None) -> Facts:
    """A case, distilled; `audit` is what the checks say of it."""
    return Facts(
        path=str(case.id),
        title=case.title.strip() or case.id.slug.replace("-", " "),
        council=case.id.council,
        plan_year=case.id.plan_year,
        kind=case.kind,
        stage=case.stage,
        committee=case.committee,
        themes=case.themes,
        references=tuple(map(normal_reference, case.references)),
        source=case.source,
        headline=figure_of(case, HEADLINE, audit),
        splits=tuple(filter(None, (figure_of(case, name, audit) for name in _split_names(case)))),
        options=tuple(option.title for option in case.options),
        do_nothing=any(option.do_nothing for option in case.options),
        risks=tuple(_risks(case)),
        risk_log=case.risk_log,
        answers=tuple((question, _state(case, question)) for question in QUESTIONS),
        referred=tuple(filter(partial(_elsewhere, case), QUESTIONS)),
        groups=_groups(case),
        benefits=tuple(dict.fromkeys(benefit.benefit for benefit in case.benefits)),
        claims=tuple(_claims(case)),
        shares=tuple(_shares(case)),
        links=tuple(_links(case)),
        needs=tuple(each.title for each in _needed(case) if each.case is None),
        needed_cases=tuple(str(each.case) for each in _needed(case) if each.case),
        marks=marks_of(case, audit),
        unreadable=case.unreadable,
    )


def figure_of(case: Case, name: str, audit: Audit | None = None) -> FigureFacts | None:
    """The figure that `name` stands for in a case; None where it stands for no single one."""
    found = resolve(case, name)
    if isinstance(found, Fault) or not found.single:
        return None
    described = describe(case, name)
    split = next((split for split in _splits_of(case) if split_name(split.name) == name), None)
    headline = case.headline
    return FigureFacts(
        name=name,
        text=described.text,
        amount=found.items[0].amount,
        context=context_of_split(headline, split) if headline and split else described.context,
        certainty=_certainty(case, name),
        described=_described(case, name),
        split_by=split.by if split else None,
        doubts=tuple(_doubts(str(case.id), name, audit)),
    )


def _splits_of(case: Case) -> tuple[Split, ...]:
    return case.headline.splits if case.headline else ()


def _split_names(case: Case) -> list[str]:
    """The names of the parts of the headline, each once."""
    return list(dict.fromkeys(split_name(split.name) for split in _splits_of(case)))


def _described(case: Case, name: str) -> tuple[Nature, ...]:
    """What the text describes the headline to be, and so each part of it."""
    if name.partition(".")[0] != HEADLINE or case.headline is None:
        return ()
    return tuple(dict.fromkeys(description.kind for description in case.headline.described))


def _certainty(case: Case, name: str) -> Certainty:
    """How sure a figure is; a cell of a table does not say."""
    if name.partition(".")[0] == HEADLINE and case.headline:
        return case.headline.certainty
    figures = (figure.certainty for figure in case.figures if figure.id == name)
    return next(figures, Certainty.NOT_STATED)


def _doubts(path: str, name: str, audit: Audit | None) -> Iterator[Doubt]:
    """What the checks say of a figure, the gravest first."""
    for finding in audit.findings if audit else ():
        parts = [(where.figure.case, where.figure.name) for where in finding.where]
        if finding.level in GRAVE and (path, name) in parts:
            own = parts[0] == (path, name)
            yield Doubt(code=finding.code, level=finding.level, title=finding.title, own=own)


def _risks(case: Case) -> Iterator[RiskFacts]:
    for risk in case.risks:
        yield RiskFacts(
            title=risk.title,
            likelihood=risk.likelihood,
            impact=risk.impact,
            rag=risk.rag,
            mitigated=bool(risk.mitigation),
        )


def _state(case: Case, question: str) -> AnswerState | None:
    answer: Answer | None = getattr(case.impacts, question, None)
    return answer.state if answer else None


def _elsewhere(case: Case, question: str) -> bool:
    answer: Answer | None = getattr(case.impacts, question, None)
    return bool(answer and answer.elsewhere)


def _groups(case: Case) -> tuple[GroupFacts, ...]:
    answers = case.impacts.protected.groups if case.impacts and case.impacts.protected else ()
    return tuple(
        GroupFacts(group=each.group, protected=each.protected, assessed=each.assessed)
        for each in answers
    )


def _needed(case: Case) -> list[Dependency]:
    return [each for each in case.dependencies if each.kind is DependencyKind.DEPENDS_ON]


def _claims(case: Case) -> Iterator[ClaimFacts]:
    for claim in case.claims:
        what = claim.what or ""
        yield ClaimFacts(claim=claim.claim, name=claim.id, what=what, value=claim.value)


def _shares(case: Case) -> Iterator[ShareFacts]:
    """From the relations that the paper states: ``saving`` = ``share`` % of ``budget``.

    A careful reader's own reading may not come out, and is no claim of the paper.
    """
    for relation in case.relations:
        if relation.form is not Form.SHARE or relation.grounds is not Grounds.STATED:
            continue
        gain, base = (describe(case, name) for name in (relation.result, relation.terms[0].name))
        if gain.context.measure in GAINS and base.context.measure in SPENT:
            percent = _percent(case, relation)
            if percent:
                yield ShareFacts(gain=gain.text, of=base.text, percent=percent)


def _percent(case: Case, relation: Relation) -> Amount | None:
    if relation.percent is not None:
        return exactly(relation.percent, PERCENT)
    figure = figure_of(case, relation.percent_name) if relation.percent_name else None
    return figure.amount if figure else None


def _links(case: Case) -> Iterator[LinkFacts]:
    for link in case.links:
        path = str(link.case) if link.case else None
        yield LinkFacts(kind=link.kind, case=path, name=link.name or "")
