"""What comparisons ask of each case: its facts, distilled once and kept for all lists.

The truth about a comparison is worked out in ``generator.compare``; here it gets the cases that a
page is about, each with its council.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.affected import affected
from generator.compare.amounts import between_councils
from generator.compare.comparison import compare
from generator.compare.distilling import facts_of
from generator.compare.facts import side_of
from generator.compare.multiples import multiples, scaled
from generator.compare.wholes import wholes_of
from generator.compare.year import InYear
from generator.core.once import once
from generator.pages.proposed import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.affected import Affected
    from generator.compare.amounts import WayLook
    from generator.compare.comparison import Comparison
    from generator.compare.facts import Facts, Side
    from generator.compare.multiples import Multiples
    from generator.core.case import Case
    from generator.pages.shelf import Shelf


@once
def case_facts(case: Case, shelf: Shelf) -> Facts:
    """The facts of a case, with what the checks say of it."""
    return facts_of(case, shelf.audit(str(case.id)))


def sides(paths: Iterable[str], shelf: Shelf) -> tuple[Side, ...]:
    """The cases at these paths as sides of a comparison, each by its headline."""
    return tuple(shelf.once(_side, path) for path in paths)


def _side(shelf: Shelf, path: str) -> Side:
    return side_of(shelf.once(_facts, path), shelf.council(path.partition("/")[0]))


def _facts(shelf: Shelf, path: str) -> Facts:
    return shelf.kept(case_facts, path)


def comparison_of(paths: Iterable[str], shelf: Shelf) -> Comparison:
    """The cases at these paths side by side; page and data on them ask for the same in turn."""
    return shelf.once(_comparison, tuple(paths))


def _comparison(shelf: Shelf, paths: tuple[str, ...]) -> Comparison:
    return compare(sides(paths, shelf))


def scales_among(paths: Iterable[str], shelf: Shelf) -> tuple[Comparison, ...]:
    """All of them where one scale holds, else those groups within which one does."""
    return shelf.once(_scales, tuple(paths))


def _scales(shelf: Shelf, paths: tuple[str, ...]) -> tuple[Comparison, ...]:
    return scaled(comparison_of(paths, shelf))


def looks_among(
    paths: Iterable[str], shelf: Shelf
) -> tuple[tuple[Comparison, tuple[WayLook, ...]], ...]:
    """Each of ``scales_among`` with its figures made comparable between councils."""
    return shelf.once(_looks, tuple(paths))


def _looks(
    shelf: Shelf, paths: tuple[str, ...]
) -> tuple[tuple[Comparison, tuple[WayLook, ...]], ...]:
    deflators = shelf.register.deflators
    return tuple(
        (group, between_councils(group, deflators)) for group in scales_among(paths, shelf)
    )


def multiples_among(paths: Iterable[str], shelf: Shelf) -> Multiples:
    """Their figures on the scales that they may share."""
    return shelf.once(_multiples, tuple(paths))


def _multiples(shelf: Shelf, paths: tuple[str, ...]) -> Multiples:
    return multiples(comparison_of(paths, shelf), scales_among(paths, shelf))


def affected_among(paths: Iterable[str], shelf: Shelf) -> Affected:
    """Who is affected over the cases at these paths."""
    return shelf.once(_affected, tuple(paths))


def _affected(shelf: Shelf, paths: tuple[str, ...]) -> Affected:
    return affected(side.facts for side in sides(paths, shelf))


def wholes(cases: Iterable[Facts], shelf: Shelf) -> dict[str, Facts]:
    """The larger cases of the register that some of these cases are part of, by their paths."""
    named = {path for facts in cases for path in wholes_of(facts)}
    return {path: shelf.once(_facts, path) for path in sorted(named) if path in shelf.cases}


def wholes_of_one(facts: Facts, shelf: Shelf) -> dict[str, Facts]:
    """The same for the page of one case, which is made before anything is kept of others.

    What the checks say of them is not asked: no mark that serves parts rests on it.
    """
    return {path: facts_of(shelf.cases[path]) for path in wholes_of(facts) if path in shelf.cases}


def in_year(paths: Iterable[str], shelf: Shelf) -> tuple[InYear, ...]:
    """The cases at these paths, which are of one plan, for ``compare.year.council_year``."""
    return tuple(
        InYear(facts=shelf.kept(case_facts, path), amount=shelf.kept(counted, path))
        for path in paths
    )
