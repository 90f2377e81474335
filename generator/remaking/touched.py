"""What can have changed since the last build, found from what did, without asking every result.

Whether a result still holds is told by the digest of all that it looked at. To work that out for
each of ten thousand cases takes longer than to make the one that was edited. Where all that was
edited are texts of cases, so that the same cases have the same addresses and themes, a set of
what they can have touched is enough: a result that looked at none of it holds. Everywhere else
each digest is compared.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from generator.remaking.facts import EVERY, gone_digest
from generator.remaking.kept import KEPT
from generator.remaking.results import Read
from generator.remaking.thin import CASE_FIELDS
from generator.site.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.core.problems import Problem
    from generator.history.past import Pasts
    from generator.remaking.books import Books, Entry, ListsRead

MOST = 500  # edited cases; of more, comparing is the smaller work
EACH = ("file", "case", "pointing", "naming")  # what is read of a case as a whole
FIELDS = tuple(("field", name) for name in CASE_FIELDS)
VALUES = tuple(("kept", str(number)) for number in range(len(KEPT)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What a build was made from beside its cases.

    Attributes:
        base: see ``Facts``.
        refused: see ``Books``.
        added: the digest of the days on which files came in.
        gone: the digest of the cases that are no longer where they were.
        past: of every case, there or gone, the mark of its past.
        chronicle: the mark of all that git knows.
        problems: of each file, see ``Facts``.
    """

    base: bytes = b""
    refused: frozenset[str] = frozenset()
    added: bytes = b""
    gone: bytes = b""
    past: Mapping[str, bytes] = field(default_factory=dict)
    chronicle: bytes = b""
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


def surroundings(
    books: Books,
    base: bytes,
    pasts: Pasts,
    problems: Mapping[str, tuple[Problem, ...]],
) -> Surroundings:
    """Those of this build."""
    days = digest(pickle.dumps(sorted(pasts.history.added.items())))
    return Surroundings(
        base=base, refused=books.refused, added=days, past=pasts.marks,
        gone=gone_digest(pasts.history.gone),
        chronicle=pasts.mark, problems=problems,
    )  # fmt: skip


def touched_cases(
    books: Books, entries: Mapping[str, Entry], lists_read: ListsRead | None
) -> frozenset[Read] | None:
    """What the edited cases can have touched; None where more than texts of cases was edited.

    Args:
        books: the register as it is.
        entries: every case as the last build left it.
        lists_read: the register's lists, likewise.
    """
    if books.lists_read is not lists_read or books.entries.keys() != entries.keys():
        return None
    edited = [path for path, entry in books.entries.items() if entry is not entries[path]]
    if len(edited) > MOST:
        return None
    found = set[Read]()
    for path in edited:
        now, then = books.entries[path], entries[path]
        if (now.committee, now.themes) != (then.committee, then.themes):
            return None
        others = (now.points_at, then.points_at, now.figures_of, then.figures_of)
        found.update(_of_a_case([path, *chain(*others)]))
    return frozenset(found | {("pointing", EVERY), ("naming", EVERY)} if found else found)


def touched(
    cases: frozenset[Read] | None, then: Surroundings, now: Surroundings
) -> frozenset[Read] | None:
    """The same with what else can have changed; None where that cannot be told.

    Args:
        cases: see ``touched_cases``.
        then: the surroundings of the last build.
        now: those of this one.
    """
    if cases is None or _beside(then) != _beside(now):
        return None
    files = then.problems.keys() | now.problems.keys()
    other = {file for file in files if then.problems.get(file) != now.problems.get(file)}
    paths = then.past.keys() | now.past.keys()
    past = {("past", path) for path in paths if then.past.get(path) != now.past.get(path)}
    all_of_it: set[Read] = set() if then.chronicle == now.chronicle else {("chronicle",)}
    named = {("problems", file) for file in (*other, *([EVERY] if other else []))}
    return cases | named | past | all_of_it


def _beside(around: Surroundings) -> tuple[object, ...]:
    """What is looked at as a whole, or so seldom changed that it counts as that."""
    return around.base, around.refused, around.added, around.gone


def touched_values(paths: Iterable[str]) -> frozenset[Read]:
    """What those can have touched for which the kept values were worked out anew."""
    found = {(kind, path, name) for path in paths for kind, name in VALUES}
    return frozenset(found | {(kind, EVERY, name) for kind, name in VALUES} if found else found)


def _of_a_case(paths: Iterable[str]) -> Iterator[Read]:
    for path in paths:
        yield from ((kind, path) for kind in EACH)
        yield from ((kind, path, name) for kind, name in (*FIELDS, *VALUES))
        yield from ((kind, EVERY, name) for kind, name in (*FIELDS, *VALUES))
