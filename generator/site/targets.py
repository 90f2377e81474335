"""Places that links lead to, as texts that are kept, sorted and compared by the thousand.

A place is a path and an anchor in it, ``path#anchor``; places and anchors stand one below the
other, each once and in order, and what would stand between such signs is written otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from generator.site.links import target

if TYPE_CHECKING:
    from collections.abc import Iterable

# An address that needs no joining: up, then down, with nothing to decode on the way.
PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w.-]*))?", re.ASCII)
ODD = re.compile(r"[\n#%]")  # is written otherwise where it stands between such signs
ANCHOR, TARGET = "#", "\n"


def quick_target(link: str, page: str, site_url: str) -> tuple[str, str, str]:
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


def joined(texts: Iterable[str]) -> str:
    """Anchors as one text."""
    return TARGET.join(sorted(map(odd, texts)))


def joined_targets(found: Iterable[tuple[str, str]]) -> str:
    """Places as one text, each of them a path and an anchor."""
    return TARGET.join(sorted(set(map(one_target, found))))


def one_target(pair: tuple[str, str]) -> str:
    """One place."""
    return ANCHOR.join(map(odd, pair))


def pair_of(one: str) -> tuple[str, str]:
    """Path and anchor of a place."""
    path, _, anchor = one.partition(ANCHOR)
    return plain(path), plain(anchor)


def odd(text: str) -> str:
    """A path or an anchor as it stands between others."""
    return quote(text) if ODD.search(text) else text


def plain(text: str) -> str:
    """The path or the anchor that stands so."""
    return unquote(text) if "%" in text else text
