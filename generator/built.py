"""What a build says of itself: how much there is, what was written, and what is to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site.journal import Change

if TYPE_CHECKING:
    from generator.core.problems import Problem
    from generator.site.links import BrokenLink


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        cases: how many cases the register holds.
        files: how many files the site holds.
        change: which of them were written or removed; None where nothing was published.
        problems: what there is to mend in the content.
        missing: what the settings lack for a production build, each in a sentence.
        broken: links of the finished site that lead nowhere.
    """

    cases: int
    files: int
    change: Change | None
    problems: tuple[Problem, ...]
    missing: tuple[str, ...] = ()
    broken: tuple[BrokenLink, ...] = ()


NOTES = "files"  # what a store keeps the notes on the register's files under
NOTHING = Change(move=(), remove=())
