"""An earlier content is read with today's model, whatever it holds, as the case it was then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.case import TOLD_BY_FILE
from generator.history.git import tip
from generator.history.past import read_pasts
from generator.reading.register import load_register
from tests.history.repositories import LIBRARY, WASTE, commit, started, write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.history.versions import Past

HERE, THERE = (name.removeprefix("cases/")[:-3] for name in (LIBRARY, WASTE))
PROSE = "\n".join(f"Sentence {number}." for number in range(30))


def text(front: str) -> str:
    return f"---\n{front}source: paper\n---\n\n## Scope\n\n{PROSE}\n"


def past_of(root: Path, path: str = HERE) -> Past:
    register = load_register(root)
    pasts = read_pasts(root, tip(root), register.removals)
    return pasts.of(path, register.case(path))


def test_a_version_with_broken_fields_holds_what_can_be_read_and_names_the_rest(
    tmp_path: Path,
) -> None:
    root = started(tmp_path / "register", **{LIBRARY: text("title: Books\nversion: 1\n")})
    commit(root, "2020-02-01", **{LIBRARY: text("title: Books\npeople: [\n")})
    commit(root, "2020-03-01", **{LIBRARY: text("title: Books\nold-name: x\nstage: [a, b]\n")})
    commit(root, "2020-04-01", **{LIBRARY: text("title: Books\nversion: 2\n")})
    reads = past_of(root).reads
    assert ["people" in read.case.unreadable for read in reads] == [False, True, False, False]
    assert "stage" in reads[2].case.unreadable
    assert all(read.case.title == "Books" for read in reads[:1] + reads[2:])
    assert [version.read for version in past_of(root).versions] == [reads[0], reads[3]]


def test_a_content_that_is_no_text_of_a_case_has_nothing_that_can_be_read(tmp_path: Path) -> None:
    root = started(tmp_path / "register", **{LIBRARY: b"\xff\xfe\x00 a picture"})
    commit(root, "2020-02-01", **{LIBRARY: text("title: Books\n") + "x" * 300_000})
    commit(root, "2020-03-01", **{LIBRARY: text("title: Books\n")})
    picture, large, now = past_of(root).reads
    for read in (picture, large):
        assert (read.case.title, read.case.unreadable) == ("library", TOLD_BY_FILE)
    assert now.case.unreadable == ()


def test_an_earlier_state_is_the_case_at_the_path_that_it_had(tmp_path: Path) -> None:
    root = started(tmp_path / "register", **{LIBRARY: text("")})
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: text("version: 2\n")})
    first, last = past_of(root, THERE).reads
    assert [str(first.case.id), str(last.case.id)] == [HERE, THERE]
    assert [first.case.title, last.case.title] == ["library", "waste"]


def test_a_case_that_is_gone_has_a_past_too(tmp_path: Path) -> None:
    root = started(tmp_path / "register", **{LIBRARY: text("title: Books\n")})
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: "quite another file"})
    assert [read.case.title for read in past_of(root).reads] == ["Books"]


def test_what_is_not_committed_is_the_last_version_as_it_stands(tmp_path: Path) -> None:
    root = started(tmp_path / "register", **{LIBRARY: text("title: Books\n")})
    write(root, {LIBRARY: text("title: More books\n")})
    first, last = past_of(root).versions
    assert (first.read.case.title, last.read.case.title) == ("Books", "More books")
    assert (last.read.state.commit, last.current, last.edited) == ("", True, True)


def test_without_git_there_is_what_stands_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path, {LIBRARY: text("title: Books\n")})
    past = past_of(tmp_path)
    assert [read.case.title for read in past.reads] == ["Books"]
    assert (past.known, past.complete) == (False, False)
