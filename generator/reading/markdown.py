"""The lower half of a case file as a row of blocks: headings, tables, lists and prose.

Every block keeps what was typed, with its line. markdown-it says where a block begins
and ends; what a block means is for `body` to decide. Every cell and every item of a
list carries its line and column. Raw HTML is off, so a tag is text like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
MOST_CELLS = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A piece of text with the line and column at which it begins."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading; `id` is what stands in `{#…}` behind it, or None."""

    level: int
    title: str
    id: str | None
    typed: Text

    @property
    def line(self) -> int:
        """The line it stands on."""
        return self.typed.line


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table as typed: rows may have fewer or more cells than the heading."""

    heading: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    typed: Text

    @property
    def line(self) -> int:
        """The line of its heading."""
        return self.typed.line


@dataclass(frozen=True, kw_only=True, slots=True)
class Items:
    """A list, item by item."""

    items: tuple[Text, ...]
    typed: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """Anything else."""

    typed: Text


Block = Heading | Grid | Items | Prose


def read_blocks(text: str, first_line: int) -> Iterator[Block]:
    """The blocks of `text`, whose first line is line `first_line` of its file."""
    lines = text.split("\n")
    tokens = MARKDOWN.parse(text)
    for index, token in enumerate(tokens):
        if token.level != 0 or token.map is None or token.nesting == -1:
            continue
        begin, end = token.map
        typed = Text(text="\n".join(lines[begin:end]).rstrip(), line=begin + first_line)
        if token.type == "heading_open":
            yield _heading(tokens[index + 1].content, int(token.tag[1]), typed)
        elif token.type == "table_open":
            yield _grid(typed)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield Items(items=tuple(_items(tokens[index:], first_line)), typed=typed)
        else:
            yield Prose(typed=typed)


def _heading(content: str, level: int, typed: Text) -> Heading:
    found = re.fullmatch(r"(.*?)\s*\{#([^{}]*)\}", content)
    title, id_ = (found[1], found[2]) if found else (content, None)
    return Heading(level=level, title=title.strip(), id=id_, typed=typed)


def _items(tokens: Sequence[Token], first_line: int) -> Iterator[Text]:
    """The text of each item of the list that `tokens` begins with, without its mark."""
    for token in tokens:
        if token.level == 0 and token.nesting == -1:
            return
        if token.type == "inline" and token.level == 3 and token.map is not None:
            text = " ".join(token.content.split())
            yield Text(text=text, line=token.map[0] + first_line, column=3)


def _grid(typed: Text) -> Grid:
    heading, _, *rows = typed.text.split("\n")
    return Grid(
        heading=_cells(heading, typed.line),
        rows=tuple(_cells(row, typed.line + 2 + number) for number, row in enumerate(rows)),
        typed=typed,
    )


def _cells(row: str, line: int) -> tuple[Text, ...]:
    r"""The cells of a row; `\|` is a bar within a cell (GitHub's tables, section 4.10)."""
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", row)]
    begin = 0 if not row.lstrip().startswith("|") else bars.pop(0) + 1
    if not row.rstrip().endswith("|") or not bars:
        bars.append(len(row))
    cells = []
    for bar in bars[:MOST_CELLS]:
        raw = row[begin:bar]
        indent = len(raw) - len(raw.lstrip())
        cells.append(
            Text(text=raw.strip().replace("\\|", "|"), line=line, column=begin + indent + 1)
        )
        begin = bar + 1
    return tuple(cells)
