"""The list of what publishing has left to do, so that another run can do it.

It is written in one step: it is there whole, or not at all. Whoever reads it
trusts none of its paths, because what it lists is moved and removed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.site.errors import SiteError
from generator.site.page import stays_inside

if TYPE_CHECKING:
    from pathlib import Path

    from generator.site.effects import Effects


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What turns the old site into the new: paths below the site's folder.

    Attributes:
        move: new or changed files, which lie ready beside the site.
        remove: files and links that the new site does not have.

    Raises:
        ValueError: a path does not name a file below the site's folder.
    """

    move: tuple[str, ...]
    remove: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what would be moved or removed elsewhere."""
        for address in chain(self.move, self.remove):
            if not stays_inside(address):
                raise ValueError(f"{address!r} names no file below the site's folder")


def write_journal(change: Change, journal: Path, effects: Effects) -> None:
    """Write the list in one step."""
    beside = journal.with_suffix(".part")
    effects.write(beside, json.dumps(asdict(change), indent=1).encode())
    effects.move(beside, journal)


def read_journal(journal: Path) -> Change:
    """Read the list of an earlier run.

    Raises:
        SiteError: it is none that ``write_journal`` can have written.
    """
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - a list is seldom there

    try:
        return TypeAdapter(Change).validate_json(journal.read_bytes())
    except ValidationError as unreadable:
        raise SiteError(
            "An earlier run was stopped while publishing, and its list of what was left to do, "
            f"{journal}, cannot be read. Remove that file and the site's folder, then build again."
        ) from unreadable
