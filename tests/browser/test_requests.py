"""A page asks its own site alone, finds what it asks for, and the browser has no complaint.

Readers of a public register are not to be counted, followed or slowed down by anybody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.pages import on_every_kind

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import OpenPage

TO_THE_END = "window.scrollTo(0, document.body.scrollHeight)"  # what is fetched late, if anything


@on_every_kind
def test_a_page_asks_its_own_site_alone_and_the_browser_has_no_complaint(
    open_page: OpenPage, kind: str, complaints: list[str]
) -> None:
    page = open_page(kind)
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    assert not complaints, "\n".join(complaints)


def test_an_address_that_leads_nowhere_is_answered_with_a_whole_page_at_any_depth(
    browser: Browser, origin: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        answers: dict[str, int] = {}
        page.on("response", lambda response: answers.update({response.url: response.status}))
        address = f"{origin}/cases/nowhere/2018-19/never/"
        page.goto(address, wait_until="networkidle")
        assert answers.pop(address) == 404
        assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
        assert answers, "the page came without its styles"
        assert set(answers.values()) == {200}, answers
