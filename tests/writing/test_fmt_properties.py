"""However a case was typed, laying it out changes nothing that it says; again, nothing at all."""

from __future__ import annotations

import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.core.case import Front
from generator.reading.files import TextFile
from generator.reading.load import halves
from generator.reading.yamltext import Tree, read_yaml
from generator.writing.fmt import format_case
from generator.writing.order import order_of
from tests.writing.examples import FRONT, REAL, case, formatted, read_alike
from tests.writing.typed import Typist

if TYPE_CHECKING:
    from random import Random

PATHS = st.sampled_from(sorted(REAL))
RANDOMS = st.randoms(use_true_random=False)
ODD_TEXTS = st.sampled_from(
    [
        *(
            "no",
            "~",
            "0.10",
            "1_000",
            "12:30",
            "2013-12-20",
            "0123",
            "£900K",
            "a: b",
            "c #d",
            "# e",
        ),
        *("'", '"', "[f", "{g", "h]", "- i", "? j", "|", ">", "!k", "&l", "*m", "%n", "@o", "`p"),
        *("日本", "q\nr\n", "Less would be spent on buildings, and more on people who use them."),
    ]
)
BLOCKS = st.sampled_from(
    [
        *("## Scope", "## Aims", "### Costs {#costs}", "### More {#more}", "### Words"),
        *("#### Deep {#deep}", "### How {#relations}", "- `a` = `b`", "cost, £k; line 7"),
        *("text", "text  \nmore ", "- a\n- b", "1. c\n\n   d", "> quoted", "    code  ", "---"),
        *("```\n|a|\n|-|\n```", "```", "Title\n===", "<b>", "[l]: /x", "[m]: /y\n[n]: /z", "\t"),
        *("|a|b|\n|-|-:|", "| a | b |\n|---|---|\n| long | 日本 |\n|1|\nx", "|a|\n|-|", "", " "),
        "a|b\n-|-\n\\|c|d\\|",
    ]
)
SIGNS = st.sampled_from(
    [*"\n\t |#-'\":{}[]>\\?!&*%~\u00a0日\r", "|+\n", ">-\n", " # c\n", "```\n", "  \n"]
)
# Where, as a part of the whole; how much goes; and what comes in its place.
CUTS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), st.lists(SIGNS, max_size=3).map("".join)),
    min_size=1,
    max_size=4,
)


@given(path=PATHS, random=RANDOMS, ends=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=40)
def test_a_real_case_typed_in_any_way(path: str, random: Random, ends: str) -> None:
    front, body, _, _ = halves(TextFile(path=path, text=REAL[path].read_text(encoding="utf-8")))
    check(read_yaml(front, path).tree, loosened(body, random), random, ends)


@st.composite
def trees(draw: st.DrawFn, record: type = Front) -> dict[str, Tree]:
    """Fields of a record, any of them, with what they should hold or something else."""
    order = order_of(record)
    tree: dict[str, Any] = {}
    for name in [*order.names, "titel"]:
        within = order.groups.get(name) or order.lists.get(name)
        # An amount or a period is a record too, but is typed as a text.
        is_group = within is not None and any(field.name == "line" for field in fields(within))
        choice = draw(st.integers(0, 5))
        if choice == 0:
            tree[name] = draw(ODD_TEXTS | st.lists(ODD_TEXTS, max_size=2))
        elif choice < 3 and within is not None and is_group:
            group = trees(within)
            tree[name] = draw(group if name in order.groups else st.lists(group, max_size=3))
    return tree


@given(tree=trees(), random=RANDOMS, ends=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=100)
def test_any_fields_typed_in_any_way(tree: dict[str, Tree], random: Random, ends: str) -> None:
    check(tree, "", random, ends)


def check(tree: dict[str, Tree], body: str, random: Random, ends: str) -> None:
    typist = Typist(random)
    front = typist.front(tree)
    assume(not read_yaml(front, "").problems)
    typed = case(front, body)
    laid = formatted(typed.replace("\n", ends))
    assert read_alike(typed, laid)
    assert formatted(laid) == laid
    assert in_order(Front, read_yaml(halves(TextFile(path="", text=laid))[0], "").tree)
    assert all(stands(comment, name, laid) for comment, name in typist.comments.items())


def loosened(body: str, random: Random) -> str:
    """The body with other paddings in its tables and more blank lines between its blocks."""
    lines = []
    for line in body.split("\n"):
        if line.startswith("| "):
            lines.append(line.replace(" | ", random.choice(["|", "   |", " |  "])))
        else:
            lines += [line, ""] if not line and random.random() < 0.3 else [line]
    return "\n".join(lines)


def in_order(record: type, tree: Tree) -> bool:
    """Whether the fields of a record, and of all records within it, are in the model's order."""
    if not isinstance(tree, dict):
        return True
    order = order_of(record)
    known = [name for name in tree if name in order.names]
    below = [(order.groups[name], tree[name]) for name in known if name in order.groups]
    for name in known:
        items = tree[name]
        if name in order.lists and isinstance(items, list):
            below += [(order.lists[name], item) for item in items]
    sorted_ = known == sorted(known, key=order.names.index)
    return sorted_ and all(in_order(*pair) for pair in below)


def stands(comment: str, name: str, laid: str) -> bool:
    """Whether a comment is there once, above the field of this name."""
    lines = [line.strip() for line in laid.split("\n")]
    below = lines[lines.index(comment) :]
    field = next(line for line in below if line and not line.startswith("#"))
    return lines.count(comment) == 1 and field.lstrip("- ").partition(":")[0] == name


@given(st.lists(st.tuples(BLOCKS, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=12))
@settings(max_examples=300)
def test_any_text_below_the_fields(blocks: list[tuple[str, str]]) -> None:
    typed = case(FRONT, "".join(block + gap for block, gap in blocks))
    laid = formatted(typed)
    assert read_alike(typed, laid)
    assert formatted(laid) == laid


@given(st.lists(st.tuples(*[st.text("ab £12日e\u0301|-", max_size=6)] * 3), min_size=1))
def test_all_lines_of_a_table_are_as_wide_as_each_other(rows: list[tuple[str, ...]]) -> None:
    marked = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    heading, *others = [f"|{'|'.join(row)} |" for row in [["x", "y", "z"], *marked]]
    table = "\n".join([heading, "|-|:-:|-:|", *others])
    laid = formatted(case(FRONT, f"## Scope\n\n### Costs {{#costs}}\n\n{table}\n"))
    lines = [line for line in laid.split("\n") if line.startswith("|")]
    assert len(lines) == len(rows) + 2
    assert len({width(line) for line in lines}) == 1


def width(line: str) -> int:
    seen = [sign for sign in line if not unicodedata.combining(sign)]
    return len(seen) + sum(unicodedata.east_asian_width(sign) in ("W", "F") for sign in seen)


@given(path=PATHS, cuts=CUTS)
@settings(max_examples=60)
def test_a_damaged_case_is_left_alone_or_reads_as_before(
    path: str, cuts: list[tuple[float, int, str]]
) -> None:
    typed = REAL[path].read_text(encoding="utf-8")[:6000]
    for part, length, put in cuts:
        place = int(part * len(typed))
        typed = typed[:place] + put + typed[place + length :]
    laid = format_case(typed)
    if isinstance(laid, str):
        assert read_alike(typed, laid)
        assert format_case(laid) == laid
