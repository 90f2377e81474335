"""The whole register: every case, council, theme, source, milestone; every problem of every file.

What one file cannot see by itself is checked here: a council, theme or source that
is not listed, a reference that two cases of one plan claim, a link or a relation to a
case that is not there. All problems of all files come out of one run.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.core.cell_text import LONGEST_NAME, nearest, quoted
from generator.core.evaluate import evaluate
from generator.core.identity import normal_reference
from generator.core.problems import Fault, Place, Problem
from generator.reading.files import Found, TextFile, read_files
from generator.reading.known import SOURCES, THEMES, Known, not_listed, read_known
from generator.reading.load import Loaded, has_whole_figures, load_case

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.core.case import Case
    from generator.core.councils import Council, Moment, Source, Theme
    from generator.core.deflators import Deflator
    from generator.core.redactions import Redaction
    from generator.reading.yamltext import Path as ValuePath
    from generator.reading.yamltext import Places

CODES = {
    "register-missing": "A folder without the cases of a register.",
    "reference-twice": "A reference that two cases of the same plan claim.",
    "case-unknown": "A link to a case that is not in the register.",
    "redaction-case-unknown": "A removal from a case that is not in the register.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Register:
    """A register as read; mappings are by folder, key or path, in the order of their names.

    `removals` is what was removed from earlier versions; None where that could not be read whole.
    """

    cases: Mapping[str, Loaded]
    councils: Mapping[str, Council]
    themes: Mapping[str, Theme]
    sources: Mapping[str, Source]
    deflators: Mapping[str, Deflator] = field(default_factory=dict)
    removals: tuple[Redaction, ...] | None = ()
    problems: tuple[Problem, ...]
    moments: Mapping[str, Moment] = field(default_factory=dict)

    def case(self, path: str) -> Case | None:
        """The case at ``council/plan-year/slug``."""
        loaded = self.cases.get(path)
        return loaded.case if loaded else None


def load_register(root: Path) -> Register:
    """Read everything below ``root/cases``."""
    if not (root / "cases").is_dir():
        return Register(cases={}, councils={}, themes={}, sources={}, problems=(no_register(),))
    return register_of(read_files(root))


def register_of(found: Iterable[Found]) -> Register:
    """The register that some files make, of which some may not be readable at all."""
    found = list(found)
    files = [item for item in found if isinstance(item, TextFile)]
    problems = [item for item in found if isinstance(item, Problem)]
    refused = [problem.place.path for problem in problems]
    known, wrong = read_known(files, refused)
    loaded = {str(item.case.id): item for item in map(load_case, _case_files(files))}
    cases = {path: item.case for path, item in loaded.items()}
    lost = refused_cases(refused)
    problems += wrong
    for item in loaded.values():
        names = names_in(item)
        problems += [*item.problems, *problems_beyond(item.case, names, known, cases, lost)]
    problems += references_twice(
        {path: item.case.references for path, item in loaded.items()},
        lambda path: loaded[path].places,
    )
    problems += removed_from_nothing(known, cases, lost)
    in_order = sorted(problems, key=lambda problem: problem.sort_key)
    return Register(
        cases=loaded, councils=known.councils.records, themes=known.themes.records,
        sources=known.sources.records, deflators=known.deflators.records,
        moments=known.moments.records, removals=known.removals(), problems=tuple(in_order),
    )  # fmt: skip


def _case_files(files: list[TextFile]) -> Iterator[TextFile]:
    return (file for file in files if file.path.endswith(".md"))


def refused_cases(refused: Iterable[str]) -> frozenset[str]:
    """The paths of cases whose files could not be read at all: they are no unknown cases."""
    return frozenset(path.removeprefix("cases/").removesuffix(".md") for path in refused)


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """What a case names that its own file does not hold, each with the place where it does.

    Attributes:
        file: where the case's council is named: in the path of its file.
        themes: by key.
        sources: by key.
        matrix: of risks, in the council's file.
        cases: by path.
        relations: by number, those that reach into other cases, with the paths of these.
    """

    file: Place
    themes: tuple[tuple[str, Place], ...]
    sources: tuple[tuple[str, Place], ...]
    matrix: tuple[str, Place] | None
    cases: tuple[tuple[str, Place], ...]
    relations: tuple[tuple[int, tuple[str, ...], Place], ...]


def names_in(item: Loaded) -> Names:
    """What a case names."""
    case, places = item.case, item.places
    matrix = case.risk_log.matrix if case.risk_log else None
    pointers = [(("links", n, "case"), link.case) for n, link in enumerate(case.links)]
    pointers += [(("dependencies", n, "case"), d.case) for n, d in enumerate(case.dependencies)]
    return Names(
        file=Place(path=places.file),
        themes=tuple((key, places.of(("themes", n))) for n, key in enumerate(case.themes)),
        sources=tuple((key, places.of(path)) for path, key in _sources(case) if key),
        matrix=(matrix, places.of(("risk_log", "matrix"))) if matrix else None,
        cases=tuple((str(other), places.of(path)) for path, other in pointers if other),
        relations=tuple(_reaching(item)),
    )


def _reaching(item: Loaded) -> Iterator[tuple[int, tuple[str, ...], Place]]:
    for number, relation in enumerate(item.case.relations):
        paths = {name.rpartition("#")[0] for name in relation.names if "#" in name}
        if paths:
            yield number, tuple(sorted(paths)), item.places.of(("relations", number))


def problems_beyond(
    case: Case, names: Names, known: Known, cases: Mapping[str, Case], refused: frozenset[str]
) -> Iterator[Problem]:
    """What is wrong with a case that its own file does not show.

    Args:
        case: it is looked into only where relations reach into other cases.
        names: what it names.
        known: the lists of the register.
        cases: every case that could be read, by its path.
        refused: see ``refused_cases``.
    """
    yield from _unlisted(case.id.council, names, known)
    for other, place in names.cases:
        if other not in cases and other not in refused:
            yield Problem(place=place, fault=_no_case(other, list(cases)))
    for number, paths, place in names.relations:
        if any(path in refused and path not in cases for path in paths):
            continue
        named_cases = [case, *(cases[path] for path in paths if path in cases)]
        sums = evaluate(case, case.relations[number], cases)
        if isinstance(sums, Fault) and all(map(has_whole_figures, named_cases)):
            yield Problem(place=place, fault=sums)


def _unlisted(folder: str, names: Names, known: Known) -> Iterator[Problem]:
    """A problem for each council, theme, source or matrix that is in no list."""
    if known.councils.lacks(folder):
        yield Problem(place=names.file, fault=_no_council(folder, known.councils.names))
    for theme, place in names.themes:
        if known.themes.lacks(theme):
            fault = not_listed("theme", theme, known.themes.names, THEMES)
            yield Problem(place=place, fault=fault)
    for source, place in names.sources:
        if known.sources.lacks(source):
            fault = not_listed("source", source, known.sources.names, SOURCES)
            yield Problem(place=place, fault=fault)
    council = known.councils.records.get(folder)
    matrices = {m.id for m in council.matrices} if council else set()
    if names.matrix and council and names.matrix[0] not in matrices:
        fault = not_listed("matrix", names.matrix[0], matrices, f"cases/{folder}/council.yml")
        yield Problem(place=names.matrix[1], fault=fault)


def _sources(case: Case) -> Iterator[tuple[ValuePath, str | None]]:
    """Each place where a case names its source, or another one for a table or a row."""
    yield ("source",), case.source
    for table in case.tables:
        yield ("tables", table.id), table.context.source
        for row in table.rows:
            yield ("tables", table.id, row.id, "source"), row.context.source
    for name in ("figures", "claims", "benefits"):
        for item in getattr(case, name):
            yield (name, item.id, "source"), item.context.source
    for name in ("milestones", "stakeholders"):
        for number, item in enumerate(getattr(case, name)):
            yield (name, number, "source"), item.context.source


def removed_from_nothing(
    known: Known, cases: Collection[str], refused: frozenset[str]
) -> Iterator[Problem]:
    """A problem for each case that is not there and of which a part was removed.

    A slip in its path would leave standing what should not be shown any more. A case that was
    removed as a whole need not be there.
    """
    for path, place in known.removed_from:
        if path not in cases and path not in refused:
            yield Problem(place=place, fault=_no_case_to_remove_from(path, list(cases)))


def removed_from_nobody(known: Known, paths: Collection[str]) -> Iterator[Problem]:
    """A problem for each removal of a whole case that the register never had.

    Args:
        known: the lists, with what was removed.
        paths: of all cases that are there or were; who knows no history cannot ask.
    """
    for path, place in known.removed_whole:
        if path not in paths:
            yield Problem(place=place, fault=_no_case_to_remove_from(path, sorted(paths)))


def references_twice(
    references: Mapping[str, Sequence[str]], places_of: Callable[[str], Places]
) -> Iterator[Problem]:
    """A problem at each case that claims a reference which another case of its plan has.

    Args:
        references: those of each case, by its path.
        places_of: where each value of a case stands.
    """
    claims: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for path, claimed in references.items():
        plan = path.rpartition("/")[0]
        for number, reference in enumerate(claimed):
            if normal := normal_reference(reference):
                claims[plan, normal].append((path, number))
    for held in claims.values():
        (first, _), *others = held
        for path, number in others:
            place = places_of(path).of(("references", number))
            fault = _reference_twice(references[path][number], path, first)
            yield Problem(place=place, fault=fault)


def no_register() -> Problem:
    """The problem of a folder that holds no register."""
    return Problem(
        place=Place(path="cases"),
        fault=Fault(
            code="register-missing",
            read="no folder “cases” here",
            expected="the folder of a register, with a folder “cases” in it",
            remedy="change to the register's folder first",
        ),
    )


def _no_council(folder: str, names: set[str]) -> Fault:
    suggestion = nearest(folder, sorted(names))
    return Fault(
        code="council-unknown",
        read=f"the folder “{folder}”, which has no council.yml",
        expected="the folder of a council of this register",
        remedy=f"move the case to “{suggestion}”, if that is meant"
        if suggestion
        else f"add cases/{folder}/council.yml",
    )


def _no_case(path: str, known: list[str]) -> Fault:
    suggestion = nearest(path, known)
    return Fault(
        code="case-unknown",
        read=f"the case {quoted(path, LONGEST_NAME)}",
        expected="the path of a case in this register",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "name it with “name” instead of “case” where it is not in this register",
    )


def _no_case_to_remove_from(path: str, known: list[str]) -> Fault:
    suggestion = nearest(path, known)
    return Fault(
        code="redaction-case-unknown",
        read=f"the case {quoted(path, LONGEST_NAME)}",
        expected="the path that a case of this register has, or had if all of it was removed",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "write the path of its file without cases/ and .md",
    )


def _reference_twice(reference: str, path: str, first: str) -> Fault:
    owner = "this case" if path == first else first
    return Fault(
        code="reference-twice",
        read=f"the reference {quoted(reference)}, which {owner} has already",
        expected="each reference of a plan once",
        remedy="take one of the two out"
        if path == first
        else "correct the reference, or put both into one case",
    )
