"""What runs on the forge can be sent by anybody: it reads, knows no secret, and says no more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from generator.audit.findings import Finding, Level
from generator.core.problems import Fault, Place, Problem
from generator.reading.found import (
    Placed,
    finding_annotation,
    finding_line,
    findings_markdown,
)
from generator.reading.report import (
    MOST_IN_SUMMARY,
    as_annotation,
    as_markdown,
    problem_line,
    sentence,
)
from tests.safety.hostile import PAYLOADS

ROOT = Path(__file__).resolve().parents[2]
FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in WORKFLOWS}

each_workflow = pytest.mark.parametrize("name", TEXTS)


def workflow(name: str) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(TEXTS[name])
    return read


def started_by(name: str) -> set[str]:
    """YAML 1.1 takes the key ``on`` for a yes."""
    said = workflow(name)[True]
    return {said} if isinstance(said, str) else set(said)


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_a_proposal_is_checked_and_what_is_taken_in_is_published() -> None:
    assert TEXTS.keys() == {"check", "publish"}
    assert started_by("check") == {"pull_request"}
    assert started_by("publish") == {"push"}
    assert workflow("publish")[True]["push"] == {"branches": ["main"]}


@each_workflow
def test_the_token_can_only_read_and_there_is_no_secret(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}
    assert "secrets" not in TEXTS[name]
    assert "pull_request_target" not in TEXTS[name]
    assert "workflow_run" not in TEXTS[name]


def test_only_the_job_that_publishes_may_do_more_and_it_runs_nothing_of_the_register() -> None:
    jobs = [job for name in TEXTS for job in workflow(name)["jobs"].values()]
    trusted = [job for job in jobs if "permissions" in job]
    assert [job["permissions"] for job in trusted] == [{"pages": "write", "id-token": "write"}]
    assert trusted[0]["needs"] == "build"
    for step in trusted[0]["steps"]:
        assert step["uses"].startswith(("actions/configure-pages@", "actions/deploy-pages@"))


@each_workflow
def test_nothing_that_was_typed_elsewhere_stands_in_a_command(name: str) -> None:
    for step in steps(name):
        assert "${{" not in step.get("run", ""), step
        assert "github.event" not in str(step), step
        assert "github.head_ref" not in str(step), step


@each_workflow
def test_only_steps_that_the_forge_itself_keeps_are_used_each_in_a_version(name: str) -> None:
    for used in (step["uses"] for step in steps(name) if "uses" in step):
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", used), used


@each_workflow
def test_no_credential_is_left_in_the_checkout(name: str) -> None:
    checkouts = [
        step for step in steps(name) if step.get("uses", "").startswith("actions/checkout")
    ]
    assert checkouts
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False] * len(checkouts)


@each_workflow
def test_every_job_ends_by_itself(name: str) -> None:
    assert all(job["timeout-minutes"] <= 20 for job in workflow(name)["jobs"].values())


def test_the_commands_are_those_of_the_register() -> None:
    ran = {name: " ".join(step.get("run", "") for step in steps(name)) for name in TEXTS}
    assert "casebook check --since HEAD^1 --format github" in ran["check"]
    summary = '--format markdown >> "$GITHUB_STEP_SUMMARY"'
    assert f"casebook check --since HEAD^1 {summary}" in ran["check"]
    assert f"casebook diff HEAD^1..HEAD {summary}" in ran["check"]
    assert "casebook build --production" in ran["publish"]
    assert "--production" not in ran["check"]


@each_workflow
def test_the_whole_history_is_there_for_what_is_told_from_it(name: str) -> None:
    checkouts = [step for step in steps(name) if "checkout" in step.get("uses", "")]
    assert [step["with"]["fetch-depth"] for step in checkouts] == [0] * len(checkouts)


def test_the_summary_leads_to_the_preview_and_nothing_is_tried_where_setting_up_failed() -> None:
    checked = {step.get("id", step["name"]): step for step in steps("check")}
    assert checked["preview"]["with"]["path"] == "site"
    last = checked["Say where the preview is"]
    assert last["env"] == {"PREVIEW": "${{ steps.preview.outputs.artifact-url }}"}
    assert '"$PREVIEW" >> "$GITHUB_STEP_SUMMARY"' in last["run"]
    for name in ("Build a preview", "preview"):
        assert "steps.ready.outcome == 'success'" in checked[name]["if"]


def test_every_council_has_somebody_who_is_asked() -> None:
    lines = (FORGE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = [line.split()[0] for line in lines if line and not line.startswith("#")]
    councils = sorted(path.name for path in (ROOT / "cases").iterdir() if path.is_dir())
    assert owned == ["*", *(f"/cases/{council}/" for council in councils)]


def problem(words: str, line: int = 3) -> Problem:
    fault = Fault(code="x", read=words, expected="a word", remedy="write one")
    return Problem(place=Place(path="cases/a/2018-19/b.md", line=line, column=1), fault=fault)


def test_what_a_case_says_stays_words_in_the_summary() -> None:
    markdown = MarkdownIt("gfm-like", {"linkify": False})
    for payload in PAYLOADS:
        tokens = markdown.parse(as_markdown([problem(payload)]))
        kinds = {token.type for token in tokens}
        assert kinds == {
            *("heading_open", "inline", "heading_close", "bullet_list_open", "list_item_open"),
            *("paragraph_open", "paragraph_close", "list_item_close", "bullet_list_close"),
        }, payload
        said = [token for token in tokens if token.type == "inline"]
        inside = {child.type for token in said for child in token.children or ()}
        assert inside <= {"text", "text_special"}, payload
        assert "".join(child.content for child in said[-1].children or ()) == (
            f"Line 3: {sentence(problem(payload))}"
        )


def test_the_summary_names_each_file_once_and_stays_short_enough_to_be_shown() -> None:
    text = as_markdown([problem("a", line) for line in range(1, MOST_IN_SUMMARY + 3)])
    assert text.count("### ") == 1
    assert text.count("- Line ") == MOST_IN_SUMMARY
    assert text.endswith("\n2 more are not shown here.\n")
    assert len(as_markdown([problem("<" * 500)] * MOST_IN_SUMMARY)) < 2**20
    assert as_markdown([]) == "## Nothing to mend\n\nNo problems were found.\n"


def placed(words: str, level: Level = Level.ERROR) -> Placed:
    finding = Finding(
        code="row-total", level=level, title=words, explanation=words, question=words,
        cases=("a/2018-19/b",),
    )  # fmt: skip
    return Placed(place=Place(path="cases/a/2018-19/b.md", line=3), finding=finding)


def test_what_was_found_stays_words_in_the_summary_and_short_enough_to_be_shown() -> None:
    markdown = MarkdownIt("gfm-like", {"linkify": False})
    for payload in PAYLOADS:
        tokens = markdown.parse(findings_markdown([placed(payload)]))
        said = [token for token in tokens if token.type == "inline"]
        inside = {child.type for token in said for child in token.children or ()}
        assert inside <= {"text", "text_special"}, payload
        assert payload.split()[0] in "".join(child.content for child in said[-1].children or ())
    many = findings_markdown([placed("<" * 500)] * 1_000)
    assert len(many) < 2**20
    assert "900 more are not shown here" in many
    assert "Notes on rounding and details: 2." in findings_markdown([placed("a", Level.NOTE)] * 2)
    assert findings_markdown([]) == ""


@pytest.mark.parametrize("form", [finding_annotation, finding_line])
def test_what_was_found_cannot_give_the_forge_a_command(form: Any) -> None:  # noqa: ANN401 - either
    for payload in (*PAYLOADS, "\n::error::x", "a\r::set-env name=x::y", "%0A::error::x"):
        written = form(placed(payload))
        assert len(written.splitlines()) == 1, payload
        assert written.startswith(("::warning file=cases/a/2018-19/b.md,line=3,col=1,", "cases/a/"))


@pytest.mark.parametrize("form", [as_annotation, problem_line])
def test_what_a_case_says_cannot_give_the_forge_a_command(form: Any) -> None:  # noqa: ANN401 - either
    said = ("\n::error::x", "a\r::set-env name=x::y", "%0A::error::x", "a ##[stop-commands]x")
    for payload in (*PAYLOADS, *said):
        written = form(problem(payload))
        assert len(written.splitlines()) == 1, payload
        assert written.startswith(("::error file=cases/a/2018-19/b.md,line=3,col=1,", "cases/a/"))
        assert json.dumps(written)
        # In a command of ours whatever follows is its text; in any other line it is read again.
        assert written.startswith("::error ") or "##[" not in written, payload
