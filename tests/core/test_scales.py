"""The scale of a risk log: which texts begin with one, and which scores rank above others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.scales import RANKS, Sort, at_most, scale_of, sort_of

FIVE = ("1", "2", "3", "4", "5")


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("1 to 5", FIVE),
        ("5 to 1", FIVE),
        ("1-5, of which 5 is worst", FIVE),
        ("1 – 5", FIVE),
        ("1, 2, 3, 4 and 5", FIVE),
        ("A to D in the heading, numbers in the rows", ("a", "b", "c", "d")),
        ("low to high", ("low", "medium", "high")),
        ("Very low to Very high", RANKS),
        ("low, medium or high", ("low", "medium", "high")),
        ("not stated", ()),
        ("as the handbook says, 1 to 5", ()),
        ("A scale of 1 to 5", ()),
        ("1 to high", ()),
        ("4", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_a_text_that_begins_with_a_scale_is_read_as_one(
    text: str | None, scale: tuple[str, ...]
) -> None:
    assert scale_of(text) == scale


@pytest.mark.parametrize(
    ("score", "sort"),
    [("4", Sort.NUMBER), ("12", Sort.NUMBER), ("C", Sort.LETTER), ("High", Sort.WORD)],
)
def test_a_score_is_a_number_a_letter_or_a_word(score: str, sort: Sort) -> None:
    assert sort_of(score) is sort


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("3", "4", True),
        ("4", "3", False),
        ("9", "10", True),
        ("Low", "very high", True),
        ("high", "Medium", False),
        ("C", "c", True),
        ("A", "B", False),
        ("B", "A", False),
        ("3", "high", False),
    ],
)
def test_one_score_is_at_most_another_where_their_order_is_known(
    one: str, other: str, known: bool
) -> None:
    assert at_most(one, other) is known


@given(st.text(max_size=60))
def test_any_text_has_a_scale_or_none(text: str) -> None:
    assert all(part == part.lower() for part in scale_of(text))
