"""The drawn pages of the last build, for as long as nothing they are drawn from has changed.

Starting the engine takes longer than everything else in a small build. It reads the
hand-written pages, the theme's overrides, its settings and itself; where all of these are as
they were, it would draw the same again, so it is not started and not even loaded.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.site.digest import digest, digest_of

if TYPE_CHECKING:
    from generator.site.store import Store

SETTINGS_FILE = "mkdocs.yml"
# With these the settings depend on more than their own file, on what is not looked at here.
OUTSIDE = (b"!ENV", b"INHERIT")


def drawing_digest(root: Path) -> bytes | None:
    """The digest of what is drawn from, but for our code and the engine, which a store adds.

    None where the settings say that they depend on other files or on the surroundings.
    """
    settings = root / SETTINGS_FILE
    if settings.is_file() and any(word in settings.read_bytes() for word in OUTSIDE):
        return None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").encode()
    drawn_from = digest_of(root / "site_src", root / "templates" / "theme", settings)
    # Absolute paths do not show on pages, but a register that was moved may be another one.
    return digest(drawn_from, epoch, str(root.resolve()).encode())


def drawings(root: Path, store: Store, *, production: bool, anew: bool = False) -> dict[str, bytes]:
    """Every drawn file, by its path below the site's root: the last build's, or drawn now.

    Args:
        root: the register's folder.
        store: what earlier builds kept.
        production: see ``engine.draw``.
        anew: draw in any case.

    Raises:
        SiteError: the engine stopped or warned of anything.
    """
    name = "drawn-to-publish" if production else "drawn"
    drawn_from = drawing_digest(root)
    kept = store.get(name) if drawn_from and not anew else None
    if kept and kept[0] == drawn_from:
        return dict(kept[1])
    drawn = _draw(root, production=production)
    if drawn_from:
        store.put(name, (drawn_from, drawn))
    return drawn


def _draw(root: Path, *, production: bool) -> dict[str, bytes]:
    from generator.site import engine  # noqa: PLC0415 - loaded where it is started, not before

    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        return engine.draw(root, Path(folder) / "drawn", production=production)
