"""Records packed into bytes and taken out again, as quickly as Python's own format can.

A case is some six hundred small records. Left to themselves they look up the names of their
fields at each packing and each unpacking, which takes longer than all the rest. Here a record
is packed as its class and its values in turn. Whoever keeps what was packed seals it: see
``generator.site.store``.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

PROTOCOL = 5  # the newest one of all Pythons that Casebook runs on


def pack(value: object) -> bytes:
    """A value as bytes: the same for the same value, made in the same way."""
    out = io.BytesIO()
    _Packer(out, PROTOCOL).dump(value)
    return out.getvalue()


def unpack(packed: bytes | memoryview) -> Any:  # noqa: ANN401 - whatever was packed
    """The value."""
    return pickle.loads(packed)  # noqa: S301 - packed in this run, or sealed by the store


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - as the library declares it
        """How a record is packed; everything else as usual."""
        kind: type = type(value)
        names = _names(kind)
        if isinstance(value, Enum):  # by its name, which is found again at once
            return getattr, (kind, value.name)
        if names is None:
            return NotImplemented
        return _made, (kind, *[getattr(value, name) for name in names])


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a kind of record; None for what is none, or has more than its fields."""
    if not is_dataclass(kind) or kind.__dictoffset__:
        return None
    return tuple(field.name for field in fields(kind))


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(getattr(kind, name).__set__ for name in _names(kind) or ())


def _made(kind: type, *values: object) -> Any:  # noqa: ANN401 - a record of that kind
    """A record with these values, which were checked when they were read."""
    record: Any = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(record, value)
    return record
