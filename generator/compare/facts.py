"""What a comparison needs to know of a case, and no more.

Comparisons look at many cases at once, so each case is first distilled into one small record,
which lists keep. Everything that is said when cases stand side by side is worked out from these
records and from what the register knows of the councils: nothing here asks a case again. How a
case is distilled stands in ``distilling``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.core.words import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.audit.findings import Level
    from generator.compare.marking import Mark
    from generator.core.amounts import Amount
    from generator.core.councils import Council
    from generator.core.figures import Context
    from generator.core.risks import RiskLog
    from generator.core.words import AnswerState, ClaimKind, Kind, LinkKind, Nature, SplitBy

QUESTIONS = ("affected", "positive", "negative", "neutral", "protected")


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
        described: what the paper's text describes it to be, where its form calls it something else.
        split_by: for a part of the headline, by what it is one.
    """

    name: str
    text: str
    amount: Amount
    context: Context
    certainty: Certainty = Certainty.NOT_STATED
    described: tuple[Nature, ...] = ()
    split_by: SplitBy | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskFacts:
    """A risk: its title, its scores as printed, and whether it has a mitigation."""

    title: str
    likelihood: str | None
    impact: str | None
    rag: str | None
    mitigated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFacts:
    """A group of people that a document names, and whether it looks at it at all."""

    group: str
    protected: bool
    assessed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimFacts:
    """What the appraisal claims: its name in the case, and its value as printed."""

    claim: ClaimKind
    name: str
    what: str
    value: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareFacts:
    """A gain that the case gives as a percentage of what is spent now.

    Attributes:
        gain: what the gain is called, in the document's words.
        of: what it is a share of, likewise.
        percent: as printed, or as the relation gives it.
    """

    gain: str
    of: str
    percent: Amount


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
        referred: those of them whose answer is said to stand in another document.
        groups: the groups of people that are named one by one.
        benefits: what the benefits without money are called, each once.
        shares: gains that are given as a percentage of what is spent now.
        needs: names of things outside the register that it depends on.
        needed_cases: the paths of cases that it depends on.
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
    risks: tuple[RiskFacts, ...]
    risk_log: RiskLog | None
    answers: tuple[tuple[str, AnswerState | None], ...]
    referred: tuple[str, ...]
    groups: tuple[GroupFacts, ...]
    benefits: tuple[str, ...]
    claims: tuple[ClaimFacts, ...]
    shares: tuple[ShareFacts, ...]
    links: tuple[LinkFacts, ...]
    needs: tuple[str, ...]
    needed_cases: tuple[str, ...]
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
        told: its words on each thing, once they were asked for: the same side stands in the
            comparison of a theme, in that of its council and among those alike.
    """

    facts: Facts
    council: Council | None = None
    figure: FigureFacts | None = None
    told: dict[Callable[[Side], str], str] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def place(self) -> tuple[str, str]:
        """The path of the case and the name of the figure, empty where there is none."""
        return self.facts.path, self.figure.name if self.figure else ""

    @property
    def council_name(self) -> str:
        """What pages call the council."""
        return self.council.short_name if self.council else self.facts.council

    def says(self, words: Callable[[Side], str]) -> str:
        """Its words on one thing, which `words` gives."""
        said = self.told.get(words)
        if said is None:
            said = self.told[words] = words(self)
        return said


def side_of(facts: Facts, council: Council | None) -> Side:
    """A case as it is known: by its headline."""
    return Side(facts=facts, council=council, figure=facts.headline)
