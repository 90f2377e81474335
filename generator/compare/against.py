"""What a rule is that speaks against a comparison, and the look that most of them share.

Most rules look for one thing that the sides say differently, or that some of them do not say;
``differing`` makes such a look from a function that gives the words of one side.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.compare.facts import Side
    from generator.compare.sides import Groups, Sides


class Severity(StrEnum):
    """How much stands against a comparison."""

    NOTE = "note"
    CAUTION = "caution"
    BLOCKER = "blocker"


NOTE, CAUTION, BLOCKER = Severity.NOTE, Severity.CAUTION, Severity.BLOCKER


@dataclass(frozen=True, kw_only=True, slots=True)
class Against:
    """What a rule finds: how much it weighs, what to say of it, and who says what."""

    severity: Severity
    lead: str
    groups: Groups
    listed: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: its name, for ever.
        about: why it stands against a comparison, and how much it then weighs.
        look: looks at the sides, of which there are two at least.
    """

    code: str
    title: str
    about: str
    look: Callable[[Sides], Against | None]


Told = tuple[Severity, str]


def differing(
    words: Callable[[Side], str],
    differ: Told,
    *,
    some: Told | None = None,
    none: Told | None = None,
    among: Callable[[Sides], Sides] = lambda sides: sides.numbered,
) -> Callable[[Sides], Against | None]:
    """A rule's look at what the sides say of one thing, in `words` that are empty if unsaid.

    Args:
        words: what one side says.
        differ: how much it weighs, and what to say, where they say different things.
        some: the same where some say one thing and the others nothing.
        none: the same where none says anything.
        among: which of the sides it looks at.
    """

    def look(sides: Sides) -> Against | None:
        groups = among(sides).by(words)
        said = groups.keys() - {""}
        told = differ if len(said) > 1 else some if said and "" in groups else None
        if told:
            return Against(severity=told[0], lead=told[1], groups=groups)
        alone = none if groups and not said and len(groups[""]) > 1 else None
        return alone and Against(severity=alone[0], lead=alone[1], groups=groups, listed=False)

    return look
