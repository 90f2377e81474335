"""The register as the pages need it: what one case's page has to know of all others.

Links go both ways, so what points at a case is gathered once; names of councils and
sources are looked up here, also where a file with mistakes names one that is not there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.audit.audit import Audit, audit
from generator.changes.sentences import what_changed
from generator.charts.draw import draw
from generator.core.relations import by_named, cases_named
from generator.history.past import Pasts, alone
from generator.history.redact import comparable
from generator.history.states import NO_HISTORY, History
from generator.history.versions import NO_PAST, Past
from generator.pages.arrangement import ALL, group_cases, page_addresses

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Hashable,
        Iterable,
        Mapping,
    )
    from datetime import date

    from generator.changes.sentences import Sentence
    from generator.core.case import Case
    from generator.core.councils import Council, Source
    from generator.core.deciding import Link
    from generator.core.problems import Problem
    from generator.core.risks import Dependency
    from generator.history.states import Gone
    from generator.history.versions import Read
    from generator.pages.chart_view import Draw
    from generator.reading.register import Register

TEMPLATES = Path("templates")


T = TypeVar("T")
K = TypeVar("K", bound="Hashable")


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """Where the register is published, and by whom, for what is read away from the site.

    Attributes:
        url: ends in ``/``; empty where that is not known.
        author: who answers for it; never empty.
    """

    url: str = ""
    author: str = "Casebook"


NOWHERE = Published()


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """A register, with what pages ask of it worked out.

    Attributes:
        as_at: the day the register stands at.
        production: whether the site is published; else it is a preview, which shows problems.
        cases: every case by its path, in the order of the paths.
        pointing: by path of a case, the cases that point at it, each with its own words.
        naming: by path of a case, the paths of those whose relations name a figure of it.
        by_file: the problems of each file, by the file's path.
        addresses: of every page, for the links of prose.
        added: by file, the day on which it came into the register; of a file that is not
            listed, and of all where there is no history, that is not known.
        groups: paths of cases that belong together; see ``group_cases``.
        templates: the register's folder of templates.
        recall: gives what ``kept`` is asked for, where it was worked out before.
        remember: gives the past of the case at a path, as it stands today or gone.
        audited: gives what the checks say of the case at a path, where that is shared.
        gone: the cases that were at a path and are no longer, as far as git knows.
        chronicle: gives what git knows of all cases; a page of one case asks ``past``.
        published: where all of it is published, and by whom.
        draw: gives the picture of a chart.
        audits: what the checks say of a case, by its path, once they have been asked.
        asked: the past of the case whose past was asked for last.
        told: what changed between contents of that case, by their names, once it was asked.
        older: what the checks say of its earlier contents, likewise.
        worked: what several pieces of work ask in turn, once it was worked out; see ``once``.
    """

    register: Register
    as_at: date
    production: bool
    cases: Mapping[str, Case]
    pointing: Mapping[str, tuple[tuple[Case, Link | Dependency], ...]]
    by_file: Mapping[str, tuple[Problem, ...]]
    addresses: Collection[str]
    groups: Mapping[str, tuple[str, ...]]
    naming: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: Mapping[str, date] = field(default_factory=dict)
    templates: Path = TEMPLATES
    recall: Callable[[Callable[[Case, Shelf], Any], str], Any] | None = None
    remember: Callable[[str, Case | None], Past] | None = None
    audited: Callable[[str], Audit] | None = None
    gone: Mapping[str, Gone] = field(default_factory=dict)
    chronicle: Callable[[], History] = lambda: NO_HISTORY
    published: Published = NOWHERE
    draw: Draw = draw
    audits: dict[str, Audit] = field(default_factory=dict, compare=False)
    asked: dict[str, Past] = field(default_factory=dict, compare=False)
    told: dict[tuple[str, ...], tuple[Sentence, ...]] = field(default_factory=dict, compare=False)
    older: dict[str, dict[str, Audit]] = field(default_factory=dict, compare=False)
    worked: dict[Hashable, Any] = field(default_factory=dict, compare=False)

    def audit(self, path: str) -> Audit:
        """What the checks say of the case at `path`; lists ask for what is kept of it instead."""
        if path not in self.audits:
            self.audits[path] = self.audited(path) if self.audited else self.check(path)
        return self.audits[path]

    def check(self, path: str) -> Audit:
        """The same, worked out now."""
        case = self.cases[path]
        earlier = tuple(read.case for read in self.past(path).reads[:-1])
        return audit(case, self.cases, self.council(case.id.council), earlier=earlier)

    def past(self, path: str) -> Past:
        """Every version of the case at a path, also of one that is gone."""
        if path not in self.asked:
            self.asked.clear()  # the pages of one case ask several times, and then never again
            self.told.clear()
            self.older.clear()
            self.asked[path] = self._past(path, self.cases.get(path))
        return self.asked[path]

    def _past(self, path: str, case: Case | None) -> Past:
        if self.remember is not None:
            return self.remember(path, case)
        return alone(path, case) if case is not None else NO_PAST

    def changes(self, before: Read, after: Read) -> tuple[Sentence, ...]:
        """What changed between two states of the case whose past was asked for last.

        Of a state that was removed as a whole nothing is told.
        """
        if before.withheld or after.withheld:
            return ()
        key = before.state.path, before.state.blob, after.state.blob
        if key not in self.told:
            self.told[key] = what_changed(*comparable(before, after), self.cases)
        return self.told[key]

    def kept(self, work: Callable[[Case, Shelf], T], path: str) -> T:
        """What `work`, one of ``kept.KEPT``, makes of the case at a path.

        Lists ask this of every case that they show, instead of asking for the case: it is
        worked out once, when the case is new or what it was worked out from has changed.
        """
        if self.recall is None:
            return work(self.cases[path], self)
        found: T = self.recall(work, path)
        return found

    def once(self, work: Callable[[Shelf, K], T], of: K) -> T:
        """What `work` makes of something, worked out once for all that this shelf serves."""
        if (work, of) not in self.worked:
            self.worked[work, of] = work(self, of)
        found: T = self.worked[work, of]
        return found

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
        return () if self.production else self.by_file.get(case.id.file, ())

    def folders(self) -> tuple[str, ...]:
        """The folders of all councils, with and without cases, in order."""
        return tuple(sorted(councils_of(self.paths()) | self.register.councils.keys()))

    def paths(self) -> tuple[str, ...]:
        """The paths of all cases: the latest plan first, in a plan by reference or title."""
        return self.groups.get(ALL, ())

    def of_council(self, folder: str) -> tuple[str, ...]:
        """The paths of the cases of one council, in the same order."""
        return self.groups.get(f"council/{folder}", ())

    def of_plan(self, folder: str, year_folder: str) -> tuple[str, ...]:
        """The paths of the cases of a council's plan, in the same order."""
        return tuple(path for path in self.of_council(folder) if path.split("/")[1] == year_folder)

    def on_theme(self, theme: str) -> tuple[str, ...]:
        """The paths of the cases on one theme, in the order of the alphabet."""
        return tuple(sorted(self.groups.get(f"theme/{theme}", ())))


