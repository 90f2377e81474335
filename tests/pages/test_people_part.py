"""People: who is affected, who decides and when, who answers for it, and what can still be said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.pages.deciding import deciding_view, having_a_say, responsible, who_decides
from generator.pages.first_screen import first_screen
from generator.pages.impacts import impacts_view
from generator.pages.phrases import opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pages.conftest import Register1

SIX_WAYS = [
    ("impacts: {affected: not asked}", "The document does not ask this."),
    ("impacts: {affected: blank}", "The form asks, and nothing was filled in."),
    ("impacts: {affected: N/A}", "The document says: not applicable."),
    ("impacts: {affected: none}", "The document says: none."),
    ("impacts: {affected: unclear}", "The answer in the document is not clear."),
    ("impacts: {affected: Older people}", "Older people."),
    ("", "The document does not say."),
]


@pytest.mark.parametrize(("fields", "answer"), SIX_WAYS)
def test_a_question_of_the_form_can_stand_answered_in_six_ways(
    case_of: Callable[..., Register1], fields: str, answer: str
) -> None:
    first, *_ = impacts_view(case_of(fields).case).answers
    assert (first.question, first.answer) == ("Who is affected", answer)


NOT_ASKED = [
    (
        "impacts: {affected: Pupils, positive: not asked, negative: not asked}",
        "The document does not ask what gets better or what gets worse.",
        [
            "Who is affected",
            "Where it makes no difference",
            "People with a protected characteristic",
        ],
    ),
    (
        (
            "impacts: {affected: not asked, positive: not asked, negative: not asked, "
            "neutral: not asked, protected: not asked}"
        ),
        (
            "The document does not ask who is affected, what gets better, what gets worse, where "
            "it makes no difference or about people with a protected characteristic."
        ),
        [],
    ),
]


@pytest.mark.parametrize(("fields", "said", "left"), NOT_ASKED)
def test_several_questions_that_a_form_does_not_have_are_named_in_one_sentence(
    case_of: Callable[..., Register1], fields: str, said: str, left: list[str]
) -> None:
    view = impacts_view(case_of(fields).case)
    assert view.not_asked == said
    assert [answer.question for answer in view.answers] == left


def test_groups_say_whether_they_were_assessed_and_which_are_not_mentioned(
    case_of: Callable[..., Register1],
) -> None:
    groups = "{age: Older people most, disability: not assessed, rural places: Less to travel}"
    view = impacts_view(
        case_of(f"impacts: {{protected: {{answer: Some, line: 3, groups: {groups}}}}}").case
    )
    assert [(group.group, group.sort, group.answer) for group in view.groups] == [
        ("Age", "Equality Act 2010", "Older people most."),
        ("Disability", "Equality Act 2010", "Not assessed."),
        ("Rural places", "local", "Less to travel."),
    ]
    assert view.unmentioned == (
        "The document says nothing of gender reassignment, marriage and civil partnership, "
        "pregnancy and maternity, race, religion or belief, sex and sexual orientation."
    )


DECIDES = [
    ("", "The document does not say who decides, or when."),
    (
        "committee: Adults Committee",
        "Listed under the Adults Committee. The document does not say when it decides.",
    ),
    (
        (
            "decisions: [{body: Council, date: May 2017, outcome: agreed}, "
            "{body: Cabinet, date: 9 February 2016, stage: briefing, state: expected}]"
        ),
        "Cabinet, 9 February 2016: briefing (expected).",
    ),
    (
        "decisions: [{body: Members, outcome: agreed}]",
        "Members: agreed. The document gives no date.",
    ),
    (
        (
            "committee: Adults Committee\n"
            "decisions: [{body: Council, date: May 2017, outcome: agreed the policy}]"
        ),
        (
            "Listed under the Adults Committee. The document does not say when it decides. "
            "A step that it names: Council, May 2017: agreed the policy."
        ),
    ),
    (
        (
            "committee: Adults Committee\n"
            "decisions: [{body: Adults Committee, date: May 2017, outcome: agreed the policy}]"
        ),
        "Adults Committee, May 2017: agreed the policy.",
    ),
    (
        (
            "committee: Adults Committee\n"
            "decisions: [{body: Cabinet, stage: contract, state: to come}]"
        ),
        "Cabinet: contract (to come).",
    ),
    (
        "decisions: [{stage: one, state: blank}, {stage: two, state: blank}]",
        "The document has a place for 2 decisions; no date is filled in.",
    ),
    (
        "decisions: [{stage: one, date: 2016}]",
        "The document has a place for 1 decision; it does not say by whom.",
    ),
]


@pytest.mark.parametrize(("fields", "said"), DECIDES)
def test_who_decides_is_said_as_far_as_the_document_says_it(
    case_of: Callable[..., Register1], fields: str, said: str
) -> None:
    assert who_decides(case_of(fields).case) == said


ANSWERS = [
    ("", "The document names nobody as responsible."),
    (
        "people: [{name: A B, role: author}, {name: C D, role: Senior Responsible Officer}]",
        "C D, Senior Responsible Officer",
    ),
    (
        "people: [{name: A B, role: contact officer}, {name: C D, role: lead cabinet member}]",
        "C D, lead cabinet member",
    ),
    (
        "people: [{name: A B, role: Sponsorship Coordinator}, {name: C D, role: Leader}]",
        "C D, Leader",
    ),
    (
        "people: [{name: A B, role: Sponsorship Coordinator}, {name: C D, role: contact officer}]",
        "C D, contact officer",
    ),
    (
        "people: [{role: senior responsible officer, state: TBC}, {name: A B, role: author}]",
        "The document names nobody as responsible.",
    ),
]


@pytest.mark.parametrize(("fields", "said"), ANSWERS)
def test_the_one_who_answers_for_a_case_is_named_with_the_role_of_the_document(
    case_of: Callable[..., Register1], fields: str, said: str
) -> None:
    assert responsible(case_of(fields).case) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("", "The document does not say whether the public is or was asked."),
        (
            "consultation: {text: Soon}",
            "The document speaks of consultation, but names no closing date.",
        ),
        (
            "consultation: {closes: 22 September 2017}",
            "The consultation closed: 22 September 2017.",
        ),
        ("consultation: {closes: May 2018}", "The consultation closes: May 2018."),
    ],
)
def test_what_can_still_be_said_depends_on_the_day_the_register_stands_at(
    case_of: Callable[..., Register1], fields: str, said: str
) -> None:
    assert having_a_say(case_of(fields).case, date(2018, 5, 31)) == said


def test_every_step_and_fact_of_a_decision_is_told(case_of: Callable[..., Register1]) -> None:
    fields = """
