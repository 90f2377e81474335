"""Which files of a register are read, and what is refused before it is read.

Anybody can send a pull request, so a register's folder can hold anything that git
can hold: a link that points elsewhere, a name with a line break, a hundred
megabytes, a picture called case.md. Such a file becomes a problem at its path, and
the other files are read all the same. Nothing is opened before its kind, its name
and its size are known to be right.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.core.identity import MOST_NAME, NAME, is_plan_year
from generator.core.problems import Fault, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

CODES = {
    "file-name": "A file or folder whose name may not stand in a register.",
    "file-link": "A link where a file or folder of the register's own should be.",
    "file-kind": "Something that is neither a file nor a folder.",
    "file-unexpected": "A file or folder in a place where none of its kind belongs.",
    "file-too-large": "A file that is larger than any case can be.",
    "file-not-text": "A file that is not text in UTF-8.",
    "file-unreadable": "A file that cannot be opened.",
    "character-forbidden": "An invisible character, which can make text read as it does not stand.",
}

MOST_BYTES = 1_000_000
REGISTER_FILES = ("sources.yml", "themes.yml")
COUNCIL_FILE = "council.yml"


@dataclass(frozen=True, kw_only=True, slots=True)
class TextFile:
    """A file of the register: its path below the register's folder, and its text."""

    path: str
    text: str


Found = TextFile | Problem


def read_files(root: Path) -> Iterator[Found]:
    """Each file below ``cases/`` that belongs there, as text, and a problem for each that does not.

    Paths come in the order of their names, so that a report reads the same everywhere.
    """
    cases = root / "cases"
    for entry in _entries(cases):
        path = f"cases/{entry.name}"
        refused = _refused(entry, path)
        if refused:
            yield refused
        elif entry.is_dir():
            yield from _council(Path(entry.path), path)
        elif entry.name in REGISTER_FILES:
            yield _text(entry, path)
        else:
            yield _unexpected(path, "sources.yml, themes.yml and a folder for each council")


def _council(folder: Path, path: str) -> Iterator[Found]:
    for entry in _entries(folder):
        inner = f"{path}/{entry.name}"
        refused = _refused(entry, inner)
        if refused:
            yield refused
        elif entry.is_dir() and is_plan_year(entry.name):
            yield from _plan_year(Path(entry.path), inner)
        elif entry.name == COUNCIL_FILE and not entry.is_dir():
            yield _text(entry, inner)
        else:
            yield _unexpected(inner, "council.yml and a folder for each plan year, such as 2018-19")


def _plan_year(folder: Path, path: str) -> Iterator[Found]:
    for entry in _entries(folder):
        inner = f"{path}/{entry.name}"
        refused = _refused(entry, inner)
        if refused:
            yield refused
        elif entry.name.endswith(".md") and not entry.is_dir():
            yield _text(entry, inner)
        else:
            yield _unexpected(inner, "case files, whose names end in .md")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, by name; files that a system keeps for itself are not ours."""
    with os.scandir(folder) as entries:
        return sorted(
            (entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name
        )


def _refused(entry: os.DirEntry[str], path: str) -> Problem | None:
    place = Place(path=shown_path(path))
    stem, _, suffix = entry.name.partition(".")
    if not NAME.fullmatch(stem) or len(stem) > MOST_NAME or suffix not in ("", "md", "yml"):
        return _file_problem(
            place, "file-name", f"the name “{shown_path(entry.name)}”",
            f"small letters, digits and single hyphens, at most {MOST_NAME} of them",
            "rename it, for example to a-r-6-127-care-in-cambridgeshire.md",
        )  # fmt: skip
    if entry.is_symlink():
        return _file_problem(
            place, "file-link", "a link to another place", "the file itself",
            "put the file here in place of the link",
        )  # fmt: skip
    mode = entry.stat(follow_symlinks=False).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _file_problem(
            place, "file-kind", "neither a file nor a folder", "a file", "remove it"
        )
    return None


def _unexpected(path: str, expected: str) -> Problem:
    name = path.rsplit("/", 1)[-1]
    return _file_problem(
        Place(path=path), "file-unexpected", f"“{name}”", expected,
        "move it where it belongs, or take it out of the register",
    )  # fmt: skip


def _text(entry: os.DirEntry[str], path: str) -> Found:
    place = Place(path=path)
    size = entry.stat(follow_symlinks=False).st_size
    if size > MOST_BYTES:
        return _file_problem(
            place, "file-too-large", f"{size:,} bytes", f"at most {MOST_BYTES:,} bytes",
            "keep one case in one file, without pictures or attachments",
        )  # fmt: skip
    try:
        # No more is read than was promised, should the file grow in between.
        with Path(entry.path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        return _file_problem(
            place, "file-unreadable", f"a file that cannot be opened ({error.strerror})",
            "a file that can be read", "check who is allowed to read it",
        )  # fmt: skip
    return decode(content, path)


def decode(content: bytes, path: str) -> Found:
    """The text of a file's bytes, or the problem that it is none that a case may hold."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return _file_problem(
            Place(path=path, line=line), "file-not-text", "bytes that are not text",
            "plain text in UTF-8", "save the file as plain text with the encoding UTF-8",
        )  # fmt: skip
    text = text.replace("\r\n", "\n")
    return _character_problem(text, path) or TextFile(path=path, text=text)


# Unicode categories: control, format (among them what turns the direction of writing),
# surrogate, private use, unassigned.
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
LINE_BREAKS = {"\u2028", "\u2029"}


def _character_problem(text: str, path: str) -> Problem | None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isprintable():
            continue
        for column, sign in enumerate(line, start=1):
            if sign != "\t" and (unicodedata.category(sign) in HIDDEN or sign in LINE_BREAKS):
                return _file_problem(
                    Place(path=path, line=number, column=column), "character-forbidden",
                    f"the invisible character U+{ord(sign):04X}", "visible text",
                    "delete the character; typing the word anew removes it",
                )  # fmt: skip
    return None


def shown_path(path: str) -> str:
    """A path with everything unprintable replaced, so that it can stand in a message."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path[:300])


def _file_problem(place: Place, code: str, read: str, expected: str, remedy: str) -> Problem:
    return Problem(place=place, fault=Fault(code=code, read=read, expected=expected, remedy=remedy))
