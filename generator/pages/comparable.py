"""Amounts that can stand side by side, and those made comparable, each with what it rests on.

A bar is drawn only where nothing blocks a common scale. Amounts stand in the order of councils
and their papers and never in that of their size: the register ranks nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.compare.amounts import Derived
from generator.compare.differences import measure
from generator.compare.multiples import MOST_DRAWN
from generator.core.amounts import plain_number
from generator.core.money_format import format_amount
from generator.core.phrases import NATURES
from generator.pages.addresses import Ref, case_address, link
from generator.pages.headline import HeadlineView, figure_in_words
from generator.pages.phrases import count, joined, sentence
from generator.pages.side_by_side import CaveatView, Links, caveat_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.compare.amounts import WayLook
    from generator.compare.comparison import Comparison, Scale
    from generator.compare.facts import FigureFacts, Side

MOST_NAMED = 12  # councils that a title names one by one


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A bar on a scale, as plain numbers; `words` is read where it is not seen."""

    least: str
    most: str
    value: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WayCell:
    """An amount made comparable, with what it rests on; where it is not, why stands alone."""

    amount: str
    under: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AmountRow:
    """One figure; `part` names it where it is not the headline."""

    what: Ref
    council: str
    part: str
    figure: HeadlineView
    bar: Bar | None
    ways: tuple[WayCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AmountTable:
    """Figures on one scale.

    Attributes:
        rows: none where there are so many that a table would tell nobody anything.
        ways: the titles of the ways in which they are made comparable.
        about: what each of those ways does and does not, each a sentence.
        missing: why other ways are not there.
        cautions: what can mislead who does not know it.
        notes: what is good to know besides.
    """

    title: str
    rows: tuple[AmountRow, ...]
    ways: tuple[str, ...]
    about: tuple[str, ...]
    missing: tuple[str, ...]
    cautions: tuple[CaveatView, ...]
    notes: tuple[CaveatView, ...]


def amount_table(
    comparison: Comparison, looks: Sequence[WayLook], here: str, *, bars: bool = True
) -> AmountTable:
    """The figures of a comparison that has a scale; with bars where nothing else draws them.

    Args:
        comparison: the figures.
        looks: these made comparable; see ``between_councils``.
        here: the page's address.
        bars: whether there are bars.
    """
    there = [look for look in looks if any(isinstance(value, Derived) for _, value in look.values)]
    linked = Links(comparison, here)
    caveats = [caveat_view(caveat, linked) for caveat in comparison.caveats]
    return AmountTable(
        title=amounts_title(comparison.sides),
        rows=tuple(
            _row(side, figure, comparison.scale if bars else None, there, here)
            for side in comparison.sides
            if (figure := side.figure) and len(comparison.sides) <= MOST_DRAWN
        ),
        ways=tuple(look.way.title for look in there),
        about=tuple(look.way.about for look in there),
        missing=tuple(
            f"{look.way.title}: {' '.join(look.reasons)}" for look in looks if look not in there
        ),
        cautions=tuple(view for view in caveats if view.key == "caution"),
        notes=tuple(view for view in caveats if view.key == "note"),
    )


def shared_notes(tables: Sequence[AmountTable]) -> tuple[str, ...]:
    """What is good to know of every one of several tables."""
    first, *rest = [[note.said.text for note in table.notes] for table in tables] or [[]]
    return tuple(text for text in first if rest and all(text in notes for notes in rest))


def without_shared_notes(tables: Sequence[AmountTable]) -> tuple[AmountTable, ...]:
    """The tables, each with the notes of its own alone."""
    shared = shared_notes(tables)
    return tuple(
        replace(table, notes=tuple(note for note in table.notes if note.said.text not in shared))
        for table in tables
    )


def figure_words(figure: FigureFacts) -> HeadlineView:
    """A figure in the words in which every page has a headline."""
    return figure_in_words(figure.amount, figure.context, figure.described, figure.certainty)


def amounts_title(sides: Sequence[Side]) -> str:
    """``Saving: 3 amounts of Cambridgeshire and Plymouth``."""
    names = sorted({side.council_name for side in sides})
    councils = joined(names) if len(names) <= MOST_NAMED else count(len(names), "council")
    figures = [side.figure for side in sides[:1] if side.figure]
    what = next((measure(side) for side in sides if measure(side)), "measure not stated")
    meant = " and as ".join(NATURES[kind] for figure in figures for kind in figure.described)
    by_text = f" described as {meant}" if meant else ""
    return f"{sentence(what)}{by_text}: {count(len(sides), 'amount')} of {councils}"


def _row(
    side: Side, figure: FigureFacts, scale: Scale | None, looks: Sequence[WayLook], here: str
) -> AmountRow:
    name = "" if figure.name == "headline" else figure.text
    return AmountRow(
        what=Ref(text=side.facts.title, url=link(case_address(side.facts.path), here)),
        council=f"{side.council_name} {side.facts.plan_year}",
        part=name,
        figure=figure_words(figure),
        bar=_bar(figure, scale),
        ways=tuple(_cell(look, side) for look in looks),
    )


def _bar(figure: FigureFacts, scale: Scale | None) -> Bar | None:
    number = figure.amount.meant.number
    if scale is None or number is None or scale.least == scale.most:
        return None
    return Bar(
        least=plain_number(scale.least),
        most=plain_number(scale.most),
        value=plain_number(max(number, Decimal(0)) if scale.least == 0 else number),
        words=format_amount(figure.amount.meant),
    )


def _cell(look: WayLook, side: Side) -> WayCell:
    value = dict(look.values)[side.place]
    if isinstance(value, Derived):
        return WayCell(amount=sentence(format_amount(value.amount)), under=value.under)
    return WayCell(amount="", under=value.reason)
