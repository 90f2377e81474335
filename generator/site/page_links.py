"""What each page says of links, read once and kept, so that no finished page is read again.

A generated page is a shell with a body in it. The shell is read once for all pages of its kind,
and of a page its body alone: with a quick look, which knows only the plain tags that templates
write, and where anything else stands, as a browser would read it. What comes out is what
``links`` finds in the finished page.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from zlib import crc32

from generator.site.kinds import VARIES
from generator.site.links import BrokenLink, Built, Reader, broken_on, target, why_absent
from generator.site.packing import pack, unpack
from generator.site.parts import NONE
from generator.site.quick_look import close_look
from generator.site.shells import Slot
from generator.site.targets import ANCHOR, TARGET, joined, joined_targets, odd, pair_of, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from generator.site.page import Page
    from generator.site.parts import Parts
    from generator.site.shells import Shell

MARKS: Final = "I"  # as ``array`` and ``memoryview`` call numbers of four bytes


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
        parts: what was found in each part of its body, packed; empty where that is one.
    """

    anchors: str
    targets: str
    wrong: bool
    kind: str = ""
    parts: bytes = b""

    def known_parts(self) -> Parts:
        """The same as it was; see ``parts.look_at``."""
        parts: Parts = unpack(self.parts) if self.parts else NONE
        return parts


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


def read_shell_links(shell: Shell, site_url: str) -> ShellLinks:
    """Read a shell with nothing in it."""
    kind = shell.kind
    page = f"{kind.address}index.html"
    said = {Slot.ADDRESS: kind.address}
    text = "".join(said.get(part, "") if isinstance(part, Slot) else part for part in shell.parts)
    anchors, links = close_look(text)
    found = [target(link, page, site_url) for link in links]
    own = {anchor for _, path, anchor in found if path == page} - {"", "top"}
    away = {(path, anchor) for _, path, anchor in found if path and path != page}
    return ShellLinks(
        links=PageLinks(anchors=joined(anchors), targets=joined_targets(away), wrong=_wrong(found)),
        anchors=frozenset(anchors),
        own=frozenset(own - anchors),
        steady=not kind.varies or not any(VARIES in path for path, _ in away),
    )


def body_links(page: Page, shell: ShellLinks, parts: Parts) -> PageLinks | None:
    """What is read of a page by its body; None where that does not do: it must be read whole.

    Args:
        page: the page.
        shell: what was read of its shell.
        parts: what is found in its body; see ``parts.look_at``.
    """
    if not shell.steady:
        return None
    anchors, targets = (
        {one for part in parts.values() for one in getattr(part, name).split(TARGET) if one}
        for name in ("anchors", "targets")
    )
    here = lost_page(page.path)  # how a place on the page itself begins
    own = {one for one in targets if one.startswith(here)}
    asked = {one.removeprefix(here) for one in own} | set(map(odd, shell.own))
    unmet = asked - anchors - set(map(odd, shell.anchors)) - {"", "top"}
    return PageLinks(
        anchors=TARGET.join(sorted(anchors)),
        targets=TARGET.join(sorted((targets - own) | {f"{here}{anchor}" for anchor in unmet})),
        wrong=any(part.wrong for part in parts.values()),
        kind=page.kind,
        parts=pack(parts) if len(parts) > 1 else b"",
    )


def read_links(page: str, body: bytes, site_url: str) -> PageLinks:
    """Read a whole page."""
    anchors, links = close_look(body.decode("utf-8", "replace"))
    found = {target(link, page, site_url) for link in links}
    return PageLinks(
        anchors=joined(anchors),
        targets=joined_targets(_unmet(found, page, anchors)),
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
    pairs = {one: pair_of(one) for one in every}
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


def page_mark(page: str) -> int:
    """A number for a page, as it stands in ``PageLinks.targets``; others may have the same."""
    return crc32(page.encode("utf-8", "surrogatepass"))


def marks_of(links: PageLinks) -> bytes:
    """The marks of the pages that a page leads to by its own text; see ``may_lead``."""
    pages = {one.partition(ANCHOR)[0] for one in links.targets.split(TARGET) if one}
    return array(MARKS, sorted(map(page_mark, pages))).tobytes()


def may_lead(led: bytes, marks: frozenset[int]) -> bool:
    """Whether a page may lead to one of these, told by its ``marks_of`` alone.

    All places that it leads to need not be taken from the disk for that.
    """
    return not marks.isdisjoint(memoryview(led).cast(MARKS))


def lost_page(page: str) -> str:
    """How everything in ``PageLinks.targets`` begins that leads to a page that is gone."""
    return f"{odd(page)}{ANCHOR}"


def lost_anchors(page: str, then: PageLinks, now: PageLinks) -> set[str]:
    """What a page can no longer be led to at, each as it stands in ``PageLinks.targets``."""
    lost = set(then.anchors.split(TARGET)).difference(now.anchors.split(TARGET))
    return {f"{odd(page)}{ANCHOR}{anchor}" for anchor in lost}


def _anchors(read: PageLinks, shells: Mapping[str, PageLinks]) -> set[str]:
    around = shells[read.kind].anchors if read.kind else ""
    return {plain(one) for text in (read.anchors, around) for one in text.split(TARGET)}


def _unmet(
    found: Iterable[tuple[str, str, str]], page: str, anchors: Collection[str]
) -> set[tuple[str, str]]:
    """Of all targets, those that are not on the page itself."""
    here = Built(files={page}, anchors={page: anchors}, site_url="")
    return {(path, anchor) for _, path, anchor in found if why_absent(path, anchor, here)}


def _wrong(found: Iterable[tuple[str, str, str]]) -> bool:
    return any(why for why, _, _ in found)
