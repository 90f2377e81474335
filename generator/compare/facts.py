"""What a comparison needs to know of a case, and no more.

Comparisons look at many cases at once, so each case is first distilled into one small record,
which lists keep. Everything that is said when cases stand side by side is worked out from these
records and from what the register knows of the councils: nothing here asks a case again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.audit.findings import Level
from generator.compare.completeness import marks_of
from generator.core.identity import normal_reference, slug_of
from generator.core.naming import describe
from generator.core.operands import HEADLINE, resolve
from generator.core.periods import parse_period
from generator.core.problems import Fault
from generator.core.words import Certainty, Outcome, SplitBy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.audit import Audit
    from generator.compare.marking import Mark
    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.councils import Council
    from generator.core.figures import Context, Split
    from generator.core.impacts import Answer
    from generator.core.risks import RiskLog
    from generator.core.words import AnswerState, ClaimKind, Kind, LinkKind

QUESTIONS = ("affected", "positive", "negative", "neutral", "protected")
GRAVE = (Level.ERROR, Level.WARNING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A finding in which a figure has a part; notes are none, for they say of details.

    Attributes:
        own: whether it is the figure itself that does not agree, and not a sum that it is part of.
    """

    code: str
    level: Level
    title: str
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureFacts:
    """A figure that may be set beside another.

    Attributes:
        name: as relations name it: ``headline``, ``headline.splits.2019-20``, ``gross-saving``.
        text: what it is called, in the document's words.
        split_by: for a part of the headline, by what it is one.
    """

    name: str
    text: str
    amount: Amount
    context: Context
    certainty: Certainty = Certainty.NOT_STATED
    split_by: SplitBy | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskFacts:
    """A risk: its title, its scores as printed, and whether it has a mitigation and an owner."""

    title: str
    likelihood: str | None
    impact: str | None
    rag: str | None
    mitigated: bool
    owned: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFacts:
    """A group of people that a document names, and whether it looks at it at all."""

    group: str
    protected: bool
    assessed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkFacts:
    """How the case stands to another: its path, or a name that is not in the register."""

    kind: LinkKind
    case: str | None
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """A case, distilled.

    Attributes:
        references: in their normal form.
        headline: the figure the case is known by; None where there is none.
        splits: the parts of it that are printed.
        options: the titles of the options, in order.
        answers: each of ``QUESTIONS`` with the state of its answer; None where the file has none.
        groups: the groups of people that are named one by one.
        claims: what the appraisal claims, each with its value as printed.
        depends_on: paths of cases and names of things that it needs.
        marks: how complete the case is; see ``completeness``.
        unreadable: fields that could not be read whole.
    """

    path: str
    title: str
    council: str
    plan_year: str
    kind: Kind
    stage: str | None
    committee: str | None
    themes: tuple[str, ...]
    references: tuple[str, ...]
    source: str
    headline: FigureFacts | None
    splits: tuple[FigureFacts, ...]
    options: tuple[str, ...]
    do_nothing: bool
    preferred: int
    risks: tuple[RiskFacts, ...]
    risk_log: RiskLog | None
    answers: tuple[tuple[str, AnswerState | None], ...]
    groups: tuple[GroupFacts, ...]
    claims: tuple[tuple[ClaimKind, Amount], ...]
    links: tuple[LinkFacts, ...]
    depends_on: tuple[str, ...]
    marks: tuple[Mark, ...]
    unreadable: tuple[str, ...]

    def answer(self, question: str) -> AnswerState | None:
        """The state of the answer to one of ``QUESTIONS``."""
        return dict(self.answers)[question]

    def linked(self, *kinds: LinkKind) -> frozenset[str]:
        """The paths of the cases to which it has a link of one of these kinds."""
        return frozenset(link.case for link in self.links if link.kind in kinds and link.case)


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One side of a comparison: a case, what is known of its council, and the figure chosen.

    Attributes:
        council: None where the register does not know it.
        figure: None where the case has none.
    """

    facts: Facts
    council: Council | None = None
    figure: FigureFacts | None = None

    @property
    def place(self) -> tuple[str, str]:
        """The path of the case and the name of the figure, empty where there is none."""
        return self.facts.path, self.figure.name if self.figure else ""

    @property
    def council_name(self) -> str:
        """What pages call the council."""
        return self.council.short_name if self.council else self.facts.council


def side_of(facts: Facts, council: Council | None) -> Side:
    """A case as it is known: by its headline."""
    return Side(facts=facts, council=council, figure=facts.headline)


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
        preferred=sum(option.outcome is Outcome.PREFERRED for option in case.options),
        risks=tuple(_risks(case)),
        risk_log=case.risk_log,
        answers=tuple((question, _state(case, question)) for question in QUESTIONS),
        groups=_groups(case),
        claims=tuple((claim.claim, claim.value) for claim in case.claims),
        links=tuple(_links(case)),
        depends_on=tuple(
            str(dependency.case or dependency.title) for dependency in case.dependencies
        ),
        marks=marks_of(case, audit),
        unreadable=case.unreadable,
    )


def figure_of(case: Case, name: str, audit: Audit | None = None) -> FigureFacts | None:
    """The figure that `name` stands for in a case; None where it stands for no single one."""
    found = resolve(case, name)
    if isinstance(found, Fault) or not found.single:
        return None
    described = describe(case, name)
    split = next((split for split in _splits_of(case) if _split_name(split) == name), None)
    return FigureFacts(
        name=name,
        text=described.text,
        amount=found.items[0].amount,
        context=_with_period(described.context, case, split) if split else described.context,
        certainty=_certainty(case, name),
        split_by=split.by if split else None,
        doubts=tuple(_doubts(str(case.id), name, audit)),
    )


def _splits_of(case: Case) -> tuple[Split, ...]:
    return case.headline.splits if case.headline else ()


def _split_names(case: Case) -> list[str]:
    """The names of the parts of the headline, each once."""
    return list(dict.fromkeys(map(_split_name, _splits_of(case))))


def _split_name(split: Split) -> str:
    return f"{HEADLINE}.splits.{slug_of(split.name)}"


def _with_period(context: Context, case: Case, split: Split) -> Context:
    """A part by year is for the year it is named after, any other for that of the whole."""
    period = case.headline.period if case.headline else None
    if split.by is SplitBy.YEAR:
        named = parse_period(split.name)
        period = None if isinstance(named, Fault) else named
    return replace(context, period=period)


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
            owned=bool(risk.owner),
        )


def _state(case: Case, question: str) -> AnswerState | None:
    answer: Answer | None = getattr(case.impacts, question, None)
    return answer.state if answer else None


def _groups(case: Case) -> tuple[GroupFacts, ...]:
    answers = case.impacts.protected.groups if case.impacts and case.impacts.protected else ()
    return tuple(
        GroupFacts(group=each.group, protected=each.protected, assessed=each.assessed)
        for each in answers
    )


def _links(case: Case) -> Iterator[LinkFacts]:
    for link in case.links:
        path = str(link.case) if link.case else None
        yield LinkFacts(kind=link.kind, case=path, name=link.name or "")
