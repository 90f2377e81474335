"""In which order the fields of a case file stand, taken from the records themselves.

The order in which a record lists its fields is the order in which an officer finds them
in every file. Nothing is written down twice: a field that the model gains tomorrow has
its place at once.
"""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from generator.writing.spans import Part, Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """The fields of one record, in order.

    Attributes:
        names: the names of the fields.
        groups: the record within each field that holds one group of fields.
        lists: the record within each field that holds a list of groups.
    """

    names: tuple[str, ...]
    groups: Mapping[str, type]
    lists: Mapping[str, type]

    def sort(self, typed: Sequence[str]) -> list[int]:
        """The numbers of the fields in `typed`, in this record's order.

        A field that the record does not have, such as a mistyped one, stays behind the
        field that it stood behind.
        """
        ranks: list[int] = []
        for name in typed:
            before = ranks[-1] if ranks else -1
            ranks.append(self.names.index(name) if name in self.names else before)
        return sorted(range(len(typed)), key=ranks.__getitem__)


@cache
def order_of(record: type) -> Order:
    """The order of a record's fields."""
    groups: dict[str, type] = {}
    lists: dict[str, type] = {}
    for name, hint in get_type_hints(record).items():
        within, listed = _record_within(hint)
        if within is not None:
            (lists if listed else groups)[name] = within
    names = tuple(field.name for field in dataclass_fields(record))
    return Order(names=names, groups=groups, lists=lists)


def _record_within(hint: Any) -> tuple[type | None, bool]:  # noqa: ANN401 - a type as written
    """The record that a field holds, and whether it holds a list of them."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint, False
    if get_origin(hint) is tuple:
        return _record_within(get_args(hint)[0])[0], True
    found = (_record_within(part) for part in get_args(hint))
    return next((pair for pair in found if pair[0] is not None), (None, False))


def order_within(order: Order | None, part: Part) -> Order | None:
    """The order within a field, where that field holds what it should: a group, or a list of them.

    An item of a list has no name of its own; it is given the order of its list.
    """
    if order is None or not part.name:
        return order
    here = order.groups if part.value.sort is Sort.GROUP else order.lists
    return order_of(here[part.name]) if part.name in here else None
