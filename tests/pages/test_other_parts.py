"""Options, risks, benefits, milestones, stakeholders and links, as their document has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.charts.draw import draw
from generator.compare.distilling import facts_of
from generator.core.councils import Council
from generator.core.risks import Matrix, MatrixRow
from generator.pages.answers import QUESTIONS, answers
from generator.pages.connections import connections_view
from generator.pages.first_screen import summary_of
from generator.pages.origin import mending_view, origin_view
from generator.pages.phrases import LOST
from generator.pages.plan import benefit_groups, stakeholder_tables, timetable_view
from generator.pages.risks import risks_summary, risks_view
from generator.pages.shelf import shelve
from generator.pages.weighing import criteria_views, options_summary, options_view
from tests.pages.conftest import AS_AT, PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.reading.register import Register
    from tests.pages.conftest import Register1

OPTIONS = """
criteria: [{id: price, title: Price, weight: 40%, text: The cheapest, line: 3}]
options:
  - {title: Do nothing, number: 1, do_nothing: yes, outcome: not recommended, line: 4}
  - title: Shared kitchen
    group: place
    outcome: preferred
    assessments: [{criterion: price, score: 3, rag: AMBER, text: Fair, line: 5}]
    total: 3.4
  - {title: Own kitchen, group: place}
"""


def test_options_stand_in_their_groups_with_what_the_document_concludes(
    case_of: Callable[..., Register1],
) -> None:
    case = case_of(OPTIONS).case
    view = options_view(case)
    assert view.summary == "3 options. Preferred: “Shared kitchen”."
    assert [
        (group.title, [(option.title, option.outcome) for option in group.options])
        for group in view.groups
    ] == [
        ("", [("1. Do nothing", "Not recommended")]),
        (
            "Place",
            [
                ("Shared kitchen", "Preferred"),
                ("Own kitchen", "The document does not say what it concludes"),
            ],
        ),
    ]
    shared, own = view.groups[1].options
    assert [shared.total and shared.total.printed, own.total] == ["3.4", None]
    (assessment,) = shared.assessments
    assert (assessment.title, assessment.text, assessment.place) == ("Price", "Fair.", "line 5")
    assert assessment.rag is not None
    assert (assessment.rag.word, assessment.rag.colour) == ("AMBER", "amber")
    assert [(c.title, c.figure and c.figure.printed) for c in criteria_views(case)] == [
        ("Price", "40%")
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("", "The document does not say which options were considered."),
        ("options: [{title: One}]", "1 option. None is said to be preferred."),
        (
            "options: [{title: A, group: x, outcome: preferred}, {title: B, group: y}]",
            "2 options in 2 groups. Preferred: “A”.",
        ),
        (
            "options: [{title: A, outcome: short-listed}, {title: B, outcome: short-listed}]",
            "2 options. Short-listed: “A” and “B”.",
        ),
    ],
)
def test_options_are_summed_up_in_a_sentence(
    case_of: Callable[..., Register1], fields: str, said: str
) -> None:
    assert options_view(case_of(fields).case).summary == said


RISKS = [
    ("", "The document names no risks.", ()),
    ("risks: [{title: Fire}]", "1 risk; none is scored.", ()),
    (
        "risks: [{title: Fire, likelihood: 3, impact: 4}, {title: Flood}]",
        "2 risks, 1 of them scored.",
        ("The document does not say on which scale the risks are scored.",),
    ),
    (
        (
            "risk_log: {likelihood_scale: not stated, impact_scale: 1 to 5, rag: not legible, "
            "text: No owners}\nrisks: [{title: Fire, rag: Red}]"
        ),
        "1 risk, scored.",
        (
            "Likelihood: the document does not say on which scale.",
            "Impact: 1 to 5.",
            "Colours: not legible.",
            "No owners.",
        ),
    ),
    (
        "risk_log: {likelihood_scale: A to E., rag: As in the key.}\nrisks: [{title: Fire}]",
        "1 risk; none is scored.",
        ("Likelihood: A to E.", "Colours: As in the key."),
    ),
]


@pytest.mark.parametrize(("fields", "summary", "log"), RISKS)
def test_risks_are_shown_on_the_scale_of_their_log_and_none_is_made_up(
    case_of: Callable[..., Register1], fields: str, summary: str, log: tuple[str, ...]
) -> None:
    case = case_of(fields).case
    view = risks_view(case, None, facts_of(case), draw)
    assert (view.summary, view.log) == (summary, log)


def test_the_table_of_risks_has_the_columns_that_the_log_has(
    case_of: Callable[..., Register1],
) -> None:
    fields = (
        "risk_log: {matrix: ours}\n"
        "risks: [{title: Fire, likelihood: 3, impact: C, mitigation: Alarms}, {title: Flood}]"
    )
    matrix = Matrix(
        id="ours", impacts=("B", "C"), rows=(MatrixRow(likelihood="3", words=("low", "high")),)
    )
    council = Council(name="Northshire", short_name="Northshire", matrices=(matrix,))
    case = case_of(fields, sound=False).case
    view = risks_view(case, council, facts_of(case), draw)
    assert [column.name for column in view.columns] == [
        *("likelihood", "impact", "by_matrix", "mitigation"),
    ]
    assert [risk.by_matrix for risk in view.risks] == ["high", ""]


PLAN = """
## Benefits

