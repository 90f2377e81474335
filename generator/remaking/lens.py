"""The register as one piece of work sees it, which writes down what it looked at.

What is worked out from a register, a page, a file, the problems of a case, holds for as long
as everything it was worked out from is as it was. Nobody has to declare what that is, and so
nobody can forget to: the work gets the register through a lens that takes note of each case,
field, council, theme, source and problem that is asked for. The notes and one digest over
what was seen are kept beside the result; the next build compares the digest.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.history.past import Pasts
from generator.pages.shelf import Published, Shelf, group_cases, page_addresses
from generator.reading.register import Register
from generator.remaking.books import POSITION, Books
from generator.remaking.kept import NUMBER
from generator.site.digest import SIZE, digest
from generator.site.packs import Place, digest_at, place_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.core.case import Case
    from generator.core.deciding import Link
    from generator.core.problems import Problem
    from generator.core.risks import Dependency
    from generator.history.states import Gone, History
    from generator.history.versions import Past
    from generator.reading.load import Loaded

Read = tuple[str, ...]  # ("field", path, name), ("council", folder), …: see ``Facts``
V = TypeVar("V")
T = TypeVar("T")

EVERY = "*"
MADE = "made"  # the name under which an entry keeps what it was ``Made`` into
KEPT = "kept"  # what is read of a case where one of its ``KEPT`` values is
OF_A_CASE = ("field", KEPT)  # what is read of many cases alike
# Cases of which one thing is read: from there on it is cheaper to say "of every case".
MANY = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Result(Generic[T]):
    """What a piece of work gave, what it looked at, and the digest of what it saw there."""

    reads: tuple[Read, ...]
    seen: bytes
    value: T


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A file of the site: where it stands, what it holds, and for a page, where it leads.

    Attributes:
        content: the digest of it.
        links: where its ``PageLinks`` stand, packed; None for what is no page.
        listed: whether search engines are to list it, if it is a page.
    """

    address: str
    content: bytes
    links: Place | None
    listed: bool = True


