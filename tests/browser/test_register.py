"""The filter of the register in a browser: what it hides, what it says, and what it remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import OpenPage


def shown(page: Page) -> int:
    return page.locator("#cb-register tbody tr:visible").count()


def test_the_table_narrows_says_how_far_and_the_address_remembers_it(open_page: OpenPage) -> None:
    page = open_page("register")
    every = shown(page)
    page.get_by_label("Council", exact=True).select_option("Plymouth")
    counter = page.get_by_role("status")
    mine = page.locator('#cb-register tbody tr[data-council="Plymouth"]').count()
    counter.get_by_text(f"{mine} of {every} cases shown").wait_for()
    assert shown(page) == mine < every
    page.get_by_label("Words or a reference").fill("operations")
    counter.get_by_text(f"1 of {every} cases shown").wait_for()
    assert page.url.endswith("/cases/?council=Plymouth&words=operations")
    page.reload()
    counter.get_by_text(f"1 of {every} cases shown").wait_for()
    assert page.get_by_label("Words or a reference").input_value() == "operations"
    page.get_by_role("button", name="Show all again").press("Enter")
    counter.get_by_text(f"{every} cases", exact=True).wait_for()
    assert shown(page) == every
    assert page.url.endswith("/cases/")


@pytest.mark.parametrize("typed", ["A/R.6.127", "a/r 6.127", "AR6127", "6.127"])
def test_a_reference_is_found_however_it_is_typed(open_page: OpenPage, typed: str) -> None:
    page = open_page("register")
    page.get_by_label("Words or a reference").fill(typed)
    page.get_by_role("status").get_by_text("1 of").wait_for()
    assert "A/R.6.127" in page.locator("#cb-register tbody tr:visible").inner_text()


def test_words_are_not_looked_for_in_the_kind_of_document(open_page: OpenPage) -> None:
    page = open_page("register")
    page.get_by_label("Words or a reference").fill("bus")
    page.get_by_role("status").get_by_text("shown").wait_for()
    titles = page.locator("#cb-register tbody tr:visible th a").all_inner_texts()
    assert titles
    assert [title for title in titles if "bus" not in title.lower()] == []


def test_an_address_that_asks_for_what_is_not_there_shows_every_case(open_page: OpenPage) -> None:
    page = open_page(at="cases/?council=Atlantis&year=1066")
    assert shown(page) == page.locator("#cb-register tbody tr").count()


def test_without_a_script_the_table_is_whole_and_there_is_no_form(
    browser: Browser, origin: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}/cases/?council=Plymouth")
        assert shown(page) == page.locator("#cb-register tbody tr").count() > 0
        assert not page.locator("#cb-filter").is_visible()


@pytest.mark.parametrize("kind", ["home", "register", "case"])
def test_on_a_phone_the_header_leaves_the_screen_to_the_page(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page(kind, width=320)
    assert page.evaluate("document.querySelector('.cb-header').offsetHeight") <= 110
