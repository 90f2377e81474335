"""Nets and signs: what is left of benefits when costs are taken away, in any way of printing.

Some tables print costs as they are, some in brackets or with a minus, some give income the
minus instead. A net is right when it is benefits less costs in the way of its own table, so a
relation typed with one sign more or less is no matter. What matters: a cost that went up the
net instead of down, a cost among benefits, a cost taken away twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.audit.alike import same_figures
from generator.audit.checks import Check, Family, called, capital, weigh
from generator.audit.findings import Level
from generator.audit.ours import with_ours
from generator.audit.precision import span_of
from generator.audit.shape import Shape
from generator.audit.things import remark
from generator.audit.years import PER_YEAR, basis_of
from generator.core.amounts import EXACT, exactly
from generator.core.money_format import as_printed, format_amount
from generator.core.once import once
from generator.core.sums import Addend, Operation, worth_of
from generator.core.words import COSTS, GAINS, NETS, Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.operands import Item
    from generator.core.sums import Sum
    from generator.core.words import Measure

    Signs = Mapping[tuple[str, bool], int]

SPENT = "A cost printed with a minus sign or in brackets is read as money spent, to be taken away"


def _nets(subject: Subject) -> Iterator[Tested]:
    signs = _signs(subject)
    for found in subject.of_shape(Shape.NET):
        yield _weighed(subject, found, signs)


def _weighed(subject: Subject, found: Sum, signs: Signs) -> Tested:
    """The net as its relation says or as benefits less costs, whichever the print agrees with."""
    usual = benefits_less_costs(subject, found, signs)
    agreeing = [each for each in (found, *usual) if subject.holds(each)]
    unlike = _unlike(subject, found)
    if not usual or (agreeing and agreeing[0] is not found):
        return weigh("net", subject, agreeing[0] if agreeing else found, unlike=unlike)
    if not agreeing:
        return weigh("net", subject, usual[0], unlike=unlike)
    if len(agreeing) > 1 or not _minus_printed(subject, found):
        return weigh("net", subject, found)
    return weigh("net", subject, usual[0], unlike=SPENT)


def _unlike(subject: Subject, found: Sum) -> str:
    """Whether the parts are for unlike times: the whole plan and a year of it."""
    bases = {basis_of(subject.where(addend.item)) for addend in found.addends}
    mixed = Basis.OVER_THE_PLAN in bases and bases & set(PER_YEAR)
    return "One part is for the whole plan and another for a year of it" if mixed else ""


def benefits_less_costs(subject: Subject, found: Sum, signs: Signs) -> tuple[Sum, ...]:
    """The sum as its table's own signs want it; none where the signs leave that open.

    Costs that are all printed positive are taken away; costs that all have a minus are added as
    they stand. Where income has the minus and costs have none, all is added, and the net may be
    printed with or without its minus.
    """
    measures = [_measure(subject, addend.item) for addend in found.addends]
    pairs = list(zip(found.addends, measures, strict=True))
    costs = {_sign(addend.item, m, signs) for addend, m in pairs if m in COSTS}
    gains = {_sign(addend.item, m, signs) for addend, m in pairs if m not in COSTS}
    plain = found.operation is Operation.ADDED and found.recomputed_high is None
    gain = _measure(subject, found.published) in GAINS
    if not (plain and gain and len(costs) == 1 and costs != {0} and gains):
        return ()
    if costs == {1} and gains == {-1}:
        as_printed_ = _with_factors(found, [a.factor.copy_abs() for a in found.addends])
        turned = _with_factors(found, [-a.factor.copy_abs() for a in found.addends])
        return (as_printed_, turned)
    if gains == {-1}:
        return ()
    way = -costs.pop()
    factors = [way * a.factor.copy_abs() if m in COSTS else a.factor for a, m in pairs]
    return (_with_factors(found, factors),)


def _with_factors(found: Sum, factors: Sequence[Decimal]) -> Sum:
    pairs = zip(found.addends, factors, strict=True)
    addends = tuple(replace(addend, factor=factor) for addend, factor in pairs)
    return replace(found, addends=addends, recomputed=worth_of(addends))


def _measure(subject: Subject, item: Item) -> Measure | None:
    return subject.where(item).figure.context.measure


@once
def _signs(subject: Subject) -> Signs:
    """The sign that each table gives its costs (True) and what is no cost (False).

    Each is 1 or -1, or 0 where figures of the kind have either. A net is left out, since it may
    be on either side of nought.
    """
    found: dict[tuple[str, bool], int] = {}
    for table in subject.case.tables:
        numbers: dict[bool, set[bool]] = {True: set(), False: set()}
        for r, c, amount in table.cells():
            measure = table.context_at(r, c).measure
            if measure not in NETS and amount.meant.number:
                numbers[measure in COSTS].add(amount.meant.number > 0)
        found |= {(table.id, costs): _one_sign(held) for costs, held in numbers.items()}
    return found


def _one_sign(positive: set[bool]) -> int:
    if len(positive) > 1:
        return 0
    return -1 if False in positive else 1


def _sign(item: Item, measure: Measure | None, signs: Signs) -> int:
    """The sign of a figure's kind in its table; of a figure outside of tables, its own."""
    own = {(item.amount.meant.number or 1) > 0}
    return signs.get((item.name.partition(".")[0], measure in COSTS), _one_sign(own))


