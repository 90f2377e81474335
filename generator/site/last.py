"""What the last build left: where nothing has changed since, there is nothing to do.

A build is a function of the register's files, the templates, the settings, the code and the
day the register stands at. The digest of all of these is kept beside notes on the site they
gave. Where both still hold, the site that stands there is the one that would be built.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.site.digest import Notes, digest, digest_of
from generator.site.drawings import SETTINGS_FILE, drawing_digest
from generator.site.manifest import (
    BEGINNING,
    Noted,
    Stamp,
    holds_now,
    is_as_noted,
    look,
    name_of,
    note,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.history.git import Tip
    from generator.site.manifest import Meanwhile
    from generator.site.store import Store

MANY_FILES = 5_000  # to look at so many takes some hundredths of a second
MOST_SITES = 8  # folders a register is published to; every preview has a new one

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, kw_only=True, slots=True)
class Last(Generic[Outcome]):
    """A build that was published: what it was made from, what it gave, and what it said."""

    inputs: bytes
    noted: Mapping[str, Noted]
    outcome: Outcome


def inputs_of(root: Path, at: Tip | bool, notes: Notes, *, production: bool) -> bytes | None:
    """The digest of everything a build is made from, but for the code, which a store adds.

    Where there is no last commit, `at` is whether git cannot read the repository.
    None where the settings depend on what cannot be looked at; then there is no last build.
    What is known of the files, and becomes known here, stands in `notes`.
    """
    drawn_from = drawing_digest(root)
    if drawn_from is None:
        return None
    files = digest_of(root / "cases", root / "templates", root / SETTINGS_FILE, notes=notes)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").encode()
    return digest(drawn_from, files, epoch, repr(at).encode(), b"public" if production else b"")


@dataclass(kw_only=True)
class Standing(Generic[Outcome]):
    """The folder of a site as a build finds it.

    Attributes:
        last: what the last build noted of it.
        look: gives what is in it; see ``manifest.look``.
    """

    site_dir: Path
    last: Last[Outcome] | None
    look: Callable[[], Mapping[str, Stamp | None]]

    @cached_property
    def there(self) -> Mapping[str, Stamp | None]:
        """What is in it, looked at once, when it is first asked for."""
        return self.look()

    def made_from(self, inputs: bytes | None) -> Last[Outcome] | None:
        """The last build, if it was made from these."""
        return self.last if inputs and self.last and self.last.inputs == inputs else None

    def unchanged(self, inputs: bytes | None) -> Last[Outcome] | None:
        """The last build, if the site of these inputs stands there, whole and as it was."""
        last = self.made_from(inputs)
        return last if last and is_as_noted(self.site_dir, last.noted, self.there) else None

    @property
    def is_large(self) -> bool:
        """Whether to look at it takes longer than to begin another process."""
        return self.last is not None and len(self.last.noted) > MANY_FILES

    def begin(self, inputs: bytes | None, meanwhile: Meanwhile) -> None:
        """Look at it with another process.

        That looks at half of it where nothing else is to be done; where the inputs are others, at
        all of it, while this one reads what has changed.
        """
        halves = partial(look, self.site_dir, meanwhile)
        self.look = halves if self.made_from(inputs) else meanwhile(partial(look, self.site_dir))

    def digests(self) -> dict[str, bytes]:
        """The digest of each file there that the last build left."""
        return holds_now(self.site_dir, self.last.noted, self.there) if self.last else {}


def standing(store: Store | None, site_dir: Path) -> Standing[Outcome]:
    """The folder of a site; without a store, nothing is known of the last build."""
    last: Last[Outcome] | None = store.get(name_of(site_dir)) if store else None
    return Standing(site_dir=site_dir, last=last, look=partial(look, site_dir))


def remember(  # noqa: PLR0913 - what a build was, gave and wrote are three things
    store: Store,
    found: Standing[Outcome],
    *,
    inputs: bytes,
    digests: Mapping[str, bytes],
    written: Iterable[str],
    outcome: Outcome,
) -> None:
    """Keep what a build gave that has just been published, for the next to compare with.

    Args:
        store: where it is kept.
        found: the folder as the build found it.
        inputs: what the build was made from.
        digests: of each file of the site.
        written: those of them that were written now.
        outcome: what the build said.
    """
    noted = note(found.site_dir, digests, found.there, written)
    store.put(name_of(found.site_dir), Last(inputs=inputs, noted=noted, outcome=outcome))
    store.prune(BEGINNING, MOST_SITES)
