"""Where the audit shows: the panel on a case, marks, lists, questions to print, methods, data."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.audit.audit import CHECKS
from generator.audit.findings import Level
from generator.pages import sorted_findings
from generator.pages.arrangement import SUMS_VIEWS
from generator.pages.audit_panel import audit_panel
from generator.pages.case_sums import untested_words
from generator.pages.case_view import case_view
from generator.pages.check_pages import all_levels, check_view, families
from generator.pages.data import all_assets
from generator.pages.finding_view import finding_ids, marks_of
from generator.pages.findings_data import COLUMNS
from generator.pages.hanging_together import relation_views
from generator.pages.levels import LEVELS, found_words, tally
from generator.pages.money import money_view
from generator.pages.pages import all_pages
from generator.pages.question_pack import case_pack, plan_pack
from generator.pages.shelf import shelve
from generator.pages.sums_pages import sums_list_view, sums_summary, sums_view
from tests.pages.conftest import AS_AT, PATH, TEMPLATES, Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.reading.register import Register
    from generator.site.page import Page
    from tests.pages.conftest import Register1

BODY = """
## Financial case

### Cost of the kitchen {#costs}
cost, £, in year; lines 20 to 24

| Item    | 2018/19 | 2019/20 | Total  |
|---------|--------:|--------:|-------:|
| Ovens   | 1,003   | 2,004   | 3,007  |
| Staff   | 501     | 702     | 1,303  |
| Total   | 1,504   | 2,706   | 4,310  |

### Figures in the text {#figures}

| id    | what            | measure | amount | period  | basis   | line |
|-------|-----------------|---------|--------|---------|---------|------|
| whole | the whole cost  | cost    | £4,001 | 2018/19 | in year | 30   |
| aside | something aside | cost    | £77    | 2018/19 | in year | 31   |

### How the figures hang together {#relations}

