"""The keyboard alone reaches everything on a page, in reading order, and one sees where one is.

WCAG 2.2: 2.1.1 keyboard, 2.1.2 no trap, 2.4.1 skip link, 2.4.3 order, 2.4.7 and 2.4.11 visible
focus that nothing hides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import on_every_kind

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

# Keeps in `window.stops` all that Tab has to reach, in order; a group of radio buttons is one
# stop. `window.ring` tells what is drawn around a stop, or around the label beside it, which
# stands for it where the theme hides the button itself.
PREPARE = """() => {
  const controls = "a[href], area[href], button, input, select, textarea, summary, iframe";
  const stands_for_its_group = one => {
    if (one.type !== "radio" || !one.name) return true;
    const group = [...document.querySelectorAll(`input[type=radio][name="${one.name}"]`)];
    return one === (group.find(other => other.checked) ?? group[0]);
  };
  window.stops = [...document.querySelectorAll(`${controls}, [tabindex]`)].filter(one =>
    (one.matches(controls) || one.tabIndex >= 0) && !one.disabled && stands_for_its_group(one)
    && one.checkVisibility({visibilityProperty: true}));
  window.shown = one => [one, one.nextElementSibling]
    .filter(other => other === one || other?.matches("label:not([hidden])"));
  window.ring = one => shown(one).map(other => {
    other.getAnimations().forEach(moving => moving.finish());
    const style = getComputedStyle(other);
    const line = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return `${line ? style.outline : ""} / ${style.boxShadow}`;
  }).join();
  window.before = stops.map(ring);
  return stops.map(one => `${one.cloneNode(false).outerHTML} ${one.innerText.slice(0, 60)}`);
}"""

# Where the last key has led: the number of the stop, and what is wrong there. Nowhere is null.
ARRIVED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const at = stops.indexOf(here);
  const faults = [];
  if (at < 0) return {at, faults: [`no stop, and not to be reached by Tab: ${here.outerHTML}`]};
  if (ring(here) === before[at]) faults.push("nothing shows that it has the focus");
  const in_sight = shown(here).some(one => [...one.getClientRects()].some(box => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 1 || bottom - top < 1) return false;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return one.contains(there);
  }));
  if (!in_sight) faults.push("it is out of sight or behind something");
  return {at, faults};
}"""


def walk(page: Page, key: str, stops: list[str]) -> list[int]:
    """The stops the key leads to, by number, until the focus leaves the page or comes round.

    Fails where the focus cannot be seen, or never leaves.
    """
    been: list[int] = []
    faults: list[str] = []
    while len(been) <= len(stops):
        page.keyboard.press(key)
        place = page.evaluate(ARRIVED)
        if place is None or place["at"] in been[:1]:
            assert not faults, "\n".join(faults)
            return been
        been.append(place["at"])
        faults += [f"{fault}: {stops[place['at']]}" for fault in place["faults"]]
    pytest.fail(f"{key} never leaves the page; last it led to {[stops[at] for at in been[-3:]]}")


@pytest.mark.parametrize(
    ("width", "key", "step"), [(320, "Tab", 1), (1280, "Shift+Tab", -1)], ids=["forth", "back"]
)
@on_every_kind
def test_tab_reaches_everything_in_order_and_one_sees_where_one_is(
    open_page: OpenPage, kind: str, width: int, key: str, step: int
) -> None:
    page = open_page(kind, width=width)
    stops = page.evaluate(PREPARE)
    assert [stops[at] for at in walk(page, key, stops)] == stops[::step]


@on_every_kind
def test_the_first_stop_leads_past_the_header_to_the_content(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page(kind, width=320)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#content, footer') !== null")


def test_colours_chosen_by_keyboard_stay_and_the_next_page_shows_where_to_change_them(
    open_page: OpenPage,
) -> None:
    page = open_page("home", scheme="light")
    page.evaluate("document.querySelector('[name=__palette]:checked').focus()")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    stops = page.evaluate(PREPARE)
    assert [stops[at] for at in walk(page, "Tab", stops)] == stops
