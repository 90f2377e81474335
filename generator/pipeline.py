"""The whole run: look whether anything has changed since the last one, and if so, build.

Where nothing has, nothing else of the program is loaded. What a build does stands in ``stages``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.built import NOTES, Built
from generator.history.git import tip, unread
from generator.search.index import index_site
from generator.site.digest import Notes
from generator.site.folder import drawn_files, refuse_foreign
from generator.site.last import Standing, inputs_of, standing
from generator.site.publish import finish, overwrite
from generator.site.store import Store
from generator.site.unused import untidied

if TYPE_CHECKING:
    from pathlib import Path


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
    inputs = inputs_of(root, at or unread(root), notes, production=production)
    found: Standing[Built] = standing(None if clean else store, site_dir)
    if found.is_large:
        from generator.remaking.pool import meanwhile  # noqa: PLC0415 - loaded where needed

        found.begin(inputs, meanwhile)
    last = found.unchanged(inputs)
    if last is not None:
        built = last.outcome
    else:
        with untidied():
            from generator.stages import Asked, build_anew  # noqa: PLC0415 - as above

        built = build_anew(
            Asked(
                root=root, at=at, found=found, store=store, inputs=inputs, notes=notes,
                production=production, clean=clean, broken=broken,
            )
        )  # fmt: skip
    if indexed and built.change is not None:
        index_site(site_dir)
    return built


def fill_site(root: Path, drawn: Path) -> None:
    """Fill what the engine has drawn into `drawn`, where it lies: what the engine's hook calls."""
    with untidied():
        from generator.stages import filled  # noqa: PLC0415 - as above

    overwrite(drawn, filled(root, drawn_files(drawn)))
    index_site(drawn)
