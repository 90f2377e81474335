"""How a sentence tells of many cases what each of them says of one thing.

Of two or three cases a sentence says who says what. Of many that would be a list of every number
there is, so it says from where to where they go, and who says nothing; who says what stands beside
it, case by case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.things import numbered
from generator.compare.wholes import wholes_of
from generator.core.phrases import several

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.compare.facts import Side
    from generator.compare.sides import Groups, Sides

    Telling = Callable[[Sides, Groups], str]


def numbers(number: Callable[[Side], int], thing: str, verb: str) -> Telling:
    """Such as ``The papers name up to 6 risks; none is named by 2 cases of Plymouth.``."""

    def told(sides: Sides, _: Groups) -> str:
        each = {side.place: number(side) for side in sides.all}
        least, most = min(each.values()), max(each.values())
        none = [side for side in sides.all if not each[side.place]]
        some = [side for side in sides.all if each[side.place]]
        if not most:
            return f"No paper {verb}s any {thing}s."
        if least == most:
            return f"Each paper {verb}s {numbered(most, thing)}."
        if least:
            return f"The papers {verb} from {least} to {numbered(most, thing)}."
        if len(some) == 1:
            return f"{sides.who(some)} {verb}s {numbered(most, thing)}; the others {verb} none."
        named = "is listed" if verb == "list" else f"is {verb}d"
        upto = f"The papers {verb} up to {numbered(most, thing)}"
        return f"{upto}; none {named} by {sides.who(none)}{_parts_among(none)}."

    return told


def _parts_among(sides: Sequence[Side]) -> str:
    """How many of some cases are part of a larger one, which may name what they do not."""
    parts = sum(bool(wholes_of(side.facts)) for side in sides)
    if parts == len(sides):
        return ", part of a larger case" if parts == 1 else ", each of them part of a larger case"
    return f", {parts} of them part of a larger case" if parts else ""


def among_options(sides: Sides, groups: Groups) -> str:
    """Where doing nothing is one of the options; of who lists none nothing is said."""
    said = [
        f"{where} {sides.who(groups[words])}"
        for words, where in (("listed", "among those of"), ("not listed", "not among those of"))
        if words in groups
    ]
    lead = "Not every paper lists options; doing nothing" if "" in groups else "Doing nothing"
    among = [each.replace("those", "the options", 1) for each in said] if "" not in groups else said
    return f"{lead} is {' and '.join(among)}."


def answered(question: str, phrases: Mapping[str, str]) -> Telling:
    """Such as ``What gets worse: answered in words by 6 cases of Plymouth; …``."""

    def told(sides: Sides, groups: Groups) -> str:
        said = (f"{phrases[words]} {sides.who(who)}" for words, who in groups.items())
        return f"{question}: {'; '.join(said)}."

    return told


def all_are(sides: Sides, groups: Groups) -> str:
    """``All are business cases.``, or how many of each kind there are."""
    if len(groups) == 1:
        return f"All are {several(next(iter(groups)))}."
    return f"They are different kinds of paper: {sides.listed(groups)}."
