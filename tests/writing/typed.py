"""The same fields typed in every way an officer might type them.

`Typist` writes a tree of fields with its fields in any order, in blocks or between brackets,
with any kind of quotation marks, comments and blank lines. Each comment is one of a kind, and
the typist remembers the field that it stands on.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

from generator.reading.yamltext import Tree, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random


class Typist:
    """Types fields at random; `comments` holds each comment with the field that it stands on."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.comments: dict[str, str] = {}

    def front(self, tree: dict[str, Tree]) -> str:
        return "".join(f"{line}\n" for line in self.group(tree, 0))

    def group(
        self, tree: dict[str, Tree], indent: int, *, below_dash: bool = False
    ) -> Iterator[str]:
        names = list(tree)
        self.random.shuffle(names)
        for number, name in enumerate(names):
            if not (below_dash and number == 0):
                yield from self.above(name, indent)
            yield from self.field(name, tree[name], indent)

    def above(self, name: str, indent: int) -> Iterator[str]:
        yield from [" " * self.random.choice((0, 1))] * self.random.choice((0, 0, 0, 1, 3))
        if self.random.random() < 0.2:
            comment = f"# comment {len(self.comments)}: no, 0.10 £ '\""
            self.comments[comment] = name
            yield " " * self.random.randint(0, indent) + comment

    def field(self, name: str, value: Tree, indent: int) -> Iterator[str]:
        before = " " * indent + f"{name}:"
        width = indent + self.random.choice((2, 2, 4))
        if isinstance(value, str):
            yield from self.text(before + " ", value, width)
        elif not value or self.random.random() < 0.3:
            yield f"{before} {self.bracketed(value)}{self.remark()}"
        elif isinstance(value, dict):
            yield before + self.remark()
            yield from self.group(value, width)
        else:
            yield before + self.remark()
            yield from self.items(value, self.random.choice((indent, width)))

    def items(self, items: list[Tree], indent: int) -> Iterator[str]:
        for item in items:
            yield from [""] * self.random.choice((0, 0, 0, 1))
            yield from self.item(item, indent)

    def item(self, item: Tree, indent: int) -> Iterator[str]:
        dash = " " * indent + "-" + " " * self.random.choice((1, 1, 3))
        if isinstance(item, str):
            yield from self.text(dash, item, indent + 2)
        elif not item or isinstance(item, list) or self.random.random() < 0.3:
            yield dash + self.bracketed(item) + self.remark()
        elif self.random.random() < 0.2:
            yield dash.rstrip() + self.remark()
            yield from self.group(item, len(dash))
        else:
            first, *rest = self.group(item, len(dash), below_dash=True)
            yield dash + first.lstrip()
            yield from rest

    def remark(self) -> str:
        return "  # as printed" if self.random.random() < 0.1 else ""

    def text(self, before: str, text: str, indent: int) -> Iterator[str]:
        """A text behind `before`, in any of the ways that keep its words."""
        match self.random.choice(("plain", "double", "single", "folded", "literal", "kept")):
            case "folded" if is_prose(text):
                yield f"{before}>-{self.remark()}"
                yield from indented(wrapped(text), indent)
            case "literal" if is_prose(text):
                yield f"{before}|-{self.remark()}"
                yield from indented([text], indent)
                yield from [" " * self.random.choice((0, 1))] * self.random.choice((0, 0, 2))
            case "kept" if is_prose(text):
                # The blank lines below are part of the text, and so the text is another one.
                yield f"{before}{self.random.choice(('|+', '>+', '|', '>'))}{self.remark()}"
                yield from indented([text], indent)
                yield from [""] * self.random.choice((0, 0, 2))
            case "plain" if plain_is(text):
                first, *rest = wrapped(text) if is_prose(text) else [text]
                broken = [first, *indented(rest, indent + 2)]
                whole = any(line.startswith(("#", "-", "?")) or ": " in line for line in rest)
                yield from [before + text] if whole else [before + broken[0], *broken[1:]]
            case "single" if "\n" not in text:
                yield before + "'" + text.replace("'", "''") + "'" + self.remark()
            case _:
                yield before + json.dumps(text, ensure_ascii=False) + self.remark()

    def bracketed(self, value: Tree) -> str:
        if isinstance(value, str):
            plain = plain_is(value) and not re.search(r"[][{},]|: |#", value)
            quoted = json.dumps(value, ensure_ascii=False)
            return value if plain and self.random.random() < 0.7 else quoted
        if isinstance(value, list):
            return "[" + ", ".join(map(self.bracketed, value)) + "]"
        names = list(value)
        self.random.shuffle(names)
        return "{" + ", ".join(f"{name}: {self.bracketed(value[name])}" for name in names) + "}"


def is_prose(text: str) -> bool:
    """Words with single blanks between, which may be broken at any of them."""
    return bool(text) and text == " ".join(text.split())


def wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 40, break_long_words=False, break_on_hyphens=False)


def plain_is(text: str) -> bool:
    """Whether the text means itself without quotation marks."""
    read = read_yaml(f"x: {text}\n", "")
    return not read.problems and read.tree == {"x": text}


def indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line for line in lines]
