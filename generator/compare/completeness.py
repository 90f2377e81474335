"""How complete a case is, mark by mark: what a reader can find in it, and what is missing.

A mark says yes, partly or no, or that there is nothing to mark; what is missing is named with
the part of the case's page where it would stand. There is no score: marks of such different
things cannot be added, and a council that prints more is not a better one. To add a mark: a
function, and a line in ``MARKS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.looking import (
    benefits_by_year,
    cost_stated,
    do_nothing,
    equality_answered,
    figures_agree,
    figures_placed,
    milestones_dated,
    options_considered,
    price_base,
    returns_claimed,
    risks_mitigated,
    risks_owned,
    risks_scored,
)
from generator.compare.marking import Mark, Marked, Marking, State

if TYPE_CHECKING:
    from generator.audit.audit import Audit
    from generator.core.case import Case

TAKEN = Marked(
    state=State.NOTHING, missing="something of this part was removed from the register for a reason"
)
UNREAD = Marked(state=State.NOTHING, missing="this part of the file could not be read whole")


def marks_of(case: Case, audit: Audit | None) -> tuple[Mark, ...]:
    """Every mark of a case, in the order of ``MARKS``."""
    return tuple(_mark(marking, case, audit) for marking in MARKS)


def _mark(marking: Marking, case: Case, audit: Audit | None) -> Mark:
    removed = set(marking.fields) & set(case.removed)
    lost = set(marking.fields) & set(case.unreadable)
    marked = TAKEN if removed else UNREAD if lost else marking.look(case, audit)
    return Mark(
        code=marking.code,
        state=marked.state,
        found=marked.found,
        missing=marked.missing,
        section=marking.section,
    )


MARKS: tuple[Marking, ...] = (
    Marking(
        code="options",
        title="Options considered",
        about="Yes for two options or more, partly for one.",
        section="options",
        fields=("options",),
        look=options_considered,
    ),
    Marking(
        code="do-nothing",
        title="Do nothing included",
        about="Yes where one of the options is to change nothing.",
        section="options",
        fields=("options",),
        look=do_nothing,
    ),
    Marking(
        code="cost",
        title="Cost stated",
        about="Yes for a cost or an investment in figures, partly where it stands in words.",
        section="money",
        fields=("tables", "figures", "headline"),
        look=cost_stated,
    ),
    Marking(
        code="by-year",
        title="Benefits by year",
        about="Yes for savings, income or benefits of two years or more, partly for one year; "
        "the headline is not counted.",
        section="money",
        fields=("tables", "figures"),
        look=benefits_by_year,
    ),
    Marking(
        code="prices",
        title="Price base",
        about="Yes where a figure says that it is in the prices of each year or of one year.",
        section="money",
        fields=("tables", "figures", "headline"),
        look=price_base,
    ),
    Marking(
        code="risks-scored",
        title="Risks scored",
        about="Yes where every risk has a likelihood and an impact, or a colour; partly for some.",
        section="risks",
        fields=("risks",),
        look=risks_scored,
    ),
    Marking(
        code="risks-owned",
        title="Risks with owners",
        about="Yes where every risk has an owner, partly for some.",
        section="risks",
        fields=("risks",),
        look=risks_owned,
    ),
    Marking(
        code="mitigations",
        title="Mitigations",
        about="Yes where every risk has a mitigation, partly for some.",
        section="risks",
        fields=("risks",),
        look=risks_mitigated,
    ),
    Marking(
        code="equality",
        title="Equality questions answered",
        about="Yes for an answer on protected characteristics, also for the answer “none”; partly "
        "for “N/A”, for an answer that is not clear, and for a reference to another document.",
        section="people-affected",
        fields=("impacts",),
        look=equality_answered,
    ),
    Marking(
        code="milestones",
        title="Milestones",
        about="Yes where every step has a date, also one that lay in the past; partly where some "
        "or all have none.",
        section="timetable",
        fields=("milestones",),
        look=milestones_dated,
    ),
    Marking(
        code="returns",
        title="Payback or present value",
        about="Yes for a payback, break-even, return, or present value in figures; partly in "
        "words.",
        section="money",
        fields=("claims",),
        look=returns_claimed,
    ),
    Marking(
        code="sources",
        title="A line for each figure",
        about="Yes where this register gives the line of the source for every figure, partly for "
        "some.",
        section="source",
        fields=("tables", "figures", "headline"),
        look=figures_placed,
        of_parts=False,
    ),
    Marking(
        code="figures-agree",
        title="Figures that agree",
        about="Yes where every sum that could be worked out again agrees, or differs by rounding; "
        "partly for some. Nothing is marked where there is no sum to work out.",
        section="sums",
        fields=(),
        look=figures_agree,
        of_parts=False,
    ),
)
