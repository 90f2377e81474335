"""The page of a case, whole: the first screen, then its parts in the order of questions.

A part that answers a question any case should answer is always there, and says so where
the document is silent; the others stand only where there is something in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import Ref, case_address
from generator.pages.audit_panel import audit_panel
from generator.pages.compared import case_facts, wholes_of_one
from generator.pages.connections import connections_view
from generator.pages.deciding import deciding_view
from generator.pages.finding_view import marks_of
from generator.pages.first_screen import FirstScreen, first_screen
from generator.pages.history_line import (
    CorrectionView,
    VersionsLine,
    corrections_view,
    versions_line,
)
from generator.pages.impacts import impacts_view
from generator.pages.levels import tally
from generator.pages.marks import mark_table
from generator.pages.money import money_view
from generator.pages.narrative import NARRATIVE, ProseView, prose_in
from generator.pages.origin import MendingView, mending_view, origin_view
from generator.pages.plan import benefit_groups, stakeholder_tables, timetable_view
from generator.pages.risks import risks_view
from generator.pages.search_facets import SearchFacets, search_facets
from generator.pages.terms import Dictionary, dictionary_of
from generator.pages.weighing import criteria_views, options_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.core.case import Case
    from generator.pages.shelf import Shelf


NOT_WHOLE = "Not all that belongs here could be read from the file."
NOT_SHOWN = (
    "Something that belongs here was removed from the register for a reason, which stands at the "
    "top of the page."
)
# The fields of a case behind each part that does not have the name of its one field.
FIELDS = {
    "money": ("headline", "tables", "figures", "claims", "relations"),
    "sums": (),
    "says": (),
    "risks": ("risks", "risk_log"),
    "people-affected": ("impacts",),
    "connections": ("dependencies", "links"),
    "timetable": ("milestones",),
    "deciding": (
        *("people", "decisions", "consultation", "committee", "area", "exempt"),
        *("key_decision", "call_in_deadline"),
    ),
    NARRATIVE: ("sections",),
    "source": ("source", "version", "dated", "stage", "change"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of the page under a heading of its own.

    Attributes:
        id: its anchor; its template has the same name.
        view: what the template arranges.
        prose: what the file tells in sentences under this heading.
        lost: that something that belongs here could not be read, or was removed; or empty.
    """

    id: str
    title: str
    view: object
    prose: tuple[ProseView, ...]
    lost: str

    @property
    def template(self) -> str:
        """The template that arranges it."""
        return f"case/{self.id}.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseView:
    """Everything on the page of a case.

    Attributes:
        checked: how its sums came out; leads there.
        corrections: of what was published, each for good.
        versions: which version this is, and where the others are; None on the page of an older
            version, which says so itself.
        found: whether the search finds the page.
    """

    first: FirstScreen
    search: SearchFacets
    mending: MendingView
    checked: Ref
    parts: tuple[Part, ...]
    dictionary: Dictionary
    versions: VersionsLine | None
    corrections: tuple[CorrectionView, ...] = ()
    found: bool = True


def case_view(case: Case, shelf: Shelf, contact: str = "") -> CaseView:
    """The page of a case; `contact` is where a correction goes."""
    council, past = shelf.council(case.id.council), shelf.past(str(case.id))
    return CaseView(
        first=first_screen(case, shelf),
        search=search_facets(case, shelf),
        mending=mending_view(case, shelf.problems_of(case)),
        checked=Ref(text=tally([shelf.audit(str(case.id))]).text, url="#sums"),
        parts=tuple(_parts(case, shelf, contact)),
        dictionary=dictionary_of(council),
        versions=versions_line(case, past),
        corrections=corrections_view(case, past, shelf.cases),
    )


def _parts(case: Case, shelf: Shelf, contact: str) -> Iterator[Part]:
    """The parts in order, each with its prose; those with nothing in them are left out."""
    for id_, title, view, always in _all_parts(case, shelf, contact):
        prose = prose_in(case, id_, shelf.addresses)
        lost = _lost(case, FIELDS.get(id_, (id_,)))
        if always or view or prose or lost:
            yield Part(id=id_, title=title, view=view, prose=prose, lost=lost)


def _lost(case: Case, behind: Sequence[str]) -> str:
    """What is said where not all of the fields behind a part are there."""
    taken = NOT_SHOWN if {*behind} & {*case.removed} else ""
    unread = NOT_WHOLE if {*behind} & {*case.unreadable} - {*case.removed} else ""
    return " ".join(filter(None, (taken, unread)))


def _all_parts(case: Case, shelf: Shelf, contact: str) -> Iterator[tuple[str, str, object, bool]]:
    """Every part a case can have: anchor, title, view, and whether it is always there."""
    council, path = shelf.council(case.id.council), str(case.id)
    marks, facts = marks_of(path, shelf.audit(path).findings), case_facts(case, shelf)
    yield "money", "Money", money_view(case, shelf.cases, shelf.draw, marks), True
    yield "sums", "Do the sums add up?", audit_panel(case, shelf), True
    yield "options", "Options", options_view(case), True
    yield "criteria", "What it is judged by", criteria_views(case), False
    yield "risks", "Risks", risks_view(case, council, facts, shelf.draw), True
    yield "benefits", "Benefits without money", benefit_groups(case), False
    yield "people-affected", "People affected and equality", impacts_view(case), True
    yield "connections", "What it depends on, and other cases", connections_view(case, shelf), True
    yield "timetable", "Timetable", timetable_view(case), True
    yield "stakeholders", "Stakeholders", stakeholder_tables(case), False
    yield "deciding", "People and decisions", deciding_view(case, shelf.as_at), True
    yield NARRATIVE, "The case as the document tells it", (), False
    says = mark_table(
        {Ref(text="This case"): [facts]}, wholes_of_one(facts, shelf), case_address(case.id)
    )
    yield "says", "What this case says and leaves open", says, True
    yield "source", "Source and data", origin_view(case, shelf, contact), True
