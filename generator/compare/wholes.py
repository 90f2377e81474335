"""What a case leaves to the larger case that it is part of.

A summary of one project stands in the same pack as the business case of its programme, and what is
weighed there need not be weighed twice. A mark that is empty on the part and set on the whole is
told with both: the paper as such is not silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.completeness import MARKS
from generator.compare.marking import State
from generator.core.words import LinkKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.compare.facts import Facts

OF_PARTS = frozenset(marking.code for marking in MARKS if marking.of_parts)
THERE = (State.YES, State.PARTLY)


def wholes_of(facts: Facts) -> tuple[str, ...]:
    """The paths of the cases that a case is part of."""
    return tuple(sorted(facts.linked(LinkKind.PART_OF) - {facts.path}))


def held_by_whole(facts: Facts, wholes: Mapping[str, Facts]) -> dict[str, str]:
    """The marks that a case lacks and a whole has at least in part, each with the whole's path.

    Args:
        facts: the case.
        wholes: at least those of ``wholes_of`` that are in the register, by their paths.
    """
    larger = [path for path in wholes_of(facts) if path in wholes]
    if not larger:
        return {}
    lacking = {mark.code for mark in facts.marks if mark.state is State.NO} & OF_PARTS
    return {
        mark.code: path
        for path in reversed(larger)
        for mark in wholes[path].marks
        if mark.code in lacking and mark.state in THERE
    }
