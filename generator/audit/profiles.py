"""What a claim of the appraisal rests on: benefits, costs and their net, by year.

A claim names its rows (``npv comes from summary.net at 3.5%``), or the case has one table by
year and no other, which is then taken to be meant. Costs count as costs whether they are printed
with a minus or without.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.audit.series import YEAR, added, is_period, negative, ordered, series_of
from generator.core.amounts import POUNDS
from generator.core.operands import key_of
from generator.core.words import COSTS, NETS, Basis, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.series import Series
    from generator.audit.subject import Subject
    from generator.core.figures import Table
    from generator.core.operands import Item
    from generator.core.relations import Relation

# What an appraisal sets against its costs: a cost that is only avoided brings no money.
CASH_GAINS = (Measure.BENEFIT, Measure.SAVING, Measure.INCOME)


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What a claim rests on, by year where there are years.

    Attributes:
        net: benefits less costs.
        gains: what comes in or is saved, where it is printed apart.
        costs: what is paid for it, as positive numbers, where it is printed apart.
        assumption: what was taken for granted; empty where the file names the figures.
    """

    net: Series
    gains: Series = ()
    costs: Series = ()
    assumption: str = ""

    @property
    def years(self) -> int:
        """How many years it is for; 1 where that is no whole number, or not known."""
        ends = [each.begins + each.months for each in (*self.net, *self.gains) if each.period]
        months = max(ends, default=YEAR)
        return months // YEAR if months % YEAR == 0 else 1

    @property
    def by_year(self) -> bool:
        """Whether it has two periods or more, none of them longer than a year."""
        return len(self.net) > 1 and all(each.months <= YEAR for each in self.net)


def items_in(*every: Series) -> tuple[Item, ...]:
    """Every figure of several series, each once."""
    stretches = (stretch for series in every for stretch in series)
    return tuple({item.name: item for each in stretches for item, _ in each.parts}.values())


def profile_of(subject: Subject, relation: Relation) -> Profile | str:
    """The profile that a relation names, or why it has none.

    Benefits and costs stand apart where the relation names both, or where the table of its one
    row has one row of each.
    """
    every = []
    for term in relation.terms:
        series = series_of(subject, term.name)
        every.append(series if term.sign > 0 else negative(series))
    net = ordered(added(every))
    if isinstance(net, str):
        return net
    if len(every) == 1:
        return _with_table(subject, Profile(net=net), relation.terms[0].name)
    spends = [_measure(subject, series) in COSTS for series in every]
    gains = added(series for series, spent in zip(every, spends, strict=True) if not spent)
    costs = added(negative(series) for series, spent in zip(every, spends, strict=True) if spent)
    return _apart(Profile(net=net), gains, costs)


def only_profile(subject: Subject) -> Profile | str:
    """The one set of figures by year that a case has, or why none can be taken."""
    found = [profile for table in subject.case.tables for profile in _of_table(subject, table)]
    if not found:
        return "no table sets out its benefits and costs by year"
    if len(found) > 1:
        return "more than one table sets out benefits and costs by year"
    return found[0]


def _of_table(subject: Subject, table: Table) -> Iterator[Profile]:
    """The profile of a table by year that has one net, or one benefit and one cost."""
    lines = _lines(table)
    nets, gains, costs = (
        [name for name, measure in lines.items() if measure in kind]
        for kind in (NETS, CASH_GAINS, COSTS)
    )
    if len(nets) == 1:
        net = ordered(series_of(subject, nets[0]))
    elif (len(nets), len(gains), len(costs)) == (0, 1, 1):
        net = ordered(added([series_of(subject, gains[0]), negative(_spent(subject, costs[0]))]))
    else:
        return
    assumed = f"The figures by year in “{table.title}”, the only ones here, are taken to be meant"
    if not isinstance(net, str):
        name = (nets or gains)[0]
        found = _with_table(subject, Profile(net=net, assumption=assumed), name)
        yield from [found] if found.by_year else []


def _with_table(subject: Subject, profile: Profile, name: str) -> Profile:
    """The profile with the benefits and costs of its table, where that has one line of each."""
    table = next((t for t in subject.case.tables if t.id == name.partition(".")[0]), None)
    lines = _lines(table) if table else {}
    gains = [line for line, measure in lines.items() if measure in CASH_GAINS]
    costs = [line for line, measure in lines.items() if measure in COSTS]
    if len(gains) != 1 or len(costs) != 1:
        return profile
    return _apart(profile, series_of(subject, gains[0]), _spent(subject, costs[0]))


def _apart(profile: Profile, gains: Series, costs: Series) -> Profile:
    gained, spent = ordered(gains, costs), ordered(costs, gains)
    if isinstance(gained, str) or isinstance(spent, str):
        return profile
    return replace(profile, gains=gained, costs=spent)


def _lines(table: Table) -> dict[str, Measure | None]:
    """The rows, or the columns, of money by period, and what each measures.

    Cumulative ones are left away, since they say the same again; so is a table in which a period
    has more than one column.
    """
    across = sum(map(is_period, table.columns)) > 1
    axes, periods = (table.rows, table.columns) if across else (table.columns, table.rows)
    keys = [key_of(axis) for axis in periods if is_period(axis)]
    if len(keys) < 2 or len(set(keys)) < len(keys):
        return {}
    contexts = {f"{table.id}.{axis.id}": axis.context.over(table.context) for axis in axes}
    return {
        name: context.measure
        for name, context in contexts.items()
        if context.basis is not Basis.CUMULATIVE and context.counts_in.base == POUNDS
    }


def _spent(subject: Subject, name: str) -> Series:
    """A line of costs as positive numbers, whichever way they are printed."""
    costs = series_of(subject, name)
    return negative(costs) if sum(each.value for each in costs) < 0 else costs


def _measure(subject: Subject, series: Series) -> Measure | None:
    items = [item for each in series for item, _ in each.parts]
    return subject.where(items[0]).figure.context.measure if items else None