Outputs = tuple[Output, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What was worked out for a case: where its ``KEPT`` values stand, in turn, and its files."""

    values: bytes
    outputs: Outputs


class Watched(Mapping[str, V]):
    """A mapping that writes down which of its keys are asked for."""

    def __init__(
        self, reads: set[Read], kind: str, keys: Collection[str], get: Callable[[str], V]
    ) -> None:
        self._reads, self._kind, self._keys, self._get = reads, kind, keys, get
        self._got: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        """One value; asking for one that is not there is written down too."""
        if key not in self._got:
            self._reads.add((self._kind, key))
            if key not in self._keys:
                raise KeyError(key)
            self._got[key] = self._get(key)
        return self._got[key]

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        self._reads.add((self._kind, EVERY))
        return iter(self._keys)

    def __len__(self) -> int:
        """How many there are."""
        self._reads.add((self._kind, EVERY))
        return len(self._keys)


class Facts:
    """The digest of everything that can be looked at, as it is now.

    Args:
        books: the register.
        problems: all problems, by the path of the file.
        base: the digest of what counts for every work: templates, shells, the day.
        pasts: the past of every case.
        touched: everything that can have changed since results were kept; None where that is
            not known.
    """

    def __init__(
        self,
        books: Books,
        problems: Mapping[str, tuple[Problem, ...]],
        base: bytes,
        *,
        pasts: Pasts | None = None,
        touched: frozenset[Read] | None = None,
    ) -> None:
        self.books, self.problems, self.base = books, problems, base
        self.pasts, self.touched = pasts or Pasts(), touched
        self.added, self.gone = self.pasts.history.added, self.pasts.history.gone
        self._known: dict[Read, bytes] = {}

    def kept(self, path: str, number: int) -> Any:  # noqa: ANN401 - whatever is kept
        """One of the values that are kept of a case, made anew from its pack for who asks."""
        return self.books.packs.value(self._place(path, number))

    def _place(self, path: str, number: int) -> Place:
        result: Result[Made] = self.books.entries[path].results[MADE]
        return place_of(result.value.values, number)

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
                return digest(b"".join(digest_at(self._place(path, number)) for path in paths))
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


class Lens:
    """The register for one piece of work."""

    def __init__(self, facts: Facts, own: str = "") -> None:
        """The case `own`, if one is given, is read in full, and so counts as a whole."""
        self.facts, self.own, self.books = facts, own, facts.books
        self.reads: set[Read] = {("file", own)} if own else set()
        self.cases = self.watched("case", self.books.entries, self._case)

    def watched(self, kind: str, keys: Collection[str], get: Callable[[str], V]) -> Watched[V]:
        """A mapping that this lens hears of."""
        return Watched(self.reads, kind, keys, get)

    def shelf(
        self, as_at: date, *, production: bool, templates: Path, published: Published
    ) -> Shelf:
        """What pages are made from; see ``shelve``, which makes the same of a whole register."""
        problems = self.facts.problems
        return Shelf(
            register=self.register(),
            as_at=as_at,
            production=production,
            cases=self.cases,
            pointing=self.watched("pointing", self.facts.pointers.keys(), self._pointing),
            naming=self.watched("naming", self.facts.naming, self.facts.naming.__getitem__),
            by_file=self.watched("problems", problems.keys(), problems.__getitem__),
            addresses=self.watched("address", self.facts.addresses, str),
            groups=self.watched("group", self.facts.groups, self.facts.groups.__getitem__),
            added=self.watched("added", self.facts.added, self.facts.added.__getitem__),
            templates=templates,
            recall=self._recall,
            remember=self._past,
            gone=self.watched("gone", self.facts.gone, self.facts.gone.__getitem__),
            chronicle=self._chronicle,
            published=published,
        )

    def register(self) -> Register:
        """The register without its problems, which a shelf gives file by file."""
        known = self.books.known
        councils, themes, sources, moments, deflators = (
            known.councils.records,
            known.themes.records,
            known.sources.records,
            known.moments.records,
            known.deflators.records,
        )
        return Register(
            cases=self.watched("case", self.books.entries, self._loaded),
            councils=self.watched("councils", councils, councils.__getitem__),
            themes=self.watched("themes", themes, themes.__getitem__),
            sources=self.watched("sources", sources, sources.__getitem__),
            moments=self.watched("moments", moments, moments.__getitem__),
            deflators=self.watched("deflators", deflators, deflators.__getitem__),
            problems=(),
        )

    def result(self, value: T) -> Result[T]:
        """What the work gave, with everything it looked at until now."""
        ordered = tuple(sorted(self._in_short()))
        return Result(reads=ordered, seen=self.facts.seen(ordered), value=value)

    def _in_short(self) -> set[Read]:
        """What was read; where it is much of one sort, in one note for all of that sort."""
        each = Counter((read[0], read[2]) for read in self.reads if read[0] in OF_A_CASE)
        every = {what for what, times in each.items() if times > MANY}
        reads = {r for r in self.reads if r[0] not in OF_A_CASE or (r[0], r[2]) not in every}
        reads |= {(kind, EVERY, name) for kind, name in every}
        reads |= {("case", EVERY)} if every else set()
        whole = {read[0] for read in reads if read[1:] == (EVERY,)}
        return {r for r in reads if len(r) != 2 or r[1] == EVERY or r[0] not in whole}

    def _recall(self, work: Callable[[Case, Shelf], Any], path: str) -> Any:  # noqa: ANN401
        """What is kept of a case, as a list asks for it."""
        number = NUMBER[work]
        self.reads.add((KEPT, path, str(number)))
        return self.facts.kept(path, number)

    def _past(self, path: str, case: Case | None) -> Past:
        self.reads.add(("past", path))
        return self.facts.pasts.of(path, case)

    def _chronicle(self) -> History:
        self.reads.add(("chronicle",))
        return self.facts.pasts.history

    def _case(self, path: str) -> Case:
        if path == self.own:
            return self.books.case(path)
        return self.books.case(path, lambda name: self._asked(path, name))

    def _loaded(self, path: str) -> Loaded:
        if path == self.own:
            return self.books.loaded(path)
        return self.books.loaded(path, lambda name: self._asked(path, name))

    def _asked(self, path: str, name: str) -> None:
        self.reads.add(("field", path, name) if name else ("file", path))

    def _pointing(self, path: str) -> tuple[tuple[Case, Link | Dependency], ...]:
        others = [self.cases[other] for other in self.facts.pointers[path]]
        pointers = ((case, pointer) for case in others for pointer in _pointers(case))
        return tuple((c, p) for c, p in pointers if p.case is not None and str(p.case) == path)


def _pointers(case: Case) -> tuple[Link | Dependency, ...]:
    return (*case.links, *case.dependencies)


def _is(there: bool) -> bytes:
    return b"there" if there else b""


def gone_digest(gone: Mapping[str, Gone | None]) -> bytes:
    """The digest of cases that are no longer at their paths."""
    return digest(repr(sorted(gone.items())).encode())
