"""What the audit says of a figure, as a value: a finding, or that it agrees.

The public sees findings, so each carries all that a reader needs to judge it without us: the
published figure, ours, the difference, where each part stands, the sum as on paper, and the
assumption where one had to be made. What agrees is kept too, since a page says how many sums
were checked, and a figure that takes part in none is listed as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.core.amounts import Amount
    from generator.core.naming import Described


class Level(StrEnum):
    """How much a finding says.

    Error: the figures contradict each other. Warning: they can only be read together under an
    assumption, which is named. Note: rounding, or a detail that is missing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """How a sum that was worked out again came out."""

    AGREES = "agrees"
    ROUNDING = "differs by rounding"
    OPEN = "cannot be settled"
    DIFFERS = "does not agree"


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """A figure with a part in a finding: what it is called, where it stands, and how it reads.

    Attributes:
        figure: its names and its context, with the lines it stands on.
        amount: what is printed there; None for something without an amount, such as a risk.
    """

    figure: Described
    amount: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One line of a sum as a person writes it on paper.

    Attributes:
        sign: what is done with the figure: ``+``, ``−``, ``×``, ``÷`` or ``10% of``; empty at the
            beginning.
        where: the figure; None for a number of the relation itself.
        text: the figure as it counts in the sum: ``£1.4 million``, ``12``, ``90%``.
    """

    sign: str
    text: str
    where: Where | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Working:
    """A sum written out: its steps, and what they come to.

    Attributes:
        divided_by: of an average, by how many the steps are divided; else 1.
        at_least: whether parts without a number are left out.
    """

    steps: tuple[Step, ...]
    result: str
    divided_by: int = 1
    at_least: bool = False

    @property
    def text(self) -> str:
        """The sum on one line: ``£1,060,000 − £340,000 = £720,000``."""
        parts = " ".join(f"{step.sign} {step.text}".strip() for step in self.steps)
        if self.divided_by > 1:
            parts = f"({parts}) ÷ {self.divided_by}"
        return f"{parts} = {'at least ' if self.at_least else ''}{self.result}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What does not agree, or is missing.

    Attributes:
        code: the name of the check that found it.
        title: one line that says what it is about, with figures.
        explanation: what does not agree, and how the printed figure comes about where the
            numbers prove it, in neutral sentences.
        question: what a reader can ask because of it, neutral.
        cases: paths of the cases concerned, first the one that prints the figure.
        published: what is printed.
        recomputed: what its parts come to; with an upper end where parts are ranges.
        difference: published less recomputed.
        where: the published figure first, then each part, with the lines they stand on.
        working: the sum as on paper; None where nothing was worked out.
        assumption: under which the figures can be read together; empty where none is made.
    """

    code: str
    level: Level
    title: str
    explanation: str
    question: str
    cases: tuple[str, ...]
    published: Amount | None = None
    recomputed: Amount | None = None
    difference: Amount | None = None
    where: tuple[Where, ...] = ()
    working: Working | None = None
    assumption: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tested:
    """One thing that a check looked at.

    Attributes:
        code: the name of the check.
        figures: every figure that took part, as path and name.
        verdict: how a sum came out; None where the check works out no sum.
        working: the sum; None where there is none.
        finding: what there is to say; None where it agrees.
    """

    code: str
    figures: tuple[tuple[str, str], ...] = ()
    verdict: Verdict | None = None
    working: Working | None = None
    finding: Finding | None = None
