"""Any two versions of a case compared in the browser, from facts in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

SAID, FOUND = "#cb-compare-said", "#cb-compare-found"


def of_a_case_with_versions(site: Path) -> str:
    """The address of the history of the one case that has several versions."""
    (found,) = site.rglob("history.json")
    return f"{found.parent.relative_to(site).as_posix()}/"


def compared(page: Page, earlier: str, later: str) -> Page:
    """The page after two versions were chosen, by their numbers, and compared."""
    page.get_by_label("The earlier version").select_option(earlier)
    page.get_by_label("The later version").select_option(later)
    page.get_by_role("button", name="Compare").click()
    # Not by a script of the test: the page's own policy forbids what would ask again and again.
    page.locator(SAID).filter(has_text="difference").wait_for()
    return page


CHANGES = "els => els.map(e => e.textContent.split(/\\s+/).filter(Boolean).join(' '))"


def test_two_versions_are_told_in_the_sentences_of_their_sheet(
    open_page: OpenPage, site: Path
) -> None:
    address = of_a_case_with_versions(site)
    steps = json.loads((site / address / "history.json").read_text("utf-8"))["steps"]
    for step in (one for one in steps if one["url"]):
        page = compared(open_page(at=address), str(step["from"]), str(step["to"]))
        sheet = open_page(at=step["url"])
        there = sheet.locator("ul.cb-changes > li").evaluate_all(CHANGES)
        found = page.locator(f"{FOUND} ul.cb-changes > li").evaluate_all(CHANGES)
        assert found == there
        assert page.locator(SAID).inner_text().startswith(f"{len(found) or 'No'} difference")


def test_any_two_versions_are_told_and_not_only_those_with_a_sheet(
    open_page: OpenPage, site: Path
) -> None:
    address = of_a_case_with_versions(site)
    data = json.loads((site / address / "history.json").read_text("utf-8"))
    count = len(data["versions"])
    assert {(one["from"], one["to"]) for one in data["steps"]} == {
        (first, last) for last in range(1, count + 1) for first in range(1, last)
    }
    page = compared(open_page(at=address), "1", "2")
    assert page.locator(f"{FOUND} del").count()
    assert page.locator(f"{FOUND} ins").count()


def test_of_many_versions_a_risk_that_was_renamed_is_neither_added_nor_removed(
    open_page: OpenPage, site: Path
) -> None:
    address = of_a_case_with_versions(site)
    data = json.loads((site / address / "history.json").read_text("utf-8"))
    data["steps"] = []  # as it is of two out of many, of which no sentences are kept
    fact = {"key": "risks/A/title", "of": "risks/A", "topic": "risk"}
    for version, name in zip(data["versions"], ("A", "B", "B"), strict=False):
        version["facts"] = [{**fact, "item": f"Risk {name}", "label": "Risk, title", "words": name}]
    page = open_page(at=address)
    page.route("**/history.json", lambda route: route.fulfill(json=data))
    found = compared(page, "1", "2").locator(f"{FOUND} li").evaluate_all(CHANGES)
    assert found == ["Risk, title: removed: A (end) added: B (end)"]


def test_which_of_the_two_is_chosen_first_makes_no_difference(
    open_page: OpenPage, site: Path
) -> None:
    page = compared(open_page(at=of_a_case_with_versions(site)), "1", "2")
    found = page.locator(FOUND).inner_text()
    assert compared(page, "2", "1").locator(FOUND).inner_text() == found


def test_a_version_has_no_difference_from_itself(open_page: OpenPage, site: Path) -> None:
    page = compared(open_page(at=of_a_case_with_versions(site)), "2", "2")
    assert page.locator(SAID).inner_text().startswith("No differences: ")
    assert page.locator(f"{FOUND} li").count() == 0


def test_on_a_phone_the_comparison_keeps_the_width(open_page: OpenPage, site: Path) -> None:
    page = compared(open_page(at=of_a_case_with_versions(site), width=320), "1", "2")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
