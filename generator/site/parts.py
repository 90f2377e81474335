"""A long body looked at part by part, so that no part is looked at twice.

A list of ten thousand cases changes in one line when one of them does. It is cut into parts where
its own text says so, which puts the cuts of the next build in the same places, and what was found
in a part is kept under the digest of the part. A part says what it would say within the whole: it
ends after a tag, and holds plain tags alone. A body of which that cannot be said is one part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from generator.site.digest import digest
from generator.site.guard import foreign_in
from generator.site.quick_look import Found, close_look, quick_look
from generator.site.targets import joined, joined_targets, quick_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.page import Page

# Characters; a body of no more is one part. A page of one case is made anew as a whole, if at all.
MOST_WHOLE = 100_000
LINES = 64  # of a part, more or less
# A title that a part does not end may hold what looks like tags.
OPEN_TITLE = re.compile(r"<title\b[^<]*\Z", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What is found in a part of a body.

    Attributes:
        anchors: those in it; see ``targets.joined``.
        targets: where it leads within the site, the page itself included; see
            ``targets.joined_targets``.
        wrong: whether a link is wrong whatever the site holds.
        foreign: what may not stand there; see ``guard``.
    """

    anchors: str
    targets: str
    wrong: bool
    foreign: tuple[str, ...]


Parts = Mapping[bytes, Part]  # by the digest of the part and of where it stands
NONE: Parts = {}


def look_at(page: Page, site_url: str, known: Parts = NONE) -> Parts:
    """What is found in the body of a page.

    Args:
        page: the page.
        site_url: the site's address; empty where it is not known.
        known: what was found in the body that stood there before.
    """
    here = digest(site_url.encode(), page.path.encode())
    found: dict[bytes, Part] = {}
    for text in parts_of(page.content):
        key = digest(here, text.encode("utf-8", "surrogatepass"))
        part = known.get(key) or _part(text, page, site_url)
        if part is None:
            found.clear()
            break
        found[key] = part
    return found or {here: _whole(page, site_url)}


def is_long(content: str) -> bool:
    """Whether a body is looked at part by part."""
    return len(content) > MOST_WHOLE


def parts_of(content: str) -> Iterator[str]:
    """The parts of a long body, in order; with a line break between them they are the body."""
    if not is_long(content):
        return
    lines: list[str] = []
    for line in content.split("\n"):
        lines.append(line)
        if line.endswith(">") and crc32(line.encode("utf-8", "surrogatepass")) % LINES == 0:
            yield "\n".join(lines)
            lines.clear()
    if lines:
        yield "\n".join(lines)


def _part(text: str, page: Page, site_url: str) -> Part | None:
    """What is found in a part; None where it does not say what it would within the whole."""
    found = None if OPEN_TITLE.search(text) else quick_look(text)
    return found and _told(text, found, page, site_url)


def _whole(page: Page, site_url: str) -> Part:
    found = quick_look(page.content) or close_look(page.content)
    return _told(page.content, found, page, site_url)


def _told(text: str, found: Found, page: Page, site_url: str) -> Part:
    anchors, links = found
    targets = [quick_target(link, page.path, site_url) for link in links]
    return Part(
        anchors=joined(anchors),
        targets=joined_targets((path, anchor) for _, path, anchor in targets if path),
        wrong=any(why for why, _, _ in targets),
        foreign=tuple(foreign_in(text)),
    )
