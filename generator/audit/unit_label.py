"""Units that the figures do not go with: pounds under a heading of thousands.

A table that is headed in thousands and prints pounds shows a thousand times as much as it means.
Other figures of the same amounts tell, those of the document's text above all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called, capital, items_of
from generator.audit.factors import (
    BY_LABEL,
    called_and_printed,
    label_of,
    labelled,
    out_by,
    so_many_times,
)
from generator.audit.findings import Level
from generator.audit.readings import borne_out, is_scale, read_figures
from generator.audit.things import joined, remark
from generator.core.money_format import format_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from generator.audit.findings import Tested
    from generator.audit.readings import Read
    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.sums import Sum


def _unit_label(subject: Subject) -> Iterator[Tested]:
    groups: dict[str, list[Read]] = defaultdict(list)
    for read in read_figures(subject):
        if is_scale(read.times) and not read.has_own_scale and label_of(read.where):
            groups[read.where.figure.within or read.name].append(read)
    for reads in groups.values():
        yield _label_read(subject, reads)
    told = set(groups)
    for found, item, times in out_by(subject, tuple(BY_LABEL)):
        table = labelled(subject, found, item)
        if table and table not in told:
            told.add(table)
            yield _label_related(subject, found, item, times)


def _label_read(subject: Subject, reads: Sequence[Read]) -> Tested:
    borne = borne_out(subject, [read.name for read in reads])
    first = reads[0]
    label = label_of(first.where)
    printed = joined([f"“{read.amount.printed}”" for read in reads])
    meant = joined([format_amount(read.amount.meant) for read in reads])
    literal = joined([format_amount(replace(read.amount, reading=None)) for read in reads])
    reasons = "; ".join(dict.fromkeys(read.amount.reading_reason for read in reads))
    named = (
        f"“{first.where.figure.within}”" if first.where.figure.within else first.where.figure.text
    )
    return remark(
        "unit-label",
        Level.ERROR if borne.proven else Level.WARNING,
        [read.where for read in reads],
        title=f"{capital(named)} prints {printed} under a label in {label}, read as {meant}",
        explanation=f"{capital(called(first.where))}, stands under a label in {label}. Under it "
        f"{printed} would be {literal}; read is {meant}: {reasons}. {borne.text}".strip(),
        question=f"Are the amounts of {named} that stand under a label in {label} meant as "
        f"{literal}, or as {meant}?",
        assumption="" if borne.proven else f"The label, {label}, is not meant for these amounts",
    )


def _label_related(subject: Subject, found: Sum, item: Item, times: Decimal) -> Tested:
    table = labelled(subject, found, item)
    every = [subject.where(each) for each in items_of(found)]
    inside = [each for each in every if each.figure.within == table]
    outside = [each for each in every if each not in inside]
    label = label_of(inside[0])
    first, rest = (
        joined([called_and_printed(each) for each in half]) for half in (inside, outside)
    )
    return remark(
        "unit-label",
        Level.WARNING,
        (*inside, *outside),
        title=f"“{table}” is headed in {label}; other figures do not go with that heading",
        explanation=f"Under a heading in {label}, {first}. Elsewhere, {rest}. The one is exactly "
        f"{so_many_times(times if subject.where(item) in inside else 1 / times)} the other.",
        question=f"Is the heading of “{table}”, in {label}, meant for {called(inside[0])}?",
        assumption=f"The label, {label}, is not meant for these amounts",
    )


CHECKS = (
    Check(
        code="unit-label",
        family=Family.SCALE,
        title="A unit that the figures do not go with",
        about="A table that is headed in thousands and prints pounds shows a thousand times as "
        "much as it means. The same amounts elsewhere tell.",
        formula="print × the unit of the heading = the same figure elsewhere",
        speaks="Error where a sum that the document sets out agrees only without the heading. "
        "Warning where other figures are exactly a hundred, a thousand or a million times as "
        "much or as little.",
        run=_unit_label,
    ),
)
