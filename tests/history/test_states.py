"""A case is followed through whatever people do with git, and each of its contents is a state."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from generator.history import following
from generator.history.git import contents, tip, tree
from generator.history.states import Gone, State, names_of, with_working
from tests.history.repositories import (
    LIBRARY,
    ROADS,
    TEXT,
    WASTE,
    commit,
    git,
    known,
    started,
    told,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

HERE, THERE, LATER = (name.removeprefix("cases/")[:-3] for name in (LIBRARY, WASTE, ROADS))


def edited(*words: str) -> str:
    """The text with other first lines, still alike enough to be known again after a move."""
    return "\n".join([*words, TEXT])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return started(tmp_path / "register", **{LIBRARY: edited("one")})


def test_each_content_is_a_state_with_its_commit_its_time_and_its_path(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    commit(root, "2020-02-02", **{"README.md": "no case"})
    last = known(root).states[HERE][-1]
    assert told(root, HERE) == ["one", "two"]
    assert last == State(
        blob=git(root, "rev-parse", f"HEAD:{LIBRARY}"),
        commit=git(root, "rev-parse", "HEAD~"),
        time=datetime(2020, 2, 1, 12, tzinfo=UTC),
        path=HERE,
    )
    assert list(known(root).commits) == git(root, "rev-list", "--reverse", "HEAD~").split()


def test_what_was_put_back_is_a_state_again_and_what_stayed_is_none(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    commit(root, "2020-03-01", **{LIBRARY: edited("one")})
    commit(root, "2020-04-01", **{WASTE: "another"})
    assert told(root, HERE) == ["one", "two", "one"]


def test_a_case_is_followed_to_another_name_and_another_year(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: edited("two")})
    commit(root, "2020-03-01", **{WASTE: "", ROADS: edited("two")})
    commit(root, "2020-04-01", **{ROADS: edited("three")})
    history = known(root)
    assert told(root, LATER) == ["one", "two", "three"]
    assert [state.path for state in history.states[LATER]] == [HERE, THERE, LATER]
    assert {gone.path: gone.became for gone in history.gone.values()} == {HERE: LATER, THERE: LATER}
    assert [state.path for state in history.gone[HERE].states] == [HERE]


def test_two_cases_that_change_places_keep_their_own_states(root: Path) -> None:
    other = "\n".join(f"something else {number}" for number in range(40))
    commit(root, "2020-02-01", **{WASTE: f"other\n{other}"})
    one, two = (root / LIBRARY).read_text("utf-8"), (root / WASTE).read_text("utf-8")
    commit(root, "2020-03-01", **{LIBRARY: "", ROADS: one, WASTE: ""})
    commit(root, "2020-04-01", **{LIBRARY: f"new\n{two}"})
    assert told(root, LATER) == ["one"]
    assert told(root, HERE) == ["new"]  # nothing was there any more that it could come from
    assert known(root).gone[THERE].became is None


def test_a_case_that_was_taken_out_is_gone_and_one_put_back_goes_on(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: "quite another case"})
    gone = known(root).gone[HERE]
    assert (gone.became, gone.time) == (None, datetime(2020, 2, 1, 12, tzinfo=UTC))
    assert len(gone.states) == 1
    commit(root, "2020-03-01", **{LIBRARY: edited("two")})
    assert told(root, HERE) == ["one", "two"]
    assert HERE not in known(root).gone


def test_a_case_that_went_rewritten_and_came_back_by_a_move_keeps_its_first_contents(
    root: Path,
) -> None:
    rewritten = "\n".join(f"another line {number}" for number in range(30))
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: f"away\n{rewritten}"})
    assert told(root, THERE) == ["away"]
    commit(root, "2020-03-01", **{WASTE: "", LIBRARY: f"back\n{rewritten}"})
    assert told(root, HERE) == ["one", "away", "back"]
    assert known(root).gone[THERE].became == HERE


def test_another_case_that_moves_to_the_address_of_one_that_is_gone_is_not_that_one(
    root: Path,
) -> None:
    other = "\n".join(f"another line {number}" for number in range(30))
    commit(root, "2020-02-01", **{WASTE: f"other\n{other}"})
    commit(root, "2020-03-01", **{LIBRARY: ""})
    commit(root, "2020-04-01", **{WASTE: "", LIBRARY: f"moved\n{other}"})
    assert told(root, HERE) == ["other", "moved"]


def branched(root: Path, ours: str, theirs: str, merged: str) -> None:
    """Edit the case on two branches and bring them together."""
    git(root, "checkout", "--quiet", "-b", "proposal")
    commit(root, "2020-02-01", **{LIBRARY: theirs})
    git(root, "checkout", "--quiet", "main")
    commit(root, "2020-02-02", **{LIBRARY: ours})
    git(root, "merge", "--quiet", "--no-commit", "-s", "ours", "proposal")
    commit(root, "2020-02-03", **{LIBRARY: merged})


def test_both_sides_of_a_merge_and_what_came_of_it_are_states(root: Path) -> None:
    branched(root, edited("ours"), edited("theirs"), edited("both"))
    assert told(root, HERE) == ["one", "theirs", "ours", "both"]


def beside(root: Path, path: str = HERE) -> list[bool]:
    """Of each state of a case, whether it was not made from the one before it."""
    return [state.beside for state in known(root).states[path]]


def test_what_was_written_side_by_side_is_known_as_such_and_what_came_of_it_is_not(
    root: Path,
) -> None:
    commit(root, "2020-01-15", **{LIBRARY: edited("before")})
    branched(root, edited("ours"), edited("theirs"), edited("both"))
    commit(root, "2020-03-01", **{LIBRARY: edited("after")})
    assert told(root, HERE) == ["one", "before", "theirs", "ours", "both", "after"]
    assert beside(root) == [False, False, False, True, False, False]


def test_a_proposal_that_alone_edited_a_case_was_not_written_beside_anything(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "proposal")
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    commit(root, "2020-02-03", **{LIBRARY: edited("three")})
    git(root, "checkout", "--quiet", "main")
    commit(root, "2020-02-02", **{WASTE: "another"})
    git(root, "merge", "--quiet", "--no-edit", "proposal", day="2020-02-04")
    commit(root, "2020-02-05", **{LIBRARY: edited("four")})
    assert told(root, HERE) == ["one", "two", "three", "four"]
    assert not any(beside(root))


def test_what_a_merge_chose_comes_last(root: Path) -> None:
    branched(root, edited("ours"), edited("theirs"), edited("theirs"))
    assert told(root, HERE) == ["one", "ours", "theirs"]


def test_bringing_lines_together_is_no_edit(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "proposal")
    commit(root, "2020-02-01", **{WASTE: "another"})
    git(root, "checkout", "--quiet", "main")
    commit(root, "2020-02-02", **{LIBRARY: edited("two")})
    git(root, "checkout", "--quiet", "proposal")
    git(root, "merge", "--quiet", "--no-edit", "main", day="2020-02-03")
    git(root, "checkout", "--quiet", "main")
    commit(root, "2020-02-04", **{LIBRARY: edited("three")})
    git(root, "merge", "--quiet", "--no-edit", "proposal", day="2020-02-05")
    assert told(root, HERE) == ["one", "two", "three"]


def test_an_edit_of_a_branch_that_had_not_heard_of_a_move_belongs_to_the_moved_case(
    root: Path,
) -> None:
    git(root, "checkout", "--quiet", "-b", "proposal")
    commit(root, "2020-02-02", **{LIBRARY: edited("two")})
    git(root, "checkout", "--quiet", "main")
    commit(root, "2020-02-01", **{LIBRARY: "", WASTE: edited("one")})
    git(root, "merge", "--quiet", "--no-edit", "proposal", day="2020-02-03")
    assert told(root, THERE) == ["one", "two"]
    assert HERE not in known(root).states


def test_a_merge_in_a_folder_of_a_larger_repository_has_its_own_paths(tmp_path: Path) -> None:
    top = started(tmp_path / "all", **{f"council/{LIBRARY}": edited("one")})
    git(top, "checkout", "--quiet", "-b", "proposal")
    commit(top, "2020-02-01", **{f"council/{LIBRARY}": edited("theirs")})
    git(top, "checkout", "--quiet", "main")
    commit(top, "2020-02-02", **{f"council/{LIBRARY}": edited("ours")})
    git(top, "merge", "--quiet", "--no-commit", "-s", "ours", "proposal")
    commit(top, "2020-02-03", **{f"council/{LIBRARY}": edited("both")})
    assert told(top / "council", HERE) == ["one", "theirs", "ours", "both"]


def test_a_rewritten_history_gives_the_same_contents(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    before = known(root)
    git(root, "commit", "--quiet", "--amend", "--message", "another word", day="2021-01-01")
    after = known(root)
    blobs = [[state.blob for state in one.states[HERE]] for one in (before, after)]
    assert blobs[0] == blobs[1]
    assert before.states[HERE][-1].commit != after.states[HERE][-1].commit


def test_a_shallow_copy_says_that_it_is_not_complete(root: Path, tmp_path: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", str(copy))
    history = known(copy)
    assert (history.known, history.complete, history.added) == (True, False, {})
    assert told(copy, HERE) == ["two"]
    before = tip(copy)
    git(copy, "fetch", "--quiet", "--unshallow")
    assert known(copy).complete
    assert tip(copy) != before


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    write(tmp_path, {LIBRARY: TEXT})
    assert not known(tmp_path).known


def test_a_link_a_folder_of_another_repository_and_an_odd_name_are_no_states(root: Path) -> None:
    (root / LIBRARY).unlink()
    (root / LIBRARY).symlink_to("elsewhere.md")
    odd = root / "cases/plymouth/2014-15" / "a\n:100644 b.md"
    odd.write_text("odd", "utf-8")
    started(root / "cases/plymouth/2014-15" / "inner")
    commit(root, "2020-02-01")
    assert known(root).states == {}
    assert [state.path for state in known(root).gone[HERE].states] == [HERE]
    commit(root, "2020-03-01", **{LIBRARY: edited("two")})
    assert told(root, HERE) == ["one", "two"]
    assert list(known(root).states) == [HERE]


def test_a_tag_names_the_time_of_its_commit_and_odd_names_are_left_out(root: Path) -> None:
    git(root, "tag", "council-2020-02")
    git(root, "tag", "--annotate", "--message", "later", "signed.off", day="2021-01-01")
    git(root, "tag", "odd/<b>")
    first = datetime(2020, 1, 1, 12, tzinfo=UTC)
    assert known(root).tags == {"council-2020-02": first, "signed.off": first}


def test_settings_and_helpers_of_a_repository_are_not_heeded(root: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    commit(root, "2020-02-01", **{LIBRARY: edited("two"), ".gitattributes": "*.md diff=x filter=x"})
    for name in ("core.fsmonitor", "diff.external", "diff.x.textconv", "diff.x.command",
                 "filter.x.clean", "filter.x.smudge", "gpg.program", "core.pager",
                 "core.sshCommand", "uploadpack.packObjectsHook"):  # fmt: skip
        git(root, "config", name, str(trap))
    for name, value in [
        *(("log.showSignature", "true"), ("diff.renames", "false"), ("log.diffMerges", "off")),
        *(("color.ui", "always"), ("diff.noprefix", "true"), ("diff.orderFile", str(trap))),
        *(("i18n.logOutputEncoding", "UTF-16"), ("log.mailmap", "true"), ("log.follow", "true")),
        *(("log.showRoot", "false"), ("core.abbrev", "4"), ("diff.renameLimit", "1")),
    ]:
        git(root, "config", name, value)
    (tmp_path / "sprung").unlink(missing_ok=True)
    names = [state.blob for state in known(root).states[HERE]]
    assert [text.split(b"\n")[0] for _, text in contents(root, names, 10_000)] == [b"one", b"two"]
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    ("time", "year"),
    [(" 99999999999999 +0000", 9999), (f" {'9' * 25} +0000", 9999), (" x +0000", 1970), ("", 1970)],
    ids=["after the last year", "many numbers", "no number", "nothing"],
)
def test_a_commit_may_bear_any_time_or_none(root: Path, time: str, year: int) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    text = git(root, "cat-file", "-p", "HEAD").split("\n")
    text[3] = f"committer A <a@example.org>{time}"
    written = root / "odd"
    written.write_text("\n".join(text) + "\n", "utf-8")
    odd = git(root, "hash-object", "-t", "commit", "-w", "--literally", str(written))
    git(root, "reset", "--hard", "--quiet", odd)
    latest = known(root).states[HERE][-1]
    assert (latest.commit, latest.time and latest.time.year) == (odd, year)
    commit(root, "2020-03-01", **{LIBRARY: edited("three")})
    assert [state.commit for state in known(root).states[HERE]][1] == odd


def test_a_content_that_is_too_large_no_file_or_not_there_is_not_taken(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two", "x" * 5_000)})
    names = [state.blob for state in known(root).states[HERE]]
    asked = [*names, "0" * 40, git(root, "rev-parse", "HEAD"), names[0]]
    assert [name for name, _ in contents(root, asked, 4_000)] == [names[0], names[0]]


def test_contents_are_taken_in_groups_of_a_size(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("two", "three", "four"):
        commit(root, "2020-02-01", **{LIBRARY: edited(word)})
    monkeypatch.setattr("generator.history.git.MOST_AT_ONCE", 1_000)
    names = [state.blob for state in known(root).states[HERE]]
    assert [text.split(b"\n")[0] for _, text in contents(root, names, 10_000)] == [
        *(b"one", b"two", b"three", b"four"),
    ]


def test_of_very_many_states_the_first_and_the_latest_are_known_and_it_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("two", "three", "four"):
        commit(root, "2020-02-01", **{LIBRARY: edited(word)})
    monkeypatch.setattr(following, "MOST_STATES", 3)
    assert told(root, HERE) == ["one", "three", "four"]
    assert known(root).cut == {HERE}


def test_what_stands_in_the_folder_and_is_not_committed_is_the_last_state(root: Path) -> None:
    history = known(root)
    now = with_working(history, {HERE: names_of(b"new")})
    assert now.states[HERE] == (
        *history.states[HERE],
        State(blob=names_of(b"new")[0], commit="", time=None, path=HERE),
    )
    assert with_working(history, {HERE: names_of(edited("one").encode())}) == history


def test_a_checkout_with_the_line_ends_of_another_system_is_no_edit(root: Path) -> None:
    windows = edited("one").replace("\n", "\r\n").encode()
    assert with_working(known(root), {HERE: names_of(windows)}) == known(root)


def test_what_was_moved_or_taken_out_and_is_not_committed_is_gone(root: Path) -> None:
    history = known(root)
    moved = with_working(history, {THERE: names_of(edited("one").encode())})
    assert moved.states == {THERE: history.states[HERE]}
    expected = Gone(path=HERE, became=THERE, commit="", time=None, states=history.states[HERE])
    assert moved.gone == {HERE: expected}
    assert with_working(history, {}).gone[HERE].became is None
    assert with_working(history, {}, refused=[HERE]).gone == {}


def test_a_revision_names_its_files(root: Path) -> None:
    commit(root, "2020-02-01", **{LIBRARY: edited("two")})
    assert tree(root, "HEAD~") == {LIBRARY: known(root).states[HERE][0].blob}
    assert tree(root, "--help") is None
    assert tree(root, "no-such-name") is None
