"""What a screen reader is given: the names, roles, order and announcements of the page.

Chromium hands a screen reader a tree of names and roles; these tests read that tree, not the
markup. They do not replace a person who listens: the accessibility statement says that none has.
WCAG 2.2: 1.3.1 info and relationships, 2.4.6 headings, 4.1.2 name, role, value, 4.1.3 status
messages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.pages import on_every_kind

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage

CCO = "cases/plymouth/2014-15/cco-co-operative-centre-of-operations/"
HEADING = re.compile(r'- \W?heading "(.*?)" \[level=(\d)\]')
# A figure or picture without words for it, a table or group that nothing names.
NAMELESS = re.compile(r"- (?:img|table|figure|group|form|search|region|combobox|textbox|button):?$")


@on_every_kind
def test_every_part_that_is_announced_by_its_name_has_one(open_page: OpenPage, kind: str) -> None:
    heard = open_page(kind).locator("main").aria_snapshot().splitlines()
    nameless = [f"{number}: {line}" for number, line in enumerate(heard) if NAMELESS.search(line)]
    # What unfolds is a group whose first word is its summary, and so needs no other name.
    assert not [line for line in nameless if not line.rstrip(":").endswith("- group")], nameless


@on_every_kind
def test_headings_give_the_outline_of_the_page_without_a_gap(
    open_page: OpenPage, kind: str
) -> None:
    found = HEADING.findall(open_page(kind).locator("main").aria_snapshot())
    levels = [int(level) for _, level in found]
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    steps = zip(found, levels, levels[1:], strict=False)
    assert not [name for (name, _), above, below in steps if below > above + 1]


def test_the_first_screen_of_a_case_is_read_as_questions_with_their_answers(
    open_page: OpenPage,
) -> None:
    heard = open_page(at=CCO).locator("main").aria_snapshot()
    order = [
        heard.index(words)
        for words in (
            "Co-operative Centre of Operations",
            "£655,000",
            "Who is affected",
            "Who decides",
            "Money",
        )
    ]
    assert order == sorted(order)


def test_a_search_says_what_it_found_and_gives_a_list_under_its_name(open_page: OpenPage) -> None:
    page = open_page(at="search/?q=street+lights")
    page.get_by_role("status").filter(has_text="“street lights”").wait_for()
    results = page.get_by_role("list", name="Results")
    results.get_by_role("heading", level=3).first.wait_for()
    heard = results.aria_snapshot()
    assert heard.startswith('- list "Results":')
    assert '- heading "Street Lighting' in heard
    assert page.get_by_role("group", name="Narrow and sort the results").is_visible()
    assert page.get_by_role("combobox", name="Sort by").is_visible()
    assert page.get_by_role("searchbox", name="Words, or a reference").is_visible()
