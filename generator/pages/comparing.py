"""Cases of councils side by side: what they share, how much, and what each answers.

First stands what all of them have in common and where they differ. Then, question by
question, the answers of each council (see ``answered``). No amount of one plan is added to one of
another, and none is ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.sides import FEW, MOST_NAMED, sides_of
from generator.pages.addresses import METHODS, Ref, case_address, council_address, link
from generator.pages.answered import MOST_OPEN, Question, questions_of
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.comparable import (
    AmountTable,
    amount_table,
    shared_notes,
    without_shared_notes,
)
from generator.pages.compared import (
    affected_among,
    comparison_of,
    looks_among,
    multiples_among,
    sides,
    wholes,
)
from generator.pages.groups_touched import GroupsView, groups_view
from generator.pages.in_short import InShort, in_short
from generator.pages.marks import MarkTable, mark_table
from generator.pages.multiples_chart import multiples_chart
from generator.pages.phrases import (
    count,
    joined,
    people_words,
    sentence,
)
from generator.pages.shelf import Shelf, councils_of
from generator.pages.side_by_side import Compared, compared
from generator.pages.terms import Dictionary, dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.compare.facts import Facts, Side


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilHead:
    """A council in a list: its page, how large and of what type it is, and its cases there."""

    name: str
    url: str
    about: str
    cases: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SideBySide:
    """All that some cases say, council by council: for a theme, or two councils, or two cases.

    Attributes:
        alone: whether there is one case, and so nothing to compare.
        short: the whole in a few sentences; none of two cases, which say it themselves.
        against: whether it is to be told what stands against comparing the amounts; where all
            of them stand on one scale, it is told beside them.
        groups: who is affected; None where the cases are so few that each says it beside the other.
        amounts: figures that stand on one scale.
        chart: the same drawn, where the page has a file of them.
        folds: of each of these tables the title of the fold that it is behind, where many amounts
            are drawn; else none.
        notes: what is good to know of all of them; said once.
        marks_title: of the fold that holds the marks, where a council has many cases; else empty.
        dictionary: the terms of the field; short forms differ from council to council.
    """

    councils: tuple[CouncilHead, ...]
    alone: bool
    short: tuple[InShort, ...]
    against: bool
    methods: Ref
    compared: Compared
    amounts: tuple[AmountTable, ...]
    chart: ChartView | None
    folds: tuple[str, ...]
    notes: tuple[str, ...]
    questions: tuple[Question, ...]
    groups: GroupsView | None
    marks: MarkTable
    marks_title: str
    dictionary: Dictionary


def side_by_side(
    paths: Sequence[str], shelf: Shelf, here: str, theme: str = "", *, csv: str = ""
) -> SideBySide:
    """The cases at these paths, council by council, for the page at `here`.

    Args:
        paths: the cases.
        shelf: the register.
        here: the page's address.
        theme: the theme that they are on, if they are chosen by one.
        csv: where the amounts stand as a file; without one they are not drawn.
    """
    every, folders = sides(paths, shelf), sorted(councils_of(paths))
    comparison = comparison_of(paths, shelf)
    by_council: dict[str, list[Side]] = {folder: [] for folder in folders}
    for side in every:
        by_council[side.facts.council].append(side)
    drawn = multiples_chart(multiples_among(paths, shelf)) if csv else None
    tables = [
        amount_table(group, looks, here, bars=drawn is None)
        for group, looks in looks_among(paths, shelf)
    ]
    marks = mark_table(
        _columns(by_council, shelf, here), wholes((side.facts for side in every), shelf), here
    )
    many = any(len(own) > MOST_OPEN for own in by_council.values())
    return SideBySide(
        councils=tuple(
            council_head(folder, len(by_council[folder]), shelf, here) for folder in folders
        ),
        alone=len(every) < 2,
        short=in_short(theme, paths, shelf) if theme and len(every) > 1 else (),
        against=len(every) > 1 and comparison.scale is None,
        methods=Ref(text="How amounts are compared", url=f"{link(METHODS, here)}#comparing"),
        compared=compared(comparison, here),
        amounts=without_shared_notes(tables),
        notes=shared_notes(tables),
        chart=chart_view(drawn, shelf.draw, csv=csv, table=_first_table(tables)) if drawn else None,
        folds=tuple(_fold_titles(tables)) if drawn else (),
        questions=tuple(questions_of(by_council, shelf, here, theme)),
        groups=groups_view((side.facts for side in every), affected_among(paths, shelf), here)
        if len(every) > FEW
        else None,
        marks=marks,
        marks_title=f"{count(len(marks.rows), 'mark')}, one by one" if many else "",
        dictionary=dictionary({}),
    )


def _first_table(tables: Sequence[AmountTable]) -> str:
    """The anchor of the first table that has rows: one with too many amounts has none."""
    return next(f"#amounts-{number}" for number, table in enumerate(tables, 1) if table.rows)


def _fold_titles(tables: Sequence[AmountTable]) -> Iterator[str]:
    """What each table holds, where all together have many amounts."""
    if sum(len(table.rows) for table in tables) <= MOST_OPEN:
        return
    for table in tables:
        number = len(table.cautions)
        cautions = f", and {count(number, 'caution')}" if number else ""
        yield f"{table.title}, one by one{cautions}"


def _columns(
    by_council: Mapping[str, Sequence[Side]], shelf: Shelf, here: str
) -> Mapping[Ref, Sequence[Facts]]:
    """The columns of the table of marks: cases where they are few, then councils, then one."""
    every = [side for own in by_council.values() for side in own]
    if len(every) <= FEW:
        called = sides_of(every)
        return {
            Ref(text=called.names[side.place], url=link(case_address(side.facts.path), here)): [
                side.facts
            ]
            for side in called.all
        }
    if len(by_council) > MOST_NAMED:
        return {Ref(text="All councils"): [side.facts for side in every]}
    return {
        Ref(text=shelf.council_name(folder), url=link(council_address(folder), here)): [
            side.facts for side in own
        ]
        for folder, own in by_council.items()
    }


def scope_of(paths: Sequence[str], shelf: Shelf) -> str:
    """``16 cases from 4 councils: Cambridgeshire, …``."""
    councils = [shelf.council_name(folder) for folder in sorted(councils_of(paths))]
    if len(councils) == 1:
        return f"{sentence(count(len(paths), 'case'))}, from {councils[0]} alone."
    named = f": {joined(councils)}" if len(councils) <= MOST_NAMED else ""
    return f"{count(len(paths), 'case')} from {len(councils)} councils{named}."


def council_head(folder: str, number: int, shelf: Shelf, here: str) -> CouncilHead:
    """A council with what is known of its type and size, and the number of its cases there."""
    council = shelf.council(folder)
    about = [council.type] if council and council.type else []
    if council and council.population:
        about.append(people_words(council.population))
    return CouncilHead(
        name=shelf.council_name(folder),
        url=link(council_address(folder), here),
        about=sentence(", ".join(about)),
        cases=count(number, "case"),
    )
