"""A claim of the appraisal whose relation is a sum: a saving as a share of its cost, a quotient.

``net = return % of cost`` and ``payback = cost / saving`` are sums like others; but a return has
two readings, and a quotient agrees where it rounds to what is printed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.answers import Answer, Way, came_out, in_unit, tested
from generator.audit.checks import weigh
from generator.audit.claim_rows import weighed_return
from generator.audit.findings import Verdict
from generator.audit.judging import assumption_of
from generator.audit.precision import Span, span_of, span_of_sum
from generator.audit.profiles import CASH_GAINS
from generator.audit.returns import Money, ways_of_return
from generator.audit.series import YEAR, months_touched
from generator.audit.working import working_of
from generator.core.operands import resolve
from generator.core.problems import Fault
from generator.core.relations import Form
from generator.core.sums import Operation
from generator.core.words import COSTS, NETS, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.periods import Period
    from generator.core.sums import Sum
    from generator.core.words import Measure

NOUGHT = Decimal(0)


def quotient(code: str, subject: Subject, found: Sum) -> Tested:
    """A claim that is figures multiplied or divided, such as a cost by a yearly saving."""
    if found.operation is not Operation.MULTIPLIED:
        return weigh(code, subject, found)
    way = Way(
        words="",
        value=found.recomputed,
        span=span_of_sum(found),
        says=in_unit(found.recomputed, found.published.amount),
        working=working_of(subject, found),
    )
    return tested(
        Answer(
            code=code,
            claim=subject.where(found.published),
            parts=tuple(subject.where(addend.item) for addend in found.addends),
            ways=(way,),
            verdict=came_out(found.published.amount, [way]),
            assumption=assumption_of(found),
        )
    )


def ratio(code: str, subject: Subject, found: Sum) -> Tested:
    """A return that is one figure held against another."""
    operands = _operands(found)
    if operands is None:
        return quotient(code, subject, found)
    claim, gained, paid = operands
    where, context = subject.where(claim), subject.where(gained).figure.context
    years = _years(context.period)
    ways = ways_of_return(
        _money(subject, gained),
        _money(subject, paid),
        claim.amount,
        is_net=context.measure in NETS or _is_npv(subject, gained),
        years=years,
    )
    if not ways:
        return weigh(code, subject, found)
    ways, verdict, assumption = weighed_return(where, ways, years)
    return tested(
        Answer(
            code=code,
            claim=where,
            parts=(subject.where(gained), subject.where(paid)),
            ways=ways,
            verdict=verdict,
            assumption=". ".join(filter(None, (assumption_of(found), assumption))),
            more=_by_its_table(subject, claim, gained) if verdict is Verdict.DIFFERS else "",
        )
    )


def _is_npv(subject: Subject, item: Item) -> bool:
    """Whether a figure is a net present value, which costs are already taken off."""
    values = (claim.id for claim in subject.case.claims if claim.claim is ClaimKind.NPV)
    return item.name in values


def _operands(found: Sum) -> tuple[Item, Item, Item] | None:
    """The claim, what is gained and what is paid; None for a sum of another shape."""
    items = [addend.item for addend in found.addends]
    if found.relation.form is Form.SHARE and len(items) == 2:
        return items[0], found.published, items[1]
    divides = [addend.divides for addend in found.addends]
    numbers = any(term.number is not None for term in found.relation.terms)
    if found.relation.form is Form.PRODUCT and divides == [False, True] and not numbers:
        return found.published, items[0], items[1]
    return None


def _money(subject: Subject, item: Item) -> Money:
    """A figure as pounds; a cost is positive whichever way it is printed."""
    where, span = subject.where(item), span_of(item.amount)
    value = item.amount.meant.number or NOUGHT
    if where.figure.context.measure in COSTS and value < 0:
        span, value = Span(low=-span.high, high=-span.low), -value
    return Money(value=value, span=span, where=where)


def _years(period: Period | None) -> int:
    """How many whole years a period is; 1 where it is none, or not known."""
    if period is None:
        return 1
    meant = period.meant
    months = months_touched(meant)
    if meant.unit == "years" and meant.number is not None:
        months = int(meant.number * YEAR)
    return months // YEAR if months % YEAR == 0 else 1


def _by_its_table(subject: Subject, claim: Item, gained: Item) -> str:
    """Where the benefit and the cost beside a net figure give the return, the sum of that."""
    cells = dict(_beside(subject, gained))
    if set(cells) != {CASH_GAINS, COSTS}:
        return ""
    gain, paid = _money(subject, cells[CASH_GAINS]), _money(subject, cells[COSTS])
    ways = ways_of_return(gain, paid, claim.amount)
    agrees = (way for way in ways if came_out(claim.amount, [way]) is Verdict.AGREES)
    text = next((f"{way.working.text}, {way.words}" for way in agrees), "")
    return f"From the other figures of its table it comes out as printed: {text}." if text else ""


def _beside(subject: Subject, item: Item) -> Iterator[tuple[tuple[Measure, ...], Item]]:
    """The one benefit and the one cost in the column of a table's cell."""
    parts = item.name.split(".")
    table = next((t for t in subject.case.tables if t.id == parts[0]), None)
    if table is None or len(parts) != 3:
        return
    names = [f"{table.id}.{row.id}.{parts[2]}" for row in table.rows]
    found = [resolve(subject.case, name) for name in names]
    cells = [each.items[0] for each in found if not isinstance(each, Fault)]
    for kind in (CASH_GAINS, COSTS):
        held = [c for c in cells if subject.where(c).figure.context.measure in kind]
        if len(held) == 1 and held[0].amount.meant.number is not None:
            yield kind, held[0]
