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

# What stands within a line is not looked at, and no line is taken away as the address of a link.
MARKDOWN = (
    MarkdownIt("commonmark", {"html": False}).enable("table").disable(["inline", "reference"])
)
# A text with more | signs than this, ten times what a large case has, is read without tables.
MOST_BARS = 20_000
PLAIN = MarkdownIt("commonmark", {"html": False}).disable(["inline", "reference"])
# What holds text within a list, and what stands before it in its line.
LEAVES = ("inline", "code_block", "fence")
LIST_MARK = re.compile(r"(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*")


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
    """Anything else; `unclosed` where it is code that nothing ends but the file."""

    typed: Text
    unclosed: bool = False


Block = Heading | Grid | Items | Prose


def read_blocks(text: str, first_line: int) -> Iterator[Block]:
    """The blocks of `text`, whose first line is line `first_line` of its file."""
    tokens = (PLAIN if is_crowded(text) else MARKDOWN).parse(text)
    lines = _without_stray_blanks(text.split("\n"), tokens)
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
            yield Items(items=tuple(_items(tokens[index:], lines, first_line)), typed=typed)
        else:
            yield Prose(typed=typed, unclosed=token.type == "fence" and _is_unclosed(token, lines))


def _is_unclosed(fence: Token, lines: Sequence[str]) -> bool:
    """Whether a block of code ends without the signs that it began with (CommonMark, 4.5)."""
    begin, end = fence.map or (0, 0)
    last = lines[end - 1].strip()
    return end - begin < 2 or last.strip(fence.markup[0]) != "" or len(last) < len(fence.markup)


def is_crowded(text: str) -> bool:
    """Whether there are more cells in a text than can be read in good time."""
    return text.count("|") > MOST_BARS


def _without_stray_blanks(lines: Sequence[str], tokens: Sequence[Token]) -> list[str]:
    """The lines without the blanks at their ends, which nobody sees and which are no change.

    Two or more blanks break a line within a paragraph (CommonMark 0.31.2, section 6.7) and
    become two; what stands in a block of code is kept as typed.
    """
    code = {
        number
        for token in tokens
        if token.type in ("fence", "code_block") and token.map is not None
        for number in range(*token.map)
    }
    ends = [
        "  " if line.strip() and line.endswith("  ") and below.strip() else ""
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return [
        line if number in code else line.rstrip() + end
        for number, (line, end) in enumerate(zip(lines, ends, strict=True))
    ]


def _heading(content: str, level: int, typed: Text) -> Heading:
    found = re.fullmatch(r"(.*?) ?\{#([^{}]*)\}", " ".join(content.split()))
    title, id_ = (found[1], found[2]) if found else (content, None)
    return Heading(level=level, title=" ".join(title.split()), id=id_, typed=typed)


def _items(tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> Iterator[Text]:
    """The text of each item of the list that `tokens` begins with, without its mark.

    What stands in a list within the list is an item too, so that nothing is passed over.
    """
    for token in tokens:
        if token.level == 0 and token.nesting == -1:
            return
        if token.type in LEAVES and token.map is not None and token.content.strip():
            mark = LIST_MARK.match(lines[token.map[0]])
            yield Text(
                text=" ".join(token.content.split()),
                line=token.map[0] + first_line,
                column=mark.end() + 1 if mark else 1,
            )


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
    if not bars or row[bars[-1] + 1 :].strip():
        bars.append(len(row))
    cells = []
    for bar in bars:
        raw = row[begin:bar]
        indent = len(raw) - len(raw.lstrip())
        cells.append(
            Text(text=raw.strip().replace("\\|", "|"), line=line, column=begin + indent + 1)
        )
        begin = bar + 1
    return tuple(cells)
