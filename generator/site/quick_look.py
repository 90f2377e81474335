"""Anchors and links of HTML, read quickly where it is written plainly, else as a browser would.

Templates, the sanitiser and our drawings write plain tags; of these a pattern tells in a tenth of
the time what a parser does. Where anything else stands, nothing is guessed: the parser reads it.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from itertools import chain

from generator.site.links import ADDRESSES, Reader
from generator.site.plain_tags import ATTRIBUTE, MOST_TAGS, plain_tags

ATTRIBUTES = re.compile(ATTRIBUTE, re.IGNORECASE)
TELLING = re.compile(rf'(?:id|name|srcset|{"|".join(ADDRESSES)})="', re.IGNORECASE)
Found = tuple[set[str], set[str]]  # anchors, and links as written


def quick_look(content: str) -> Found | None:
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


def close_look(text: str) -> Found:
    """The same as a browser would read it."""
    reader = Reader(text)
    return reader.anchors, {link for _, link in reader.links}
