"""A built site shown in the browser of the one who edits it, and nobody else.

The site is served on this machine's own address alone. A page from elsewhere could still
send a browser here under a name of its own, so a request that names another host is refused
(DNS rebinding), and nothing is ever written or done for a request: it can only read files of
the site. What a reader must not get, the script that loads a page anew, is added while a page
is answered and stands in no file.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.site.errors import SiteError
from generator.site.page import stays_inside
from generator.site.shells import site_url

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ADDRESS = "127.0.0.1"
HOSTS = {"localhost", "127.0.0.1", "[::1]"}
OWN = "/.preview/"  # no file of a site begins with a dot, but for the mark of its folder
NEWS, SCRIPT = f"{OWN}news", f"{OWN}reload.js"
BEAT = 15.0  # seconds after which a browser that waits is told that it still does

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".wasm": "application/wasm",
}
ANY_TYPE = "application/octet-stream"

RELOAD = b"""\
"use strict";
(() => {
  const shown = document.currentScript.dataset.shown;
  const bar = document.createElement("pre");
  bar.setAttribute("role", "status");
  Object.assign(bar.style, {
    background: "#801650", bottom: "0", color: "#fff", left: "0", margin: "0", maxHeight: "40vh",
    overflow: "auto", padding: "1em", position: "fixed", right: "0", whiteSpace: "pre-wrap",
    zIndex: "1000", fontSize: "16px",
  });
  new EventSource("/.preview/news").onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (String(news.version) !== shown) {
      location.reload();
      return;
    }
    bar.textContent = news.notice;
    if (news.notice) document.body.append(bar); else bar.remove();
  };
})();
"""
NOTHING_YET = (
    b'<!DOCTYPE html><html lang="en"><title>Preview</title><body><p>No site yet.</p></body></html>'
)


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What browsers wait for: which build is shown, and what is wrong with a later one."""

    version: int
    notice: str = ""


class Preview(ThreadingHTTPServer):
    """Serves the folder `site` on this machine alone; each request has a thread of its own.

    Raises:
        SiteError: the port is taken, or may not be used.
    """

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        try:
            super().__init__((ADDRESS, port), Answer)
        except OSError as error:
            raise SiteError(
                f"The preview cannot use port {port}: {error.strerror}. "
                f"Name another one, for example: casebook serve --port {port + 1}"
            ) from error
        self.site = site
        self.news = News(version=0)
        self._told = threading.Condition()
        self.closed = False

    @property
    def url(self) -> str:
        """Where the preview is."""
        return f"http://localhost:{self.server_port}/"

    def tell(self, *, built: bool, notice: str = "") -> None:
        """Say whether a new site stands in the folder, and what there is to say of it."""
        with self._told:
            version = self.news.version + built
            self.news = News(version=version, notice=notice)
            self._told.notify_all()

    def close(self) -> None:
        """End, with all that waits for news."""
        with self._told:
            self.closed = True
            self._told.notify_all()
        self.shutdown()
        self.server_close()

    def later_news(self, known: News | None) -> News:
        """The news, once they differ from those known, or after a while the same."""
        with self._told:
            self._told.wait_for(lambda: self.closed or self.news != known, timeout=BEAT)
            return self.news


class Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Preview
    server_version = "Casebook"
    sys_version = ""

    def handle(self) -> None:
        """Answer what is asked; a browser that has gone to another page hangs up."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Answer with a file, the script, or news as they come."""
        path = urlsplit(self.path).path
        if not is_local(self.headers.get("Host", "")):
            body = b"This preview is not for others.\n"
            self.answer(HTTPStatus.MISDIRECTED_REQUEST, body, ".txt")
        elif path == NEWS:
            self.give_news()
        elif path == SCRIPT:
            self.answer(HTTPStatus.OK, RELOAD, ".js")
        else:
            self.give_file(unquote(path.removeprefix("/")))

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def give_file(self, name: str) -> None:
        """A file of the site; a page in place of its folder; else the page for what is missing."""
        name = f"{name}index.html" if not name or name.endswith("/") else name
        file = self.server.site / name
        hidden = not stays_inside(name) or name.startswith(".")
        if hidden or not leads_inside(file, self.server.site):
            self.give_missing()
        elif file.is_file():
            self.answer(HTTPStatus.OK, file.read_bytes(), file.suffix)
        elif (file / "index.html").is_file():
            self.answer(HTTPStatus.MOVED_PERMANENTLY, b"", ".txt", {"Location": f"/{name}/"})
        elif below := self.below_site(name):
            self.give_file(below)
        else:
            self.give_missing()

    def below_site(self, name: str) -> str:
        """What a name means where the site is to stand in a folder of its host; else nothing.

        The page for what is missing is shown at any depth, so it names its style by the whole
        way from the host's root, and that begins with the folder.
        """
        home = self.server.site / "index.html"
        drawn = {"index.html": home.read_bytes()} if home.is_file() else {}
        folder = urlsplit(site_url(drawn)).path.removeprefix("/")
        return name.removeprefix(folder) if folder and name.startswith(folder) else ""

    def give_missing(self) -> None:
        """The site's own page for an address that leads nowhere."""
        page = self.server.site / "404.html"
        body = page.read_bytes() if page.is_file() else NOTHING_YET
        self.answer(HTTPStatus.NOT_FOUND, body, ".html")

    def give_news(self) -> None:
        """Server-sent events (HTML, 9.2): the news, and again whenever they change."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        known = None
        while not self.server.closed:
            news = self.server.later_news(known)
            said = json.dumps({"version": news.version, "notice": news.notice})
            self.wfile.write((f"data: {said}\n\n" if news != known else ":\n\n").encode())
            self.wfile.flush()
            known = news

    def answer(
        self, status: HTTPStatus, body: bytes, ending: str, more: Mapping[str, str] | None = None
    ) -> None:
        """Send a whole answer; a page with the script that waits for news."""
        if ending == ".html":
            body = with_script(body, self.server.news.version)
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(ending, ANY_TYPE))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request: what the terminal shows is what has to be mended."""


def is_local(host: str) -> bool:
    """Whether a request was meant for this machine, whatever the port."""
    name, colon, port = host.rpartition(":")
    plain = name if colon and (port.isdigit() or not port) else host
    return plain.lower() in HOSTS


def leads_inside(file: Path, site: Path) -> bool:
    """Whether a path stays in the site's folder when links in it are followed."""
    return file.resolve().is_relative_to(site.resolve())


def with_script(page: bytes, version: int) -> bytes:
    """A page with the script that loads it anew; it says which build the page is of."""
    script = f'<script src="{SCRIPT}" data-shown="{version}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
