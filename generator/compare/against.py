"""What a rule is that speaks against a comparison, and the look that most of them share.

Most rules look for one thing that the sides say differently, or that some of them do not say;
``Differing`` is such a look, made from a function that gives the words of one side.
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


Told = tuple[Severity, str]


def figures_alone(sides: Sides) -> Sides:
    """Those sides that have a number."""
    return sides.numbered


def whole_cases(sides: Sides) -> Sides:
    """All of them."""
    return sides


@dataclass(frozen=True, kw_only=True, slots=True)
class Differing:
    """A look at what the sides say of one thing, in `words` that are empty if unsaid.

    Attributes:
        words: what one side says.
        differ: how much it weighs, and what to say, where they say different things.
        some: the same where some say one thing and the others nothing.
        none: the same where none says anything.
        among: which of the sides it looks at.
    """

    words: Callable[[Side], str]
    differ: Told
    some: Told | None = None
    none: Told | None = None
    among: Callable[[Sides], Sides] = figures_alone

    def __call__(self, sides: Sides) -> Against | None:
        """What stands against these sides because of it."""
        groups = self.among(sides).by(self.words)
        said = groups.keys() - {""}
        told = self.differ if len(said) > 1 else self.some if said and "" in groups else None
        if told:
            return Against(severity=told[0], lead=told[1], groups=groups)
        alone = self.none if groups and not said and len(groups[""]) > 1 else None
        return alone and Against(severity=alone[0], lead=alone[1], groups=groups, listed=False)


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
