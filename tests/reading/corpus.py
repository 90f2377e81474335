"""The corpus of faulty files: for each code of a problem the smallest file that has it.

``tests/problems/<code>/`` holds a case as an officer might write it (``case.md``), or files
below ``cases/`` that are laid over a small register, and in ``expected.txt`` what
``casebook check`` prints for it. What git cannot hold, such as a hundred megabytes, is made
here in code.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast
from unittest.mock import patch

from generator.reading.files import TextFile, decode
from generator.reading.load import Loaded, load_case
from generator.reading.register import load_register
from generator.reading.report import problem_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.core.problems import Problem

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "tests" / "problems"
CASE = "cases/northtown/2018-19/library.md"
REGISTER = {
    "cases/northtown/council.yml": "name: Northtown Council\nshort_name: Northtown\n",
    "cases/themes.yml": "libraries: {title: Libraries}\n",
    "cases/sources.yml": (
        "budget-2018: {title: Budget 2018/19, publisher: Northtown Council, council: northtown}\n"
    ),
}
FRONT = "---\ntitle: Shared library service\nsource: budget-2018\n---\n"


def _link(root: Path) -> None:
    (root / CASE).symlink_to("/etc/hostname")


def _pipe(root: Path) -> None:
    os.mkfifo(root / CASE)


def _hundred_megabytes(root: Path) -> None:
    with (root / CASE).open("wb") as file:
        file.truncate(100_000_000)


def _other_encoding(root: Path) -> None:
    text = FRONT + "\n## Financial case\n\nThe two libraries cost £900,000 a year.\n"
    (root / CASE).write_bytes(text.encode("cp1252"))


def _hidden_sign(root: Path) -> None:
    text = FRONT.replace("library service", "library\N{ZERO WIDTH SPACE} service")
    (root / CASE).write_text(text, encoding="utf-8")


def _no_cases(root: Path) -> None:
    shutil.rmtree(root / "cases")


def _many_values(root: Path) -> None:
    wards = ", ".join(f"Ward {number}" for number in range(20_000))
    text = FRONT.replace("source:", f"area: [{wards}]\nsource:")
    (root / CASE).write_text(text, encoding="utf-8")


def _long_table(root: Path) -> None:
    rows = "".join(f"| Post {number} | £28k |\n" for number in range(501))
    (root / CASE).write_text(
        f"{FRONT}\n## Financial case\n\n### Staff costs {{#staff-costs}}\n"
        f"cost, £, in year; lines 12 to 520\n\n| Post | 2018/19 |\n|------|--------:|\n{rows}",
        encoding="utf-8",
    )


def _plain_case(root: Path) -> None:
    (root / CASE).write_text(FRONT, encoding="utf-8")


# What cannot stand in git, or would be too long to read there.
MADE: dict[str, Callable[[Path], None]] = {
    "character-forbidden": _hidden_sign,
    "fields-too-many": _many_values,
    "file-kind": _pipe,
    "file-link": _link,
    "file-not-text": _other_encoding,
    "file-too-large": _hundred_megabytes,
    "file-unreadable": _plain_case,
    "register-missing": _no_cases,
    "table-too-large": _long_table,
}


def codes() -> list[str]:
    """The codes that have an entry."""
    return sorted(path.name for path in CORPUS.iterdir() if path.is_dir())


def make_register(root: Path, files: dict[str, str]) -> Path:
    """A small register without a fault in the folder ``root``, with ``files`` laid over it."""
    for path, text in (REGISTER | files).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / CASE).parent.mkdir(parents=True, exist_ok=True)
    return root


def make_entry(code: str, root: Path) -> Path:
    """The register of one entry of the corpus."""
    folder = CORPUS / code
    make_register(root, {})
    for file in folder.rglob("*"):
        if file.is_file() and file.name != "expected.txt":
            path = CASE if file == folder / "case.md" else file.relative_to(folder)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, root / path)
    if code in MADE:
        MADE[code](root)
    return root


def problems_of(code: str, root: Path) -> tuple[Problem, ...]:
    """All problems of the entry of ``code``, made in the folder ``root``."""
    make_entry(code, root)
    if code != "file-unreadable":
        return load_register(root).problems
    with patch.object(Path, "open", _locked):
        return load_register(root).problems


_open = Path.open


def _locked(path: Path, mode: str) -> IO[bytes]:
    """A case that may not be read, not by a superuser either."""
    if path.suffix == ".md":
        raise PermissionError(13, "Permission denied")
    return cast("IO[bytes]", _open(path, mode))


def printed(problems: tuple[Problem, ...]) -> str:
    """The problems as ``casebook check`` prints them."""
    return "".join(f"{problem_line(problem)}\n" for problem in problems)


def load(text: str) -> Loaded:
    """One case file as the register reads it."""
    found = decode(text.encode("utf-8", "surrogatepass"), CASE)
    assert isinstance(found, TextFile), found
    return load_case(found)


def found_codes(loaded: Loaded) -> list[str]:
    """The codes of what is wrong, in the order of the file."""
    return [problem.fault.code for problem in loaded.problems]


def top(fields: str) -> str:
    """A case file with these fields beside the two that it needs, on line 4 and below."""
    return FRONT.removesuffix("---\n") + f"{fields}---\n"


def below(text: str) -> str:
    """A case file with this text below its fields, on line 6 and below."""
    return f"{FRONT}\n{text}"
