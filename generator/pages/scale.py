"""Why amounts of several cases are not put on one scale: what really differs, in words.

Two amounts can be set against each other only where they measure the same thing, in the
same way, for the same time, in like places. Each sentence here is made from the cases at
hand and is left out where there is no difference to tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.core.money_format import format_amount
from generator.core.words import Basis
from generator.pages.headline import described, headline_view
from generator.pages.phrases import count, joined, measured, period_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.core.case import Case
    from generator.core.figures import Headline
    from generator.pages.shelf import Shelf


def why_no_scale(cases: Sequence[Case], shelf: Shelf) -> tuple[str, ...]:
    """The reasons, each a sentence; none for fewer than two cases."""
    headlines = [(case, case.headline) for case in cases if case.headline]
    if len(headlines) < 2:
        return ()
    said = [
        _differ("They are for different periods", headlines, lambda h: period_words(h.period)),
        _differ("They measure different things", headlines, _measure),
        _described(headlines),
        _basis(headlines),
        _differ("They are not equally sure", headlines, lambda h: h.certainty.value),
        _words(cases),
        _councils(cases, shelf),
    ]
    return tuple(filter(None, said))


def _measure(headline: Headline) -> str:
    return measured(headline.measure, headline.qualities)


def _described(headlines: Sequence[tuple[Case, Headline]]) -> str:
    """How many amounts the text of their own paper describes as something else."""
    said = Counter(described(headline) for _, headline in headlines if headline.described)
    listed = ", ".join(f"{words} ({count(said[words], 'case')})" for words in sorted(said))
    return f"Some are called one thing and described as another: {listed}." if said else ""


def _differ(
    what: str,
    headlines: Iterable[tuple[Case, Headline]],
    said: Callable[[Headline], str],
) -> str:
    """What differs, as in ``They measure different things: saving (3 cases), benefit (1 case)``."""
    found: dict[str, int] = defaultdict(int)
    for _, headline in headlines:
        found[said(headline)] += 1
    if len(found) < 2:
        return ""
    # What is not stated comes last.
    ordered = sorted(found, key=lambda words: (words == "not stated", words))
    listed = ", ".join(f"{words} ({count(found[words], 'case')})" for words in ordered)
    return f"{what}: {listed}."


def _basis(headlines: Sequence[tuple[Case, Headline]]) -> str:
    if all(headline.basis is Basis.NOT_STATED for _, headline in headlines):
        return "None of the documents says whether its amount recurs."
    return _differ("They count differently over time", headlines, lambda h: h.basis.value)


def _words(cases: Sequence[Case]) -> str:
    """How many cases have words, or nothing, where others have an amount."""
    without = [case for case in cases if not headline_view(case).is_amount]
    if not without or len(without) == len(cases):
        return ""
    verb = "has" if len(without) == 1 else "have"
    return f"{count(len(without), 'case')} {verb} no amount as a headline."


def _councils(cases: Sequence[Case], shelf: Shelf) -> str:
    """How the councils differ in type and size, as far as the register knows."""
    folders = sorted({case.id.council for case in cases})
    councils = [council for folder in folders if (council := shelf.council(folder))]
    types = sorted({council.type for council in councils if council.type})
    sizes = [council for council in councils if council.population]
    said = [f"of different types ({joined(types)})"] if len(types) > 1 else []
    if len(sizes) > 1:
        listed = [
            f"{council.short_name} {format_amount(council.population.people)}"
            for council in sizes
            if council.population
        ]
        said.append(f"of different sizes ({joined(listed)})")
    return f"The councils are {joined(said)}." if said else ""
