"""The page on how figures are read and shown, with examples out of the register itself.

The meanings of the words are those of ``core.meanings``. An example that a reader can open
and check says more than one made up, so each is looked for among the cases; where the
register has none of its sort, the page does without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.completeness import MARKS
from generator.core.amounts import Qualifier
from generator.core.meanings import LISTS
from generator.core.money_format import format_amount
from generator.core.words import Basis
from generator.pages.addresses import DATA, METHODS, SUMS, Ref, case_address, link
from generator.pages.check_pages import FamilyView, families
from generator.pages.headline import headline_view
from generator.pages.levels import LEVELS, LevelView
from generator.pages.phrases import sentence
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.core.case import Case
    from generator.core.figures import Headline

NOWHERE = Ref(text="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """An example: what the paper prints, how it is shown, and the case; all empty without one."""

    printed: str = ""
    shown: str = ""
    case: Ref = NOWHERE


@dataclass(frozen=True, kw_only=True, slots=True)
class WordList:
    """The words of one list, each with its meaning."""

    id: str
    title: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MethodsView:
    """The page: examples, words, levels of findings, checks, marks, and where data is."""

    style: Example
    reading: Example
    words: Example
    qualified: Example
    basis: Example
    lists: tuple[WordList, ...]
    levels: tuple[LevelView, ...]
    families: tuple[FamilyView, ...]
    marks: tuple[tuple[str, str], ...]
    sums: Ref
    data: Ref


def methods_view(shelf: Shelf) -> MethodsView:
    """The page on how figures are read and shown."""
    cases = shelf.cases.values()
    return MethodsView(
        style=_example(cases, lambda h: _plain(h) and h.amount.printed != format_amount(h.amount)),
        reading=_example(cases, lambda h: h.amount.reading is not None),
        words=_example(cases, lambda h: h.amount.meant.number is None),
        qualified=_example(cases, lambda h: h.amount.qualifier is not Qualifier.EXACT),
        basis=_example(cases, lambda h: h.basis is not Basis.NOT_STATED and _plain(h)),
        lists=tuple(_lists()),
        levels=tuple(LEVELS.values()),
        families=families(),
        marks=tuple((marking.title, marking.about) for marking in MARKS),
        sums=Ref(text="What was found", url=link(SUMS, METHODS)),
        data=Ref(text="The page on data", url=link(DATA, METHODS)),
    )


def _plain(headline: Headline) -> bool:
    amount = headline.amount
    return amount.number is not None and amount.reading is None


def _example(cases: Iterable[Case], fits: Callable[[Headline], bool]) -> Example:
    """The first case whose headline fits."""
    for case in cases:
        if case.headline and fits(case.headline):
            return Example(
                printed=case.headline.amount.printed,
                shown=headline_view(case).text,
                case=Ref(text=title_of(case), url=link(case_address(case.id), METHODS)),
            )
    return Example()


def _lists() -> Iterable[WordList]:
    ids: Sequence[str] = ("measures", "bases", "qualities", "certainty")
    for id_, (title, meanings) in zip(ids, LISTS, strict=True):
        yield WordList(id=id_, title=sentence(title), words=tuple(meanings.items()))
