"""The register's own lists: councils, themes, source documents, milestones, what was removed.

A council, theme or source with a mistake in it is a known name all the same, and a list
that cannot be read makes no name unknown: one slip in ``themes.yml`` is one problem, and
not one more for every case.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.core.case import Case
from generator.core.cell_text import nearest, quoted
from generator.core.councils import Council, Moment, Source, Theme
from generator.core.deflators import Deflator
from generator.core.identity import NAME
from generator.core.problems import Fault, Place, Problem
from generator.core.redactions import Redaction
from generator.reading.deflators import deflator_problems
from generator.reading.fields import group_expected, missing_fields, read_record
from generator.reading.files import RawFile, TextFile, decode, raw_files
from generator.reading.rows import bad_id
from generator.reading.yamltext import YamlText, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.core.risks import Matrix

CODES = {
    "council-unknown": "A council that the register does not know.",
    "theme-unknown": "A theme that the register does not list.",
    "source-unknown": "A source document that the register does not list.",
    "milestone-time": "A milestone with neither a day nor a mark, or with both.",
    "matrix-unknown": "A risk matrix that the council's file does not hold.",
    "redaction-field-unknown": "A removal from something that no case has.",
    "matrix-ragged": "A row of a risk matrix with more or fewer words than the matrix has impacts.",
}

THEMES, SOURCES, COUNCIL = "cases/themes.yml", "cases/sources.yml", "council.yml"
DEFLATORS, MILESTONES = "cases/deflators.yml", "cases/milestones.yml"
REDACTIONS = "cases/redactions.yml"
OURS = ("id", "unreadable", "removed")  # no fields of the file
PARTS = [f.name for f in dataclass_fields(Case) if f.name not in OURS]

R = TypeVar("R")


@dataclass(kw_only=True, slots=True)
class Named(Generic[R]):
    """One list: its records that could be read, and the names of all.

    Attributes:
        sure: whether the list could be read as a whole, so that a name not in it is unknown.
    """

    records: dict[str, R] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    sure: bool = True

    def lacks(self, name: str) -> bool:
        """Whether no record has this name, for certain."""
        return self.sure and name not in self.names


@dataclass(kw_only=True, slots=True)
class Known:
    """All that a case may name, milestones, deflators, and what was removed from earlier versions.

    Attributes:
        removed_from: the paths of cases of which something, and not the whole, was removed, each
            with the place where it is named.
        removed_whole: those that were removed as a whole, likewise.
    """

    councils: Named[Council] = field(default_factory=Named)
    themes: Named[Theme] = field(default_factory=Named)
    sources: Named[Source] = field(default_factory=Named)
    moments: Named[Moment] = field(default_factory=Named)
    deflators: Named[Deflator] = field(default_factory=Named)
    redactions: Named[Redaction] = field(default_factory=Named)
    removed_from: tuple[tuple[str, Place], ...] = ()
    removed_whole: tuple[tuple[str, Place], ...] = ()

    def removals(self) -> tuple[Redaction, ...] | None:
        """What was removed; None where that could not be read whole, so that it may be more."""
        listed = self.redactions
        whole = listed.sure and listed.names == listed.records.keys()
        return tuple(listed.records.values()) if whole else None


def load_known(root: Path) -> Known:
    """The lists of the register in the folder `root`, without what is wrong in them."""
    found = [
        decode(item.content, item.path) if isinstance(item, RawFile) else item
        for item in raw_files(root)
        if isinstance(item, Problem) or item.path.endswith(".yml")
    ]
    refused = [item.place.path for item in found if isinstance(item, Problem)]
    return read_known([file for file in found if isinstance(file, TextFile)], refused)[0]


def read_known(files: Sequence[TextFile], refused: Sequence[str]) -> tuple[Known, list[Problem]]:
    """The lists that `files` hold; the files at the paths `refused` could not be read at all."""
    known = Known()
    problems: list[Problem] = []
    for file in files:
        if file.path == THEMES:
            problems += _keyed(Theme, file, known.themes)
        elif file.path == SOURCES:
            problems += _keyed(Source, file, known.sources)
        elif file.path == DEFLATORS:
            problems += _keyed(Deflator, file, known.deflators)
            problems += deflator_problems(known.deflators.records, file)
        elif file.path == MILESTONES:
            problems += _keyed(Moment, file, known.moments)
            problems += _times(file, known.moments)
        elif file.path == REDACTIONS:
            problems += _redactions(file, known)
        elif file.path.endswith(f"/{COUNCIL}"):
            problems += _council(file, known.councils)
    known.themes.sure &= THEMES not in refused
    known.sources.sure &= SOURCES not in refused
    known.redactions.sure &= REDACTIONS not in refused
    known.councils.names |= {p.split("/")[1] for p in refused if p.endswith(f"/{COUNCIL}")}
    return known, [*problems, *_publishers(known, files)]


def _keyed(record: type[R], file: TextFile, named: Named[R]) -> Iterator[Problem]:
    """Read a file that holds a record under each key."""
    yaml = read_yaml(file.readable, file.path)
    yield from (*file.problems, *yaml.problems)
    named.sure = "" not in yaml.spoilt
    named.names = yaml.tree.keys() | yaml.spoilt
    for key in yaml.tree:
        if not NAME.fullmatch(key):
            yield Problem(place=yaml.places.of_name((key,)), fault=bad_id(key))
        yield from _record(record, yaml, (key,), key, named)


def _times(file: TextFile, named: Named[Moment]) -> Iterator[Problem]:
    """A problem for each milestone that says in no way, or in two, when it was."""
    places = read_yaml(file.readable, file.path).places
    for key, moment in named.records.items():
        if (moment.dated is None) == (moment.mark is None):
            read = (
                "a milestone with a day and a mark" if moment.mark else "a milestone without a day"
            )
            fault = Fault(
                code="milestone-time",
                read=read,
                expected="a day under dated, or a mark in the history under mark",
                remedy="keep one of the two" if moment.mark else "add dated, such as 2018-02-15",
            )
            yield Problem(place=places.of_name((key,)), fault=fault)


def _redactions(file: TextFile, known: Known) -> Iterator[Problem]:
    wrong = [*_keyed(Redaction, file, known.redactions)]
    yield from wrong
    known.redactions.sure &= not wrong  # whatever the mistake is, more may have been meant
    places = read_yaml(file.readable, file.path).places
    for key, one in known.redactions.records.items():
        named = ((str(one.case), places.of((key, "case"))),)
        if not one.field:
            known.removed_whole += named
            continue
        known.removed_from += named
        name = one.field.partition(".")[0]
        if name not in PARTS:
            yield Problem(place=places.of((key, "field")), fault=_no_part(name))


def _no_part(name: str) -> Fault:
    suggestion = nearest(name, PARTS)
    return Fault(
        code="redaction-field-unknown",
        read=quoted(name),
        expected="a field of a case, such as people, or figures.programme-cost for one of several",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "see the fields of a case file, or leave the field out to remove the whole case",
    )


def _council(file: TextFile, named: Named[Council]) -> Iterator[Problem]:
    yaml = read_yaml(file.readable, file.path)
    yield from (*file.problems, *yaml.problems)
    name = file.path.split("/")[1]
    named.names.add(name)
    yield from _record(Council, yaml, (), name, named)
    council = named.records.get(name)
    for number, matrix in enumerate(council.matrices if council else ()):
        for row, fault in _ragged(matrix):
            yield Problem(place=yaml.places.of(("matrices", number, "rows", row)), fault=fault)


def _record(
    record: type[R], yaml: YamlText, at: tuple[str, ...], name: str, named: Named[R]
) -> Iterator[Problem]:
    """Read one record; it is left out where something that it needs cannot be read."""
    tree: Any = yaml.tree[at[0]] if at else yaml.tree
    spoilt = () if at else yaml.spoilt
    if not isinstance(tree, dict):
        yield Problem(place=yaml.places.of(at), fault=group_expected(tree))
        return
    values, wrong, _ = read_record(record, tree, yaml.places, at, spoilt)
    yield from wrong
    if not at or at[0] not in yaml.spoilt:
        yield from missing_fields(record, tree, yaml.places, at, spoilt)
    if _required(record) <= values.keys():
        named.records[name] = record(**values)


def _required(record: Any) -> set[str]:  # noqa: ANN401 - any kind of record
    return {f.name for f in dataclass_fields(record) if f.default is f.default_factory is MISSING}


def _ragged(matrix: Matrix) -> Iterator[tuple[int, Fault]]:
    for number, row in enumerate(matrix.rows):
        if len(row.words) != len(matrix.impacts):
            yield (
                number,
                Fault(
                    code="matrix-ragged",
                    read=f"{len(row.words)} words for {len(matrix.impacts)} impacts",
                    expected="a word for each impact",
                    remedy="give the row as many words as the matrix has impacts",
                ),
            )


def _publishers(known: Known, files: Sequence[TextFile]) -> Iterator[Problem]:
    """A problem for each source of a council that has no folder."""
    file = next((file for file in files if file.path == SOURCES), None)
    if file is None:
        return
    places = read_yaml(file.readable, file.path).places
    for key, source in known.sources.records.items():
        if known.councils.lacks(source.council):
            fault = not_listed("council", source.council, known.councils.names, "a folder of cases")
            yield Problem(place=places.of((key, "council")), fault=fault)


def not_listed(what: str, key: str, names: set[str], where: str) -> Fault:
    """The fault for a name that no list holds, with the nearest one that is there."""
    suggestion = nearest(key, sorted(names))
    return Fault(
        code=f"{what}-unknown",
        read=f"the {what} {quoted(key)}",
        expected=f"a {what} that is listed in {where}",
        remedy=f"write “{suggestion}”, if that is meant" if suggestion else f"add it to {where}",
    )
