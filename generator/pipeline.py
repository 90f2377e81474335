"""The whole run, as verbs: read the register, make the pages, draw the shells, fill, publish.

Each stage takes values and returns values; this is the only place that knows their
order, and it does nothing itself.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from generator.history.git import tip
from generator.history.past import Pasts, read_pasts
from generator.history.states import with_working
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.pages.shelf import shelve
from generator.reading.register import Register, load_register
from generator.remaking.anew import REGISTER, Kept, all_problems, broken_links_of, remake
from generator.remaking.books import open_books
from generator.remaking.frame import frame_of, published
from generator.remaking.pasts import Archive, kept_history
from generator.search.index import index_site
from generator.search.references import SEARCH_FILES
from generator.site.digest import Notes
from generator.site.drawings import drawings
from generator.site.errors import SiteError
from generator.site.fill import whole_site
from generator.site.folder import drawn_files, refuse_foreign
from generator.site.journal import Change
from generator.site.last import Standing, inputs_of, remember, standing
from generator.site.publish import Ready, finish, overwrite
from generator.site.shells import contact
from generator.site.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.core.councils import Source
    from generator.core.problems import Problem
    from generator.history.git import Tip
    from generator.site.links import BrokenLink
    from generator.site.page import Asset


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        cases: how many cases the register holds.
        files: how many files the site holds.
        change: which of them were written or removed; None where nothing was published.
        problems: what there is to mend in the content.
        missing: settings that a production build needs and does not have.
        broken: links of the finished site that lead nowhere.
    """

    cases: int
    files: int
    change: Change | None
    problems: tuple[Problem, ...]
    missing: tuple[str, ...] = ()
    broken: tuple[BrokenLink, ...] = ()


NOTES = "files"  # what a store keeps the notes on the register's files under
NOTHING = Change(move=(), remove=())


def build(  # noqa: PLR0913 - each is an option of a command
    root: Path,
    site_dir: Path,
    *,
    production: bool = False,
    clean: bool = False,
    indexed: bool = True,
    broken: bool = False,
) -> Built:
    """Publish the register in the folder `root` to `site_dir`.

    A production build with a problem or without a setting publishes nothing.

    Args:
        root: the register's folder.
        site_dir: the site's folder.
        production: publish for the public.
        clean: write every file anew, and use nothing that an earlier build kept.
        indexed: make the search index too; without it, it is left to ``index_site``.
        broken: publish a site with links that lead nowhere, too; else nothing is published.

    Raises:
        SiteError: the site could not be drawn, filled or published.
    """
    store = Store(root)
    finish(site_dir)
    refuse_foreign(site_dir, root)
    notes = Notes(before={} if clean else store.get(NOTES) or {})
    at = tip(root)
    inputs = inputs_of(root, at, notes, production=production)
    found: Standing[Built] = standing(None if clean else store, site_dir)
    last = found.unchanged(inputs)
    if last is not None:
        built = last.outcome
    else:
        built = _build_anew(
            root, at, found, store, inputs, notes=notes, production=production, clean=clean,
            even_broken=broken,
        )  # fmt: skip
    if indexed and built.change is not None:
        index_site(site_dir)
    return built


def _build_anew(  # noqa: PLR0913 - what the last build left is one more than a build needs
    root: Path,
    at: Tip | None,
    found: Standing[Built],
    store: Store,
    inputs: bytes | None,
    *,
    notes: Notes,
    production: bool,
    clean: bool,
    even_broken: bool,
) -> Built:
    kept = Kept() if clean else store.get(REGISTER) or Kept()
    books = open_books(root, kept.entries, kept.lists_read, notes)
    problems, missing = all_problems(books, kept), _missing_settings(root) if production else ()
    if production and (problems or missing):
        return Built(
            cases=len(books.entries), files=0, change=None, problems=problems, missing=missing
        )
    drawn = drawings(root, store, production=production, anew=clean)
    day = as_at(at, books.known.sources.records)
    archive = Archive(root=root, store=store, clean=clean, before=kept.around.past)
    pasts = Pasts(
        read=archive.read,
        prepare=archive.prepare,
        history=with_working(
            kept_history(root, at, store, clean=clean),
            {path: entry.blobs for path, entry in books.entries.items()},
            books.refused,
        ),
        removals=books.known.removals(),
    )
    frame = frame_of(root, drawn, day, production=production, pasts=pasts)
    known = found.digests()
    with Ready(found.site_dir, root, there=found.there, known=known, anew=clean) as ready:
        site, left = remake(books, problems, frame, ready, kept)
        broken = broken_links_of(site, frame, ready)
        change = None
        if even_broken or not broken:
            change = ready.publish((output.address for output in site.outputs), site.made)
    built = Built(
        cases=len(books.entries), files=len(site.outputs), change=change,
        problems=problems, broken=broken,
    )  # fmt: skip
    store.put(REGISTER, left)
    store.put(NOTES, notes.now)
    if change is not None and not broken and inputs:
        digests = {output.address: output.content for output in site.outputs}
        outcome = replace(built, change=NOTHING)
        remember(store, found, inputs=inputs, digests=digests, written=change.move, outcome=outcome)
    return built


def fill_site(root: Path, drawn: Path) -> None:
    """Fill what the engine has drawn into `drawn`, where it lies: what the engine's hook calls."""
    files = _files(root, load_register(root), drawn_files(drawn), production=False)
    overwrite(drawn, files)
    index_site(drawn)


def _files(
    root: Path, register: Register, drawn: dict[str, bytes], *, production: bool
) -> tuple[Asset, ...]:
    at = tip(root)
    day = as_at(at, register.sources)
    pasts, by = read_pasts(root, at, register.removals), published(drawn)
    pages = all_pages(
        register, day, production, templates=root / "templates", pasts=pasts,
        contact=contact(drawn),
    )  # fmt: skip
    shelf = shelve(register, day, production=production, pasts=pasts)
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
    """The settings of ``mkdocs.yml`` that a public site needs and that are empty."""
    from generator.site import engine  # noqa: PLC0415 - loaded where it is asked, not before

    settings = engine.settings(root)
    named = {
        "site_url": settings.site_url,
        "extra: organisation": settings.organisation,
        "extra: contact": settings.contact,
        "extra: date": settings.date,
    }
    return tuple(name for name, value in named.items() if not value)
