"""Two versions of a piece of prose as words added and removed inside their sentence.

A reader of a changed paragraph wants to see which words are new. So sentences are matched
first, and words are compared only inside sentences that changed: it reads better than a
comparison of whole texts, and takes a tenth of the time. An amount, a date, a financial year, a
percentage and a reference are one word each, so that "£1,200" is never shown as "£1," and two
changed digits. Where lines are broken says nothing, paragraphs and list items do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kept: TypeAlias = Literal["", "added", "removed"]
Stretch: TypeAlias = tuple[bool, str, str]  # whether it was kept, the earlier and the later words

MOST_MATCHES: Final = 200_000  # pairs of equal words or sentences; beyond, a text is one block
MOST_PAIRS: Final = 400  # pairs of sentences within one block that are held against each other
ALIKE: Final = 0.5  # share of words in common from which two sentences are one that changed
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_WORD: Final = re.compile(
    r"\s*(?:"
    r"[-−]?£\s?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:million|billion|thousand|bn|k|m)\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})(?:\s\d{{4}})?\b"
    rf"|(?:{_MONTHS})\s\d{{4}}\b"
    r"|\d+(?:[/-]\d+)+\b"  # 2014/15, 2014-04-09
    r"|[-−]?\d+(?:,\d{3})*(?:\.\d+)*(?:\s?%|(?:k|m|bn)\b)?"
    r"|\w+(?:['’./-]\w+)*"  # don't, full-time, A/R.6.127
    r"|[^\w\s]|$)",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"\s*(?:[-*+]\s|\d{1,3}[.)]\s|[|#>])")
_END: Final = re.compile(r"(?<=[.!?])(?=\s+[\"“‘(\[]?[A-Z0-9£])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Text that stayed, was added or was removed; spaces between words belong to the later one."""

    text: str
    did: Kept = ""


def unwrapped(text: str) -> str:
    """Prose with each paragraph and list item on one line: what the words are, not the lines."""
    lines: list[str] = []
    fresh = True
    for line in text.splitlines():
        words = " ".join(line.split())
        if words and not fresh and not _ITEM.match(line):
            lines[-1] += f" {words}"
        elif words:
            lines.append(words)
        fresh = not words
    return "\n".join(lines)


def prose_pieces(before: str, after: str) -> tuple[tuple[Run, ...], ...]:
    """Both texts, unwrapped, as one: sentence by sentence, the unchanged ones included.

    All runs but the added ones make up the earlier text, all but the removed ones the later;
    each paragraph and list item begins with a line break, the first one too.
    """
    pieces: list[tuple[Run, ...]] = []
    old, new = _sentences(unwrapped(before)), _sentences(unwrapped(after))
    for same, removed, added in _matched(old, new):
        if same:
            pieces += ((Run(text=text),) for text in removed)
        else:
            pieces += _block(removed, added)
    return tuple(pieces)


@lru_cache(maxsize=16)  # asked for one text twice: how much of it changed, and which words
def changed_sentences(before: str, after: str) -> tuple[tuple[Run, ...], ...]:
    """The sentences in which words were added or removed, without the breaks between them."""
    changed = (p for p in prose_pieces(before, after) if any(run.did for run in p))
    return tuple(filter(None, map(_trimmed, changed)))


def _trimmed(piece: tuple[Run, ...]) -> tuple[Run, ...]:
    """A sentence without the spaces and breaks before it."""
    first, *others = piece
    text = first.text.lstrip()
    begun = (Run(text=text, did=first.did), *others) if text else tuple(others)
    return begun if text or not others else _trimmed(begun)


def _sentences(text: str) -> list[str]:
    """The sentences of an unwrapped text, each with the space or break before it."""
    return [sentence for line in text.splitlines() for sentence in _END.split(f"\n{line}")]


def _block(removed: Sequence[str], added: Sequence[str]) -> Iterator[tuple[Run, ...]]:
    """Sentences that differ: those that are alike are compared by words, in their order."""
    i = j = 0
    for one, other in (*_alike(removed, added), (len(removed), len(added))):
        yield from ((Run(text=text, did="removed"),) for text in removed[i:one])
        yield from ((Run(text=text, did="added"),) for text in added[j:other])
        if one < len(removed):
            yield _words(removed[one], added[other])
        i, j = one + 1, other + 1


def _alike(removed: Sequence[str], added: Sequence[str]) -> list[tuple[int, int]]:
    """Which sentences became which: the closest pairs first, and none that would cross another."""
    if not removed or not added or len(removed) * len(added) > MOST_PAIRS:
        return []
    bags = [[Counter(_tokens(text.strip().lower())) for text in s] for s in (removed, added)]
    scored = sorted(
        (-_shared(one, other), i, j)
        for i, one in enumerate(bags[0])
        for j, other in enumerate(bags[1])
    )
    pairs: list[tuple[int, int]] = []
    for score, i, j in scored:
        if -score >= ALIKE and all((i < a and j < b) or (i > a and j > b) for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two sentences have in common: 1 for the same words."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _words(before: str, after: str) -> tuple[Run, ...]:
    """One sentence: its words kept, removed and added, a removed one before what replaces it."""
    stretches: list[Stretch] = []
    for same, removed, added in _matched(_tokens(before), _tokens(after)):
        stretches.append((same, "".join(removed), "".join(added)))
    return tuple(run for stretch in _tidied(stretches) for run in _runs(*stretch))


def _tidied(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, with replaced words on both sides of a slight one drawn into one."""
    held: Stretch | None = None
    for n, (same, old, new) in enumerate(stretches):
        inside = 0 < n < len(stretches) - 1
        slight = inside and _slight(old) and all(map(_replaced, stretches[n - 1 : n + 2 : 2]))
        if held and (slight or not same):
            held = (False, held[1] + old, held[2] + new)
        elif not same:
            held = (same, old, new)
        else:
            yield from (held,) if held else ()
            held = None
            yield same, old, new
    yield from (held,) if held else ()


def _replaced(stretch: Stretch) -> bool:
    return not stretch[0] and bool(stretch[1] and stretch[2])


def _runs(same: bool, old: str, new: str) -> Iterator[Run]:
    if same:
        yield Run(text=old)
        return
    if old:
        yield Run(text=old, did="removed")
    if new:
        yield Run(text=new, did="added")


def _slight(text: str) -> bool:
    """Whether words kept between two changes are too few to read: "of", "to a", a comma."""
    return sum(map(str.isalnum, text)) <= 3


def _tokens(text: str) -> list[str]:
    """The words of a text, each with the space before it."""
    return [token for token in _WORD.findall(text) if token]


def _matched(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Stretches of two sequences in order: whether they are the same, and what stands in each."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    first, second = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield True, old[:start], new[:start]
    if first and second and _matches(first, second) <= MOST_MATCHES:
        for tag, i, k, j, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
            yield tag == "equal", first[i:k], second[j:m]
    elif first or second:
        yield False, first, second
    if end:
        yield True, old[len(old) - end :], new[len(new) - end :]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words two sequences begin with alike."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _matches(old: Sequence[str], new: Sequence[str]) -> int:
    """How many pairs of equal words there are: what the comparison costs."""
    one, other = Counter(old), Counter(new)
    return sum(times * other[word] for word, times in one.items())
