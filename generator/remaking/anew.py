"""Making what has to be made, and leaving what would come out the same.

The work is cut where the register is: one piece for each case, which gives its page and its
data, and one for each list. A piece is done again where what it looked at has changed (see
``lens``), or where the site no longer holds what it gave. What lists show of a case is worked
out before any list (see ``kept``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from generator.pages.data import LIST_FILES, asset_makers
from generator.pages.list_pages import list_pages
from generator.reading.register import problems_beyond, removed_from_nothing
from generator.remaking.desk import PAGES, Desk, Output, Outputs
from generator.remaking.lens import KEPT, Facts, Lens, Result
from generator.remaking.pool import each
from generator.remaking.touched import (
    Surroundings,
    surroundings,
    touched,
    touched_cases,
    touched_values,
)
from generator.search.references import SEARCH_FILES
from generator.site.fill import MARK, refuse_clashes
from generator.site.kinds import KIND
from generator.site.page import Asset
from generator.site.page_links import broken_in
from generator.site.sitemap import sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.core.problems import Problem
    from generator.pages.shelf import Shelf
    from generator.remaking.books import Books, Entry, ListsRead
    from generator.remaking.frame import Frame
    from generator.site.links import BrokenLink
    from generator.site.page import Page
    from generator.site.publish import Ready

    Make = Callable[[Shelf], Iterable[Page | Asset]]

REGISTER = "register"  # what a store keeps all of it under
BEYOND = "beyond"  # the name under which an entry keeps the problems that its file does not show


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What one build leaves to the next: each case with its results, each list's, and the rest."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    lists_read: ListsRead | None = None
    lists: Mapping[str, Result[Outputs]] = field(default_factory=dict)
    around: Surroundings = field(default_factory=Surroundings)


@dataclass(kw_only=True, slots=True)
class Site:
    """A whole site: every file of it, and which of them were made ready now."""

    outputs: list[Output] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    def add(self, outputs: Outputs, made: Iterable[str] = ()) -> None:
        """Take finished files in."""
        self.outputs += outputs
        self.made += made


def all_problems(books: Books, kept: Kept) -> tuple[Problem, ...]:
    """Every problem of every file, in order; see ``load_register``, which finds the same."""
    problems = list(books.problems)
    same = books.refused == kept.around.refused
    cases = touched_cases(books, kept.entries, kept.lists_read) if same else None
    facts = Facts(books, {}, b"", touched=cases)
    for path, entry in books.entries.items():
        found: Result[tuple[Problem, ...]] | None = entry.results.get(BEYOND)
        if found is None or not facts.hold(found):
            lens = Lens(facts)
            found = entry.results[BEYOND] = lens.result(_beyond(path, lens))
        problems += (*entry.problems, *found.value)
    problems += books.references_twice()
    problems += removed_from_nothing(books.known, books.entries, books.refused)
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _beyond(path: str, lens: Lens) -> tuple[Problem, ...]:
    books = lens.books
    lens.reads |= {("lists",), ("file", path)}
    case, names = lens.cases[path], books.names(path)
    return tuple(problems_beyond(case, names, books.known, lens.cases, books.refused))


def remake(
    books: Books,
    problems: tuple[Problem, ...],
    frame: Frame,
    ready: Ready,
    kept: Kept,
) -> tuple[Site, Kept]:
    """The whole site, of which only what has changed is made.

    Args:
        books: the register; the entries keep what is worked out here.
        problems: all problems of it.
        frame: what surrounds the cases.
        ready: takes the files.
        kept: what ``remake`` gave beside the last site.

    Returns:
        the site, and what is to be kept for the next time.

    Raises:
        SiteError: a page holds what no page may hold, or two files have one address.
    """
    by_file, site = _by_file(problems), Site()
    around = surroundings(books, frame.base, frame.pasts, by_file)
    cases = touched_cases(books, kept.entries, kept.lists_read)
    facts = Facts(
        books, by_file, frame.base, pasts=frame.pasts, touched=touched(cases, kept.around, around)
    )
    desk = Desk(facts=facts, frame=frame, ready=ready)
    makers = _lists(desk.shelf(Lens(facts)))  # what this works out, all others need too
    _cases(desk, site)
    lists = _made_lists(desk, makers, kept.lists, site)
    drawn = (Asset(address=path, body=body) for path, body in frame.drawn.items())
    site.add(*desk.finish((MARK, *drawn)))
    paths = (output.address for output in site.outputs if _is_listed(output))
    site.add(*desk.finish(sitemap(frame.site_url, paths, frame.as_at)))
    refuse_clashes(sorted(output.address for output in site.outputs))
    return site, Kept(
        entries=books.entries, lists_read=books.lists_read, lists=lists, around=around
    )


def _is_listed(output: Output) -> bool:
    """Whether search engines are to list a page."""
    kind = output.links.kind if output.links else ""
    return not kind or KIND[kind].listed


def _cases(desk: Desk, site: Site) -> None:
    """Every case's own files; what is worked out is kept in its entry."""
    entries = desk.facts.books.entries
    changed = [path for path, entry in entries.items() if not desk.is_done(entry)]
    desk.frame.pasts.prepare(desk.frame.pasts, changed)
    made = dict(zip(changed, each(desk.work, changed), strict=True))
    for path, entry in entries.items():
        written: tuple[str, ...] = ()
        if path in made:
            entry.results[KEPT], entry.results[PAGES], written = made[path]
        site.add(entry.results[PAGES].value, written)
    desk.facts.books.whole.clear()  # lists ask for what is kept, and nobody else comes after
    if desk.facts.touched is not None:
        desk.facts.touched |= touched_values(made)


def _made_lists(
    desk: Desk, makers: Mapping[str, Make], kept: Mapping[str, Result[Outputs]], site: Site
) -> dict[str, Result[Outputs]]:
    """Every list's files; what each gave, by its name."""

    def work(name: str) -> tuple[Result[Outputs], tuple[str, ...]]:
        lens = Lens(desk.facts)
        outputs, written = desk.finish(makers[name](desk.shelf(lens)))
        return lens.result(outputs), written

    standing = {name: kept[name] for name in makers if name in kept and desk.stands(kept[name])}
    changed = [name for name in makers if name not in standing]
    made = dict(zip(changed, each(work, changed, at_once=1), strict=True))
    found = {}
    for name in makers:
        found[name], written = made[name] if name in made else (standing[name], ())
        site.add(found[name].value, written)
    return found


def broken_links_of(site: Site, frame: Frame, ready: Ready) -> tuple[BrokenLink, ...]:
    """Every link that leads nowhere, whether its page was made now or stands in the folder."""
    return broken_in(
        {output.address: output.links for output in site.outputs if output.links},
        {kind: shell.links for kind, shell in frame.around.items()},
        {output.address for output in site.outputs},
        frame.site_url,
        ready.body,
    )


def _lists(shelf: Shelf) -> dict[str, Make]:
    """What makes each list, by the address of its first file."""
    files = {address: partial(_file, address) for address in (*LIST_FILES, *SEARCH_FILES)}
    return {**list_pages(shelf), **asset_makers(shelf), **files}


def _file(address: str, shelf: Shelf) -> Iterator[Asset]:
    yield {**LIST_FILES, **SEARCH_FILES}[address](shelf)


def _by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.path].append(problem)
    return {path: tuple(several) for path, several in found.items()}
