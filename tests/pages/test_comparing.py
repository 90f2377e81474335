"""Cases side by side on a theme: what they share, why there is no scale, and every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pages import answered
from generator.pages.answers import QUESTIONS
from generator.pages.listing import home_view
from generator.pages.shelf import shelve
from generator.pages.theme_absent import absent
from generator.pages.theme_pages import theme_view
from tests.pages.conftest import AS_AT, PATH, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.pages.answered import Question
    from generator.pages.comparing import SideBySide
    from generator.pages.theme_pages import ThemeView
    from generator.reading.register import Register

    Write = Callable[[Mapping[str, str]], Register]

SOUTH = "name: Southport City Council\nshort_name: Southport\ntype: unitary authority\n"
SOUTHPORT = "cases/southport/council.yml"
OTHER = "cases/southport/2018-19/meals.md"


def case(headline: str, more: str = "", *, body: str = "", title: str = "Meals") -> str:
    return (
        f"---\ntitle: {title}\nsource: northshire-plan\nthemes: [meals]\n"
        f"headline: {{{headline}, line: 7}}\n{more}---\n\n{body}"
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


def view_of(written: Write, one: str, other: str, **more: str) -> ThemeView:
    """The theme of two councils with a case each."""
    files = {SOUTHPORT: SOUTH, PATH: one, OTHER: other}
    register = written({**files, **{f"cases/{name}": text for name, text in more.items()}})
    return theme_view("meals", shelve(register, AS_AT, production=False))


# What stands in the two files, what rules out one scale, and what is to be kept in mind.
AGAINST = [
    (SAVING, []),
    (
        SAVING.replace("saving", "income"),
        ["They measure different things: income (Southport), saving (Northshire)."],
    ),
    (
        SAVING.replace("in year", "cumulative").replace("2018/19", "2018/19 to 2020/21"),
        [
            (
                "They count differently over time: all years so far together (Southport), as far "
                "as it falls in that year (Northshire)."
            ),
            "They cover different lengths of time: 1 year (Northshire), 3 years (Southport).",
        ],
    ),
    (
        f"{SAVING}, described: [{{kind: income, line: 4}}]",
        [
            (
                "Some papers describe their figure as something other than they call it: income "
                "(Southport), what they call it (Northshire)."
            )
        ],
    ),
    (
        SAVING.replace("£1k", "Cost Neutral"),
        ["There is not an amount on every side: Cost Neutral (Southport)."],
    ),
]


@pytest.mark.parametrize(("headline", "said"), AGAINST)
def test_what_rules_out_one_scale_is_said_and_then_no_amount_stands_on_one(
    written: Write, headline: str, said: list[str]
) -> None:
    body = view_of(written, case(SAVING), case(headline)).body
    assert [view.said.text for view in body.compared.blockers] == said
    assert body.against == bool(said)
    assert bool(body.amounts) != bool(said)
    assert body.compared.why == tuple(said)


def test_where_nothing_rules_it_out_amounts_stand_on_one_scale_with_what_to_keep_in_mind(
    written: Write,
) -> None:
    later = SAVING.replace("2018/19", "2019/20").replace("£1k", "£4k")
    view = view_of(written, case(SAVING), case(later))
    (table,) = view.body.amounts
    assert table.title == "Saving: 2 amounts of Northshire and Southport"
    assert [(row.council, row.figure.amount, row.bar) for row in table.rows] == [
        ("Northshire 2018/19", "£1,000", None),
        ("Southport 2018/19", "£4,000", None),
    ], "the chart above draws them, so that the table has no bars of its own"
    assert view.body.chart
    assert view.body.chart.headline == f"{table.title}, from £1,000 to £4,000"
    assert (view.body.chart.table, view.body.chart.csv) == ("#amounts-1", view.csv.url)
    assert [view.said.text for view in table.cautions] == [
        "They are for different years: 2018/19 (Northshire), 2019/20 (Southport).",
        "The councils are of different types: county (Northshire), unitary authority (Southport).",
    ]


def test_amounts_for_each_resident_say_which_population_they_rest_on(written: Write) -> None:
    people = "population: {people: 2000, year: 2018, source: Census}\n"
    files = {SOUTHPORT: SOUTH + people, PATH: case(SAVING), OTHER: case(SAVING)}
    shelf = shelve(written(files), AS_AT, production=False)
    (table,) = theme_view("meals", shelf).body.amounts
    assert table.ways == ("For each resident",)
    assert [[(cell.amount, cell.under) for cell in row.ways] for row in table.rows] == [
        [("", "The register holds no population of Northshire.")],
        [("About £0.50", "2,000 people in 2018 (Census). The figure is for 2018/19.")],
    ]
    assert table.missing == (
        (
            "As a share of the net budget: The register holds no net budget of Northshire for "
            "2018/19. The register holds no net budget of Southport for 2018/19."
        ),
        "In the prices of one year: No deflator for 2018/19.",
    )


def test_what_is_common_and_what_differs_comes_first(written: Write) -> None:
    risk = "risks: [{title: Fire}]\n"
    two = "risks: [{title: Fire}, {title: Flood}]\n"
    compared = view_of(written, case(SAVING, risk), case(SAVING, two)).body.compared
    common = [one.text for one in compared.common.shown]
    assert "They come from plans of one year: 2018/19." in common
    assert "Risks named alike: “Fire”." in common
    assert [one.text for one in compared.differ.shown] == [
        "The papers name different numbers of risks: 1 risk (Northshire), 2 risks (Southport)."
    ]


def test_what_a_caveat_says_is_not_told_twice(written: Write) -> None:
    later = SAVING.replace("2018/19", "2019/20").replace("target", "estimate")
    compared = view_of(written, case(SAVING), case(later)).body.compared
    assert not compared.differ.shown
    assert {view.said.text.partition(":")[0] for view in compared.others} >= {
        "The papers do not call their figures equally sure",
        "They are for different years",
    }


def answers(question: Question) -> list[tuple[str, str, str]]:
    return [(column.council, a.lead, a.text) for column in question.columns for a in column.answers]


def test_a_theme_puts_the_answers_of_councils_side_by_side(written: Write) -> None:
    evidence = "## Evidence\n\nA *pilot* of 2017.\n"
    view = view_of(
        written,
        case(
            SAVING,
            "summary: A kitchen.\nstage: approved\nrisks: [{title: Fire}]\n",
            body=evidence,
        ),
        case("amount: Low, measure: saving", "options: [{title: Wait}]\n"),
    )
    assert view.scope == "2 cases from 2 councils: Northshire and Southport."
    assert [(head.name, head.cases) for head in view.body.councils] == [
        ("Northshire", "1 case"),
        ("Southport", "1 case"),
    ]
    silent = "The document does not say."
    assert [(question.title, answers(question)) for question in view.body.questions] == [
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
                    "Saving, in 2018/19; as far as it falls in that year; a target.",
                ),
                ("Southport", "Low", UNSAID),
            ],
        ),
        ("Who is affected", [("Northshire", "", silent), ("Southport", "", silent)]),
        (
            "How far it has come",
            [
                ("Northshire", "", "Business case. Stage: Approved."),
                ("Southport", "", "Business case. No stage is on record."),
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
            "What it rests on",
            [
                ("Northshire", "", "A pilot of 2017."),
                ("Southport", "", "The document does not say what it rests on."),
            ],
        ),
        (
            "Who decides, and when",
            [
                (name, "", f"{silent[:-1]} who decides, or when.")
                for name in ("Northshire", "Southport")
            ],
        ),
        ("From which document", [(name, "", DOCUMENT) for name in ("Northshire", "Southport")]),
    ]


def test_many_cases_of_a_council_are_told_together_and_each_behind_a_fold(written: Write) -> None:
    own = {
        f"cases/northshire/2018-19/m-{n}.md": case(
            SAVING, "risks: [{title: Fire}]\n" if n else "", title=f"Meals {n}"
        )
        for n in range(5)
    }
    register = written({SOUTHPORT: SOUTH, OTHER: case(SAVING), **own})
    body = theme_view("meals", shelve(register, AS_AT, production=False)).body
    risks = next(question for question in body.questions if question.id == "risks")
    many, one = risks.columns
    assert many.title == "5 cases, one by one"
    assert many.together == ("The papers name up to 1 risk; none is named by “Meals 0”.",)
    assert (one.title, one.together) == ("", ())
    assert not any(question.single for question in body.questions)
    amounts = next(question for question in body.questions if question.id == "how-much")
    assert not any(column.title for column in amounts.columns), "amounts are never folded"
    assert body.folds == (
        "Saving: 6 amounts of Northshire and Southport, one by one, and 1 caution",
    ), "the columns and the drawing have every amount"
    assert body.marks_title == f"{len(body.marks.rows)} marks, one by one"


def test_of_very_many_cases_a_page_has_each_name_and_amount_and_the_rest_in_one_line(
    written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answered, "MOST_ANSWERED", 1)
    other = SAVING.replace("£1k", "£2k")
    risk = "risks: [{title: Fire}]\nsummary: Meals from one kitchen.\n"
    body = view_of(written, case(SAVING, risk), case(other, risk)).body
    questions = {question.id: question for question in body.questions}
    assert [id_ for id_, _ in QUESTIONS] == [*questions]
    assert [
        (column.council, [name.text for name in column.names], column.answers)
        for column in questions["proposed"].columns
    ] == [("Northshire", ["Meals, 2018/19"], ()), ("Southport", ["Meals, 2018/19"], ())]
    assert [
        (column.council, [one.lead for one in column.answers])
        for column in questions["how-much"].columns
    ] == [("Northshire", ["£1,000"]), ("Southport", ["£2,000"])]
    (risks,) = questions["risks"].columns
    assert (risks.council, risks.answers) == ("All of these cases together", ())
    assert risks.together[-1] == "What each of them says stands on its own page."
    assert risks.together[0] == "Risks named in each: 1 risk."
    (decides,) = questions["decides"].columns
    assert decides.together == risks.together[-1:]
    assert "Meals from one kitchen." not in str(body.questions)


def test_a_few_amounts_stand_in_an_open_table_below_their_drawing(written: Write) -> None:
    body = view_of(written, case(SAVING), case(SAVING)).body
    assert body.chart
    assert (body.folds, body.marks_title) == ((), "")


def test_every_mark_that_is_empty_leads_to_what_is_missing(written: Write) -> None:
    marks = view_of(written, case(SAVING, "risks: [{title: Fire}]\n"), case(SAVING)).body.marks
    row = next(row for row in marks.rows if row.title == "Risks with owners")
    assert [(cell.words, cell.missing[0].what.text) for cell in row.cells] == [
        ("No", "an owner for 1 of 1 risk"),
        ("No", "risks"),
    ]
    assert [cell.missing[0].what.url for cell in row.cells] == [
        "../../cases/northshire/2018-19/a-1-meals/#risks",
        "../../cases/southport/2018-19/meals/#risks",
    ]


def test_two_councils_of_one_name_keep_a_column_each(written: Write) -> None:
    """As a council and the one that took its place."""
    files = {
        "cases/southport/council.yml": SOUTH.replace("Southport\n", "Northshire\n"),
        "cases/northshire/2018-19/meals.md": case("amount: £1m"),
        "cases/southport/2018-19/meals.md": case("amount: £2m", title="Taxis"),
    }
    shelf = shelve(written(files), AS_AT, production=False)
    question = theme_view("meals", shelf).body.questions[0]
    assert [(column.council, len(column.answers)) for column in question.columns] == [
        ("Northshire", 1),
        ("Northshire", 1),
    ]


def test_a_theme_with_one_case_compares_nothing(written: Write) -> None:
    shelf = shelve(written({PATH: case(SAVING)}), AS_AT, production=False)
    view = theme_view("meals", shelf)
    assert view.scope == "1 case, from Northshire alone."
    assert view.body.alone
    assert not view.body.against


RUN_BY = (
    f"{THEMES.rstrip().removesuffix('}')}, run_by: {{types: [county], "
    "reason: Counties run meals., source: Somebody}}\n"
)
EAST = "name: Easton District Council\nshort_name: Easton\ntype: county\n"


def test_a_council_that_does_not_run_a_service_is_not_applicable_and_no_nought(
    written: Write,
) -> None:
    files = {
        "cases/themes.yml": RUN_BY,
        SOUTHPORT: SOUTH,
        "cases/easton/council.yml": EAST,
        PATH: case(SAVING),
    }
    shelf = shelve(written(files), AS_AT, production=False)
    assert absent("meals", shelf) == (
        "Not applicable: Southport is a unitary authority. Counties run meals. Source: Somebody.",
        (
            "Easton has no case on this in the register. That is not to say that nothing is "
            "proposed there."
        ),
    )


def test_the_home_page_counts_cases_and_adds_up_no_amounts(written: Write) -> None:
    register = written({SOUTHPORT: SOUTH, PATH: case(SAVING), OTHER: case(SAVING)})
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


def test_a_register_without_cases_has_its_pages_all_the_same(written: Write) -> None:
    view = home_view(shelve(written({}), AS_AT, production=False))
    assert view.scope == "There is no case in this register yet."


def test_of_very_many_amounts_and_councils_the_page_says_how_many_and_lists_none(
    written: Write,
) -> None:
    names = [f"town-{n}" for n in range(41)]
    files = {f"cases/{name}/council.yml": f"name: {name}\nshort_name: {name}\n" for name in names}
    files |= {f"cases/{name}/2018-19/meals.md": case(SAVING) for name in names}
    body = theme_view("meals", shelve(written(files), AS_AT, production=False)).body
    (table,) = body.amounts
    assert table.title == "Saving: 41 amounts of 41 councils"
    assert table.rows == ()
    assert [column.text for column in body.marks.columns] == ["All councils"]
    assert body.marks.rows[0].cells[0].words == "41 no"
    assert body.short[0].text.startswith("The papers belong to the plan for 2018/19 (41 councils).")


def test_of_very_many_different_things_a_sentence_says_the_first(written: Write) -> None:
    """The values beside it have all of them."""
    cases = {
        f"cases/northshire/20{year}-{year + 1}/meals.md": case(
            SAVING.replace("2018/19", f"20{year}/{year + 1}")
        )
        for year in range(10, 25)
    }
    body = theme_view("meals", shelve(written(cases), AS_AT, production=False)).body
    cautions = [view.said for table in body.amounts for view in table.cautions]
    (years,) = [said for said in cautions if said.text.startswith("They are for")]
    assert years.text.startswith("They are for different years: 2010/11 (“Meals”), ")
    assert years.text.endswith("), and 3 more.")
    assert [by.words for by in years.by] == [f"20{year}/{year + 1}" for year in range(10, 25)]


def test_the_chart_leads_to_the_first_table_that_is_not_too_long_to_be_told(
    written: Write,
) -> None:
    names = [f"town-{n}" for n in range(43)]
    files = {f"cases/{name}/council.yml": f"name: {name}\nshort_name: {name}\n" for name in names}
    files |= {f"cases/{name}/2018-19/meals.md": case(SAVING) for name in names[:41]}
    income = SAVING.replace("saving", "income")
    files |= {f"cases/{name}/2018-19/meals.md": case(income) for name in names[41:]}
    body = theme_view("meals", shelve(written(files), AS_AT, production=False)).body
    assert [len(table.rows) for table in body.amounts] == [0, 2]
    assert body.chart
    assert body.chart.table == "#amounts-2"
    assert body.chart.headline.startswith("Income: 2 amounts of town-41 and town-42")
    assert any("41 cases" in note for note in body.chart.notes)


def said_to(body: SideBySide, question: str) -> list[tuple[str, str]]:
    """What cases answer, and what stands below it."""
    (found,) = (each for each in body.questions if each.id == question)
    return [(a.text, a.more) for column in found.columns for a in column.answers]


def test_who_is_affected_comes_before_the_rest_and_says_what_gets_worse(written: Write) -> None:
    affected = "impacts: {affected: {answer: Pupils.}, negative: {answer: A longer queue.}}\n"
    none = "impacts: {negative: none}\n"
    body = view_of(written, case(SAVING, affected), case(SAVING, none)).body
    assert [question.id for question in body.questions][:3] == ["proposed", "how-much", "affected"]
    assert said_to(body, "affected") == [
        ("Pupils.", "What gets worse: A longer queue."),
        ("The document does not say.", ""),
    ]


def test_where_no_part_is_on_evidence_the_reason_stands_and_so_does_why_no_option_is_listed(
    written: Write,
) -> None:
    told = (
        "## Case for change\n\nFewer pupils eat.\n\n## Options\n\nEach school looks at its own.\n"
    )
    body = view_of(written, case(SAVING, body=told), case(SAVING)).body
    assert said_to(body, "evidence") == [
        ("The reason it gives: Fewer pupils eat.", ""),
        ("The document does not say what it rests on.", ""),
    ]
    assert said_to(body, "options") == [
        ("No options are listed one by one. Each school looks at its own.", ""),
        ("The document does not say which options were considered.", ""),
    ]


def test_an_amount_says_that_it_is_for_the_whole_case_where_that_is_on_other_themes_too(
    written: Write,
) -> None:
    wide = case(SAVING).replace("themes: [meals]", "themes: [meals, buses]")
    more = {"themes.yml": f"{THEMES}buses: {{title: Buses}}\n"}
    body = view_of(written, wide, case(SAVING), **more).body
    assert [more for _, more in said_to(body, "how-much")] == [
        "For the whole case, which also stands on: Buses.",
        "",
    ]
    assert "1 of 2 cases also stands on other themes; each amount is for the whole case." in [
        one.text for one in body.short
    ]
    body = view_of(written, wide, wide, **more).body
    assert "Both cases also stand on other themes; each amount is for the whole case." in [
        one.text for one in body.short
    ]


def test_a_theme_begins_with_the_whole_in_short(written: Write) -> None:
    two = SAVING.replace("£1k", "£4k").replace("saving", "income")
    body = view_of(
        written,
        case(SAVING, "impacts: {negative: {answer: A longer queue.}}\n"),
        case(two, "impacts: {negative: not asked}\n"),
    ).body
    assert [one.text for one in body.short] == [
        (
            "The papers belong to the plan for 2018/19 (Northshire and Southport). The register "
            "does not know what happened since."
        ),
        (
            "What can be added up: Northshire 2018/19, £1,000 saving (its 1 case); Southport "
            "2018/19, £4,000 income (its 1 case). Nothing is added up over two plans."
        ),
        "The amounts cannot all be set on one scale: they measure different things.",
        (
            "What gets worse is answered in words by 1 of 2 cases; 1 leaves it open or was not "
            "asked. No paper looks at groups of people one by one."
        ),
    ]
    assert [one.more.url for one in body.short] == [
        "#proposed",
        "#how-much",
        "#no-scale",
        "#affected",
    ]


def test_a_case_alone_on_a_theme_is_not_told_in_short(written: Write) -> None:
    register = written({PATH: case(SAVING)})
    assert not theme_view("meals", shelve(register, AS_AT, production=False)).body.short


def test_what_holds_of_every_group_of_amounts_is_said_once(written: Write) -> None:
    plans = {
        f"cases/southport/2018-19/m-{n}.md": case(SAVING.replace("saving", measure), title=f"M {n}")
        for n, measure in enumerate(("saving", "income", "income"))
    }
    register = written({SOUTHPORT: SOUTH, PATH: case(SAVING), **plans})
    body = theme_view("meals", shelve(register, AS_AT, production=False)).body
    assert len(body.amounts) == 2
    assert "None of the papers says in which prices its figure is." in body.notes
    assert not {note.said.text for table in body.amounts for note in table.notes} & {*body.notes}
