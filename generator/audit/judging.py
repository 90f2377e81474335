"""From a sum to a verdict, and from a verdict to a level.

The figures agree, or the print explains the difference, or they contradict each other. How
strongly a contradiction is told depends on what it rests on: the document's own total is an
error; a relation that we read into the document, a figure whose damaged print we read, or two
figures of unlike periods are a warning with the assumption named. What only the roundness of a
whole table explains is told one level lower.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.audit.findings import Level, Verdict
from generator.audit.precision import PRINTED, ZERO, cut_off, is_whole, span_of, span_of_sum
from generator.core.amounts import POUNDS, exactly
from generator.core.money_format import format_amount
from generator.core.relations import Form, Grounds
from generator.core.sums import Operation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from decimal import Decimal

    from generator.core.amounts import Amount
    from generator.core.relations import Relation
    from generator.core.sums import Sum

HOLDS = (Verdict.AGREES, Verdict.ROUNDING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """How a sum came out.

    Attributes:
        verdict: whether it agrees.
        level: how strongly to say it; None where there is nothing to say.
        assumption: what a warning rests on.
    """

    verdict: Verdict
    level: Level | None = None
    assumption: str = ""


def judge(
    found: Sum,
    verdict: Verdict,
    unlike: str = "",
    coarseness: Callable[[], Mapping[str, Decimal]] = dict,
    proven: Callable[[], Collection[str]] = tuple,
) -> Judgement:
    """The judgement on a sum.

    Args:
        found: the sum.
        verdict: whether it comes out; see ``verdict_of``.
        unlike: in what the published figure and its parts are unlike, such as their basis; a
            contradiction then is a warning under this assumption.
        coarseness: gives what its figures are rounded to, by name, where all numbers of their
            table show that it is coarser than their print; asked only where that matters.
        proven: gives the names of those of its figures whose reading another sum of the document
            bears out, so that it is no assumption.
    """
    match verdict:
        case Verdict.AGREES:
            return Judgement(verdict=verdict)
        case Verdict.ROUNDING | Verdict.OPEN:
            return Judgement(verdict=verdict, level=Level.NOTE)
        case Verdict.DIFFERS:
            assumption = ". ".join(filter(None, (assumption_of(found, proven), unlike)))
            coarse = coarseness()
            if coarse and verdict_of(found, coarse) is not Verdict.DIFFERS:
                return _rounded(found, assumption, coarse)
            level = Level.WARNING if assumption else Level.ERROR
            return Judgement(verdict=verdict, level=level, assumption=assumption)


def _rounded(found: Sum, assumption: str, coarse: Mapping[str, Decimal]) -> Judgement:
    """A difference that only the roundness of a whole table explains: one level less."""
    worth = exactly(max(coarse.values()), found.published.amount.meant.unit)
    rounded = f"All numbers of the table are whole multiples of {format_amount(worth)}, "
    rounded += "and are taken as rounded to that"
    if assumption:
        return Judgement(verdict=Verdict.ROUNDING, level=Level.NOTE, assumption=rounded)
    return Judgement(verdict=Verdict.DIFFERS, level=Level.WARNING, assumption=rounded)


def verdict_of(found: Sum, coarse: Mapping[str, Decimal] = PRINTED) -> Verdict:
    """Whether what is published and what its parts come to can be the same."""
    published, exact = found.published.amount, span_of_sum(found, rounded=False)
    if span_of(published, rounded=False).meets(exact) or _is_result_rounded(found):
        return Verdict.OPEN if found.left_out else Verdict.AGREES
    if _can_be_rounded(found, coarse):
        return Verdict.OPEN if found.left_out else Verdict.ROUNDING
    if found.left_out and not _more_than_all(found):
        return Verdict.OPEN
    return Verdict.DIFFERS


def holds(found: Sum) -> bool:
    """Whether a sum comes out, to the rounding of its prints."""
    return verdict_of(found) in HOLDS


def _is_result_rounded(found: Sum) -> bool:
    """Whether a product or an average, which seldom ends in whole pounds, is printed rounded.

    10% of £339,009 is £33,900.90; who prints £33,901 prints just that.
    """
    made = found.operation is not Operation.ADDED or found.relation.form is Form.SHARE
    quantum = found.published.amount.meant.quantum
    if not made or found.difference is None or found.recomputed_high is not None or not quantum:
        return False
    return found.difference.copy_abs() * 2 <= quantum


def _can_be_rounded(found: Sum, coarse: Mapping[str, Decimal]) -> bool:
    """Whether rounding can explain a difference.

    One in the last digit of two amounts of money is explained, £6,182k and £6,183k: one may be
    made from rounded parts. So is one whose last digits were cut off: £33,900 for £33,900.90.
    Two counts, 2 years and 3, are not one figure; nor do whole numbers of people or sites that
    a document adds up by words differ by rounding, as the averages of a table may; nor are two
    amounts one that have no more in common than one end of what a whole table is rounded to.
    """
    items = (found.published, *(addend.item for addend in found.addends))
    if found.line is None and all(is_whole(item.amount) for item in items):
        return False
    one = span_of(found.published.amount, coarse=coarse.get(found.published.name, ZERO))
    other = span_of_sum(found, coarse=coarse)
    if coarse or (found.published.amount.meant.unit != POUNDS and len(found.addends) == 1):
        return one.overlaps(other)
    return one.meets(other) or cut_off(found.published.amount).overlaps(other)


def _more_than_all(found: Sum) -> bool:
    """Whether parts that are only added come to more than the whole, even with some left out."""
    adds = all(a.factor > 0 and (a.item.amount.meant.number or 0) >= 0 for a in found.addends)
    return adds and span_of(found.published.amount).high < span_of_sum(found).low


def assumption_of(found: Sum, proven: Callable[[], Collection[str]] = tuple) -> str:
    """What our sum takes for granted; empty where the document itself says how it adds up.

    `proven` is as in ``judge``.
    """
    items = (found.published, *(addend.item for addend in found.addends))
    amounts = [item.amount for item in items]
    if _differs_as_printed(found, amounts):
        amounts = []
    elif any(amount.reading is not None for amount in amounts):
        sure = proven()
        amounts = [item.amount for item in items if item.name not in sure]
    assumption = assumption_about(found.relation, amounts)
    if not assumption and found.left_out:
        return "What has no number here is not less than nothing"
    return assumption


def _differs_as_printed(found: Sum, amounts: Sequence[Amount]) -> bool:
    """Whether the prints contradict each other as well, so that nothing rests on our reading.

    So it is where a whole table is headed in the wrong unit: each reading is a thousandth.
    """
    if all(a.reading is None for a in amounts) or any(a.number is None for a in amounts):
        return False
    published, *parts = (replace(amount, reading=None) for amount in amounts)
    addends = tuple(
        replace(addend, item=replace(addend.item, amount=part))
        for addend, part in zip(found.addends, parts, strict=True)
    )
    as_printed = replace(
        found, published=replace(found.published, amount=published), addends=addends
    )
    return verdict_of(as_printed) is Verdict.DIFFERS


def assumption_about(relation: Relation, amounts: Sequence[Amount]) -> str:
    """What is taken for granted where a relation and a reading are ours."""
    if relation.grounds is Grounds.READ_AS:
        return f"The figures are read as belonging together: {relation.reason}"
    printed = [f"“{amount.printed}”" for amount in amounts if amount.reading is not None]
    if printed:
        named = " and ".join(dict.fromkeys(printed))
        return f"The print {named} is damaged or mislabelled, and our reading of it is used"
    return ""
