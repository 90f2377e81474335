"""Whatever is done to a case file: no exception, a case all the same, and problems in their places.

Real cases are broken as people and programs break them: lines lost, doubled and swapped,
signs typed or pasted in the middle, values of another sort, files cut short or run together.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.case import Case
from generator.core.evaluate import evaluate
from generator.core.problems import Fault, Problem
from generator.reading.catalogue import all_codes
from generator.reading.files import TextFile, decode
from generator.reading.load import Loaded, load_case
from generator.reading.register import load_register
from generator.reading.report import problem_line, sentence
from tests.reading.corpus import CASE, REGISTER, ROOT, make_register
from tests.reading.language import forbidden_words, without_quotations

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

CASES = sorted((ROOT / "cases").glob("*/*/*.md"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in CASES}
CODES = all_codes()
FIELDS = {field.name for field in fields(Case)}

# Signs with which fields, tables, lists, amounts and periods are made, and what hides among them.
NASTY = (
    *":#-[]{}&*!|>'\"%@`,.;?=+/\\~_^$£€()<>0123456789kKmM \t\n\r",
    *(
        "---\n",
        "...\n",
        "\n\n",
        "\n## ",
        "\n### x {#x}\n",
        "```\n",
        "| --- |\n",
        "- `a` = ",
        "<<: ",
    ),
    *(
        "\0",
        "\x1b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\u200b",
        "\uf0b7",
        "\ufffe",
        "\U000e0001",
    ),
    *(
        "é",
        "漢",
        "😀",
        "½",
        "٣",
        "\u00a0",
        "–",
        "−",
        "’",
        "“",
        "(read ",
        " (read 1: x)",
        "[%, share]",
    ),
)
VALUES = (
    *("", "no", "null", "~", "12:30", "0123", "1_000", "2018-01-01", "1e9", ".inf", "-", "=", "<<"),
    *("[a, b]", "{a: b}", "[]", "{}", "[[]]", "[{}]", "{a: {b: [c]}}", "- x", "&a b", "*a", "!x y"),
    *(
        "'",
        '"',
        "|",
        ">",
        "> x",
        "? x",
        "# x",
        "a #b",
        "%",
        "@x",
        "`x`",
        "x: y",
        '"\\u0000"',
        "'' x",
    ),
    *("withheld", "nil", "£", "(£1)", "£1bn to £2m", "Year 1", "2018/20", "9" * 400, "a, b", "1-9"),
)
FIELD = re.compile(r"(?m)^([ -]*\w+:).*$")
LINE = re.compile(r"[^\n]*\n")
CELL = re.compile(r"(?<=\|)[^|\n]*(?=\|)")


def _one(pattern: re.Pattern[str], text: str, at: int, by: Callable[[re.Match[str]], str]) -> str:
    """The text with the find number `at`, counted round and round, replaced."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = found[at % len(found)]
    return text[: one.start()] + by(one) + text[one.end() :]


def _swapped(text: str, one: int, other: int) -> str:
    lines = text.split("\n")
    one, other = one % len(lines), other % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


# What is done to a text at a place, with how many signs or lines, and with which piece of text.
BREAKS: dict[str, Callable[[str, int, int, str], str]] = {
    "cut": lambda text, at, size, _: text[:at] + text[at + size :],
    "insert": lambda text, at, _, piece: text[:at] + piece + text[at:],
    "lose line": lambda text, at, _, __: _one(LINE, text, at, lambda _: ""),
    "double line": lambda text, at, _, __: _one(LINE, text, at, lambda found: found[0] * 2),
    "swap lines": lambda text, at, size, _: _swapped(text, at, at + size),
    "value": lambda text, at, _, piece: _one(FIELD, text, at, lambda found: f"{found[1]} {piece}"),
    "cell": lambda text, at, _, piece: _one(CELL, text, at, lambda _: f" {piece} "),
    "truncate": lambda text, at, _, __: text[:at],
}

Change = tuple[str, int, int, str]
where = st.integers(min_value=0, max_value=10**6)
pieces = st.one_of(st.sampled_from(NASTY), st.sampled_from(VALUES), st.text(max_size=12))
changes = st.lists(
    st.tuples(st.sampled_from(sorted(BREAKS)), where, st.integers(0, 40), pieces),
    min_size=1,
    max_size=6,
)


