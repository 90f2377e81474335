"""Scale and units: what a figure stands for by its digits, its k or m, its sign and its heading.

A figure can be right in every digit and stand for a thousand times as much as is meant, since a
k follows an amount in full, or since millions are printed as pounds. Headings, bare ratios and
damaged prints have modules of their own; all are listed here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit import bare_ratio, prints, unit_label, year_twice
from generator.audit.alike import held_as_one
from generator.audit.checks import Check, Family, called, capital, items_of
from generator.audit.factors import TIMES, divided, label_of, labelled, out_by, so_many_times
from generator.audit.findings import Level
from generator.audit.ours import with_ours
from generator.audit.readings import amounts_of, borne_out, is_scale, read_figures
from generator.audit.things import joined, remark
from generator.core.amounts import Amount
from generator.core.money_format import as_printed, format_amount
from generator.core.operands import Item
from generator.core.words import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Tested, Where
    from generator.audit.readings import Read
    from generator.audit.subject import Subject
    from generator.core.sums import Sum

IN_FULL = Decimal(1_000_000)  # an amount of seven digits or more has its thousands printed
PRINTED_NUMBER = re.compile(r"([\d,]*\d)(?:\.\d+)?\s*(k|m|mn|bn|thousand|million|billion)\b", re.I)
MANY_DECIMALS = re.compile(r"£\s*\d{1,3}\.\d{3,}")
OTHER_SCALE = "One of the figures is meant in another scale than it is printed in"


def _scale(subject: Subject) -> Iterator[Tested]:
    told: set[str] = set()
    for reads in _in_one_scale(subject):
        told |= {read.name for read in reads}
        yield _read_in_scale(subject, reads[0]) if len(reads) == 1 else _all_read(subject, reads)
    for name, amount in amounts_of(subject.case):
        twice, millions = _twice_scaled(amount), _has_many_decimals(amount)
        if amount.reading is None and (twice or millions):
            where = subject.where(Item(key="", name=name, amount=amount))
            if twice or not _is_price(where):
                told.add(name)
                yield _odd_scale(where, twice=twice)
    for found, item, times in out_by(subject, tuple(TIMES)):
        one_pair = {each.name for each in items_of(found)} if held_as_one(found) else {item.name}
        if not one_pair & told and not labelled(subject, found, item):
            told |= one_pair
            yield _other_scale(subject, found, item, times)


def _in_one_scale(subject: Subject) -> list[list[Read]]:
    """Figures that are read in another scale; those of one table that are out alike, together."""
    groups: dict[tuple[str, Decimal | None], list[Read]] = defaultdict(list)
    for read in read_figures(subject):
        if is_scale(read.times) and (read.has_own_scale or not label_of(read.where)):
            groups[read.where.figure.within or read.name, read.times].append(read)
    return list(groups.values())


def _all_read(subject: Subject, reads: Sequence[Read]) -> Tested:
    """One slip that many amounts of a table share, such as a k behind each of them."""
    borne = borne_out(subject, [read.name for read in reads])
    first = reads[0]
    literal = format_amount(replace(first.amount, reading=None))
    reading, printed = format_amount(first.amount.meant), f"“{first.amount.printed}”"
    others = f"{len(reads) - 1} more"
    reasons = "; ".join(dict.fromkeys(read.amount.reading_reason for read in reads))
    table = f"“{first.where.figure.within}”"
    return remark(
        "scale",
        Level.ERROR if borne.proven else Level.WARNING,
        [read.where for read in reads],
        title=f"{table} prints {printed}, which is {literal}, and {others} alike; read as "
        f"{reading} and so on",
        explanation=f"{capital(called(first.where))}, is printed as {printed}. That is {literal}, "
        f"{so_many_times(first.times)} what it is read as, {reading}; {others} of the same table "
        f"likewise: {reasons}. {borne.text}".strip(),
        question=f"{table} prints {printed} and {others} alike. Is {literal} meant, or {reading}?",
        assumption="" if borne.proven else f"{reading} is what is meant, and the others alike",
    )


def _read_in_scale(subject: Subject, read: Read) -> Tested:
    borne = borne_out(subject, [read.name])
    literal = format_amount(replace(read.amount, reading=None))
    reading, printed = format_amount(read.amount.meant), f"“{read.amount.printed}”"
    return remark(
        "scale",
        Level.ERROR if borne.proven else Level.WARNING,
        (read.where,),
        title=f"{capital(read.where.figure.text)} is printed as {printed}, which is {literal}, "
        f"and read as {reading}",
        explanation=f"{capital(called(read.where))}, is printed as {printed}. That is {literal}, "
        f"{so_many_times(read.times)} what it is read as, {reading}: {read.amount.reading_reason}. "
        f"{borne.text}".strip(),
        question=f"{capital(called(read.where))}, is printed as {printed}. Is {literal} meant, or "
        f"{reading}?",
        assumption="" if borne.proven else f"{reading} is what is meant",
    )


def _twice_scaled(amount: Amount) -> bool:
    """Whether a k or an m stands behind an amount that has its thousands printed already."""
    found = PRINTED_NUMBER.search(amount.printed)
    return found is not None and Decimal(found[1].replace(",", "")) >= IN_FULL


def _has_many_decimals(amount: Amount) -> bool:
    """Whether pounds are printed with three decimals, as millions are: £2.275."""
    return MANY_DECIMALS.fullmatch(amount.printed.strip()) is not None


def _is_price(where: Where) -> bool:
    """Whether a figure may have parts of a penny, or is headed in a scale of its own."""
    return where.figure.context.measure in (Measure.PRICE, None) or label_of(where) not in (
        "",
        "pounds",
    )


def _odd_scale(where: Where, *, twice: bool) -> Tested:
    amount = where.amount or Amount()
    printed, literal = f"“{amount.printed}”", format_amount(amount)
    why = "has three decimals, as amounts in millions have"
    if twice:
        why = "has its thousands in full and a further scale behind them"
    return remark(
        "scale",
        Level.WARNING,
        (where,),
        title=f"{capital(where.figure.text)} is printed as {printed}, which is {literal}",
        explanation=f"{capital(called(where))}, is printed as {printed}. That is {literal}; the "
        f"print {why}.",
        question=f"{capital(called(where))}, is printed as {printed}. Is {literal} meant?",
        assumption="The amount is meant in another scale than it is printed in",
    )


def _other_scale(subject: Subject, found: Sum, item: Item, times: Decimal) -> Tested:
    where = subject.where(item)
    rest = [subject.where(each) for each in items_of(found) if each is not item]
    ours = divided(item, times).amount
    wanted = format_amount(ours)
    printed = as_printed(item.amount)
    tested = remark(
        "scale",
        Level.WARNING,
        (where, *rest),
        title=f"{capital(where.figure.text)} is printed as {printed}, {TIMES[times]} what goes "
        "with other figures",
        explanation=f"{capital(called(where))}, is printed as {printed}. It goes with "
        f"{joined([called(each) for each in rest])}, only if {wanted} is meant; the print is "
        f"{TIMES[times]} that.",
        question=f"Is {printed} meant in {called(where)}, or {wanted}?",
        assumption=OTHER_SCALE,
    )
    return with_ours(tested, ours)


CHECKS = (
    Check(
        code="scale",
        family=Family.SCALE,
        title="Thousands of thousands",
        about="A k or an m behind an amount that is printed in full makes a thousand or a million "
        "times as much of it, and pounds with three decimals are mostly millions. Other figures "
        "of the same thing tell which is meant.",
        formula="print × its scale = the same figure elsewhere, or what its sum asks for",
        speaks="Error where a sum that the document sets out agrees with our reading of the print "
        "and not with the print. Warning where the print itself is of two scales, or where "
        "figures go together only if one of them is taken for a thousandth or a thousand times "
        "as much.",
        run=_scale,
    ),
    *unit_label.CHECKS,
    *bare_ratio.CHECKS,
    *prints.CHECKS,
    *year_twice.CHECKS,
)