- `costs` adds up by row and by column
- `whole` same as `costs.total.total` (read as: both are for the kitchen)
"""
# In the row of staff 1,303 is printed where its parts come to 1,203.
ROW = "“Staff, Total” in “Cost of the kitchen” is printed as £1,303"


@pytest.fixture
def kitchen(case_of: Callable[..., Register1]) -> Register1:
    return case_of(body=BODY)


def case_body(register: Register1) -> Body:
    return Body(page_of("case", register).content)


def page_of(kind: str, register: Register1) -> Page:
    pages = all_pages(register.shelf.register, AS_AT, production=False, templates=TEMPLATES)
    return next(page for page in pages if page.kind == kind)


def test_the_panel_says_first_how_many_sums_were_checked_and_how_they_came_out(
    kitchen: Register1,
) -> None:
    panel = audit_panel(kitchen.case, kitchen.shelf)
    found = tally([kitchen.shelf.audit(str(kitchen.case.id))])
    assert panel.summary.startswith(f"{found.checked} sums checked: {found.agree} agree, ")
    assert found.differ >= 1
    assert f"{found.differ} do" in panel.summary
    assert panel.summary in case_body(kitchen).text


def test_a_case_without_sums_says_that_none_could_be_worked_out(
    case_of: Callable[..., Register1],
) -> None:
    panel = audit_panel(case_of().case, case_of().shelf)
    assert panel.summary.startswith("No sum could be worked out")
    assert not panel.findings
    assert not panel.agreed
    assert panel.questions.url == ""


def test_what_does_not_agree_stands_first_and_notes_are_folded(kitchen: Register1) -> None:
    panel = audit_panel(kitchen.case, kitchen.shelf)
    keys = [view.level.key for view in panel.findings]
    assert keys == sorted(keys, key=[level.value for level in Level].index)
    assert "note" not in keys
    assert all(view.level.key == "note" for view in panel.notes)
    assert [view.number for view in (*panel.findings, *panel.notes)] == [
        *range(1, len(panel.findings) + len(panel.notes) + 1)
    ]


def test_a_sum_is_written_out_line_by_line_as_on_paper(kitchen: Register1) -> None:
    panel = audit_panel(kitchen.case, kitchen.shelf)
    view = next(view for view in panel.findings if view.title.startswith(ROW))
    assert view.paper is not None
    assert [(line.sign, line.text, line.what.text) for line in view.paper.lines] == [
        ("", "£501", "“Staff, 2018/19”"),
        ("+", "£702", "“Staff, 2019/20”"),
    ]
    assert view.paper.table == "In “Cost of the kitchen”, lines 20 to 24"
    assert (view.paper.result, view.paper.printed.text) == ("£1,203", "£1,303")
    assert view.paper.difference == ("£100", "more")
    assert view.paper.printed.what.url == "#table-costs"
    assert view.check.url.endswith("methods/row-total/")
    assert view.question.endswith("?")


def test_an_assumption_is_named_and_what_stands_beside_it_is_not_said_twice(
    kitchen: Register1,
) -> None:
    panel = audit_panel(kitchen.case, kitchen.shelf)
    view = next(view for view in panel.findings if "the whole cost" in view.title.lower())
    assert "both are for the kitchen" in view.assumption
    assert view.assumption not in view.remarks
    assert "printed is" not in view.remarks


def test_a_figure_that_a_finding_is_about_has_a_mark_that_leads_to_it(kitchen: Register1) -> None:
    findings = kitchen.shelf.audit(str(kitchen.case.id)).findings
    marks = marks_of(str(kitchen.case.id), findings)
    number = 1 + next(n for n, f in enumerate(findings) if f.title.startswith(ROW))
    (mark, *_) = marks["costs.staff.total"]
    assert (mark.text, mark.level) == (f"≠ {number}", "error")
    assert mark.said == f"finding {number}: does not agree"
    view = money_view(kitchen.case, kitchen.shelf.cases, kitchen.shelf.draw, marks)
    assert view.tables[0].rows[1].cells[2].marks == marks["costs.staff.total"]
    assert view.tables[0].rows[0].cells[0].marks == ()
    assert view.figures[0].amount.marks == marks["whole"]


def test_every_mark_of_a_page_leads_to_a_finding_on_it_and_says_in_words_what_it_means(
    kitchen: Register1,
) -> None:
    body = case_body(kitchen)
    marks = [said for _, said in body.tags if "cb-mark" in said.get("class", "").split()]
    assert marks
    assert {said["href"].removeprefix("#") for said in marks} <= set(body.values("id"))
    assert "(finding 1: " in body.text


@pytest.mark.parametrize(
    ("unchecked", "figures", "said"),
    [
        (0, 0, "No figure is printed"),
        (0, 1, "The 1 printed figure takes part in a check"),
        (0, 62, "All 62 printed figures take part in a check"),
        (1, 1, "1 of 1 printed figure takes part in no check"),
        (3, 20, "3 of 20 printed figures take part in no check"),
    ],
)
def test_how_many_figures_no_check_could_use_is_said_in_one_line(
    unchecked: int, figures: int, said: str
) -> None:
    assert untested_words(unchecked, figures) == said


def test_what_agrees_and_what_takes_part_in_no_check_is_listed_too(kitchen: Register1) -> None:
    panel = audit_panel(kitchen.case, kitchen.shelf)
    sums = [line.text for group in panel.agreed for line in group.sums]
    assert "£1,003 + £2,004 = £3,007" in sums
    audit = kitchen.shelf.audit(str(kitchen.case.id))
    assert "aside" in audit.untested
    assert panel.untested_title == untested_words(len(audit.untested), len(audit.figures))
    assert "“something aside”" in panel.untested[0].figures[0].lower()


def test_the_words_for_a_level_blame_nobody_and_every_level_has_some() -> None:
    assert set(LEVELS) == set(Level)
    said = " ".join(f"{view.words} {view.about}" for view in LEVELS.values()).lower()
    assert not re.search(r"\b(wrong|mistake|error|fail|fault|incorrect)", said)
    assert len({view.mark for view in LEVELS.values()}) == len(LEVELS)


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([], ""),
        ([Level.ERROR], "1 does not agree"),
        ([Level.NOTE, Level.ERROR, Level.ERROR], "2 do not agree and 1 note"),
        ([Level.WARNING] * 2 + [Level.NOTE] * 3, "2 depend on how they are read and 3 notes"),
    ],
)
def test_findings_are_counted_in_words(levels: list[Level], words: str) -> None:
    assert found_words(levels) == words


def test_ids_of_findings_are_named_after_the_check_and_counted_within_it(
    kitchen: Register1,
) -> None:
    findings = kitchen.shelf.audit(str(kitchen.case.id)).findings
    ids = finding_ids(findings)
    assert len(set(ids)) == len(ids)
    assert all(
        re.fullmatch(rf"finding-{finding.code}-\d+", id_)
        for finding, id_ in zip(findings, ids, strict=True)
    )


def test_the_page_on_sums_explains_the_levels_and_leads_to_every_case_and_pack(
    kitchen: Register1,
) -> None:
    view = sums_view(kitchen.shelf)
    body = Body(page_of("sums", kitchen).content)
    assert [level.words for level in view.levels] == [level.words for level in LEVELS.values()]
    assert {ref.url for ref in view.packs} == {"../sums/questions/northshire/2018-19/"}
    assert view.rows[0].case.url == "../cases/northshire/2018-19/a-1-meals/#sums"
    assert view.summary in body.text
    assert "“something aside”" in body.text
    assert sums_summary(kitchen.shelf) in Body(page_of("home", kitchen).content).text


@pytest.mark.parametrize("name", SUMS_VIEWS)
def test_each_order_holds_every_finding_once(kitchen: Register1, name: str) -> None:
    view = sums_list_view(name, kitchen.shelf)
    lines = [Body(lines) for group in view.groups for lines in (group.lines, group.notes)]
    page = f"{kitchen.case.id}/"
    listed = [url.partition(page)[2] for body in lines for url in body.values("href")]
    findings = kitchen.shelf.audit(str(kitchen.case.id)).findings
    assert sorted(listed) == sorted(f"#{id_}" for id_ in finding_ids(findings))
    folded = [said for group in view.groups for said in Body(group.notes).values("class")]
    assert not {"cb-level cb-level--error", "cb-level cb-level--warning"} & {*folded}


@pytest.mark.parametrize("name", SUMS_VIEWS)
def test_of_very_many_findings_each_heading_lists_the_first_and_counts_all(
    kitchen: Register1, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {group.id: group for group in sums_list_view(name, kitchen.shelf).groups}
    monkeypatch.setattr(sorted_findings, "MOST", 1)
    monkeypatch.setattr(sorted_findings, "LEAST", 1)
    cut = {group.id: group for group in sums_list_view(name, kitchen.shelf).groups}
    assert cut.keys() == whole.keys()
    assert any(group.more for group in cut.values())
    for id_, group in cut.items():
        was = whole[id_]
        assert (group.number, group.notes_title) == (was.number, was.notes_title)
        for lines, all_lines in ((group.lines, was.lines), (group.notes, was.notes)):
            assert lines == "\n".join(all_lines.split("\n")[:1])
        said = "Only the first 1 findings are listed here" in group.more
        assert said == (len((was.lines + was.notes).split("</li>")) > 2 and was != group)


def test_a_pack_asks_what_findings_ask_and_nothing_else(kitchen: Register1) -> None:
    case = kitchen.case
    findings = kitchen.shelf.audit(str(case.id)).findings
    for pack in (case_pack(case, kitchen.shelf), plan_pack(*plan(kitchen), kitchen.shelf)):
        (asked,) = pack.cases
        questions = [one.question for one in (*asked.questions, *asked.notes)]
        assert sorted(questions) == sorted(finding.question for finding in findings)
        assert all(one.finding.url.partition("#")[2] for one in asked.questions)
        row = next(one for one in asked.questions if one.finding.text.startswith(ROW))
        assert row.sum == "£501 + £702 = £1,203"
        assert row.figures == (
            (
                "In “Cost of the kitchen”, lines 20 to 24: “Staff, Total” £1,303; "
                "“Staff, 2018/19” £501; “Staff, 2019/20” £702"
            ),
        )


ROUNDED = """## Financial case

