"""Examples of how a case file is laid out, and what the tests of it have in common.

``fields.txt`` and ``below.txt`` hold a rule each with what was typed and what it becomes, for
an officer to read. A ``·`` at the end of a line stands for a blank there.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.reading.files import TextFile, decode
from generator.reading.load import Loaded, load_case
from generator.writing.fmt import format_case

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REAL = {str(path.relative_to(ROOT)): path for path in sorted((ROOT / "cases").rglob("*.md"))}
FRONT = "title: Library\nsource: budget\n"


def examples(name: str) -> dict[str, tuple[str, str]]:
    """By its rule, what is typed in each example of a file and what it becomes."""
    found = {}
    for part in f"\n{(HERE / name).read_text(encoding='utf-8')}".split("\n== ")[1:]:
        rule, kind, text = part.split("\n", 2)
        text = re.sub("·+$", lambda dots: " " * len(dots[0]), text, flags=re.MULTILINE)
        typed, _, laid = text.partition("-- laid out\n")
        found[rule] = (typed, typed) if kind == "-- stays" else (typed, laid)
    return found


def case(front: str, body: str = "") -> str:
    return f"---\n{front}---\n{body}"


def formatted(text: str) -> str:
    result = format_case(text)
    assert isinstance(result, str), result
    return result


def loaded(text: str) -> Loaded:
    file = decode(text.encode(), "cases/northtown/2018-19/library.md")
    assert isinstance(file, TextFile)
    return load_case(file)


def read_alike(before: str, after: str) -> bool:
    """Whether two files read as the same case, with as many problems of each sort."""
    first, second = loaded(before), loaded(after)
    codes = [sorted(problem.fault.code for problem in one.problems) for one in (first, second)]
    return first.case == second.case and codes[0] == codes[1]
