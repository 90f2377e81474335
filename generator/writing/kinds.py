"""Which fields, sections and tables a new case of each kind begins with.

A one-page project summary has no risk log and a programme has more than a headline. Who
begins a case should meet what such a document usually holds and nothing else; anything of
the format may be added.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.core.words import Heading, Kind

EVERY = (
    *("title", "source", "kind", "summary", "references", "themes"),
    *("people", "headline", "impacts", "links"),
)
# Fields whose own fields are written out; the others hold a value or a list.
WRITTEN_OUT = ("consultation", "headline", "risk_log", "impacts")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """A table with its heading and no row yet, or with no column the list of relations.

    Attributes:
        columns: the headings of its columns; ``{years}`` becomes the plan year and the two
            that follow it.
        help: what to write, with an example.
    """

    title: str
    id: str
    columns: tuple[str, ...]
    help: str


FINANCE = Sketch(
    title="Costs and savings by year",
    id="by-year",
    columns=("Item", "measure", "basis", "{years}", "Total"),
    help="each item, such as | Costs | cost | in year | £330k | £985k | £503k | £1,818k | ; right "
    "below the heading goes what the table holds, such as: £, revenue; lines 2112 to 2126",
)
FIGURES = Sketch(
    title="Figures in the text",
    id="figures",
    columns=("id", "what", "measure", "amount", "period", "basis", "line"),
    help="each figure of the prose, such as | gap | funding gap | funding gap | £65m "
    "| not stated | not stated | 1749 |",
)
CLAIMS = Sketch(
    title="Claims",
    id="claims",
    columns=("id", "claim", "value", "unit", "what", "line"),
    help="payback, NPV and the like, such as | payback | payback | 28 | months "
    "| from the start | 2173 |",
)
RELATIONS = Sketch(
    title="How the figures hang together",
    id="relations",
    columns=(),
    help="one line for each, such as - `net` = `gross` - `costs` (stated, line 2108)",
)
BENEFITS = Sketch(
    title="Benefits without money",
    id="benefits",
    columns=("benefit", "category", "by", "line"),
    help="each benefit, such as | Shorter waiting times | Customer | 2015/16 | 2349 |",
)
MILESTONES = Sketch(
    title="Milestones",
    id="milestones",
    columns=("milestone", "when", "line"),
    help="each step, such as | Full business case complete | Q1 2014 | 2191 |",
)
STAKEHOLDERS = Sketch(
    title="Stakeholders",
    id="stakeholders",
    columns=("group", "stakeholder", "raci", "line"),
    help="each one with the letters R, A, C, I, such as | Staff | Trade unions | C | 2545 |",
)

Sections = dict[Heading, tuple[Sketch, ...]]
_DELIVERY: Sections = {
    Heading.BENEFITS: (BENEFITS,),
    Heading.DELIVERY: (MILESTONES,),
}
_PROGRAMME_FIELDS = (
    *("stage", "version", "dated", "decisions"),
    *("options", "criteria", "risk_log", "risks", "dependencies"),
)
_PROGRAMME: Sections = {
    Heading.CASE_FOR_CHANGE: (),
    Heading.IF_NOTHING_IS_DONE: (),
    Heading.AIMS: (),
    Heading.APPROACH: (),
    Heading.SCOPE: (),
    Heading.ASSUMPTIONS: (),
    Heading.OPTIONS: (),
    Heading.FINANCIAL_CASE: (FINANCE, FIGURES, CLAIMS, RELATIONS),
    **_DELIVERY,
    Heading.PEOPLE_AFFECTED: (STAKEHOLDERS,),
    Heading.NOTES: (),
}

# The fields beside those of every kind, in any order: a file has them in the model's.
FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.BUSINESS_CASE: (
        *("section", "committee", "consultation"),
        *("options", "risks", "dependencies"),
    ),
    Kind.OUTLINE_BUSINESS_CASE: _PROGRAMME_FIELDS,
    Kind.PROGRAMME: _PROGRAMME_FIELDS,
    Kind.PROJECT_SUMMARY: ("dependencies",),
    Kind.SAVINGS_REPORT: ("committee", "dated", "decisions", "consultation"),
    Kind.OPTIONS_BRIEFING: ("committee", "dated", "decisions", "options", "criteria"),
}

SECTIONS: dict[Kind, Sections] = {
    Kind.BUSINESS_CASE: {
        Heading.CASE_FOR_CHANGE: (),
        Heading.IF_NOTHING_IS_DONE: (),
        Heading.AIMS: (),
        Heading.APPROACH: (),
        Heading.SCOPE: (),
        Heading.ASSUMPTIONS: (),
        Heading.OPTIONS: (),
        Heading.FINANCIAL_CASE: (FIGURES, RELATIONS),
        **_DELIVERY,
        Heading.NOTES: (),
    },
    Kind.OUTLINE_BUSINESS_CASE: _PROGRAMME,
    Kind.PROGRAMME: _PROGRAMME,
    Kind.PROJECT_SUMMARY: {
        Heading.CASE_FOR_CHANGE: (),
        Heading.AIMS: (),
        Heading.APPROACH: (),
        Heading.SCOPE: (),
        Heading.FINANCIAL_CASE: (FINANCE, FIGURES, RELATIONS),
        **_DELIVERY,
        Heading.NOTES: (),
    },
    Kind.SAVINGS_REPORT: {
        Heading.CASE_FOR_CHANGE: (),
        Heading.CONTEXT: (),
        Heading.APPROACH: (),
        Heading.FINANCIAL_CASE: (FINANCE, FIGURES, RELATIONS),
        **_DELIVERY,
        Heading.NEXT_STEPS: (),
        Heading.NOTES: (),
    },
    Kind.OPTIONS_BRIEFING: {
        Heading.CASE_FOR_CHANGE: (),
        Heading.CONTEXT: (),
        Heading.OPTIONS: (),
        Heading.FINANCIAL_CASE: (FIGURES, RELATIONS),
        Heading.DELIVERY: (MILESTONES,),
        Heading.NEXT_STEPS: (),
        Heading.NOTES: (),
    },
}

# What stands under each section, in a few sentences of the writer's own.
HELP: dict[Heading, str] = {
    Heading.CASE_FOR_CHANGE: "why it is proposed, such as: Demand grows and money does not.",
    Heading.IF_NOTHING_IS_DONE: "what would happen then, such as: Costs would rise each year.",
    Heading.CONTEXT: "what came before and what else is going on.",
    Heading.AIMS: "what it is to achieve, such as: Help people to live at home for longer.",
    Heading.APPROACH: "how it is to be done, such as: Review every placement in turn.",
    Heading.SCOPE: "what is in and what is out.",
    Heading.ASSUMPTIONS: "what is taken for granted, as a list.",
    Heading.OPTIONS: "what is to be said of the options as a whole.",
    Heading.FINANCIAL_CASE: "what the figures rest on, in words; the figures stand in tables.",
    Heading.BENEFITS: "what gets better, in words.",
    Heading.DELIVERY: "who does what, and when.",
    Heading.PEOPLE_AFFECTED: "who is concerned, and who has a part in it.",
    Heading.NEXT_STEPS: "what comes next, such as: Cabinet decides in February.",
    Heading.NOTES: "what is odd in the document, such as: The table has 2013/14 twice.",
}
