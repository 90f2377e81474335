"""``casebook diff`` as an officer, a reviewer and a program meet it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from generator.cli import main
from generator.core.case import Case
from generator.core.identity import CaseId
from generator.history.between import Difference, What
from generator.history.states import State
from generator.history.versions import Read
from generator.pages.difference_text import (
    MOST_CASES,
    MOST_IN_SUMMARY,
    NOTHING,
    Told,
    told,
    told_lines,
)
from tests.history.repository import CASE, OTHER, PATH, ROADS, commit, git, started, write
from tests.safety.hostile import PAYLOADS

if TYPE_CHECKING:
    from pathlib import Path

CHEAPER = CASE.replace("£900k", "£750k")
MOVED = "cases/north/2019-20/b-1-meals.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = started(tmp_path / "register")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments])


def test_what_changed_is_data_and_how_much_is_a_message(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER, OTHER: ROADS})
    done = run("HEAD^..HEAD")
    first, second, *_ = done.stdout.splitlines()
    assert first == f"{PATH}: Meals (changed)"
    assert second.startswith("  - ")
    assert "£750,000" in second
    assert f"{OTHER}: Roads (added)" in done.stdout
    assert done.stderr == "1 case added, 1 case changed.\n"
    assert done.exit_code == 0


def test_the_exit_code_is_that_of_git(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER})
    assert run("HEAD^..HEAD", "--exit-code").exit_code == 1
    assert run("HEAD..HEAD", "--exit-code").exit_code == 0


def test_a_file_that_says_the_same_in_another_layout_is_no_difference(root: Path) -> None:
    commit(
        root, "2020-01-02", {PATH: CASE.replace("£900k", "£0.9m").replace("line: 12", "line: 9")}
    )
    done = run("HEAD^..HEAD", "--exit-code")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{NOTHING}\n"


def test_one_revision_is_held_against_the_folder(root: Path) -> None:
    write(root, {PATH: CHEAPER})
    assert "£750,000" in run("HEAD").stdout


def test_a_case_that_moved_is_told_with_where_it_was(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: "", MOVED: CASE})
    assert run("HEAD^..").stdout.startswith(f"{MOVED}: Meals (changed, moved from {PATH})\n")


def test_only_what_is_asked_for_is_told(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER, OTHER: ROADS})
    assert "Meals" not in run("HEAD^..", OTHER).stdout
    assert "Roads" in run("HEAD^..", "cases/north").stdout


def test_a_path_of_neither_state_is_wrong_use_and_the_nearest_one_is_named(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER})
    done = run("HEAD^..HEAD", PATH, "cases/north/2018-19/a-1-meal.md")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "“cases/north/2018-19/a-1-meal.md”" in done.stderr
    assert f"Did you mean “{PATH}”?" in done.stderr
    assert "Did you mean" not in run("HEAD^..HEAD", "zzz").stderr


@pytest.mark.parametrize("asked", ["HEAD^..HEAD", "HEAD^", "HEAD..HEAD^"])
@pytest.mark.parametrize("path", [PATH, MOVED, "cases/north/2019-20", "cases/north/council.yml"])
def test_a_path_of_one_of_the_two_states_is_enough(root: Path, asked: str, path: str) -> None:
    commit(root, "2020-01-02", {PATH: "", MOVED: CASE})
    assert run(asked, path).exit_code == 0


def test_as_data_each_change_has_its_topic(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER})
    (one,) = json.loads(run("HEAD^..", "--format", "json").stdout)["cases"]
    assert (one["case"], one["was"], one["did"]) == ("north/2018-19/a-1-meals", None, "changed")
    assert [change["topic"] for change in one["changes"]] == ["money"]


@pytest.mark.parametrize("asked", ["nowhere..HEAD", "--exit-codes", "-x..HEAD"])
def test_what_is_no_revision_is_wrong_use(root: Path, asked: str) -> None:
    assert (root / PATH).exists()
    done = run(asked)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_a_revision_that_is_not_there_is_named(root: Path) -> None:
    assert (root / PATH).exists()
    assert "nothing called “nowhere”" in run("nowhere..HEAD").stderr


def test_without_a_history_there_is_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("HEAD^..HEAD")
    assert done.exit_code == 3
    assert "no history" in done.stderr


def test_a_wrong_value_in_the_settings_of_the_repository_is_not_called_no_history(
    root: Path,
) -> None:
    git(root, "config", "core.bare", "perhaps")
    done = run("HEAD^..HEAD")
    assert done.exit_code == 3
    assert "git status" in done.stderr


def test_a_shallow_copy_lacks_what_came_before(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, "2020-01-02", {PATH: CHEAPER})
    copy = root.parent / "copy"
    git(root.parent, "clone", "--quiet", "--depth=1", f"file://{root}", str(copy))
    monkeypatch.chdir(copy)
    assert "latest part of the history" in run("HEAD^..HEAD").stderr


def hostile(words: str) -> Told:
    case = Case(id=CaseId(council="a", year_folder="2018-19", slug="b"), title=words, source="c")
    state = State(blob="", commit="", time=None, path="a/2018-19/b")
    (one,) = told([Difference(what=What.ADDED, now=Read(state=state, case=case))])
    return one


def test_what_a_case_says_stays_words_in_the_summary_of_a_proposal() -> None:
    markdown = MarkdownIt("gfm-like", {"linkify": False})
    for payload in PAYLOADS:
        tokens = markdown.parse("\n".join(told_lines([hostile(payload)], "markdown")))
        inside = {child.type for token in tokens for child in token.children or ()}
        assert inside <= {"text", "text_special"}, payload


def test_a_summary_stays_short_enough_to_be_shown() -> None:
    many = told_lines([hostile("<" * 5_000)] * (MOST_CASES + 3), "markdown")
    assert sum(len(line) + 1 for line in many) < 2**20
    assert many[-1] == "3 further cases not shown here."
    assert MOST_IN_SUMMARY >= MOST_CASES
    assert NOTHING in told_lines([], "markdown")


def test_what_a_case_says_gives_the_forge_no_command() -> None:
    for payload in (*PAYLOADS, "a ##[stop-commands]x", "a\r::set-env name=x::y"):
        for line in told_lines([hostile(payload)], "text"):
            assert "##[" not in line
            assert line.startswith(("cases/", "  - "))


SECRET = CASE.replace("Fewer meals", "Mrs Smith says that fewer meals")
REMOVED = """meals-of-mrs-smith:
  case: north/2018-19/a-1-meals
  field: sections.Case for change
  reason: It named a resident.
  authority: the monitoring officer
  date: 2020-02-01
