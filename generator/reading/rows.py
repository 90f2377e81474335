"""One row of a table with named columns, read cell by cell.

The tables for figures, claims, benefits, milestones and stakeholders, and the text
columns of a finance table, all ask the same of a row: the text under this heading,
as an amount, a period, a word of a list. `Desk` collects what is wrong while they
ask, and notes where each value stands.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from generator.core.amounts import Amount, State, Unit
from generator.core.cell_text import WORDING, nearest, quoted
from generator.core.figures import Context
from generator.core.identity import NAME, slug_of
from generator.core.money import parse_amount, parse_amount_or_words, parse_unit
from generator.core.problems import Fault, Place, Problem
from generator.core.scalars import parse_lines, parse_when
from generator.core.words import Basis, Measure, Quality, listed, parse_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.core.periods import Period
    from generator.reading.markdown import Grid, Text
    from generator.reading.yamltext import Path, Places

CODES = {
    "table-ragged": "A row with more or fewer cells than the heading of its table.",
    "table-too-large": "A table or a list with more in it than any case has.",
    "column-unknown": "A column that a table of this kind does not have.",
    "column-missing": "A column that a table of this kind needs.",
    "column-twice": "Two columns of a table with the same name.",
    "cell-empty": "An empty cell where a value has to stand.",
    "id-unreadable": "An id that is not made of small letters, digits and hyphens.",
}

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)
MOST_ROWS = 500
MOST_COLUMNS = 40


@dataclass(kw_only=True, slots=True)
class Desk:
    """What is on the table while one file is read: its problems and places.

    Attributes:
        places: where each value stands.
        problems: what is wrong.
        spoilt: the fields of the case that could not be read, or not whole.
        lost: whether a row of the table that is being read could not be read.
        counts: how many rows of each kind have been numbered.
    """

    places: Places
    problems: list[Problem] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    lost: bool = False
    counts: Counter[str] = field(default_factory=Counter)

    def report(self, line: int, column: int, fault: Fault) -> None:
        """Note a problem at a line and column of the file."""
        place = Place(path=self.places.file, line=line, column=column)
        self.problems.append(Problem(place=place, fault=fault))

    def at(self, text: Text, fault: Fault) -> None:
        """Note a problem where `text` begins."""
        self.report(text.line, text.column, fault)

    def value(self, text: Text, result: T | Fault, otherwise: T) -> T:
        """The result, or `otherwise` and a problem where `text` begins."""
        if isinstance(result, Fault):
            self.at(text, result)
            return otherwise
        return result

    def stands(self, path: Path, text: Text) -> None:
        """Note where a value stands."""
        self.places.values[path] = text.line, text.column

    def next_number(self, kind: str) -> int:
        """A number for one more item of a kind whose items have no id, counted from 0."""
        self.counts[kind] += 1
        return self.counts[kind] - 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row whose cells are asked for by the name of their column."""

    cells: dict[str, Text]
    desk: Desk

    def stands(self, *path: str | int) -> None:
        """Note where each of its cells stands, below `path`, and the row itself by its first."""
        for name, cell in self.cells.items():
            self.desk.stands((*path, name), cell)
        for first in islice(self.cells.values(), 1):
            self.desk.stands(path, first)

    def text(self, name: str) -> str | None:
        """The text under a heading, or None where the cell is empty or there is no such column."""
        cell = self.cells.get(name)
        return cell.text or None if cell else None

    def needed(self, name: str) -> str:
        """The text under a heading that must not be empty."""
        cell = self.cells[name]
        if not cell.text:
            self.desk.at(cell, _empty(name))
        return cell.text

    def id(self, name: str) -> str:
        """The id under a heading, or an empty text where there is none."""
        cell = self.cells.get(name)
        if cell is None:
            return ""
        if cell.text and not NAME.fullmatch(cell.text):
            self.desk.at(cell, bad_id(cell.text))
        return cell.text

    def read(self, name: str, parse: Callable[[str], T | Fault], otherwise: T) -> T:
        """What `parse` makes of the text under a heading; `otherwise` where there is none."""
        cell = self.cells.get(name)
        if cell is None or not cell.text:
            return otherwise
        return self.desk.value(cell, parse(cell.text), otherwise)

    def word(self, name: str, words: type[W], what: str) -> W | None:
        """A word of a list."""
        return self.read(name, lambda text: parse_word(text, words, what), None)

    def amount(self, name: str, unit: Unit, *, words: bool = False) -> Amount:
        """An amount as printed; one that cannot be read keeps its print."""
        cell = self.cells[name]
        return read_amount(self.desk, cell, unit, words=words)

    def period(self, name: str) -> Period | None:
        """A period, or None for an empty cell and for ``not stated``."""
        return self.read(name, parse_when, None)

    def unit(self) -> Unit | None:
        """The unit in the column of that name."""
        return self.read("unit", parse_unit, None)

    def context(self) -> Context:
        """All that the row's own columns say of its values."""
        return Context(
            measure=self.word("measure", Measure, "what a figure measures"),
            unit=self.unit(),
            period=self.period("period"),
            basis=self.word("basis", Basis, "the basis of a figure"),
            qualities=self.read("qualities", parse_qualities, ()),
            lines=self.read("line", parse_lines, None),
            source=self.text("source"),
        )


