"""What cases say and leave open, drawn: a square for each mark of each case, or of each group.

The shape tells the state and no colour does: full is yes, half is partly, empty is no, a dash is
nothing to mark. Of a group the square is filled as far as its cases have the mark.
"""

from __future__ import annotations

from decimal import Decimal
from string import ascii_uppercase
from typing import TYPE_CHECKING

from generator.charts.chart import Cell, Chart, Grid, GridRow, Look
from generator.pages.chart_view import SameFigures
from generator.pages.phrases import count, joined, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.mark_matrix import MarkMatrix, MarkTimes

ID = "chart-marks"
MOST_NAMED = 3  # marks that a message names
BY_CASE = (
    "A column for each case. A full square is yes, half a square partly, an empty one no, a dash "
    "nothing to mark. Marks are not added up."
)
BY_GROUP = (
    "A square is filled as far as cases have the mark; behind it stands how many of how many. "
    "“Partly” is not counted as yes, and a case with nothing to mark is left out. Marks are not "
    "added up."
)


def marks_chart(matrix: MarkMatrix) -> Chart:
    """The picture of a matrix."""
    heads = _heads(matrix)
    return Chart(
        id=ID,
        headline=marks_message(matrix),
        subtitle=BY_CASE if matrix.by_case else BY_GROUP,
        description=" ".join(_told(matrix)),
        panels=(),
        grids=(
            Grid(
                name="",
                look=Look.SMALL,
                heads=heads,
                rows=tuple(
                    GridRow(
                        name=marking.title,
                        cells=tuple(_cell(times, by_case=matrix.by_case) for times in cells),
                    )
                    for marking, cells in matrix.rows
                ),
            ),
        ),
        notes=(_key(matrix),),
    )


def marks_message(matrix: MarkMatrix) -> str:
    """The marks that most cases have and those that fewest have, each with of how many."""
    yes = {marking.title: sum(times.yes for times in cells) for marking, cells in matrix.rows}
    every = count(sum(len(column.cases) for column in matrix.columns), "case")
    most, fewest = max(yes.values()), min(yes.values())
    said = f"{sentence(_named(yes, most))}: yes in {most or 'none'} of {every}"
    return said if most == fewest else f"{said}; {_named(yes, fewest)}: in {fewest or 'none'}"


def marks_same(matrix: MarkMatrix) -> SameFigures:
    """The same as a table: a line for each case with its marks, or for each mark with groups."""
    if matrix.by_case:
        return SameFigures(
            columns=("Case", *(marking.title for marking, _ in matrix.rows)),
            rows=tuple(
                (f"{head} {column.name}", *(_state(cells[at]) for _, cells in matrix.rows))
                for at, (head, column) in enumerate(
                    zip(_heads(matrix), matrix.columns, strict=True)
                )
            ),
        )
    return SameFigures(
        columns=("Mark", *_heads(matrix)),  # names of committees are too long for paper
        rows=tuple((marking.title, *map(_share, cells)) for marking, cells in matrix.rows),
    )


def _heads(matrix: MarkMatrix) -> tuple[str, ...]:
    """Cases have numbers, groups have letters."""
    number = range(len(matrix.columns))
    return tuple(f"{at + 1}" if matrix.by_case else ascii_uppercase[at] for at in number)


def _cell(times: MarkTimes, *, by_case: bool) -> Cell:
    if not times.marked:
        return Cell(part=None)
    half = Decimal("0.5") * times.partly if by_case else Decimal(0)
    part = (times.yes + half) / times.marked
    return Cell(part=part, words="" if by_case else f"{times.yes}/{times.marked}")


def _state(times: MarkTimes) -> str:
    """The state of one case in a word."""
    states = {"yes": times.yes, "partly": times.partly, "no": times.no}
    return next((word for word, number in states.items() if number), "nothing to mark")


def _share(times: MarkTimes) -> str:
    return f"{times.yes} of {times.marked}" if times.marked else "nothing to mark"


def _named(yes: dict[str, int], number: int) -> str:
    titles = [title for title, found in yes.items() if found == number]
    if len(titles) > MOST_NAMED:
        return count(len(titles), "mark")
    return joined([f"{title[:1].lower()}{title[1:]}" for title in titles])


def _told(matrix: MarkMatrix) -> Iterator[str]:
    """Every mark in words: which cases have it, or how many of which group."""
    heads = _heads(matrix)
    for marking, cells in matrix.rows:
        if matrix.by_case:
            by_state: dict[str, list[str]] = {}
            for head, times in zip(heads, cells, strict=True):
                by_state.setdefault(_state(times), []).append(head)
            said = "; ".join(f"{state} {', '.join(each)}" for state, each in by_state.items())
        else:
            named = zip(matrix.columns, cells, strict=True)
            said = "; ".join(f"{column.name} {_share(times)}" for column, times in named)
        yield f"{marking.title}: {said}."


def _key(matrix: MarkMatrix) -> str:
    if matrix.by_case:
        return "The numbers are those of the cases in the table."
    named = zip(_heads(matrix), matrix.columns, strict=True)
    listed = (
        f"{head}: {column.name} ({count(len(column.cases), 'case')})" for head, column in named
    )
    return f"{'; '.join(listed)}."
