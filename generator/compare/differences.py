"""What the rules look at: one small function for each thing in which figures can differ.

A function of a side gives its words, empty where its paper does not say; a function of all
sides is there where more than such words is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.findings import Level
from generator.audit.things import joined
from generator.compare import marking
from generator.compare.against import BLOCKER, CAUTION, Against
from generator.compare.sides import Sides, has_number
from generator.compare.spans import length_words, year_words
from generator.core.amounts import Qualifier, State
from generator.core.money_format import format_amount
from generator.core.phrases import BASES, NATURES, people_words
from generator.core.words import IN_PART, Certainty, LinkKind, Quality

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.compare.facts import Side

SAME_MONEY = (LinkKind.PART_OF, LinkKind.OVERLAPS)


def quality(one: Quality, other: Quality) -> Callable[[Side], str]:
    """Which of two qualities a figure has; empty where it says neither, or both."""

    def words(side: Side) -> str:
        qualities = side.figure.context.qualities if side.figure else ()
        said = {one, other}.intersection(qualities)
        return said.pop().value if len(said) == 1 else ""

    return words


def council_type(side: Side) -> str:
    """The type of its council, as far as the register knows it."""
    return (side.council.type or "") if side.council else ""


def council_size(side: Side) -> str:
    """How many people live in its council's area, and when."""
    population = side.council.population if side.council else None
    return people_words(population) if population else ""


def measure(side: Side) -> str:
    """What the figure measures."""
    said = side.figure.context.measure if side.figure else None
    return said.value if said else ""


def described(side: Side) -> str:
    """What its text describes the figure to be as a whole, where the form calls it otherwise."""
    said = side.figure.described if side.figure else ()
    whole = [NATURES[nature] for nature in said if nature not in IN_PART]
    return joined(whole) if whole else "what they call it"


def described_in_part(side: Side) -> str:
    """What its text describes a part of the figure to be."""
    said = side.figure.described if side.figure else ()
    parts = [NATURES[nature] for nature in said if nature in IN_PART]
    return joined(parts) if parts else "what they call it"


def basis(side: Side) -> str:
    """How it counts over time; empty where the paper does not say."""
    said = side.figure.context.basis if side.figure else None
    return BASES.get(said, "") if said else ""


def unit(side: Side) -> str:
    """What it is counted in."""
    name = side.figure.amount.meant.unit.name if side.figure else ""
    return "pounds" if name == "£" else name


def length(side: Side) -> str:
    """How long its period is."""
    return length_words(side.figure.context) if side.figure else ""


def years(side: Side) -> str:
    """Which years it is for."""
    return year_words(side.figure.context) if side.figure else ""


def hoped(side: Side) -> str:
    """How sure a figure is that is not delivered yet: a target, an estimate, agreed."""
    certainty = _certainty(side)
    silent = (Certainty.NOT_STATED, Certainty.DELIVERED)
    return "" if certainty in silent else certainty.value


def delivered(side: Side) -> str:
    """Whether a figure tells what has come about or what is meant to."""
    certainty = _certainty(side)
    if certainty is Certainty.DELIVERED:
        return certainty.value
    return "" if certainty is Certainty.NOT_STATED else "not yet delivered"


def cost_stated(side: Side) -> str:
    """Whether the paper prints what it costs to reach its amount; see the mark ``cost``."""
    state = next(mark.state for mark in side.facts.marks if mark.code == "cost")
    if state is marking.State.NOTHING:
        return ""  # that part of the file could not be read
    return "not said" if state is marking.State.NO else "said"


def _certainty(side: Side) -> Certainty:
    return side.figure.certainty if side.figure else Certainty.NOT_STATED


def _exactness(side: Side) -> str:
    amount = side.figure.amount if side.figure else None
    if amount is None:
        return ""
    meant = amount.meant
    # A reading of the same number that is not exact only says what the text calls the figure.
    called = amount.number == meant.number and meant.qualifier is not Qualifier.EXACT
    if amount.reading is not None and not called:
        return "read otherwise than printed"
    if meant.high is not None:
        return "a range"
    return "" if meant.qualifier is Qualifier.EXACT else f"“{meant.qualifier.value}”"


def inexact(sides: Sides) -> Against | None:
    """Figures with a qualifier, a range or a reading."""
    groups = sides.numbered.by(_exactness)
    groups.pop("", None)
    lead = "Not every figure is one exact amount"
    return Against(severity=CAUTION, lead=lead, groups=groups) if groups else None


def withheld(sides: Sides) -> Against | None:
    """Sides whose amount is withheld."""
    return _instead_of_number(sides, "An amount is withheld", held=True)


def no_amount(sides: Sides) -> Against | None:
    """Sides with words or nothing in place of an amount."""
    return _instead_of_number(sides, "There is not an amount on every side", held=False)


def _instead_of_number(sides: Sides, lead: str, *, held: bool) -> Against | None:
    """What stands where there is no number: that it is withheld, words, or nothing."""
    bare = sides.where(lambda side: not has_number(side) and held == _held(side))
    groups = bare.by(_in_place)
    return Against(severity=BLOCKER, lead=lead, groups=groups) if groups else None


def _held(side: Side) -> bool:
    return side.figure is not None and side.figure.amount.meant.state is State.WITHHELD


def _in_place(side: Side) -> str:
    if side.figure is None:
        lost = "headline" in side.facts.unreadable
        return "a headline that could not be read" if lost else "no figure"
    return format_amount(side.figure.amount.meant) or "nothing"


def questioned(sides: Sides) -> Against | None:
    """Findings in which one of the figures has a part; an error in one itself weighs most."""
    groups = sides.saying(
        lambda side: (doubt.title for doubt in side.figure.doubts) if side.figure else ()
    )
    if not groups:
        return None
    blocking = any(map(in_error, sides.all))
    return Against(
        severity=BLOCKER if blocking else CAUTION,
        lead="The checks on the sums ask about a figure",
        groups=groups,
    )


def in_error(side: Side) -> bool:
    """Whether the checks found an error in the figure itself, and not in a sum it is part of."""
    doubts = side.figure.doubts if side.figure else ()
    return any(doubt.own and doubt.level is Level.ERROR for doubt in doubts)


def same_money(sides: Sides) -> Against | None:
    """Figures of cases of which one is part of the other, or overlaps with it."""
    groups = sides.numbered.linked(*SAME_MONEY)
    lead = "Some of the money may stand in more than one of the figures"
    return Against(severity=CAUTION, lead=lead, groups=groups) if groups else None


def depending(sides: Sides) -> Against | None:
    """Cases whose papers say that they depend on another one of these."""
    titles = {side.facts.path: side.facts.title for side in sides.all}
    groups = sides.saying(
        lambda side: (
            f"on “{titles[path]}”"
            for path in side.facts.needed_cases
            if path in titles and path != side.facts.path
        )
    )
    if not groups:
        return None
    return Against(
        severity=CAUTION,
        lead="By what the papers say, one case depends on another",
        groups=groups,
    )


def one_initiative(sides: Sides) -> Against | None:
    """Cases that are sides of one initiative, each told by its own council."""
    groups = sides.linked(LinkKind.SAME_INITIATIVE)
    if not groups:
        return None
    return Against(
        severity=CAUTION,
        lead="Each council tells its own side of one initiative: what its figure takes in may not "
        "be in the figure of another",
        groups=groups,
        listed=False,
    )
