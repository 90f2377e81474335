"""On a phone, in large type and on paper a page keeps its width, and no word of it is cut off.

320 pixels are what WCAG 2.2 asks for (1.4.10), a small phone or a screen enlarged four times.
Wide tables scroll by themselves, in a region that has a name and that the keyboard reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.site.kinds import KIND
from tests.browser.pages import MISTAKEN, beside_every_kind, is_listed, on_every_kind, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

    from tests.browser.conftest import OpenPage

# Where the whole page scrolls sideways: what it is that juts out, the innermost of it.
JUTS_OUT = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= innerWidth) return [];
  const holder = one => getComputedStyle(one).position === "absolute"
    ? one.offsetParent : one.parentElement;  // an ancestor between the two does not hold it
  const held = one => one !== null && one !== document.body
    && (getComputedStyle(one).overflowX !== "visible" || held(holder(one)));
  const out = [...document.querySelectorAll("body *")].filter(one => one.checkVisibility()
    && one.getBoundingClientRect().right > innerWidth + 1 && !held(holder(one)));
  return [`the page scrolls sideways, by ${page.scrollWidth - innerWidth} pixels`,
    ...out.filter(one => !out.some(other => other !== one && one.contains(other)))
      .map(one => `juts out: ${one.outerHTML.slice(0, 160)}`)];
}"""

# Every region that scrolls without being reached by the keyboard or without saying what it is.
SPEECHLESS = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const scrolls = (across, along) => /auto|scroll/.test(style[across]) && along > 1;
  if (!one.checkVisibility() || !(scrolls("overflowX", one.scrollWidth - one.clientWidth)
      || scrolls("overflowY", one.scrollHeight - one.clientHeight))) return false;
  const named = one.getAttribute("aria-label")?.trim()
    || document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim();
  return one.tabIndex < 0 || one.getAttribute("role") !== "region" || !named;
}).map(one => `scrolls without a name or out of the keyboard's reach: ` +
  one.outerHTML.slice(0, 160))"""

# Every piece of text of which a part lies outside the window, or outside something around it that
# hides what juts out. What lies further along in a region that scrolls is not cut off, and what
# is there for screen readers alone is not meant to be seen.
CUT_OFF = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = [];
  const unseen = one => one !== null && (unseen(one.parentElement)
    || /inset\\(50%/.test(getComputedStyle(one).clipPath));
  while (words.nextNode()) {
    const text = words.currentNode, around = text.parentElement;
    if (!text.data.trim() || !around.checkVisibility({visibilityProperty: true})) continue;
    if (around.closest(".md-skip, script, style") || unseen(around)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const ends = {left: 0, right: document.documentElement.clientWidth};
    let across = true, along = true;
    for (let one = around; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one), edge = one.getBoundingClientRect();
      if (style.display === "inline") continue;
      if (/hidden|clip/.test(style.overflowX) && across
          && (box.left < edge.left - 1 || box.right > edge.right + 1)) cut.push(text);
      if (/hidden|clip/.test(style.overflowY) && along
          && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) cut.push(text);
      if (/auto|scroll/.test(style.overflowX)) across = false;
      if (/auto|scroll/.test(style.overflowY)) along = false;
    }
    if (across && (box.left < ends.left - 1 || box.right > ends.right + 1)) cut.push(text);
  }
  return [...new Set(cut)].map(text => `cut off: ${text.data.trim().slice(0, 60)} (in ` +
    `${text.parentElement.cloneNode(false).outerHTML.slice(0, 100)})`);
}"""

CHECKS = (JUTS_OUT, SPEECHLESS, CUT_OFF)

# What a reader may ask for: WCAG 2.2, 1.4.12 text spacing. A drawing keeps its letters where they
# are: it is one picture, and a table beside it has the same words.
SPACED = """() => {
  window.spaced = new CSSStyleSheet();
  spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }
    svg, svg * { letter-spacing: normal !important; word-spacing: normal !important }`);
  document.adoptedStyleSheets.push(spaced);
}"""
AS_IT_WAS = "spaced.replaceSync('')"

A4_WITHIN_MARGINS = round((210 - 2 * 18) / 25.4 * 96)  # pixels of a page in a committee's bundle
A4_HEIGHT = round((297 - 2 * 18) / 25.4 * 96)


