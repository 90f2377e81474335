"""The upper half of a case file in its canonical order, moved line by line.

A field moves with all its lines and with the comments that stand on it; not one sign of a
name, a value or a comment is written anew. What changes is the order of fields, the blank
lines between them and how far a comment is indented.

Which comment stands on which field: a comment above a field stands on that field; one that
is indented further than the next field belongs to the group above; what stands at the very
top, with a blank line below it, belongs to the file. An item of a list keeps its place, and
so do comments above it.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.writing.brackets import in_brackets
from generator.writing.order import Order, order_of, order_within
from generator.writing.spans import Part, Sort, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A space of another width, as office programs write them, is part of a text.
BLANKS = " \t"


class _Line(NamedTuple):
    """A line.

    Attributes:
        text: what stands in it.
        fixed: whether it ends within a text, whose blanks are its own.
        keeps: whether a blank line below it would become part of that text.
    """

    text: str
    fixed: bool = False
    keeps: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is blank or a comment."""
        return not self.text.strip(BLANKS) or self.text.lstrip(BLANKS).startswith("#")


BLANK = _Line("")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    """A field or item as lines: what stands on it, and its own with what follows in it."""

    part: Part
    lead: list[_Line]
    own: list[_Line]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Layout:
    """The lines of a group or list: its parts, and what above and below belongs to none of them."""

    head: list[_Line]
    pieces: list[_Piece]
    foot: list[_Line]

    def lines(self) -> Iterator[_Line]:
        """All lines as they stand, without a blank line above the first part."""
        yield from self.head
        for number, piece in enumerate(self.pieces):
            yield from piece.lead if number else _from_first_word(piece.lead)
            yield from piece.own
        yield from self.foot

    def spaced(self) -> Iterator[_Line]:
        """The same with a blank line around each part whose value stands on lines below it."""
        apart = False
        for piece in self.pieces:
            below = piece.part.value.stands_below
            if apart or below:
                piece.lead.insert(0, BLANK)
            apart = below
        if apart:
            self.foot.insert(0, BLANK)
        return self.lines()


def lay_out(front: str, root: Span, record: type) -> str:
    """The fields in `front`, which `root` spans, in the order of `record`."""
    front = in_brackets(front, root, order_of(record))
    texts = {n: text.keeps for text in root.texts() for n in _within_text(text)}
    lines = [
        _Line(line, fixed=True, keeps=texts[n]) if n in texts else _Line(line.rstrip(BLANKS))
        for n, line in enumerate(front.split("\n"))
    ]
    if root.stands_below:
        layout = _Sheet(lines).arrange(root, order_of(record), 0, len(lines))
        lines = _one_blank(layout.spaced())
    while lines and lines[-1] == BLANK:
        lines.pop()
    return "".join(f"{line.text}\n" for line in lines)


def _one_blank(lines: Iterable[_Line]) -> list[_Line]:
    """The lines with one blank line for several, and none that a text above would swallow."""
    kept: list[_Line] = []
    for line in lines:
        if line == BLANK and kept and (kept[-1] == BLANK or kept[-1].keeps):
            continue
        kept.append(line)
    return kept


def _from_first_word(lines: Sequence[_Line]) -> Sequence[_Line]:
    """The lines without blank ones at the beginning."""
    return [*itertools.dropwhile(lambda line: line == BLANK, lines)]


def _within_text(text: Span) -> range:
    """The lines whose end lies within a text; below ``|`` and ``>`` its last line does too."""
    below = text.end.line > text.last or text.end.column == 0
    return range(text.start.line + 1, text.last + 1) if below else range(text.start.line, text.last)


class _Sheet:
    """The lines as typed, from which each group takes its own."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.lines = lines

    def arrange(self, span: Span, order: Order | None, begin: int, end: int) -> _Layout:
        """The lines from `begin` to before `end`, which hold all of `span` and nothing else."""
        column = span.start.column
        firsts = self._firsts(span)
        head, lead = _parted(_tidy(self.lines[begin : firsts[0]], column))
        pieces = []
        for number, part in enumerate(span.parts):
            after = firsts[number + 1] if number + 1 < len(firsts) else end
            own, following = self._own(span, part, order, firsts[number], after)
            pieces.append(_Piece(part=part, lead=lead, own=own))
            lead = following
        if order is not None and span.sort is Sort.GROUP:
            pieces = _in_order(pieces, order, self.lines[firsts[0]].text[:column])
        return _Layout(head=head, pieces=pieces, foot=lead)

    def _firsts(self, span: Span) -> list[int]:
        """The line on which each part begins; the mark of an item stands before its value."""
        firsts = [span.start.line]
        for part in span.parts[:-1]:
            line = part.value.last + 1
            while self.lines[line].bare:
                line += 1
            firsts.append(line)
        return firsts

    def _own(
        self, span: Span, part: Part, order: Order | None, first: int, after: int
    ) -> tuple[list[_Line], list[_Line]]:
        """A part's own lines, and the lines behind it that belong to the next part."""
        value, last = part.value, part.value.last
        gap = self.lines[last + 1 : after]
        if not value.stands_below:
            return list(self.lines[first : last + 1]), _tidy(gap, span.start.column)
        inside = order_within(order, part)
        opening = int(value.start.line > first)
        layout = self.arrange(value, inside, first + opening, last + 1)
        deeper = value.start.column > span.start.column
        tail, rest = _split(gap, span.start.column) if deeper else ([], gap)
        own = [*self.lines[first : first + opening], *layout.lines()]
        return [*own, *_tidy(tail, value.start.column)], _tidy(rest, span.start.column)


def _in_order(pieces: list[_Piece], order: Order, before: str) -> list[_Piece]:
    """The pieces in their order; `before` is what stands before the first, such as ``- ``."""
    numbers = order.sort([piece.part.name for piece in pieces])
    if numbers == sorted(numbers) or not before.strip(BLANKS):
        return [pieces[number] for number in numbers]
    width = len(before)
    moved = []
    for place, number in enumerate(numbers):
        piece, mark = pieces[number], before if place == 0 else " " * width
        first, *more = piece.own
        lead = piece.lead if place else _tidy(piece.lead, width - len(before.lstrip(BLANKS)))
        own = [first._replace(text=mark + first.text[width:]), *more]
        moved.append(_Piece(part=piece.part, lead=lead, own=own))
    return moved


def _parted(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """What stands above a first field: the part down to the last blank line, and the rest."""
    lines = [*_from_first_word(lines)]
    cut = max((n + 1 for n, line in enumerate(lines) if line == BLANK), default=0)
    return lines[:cut], lines[cut:]


def _split(gap: Sequence[_Line], column: int) -> tuple[Sequence[_Line], Sequence[_Line]]:
    """Lines below a group: those up to its last comment that is indented further, and the rest."""
    cut = 0
    for number, line in enumerate(gap):
        if line.text.strip(BLANKS):
            if len(line.text) - len(line.text.lstrip(BLANKS)) <= column:
                break
            cut = number + 1
    return gap[:cut], gap[cut:]


def _tidy(lines: Sequence[_Line], column: int) -> list[_Line]:
    """Comments and blank lines, the comments at `column`, and one blank line for several."""
    tidied: list[_Line] = []
    for line in lines:
        text = line.text.strip(BLANKS)
        if text:
            tidied.append(_Line(" " * column + text))
        elif tidied[-1:] != [BLANK]:
            tidied.append(BLANK)
    return tidied
