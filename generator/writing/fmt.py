"""A case file in its canonical form: what ``casebook fmt`` writes.

Two officers who write the same case should end up with the same lines, so that a change
shows what changed and nothing else. The order of fields, the blank lines and the columns
of tables are settled here; words, numbers, comments and how a value is written are not
touched. ruamel.yaml, known to this module alone, says where each field begins and ends;
it is not used to write, because what it writes anew is re-wrapped and re-indented, and a
comment stays behind when its field moves.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from generator.core.case import Front
from generator.core.problems import Fault, Problem
from generator.reading.files import TextFile, decode
from generator.reading.load import FENCE, halves
from generator.reading.markdown import read_blocks
from generator.reading.yamltext import Tree, read_yaml
from generator.writing.body import data_parts, lay_out_body
from generator.writing.fields import lay_out
from generator.writing.spans import Mark, Part, Sort, Span, block_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def format_case(text: str) -> str | Fault:
    """The canonical form of a case file; formatting that again changes nothing.

    Lines end with one line break, whatever they ended with before. Reading the result gives
    the same case.

    Returns:
        The file's new text; or, for a file whose frame or fields cannot be read, the first
        such fault with its line, and the file is to be left as it is.
    """
    found = decode(text.encode("utf-8", "surrogatepass"), "")
    if isinstance(found, Problem):
        return _left_alone(found)
    front, body, _, framing = halves(found)
    problems = [*found.problems, *framing, *read_yaml(front, "", first_line=2).problems]
    if problems:
        return _left_alone(problems[0])
    root = _spans(front)
    if isinstance(root, Fault):
        return root
    fields = lay_out(front, root, Front) if root else ""
    below = lay_out_body(body)
    laid = f"{FENCE}\n{fields}{FENCE}\n" + (f"\n{below}" if below else "")
    return laid if said(laid) == said(found.text) else _unsure(None)


def said(text: str) -> tuple[dict[str, Tree], list[object]]:
    """All that a case file says, without its layout: the fields, and the blocks below them."""
    front, body, _, _ = halves(TextFile(path="", text=text))
    blocks = list(read_blocks(body, 1))
    _, tables = data_parts(blocks)
    below: list[object] = []
    for block in blocks:
        table = tables.get(block.typed.line)
        rows = (table.heading, *table.rows) if table else ()
        cells = [[cell.text for cell in row] for row in rows]
        below.append(cells or block.typed.text)
    return read_yaml(front, "").tree, below


def _spans(front: str) -> Span | Fault | None:
    """Where everything in the fields begins and ends; None where there is no field."""
    lines = front.split("\n")
    # Only places are wanted. Tabs, and blanks in a line that holds nothing else, are no mistake
    # but more than the library takes.
    plain = "\n".join(line.replace("\t", " ") if line.strip(" \t") else "" for line in lines)
    try:
        node = YAML(typ="safe", pure=True).compose(plain)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _unsure(mark.line + 2 if mark else None)
    except YAMLError:
        return _unsure(None)
    if node is None:
        return None
    odd = next(_odd_names(node), None)
    return _Spans(lines).of(node) if odd is None else _unsure(odd + 2)


def _odd_names(node: Any) -> Iterator[int]:  # noqa: ANN401 - the library's nodes have no type
    """The lines, from 0, of names that do not begin a line of their group, or go on in the next."""
    below = isinstance(node, MappingNode) and not node.flow_style
    for part in [] if isinstance(node, ScalarNode) else node.value:
        name, value = part if isinstance(part, tuple) else (None, part)
        if below and not _begins_line(name, node.start_mark.column):
            yield name.start_mark.line
        yield from _odd_names(value)


def _begins_line(name: Any, column: int) -> bool:  # noqa: ANN401 - as above
    start, end = name.start_mark, name.end_mark
    return bool(start.column == column and start.line == end.line and start.index < end.index)


class _Spans:
    """Turns the library's nodes into spans of the lines as typed."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.starts = list(itertools.accumulate((len(line) + 1 for line in lines), initial=0))

    def of(self, node: Any) -> Span:  # noqa: ANN401 - as above
        """The span of a node and all within it."""
        start, end = self._mark(node.start_mark), self._mark(node.end_mark)
        if isinstance(node, ScalarNode):
            if node.style in ("|", ">"):
                return block_text(self.lines, start, end)
            return Span(sort=Sort.TEXT, start=start, end=end, last=end.line)
        parts = tuple(self._parts(node))
        inline = bool(node.flow_style)
        last = end.line if inline else parts[-1].value.last
        sort = Sort.GROUP if isinstance(node, MappingNode) else Sort.LIST
        return Span(sort=sort, start=start, end=end, last=last, inline=inline, parts=parts)

    def _parts(self, node: Any) -> Iterator[Part]:  # noqa: ANN401 - as above
        if isinstance(node, SequenceNode):
            for item in node.value:
                yield Part(name="", start=self._mark(item.start_mark), value=self.of(item))
            return
        for name, value in node.value:
            span = self.of(value)
            if isinstance(value, ScalarNode) and value.start_mark.index == value.end_mark.index:
                # A blank field's value is said to stand where the next field begins.
                end = self._mark(name.end_mark)
                span = Span(sort=Sort.TEXT, start=end, end=end, last=end.line)
            yield Part(name=name.value, start=self._mark(name.start_mark), value=span)

    def _mark(self, mark: Any) -> Mark:  # noqa: ANN401 - as above
        index = self.starts[mark.line] + mark.column
        return Mark(line=mark.line, column=mark.column, index=index)


def _left_alone(problem: Problem) -> Fault:
    """The fault of a file that is not laid out, with the line on which it stands."""
    return replace(problem.fault, read=f"line {problem.place.line}: {problem.fault.read}")


def _unsure(line: int | None) -> Fault:
    return Fault(
        code="layout-unsure",
        read=f"{f'line {line}' if line else 'fields'} that cannot be put in order without risk",
        expected="the name of a field at the beginning of a line, a colon, a space and its value",
        remedy="write the field and those around it as the guide shows them",
    )