def parse_qualities(text: str) -> tuple[Quality, ...] | Fault:
    """Qualities joined by commas."""
    found: list[Quality] = []
    for part in text.split(","):
        word = parse_word(part, Quality, "a quality of a figure")
        if isinstance(word, Fault):
            return word
        found.append(word)
    return tuple(found)


def read_amount(desk: Desk, cell: Text, unit: Unit, *, words: bool = False) -> Amount:
    """The amount in a cell; one that cannot be read is a problem and keeps its print."""
    parse = parse_amount_or_words if words else parse_amount
    broken = Amount(state=State.UNREADABLE, unit=unit.base, printed=cell.text)
    return desk.value(cell, parse(cell.text, unit), broken)


def named_rows(
    desk: Desk, grid: Grid, *, needed: Sequence[str], known: Sequence[str] | None
) -> list[Row]:
    """The rows of a table whose columns are named.

    Args:
        desk: where problems and places are noted.
        grid: the table as typed.
        needed: columns that must be there; without one no row is read.
        known: all columns that may be there, or None where others are targets.
    """
    names = [cell.text.lower() for cell in grid.heading]
    sound = sized(desk, grid)
    meant = set()
    for cell, name in zip(grid.heading, names, strict=True):
        if known is not None and name not in (*needed, *known):
            desk.at(cell, _unknown_column(cell.text, [*needed, *known]))
            meant.add(nearest(name, [*needed, *known]))
    for name in needed:
        sound = sound and name in names
        if name not in names and name not in meant:
            desk.at(grid.heading[0], _missing_column(name))
    if not sound:
        return []
    rows = [row for row in grid.rows if is_whole(desk, grid, row)]
    return [Row(cells=dict(zip(names, row, strict=True)), desk=desk) for row in rows]


def report_mistyped(desk: Desk, cell: Text, known: Sequence[str]) -> bool:
    """Whether the heading `cell` looks like one of the `known` ones but for a slip; a problem."""
    name = cell.text.lower()
    near = None if name in known else nearest(name, known, cutoff=WORDING)
    if near is None or re.search("[0-9]", name):
        return False
    desk.at(cell, _unknown_column(cell.text, known))
    return True


def sized(desk: Desk, grid: Grid) -> bool:
    """Whether a table has a size that a case can have and columns of different names."""
    if len(grid.rows) > MOST_ROWS or len(grid.heading) > MOST_COLUMNS:
        desk.at(grid.heading[0], _too_large(grid))
        return False
    seen: set[str] = set()
    for cell in grid.heading:
        if cell.text.lower() in seen:
            desk.at(cell, _column_twice(cell.text))
        seen.add(cell.text.lower())
    return len(seen) == len(grid.heading)


def is_whole(desk: Desk, grid: Grid, row: Sequence[Text]) -> bool:
    """Whether a row has as many cells as the heading; any other is a problem, and is lost."""
    whole = len(row) == len(grid.heading)
    if not whole:
        desk.at(row[0], _ragged(len(row), len(grid.heading)))
        desk.lost = True
    return whole


def bad_id(id_: str) -> Fault:
    """The fault for an id that cannot stand in an address."""
    return Fault(
        code="id-unreadable",
        read=f"the id {quoted(id_)}",
        expected="small letters, digits and single hyphens",
        remedy=f"write, for example, {slug_of(id_) or 'cost-by-role'}",
    )


def _ragged(found: int, wanted: int) -> Fault:
    return Fault(
        code="table-ragged",
        read=f"a row of {found} cells",
        expected=f"{wanted} cells, as the heading of the table has",
        remedy="add or remove cells; an empty cell keeps its place between two | signs",
    )


def _too_large(grid: Grid) -> Fault:
    return Fault(
        code="table-too-large",
        read=f"a table of {len(grid.rows)} rows and {len(grid.heading)} columns",
        expected=f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns",
        remedy="split the table in two",
    )


def _column_twice(name: str) -> Fault:
    return Fault(
        code="column-twice",
        read=f"a second column {quoted(name)}" if name else "a second column without a name",
        expected="columns with different names",
        remedy="say in the name what is different about it; where the document prints one year "
        "twice, add what is meant, such as 2018/19 (read 2019/20: reason)"
        if re.search("[0-9]", name)
        else "say in the name what is different about it",
    )


def _unknown_column(name: str, known: Sequence[str]) -> Fault:
    suggestion = nearest(name, known)
    return Fault(
        code="column-unknown",
        read=f"a column {quoted(name)}" if name else "a column without a name",
        expected=f"columns called {listed(known)}",
        remedy=f"write “{suggestion}”, if that is meant" if suggestion else "take the column out",
    )


def _missing_column(name: str) -> Fault:
    return Fault(
        code="column-missing",
        read=f"a table without a column “{name}”",
        expected=f"a column “{name}”",
        remedy="add the column",
    )


def _empty(name: str) -> Fault:
    return Fault(
        code="cell-empty",
        read=f"an empty cell under “{name}”",
        expected="a value",
        remedy="fill the cell, or remove the row",
    )
