"""What a check gets to look at: one case, its sums, and what it may be held against.

The sums are worked out once, in ``prepare``; each check picks those of its own shape.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.audit.findings import Where
from generator.audit.judging import HOLDS, verdict_of
from generator.audit.precision import coarseness
from generator.core.naming import describe
from generator.core.totals import TOTALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from generator.audit.findings import Verdict
    from generator.audit.shape import Shape
    from generator.core.amounts import Unit
    from generator.core.case import Case
    from generator.core.councils import Council
    from generator.core.figures import Table
    from generator.core.operands import Item
    from generator.core.sums import Sum


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """A case under audit.

    Attributes:
        others: the cases of the register by path, for names and links that lead to them.
        council: what the register knows of its council; None where it is in no list.
        sums: every sum that the case claims, stated, read or implied.
        shapes: the shape of each of them.
        earlier: what the case said earlier, the oldest first; empty where that is not known.
    """

    case: Case
    others: Mapping[str, Case]
    council: Council | None
    sums: tuple[Sum, ...]
    shapes: tuple[Shape, ...] = ()
    earlier: tuple[Case, ...] = ()
    _where: dict[str, Where] = field(default_factory=dict, repr=False, compare=False)
    _verdicts: dict[int, Verdict] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def path(self) -> str:
        """Where the case lies: council, plan year and name."""
        return str(self.case.id)

    def of_shape(self, *shapes: Shape) -> Iterator[Sum]:
        """The sums of these shapes, in the order of the case."""
        return (s for s, shape in zip(self.sums, self.shapes, strict=True) if shape in shapes)

    def verdict(self, found: Sum) -> Verdict:
        """How a sum comes out: many checks ask it of each that the case claims, so it is told once.

        Those are at hand for as long as this is, so none that is put together has the id of one.
        """
        if not self._verdicts:
            self._verdicts.update((id(each), verdict_of(each)) for each in self.sums)
        return self._verdicts.get(id(found)) or verdict_of(found)

    def holds(self, found: Sum) -> bool:
        """Whether a sum comes out, to the rounding of its prints."""
        return self.verdict(found) in HOLDS

    def table_of(self, item: Item) -> Table | None:
        """The table that a value stands in, of this case or of another."""
        path, _, name = item.name.rpartition("#")
        case = self.others[path] if path else self.case
        return next((table for table in case.tables if table.id == name.partition(".")[0]), None)

    def coarse(self, items: Iterable[Item]) -> dict[str, Decimal]:
        """What values of tables are rounded to, by name, where that is coarser than their print."""
        found: dict[str, Decimal] = {}
        known: dict[tuple[str, str], dict[Unit, Decimal]] = {}
        for item in items:
            table = self.table_of(item)
            if table is None:
                continue
            key = (item.name.rpartition("#")[0], table.id)
            worth = known[key] if key in known else known.setdefault(key, coarseness(table))
            if item.amount.meant.unit in worth:
                found[item.name] = worth[item.amount.meant.unit]
        return found

    def is_total(self, item: Item) -> bool:
        """Whether a value is a total of its table, of which the table's basis does not hold."""
        table, parts = self.table_of(item), item.name.split(".")
        axes = (*table.rows, *table.columns) if table else ()
        return any(axis.id in parts and axis.part in TOTALS for axis in axes)

    def where(self, item: Item) -> Where:
        """A part of a sum, with what it is called and where it stands."""
        known = self._where.get(item.name)
        if known is not None and known.amount is item.amount:
            return known
        figure = known.figure if known else describe(self.case, item.name, self.others)
        self._where[item.name] = found = Where(figure=figure, amount=item.amount)
        return found
