"""Options with scores: their totals, the rank these give, and how much hangs on the weights.

An appraisal that gives points says which option does best, and is only as firm as its weights.
The totals are worked out again in each of the usual ways (scores added up, or multiplied by
their weights, or divided by the sum of these), and the way that gives most of the printed totals
is taken to be the paper's own.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called
from generator.audit.findings import Level, Step, Tested, Verdict, Working
from generator.audit.options import groups_of
from generator.audit.sheet import sheet_of, smallest_shift
from generator.audit.things import joined, option_at, placed, remark, where_whole
from generator.audit.working import shown
from generator.core.amounts import NUMBER, PERCENT, Amount, exactly, plain_number
from generator.core.money_format import format_amount
from generator.core.words import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Finding
    from generator.audit.sheet import Row, Sheet, Shift
    from generator.audit.subject import Subject

HIGHEST = "The option with the highest total is taken to be the one to prefer"
CLOSE = Decimal("0.1")  # of all weight: what people may well weigh otherwise


def sheets_of(subject: Subject) -> Iterator[Sheet]:
    """The score sheet of each choice that has one."""
    for options in groups_of(subject).values():
        sheet = sheet_of(subject.case.criteria, options)
        if sheet is not None:
            yield sheet


def _scores(subject: Subject) -> Iterator[Tested]:
    for sheet in sheets_of(subject):
        for row in sheet.rows:
            if row.option.total is not None and row.option.total.meant.number is not None:
                yield _total(subject, sheet, row)
        yield from _rank(subject, sheet)


def _total(subject: Subject, sheet: Sheet, row: Row) -> Tested:
    """A printed total against ours."""
    verdict = sheet.verdict(row)
    tested = Tested(code="option-scores", verdict=verdict, working=working_of(sheet, row))
    if verdict is Verdict.AGREES:
        return tested
    return replace(tested, finding=_differs(subject, sheet, row, verdict))


def _differs(subject: Subject, sheet: Sheet, row: Row, verdict: Verdict) -> Finding | None:
    """A total that its scores do not give; an error where another one shows how they are added."""
    others = [other for other in sheet.rows if other is not row and other.option.total]
    proven = any(sheet.verdict(other) is Verdict.AGREES for other in others)
    rounded = verdict is Verdict.ROUNDING
    where, working = option_at(subject, row.option), working_of(sheet, row)
    total = row.option.total.meant if row.option.total else exactly(Decimal(0), NUMBER)
    printed, ours = format_amount(total), exactly(shown(sheet.total(row)), NUMBER)
    come_to = f"its scores come to {format_amount(ours)}"
    said = remark(
        "option-scores",
        Level.NOTE if rounded else Level.ERROR if proven else Level.WARNING,
        [where],
        title=f"The total of {where.figure.text} is printed as {printed}; {come_to}",
        explanation=f"{working.text}; printed is {printed}."
        + (" Rounding explains this." if rounded else ""),
        question=f"The option {called(where)}, has the total {printed}; {come_to}. Which holds, "
        "and does the order of the options?",
        assumption="" if proven or rounded else sheet.way.assumption,
    )
    difference = (total.number or Decimal(0)) - sheet.total(row)
    return said.finding and replace(
        said.finding,
        recomputed=ours,
        difference=exactly(shown(difference), NUMBER),
        working=working,
    )


def working_of(sheet: Sheet, row: Row) -> Working:
    """``40% × 3 + 60% × 5 = 4.2``."""
    steps = [
        Step(sign="+" if n else "", text=_product(sheet, n, score))
        for n, score in enumerate(row.scores)
    ]
    return Working(
        steps=tuple(steps),
        result=plain_number(shown(sheet.total(row))),
        divided_by=1 if _in_percent(sheet) else int(sheet.divisor),
    )


def _in_percent(sheet: Sheet) -> bool:
    """Whether weights count as parts of one, and are written so: 40% and not 40 hundredths."""
    return sheet.percent and sheet.way.divided == "hundred"


def _product(sheet: Sheet, n: int, score: Decimal) -> str:
    if not sheet.way.weighted:
        return plain_number(score)
    unit = PERCENT if _in_percent(sheet) else NUMBER
    weight = format_amount(Amount(number=shown(sheet.weights[n]), unit=unit))
    return f"{weight} × {plain_number(score)}"


def _rank(subject: Subject, sheet: Sheet) -> Iterator[Tested]:
    """A warning where another option scores higher than the one that is preferred."""
    preferred = [row for row in sheet.rows if row.option.outcome is Outcome.PREFERRED]
    if len(preferred) != 1:
        return
    (row,) = preferred
    higher = [other for other in sheet.rows if sheet.total(other) > sheet.total(row)]
    if not higher:
        return
    where, *above = [option_at(subject, one.option) for one in (row, *higher)]
    totals = [_with_total(placed(w), sheet, r) for w, r in zip(above, higher, strict=True)]
    said = _with_total(f"The option {placed(where)}", sheet, row)
    best = max(higher, key=sheet.total)
    shift = smallest_shift(sheet, best, [row])
    moved = _moved(sheet, shift) if shift else ""
    yield remark(
        "option-scores",
        Level.WARNING,
        [where, *above],
        title=f"The option {where.figure.text} is preferred; {len(higher)} of the "
        f"{len(sheet.rows)} options that are scored {'has' if len(higher) == 1 else 'have'} more",
        explanation=" ".join(
            [f"{said} is preferred. More have {joined(totals)}.", *([moved] if moved else [])]
        ),
        question=f"{said} is preferred, before {totals[0]}. What counts beside the scores?",
        assumption=HIGHEST,
    )


def _with_total(name: str, sheet: Sheet, row: Row) -> str:
    return f"{name} with {plain_number(shown(sheet.total(row)))}"


def _moved(sheet: Sheet, shift: Shift) -> str:
    points = format_amount(Amount(number=shown(shift.points), unit=NUMBER))
    of = format_amount(Amount(number=shown(sum(sheet.weights, Decimal(0))), unit=NUMBER))
    return (
        f"“{shift.option.title}” draws level when {points} of the {of} points of weight move "
        f"from “{shift.source}” to “{shift.target}”."
    )


def _weights(subject: Subject) -> Iterator[Tested]:
    """A note where a small change of weights changes which option comes first."""
    for sheet in sheets_of(subject):
        first = max(sheet.rows, key=sheet.total)
        rivals = [row for row in sheet.rows if sheet.total(row) < sheet.total(first)]
        shift = smallest_shift(sheet, first, rivals)
        if shift is None or shift.points > CLOSE * sum(sheet.weights, Decimal(0)):
            continue
        where = [option_at(subject, option) for option in (first.option, shift.option)]
        said = _moved(sheet, shift)
        yield remark(
            "option-weights",
            Level.NOTE,
            where,
            title=f"A small change of weights would put the option {where[1].figure.text} first",
            explanation=f"The option {called(where[0])}, scores highest. {said}",
            question=f"{said} How were the weights of the two set?",
        )


CHECKS = (
    Check(
        code="option-scores",
        family=Family.OPTIONS,
        title="Scores of options",
        about="Where options are scored by criteria, with weights or without, the scores make up "
        "a total, and the totals put the options in an order.",
        formula="total = each score × the weight of its criterion, added up",
        speaks="Error where a printed total differs from its scores, and another total of the same "
        "sheet shows how they are added up. Warning where that has to be taken for granted, and "
        "where the preferred option has not the highest total. Note for rounding.",
        run=where_whole(_scores, "options", "criteria"),
    ),
    Check(
        code="option-weights",
        family=Family.OPTIONS,
        title="How much hangs on the weights",
        about="Weights are a judgement. The smallest amount of weight is worked out that, moved "
        "from one criterion to another, makes another option draw level with the first.",
        formula="weight moved = lead of the first ÷ (its lead on one criterion − on the other)",
        speaks="A note where a tenth of all weight, or less, is enough.",
        run=where_whole(_weights, "options", "criteria"),
    ),
)
