"""The closed lists: every word is taken in any case, and a mistyped one gets the nearest."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core import words
from generator.core.cell_text import LONGEST_NAME, MOST_NAMES, nearest
from generator.core.problems import Fault
from generator.core.words import Basis, Heading, Measure, Quality, listed, parse_word

LISTS = [
    value
    for value in vars(words).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]
EVERY_WORD = [(list_, word) for list_ in LISTS for word in list_]


@pytest.mark.parametrize(("list_", "word"), EVERY_WORD, ids=str)
def test_every_word_is_taken_in_capitals_and_small_letters(
    list_: type[StrEnum], word: StrEnum
) -> None:
    for typed in (word.value, word.value.upper(), f"  {word.value.lower()} "):
        assert parse_word(typed, list_, "a word") == word


@pytest.mark.parametrize("list_", LISTS)
def test_no_two_words_of_a_list_differ_by_capitals_alone(list_: type[StrEnum]) -> None:
    assert len({word.value.lower() for word in list_}) == len(list_)


def test_measures_bases_and_qualities_share_no_word_so_that_their_order_does_not_matter() -> None:
    all_words = [word.value for list_ in (Measure, Basis, Quality) for word in list_]
    assert len(set(all_words)) == len(all_words)


@pytest.mark.parametrize(
    ("typed", "list_", "meant"),
    [
        ("savings", Measure, "saving"),
        ("Net Savings", Measure, "net saving"),
        ("cost-avoided", Measure, "cost avoided"),
        ("in-year", Basis, "in year"),
        ("one off", Basis, "one-off"),
        ("noncashable", Quality, "non-cashable"),
        ("Finance case", Heading, "Financial case"),
        ("Notes", Heading, None),
        ("Background", Heading, None),
        ("", Measure, None),
    ],
)
def test_a_mistyped_word_is_a_fault_with_the_nearest_known_one(
    typed: str, list_: type[StrEnum], meant: str | None
) -> None:
    found = parse_word(typed, list_, "a word")
    assert isinstance(found, Fault)
    assert found.code == "unknown-word"
    assert all(word.value in found.expected for word in list_)
    expected = f"write “{meant}”, if that is meant" if meant else "use a word of the list"
    assert found.remedy == expected


def test_words_are_listed_as_a_person_lists_them() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a or b"
    assert listed(["a", "b", "c"]) == "a, b or c"


def test_nothing_is_compared_that_is_longer_or_more_than_a_register_has() -> None:
    assert nearest("a" * (LONGEST_NAME + 1), ["a" * LONGEST_NAME]) is None
    assert nearest("aaa", ["a" * (LONGEST_NAME + 1), "aab"]) == "aab"
    assert nearest("name-1", [f"name-{number}" for number in range(MOST_NAMES + 1)]) is None


@given(st.text(max_size=60), st.sampled_from(LISTS))
def test_any_text_is_a_word_of_the_list_or_a_fault(typed: str, list_: type[StrEnum]) -> None:
    found = parse_word(typed, list_, "a word")
    assert found in list(list_) or isinstance(found, Fault)