def in_every_look(page: Page) -> Iterator[str]:
    """Make a page look each way in turn, and name the look."""
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        yield f"{width} pixels wide"
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(SPACED)
    yield "320 pixels wide, letters and lines set apart"
    page.evaluate(AS_IT_WAS)
    page.set_viewport_size({"width": A4_WITHIN_MARGINS, "height": 640})
    page.emulate_media(media="print")
    yield "on paper"


def faults_on(page: Page) -> str:
    """What is wrong with a page in any look, a paragraph for each look."""
    faults = {
        look: [fault for check in CHECKS for fault in page.evaluate(check)]
        for look in in_every_look(page)
    }
    return "\n\n".join("\n  ".join([f"{look}:", *found]) for look, found in faults.items() if found)


@on_every_kind
def test_a_page_keeps_its_width_and_nothing_is_cut_off(open_page: OpenPage, kind: str) -> None:
    faults = faults_on(open_page(kind))
    assert not faults, faults


def test_so_does_what_the_fullest_pages_do_not_show(
    open_page: OpenPage, site: Path, subtests: pytest.Subtests
) -> None:
    for address in beside_every_kind(site):
        with subtests.test(address):
            faults = faults_on(open_page(at=address))
            assert not faults, faults


@pytest.mark.parametrize("width", [320, 360, 390, 412])
def test_on_a_phone_the_sections_stand_on_one_line(open_page: OpenPage, width: int) -> None:
    page = open_page("themes", width=width)
    links = page.locator(".cb-sections a:visible").all()
    lines = {box["y"] for link in links if (box := link.bounding_box())}
    assert (len(links), len(lines)) == (6, 1)


SMALL_PHONE: ViewportSize = {"width": 320, "height": 568}

# The title, the amount with what it measures, and each question with its answer; where it ends.
FIRST_ANSWERS = """() => [...document.querySelectorAll(
  ".cb-first h1, .cb-first > .cb-amount, .cb-first .cb-facts > div")].map(one =>
  [one.querySelector("dt")?.textContent ?? one.className, one.getBoundingClientRect().bottom])"""


def real_cases(page: Page, site: Path) -> Iterator[str]:
    """Go to the page of each real case in turn."""
    origin = page.url.partition("/cases/")[0]
    for address, file in pages_of(site).items():
        is_case = KIND["case"].has(address) and is_listed(file)
        if is_case and not address.endswith(f"/{MISTAKEN}/"):
            page.goto(f"{origin}/{address}")
            yield address


def test_on_a_small_phone_what_how_much_who_and_when_are_seen_without_scrolling(
    open_page: OpenPage, site: Path, subtests: pytest.Subtests
) -> None:
    page = open_page("case")
    page.set_viewport_size(SMALL_PHONE)
    for address in real_cases(page, site):
        with subtests.test(address):
            answers = page.evaluate(FIRST_ANSWERS)
            seen = [what for what, end in answers if end <= SMALL_PHONE["height"]]
            assert seen[2:4] == ["Who is affected", "Who decides, and when"]


def test_on_paper_the_first_page_holds_all_the_first_answers(
    open_page: OpenPage, site: Path, subtests: pytest.Subtests
) -> None:
    page = open_page("case")
    page.set_viewport_size({"width": A4_WITHIN_MARGINS, "height": A4_HEIGHT})
    page.emulate_media(media="print")
    for address in real_cases(page, site):
        with subtests.test(address):
            answers = page.evaluate(FIRST_ANSWERS)
            assert len(answers) == 7
            assert [what for what, end in answers if end > A4_HEIGHT] == []


# Of each fold, whether what is in it is printed; the list of cases that a number leads to is not.
PRINTED = """() => [...document.querySelectorAll("article details")].map(one =>
  [one.closest(".cb-fold--list") === null, one.lastElementChild.checkVisibility()])"""


@pytest.mark.parametrize("kind", ["case", "theme", "council-year"])
def test_on_paper_all_that_is_folded_is_there_and_lists_of_links_are_not(
    open_page: OpenPage, browser: Browser, kind: str
) -> None:
    address = open_page(kind).url
    for runs in (True, False):
        with browser.new_context(java_script_enabled=runs) as context:
            page = context.new_page()
            page.goto(address)
            page.emulate_media(media="print")
            folds = page.evaluate(PRINTED)
            assert folds
            assert [said for said, printed in folds if said != printed] == [], f"script: {runs}"