def _minus_printed(subject: Subject, found: Sum) -> bool:
    return any(
        _measure(subject, addend.item) in COSTS and (addend.item.amount.meant.number or 0) < 0
        for addend in found.addends
    )


def _costs_among_benefits(subject: Subject) -> Iterator[Tested]:
    signs = _signs(subject)
    for found in subject.sums:
        if (
            found.operation is not Operation.ADDED
            or len(found.addends) < 2
            or not subject.holds(found)
        ):
            continue
        gain = _measure(subject, found.published) in GAINS
        added = [addend for addend in found.addends if _counts_up(subject, found, addend, signs)]
        others = [addend for addend in found.addends if addend not in added]
        if gain and added and any(addend.worth > 0 for addend in others):
            yield _cost_among_benefits(subject, found, added)


def _counts_up(subject: Subject, found: Sum, addend: Addend, signs: Signs) -> bool:
    """Whether a cost makes the whole larger, by more than the rounding of the whole."""
    whole, measure = span_of(found.published.amount), _measure(subject, addend.item)
    positive = measure in COSTS and _sign(addend.item, measure, signs) > 0
    return positive and addend.worth > whole.high - whole.low


def _cost_among_benefits(subject: Subject, found: Sum, added: Sequence[Addend]) -> Tested:
    where, costs = subject.where(found.published), [subject.where(a.item) for a in added]
    spent = worth_of(added)
    unit = found.published.amount.meant.unit
    without = exactly(found.recomputed - 2 * spent, unit)
    named = " and ".join(called(cost) for cost in costs)
    amount, printed = format_amount(exactly(spent, unit)), as_printed(found.published.amount)
    tested = remark(
        "cost-as-benefit",
        Level.WARNING,
        (where, *costs, *(subject.where(a.item) for a in found.addends if a not in added)),
        title=f"{capital(where.figure.text)} is printed as {printed}, with {amount} of cost added",
        explanation=f"{capital(called(where))}, comes to {printed} with {named}, counted as a "
        f"gain. With that cost of {amount} taken away, the rest comes to {format_amount(without)}.",
        question=f"Is the {amount} of {named}, money that is spent or money that is gained, and "
        f"should it be part of the {printed}?",
        assumption="A figure that is called a cost or an investment is read as money spent",
    )
    return with_ours(tested, without)


