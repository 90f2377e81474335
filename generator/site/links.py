"""Every link inside the site leads somewhere, and every anchor is there.

The engine checks links between hand-written pages and knows nothing of the
rest. So the finished site is read as a browser would read it: each page's
anchors are gathered, each address in it is followed. Links to other sites are
not followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

ADDRESSES = ("href", "src", "action", "data", "poster", "xlink:href")
HERE = "https://site.invalid"  # stands for the site's own host while addresses are joined


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class BrokenLink:
    """A link that leads nowhere.

    Attributes:
        page: the file it stands in, below the site's root.
        line: its line there, from 1.
        link: the address as written.
        why: what is wrong with it, in words.
    """

    page: str
    line: int
    link: str
    why: str


class Reader(HTMLParser):
    """Gathers the anchors and the addresses of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[tuple[int, str]] = []
        self.canonical = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what one tag says."""
        said = {name: value for name, value in attrs if value is not None}
        named = ("id", "name") if tag == "a" else ("id",)
        self.anchors |= {said[name] for name in named if name in said}
        self.links += [(self.getpos()[0], said[name]) for name in ADDRESSES if name in said]
        candidates = (part.split() for part in said.get("srcset", "").split(","))
        self.links += [(self.getpos()[0], parts[0]) for parts in candidates if parts]
        if tag == "link" and said.get("rel") == "canonical":
            self.canonical = said.get("href", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """A built site, as far as links can lead to it.

    Attributes:
        files: every file of it, by its path.
        anchors: the anchors of each page, by its path.
        site_url: the site's address as its home page gives it; empty where it is not known.
    """

    files: Collection[str]
    anchors: Mapping[str, Collection[str]]
    site_url: str


def broken_links(site: Path) -> tuple[BrokenLink, ...]:
    """Every internal link and anchor of a built site that leads nowhere, by page and line."""
    paths = (path for path in site.rglob("*") if path.is_file())
    return broken_among({path.relative_to(site).as_posix(): path.read_bytes() for path in paths})


def broken_among(files: Mapping[str, bytes]) -> tuple[BrokenLink, ...]:
    """The same of a site that is not published yet: its files by their path below its root."""
    pages = {
        name: Reader(body.decode("utf-8", "replace"))
        for name, body in files.items()
        if name.endswith(".html")
    }
    home = pages.get("index.html")
    built = Built(
        files=files.keys(),
        anchors={name: reader.anchors for name, reader in pages.items()},
        site_url=home.canonical if home else "",
    )
    found = (broken_on(name, reader, built) for name, reader in pages.items())
    return tuple(sorted(link for links in found for link in links))


def broken_on(page: str, reader: Reader, built: Built) -> Iterator[BrokenLink]:
    """The broken links of one page."""
    for line, link in reader.links:
        why, path, anchor = target(link, page, built.site_url)
        if why := why or why_absent(path, anchor, built):
            yield BrokenLink(page=page, line=line, link=link, why=why)


def target(link: str, page: str, site_url: str) -> tuple[str, str, str]:
    """Where a link on a page leads: what is wrong with it in itself, a path and an anchor.

    The path is empty where the link leads to another site.
    """
    link, root = link.strip(), urlsplit(site_url).path or "/"
    if site_url and link.startswith(site_url):
        link = root + link.removeprefix(site_url)
    try:
        found = urlsplit(urljoin(HERE + root + page, link))
    except ValueError:
        return "this is no address", "", ""
    if f"{found.scheme}://{found.netloc}" != HERE:
        return "", "", ""
    if climbs(link, page):
        return "this leads out of the site", "", ""
    if not found.path.startswith(root):
        return f"the site stands below {root}", "", ""
    name = unquote(found.path.removeprefix(root))
    path = f"{name}index.html" if not name or name.endswith("/") else name
    return "", path, unquote(found.fragment)


def why_absent(path: str, anchor: str, built: Built) -> str:
    """Why a file of the site, or an anchor in it, is not there; empty where it is."""
    if not path:
        return ""
    if path not in built.files:
        if f"{path}/index.html" in built.files:
            return "this is a folder, whose address ends in /"
        return f"there is no {path} in the site"
    if anchor in {"", "top"} or path not in built.anchors:  # "top" is every page's own beginning
        return ""
    return "" if anchor in built.anchors[path] else f"there is no place called {anchor} in {path}"


def climbs(link: str, page: str) -> bool:
    """Whether a relative link goes above the site's root, which a browser would not let it do."""
    if link.startswith("/"):
        return False
    depth = page.count("/")
    for part in urlsplit(link).path.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(part, 1)
        if depth < 0:
            return True
    return False
