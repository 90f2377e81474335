"""What anybody can put into a register's folder: a problem at its path, and the rest is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.core.problems import Problem
from generator.reading.files import MOST_BYTES, MOST_CHARACTERS, TextFile, decode, read_files
from generator.reading.load import load_case
from generator.reading.register import load_register
from tests.reading.corpus import CASE, FRONT, below, found_codes, load, make_register, top

GOOD = "cases/northtown/2018-19/bus-lanes.md"
PLAN = "cases/northtown/2018-19"
SHORT = "## Financial case\n\n### Costs {#costs}\ncost, £; lines 1 to 2\n\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with one case without a fault."""
    return make_register(tmp_path, {GOOD: FRONT})


def only_problem(root: Path, code: str) -> Problem:
    """The one problem of a register whose good case is read all the same."""
    register = load_register(root)
    assert list(register.cases) == ["northtown/2018-19/bus-lanes"]
    (problem,) = register.problems
    assert problem.fault.code == code
    return problem


def test_a_file_of_a_hundred_megabytes_is_not_opened(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (root / CASE).open("wb") as file:
        file.truncate(100_000_000)
    opened: list[str] = []
    usual = Path.open

    def watched(path: Path, mode: str) -> object:
        opened.append(path.name)
        return usual(path, mode)

    monkeypatch.setattr(Path, "open", watched)
    assert "100,000,000 bytes" in only_problem(root, "file-too-large").fault.read
    assert (root / CASE).name not in opened
    assert (root / GOOD).name in opened


@pytest.mark.parametrize("size", [MOST_BYTES[".md"], MOST_BYTES[".md"] + 1])
def test_the_largest_file_is_read_and_one_byte_more_is_not(root: Path, size: int) -> None:
    (root / CASE).write_bytes(FRONT.encode() + b"\n" * (size - len(FRONT)))
    assert bool(load_register(root).problems) == (size > MOST_BYTES[".md"])


@pytest.mark.parametrize("target", ["bus-lanes.md", ".", "nowhere.md", "../../..", "/etc/hostname"])
def test_a_link_to_anything_anywhere_is_refused(root: Path, target: str) -> None:
    (root / CASE).symlink_to(target)
    assert only_problem(root, "file-link").place.path == CASE


@pytest.mark.parametrize("path", ["cases/elsewhere", "cases/northtown/2017-18", "cases/sources.md"])
def test_a_linked_folder_is_refused(root: Path, tmp_path: Path, path: str) -> None:
    (root / path).symlink_to(tmp_path)
    assert only_problem(root, "file-link").place.path == path


def test_a_register_whose_cases_are_a_link_is_refused(tmp_path: Path) -> None:
    make_register(tmp_path / "real", {GOOD: FRONT})
    (tmp_path / "cases").symlink_to(tmp_path / "real" / "cases")
    (problem,) = load_register(tmp_path).problems
    assert (problem.fault.code, problem.place.path) == ("file-link", "cases")


def test_a_pipe_is_refused_without_waiting_for_it(root: Path) -> None:
    os.mkfifo(root / CASE)
    only_problem(root, "file-kind")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines.md", "two\N{REPLACEMENT CHARACTER}lines.md"),
        ("<img onerror=alert(1)>.md", "<img onerror=alert(1)>.md"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}dm.esac.md", "\N{REPLACEMENT CHARACTER}dm.esac.md"),
        ("bibliothèque.md", "bibliothèque.md"),
        ("Library.md", "Library.md"),
        ("library plan.md", "library plan.md"),
        ("library--plan.md", "library--plan.md"),
        ("-library.md", "-library.md"),
        ("a.b.md", "a.b.md"),
        ("a" * 81 + ".md", "a" * 81 + ".md"),
        ("$(reboot).md", "$(reboot).md"),
        ("library.md\N{ZERO WIDTH SPACE}", "library.md\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_an_odd_name_is_refused_and_shown_in_one_visible_line(
    root: Path, name: str, shown: str
) -> None:
    (root / PLAN / name).write_text(FRONT, encoding="utf-8")
    problem = load_register(root).problems[0]
    assert problem.fault.code in ("file-name", "file-unexpected")
    assert problem.place.path == f"{PLAN}/{shown}"
    assert problem.place.path.isprintable()
    assert problem.fault.read.isprintable()


def test_a_name_that_is_not_even_text_is_refused(root: Path) -> None:
    (root / os.fsdecode(os.fsencode(PLAN) + b"/\xff\xfe.md")).write_text(FRONT, encoding="utf-8")
    only_problem(root, "file-name")


@pytest.mark.parametrize(
    "path",
    [
        "cases/readme.txt",
        "cases/northtown.md/2018-19/library.md",
        "cases/northtown/plans/library.md",
        "cases/northtown/2018-20/library.md",
        "cases/northtown/library.md",
        f"{PLAN}/library.yml",
        f"{PLAN}/library.docx",
        f"{PLAN}/library.md/library.md",
    ],
)
def test_what_lies_where_it_does_not_belong_is_named(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(FRONT, encoding="utf-8")
    only_problem(root, "file-unexpected")


def test_what_a_system_keeps_for_itself_is_passed_over(root: Path) -> None:
    (root / PLAN / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    assert not load_register(root).problems


def test_a_file_that_vanishes_while_the_register_is_read_is_a_problem(root: Path) -> None:
    (root / CASE).write_text(FRONT, encoding="utf-8")
    found = []
    for item in read_files(root):
        found.append(item)
        (root / CASE).unlink(missing_ok=True)
    lost = [item for item in found if isinstance(item, Problem)]
    assert [problem.fault.code for problem in lost] == ["file-unreadable"]
    assert lost[0].place.path == CASE


def test_a_folder_that_cannot_be_listed_is_a_problem(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.scandir
    locked = root / "cases" / "southtown"
    locked.mkdir()

    def scandir(folder: Path) -> object:
        if folder == locked:
            raise PermissionError(13, "Permission denied")
        return usual(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert only_problem(root, "file-unreadable").place.path == "cases/southtown"


def test_no_case_at_all_is_a_register_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    register = load_register(tmp_path)
    assert not register.problems
    assert not register.cases


PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (PICTURE, 1, 1),
        ("---\ntitle: £9k".encode("cp1252"), 2, 8),
        ("---\ntitle: Library".encode("utf-16"), 1, 1),
        (b"\xef\xbb\xbf---\ntitle: \xa3", 2, 8),
        (b"---\ntitle: \xed\xa0\x80", 2, 8),
        (b"---\ntitle: a\0b", 2, 9),
        (b"\0" * 1000, 1, 1),
    ],
)
def test_what_is_no_text_is_refused_where_it_begins(content: bytes, line: int, column: int) -> None:
    found = decode(content, CASE)
    assert isinstance(found, Problem)
    assert found.fault.code == "file-not-text"
    assert (found.place.line, found.place.column) == (line, column)


@pytest.mark.parametrize(
    "sign",
    [
        *("\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH JOINER}", "\ufeff", "\x07"),
        *("\N{RIGHT-TO-LEFT OVERRIDE}", "\N{LEFT-TO-RIGHT ISOLATE}", "\x1b", "\x7f", "\x85", "\r"),
        *("\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}", "\uf0b7", "\ufffe", "\U000e0041"),
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\ntitle: Lib¦rary\nsource: budget-2018\n---\n", 2, 11),
        (below("## Context\n\nThe lib¦rary.\n"), 8, 8),
        (below(SHORT + "| Post | A |\n|--|--|\n| Lib¦rarian | £1 |\n"), 13, 6),
    ],
    ids=["field", "prose", "cell"],
)
def test_a_hidden_sign_is_reported_where_it_stands_and_the_case_is_read(
    sign: str, text: str, line: int, column: int
) -> None:
    loaded = load(text.replace("¦", sign))
    (problem,) = [p for p in loaded.problems if p.fault.code == "character-forbidden"]
    assert (problem.place.line, problem.place.column) == (line, column)
    assert loaded.case.source == "budget-2018"
    assert sign not in repr(loaded.case)


def test_hidden_signs_are_reported_one_by_one_up_to_a_number() -> None:
    loaded = load(top("") + "\n## Context\n\n" + "a\N{ZERO WIDTH SPACE}" * 1000)
    assert found_codes(loaded) == ["character-forbidden"] * MOST_CHARACTERS


@pytest.mark.parametrize("typed", [r"\u202e", r"\0", r"\e", r"\x07", r"\L"])
def test_a_hidden_sign_cannot_be_smuggled_in_by_spelling_it(typed: str) -> None:
    loaded = load(
        top("").replace("title: Shared", f'title: "{typed}').replace("service", 'service"')
    )
    assert found_codes(loaded) == ["character-forbidden"]
    assert loaded.problems[0].place.line == 2
    assert loaded.case.title.startswith("\N{REPLACEMENT CHARACTER} library")


@pytest.mark.parametrize("sign", ["é", "£", "–", "’", "\N{NO-BREAK SPACE}", "Ł", "漢", "😀", "\t"])
def test_signs_that_can_be_seen_may_stand_anywhere(sign: str) -> None:
    assert not load(below(f"## Context\n\nOne{sign} two.\n")).problems


def test_a_byte_order_mark_and_other_line_ends_change_nothing() -> None:
    plain = below(SHORT + "| Post | A |\n|--|--|\n| Librarian | £1x |\n")
    other = decode(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode(), CASE)
    assert isinstance(other, TextFile)
    assert load_case(other) == load(plain)
