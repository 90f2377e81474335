"""What cases say and leave open, mark by mark, with a link to every place that is empty.

One table for a case, for a council and for a theme: a line for each mark, a column for each side.
There is no score, and no side stands before another but by its name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.completeness import MARKS
from generator.compare.marking import State
from generator.compare.wholes import held_by_whole
from generator.pages.addresses import METHODS, Ref, case_address, link
from generator.pages.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.compare.facts import Facts
    from generator.compare.marking import Mark

MOST_LISTED = 60  # cases of one side of which it is listed what each lacks
LACKING = (State.PARTLY, State.NO)


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """What is not there, with the part of the case's page where it would stand.

    Attributes:
        whole: the larger case that the case is part of, where it has what is missing here.
    """

    what: Ref
    case: str
    whole: Ref | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkCell:
    """One mark of one side.

    Attributes:
        state: the word for its look; empty where the cases of a side differ.
        words: the mark in words, of several cases with how many.
        found: what there is; of a single case alone.
        missing: what is not there, case by case.
        title: of the fold for that; empty where it stands open.
    """

    state: str
    words: str
    found: str
    missing: tuple[Missing, ...]
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkRow:
    """One mark, with when it says yes, and a cell for each side."""

    title: str
    about: str
    cells: tuple[MarkCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkTable:
    """All marks.

    Attributes:
        columns: the names of the sides.
        methods: where it is told how marks are set.
    """

    columns: tuple[Ref, ...]
    rows: tuple[MarkRow, ...]
    methods: Ref


def mark_table(
    columns: Mapping[Ref, Sequence[Facts]], wholes: Mapping[str, Facts], here: str
) -> MarkTable:
    """The marks of the cases of each side, for the page at `here`.

    Args:
        columns: the cases of each side.
        wholes: the larger cases that some of them are part of.
        here: the address of the page.
    """
    by_code = [
        [
            (facts, {mark.code: mark for mark in facts.marks}, held_by_whole(facts, wholes))
            for facts in cases
        ]
        for cases in columns.values()
    ]
    return MarkTable(
        columns=tuple(columns),
        rows=tuple(
            MarkRow(
                title=marking.title,
                about=marking.about,
                cells=tuple(
                    _cell(
                        [(facts, each[marking.code], held) for facts, each, held in side],
                        wholes,
                        here,
                    )
                    for side in by_code
                ),
            )
            for marking in MARKS
        ),
        methods=Ref(text="How marks are set", url=f"{link(METHODS, here)}#marks"),
    )


def place_of(mark: Mark, path: str, here: str) -> str:
    """Where on the page of a case its mark leads, seen from the page at `here`."""
    address = case_address(path)
    return f"{link(address, here) if address != here else ''}#{mark.section}"


def whole_of(facts: Facts, mark: Mark, wholes: Mapping[str, Facts], here: str) -> Ref | None:
    """The larger case that has what this mark of a case lacks, with the place where it has it."""
    return _whole(held_by_whole(facts, wholes), mark, wholes, here)


def _whole(
    held: Mapping[str, str], mark: Mark, wholes: Mapping[str, Facts], here: str
) -> Ref | None:
    path = held.get(mark.code)
    return Ref(text=wholes[path].title, url=place_of(mark, path, here)) if path else None


def _cell(
    marks: Sequence[tuple[Facts, Mark, Mapping[str, str]]], wholes: Mapping[str, Facts], here: str
) -> MarkCell:
    """One mark over the cases of a side, each with what is held by a larger case."""
    times = Counter(mark.state for _, mark, _ in marks)
    one = len(marks) == 1
    larger = sum(mark.code in held for _, mark, held in marks)
    states = [state for state in State if state in times]
    more = {State.NO: f" ({larger} in a larger case)"} if larger else {}
    said = [
        state.value if one else f"{times[state]} {state}{more.get(state, '')}" for state in states
    ]
    missing = tuple(
        Missing(
            what=Ref(text=mark.missing, url=place_of(mark, facts.path, here)),
            case="" if one else facts.title,
            whole=_whole(held, mark, wholes, here),
        )
        for facts, mark, held in marks
        if mark.state in LACKING and mark.missing and len(marks) <= MOST_LISTED
    )
    return MarkCell(
        state=states[0].name.lower() if len(states) == 1 else "",
        words=sentence(", ".join(said)),
        found=marks[0][1].found if one else "",
        missing=missing,
        title="" if one or not missing else "What is missing",
    )
