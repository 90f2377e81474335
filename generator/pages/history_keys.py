"""Keys of facts that stay with an item from version to version, whatever it is called in each.

A risk with another title, or a row with another label, is the same one for the sentences on what
changed. So it is for who compares the facts: they have the key that the item had when it came.
Which item is which is told by the same pairing as everywhere; see ``changes.pairing``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.changes.fields import RULES
from generator.changes.pairing import pairs
from generator.changes.shape import How
from generator.changes.tables import with_renamed
from generator.core.case import Case
from generator.pages.history_facts import own_keys, version_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.changes.pairing import Pair
    from generator.core.figures import Table
    from generator.pages.history_facts import Fact

TABLES = "tables"
WORDED = ("sections", "relations")  # whose facts have what they say as their key
LISTS = tuple(
    rule.name for rule in RULES[Case] if rule.how is How.ITEMS and rule.name not in WORDED
)
Names = dict[str, str]  # what an item, row or column has as its key in one version, and keeps


def lasting_facts(cases: Iterable[Case | None]) -> tuple[tuple[Fact, ...], ...]:
    """The facts of each version, the oldest first; none of one that is not shown."""
    book = _Book()
    return tuple(book.facts(case) if case is not None else () for case in cases)


@dataclass(kw_only=True, slots=True)
class _Book:
    """The items that were known until now, by their keys that stay.

    Attributes:
        items: by field and by key, each as it was last.
        axes: of each table by its key, what its rows and columns keep as keys, by their ids.
    """

    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    axes: dict[str, Names] = field(default_factory=dict)

    def facts(self, case: Case) -> tuple[Fact, ...]:
        """The facts of the next version."""
        known = {name: self._names(case, name) for name in LISTS if name not in case.unreadable}
        return tuple(self._lasting(fact, known) for fact in version_facts(case))

    def _names(self, case: Case, name: str) -> Names:
        """What each item of a list keeps as its key."""
        items = getattr(case, name)
        before, owns = self.items.setdefault(name, {}), own_keys(name, items)
        keys, found = tuple(before), Names()
        for pair in pairs(tuple(before.values()), items):
            if pair.now is not None:
                own = owns[pair.now]
                kept = keys[pair.was] if pair.was is not None else _free(own, before)
                if name == TABLES:
                    self.axes[kept] = self._axes(kept, pair)
                before[kept] = pair.after
                found[own] = kept
        return found

    def _axes(self, table: str, pair: Pair) -> Names:
        """What the rows and columns of a table keep as their keys."""
        now: Table = pair.after
        if pair.before is None:
            return {axis.id: axis.id for axis in (*now.rows, *now.columns)}
        then: Table = pair.before
        rows, columns = pairs(then.rows, now.rows), pairs(then.columns, now.columns)
        rows = with_renamed("rows", rows, columns, then, now)
        columns = with_renamed("columns", columns, rows, then, now)
        known, found = self.axes[table], Names()
        for each in (*columns, *rows):
            if each.after is not None:
                own = each.after.id
                kept = known.get(each.before.id) if each.before is not None else None
                found[own] = kept or _free(own, known.values())
        return found

    def _lasting(self, fact: Fact, known: Mapping[str, Names]) -> Fact:
        """The fact under the key that its item keeps."""
        name, _, rest = fact.key.partition("/")
        names = known.get(name, {})
        own = max((o for o in names if rest == o or rest.startswith(f"{o}/")), key=len, default="")
        if not own:
            return fact
        kept, below = names[own], rest[len(own) :].split("/")
        if name == TABLES:
            axes = self.axes[kept]
            below = [axes.get(part, part) for part in below]
        of = f"{name}/{kept}"
        return replace(fact, key=f"{of}{'/'.join(below)}", of=of)


def _free(own: str, taken: Iterable[str]) -> str:
    """The key itself, or with a number where another item has it."""
    there, number, found = {*taken}, 1, own
    while found in there:
        number += 1
        found = f"{own} ({number})"
    return found
