"""What surrounds the cases in a build, and is the same for every piece of its work.

Whatever every page is made from besides cases stands here, with one digest over it: the pages
that the engine drew, the templates, the day. Where it changes, everything is made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.shelf import NOWHERE, Published
from generator.site.digest import digest, digest_of
from generator.site.fill import own_files
from generator.site.page_links import ShellLinks, read_shell_links
from generator.site.policy import with_policies
from generator.site.shells import Shell, author, contact, read_shells, site_url

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from generator.history.past import Pasts


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
    pasts: Pasts
    published: Published = NOWHERE
    contact: str = ""


def frame_of(
    root: Path,
    drawn: Mapping[str, bytes],
    as_at: date,
    *,
    production: bool,
    pasts: Pasts,
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
        pasts=pasts,
        published=published(drawn),
        contact=contact(drawn),
        base=digest(digest_of(templates), str(as_at).encode(), public, *contents),
    )


def published(drawn: Mapping[str, bytes]) -> Published:
    """Where the drawn pages say that they are published, and by whom."""
    return Published(url=site_url(drawn), author=author(drawn) or NOWHERE.author)