### Figures in the text {#figures}

| id | what | measure | amount | period | basis | line |
|---|---|---|---|---|---|---|
| one | the kitchen | cost | £1.26m | 2018/19 | in year | 3 |
| other | the same again | cost | £1.3m | 2018/19 | in year | 4 |

### How the figures hang together {#relations}

- `one` same as `other` (stated, line 4)
"""


def test_a_pack_of_notes_alone_does_not_begin_by_saying_that_there_are_no_questions(
    case_of: Callable[..., Register1],
) -> None:
    register = case_of(body=ROUNDED)
    pack = case_pack(register.case, register.shelf)
    (asked,) = pack.cases
    assert (len(asked.questions), len(asked.notes)) == (0, 1)
    assert pack.scope == "1 question, on rounding and details alone."


def plan(register: Register1) -> tuple[str, str, list[str]]:
    return "northshire", "2018-19", [str(register.case.id)]


def test_a_case_without_a_finding_has_no_page_of_questions_and_its_plan_says_so(
    case_of: Callable[..., Register1],
) -> None:
    register = case_of(body="## Financial case\n\nNothing is counted.\n")
    pages = all_pages(register.shelf.register, AS_AT, production=False, templates=TEMPLATES)
    audit = register.shelf.audit(str(register.case.id))
    assert ("case-questions" in {page.kind for page in pages}) == bool(audit.findings)
    (asked,) = plan_pack(*plan(register), register.shelf).cases
    assert bool(asked.silence) == (not audit.findings)


def test_every_check_has_a_page_with_its_formula_and_a_worked_example(
    real: Register, real_pages: tuple[Page, ...]
) -> None:
    bodies = {page.address: Body(page.content) for page in real_pages if page.kind == "check"}
    shelf = shelve(real, AS_AT, production=False)
    for check in CHECKS:
        view, body = check_view(check, all_levels(shelf)), bodies[f"methods/{check.code}/"]
        assert view.example is not None, f"{check.code} has no example that it speaks on"
        for words in (check.title, check.about, view.formula, check.speaks, view.found):
            assert " ".join(words.split()) in body.text
        assert view.example.finding.question in body.text


def test_the_page_on_methods_lists_every_check_under_its_family(
    real_pages: tuple[Page, ...],
) -> None:
    body = Body(next(page for page in real_pages if page.kind == "methods").content)
    listed = [item.id for family in families() for item in family.checks]
    assert sorted(listed) == sorted(check.code for check in CHECKS)
    assert set(listed) <= set(body.values("id"))


def files(register: Register1) -> Mapping[str, bytes]:
    assets = all_assets(register.shelf.register, AS_AT)
    return {asset.address: asset.body for asset in assets}


def test_findings_as_data_hold_every_figure_with_its_place(kitchen: Register1) -> None:
    data = json.loads(files(kitchen)["api/v1/findings.json"])
    assert data["as_at"] == AS_AT.isoformat()
    row = next(one for one in data["findings"] if one["title"].startswith(ROW))
    assert row["cases"] == ["northshire/2018-19/a-1-meals"]
    assert (row["code"], row["level"], row["unit"]) == ("row-total", "error", "£")
    assert (row["published"], row["recomputed"], row["difference"]) == ("1303", "1203", "100")
    assert row["working"] == "£501 + £702 = £1,203"
    first = row["where"][0]
    assert (first["case"], first["name"]) == (row["cases"][0], "costs.staff.total")
    assert (first["printed"], first["amount"], first["label"]) == (
        "1,303",
        "1303",
        "“Staff, Total”",
    )
    assert (first["source"], first["line"]) == ("northshire-plan", "20-24")
    assert row["url"] == "cases/northshire/2018-19/a-1-meals/#finding-row-total-1"


def test_a_case_as_data_has_its_findings_its_sums_and_what_was_not_checked(
    kitchen: Register1,
) -> None:
    made = files(kitchen)
    everything = json.loads(made["api/v1/findings.json"])["findings"]
    case = json.loads(made["cases/northshire/2018-19/a-1-meals/case.json"])
    (listed,) = json.loads(made["api/v1/cases.json"])["cases"]
    assert case["findings"] == everything
    assert [one["title"] for one in listed["findings"]] == [one["title"] for one in everything]
    row = next(one for one in case["sums"] if one["label"] == "“Staff, Total”")
    assert (row["code"], row["verdict"]) == ("row-total", "does not agree")
    assert row["figures"][0]["name"] == "costs.staff.total"
    assert {"agrees", "does not agree"} <= {one["verdict"] for one in case["sums"]}
    assert "aside" in case["unchecked"]


def test_the_sheet_of_findings_has_a_line_each_and_no_cell_of_words_is_a_formula(
    kitchen: Register1,
) -> None:
    made = files(kitchen)
    lines = list(csv.DictReader(io.StringIO(made["api/v1/findings.csv"].decode())))
    findings = json.loads(made["api/v1/findings.json"])["findings"]
    assert [line["title"] for line in lines] == [one["title"] for one in findings]
    assert tuple(lines[0]) == COLUMNS
    numbers = {"published", "recomputed", "recomputed_high", "difference"}
    for line in lines:
        words = [text for name, text in line.items() if name not in numbers]
        assert not [text for text in words if text.startswith(("=", "+", "-", "@"))]


RELATIONS = [
    ("`a` = `b` * 12 / `c` * 90%", "“a figure” is “b figure” × 12 ÷ “c figure” × 90%."),
    ("`a` = mean of `b` and `c`", "“a figure” is the mean of “b figure” and “c figure”."),
    (
        "`roi` comes from `yearly.net` at 4.5%",
        "“return on investment” comes from “Net” in “By year”, at 4.5%.",
    ),
    (
        "`roi` comes from `yearly.gain` - `yearly.cost` at `rate`",
        "“return on investment” comes from “Gain” in “By year” less “Cost”, at “the rate”.",
    ),
]
FIGURES = """
## Financial case

