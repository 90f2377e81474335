"""The register as the cache keeps it: what each file said, for as long as it says the same.

A file whose bytes are those of the last build is not read again. Of its case each field stands
packed on the disk, the small ones together and the large ones together, and is taken from there
when somebody asks. So a build holds some hundred bytes of each case, however many there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.core.identity import CaseId
from generator.core.problems import Problem
from generator.core.relations import by_named, cases_named
from generator.history.states import names_of
from generator.reading.files import RawFile, TextFile, decode, raw_files
from generator.reading.known import Known, read_known
from generator.reading.load import Loaded, load_case
from generator.reading.register import (
    Names,
    names_in,
    no_register,
    references_twice,
    refused_cases,
)
from generator.remaking.pool import each
from generator.remaking.thin import CASE_FIELDS, thin_case, thin_loaded
from generator.site.digest import SIZE, Notes, digest
from generator.site.errors import SiteError
from generator.site.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.core.case import Case
    from generator.site.packs import Packs, Place

MOST_LIGHT = 2048  # bytes of a packed field that stands with the small ones
POSITION = {name: number * SIZE for number, name in enumerate(CASE_FIELDS)}


@dataclass(kw_only=True, slots=True)
class Entry:
    """One case file as kept.

    Attributes:
        content: the digest of the file's bytes.
        blobs: the names that git can have for them; see ``names_of``.
        fields: the digest of each field of the case, one after the other.
        light: where the small fields stand, each packed, by name, packed together.
        heavy: where the others do.
        committee: as the case has it, and likewise what follows.
        themes: see there.
        references: see there.
        points_at: the paths of other cases that it links to or depends on.
        figures_of: those of other cases of which its relations name a figure.
        names: where its ``Names`` stand, packed.
        problems: what is wrong with the file in itself.
        results: what was worked out from it, by the name of the work (see ``results.Result``).
    """

    content: bytes
    blobs: tuple[str, ...]
    fields: bytes
    light: Place
    heavy: Place
    committee: str | None
    themes: tuple[str, ...]
    references: tuple[str, ...]
    points_at: tuple[str, ...]
    figures_of: tuple[str, ...]
    names: Place
    problems: tuple[Problem, ...]
    results: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ListsRead:
    """The register's own lists as they were read.

    Attributes:
        content: the digest of all of their files, and of what could not be read.
        known: what they hold.
        problems: what is wrong in them.
    """

    content: bytes
    known: Known
    problems: tuple[Problem, ...]


Packed = dict[str, bytes]  # each field of a case by its name


@dataclass(kw_only=True)
class Books:
    """A register, as far as it is at hand.

    Attributes:
        entries: every case by its path, in the order of the paths.
        lists_read: councils, themes and sources.
        refused: paths of cases that could not be read at all.
        problems: what is wrong with files that are no case, and with the lists.
    """

    root: Path
    packs: Packs
    entries: dict[str, Entry]
    lists_read: ListsRead
    refused: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def known(self) -> Known:
        """Councils, themes and sources."""
        return self.lists_read.known

    def case(self, path: str, asked: Callable[[str], object] = lambda _: None) -> Case:
        """A case whose fields come when asked for; `asked` hears of each that is."""
        held: Packed = {}

        def ask(name: str) -> Any:  # noqa: ANN401 - a field of any type
            asked(name)
            if name == "id":
                council, year, slug = path.split("/")
                return CaseId(council=council, year_folder=year, slug=slug)
            if not held:
                held.update(self.packs.value(self.entries[path].light))
            if name not in held:
                held.update(self.packs.value(self.entries[path].heavy))
            return unpack(held[name])

        return thin_case(ask)

    def loaded(self, path: str, asked: Callable[[str], object] = lambda _: None) -> Loaded:
        """The same with problems and places; `asked` hears an empty text for those."""
        case = self.case(path, asked)

        def ask(name: str) -> Any:  # noqa: ANN401 - a field of any type
            if name == "case":
                return case
            asked("")
            return self.entries[path].problems if name == "problems" else self._read(path).places

        return thin_loaded(ask)

    def names(self, path: str) -> Names:
        """What a case names beyond its own file."""
        names: Names = self.packs.value(self.entries[path].names)
        return names

    def references_twice(self) -> list[Problem]:
        """A problem at each case that claims a reference which another has."""
        references = {path: entry.references for path, entry in self.entries.items()}
        return list(references_twice(references, lambda path: self._read(path).places))

    def pointers(self) -> Mapping[str, list[str]]:
        """By path of a case, those that point at it, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, entry in self.entries.items():
            for other in entry.points_at:
                found[other].append(path)
        return found

    def naming(self) -> Mapping[str, tuple[str, ...]]:
        """By path of a case, the paths of those that name a figure of it, in order."""
        return by_named({path: entry.figures_of for path, entry in self.entries.items()})

    def _read(self, path: str) -> Loaded:
        """A case in full, from its file.

        Raises:
            SiteError: the file is no longer what it was at the beginning of this build.
        """
        body = _bytes(self.root, path, self.entries[path].content)
        found = decode(body, f"cases/{path}.md")
        if isinstance(found, Problem):
            raise SiteError(f"{found.place.path} was changed while the site was built.")
        return load_case(found)


