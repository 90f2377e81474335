"""The options that a document weighs, and what it judges them by.

Scores and colours are shown as printed, beside the scale that the document claims;
where no scale is given, the page says so and makes none up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.words import Heading, LinkKind, Outcome
from generator.pages.cells import Cell, cell
from generator.pages.phrases import count, ended, joined, lost, place, sentence

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.options import Criterion, Option

OUTCOMES = {
    Outcome.PREFERRED: "Preferred",
    Outcome.SHORT_LISTED: "Short-listed, to be looked at further",
    Outcome.NOT_RECOMMENDED: "Not recommended",
    Outcome.CONSIDERED: "Considered",
    Outcome.NOT_STATED: "The document does not say what it concludes",
}
NO_OPTIONS = "The document does not say which options were considered."
OF_PART = "This {kind} weighs no options of its own. The larger case that it is part of may."
NONE_LISTED = "No options are listed one by one."
COLOURS = ("red", "amber", "green")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rag:
    """A rating in words; `colour` is red, amber or green where the word is one, else empty."""

    word: str
    colour: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionView:
    """What options, or the case, are judged by; or how one option does on it."""

    title: str
    text: str
    rag: Rag | None
    figure: Cell | None
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionView:
    """One way of going about it."""

    title: str
    outcome: str
    do_nothing: bool
    text: str
    assessments: tuple[CriterionView, ...]
    total: Cell | None
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionGroup:
    """Options between which one choice is made; `title` is empty where there is one choice."""

    title: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionsView:
    """All options, by the choice they belong to."""

    summary: str
    groups: tuple[OptionGroup, ...]


def options_view(case: Case) -> OptionsView:
    """The options of a case."""
    names = list(dict.fromkeys(option.group or "" for option in case.options))
    groups = tuple(
        OptionGroup(
            title=sentence(name),
            options=tuple(_option(case, o) for o in case.options if (o.group or "") == name),
        )
        for name in names
    )
    known = groups or not lost(case, "options")
    return OptionsView(summary=options_summary(case) if known else "", groups=groups)


def options_summary(case: Case) -> str:
    """``6 options in 2 groups. Preferred: …`` in one or two sentences."""
    if not case.options:
        if lost(case, "options"):
            return lost(case, "options")
        told = any(part.heading is Heading.OPTIONS for part in case.sections)
        return NONE_LISTED if told else not_here(case, OF_PART, NO_OPTIONS)
    groups = {option.group for option in case.options if option.group}
    among = f" in {count(len(groups), 'group')}" if len(groups) > 1 else ""
    chosen = [_titles(case, "Preferred", Outcome.PREFERRED)]
    chosen.append(_titles(case, "Short-listed", Outcome.SHORT_LISTED))
    choice = " ".join(filter(None, chosen)) or "None is said to be preferred."
    return f"{sentence(count(len(case.options), 'option'))}{among}. {choice}"


def not_here(case: Case, of_part: str, silent: str) -> str:
    """What is said where a case holds nothing: a part of a larger case may leave it to that."""
    parts = (link.kind is LinkKind.PART_OF and link.case is not None for link in case.links)
    return of_part.format(kind=case.kind.value) if any(parts) else silent


def _titles(case: Case, what: str, outcome: Outcome) -> str:
    """The options of one outcome in a sentence; empty where there is none."""
    titles = [f"“{option.title}”" for option in case.options if option.outcome is outcome]
    return f"{what}: {joined(titles)}." if titles else ""


def criteria_views(case: Case) -> tuple[CriterionView, ...]:
    """What the options, or the case itself, are judged by."""
    return tuple(_criterion(criterion) for criterion in case.criteria)


def rag(word: str | None) -> Rag | None:
    """A colour as printed; the word is always shown, the colour only repeats it."""
    if not word:
        return None
    found = [colour for colour in COLOURS if word.strip().lower() == colour]
    return Rag(word=sentence(word.strip()), colour=found[0] if found else "")


def _criterion(criterion: Criterion) -> CriterionView:
    return CriterionView(
        title=criterion.title,
        text=ended(criterion.text or ""),
        rag=rag(criterion.rag),
        figure=cell(criterion.weight) if criterion.weight else None,
        place=place(criterion.line),
    )


def _option(case: Case, option: Option) -> OptionView:
    titles = {criterion.id: criterion.title for criterion in case.criteria}
    number = f"{option.number}. " if option.number is not None else ""
    return OptionView(
        title=f"{number}{option.title}",
        outcome=OUTCOMES[option.outcome],
        do_nothing=option.do_nothing,
        text=ended(option.text or ""),
        assessments=tuple(
            CriterionView(
                title=titles.get(a.criterion, a.criterion),
                text=ended(a.text or ""),
                rag=rag(a.rag),
                figure=cell(a.score) if a.score else None,
                place=place(a.line),
            )
            for a in option.assessments
        ),
        total=cell(option.total) if option.total else None,
        place=place(option.line),
    )
