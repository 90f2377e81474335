"""What cases say and leave open, drawn: the same as in the table beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.compare.mark_matrix import MarkMatrix, mark_matrix
from generator.pages.all_cases import says_page_view
from generator.pages.committees import by_committee
from generator.pages.marks_chart import marks_chart, marks_message, marks_same
from generator.pages.shelf import shelve
from generator.pages.year_plan import Plan, plan_of
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from generator.pages.shelf import Shelf
    from generator.reading.register import Register

PART = {"■": Decimal(1), "◧": Decimal("0.5"), "□": Decimal(0), "–": None}


@pytest.fixture(scope="module")
def shelf(real: Register) -> Shelf:
    return shelve(real, AS_AT, production=False)


def plan(folder: str, year: str, shelf: Shelf) -> Plan:
    return plan_of(folder, year, shelf.of_plan(folder, year), shelf)


def matrix(one: Plan) -> MarkMatrix:
    found = mark_matrix({title: cases for _, title, cases in by_committee(one.facts)})
    assert found
    return found


def test_cases_in_the_picture_have_the_numbers_and_signs_of_the_table(shelf: Shelf) -> None:
    plymouth = plan("plymouth", "2014-15", shelf)
    view, chart = says_page_view(plymouth, shelf), marks_chart(matrix(plymouth))
    (grid,) = chart.grids
    assert [row.number for row in view.rows] == [*grid.heads]
    assert [row.name for row in grid.rows] == [*view.titles]
    for number, case in enumerate(view.rows):
        assert [row.cells[number].part for row in grid.rows] == [
            PART[sign.sign] for sign in case.signs
        ]


def test_of_many_cases_each_committee_has_a_column_and_a_share(shelf: Shelf) -> None:
    cambridgeshire = plan("cambridgeshire", "2018-19", shelf)
    found = matrix(cambridgeshire)
    (grid,) = marks_chart(found).grids
    assert grid.heads == ("A", "B", "C", "D", "E", "F", "G")
    same = marks_same(found)
    for row, said in zip(grid.rows, same.rows, strict=True):
        words = [cell.words.replace("/", " of ") or "nothing to mark" for cell in row.cells]
        assert (row.name, *words) == said
    agree = grid.rows[-1].cells[0]
    assert (agree.words, agree.part) == ("7/11", Decimal(7) / 11), "5 have nothing to mark"
    assert says_page_view(cambridgeshire, shelf).rows[0].number == ""


def test_the_message_tells_the_marks_that_most_and_that_fewest_have(shelf: Shelf) -> None:
    assert marks_message(matrix(plan("plymouth", "2014-15", shelf))) == (
        "A line for each figure: yes in 16 of 16 cases; price base, risks with owners and equality "
        "questions answered: in none"
    )
    assert marks_message(matrix(plan("cambridgeshire", "2018-19", shelf))) == (
        "A line for each figure: yes in 60 of 60 cases; price base, risks scored and risks with "
        "owners: in none"
    )


def test_a_plan_of_two_cases_has_no_picture(shelf: Shelf) -> None:
    assert says_page_view(plan("cheltenham", "2016-17", shelf), shelf).chart is None
