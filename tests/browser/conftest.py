"""The built site in a real browser: one build, one small server, one page of every kind.

The site is made as `casebook build` makes it, from a copy of this register with one mistake put
into one case, so that the page of a case that has to be mended is looked at too, and with earlier
versions of another, which are committed before what stands today. It is built once in a run: the
first process of pytest-xdist that asks builds it behind a lock, and the others take what they find.
Each process serves it to its own browser from this machine alone.

A test asks for `open_page` and is marked `on_every_kind`, which `pages.py` explains.
"""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import ExitStack, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import pytest
from filelock import FileLock

from generator.pipeline import build
from tests.browser.pages import MISTAKEN, NOT_FOUND, ROOT, address_of
from tests.history.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Page,
        Request,
        Response,
    )

PARTS_OF_A_REGISTER = ("cases", "site_src", "templates", "mkdocs.yml")

Scheme = Literal["light", "dark"]

THEME_CALLS_IT: dict[Scheme, str] = {"light": "default", "dark": "slate"}
AT_REST = """scheme => document.body.getAttribute("data-md-color-scheme") === scheme
  && document.getAnimations().every(one => one.playState === "finished")
  && !document.querySelector("form[data-file][hidden]")"""
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"


class OpenPage(Protocol):
    """Opens the fullest page of a kind, or the page at an address below the site's root.

    Everything on it that unfolds is unfolded.
    """

    def __call__(
        self, kind: str = "", *, at: str = "", width: int = 1280, scheme: Scheme = "light"
    ) -> Page: ...


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, the same for every process of this run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made = shared / "browser"
    with FileLock(shared / "browser.lock"):
        if not made.exists():
            folder = tmp_path_factory.mktemp("browser")
            register = with_a_past(register_with_a_mistake(folder / "register"))
            built = build(register, folder / "site")
            assert not built.broken, f"not published, for its broken links: {built.broken[:5]}"
            (folder / "site").rename(made)
    return made


def register_with_a_mistake(folder: Path) -> Path:
    """A copy of this register, and in it one more copy of its shortest case, with a wrong word."""
    folder.mkdir()
    for name in PARTS_OF_A_REGISTER:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    shortest = min((folder / "cases").rglob("*.md"), key=lambda path: path.stat().st_size)
    text = shortest.read_text(encoding="utf-8")
    assert "\n  measure: " in text, f"{shortest.name} has no headline to make a mistake in"
    broken = text.replace("\n  measure: ", "\n  measure: un", 1)
    shortest.with_name(f"{MISTAKEN}.md").write_text(broken, encoding="utf-8")
    return folder


def with_a_past(folder: Path) -> Path:
    """The register with a history: of its case with the most risks there were two versions before.

    An edit lies between them and another behind, so that every part of a history is to be seen.
    Another case was there at first and was withdrawn.
    """
    case = max((folder / "cases").rglob("*.md"), key=lambda path: path.read_text().count("rag: "))
    today = case.read_text(encoding="utf-8")
    head, fence, body = today.removeprefix("---\n").partition("\n---\n")
    lines = [line for line in head.split("\n") if not line.startswith(("version:", "dated:"))]
    second = "\n".join(["---", *lines, 'version: "0.2"', "dated: 4 March 2013"]) + fence + body
    first = second.replace('"0.2"\ndated: 4 March', '"0.1"\ndated: 7 January')
    for before, after in (("amount: £", "amount: £1"), ("rag: ", "rag: dark "), (". The ", ". A ")):
        first = first.replace(before, after, 1)
    # Its own milestones are commits of its own history; here the days of the edits serve.
    (folder / "cases" / "milestones.yml").unlink()
    git(folder, "init", "--quiet", "--initial-branch=main")
    withdrawn = case.with_name("once-here.md")
    withdrawn.write_text(today.replace("references:", "themes:", 1), encoding="utf-8")
    for month, text in enumerate((first, first.replace(". A ", ". One ", 1), second, today), 1):
        case.write_text(text, encoding="utf-8")
        commit(folder, f"2020-{month:02}-01", {})
        withdrawn.unlink(missing_ok=True)
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder as a web server would: an unknown address answers with the page for it."""

    def handle(self) -> None:
        """Answer what is asked; a browser that has seen enough may hang up."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing of what was asked for."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where there is nothing."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, NOT_FOUND).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address the site is served at, without a stroke at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser had to say against the pages opened in this test."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, origin: str, site: Path, complaints: list[str]
) -> Iterator[OpenPage]:
    """See `OpenPage`; whatever was opened is closed after the test."""
    with ExitStack() as opened:

        def opens(
            kind: str = "", *, at: str = "", width: int = 1280, scheme: Scheme = "light"
        ) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": 640},
                color_scheme=scheme,
                reduced_motion="reduce",
                locale="en-GB",
            )
            listen(opened.enter_context(context), origin, complaints)
            page = context.new_page()
            page.goto(f"{origin}/{address_of(kind, site) if kind else at}")
            page.evaluate(OPEN_ALL)
            at_rest(page, scheme)
            return page

        yield opens


def at_rest(page: Page, scheme: Scheme) -> None:
    """Wait until the page has taken these colours, nothing moves, and forms have what they ask."""
    page.wait_for_function(AT_REST, arg=THEME_CALLS_IT[scheme])


def listen(context: BrowserContext, origin: str, complaints: list[str]) -> None:
    """Gather everything a page may not do: ask elsewhere, ask for what is not there, stumble.

    What a content security policy forbids is said on the console, as are most mistakes.
    """

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{origin}/", "data:", f"blob:{origin}/")):
            complaints.append(f"asked another site: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"asked for what is not there: {response.url}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # broken off by the test, which went elsewhere
            complaints.append(f"got nothing: {request.url}")

    def spoke(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"on the console: {message.text}")

    context.on("request", asked)
    context.on("response", answered)
    context.on("requestfailed", failed)
    context.on("console", spoke)
    context.on("weberror", lambda mistake: complaints.append(f"stumbled: {mistake.error}"))
