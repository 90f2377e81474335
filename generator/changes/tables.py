"""What changed in a finance table, beside the words above it: rows, columns and cells.

Rows and columns are paired like any items. A row that was added is one change with its
amounts, and each cell of a row and a column that both versions have is a value of its own.
What a figure measures may be said by its row, its column or its table: where every cell says
the same as before, it is no change that another of the three says it now.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.changes.change import Did, Series, Step
from generator.changes.fields import called
from generator.changes.values import meaning, same, topic_of_amounts, topic_of_value
from generator.core.amounts import State

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from generator.changes.change import Change
    from generator.changes.pairing import Pair
    from generator.changes.spot import Spot
    from generator.core.amounts import Amount
    from generator.core.figures import Context, Table

# As few figures, all the same, tell that a row with another label is still the same row.
FIGURES_TO_TELL: Final = 2


def step_to(name: str, pair: Pair) -> Step:
    """The step to an item of a list, with what it was called and is."""
    names = ("" if item is None else called(item) for item in (pair.before, pair.after))
    return Step(field=name, key=pair.key, before=next(names), after=next(names))


def amounts_of(table: Table, name: str, number: int | None) -> tuple[Amount, ...]:
    """The amounts of one row or column; none where there is none."""
    if number is None:
        return ()
    if name == "rows":
        return table.amounts[number]
    return tuple(row[number] for row in table.amounts)


def with_renamed(
    name: str, found: Sequence[Pair], crossing: Sequence[Pair], then: Table, now: Table
) -> list[Pair]:
    """The rows or columns again, where one that is gone and a new one with its amounts are one.

    That takes two figures at least, and no other row with the same amounts.
    """
    crossed = [each for each in crossing if _in_both(each)]
    old = _by_amounts([p for p in found if p.now is None], name, then, [c.was for c in crossed])
    new = _by_amounts([p for p in found if p.was is None], name, now, [c.now for c in crossed])
    gone = {amounts: those[0] for amounts, those in old.items() if len(those) == 1}
    same_as = {id(those[0]): gone.get(a) for a, those in new.items() if len(those) == 1}
    merged = [_merged(pair, same_as.get(id(pair))) for pair in found]
    renamed = {pair.was for pair in merged if pair.now is not None}
    return [pair for pair in merged if pair.now is not None or pair.was not in renamed]


def _by_amounts(
    found: Sequence[Pair], name: str, table: Table, crossed: Sequence[int | None]
) -> dict[Hashable, list[Pair]]:
    """Rows or columns by their amounts where others cross them; those with two figures at least."""
    groups: dict[Hashable, list[Pair]] = {}
    for pair in found:
        amounts = amounts_of(table, name, pair.was if pair.now is None else pair.now)
        shown = [amounts[n] for n in crossed if n is not None]
        if sum(amount.meant.state is State.FIGURE for amount in shown) >= FIGURES_TO_TELL:
            groups.setdefault(tuple(meaning(amount) for amount in shown), []).append(pair)
    return groups


def _merged(pair: Pair, gone: Pair | None) -> Pair:
    if gone is None:
        return pair
    return replace(pair, key=min(pair.key, gone.key), before=gone.before, was=gone.was)


def series_change(spot: Spot, name: str, pair: Pair, crossing: Sequence[Pair]) -> Change:
    """The one change of a row or column that only one version has.

    Args:
        spot: the table.
        name: ``rows`` or ``columns``.
        pair: the row or column.
        crossing: the other axis. What a new column has in a new row is part of the row.
    """
    added = pair.before is None
    table, number = (spot.now[-1], pair.now) if added else (spot.then[-1], pair.was)
    axes = table.columns if name == "rows" else table.rows
    amounts = amounts_of(table, name, number)
    shared = {each.now if added else each.was for each in crossing if _in_both(each)}
    series = Series(
        axis=pair.after if added else pair.before,
        cells=tuple(
            (axes[n], amount) for n, amount in enumerate(amounts) if name == "rows" or n in shared
        ),
    )
    here = spot.at(step_to(name, pair), topic_of_amounts(amounts))
    return here.change(Did.ADDED, None, series) if added else here.change(Did.REMOVED, series, None)


def cell_changes(spot: Spot, rows: Sequence[Pair], columns: Sequence[Pair]) -> Iterator[Change]:
    """The cells that say something else, of the rows and columns that both versions have."""
    for row, column, before, after in _cells(spot.then[-1], spot.now[-1], rows, columns):
        if not same(before, after):
            topic = topic_of_value(topic_of_amounts((before, after)), before, after)
            here = spot.at(step_to("rows", row)).at(step_to("columns", column), topic)
            here = here.within(row.before, row.after).within(column.before, column.after)
            yield here.change(Did.CHANGED, before, after)


def says_the_same(then: Table, now: Table, rows: Sequence[Pair], columns: Sequence[Pair]) -> bool:
    """Whether every cell that both versions have measures the same, for the same time."""
    crossings = [(row, column) for row in rows for column in columns]
    shared = [(r, c) for r, c in crossings if _in_both(r) and _in_both(c)]
    return bool(shared) and all(
        _said(then.context_at(r.was or 0, c.was or 0))
        == _said(now.context_at(r.now or 0, c.now or 0))
        for r, c in shared
    )


def _said(context: Context) -> tuple[Hashable, ...]:
    values = (context.measure, context.period, context.basis, context.qualities, context.source)
    return tuple(meaning(value) for value in values)


def _cells(
    then: Table, now: Table, rows: Iterable[Pair], columns: Sequence[Pair]
) -> Iterator[tuple[Pair, Pair, Amount, Amount]]:
    across = [(c, c.was, c.now) for c in columns if c.was is not None and c.now is not None]
    for row in rows:
        if row.was is None or row.now is None:
            continue
        before, after = then.amounts[row.was], now.amounts[row.now]
        for column, i, j in across:
            yield row, column, before[i], after[j]


def _in_both(pair: Pair) -> bool:
    return pair.was is not None and pair.now is not None
