"""What the rest of Casebook hands over to be published: pages and other files.

Whoever writes a page decides its words; here is decided what surrounds them.
Both sides know these two records and nothing else of each other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from generator.site.kinds import KIND


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page whose body is finished.

    Attributes:
        kind: the name of one of ``KINDS``.
        address: where it stands below the site's root: ``""`` for the home
            page, else a path that ends in ``/``.
        title: plain text, escaped when the shell is filled; never empty.
        description: plain text for search engines, likewise.
        content: the body as finished, trusted HTML, from its ``h1`` down.
        canonical: the address of the page that it says the same as, for search engines; its own
            where this is empty.

    Raises:
        ValueError: the kind is unknown, the address is none of this kind, or
            a text is empty. These are mistakes in the program, not in a case.
    """

    kind: str
    address: str
    title: str
    description: str
    content: str
    canonical: str = ""

    def __post_init__(self) -> None:
        """Refuse what could not be published, while it is known who made it."""
        kind = KIND.get(self.kind)
        if kind is None:
            raise ValueError(f"there is no kind of page called {self.kind!r}")
        if not kind.has(self.address):
            raise ValueError(f"{self.address!r} is no address of a {self.kind} page")
        for what in ("title", "description", "content"):
            if not getattr(self, what).strip():
                raise ValueError(f"the page {self.address!r} has an empty {what}")

    @property
    def path(self) -> str:
        """The page's file, below the site's root."""
        return f"{self.address}index.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class Asset:
    """A finished file of the site.

    Attributes:
        address: its path below the site's root, with ``/``, for example
            ``api/v1/cases.json``.
        body: its bytes.

    Raises:
        ValueError: the address does not name a file below the site's root.
    """

    address: str
    body: bytes

    def __post_init__(self) -> None:
        """Refuse an address that is not written alike on every machine, or leads elsewhere."""
        if not stays_inside(self.address) or set("\\:") & set(self.address):
            raise ValueError(f"{self.address!r} names no file below the site's root")


def stays_inside(address: str) -> bool:
    """Whether a path names a file below the folder it is put in."""
    if "\0" in address or not {"", ".", ".."}.isdisjoint(address.split("/")):
        return False
    return os.sep == "/" or set("\\:").isdisjoint(address)  # elsewhere these have a meaning too
