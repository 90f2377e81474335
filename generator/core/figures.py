"""Every kind of figure a case holds, each with what it measures, its period and its basis.

A figure is never shown without these three. They may stand on the figure, on its
row, on its column or on its table; the nearest one counts, and a table answers for
each of its cells with one `Context`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from generator.core.amounts import NUMBER, POUNDS, Amount, State, Unit
from generator.core.money import parse_amount_or_words, parse_unit
from generator.core.once import once
from generator.core.periods import Period
from generator.core.problems import Fault
from generator.core.scalars import (
    STRICT,
    AmountField,
    BasisField,
    CertaintyField,
    Lines,
    LinesField,
    MeasureField,
    NatureField,
    PeriodField,
    QualityField,
    SplitByField,
    UnitField,
)
from generator.core.words import Basis, Certainty, ClaimKind, Measure, Quality

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Split:
    """One part of a headline, by reference, year, strand or partner."""

    by: SplitByField
    name: str
    amount: AmountField
    line: LinesField | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Description:
    """What the document's own text describes an amount to be, where it calls it something else."""

    kind: NatureField
    line: LinesField


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Headline:
    """The figure a case is known by.

    Attributes:
        unit: what heads the amount where it stands, such as £k; bare numbers are counted in it,
            those of the splits too.
        measure: what the document calls it, in the form's own row or heading.
        described: what its text describes it to be besides.
    """

    amount: AmountField
    unit: UnitField | None = None
    measure: MeasureField
    described: tuple[Description, ...] = ()
    qualities: tuple[QualityField, ...] = ()
    period: PeriodField = None
    basis: BasisField = Basis.NOT_STATED
    certainty: CertaintyField = Certainty.NOT_STATED
    text: str | None = None
    line: LinesField | None = None
    splits: tuple[Split, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _count_in_unit(cls, given: Any) -> Any:  # noqa: ANN401 - a file may hold anything here
        """Read the amounts in the unit that heads them; what cannot be read so is left to them."""
        text = given.get("unit") if isinstance(given, dict) else None
        unit = parse_unit(text) if isinstance(text, str) else None
        if unit is None or isinstance(unit, Fault):
            return given
        splits = given.get("splits")
        if isinstance(splits, list):
            given = given | {"splits": [_counted_in(unit, split) for split in splits]}
        return _counted_in(unit, given)


def _counted_in(unit: Unit, given: Any) -> Any:  # noqa: ANN401 - a file may hold anything here
    """The fields of a headline or a split with the amount read in a unit, where it can be."""
    text = given.get("amount") if isinstance(given, dict) else None
    amount = parse_amount_or_words(text, unit) if isinstance(text, str) else None
    return given if amount is None or isinstance(amount, Fault) else given | {"amount": amount}


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What is known of a figure beside its amount; None where nothing is said."""

    measure: Measure | None = None
    unit: Unit | None = None
    period: Period | None = None
    basis: Basis | None = None
    qualities: tuple[Quality, ...] = ()
    lines: Lines | None = None
    source: str | None = None

    def over(self, wider: Context) -> Context:
        """This context, filled up from a wider one where it says nothing."""
        if self == NOTHING_SAID:
            return wider
        return Context(
            measure=self.measure or wider.measure,
            unit=self.unit or wider.unit,
            period=self.period or wider.period,
            basis=self.basis or wider.basis,
            qualities=self.qualities or wider.qualities,
            lines=self.lines or wider.lines,
            source=self.source or wider.source,
        )

    @property
    def counts_in(self) -> Unit:
        """The unit of a bare number: what is said, else pounds, and plain numbers for a count."""
        return self.unit or (NUMBER if self.measure is Measure.COUNT else POUNDS)


NOTHING_SAID = Context()


class Part(StrEnum):
    """What a row or column is within its table."""

    ITEM = "item"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """A row or a column: its id within the table, its label as printed, and what is true of it."""

    id: str
    label: str
    part: Part = Part.ITEM
    context: Context = NOTHING_SAID
    confidence: str | None = None
    category: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A finance table: `amounts[r][c]` stands in row `rows[r]` and column `columns[c]`.

    Attributes:
        heading: what stands above the labels of the rows; empty where nothing does.
    """

    id: str
    title: str
    rows: tuple[Axis, ...]
    columns: tuple[Axis, ...]
    amounts: tuple[tuple[Amount, ...], ...]
    context: Context = NOTHING_SAID
    note: str | None = None
    heading: str = ""

    def context_at(self, row: int, column: int) -> Context:
        """All that is known of one cell: said by its row, else its column, else its table."""
        return self.rows[row].context.over(_of_columns(self)[column])

    def cells(self) -> Iterator[tuple[int, int, Amount]]:
        """Each cell with the numbers of its row and column."""
        for r, row in enumerate(self.amounts):
            for c, amount in enumerate(row):
                yield r, c, amount


@once
def _of_columns(table: Table) -> tuple[Context, ...]:
    """What is known of the cells of each column where their rows say nothing."""
    return tuple(column.context.over(table.context) for column in table.columns)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A figure that stands in a document's prose."""

    id: str
    what: str
    amount: Amount
    context: Context
    certainty: Certainty = Certainty.NOT_STATED
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A claim of the appraisal, as printed: a number with its unit, or a word."""

    id: str
    claim: ClaimKind
    value: Amount
    what: str | None = None
    context: Context = NOTHING_SAID


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """What a benefit should come to; `period` where the column's heading is one."""

    label: str
    amount: Amount
    period: Period | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Benefit:
    """A benefit without money, with its baseline, its targets and when it is due, if any."""

    id: str
    benefit: str
    category: str | None = None
    baseline: Amount | None = None
    targets: tuple[Target, ...] = ()
    by: Period | None = None
    context: Context = NOTHING_SAID
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone:
    """A step of the plan.

    Attributes:
        when: exact to the day, month, quarter, season or year; None where it is open.
        state: how it is open: blank, N/A, TBC.
    """

    milestone: str
    when: Period | None
    state: State | None = None
    context: Context = NOTHING_SAID
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stakeholder:
    """Somebody with a part in the case; `raci` holds the letters R, A, C and I that are printed."""

    stakeholder: str
    group: str | None = None
    raci: tuple[str, ...] = ()
    context: Context = NOTHING_SAID
    note: str | None = None
