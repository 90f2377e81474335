"""What each page says of links, read once and kept, so that no finished page is read again.

A generated page is a shell with a body in it. The shell is read once for all pages of its kind,
and of a page its body alone: with a quick look, which knows only the plain tags that templates
write, and where anything else stands, as a browser would read it. What comes out is what
``links`` finds in the finished page.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from generator.site.kinds import VARIES
from generator.site.links import (
    ADDRESSES,
    BrokenLink,
    Built,
    Reader,
    broken_on,
    target,
    why_absent,
)
from generator.site.plain_tags import ATTRIBUTE, MOST_TAGS, plain_tags
from generator.site.shells import Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from generator.site.page import Page
    from generator.site.shells import Shell

ATTRIBUTES = re.compile(ATTRIBUTE, re.IGNORECASE)
TELLING = re.compile(rf'(?:id|name|srcset|{"|".join(ADDRESSES)})="', re.IGNORECASE)
# An address that needs no joining: up, then down, with nothing to decode on the way.
PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w.-]*))?", re.ASCII)
ODD = re.compile(r"[\n#%]")  # is written otherwise where it stands between such signs
ANCHOR, TARGET = "#", "\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class PageLinks:
    """What the check has to know of a page or of a shell, so that it need not be read again.

    Attributes:
        anchors: those in it, each once and in order, with a line break between.
        targets: where it leads within the site, each once, as ``path#anchor``, in order, with a
            line break between; what leads to a place on the page itself is left out.
        wrong: whether a link is wrong whatever the site holds.
        kind: the shell that the page stands in, whose links and anchors it has besides; empty
            where all of the page is told here.
    """

    anchors: str
    targets: str
    wrong: bool
    kind: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShellLinks:
    """A shell, read once.

    Attributes:
        links: what is the same for each page in it.
        anchors: those in it.
        own: anchors that it leads to and does not have: each page must.
        steady: whether its links lead to the same places from all pages of its kind.
    """

    links: PageLinks
    anchors: frozenset[str]
    own: frozenset[str]
    steady: bool


Found = tuple[set[str], set[str]]  # anchors, and links as written


def read_shell_links(shell: Shell, site_url: str) -> ShellLinks:
    """Read a shell with nothing in it."""
    kind = shell.kind
    page = f"{kind.address}index.html"
    said = {Slot.ADDRESS: kind.address}
    text = "".join(said.get(part, "") if isinstance(part, Slot) else part for part in shell.parts)
    anchors, links = _read(text)
    found = [target(link, page, site_url) for link in links]
    own = {anchor for _, path, anchor in found if path == page} - {"", "top"}
    away = {(path, anchor) for _, path, anchor in found if path and path != page}
    return ShellLinks(
        links=PageLinks(
            anchors=_joined(anchors, TARGET), targets=_targets(away), wrong=_wrong(found)
        ),
        anchors=frozenset(anchors),
        own=frozenset(own - anchors),
        steady=not kind.varies or not any(VARIES in path for path, _ in away),
    )


def read_body_links(page: Page, shell: ShellLinks, site_url: str) -> PageLinks | None:
    """Read the body of a page; None where that does not do, and the page must be read whole."""
    if not shell.steady:
        return None
    anchors, links = _quick_look(page.content) or _read(page.content)
    found = [_target(link, page.path, site_url) for link in links]
    own = {("", page.path, anchor) for anchor in shell.own}
    here = anchors | shell.anchors
    return PageLinks(
        anchors=_joined(anchors, TARGET),
        targets=_targets(_unmet({*found, *own}, page.path, here)),
        wrong=_wrong(found),
        kind=page.kind,
    )


def read_links(page: str, body: bytes, site_url: str) -> PageLinks:
    """Read a whole page."""
    anchors, links = _read(body.decode("utf-8", "replace"))
    found = {target(link, page, site_url) for link in links}
    return PageLinks(
        anchors=_joined(anchors, TARGET),
        targets=_targets(_unmet(found, page, anchors)),
        wrong=_wrong(found),
    )


def broken_in(  # noqa: PLR0913 - a site, and which of its pages to ask
    pages: Mapping[str, PageLinks],
    shells: Mapping[str, PageLinks],
    files: Collection[str],
    site_url: str,
    body: Callable[[str], bytes],
    *,
    among: Mapping[str, PageLinks] | None = None,
) -> tuple[BrokenLink, ...]:
    """Every link that leads nowhere of a site whose pages were read before.

    Args:
        pages: what was read of each page, by its path.
        shells: what was read of each shell, by its kind.
        files: every file of the site, by its path.
        site_url: the site's address; empty where it is not known.
        body: gives a page's bytes, for those that have to be read again for the line.
        among: of the pages that may have such a link, those that may be one; None where each
            may.
    """
    names = _broken_pages(pages, shells, files, pages if among is None else among)
    readers = {name: Reader(body(name).decode("utf-8", "replace")) for name in names}
    led_to = {target(link, n, site_url)[1] for n, r in readers.items() for _, link in r.links}
    built = Built(
        files=files,
        anchors={name: _anchors(pages[name], shells) for name in led_to & pages.keys()},
        site_url=site_url,
    )
    found = (broken_on(name, reader, built) for name, reader in readers.items())
    return tuple(sorted(link for links in found for link in links))


def _broken_pages(
    pages: Mapping[str, PageLinks],
    shells: Mapping[str, PageLinks],
    files: Collection[str],
    among: Mapping[str, PageLinks],
) -> list[str]:
    """The pages, of those that it may be, with a link that leads nowhere."""
    every = set[str]()
    for read in (*among.values(), *shells.values()):
        every.update(read.targets.split(TARGET))
    pairs = {one: _pair(one) for one in every}
    led_to = {path for path, anchor in pairs.values() if anchor} & pages.keys()
    anchors = {name: _anchors(pages[name], shells) for name in led_to}
    built = Built(files=files, anchors=anchors, site_url="")
    bad = {one for one, (path, anchor) in pairs.items() if why_absent(path, anchor, built)}

    def is_broken(read: PageLinks) -> bool:
        return read.wrong or (bool(bad) and not bad.isdisjoint(read.targets.split(TARGET)))

    kinds = {kind for kind, read in shells.items() if is_broken(read)}
    if kinds:  # a shell stands around pages that nobody suspected
        return [name for name, read in pages.items() if read.kind in kinds or is_broken(read)]
    return [name for name, read in among.items() if is_broken(read)]


def what_is_new(then: PageLinks, now: PageLinks, gone: Collection[str]) -> PageLinks:
    """Of what is read of a page that has changed, what may be broken though nothing was before.

    Args:
        then: what was read before the change.
        now: what is read of it now.
        gone: what no page can be led to any more; see ``lost_anchors`` and ``lost_page``.
    """
    targets = set(now.targets.split(TARGET))
    added = targets.difference(then.targets.split(TARGET))
    led = {one for one in targets if one in gone or f"{one.partition(ANCHOR)[0]}{ANCHOR}" in gone}
    return replace(now, targets=TARGET.join(sorted(added | led)))


def lost_page(page: str) -> str:
    """How everything in ``PageLinks.targets`` begins that leads to a page that is gone."""
    return f"{_odd(page)}{ANCHOR}"


def lost_anchors(page: str, then: PageLinks, now: PageLinks) -> set[str]:
    """What a page can no longer be led to at, each as it stands in ``PageLinks.targets``."""
    lost = set(then.anchors.split(TARGET)).difference(now.anchors.split(TARGET))
    return {f"{_odd(page)}{ANCHOR}{anchor}" for anchor in lost}


def _anchors(read: PageLinks, shells: Mapping[str, PageLinks]) -> set[str]:
    around = shells[read.kind].anchors if read.kind else ""
    return {_plain(one) for text in (read.anchors, around) for one in text.split(TARGET)}


def _quick_look(content: str) -> Found | None:
    """Anchors and links of a body of plain tags; None where there are others."""
    tags = plain_tags(content)
    if tags is None:
        return None
    told = [one for one in map(_told_by, tags) if one]
    anchors, links = (set(chain.from_iterable(one[at] for one in told)) for at in (0, 1))
    return anchors, links


@lru_cache(maxsize=MOST_TAGS)
def _told_by(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The same of one tag; None where it tells neither."""
    if not TELLING.search(tag):
        return None
    found = ATTRIBUTES.findall(tag)
    said = {name.lower(): html.unescape(value) for name, there, value in found if there}
    named = ("id", "name") if tag[:2].lower() == "<a" and not tag[2].isalnum() else ("id",)
    candidates = (part.split() for part in said.get("srcset", "").split(","))
    return (
        tuple(said[name] for name in named if name in said),
        (
            *(said[name] for name in ADDRESSES if name in said),
            *(parts[0] for parts in candidates if parts),
        ),
    )


