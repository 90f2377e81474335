"""The lower half of a case file, block by block, with one blank line between blocks.

Only tables of data are laid out anew, with the line on what they hold right below their
heading. Prose, lists and tables within prose stay as typed: how an author breaks lines is
theirs, and a page shows what stands in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.body import RELATIONS
from generator.reading.markdown import Block, Grid, Heading, Prose, read_blocks
from generator.writing.tables import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def lay_out_body(text: str) -> str:
    """`text` laid out, each line with its line break; empty where it holds nothing."""
    blocks = list(read_blocks(text, 1))
    headings, tables = data_parts(blocks)
    laid, gap = [], ""
    for piece, line in _pieces(text.split("\n"), blocks):
        laid += [gap, aligned(tables[line]) if line in tables else piece, "\n"]
        gap = "" if line in headings else "\n"
    return "".join(laid)


def data_parts(blocks: Sequence[Block]) -> tuple[set[int], dict[int, Grid]]:
    """The lines of headings that have a line on their table below, and the tables by their lines.

    As the reader takes them: a table is data when it is the first thing below a heading with
    an id, or follows the one paragraph that says what it holds.
    """
    headings: set[int] = set()
    tables: dict[int, Grid] = {}
    for number, block in enumerate(blocks):
        if not (isinstance(block, Heading) and block.level in (3, 4) and block.id is not None):
            continue
        below = list(blocks[number + 1 : number + 3])
        said = bool(below) and _says_what_follows(below[0])
        table = next(iter(below[said:]), None)
        if block.id != RELATIONS and isinstance(table, Grid):
            tables[table.line] = table
            headings |= {block.line} if said else set()
    return headings, tables


def _says_what_follows(block: Block) -> bool:
    return isinstance(block, Prose) and not block.typed.text.startswith("|")


def _pieces(typed: Sequence[str], blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """Each block with its line; and with line 0 what is no block, such as the address of a link."""
    at = 0
    for block in blocks:
        begin = block.typed.line - 1
        yield from ((lines, 0) for lines in _unread(typed[at:begin]))
        yield block.typed.text, block.typed.line
        at = begin + block.typed.text.count("\n") + 1
    yield from ((lines, 0) for lines in _unread(typed[at:]))


def _unread(typed: Sequence[str]) -> Iterator[str]:
    """The lines that are in no block, those that stand together in one piece."""
    text = "\n".join(line.rstrip() for line in typed).strip("\n")
    yield from (piece.strip("\n") for piece in text.split("\n\n") if piece.strip("\n"))
