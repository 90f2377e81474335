"""A content that is read part by part tells what it tells when it is read by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading import again
from generator.reading.again import Rereader
from generator.reading.files import TextFile, decode
from generator.reading.load import load_case
from tests.conftest import ROOT
from tests.reading.corpus import CASE, CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable

REAL = sorted((ROOT / "cases").glob("*/*/*.md"))
FAULTY = sorted(CORPUS.glob("*/case.md"))
ODD = ("## Scope", "Scope\n-----", "### Table {#t}", "   ## Aims", "```", "~~~", "> ## Aims",
       "- one\n## Aims", "# Title", "##", "## {#x}", "\ttab", "|a|", "\r## Aims", "#### More",
       "---", "title: again", "people: [", "summary: |\n  text", "\x0c## Aims")  # fmt: skip


def file_of(content: bytes) -> TextFile | None:
    found = decode(content, CASE)
    return found if isinstance(found, TextFile) else None


def same(reader: Rereader, content: bytes) -> bool:
    file = file_of(content)
    return file is None or reader.case(file) == load_case(file).case


def test_the_real_cases_and_the_faulty_ones_are_read_alike() -> None:
    reader = Rereader()
    for path in (*REAL, *FAULTY):
        assert same(reader, path.read_bytes()), path


LINES = sorted(
    {
        line
        for path in (*REAL[::9], *FAULTY)
        for line in path.read_text("utf-8", "replace").split("\n")
    }
)


@st.composite
def edited(draw: st.DrawFn) -> list[bytes]:
    """A case, and what came of it by a few edits of lines."""
    lines = draw(st.sampled_from(REAL)).read_text("utf-8").split("\n")
    texts = ["\n".join(lines)]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = draw(st.sampled_from(LINES) | st.sampled_from(ODD))
        lines[at : at + draw(st.integers(0, 3))] = [line]
        texts.append("\n".join(lines))
    return [text.encode() for text in texts]


@settings(max_examples=40)
@given(edited())
def test_whatever_was_edited_each_content_is_read_as_by_itself(contents: list[bytes]) -> None:
    reader = Rereader()
    for content in contents:
        assert same(reader, content)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that are read, one after the other."""
    found: list[str] = []

    def note(name: str) -> None:
        plain: Callable[..., object] = getattr(again, name)

        def noted(text: str, *rest: object) -> object:
            found.append(text)
            return plain(text, *rest)

        monkeypatch.setattr(again, name, noted)

    note("read_blocks")
    note("read_yaml")
    return found


def test_of_a_content_with_one_edit_that_part_alone_is_read_again(read: list[str]) -> None:
    reader = Rereader()
    text = max(REAL, key=lambda path: path.stat().st_size).read_text("utf-8")
    for content in (text, re.sub(r"^title: ", "title: New ", text, count=1, flags=re.MULTILINE)):
        file = file_of(content.encode())
        assert file is not None
        before = len(read)
        reader.case(file)
    assert [part.split(" ")[:2] for part in read[before:]] == [["title:", "New"]]
