"""What the last build left: where nothing has changed since, there is nothing to do.

A build is a function of the register's files, the templates, the settings, the code and the
day the register stands at. The digest of all of these is kept beside notes on the site they
gave. Where both still hold, the site that stands there is the one that would be built.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.site.digest import digest, digest_of
from generator.site.drawings import SETTINGS_FILE, drawing_digest
from generator.site.manifest import BEGINNING, Noted, holds_now, is_as_noted, name_of, note

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from generator.site.store import Store

MOST_SITES = 8  # folders a register is published to; every preview has a new one

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, kw_only=True, slots=True)
class Last(Generic[Outcome]):
    """A build that was published: what it was made from, what it gave, and what it said."""

    inputs: bytes
    noted: Mapping[str, Noted]
    outcome: Outcome


def inputs_of(root: Path, day: date | None, commit: str, *, production: bool) -> bytes | None:
    """The digest of everything a build is made from, but for the code, which a store adds.

    None where the settings depend on what cannot be looked at; then there is no last build.
    """
    drawn_from = drawing_digest(root)
    if drawn_from is None:
        return None
    files = digest_of(root / "cases", root / "templates", root / SETTINGS_FILE)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").encode()
    history = f"{day} {commit}".encode()
    return digest(drawn_from, files, epoch, history, b"public" if production else b"")


def unchanged(store: Store, site_dir: Path, inputs: bytes | None) -> Last[Outcome] | None:
    """The last build, if the site of these inputs stands in the folder, whole and as it was."""
    last: Last[Outcome] | None = store.get(name_of(site_dir)) if inputs else None
    fits = last is not None and last.inputs == inputs and is_as_noted(site_dir, last.noted)
    return last if fits else None


def standing(store: Store, site_dir: Path) -> dict[str, bytes]:
    """The digest of each file of the site's folder that the last build left there."""
    last: Last[object] | None = store.get(name_of(site_dir))
    return holds_now(site_dir, last.noted) if last else {}


def remember(
    store: Store,
    site_dir: Path,
    inputs: bytes | None,
    digests: Mapping[str, bytes],
    outcome: Outcome,
) -> None:
    """Keep what a build gave that has just been published, for the next to compare with."""
    if inputs:
        noted = note(site_dir, digests)
        store.put(name_of(site_dir), Last(inputs=inputs, noted=noted, outcome=outcome))
        store.prune(BEGINNING, MOST_SITES)
