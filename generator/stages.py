"""What a build does where something has changed: read, make, check, publish, and keep.

Each stage takes values and returns values; this is the only place that knows their order, and
it does nothing itself. It stands apart from ``pipeline``, which first looks whether there is
anything to do: most of the program need not even be loaded where there is not.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from generator.built import NOTES, NOTHING, Built
from generator.history.git import tip
from generator.history.past import Pasts, read_pasts
from generator.history.states import with_working
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.pages.render import compiled, read_anew
from generator.pages.shelf import shelve
from generator.reading.register import load_register, removed_from_nobody
from generator.remaking.anew import REGISTER, Kept, all_problems, remake
from generator.remaking.books import open_books
from generator.remaking.frame import frame_of, published
from generator.remaking.leading import broken_links_of
from generator.remaking.pasts import Archive, kept_history
from generator.remaking.tidying import is_overgrown, moved
from generator.remaking.volumes import Volumes
from generator.search.references import SEARCH_FILES
from generator.site.drawings import drawings
from generator.site.errors import SiteError
from generator.site.fill import whole_site
from generator.site.last import remember
from generator.site.packs import DamagedError
from generator.site.publish import Ready
from generator.site.shells import contact
from generator.site.unused import tidying_seldom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.core.councils import Source
    from generator.core.problems import Problem
    from generator.history.git import Tip
    from generator.remaking.books import Books
    from generator.site.digest import Notes
    from generator.site.last import Standing
    from generator.site.packs import Packs
    from generator.site.page import Asset
    from generator.site.store import Store


COMPILED = "templates"  # what a store keeps compiled templates under
UNDECLARED = (
    "“extra: compliance” has to be “partially” or “not”: it is what you declare in the "
    "accessibility statement, and a public site needs it."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a build was asked for, and what it found.

    Attributes:
        root: the register's folder.
        at: the last commit.
        found: the site's folder as it stands.
        store: what is kept between builds.
        inputs: the digest of what the site is made from; None where it cannot be told.
        notes: on the register's files.
        production: publish for the public.
        clean: use nothing that an earlier build kept, and write every file anew.
        broken: publish a site with links that lead nowhere, too.
    """

    root: Path
    at: Tip | None
    found: Standing[Built]
    store: Store
    inputs: bytes | None
    notes: Notes
    production: bool
    clean: bool
    broken: bool


def build_anew(asked: Asked) -> Built:
    """Make what has to be made, from what an earlier build kept as far as that can be believed."""
    with tidying_seldom():
        kept: Kept = (None if asked.clean else asked.store.get(REGISTER)) or Kept()
        try:
            return _build(asked, kept)
        except DamagedError:
            return _build(asked, Kept())  # what has no whole piece is as good as not there


def _build(asked: Asked, kept: Kept) -> Built:
    with asked.store.packs(kept.packs) as packs:
        volumes = Volumes(packs, kept.volumes)
        built, left = _build_with(asked, replace(kept, entries=volumes.entries()), packs)
        if left is not None and is_overgrown(left, packs):
            with asked.store.packs() as new:
                left = moved(left, packs, new)
        elif left is not None:
            left = replace(left, volumes=volumes.put(left.entries))
    if left is not None:
        asked.store.put(REGISTER, replace(left, entries={}))
        asked.store.forget_packs(left.packs)
        asked.store.put(NOTES, asked.notes.now)
    return built


