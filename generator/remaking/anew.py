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
from generator.search.references import SEARCH_FILES
from generator.site.digest import digest, digest_of
from generator.site.fill import MARK, fill, own_files, refuse_clashes
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
    from generator.remaking.books import Books, Entry
    from generator.site.links import BrokenLink

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
    """What one build leaves to the next: each case with its results, and each list's."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    lists: Mapping[str, Result[Outputs]] = field(default_factory=dict)


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
    """A whole site: every file of it, and the bodies of those that were made now."""

    outputs: list[Output] = field(default_factory=list)
    made: list[Asset] = field(default_factory=list)

    def add(self, files: Iterable[File], frame: Frame) -> Outputs:
        """Take finished files in."""
        files = tuple(files)
        outputs = tuple(_output(asset, frame, links) for asset, links in files)
        self.made += (asset for asset, _ in files)
        self.outputs += outputs
        return outputs

    @property
    def kept(self) -> frozenset[str]:
        """The addresses of the files that stand in the site's folder as they should."""
        made = {asset.address for asset in self.made}
        return frozenset(o.address for o in self.outputs if o.address not in made)


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


def all_problems(books: Books) -> tuple[Problem, ...]:
    """Every problem of every file, in order; see ``load_register``, which finds the same."""
    problems = list(books.problems)
    facts = Facts(books, {}, b"")
    for path, entry in books.entries.items():
        kept: Result[tuple[Problem, ...]] | None = entry.results.get(BEYOND)
        if kept is None or facts.seen(kept.reads) != kept.seen:
            lens = Lens(facts)
            kept = entry.results[BEYOND] = lens.result(_beyond(path, lens))
        problems += (*entry.problems, *kept.value)
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
    present: Mapping[str, bytes],
    lists: Mapping[str, Result[Outputs]],
) -> tuple[Site, dict[str, Result[Outputs]]]:
    """The whole site, of which only what has changed is made.

    Args:
        books: the register; the entries keep what is worked out here.
        problems: all problems of it.
        frame: what surrounds the cases.
        present: the digest of each file that stands in the site's folder already.
        lists: what ``remake`` gave beside the last site.

    Returns:
        the site, and the result for each list, which is to be kept for the next time.

    Raises:
        SiteError: a page holds what no page may hold, or two files have one address.
    """
    facts, site = Facts(books, _by_file(problems), frame.base, frame.added), Site()
    for path, entry in books.entries.items():
        worked: Result[Values] | None = entry.results.get(KEPT)
        if worked is None or facts.seen(worked.reads) != worked.seen:
            lens = Lens(facts, path)
            shelf = _shelf(lens, frame, production=frame.production)
            entry.results[KEPT] = lens.result(work_out(lens.cases[path], shelf))
        kept: Result[Outputs] | None = entry.results.get(PAGES)
        if kept is not None and _stands(kept, facts, present):
            site.outputs += kept.value
            continue
        lens = Lens(facts, path)
        entry.results[PAGES] = lens.result(site.add(_case(path, lens, frame), frame))
    made = {}
    for name, make in _lists(_shelf(Lens(facts), frame, production=frame.production)).items():
        stood = lists.get(name)
        if stood is not None and _stands(stood, facts, present):
            site.outputs += stood.value
            made[name] = stood
            continue
        lens = Lens(facts)
        files = make(_shelf(lens, frame, production=frame.production))
        made[name] = lens.result(site.add(_finished(files, frame), frame))
    drawn = (Asset(address=path, body=body) for path, body in frame.drawn.items())
    site.add(_unread((MARK, *drawn)), frame)
    paths = [output.address for output in site.outputs]
    site.add(_unread(sitemap(frame.site_url, paths, frame.as_at)), frame)
    refuse_clashes(sorted(output.address for output in site.outputs))
    return site, made


def broken_links_of(site: Site, frame: Frame, site_dir: Path) -> tuple[BrokenLink, ...]:
    """Every link that leads nowhere, whether its page was made now or stands in the folder."""
    made = {asset.address: asset.body for asset in site.made}
    return broken_in(
        {output.address: output.links for output in site.outputs if output.links},
        {kind: shell.links for kind, shell in frame.around.items()},
        {output.address for output in site.outputs},
        frame.site_url,
        lambda name: made[name] if name in made else (site_dir / name).read_bytes(),
    )


def _stands(kept: Result[Outputs], facts: Facts, present: Mapping[str, bytes]) -> bool:
    there = all(present.get(output.address) == output.content for output in kept.value)
    return there and facts.seen(kept.reads) == kept.seen


def _shelf(lens: Lens, frame: Frame, *, production: bool) -> Shelf:
    return lens.shelf(frame.as_at, production=production, templates=frame.templates)


def _case(path: str, lens: Lens, frame: Frame) -> tuple[File, ...]:
    """The page of a case and its data."""
    case = lens.cases[path]
    page = case_page(case, _shelf(lens, frame, production=frame.production), frame.contact)
    files = case_files(case, _shelf(lens, frame, production=False))
    return _finished([page, *files], frame)


def _lists(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterable[Page | Asset]]]:
    """What makes each list, by the address of its first file."""
    files = {**LIST_FILES, **SEARCH_FILES}
    return {**list_pages(shelf), **{address: partial(_file, address) for address in files}}


def _file(address: str, shelf: Shelf) -> Iterator[Asset]:
    yield {**LIST_FILES, **SEARCH_FILES}[address](shelf)


def _finished(made: Iterable[Page | Asset], frame: Frame) -> tuple[File, ...]:
    """Pages in their shells, with their links, and other files as they are."""
    made = tuple(made)
    pages = [page for page in made if isinstance(page, Page)]
    refuse_foreign(pages)
    files = fill(pages, [], frame.shells)
    links = (read_body_links(page, frame.around[page.kind], frame.site_url) for page in pages)
    assets = (asset for asset in made if isinstance(asset, Asset))
    return (*zip(files, links, strict=True), *_unread(assets))


def _unread(assets: Iterable[Asset]) -> tuple[File, ...]:
    return tuple((asset, None) for asset in assets)


def _output(asset: Asset, frame: Frame, links: PageLinks | None) -> Output:
    if links is None and asset.address.endswith(".html"):
        links = read_links(asset.address, asset.body, frame.site_url)
    return Output(address=asset.address, content=digest(asset.body), links=links)


def _by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.path].append(problem)
    return {path: tuple(several) for path, several in found.items()}