def _taken_twice(subject: Subject) -> Iterator[Tested]:
    same = same_figures(subject)
    signs = _signs(subject)
    every = ((found, _taken(subject, found, signs)) for found in subject.sums)
    nets = [(found, taken) for found, taken in every if taken]
    for outer, again in nets:
        parts = set(_names([addend for addend in outer.addends if addend.factor > 0], same))
        for inner, first in nets:
            costs = set(_names(first, same))
            twice = [addend for addend in again if costs & set(_names([addend], same))]
            if inner is not outer and inner.published.name in parts and twice:
                yield _cost_twice(subject, outer, inner, twice)


def _taken(subject: Subject, found: Sum, signs: Signs) -> list[Addend]:
    """The costs that a sum of several parts takes away if it comes out, whatever their sign."""
    several = found.operation is Operation.ADDED and len(found.addends) > 1
    if not several or not any(_measure(subject, a.item) in COSTS for a in found.addends):
        return []
    ways = (found, *benefits_less_costs(subject, found, signs))
    addends = next((each.addends for each in ways if subject.holds(each)), ())
    return [a for a in addends if _measure(subject, a.item) in COSTS and a.worth < 0]


def _names(addends: Iterable[Addend], same: Mapping[str, tuple[Item, ...]]) -> Iterator[str]:
    for addend in addends:
        yield addend.item.name
        yield from (item.name for item in same.get(addend.item.name, ()))


def _cost_twice(subject: Subject, outer: Sum, inner: Sum, again: Sequence[Addend]) -> Tested:
    where, net = subject.where(outer.published), subject.where(inner.published)
    costs = [subject.where(addend.item) for addend in again]
    unit = outer.published.amount.meant.unit
    once = exactly(EXACT.subtract(outer.recomputed, worth_of(again)), unit)
    printed, named = as_printed(outer.published.amount), " and ".join(map(called, costs))
    tested = remark(
        "minus-twice",
        Level.WARNING,
        (where, net, *costs),
        title=f"{capital(where.figure.text)} is printed as {printed}; a cost is taken away twice",
        explanation=f"{capital(called(where))}, is {net.figure.text} less {named}. That cost is "
        f"already taken away in {called(net)}, which is printed as "
        f"{as_printed(inner.published.amount)}. "
        f"With the cost taken away once, the figure comes to {format_amount(once)}.",
        question=f"{capital(named)}, is taken away in {called(net)}, and again in "
        f"{called(where)}. Should it be taken away once or twice?",
        assumption="Both times the same cost is meant",
    )
    return with_ours(tested, once)


CHECKS = (
    Check(
        code="net",
        family=Family.NETS,
        title="A net of benefits and costs",
        about="A net says what is left of savings, income or other benefits once the costs are "
        "taken away. Tables print costs as they are, with a minus sign or in brackets, or give "
        "income the minus sign instead; each is read in the way of its own table.",
        formula="net = benefits − costs, in whichever way the table gives costs their sign",
        speaks="Error where the document sets out the net and it is not benefits less costs by "
        "more than rounding explains. Warning where the sum rests on our reading, or where the "
        "net agrees only if a cost that has a minus sign already is taken away once more. Note "
        "where rounding explains the difference, or a part without a number leaves the sum open.",
        run=_nets,
    ),
    Check(
        code="cost-as-benefit",
        family=Family.NETS,
        title="A cost counted among benefits",
        about="A total of savings, income or other benefits that comes out only when a cost is "
        "added to it, and not taken away, counts money that is spent as money that is gained.",
        formula="a total of benefits holds no cost with a plus sign",
        speaks="Warning wherever a figure called a cost or an investment makes such a total "
        "larger, since the figure may be money received and only its name be that of a cost.",
        run=_costs_among_benefits,
    ),
    Check(
        code="minus-twice",
        family=Family.NETS,
        title="A cost taken away twice",
        about="A net has its costs taken away already. Where the same cost is taken away from it "
        "again, the result is too low by that cost.",
        formula="a cost is taken away once on the way from benefits to a net",
        speaks="Warning where one cost is taken away in a net and again in a figure that is made "
        "from this net, and both sums come out.",
        run=_taken_twice,
    ),
)
