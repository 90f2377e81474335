"""The business case, whole: what every later stage takes and returns.

`Front` holds what may stand at the top of a file; `Case` adds what stands below,
and the identity. A field that could not be read is named in `unreadable` and holds
no more than what could: pages say so, sums leave it out, and a later version that can
be read again is not mistaken for a change.
"""

from __future__ import annotations

from pydantic import Field
from pydantic.dataclasses import dataclass

from generator.core.deciding import Change, Consultation, Decision, Exempt, Link, Person
from generator.core.figures import (
    Benefit,
    Claim,
    Figure,
    Headline,
    Milestone,
    Stakeholder,
    Table,
)
from generator.core.identity import CaseId
from generator.core.impacts import Impacts
from generator.core.options import Criterion, Option
from generator.core.relations import Relation
from generator.core.risks import Dependency, Risk, RiskLog
from generator.core.scalars import STRICT, DayField, KindField, YesNoField
from generator.core.words import Heading, Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A piece of the narrative: Markdown without raw HTML, under one of the known headings."""

    heading: Heading
    text: str


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Front:
    """What may stand at the top of a case file; only `title` and `source` must."""

    title: str
    kind: KindField = Kind.BUSINESS_CASE
    source: str
    references: tuple[str, ...] = ()
    section: str | None = None
    committee: str | None = None
    area: tuple[str, ...] = ()
    stage: str | None = None
    version: str | None = None
    dated: DayField | None = None
    change: Change | None = None
    themes: tuple[str, ...] = ()
    summary: str | None = None
    people: tuple[Person, ...] = ()
    decisions: tuple[Decision, ...] = ()
    consultation: Consultation | None = None
    key_decision: YesNoField | None = None
    call_in_deadline: DayField | None = None
    exempt: Exempt | None = None
    headline: Headline | None = None
    options: tuple[Option, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    risk_log: RiskLog | None = None
    risks: tuple[Risk, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    impacts: Impacts | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Case(Front):
    """One business case as its file tells it.

    Attributes:
        id: where the file lies.
        unreadable: fields of the file that could not be read, or not whole, in the order of
            the model. What of a table or list could be read is there all the same.
        removed: fields of an earlier version from which something, or everything, was taken out
            for a reason; of those that were taken out whole nothing can be read either.
    """

    id: CaseId
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    relations: tuple[Relation, ...] = ()
    unreadable: tuple[str, ...] = Field(default=())
    removed: tuple[str, ...] = Field(default=())
