"""A council's year: what its cases come to by committee, theme and measure, and of what kind it is.

What may be added is settled in ``core.adding_up`` and nowhere else: here cases are put into parts,
and each part is the share of its cases in what the whole year comes to, so that no part counts
what the whole leaves out. Parts by theme overlap, since a case may stand on several; parts by
committee, by measure or by what a text describes do not, and together they are all cases.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.audit.things import numbered
from generator.core.adding_up import AddedUp, Total, add_up, in_all, together, within
from generator.core.amounts import EXACT
from generator.core.case_amounts import BY_TEXT, pounds
from generator.core.identity import slug_of
from generator.core.money_format import format_amount
from generator.core.words import LinkKind, Measure, Nature, SplitBy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.compare.facts import Facts
    from generator.core.case_amounts import CaseAmount
    from generator.core.councils import Theme

AS_CALLED = "as it is called"  # the text describes nothing else than what the form says
NO_HEADLINE = "no headline"
PAID = {Nature.OTHER_FUNDING, Nature.PARTLY_OTHER_FUNDING}
MANY = 6  # of fewer cases nobody would say that they are many
FROM_OTHERS = (Measure.FUNDING_SWITCH, Measure.GRANT)


class Partner(StrEnum):
    """Why a case depends on a partner."""

    PAYS = "another fund or body pays"
    SPLIT = "a part of its amount is a partner's"
    SAME_CASE = "a case of another council is about the same"
    THEME = "it stands on a theme that is about working with others"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Some cases of a year and what they come to.

    Attributes:
        key: the committee, the theme's key, the measure, or what the text describes.
    """

    key: str
    paths: tuple[str, ...]
    added: AddedUp


