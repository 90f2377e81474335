"""The register as the cache keeps it: what each file said, for as long as it says the same.

A file whose bytes are those of the last build is not read again. Of its case the small fields
are at hand, packed one by one, each with its digest; who needs the rest gets it from the file.
So a build holds a few kilobytes of each case, however many there are.
"""

from __future__ import annotations

import pickle
from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.core.problems import Problem
from generator.reading.files import RawFile, TextFile, decode, raw_files
from generator.reading.known import Known, read_known
from generator.reading.load import Loaded, load_case
from generator.reading.register import no_register, references_twice, refused_cases
from generator.remaking.thin import CASE_FIELDS, thin_case, thin_loaded
from generator.site.digest import SIZE, digest
from generator.site.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.core.case import Case

MOST_LIGHT = 8192  # bytes of a packed field that is kept; a longer one is read from its file
MOST_WHOLE = 1_000  # cases held in full at a time, of some 150 kB each; others are read again
POSITION = {name: number * SIZE for number, name in enumerate(CASE_FIELDS)}


@dataclass(kw_only=True, slots=True)
class Entry:
    """One case file as kept.

    Attributes:
        content: the digest of the file's bytes.
        fields: the digest of each field of the case, one after the other.
        light: the small fields, each packed, by name, packed together.
        points_at: the paths of other cases that it links to or depends on.
        problems: what is wrong with the file in itself.
        results: what was worked out from it, by the name of the work (see ``lens.Result``).
    """

    content: bytes
    fields: bytes
    light: bytes
    points_at: tuple[str, ...]
    problems: tuple[Problem, ...]
    results: dict[str, Any] = field(default_factory=dict)


@dataclass(kw_only=True)
class Books:
    """A register, as far as it is at hand.

    Attributes:
        entries: every case by its path, in the order of the paths.
        known: councils, themes and sources.
        refused: paths of cases that could not be read at all.
        problems: what is wrong with files that are no case, and with the lists.
    """

    root: Path
    entries: dict[str, Entry]
    known: Known
    refused: frozenset[str]
    problems: tuple[Problem, ...]
    _whole: OrderedDict[str, Loaded] = field(default_factory=OrderedDict)

    def whole(self, path: str) -> Loaded:
        """A case in full, from its file.

        Raises:
            SiteError: the file is no longer what it was at the beginning of this build.
        """
        if path not in self._whole:
            self._whole[path] = self._read(path)
            if len(self._whole) > MOST_WHOLE:
                self._whole.popitem(last=False)
        return self._whole[path]

    def _read(self, path: str) -> Loaded:
        name = f"cases/{path}.md"
        try:
            content = (self.root / name).read_bytes()
        except OSError:
            content = b""
        found = decode(content, name)
        if digest(content) != self.entries[path].content or isinstance(found, Problem):
            raise SiteError(f"{name} was changed while the site was built. Build again.")
        return load_case(found)

    def case(self, path: str, asked: Callable[[str], object] = lambda _: None) -> Case:
        """A case whose fields come when asked for; `asked` hears of each that is."""
        light: dict[str, bytes] = {}

        def ask(name: str) -> Any:  # noqa: ANN401 - a field of any type
            asked(name)
            if not light:
                light.update(pickle.loads(self.entries[path].light))  # noqa: S301 - sealed, see store
            if name in light:
                return pickle.loads(light[name])  # noqa: S301 - sealed, see store
            return getattr(self.whole(path).case, name)

        return thin_case(ask)

    def loaded(self, path: str, asked: Callable[[str], object] = lambda _: None) -> Loaded:
        """The same with problems and places; `asked` hears an empty text for those."""
        case = self.case(path, asked)

        def ask(name: str) -> Any:  # noqa: ANN401 - a field of any type
            if name == "case":
                return case
            asked("")
            return self.entries[path].problems if name == "problems" else self.whole(path).places

        return thin_loaded(ask)

    def references_twice(self) -> list[Problem]:
        """A problem at each case that claims a reference which another has."""
        return list(references_twice({path: self.loaded(path) for path in self.entries}))

    def pointers(self) -> Mapping[str, list[str]]:
        """By path of a case, those that point at it, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, entry in self.entries.items():
            for other in entry.points_at:
                found[other].append(path)
        return found


def open_books(root: Path, kept: Mapping[str, Entry]) -> Books:
    """Read the register; of the files that `kept` knows, none again."""
    if not (root / "cases").is_dir():
        return Books(
            root=root, entries={}, known=Known(), refused=frozenset(), problems=(no_register(),)
        )
    entries: dict[str, Entry] = {}
    lists: list[TextFile] = []
    problems: list[Problem] = []
    whole: OrderedDict[str, Loaded] = OrderedDict()
    for item in raw_files(root):
        found = _entry(item, kept, whole) if _is_case(item) else _text(item)
        if isinstance(found, Problem):
            problems.append(found)
        elif isinstance(found, TextFile):
            lists.append(found)
        else:
            entries[_path(item)] = found
    refused = [problem.place.path for problem in problems]
    known, wrong = read_known(lists, refused)
    ordered = dict(sorted(entries.items()))
    return Books(
        root=root, entries=ordered, known=known, refused=refused_cases(refused),
        problems=(*problems, *wrong), _whole=whole,
    )  # fmt: skip


def _is_case(item: RawFile | Problem) -> bool:
    return isinstance(item, RawFile) and item.path.endswith(".md")


def _path(item: RawFile | Problem) -> str:
    name = item.path if isinstance(item, RawFile) else item.place.path
    return name.removeprefix("cases/").removesuffix(".md")


def _text(item: RawFile | Problem) -> TextFile | Problem:
    return decode(item.content, item.path) if isinstance(item, RawFile) else item


def _entry(
    item: RawFile | Problem, kept: Mapping[str, Entry], whole: dict[str, Loaded]
) -> Entry | Problem:
    """The entry of a case file: the one that is kept, or a new one, whose case joins `whole`."""
    if isinstance(item, Problem):
        return item
    content, known = digest(item.content), kept.get(_path(item))
    if known is not None and known.content == content:
        return known
    file = decode(item.content, item.path)
    if isinstance(file, Problem):
        return file
    loaded = load_case(file)
    if len(whole) < MOST_WHOLE:
        whole[_path(item)] = loaded
    return entry_of(loaded, content)


def entry_of(loaded: Loaded, content: bytes) -> Entry:
    """What is kept of a case."""
    case = loaded.case
    packed = {name: pickle.dumps(getattr(case, name), protocol=5) for name in CASE_FIELDS}
    light = {name: body for name, body in packed.items() if len(body) <= MOST_LIGHT}
    return Entry(
        content=content,
        fields=b"".join(map(digest, packed.values())),
        light=pickle.dumps(light, protocol=5),
        points_at=_points_at(case),
        problems=loaded.problems,
    )


def _points_at(case: Case) -> tuple[str, ...]:
    pointers: Iterable[Any] = (*case.links, *case.dependencies)
    others = {str(p.case) for p in pointers if p.case is not None and p.case != case.id}
    return tuple(sorted(others))
