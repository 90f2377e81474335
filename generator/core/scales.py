"""The scale on which a risk log scores: which scores it has, and in which order they rank.

A log says in its own words how it measures: ``1 to 5``, ``A-E, of which E is worst``. A field
that begins with a scale is read as one, so that a score can be held against it; whatever else
it says is for people. Numbers and words of rank have an order that everybody shares; with
letters, some councils call A the least and some the most.
"""

from __future__ import annotations

import re
from enum import StrEnum

RANKS = ("very low", "low", "medium", "high", "very high")
LETTERS = tuple("abcdef")
SCORE = r"(?:\d{1,3}|[a-f]|(?:very )?(?:low|high)|medium)"
ENDS = re.compile(rf"({SCORE}) ?(?:to|-|–) ?({SCORE})\b")
EACH = re.compile(rf"{SCORE}(?:(?:, ?| or | and ){SCORE})+\b")
BETWEEN = re.compile(r", ?| or | and ")


class Sort(StrEnum):
    """What sort of sign a score is."""

    NUMBER = "numbers"
    LETTER = "letters"
    WORD = "words"


def sort_of(score: str) -> Sort:
    """The sort of a score that a case file may hold."""
    if score.isdigit():
        return Sort.NUMBER
    return Sort.LETTER if len(score) == 1 else Sort.WORD


def scale_of(text: str | None) -> tuple[str, ...]:
    """The scores of the scale with which `text` begins, in small letters, in their order.

    ``1 to 5``, ``A-E, of which E is worst`` and ``low, medium or high`` begin with one; anything
    else, such as ``not stated``, gives none.
    """
    said = " ".join((text or "").lower().split())
    if ends := ENDS.match(said):
        return _between(ends[1], ends[2])
    each = EACH.match(said)
    return tuple(BETWEEN.split(each[0])) if each else ()


def at_most(one: str, other: str) -> bool:
    """Whether a score is certainly no higher than another: the same, or lower in a known order."""
    one, other = one.lower(), other.lower()
    if one.isdigit() and other.isdigit():
        return int(one) <= int(other)
    if one in RANKS and other in RANKS:
        return RANKS.index(one) <= RANKS.index(other)
    return one == other


def _between(first: str, last: str) -> tuple[str, ...]:
    if first.isdigit() and last.isdigit():
        low, high = sorted((int(first), int(last)))
        return tuple(str(number) for number in range(low, high + 1))
    for order in (LETTERS, RANKS):
        if first in order and last in order:
            low, high = sorted((order.index(first), order.index(last)))
            return order[low : high + 1]
    return ()
