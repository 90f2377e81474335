"""What changed in a small register with a real history: sheets, feeds, data and old addresses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from generator.history.git import tip
from generator.history.past import read_pasts
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.pages.shelf import Published
from generator.reading.register import load_register
from tests.feeds.rules import A, broken_rules
from tests.history.repository import CASE, OTHER, PATH, ROADS, commit, git, started, write
from tests.pages.conftest import TEMPLATES, Body

if TYPE_CHECKING:
    from pathlib import Path

AS_AT = date(2020, 6, 1)
MEALS = "cases/north/2018-19/a-1-meals/"
MOVED = "cases/north/2018-19/b-1-meals.md"
SITE = Published(url="https://register.example.org/", author="North Council")
COMMITTEE = "committee: Health Committee\n"


def case(text: str = CASE, *, amount: str = "£900k", more: str = "", wording: str = "") -> str:
    """The text of a case file with another amount, more fields and other words."""
    text = text.replace("£900k", amount).replace("source: paper\n", f"source: paper\n{more}")
    return text.replace("Fewer", wording or "Fewer")


@dataclass(frozen=True)
class Made:
    """A site: the bodies of its pages and its files, by address."""

    pages: dict[str, str]
    files: dict[str, bytes]

    def text(self, address: str) -> str:
        return Body(self.pages[address]).text

    def feed(self, address: str) -> ET.Element:
        return ET.fromstring(self.files[address])  # noqa: S314 - what was just written here

    def titles(self, address: str) -> list[str]:
        return [e.findtext(f"{A}title", "") for e in self.feed(address).findall(f"{A}entry")]

    @property
    def steps(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.files["api/v1/changes.json"])["changes"]
        return found


def made(root: Path, published: Published = SITE) -> Made:
    register = load_register(root)
    pasts = read_pasts(root, tip(root), register.removals)
    pages = all_pages(register, AS_AT, production=False, templates=TEMPLATES, pasts=pasts)
    files = all_assets(register, AS_AT, pasts, published=published)
    return Made(
        pages={page.address: page.content for page in pages},
        files={file.address: file.body for file in files},
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register that changed on two days: one case fell, one came."""
    folder = started(tmp_path / "register", {PATH: case(more=COMMITTEE)})
    commit(folder, "2020-01-05", {PATH: case(amount="£750k", more=COMMITTEE), OTHER: ROADS})
    return folder


def test_a_sheet_says_what_came_and_what_changed_and_what_that_does_to_the_totals(
    root: Path,
) -> None:
    sheet = made(root).text("changes/2020-01-01..2020-01-05/")
    assert "1 case changed and 1 case added." in sheet
    assert "£900,000" in sheet
    assert "£750,000" in sheet
    assert "Before: £900,000 from 1 case. After: £1.65 million from 2 cases." in sheet
    assert sheet.index("Health Committee") < sheet.index("No committee named")
    assert "Added: Roads £900,000 saving" in sheet


def test_a_case_that_is_in_no_total_any_more_is_named_with_the_reason(root: Path) -> None:
    commit(root, "2020-01-09", {PATH: case(amount="about £750k", more=COMMITTEE)})
    sheet = made(root).text("changes/2020-01-05..2020-01-09/")
    assert "Before: £1.65 million from 2 cases. After: £900,000 from 1 case." in sheet
    assert "Cases in no total Before: no cases. After: 1 case." in sheet
    assert "“Meals” is in no total any more. It is not exact" in sheet


def test_an_edit_of_the_file_is_never_said_to_be_a_version_of_the_paper(root: Path) -> None:
    assert "Only the register’s own file was edited" in made(root).text(
        "changes/2020-01-01..2020-01-05/"
    )
    commit(root, "2020-01-06", {PATH: case(amount="£740k", more=COMMITTEE)})
    edits = made(root).text("changes/2020-01-05..2020-01-06/")
    assert "That alone does not mean that the council changed its plans." in edits
    later = "version: '2.0'\nchange: {kind: decision, reason: Cabinet asked for less}\n"
    commit(root, "2020-01-09", {PATH: case(amount="£700k", more=COMMITTEE + later)})
    sheet = made(root).text("changes/2020-01-06..2020-01-09/")
    assert "Only the register’s own file" not in sheet
    assert "That alone does not mean" not in sheet
    assert "Changed: Meals Version 2: business case" in sheet
    assert "Reason given: decision: Cabinet asked for less." in sheet


