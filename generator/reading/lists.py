"""The tables that are not about money in years.

Figures in the text, claims, benefits, milestones and stakeholders: each has columns
with fixed names, and each function here reads one kind of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.amounts import NUMBER, PERCENT, Amount, State, Unit
from generator.core.cell_text import quoted, tidy
from generator.core.figures import Benefit, Claim, Context, Figure, Milestone, Stakeholder, Target
from generator.core.identity import slug_of
from generator.core.money import parse_amount_or_words, parse_state
from generator.core.periods import Period, parse_period
from generator.core.problems import Fault
from generator.core.words import PAID_BACK, RACI, Certainty, ClaimKind
from generator.reading.rows import Desk, Row, named_rows, read_amount, report_mistyped

if TYPE_CHECKING:
    from generator.reading.facets import Facets
    from generator.reading.markdown import Grid

CODES = {
    "figure-without-line": "A figure, claim or benefit without the line on which it stands.",
    "raci-unknown": "A letter that is none of R, A, C and I.",
}

BENEFIT_COLUMNS = ("id", "benefit", "category", "unit", "baseline", "by", "line", "note", "measure")


def read_figures(desk: Desk, grid: Grid, facets: Facets) -> tuple[Figure, ...]:
    """Figures that stand in the document's prose."""
    rows = named_rows(
        desk, grid, needed=("id", "what", "measure", "amount", "period", "basis", "line"),
        known=("unit", "qualities", "certainty", "note", "source"),
    )  # fmt: skip
    return tuple(_figure(desk, row, facets.context) for row in rows)


def _figure(desk: Desk, row: Row, wider: Context) -> Figure:
    context = row.context().over(wider)
    _has_line(desk, row, context)
    row.needed("id")
    id_ = row.id("id")
    row.stands("figures", id_)
    return Figure(
        id=id_,
        what=row.needed("what"),
        amount=row.amount("amount", context.counts_in),
        context=context,
        certainty=row.word("certainty", Certainty, "how sure a figure is") or Certainty.NOT_STATED,
        note=row.text("note"),
    )


def read_claims(desk: Desk, grid: Grid, facets: Facets) -> tuple[Claim, ...]:
    """Claims of the appraisal; a value may be a word."""
    rows = named_rows(
        desk, grid, needed=("id", "claim", "value", "line"),
        known=("unit", "what", "period", "basis", "source"),
    )  # fmt: skip
    claims = []
    for row in rows:
        kind = row.word("claim", ClaimKind, "a claim of the appraisal")
        context = row.context().over(facets.context)
        _has_line(desk, row, context)
        row.needed("id")
        id_ = row.id("id")
        row.stands("claims", id_)
        value = _claimed(row, context.unit or NUMBER, kind)
        if kind is None:
            desk.lost = True
            continue
        claims.append(
            Claim(id=id_, claim=kind, value=value, what=row.text("what"), context=context)
        )
    return tuple(claims)


def _claimed(row: Row, unit: Unit, kind: ClaimKind | None) -> Amount:
    """The value of a claim; that of a payback may be a period, such as ``Q2 2015/16``."""
    text = row.cells["value"].text
    dated = kind in PAID_BACK and isinstance(parse_amount_or_words(text, unit), Fault)
    period = parse_period(text) if dated else None
    if isinstance(period, Period):
        return Amount(state=State.WORDS, unit=unit.base, words=tidy(text).lower(), printed=text)
    return row.amount("value", unit, words=True)


def read_benefits(desk: Desk, grid: Grid, facets: Facets) -> tuple[Benefit, ...]:
    """Benefits without money; every column without a fixed name is a target."""
    if [cell for cell in grid.heading if report_mistyped(desk, cell, BENEFIT_COLUMNS)]:
        desk.lost = True  # what stands in the column may be what every row needs
        return ()
    rows = named_rows(desk, grid, needed=("benefit",), known=None)
    targets = {
        cell.text.lower(): (cell.text, _heading_period(cell.text))
        for cell in grid.heading
        if cell.text.lower() not in BENEFIT_COLUMNS
    }
    return tuple(_benefit(desk, row, facets.context, targets) for row in rows)