### Benefits {#benefits}
benefits; line 7

| benefit      | category | unit   | baseline | 2018/19 | improvement | by      |
|--------------|----------|--------|----------|---------|-------------|---------|
| Fewer queues | Pupils   | people | 40       | 20      |             | 2019/20 |
| Better food  |          |        |          |         | High        |         |
| Clean rooms  | Staff    |        |          |         |             |         |

## Delivery

### Milestones {#milestones}
milestones; line 8

| milestone | when      | note          |
|-----------|-----------|---------------|
| Opening   | Q1 2014   |               |
| Review    | TBC       | year not said |

### Stakeholders {#stakeholders}
stakeholders; lines 9 to 10

| group | stakeholder   | raci |
|-------|---------------|------|
| Staff | Cooks; Heads  | R, C |
| Staff | Governors     |      |
"""


def test_benefits_stand_by_category_with_what_they_should_come_to(
    case_of: Callable[..., Register1],
) -> None:
    groups = benefit_groups(case_of(body=PLAN).case)
    assert [(group.category, group.as_table) for group in groups] == [
        ("Pupils", True),
        ("Other benefits", True),
        ("Staff", False),
    ]
    (queues,) = groups[0].benefits
    assert queues.baseline is not None
    assert (queues.baseline.printed, queues.baseline.unit) == ("40", "people")
    assert [(target.label, target.amount.printed) for target in queues.targets] == [
        ("2018/19", "20")
    ]
    assert (queues.by, queues.place) == ("2019/20", "line 7")


def test_milestones_keep_their_order_and_say_how_they_are_open(
    case_of: Callable[..., Register1],
) -> None:
    view = timetable_view(case_of(body=PLAN).case)
    assert [(step.milestone, step.when, step.note) for step in view.milestones] == [
        ("Opening", "Q1 2014 (January to March)", ""),
        ("Review", "to be confirmed", "year not said"),
    ]
    assert timetable_view(case_of().case).silence == (
        "The document does not say when what is to be done."
    )


def test_stakeholders_are_told_their_part_in_words(case_of: Callable[..., Register1]) -> None:
    (table,) = stakeholder_tables(case_of(body=PLAN).case)
    assert table.title == "Lines 9 to 10 of our text copy"
    assert [(row.group, row.names, row.part) for row in table.rows] == [
        ("Staff", "Cooks; Heads", "responsible and consulted"),
        ("Staff", "Governors", ""),
    ]


def test_links_are_shown_from_both_ends(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    one = (
        "---\ntitle: Meals\nsource: northshire-plan\n"
        "links: [{kind: follows, case: northshire/2018-19/b-2-fees, text: a year later, line: 3}]\n"
        "dependencies: [{title: Builders, kind: depends on, text: who build, line: 4}]\n---\n"
    )
    other = "---\ntitle: Fees\nsource: northshire-plan\n---\n"
    register = written({PATH: one, "cases/northshire/2018-19/b-2-fees.md": other})
    shelf = shelve(register, AS_AT, production=False)
    meals, fees = shelf.cases.values()
    view = connections_view(meals, shelf)
    assert [(c.kind, c.what.text, c.text, c.place) for c in view.dependencies] == [
        ("Depends on", "Builders", "Who build.", "line 4")
    ]
    assert [(c.kind, c.what.text, c.what.url, c.text) for c in view.links] == [
        (
            "Follows",
            "Fees (Northshire, 2018/19)",
            "../../../../cases/northshire/2018-19/b-2-fees/",
            "A year later.",
        )
    ]
    (back,) = connections_view(fees, shelf).back
    assert (back.kind, back.what.text, back.text) == (
        "Follows this case",
        "Meals (Northshire, 2018/19)",
        "Its page says: A year later.",
    )


def test_what_one_pack_prints_twice_is_never_said_to_have_changed(
    case_of: Callable[..., Register1],
) -> None:
    reason = "the summary prints £655k, the outline business case £650k"
    register = case_of(f"change: {{kind: restated in the same pack, reason: '{reason}'}}")
    facts = " ".join(origin_view(register.case, register.shelf).facts)
    assert "Said again in the same pack: The summary prints £655k" in facts
    assert "changed" not in facts


def test_every_case_says_where_it_comes_from_and_what_the_register_is_not(
    case_of: Callable[..., Register1],
) -> None:
    fields = "version: '2'\ndated: 3 May 2014\nchange: {kind: correction, reason: a slip}"
    register = case_of(fields)
    view = origin_view(register.case, register.shelf)
    assert [document.text for document in view.documents] == [
        (
            "This page is written from “Business plan”, published by Northshire County Council; "
            "the document carries no date."
        )
    ]
    assert view.facts == (
        "Version 2, dated 3 May 2014.",
        "The figure has changed (correction): A slip.",
        "Lines are those of our text copy; the page numbers were lost.",
        (
            "This register is an independent reading. It is not the council’s own, "
            "and it does not know what happened since."
        ),
        (
            "To correct something on this page, say which line of the document it concerns, "
            "and what it should say."
        ),
    )


def test_a_file_with_mistakes_gets_a_list_of_what_to_mend(
    case_of: Callable[..., Register1],
) -> None:
    register = case_of("headline: {amount: £1k, measure: savings, line: 1}", sound=False)
    view = mending_view(register.case, register.shelf.problems_of(register.case))
    assert view.unreadable == "What could not be read: headline."
    (problem,) = view.problems
    assert problem.startswith("Line 4, column ")
    assert "“savings” as what a figure measures" in problem
    assert problem.endswith("What to do: Write “saving”, if that is meant. [unknown-word]")


def test_a_milestone_whose_time_is_a_mistake_says_so(case_of: Callable[..., Register1]) -> None:
    body = """
