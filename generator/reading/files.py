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
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from generator.core.identity import MOST_NAME, NAME, is_plan_year
from generator.core.problems import Fault, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

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

# Several times what the longest case of the field, or a list of a thousand sources, needs.
MOST_BYTES = {".md": 300_000, ".yml": 1_000_000}
MOST_CHARACTERS = 20  # forbidden ones of a file that are reported one by one
REGISTER_FILES = (
    *("deflators.yml", "milestones.yml", "redactions.yml"),
    *("sources.yml", "themes.yml"),
)
COUNCIL_FILE = "council.yml"

# Unicode categories of what cannot be seen: control, format (among them what turns the
# direction of writing), surrogate; and of what has no meaning of its own: private use, unassigned.
INVISIBLE = {"Cc", "Cf", "Cs"}
HIDDEN = INVISIBLE | {"Co", "Cn"}
LINE_BREAKS = {"\u2028", "\u2029"}


@dataclass(frozen=True, kw_only=True, slots=True)
class TextFile:
    """A file of the register: its path below the register's folder, and its text as typed.

    Attributes:
        problems: a problem for each character that may not stand in it.
    """

    path: str
    text: str
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> str:
        """The text with a mark in place of each character that may not stand in it."""
        return without_forbidden(self.text) if self.problems else self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class RawFile:
    """A file of the register before anybody looked at what is in it."""

    path: str
    content: bytes


Found = TextFile | Problem


def read_files(root: Path) -> Iterator[Found]:
    """Each file below ``cases/`` that belongs there, as text, and a problem for each that does not.

    Paths come in the order of their names, so that a report reads the same everywhere.
    """
    for item in raw_files(root):
        yield decode(item.content, item.path) if isinstance(item, RawFile) else item


def raw_files(root: Path, known: Container[str] = ()) -> Iterator[RawFile | Problem]:
    """The same with each file's bytes as they are, for who knows some of them already.

    Args:
        root: the register's folder.
        known: the paths of files that are not opened: they come without their bytes.
    """
    cases = root / "cases"
    if cases.is_symlink():
        yield _link("cases")
        return
    for entry in _entries(cases, "cases"):
        if isinstance(entry, Problem):
            yield entry
        elif entry.is_dir() and NAME.fullmatch(entry.name):
            yield from _council(Path(entry.path), f"cases/{entry.name}", known)
        elif entry.name in REGISTER_FILES and not entry.is_dir():
            yield _text(entry, f"cases/{entry.name}")
        else:
            expected = f"{', '.join(REGISTER_FILES)} and a folder for each council"
            yield _unexpected(entry, "cases", expected)


def _council(folder: Path, path: str, known: Container[str]) -> Iterator[RawFile | Problem]:
    for entry in _entries(folder, path):
        if isinstance(entry, Problem):
            yield entry
        elif entry.is_dir() and is_plan_year(entry.name):
            yield from _plan_year(Path(entry.path), f"{path}/{entry.name}", known)
        elif entry.name == COUNCIL_FILE and not entry.is_dir():
            yield _text(entry, f"{path}/{entry.name}")
        else:
            expected = "council.yml and a folder for each plan year, such as 2018-19"
            yield _unexpected(entry, path, expected)


def _plan_year(folder: Path, path: str, known: Container[str]) -> Iterator[RawFile | Problem]:
    for entry in _entries(folder, path):
        if isinstance(entry, Problem):
            yield entry
        elif (name := f"{path}/{entry.name}") in known:
            yield RawFile(path=name, content=b"")
        elif entry.name.endswith(".md") and not entry.is_dir():
            yield _text(entry, name)
        else:
            yield _unexpected(entry, path, "case files, whose names end in .md")


def _entries(folder: Path, path: str) -> Iterator[os.DirEntry[str] | Problem]:
    """What a folder holds, by name; files that a system keeps for itself are not ours."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except OSError as error:
        yield _unreadable("folder", path, error)
        return
    for entry in sorted(entries, key=lambda entry: entry.name):
        yield _refused(entry, f"{path}/{entry.name}") or entry


def _refused(entry: os.DirEntry[str], path: str) -> Problem | None:
    """What keeps an entry from being looked at, before it is opened."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return _unreadable("file", path, error)
    if stat.S_ISLNK(mode):
        return _link(path)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _file_problem(
            path, "file-kind", "neither a file nor a folder", "a file", "remove it"
        )
    name = Path(entry.name)
    proper = NAME.fullmatch(name.stem) and len(name.stem) <= MOST_NAME
    if name.suffix in ("", ".md", ".yml") and not proper:
        return _file_problem(
            path, "file-name", f"the name “{shown_path(entry.name)}”",
            f"small letters, digits and single hyphens, at most {MOST_NAME} of them",
            "rename it, for example to a-r-6-127-care-in-cambridgeshire.md",
        )  # fmt: skip
    return None


