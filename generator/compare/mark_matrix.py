"""Cases and marks in one matrix: the rows behind its picture.

Few cases stand each in a column of its own. Of many, a column holds the cases of one committee or
council, with how many of them have the mark; a case that has nothing to mark is not counted there.
Marks are never added to each other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.completeness import MARKS
from generator.compare.marking import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.compare.facts import Facts
    from generator.compare.marking import Marking

FEWEST = 3  # cases; fewer are read faster than looked at
MOST_CASES = 20  # in columns of their own
MOST_GROUPS = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixColumn:
    """A case, or the cases of a group; `name` is its title or the name of the group."""

    name: str
    cases: tuple[Facts, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkTimes:
    """How many cases of a column have a mark in each state."""

    yes: int
    partly: int
    no: int
    nothing: int

    @property
    def marked(self) -> int:
        """Of how many cases there is anything to mark."""
        return self.yes + self.partly + self.no


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkMatrix:
    """Marks down, cases or groups of them across.

    Attributes:
        by_case: whether each column is one case.
        rows: each mark, with a cell for each column.
    """

    by_case: bool
    columns: tuple[MatrixColumn, ...]
    rows: tuple[tuple[Marking, tuple[MarkTimes, ...]], ...]


def mark_matrix(groups: Mapping[str, Sequence[Facts]]) -> MarkMatrix | None:
    """The matrix of cases that stand in groups; None for fewer cases than are worth a look."""
    every = [facts for cases in groups.values() for facts in cases]
    if len(every) < FEWEST:
        return None
    by_case = len(every) <= MOST_CASES
    columns = tuple(
        [MatrixColumn(name=facts.title, cases=(facts,)) for facts in every]
        if by_case
        else _grouped(groups)
    )
    states = [
        {(facts.path, mark.code): mark.state for facts in column.cases for mark in facts.marks}
        for column in columns
    ]
    return MarkMatrix(
        by_case=by_case,
        columns=columns,
        rows=tuple(
            (marking, tuple(_times(marking.code, found) for found in states)) for marking in MARKS
        ),
    )


def _grouped(groups: Mapping[str, Sequence[Facts]]) -> list[MatrixColumn]:
    """A column for each group; where they are too many, one for all."""
    if len(groups) > MOST_GROUPS:
        every = tuple(facts for cases in groups.values() for facts in cases)
        return [MatrixColumn(name="All cases", cases=every)]
    return [MatrixColumn(name=name, cases=tuple(cases)) for name, cases in groups.items()]


def _times(code: str, states: Mapping[tuple[str, str], State]) -> MarkTimes:
    times = Counter(state for (_, mark), state in states.items() if mark == code)
    return MarkTimes(
        yes=times[State.YES],
        partly=times[State.PARTLY],
        no=times[State.NO],
        nothing=times[State.NOTHING],
    )
