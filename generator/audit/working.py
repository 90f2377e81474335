"""A sum written out as a person would on paper: ``£1,060,000 − £340,000 = £720,000``.

What is written is what counts: the reading of a damaged print, pounds for pence, a bracketed cost
as a minus. Brackets are left away where a sign says the same.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.findings import Step, Working
from generator.core.amounts import EXACT, PERCENT, POUNDS, Amount, Qualifier, exactly
from generator.core.money_format import format_amount
from generator.core.once import once
from generator.core.relations import Form
from generator.core.sums import Operation

if TYPE_CHECKING:
    from generator.audit.subject import Subject
    from generator.core.relations import Term
    from generator.core.sums import Addend, Sum

ONE = Decimal(1)
MOST_DIGITS = Decimal("0.01")  # what is worked out is shown to the penny, and says so


@once
def working_of(subject: Subject, found: Sum) -> Working:
    """The sum `found`, written out."""
    if found.operation is Operation.MULTIPLIED:
        steps = _factors(subject, found)
    else:
        steps = [_addend(subject, found, n, addend) for n, addend in enumerate(found.addends)]
    averaged = len(found.addends) if found.operation is Operation.AVERAGED else 1
    return Working(
        steps=tuple(steps),
        result=format_amount(recomputed_of(found)),
        divided_by=averaged,
        at_least=bool(found.left_out),
    )


def recomputed_of(found: Sum) -> Amount:
    """What the parts come to, as an amount in the unit of the published one; to the penny."""
    unit = found.published.amount.meant.unit
    low = shown(found.recomputed)
    high = None if found.recomputed_high is None else shown(found.recomputed_high)
    if high == low:
        high = None
    amount = exactly(min(low, high) if high is not None else low, unit)
    return replace(amount, high=max(low, high)) if high is not None else amount


def difference_of(found: Sum) -> Amount | None:
    """Published less recomputed; None where the parts come to a range."""
    number = found.difference
    if number is None or found.recomputed_high is not None:
        return None
    return exactly(shown(number), found.published.amount.meant.unit)


def shown(number: Decimal) -> Decimal:
    """The number to two decimals, without zeros at its end."""
    part = EXACT.remainder(number, MOST_DIGITS)
    rounded = EXACT.quantize(number, MOST_DIGITS) if part else number
    whole = EXACT.to_integral_value(rounded)
    return whole if whole == rounded else rounded.normalize()


def _addend(subject: Subject, found: Sum, number: int, addend: Addend) -> Step:
    """A part that is added or taken away, or of which a share is taken."""
    meant = addend.item.amount.meant
    where = subject.where(addend.item)
    if found.relation.form is Form.SHARE:
        share = Amount(number=shown(EXACT.multiply(addend.factor, Decimal(100))), unit=PERCENT)
        return Step(sign=f"{format_amount(share)} of", text=format_amount(meant), where=where)
    value = (meant.number or Decimal(0)) * addend.factor
    plain = meant.high is None and meant.qualifier is Qualifier.EXACT
    unit = found.published.amount.meant.unit if addend.factor.copy_abs() != ONE else meant.unit
    if plain:
        text = format_amount(exactly(value.copy_abs(), unit))
        return Step(sign=_sign(number, negative=value < 0), text=text, where=where)
    return Step(
        sign=_sign(number, negative=addend.factor < 0), text=format_amount(meant), where=where
    )


def _sign(number: int, *, negative: bool) -> str:
    if negative:
        return "−"
    return "" if number == 0 else "+"


def _factors(subject: Subject, found: Sum) -> list[Step]:
    """The factors of a product in the order typed, numbers of the relation among them."""
    if found.relation.form is Form.SHARE:
        share, base = (subject.where(addend.item) for addend in found.addends)
        text, of = (format_amount(addend.item.amount.meant) for addend in found.addends)
        return [Step(sign="", text=text, where=share), Step(sign="of", text=of, where=base)]
    named = iter(found.addends)
    steps: list[Step] = []
    for term in found.relation.terms:
        sign = "" if not steps and term.sign > 0 else "×" if term.sign > 0 else "÷"
        if term.number is not None:
            steps.append(Step(sign=sign, text=_number(term)))
        else:
            item = next(named).item
            text = format_amount(item.amount.meant)
            steps.append(Step(sign=sign, text=text, where=subject.where(item)))
    return steps


def _number(term: Term) -> str:
    number = term.number or Decimal(0)
    if term.percent:
        return format_amount(Amount(number=shown(number * 100), unit=PERCENT))
    return format_amount(Amount(number=number, unit=replace(POUNDS, name="number")))
