"""Turns of phrase that many pages share, and the door to those that every layer shares.

The words beside a figure are in ``core.phrases`` and can be imported from here; what only a
page says, such as where a document is silent, stands here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.core.amounts import NUMBER
from generator.core.phrases import (
    BASES,
    count,
    ended,
    in_period,
    joined,
    measured,
    people_words,
    period_words,
    plural,
    sentence,
)
from generator.core.words import Basis, Certainty

if TYPE_CHECKING:
    from generator.core.amounts import Unit
    from generator.core.case import Case
    from generator.core.scalars import Lines

__all__ = [
    "BASES",
    "CERTAINTIES",
    "LOST",
    "PART_OF_HISTORY",
    "SILENT",
    "TAKEN",
    "basis_words",
    "count",
    "ended",
    "in_period",
    "joined",
    "lost",
    "measured",
    "opening",
    "people_words",
    "period_words",
    "place",
    "plural",
    "sentence",
    "unit_words",
]

SILENT = "The document does not say."
LOST = "This could not be read from the file."
TAKEN = "This was removed from the register for a reason, which stands at the top of the page."
PART_OF_HISTORY = (
    "The history is incomplete. This site was made from a copy of the register that holds its "
    "latest part only"
)

CERTAINTIES = {
    Certainty.TARGET: "a target",
    Certainty.ESTIMATE: "an estimate",
    Certainty.AGREED: "agreed, says the document",
    Certainty.DELIVERED: "delivered, says the document",
    Certainty.CONDITIONAL: "only if something else happens",
}
_SCALES = {1_000: "thousands of pounds", 1_000_000: "millions of pounds"}


# What a sentence or a clause ends with: no full stop of “e.g.”, nor one before a small letter.
ENDS = re.compile(r"(?<!\.\w)\.(?= (?![a-z]))|;(?= )")


def lost(case: Case, field: str) -> str:
    """Why nothing, or not all, can be said of a field; empty where all of it could be read.

    Only of an earlier version something may have been removed.
    """
    if field in case.removed:
        return TAKEN
    return LOST if field in case.unreadable else ""


def opening(text: str, most: int = 180) -> str:
    """The first sentences of a text, `most` characters at the most, never cut within a word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    ends = [found.end() for found in ENDS.finditer(text, 0, most + 2) if found.end() <= most]
    if ends:
        return text[: ends[-1]].rstrip(";") + ("" if text[ends[-1] - 1] == "." else " …")
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',')} …"


def place(lines: Lines | None) -> str:
    """``line 715`` or ``lines 2112 to 2126`` of the text copy; empty where none is known."""
    if lines is None:
        return ""
    one = lines.first == lines.last
    return f"line {lines.first}" if one else f"lines {lines.first} to {lines.last}"


def unit_words(unit: Unit) -> str:
    """``£``, ``thousands of pounds (£k)``, ``days``, ``plain numbers``."""
    if unit == NUMBER:
        return "plain numbers"
    scale = _SCALES.get(unit.scale)
    return f"{scale} ({unit.label})" if scale else unit.label


def basis_words(basis: Basis | None) -> str:
    """The word of the list, as it stands in a table."""
    return (basis or Basis.NOT_STATED).value
