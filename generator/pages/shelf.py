"""The register as the pages need it: what one case's page has to know of all others.

Links go both ways, so what points at a case is gathered once; names of councils and
sources are looked up here, also where a file with mistakes names one that is not there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.audit.audit import CHECKS, Audit, audit
from generator.pages.addresses import (
    CASES,
    COUNCILS,
    DATA,
    HOME,
    METHODS,
    SUMS,
    THEMES,
    WRITTEN_BY_HAND,
    case_address,
    check_address,
    committee_address,
    council_address,
    plan_address,
    questions_address,
    sums_view_address,
    theme_address,
    view_address,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from generator.core.case import Case
    from generator.core.councils import Council, Source
    from generator.core.deciding import Link
    from generator.core.problems import Problem
    from generator.core.risks import Dependency
    from generator.reading.register import Register

# The prepared views of the register that have a page of their own: by year, by size, by kind.
VIEWS = ("year", "size", "kind")
# What was found over the register has such views too: by council, by level, by check.
SUMS_VIEWS = ("council", "level", "kind")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """A register, with what pages ask of it worked out.

    Attributes:
        as_at: the day the register stands at.
        production: whether the site is published; else it is a preview, which shows problems.
        cases: every case by its path, in the order of the paths.
        pointing: by path of a case, the cases that point at it, each with its own words.
        by_file: the problems of each file, by the file's path.
        addresses: of every page, for the links of prose.
        added: by file, the day on which it came into the register; of a file that is not
            listed, and of all where there is no history, that is not known.
        audits: what the checks say of a case, by its path, once they have been asked.
    """

    register: Register
    as_at: date
    production: bool
    cases: Mapping[str, Case]
    pointing: Mapping[str, tuple[tuple[Case, Link | Dependency], ...]]
    by_file: Mapping[str, tuple[Problem, ...]]
    addresses: Collection[str]
    added: Mapping[str, date] = field(default_factory=dict)
    audits: dict[str, Audit] = field(default_factory=dict, compare=False)

    def audit(self, path: str) -> Audit:
        """What the checks say of the case at `path`."""
        if path not in self.audits:
            case = self.cases[path]
            self.audits[path] = audit(case, self.cases, self.council(case.id.council))
        return self.audits[path]

    def council(self, folder: str) -> Council | None:
        """The council of a folder, where its file can be read."""
        return self.register.councils.get(folder)

    def council_name(self, folder: str) -> str:
        """What tables and links call a council."""
        council = self.council(folder)
        return council.short_name if council else folder

    def source(self, key: str) -> Source | None:
        """A source document, where the register lists it."""
        return self.register.sources.get(key)

    def problems_of(self, case: Case) -> tuple[Problem, ...]:
        """What is wrong with a case's file; a published site shows none, for it has none."""
        return () if self.production else self.by_file.get(case_file(case), ())

    def folders(self) -> tuple[str, ...]:
        """The folders of all councils, with and without cases, in order."""
        with_cases = {case.id.council for case in self.cases.values()}
        return tuple(sorted(with_cases | self.register.councils.keys()))

    def cases_of(self, folder: str) -> tuple[Case, ...]:
        """The cases of one council: the latest plan first, in a plan by reference or title."""
        mine = [case for case in self.cases.values() if case.id.council == folder]
        return in_order(mine)

    def cases_on(self, theme: str) -> tuple[Case, ...]:
        """The cases on one theme, in the order of their paths."""
        return tuple(case for case in self.cases.values() if theme in case.themes)


def shelve(
    register: Register,
    as_at: date,
    *,
    production: bool,
    added: Mapping[str, date] | None = None,
) -> Shelf:
    """The register with everything that pages ask of it."""
    cases = {path: loaded.case for path, loaded in sorted(register.cases.items())}
    pointing: dict[str, list[tuple[Case, Link | Dependency]]] = defaultdict(list)
    for case in cases.values():
        pointers: tuple[Link | Dependency, ...] = (*case.links, *case.dependencies)
        for pointer in pointers:
            if pointer.case is not None and pointer.case != case.id:
                pointing[str(pointer.case)].append((case, pointer))
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in register.problems:
        by_file[problem.place.path].append(problem)
    return Shelf(
        register=register,
        as_at=as_at,
        production=production,
        cases=cases,
        pointing={path: tuple(found) for path, found in pointing.items()},
        by_file={path: tuple(found) for path, found in by_file.items()},
        addresses=frozenset(page_addresses(register, cases.values())),
        added=added or {},
    )


def page_addresses(register: Register, cases: Collection[Case]) -> Iterator[str]:
    """The address of every page that a case may link to; a theme has one if a case is on it.

    What is there only as long as there are questions to a case is not among them.
    """
    yield from (HOME, CASES, COUNCILS, THEMES, SUMS, METHODS, DATA, *WRITTEN_BY_HAND)
    yield from map(view_address, VIEWS)
    yield from map(sums_view_address, SUMS_VIEWS)
    yield from (check_address(check.code) for check in CHECKS)
    yield from (case_address(case.id) for case in cases)
    folders = {case.id.council for case in cases} | register.councils.keys()
    yield from map(council_address, folders)
    for case in cases:
        id_ = case.id
        yield plan_address(id_.council, id_.year_folder)
        yield questions_address(id_.council, id_.year_folder)
        yield from filter(None, [committee_address(id_.council, id_.year_folder, case.committee)])
    themes = {theme for case in cases for theme in case.themes} & register.themes.keys()
    yield from filter(None, map(theme_address, themes))


def case_file(case: Case) -> str:
    """The case's file, below the register's folder."""
    return f"cases/{case.id}.md"


def source_keys(case: Case) -> tuple[str, ...]:
    """The keys of all documents that a case is written from, its own first."""
    keys = [case.source, *(table.context.source for table in case.tables)]
    for items in (case.figures, case.claims, case.benefits, case.milestones):
        keys += [item.context.source for item in items]
    return tuple(dict.fromkeys(key for key in keys if key))


def title_of(case: Case) -> str:
    """The title, or the file's name where the title is empty."""
    return case.title.strip() or case.id.slug.replace("-", " ")


def in_order(cases: Sequence[Case]) -> tuple[Case, ...]:
    """The latest plan first; within a plan by the file's name, which begins with the reference."""
    by_name = sorted(cases, key=lambda case: (case.id.council, case.id.slug))
    return tuple(sorted(by_name, key=lambda case: case.id.year_folder, reverse=True))