def changed(text: str, change: Change) -> str:
    what, at, size, piece = change
    return BREAKS[what](text, at % (len(text) + 1), size, piece)


def broken(text: str, list_of_changes: list[Change]) -> str:
    for change in list_of_changes:
        text = changed(text, change)
    return text


def assert_told_plainly(problem: Problem, text: str | None) -> None:
    """A place inside the file, a known code, and three parts that an officer can read."""
    fault = problem.fault
    assert fault.code in CODES
    assert all(part.strip() for part in (fault.read, fault.expected, fault.remedy))
    assert problem_line(problem).isprintable()
    assert len(problem_line(problem)) < 1500
    assert not forbidden_words(without_quotations(sentence(problem))), sentence(problem)
    if text is not None:
        lines = text.split("\n")
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


def assert_sound(file: TextFile, loaded: Loaded) -> None:
    for problem in loaded.problems:
        assert problem.place.path == file.path
        assert_told_plainly(problem, file.text)
    assert list(loaded.problems) == sorted(loaded.problems, key=lambda problem: problem.sort_key)
    assert isinstance(loaded.case, Case)
    assert loaded.case.title
    assert set(loaded.case.unreadable) <= FIELDS
    for relation in loaded.case.relations:
        sums = evaluate(loaded.case, relation)
        assert isinstance(sums, Fault) or all(item.addends for item in sums)


def read(text: str) -> tuple[TextFile, Loaded] | None:
    """What the register makes of the bytes of a text; nothing where they are refused as a whole."""
    found = decode(text.encode("utf-8", "surrogatepass"), CASE)
    if isinstance(found, Problem):
        assert found.fault.code == "file-not-text"
        return None
    return found, load_case(found)


@given(st.sampled_from(sorted(TEXTS)), changes)
@settings(max_examples=250)
def test_a_broken_case_is_read_and_says_what_is_wrong(name: str, breaks: list[Change]) -> None:
    text = broken(TEXTS[name], breaks)
    made = read(text)
    if made is not None:
        assert_sound(*made)
        assert read(text) == made


@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(sorted(TEXTS)), where)
@settings(max_examples=40)
def test_two_files_run_together_are_read(one: str, other: str, at: int) -> None:
    made = read(TEXTS[one][: at % (len(TEXTS[one]) + 1)] + TEXTS[other])
    assert made is not None
    assert_sound(*made)


@given(st.lists(pieces, max_size=60))
@settings(max_examples=250)
def test_fields_of_anything_are_read(typed: list[str]) -> None:
    made = read("---\ntitle: T\n" + "".join(typed) + "\n---\n")
    if made is not None:
        assert_sound(*made)


@given(st.lists(pieces, max_size=60))
@settings(max_examples=250)
def test_text_of_anything_is_read(typed: list[str]) -> None:
    made = read("---\ntitle: T\nsource: s\n---\n\n## Context\n\n" + "".join(typed))
    if made is not None:
        assert_sound(*made)


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_bytes_of_anything_are_read(content: bytes) -> None:
    found = decode(b"---\ntitle: T\n" + content, CASE)
    if isinstance(found, TextFile):
        assert_sound(found, load_case(found))


@given(data=st.data())
@settings(max_examples=60)
def test_a_register_with_a_broken_list_is_read(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = data.draw(st.sampled_from(sorted(REGISTER)))
    list_ = broken(
        (ROOT / path.replace("northtown", "plymouth")).read_text("utf-8"), data.draw(changes)
    )
    case = broken(TEXTS[data.draw(st.sampled_from(sorted(TEXTS)))], data.draw(changes))
    root = make_register(tmp_path_factory.mktemp("register"), {})
    for name, text in {path: list_, CASE: case}.items():
        (root / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    register = load_register(root)
    for problem in register.problems:
        file = root / problem.place.path
        at_place = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        assert_told_plainly(problem, at_place)
    assert list(register.problems) == sorted(register.problems, key=lambda item: item.sort_key)
