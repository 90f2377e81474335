"""Data as JSON that people can compare too: a line for each field and for each item of a list.

Line breaks everywhere would be easier still on the eye, but Python writes those with an encoder
many times slower than the one for plain lines, and a register has a file for each case. A list
of many cases can be put together from lines that are kept, each of which is one case.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pages.figure_data import Data

BETWEEN = ",\n  "  # items of a list that is a field of a record
HERE = "\0"  # stands in no JSON

one_line = json.JSONEncoder(ensure_ascii=False).encode


def json_lines(data: Data | list[Any]) -> bytes:
    """A record or a list: the same bytes for the same data."""
    if isinstance(data, list):
        return as_file(listed(map(one_line, data)))
    return as_file(record({name: _field(value) for name, value in data.items()}))


def record(fields: Mapping[str, str]) -> str:
    """A record of fields whose values are JSON already."""
    return _framed("{}", (f"{one_line(name)}: {text}" for name, text in fields.items()), "")


def listed(items: Iterable[str], indent: str = "") -> str:
    """A list of items that are JSON already; `indent` stands before the line it begins in."""
    return _framed("[]", items, indent)


def lines_of(items: Iterable[str]) -> bytes:
    """Some items of a list that is a field of a record, as ``long_list`` takes them."""
    return BETWEEN.join(items).encode()


def long_list(fields: Mapping[str, str], name: str, pieces: Iterable[bytes]) -> bytes:
    """A record as a file, whose last field is a list of very many items.

    Put together from bytes that are kept, since to write or to join it as text takes several
    times the room.

    Args:
        fields: the others, whose values are JSON already.
        name: that of the list.
        pieces: some items each; see ``lines_of``. None is empty.
    """
    between = BETWEEN.encode()
    parts = [part for piece in pieces for part in (between, piece)]
    if not parts:
        return as_file(record({**fields, name: listed(())}))
    before, after = as_file(record({**fields, name: listed([HERE], " ")})).split(HERE.encode())
    return b"".join((before, *parts[1:], after))


def as_file(text: str) -> bytes:
    """A text with a line break at its end."""
    return f"{text}\n".encode()


def _field(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return listed(map(one_line, value), " ") if isinstance(value, list) else one_line(value)


def _framed(frame: str, items: Iterable[str], indent: str) -> str:
    inner = f",\n{indent} ".join(items)
    return f"{frame[0]}\n{indent} {inner}\n{indent}{frame[1]}" if inner else frame
