"""Open data reads the same by machine however its lines are broken, and a line is one thing."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.json_lines import json_lines, lines_of, long_list, one_line

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(VALUES.filter(lambda value: isinstance(value, dict | list)))
def test_what_is_written_is_read_again(data: dict[str, Any] | list[Any]) -> None:
    assert json.loads(json_lines(data)) == data


def test_a_field_has_a_line_and_so_has_each_item_of_a_list() -> None:
    data = {"as_at": "2018-02-01", "cases": [{"id": "a", "themes": ["b", "c"]}, {}], "none": []}
    assert json_lines(data).decode() == (
        '{\n "as_at": "2018-02-01",\n "cases": [\n  {"id": "a", "themes": ["b", "c"]},\n  {}\n ],\n'
        ' "none": []\n}\n'
    )
    assert json_lines([{"a": "£1"}, 2]).decode() == '[\n {"a": "£1"},\n 2\n]\n'


@given(pieces=st.lists(st.lists(VALUES), max_size=4))
def test_a_list_put_together_from_kept_bytes_is_the_list_written_whole(
    pieces: list[list[Any]],
) -> None:
    kept = [lines_of(map(one_line, piece)) for piece in pieces if piece]
    body = long_list({"as_at": one_line("2018-02-01")}, "cases", kept)
    every = [item for piece in pieces for item in piece]
    assert body == json_lines({"as_at": "2018-02-01", "cases": every})
