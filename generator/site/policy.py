"""The Content-Security-Policy of every page: what a browser may run and fetch there.

Readers of a public register owe no trust to whoever proposes a case. Should a case
ever get markup past the escaping, the browser itself must refuse to run it. So the
scripts that the theme writes into a page are named one by one, by their hashes, and
nothing else runs but files of the site's own.

The hashes are taken from what the engine drew, before a word of any case is filled
in: taken from finished pages, they would bless a script that a case smuggled in.

A policy in the page holds wherever the site is put. What only a server can say is in
docs/publishing.md.
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.site.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = "casebook-slot-for-the-policy"  # in templates/theme/frame.html
SEARCH = "search/index.html"
# What a browser reads and never runs, whatever a policy says (HTML, 4.12.1 "data block").
DATA_BLOCKS = {"application/json", "application/ld+json"}


class Scripts(HTMLParser):
    """Gathers the scripts that stand in a page itself, as a browser would take them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A script begins, unless it is a file or data."""
        said = dict(attrs)
        runs = (said.get("type") or "").strip().lower() not in DATA_BLOCKS
        self._inside = tag == "script" and "src" not in said and runs
        if self._inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        """A piece of what stands in it."""
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, _: str) -> None:
        """It ends."""
        self._inside = False


def with_policies(drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    """The drawn files, each page with a policy that fits its own scripts.

    Args:
        drawn: every drawn file by its path, shells with their slots still empty.

    Raises:
        SiteError: a page does not say exactly once where its policy belongs.
    """
    return {
        path: with_policy(path, body.decode("utf-8")).encode("utf-8")
        if path.endswith(".html")
        else body
        for path, body in drawn.items()
    }


def with_policy(path: str, page: str) -> str:
    """One drawn page with its policy; see ``with_policies``."""
    if (found := page.count(MARK)) != 1:
        raise SiteError(
            f"In the drawn page {path} the place for its security policy stands {found} times, "
            "and once was expected. Look at that page and at templates/theme/frame.html."
        )
    return page.replace(MARK, policy(Scripts(page).found, search=path == SEARCH))


def policy(scripts: list[str], *, search: bool = False) -> str:
    """The policy of a page that holds these scripts.

    Args:
        scripts: the text of each, as it stands in the page.
        search: whether the page searches, for which it runs WebAssembly and a worker.

    Returns:
        the value of the header of that name (W3C, Content Security Policy Level 3).
    """
    allowed = ["'self'", *dict.fromkeys(map(source_of, scripts))]
    sources = {
        "default-src": "'none'",
        "script-src": " ".join([*allowed, *(["'wasm-unsafe-eval'"] if search else [])]),
        "style-src": "'self'",
        "img-src": "'self' data:",  # the theme's icons are data in its style sheets
        "font-src": "'self'",
        "connect-src": "'self'",
        **({"worker-src": "'self'"} if search else {}),
        "form-action": "'self'",
        "base-uri": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def source_of(script: str) -> str:
    """How a policy names a script: by the digest of its text, with line ends as a browser has."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
