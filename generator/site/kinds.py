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
from functools import cache
from pathlib import PurePosixPath

VARIES = "one-"
NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"  # a folder's name in an address
BETWEEN = ".."  # stands between two names, as in …/history/<from>..<to>/


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of generated page.

    Attributes:
        name: what a ``Page`` says it is.
        source: the shell's path in ``site_src``, with ``/``.
        listed: whether search engines are to list its pages; else the shell says ``noindex``.
    """

    name: str
    source: str
    listed: bool = True

    @property
    def address(self) -> str:
        """Where the engine draws the shell: ``""`` or a path that ends in ``/``."""
        return _address(self.source)

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
        fits = _form(self.address).fullmatch(address) is not None
        return fits and not (self.varies and address == self.address)


@cache
def _address(source: str) -> str:
    path = PurePosixPath(source).with_suffix("")
    folder = path.parent if path.name == "index" else path
    return "" if folder == PurePosixPath() else f"{folder}/"


@cache
def _form(address: str) -> re.Pattern[str]:
    """What the addresses are like of pages whose shell has this one."""
    return re.compile("/".join(map(_pattern, address.split("/"))))


def _pattern(part: str) -> str:
    """What may stand in place of a part of a shell's address."""
    if not part.startswith(VARIES):
        return re.escape(part)
    return re.escape(BETWEEN).join([NAME] * (part.count(BETWEEN) + 1))


KINDS = (
    Kind(name="home", source="index.md"),
    Kind(name="register", source="cases/index.md"),
    Kind(name="view", source="cases/one-view.md"),
    Kind(name="case", source="cases/one-council/one-plan-year/one-case.md"),
    Kind(name="case-questions", source="cases/one-council/one-plan-year/one-case/questions.md"),
    Kind(name="history", source="cases/one-council/one-plan-year/one-case/history.md"),
    Kind(
        name="version",
        source="cases/one-council/one-plan-year/one-case/history/one-version.md",
        listed=False,
    ),
    Kind(
        name="step",
        source="cases/one-council/one-plan-year/one-case/history/one-version..one-later.md",
    ),
    Kind(name="gone", source="cases/one-council/one-plan-year/one-old-case.md", listed=False),
    Kind(
        name="gone-history",
        source="cases/one-council/one-plan-year/one-old-case/history.md",
        listed=False,
    ),
    Kind(name="councils", source="councils/index.md"),
    Kind(name="council", source="councils/one-council.md"),
    Kind(name="council-year", source="councils/one-council/one-plan-year.md"),
    Kind(
        name="people",
        source="councils/one-council/one-plan-year/all-cases/who-is-affected.md",
    ),
    Kind(name="says", source="councils/one-council/one-plan-year/all-cases/what-they-say.md"),
    Kind(name="committee", source="councils/one-council/one-plan-year/one-committee.md"),
    Kind(name="themes", source="themes/index.md"),
    Kind(name="theme", source="themes/one-theme.md"),
    Kind(name="compare", source="compare/index.md"),
    Kind(name="two-councils", source="compare/one-theme/one-council..one-other.md"),
    Kind(
        name="two-cases",
        source="compare/cases/one-council..one-other/one-year..one-other/one-case..one-other.md",
    ),
    Kind(name="sums", source="sums/index.md"),
    Kind(name="sums-view", source="sums/one-view.md"),
    Kind(name="questions", source="sums/questions/one-council/one-plan-year.md"),
    Kind(name="changes", source="changes/index.md"),
    Kind(name="changes-sheet", source="changes/one-earlier..one-later.md"),
    Kind(name="methods", source="methods.md"),
    Kind(name="check", source="methods/one-check.md"),
    Kind(name="data", source="data.md"),
)

KIND = {kind.name: kind for kind in KINDS}
