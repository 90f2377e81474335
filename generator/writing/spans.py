"""Where each field, item and text of a file's upper half begins and ends.

To move a field without touching it, one has to know exactly which lines are its own. A
reader of fields notes where each value begins; here the ends are kept too, and how far a
text of several lines reaches, so that nothing of it is taken for layout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Sort(StrEnum):
    """What a span holds."""

    TEXT = "text"
    GROUP = "group of fields"
    LIST = "list"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A place: line and column, and the number of signs before it, all counted from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A value.

    Attributes:
        sort: what it is.
        inline: whether a group or list stands between brackets.
        start: its first sign.
        end: behind its last sign.
        last: the last line of it, without blank lines that mean nothing.
        keeps: whether the blank lines below it belong to its text.
        parts: the fields of a group, or the items of a list.
    """

    sort: Sort
    start: Mark
    end: Mark
    last: int
    inline: bool = False
    keeps: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def stands_below(self) -> bool:
        """Whether its fields or items have lines of their own."""
        return self.sort is not Sort.TEXT and not self.inline

    def texts(self) -> Iterator[Span]:
        """Every text in it."""
        if self.sort is Sort.TEXT:
            yield self
        for part in self.parts:
            yield from part.value.texts()


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A field with its name, or an item of a list, whose name is empty.

    Attributes:
        start: where the name begins, or the item's value.
        value: what it holds; for a blank field an empty text that ends where the name ends.
    """

    name: str
    start: Mark
    value: Span

    @property
    def blank(self) -> bool:
        """Whether nothing is given."""
        return self.value.start.index == self.value.end.index


def block_text(lines: Sequence[str], start: Mark, end: Mark) -> Span:
    """The span of a text below ``|`` or ``>``, whose end a reader of fields gives too far down.

    With ``+`` behind the sign all blank lines below belong to the text, otherwise none does
    (YAML 1.2.2, section 8.1.1.2). A line of spaces that reaches further than the text is
    indented is no blank line but a line of the text.
    """
    head = lines[start.line][start.column :].split("#")[0]
    keeps = "+" in head
    last = end.line - 1
    if not keeps:
        indent = 0 if re.search(r"\d", head) else _indent(lines[start.line + 1 : end.line])
        while last > start.line and not lines[last].strip(" \t") and len(lines[last]) <= indent:
            last -= 1
    return Span(sort=Sort.TEXT, start=start, end=end, last=last, keeps=keeps)


def _indent(lines: Sequence[str]) -> int:
    """How far the first line that is not blank is indented."""
    first = next((line for line in lines if line.strip(" \t")), "")
    return len(first) - len(first.lstrip(" "))
