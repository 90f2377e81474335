"""Percentages printed as bare ratios: 1.37 for a return of 137%.

A reader takes 1.37 for about 1%, and a program may take 1.37% for the ratio. Where the document
prints other returns with the sign, or where a sum comes out only with a hundred times the
print, the percentage is what is meant.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called, capital, items_of
from generator.audit.factors import called_and_printed, out_by
from generator.audit.findings import Level
from generator.audit.readings import is_bare_ratio, read_figures
from generator.audit.things import joined, remark
from generator.core.amounts import EXACT, PERCENT, Amount
from generator.core.money_format import format_amount
from generator.core.operands import Item
from generator.core.words import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Tested, Where
    from generator.audit.subject import Subject

PERCENTAGES = (ClaimKind.RETURN_ON_INVESTMENT, ClaimKind.IRR, ClaimKind.DISCOUNT_RATE)
BARE = ("number", "ratio")
A_HUNDREDTH = Decimal("0.01")


def _bare_ratio(subject: Subject) -> Iterator[Tested]:
    told: set[str] = set()
    for read in read_figures(subject):
        if is_bare_ratio(read):
            told.add(read.name)
            yield _bare(read.where, format_amount(read.amount.meant), ())
    claims = [claim for claim in subject.case.claims if claim.claim in PERCENTAGES]
    signed = [c for c in claims if c.value.meant.unit == PERCENT]
    for claim in claims:
        value = claim.value.meant
        if value.number is not None and value.unit.name in BARE:
            told.add(claim.id)
            where, *others = (
                subject.where(Item(key="", name=each.id, amount=each.value))
                for each in (claim, *(c for c in signed if c.claim is claim.claim))
            )
            yield _bare(where, _as_percentage(value), others)
    for found, item, _ in out_by(subject, (A_HUNDREDTH,), PERCENT):
        if item.name not in told:
            told.add(item.name)
            rest = [subject.where(each) for each in items_of(found) if each is not item]
            yield _bare(subject.where(item), _as_percentage(item.amount.meant), rest)


def _as_percentage(amount: Amount) -> str:
    number = EXACT.multiply(amount.number or Decimal(0), Decimal(100))
    return format_amount(Amount(number=number, unit=PERCENT))


def _bare(where: Where, percentage: str, others: Sequence[Where]) -> Tested:
    amount = where.amount or Amount()
    printed = f"“{amount.printed}”"
    beside = (
        f" Beside it, {joined([called_and_printed(each) for each in others])}." if others else ""
    )
    read = amount.reading is not None
    return remark(
        "bare-ratio",
        Level.WARNING if others or read else Level.NOTE,
        (where, *others),
        title=f"{capital(where.figure.text)} is printed as {printed}; as a percentage it is "
        f"{percentage}",
        explanation=f"{capital(called(where))}, is printed as {printed}. As a percentage that "
        f"is {percentage}.{beside}",
        question=f"{capital(called(where))}, is printed as {printed}. Is {percentage} meant?",
        assumption=f"The print is a ratio and stands for {percentage}" if others or read else "",
    )


CHECKS = (
    Check(
        code="bare-ratio",
        family=Family.SCALE,
        title="A percentage printed as a bare ratio",
        about="A return of 137% is a ratio of 1.37. Printed without its sign, or with the sign "
        "and not multiplied, it is easily read as 1%.",
        formula="percentage = ratio × 100",
        speaks="Warning where figures of the same document show that a percentage is meant, or "
        "where our reading says so. Note where a return or a rate is printed as a bare ratio and "
        "nothing else stands beside it.",
        run=_bare_ratio,
    ),
)
