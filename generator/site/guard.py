"""What a page's body may not hold, looked for before the page goes into its shell.

Everything a case says is escaped or passes an allow-list long before, and the policy of
the page keeps a browser from running the rest. This is the third fence: should a template
forget to escape, the build stops and names the page, instead of leaving it to browsers.

Scripts of ours are files of the site, and what they read may stand in the page as data.
Styles are in the style sheets, so nothing in a body sets its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.site.errors import SiteError
from generator.site.plain_tags import MOST_TAGS, plain_tags
from generator.site.policy import DATA_BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.site.page import Page

FOREIGN = {
    *("applet", "base", "embed", "foreignobject", "frame", "frameset", "iframe", "link", "math"),
    *("meta", "object", "style", "template"),
}
# Attributes that hold an address (HTML, index of attributes).
FOLLOWED = {
    *("action", "background", "cite", "data", "formaction", "href", "ping", "poster", "src"),
    *("srcset", "xlink:href"),
}
# A quick look at a tag, which finds too much: most bodies need no other.
SUSPECT = re.compile(
    rf"<(?:script|{'|'.join(sorted(FOREIGN))})|(?<![a-z])on[a-z]+\s*=|style\s*="
    r"|script:|srcdoc|data:",
    re.IGNORECASE,
)


class Body(HTMLParser):
    """Reads a body as a browser would, and keeps what may not stand there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = self._in_data = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag and what it says."""
        said = {name: value or "" for name, value in attrs}
        self._in_script = tag == "script"
        self._in_data = said.get("type", "").lower() in DATA_BLOCKS
        if tag in FOREIGN:
            self.found.append(f"<{tag}>")
        if self._in_script and not self._in_data and leads_elsewhere(said.get("src", "")):
            self.found.append("<script> that is no file of the site")
        self.found += [name for name in said if name.startswith("on")]
        self.found += [name for name in said if name in {"style", "srcdoc"}]
        self.found += [said[name] for name in FOLLOWED & said.keys() if runs(said[name])]

    def handle_data(self, data: str) -> None:
        """A script has no text; data has none that could end it."""
        if self._in_script and (not self._in_data or "<" in data) and data.strip():
            self.found.append("<script> with a text of its own")

    def handle_endtag(self, _: str) -> None:
        """What a script holds is over."""
        self._in_script = False


def refuse_foreign(pages: Iterable[Page]) -> None:
    """Stop the build where the body of a page holds what could run or load what is not ours.

    Raises:
        SiteError: it does; the message names every such page.
    """
    found = ((page.address, foreign_in(page.content)) for page in pages)
    lines = [f"- /{address}: {', '.join(what)}" for address, what in found if what]
    if lines:
        raise SiteError(
            "These pages hold what no page may hold, and nothing was published. A template in "
            "templates/ writes it, or writes the words of a case without escaping them:\n"
            + "\n".join(lines)
        )


def foreign_in(content: str) -> list[str]:
    """What stands in a body and may not, in order, each once."""
    tags = plain_tags(content)
    if tags is not None and not any(map(_is_suspect, tags)):
        return []
    return list(dict.fromkeys(Body(content).found))


@lru_cache(maxsize=MOST_TAGS)
def _is_suspect(tag: str) -> bool:
    return SUSPECT.search(tag) is not None


def leads_elsewhere(address: str) -> bool:
    """Whether the address of a file is none that lies in the site itself."""
    return not re.fullmatch(r"(?:\.\./)*[a-z0-9_][\w./-]*", address)


def runs(address: str) -> bool:
    """Whether an address would run as a program, were it followed."""
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    return plain.startswith(("javascript:", "vbscript:", "data:text/html"))
