"""The findings of many cases under headings, of very many under each the first alone.

The same findings stand in three orders, each a page of its own. A page of ten thousand cases on
which each of a hundred thousand findings stood would open on no telephone; how many there are is
said of all, and which they are is taken from the disk for those alone that are listed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.audit.findings import Level
from generator.pages.case_sums import levels_found
from generator.pages.found_lines import found_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.pages.shelf import Shelf

MOST = 2_000  # findings on a page; of more, each heading has an equal share of so many
LEAST = 20  # under a heading, however many headings there are; so many notes besides

K = TypeVar("K")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sorted:
    """The findings under one heading.

    Attributes:
        levels: how many there are of each level.
        lines: those that are listed, notes left out, each set; see ``found_lines``.
        notes: the notes that are listed.
    """

    levels: Counter[Level]
    lines: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are listed."""
        return self.levels.total() > len(self.lines) + len(self.notes)


NOTHING = Sorted(levels=Counter(), lines=(), notes=())


def sorted_findings(
    paths: Iterable[str], shelf: Shelf, key: Callable[[str, str, Level], K]
) -> Mapping[K, Sorted]:
    """The findings on these cases, in order, under headings.

    Args:
        paths: the cases.
        shelf: the register.
        key: the heading of a finding, from the path of its case, its check's code and its level.
    """
    found = [
        (path, at, key(path, code, level), level)
        for path in paths
        for at, (code, level) in enumerate(shelf.once(_levels, path))
    ]
    levels: dict[K, Counter[Level]] = defaultdict(Counter)
    for _, _, heading, level in found:
        levels[heading][level] += 1
    most = len(found) if len(found) <= MOST else max(LEAST, MOST // len(levels))
    lines: dict[tuple[K, bool], list[str]] = defaultdict(list)
    for path, at, heading, level in found:
        listed = lines[heading, level is Level.NOTE]
        if len(listed) < most:
            listed.append(shelf.once(_lines, path)[at])
    return {
        heading: Sorted(
            levels=number, lines=(*lines[heading, False],), notes=(*lines[heading, True],)
        )
        for heading, number in levels.items()
    }


def levels_in(paths: Iterable[str], shelf: Shelf) -> Iterator[Level]:
    """The level of each finding on these cases."""
    return (level for path in paths for _, level in shelf.once(_levels, path))


def _levels(shelf: Shelf, path: str) -> tuple[tuple[str, Level], ...]:
    return shelf.kept(levels_found, path)


def _lines(shelf: Shelf, path: str) -> tuple[str, ...]:
    return shelf.kept(found_lines, path)