"""


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_what_was_removed_for_a_reason_is_not_printed_either(root: Path, form: str) -> None:
    commit(root, "2020-01-02", {PATH: SECRET})
    commit(root, "2020-01-03", {PATH: CHEAPER})
    assert "Smith" in run("HEAD^..HEAD", "--format", form).stdout
    commit(root, "2020-02-01", {"cases/redactions.yml": REMOVED})
    git(root, "checkout", "--quiet", "-b", "other", "HEAD~3")
    commit(root, "2020-01-05", {PATH: SECRET.replace("too much", "far too much")})
    git(root, "checkout", "--quiet", "main")
    for asked in ("HEAD~2..HEAD", "HEAD~3..HEAD~2", "HEAD..HEAD~2", "HEAD~2", "HEAD..other"):
        done = run(asked, "--format", form)
        assert done.exit_code == 0
        assert "Smith" not in done.stdout, asked
        assert "monitoring officer" in done.stdout, asked


@pytest.mark.parametrize("case", [PATH, MOVED], ids=["as it was", "as it is"])
def test_what_was_removed_is_not_printed_of_a_case_that_has_moved_since(
    root: Path, case: str
) -> None:
    commit(root, "2020-01-02", {PATH: SECRET})
    commit(root, "2020-01-03", {PATH: "", MOVED: SECRET})
    commit(root, "2020-01-04", {MOVED: CHEAPER})
    commit(root, "2020-01-05", {PATH: ROADS})  # another case at the address that became free
    name = case.removeprefix("cases/").removesuffix(".md")
    removed = REMOVED.replace("north/2018-19/a-1-meals", name)
    commit(root, "2020-02-01", {"cases/redactions.yml": removed})
    for asked in ("HEAD~5..HEAD~4", "HEAD~4..HEAD~3", "HEAD~4..HEAD~2", "HEAD~3..HEAD", "HEAD~4"):
        done = run(asked)
        assert done.exit_code == 0
        assert "Smith" not in done.stdout, asked
        assert "monitoring officer" in done.stdout, asked
    assert f"{MOVED}: Meals (changed, moved from {PATH})" in run("HEAD~4..HEAD~3").stdout


MISTAKEN = {
    "a mark that is not closed": "meals: {case: [\n",
    "a list": REMOVED.replace("meals-of-mrs-smith:\n  case", "- case"),
    "something before it": f"removed\n\n{REMOVED}",
    "no text": "\0",
    "too large": REMOVED + "#" * 6_000_000,
}


@pytest.mark.parametrize("text", MISTAKEN.values(), ids=MISTAKEN)
def test_where_it_cannot_be_told_what_was_removed_nothing_is_printed(root: Path, text: str) -> None:
    commit(root, "2020-01-02", {PATH: SECRET})
    write(root, {"cases/redactions.yml": text})
    done = run("HEAD^..HEAD")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "casebook check" in done.stderr


UNLIKE = f"""{CASE}
## Financial case

### Cost of the move {{#costs}}
cost, £, in year; lines 20 to 22

| Item    | 2018/19 | 2019/20 | Total  |
|---------|--------:|--------:|-------:|
| Shelves | 1,003   | 2,004   | 3,107  |

### How the figures hang together {{#relations}}

- `costs` adds up by row
"""


def test_a_figure_of_another_case_is_called_as_that_case_calls_it(root: Path) -> None:
    commit(
        root, "2020-01-02", {PATH: UNLIKE, OTHER: UNLIKE.replace("title: Meals", "title: Roads")}
    )
    named = f"- `costs.total` same as `{OTHER[6:-3]}#costs.total` (stated, line 9)\n"
    commit(root, "2020-01-03", {PATH: f"{UNLIKE}{named}"})
    assert "the same as “Total” in “Cost of the move” of the case “Roads”" in run("HEAD^..").stdout


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_a_check_since_a_commit_says_what_was_not_found_there(root: Path) -> None:
    commit(root, "2020-01-02", {PATH: UNLIKE})
    commit(root, "2020-01-03", {OTHER: UNLIKE.replace("A/1", "A/2").replace("Meals", "Roads")})
    new = check("--since", "HEAD^").stdout
    assert "[row-total]" in new
    assert PATH not in new
    assert f"{OTHER}:" in new
    assert "[row-total]" not in check("--since", "HEAD").stdout
    assert check("--since", "HEAD^", "--fail-on", "warning").exit_code == 1
    assert check("--since", "HEAD", "--fail-on", "warning").exit_code == 0
    assert "and did not before" in check("--since", "HEAD^", "--format", "markdown").stdout


@pytest.mark.parametrize("asked", ["nowhere", "HEAD..HEAD"])
def test_a_check_since_what_is_no_commit_is_wrong_use(root: Path, asked: str) -> None:
    assert (root / PATH).exists()
    done = check("--since", asked)
    assert (done.exit_code, done.stdout) == (2, "")
    assert asked in done.stderr
