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


def test_two_versions_are_compared_in_words(open_page: OpenPage, site: Path) -> None:
    address = of_a_case_with_versions(site)
    page = compared(open_page(at=address), "1", "2")
    data = json.loads((site / address / "history.json").read_text("utf-8"))
    one, two = ({f["key"]: f for f in version["facts"]} for version in data["versions"][:2])
    differing = {key for key in one.keys() & two if one[key]["words"] != two[key]["words"]}
    assert differing
    found = page.locator(FOUND).inner_text()
    for key in differing:
        assert two[key]["label"] in found
    assert page.locator(f"{FOUND} del").count()
    assert page.locator(f"{FOUND} ins").count()
    count = page.locator(f"{FOUND} li").count()
    assert page.locator(SAID).inner_text().startswith(f"{count} differences: Version 1: ")


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
