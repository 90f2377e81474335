"""The kinds of page that are made from cases, each with its shell.

A shell is a page of ``site_src`` whose title, description and body are places
to be filled. It lies as deep as the pages made from it, so that the relative
links the theme writes into it hold for all of them. The parts of an address
that differ from page to page are called ``one-...`` in the shell's path;
where there are none, the kind has a single page.

To add a kind: a line in ``KINDS`` and a copy of any shell at that path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

VARIES = "one-"
# A folder's name in an address; ".." stands between two names, as in /changes/<from>..<to>/.
NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.\.[a-z0-9]+(?:-[a-z0-9]+)*)?"


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of generated page.

    Attributes:
        name: what a ``Page`` says it is.
        source: the shell's path in ``site_src``, with ``/``.
    """

    name: str
    source: str

    @property
    def address(self) -> str:
        """Where the engine draws the shell: ``""`` or a path that ends in ``/``."""
        path = PurePosixPath(self.source).with_suffix("")
        folder = path.parent if path.name == "index" else path
        return "" if folder == PurePosixPath() else f"{folder}/"

    @property
    def varies(self) -> bool:
        """Whether the pages of this kind differ in their address from the shell."""
        return any(part.startswith(VARIES) for part in self.address.split("/"))

    @property
    def depth(self) -> int:
        """How many folders deep every page of this kind lies: ``"../" * depth`` leads home."""
        return self.address.count("/")

    def has(self, address: str) -> bool:
        """Whether a page of this kind can have this address (the shell's own is not one)."""
        parts = (
            NAME if part.startswith(VARIES) else re.escape(part) for part in self.address.split("/")
        )
        fits = re.fullmatch("/".join(parts), address) is not None
        return fits and not (self.varies and address == self.address)


KINDS = (
    Kind(name="home", source="index.md"),
    Kind(name="register", source="cases/index.md"),
    Kind(name="view", source="cases/one-view.md"),
    Kind(name="case", source="cases/one-council/one-plan-year/one-case.md"),
    Kind(name="case-questions", source="cases/one-council/one-plan-year/one-case/questions.md"),
    Kind(name="councils", source="councils/index.md"),
    Kind(name="council", source="councils/one-council.md"),
    Kind(name="council-year", source="councils/one-council/one-plan-year.md"),
    Kind(name="committee", source="councils/one-council/one-plan-year/one-committee.md"),
    Kind(name="themes", source="themes/index.md"),
    Kind(name="theme", source="themes/one-theme.md"),
    Kind(name="sums", source="sums/index.md"),
    Kind(name="sums-view", source="sums/one-view.md"),
    Kind(name="questions", source="sums/questions/one-council/one-plan-year.md"),
    Kind(name="methods", source="methods.md"),
    Kind(name="check", source="methods/one-check.md"),
    Kind(name="data", source="data.md"),
)

KIND = {kind.name: kind for kind in KINDS}
