"""Everything that a piece of work can look at, told by its digest.

Whether a result of an earlier build still holds is asked here, and nowhere else: it does where
all that was looked at for it is as it was. Each kind of thing that can be looked at has a branch
of its own in ``Facts``.
"""

from __future__ import annotations

import pickle
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.history.past import Pasts
from generator.pages.arrangement import group_cases, page_addresses
from generator.remaking.books import POSITION
from generator.remaking.columns import Columns, digest_of_value
from generator.remaking.results import MADE
from generator.site.digest import SIZE, digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.audit.audit import Audit
    from generator.core.problems import Problem
    from generator.history.states import Gone
    from generator.remaking.books import Books
    from generator.remaking.results import Made, Read, Result

EVERY = "*"
KEPT = "kept"  # what is read of a case where one of its ``KEPT`` values is
OF_A_CASE = ("field", KEPT)  # what is read of many cases alike


class Facts:
    """The digest of everything that can be looked at, as it is now.

    Args:
        books: the register.
        problems: all problems, by the path of the file.
        base: the digest of what counts for every work: templates, shells, the day.
        pasts: the past of every case.
        columns: what is kept of every case for lists.
        touched: everything that can have changed since results were kept; None where that is
            not known.
    """

    def __init__(  # noqa: PLR0913 - each is something else that can be looked at
        self,
        books: Books,
        problems: Mapping[str, tuple[Problem, ...]],
        base: bytes,
        *,
        pasts: Pasts | None = None,
        columns: Columns | None = None,
        touched: frozenset[Read] | None = None,
    ) -> None:
        self.books, self.problems, self.base = books, problems, base
        self.pasts, self.touched = pasts or Pasts(), touched
        self.columns = columns or Columns(books.packs, {})
        self.added, self.gone = self.pasts.history.added, self.pasts.history.gone
        # What the checks said of cases lately, with what was looked at for it; see ``Lens``.
        self.audits: dict[str, tuple[Audit, frozenset[Read]]] = {}
        self._known: dict[Read, bytes] = {}

    def kept(self, path: str, number: int) -> Any:  # noqa: ANN401 - whatever is kept
        """One of the values that are kept of a case, made anew from its pack for who asks."""
        return self.columns.value(path, number)

    def _kept_digest(self, path: str, number: int) -> bytes:
        result: Result[Made] = self.books.entries[path].results[MADE]
        return digest_of_value(result.value.values, number)

    @cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """See ``group_cases``."""
        return group_cases({path: entry.themes for path, entry in self.books.entries.items()})

    @cached_property
    def pointers(self) -> Mapping[str, list[str]]:
        """See ``Books.pointers``."""
        return self.books.pointers()

    @cached_property
    def naming(self) -> Mapping[str, tuple[str, ...]]:
        """See ``Books.naming``."""
        return self.books.naming()

    @cached_property
    def reaching(self) -> frozenset[str]:
        """The paths of the cases that name figures of other cases."""
        return frozenset(chain.from_iterable(self.naming.values()))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The address of every page; see ``page_addresses``."""
        known, entries = self.books.known, self.books.entries
        cases = ((path, entry.committee, entry.themes) for path, entry in entries.items())
        return frozenset(page_addresses(known.councils.records, known.themes.records, cases))

    def hold(self, result: Result[Any]) -> bool:
        """Whether all that was looked at for a result is as it was."""
        if self.touched is not None and self.touched.isdisjoint(result.reads):
            return True
        return self.seen(result.reads) == result.seen

    def seen(self, reads: tuple[Read, ...]) -> bytes:
        """The digest of all that was read."""
        return digest(self.base, *map(self.of, reads))

    def of(self, read: Read) -> bytes:
        """The digest of one thing; of what is not there, an empty one."""
        if read not in self._known:
            self._known[read] = self._of(*read)
        return self._known[read]

    def _of(  # noqa: PLR0911 - one for each kind of thing
        self, kind: str, key: str = "", name: str = ""
    ) -> bytes:
        entries = self.books.entries
        if kind == "file":
            return entries[key].content if key in entries else b""
        if kind == "case":
            return digest(*map(str.encode, entries)) if key == EVERY else _is(key in entries)
        if kind in OF_A_CASE:
            paths = entries if key == EVERY else [path for path in (key,) if path in entries]
            if kind == KEPT:
                number = int(name)
                return digest(b"".join(self._kept_digest(path, number) for path in paths))
            return digest(b"".join(self._field(path, name) for path in paths))
        if kind in ("group", "naming"):
            held = self.groups if kind == "group" else self.naming
            return digest(pickle.dumps(held if key == EVERY else held.get(key)))
        if kind == "pointing":
            return digest(*map(self._pointer, self._pointing(key)))
        if kind == "problems":
            return digest(pickle.dumps(self.problems if key == EVERY else self.problems.get(key)))
        if kind == "address":
            return (
                digest(*map(str.encode, sorted(self.addresses)))
                if key == EVERY
                else _is(key in self.addresses)
            )
        if kind == "past":
            return self.pasts.marks.get(key, b"")
        if kind == "chronicle":
            return self.pasts.mark
        if kind == "gone":
            return gone_digest(self.gone if key == EVERY else {key: self.gone.get(key)})
        if kind == "added":
            return digest(pickle.dumps(self.added if key == EVERY else self.added.get(key)))
        return self._listed(kind, key)

    def _listed(self, kind: str, key: str) -> bytes:
        """Of what stands in the register's lists."""
        if kind == "lists":
            known = self.books.known
            listed = (known.councils, known.themes, known.sources)
            names = [(sorted(each.names), each.sure) for each in listed]
            records = list(known.councils.records.items())
            return digest(pickle.dumps((names, records, sorted(self.books.refused))))
        records_of: Mapping[str, object] = getattr(self.books.known, kind).records
        return digest(pickle.dumps(dict(records_of) if key == EVERY else records_of.get(key)))

    def _field(self, path: str, name: str) -> bytes:
        at = POSITION[name]
        return self.books.entries[path].fields[at : at + SIZE]

    def _pointing(self, key: str) -> list[str]:
        return list(self.books.entries) if key == EVERY else self.pointers.get(key, [])

    def _pointer(self, path: str) -> bytes:
        return digest(path.encode(), self._field(path, "links"), self._field(path, "dependencies"))


def _is(there: bool) -> bytes:
    return b"there" if there else b""


def gone_digest(gone: Mapping[str, Gone | None]) -> bytes:
    """The digest of cases that are no longer at their paths."""
    return digest(repr(sorted(gone.items())).encode())