def _read(text: str) -> Found:
    reader = Reader(text)
    return reader.anchors, {link for _, link in reader.links}


def _target(link: str, page: str, site_url: str) -> tuple[str, str, str]:
    """What ``target`` says; of most links it can be said at once."""
    plain = PLAIN.fullmatch(link)
    if plain is None:
        return target(link, page, site_url)
    ups, down, anchor = plain[1], plain[2], plain[3] or ""
    if not ups and not down:
        return "", page, anchor
    folders = page.split("/")[:-1]
    above = len(ups) // len("../")
    if above > len(folders):
        return target(link, page, site_url)
    path = "/".join([*folders[: len(folders) - above], down])
    return "", path if down and not down.endswith("/") else f"{path}index.html", anchor


def _unmet(
    found: Iterable[tuple[str, str, str]], page: str, anchors: Collection[str]
) -> set[tuple[str, str]]:
    """Of all targets, those that are not on the page itself."""
    here = Built(files={page}, anchors={page: anchors}, site_url="")
    return {(path, anchor) for _, path, anchor in found if why_absent(path, anchor, here)}


def _wrong(found: Iterable[tuple[str, str, str]]) -> bool:
    return any(why for why, _, _ in found)


def _targets(found: Iterable[tuple[str, str]]) -> str:
    return TARGET.join(sorted({ANCHOR.join(map(_odd, pair)) for pair in found}))


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(sorted(map(_odd, texts)))


def _pair(one: str) -> tuple[str, str]:
    path, _, anchor = one.partition(ANCHOR)
    return _plain(path), _plain(anchor)


def _odd(text: str) -> str:
    return quote(text) if ODD.search(text) else text


def _plain(text: str) -> str:
    return unquote(text) if "%" in text else text
