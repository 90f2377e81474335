"""The matrix of cases and marks: who stands in which column, and that nobody is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.compare.completeness import MARKS
from generator.compare.mark_matrix import FEWEST, MOST_CASES, MOST_GROUPS, MarkMatrix, mark_matrix
from generator.compare.marking import State

if TYPE_CHECKING:
    from generator.compare.facts import Facts
    from tests.compare.conftest import Real


def facts(real: Real, number: int) -> tuple[Facts, ...]:
    one = next(iter(real.facts.values()))
    return tuple(
        replace(one, path=f"a/2018-19/case-{at}", title=f"Case {at}") for at in range(number)
    )


def matrix(real: Real, *groups: int) -> MarkMatrix:
    cases = iter(facts(real, sum(groups)))
    found = mark_matrix(
        {f"Committee {at}": [next(cases) for _ in range(size)] for at, size in enumerate(groups)}
    )
    assert found
    return found


def test_fewer_cases_than_are_worth_a_look_have_none(real: Real) -> None:
    assert mark_matrix({"Committee": facts(real, FEWEST - 1)}) is None


@pytest.mark.parametrize(
    ("groups", "by_case", "columns"),
    [
        ((FEWEST,), True, FEWEST),
        ((MOST_CASES,), True, MOST_CASES),
        ((MOST_CASES, 1), False, 2),
        ((10,) * MOST_GROUPS, False, MOST_GROUPS),
        ((10,) * (MOST_GROUPS + 1), False, 1),
    ],
)
def test_few_cases_stand_by_themselves_and_many_in_groups(
    groups: tuple[int, ...], by_case: bool, columns: int, real: Real
) -> None:
    found = matrix(real, *groups)
    assert (found.by_case, len(found.columns)) == (by_case, columns)
    assert sum(len(column.cases) for column in found.columns) == sum(groups)


@pytest.mark.parametrize("plan", ["cambridgeshire/2018-19/", "plymouth/2014-15/"])
def test_each_cell_counts_the_marks_of_its_cases(plan: str, real: Real) -> None:
    cases = [each for path, each in real.facts.items() if path.startswith(plan)]
    groups: dict[str, list[Facts]] = {}
    for each in cases:
        groups.setdefault(each.committee or "", []).append(each)
    found = mark_matrix(groups)
    assert found
    assert [marking for marking, _ in found.rows] == [*MARKS]
    for marking, cells in found.rows:
        for column, times in zip(found.columns, cells, strict=True):
            states = [
                m.state for each in column.cases for m in each.marks if m.code == marking.code
            ]
            assert (times.yes, times.partly, times.no, times.nothing) == tuple(
                states.count(state) for state in (State.YES, State.PARTLY, State.NO, State.NOTHING)
            )
            assert times.marked + times.nothing == len(column.cases)
