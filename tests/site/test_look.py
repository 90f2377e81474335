"""How the site looks is checked where a machine can: contrast, width, and what is fetched."""

from __future__ import annotations

import json
import re
import subprocess
import threading
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.site.fill import whole_site
from generator.site.publish import overwrite
from tests.site.conftest import ROOT, Drawn, every_page, page_of
from tests.site.test_fill import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CSS = (ROOT / "site_src" / "assets" / "casebook.css").read_text(encoding="utf-8")
COLOURS = re.compile(r"(--cb-[a-z-]+): (#[0-9a-f]{6});")

# Text, and what it stands on: WCAG 2.2, 1.4.3, level AA.
TEXT = [
    *[(text, on) for text in ("ink", "quiet", "link") for on in ("paper", "panel")],
    ("bar-ink", "bar"),
]
# Lines and swatches that mean something, and what is focused: WCAG 2.2, 1.4.11.
LINES = [
    *[(line, "paper") for line in ("edge", "focus", "blue", "plum", "lilac", "teal", "orange")],
    ("focus", "panel"),
]


def colours(scheme: str) -> dict[str, str]:
    light, dark = CSS.split('[data-md-color-scheme="slate"]', 1)
    text = light if scheme == "light" else dark.split("}", 1)[0]
    return {name.removeprefix("--cb-"): value for name, value in COLOURS.findall(text)}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "on"), TEXT)
def test_text_can_be_read(scheme: str, text: str, on: str) -> None:
    of = colours(scheme)
    assert contrast(of[text], of[on]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("line", "on"), LINES)
def test_what_means_something_can_be_seen(scheme: str, line: str, on: str) -> None:
    of = colours(scheme)
    assert contrast(of[line], of[on]) >= 3


def test_light_and_dark_have_the_same_colours() -> None:
    assert colours("light").keys() == colours("dark").keys()


def test_every_class_for_page_templates_is_explained_where_they_look() -> None:
    explained, rules = CSS.split("*/", 1)
    names = set(re.findall(r"\.(cb-[a-z]+)", rules)) - {
        *("cb-header", "cb-brand", "cb-sections", "cb-search"),  # of the header, no template's
    }
    assert names - {"cb-footer"} <= set(re.findall(r"cb-[a-z]+", explained))


def test_the_page_templates_use_no_class_that_is_not_explained() -> None:
    sheets = (ROOT / "site_src" / "assets").glob("*.css")
    heads = "".join(sheet.read_text(encoding="utf-8").split("*/", 1)[0] for sheet in sheets)
    explained = set(re.findall(r"cb-[a-z]+", heads)) | {"cb-page"}
    folder = ROOT / "templates"
    for path in set(folder.rglob("*.html")) - set((folder / "theme").rglob("*.html")):
        used = set(re.findall(r"\b(cb-[a-z]+)", path.read_text(encoding="utf-8")))
        assert used <= explained, path


def test_hand_written_pages_have_a_title_a_description_and_a_section() -> None:
    for path in (ROOT / "site_src").rglob("*.md"):
        head = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        assert head.keys() - {"template", "found_as", "robots"} == {
            "title",
            "description",
            "section",
        }, path


FETCHES = re.compile(
    r"""<(?:script|img|iframe|source|embed|link\ rel="(?:stylesheet|preload|preconnect|icon)")
        \b[^>]*\b(?:src|href)="(?P<address>[^"]*)"|@import\s*(?P<css>[^;]+)|url\((?P<url>[^)]*)\)""",
    re.VERBOSE,
)


def test_nothing_is_fetched_from_another_site(drawn: Drawn) -> None:
    files = whole_site(drawn, every_page(), [], as_at=DAY)
    for file in files:
        if file.address.endswith((".html", ".css")):
            for found in FETCHES.finditer(file.body.decode()):
                address = (found["address"] or found["css"] or found["url"]).strip("\"'")
                assert address.startswith("data:") or "//" not in address, file.address


WIDE = (
    '<h1 id="a">' + "Unterbringungskostenerstattungsverfahren " * 3 + "</h1>"
    '<dl class="cb-facts"><div><dt>What</dt><dd>' + "a-r-6-111-" * 20 + "</dd></div></dl>"
    '<div class="cb-scroll" tabindex="0" role="region" aria-label="Costs">'
    '<table class="cb-table"><caption>Costs, £, in year</caption><tr>'
    + '<td class="num">−£1,234,567</td>' * 12
    + "</tr></table></div><pre><code>"
    + "cases/cambridgeshire/2018-19/" * 9
    + '</code></pre><div class="cb-columns">'
    + "<section><h2>Cambridgeshire</h2><p>One team.</p></section>" * 4
    + "</div>"
)
# Draws each page in a frame as wide as a phone and says how it came out.
PROBE = """<!doctype html><body><script>
async function look(address) {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width:320px;height:600px;border:0";
  document.body.append(frame);
  await new Promise(done => { frame.onload = done; frame.src = address; });
  await new Promise(done => setTimeout(done, 300));
  const page = frame.contentWindow;
  return {
    address: address,
    wide: page.document.documentElement.scrollWidth - page.document.documentElement.clientWidth,
    script: page.document.documentElement.classList.contains("js"),
    fetched: page.performance.getEntriesByType("resource").map(entry => entry.name),
  };
}
(async () => {
  const seen = [];
  for (const address of ADDRESSES) seen.push(await look(address));
  document.body.innerHTML = "<pre id=seen></pre>";
  document.getElementById("seen").textContent = JSON.stringify(seen);
})();
</script>"""


@pytest.fixture
def served(drawn: Drawn, tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """A site with wide things on it, served; its address and those of its pages."""
    pages = [page_of(page.kind, content=WIDE) for page in every_page()]
    site = tmp_path / "site"
    overwrite(site, whole_site(drawn, pages, [], as_at=DAY))
    addresses = ["/", "/methods/", "/404.html", *(f"/{page.address}" for page in pages[1:])]
    probe = PROBE.replace("ADDRESSES", json.dumps(addresses))
    (site / "probe.html").write_text(probe, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", addresses
    server.shutdown()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


def test_on_a_phone_nothing_scrolls_sideways_and_nothing_is_fetched_from_elsewhere(
    served: tuple[str, list[str]], chromium: str, tmp_path: Path
) -> None:
    origin, addresses = served
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000"]
    options += ["--enable-logging=stderr", f"--user-data-dir={tmp_path / 'browser'}"]
    command = [chromium, *options, "--dump-dom", f"{origin}/probe.html"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = re.search(r'<pre id="seen">(.*?)</pre>', ran.stdout, re.DOTALL)
    assert found, ran.stdout[-500:]
    seen = json.loads(unescape(found[1]))
    assert [page["address"] for page in seen] == addresses
    for page in seen:
        assert page["wide"] <= 0, page["address"]
        assert page["script"], f"the theme's script did not run on {page['address']}"
        assert all(name.startswith(origin) for name in page["fetched"]), page["fetched"]
    console = [line for line in ran.stderr.splitlines() if "CONSOLE" in line]
    assert not console
