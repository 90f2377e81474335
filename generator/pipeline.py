"""The whole run, as verbs: read the register, make the pages, draw the shells, fill, publish.

Each stage takes values and returns values; this is the only place that knows their
order, and it does nothing itself.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.history.git import last_commit_day
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.reading.register import Register, load_register
from generator.site import engine
from generator.site.errors import SiteError
from generator.site.fill import whole_site
from generator.site.folder import refuse_foreign
from generator.site.links import BrokenLink, broken_links
from generator.site.publish import overwrite, publish

if TYPE_CHECKING:
    from generator.core.problems import Problem
    from generator.site.journal import Change
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


def build(root: Path, site_dir: Path, *, production: bool = False, clean: bool = False) -> Built:
    """Publish the register in the folder `root` to `site_dir`.

    A production build with a problem or without a setting publishes nothing.

    Raises:
        SiteError: the site could not be drawn, filled or published.
    """
    register = load_register(root)
    missing = _missing_settings(root) if production else ()
    if production and (register.problems or missing):
        return Built(
            cases=len(register.cases), files=0, change=None,
            problems=register.problems, missing=missing,
        )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        drawn = engine.draw(root, Path(folder) / "drawn", production=production)
    files = _files(root, register, drawn, production=production)
    if clean:
        _remove_made(site_dir, root)
    change = publish(files, site_dir, root=root)
    return Built(
        cases=len(register.cases), files=len(files), change=change,
        problems=register.problems, broken=broken_links(site_dir),
    )  # fmt: skip


def fill_site(root: Path, drawn: Path) -> None:
    """Fill what the engine has drawn into `drawn`, where it lies: what the engine's hook calls."""
    files = _files(root, load_register(root), engine.drawn_files(drawn), production=False)
    overwrite(drawn, files)


def _files(
    root: Path, register: Register, drawn: dict[str, bytes], *, production: bool
) -> tuple[Asset, ...]:
    day = as_at(root, register)
    pages = all_pages(register, day, production)
    return whole_site(drawn, pages, all_assets(register, day), as_at=day)


def as_at(root: Path, register: Register) -> date:
    """The day the register stands at; never the clock's.

    ``SOURCE_DATE_EPOCH`` where it is set (reproducible-builds.org), else the day of the
    last commit, else the latest day that a source document carries.

    Raises:
        SiteError: none of these is known.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    days = [source.dated for source in register.sources.values() if source.dated]
    day = last_commit_day(root) or max(days, default=None)
    if day is None:
        raise SiteError(
            "The day this register stands at is not known. Commit the register to git, "
            "or set SOURCE_DATE_EPOCH to a number of seconds since 1970."
        )
    return day


def _missing_settings(root: Path) -> tuple[str, ...]:
    """The settings of ``mkdocs.yml`` that a public site needs and that are empty."""
    settings = engine.settings(root)
    named = {
        "site_url": settings.site_url,
        "extra: organisation": settings.organisation,
        "extra: contact": settings.contact,
        "extra: date": settings.date,
    }
    return tuple(name for name, value in named.items() if not value)


def _remove_made(site_dir: Path, root: Path) -> None:
    """Remove a site that was made here before, so that every file is written anew."""
    refuse_foreign(site_dir, root)
    if site_dir.is_dir() and not site_dir.is_symlink():
        shutil.rmtree(site_dir)
