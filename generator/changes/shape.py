"""In which terms it is said how a record is compared: which fields, how, and paired by what.

The terms stand here, and `fields` says with them what holds of each record of the model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.changes.change import Did, Topic


class How(Enum):
    """How the two values of a field are held against each other."""

    VALUE = "value"  # as one value
    RECORD = "record"  # field by field
    ITEMS = "items"  # item by item, paired by what identifies them
    GRID = "grid"  # as the rows, columns and cells of a table


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """What tells one item of a list from the others.

    Attributes:
        fields: the fields that do so together; a dot goes down into a record.
        alone: whether it counts only where no other item of either list has the same, as with
            a reference that a log may give to all of its risks.
    """

    fields: tuple[str, ...]
    alone: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """The fields of one record by how they are compared.

    Attributes:
        names: values that an item is called by; another one is a new name.
        places: values that say in which group, category or part an item stands.
        values: all other single values; several words whose order says nothing are one value.
        records: records within this one.
        items: lists of records.
        grid: what only a table has.
        apart: takes no part: ids of the register, and the lines on which a value stands.
        keys: by what two items of a list are one and the same, the surest first.
        told_by: values of which two items must share something to be one and the same, where
            several items have the key that pairs them.
        close: whether items that no key pairs are one and the same where their words are close.
        called: what an item is called by, where that is not its `names`.
        about: the topic of fields that is not that of the whole record.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    grid: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    told_by: tuple[str, ...] = ()
    close: bool = True
    called: tuple[str, ...] = ()
    about: Mapping[str, Topic] = field(default_factory=dict)

    @property
    def label(self) -> tuple[str, ...]:
        """The fields that an item is called by."""
        return self.called or self.names


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """How one field is compared; `topic` is None where it is that of the whole record."""

    name: str
    how: How
    did: Did
    topic: Topic | None


def by(*names: str) -> Key:
    """Items with the same in these fields are one and the same."""
    return Key(fields=names)


def by_alone(*names: str) -> Key:
    """So they are where nothing else has the same in these fields."""
    return Key(fields=names, alone=True)
