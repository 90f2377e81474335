"""Which items of two lists are one and the same thing, wherever they stand.

Items are paired by what identifies them, the surest first (an id, a reference, a label), and
what is then left by how close their words are. Their position says nothing: a list in another
order gives the same pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.changes.fields import RULES, SHAPES, called
from generator.changes.shape import How
from generator.changes.values import is_set, meaning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from generator.changes.shape import Key

# How much of their words two labels, or two texts, share where they are of one thing. Two labels
# of three words that differ in one ("Project Manager (Expert)") do not.
CLOSE: Final = 0.7
# How much of its signs a label keeps where somebody mended a slip in it.
MENDED: Final = 0.85
ENOUGH_WORDS: Final = 6  # in a text that is to tell two items from others

_Place = tuple[int | None, int | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """An item as it was and as it is; None where it was added or removed.

    Attributes:
        key: what identifies it in its list; the same for both directions of time.
        was: its number in the earlier list, from 0; none where it was not there.
        now: its number in the later one.
    """

    key: str
    before: Any
    after: Any
    was: int | None
    now: int | None


class _Lists(NamedTuple):
    """The items of both lists that have no partner yet, by their numbers."""

    before: dict[int, Any]
    after: dict[int, Any]


def pairs(before: Sequence[Any], after: Sequence[Any]) -> list[Pair]:
    """Each item of two lists once: in the order of the later list, then what was removed."""
    if not before and not after:
        return []
    lists = _Lists(dict(enumerate(before)), dict(enumerate(after)))
    partners: dict[int, int] = {}
    names: dict[int, str] = {}
    for key in SHAPES[type((*before, *after)[0])].keys:
        for i, j in _by_key(key, lists, before, after):
            partners[j], names[j] = i, _text(key_of(after[j], key))
            del lists.before[i], lists.after[j]
    for i, j in _by_closeness(lists):
        partners[j], names[j] = i, min(_name(before[i]), _name(after[j]))
        del lists.before[i], lists.after[j]
    places: list[_Place] = [(partners.get(j), j) for j in range(len(after))]
    places += [(i, None) for i in lists.before]
    return _numbered([_pair(names, place, before, after) for place in places])


def _pair(
    names: dict[int, str], place: _Place, before: Sequence[Any], after: Sequence[Any]
) -> Pair:
    i, j = place
    one, other = (before[i] if i is not None else None, after[j] if j is not None else None)
    name = names[j] if j in names else _name(one if one is not None else other)
    return Pair(key=name, before=one, after=other, was=i, now=j)


def _by_key(
    key: Key, lists: _Lists, before: Sequence[Any], after: Sequence[Any]
) -> list[tuple[int, int]]:
    """Pairs of items with the same key; of several, those first that are most alike."""
    left, right = _grouped(key, lists.before), _grouped(key, lists.after)
    shared = left.keys() & right.keys()
    if key.alone and shared:
        shared -= _repeated(key, before) | _repeated(key, after)
    found: list[tuple[int, int]] = []
    for value in shared:
        those, these = left[value], right[value]
        if len(those) == len(these) == 1:
            found.append((those[0], these[0]))
        else:
            found += _most_alike(
                (_agreement(before[i], after[j]), i, j, before[i], after[j])
                for i in those
                for j in these
            )
    return found


def _grouped(key: Key, items: dict[int, Any]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for number, item in items.items():
        value = key_of(item, key)
        if value is not None:
            groups.setdefault(value, []).append(number)
    return groups


def _repeated(key: Key, items: Iterable[Any]) -> set[Hashable]:
    counted = Counter(key_of(item, key) for item in items)
    return {value for value, count in counted.items() if count > 1}


def key_of(item: Any, key: Key) -> tuple[Hashable, ...] | None:  # noqa: ANN401 - an item of any list
    """What `item` has in the fields of `key`, as far as it has anything there."""
    values = [_at(item, name) for name in key.fields]
    if not any(is_set(value) for value in values):
        return None
    return tuple(_plain(value) if isinstance(value, str) else value for value in values)


def _at(item: Any, name: str) -> Any:  # noqa: ANN401 - an item of any list
    for part in name.split("."):
        item = getattr(item, part)
    return item


def _plain(text: str) -> str:
    """A label without what officers vary: case, spaces, signs; as it is where it is all signs."""
    return " ".join(_words(text)) or text


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _most_alike(
    candidates: Iterable[tuple[float, int, int, Any, Any]],
) -> list[tuple[int, int]]:
    """The best pairs first, each item once; what is equally good is settled by what items say."""
    ranked = sorted(
        (-score, sorted((contents(one), contents(other))), i, j)
        for score, i, j, one, other in candidates
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in ranked:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return list(found.items())


def _agreement(one: Any, other: Any) -> float:  # noqa: ANN401 - items of one list
    """The share of what two items say that both say."""
    these, those = Counter(leaves(one)), Counter(leaves(other))
    return 2 * (these & those).total() / (these.total() + those.total() or 1)


def leaves(item: Any) -> list[tuple[str, Hashable]]:  # noqa: ANN401 - a record
    """All that a record says, value by value, without where it stands; its tables apart."""
    found: list[tuple[str, Hashable]] = []
    for rule in RULES[type(item)]:
        value = getattr(item, rule.name)
        if not is_set(value):
            continue
        if rule.how is How.VALUE:
            found.append((rule.name, meaning(value)))
        elif rule.how is not How.GRID:
            inner = value if rule.how is How.ITEMS else (value,)
            found += (
                (f"{rule.name}.{name}", what) for each in inner for name, what in leaves(each)
            )
    return found


def contents(item: Any) -> str:  # noqa: ANN401 - a record
    """The same as one text, in which the order of lists says nothing."""
    return repr(sorted(repr(leaf) for leaf in leaves(item)))


def _by_closeness(lists: _Lists) -> list[tuple[int, int]]:
    if not lists.before or not lists.after:
        return []
    left = {i: _Said.of(item) for i, item in lists.before.items()}
    right = {j: _Said.of(item) for j, item in lists.after.items()}
    scored = (
        (closeness(one, other), i, j) for i, one in left.items() for j, other in right.items()
    )
    return _most_alike(
        (score, i, j, lists.before[i], lists.after[j]) for score, i, j in scored if score
    )


class _Said(NamedTuple):
    """What an item is called, and all its words."""

    label: str
    named: list[str]
    words: list[str]

    @classmethod
    def of(cls, item: Any) -> _Said:  # noqa: ANN401 - an item of any list
        label = called(item).casefold()
        texts = (getattr(item, r.name) for r in RULES[type(item)] if r.how is How.VALUE)
        words = [word for text in texts if type(text) is str for word in _words(text)]
        return cls(label, _words(label), words)


def closeness(one: _Said, other: _Said) -> float:
    """How close the words of two items are, from 0 to 1; 0 where they are of two things.

    Labels with other numbers in them ("2014/15", "2015/16") are never called close.
    """
    if _numbers(one.label) != _numbers(other.label):
        return 0.0
    scores = [
        _ratio(one.named, other.named, CLOSE),
        _ratio(list(one.label), list(other.label), MENDED),
    ]
    if min(len(one.words), len(other.words)) >= ENOUGH_WORDS:
        scores.append(_ratio(one.words, other.words, CLOSE))
    return max(scores)


def _numbers(label: str) -> list[str]:
    return re.findall(r"\d+", label)


def _ratio(one: list[str], other: list[str], least: float) -> float:
    """The share of two sequences that both have in the same order; 0 where it is below `least`."""
    most = 2 * min(len(one), len(other)) / (len(one) + len(other) or 1)
    if most < least or 2 * (Counter(one) & Counter(other)).total() < least * (
        len(one) + len(other)
    ):
        return 0.0
    first, second = sorted((one, other))  # the same whichever came first
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return ratio if ratio >= least else 0.0


def _numbered(found: list[Pair]) -> list[Pair]:
    """Pairs in the same order; where several would be identified by the same, by numbers too."""
    counted = Counter(pair.key for pair in found)
    numbers: dict[int, int] = {}
    for key in [key for key, count in counted.items() if count > 1]:
        those = [n for n, pair in enumerate(found) if pair.key == key]
        those.sort(key=lambda n: sorted(contents(item) for item in _items(found[n])))
        numbers |= {n: place for place, n in enumerate(those, start=1)}
    return [
        replace(pair, key=f"{pair.key} {numbers[n]}") if n in numbers else pair
        for n, pair in enumerate(found)
    ]


def _items(pair: Pair) -> list[Any]:
    return [item for item in (pair.before, pair.after) if item is not None]


def _name(item: Any) -> str:  # noqa: ANN401 - an item of any list
    """What identifies an item by itself: the surest key that it has, its label if it has none."""
    keys = (key_of(item, key) for key in SHAPES[type(item)].keys if not key.alone)
    return next((_text(key) for key in keys if key is not None), _plain(called(item)))


def _text(key: tuple[Any, ...] | None) -> str:
    return " ".join(str(part) for part in key or () if is_set(part))
