"""What the register knows beside its cases: councils, themes, source documents, milestones.

An ONS code names an area and not a legal body, and councils are merged and split,
so a council carries the days from and to which it exists and its successor; a case
keeps its first owner.
"""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from generator.core.risks import Matrix
from generator.core.scalars import (
    STRICT,
    AmountField,
    DayField,
    GovernanceField,
    LinkField,
    PeopleField,
    PeriodField,
    YesNoField,
)


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Population:
    """How many people live in a council's area, in which year, and who says so."""

    people: PeopleField
    year: PeriodField
    source: str


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class NetBudget:
    """A council's net revenue budget for one financial year."""

    year: PeriodField
    amount: AmountField
    source: str


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class GovernanceSpell:
    """How a council decided, from and to a day where they are known."""

    system: GovernanceField
    starts: DayField | None = None
    ends: DayField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Council:
    """A council; `short_name` is what tables and links call it."""

    name: str
    short_name: str
    ons_code: str | None = None
    type: str | None = None
    region: str | None = None
    valid_from: DayField | None = None
    valid_to: DayField | None = None
    successor: str | None = None
    population: Population | None = None
    net_budgets: tuple[NetBudget, ...] = ()
    governance: tuple[GovernanceSpell, ...] = ()
    abbreviations: dict[str, str] | None = None
    matrices: tuple[Matrix, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class RunBy:
    """Which types of council run a service, as a source says: ``types`` as councils have them."""

    types: tuple[str, ...]
    reason: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Theme:
    """A subject under which cases of several councils are read side by side.

    Attributes:
        run_by: only where a source says that councils of other types do not run the service.
        partners: whether what stands on it is done with, or paid by, others.
    """

    title: str
    about: str | None = None
    run_by: RunBy | None = None
    partners: YesNoField = False


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Source:
    """A published document that cases are written from."""

    title: str
    publisher: str
    council: str
    dated: DayField | None = None
    link: LinkField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Moment:
    """A milestone of the register, between which and another it is compared.

    A meeting, a day, a budget round: `dated`, and then it stands for the end of that day, or a
    `mark` in the register's history (a tag of git, or 12 digits or more of a commit that changed a
    case), and then for what carries it. One of the two.
    """

    title: str
    dated: DayField | None = None
    mark: str | None = None
    body: str | None = None
