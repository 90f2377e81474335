"""The options a document weighs, and by what it judges them.

Options may stand in several independent groups, each with a choice of its own.
Criteria may carry weights, scores, colours in words, or nothing but a sentence;
where no options are compared, a criterion judges the case itself.
"""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from generator.core.scalars import (
    STRICT,
    LinesField,
    NumberField,
    OutcomeField,
    WholeField,
    YesNoField,
)
from generator.core.words import Outcome


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Criterion:
    """What options, or the case itself, are judged by."""

    id: str | None = None
    title: str
    weight: NumberField | None = None
    text: str | None = None
    rag: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Assessment:
    """How one option does on one criterion, named by its id or title."""

    criterion: str
    score: NumberField | None = None
    rag: str | None = None
    text: str | None = None
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Option:
    """One way of going about it, and what the document concludes about it.

    Attributes:
        total: where options are scored, the total that the document prints for this one.
    """

    id: str | None = None
    number: WholeField | None = None
    title: str
    group: str | None = None
    do_nothing: YesNoField = False
    outcome: OutcomeField = Outcome.NOT_STATED
    text: str | None = None
    assessments: tuple[Assessment, ...] = ()
    total: NumberField | None = None
    line: LinesField | None = None
