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

from generator.pages.data import LIST_FILES, case_files
from generator.pages.list_pages import list_pages
from generator.pages.pages import case_page
from generator.reading.register import problems_beyond
from generator.remaking.kept import Values, work_out
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
from generator.site.digest import digest, digest_of
from generator.site.fill import MARK, fill_page, own_files, refuse_clashes
from generator.site.guard import refuse_foreign
from generator.site.page import Asset, Page
from generator.site.page_links import (
    PageLinks,
    ShellLinks,
    broken_in,
    read_body_links,
    read_links,
    read_shell_links,
)
from generator.site.policy import with_policies
from generator.site.shells import Shell, contact, read_shells, site_url
from generator.site.sitemap import sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.core.problems import Problem
    from generator.pages.shelf import Shelf
    from generator.remaking.books import Books, Entry, ListsRead
    from generator.site.links import BrokenLink
    from generator.site.publish import Ready

REGISTER = "register"  # what a store keeps all of it under
PAGES, BEYOND = "pages", "beyond"  # names of work under which an entry keeps its result


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A file of the site: where it stands, what it holds, and for a page, where it leads."""

    address: str
    content: bytes
    links: PageLinks | None


Outputs = tuple[Output, ...]
File = tuple[Asset, PageLinks | None]  # with its links where they are known already


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What one build leaves to the next: each case with its results, each list's, and the rest."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    lists_read: ListsRead | None = None
    lists: Mapping[str, Result[Outputs]] = field(default_factory=dict)
    around: Surroundings = field(default_factory=Surroundings)


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What surrounds the cases: drawn pages and shells, templates, and how it is built."""

    drawn: Mapping[str, bytes]
    shells: Mapping[str, Shell]
    around: Mapping[str, ShellLinks]
    site_url: str
    templates: Path
    as_at: date
    production: bool
    base: bytes
    added: Mapping[str, date] = field(default_factory=dict)
    contact: str = ""


@dataclass(kw_only=True, slots=True)
class Site:
    """A whole site: every file of it, and which of them were made ready now."""

    outputs: list[Output] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    def add(self, outputs: Outputs, made: Iterable[str] = ()) -> None:
        """Take finished files in."""
        self.outputs += outputs
        self.made += made


def frame_of(
    root: Path,
    drawn: Mapping[str, bytes],
    as_at: date,
    *,
    production: bool,
    added: Mapping[str, date],
) -> Frame:
    """The frame of a build.

    Raises:
        SiteError: a shell is not as declared.
    """
    drawn = with_policies(drawn)  # before any word of a case is filled in
    templates = root / "templates"
    contents = (part for path in sorted(drawn) for part in (path.encode(), drawn[path]))
    shells, address = read_shells(drawn), site_url(drawn)
    public = b"public" if production else b""
    return Frame(
        drawn=own_files(drawn),
        shells=shells,
        around={kind: read_shell_links(shell, address) for kind, shell in shells.items()},
        site_url=address,
        templates=templates,
        as_at=as_at,
        production=production,
        added=added,
        contact=contact(drawn),
        base=digest(digest_of(templates), str(as_at).encode(), public, *contents),
    )


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
    around = surroundings(books, frame.base, frame.added, by_file)
    cases = touched_cases(books, kept.entries, kept.lists_read)
    facts = Facts(
        books, by_file, frame.base, added=frame.added, touched=touched(cases, kept.around, around)
    )
    desk = Desk(facts=facts, frame=frame, ready=ready)
    names = _lists(desk.shelf(Lens(facts)))  # what this works out, all others need too
    _cases(desk, site)
    made = {}
    for name, make in names.items():
        result = kept.lists.get(name)
        written: tuple[str, ...] = ()
        if result is None or not desk.stands(result):
            lens = Lens(facts)
            outputs, written = desk.finish(make(desk.shelf(lens)))
            result = lens.result(outputs)
        made[name] = result
        site.add(result.value, written)
    drawn = (Asset(address=path, body=body) for path, body in frame.drawn.items())
    site.add(*desk.finish((MARK, *drawn)))
    paths = [output.address for output in site.outputs]
    site.add(*desk.finish(sitemap(frame.site_url, paths, frame.as_at)))
    refuse_clashes(sorted(output.address for output in site.outputs))
    return site, Kept(entries=books.entries, lists_read=books.lists_read, lists=made, around=around)