def _heading_period(text: str) -> Period | None:
    period = parse_period(text)
    return None if isinstance(period, Fault) else period


def _benefit(
    desk: Desk, row: Row, wider: Context, columns: dict[str, tuple[str, Period | None]]
) -> Benefit:
    context = row.context().over(wider)
    _has_line(desk, row, context)
    name = row.needed("benefit")
    id_ = row.id("id") or slug_of(name)
    row.stands("benefits", id_)
    targets = []
    for column, (label, period) in columns.items():
        cell = row.cells[column]
        if cell.text:
            amount = read_amount(desk, cell, context.unit or PERCENT, words=True)
            targets.append(Target(label=label, amount=amount, period=period))
    baseline = (
        row.amount("baseline", context.unit or NUMBER, words=True) if row.text("baseline") else None
    )
    return Benefit(
        id=id_, benefit=name, category=row.text("category"), baseline=baseline,
        targets=tuple(targets), by=row.period("by"), context=context, note=row.text("note"),
    )  # fmt: skip


def read_milestones(desk: Desk, grid: Grid, facets: Facets) -> tuple[Milestone, ...]:
    """Milestones; one whose time is open, such as TBC, has a state in place of a period."""
    rows = named_rows(desk, grid, needed=("milestone", "when"), known=("line", "note", "source"))
    milestones = []
    for row in rows:
        context = row.context().over(facets.context)
        _has_line(desk, row, context)
        row.stands("milestones", desk.next_number("milestones"))
        state = parse_state(row.text("when") or "")
        when = None if state is not None else row.period("when")
        desk.lost = desk.lost or (state is None and when is None)
        milestones.append(
            Milestone(
                milestone=row.needed("milestone"), when=when, state=state,
                context=context, note=row.text("note"),
            )
        )  # fmt: skip
    return tuple(milestones)


def read_stakeholders(desk: Desk, grid: Grid, facets: Facets) -> tuple[Stakeholder, ...]:
    """Stakeholders; one cell may name several with the same letters, joined by semicolons."""
    rows = named_rows(
        desk, grid, needed=("stakeholder",), known=("group", "raci", "line", "note", "source")
    )
    stakeholders: list[Stakeholder] = []
    for row in rows:
        context = row.context().over(facets.context)
        letters: tuple[str, ...] = row.read("raci", parse_raci, ())
        for name in filter(str.strip, row.needed("stakeholder").split(";")):
            row.stands("stakeholders", desk.next_number("stakeholders"))
            stakeholders.append(
                Stakeholder(
                    stakeholder=name.strip(), group=row.text("group"), raci=letters,
                    context=context, note=row.text("note"),
                )
            )  # fmt: skip
    return tuple(stakeholders)


def parse_raci(text: str) -> tuple[str, ...] | Fault:
    """The letters of responsible, accountable, consulted and informed, joined by commas."""
    letters = tuple(part.strip().upper() for part in text.split(",") if part.strip())
    wrong = next((letter for letter in letters if letter not in RACI), None)
    if wrong is None:
        return letters
    return Fault(
        code="raci-unknown",
        read=quoted(wrong),
        expected="R (responsible), A (accountable), C (consulted) or I (informed)",
        remedy="write the letters joined by commas, such as R, C",
    )


def _has_line(desk: Desk, row: Row, context: Context) -> None:
    if context.lines is None:
        first = next(iter(row.cells.values()))
        desk.at(first, _NO_LINE)


_NO_LINE = Fault(
    code="figure-without-line",
    read="a row without the line of the source on which it stands",
    expected="a column “line”, or “lines 2349 to 2358” below the heading of the table",
    remedy="add the line of the source's text copy",
)
