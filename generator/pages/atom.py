"""Atom: how those who follow the register hear of what changed, without coming to look.

A feed is read by programs that never forget an id, so what makes an id is neither the site's
address, nor a title, nor the place of a case's file, all of which may change: it is what was
published. The rules are those of RFC 4287; the W3C's validator accepts what is written here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from generator.pages.addresses import link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

ATOM, XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
NAMES = UUID("6f0d3d0e-5f0a-5c0b-9d57-2f4c3b6f1a7e")  # below this every id is made; never changed
MOST_ENTRIES = 50
MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing that happened.

    Attributes:
        name: what its id is made from, which nothing else ever has.
        updated: when it came into the register, with its time zone.
        address: of the page on it, from the site's root.
        said: sentences in plain text; the first is the summary.
    """

    name: str
    title: str
    updated: datetime
    address: str
    said: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """All that happened to one thing: the register, a council, a committee, a case.

    Attributes:
        name: what its id is made from.
        address: its own, from the site's root.
        page: the address of the page on the same.
        empty: when it was made, for a feed in which nothing happened yet.
    """

    name: str
    title: str
    subtitle: str
    address: str
    page: str
    empty: datetime
    entries: tuple[Entry, ...]


def atom(feed: Feed, site_url: str, author: str) -> bytes:
    """The feed as a file, of its newest entries.

    Args:
        feed: with its entries in any order.
        site_url: where the site is published, ending in ``/``; where that is not known, links
            are relative to the feed, as RFC 4287 (4.2.7.1) allows.
        author: who answers for what is said; never empty (RFC 4287, 4.1.1).
    """
    entries = newest(feed.entries)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _add(root, "id", id_of(feed.name))
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", written(entries[0].updated if entries else feed.empty))
    _add(_add(root, "author"), "name", author)
    if site_url:
        _link(root, "self", site_url + feed.address, MEDIA_TYPE)
    _link(root, "alternate", _absolute(feed.page, feed.address, site_url), "text/html")
    for entry in entries:
        _entry(root, entry, _absolute(entry.address, feed.address, site_url))
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def newest(entries: Iterable[Entry]) -> Sequence[Entry]:
    """The newest first, and of many the newest alone."""
    by_name = sorted(entries, key=lambda entry: entry.name)
    return sorted(by_name, key=lambda entry: entry.updated, reverse=True)[:MOST_ENTRIES]


def id_of(name: str) -> str:
    """An id that stays as it is wherever the site moves to (RFC 4122, version 5)."""
    return uuid5(NAMES, name).urn


def written(time: datetime) -> str:
    """A time as RFC 3339 has it: ``2018-02-15T09:30:00+00:00``."""
    return time.isoformat(timespec="seconds")


def _entry(root: ET.Element, entry: Entry, url: str) -> None:
    element = _add(root, "entry")
    _add(element, "id", id_of(entry.name))
    _add(element, "title", entry.title)
    _add(element, "updated", written(entry.updated))
    _link(element, "alternate", url, "text/html")
    _add(element, "summary", entry.said[0] if entry.said else entry.title)
    if entry.said:
        content = _add(element, "content")
        content.set("type", "xhtml")
        listed = _add(ET.SubElement(content, "div", {"xmlns": XHTML}), "ul")
        for sentence in entry.said:
            _add(listed, "li", sentence)


def _add(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})


def _absolute(address: str, here: str, site_url: str) -> str:
    return site_url + address if site_url else link(address, here)
