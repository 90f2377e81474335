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
    from collections.abc import Callable, Collection, Iterator, Mapping
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


@dataclass(frozen=True, kw_only=True, slots=True)
class PageLinks:
    """What the check has to know of a page, so that it need not be read again.

    Attributes:
        anchors: its anchors.
        targets: where it leads within the site, each once, as ``path`` and ``anchor`` with a
            line break between; what leads to a place on the page itself is left out.
        wrong: whether a link is wrong whatever the site holds.
    """

    anchors: tuple[str, ...]
    targets: tuple[str, ...]
    wrong: bool


def read_links(page: str, body: bytes, site_url: str) -> PageLinks:
    """Read one page."""
    reader = Reader(body.decode("utf-8", "replace"))
    found = {target(link, page, site_url) for link in {link for _, link in reader.links}}
    here = Built(files={page}, anchors={page: reader.anchors}, site_url=site_url)
    away = {(path, anchor) for _, path, anchor in found if why_absent(path, anchor, here)}
    return PageLinks(
        anchors=tuple(sorted(reader.anchors)),
        targets=tuple(sorted(f"{path}\n{anchor}" for path, anchor in away)),
        wrong=any(why for why, _, _ in found),
    )


def broken_pages(pages: Mapping[str, PageLinks], built: Built) -> list[str]:
    """The pages with a link that leads nowhere."""
    every = set().union(*(page.targets for page in pages.values()))
    pairs = ((one, one.partition("\n")) for one in every)
    bad = {one for one, (path, _, anchor) in pairs if why_absent(path, anchor, built)}
    return [name for name, page in pages.items() if page.wrong or not bad.isdisjoint(page.targets)]


def broken_in(
    pages: Mapping[str, PageLinks],
    files: Collection[str],
    site_url: str,
    body: Callable[[str], bytes],
) -> tuple[BrokenLink, ...]:
    """Every link that leads nowhere of a site whose pages were read before.

    Args:
        pages: what was read of each page, by its path.
        files: every file of the site, by its path.
        site_url: the site's address; empty where it is not known.
        body: gives a page's bytes, for those that have to be read again for the line.
    """
    anchors = {name: page.anchors for name, page in pages.items()}
    built = Built(files=files, anchors=anchors, site_url=site_url)
    readers = {n: Reader(body(n).decode("utf-8", "replace")) for n in broken_pages(pages, built)}
    found = (broken_on(name, reader, built) for name, reader in readers.items())
    return tuple(sorted(link for links in found for link in links))
