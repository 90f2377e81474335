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

ATTRIBUTE = r'[ \t\n]+([a-z][a-z0-9:_-]*)(="([^"]*)")?'
# A tag as templates, the sanitiser and our drawings write it.
TAG = re.compile(
    rf"(<(?:/[a-z][a-z0-9-]*|[a-z][a-z0-9-]*(?:{ATTRIBUTE.replace('(', '(?:')})*[ \t\n]*/?)>)",
    re.IGNORECASE,
)
ATTRIBUTES = re.compile(ATTRIBUTE, re.IGNORECASE)
TELLING = re.compile(rf'(?:id|name|srcset|{"|".join(ADDRESSES)})="', re.IGNORECASE)
# Elements whose text is read in a way of its own (HTML, 13.2.6), unless it is plain text anyway.
OWN_WAY = re.compile(
    r"<(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|xmp)\b"
    r"|<title\b[^<>]*>[^<]*<(?!/title)",
    re.IGNORECASE,
)
MOST_LINES = 100_000  # of pages, that are remembered as they were read

Found = tuple[set[str], set[str]]  # anchors, and links as written


def quick_look(content: str) -> Found | None:
    """Anchors and links of a body of plain tags; None where there are others.

    Where no line ends within a tag, each line is looked at by itself: the lists of a register
    show the same lines in several orders.
    """
    if OWN_WAY.search(content):
        return None
    lines = set(content.split("\n"))
    found = [_in_plain_tags(line) for line in lines if "<" in line]
    if None in found:
        return _in_plain_tags.__wrapped__(content)  # not one to be remembered
    told = [one for one in found if one]
    anchors, links = (set(chain.from_iterable(one[at] for one in told)) for at in (0, 1))
    return anchors, links


@lru_cache(maxsize=MOST_LINES)
def _in_plain_tags(text: str) -> Found | None:
    """The same of a text without elements that are read in a way of their own."""
    pieces = TAG.split(text)
    if "<" in "".join(pieces[::2]):
        return None
    anchors, links = set[str](), set[str]()
    for tag in set(pieces[1::2]):  # in a long list most tags are alike
        if not TELLING.search(tag):
            continue
        found = ATTRIBUTES.findall(tag)
        said = {name.lower(): html.unescape(value) for name, there, value in found if there}
        if tag[:2].lower() == "<a" and not tag[2].isalnum() and "name" in said:
            anchors.add(said["name"])
        if "id" in said:
            anchors.add(said["id"])
        links |= {said[name] for name in ADDRESSES if name in said}
        candidates = (part.split() for part in said.get("srcset", "").split(","))
        links |= {parts[0] for parts in candidates if parts}
    return anchors, links


def close_look(text: str) -> Found:
    """The same as a browser would read it."""
    reader = Reader(text)
    return reader.anchors, {link for _, link in reader.links}
