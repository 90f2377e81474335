"""What the search page loads beside its index, and what a case's page tells the index."""

from __future__ import annotations

import json
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.core.identity import normal_reference
from generator.pages.search_facets import search_facets
from generator.pages.shelf import shelve
from generator.reading.register import load_register
from generator.search.references import SEARCH_FILES
from generator.search.synonyms import SYNONYMS

if TYPE_CHECKING:
    from generator.reading.register import Register

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(ROOT)


@pytest.fixture(scope="module")
def assets(register: Register) -> dict[str, Any]:
    shelf = shelve(register, date(2020, 1, 1), production=False)
    return {address: json.loads(make(shelf).body) for address, make in SEARCH_FILES.items()}


def test_every_reference_of_every_case_is_listed_as_printed_and_in_its_normal_form(
    register: Register, assets: dict[str, Any]
) -> None:
    listed = assets["search/refs.json"]
    printed = [r for _, one in sorted(register.cases.items()) for r in one.case.references]
    assert [one["reference"] for one in listed] == printed
    assert all(one["normal"] == normal_reference(one["reference"]) for one in listed)
    assert {
        "reference": "A/R.6.224",
        "normal": "AR6.224",
        "title": "Children's Centres - Building a new service delivery model for "
        "Cambridgeshire Communities",
        "url": "cases/cambridgeshire/2018-19/a-r-6-224-childrens-centres/",
        "council": "Cambridgeshire",
        "year": "2018/19",
    } in listed


def test_a_mistyped_word_can_be_put_right_to_any_word_of_titles_and_of_the_list_below(
    assets: dict[str, Any],
) -> None:
    words = assets["search/words.json"]["words"]
    assert {"library", "childrens", "peterborough", "lampposts"} <= set(words)
    assert words == sorted(set(words))


def test_no_phrase_is_explained_twice_and_all_are_in_small_letters() -> None:
    said = list(chain.from_iterable(row for row, _ in SYNONYMS))
    assert len(said) == len(set(said))
    assert [phrase for row in SYNONYMS for phrase in chain(*row) if phrase != phrase.lower()] == []
    assert max(len(phrase.split()) for phrase in said) <= 3  # what the page looks for


@pytest.mark.parametrize(
    ("case", "amount", "committee"),
    [
        ("cambridgeshire/2018-19/a-r-6-224-childrens-centres", "900000", "Children"),
        ("cambridgeshire/2018-19/b-r-6-208-library-transformation", "", "Highways"),  # words
        ("plymouth/2014-15/ihwb-integrated-commissioning", "1060000", ""),  # a damaged print
        ("plymouth/2014-15/game-growth-assets-municipal-enterprise", "4000000", ""),
    ],
)
def test_a_case_is_sorted_by_its_headline_in_pounds_and_filtered_by_what_its_page_says(
    register: Register, case: str, amount: str, committee: str
) -> None:
    shelf = shelve(register, date(2020, 1, 1), production=False)
    found = search_facets(shelf.cases[case], shelf)
    assert found.amount == amount
    assert found.committee.startswith(committee)
    assert bool(found.committee) == bool(committee)
    assert found.year == case.split("/")[1].replace("-", "/")
    assert found.themes
    assert all(theme[0].isupper() for theme in found.themes)