def shelve(  # noqa: PLR0913 - what a shelf holds is one more than the rule allows
    register: Register,
    as_at: date,
    *,
    production: bool,
    pasts: Pasts | None = None,
    templates: Path = TEMPLATES,
    published: Published = NOWHERE,
) -> Shelf:
    """The register with everything that pages ask of it; without `pasts`, it has no history."""
    cases = {path: loaded.case for path, loaded in sorted(register.cases.items())}
    pointing: dict[str, list[tuple[Case, Link | Dependency]]] = defaultdict(list)
    for case in cases.values():
        pointers: tuple[Link | Dependency, ...] = (*case.links, *case.dependencies)
        for pointer in pointers:
            if pointer.case is not None and pointer.case != case.id:
                pointing[str(pointer.case)].append((case, pointer))
    history = pasts.history if pasts else NO_HISTORY
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in register.problems:
        by_file[problem.place.path].append(problem)
    return Shelf(
        register=register,
        as_at=as_at,
        production=production,
        cases=cases,
        pointing={path: tuple(found) for path, found in pointing.items()},
        naming=by_named({path: cases_named(case.relations) for path, case in cases.items()}),
        by_file={path: tuple(found) for path, found in by_file.items()},
        addresses=frozenset(
            page_addresses(
                register.councils,
                register.themes,
                ((path, case.committee, case.themes) for path, case in cases.items()),
            )
        ),
        groups=group_cases({path: case.themes for path, case in cases.items()}),
        added=history.added,
        templates=templates,
        remember=pasts.of if pasts else None,
        gone=history.gone,
        chronicle=lambda: history,
        published=published,
    )


def councils_of(paths: Iterable[str]) -> set[str]:
    """The folders of the councils whose cases these are."""
    return {path.partition("/")[0] for path in paths}


def source_keys(case: Case) -> tuple[str, ...]:
    """The keys of all documents that a case is written from, its own first."""
    keys = [case.source, *(table.context.source for table in case.tables)]
    for items in (case.figures, case.claims, case.benefits, case.milestones):
        keys += [item.context.source for item in items]
    return tuple(dict.fromkeys(key for key in keys if key))


def title_of(case: Case) -> str:
    """The title, or the file's name where the title is empty."""
    return case.title.strip() or case.id.slug.replace("-", " ")