def _build_with(asked: Asked, kept: Kept, packs: Packs) -> tuple[Built, Kept | None]:
    """The build, and what it leaves to the next."""
    root, production = asked.root, asked.production
    books = open_books(root, packs, kept.entries, kept.lists_read, asked.notes)
    pasts = _pasts(asked, books, kept)
    problems = (*all_problems(books, kept), *_of_no_case(books, pasts))
    missing = _missing_settings(root) if production else ()
    if production and (problems or missing):
        cases = len(books.entries)
        return Built(cases=cases, files=0, change=None, problems=problems, missing=missing), None
    drawn = drawings(root, asked.store, production=production, anew=asked.clean)
    day = as_at(asked.at, books.known.sources.records)
    frame = frame_of(root, drawn, day, production=production, pasts=pasts)
    _compile(root, asked.store)
    site_dir, there, known = asked.found.site_dir, asked.found.there, asked.found.digests()
    with Ready(site_dir, root, there=there, known=known, anew=asked.clean) as ready:
        site, left = remake(books, problems, frame, ready, kept)
        broken = broken_links_of(site, packs, frame, ready, kept)
        change = None
        if asked.broken or not broken:
            change = ready.publish((output.address for output in site.outputs), site.made)
    built = Built(
        cases=len(books.entries), files=len(site.outputs), change=change,
        problems=problems, broken=broken,
    )  # fmt: skip
    if change is not None and not broken and asked.inputs:
        remember(
            asked.store, asked.found, inputs=asked.inputs, written=change.move,
            digests={output.address: output.content for output in site.outputs},
            outcome=replace(built, change=NOTHING),
        )  # fmt: skip
    return built, replace(left, sound=not broken)


def _pasts(asked: Asked, books: Books, kept: Kept) -> Pasts:
    """The past of every case, the files as they lie there included."""
    root, store, clean = asked.root, asked.store, asked.clean
    archive = Archive(root=root, store=store, clean=clean, before=kept.around.past)
    return Pasts(
        read=archive.read,
        prepare=archive.prepare,
        history=with_working(
            kept_history(root, asked.at, store, clean=clean),
            {path: entry.blobs for path, entry in books.entries.items()},
            books.refused,
        ),
        removals=books.known.removals(),
    )


def _of_no_case(books: Books, pasts: Pasts) -> Iterator[Problem]:
    """What is wrong with removals that a look at the history alone can tell."""
    history = pasts.history
    if history.known and history.complete:
        yield from removed_from_nobody(books.known, {*history.states, *history.gone})


def _compile(root: Path, store: Store) -> None:
    """Have all templates compiled, for this process and its copies, and for the next build."""
    before: dict[str, bytes] = store.get(COMPILED) or {}
    now = compiled(root / "templates", before)
    if now != before:
        store.put(COMPILED, now)


def filled(root: Path, drawn: dict[str, bytes]) -> tuple[Asset, ...]:
    """Every file of the site of a register, around what the engine has drawn."""
    read_anew()
    register = load_register(root)
    at = tip(root)
    day = as_at(at, register.sources)
    pasts, by = read_pasts(root, at, register.removals), published(drawn)
    pages = all_pages(
        register, day, False, templates=root / "templates", pasts=pasts,
        contact=contact(drawn),
    )  # fmt: skip
    shelf = shelve(register, day, production=False, pasts=pasts)
    search = (make(shelf) for make in SEARCH_FILES.values())
    assets = all_assets(register, day, pasts, published=by)
    return whole_site(drawn, pages, (*assets, *search), as_at=day)


def as_at(at: Tip | None, sources: Mapping[str, Source]) -> date:
    """The day the register stands at; never the clock's.

    ``SOURCE_DATE_EPOCH`` where it is set (reproducible-builds.org), else the day of the
    last commit, else the latest day that a source document carries.

    Raises:
        SiteError: none of these is known.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    days = [source.dated for source in sources.values() if source.dated]
    day = at.time.date() if at else max(days, default=None)
    if day is None:
        raise SiteError(
            "The day this register stands at is not known. Commit the register to git, "
            "or set SOURCE_DATE_EPOCH to a number of seconds since 1970."
        )
    return day


def _missing_settings(root: Path) -> tuple[str, ...]:
    """What a public site needs of ``mkdocs.yml`` and does not have, each in a sentence."""
    from generator.site import engine  # noqa: PLC0415 - loaded where it is asked, not before

    settings = engine.settings(root)
    named = {
        "site_url": settings.site_url,
        "extra: organisation": settings.organisation,
        "extra: contact": settings.contact,
        "extra: date": settings.date,
    }
    empty = (f"“{name}” is empty; a public site needs it." for name, it in named.items() if not it)
    declared = settings.compliance in engine.COMPLIANCE
    return (*empty, *([] if declared else [UNDECLARED]))
