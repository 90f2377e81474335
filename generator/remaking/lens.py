"""The register as one piece of work sees it, which writes down what it looked at.

What is worked out from a register, a page, a file, the problems of a case, holds for as long
as everything it was worked out from is as it was. Nobody has to declare what that is, and so
nobody can forget to: the work gets the register through a lens that takes note of each case,
field, council, theme, source and problem that is asked for. The notes and one digest over
what was seen are kept beside the result; the next build compares the digest (see ``facts``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from generator.charts.draw import draw
from generator.pages.shelf import Published, Shelf
from generator.reading.register import Register
from generator.remaking.facts import EVERY, KEPT, OF_A_CASE
from generator.remaking.kept import NUMBER
from generator.remaking.results import Result

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.audit.audit import Audit
    from generator.core.case import Case
    from generator.core.deciding import Link
    from generator.core.risks import Dependency
    from generator.history.states import History
    from generator.history.versions import Past
    from generator.pages.chart_view import Draw
    from generator.reading.load import Loaded
    from generator.remaking.facts import Facts
    from generator.remaking.results import Read

V = TypeVar("V")
T = TypeVar("T")

# Cases of which one thing is read: from there on, where they are more than half of the register, it
# is cheaper to say "of every case". Who reads a quarter of all cases says of which: else it would
# have to work again whenever any other case changes.
MANY = 2_000
MOST_AUDITS = 64  # that are held: cases name those of their own plan, which stand beside them


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
        self,
        as_at: date,
        *,
        production: bool,
        templates: Path,
        published: Published,
        draw: Draw = draw,
    ) -> Shelf:
        """What pages are made from; see ``shelve``, which makes the same of a whole register."""
        problems = self.facts.problems
        shelf = Shelf(
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
            audited=lambda path: self._audited(path, shelf),
            gone=self.watched("gone", self.facts.gone, self.facts.gone.__getitem__),
            chronicle=self._chronicle,
            published=published,
            draw=draw,
        )
        return shelf

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
        most = max(MANY, len(self.books.entries) // 2)
        every = {what for what, times in each.items() if times > most}
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

    def _audited(self, path: str, shelf: Shelf) -> Audit:
        """What the checks say of a case: of one that names figures of others, for their pages too.

        It is worked out through a lens of its own, so that whoever asks is known to have looked
        at what it was worked out from, and at nothing else.
        """
        if path not in self.facts.reaching:
            return shelf.check(path)
        held = self.facts.audits
        if path not in held:
            lens = Lens(self.facts)
            alone = lens.shelf(
                shelf.as_at, production=shelf.production, templates=shelf.templates,
                published=shelf.published,
            )  # fmt: skip
            held[path] = alone.check(path), frozenset(lens.reads)
            if len(held) > MOST_AUDITS:
                del held[next(iter(held))]
        found, reads = held[path]
        self.reads |= reads
        return found

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
