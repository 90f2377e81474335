"""axe-core, a checker that others made and keep, finds no fault on a page of every kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import at_rest
from tests.browser.pages import beside_every_kind, on_every_kind
from tests.conftest import AXE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage, Scheme

LOOKS: tuple[tuple[Scheme, int], ...] = (
    ("light", 320),
    ("light", 1280),
    ("dark", 320),
    ("dark", 1280),
)

# Every rule that axe has of WCAG 2.0 to 2.2 at levels A and AA, those that it leaves switched off
# included (how large a target is), and what it calls best practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# The shade at the edges of a table that scrolls keeps axe from telling what text stands on.
WITHOUT_SHADE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".cb-scroll { background-image: none !important }");
  document.adoptedStyleSheets.push(sheet);
}"""

# What axe cannot decide nobody has looked at, so it counts as a fault. But axe never decides what
# contrast the text of a drawing has, nor that of cells further along in a table that scrolls.
RUN = """async rules => {
  const found = await axe.run(document,
    {runOnly: rules, resultTypes: ["violations", "incomplete"]});
  const elsewhere = node => !document.querySelector(node.target[0])?.closest(".cb-scroll, svg");
  const told = (rule, nodes) => nodes.map(node =>
    ({rule: rule.id, help: rule.help, at: node.target.join(" "), html: node.html,
      mend: node.failureSummary}));
  return [...found.violations.flatMap(rule => told(rule, rule.nodes)),
    ...found.incomplete.flatMap(rule => told(rule, rule.nodes.filter(elsewhere)))];
}"""

pytestmark = pytest.mark.needs("axe")


def faults_on(page: Page, looks: tuple[tuple[Scheme, int], ...] = LOOKS) -> str:
    """What axe finds on a page: each fault once, with the looks of the page that have it."""
    page.evaluate(WITHOUT_SHADE)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = defaultdict(list)
    for scheme, width in looks:
        page.set_viewport_size({"width": width, "height": 640})
        page.emulate_media(color_scheme=scheme)
        at_rest(page, scheme)
        for fault in page.evaluate(RUN, RULES):
            found[in_words(fault)].append(f"{scheme} at {width} pixels")
    return "\n\n".join(f"{', '.join(where)}:\n{fault}" for fault, where in found.items())


def in_words(fault: dict[str, Any]) -> str:
    """The rule, where it is broken, what stands there and what would mend it."""
    return "{rule}: {help}\n  at {at}\n  {html}\n  {mend}".format(**fault)


@on_every_kind
def test_axe_finds_nothing(open_page: OpenPage, kind: str) -> None:
    faults = faults_on(open_page(kind))
    assert not faults, faults


def test_axe_finds_nothing_on_what_the_fullest_pages_do_not_show(
    open_page: OpenPage, site: Path, subtests: pytest.Subtests
) -> None:
    for address in beside_every_kind(site):
        with subtests.test(address):
            faults = faults_on(open_page(at=address), looks=LOOKS[1:2])
            assert not faults, faults
