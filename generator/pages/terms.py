"""Terms of art that councils use, each in one plain sentence, and where a page uses them.

A resident should not need a glossary of another site to read what a cut is called. The
first use of a term in the register's own labels leads to its entry at the end of the page;
nothing opens, hovers or needs a script, so that it works by keyboard, by screen reader, on
a phone and on paper. What a document prints is never made a link; a term that stands in it
has its entry all the same. The definitions are this register's own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.addresses import anchors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.core.councils import Council

TAGS = re.compile(r"<[^>]*>")
HYPHENS = "\u2010\u2011\u2013"  # breaking or not, and a dash


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A term, as its entry on a page has it.

    Attributes:
        id: the anchor of its entry.
        name: the term in full, with its short form.
        meaning: one sentence.
        spellings: how it is written; in small letters where capitals make no difference.
    """

    id: str
    name: str
    meaning: str
    spellings: tuple[str, ...]


def _term(name: str, meaning: str, *spellings: str) -> Term:
    return Term(id=anchors([f"word-{name}"])[0], name=name, meaning=meaning, spellings=spellings)


# In the order of the alphabet. A spelling with a capital letter is found as it is written only.
TERMS = (
    _term(
        "Baseline",
        "What something costs or comes to today, from which a change is counted.",
        "baseline", "baselines",
    ),
    _term(
        "Benefit-cost ratio (BCR)",
        "What a plan is worth divided by what it costs: above 1 it brings more than it takes.",
        "benefit-cost ratio", "benefit cost ratio", "cost-benefit ratio", "BCR",
    ),
    _term(
        "Break-even",
        "The point at which a plan has brought in as much as it has cost.",
        "break-even", "break even", "breakeven", "breaks even",
    ),
    _term(
        "Call-in",
        "The right of councillors to have a decision looked at again before it is carried out.",
        "call-in", "called in", "call in",
    ),
    _term(
        "Cashable",
        "Money that really leaves a budget and can be spent on something else; "
        "time saved, for example, is non-cashable.",
        "cashable", "non-cashable",
    ),
    _term(
        "Cumulative",
        "Added up over all years so far, so that each year holds those before it.",
        "cumulative", "all years so far together",
    ),
    _term(
        "Discount rate",
        "How much less, year by year, money of the future counts than money of today.",
        "discount rate", "discounted",
    ),
    _term(
        "FTE",
        "Full-time equivalent: work counted in full-time jobs, so that two half-time posts are 1.",
        "FTE", "FTEs", "full-time equivalent", "full time equivalent",
    ),
    _term(
        "Full business case",
        "The last and most detailed version of a proposal, on which a council decides to spend.",
        "full business case", "FBC",
    ),
    _term(
        "Funding gap",
        "The part of what a council must spend for which it has no money yet.",
        "funding gap", "budget gap",
    ),
    _term(
        "Gross",
        "Before anything is taken off, for example a saving before the cost of making it.",
        "gross",
    ),
    _term(
        "In-year effect",
        "The part of an amount that falls in that one year; "
        "it does not say whether later years bring it again.",
        "as far as it falls in that year", "in-year",
    ),
    _term(
        "Increment",
        "What a year adds to the year before it.",
        "increment", "incremental", "on top of the year before",
    ),
    _term(
        "IRR",
        "Internal rate of return: the yearly return, in per cent, that a plan makes on "
        "the money put into it.",
        "IRR", "internal rate of return",
    ),
    _term(
        "Key decision",
        "A decision that spends or saves much, or concerns many people, and must be "
        "announced before it is taken.",
        "key decision", "key decisions",
    ),
    _term(
        "MTFS",
        "Medium-term financial strategy: a council’s plan for its money over the next few years.",
        "MTFS", "MTFP", "medium term financial strategy", "medium-term financial strategy",
    ),
    _term(
        "Net",
        "After everything has been taken off, for example a saving less the cost of making it.",
        "net",
    ),
    _term(
        "NPV",
        "Net present value: all that a plan brings and costs over the years, "
        "in the money of today.",
        "NPV", "net present value",
    ),
    _term(
        "One-off",
        "It happens once and does not come again the year after.",
        "one-off", "one off",
    ),
    _term(
        "Outline business case",
        "A first version of a proposal, written to find out whether a full one is worth the work.",
        "outline business case", "OBC",
    ),
    _term(
        "Payback",
        "How long it takes until a plan has brought in what it cost.",
        "payback", "pay back", "payback period",
    ),
    _term(
        "RACI",
        "A list of who does the work (R), answers for it (A), is asked (C) and is told (I).",
        "RACI",
    ),
    _term(
        "RAG",
        "A rating as traffic lights: red for a serious problem, amber for a possible one, "
        "green for none.",
        "RAG",
    ),
    _term(
        "Recurring",
        "It comes again every year.",
        "recurring", "again every year", "ongoing savings",
    ),
    _term(
        "ROI",
        "Return on investment: what a plan brings, compared with the money put into it.",
        "ROI", "return on investment",
    ),
    _term(
        "Section 113 (S113)",
        "The part of a law of 1972 by which one council can let another use its staff.",
        "S113", "s113", "section 113", "s.113",
    ),
    _term(
        "Senior responsible officer (SRO)",
        "The person who answers for a project as a whole and for what it is to achieve.",
        "senior responsible officer", "senior responsible owner", "SRO",
    ),
    _term(
        "TUPE",
        "The rules that protect the jobs and conditions of staff whose work moves "
        "to another employer.",
        "TUPE",
    ),
    _term(
        "WTE",
        "Whole-time equivalent: the same as full-time equivalent, work counted in full-time jobs.",
        "WTE", "WTEs", "whole time equivalent", "whole-time equivalent",
    ),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Dictionary:
    """The terms that a page may use: those of the field, and the short forms of its council.

    Attributes:
        any_of_them: finds at once that a text, in small letters, holds none.
    """

    terms: tuple[Term, ...]
    any_of_them: re.Pattern[str]

    def opened(self) -> Words:
        """Begin a page."""
        return Words(terms=self.terms, any_of_them=self.any_of_them)


@dataclass(kw_only=True, slots=True)
class Words:
    """The dictionary while one page is written: it remembers what was linked already."""

    terms: tuple[Term, ...]
    any_of_them: re.Pattern[str]
    linked: set[str] = field(default_factory=set)

    def mark(self, text: str) -> Markup:
        """A label of ours, in which the first use on the page of each term is a link."""
        plain = _plain(text)
        if not self.any_of_them.search(plain[1].lower()):
            return escape(text)
        new = (term for term in self.terms if term.id not in self.linked)
        found = [(at, term) for term in new if (at := _place(plain, term))]
        pieces, end = [], 0
        for (start, stop), term in sorted(found, key=lambda pair: (pair[0][0], -pair[0][1])):
            if start < end:
                continue
            self.linked.add(term.id)
            pieces += [
                escape(text[end:start]),
                Markup('<a class="cb-word" href="#{}">{}</a>').format(term.id, text[start:stop]),
            ]
            end = stop
        return Markup("").join([*pieces, escape(text[end:])])

    def used_in(self, page: str) -> tuple[Term, ...]:
        """The terms that are linked, or stand anywhere in what has been written, in list order.

        A linked one is listed whatever stands around it: its link must lead somewhere.
        """
        text = _plain(TAGS.sub(" ", page))
        return tuple(t for t in self.terms if t.id in self.linked or any(_places(text, t)))


def dictionary(abbreviations: Mapping[str, str]) -> Dictionary:
    """The terms of every page, with a council's own short forms behind them.

    Args:
        abbreviations: what each stands for, from the council's file.
    """
    return _dictionary(tuple(sorted(abbreviations.items())))


def dictionary_of(council: Council | None) -> Dictionary:
    """The terms of a page on a council, with its own short forms where they are known."""
    return dictionary((council.abbreviations if council else None) or {})


@cache
def _dictionary(abbreviations: tuple[tuple[str, str], ...]) -> Dictionary:
    known = {spelling for term in TERMS for spelling in term.spellings}
    own = [(short, long) for short, long in abbreviations if short not in known]
    ids = anchors([*(term.id for term in TERMS), *(f"word-{short}" for short, _ in own)])
    short_forms = (
        Term(id=id_, name=short, meaning=f"Short for {long}, in the words of this council.",
             spellings=(short,))
        for id_, (short, long) in zip(ids[len(TERMS) :], own, strict=True)
    )  # fmt: skip
    terms = (*TERMS, *short_forms)
    spellings = {spelling.lower() for term in terms for spelling in term.spellings}
    any_of_them = re.compile("|".join(map(re.escape, sorted(spellings))))
    return Dictionary(terms=terms, any_of_them=any_of_them)


def place_in(text: str, term: Term) -> tuple[int, int] | None:
    """Where a term stands first in a text, as a whole word; hyphens of every sort are alike."""
    return _place(_plain(text), term)


def _plain(text: str) -> tuple[str, str]:
    """A text with hyphens of one sort, as it is and in small letters; no place in it moves."""
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "-")
    lower = text.lower()
    return text, lower if len(lower) == len(text) else text


def _place(text: tuple[str, str], term: Term) -> tuple[int, int] | None:
    return min(_places(text, term), key=lambda place: (place[0], -place[1]), default=None)


def _places(text: tuple[str, str], term: Term) -> Iterator[tuple[int, int]]:
    """Where each of its spellings stands first."""
    as_it_is, lower = text
    for spelling in term.spellings:
        if place := _whole(lower if spelling.islower() else as_it_is, spelling):
            yield place


def _whole(text: str, spelling: str) -> tuple[int, int] | None:
    """Where a spelling stands with no letter, figure or hyphen beside it."""
    start = text.find(spelling)
    while start >= 0:
        end = start + len(spelling)
        beside = text[start - 1 : start] + text[end : end + 1]
        if not any(sign.isalnum() or sign in "-_" for sign in beside):
            return start, end
        start = text.find(spelling, start + 1)
    return None
