"""How a case changed: its versions on pages, at addresses that stay, and as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generator.history.git import tip
from generator.history.past import read_pasts
from generator.pages.addresses import history_address, step_address, version_address
from generator.pages.data import case_files
from generator.pages.pages import case_pages
from generator.pages.shelf import Shelf, shelve
from generator.reading.register import load_register
from tests.history.repository import PATH, commit, git, started
from tests.pages.conftest import AS_AT, TEMPLATES, Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.history.versions import Past
    from generator.site.page import Page

CASE = "north/2018-19/a-1-meals"
FIRST = """---
title: Meals
source: paper
references: [A/1]
committee: Schools Committee
version: "0.1"
dated: 3 October 2017
headline:
  {amount: £1.2m, measure: saving, period: 2018/19, basis: in year, certainty: target, line: 1}
risks:
  - {title: Fire, likelihood: 2, impact: 5, rag: Red, line: 2}
---

## Case for change

Meals cost too much. Nobody asked the cooks. Each kitchen buys for itself, at a price of its own,
and none knows what the others pay. One kitchen for all would buy for all.

### Costs {#costs}
cost, £, in year; lines 10 to 12

| Item  | 2018/19 |
|-------|--------:|
| Cooks | 900,000 |
"""
MENDED = FIRST.replace("the cooks", "the 120 cooks")
SECOND = (
    MENDED.replace('"0.1"', '"1.0"')
    .replace("3 October 2017", "20 December 2017")
    .replace("£1.2m", "£900k")
    .replace("Schools Committee", "Children Committee")
    .replace("rag: Red", "rag: Amber")
    .replace(
        "headline:", "change: {kind: decision, reason: A smaller kitchen was asked for}\nheadline:"
    )
)
EDITED = SECOND.replace("Nobody asked", "No one asked")
RESTATED = SECOND.replace(
    "change: {kind: decision, reason: A smaller kitchen was asked for}",
    "stage: summary\nchange: {kind: restated in the same pack, reason: It prints another figure}",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """A case of a repository: its past, its pages by address, and its files by address."""

    shelf: Shelf
    past: Past
    pages: Mapping[str, Page]
    files: Mapping[str, bytes]

    def blob(self, number: int) -> str:
        return self.past.versions[number - 1].read.state.blob

    @property
    def history(self) -> Body:
        return Body(self.pages[history_address(CASE)].content)

    def version(self, number: int) -> Page:
        return self.pages[version_address(CASE, self.blob(number))]

    def sheet(self, before: int, after: int) -> Page:
        return self.pages[step_address(CASE, self.blob(before), self.blob(after))]


def read(root: Path) -> Made:
    register = load_register(root)
    pasts = read_pasts(root, tip(root), register.removals)
    shelf = shelve(register, AS_AT, production=False, pasts=pasts, templates=TEMPLATES)
    case = shelf.cases[CASE]
    return Made(
        shelf=shelf,
        past=shelf.past(CASE),
        pages={page.address: page for page in case_pages(case, shelf)},
        files={file.address: file.body for file in case_files(case, shelf)},
    )


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Made]:
    """Commits the texts of a case a month apart, with other files beside them, and reads all."""

    def make(*texts: str, **others: str) -> Made:
        root = tmp_path / "register"
        started(root, {})
        for month, text in enumerate(texts, 2):
            commit(root, f"2020-{month:02}-01", {PATH: text, **others})
        return read(root)

    return make


def test_the_page_says_first_how_many_versions_there_are_and_what_each_prints(
    made: Callable[..., Made],
) -> None:
    text = made(FIRST, MENDED, SECOND, EDITED).history.text
    assert (
        "2 versions of this case are known. The first is the business case (marked 0.1), "
        "3 October 2017; the latest, the business case (marked 1.0), 20 December 2017. "
        "The register’s own file was edited since. "
        "Version 1 prints: £1.2 million saving, in 2018/19; as far as it falls in that year; "
        "a target. "
        "Version 2 prints: £900,000 saving, in 2018/19; as far as it falls in that year; a target."
    ) in text
    assert "£1.2 million first published" in text


def test_versions_follow_from_the_latest_to_the_first_each_with_its_changes_in_sentences(
    made: Callable[..., Made],
) -> None:
    text = made(FIRST, MENDED, SECOND, EDITED).history.text
    in_order = (
        "The file as it stands It came into this register on 1 May 2020.",
        "No new version of the paper",
        "20 December 2017 It came into this register on 1 April 2020.",
        "Reason given (decision): A smaller kitchen was asked for.",
        "The saving for 2018/19 fell from £1.2 million to £900,000 (£300,000 less, 25%).",
        "The register’s file was edited once in between",
        "3 October 2017 It came into this register on 1 February 2020.",
    )
    places = [text.rindex(words) for words in in_order]
    assert places == sorted(places)
    assert text.count("A smaller kitchen was asked for") == 1


def test_changed_words_are_marked_for_those_who_see_them_and_named_for_the_others(
    made: Callable[..., Made],
) -> None:
    body = made(FIRST, SECOND, EDITED).history
    tags = [tag for tag, _ in body.tags]
    assert "ins" in tags
    assert "del" in tags
    assert "removed: Nobody (end) added: No one (end) asked the 120 cooks." in body.text


def test_without_a_script_the_prepared_sheets_are_there_and_the_form_is_not(
    made: Callable[..., Made],
) -> None:
    several = made(FIRST, SECOND, EDITED)
    form = next(said for tag, said in several.history.tags if tag == "form")
    assert "hidden" in form
    for sheet in (several.sheet(1, 2), several.sheet(2, 3), several.sheet(1, 3)):
        assert f"../../../../../{sheet.address}" in several.history.values("href")


def test_a_case_of_one_version_says_so_and_compares_nothing(made: Callable[..., Made]) -> None:
    one = made(FIRST)
    assert "One version of this case is known: business case (marked 0.1)" in one.history.text
    assert "Compare" not in one.history.text
    below = [address for address in one.pages if "/history/" in address]
    assert below == [history_address(CASE), one.version(1).address]
    assert not any(address.endswith("history.json") for address in one.files)


def test_without_git_the_page_says_that_the_history_is_not_known(tmp_path: Path) -> None:
    root = tmp_path / "register"
    started(root, {PATH: FIRST})
    (root / ".git").rename(tmp_path / "away")
    made = read(root)
    assert "How this case changed is not known here" in made.history.text
    assert "committed" not in made.history.text


def test_where_git_cannot_read_its_own_settings_the_page_says_what_can_be_done(
    tmp_path: Path,
) -> None:
    root = started(tmp_path / "register", {PATH: FIRST})
    git(root, "config", "core.abbrev", "plenty")
    text = read(root).history.text
    assert "git could not read the history" in text
    assert "git status" in text
    assert ".git/config" in text
    git(root, "config", "--unset", "core.abbrev")
    assert "One version of this case is known" in read(root).history.text


def test_a_shallow_copy_says_that_the_history_is_incomplete(tmp_path: Path) -> None:
    root = started(tmp_path / "register", {PATH: FIRST})
    commit(root, "2020-02-01", {PATH: SECOND})
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", str(tmp_path / "shallow"))
    assert "The history is incomplete." in read(tmp_path / "shallow").history.text


def test_an_older_version_stands_in_full_under_a_notice_and_no_search_finds_it(
    made: Callable[..., Made],
) -> None:
    several = made(FIRST, MENDED, SECOND, EDITED)
    page = several.version(1)
    body = Body(page.content)
    assert body.text.startswith(
        "Version 1: business case (marked 0.1), 3 October 2017. This is not the current version. "
        "The current one is the case as it stands."
    )
    assert "£1.2 million" in body.text
    assert body.headings.count(1) == 1
    assert not body.values("data-pagefind-body")
    assert "data-pagefind-body" not in page.content
    assert page.canonical == ""
    assert version_address(CASE, several.blob(1)) + "tables/costs.csv" in several.files


def test_what_an_older_version_names_and_the_register_has_no_more_is_no_link_in_it(
    made: Callable[..., Made],
) -> None:
    committee = made(FIRST, SECOND).version(1).content
    assert "Schools Committee" in committee
    assert "schools-committee" not in committee


def test_the_current_version_has_an_address_that_leads_to_the_page_of_the_case(
    made: Callable[..., Made],
) -> None:
    page = made(FIRST, SECOND).version(2)
    assert "This is the current version." in Body(page.content).text
    assert page.canonical == f"cases/{CASE}/"
    assert len(page.content) < 1_500


def test_what_was_only_edited_keeps_its_address_and_says_what_it_changed(
    made: Callable[..., Made],
) -> None:
    several = made(FIRST, MENDED, SECOND)
    edit = several.past.versions[1].folded[0].state.blob
    text = Body(several.pages[version_address(CASE, edit)].content).text
    assert "The register’s file on 1 March 2020" in text
    assert "added: 120 (end)" in text


def test_each_step_and_the_first_beside_the_latest_have_a_sheet(made: Callable[..., Made]) -> None:
    several = made(FIRST, SECOND, EDITED)
    sheets = [page for page in several.pages.values() if page.kind == "step"]
    assert sheets == [several.sheet(1, 2), several.sheet(2, 3), several.sheet(1, 3)]
    text = Body(several.sheet(1, 3).content).text
    assert "What changed from version 1 to the file as it stands" in text
    assert "fell from £1.2 million to £900,000" in text
    assert "First published, in version 1: £1.2 million" in Body(several.sheet(2, 3).content).text


def test_a_content_that_came_back_is_one_page_which_says_so(made: Callable[..., Made]) -> None:
    several = made(FIRST, SECOND, FIRST, SECOND.replace("1.0", "1.1"))
    assert several.blob(1) == several.blob(3)
    text = Body(several.version(1).content).text
    assert "The same stood in the register as version 1 and version 3." in text


def test_what_a_summary_prints_again_is_never_called_a_change_of_the_figure(
    made: Callable[..., Made],
) -> None:
    body = made(FIRST, RESTATED)
    assert "The summary in the same pack prints: £900,000 saving" in body.history.text
    assert "neither print replaces the other" in body.history.text
    assert "fell from" not in body.history.text
    first_screen = Body(body.pages[f"cases/{CASE}/"].content).text
    assert "Version 2 of 2: summary in the same pack. How it changed" in first_screen


def test_what_only_several_versions_tell_stands_above_them(made: Callable[..., Made]) -> None:
    third = SECOND.replace('"1.0"', '"2.0"').replace("£900k", "£750k").replace("Amber", "Red")
    red = SECOND.replace("Amber", "Red")
    text = made(FIRST, red, third).history.text
    assert "First published as £1.2 million" in text
    assert "on 3 October 2017; now £750,000 (£450,000 less, 37.5%)." in text
    assert "The risk “Fire” has been red over 3 versions, since 3 October 2017." in text


def test_versions_that_were_written_side_by_side_are_said_to_be_so(tmp_path: Path) -> None:
    root = started(tmp_path / "register", {PATH: FIRST})
    git(root, "checkout", "--quiet", "-b", "proposal")
    commit(root, "2020-02-01", {PATH: SECOND.replace("£900k", "£700k")})
    git(root, "checkout", "--quiet", "main")
    commit(root, "2020-03-01", {PATH: SECOND.replace('"1.0"', '"2.0"')})
    git(root, "merge", "--quiet", "--no-commit", "-s", "ours", "proposal", day="2020-04-01")
    commit(root, "2020-04-01", {PATH: SECOND.replace('"1.0"', '"3.0"')})
    made = read(root)
    said = "the two were written side by side and brought together later"
    assert made.history.text.count(said) == 1
    assert said in Body(made.sheet(2, 3).content).text
    assert said not in Body(made.sheet(1, 2).content).text
    data = json.loads(made.files[f"{history_address(CASE)}history.json"])
    pairs = {(one["from"], one["to"]) for one in data["steps"] if one["beside"]}
    assert pairs == {(2, 3), (1, 3), (1, 4), (2, 4)}


def test_a_correction_stays_named_on_the_page_of_the_case(made: Callable[..., Made]) -> None:
    corrected = SECOND.replace("kind: decision, reason: A smaller", "kind: correction, reason: A")
    later = corrected.replace('"1.0"', '"1.1"').replace("kind: correction", "kind: inflation")
    text = Body(made(FIRST, corrected, later).pages[f"cases/{CASE}/"].content).text
    assert "A kitchen was asked for. The saving for 2018/19 fell" in text


def test_something_removed_is_named_with_its_reason_and_nowhere_shown(
    made: Callable[..., Made],
) -> None:
    removed = (
        "confidential-figure:\n"
        "  case: north/2018-19/a-1-meals\n"
        "  field: headline\n"
        "  before: '1.0'\n"
        "  reason: The figure was confidential.\n"
        "  authority: Monitoring officer\n"
        "  date: 1 June 2020\n"
    )
    several = made(FIRST, MENDED, SECOND, **{"cases/redactions.yml": removed})
    assert (
        "Removed on 1 June 2020: headline. Reason: The figure was confidential. "
        "Decided by Monitoring officer." in several.history.text
    )
    assert not [page.address for page in several.pages.values() if "1.2 million" in page.content]
    assert not [name for name, body in several.files.items() if b"1.2 million" in body]


def removal(field: str, before: str = "'1.0'") -> dict[str, str]:
    text = (
        f"removal:\n  case: {CASE}\n{f'  field: {field}' if field else ''}\n  before: {before}\n"
        "  reason: It was private.\n  authority: the monitoring officer\n  date: 1 June 2020\n"
    )
    return {"cases/redactions.yml": text}


@pytest.mark.parametrize(
    ("field", "said", "unsaid"),
    [
        (
            "headline",
            [
                "Version 1: the headline was removed and is not shown.",
                "Decided by the monitoring officer.",
                "removed, and not shown",
            ],
            ["could not be read", "First published as"],
        ),
        ("risks.Fire", ["removed, and not shown"], ["names no risks", "could not be read"]),
        (
            "",
            [
                "The first is not shown; the latest, the business case",
                "What changed here is not shown",
            ],
            ["only how its file is written", "irst published as", "irst recorded as"],
        ),
    ],
    ids=["the headline", "the one risk", "the whole case"],
)
def test_what_was_removed_is_never_said_to_be_unreadable_absent_or_the_same(
    made: Callable[..., Made], field: str, said: list[str], unsaid: list[str]
) -> None:
    third = SECOND.replace("900k", "800k").replace('"1.0"', '"1.1"')
    several = made(FIRST, MENDED, SECOND, third, **removal(field))
    text = several.history.text
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []
    data = several.files[f"{history_address(CASE)}history.json"].decode()
    assert "could not be read" not in data


TAKEN = "was removed from the register for a reason"
FULL = FIRST.replace(
    "risks:",
    """people: [{name: Ann Bell, role: Manager}]
