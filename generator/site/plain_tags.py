"""The tags of a finished body, where they are as plain as templates write them.

Two looks are taken at every body: where it leads, and whether it holds what no page may hold.
Both ask tag by tag, and in one body most tags are alike. What is not plain, such as a sign of
one in a value, is left to a reader that takes a body apart as a browser does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.core.once import once

# Tags that are remembered as plain or not; most pages have those of other pages.
MOST_TAGS = 20_000
ATTRIBUTE = r'[ \t\n]+([a-z][a-z0-9:_-]*)(="([^"]*)")?'
# A tag as templates, the sanitiser and our drawings write it.
TAG = re.compile(
    rf"<(?:/[a-z][a-z0-9-]*|[a-z][a-z0-9-]*(?:{ATTRIBUTE.replace('(', '(?:')})*[ \t\n]*/?)>",
    re.IGNORECASE,
)
PIECE = re.compile(r"<[^<>]*>?")
# Elements whose text is read in a way of its own (HTML, 13.2.6), unless it is plain text anyway.
OWN_WAY = re.compile(
    r"<(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|xmp)\b",
    re.IGNORECASE,
)
TITLE = re.compile(r"<title\b[^<>]*>[^<]*<(?!/title)", re.IGNORECASE)


@once
def plain_tags(content: str) -> frozenset[str] | None:
    """The different tags of a body; None where anything in it is not plain."""
    tags = frozenset(PIECE.findall(content))
    return tags if all(map(_is_plain, tags)) and not TITLE.search(content) else None


@lru_cache(maxsize=MOST_TAGS)
def _is_plain(tag: str) -> bool:
    return TAG.fullmatch(tag) is not None and OWN_WAY.match(tag) is None