def open_books(
    root: Path, packs: Packs, kept: Mapping[str, Entry], lists_read: ListsRead | None, notes: Notes
) -> Books:
    """Read the register; of the files that `kept` and `lists_read` know, none again.

    Args:
        root: the register's folder.
        packs: where the pieces of cases stand.
        kept: every case as the last build left it.
        lists_read: the register's lists, likewise.
        notes: on files that need not even be opened to know what they hold.
    """
    if not (root / "cases").is_dir():
        nothing = ListsRead(content=b"", known=Known(), problems=())
        return Books(
            root=root, packs=packs, entries={}, lists_read=nothing, refused=frozenset(),
            problems=(no_register(),),
        )  # fmt: skip
    entries: dict[str, Entry] = {}
    new: dict[str, bytes] = {}
    lists: list[TextFile] = []
    problems: list[Problem] = []
    untouched = {
        name: path
        for path, entry in kept.items()
        if (note := notes.now.get(str(root / (name := f"cases/{path}.md"))))
        and note[-1] == entry.content
    }
    for item in raw_files(root, untouched):
        path = _path(item)
        if isinstance(item, RawFile) and item.path.endswith(".md"):
            if item.path in untouched:
                entries[path] = kept[path]
                continue
            content, known = digest(item.content), kept.get(path)
            if known is not None and known.content == content:
                entries[path] = known
            else:
                new[path] = content
        else:
            _sort(item, lists, problems)
    for path, found in zip(new, each(partial(_read_new, root), [*new.items()]), strict=True):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            entries[path] = placed(found, packs)
    packs.write()
    refused = [problem.place.path for problem in problems]
    lists_now = _read_lists(lists, refused, lists_read)
    return Books(
        root=root, packs=packs, entries=dict(sorted(entries.items())), lists_read=lists_now,
        refused=refused_cases(refused), problems=(*problems, *lists_now.problems),
    )  # fmt: skip


def _read_lists(lists: list[TextFile], refused: list[str], kept: ListsRead | None) -> ListsRead:
    """The register's lists: those that are kept, where all files are as they were."""
    texts = (part for file in lists for part in (file.path, file.text))
    content = digest(*(part.encode("utf-8") for part in (*refused, "", *texts)))
    if kept is not None and kept.content == content:
        return kept
    known, wrong = read_known(lists, refused)
    return ListsRead(content=content, known=known, problems=tuple(wrong))


def _path(item: RawFile | Problem) -> str:
    name = item.path if isinstance(item, RawFile) else item.place.path
    return name.removeprefix("cases/").removesuffix(".md")


def _sort(item: RawFile | Problem, lists: list[TextFile], problems: list[Problem]) -> None:
    found = decode(item.content, item.path) if isinstance(item, RawFile) else item
    if isinstance(found, Problem):
        problems.append(found)
    else:
        lists.append(found)


def _read_new(root: Path, one: tuple[str, bytes]) -> Entry | Problem:
    """What is to be kept of a case file; `one` is its path and its digest."""
    path, content = one
    body = _bytes(root, path, content)
    file = decode(body, f"cases/{path}.md")
    if isinstance(file, Problem):
        return file
    return entry_of(load_case(file), content, names_of(body))


def _bytes(root: Path, path: str, content: bytes) -> bytes:
    """What a case's file holds, as it was at the beginning of this build.

    Raises:
        SiteError: it is not, any more.
    """
    name = f"cases/{path}.md"
    try:
        body = (root / name).read_bytes()
    except OSError:
        body = b""
    if digest(body) != content:
        raise SiteError(f"{name} was changed while the site was built. Build again.")
    return body


def entry_of(loaded: Loaded, content: bytes, blobs: tuple[str, ...]) -> Entry:
    """What is to be kept of a case: with the pieces themselves in the place of their places."""
    case = loaded.case
    fields: Packed = {name: pack(getattr(case, name)) for name in CASE_FIELDS}
    light = {name: body for name, body in fields.items() if len(body) <= MOST_LIGHT}
    heavy = {name: body for name, body in fields.items() if name not in light}
    return Entry(
        content=content,
        blobs=blobs,
        fields=b"".join(map(digest, fields.values())),
        light=pack(light),
        heavy=pack(heavy),
        committee=case.committee,
        themes=case.themes,
        references=case.references,
        points_at=_points_at(case),
        figures_of=cases_named(case.relations),
        names=pack(names_in(loaded)),
        problems=loaded.problems,
    )


def placed(entry: Entry, packs: Packs) -> Entry:
    """What is kept of a case, its pieces put on the disk."""
    light, heavy, names = map(packs.add, (entry.light, entry.heavy, entry.names))
    return replace(entry, light=light, heavy=heavy, names=names)


def _points_at(case: Case) -> tuple[str, ...]:
    pointers: Iterable[Any] = (*case.links, *case.dependencies)
    others = {str(p.case) for p in pointers if p.case is not None and p.case != case.id}
    return tuple(sorted(others))