### By year {#yearly}
£, in year; lines 1 to 4

| Item | measure     | 2018/19 | 2019/20 |
|------|-------------|--------:|--------:|
| Gain | saving      | 10      | 20      |
| Cost | cost        | 5       | 5       |
| Net  | net benefit | 5       | 15      |

### Figures in the text {#figures}

| id   | what     | measure | amount | period  | basis   | line |
|------|----------|---------|--------|---------|---------|------|
| a    | a figure | cost    | £10    | 2018/19 | in year | 5    |
| b    | b figure | cost    | £10    | 2018/19 | in year | 6    |
| c    | c figure | cost    | £10    | 2018/19 | in year | 7    |
| rate | the rate | share   | 4%     | 2018/19 | in year | 8    |

### Claims {#claims}

| id  | claim                | value | unit | line |
|-----|----------------------|-------|------|------|
| roi | return on investment | 20    | %    | 9    |

### How the figures hang together {#relations}

"""


@pytest.mark.parametrize(("relation", "sentence"), RELATIONS)
def test_every_form_of_relation_is_told_in_a_sentence(
    case_of: Callable[..., Register1], relation: str, sentence: str
) -> None:
    register = case_of(body=f"{FIGURES}- {relation} (read as: an example)\n")
    (view,) = relation_views(register.case, register.shelf.cases)
    assert view.text == sentence
    assert all(piece.url for piece in view.words if piece.text.startswith("“"))


def test_a_figure_of_another_case_is_named_with_its_case_and_led_to(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    top = "---\ntitle: {}\nsource: northshire-plan\n---\n\n"
    line = "- `whole` same as `northshire/2018-19/a-2-other#whole` (read as: one kitchen)\n"
    figure = BODY.partition("### Figures")[2].partition("### How")[0]
    text = f"## Financial case\n\n### Figures{figure}"
    other = text.replace("£4,001", "£5,001")
    register = written(
        {
            PATH: f"{top.format('Meals')}{text}### How they hang together {{#relations}}\n\n{line}",
            "cases/northshire/2018-19/a-2-other.md": f"{top.format('Other')}{other}",
        }
    )
    assert not register.problems, register.problems
    shelf = shelve(register, AS_AT, production=False)
    case = shelf.cases["northshire/2018-19/a-1-meals"]
    views = audit_panel(case, shelf).findings
    lines = [line for view in views if view.paper for line in view.paper.lines]
    (step,) = [line for line in lines if "in the case “Other”" in line.what.text]
    assert step.what.url == "../../../../cases/northshire/2018-19/a-2-other/#figure-whole"
    assert case_view(case, shelf).checked.url == "#sums"


def test_a_finding_across_two_cases_shows_on_the_other_one_too_and_counts_once(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    top = "---\ntitle: {}\nsource: northshire-plan\n---\n\n"
    line = "- `whole` same as `northshire/2018-19/a-2-other#whole` (read as: one kitchen)\n"
    figure = BODY.partition("### Figures")[2].partition("### How")[0]
    text = f"## Financial case\n\n### Figures{figure}"
    register = written(
        {
            PATH: f"{top.format('Meals')}{text}### How they hang together {{#relations}}\n\n{line}",
            "cases/northshire/2018-19/a-2-other.md": top.format("Other")
            + text.replace("£4,001", "£5,001"),
        }
    )
    shelf = shelve(register, AS_AT, production=False)
    other = shelf.cases["northshire/2018-19/a-2-other"]
    panel = audit_panel(other, shelf)
    (one,) = [one for one in panel.elsewhere if "the whole cost" in one.what.text.lower()]
    path = PATH.removeprefix("cases/").removesuffix(".md")
    assert one.case == "Meals"
    assert one.what.url.startswith(f"../../../../cases/{path}/#finding-")
    assert one.what.text not in [view.title for view in (*panel.findings, *panel.notes)]
    assert panel.summary == tally([shelf.audit(str(other.id))]).text
    assert audit_panel(shelf.cases[path], shelf).elsewhere == ()
    groups = sums_list_view("level", shelf).groups
    anchor = one.what.url.removeprefix("../../../../")
    assert sum((group.lines + group.notes).count(f'{anchor}"') for group in groups) == 1