committee: Adults Committee
key_decision: no
call_in_deadline: 3 May 2018
area: [Ely, March]
exempt: {paragraph: paragraph 3 of Schedule 12A, text: prices}
people:
  - {name: A B, role: author, organisation: Finance, line: 4}
  - {role: finance owner, state: TBC}
  - {role: change manager}
decisions: [{body: Cabinet, date: 9 May 2018, outcome: approved, line: 5}]
consultation: {opens: 1 May 2018, closes: 2 May 2018, text: A survey}
"""
    view = deciding_view(case_of(fields).case, date(2018, 5, 1))
    assert view.committee.text == "Adults Committee"
    assert view.facts == (
        "It is not a key decision.",
        "It can be called in until 3 May 2018.",
        "Area concerned: Ely, March.",
        "Part of the paper is not public (paragraph 3 of Schedule 12A): prices.",
    )
    assert [(person.role, person.name) for person in view.people] == [
        ("Author", "A B"),
        ("Finance owner", "to be confirmed"),
        ("Change manager", "the document names nobody"),
    ]
    assert [(step.text, step.place) for step in view.steps] == [
        ("Cabinet, 9 May 2018: approved.", "line 5")
    ]
    assert view.consultation == (
        "The consultation closes: 2 May 2018.",
        "It opens: 1 May 2018.",
        "A survey.",
    )


def test_of_a_consultation_that_is_over_both_ends_are_told_as_past(
    case_of: Callable[..., Register1],
) -> None:
    fields = "consultation: {opens: 1 May 2018, closes: 2 May 2018, line: 6}"
    view = deciding_view(case_of(fields).case, date(2018, 6, 1))
    assert view.consultation == (
        "The consultation closed: 2 May 2018.",
        "It opened: 1 May 2018.",
    )


@pytest.mark.parametrize(
    ("fields", "leads"),
    [
        ("committee: Adults Committee", "adults-committee/"),
        ("committee: Adults Committee\ndecisions: [{body: Adults Committee}]", "adults-committee/"),
        ("committee: Adults Committee\ndecisions: [{body: Cabinet}]", ""),
        ("decisions: [{body: Cabinet}, {body: Council}]", "#deciding"),
        ("", ""),
    ],
)
def test_the_first_screen_leads_to_the_plan_and_to_the_committee_that_it_names(
    case_of: Callable[..., Register1], fields: str, leads: str
) -> None:
    register = case_of(fields)
    first = first_screen(register.case, register.shelf)
    assert first.labels[2].url == "../../../../councils/northshire/2018-19/"
    decides = first.facts[1].more.url
    assert decides.removeprefix("../../../../councils/northshire/2018-19/") == leads


PEOPLE = "## People affected\n\n{}\n"


@pytest.mark.parametrize(
    ("fields", "prose", "leads_to"),
    [
        ("impacts: {affected: not asked}", "Pupils, and who cooks.", "What it says of people"),
        ("impacts: {affected: blank}", "Pupils, and who cooks.", "What it says of people"),
        ("", "Pupils, and who cooks.", "What it says of people"),
        ("impacts: {affected: Older people}", "Pupils, and who cooks.", ""),
        ("impacts: {affected: none}", "Pupils, and who cooks.", ""),
        ("impacts: {affected: not asked}", "", ""),
    ],
)
def test_where_the_form_does_not_ask_the_first_screen_leads_to_what_the_paper_says_of_people(
    case_of: Callable[..., Register1], fields: str, prose: str, leads_to: str
) -> None:
    register = case_of(fields, PEOPLE.format(prose) if prose else "")
    who = first_screen(register.case, register.shelf).facts[0]
    assert (who.more.text, who.more.url) == (leads_to, "#people-affected" if leads_to else "")


def test_the_first_screen_answers_five_questions(case_of: Callable[..., Register1]) -> None:
    fields = """
