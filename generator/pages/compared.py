"""What comparisons ask of each case: its facts, distilled once and kept for all lists.

The truth about a comparison is worked out in ``generator.compare``; here it gets the cases that a
page is about, each with its council.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.distilling import facts_of
from generator.compare.facts import side_of
from generator.compare.year import InYear
from generator.core.once import once
from generator.pages.proposed import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.facts import Facts, Side
    from generator.core.case import Case
    from generator.pages.shelf import Shelf


@once
def case_facts(case: Case, shelf: Shelf) -> Facts:
    """The facts of a case, with what the checks say of it."""
    return facts_of(case, shelf.audit(str(case.id)))


def sides(paths: Iterable[str], shelf: Shelf) -> tuple[Side, ...]:
    """The cases at these paths as sides of a comparison, each by its headline."""
    return tuple(
        side_of(shelf.kept(case_facts, path), shelf.council(path.partition("/")[0]))
        for path in paths
    )


def in_year(paths: Iterable[str], shelf: Shelf) -> tuple[InYear, ...]:
    """The cases at these paths, which are of one plan, for ``compare.year.council_year``."""
    return tuple(
        InYear(facts=shelf.kept(case_facts, path), addend=shelf.kept(counted, path))
        for path in paths
    )
