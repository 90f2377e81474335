"""What no file shows by itself: names that the register does not know, and doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.register import load_register
from tests.reading.corpus import CASE, FRONT, make_register, top

if TYPE_CHECKING:
    from pathlib import Path

COUNCIL, THEMES, SOURCES = "cases/northtown/council.yml", "cases/themes.yml", "cases/sources.yml"
GOOD = "cases/northtown/2018-19/bus-lanes.md"
COSTS = "### Costs {#costs}\ncost, £; lines 1 to 2; source budget-2018\n\n"
ROWS = "| A | B |\n|---|---|\n| x | 1 |\n"
RELATION = "\n### How the figures hang together {#relations}\n\n- ¦"


def table(*rows: str) -> str:
    """A table of these rows, the first being its heading."""
    heading, *cells = (f"| {row} |\n" for row in rows)
    return COSTS + heading + "|---" * rows[0].count("|") + "|---|\n" + "".join(cells)


def case(fields: str = "", body: str = "") -> str:
    return top(fields) + ("\n" + body if body else "")


def test_a_reference_twice_in_a_plan_is_reported_at_the_second_case(tmp_path: Path) -> None:
    root = make_register(
        tmp_path,
        {GOOD: case("references: [C/R.6.101]\n"), CASE: case("references: [X, (c/r 6.101)]\n")},
    )
    (problem,) = load_register(root).problems
    assert (problem.fault.code, problem.place.path) == ("reference-twice", CASE)
    assert (problem.place.line, problem.place.column) == (4, 17)
    assert "northtown/2018-19/bus-lanes" in problem.fault.read


def test_the_same_reference_in_another_plan_or_council_is_none(tmp_path: Path) -> None:
    text = case("references: [C/R.6.101]\n")
    other = {"cases/southtown/council.yml": "name: Southtown\nshort_name: Southtown\n"}
    paths = (GOOD, "cases/northtown/2017-18/bus-lanes.md", "cases/southtown/2018-19/bus-lanes.md")
    root = make_register(tmp_path, dict.fromkeys(paths, text) | other)
    assert not load_register(root).problems


def test_a_reference_twice_in_one_case_is_said_to_be_so(tmp_path: Path) -> None:
    root = make_register(tmp_path, {CASE: case("references: [C/R.6.101, C/R 6.101]\n")})
    (problem,) = load_register(root).problems
    assert "this case has already" in problem.fault.read


# The sign ¦ stands before what is reported; without it the file as a whole is.
@pytest.mark.parametrize(
    ("code", "path", "text"),
    [
        ("council-unknown", "cases/sothtown/2018-19/library.md", case()),
        ("theme-unknown", CASE, case("themes: [libraries, ¦buses]\n")),
        ("source-unknown", CASE, case().replace("budget-2018", "¦budget-2017")),
        ("source-unknown", CASE, case(body="¦" + COSTS.replace("2018", "2017") + ROWS)),
        ("source-unknown", CASE, case(body=table("A | source | B", "x | ¦b | 1"))),
        ("case-unknown", CASE, case("links: [{kind: follows, case: ¦a/2017-18/b}]\n")),
        ("case-unknown", CASE, case("dependencies: [{title: A, case: ¦a/2018-19/b}]\n")),
        ("matrix-unknown", CASE, case("risk_log: {matrix: ¦ours}\n")),
        ("relation-to-nothing", CASE, case(body=f"{COSTS}{ROWS}{RELATION}`costs.y` = `costs.x`")),
        ("relation-to-nothing", CASE, case(body=f"{COSTS}{ROWS}{RELATION}`costs.x` = `a/b/c#d`")),
        ("unit-unknown", CASE, case(body=table("A | unit | B", "x | ¦fishes | 1"))),
        ("facet-unknown", CASE, case(body=COSTS.replace("cost, £", "¦cost, £ish") + ROWS)),
        ("period-sequence", CASE, case(body=table("A | 2018/19 | ¦2017/18", "x | 1 | 2"))),
        ("period-sequence", CASE, case(body=table("Year | B", "Year 2 | 1", "¦Year 1 | 2"))),
        ("period-unreadable", CASE, case(body=table("Year | B", "¦Next | 1"))),
        ("table-ragged", CASE, case(body=f"{COSTS}{ROWS}| ¦y | 1 | 2 |\n")),
        ("id-unreadable", THEMES, "¦Shared Services: {title: Shared services}\n"),
        ("id-unreadable", THEMES, "¦../../x: {title: Out}\n"),
        ("group-expected", THEMES, "libraries: ¦Libraries\n"),
        ("council-unknown", SOURCES, "budget-2018: {title: B, publisher: N, council: ¦x}"),
        ("field-missing", COUNCIL, "name: Northtown Council\n"),
        ("group-expected", COUNCIL, "name: N\nshort_name: N\npopulation: ¦5\n"),
    ],
)  # fmt: skip
def test_what_a_register_does_not_know_is_one_problem_in_its_place(
    tmp_path: Path, code: str, path: str, text: str
) -> None:
    root = make_register(tmp_path, {GOOD: FRONT} | {path: text.replace("¦", "")})
    (problem,) = load_register(root).problems
    before = text.partition("¦")[0].split("\n") if "¦" in text else [""]
    assert (problem.fault.code, problem.place.path) == (code, path)
    assert (problem.place.line, problem.place.column) == (len(before), len(before[-1]) + 1)


@pytest.mark.parametrize(
    "text",
    ["libraries: {titel: Libraries}\n", "libraries: [\n", "libraries: {title: \xad}\n", "\0"],
)
def test_a_slip_in_a_list_is_no_further_problem_for_each_case(tmp_path: Path, text: str) -> None:
    root = make_register(tmp_path, {CASE: case("themes: [libraries]\n"), THEMES: text})
    (problem,) = load_register(root).problems
    assert problem.place.path == THEMES


def test_a_case_that_cannot_be_read_is_not_unknown_to_the_others(tmp_path: Path) -> None:
    links = "links: [{kind: follows, case: northtown/2018-19/bus-lanes}]\n"
    root = make_register(tmp_path, {CASE: case(links)})
    (root / GOOD).write_bytes(b"\xff")
    (problem,) = load_register(root).problems
    assert problem.place.path == GOOD


def test_a_council_with_a_slip_in_one_field_is_there_all_the_same(tmp_path: Path) -> None:
    text = "name: Northtown Council\nshort_name: Northtown\nvalid_from: once\n"
    register = load_register(make_register(tmp_path, {CASE: case(), COUNCIL: text}))
    assert [problem.fault.code for problem in register.problems] == ["date-not-a-day"]
    assert register.councils["northtown"].short_name == "Northtown"
