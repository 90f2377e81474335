"""A claim of the appraisal as tested: each way of working it out, and what comes of it.

A return, a payback or a present value can be worked out in more ways than one, all of them in
use. The claim agrees where one way gives what is printed, and the sum then says which; where
none does, all are shown beside the print.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.audit.checks import called, capital, cases_of, figures_of, gap
from generator.audit.findings import Finding, Level, Tested, Verdict, Where, Working
from generator.audit.precision import span_of
from generator.audit.working import shown
from generator.core.amounts import EXACT, Amount, exactly
from generator.core.money_format import as_printed, format_amount

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from generator.audit.precision import Span

LEVELS = {Verdict.AGREES: None, Verdict.ROUNDING: Level.NOTE, Verdict.OPEN: Level.NOTE}


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One way of working a claim out.

    Attributes:
        words: what sets it apart: ``net over cost``; empty where there is one way only.
        value: what comes out, in the unit of the claim; None where no number does.
        span: what may come out, given how the figures are rounded.
        says: the result as a sentence names it: ``26.4 months``.
        working: the sum as on paper, without `words`.
    """

    words: str
    value: Decimal | None
    span: Span
    says: str
    working: Working


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came of working out a claim.

    Attributes:
        code: the check that asks.
        claim: what is printed.
        parts: the figures that it was worked out from.
        ways: how; the first that gives what is printed is told first.
        verdict: how it came out.
        assumption: what was taken for granted.
        more: further sentences for a reader.
    """

    code: str
    claim: Where
    parts: tuple[Where, ...]
    ways: tuple[Way, ...]
    verdict: Verdict
    assumption: str = ""
    more: str = ""


def came_out(published: Amount, ways: Sequence[Way]) -> Verdict:
    """Whether one of the ways gives the printed number.

    It agrees where the exact result rounds to the print; it differs by rounding where the parts
    of the sum are printed too coarsely to tell.
    """
    printed = span_of(published)
    values = [way.value for way in ways if way.value is not None]
    if any(printed.low <= value <= printed.high for value in values):
        return Verdict.AGREES
    return Verdict.ROUNDING if any(printed.meets(way.span) for way in ways) else Verdict.DIFFERS


def tested(answer: Answer) -> Tested:
    """The answer as tested, with a finding where the claim does not just agree."""
    answer = replace(answer, ways=tuple(_fitting_first(answer)))
    level = LEVELS.get(answer.verdict, Level.WARNING if answer.assumption else Level.ERROR)
    return Tested(
        code=answer.code,
        figures=figures_of(answer.claim.figure, *(part.figure for part in answer.parts)),
        verdict=answer.verdict,
        working=_worded(answer.ways[0]),
        finding=_finding(answer, level) if level else None,
    )


def _fitting_first(answer: Answer) -> list[Way]:
    if answer.verdict is Verdict.DIFFERS:
        return list(answer.ways)
    return sorted(answer.ways, key=lambda way: came_out(_amount(answer), [way]) is Verdict.DIFFERS)


def _difference(answer: Answer, way: Way) -> Decimal | None:
    """Published less worked out; None where one of them is no number."""
    number = _amount(answer).meant.number
    if number is None or way.value is None:
        return None
    return EXACT.subtract(number, shown(way.value))


def _worded(way: Way) -> Working:
    """The sum, with the way in which it was done."""
    result = f"{way.working.result}, {way.words}" if way.words else way.working.result
    return replace(way.working, result=result)


def _finding(answer: Answer, level: Level) -> Finding:
    claim, first, unit = answer.claim, answer.ways[0], _amount(answer).meant.unit
    number = _difference(answer, first)
    difference = None if number is None else exactly(number, unit)
    recomputed = None if first.value is None else exactly(shown(first.value), unit)
    return Finding(
        code=answer.code,
        level=level,
        title=f"{capital(claim.figure.text)} is printed as {_printed(answer)}; worked out from "
        f"its figures it is {first.says}",
        explanation=_explanation(answer, difference),
        question=f"{capital(called(claim))}, says {_printed(answer)}; worked out from the figures "
        f"printed it is {first.says}. How was it worked out?",
        cases=cases_of(claim, *answer.parts),
        published=claim.amount,
        recomputed=None if number is None else recomputed,
        difference=difference,
        where=(claim, *answer.parts),
        working=_worded(first),
        assumption=answer.assumption,
    )


def _explanation(answer: Answer, difference: Amount | None) -> str:
    told = answer.ways if answer.verdict is Verdict.DIFFERS else answer.ways[:1]
    worked = [_worded(way).text for way in told]
    sentences = [*(f"{text}." for text in worked), f"Printed is {_printed(answer)}."]
    if answer.verdict is Verdict.DIFFERS and difference is not None:
        sentences.append(gap(difference))
    sentences += [answer.more, f"{answer.assumption}." if answer.assumption else ""]
    return " ".join(sentence for sentence in sentences if sentence)


def _amount(answer: Answer) -> Amount:
    return answer.claim.amount or Amount()


def _printed(answer: Answer) -> str:
    amount = _amount(answer)
    return as_printed(amount) if amount.number is not None else f"“{amount.printed}”"


def in_unit(value: Decimal, published: Amount) -> str:
    """A result as a sentence writes it, in the unit of the claim and to two decimals."""
    return format_amount(exactly(shown(value), published.meant.unit))
