"""One change between two versions of a case: what it is about, where it is, and what it was.

A change is found by comparing two records, never two texts: an amount, a date, a person, a
word, a cell, a piece of prose. Everything that is later said of it, in sentences, on pages, in
feeds and as data, is said from this one record.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from generator.core.amounts import Amount
    from generator.core.figures import Axis


class Unread(Enum):
    """Stands in the place of a whole field of the file that could not be read then, or now."""

    UNREADABLE = "unreadable"


UNREADABLE: Final = Unread.UNREADABLE


class Topic(StrEnum):
    """What a change is about, in the order of what matters to a decision."""

    MONEY = "money"
    DECISION = "decision"
    SCOPE = "scope"
    OPTIONS = "options"
    RISK = "risk"
    IMPACT = "impact"
    PEOPLE = "people"
    WORDING = "wording"


class Did(StrEnum):
    """What happened to a value; to move is to stand in another group, never in another order."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step down into a case.

    Attributes:
        field: the field of the record: ``risks``, ``likelihood``, ``splits``.
        key: what identifies the item within a list: its id where it has one that both versions
            share, else its label in small letters; empty for a single value. It is the same
            whichever of the two versions came first.
        before: what the item was called in the earlier version: its label, title or name.
        after: what it is called in the later one.
    """

    field: str
    key: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """A row or a column that was added to a table or removed from it, with its amounts.

    Attributes:
        axis: the row or column.
        cells: each amount beside the column or row that it crosses. Where a row and a column
            were added at once, the amount at their crossing belongs to the row.
    """

    axis: Axis
    cells: tuple[tuple[Axis, Amount], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One difference between an earlier and a later version of a case.

    Attributes:
        path: the way from the case down to the value. A cell of a table is reached by three
            steps: ``tables``, ``rows`` and ``columns``, each with the key of its item.
        did: what happened.
        topic: what it is about.
        before: the value in the earlier version: the whole record where an item was removed, a
            ``Series`` for a row or column, None where it was added, and ``UNREADABLE`` where
            the file could not be read there.
        after: the value in the later version, in the same way.
        owners: the record that holds the value and gives it its meaning, then and now: a
            ``Headline``, ``Figure``, ``Risk`` or ``Person``, or the ``Case`` itself. Where that
            takes more than one record they stand from the outermost inwards: ``(Table, row,
            column)`` for a cell, ``(Table, row or column)`` for what is true of one,
            ``(Headline, Split)``, ``(Benefit, Target)``, ``(Option, Assessment)``,
            ``(Impacts, Answer)``. For an item that was added or removed, that which holds
            the list.
    """

    path: tuple[Step, ...]
    did: Did
    topic: Topic
    before: Any
    after: Any
    owners: tuple[Any, Any]

    @property
    def field(self) -> str:
        """The field that changed, or the list that lost or gained an item."""
        return self.path[-1].field

    @property
    def place(self) -> tuple[str, str]:
        """The record and the field that changed, by name: ``("Risk", "likelihood")``.

        What is said beside a figure is at ``("Context", "period")``, a cell at ``("Table",
        "amounts")``, an item that a list gained or lost where the list is: ``("Case", "risks")``.
        """
        if len(self.path) > 1 and self.path[-2].field == "context":
            return ("Context", self.field)
        if self.field == "columns" and self.path[-2].field == "rows":
            return ("Table", "amounts")
        owner = self.owners[1]
        return (type(owner[-1] if isinstance(owner, tuple) else owner).__name__, self.field)
