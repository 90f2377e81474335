"""Which items of two lists are one and the same thing, wherever they stand.

Items are paired by what identifies them, the surest first (an id, a reference, a label), and
what is then left by how close their words are. Their position says nothing: a list in another
order gives the same pairs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.changes.fields import SHAPES, called
from generator.changes.likeness import closest, contents, most_agreeing, words_of
from generator.changes.values import is_set
from generator.core.periods import Period, format_period

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from generator.changes.shape import Key

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
    for i, j in closest(lists.before, lists.after):
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
            found += most_agreeing({i: before[i] for i in those}, {j: after[j] for j in these})
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
    return tuple(
        _plain(value) if isinstance(value, str) and name != "id" else value
        for name, value in zip(key.fields, values, strict=True)
    )


def _at(item: Any, name: str) -> Any:  # noqa: ANN401 - an item of any list
    for part in name.split("."):
        item = getattr(item, part)
    return item


def _plain(text: str) -> str:
    """A label without what officers vary: case, spaces, signs; as it is where it is all signs."""
    return " ".join(words_of(text)) or text


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
    parts = [part for part in key or () if is_set(part)]
    return " ".join(
        format_period(part.meant) if isinstance(part, Period) else str(part) for part in parts
    )