def test_between_the_first_and_the_latest_moment_the_difference_is_told_and_not_the_way(
    root: Path,
) -> None:
    commit(root, "2020-01-09", {PATH: case(more=COMMITTEE)})
    site = made(root)
    assert "£750,000" in site.text("changes/2020-01-05..2020-01-09/")
    whole = site.text("changes/2020-01-01..2020-01-09/")
    assert "1 case added." in whole
    assert "£750,000" not in whole


def test_what_is_not_kept_between_two_states_is_compared_for_the_sheet(root: Path) -> None:
    """Three states between two milestones that are neither neighbours nor the ends."""
    for day, amount in (("07", "£700k"), ("08", "£650k"), ("20", "£600k")):
        commit(root, f"2020-01-{day}", {PATH: case(amount=amount, more=COMMITTEE)})
    text = "a: {title: A, dated: 2020-01-05}\nb: {title: B, dated: 2020-01-08}\n"
    write(root, {"cases/milestones.yml": text})
    sheet = made(root).text("changes/a..b/")
    assert "£750,000" in sheet
    assert "£650,000" in sheet
    assert "£700,000" not in sheet


def test_milestones_are_days_or_marks_and_one_that_is_not_known_is_named(root: Path) -> None:
    git(root, "tag", "approved", "HEAD^")
    lost = "lost: {title: Budget in May, mark: nowhere}\n"
    text = f"first: {{title: Budget approved, mark: approved}}\n{lost}"
    write(root, {"cases/milestones.yml": text})
    site = made(root)
    index = site.text("changes/")
    assert "between Budget approved and the register as it stands on 1 June 2020" in index
    assert "Left out, because the history has no mark for it: “Budget in May”." in index
    assert "as it stood on 1 January 2020" in site.text("changes/first..latest/")


def test_of_two_moments_of_one_day_it_is_not_said_that_a_day_is_held_against_itself(
    root: Path,
) -> None:
    git(root, "tag", "morning")
    commit(root, "2020-01-05", {PATH: case(amount="£700k", more=COMMITTEE)})
    git(root, "tag", "evening")
    text = "a: {title: Before, mark: morning}\nb: {title: After, mark: evening}\n"
    write(root, {"cases/milestones.yml": text})
    sheet = made(root).text("changes/a..b/")
    assert "The register at two moments of 5 January 2020, one held against the other." in sheet


def test_a_case_that_moved_leads_on_from_its_old_address_and_keeps_its_feed(root: Path) -> None:
    before = made(root)
    commit(root, "2020-02-01", {PATH: "", MOVED: case(amount="£750k", more=COMMITTEE)})
    site = made(root)
    for old in (MEALS, f"{MEALS}history/"):
        assert "moved to another address on 1 February 2020" in site.text(old)
        new = old.replace("a-1-meals", "b-1-meals")
        assert any(url.endswith(new) for url in Body(site.pages[old]).values("href"))
    feed = "feeds/cases/north/2018-19/a-1-meals.atom"
    ids = [i.text for i in before.feed(feed).iter(f"{A}id")]
    assert {*ids} <= {i.text for i in site.feed(feed).iter(f"{A}id")}
    sheet = site.text("changes/2020-01-05..2020-02-01/")
    assert "1 case changed." in sheet
    assert "The case moved here from north/2018-19/a-1-meals." in sheet


def test_a_case_that_was_withdrawn_says_so_and_a_case_put_back_has_its_address_again(
    root: Path,
) -> None:
    commit(root, "2020-02-01", {PATH: ""})
    site = made(root)
    assert "no longer in the register" in site.text(MEALS)
    assert "Withdrawn: Meals £750,000 saving" in site.text("changes/2020-01-05..2020-02-01/")
    assert site.titles("feeds/north.atom")[0].startswith("Withdrawn from the register: Meals")
    assert site.steps[-1]["did"] == "withdrawn"
    commit(root, "2020-03-01", {PATH: case()})
    assert "no longer in the register" not in made(root).text(MEALS)


