"""How a printed figure comes about, where the numbers prove it and only there.

A total that does not agree often tells by itself what happened: £1,400,000 is £1,060,000 and
£340,000 added where one should be taken away; £1,818,28 is £1,818,285 without its last digit.
Each idea here is tried exactly; it is told where one alone gives the printed figure, and a
difference that could come about in two ways is left unexplained. The more parts a sum has, the
likelier one of them fits by chance: beyond two, a part has to explain the difference to the last
digit, and with three digits at least that say something.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.alike import digits
from generator.audit.precision import span_of
from generator.core.amounts import EXACT, PERCENT, Amount, exactly, plain_number
from generator.core.money_format import format_amount
from generator.core.relations import Form
from generator.core.sums import QUOTIENT, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.subject import Subject
    from generator.core.sums import Addend, Sum

SCALES = {
    Decimal(1000): "a thousand times",
    Decimal(1_000_000): "a million times",
    Decimal(100): "a hundred times",
    Decimal(10): "ten times",
    Decimal("0.001"): "a thousandth of",
    Decimal("0.000001"): "a millionth of",
    Decimal("0.01"): "a hundredth of",
    Decimal("0.1"): "a tenth of",
}
FEW_PARTS = 2
TELLING_DIGITS = 3
TELLING_PERCENT = 100  # how many times as wide as the print's rounding one percent has to be


def provenance(subject: Subject, found: Sum) -> str:
    """A sentence on how the printed figure of `found` comes about; empty where that is not known.

    For sums alone whose parts are all exact; the idea has to give the printed figure within
    the rounding of its print, and to change more than that rounding.
    """
    ranged = found.recomputed_high is not None or found.left_out
    if ranged or not found.recomputed or found.published.amount.meant.number is None:
        return ""
    ideas = [*_of_lost_digit(found)] or [*_of_scale(found)] or [*_of_other_ways(subject, found)]
    if not ideas and found.operation is Operation.ADDED:
        if found.relation.form is Form.SHARE:
            ideas = [*_of_percent(found)]
        else:
            ideas = [*_of_parts(subject, found), *_of_one_part(subject, found)]
        ideas = ideas or [*_of_swapped_digits(found)]
    return ideas[0] if len(ideas) == 1 else ""


def _of_scale(found: Sum) -> Iterator[str]:
    for scale, words in SCALES.items():
        if _prints(found, EXACT.multiply(found.recomputed, scale)):
            yield f"The printed figure is {words} this."


def _of_other_ways(subject: Subject, found: Sum) -> Iterator[str]:
    """A total of a table that is right the other way round: across, down, or of its subtotals."""
    others = (other for other in subject.sums if other.published.name == found.published.name)
    for other in others:
        line, way = found.line, other.line
        if line is None or way is None or way == line or not _prints(found, other.recomputed):
            continue
        if way.of_subtotals:
            yield "The printed figure is what the subtotals come to."
        elif not line.of_subtotals:
            yield f"The printed figure is what its {'row' if way.across else 'column'} comes to."


def _of_parts(subject: Subject, found: Sum) -> Iterator[str]:
    """One part with the other sign, left out, or counted twice."""
    for addend in found.addends:
        value = addend.worth
        if not _tells(found, value):
            continue
        named = f"{_figure(found, value)}, {_called(subject, addend)},"
        less = EXACT.subtract(found.recomputed, value)
        if _comes_of(found, EXACT.subtract(less, value)):
            done, instead = ("taken away", "added") if value > 0 else ("added", "taken away")
            yield f"The printed figure is what comes out with {named} {done} instead of {instead}."
        elif len(found.addends) > 1 and _comes_of(found, less):
            yield f"The printed figure is what comes out with {named} left out."
        elif _comes_of(found, EXACT.add(found.recomputed, value)):
            done = "added" if value > 0 else "taken away"
            yield f"The printed figure is what comes out with {named} {done} twice."


def _of_one_part(subject: Subject, found: Sum) -> Iterator[str]:
    """The last part alone, where each may count those before it; or one part in place of each."""
    values = [addend.worth for addend in found.addends]
    if len(values) <= FEW_PARTS or len(set(values)) == 1:
        return
    last = values[-1]
    if _prints_exactly(found, last) and values == sorted(values):
        named = f"{_figure(found, last)}, {_called(subject, found.addends[-1])}"
        yield f"The printed figure is the last part alone: {named}."
    for value in dict.fromkeys(values):
        if _tells(found, value) and _prints_exactly(found, EXACT.multiply(value, len(values))):
            yield f"The printed figure is {len(values)} times {_figure(found, value)}."


def _called(subject: Subject, addend: Addend) -> str:
    """The part by its name; one of another case, such as its headline, with that case's title."""
    figure = subject.where(addend.item).figure
    if figure.case == subject.path:
        return figure.text
    return f"{figure.text} of “{subject.others[figure.case].title}”"


