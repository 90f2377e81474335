"""What one case answers to each question that a theme asks of all its cases.

Worked out once for each case and kept: a theme of many cases asks for no file. Addresses begin at
the site's root, for a theme and a pair of councils lie at different depths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.money_format import as_printed
from generator.core.words import Heading
from generator.pages.addresses import case_address, link
from generator.pages.deciding import who_decides
from generator.pages.first_screen import summary_of
from generator.pages.headline import headline_view
from generator.pages.impacts import affected, got_worse
from generator.pages.narrative import prose_of
from generator.pages.origin import published_by, where_headline
from generator.pages.phrases import ended, lost, opening, sentence
from generator.pages.risks import risks_summary
from generator.pages.shelf import Shelf, title_of
from generator.pages.weighing import options_summary

if TYPE_CHECKING:
    from generator.core.case import Case

NO_EVIDENCE = "The document does not say what it rests on."
NO_STAGE = "No stage is on record."
REASON = "The reason it gives:"  # where no part of a paper is on evidence alone


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One case's answer to a question.

    Attributes:
        lead: stands large.
        more: stands below, apart.
        items: stand behind a fold.
    """

    case: str
    url: str
    lead: str
    text: str
    more: str = ""
    items: tuple[str, ...] = ()
    items_title: str = ""


# What a reader asks of each case, in order: the anchor and the question.
PROPOSED, HOW_MUCH = "proposed", "how-much"
QUESTIONS = (
    (PROPOSED, "What is proposed"),
    (HOW_MUCH, "How much"),
    ("affected", "Who is affected"),
    ("stage", "How far it has come"),
    ("options", "Which options were considered"),
    ("risks", "Which risks are named"),
    ("evidence", "What it rests on"),
    ("decides", "Who decides, and when"),
    ("source", "From which document"),
)


def answers(case: Case, shelf: Shelf) -> tuple[Said, ...]:
    """What a case says to each of ``QUESTIONS``; its address is given from the site's root."""
    said = (
        ("", summary_of(case)),
        _how_much(case),
        ("", opening(affected(case))),
        _stage(case),
        ("", _options(case, shelf)),
        ("", risks_summary(case)),
        ("", _evidence(case, shelf)),
        ("", opening(who_decides(case))),
        ("", _source(case, shelf)),
    )
    return tuple(_said(case, answer, id_) for answer, (id_, _) in zip(said, QUESTIONS, strict=True))


def how_much_answer(case: Case, _: Shelf) -> Said:
    """The answer on how much alone: of very many cases no page has the others."""
    return _said(case, _how_much(case), HOW_MUCH)


def seen_from(here: str, said: Said) -> Said:
    """The same with the address as the page at `here` has it: themes ask it of every answer."""
    return Said(
        case=said.case,
        url=link(said.url, here),
        lead=said.lead,
        text=said.text,
        more=said.more,
        items=said.items,
        items_title=said.items_title,
    )


def _said(case: Case, answer: tuple[str, str], question: str) -> Said:
    titles = tuple(risk.title for risk in case.risks) if question == "risks" else ()
    return Said(
        case=f"{title_of(case)}, {case.id.plan_year}",
        url=case_address(case.id),
        lead=answer[0],
        text=answer[1],
        more=_worse(case) if question == "affected" else "",
        items=titles,
        items_title="The risks" if titles else "",
    )


def _how_much(case: Case) -> tuple[str, str]:
    headline = headline_view(case)
    about = "; ".join(filter(None, [headline.reading, headline.about]))
    said = case.headline.text if case.headline and case.headline.text else ""
    told = (ended(about), ended(said) if said else "", _parts_of(case))
    return headline.amount, " ".join(filter(None, told))


def _parts_of(case: Case) -> str:
    """``Of this, as printed: waste, £150,000; …``: what of an amount is about a theme, and when."""
    splits = case.headline.splits if case.headline else ()
    listed = "; ".join(f"{split.name}, {as_printed(split.amount)}" for split in splits)
    return f"Of this, as printed: {listed}." if listed else ""


def _stage(case: Case) -> tuple[str, str]:
    kind = f"{sentence(case.kind.value)}."
    stage = f"Stage: {ended(case.stage)}" if case.stage else lost(case, "stage") or NO_STAGE
    return "", f"{kind} {stage}"


def _options(case: Case, shelf: Shelf) -> str:
    """The options, or what the paper says where it lists none."""
    said = "" if case.options else _begins(case, shelf, Heading.OPTIONS)
    return f"{options_summary(case)} {said}".strip()


def _worse(case: Case) -> str:
    """What gets worse, where the paper says so in words."""
    said = got_worse(case)
    return f"What gets worse: {opening(said)}" if said else ""


def _evidence(case: Case, shelf: Shelf) -> str:
    """How the part on evidence begins, else the case for change."""
    if evidence := _begins(case, shelf, Heading.EVIDENCE):
        return evidence
    reason = _begins(case, shelf, Heading.CASE_FOR_CHANGE)
    return f"{REASON} {reason}" if reason else NO_EVIDENCE


def _begins(case: Case, shelf: Shelf, heading: Heading) -> str:
    """How a part of the narrative begins; empty where there is none."""
    pieces = (piece for under, piece in prose_of(case, shelf.addresses) if under is heading)
    return opening(" ".join(piece.html.striptags() for piece in pieces))


def _source(case: Case, shelf: Shelf) -> str:
    return f"{ended(published_by(case, shelf))} {where_headline(case)}".strip()