decisions: [{body: Cabinet, stage: full, date: 1 May 2018}]
consultation: {opens: 1 May 2018, closes: 1 June 2018}
options: [{title: Close, outcome: preferred}, {title: Keep, outcome: rejected}]
impacts: {affected: Pupils, positive: none}
risks:
  - {title: Mould, likelihood: 1, impact: 1, rag: Green, line: 3}""",
)
REMOVABLE = {
    "headline": "The headline figure was removed for a reason and is not shown",
    "people": TAKEN,
    "people.Ann Bell": TAKEN,
    "decisions": TAKEN,
    "consultation": TAKEN,
    "options": TAKEN,
    "impacts.affected": TAKEN,
    "risks": TAKEN,
    "risks.Fire": TAKEN,
    "sections.Case for change": TAKEN,
    "tables": TAKEN,
    "source": TAKEN,
}


@pytest.mark.parametrize("field", REMOVABLE)
def test_where_something_was_removed_an_earlier_version_says_so_in_its_body_too(
    made: Callable[..., Made], field: str
) -> None:
    several = made(FULL, SECOND, **removal(field))
    body = Body(several.version(1).content)
    assert REMOVABLE[field] in body.text
    for wrong in ("could not be read", "does not list", "is not listed"):
        assert wrong not in body.text


def test_of_what_was_removed_only_the_field_is_named_since_the_rest_may_be_a_person(
    made: Callable[..., Made],
) -> None:
    person = "people:\n  - {name: Quentin Field, role: Manager}\nrisks:"
    first = FIRST.replace("risks:", person)
    several = made(first, SECOND, **removal("people.Quentin Field"))
    assert "Removed on 1 June 2020: people." in several.history.text
    assert not [page.address for page in several.pages.values() if "Quentin" in page.content]
    assert not [name for name, body in several.files.items() if b"Quentin" in body]


def test_a_risk_that_could_not_be_read_as_one_is_removed_with_the_risks(
    made: Callable[..., Made],
) -> None:
    table = f"{FIRST}\n## Risks\n\n| Danger | Score |\n|---|---|\n| Quentin leaves | 4 |\n"
    several = made(table, SECOND, **removal("risks.Quentin leaves"))
    assert not [page.address for page in several.pages.values() if "Quentin" in page.content]
    assert not [name for name, body in several.files.items() if b"Quentin" in body]


def test_two_contents_that_cannot_be_read_are_not_called_the_same(
    made: Callable[..., Made],
) -> None:
    text = made(FIRST, "no front matter", "none either", SECOND).history.text
    assert "only how its file is written" not in text
    assert "What cannot be read was not compared." in text


def test_a_case_that_follows_another_is_compared_with_it_as_two_cases(tmp_path: Path) -> None:
    root = started(tmp_path / "register", {"cases/north/2017-18/meals.md": FIRST})
    follows = "links:\n  - {kind: follows, case: north/2017-18/meals, line: 9}\n---\n\n## Case for"
    commit(root, "2020-02-01", {PATH: SECOND.replace("---\n\n## Case for", follows)})
    made = read(root)
    text = made.history.text
    assert "Compared with the case it follows" in text
    assert "These are two different cases" in text
    assert "The saving for 2018/19 fell from £1.2 million to £900,000" in text
    assert "moved from" not in text
    links = Body(made.pages[f"cases/{CASE}/"].content).values("href")
    assert f"../../../../{history_address(CASE)}#followed-1" in links


def test_the_history_as_data_holds_versions_with_their_leaves_and_each_step(
    made: Callable[..., Made],
) -> None:
    several = made(FIRST, MENDED, SECOND, EDITED)
    data = json.loads(several.files[f"{history_address(CASE)}history.json"])
    assert data["case"] == CASE
    first, second, last = data["versions"]
    assert (first["number"], first["dated"], first["change"]) == (1, "2017-10-03", None)
    assert second["change"] == {"kind": "decision", "reason": "A smaller kitchen was asked for"}
    assert (last["edited"], last["time"]) == (True, "2020-05-01T12:00:00+00:00")
    assert first["url"] == version_address(CASE, several.blob(1))
    facts = {fact["key"]: fact["words"] for fact in first["facts"]}
    assert facts["risks/Fire/rag"] == "Red"
    assert [(step["from"], step["to"]) for step in data["steps"]] == [(1, 2), (2, 3), (1, 3)]
    assert data["steps"][0]["url"] == several.sheet(1, 2).address
    assert "fell from" in data["steps"][0]["sentences"][0]["text"]
    whole = json.loads(several.files[f"cases/{CASE}/case.json"])
    assert [version["label"] for version in whole["versions"]] == [
        "Version 1: business case (marked 0.1), 3 October 2017",
        "Version 2: business case (marked 1.0), 20 December 2017",
        "The file as it stands",
    ]
