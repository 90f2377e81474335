"""What stands against setting figures side by side: a caveat for each thing that differs.

A comparison carries its caveats as values, so that page, data and sentence say the same. A note
is good to know; a caution can mislead who does not know it; where one is a blocker the figures
are put on no common scale. The rules stand in ``rules``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.against import BLOCKER, Against, Rule, Severity
from generator.compare.rules import RULES
from generator.compare.sides import Sides, Value, sides_of, values_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.facts import Side


@dataclass(frozen=True, kw_only=True, slots=True)
class Caveat:
    """One thing that stands against a comparison.

    Attributes:
        code: the rule that says so.
        lead: what differs, without who says what.
        sentence: what differs, with who says what.
        values: what the sides say, each with the cases and figures that say it.
    """

    code: str
    severity: Severity
    lead: str
    sentence: str
    values: tuple[Value, ...]


def caveats_among(sides: Iterable[Side]) -> tuple[Caveat, ...]:
    """What stands against setting figures side by side, in whichever order these come.

    The gravest first, then in the order of ``RULES``.
    """
    return caveats_of(sides_of(sides))


def caveats_of(sides: Sides) -> tuple[Caveat, ...]:
    """The same of sides that are in order already."""
    if len(sides.all) < 2:
        return ()
    found = [(rule, against) for rule in RULES if (against := rule.look(sides))]
    weight = list(reversed(Severity))
    found.sort(key=lambda one: weight.index(one[1].severity))
    return tuple(_caveat(rule, against, sides) for rule, against in found)


def blockers(caveats: Iterable[Caveat]) -> tuple[Caveat, ...]:
    """Those because of which there is no common scale."""
    return tuple(caveat for caveat in caveats if caveat.severity is BLOCKER)


def _caveat(rule: Rule, against: Against, sides: Sides) -> Caveat:
    said = f": {sides.listed(against.groups)}" if against.listed else ""
    return Caveat(
        code=rule.code,
        severity=against.severity,
        lead=against.lead,
        sentence=f"{against.lead}{said}.",
        values=values_of(against.groups),
    )
