"""The public list of problems, and the messages of the corpus of faulty files.

An officer who meets a code finds in the list what it means, a line that has the mistake,
and what is said of it. Nothing in it is written by hand, so it cannot say anything else
than the program does. Whoever changes a message reads what changed in the messages of the
corpus, line by line, as an officer would.
"""

from __future__ import annotations

import re
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.reading.catalogue import SECTIONS
from generator.reading.report import sentence
from tests.reading.corpus import codes, printed, problems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.core.problems import Problem

LONGEST_LINE = 160

BEGINNING = """\
# What `casebook check` can report

<!-- Made by scripts/renew.py from tests/problems; not to be written by hand. -->

Each problem is one line: the file, the line and the column in it, the code, what was read, what
was expected, and what to do. A code never changes. Below each code stands what it means, a line
with such a mistake, and what is said of it.
"""


def problem_list() -> str:
    """The text of ``docs/problems.md``."""
    parts = [BEGINNING]
    for title, groups in SECTIONS.items():
        parts.append(f"## {title}\n")
        for code, meaning in (item for held in groups for item in held.items()):
            parts += _entry(code, meaning)
    return "\n".join(parts)


def expected_texts() -> Iterator[tuple[str, Callable[[], str]]]:
    """For each faulty file of the corpus, the path of its expected messages and what gives them."""
    for code in codes():
        yield f"tests/problems/{code}/expected.txt", partial(_messages, code)


def _messages(code: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return printed(problems_of(code, Path(folder)))


def _entry(code: str, meaning: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        problem = problems_of(code, Path(folder))[0]
        line = faulty_line(Path(folder), problem)
    yield f"### {code}\n"
    yield f"{meaning}\n"
    if line:
        yield f"    {line}\n"
    yield f"> {_as_typed(sentence(problem))}\n"


def faulty_line(root: Path, problem: Problem) -> str:
    """The line with the mistake; empty where it is no line of a text."""
    file = root / problem.place.path
    if problem.fault.code.startswith(("file-", "register-")) or not file.is_file():
        return ""
    lines = file.read_text(encoding="utf-8").split("\n")
    line = lines[problem.place.line - 1].strip()
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
    return shown if len(shown) <= LONGEST_LINE else f"{shown[: LONGEST_LINE - 1]}…"


def _as_typed(text: str) -> str:
    """The text with a backslash before each sign that Markdown would take for its own."""
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", text)