@dataclass(frozen=True, kw_only=True, slots=True)
class OnPartner:
    """A case that depends on a partner, and why."""

    path: str
    why: tuple[Partner, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FewAndMany:
    """The few large cases of a total that make up half of it or more, and the many others.

    Attributes:
        large: the paths of the smallest number of cases that make up half, the largest first.
        small: the others, likewise.
    """

    large: tuple[str, ...]
    small: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilYear:
    """The cases of one plan of one council.

    Attributes:
        whole: all of them added up.
        by_committee: the key is empty where the papers name none; of several spellings of one
            name it is the first.
        by_theme: these overlap.
        by_measure: the key is ``no headline`` where there is none.
        by_nature: what the texts describe the headlines to be: ``as it is called``, ``income``,
            ``replaces income given up`` and so on; each case once, under the first of them that
            counts. The amounts of a part are added up as what they are described to be.
        follows: the paths of cases that take up a case of an earlier plan.
        partners: cases that depend on a partner.
        on_partners: their share in the whole.
        few_and_many: of the largest total; None where it has fewer than ``MANY`` cases.
    """

    whole: AddedUp
    by_committee: tuple[Part, ...]
    by_theme: tuple[Part, ...]
    by_measure: tuple[Part, ...]
    by_nature: tuple[Part, ...]
    follows: tuple[str, ...]
    partners: tuple[OnPartner, ...]
    on_partners: Part
    few_and_many: FewAndMany | None


@dataclass(frozen=True, kw_only=True, slots=True)
class InYear:
    """A case of the year: its facts, and what adding up has to know of it."""

    facts: Facts
    amount: CaseAmount


def council_year(cases: Iterable[InYear], themes: Mapping[str, Theme]) -> CouncilYear:
    """The year of these cases, which are of one plan of one council; order makes no difference."""
    every = sorted(cases, key=lambda case: case.facts.path)
    partners = tuple(found for case in every if (found := _partner(case, themes)))
    names = {slug_of(_committee(case)): _committee(case) for case in reversed(every)} | {"": ""}
    whole = add_up(case.amount for case in every)
    described = add_up(as_described(case.amount) for case in every)
    return CouncilYear(
        whole=whole,
        by_committee=_parts(whole, every, lambda case: (names[slug_of(_committee(case))],)),
        by_theme=_parts(whole, every, lambda case: case.facts.themes),
        by_measure=_parts(whole, every, lambda case: (_measure(case),)),
        by_nature=tuple(
            replace(part, added=within(whole, part.paths)) if part.key == AS_CALLED else part
            for part in _parts(described, every, lambda case: (nature_of(case),))
        ),
        follows=tuple(
            case.facts.path
            for case in every
            if any(link.kind is LinkKind.FOLLOWS for link in case.facts.links)
        ),
        partners=partners,
        on_partners=_part(whole, "", tuple(found.path for found in partners)),
        few_and_many=few_and_many(whole.totals[0]) if whole.totals else None,
    )


def nature_of(case: InYear) -> str:
    """What the text describes the headline to be: the first that counts when adding up."""
    headline = case.facts.headline
    if headline is None:
        return NO_HEADLINE
    return next((nature.value for nature in BY_TEXT if nature in headline.described), AS_CALLED)


def few_and_many(total: Total) -> FewAndMany | None:
    """The cases that make up half of a total.

    None for a few cases or an open total, and where an amount is below zero: then some cases come
    to more than all of them.
    """
    whole = in_all(total)
    ordered = sorted(total.ones, key=lambda one: (-pounds(one), one.path))
    if total.amount is None or whole is None or len(ordered) < MANY or pounds(ordered[-1]) < 0:
        return None
    so_far = EXACT.create_decimal(0)
    large = 0
    while EXACT.multiply(so_far, 2) < total.amount:
        so_far, large = EXACT.add(so_far, pounds(ordered[large])), large + 1
    verb = "makes" if large == 1 else "make"
    return FewAndMany(
        large=tuple(one.path for one in ordered[:large]),
        small=tuple(one.path for one in ordered[large:]),
        sentence=f"{large} of {numbered(len(ordered), 'case')} {verb} up "
        f"{format_amount(together(ordered[:large]))} of {format_amount(whole)}; the other "
        f"{len(ordered) - large} come to {format_amount(together(ordered[large:]))}.",
    )


def _parts(
    added: AddedUp, cases: Sequence[InYear], keys: Callable[[InYear], Iterable[str]]
) -> tuple[Part, ...]:
    """The cases by key, the part with most cases first; what has no name comes last."""
    found: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        for key in dict.fromkeys(keys(case)):
            found[key].append(case.facts.path)
    ordered = sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return tuple(_part(added, key, tuple(paths)) for key, paths in ordered)


def _part(added: AddedUp, key: str, paths: tuple[str, ...]) -> Part:
    return Part(key=key, paths=paths, added=within(added, paths))


def as_described(one: CaseAmount) -> CaseAmount:
    """The case with its amount taken for what its text describes, so that alike is added to alike.

    The rule leaves out what a text describes as income; within a part of such cases it is what
    they have in common.
    """
    if one.headline is None or not one.headline.described:
        return one
    return replace(one, headline=replace(one.headline, described=()))


def _committee(case: InYear) -> str:
    return case.facts.committee or ""


def _measure(case: InYear) -> str:
    figure = case.facts.headline
    return figure.context.measure.value if figure and figure.context.measure else NO_HEADLINE


def _partner(case: InYear, themes: Mapping[str, Theme]) -> OnPartner | None:
    """Why a case depends on a partner; None where nothing in its file says that it does."""
    facts = case.facts
    elsewhere = (*facts.linked(LinkKind.SAME_INITIATIVE), *facts.needed_cases)
    others = [path for path in elsewhere if path.partition("/")[0] != facts.council]
    holds = {
        Partner.PAYS: _paid_by_others(facts),
        Partner.SPLIT: any(split.split_by is SplitBy.PARTNER for split in facts.splits),
        Partner.SAME_CASE: bool(others),
        Partner.THEME: any(themes[key].partners for key in facts.themes if key in themes),
    }
    why = tuple(partner for partner in Partner if holds[partner])
    return OnPartner(path=facts.path, why=why) if why else None


def _paid_by_others(facts: Facts) -> bool:
    headline = facts.headline
    return headline is not None and (
        headline.context.measure in FROM_OTHERS or not PAID.isdisjoint(headline.described)
    )