def _of_percent(found: Sum) -> Iterator[str]:
    """Another whole percentage of the same base."""
    base = found.addends[0].item.amount.meant.number or Decimal(0)
    number = found.published.amount.meant.number or Decimal(0)
    printed = span_of(found.published.amount)
    one = EXACT.multiply(base, Decimal("0.01"))
    if one <= TELLING_PERCENT * (printed.high - printed.low):
        return
    percent = QUOTIENT.divide(number, one).to_integral_value()
    if percent > 0 and _prints(found, EXACT.multiply(one, percent)):
        share = format_amount(Amount(number=percent, unit=PERCENT))
        yield f"The printed figure is {share} of the same base."


def _of_lost_digit(found: Sum) -> Iterator[str]:
    """A digit lost at the end; a nought lost there is a matter of scale."""
    printed, ours = _both(found)
    if len(ours) > TELLING_DIGITS and printed == ours[:-1] and ours[-1] != "0":
        yield "The printed figure is this without its last digit."


def _of_swapped_digits(found: Sum) -> Iterator[str]:
    printed, ours = _both(found)
    for at in range(len(ours) - 1):
        swapped = f"{ours[:at]}{ours[at + 1]}{ours[at]}{ours[at + 2 :]}"
        if len(ours) >= TELLING_DIGITS and swapped == printed and swapped != ours:
            pair = f"“{ours[at : at + 2]}”"
            yield f"The printed figure is this with the digits {pair} the other way round."


def _both(found: Sum) -> tuple[str, str]:
    """The digits that are printed, and ours as far as the print goes."""
    amount = found.published.amount.meant
    worth = amount.quantum or Decimal(1)
    return _digits(amount.number or Decimal(0), worth), _digits(found.recomputed, worth)


def _tells(found: Sum, value: Decimal) -> bool:
    """Whether a part says enough to prove something: more than rounding, more than chance."""
    printed = span_of(found.published.amount)
    enough = digits(value) >= TELLING_DIGITS
    few = len(found.addends) <= FEW_PARTS
    return value.copy_abs() > printed.high - printed.low and (few or enough)


def _comes_of(found: Sum, number: Decimal) -> bool:
    """Whether this is the printed figure: of few parts as rounded, of many to the last digit."""
    few = len(found.addends) <= FEW_PARTS
    return _prints(found, number) if few else _prints_exactly(found, number)


def _prints(found: Sum, number: Decimal) -> bool:
    printed = span_of(found.published.amount)
    return printed.low <= number <= printed.high


def _prints_exactly(found: Sum, number: Decimal) -> bool:
    return number == found.published.amount.meant.number


def _digits(number: Decimal, worth: Decimal) -> str:
    """The digits of a number as far as its print goes, `worth` being what the last one is worth."""
    return plain_number(QUOTIENT.divide(number.copy_abs(), worth)).lstrip("0")


def _figure(found: Sum, value: Decimal) -> str:
    return format_amount(exactly(value.copy_abs(), found.published.amount.meant.unit))
