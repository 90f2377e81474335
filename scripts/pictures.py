"""Photograph the pages that the guide for senders shows: ``python scripts/pictures.py``.

Whoever has never sent in a file wants to know what will come of it. Drawings do for a forge,
which looks different everywhere; but what this register makes of a file is shown as it is. So
a case of a council that does not exist is published twice, once with a mistake and once
without, and a browser takes the pictures. They are kept in the repository and are taken again
by hand, when the page of a case has come to look different.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from generator.pipeline import build
from generator.site.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "site_src" / "assets" / "submit"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH = 640  # pixels: what is read easily in a column of text
ROUND = 16  # pixels of the page above and below what is shown
DAY = "1417392000"  # 1 December 2014, when the paper was new

CASE_FILE = "cases/northtown/2014-15/library-hours.md"
CASE_PAGE = "cases/northtown/2014-15/library-hours/"
# As in the drawings beside the pictures: the mistake stands on line 27, at the 12th sign.
CASE = """\
---
title: Shorter opening hours in libraries
source: northtown-2014-libraries-paper
kind: business case
summary: >-
  Northtown would save £80,000 by opening
  five small libraries two hours less a
  day. Nobody would lose their job.
references: [LIB 4]
committee: Cabinet
themes: [libraries]
people:
  - role: responsible officer
    name: Alex Example
    line: 8
decisions:
  - body: Cabinet
    date: 12 January 2015
    state: expected
    line: 21
impacts:
  affected: >-
    People who use the five
    small libraries.
headline:
  amount: £80,000
  measure: saving
  period: 2015/16
  basis: recurring
  certainty: estimate
  line: 12
---

## Case for change

Few people come in the first hour and in the last.
"""
MISTAKE = ("measure: saving", "measure: savings")

BESIDE = {
    "cases/northtown/council.yml": "name: Northtown Council\nshort_name: Northtown\n",
    "cases/themes.yml": "libraries: {title: Libraries}\n",
    "cases/sources.yml": (
        "northtown-2014-libraries-paper: {title: Library opening hours, "
        "publisher: Northtown Council, council: northtown, dated: 24 November 2014}\n"
    ),
}
# What a register needs before it can be public.
SETTINGS = {
    'site_url: ""': 'site_url: "https://cases.example.org/"',
    'organisation: ""': 'organisation: "Northtown Council"',
    'contact: ""': 'contact: "cases@example.org"',
    '\n  date: ""': '\n  date: "1 December 2014"',
}


def main() -> None:
    """Take every picture of the guide anew."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with tempfile.TemporaryDirectory() as folder, camera() as page:
        register, site = Path(folder) / "register", Path(folder) / "site"
        put_up(register)
        (register / CASE_FILE).write_text(CASE.replace(*MISTAKE), encoding="utf-8")
        publish(register, site, production=False)
        take(page, site, "preview-of-a-case.png", "body", ".cb-facts")
        take(page, site, "problem-on-its-page.png", ".cb-problem", ".cb-problem")
        (register / CASE_FILE).write_text(CASE, encoding="utf-8")
        publish(register, site, production=True)
        take(page, site, "finished-page.png", "body", ".cb-facts")


def put_up(register: Path) -> None:
    """A register with everything but its case."""
    for name in ("site_src", "templates"):
        shutil.copytree(ROOT / name, register / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for empty, filled in SETTINGS.items():
        settings = settings.replace(empty, filled, 1)
    for name, text in {**BESIDE, CASE_FILE: CASE, "mkdocs.yml": settings}.items():
        file = register / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def publish(register: Path, site: Path, *, production: bool) -> None:
    """Publish the register, or end: a picture of the page before would tell a lie."""
    built = build(register, site, indexed=False, production=production)
    if built.change is None:
        raise SystemExit(f"The register of the pictures cannot be published: {built}")


@contextmanager
def camera() -> Iterator[Page]:
    """A page of this machine's own browser, in light colours and without anything that moves."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise SystemExit("Pictures need Chromium (Debian package chromium).")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=program, chromium_sandbox=os.geteuid() != 0
        )
        yield browser.new_page(
            viewport={"width": WIDTH, "height": 800},
            color_scheme="light",
            reduced_motion="reduce",
        )
        browser.close()


def take(page: Page, site: Path, name: str, first: str, last: str) -> None:
    """Photograph the page of the case from the top of one part to the end of another."""
    preview = Preview(site, 0)
    threading.Thread(target=preview.serve_forever, daemon=True).start()
    page.goto(f"{preview.url}{CASE_PAGE}")
    top, _ = ends(page, first)
    _, bottom = ends(page, last)
    top = max(top - ROUND, 0)
    page.screenshot(
        path=PICTURES / name,
        full_page=True,
        clip={"x": 0, "y": top, "width": WIDTH, "height": bottom + ROUND - top},
    )
    print(f"took {name}: {WIDTH} by {bottom + ROUND - top} pixels")
    preview.close()


def ends(page: Page, part: str) -> tuple[int, int]:
    """Where a part of the page begins and ends, in pixels from the top."""
    box = page.locator(part).first.bounding_box()
    if box is None:
        raise SystemExit(f"There is no {part} on the page of the case.")
    return round(box["y"]), round(box["y"] + box["height"])


if __name__ == "__main__":
    main()
