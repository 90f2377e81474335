"""What a piece of work gave, what it looked at, and what a build keeps of both for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from generator.site.packs import Place

Read = tuple[str, ...]  # ("field", path, name), ("council", folder), …: see ``Facts``
T = TypeVar("T")

MADE = "made"  # the name under which an entry keeps what it was ``Made`` into


@dataclass(frozen=True, kw_only=True, slots=True)
class Result(Generic[T]):
    """What a piece of work gave, what it looked at, and the digest of what it saw there.

    Attributes:
        pictures: where what it drew stands, packed; see ``Album``.
    """

    reads: tuple[Read, ...]
    seen: bytes
    value: T
    pictures: Place = b""


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A file of the site: where it stands, what it holds, and for a page, where it leads.

    Attributes:
        content: the digest of it.
        links: where its ``PageLinks`` stand, packed; None for what is no page.
        led: for a page, the marks of the pages that it leads to; see ``page_links.marks_of``.
        listed: whether search engines are to list it, if it is a page.
    """

    address: str
    content: bytes
    links: Place | None
    led: bytes = b""
    listed: bool = True


Outputs = tuple[Output, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What was worked out for a case: the digests of its ``KEPT`` values, and its files."""

    values: bytes
    outputs: Outputs
