"""Signs that make text look like what it is not are refused where a case is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.register import load_register
from tests.safety.hostile import PLAIN, path_of, write_register

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = {
    "null": "\0",
    "bell": "\a",
    "escape": "\x1b[31m",
    "delete": "\x7f",
    "next line": "\x85",
    "right-to-left override": "\u202e",
    "left-to-right override": "\u202d",
    "right-to-left isolate": "\u2067",
    "pop directional isolate": "\u2069",
    "right-to-left mark": "\u200f",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "tag": "\U000e0041",
    "private use": "\ue000",
    "no character": "\ufffe",
}


@pytest.mark.parametrize("where", ["title: ", "| Row |", "Words and"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_sign_that_nobody_sees_is_a_problem_with_its_place(
    name: str, where: str, tmp_path: Path
) -> None:
    root = write_register(tmp_path / "register", PLAIN, cases=1, mistaken=0)
    case = root / path_of("case", 0)
    lines = case.read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if where in line)
    lines[number] = lines[number].replace(where, f"{where}a{REFUSED[name]}b", 1)
    case.write_text("\n".join(lines), encoding="utf-8", newline="")
    found = {(one.fault.code, one.place.line) for one in load_register(root).problems}
    code = "file-not-text" if name == "null" else "character-forbidden"
    assert (code, number + 1) in found
