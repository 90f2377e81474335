"""A list that is put together from kept bytes is the list that would have been written."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.json_lines import json_lines, lines_of, long_list, one_line

ITEMS = st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=5), max_size=2), max_size=4)


@given(pieces=st.lists(ITEMS, max_size=4))
def test_pieces_give_the_bytes_that_the_whole_gives(pieces: list[list[dict[str, str]]]) -> None:
    kept = [lines_of(map(one_line, piece)) for piece in pieces if piece]
    body = long_list({"as_at": one_line("2018-02-01")}, "cases", kept)
    every = [item for piece in pieces for item in piece]
    assert body == json_lines({"as_at": "2018-02-01", "cases": every})
    assert json.loads(body)["cases"] == every
