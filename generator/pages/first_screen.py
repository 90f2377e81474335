"""The first screen of a case: what, how much, who is affected, who decides and when.

A resident who reads no further should leave with these answers, in plain English, and
with what can still be said to the proposal. Each answer leads to where more is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import (
    Ref,
    case_address,
    council_address,
    link,
    plan_address,
    theme_address,
)
from generator.pages.deciding import committee_ref, having_a_say, responsible, who_decides
from generator.pages.headline import HeadlineView, headline_view
from generator.pages.impacts import affected, told_elsewhere
from generator.pages.origin import published_by, where_headline
from generator.pages.phrases import ended, lost, opening, sentence
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from generator.core.case import Case

LONG = 60  # characters: more than three lines of a phone in the usual size
MORE_ON_PEOPLE = Ref(text="More on who is affected", url="#people-affected")
NO_SUMMARY = "Nobody has written a summary of this case yet."


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A question and its answer.

    Attributes:
        more: leads to where the page tells it in full.
        own: whether the answer is in the register's own terms, which have a definition.
    """

    question: str
    answer: str
    more: Ref
    own: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstScreen:
    """The answers, in order.

    Attributes:
        is_long: whether the title must be set smaller, so that the answers stay in sight.
        labels: kind, council, plan and references; some are links.
    """

    title: str
    is_long: bool
    labels: tuple[Ref, ...]
    themes: tuple[Ref, ...]
    headline: HeadlineView
    summary: str
    facts: tuple[Fact, ...]


def first_screen(case: Case, shelf: Shelf) -> FirstScreen:
    """What stands above everything else on the page of a case."""
    return FirstScreen(
        title=title_of(case),
        is_long=len(title_of(case)) > LONG,
        labels=tuple(_labels(case, shelf)),
        themes=tuple(theme_refs(case, shelf, case_address(case.id))),
        headline=headline_view(case),
        summary=summary_of(case),
        facts=_facts(case, shelf),
    )


def summary_of(case: Case) -> str:
    """The summary, or that there is none."""
    summary = (case.summary or "").strip()
    return summary or lost(case, "summary") or NO_SUMMARY


def theme_refs(case: Case, shelf: Shelf, here: str) -> list[Ref]:
    """The themes of a case; one that the register does not list is shown without a link."""
    refs = []
    for key in case.themes:
        theme, address = shelf.register.themes.get(key), theme_address(key)
        url = link(address, here) if theme and address else ""
        refs.append(Ref(text=theme.title if theme else key, url=url))
    return refs


def _labels(case: Case, shelf: Shelf) -> list[Ref]:
    here, folder = case_address(case.id), case.id.council
    labels = [
        Ref(text=sentence(case.kind.value)),
        Ref(text=shelf.council_name(folder), url=link(council_address(folder), here)),
        Ref(
            text=f"{case.id.plan_year} plan",
            url=link(plan_address(folder, case.id.year_folder), here),
        ),
    ]
    if case.references:
        labels.append(Ref(text=", ".join(case.references)))
    return labels


def _facts(case: Case, shelf: Shelf) -> tuple[Fact, ...]:
    everybody = affected(case)
    start = opening(everybody)
    nothing = Ref(text="")
    return (
        Fact(
            question="Who is affected",
            answer=start,
            more=_more_on_people(case) if start == everybody else MORE_ON_PEOPLE,
        ),
        Fact(
            question="Who decides, and when",
            answer=opening(who_decides(case)),
            more=_more_on_deciding(case),
        ),
        Fact(
            question="What can still be said to it",
            answer=having_a_say(case, shelf.as_at),
            more=Ref(text="About the consultation", url="#deciding")
            if case.consultation
            else nothing,
        ),
        Fact(
            question="Who answers for it",
            answer=ended(responsible(case)),
            more=nothing,
            own=True,
        ),
        Fact(
            question="From which document",
            answer=f"{ended(published_by(case, shelf))} {where_headline(case)}".strip(),
            more=Ref(text="About the source", url="#source"),
        ),
    )


def _more_on_people(case: Case) -> Ref:
    """To what the paper says of them, where its form does not ask or was not filled in."""
    if told_elsewhere(case):
        return Ref(text="What it says of people", url=MORE_ON_PEOPLE.url)
    return Ref(text="")


def _more_on_deciding(case: Case) -> Ref:
    """Where more is told: every step, or else the committee that the answer names."""
    said = who_decides(case)
    if len(case.decisions) > 1 or opening(said) != said:
        return Ref(text="Every step", url="#deciding")
    committee = committee_ref(case)
    named = committee.url and committee.text in said
    return Ref(text="This committee’s cases", url=committee.url) if named else Ref(text="")
