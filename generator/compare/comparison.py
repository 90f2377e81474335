"""Cases side by side: what they have in common, where they differ, and what can be compared.

Everything that a page, a file of data or a sentence says of a comparison is worked out here
once, as values that carry their own sentence, so that the three can never say different things.
Where something blocks a common scale there is none, and what can be compared instead is named.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.things import joined
from generator.compare.aspects import ASPECTS, INSTEAD, LISTS
from generator.compare.caveats import Caveat, blockers, caveats_of
from generator.compare.sides import FEW, Sides, Value, sides_of, values_of
from generator.core.words import LinkKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.compare.aspects import Aspect, Listing
    from generator.compare.facts import Side
    from generator.core.amounts import Unit
    from generator.core.words import Measure

MOST_LISTED = 5
NO_TWO = "There are no two figures to put on one scale"


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """Something that the sides have in common, or in which they differ.

    Attributes:
        code: the aspect that it is about.
        sentence: the whole of it in words.
        values: what the sides say, each with who says it.
    """

    code: str
    sentence: str
    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """A scale on which all figures may be drawn, from nought to the largest.

    Attributes:
        measure: what all of them measure; None where no paper says.
        least: the smallest end of the scale, nought or below.
        most: the largest, nought or above.
    """

    measure: Measure | None
    unit: Unit
    least: Decimal
    most: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Instead:
    """Something that can be compared where amounts cannot; `values` says who has what."""

    code: str
    title: str
    values: tuple[Value, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two or more cases side by side.

    Attributes:
        sides: in the order of their paths, each once.
        common: what they have in common.
        differ: where they differ.
        caveats: what stands against setting their figures side by side, the gravest first.
        scale: None where something blocks one, or where fewer than two figures are numbers.
        instead: what can be compared, scale or not.
    """

    sides: tuple[Side, ...]
    common: tuple[Statement, ...]
    differ: tuple[Statement, ...]
    caveats: tuple[Caveat, ...]
    scale: Scale | None
    instead: tuple[Instead, ...]

    @property
    def why_no_scale(self) -> tuple[str, ...]:
        """What blocks a common scale, each as a sentence; empty where there is one."""
        if self.scale:
            return ()
        return tuple(caveat.sentence for caveat in blockers(self.caveats)) or (f"{NO_TWO}.",)

    @property
    def why_in_short(self) -> tuple[str, ...]:
        """The same, each as a clause without who says what."""
        if self.scale:
            return ()
        return tuple(caveat.lead for caveat in blockers(self.caveats)) or (NO_TWO,)


def compare(sides: Iterable[Side]) -> Comparison:
    """The comparison of these sides; their order makes no difference."""
    every = sides_of(sides)
    caveats = caveats_of(every)
    common, differ = statements_on(every)
    return Comparison(
        sides=every.all,
        common=common,
        differ=differ,
        caveats=caveats,
        scale=scale_of(every, caveats),
        instead=tuple(_instead(every)),
    )


def statements_about(codes: Collection[str], sides: Sides) -> tuple[Statement, ...]:
    """What the sides say of the aspects of these codes, the same or not."""
    found = (_single(aspect, sides) for aspect in ASPECTS if aspect.code in codes)
    return tuple(said[1] for said in found if said)


def statements_on(sides: Sides) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """What the sides have in common, and where they differ, without a word on their figures."""
    single = [_single(aspect, sides) for aspect in ASPECTS]
    listed = [statement for listing in LISTS for statement in _listed(listing, sides)]
    found = [each for each in (_linked(sides), *single, *listed) if each]
    common = tuple(statement for same, statement in found if same)
    return common, tuple(statement for same, statement in found if not same)


def scale_of(sides: Sides, caveats: Iterable[Caveat]) -> Scale | None:
    """The scale on which all the figures may be drawn; None where something blocks it."""
    figures = [side.figure for side in sides.numbered.all if side.figure]
    if len(figures) < 2 or blockers(caveats):
        return None
    ends = [
        end
        for figure in figures
        for end in (figure.amount.meant.number, figure.amount.meant.high)
        if end is not None
    ]
    measures = {figure.context.measure for figure in figures}
    return Scale(
        measure=measures.pop() if len(measures) == 1 else None,
        unit=figures[0].amount.meant.unit,
        least=min(*ends, Decimal(0)),
        most=max(*ends, Decimal(0)),
    )


def _single(aspect: Aspect, sides: Sides) -> tuple[bool, Statement] | None:
    """Whether the sides say one thing or several, and the sentence; None where none says any."""
    if any(map(aspect.lost, sides.all)):
        return None
    groups = sides.by(aspect.words)
    same, said_by_some = len(groups) == 1, len(groups.keys() - {""}) == 1
    lead = aspect.same if same else aspect.some if said_by_some else aspect.differ
    if len(sides.all) < 2 or not lead or set(groups) == {""}:
        return None
    said = next(iter(groups)) if same else sides.listed(groups)
    many = aspect.many if len(sides.all) > FEW else None
    sentence = many(sides, groups) if many else f"{lead}: {said}."
    return same, Statement(code=aspect.code, sentence=sentence, values=values_of(groups))


def _listed(listing: Listing, sides: Sides) -> Iterator[tuple[bool, Statement]]:
    """What two sides or more list in the same words."""
    shared = {words: who for words, who in sides.saying(listing.items).items() if len(who) > 1}
    by_sides: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for words, who in shared.items():
        by_sides[tuple(side.place for side in who)].append(words)
    for found in by_sides.values():
        who = shared[found[0]]
        listed = joined([f"“{words}”" for words in found], most=MOST_LISTED)
        called = f" ({sides.who(who)})" if len(who) < len(sides.all) else ""
        sentence = f"{listing.same}{called}: {listed}."
        values = values_of(dict.fromkeys(found, who))
        yield True, Statement(code=listing.code, sentence=sentence, values=values)


def _linked(sides: Sides) -> tuple[bool, Statement] | None:
    """What the cases themselves say of how they stand to each other."""
    groups = sides.linked(*LinkKind)
    if not groups:
        return None
    all_of_them = all(len(who) == len(sides.all) for who in groups.values())
    said = ", ".join(groups) if all_of_them else sides.listed(groups)
    sentence = f"{'They are' if all_of_them else 'Some are'} linked with one another: {said}."
    return True, Statement(code="linked", sentence=sentence, values=values_of(groups))


def _instead(sides: Sides) -> Iterator[Instead]:
    """What at least two sides have something to say of."""
    for aspect in INSTEAD:
        groups = sides.by(aspect.words)
        if sum(len(who) for words, who in groups.items() if words) > 1:
            yield Instead(code=aspect.code, title=aspect.same, values=values_of(groups))
