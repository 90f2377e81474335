"""The prose of a case, put where a reader looks for it.

What a file says under "Risks" belongs beside the list of risks, and so on; the rest is
the case as told by its document, in the order of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.once import once
from generator.core.words import Heading
from generator.pages.addresses import case_address, up
from generator.pages.prose import to_html

if TYPE_CHECKING:
    from collections.abc import Container

    from markupsafe import Markup

    from generator.core.case import Case, Section

# Where prose stands that has a part of the page of its own; all else is told under "narrative".
PART_OF = {
    Heading.FINANCIAL_CASE: "money",
    Heading.OPTIONS: "options",
    Heading.RISKS: "risks",
    Heading.BENEFITS: "benefits",
    Heading.PEOPLE_AFFECTED: "people-affected",
    Heading.EQUALITY: "people-affected",
    Heading.DEPENDENCIES: "connections",
    Heading.DELIVERY: "timetable",
    Heading.NEXT_STEPS: "timetable",
    Heading.CONSULTATION: "deciding",
    Heading.NOTES: "source",
}
NARRATIVE = "narrative"
# Prose that needs no heading of its own where it stands: the part says the same.
PLAIN = (Heading.FINANCIAL_CASE, Heading.OPTIONS, Heading.RISKS, Heading.BENEFITS)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProseView:
    """A piece of prose; `heading` is empty where the part's own heading is enough."""

    heading: str
    html: Markup


def prose_in(case: Case, part: str, inside: Container[str]) -> tuple[ProseView, ...]:
    """The prose of a case that belongs to one part of its page, in the order of the file.

    `inside` are the addresses of this site that a link in it may lead to.
    """
    pieces = prose_of(case, inside)
    return tuple(view for heading, view in pieces if PART_OF.get(heading, NARRATIVE) == part)


@once
def prose_of(case: Case, inside: Container[str]) -> tuple[tuple[Heading, ProseView], ...]:
    """All prose of a case with its headings, in the order of the file; `inside` as above."""
    home = up(case_address(case.id))
    return tuple((section.heading, _view(section, home, inside)) for section in case.sections)


def _view(section: Section, home: str, inside: Container[str]) -> ProseView:
    plain, name = section.heading in PLAIN, section.heading.value
    html = to_html(section.text, name=name, top=3 if plain else 4, home=home, inside=inside)
    return ProseView(heading="" if plain else name, html=html)
