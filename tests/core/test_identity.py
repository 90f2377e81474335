"""Which case is meant: paths, references in every spelling, and ids made of labels."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.identity import (
    MOST_NAME,
    NAME,
    CaseId,
    is_plan_year,
    normal_reference,
    parse_case_id,
    slug_of,
)
from generator.core.problems import Fault


@pytest.mark.parametrize(
    "text",
    [
        "plymouth/2014-15/library",
        "plymouth/2014-15/library.md",
        "/plymouth/2014-15/library/",
        " plymouth/2014-15/library ",
    ],
)
def test_a_case_is_named_by_council_plan_year_and_slug(text: str) -> None:
    found = parse_case_id(text)
    assert found == CaseId(council="plymouth", year_folder="2014-15", slug="library")
    assert str(found) == "plymouth/2014-15/library"
    assert found.plan_year == "2014/15"


@pytest.mark.parametrize(
    "text",
    [
        *("", "library", "plymouth/library", "plymouth/2014-15/library/history"),
        *("plymouth/2014-16/library", "plymouth/2014/library", "plymouth/14-15/library"),
        *("Plymouth/2014-15/library", "plymouth/2014-15/the library", "plymouth/2014-15/a--b"),
        *("../2014-15/library", "plymouth/2014-15/-a", "plymouth/2014-15/bibliothèque"),
        *(f"plymouth/2014-15/{'a' * (MOST_NAME + 1)}", "a" * 5000, "٢٠١٤-15/a/b"),
    ],
)
def test_anything_else_names_no_case(text: str) -> None:
    found = parse_case_id(text)
    assert isinstance(found, Fault)
    assert found.code == "path-unusable"
    assert len(found.read) < 400


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        *(("2018-19", True), ("2099-00", True), ("2018-20", False), ("2018-18", False)),
        *(("1918-19", False), ("2018-2019", False), ("2018/19", False), ("2018-19 ", False)),
    ],
)
def test_a_plan_year_joins_two_years_that_follow_each_other(folder: str, *, expected: bool) -> None:
    assert is_plan_year(folder) == expected


@pytest.mark.parametrize(
    ("spellings", "normal"),
    [
        (
            ("A/R.6.127", "A/R. 6.127", "(A/R 6.127)", "a/r 6.127", "A/R.6.127.", "A R 6.127"),
            "AR6.127",
        ),
        (("F/R.7.111", "F/R 7.111", "[F/R.7.111]"), "FR7.111"),
        (("CCO", "cco", "C.C.O."), "CCO"),
        (("B/R.6.209&B/R.6.208",), "BR6.209BR6.208"),
        (("—", "", "()"), ""),
    ],
)
def test_all_spellings_of_a_reference_come_down_to_one(
    spellings: tuple[str, ...], normal: str
) -> None:
    assert {normal_reference(spelling) for spelling in spellings} == {normal}


def test_references_that_differ_by_a_full_stop_within_the_number_stay_different() -> None:
    assert normal_reference("A/R.6.127") != normal_reference("A/R.61.27")
    assert normal_reference("A/R.6.127") != normal_reference("A/R.6127")


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        *(("TOTALS", "totals"), ("2013/14", "2013-14"), ("Q1 (Apr–Jun)", "q1-apr-jun")),
        *(
            (
                "Employee and process efficiency, reduction",
                "employee-and-process-efficiency-reduction",
            ),
        ),
        *(("£000", "000"), ("%", ""), ("", ""), ("  a  ", "a"), ("Children's", "children-s")),
    ],
)
def test_a_label_gives_an_id_of_small_letters_digits_and_hyphens(label: str, slug: str) -> None:
    assert slug_of(label) == slug


@given(st.text(max_size=80))
def test_the_id_of_any_label_may_stand_in_an_address(label: str) -> None:
    slug = slug_of(label)
    assert not slug or NAME.fullmatch(slug)
    assert slug_of(slug) == slug


@given(st.text(max_size=80))
def test_the_normal_form_of_a_reference_is_its_own_normal_form(text: str) -> None:
    normal = normal_reference(text)
    assert normal_reference(normal) == normal
    assert re.fullmatch(r"[A-Z0-9.]*", normal)
