"""The commands as an officer or a machine meets them: what is printed where, and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CASE = """\
---
title: Shared library service
source: budget-paper
headline:
  amount: £900k
  measure: saving
  period: 2018/19
  line: 12
---

## Case for change

The two libraries stand in one street.
"""

BROKEN = CASE.replace("measure: saving", "measure: savings")
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


def register_in(folder: Path, case: str = CASE) -> Path:
    """A register of one council with one case, with the site's own files beside it."""
    root = Path(__file__).resolve().parent.parent
    for name in ("mkdocs.yml", "site_src", "templates"):
        (folder / name).symlink_to(root / name)
    plan = folder / "cases" / "northtown" / "2018-19"
    plan.mkdir(parents=True)
    (plan / "library.md").write_text(case, encoding="utf-8")
    (folder / "cases/northtown/council.yml").write_text(
        "name: Northtown Council\nshort_name: Northtown\n", encoding="utf-8"
    )
    (folder / "cases/themes.yml").write_text("libraries: {title: Libraries}\n", encoding="utf-8")
    (folder / "cases/sources.yml").write_text(
        "budget-paper: {title: Budget, publisher: Northtown Council, council: northtown}\n",
        encoding="utf-8",
    )
    return folder


def _run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1546300800", **environment},
    )  # fmt: skip


def test_a_register_without_a_mistake_is_fine(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path), "check")
    assert done.returncode == 0
    assert all(": note [" in line for line in done.stdout.splitlines())
    assert done.stderr.startswith("1 case read, no problems")


def test_a_mistake_is_data_on_standard_output_and_ends_with_1(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path, BROKEN), "check")
    assert done.returncode == 1
    assert done.stdout.startswith("cases/northtown/2018-19/library.md:6:12: [unknown-word] ")
    assert "write “saving”, if that is meant" in done.stdout
    assert done.stderr.startswith("1 case read, 1 problem")


def test_a_long_message_stays_on_one_line_when_it_goes_into_a_file(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path, BROKEN), "check", COLUMNS="40")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_is_for_terminals_only(tmp_path: Path, setting: dict[str, str]) -> None:
    done = _run(register_in(tmp_path, BROKEN), "check", **setting)
    assert "\x1b" not in done.stdout + done.stderr


def test_problems_as_data(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path, BROKEN), "check", "--format", "json")
    (problem,) = json.loads(done.stdout)["problems"]
    assert (problem["line"], problem["column"], problem["code"]) == (6, 12, "unknown-word")


def test_problems_on_the_lines_of_a_pull_request(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path, BROKEN), "check", "--format", "github")
    assert done.stdout.startswith("::error file=cases/northtown/2018-19/library.md,line=6,col=12,")


def test_what_does_not_agree_is_printed_and_fails_nothing_unless_it_is_asked_to(
    tmp_path: Path,
) -> None:
    root = register_in(tmp_path, UNLIKE)
    done = _run(root, "check")
    assert done.returncode == 0
    line = next(line for line in done.stdout.splitlines() if "[row-total]" in line)
    assert line.startswith("cases/northtown/2018-19/library.md:22:33: error [row-total] ")
    assert "its parts come to £3,007" in line
    assert done.stderr.startswith("1 case read, no problems; findings: 1 error")
    assert _run(root, "check", "--fail-on", "error").returncode == 1
    assert _run(root, "check", "--fail-on", "warning").returncode == 1
    assert _run(root, "check", "cases/themes.yml", "--fail-on", "error").returncode == 0


def test_figures_that_agree_fail_nothing(tmp_path: Path) -> None:
    root = register_in(tmp_path, UNLIKE.replace("3,107", "3,007"))
    assert _run(root, "check", "--fail-on", "warning").returncode == 0


def test_findings_as_data_and_on_the_lines_of_a_pull_request(tmp_path: Path) -> None:
    root = register_in(tmp_path, UNLIKE)
    data = json.loads(_run(root, "check", "--format", "json").stdout)
    assert data["problems"] == []
    found = next(one for one in data["findings"] if one["code"] == "row-total")
    assert (found["level"], found["line"], found["column"]) == ("error", 22, 33)
    assert found["working"] == "£1,003 + £2,004 = £3,007"
    assert found["question"].endswith("?")
    notes = _run(root, "check", "--format", "github").stdout
    assert (
        "::warning file=cases/northtown/2018-19/library.md,line=22,col=33,title=row-total" in notes
    )
    assert "::error" not in notes
    assert (
        "What the figures say of each other" in _run(root, "check", "--format", "markdown").stdout
    )


