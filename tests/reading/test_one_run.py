"""Everything that is wrong comes out of one run, in one order, and hides nothing that is right."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from generator.core.case import Front
from generator.reading.register import load_register
from tests.reading.corpus import (
    CASE,
    REGISTER,
    below,
    found_codes,
    load,
    make_register,
    printed,
    top,
)

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "cases/sources.yml"
OTHER = "cases/northtown/2018-19/bus-lanes.md"

# One mistake for each field of the front that can be mistaken; the line of the mistake is found.
MISTAKES = {
    "title": "title: [a]\n",
    "source": "source: {a: b}\n",
    "kind": "kind: business plan\n",
    "summary": "summary: [a, b]\n",
    "references": "references: A/R.6.101\n",
    "section": "section: {a: b}\n",
    "committee": "committee: [a]\n",
    "themes": "themes: libraries\n",
    "stage": "stage: [a]\n",
    "version": "version: [a]\n",
    "dated": "dated: last week\n",
    "change": "change: {kind: typo, reason: a}\n",
    "area": "area: North\n",
    "people": "people: [{name: A Smith}]\n",
    "decisions": "decisions: [{body: Cabinet, date: soon}]\n",
    "consultation": "consultation: {link: here}\n",
    "key_decision": "key_decision: perhaps\n",
    "call_in_deadline": "call_in_deadline: soon\n",
    "exempt": "exempt: {text: a}\n",
    "headline": "headline: {amount: £9x, measure: saving, line: 1}\n",
    "options": "options: [{title: a, outcome: chosen}]\n",
    "criteria": "criteria: [{text: a}]\n",
    "risk_log": "risk_log: {line: last}\n",
    "risks": "risks: [{title: a, impact: huge}]\n",
    "dependencies": "dependencies: [{title: a, kind: needs}]\n",
    "impacts": "impacts: {affected: {line: 1}}\n",
    "links": "links: [{kind: like, name: a}]\n",
}
WHOLE = {
    "title": "title: Library\n",
    "source": "source: budget-2018\n",
    "kind": "kind: programme\n",
    "summary": "summary: Two libraries become one.\n",
    "references": "references: [A/R.6.101]\n",
    "headline": "headline: {amount: £9k, measure: saving, line: 1}\n",
    "risks": "risks: [{title: a, impact: high}]\n",
}


def test_there_is_a_mistake_for_every_field_of_the_model() -> None:
    assert set(MISTAKES) == {field.name for field in fields(Front)}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_one_field_leaves_every_other_readable(name: str) -> None:
    given = WHOLE | {name: MISTAKES[name]}
    loaded = load(f"---\n{''.join(given.values())}---\n")
    case = loaded.case
    assert len(loaded.problems) == 1
    assert case.unreadable == (name,)
    others = {field for field in WHOLE if field != name}
    assert all(getattr(case, field) for field in others)
    line = list(given).index(name) + 2
    assert loaded.problems[0].place.line == line


def test_all_mistakes_of_a_file_come_in_one_run_in_the_order_of_the_file() -> None:
    text = f"---\n{''.join(MISTAKES.values())}---\n\n## Contxt\n\n"
    loaded = load(
        text + "### T {#t}\ncots; lines 1\n\n| x | 2018/20 |\n|---|---|\n| r | £1x | 2 |\n"
    )
    lines = [problem.place.line for problem in loaded.problems]
    assert lines == sorted(lines)
    assert set(lines) >= set(range(2, len(MISTAKES) + 2))
    assert set(found_codes(loaded)) >= {
        *("heading-unknown", "facet-unknown", "period-not-a-year", "table-ragged"),
    }
    order = [field.name for field in fields(Front)]
    assert [name for name in loaded.case.unreadable if name in order] == order


def test_all_mistakes_of_all_files_come_in_one_run_in_one_order(tmp_path: Path) -> None:
    bad = {
        "cases/themes.yml": "libraries: {titel: Libraries}\n",
        "cases/northtown/council.yml": "name: Northtown\nshort_name: N\nvalid_from: once\n",
        "cases/northtown/2018-19/Bad name.md": "---\n",
        CASE: top("kind: plan\n"),
        OTHER: top("themes: [buses]\nlinks: [{kind: follows, case: a/2018-19/b}]\n"),
    }
    root = make_register(tmp_path, bad)
    problems = load_register(root).problems
    assert [(p.place.path.rsplit("/", 1)[1], p.fault.code) for p in problems] == [
        ("Bad name.md", "file-name"),
        ("bus-lanes.md", "theme-unknown"),
        ("bus-lanes.md", "case-unknown"),
        ("library.md", "unknown-word"),
        ("council.yml", "date-not-a-day"),
        ("themes.yml", "field-unknown"),
    ]
    assert printed(load_register(root).problems) == printed(problems)


def test_a_case_with_mistakes_is_a_case_of_the_register_all_the_same(tmp_path: Path) -> None:
    register = load_register(make_register(tmp_path, {CASE: top("kind: plan\n")}))
    case = register.case("northtown/2018-19/library")
    assert case is not None
    assert case.title == "Shared library service"
    assert register.case("northtown/2018-19/nowhere") is None


SUGGESTED = {
    "a field": (top("sumary: a\n"), "write “summary”"),
    "a field within a group": (top("people: [{roll: a}]\n"), "write “role”"),
    "a field within an answer": (top("impacts: {postive: none}\n"), "write “positive”"),
    "a word": (top("kind: busines case\n"), "write “business case”"),
    "a heading": (below("## Finacial case\n"), "write “Financial case”"),
    "the beginning of a heading": (below("## Notes\n"), "write “Notes on the document”"),
    "a column": (
        below("### F {#stakeholders}\n\n| stakeholder | racy |\n|---|---|\n| a | R |\n"),
        "write “raci”",
    ),
    "a column for words": (
        below("### F {#f}\ncost; line 1\n\n| a | notes | b |\n|---|---|---|\n| x | see x | 1 |\n"),
        "write “note”",
    ),
    "a column of benefits": (
        below("### B {#benefits}\n\n| benefit | lines |\n|---|---|\n| a | 7 |\n"),
        "write “line”",
    ),
    "a word below a heading": (
        below("### F {#f}\nsavings; line 1\n\n| a | b |\n|---|---|\n| x | 1 |\n"),
        "write “saving”",
    ),
    "a word behind a column": (
        below("### F {#f}\ncost; line 1\n\n| a | b [in-year] |\n|---|---|\n| x | 1 |\n"),
        "write “in year”",
    ),
    "a unit": (
        below("### F {#f}\ncost; line 1\n\n| a | unit | b |\n|---|---|---|\n| x | FTES | 1 |\n"),
        "write “FTE”",
    ),
    "a unit of words": (
        below("### F {#f}\ncost; line 1\n\n| a | unit | b |\n|---|---|---|\n| x | peple | 1 |\n"),
        "write “people”",
    ),
    "a claim": (
        below("### C {#claims}\n\n|id|claim|value|line|\n|-|-|-|-|\n|a|paybak|2|1|\n"),
        "write “payback”",
    ),
    "a place after a comma": (
        below("### F {#f}\ncost, lines 1\n\n| a | line | b |\n|---|---|---|\n| x | 1 | 1 |\n"),
        "put a semicolon before it in place of the comma",
    ),
    "a relation": (
        below("### F {#f}\ncost; line 1\n\n| a | b |\n|-|-|\n| x | 1 |\n\n### R {#relations}\n\n"
              "- `f.y` = `f.x`\n"),
        "write “f.x”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SUGGESTED)
def test_for_a_mistyped_name_the_nearest_known_one_is_suggested(what: str) -> None:
    text, remedy = SUGGESTED[what]
    problems = [p for p in load(text).problems if p.fault.code != "field-missing"]
    assert [remedy in problem.fault.remedy for problem in problems] == [True]


@pytest.mark.parametrize(
    ("files", "remedy"),
    [
        ({CASE: top("themes: [librarys]\n")}, "write “libraries”"),
        ({CASE: top("").replace("budget-2018", "budgets-2018")}, "write “budget-2018”"),
        ({"cases/northtwon/2018-19/a.md": top("")}, "move the case to “northtown”"),
        ({SOURCES: REGISTER[SOURCES].replace("council: n", "council: m")},
         "write “northtown”"),
        ({CASE: top("links: [{kind: follows, case: northtown/2018-19/bus}]\n"), OTHER: top("")},
         "write “northtown/2018-19/bus-lanes”"),
        ({CASE: top("risk_log: {matrix: fiveby5}\n"),
          "cases/northtown/council.yml": "name: N\nshort_name: N\nmatrices: "
          "[{id: five-by-five, impacts: [1], rows: [{likelihood: 1, words: [low]}]}]\n"},
         "write “five-by-five”"),
    ],
)  # fmt: skip
def test_across_files_the_nearest_known_name_is_suggested_too(
    tmp_path: Path, files: dict[str, str], remedy: str
) -> None:
    (problem,) = load_register(make_register(tmp_path, files)).problems
    assert remedy in problem.fault.remedy


def test_a_mistyped_field_is_one_problem_and_the_field_is_unreadable_not_missing() -> None:
    loaded = load("---\ntitel: Library\nsource: budget-2018\nheadlines: {amount: £9}\n---\n")
    assert found_codes(loaded) == ["field-unknown", "field-unknown"]
    assert set(loaded.case.unreadable) == {"title", "headline"}
