"""Shells: pages the engine has drawn around places to be filled.

The engine draws one page of each kind, with marks where title, description,
address and body belong. Here the drawn page is cut at its marks, once, and
the marks are counted: a theme that writes the title in one more place, or
leaves one out, stops the build instead of publishing a page that says
"casebook-slot". Cutting, not replacing, also means that a body which happens
to contain a mark is left as it is.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.site.errors import SiteError
from generator.site.kinds import KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Slot(Enum):
    """What is filled in. The value is the mark that stands for it in a shell's source."""

    TITLE = "casebook-slot-for-the-title"
    DESCRIPTION = "casebook-slot-for-the-description"
    CONTENT = "casebook-slot-for-the-content"
    ADDRESS = "the shell's own address"  # in the link to the page itself, as the engine writes it


# How often each stands on a drawn page, of whatever kind: once, in templates/theme/frame.html.
# The address is there where the site's own address is known, and differs from page to page.
TIMES = {Slot.TITLE: 1, Slot.DESCRIPTION: 1, Slot.CONTENT: 1, Slot.ADDRESS: 1}

CONTACT = re.compile(r'<p class="cb-contact" data-contact="([^"]*)">')  # templates/theme/
AUTHOR = re.compile(r'<meta name="author" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


@dataclass(frozen=True, kw_only=True, slots=True)
class Shell:
    """A drawn page of one kind, cut at its marks: text and slots in turn."""

    kind: Kind
    parts: tuple[str | Slot, ...]


def read_shells(drawn: Mapping[str, bytes]) -> dict[str, Shell]:
    """Cut the shells out of what the engine has drawn.

    Args:
        drawn: every drawn file, by its path below the site's root.

    Returns:
        one shell for each of ``KINDS``, by the kind's name.

    Raises:
        SiteError: a shell is missing, or a slot stands there more or fewer
            times than ``TIMES`` declares.
    """
    return {kind.name: read_shell(kind, drawn) for kind in KINDS}


def read_shell(kind: Kind, drawn: Mapping[str, bytes]) -> Shell:
    """Cut one kind's shell; see ``read_shells``."""
    path = f"{kind.address}index.html"
    if path not in drawn:
        raise SiteError(
            f"The shell of the {kind.name} pages was not drawn: site_src/{kind.source} is missing."
        )
    marks = {slot.value: slot for slot in (Slot.TITLE, Slot.DESCRIPTION, Slot.CONTENT)}
    if kind.varies and site_url(drawn):
        marks[kind.address] = Slot.ADDRESS
    pattern = re.compile("|".join(f"({re.escape(mark)})" for mark in marks))
    pieces = (piece for piece in pattern.split(drawn[path].decode("utf-8")) if piece is not None)
    shell = Shell(kind=kind, parts=tuple(marks.get(piece, piece) for piece in pieces))
    for slot in marks.values():
        count(slot, shell)
    return shell


def count(slot: Slot, shell: Shell) -> None:
    """Stop the build where a slot does not stand as often as declared."""
    found = shell.parts.count(slot)
    if found != TIMES[slot]:
        raise SiteError(
            f"In the page drawn from site_src/{shell.kind.source} the {slot.name.lower()} stands "
            f"{found} times, and {TIMES[slot]} was expected. Look at that file and at what "
            "templates/theme/ writes, or declare the new number in generator/site/shells.py."
        )


def site_url(drawn: Mapping[str, bytes]) -> str:
    """The address of the whole site as drawn, ending in ``/``; empty where none is set."""
    home = drawn.get("index.html", b"").decode("utf-8")
    found = CANONICAL.search(home)
    return html.unescape(found[1]) if found else ""


def author(drawn: Mapping[str, bytes]) -> str:
    """Who answers for the site, as its pages say: its organisation, or else its name."""
    found = AUTHOR.search(drawn.get("index.html", b"").decode("utf-8"))
    return html.unescape(found[1]) if found else ""


def contact(drawn: Mapping[str, bytes]) -> str:
    """How to reach those who answer for the site, as its pages say; empty where none is set."""
    found = CONTACT.search(drawn.get("index.html", b"").decode("utf-8"))
    return html.unescape(found[1]) if found else ""