references: [A/R.6.224]
version: "1.0"
dated: 20 December 2013
summary: A new kitchen.
themes: [meals]
people: [{name: Lou Williams, role: senior responsible officer}]
headline: {amount: £900K, measure: saving, period: 2018/19, line: 715}
impacts: {affected: Pupils}
"""
    register = case_of(fields)
    first = first_screen(register.case, register.shelf)
    assert [label.text for label in first.labels] == [
        "Business case",
        "Northshire",
        "2018/19 plan",
        "A/R.6.224",
    ]
    assert [(fact.question, fact.answer) for fact in first.facts] == [
        ("Who is affected", "Pupils."),
        ("Who decides, and when", "The document does not say who decides, or when."),
        (
            "What can still be said to it",
            "The document does not say whether the public is or was asked.",
        ),
        ("Who answers for it", "Lou Williams, senior responsible officer."),
        (
            "From which document",
            (
                "“Business plan”, published by Northshire County Council; the document carries no "
                "date. Line 715 of our text copy; the page number was lost."
            ),
        ),
    ]
    assert [(theme.text, theme.url) for theme in first.themes] == [
        ("Meals", "../../../../themes/meals/")
    ]


@pytest.mark.parametrize(
    ("text", "most", "start"),
    [
        ("Short.", 20, "Short."),
        ("One. Two. Three is long.", 10, "One. Two."),
        ("One thing; another thing that is long.", 15, "One thing …"),
        ("One. Two, e.g. the third thing.", 20, "One."),
        ("One. Two, e.g. Three things.", 20, "One."),
        ("The cost of approx. five per cent.", 25, "The cost of approx. five …"),
        ("Nothing ends in this text before the end", 15, "Nothing ends …"),
    ],
)
def test_a_long_answer_is_cut_between_sentences_or_words(text: str, most: int, start: str) -> None:
    assert opening(text, most) == start
