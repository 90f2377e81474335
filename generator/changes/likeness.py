"""How alike two items are, where no id, reference or label says that they are the same.

Two measures: how much of what they say is the same, for items with one label; and how close
their words are, for items whose label was reworded. Each is the same in both directions, and
what is equally good is settled by what the items say, never by where they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.changes.fields import RULES, SHAPES, called
from generator.changes.shape import How
from generator.changes.values import is_set, meaning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

# How much of their words two labels, or two texts, share where they are of one thing. Two labels
# of three words that differ in one ("Project Manager (Expert)") do not.
CLOSE: Final = 0.7
# How much of its signs a label keeps where somebody mended a slip in it.
MENDED: Final = 0.85
ENOUGH_WORDS: Final = 6  # in a text that is to tell two items from others
# Beyond as many words their order is not looked at, which takes the square of them; a label of
# more signs is told by its words.
LONG: Final = 40
# Pairs that are looked at one by one; lists with more than these were written anew.
MOST_COMPARED: Final = 10_000

Items = dict[int, Any]


def most_agreeing(before: Items, after: Items) -> list[tuple[int, int]]:
    """Pairs of items with one label, by their numbers: those that say most of the same first.

    Those that share nothing of what such items are told by are no pair; see ``Shape``.
    """
    left = {i: Counter(leaves(item)) for i, item in before.items()}
    right = {j: Counter(leaves(item)) for j, item in after.items()}
    if len(left) * len(right) > MOST_COMPARED:
        return list(zip(_in_order(before), _in_order(after), strict=False))
    return _best_first(
        (
            (_shared(one, other), i, j)
            for i, one in left.items()
            for j, other in right.items()
            if _may_be_one(before[i], one & other)
        ),
        before,
        after,
    )


def _may_be_one(item: Any, both: Counter[tuple[str, Hashable]]) -> bool:  # noqa: ANN401 - a record
    """Whether what two items of this kind both say is enough to take them for one."""
    told_by = SHAPES[type(item)].told_by
    return not told_by or any(name in told_by for name, _ in both)


def closest(before: Items, after: Items) -> list[tuple[int, int]]:
    """Pairs of items whose words are close, by their numbers: the closest first."""
    if not all(SHAPES[type(item)].close for item in before.values()):
        return []
    if not before or not after or len(before) * len(after) > MOST_COMPARED:
        return []
    left = {i: Said.of(item) for i, item in before.items()}
    right = {j: Said.of(item) for j, item in after.items()}
    scores = (
        (closeness(one, other), i, j) for i, one in left.items() for j, other in right.items()
    )
    return _best_first((each for each in scores if each[0]), before, after)


def _in_order(items: Items) -> list[int]:
    return sorted(items, key=lambda number: contents(items[number]))


def _best_first(
    scores: Iterable[tuple[float, int, int]], before: Items, after: Items
) -> list[tuple[int, int]]:
    """Each item at most once."""
    known = list(scores)
    left = {i: contents(before[i]) for i in {i for _, i, _ in known}}
    right = {j: contents(after[j]) for j in {j for _, _, j in known}}
    known.sort(key=lambda each: (-each[0], *sorted((left[each[1]], right[each[2]])), each[1:]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in known:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return list(found.items())


def leaves(item: Any) -> list[tuple[str, Hashable]]:  # noqa: ANN401 - a record
    """All that a record says, value by value, without where it stands; its tables apart."""
    found: list[tuple[str, Hashable]] = []
    for rule in RULES[type(item)]:
        value = getattr(item, rule.name)
        if not is_set(value):
            continue
        if rule.how is How.VALUE:
            several = value if isinstance(value, tuple) else (value,)
            found += ((rule.name, meaning(each)) for each in several)
        elif rule.how is not How.GRID:
            inner = value if rule.how is How.ITEMS else (value,)
            found += (
                (f"{rule.name}.{name}", what) for each in inner for name, what in leaves(each)
            )
    return found


def contents(item: Any) -> str:  # noqa: ANN401 - a record
    """The same as one text, in which the order of lists says nothing."""
    return repr(sorted(repr(leaf) for leaf in leaves(item)))


class Words(NamedTuple):
    """Words or signs in their order, and how often each of them stands there."""

    order: tuple[str, ...]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, found: Iterable[str]) -> Words:
        """Of a sequence of words or signs."""
        order = tuple(found)
        return cls(order, Counter(order))


class Said(NamedTuple):
    """What an item is called, sign by sign and word by word, and all its words."""

    numbers: list[str]
    signs: Words
    named: Words
    words: Words

    @classmethod
    def of(cls, item: Any) -> Said:  # noqa: ANN401 - an item of any list
        """What one item says."""
        label = called(item).casefold()
        texts = (getattr(item, rule.name) for rule in RULES[type(item)] if rule.how is How.VALUE)
        words = (word for text in texts if type(text) is str for word in words_of(text))
        return cls(
            numbers=re.findall(r"\d+", label),
            signs=Words.of(label if len(label) <= LONG else ""),
            named=Words.of(words_of(label)),
            words=Words.of(words),
        )


def words_of(text: str) -> list[str]:
    """The words of a text without what officers vary: case, spaces, signs."""
    return re.findall(r"\w+", text.casefold())


def closeness(one: Said, other: Said) -> float:
    """How close the words of two items are, from 0 to 1; 0 where they are of two things.

    Labels with other numbers in them ("2014/15", "2015/16") are never called close.
    """
    if one.numbers != other.numbers:
        return 0.0
    scores = [_ratio(one.named, other.named, CLOSE), _ratio(one.signs, other.signs, MENDED)]
    if min(len(one.words.order), len(other.words.order)) >= ENOUGH_WORDS:
        scores.append(_ratio(one.words, other.words, CLOSE))
    return max(scores)


def _ratio(one: Words, other: Words, least: float) -> float:
    """The share of two sequences that both have, in the same order; 0 where it is below `least`."""
    shorter, longer = sorted((one, other), key=lambda words: (len(words.order), words.order))
    both = len(shorter.order) + len(longer.order)
    if not both or 2 * len(shorter.order) < least * both:
        return 0.0
    shared = sum(min(n, longer.counts.get(word, 0)) for word, n in shorter.counts.items())
    ratio = 2 * shared / both  # at most this
    if ratio >= least and len(longer.order) <= LONG:
        ratio = SequenceMatcher(None, shorter.order, longer.order, autojunk=False).ratio()
    return ratio if ratio >= least else 0.0


def _shared(one: Counter[tuple[str, Hashable]], other: Counter[tuple[str, Hashable]]) -> float:
    """The share of what two items say that both say."""
    return 2 * (one & other).total() / (one.total() + other.total() or 1)