def _link(path: str) -> Problem:
    return _file_problem(
        path, "file-link", "a link to another place", "a file or folder of the register itself",
        "put the file or folder here in place of the link",
    )  # fmt: skip


def _unexpected(entry: os.DirEntry[str], path: str, expected: str) -> Problem:
    what = "folder" if entry.is_dir() else "file"
    return _file_problem(
        f"{path}/{entry.name}", "file-unexpected", f"the {what} “{shown_path(entry.name)}”",
        f"here only {expected}", "move it where it belongs, or take it out of the register",
    )  # fmt: skip


def _unreadable(what: str, path: str, error: OSError) -> Problem:
    known = {
        FileNotFoundError: ("it is no longer there", "put it back, or check again"),
        PermissionError: ("you may not read it", "ask its owner to let you read it"),
    }
    other = (error.strerror, "check again, or ask who looks after this machine")
    why, remedy = known.get(type(error), other)
    return _file_problem(
        path, "file-unreadable", f"a {what} that cannot be opened: {why}",
        f"a {what} that can be read", remedy,
    )  # fmt: skip


def _text(entry: os.DirEntry[str], path: str) -> RawFile | Problem:
    try:
        size = entry.stat(follow_symlinks=False).st_size
        most = MOST_BYTES[Path(path).suffix]
        if size > most:
            return _too_large(path, size, most)
        # No more is read than was promised, should the file grow in between.
        with Path(entry.path).open("rb") as file:
            return RawFile(path=path, content=file.read(most))
    except OSError as error:
        return _unreadable("file", path, error)


def _too_large(path: str, size: int, most: int) -> Problem:
    return _file_problem(
        path, "file-too-large", f"a file of {size:,} bytes", f"at most {most:,} bytes",
        "keep one case in one file, without pictures or attachments",
    )  # fmt: skip


def decode(content: bytes, path: str) -> Found:
    """The text of a file's bytes, or the problem that they are no text at all."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_text(path, error.object[: error.start].decode("utf-8"))
    if "\0" in text:
        return _not_text(path, text[: text.index("\0")])
    text = text.replace("\r\n", "\n")
    return TextFile(path=path, text=text, problems=tuple(_character_problems(text, path)))


def _not_text(path: str, before: str) -> Problem:
    lines = before.split("\n")
    return _file_problem(
        path, "file-not-text", "bytes that are not text in UTF-8", "plain text in UTF-8",
        "save the file as plain text with the encoding UTF-8; a picture or an office document "
        "cannot be a case",
        line=len(lines), column=len(lines[-1]) + 1,
    )  # fmt: skip


def forbidden_character(text: str) -> Fault | None:
    """What is wrong with the first character of `text` that may not stand in a register."""
    if text.isprintable():  # as nearly every text is
        return None
    found = next(filter(_is_forbidden, text), None)
    return None if found is None else _hidden(found)


def without_forbidden(text: str) -> str:
    """The text with a mark in place of each character that may not stand in a register."""
    return "".join("\ufffd" if _is_forbidden(sign) else sign for sign in text)


def _is_forbidden(sign: str) -> bool:
    if sign.isprintable() or sign in "\t\n":
        return False
    return unicodedata.category(sign) in HIDDEN or sign in LINE_BREAKS


def _character_problems(text: str, path: str) -> Iterator[Problem]:
    """The first forbidden characters of a text, each where it stands."""
    found = (
        (number, column, sign)
        for number, line in enumerate(text.split("\n"), start=1)
        if not line.isprintable()
        for column, sign in enumerate(line, start=1)
        if _is_forbidden(sign)
    )
    for number, column, sign in islice(found, MOST_CHARACTERS):
        yield Problem(place=Place(path=path, line=number, column=column), fault=_hidden(sign))


def _hidden(sign: str) -> Fault:
    name = f"U+{ord(sign):04X}"
    if unicodedata.category(sign) in {"Co", "Cn"}:
        read = f"the character {name}, which most computers show as an empty box"
    else:
        known = unicodedata.name(sign, "").lower()
        read = f"the invisible character {name}{known and f', “{known}”'}"
    return Fault(
        code="character-forbidden",
        read=read,
        expected="visible text",
        remedy="delete it and type anew what stands around it",
    )


def shown_path(path: str) -> str:
    """A path with everything unprintable replaced, so that it can stand in a message."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path[:300])


def _file_problem(  # noqa: PLR0913 - what a fault needs, and its place
    path: str, code: str, read: str, expected: str, remedy: str, *, line: int = 1, column: int = 1
) -> Problem:
    return Problem(
        place=Place(path=shown_path(path), line=line, column=column),
        fault=Fault(code=code, read=read, expected=expected, remedy=remedy),
    )
