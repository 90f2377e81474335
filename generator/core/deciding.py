"""Who answers for a case, who decides on it, and what can still be said to it.

People stand here in their public role only. A decision that a document leaves
open is recorded as open: "blank" for a box that was printed and not filled in,
"TBC" for a person still to be named.
"""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from generator.core.scalars import (
    STRICT,
    CaseField,
    ChangeKindField,
    LinesField,
    LinkField,
    LinkKindField,
    PeriodField,
)


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Person:
    """A person in a role, or a role for which the document names nobody."""

    name: str | None = None
    role: str
    organisation: str | None = None
    state: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Decision:
    """A step of the decision trail; `date` is as exact as the document: a day, a month, a year."""

    body: str | None = None
    date: PeriodField = None
    stage: str | None = None
    outcome: str | None = None
    link: LinkField | None = None
    state: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Consultation:
    """When and where the public can or could speak to the proposal."""

    opens: PeriodField = None
    closes: PeriodField = None
    link: LinkField | None = None
    text: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Exempt:
    """A part kept from the public, with the legal paragraph that is claimed for it."""

    paragraph: str
    text: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Change:
    """Why a figure is not what the version before printed."""

    kind: ChangeKindField
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Link:
    """How this case stands to another: one of this register, or one named that is not here."""

    kind: LinkKindField
    case: CaseField | None = None
    name: str | None = None
    text: str | None = None
    line: LinesField | None = None