## Delivery

### Milestones {#milestones}
milestones; line 5

| milestone | when      |
|-----------|-----------|
| Opening   | somewhen  |
| Review    | TBC       |
| Closing   |           |
"""
    view = timetable_view(case_of(body=body, sound=False).case)
    assert [step.when for step in view.milestones] == [
        *("cannot be read", "to be confirmed", "not stated"),
    ]


@pytest.mark.parametrize(
    ("contact", "url"),
    [
        ("cases@example.org", "mailto:cases@example.org"),
        ("https://example.org/ask", "https://example.org/ask"),
        ("The clerk, Town Hall", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_correction_has_somewhere_to_go_where_somebody_is_named(
    case_of: Callable[..., Register1], contact: str, url: str
) -> None:
    register = case_of()
    to = origin_view(register.case, register.shelf, contact).contact
    assert to is not None
    assert (to.text, to.url) == (contact, url)
    assert origin_view(register.case, register.shelf).contact is None


def test_a_part_of_a_larger_case_is_not_said_to_come_from_a_silent_document(
    case_of: Callable[..., Register1],
) -> None:
    part = "kind: project summary\nlinks: [{kind: part of, case: northshire/2018-19/whole}]\n"
    alone, within = case_of("").case, case_of(part, sound=False).case
    assert options_summary(alone) == "The document does not say which options were considered."
    assert options_summary(within) == (
        "This project summary weighs no options of its own. The larger case that it is part of may."
    )
    assert risks_summary(alone) == "The document names no risks."
    assert risks_summary(within) == (
        "This project summary names no risks of its own. The larger case that it is part of may."
    )


LOST_FIELDS = """
summary: [no, list]
stage: [no, list]
risk_log: [no, list]
risks: [{title: Fire, likelihood: 3, impact: 4}]
"""


def test_of_a_part_that_could_not_be_read_the_document_is_not_said_to_be_silent(
    case_of: Callable[..., Register1],
) -> None:
    read = case_of(LOST_FIELDS, sound=False)
    assert {"summary", "stage", "risk_log"} <= {*read.case.unreadable}
    assert summary_of(read.case) == LOST
    assert risks_view(read.case, None, facts_of(read.case), draw).log == ()
    said = dict(zip((id_ for id_, _ in QUESTIONS), answers(read.case, read.shelf), strict=True))
    assert said["stage"].text == f"Business case. {LOST}"
    assert said["proposed"].text == LOST
