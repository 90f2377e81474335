"""A theme: councils side by side, and in words why their amounts have no common scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pages.comparing import theme_view
from generator.pages.listing import home_view
from generator.pages.scale import why_no_scale
from generator.pages.shelf import shelve
from tests.pages.conftest import AS_AT, PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.pages.comparing import Question
    from generator.reading.register import Register

SOUTH = "name: Southport City Council\nshort_name: Southport\ntype: unitary authority\n"
OTHER = "cases/southport/2019-20/meals.md"


def case(headline: str, more: str = "") -> str:
    return (
        f"---\ntitle: Meals\nsource: northshire-plan\nthemes: [meals]\n"
        f"headline: {{{headline}, line: 7}}\n{more}---\n"
    )


DOCUMENT = (
    "“Business plan”, published by Northshire County Council; the document carries no date. "
    "Line 7 of our text copy; the page number was lost."
)
UNSAID = (
    "In place of an amount of saving; the document does not say for which period, "
    "whether it recurs or how sure it is."
)
SAVING = "amount: £1k, measure: saving, period: 2018/19, basis: in year, certainty: target"
REASONS = [
    (SAVING, ()),
    (
        SAVING.replace("2018/19", "2019/20"),
        ("They are for different periods: 2018/19 (1 case), 2019/20 (1 case).",),
    ),
    (
        SAVING.replace("saving", "income").replace("in year", "not stated"),
        (
            "They measure different things: income (1 case), saving (1 case).",
            "They count differently over time: in year (1 case), not stated (1 case).",
        ),
    ),
    (
        f"{SAVING}, described: [{{kind: income, line: 4}}]",
        ("Some are called one thing and described as another: income (1 case).",),
    ),
    (
        SAVING.replace("£1k", "Cost Neutral").replace("target", "agreed"),
        (
            "They are not equally sure: agreed (1 case), target (1 case).",
            "1 case has no amount as a headline.",
        ),
    ),
]


@pytest.mark.parametrize(("headline", "said"), REASONS)
def test_only_what_really_differs_is_given_as_a_reason(
    written: Callable[[Mapping[str, str]], Register], headline: str, said: tuple[str, ...]
) -> None:
    other = "cases/northshire/2019-20/meals.md"
    register = written({PATH: case(SAVING), other: case(headline)})
    shelf = shelve(register, AS_AT, production=False)
    assert why_no_scale(list(shelf.cases.values()), shelf) == said


def test_where_no_document_says_whether_its_amount_recurs_that_is_the_reason(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    typed = case(SAVING.replace("in year", "not stated"))
    register = written({PATH: typed, "cases/northshire/2018-19/b-2.md": typed})
    shelf = shelve(register, AS_AT, production=False)
    assert why_no_scale(list(shelf.cases.values()), shelf) == (
        "None of the documents says whether its amount recurs.",
    )


def answers(question: Question) -> list[tuple[str, str, str]]:
    return [(column.council, a.lead, a.text) for column in question.columns for a in column.answers]


def test_a_theme_puts_the_answers_of_councils_side_by_side(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    register = written(
        {
            "cases/southport/council.yml": SOUTH,
            PATH: case(SAVING, "summary: A kitchen.\nstage: approved\nrisks: [{title: Fire}]\n"),
            OTHER: case("amount: Low, measure: saving", "options: [{title: Wait}]\n"),
        }
    )
    shelf = shelve(register, AS_AT, production=False)
    view = theme_view("meals", shelf)
    assert view.scope == "2 cases from 2 councils: Northshire and Southport."
    assert [(head.name, head.cases) for head in view.councils] == [
        ("Northshire", "1 case"),
        ("Southport", "1 case"),
    ]
    (why,) = (question for question in view.questions if question.reasons)
    assert (why.id, why.reasons_title) == ("how-much", "Why the amounts are not put on one scale")
    assert "The councils are of different types (county and unitary authority)." in why.reasons
    assert [(question.title, answers(question)) for question in view.questions] == [
        (
            "What is proposed",
            [
                ("Northshire", "", "A kitchen."),
                ("Southport", "", "Nobody has written a summary of this case yet."),
            ],
        ),
        (
            "How much",
            [
                (
                    "Northshire",
                    "£1,000",
                    "Saving, in 2018/19; counted in that year alone; a target.",
                ),
                (
                    "Southport",
                    "Low",
                    UNSAID,
                ),
            ],
        ),
        (
            "How far it has come",
            [
                ("Northshire", "", "Business case. Stage: Approved."),
                ("Southport", "", "Business case. Stage: the document does not say."),
            ],
        ),
        (
            "Which options were considered",
            [
                ("Northshire", "", "The document does not say which options were considered."),
                ("Southport", "", "1 option. None is said to be preferred."),
            ],
        ),
        (
            "Which risks are named",
            [
                ("Northshire", "", "1 risk; none is scored."),
                ("Southport", "", "The document names no risks."),
            ],
        ),
        (
            "Who is affected",
            [
                ("Northshire", "", "The document does not say."),
                ("Southport", "", "The document does not say."),
            ],
        ),
        (
            "Who decides, and when",
            [
                ("Northshire", "", "The document does not say who decides, or when."),
                ("Southport", "", "The document does not say who decides, or when."),
            ],
        ),
        (
            "From which document",
            [
                (
                    name,
                    "",
                    DOCUMENT,
                )
                for name in ("Northshire", "Southport")
            ],
        ),
    ]


def test_a_theme_with_one_case_gives_no_reasons(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    shelf = shelve(written({PATH: case(SAVING)}), AS_AT, production=False)
    view = theme_view("meals", shelf)
    assert view.scope == "1 case, from Northshire alone."
    assert not any(question.reasons or question.reasons_title for question in view.questions)


def test_the_home_page_counts_cases_and_adds_up_no_amounts(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    register = written(
        {"cases/southport/council.yml": SOUTH, PATH: case(SAVING), OTHER: case(SAVING)}
    )
    view = home_view(shelve(register, AS_AT, production=False))
    assert view.scope == "2 cases from 2 councils: Northshire and Southport."
    assert [(item.head.name, item.head.cases) for item in view.councils] == [
        ("Northshire", "1 case"),
        ("Southport", "1 case"),
    ]
    assert [(item.what.text, item.cases) for item in view.themes] == [
        ("Meals", "2 cases from 2 councils")
    ]
    assert view.as_at == "The register stands as at 1 June 2020."


def test_a_register_without_cases_has_its_pages_all_the_same(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    view = home_view(shelve(written({}), AS_AT, production=False))
    assert view.scope == "There is no case in this register yet."