def _cases(desk: Desk, site: Site) -> None:
    """Every case's own files; what is worked out is kept in its entry."""
    entries = desk.facts.books.entries
    changed = [path for path, entry in entries.items() if not desk.is_done(entry)]
    made = dict(zip(changed, each(desk.work, changed), strict=True))
    for path, entry in entries.items():
        written: tuple[str, ...] = ()
        if path in made:
            entry.results[KEPT], entry.results[PAGES], written = made[path]
        site.add(entry.results[PAGES].value, written)
    desk.facts.books.whole.clear()  # lists ask for what is kept, and nobody else comes after
    if desk.facts.touched is not None:
        desk.facts.touched |= touched_values(made)


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What all pieces of work have in common: the facts, what surrounds them, where files go."""

    facts: Facts
    frame: Frame
    ready: Ready

    def stands(self, result: Result[Outputs]) -> bool:
        """Whether a result holds, and its files stand in the site besides."""
        there = all(self.ready.stands(one.address, one.content) for one in result.value)
        return there and self.facts.hold(result)

    def is_done(self, entry: Entry) -> bool:
        """Whether nothing has to be worked out for a case."""
        kept, pages = entry.results.get(KEPT), entry.results.get(PAGES)
        return bool(kept and pages and self.facts.hold(kept) and self.stands(pages))

    def work(self, path: str) -> tuple[Result[Values], Result[Outputs], tuple[str, ...]]:
        """What is kept of a case, its files, and which of these were made ready."""
        lens = Lens(self.facts, path)
        kept = lens.result(work_out(lens.cases[path], self.shelf(lens)))
        lens = Lens(self.facts, path)
        case, frame = lens.cases[path], self.frame
        page = case_page(case, self.shelf(lens), frame.contact)
        files = case_files(case, self.shelf(lens, production=False))
        outputs, written = self.finish([page, *files])
        return kept, lens.result(outputs), written

    def shelf(self, lens: Lens, *, production: bool | None = None) -> Shelf:
        """The register as a piece of work sees it."""
        frame = self.frame
        shown = frame.production if production is None else production
        return lens.shelf(frame.as_at, production=shown, templates=frame.templates)

    def finish(self, made: Iterable[Page | Asset]) -> tuple[Outputs, tuple[str, ...]]:
        """Pages in their shells, and other files as they are: what they are, which were new."""
        files = [self._filled(one) if isinstance(one, Page) else (one, None) for one in made]
        outputs = tuple(_output(asset, self.frame, links) for asset, links in files)
        written = tuple(
            output.address
            for output, (asset, _) in zip(outputs, files, strict=True)
            if self.ready.put(asset, output.content)
        )
        return outputs, written

    def _filled(self, page: Page) -> File:
        frame = self.frame
        refuse_foreign([page])
        links = read_body_links(page, frame.around[page.kind], frame.site_url)
        return Asset(address=page.path, body=fill_page(page, frame.shells[page.kind])), links


def broken_links_of(site: Site, frame: Frame, ready: Ready) -> tuple[BrokenLink, ...]:
    """Every link that leads nowhere, whether its page was made now or stands in the folder."""
    return broken_in(
        {output.address: output.links for output in site.outputs if output.links},
        {kind: shell.links for kind, shell in frame.around.items()},
        {output.address for output in site.outputs},
        frame.site_url,
        ready.body,
    )


def _lists(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterable[Page | Asset]]]:
    """What makes each list, by the address of its first file."""
    files = {**LIST_FILES, **SEARCH_FILES}
    return {**list_pages(shelf), **{address: partial(_file, address) for address in files}}


def _file(address: str, shelf: Shelf) -> Iterator[Asset]:
    yield {**LIST_FILES, **SEARCH_FILES}[address](shelf)


def _output(asset: Asset, frame: Frame, links: PageLinks | None) -> Output:
    if links is None and asset.address.endswith(".html"):
        links = read_links(asset.address, asset.body, frame.site_url)
    return Output(address=asset.address, content=digest(asset.body), links=links)


def _by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.path].append(problem)
    return {path: tuple(several) for path, several in found.items()}