def test_feeds_keep_the_rules_and_each_hears_of_its_own_cases_alone(root: Path) -> None:
    site = made(root)
    feeds = [address for address in site.files if address.endswith(".atom")]
    assert sorted(feeds) == [
        "feeds/cases/north/2018-19/a-1-meals.atom",
        "feeds/cases/north/2018-19/a-2-roads.atom",
        "feeds/north.atom",
        "feeds/north/health-committee.atom",
        "feeds/register.atom",
    ]
    for address in feeds:
        assert not broken_rules(site.files[address]), address
    everything = [
        "The register’s file was edited: Meals, North 2018/19",
        "New in the register: Roads, North 2018/19",
        "New in the register: Meals, North 2018/19",
    ]
    assert sorted(site.titles("feeds/register.atom")) == sorted(everything)
    assert site.titles("feeds/north/health-committee.atom") == everything[::2]
    assert site.feed("feeds/register.atom").findtext(f"{A}author/{A}name") == "North Council"


def test_what_is_not_committed_has_no_time_and_is_in_no_feed(root: Path) -> None:
    write(root, {PATH: case(amount="£100k", more=COMMITTEE)})
    site = made(root)
    assert len(site.titles("feeds/cases/north/2018-19/a-1-meals.atom")) == 1
    assert site.steps[1]["time"] is None
    assert "£100,000" in site.text("changes/2020-01-01..2020-01-05/")


def test_the_data_has_every_step_with_topics_and_amounts(root: Path) -> None:
    came, changed, other = made(root).steps
    assert (came["did"], came["from"], came["sentences"]) == ("added", None, [])
    assert (changed["did"], changed["from"], changed["edited"]) == ("changed", came["to"], True)
    (line,) = changed["sentences"]
    assert line["topic"] == "money"
    assert (line["before"]["amount"], line["after"]["amount"]) == ("900000", "750000")
    assert changed["url"] == f"{MEALS}history/{came['to'][:12]}..{changed['to'][:12]}/"
    assert other["case"] == "north/2018-19/a-2-roads"


def test_cases_say_how_many_versions_they_have(root: Path) -> None:
    cases = json.loads(made(root).files["api/v1/cases.json"])["cases"]
    versions = {one["id"]: one["versions"]["count"] for one in cases}
    assert versions == {"north/2018-19/a-1-meals": 1, "north/2018-19/a-2-roads": 1}


REMOVED = """meals-of-mrs-smith:
  case: north/2018-19/a-1-meals
  reason: It named a resident.
  authority: the monitoring officer
  date: 2020-02-01
"""


def test_of_a_version_that_was_removed_nothing_is_told(root: Path) -> None:
    named = case(amount="£800k", more=COMMITTEE, wording="Mrs Smith says that fewer")
    commit(root, "2020-01-07", {PATH: named})
    commit(root, "2020-01-09", {PATH: case(amount="£750k", more=COMMITTEE)})
    assert "£800,000" in made(root).text("changes/2020-01-05..2020-01-07/")
    write(root, {"cases/redactions.yml": REMOVED})
    site = made(root)
    everything = [*site.pages.values(), *(body.decode() for body in site.files.values())]
    assert not [text for text in everything if "Smith" in text or "£800,000" in text]
    assert "not shown, because a version was removed" in site.text(
        "changes/2020-01-05..2020-01-07/"
    )


def test_without_a_history_the_page_says_so_and_the_feeds_are_empty(tmp_path: Path) -> None:
    write(tmp_path, {PATH: CASE, "cases/north/council.yml": "name: North\nshort_name: North\n"})
    site = made(tmp_path)
    assert "is not known here" in site.text("changes/")
    assert site.titles("feeds/register.atom") == []
    assert not broken_rules(site.files["feeds/register.atom"])


def test_a_shallow_copy_says_that_its_history_is_incomplete(root: Path) -> None:
    copy = root.parent / "copy"
    git(root.parent, "clone", "--quiet", "--depth=1", f"file://{root}", str(copy))
    assert "The history is incomplete." in made(copy).text("changes/")


def test_a_correction_stays_on_the_page_of_the_case_with_what_was_and_what_is(root: Path) -> None:
    reason = "change: {kind: correction, reason: A digit was copied twice}\n"
    assert "Corrected" not in made(root).text(MEALS)
    commit(root, "2020-01-09", {PATH: case(amount="£75k", more=COMMITTEE + reason)})
    later = "version: '2.0'\nchange: {kind: decision, reason: Cabinet asked for less}\n"
    commit(root, "2020-01-10", {PATH: case(amount="£70k", more=COMMITTEE + later)})
    page = made(root).text(MEALS)
    notice = page[page.index("Corrected: ") : page.index("All that changed with it")]
    assert "A digit was copied twice." in notice
    assert notice.index("£750,000") < notice.index("£75,000")
    assert "£70,000" not in notice
