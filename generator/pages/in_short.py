"""A theme in a few sentences: of which years, how much, why on no one scale, and for whom.

The page of a theme is long, for it leaves nothing out. Who reads no further than its first screen
should know what can be said of all its cases together, and what cannot.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.affected import Said
from generator.compare.caveats import blockers
from generator.compare.sides import MOST_NAMED
from generator.core.adding_up import add_up
from generator.core.identity import plan_year_of
from generator.pages.addresses import Ref
from generator.pages.cards import plans_of
from generator.pages.compared import affected_among, comparison_of
from generator.pages.groups_touched import OPEN
from generator.pages.phrases import count, joined, measured, plural, sentence
from generator.pages.plan_items import MOST_PLANS
from generator.pages.proposed import counted, total_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generator.compare.affected import Affected
    from generator.compare.comparison import Comparison
    from generator.compare.facts import Facts
    from generator.core.adding_up import Total
    from generator.pages.shelf import Shelf

MOST_GROUPS = 3
AFTERWARDS = "The register does not know what happened since."
NO_TOTAL_OF_ALL = "Nothing is added up over two plans."


@dataclass(frozen=True, kw_only=True, slots=True)
class InShort:
    """A sentence or two, and where on the page more is told."""

    text: str
    more: Ref


def in_short(theme: str, paths: Iterable[str], shelf: Shelf) -> tuple[InShort, ...]:
    """The cases at these paths, which are those on a theme or some of them.

    The page of a theme and its data say the same; it is worked out once for both.
    """
    return shelf.once(_in_short, (theme, tuple(paths)))


def _in_short(shelf: Shelf, of: tuple[str, tuple[str, ...]]) -> tuple[InShort, ...]:
    theme, paths = of
    comparison = comparison_of(paths, shelf)
    cases = [side.facts for side in comparison.sides]
    said = (
        (_when(cases, shelf), Ref(text="What is proposed", url="#proposed")),
        (_sums(cases, shelf), Ref(text="How much", url="#how-much")),
        (_scale(comparison), Ref(text="Who says what", url="#no-scale")),
        (_elsewhere(theme, cases), Ref(text="The amounts", url="#how-much")),
        (_who(affected_among(paths, shelf)), Ref(text="Who is affected", url="#affected")),
    )
    return tuple(InShort(text=text, more=more) for text, more in said if text)


def _when(cases: Sequence[Facts], shelf: Shelf) -> str:
    """Of which years, and that no more is known."""
    years: dict[str, set[str]] = defaultdict(set)
    for facts in cases:
        years[facts.plan_year].add(shelf.council_name(facts.council))
    said = [f"{year} ({_councils(names)})" for year, names in sorted(years.items())]
    papers = "plan" if len(said) == 1 else "plans"
    return f"The papers belong to the {papers} for {joined(said)}. {AFTERWARDS}"


def _councils(names: Collection[str]) -> str:
    return count(len(names), "council") if len(names) > MOST_NAMED else joined(sorted(names))


def _sums(cases: Sequence[Facts], shelf: Shelf) -> str:
    """What can be added up, plan by plan, each total with how many of the cases it is of."""
    plans = plans_of([facts.path for facts in cases])
    if len(plans) > MOST_PLANS:
        return ""
    said = [
        f"{shelf.council_name(folder)} {plan_year_of(year)}, {_plan(paths, shelf)}"
        for folder, year, paths in plans
    ]
    end = f" {NO_TOTAL_OF_ALL}" if len(said) > 1 else ""
    return f"What can be added up: {'; '.join(said)}.{end}"


def _plan(paths: Sequence[str], shelf: Shelf) -> str:
    """``£400,000 saving (4 of 5 cases)``, or that nothing can be added up."""
    totals = add_up(shelf.kept(counted, path) for path in paths).totals
    said = list(_totals(totals, len(paths)))
    return joined(said) if said else f"nothing ({count(len(paths), 'case')} left out)"


def _totals(totals: Sequence[Total], of: int) -> Iterator[str]:
    for total in totals:
        words = total_words(total)
        if words:
            what = measured(total.measure, total.qualities)
            yield f"{words} {what} ({_some(len(total.ones), of)})"


def _some(number: int, of: int) -> str:
    """``4 of 5 cases``, ``all 5 cases``, ``both cases`` or ``its 1 case``."""
    if number < of:
        return f"{number} of {count(of, 'case')}"
    if of == 2:
        return "both cases"
    return f"{plural(of, 'its', 'all')} {count(of, 'case')}"


def _scale(comparison: Comparison) -> str:
    """Why the amounts stand on no one scale; empty where they do."""
    leads = [caveat.lead for caveat in blockers(comparison.caveats)]
    if not leads or len(comparison.sides) < 2:
        return ""
    named = "; ".join(f"{lead[:1].lower()}{lead[1:]}" for lead in leads)
    return f"The amounts cannot all be set on one scale: {named}."


def _elsewhere(theme: str, cases: Sequence[Facts]) -> str:
    """How many of the cases stand on other themes too."""
    wider = [facts for facts in cases if set(facts.themes) - {theme}]
    if not wider:
        return ""
    some = sentence(_some(len(wider), len(cases)))
    stand = plural(len(wider), "also stands", "also stand")
    return f"{some} {stand} on other themes; each amount is for the whole case."


def _who(found: Affected) -> str:
    """How many answer what gets worse, and the groups of people they look at most often."""
    worse = {look.question: look.cases for look in found.questions}["negative"]
    said, silent = len(worse[Said.WORDS]), len(worse[Said.UNKNOWN])
    who = _some(said, found.cases) if said else "no case"
    silence = plural(silent, *OPEN)
    rest = f"; {silent} {silence}" if silent else ""
    return f"What gets worse is answered in words by {who}{rest}. {_groups(found)}"


def _groups(found: Affected) -> str:
    looks = [look for look in (*found.protected, *found.local) if look.touched]
    looks.sort(key=lambda look: -len(look.touched))
    if not looks:
        return "No paper looks at groups of people one by one."
    named = [f"{look.group} ({count(len(look.touched), 'case')})" for look in looks[:MOST_GROUPS]]
    rest = len(looks) - len(named)
    more = [count(rest, "other group")] if rest else []
    return f"Groups of people that papers look at: {joined([*named, *more])}."
