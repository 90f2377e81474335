"""What RFC 4287 asks of a feed, as far as it can be told from the file alone."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as ET

A = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def broken_rules(body: bytes) -> list[str]:
    """Each rule of RFC 4287 that the feed breaks, by its section."""
    root = ET.fromstring(body)  # noqa: S314 - what was just written here
    found = [] if root.tag == f"{A}feed" else ["2: the root is no feed"]
    found += _once(root, "feed", "id", "title", "updated")
    found += _times(root)
    entries = root.findall(f"{A}entry")
    if not root.findall(f"{A}author/{A}name") and not _all_have_authors(entries):
        found.append("4.1.1: no author")
    alternates = [(link.get("type"), link.get("hreflang")) for link in _links(root, "alternate")]
    if len(alternates) != len(set(alternates)):
        found.append("4.1.1: two alternates of one type")
    names = [(_text(e, "id"), _text(e, "updated")) for e in entries]
    if len(names) != len(set(names)):
        found.append("4.1.1: two entries with one id and one time")
    for entry in entries:
        found += _entry(entry)
    every = root.iter(f"{A}id")
    found += [
        f"4.2.6: {i.text} is no IRI" for i in every if not re.match(r"\w+:\S+$", i.text or "")
    ]
    return found


def _entry(entry: ET.Element) -> list[str]:
    found = _once(entry, "entry", "id", "title", "updated") + _times(entry)
    contents = entry.findall(f"{A}content")
    if len(contents) > 1:
        found.append("4.1.2: more than one content")
    if not contents and not _links(entry, "alternate"):
        found.append("4.1.2: neither content nor an alternate link")
    if len(entry.findall(f"{A}summary")) > 1:
        found.append("4.1.2: more than one summary")
    for content in contents:
        xhtml = [child.tag for child in content]
        if content.get("type") == "xhtml" and xhtml != ["{http://www.w3.org/1999/xhtml}div"]:
            found.append("4.1.3.3: XHTML that is not one div")
    return found


def _once(parent: ET.Element, what: str, *tags: str) -> list[str]:
    times = {tag: len(parent.findall(f"{A}{tag}")) for tag in tags}
    return [f"4.1: {what} with {n} of {tag}" for tag, n in times.items() if n != 1]


def _times(parent: ET.Element) -> list[str]:
    texts = [one.text or "" for one in parent.findall(f"{A}updated")]
    return [f"3.3: {text!r} is no time" for text in texts if not _is_time(text)]


def _is_time(text: str) -> bool:
    if not TIME.fullmatch(text):
        return False
    return datetime.fromisoformat(text).tzinfo is not None


def _links(parent: ET.Element, rel: str) -> list[ET.Element]:
    return [link for link in parent.findall(f"{A}link") if link.get("rel", "alternate") == rel]


def _text(parent: ET.Element, tag: str) -> str:
    return parent.findtext(f"{A}{tag}", "")


def _all_have_authors(entries: list[ET.Element]) -> bool:
    return bool(entries) and all(entry.findall(f"{A}author/{A}name") for entry in entries)
