"""The whole register: every case, council, theme and source, and every problem of every file.

What one file cannot see by itself is checked here: a council, theme or source that
is not listed, a reference that two cases of one plan claim, a link or a relation to a
case that is not there. All problems of all files come out of one run.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from generator.core.cell_text import nearest
from generator.core.councils import Council, Source, Theme
from generator.core.identity import normal_reference
from generator.core.problems import Fault, Place, Problem
from generator.core.sums import evaluate
from generator.reading.fields import missing_fields, read_record
from generator.reading.files import TextFile, read_files
from generator.reading.load import Loaded, load_case
from generator.reading.yamltext import Path as ValuePath
from generator.reading.yamltext import YamlText, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.core.case import Case

CODES = {
    "register-missing": "A folder without the cases of a register.",
    "council-unknown": "A case of a council that the register does not know.",
    "theme-unknown": "A theme that the register does not list.",
    "source-unknown": "A source document that the register does not list.",
    "reference-twice": "A reference that two cases of the same plan claim.",
    "case-unknown": "A link to a case that is not in the register.",
    "matrix-unknown": "A risk matrix that the council's file does not hold.",
}

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True, slots=True)
class Register:
    """A register as read; mappings are by folder, key or path, in the order of their names."""

    cases: Mapping[str, Loaded]
    councils: Mapping[str, Council]
    themes: Mapping[str, Theme]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...]

    def case(self, path: str) -> Case | None:
        """The case at ``council/plan-year/slug``."""
        loaded = self.cases.get(path)
        return loaded.case if loaded else None


def load_register(root: Path) -> Register:
    """Read everything below ``root/cases``."""
    if not (root / "cases").is_dir():
        return Register(cases={}, councils={}, themes={}, sources={}, problems=(_no_register(),))
    problems: list[Problem] = []
    files: list[TextFile] = []
    for found in read_files(root):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(found)
    councils, themes, sources = _lists(files, problems)
    loaded = {str(item.case.id): item for item in map(load_case, _case_files(files))}
    for item in loaded.values():
        problems += [*item.problems, *_unlisted(item, councils, themes, sources)]
        problems += _to_other_cases(item, loaded)
    problems += _references_twice(loaded)
    in_order = sorted(problems, key=lambda problem: problem.sort_key)
    return Register(
        cases=loaded, councils=councils, themes=themes, sources=sources, problems=tuple(in_order)
    )


def _case_files(files: list[TextFile]) -> Iterator[TextFile]:
    return (file for file in files if file.path.endswith(".md"))


def _lists(
    files: list[TextFile], problems: list[Problem]
) -> tuple[dict[str, Council], dict[str, Theme], dict[str, Source]]:
    councils: dict[str, Council] = {}
    themes: dict[str, Theme] = {}
    sources: dict[str, Source] = {}
    for file in files:
        if file.path.endswith("/council.yml"):
            yaml = read_yaml(file.text, file.path)
            problems += yaml.problems
            council = _record(Council, yaml, (), problems)
            if council:
                councils[file.path.split("/")[1]] = council
        elif file.path == "cases/themes.yml":
            themes = _keyed(Theme, file, problems)
        elif file.path == "cases/sources.yml":
            sources = _keyed(Source, file, problems)
    return councils, themes, sources


def _keyed(record: type[R], file: TextFile, problems: list[Problem]) -> dict[str, R]:
    yaml = read_yaml(file.text, file.path)
    problems += yaml.problems
    found = ((key, _record(record, yaml, (key,), problems)) for key in yaml.tree)
    return {key: value for key, value in found if value is not None}


def _record(
    record: type[R], yaml: YamlText, at: tuple[str, ...], problems: list[Problem]
) -> R | None:
    """One record of a list; None where something that it needs cannot be read."""
    tree: Any = yaml.tree
    for part in at:
        tree = tree[part]
    if not isinstance(tree, dict):
        tree = {}
    values, wrong, _ = read_record(record, tree, yaml.places, at)
    missing = missing_fields(record, tree, yaml.places, at)
    problems += [*wrong, *missing]
    return None if missing or wrong else record(**values)


def _unlisted(
    item: Loaded,
    councils: Mapping[str, Council],
    themes: Mapping[str, Theme],
    sources: Mapping[str, Source],
) -> Iterator[Problem]:
    """A problem for each council, theme, source or matrix that is in no list."""
    case, places = item.case, item.places
    if case.id.council not in councils:
        place = Place(path=places.file)
        yield Problem(place=place, fault=_no_council(case.id.council, list(councils)))
    for number, theme in enumerate(case.themes):
        if theme not in themes:
            fault = _not_listed("theme", theme, list(themes), "cases/themes.yml")
            yield Problem(place=places.of(("themes", number)), fault=fault)
    named: list[tuple[ValuePath, str]] = [(("source",), case.source)] if case.source else []
    named += [(("tables", t.id), t.context.source or "") for t in case.tables]
    named += [(("figures", f.id, "amount"), f.context.source or "") for f in case.figures]
    for path, source in named:
        if source and source not in sources:
            fault = _not_listed("source", source, list(sources), "cases/sources.yml")
            yield Problem(place=places.of(path), fault=fault)
    matrix = case.risk_log.matrix if case.risk_log else None
    council = councils.get(case.id.council)
    known = [m.id for m in council.matrices] if council else []
    if matrix and council and matrix not in known:
        fault = _not_listed("matrix", matrix, known, f"cases/{case.id.council}/council.yml")
        yield Problem(place=places.of(("risk_log", "matrix")), fault=fault)


def _to_other_cases(item: Loaded, loaded: Mapping[str, Loaded]) -> Iterator[Problem]:
    case, places = item.case, item.places
    named = [(("links", n, "case"), link.case) for n, link in enumerate(case.links)]
    named += [(("dependencies", n, "case"), d.case) for n, d in enumerate(case.dependencies)]
    for path, other in named:
        if other is not None and str(other) not in loaded:
            fault = _no_case(str(other), list(loaded))
            yield Problem(place=places.of(path), fault=fault)
    others = {path: other.case for path, other in loaded.items()}
    for number, relation in enumerate(case.relations):
        if any("#" in name for name in relation.names):
            sums = evaluate(case, relation, others)
            if isinstance(sums, Fault):
                yield Problem(place=places.of(("relations", number)), fault=sums)


def _references_twice(loaded: Mapping[str, Loaded]) -> Iterator[Problem]:
    """A problem at each case that claims a reference which another case of its plan has."""
    claims: dict[tuple[str, str, str], list[tuple[Loaded, int]]] = defaultdict(list)
    for item in loaded.values():
        for number, reference in enumerate(item.case.references):
            id_ = item.case.id
            key = (id_.council, id_.year_folder, normal_reference(reference))
            claims[key].append((item, number))
    for (_, _, _), held in claims.items():
        first, *others = held
        for item, number in others:
            place = item.places.of(("references", number))
            fault = _reference_twice(item.case.references[number], str(first[0].case.id))
            yield Problem(place=place, fault=fault)


def _no_register() -> Problem:
    return Problem(
        place=Place(path="cases"),
        fault=Fault(
            code="register-missing",
            read="no folder “cases” here",
            expected="the folder of a register, with a folder “cases” in it",
            remedy="change to the register's folder first",
        ),
    )


def _no_council(folder: str, known: list[str]) -> Fault:
    suggestion = nearest(folder, known)
    return Fault(
        code="council-unknown",
        read=f"the folder “{folder}”, which has no council.yml that can be read",
        expected="the folder of a council of this register",
        remedy=f"move the case to “{suggestion}”, if that is meant"
        if suggestion
        else f"add cases/{folder}/council.yml",
    )


def _not_listed(what: str, key: str, known: list[str], file: str) -> Fault:
    suggestion = nearest(key, known)
    return Fault(
        code=f"{what}-unknown",
        read=f"the {what} “{key}”",
        expected=f"a {what} that is listed in {file}",
        remedy=f"write “{suggestion}”, if that is meant" if suggestion else f"add it to {file}",
    )


def _no_case(path: str, known: list[str]) -> Fault:
    suggestion = nearest(path, known)
    return Fault(
        code="case-unknown",
        read=f"the case “{path}”",
        expected="the path of a case in this register",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "name it with “name” instead of “case” where it is not in this register",
    )


def _reference_twice(reference: str, other: str) -> Fault:
    return Fault(
        code="reference-twice",
        read=f"the reference “{reference}”, which {other} has already",
        expected="each reference of a plan in one case",
        remedy="correct the reference, or put both into one case",
    )