def test_only_what_is_wrong_below_the_named_paths(tmp_path: Path) -> None:
    root = register_in(tmp_path, BROKEN)
    assert _run(root, "check", "cases/themes.yml").returncode == 0
    assert _run(root, "check", "cases/northtown").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [("check", "cases/nowhere"), ("chekc",), ("build", "--sitedir", "x"), ("new", "northtown")],
)
def test_wrong_use_ends_with_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = _run(register_in(tmp_path), *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_outside_a_register_the_command_says_where_to_go(tmp_path: Path) -> None:
    done = _run(tmp_path, "check")
    assert done.returncode == 1
    assert "[register-missing]" in done.stdout


def test_what_the_machine_cannot_do_ends_with_3(tmp_path: Path) -> None:
    root = register_in(tmp_path)
    (root / "full").mkdir()
    (root / "full" / "letter.txt").write_text("not ours", encoding="utf-8")
    done = _run(root, "build", "--site-dir", "full")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert (root / "full" / "letter.txt").read_text(encoding="utf-8") == "not ours"


def test_a_broken_case_still_gets_a_page_in_a_preview(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path, BROKEN), "build")
    assert done.returncode == 1
    page = tmp_path / "site/cases/northtown/2018-19/library/index.html"
    assert "unknown-word" in page.read_text(encoding="utf-8")
    assert "Preview: not published by any council" in page.read_text(encoding="utf-8")


def test_production_publishes_nothing_that_is_unfinished(tmp_path: Path) -> None:
    done = _run(register_in(tmp_path, BROKEN), "build", "--production")
    assert done.returncode == 1
    assert "site_url" in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_new_case_is_begun_and_nothing_is_overwritten(tmp_path: Path) -> None:
    root = register_in(tmp_path)
    arguments = ("new", "northtown", "2018/19", "Bus lanes", "--source", "budget-paper")
    done = _run(root, *arguments)
    assert (done.returncode, done.stdout) == (0, "cases/northtown/2018-19/bus-lanes.md\n")
    made = (root / "cases/northtown/2018-19/bus-lanes.md").read_text(encoding="utf-8")
    assert _run(root, "check").returncode == 0
    assert _run(root, *arguments).returncode == 2
    assert (root / "cases/northtown/2018-19/bus-lanes.md").read_text(encoding="utf-8") == made


def test_fmt_changes_layout_only_and_says_which_files(tmp_path: Path) -> None:
    title = "title: Shared library service\n"
    source = "source: budget-paper  # the printed one\n"
    shuffled = CASE.replace(title, "").replace("source: budget-paper\n", source + title)
    root = register_in(tmp_path, shuffled)
    assert _run(root, "fmt", "--check").returncode == 1
    done = _run(root, "fmt")
    assert (done.returncode, done.stdout) == (0, "cases/northtown/2018-19/library.md\n")
    text = (root / "cases/northtown/2018-19/library.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Shared library service\n")
    assert "source: budget-paper  # the printed one\n" in text
    assert _run(root, "fmt").stdout == ""


@pytest.mark.parametrize(
    ("mark", "line_end"), [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n")]
)
def test_fmt_also_mends_a_byte_order_mark_and_the_line_ends_of_another_system(
    tmp_path: Path, mark: bytes, line_end: bytes
) -> None:
    root = register_in(tmp_path)
    file = root / "cases/northtown/2018-19/library.md"
    _run(root, "fmt")
    laid = file.read_bytes()
    typed = mark + laid.replace(b"\n", line_end)
    file.write_bytes(typed)
    assert _run(root, "fmt", "--check").returncode == 1
    assert file.read_bytes() == typed
    assert _run(root, "fmt").stdout == "cases/northtown/2018-19/library.md\n"
    assert file.read_bytes() == laid


@pytest.mark.parametrize("command", ["build", "check", "diff", "fmt", "new", "serve"])
def test_each_command_shows_an_example(tmp_path: Path, command: str) -> None:
    done = _run(tmp_path, command, "--help")
    assert done.returncode == 0
    assert f"Example: casebook {command}" in done.stdout
