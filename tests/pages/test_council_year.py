"""A council's year on its pages: every number names its cases, and every sentence is worked out."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from generator.compare.affected import affected
from generator.compare.year_steps import Strip, Strips, year_steps, year_strips
from generator.pages.all_cases import people_page_view, says_page_view
from generator.pages.behind import Behind
from generator.pages.council_year import year_view
from generator.pages.data import all_assets
from generator.pages.people import people_sentences
from generator.pages.shelf import shelve
from generator.pages.year_charts import (
    steps_chart,
    steps_message,
    steps_table,
    strips_message,
)
from generator.pages.year_parts import theme_title
from generator.pages.year_plan import Plan, plan_of
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.pages.shelf import Shelf
    from generator.reading.register import Register
    from generator.site.page import Page

    Written = Callable[[Mapping[str, str]], Register]

CASE = """---
title: {title}
source: northshire-plan
{more}headline:
  amount: {amount}
  measure: saving
  period: 2018/19
  line: 1
{headline}---
"""


def case(title: str, amount: str, more: str = "", headline: str = "") -> str:
    return CASE.format(title=title, amount=amount, more=more, headline=headline)


def shelf_of(written: Written, *texts: str) -> Shelf:
    """A register with these cases in one plan."""
    paths = (f"cases/northshire/2018-19/case-{number}.md" for number in range(len(texts)))
    register = written(dict(zip(paths, texts, strict=True)))
    assert not register.problems, register.problems
    return shelve(register, AS_AT, production=False)


def plan(shelf: Shelf) -> Plan:
    return plan_of("northshire", "2018-19", shelf.paths(), shelf)


MEALS = case("Meals", "£300k", "committee: Health Committee\nthemes: [meals]\n")
TAXIS = case("Taxis", "£100k", "committee: Roads Committee\nthemes: [meals]\n")
PARKING = case(
    "Parking",
    "£50k",
    "committee: Roads Committee\n",
    "  described: [{kind: replaces income given up, line: 7}]\n",
)


def test_what_is_new_and_what_is_not_is_told_amount_by_amount(written: Written) -> None:
    new = year_view(plan(found := shelf_of(written, MEALS, TAXIS, PARKING)), found).new
    assert new.sentences == (
        (
            "Not every paper says whether its amount is new. Some do say that an amount is not "
            "what its form calls it."
        ),
        "The totals above hold £400,000 (saving, 2 cases).",
        (
            "They do not hold £50,000 (saving, 1 case): it only takes the place of income that is "
            "given up."
        ),
    )
    assert new.table
    assert [(row.name.text, row.cases.text, row.left.text) for row in new.table.rows] == [
        ("What the paper’s form calls it", "2", "0"),
        ("A replacement for income given up", "1", "0"),
    ]


def test_of_a_single_paper_it_is_not_said_that_not_every_paper_does_something(
    written: Written,
) -> None:
    new = year_view(plan(found := shelf_of(written, MEALS)), found).new
    assert new.sentences[0] == (
        "The paper may leave open whether its amount is new. It describes the amount as nothing "
        "other than what it is called."
    )


def test_where_papers_describe_nothing_else_there_is_no_table_of_it(written: Written) -> None:
    new = year_view(plan(found := shelf_of(written, MEALS, TAXIS)), found).new
    assert new.table is None
    assert new.sentences[0].endswith(
        "None describes its amount as something other than what it is called."
    )


def test_a_number_leads_to_its_one_case_or_to_the_list_of_its_cases(written: Written) -> None:
    view = year_view(plan(found := shelf_of(written, MEALS, TAXIS, PARKING)), found)
    (committees,) = (table for table in view.parts if table.id == "by-committee")
    health, roads = sorted(committees.rows, key=lambda row: row.name.text)
    assert (health.cases.text, health.cases.url) == (
        "1",
        "../../../cases/northshire/2018-19/case-0/",
    )
    assert health.name.url == "../../../councils/northshire/2018-19/health-committee/"
    (listed,) = (each for each in view.behind if f"#{each.id}" == roads.cases.url)
    assert [one.text for one in listed.cases] == ["Taxis", "Parking"]
    assert listed.title == "Roads Committee"
    assert (roads.left.text, roads.left.url) == ("1", "../../../cases/northshire/2018-19/case-2/")


def test_the_steps_say_who_makes_up_half_and_name_every_amount(written: Written) -> None:
    found = year_steps(plan(shelf_of(written, MEALS, TAXIS, PARKING)).year)
    assert found
    assert steps_message(found) == "Health Committee makes up £300,000 of £400,000"
    chart = steps_chart(found)
    assert [(panel.name, panel.bars[0].label) for panel in chart.panels] == [
        ("Health Committee", "£300,000"),
        ("Roads Committee", "£100,000"),
        ("All together", "£400,000"),
    ]
    assert [(str(panel.bars[0].start), str(panel.bars[0].number)) for panel in chart.panels] == [
        ("0", "300000"),
        ("300000", "400000"),
        ("0", "400000"),
    ]
    assert chart.subtitle == (
        "Saving, in pounds, in 2018/19, each bar beginning where the one before ends."
    )


def test_a_total_that_is_the_least_is_drawn_and_told_as_the_least(written: Written) -> None:
    found = year_steps(
        plan(shelf_of(written, MEALS, TAXIS.replace("£", "at least £"), PARKING)).year
    )
    assert found
    assert found.total.at_least
    assert steps_message(found) == "Health Committee makes up £300,000 of at least £400,000"
    assert [panel.bars[0].label for panel in steps_chart(found).panels] == [
        "£300,000",
        "at least £100,000",
        "at least £400,000",
    ]
    assert [row[2] for row in steps_table(found).rows] == ["£300,000", "at least £100,000"]


def test_where_a_step_is_below_zero_none_is_said_to_make_up_half(written: Written) -> None:
    found = year_steps(plan(shelf_of(written, MEALS, TAXIS.replace("£100k", "-£400k"))).year)
    assert found
    assert steps_message(found) == "2 committees come to −£100,000; 1 of them is below zero"


def test_where_all_amounts_are_alike_there_is_no_largest(written: Written) -> None:
    year = plan(shelf_of(written, TAXIS, case("Meals", "£100k"))).year
    (total,) = year.whole.totals
    strips = Strips(
        total=total,
        strips=tuple(Strip(theme=theme, cases=total.ones) for theme in ("meals", "waste")),
    )
    assert strips_message(strips, str.capitalize) == "Each case: £100,000"


def test_messages_of_the_real_charts(real: Register) -> None:
    shelf = shelve(real, AS_AT, production=False)
    paths = [path for path in shelf.paths() if path.startswith("cambridgeshire/2018-19/")]
    year = plan_of("cambridgeshire", "2018-19", paths, shelf).year
    steps, strips = year_steps(year), year_strips(year)
    assert steps
    assert strips
    assert steps_message(steps) == (
        "Adults Policy and Service Committee makes up about £7.6 million of about £14.9 million"
    )
    assert strips_message(strips, lambda key: theme_title(key, shelf)) == (
        "From £7,000 to £3.1 million a case: the largest is under Adult social care and health"
    )


IMPACTS = """impacts:
  positive: Hot meals.
  negative: {answer: Longer ways., line: 3}
  protected:
    answer: Older people.
    groups:
      age: Looked at.
      people in villages: Looked at.
"""


def test_an_empty_question_is_not_known_and_never_no_impact(written: Written) -> None:
    none = case("Taxis", "£100k", "impacts: {protected: None}\n")
    shelf = shelf_of(written, case("Meals", "£300k", IMPACTS), none, case("Parking", "£5k"))
    view = people_page_view(plan(shelf), shelf)
    assert view.sentences == (
        (
            "Of 3 cases, on people with a protected characteristic: 1 answers in words, 1 answers "
            "“none” and 1 does not say."
        ),
        "Groups that cases look at: age (1 case) and people in villages (1 case).",
        (
            "No case looks at disability, gender reassignment, marriage and civil partnership, "
            "pregnancy and maternity, race, religion or belief, sex or sexual orientation."
        ),
    )
    age, disability, *_ = view.protected
    assert (age.touched.text, age.amount) == ("1", "£300,000 (saving, 1 case)")
    assert (age.better.text, age.worse.text) == ("1", "1")
    assert [number.text for number in age.others] == ["1", "0", "0", "1"]
    assert [number.text for number in disability.others] == ["1", "0", "0", "2"]
    assert [row.name for row in view.local] == ["People in villages"]
    assert view.local_looks == ("Says that it was not assessed", "Does not say")
    assert [number.text for number in view.local[0].others] == ["0", "2"]


def test_where_no_paper_looks_at_a_group_nothing_is_said_of_groups(written: Written) -> None:
    assert people_sentences(affected(plan(shelf_of(written, MEALS)).facts)) == (
        "On people with a protected characteristic, the paper does not say.",
        "No case looks at any one group of people by itself. Who is affected is then not known.",
    )


def test_a_plan_that_looks_at_no_group_has_no_table_of_noughts(written: Written) -> None:
    shelf = shelf_of(written, MEALS)
    view = people_page_view(plan(shelf), shelf)
    assert (view.protected, view.local) == ((), ())


def test_cases_behind_several_numbers_are_listed_once_and_what_is_alike_said_once() -> None:
    behind = Behind({"a/b/c": "Meals", "a/b/d": "Taxis"}, "councils/a/b/")
    for of, what in (
        ("Age", "is silent"),
        ("Race", "is silent"),
        ("", "Health: adults"),
        ("", "Health: adults, in no total"),
        ("Sex", "is named"),
        ("Sex", "gets worse"),
    ):
        behind.number(["a/b/c", "a/b/d"], what, of=of)
    (listed,) = behind.lists()
    assert listed.title == (
        "Health: adults; Health: adults, in no total; Age and Race: is silent; Sex: is named, gets "
        "worse"
    )


def test_a_reference_to_another_assessment_is_counted_as_such(real: Register) -> None:
    shelf = shelve(real, AS_AT, production=False)
    paths = [path for path in shelf.paths() if path.startswith("plymouth/")]
    found = affected(plan_of("plymouth", "2014-15", paths, shelf).facts)
    assert people_sentences(found)[0] == (
        "Of 16 cases, on people with a protected characteristic: 5 refer to another document and "
        "11 do not say."
    )


def test_every_empty_mark_leads_to_the_place_where_it_would_stand(written: Written) -> None:
    shelf = shelf_of(written, MEALS)
    view = says_page_view(plan(shelf), shelf)
    (row,) = view.rows
    signs = dict(zip(view.titles, row.signs, strict=True))
    assert signs["Options considered"].sign == "□"
    assert signs["Options considered"].words == "no: missing the options that were considered"
    assert signs["Options considered"].url == (
        "../../../../../cases/northshire/2018-19/case-0/#options"
    )
    assert (signs["A line for each figure"].sign, signs["A line for each figure"].url) == (
        "■",
        "",
    )
    assert view.sentences[0] == "Every case has: a line for each figure."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MEALS, ("No case is noted here as having an amount that a partner pays or shares.",)),
        (
            case("Fund", "£1m", headline="  described: [{kind: other funding, line: 7}]\n"),
            ("By its paper, the case depends on a partner.",),
        ),
    ],
)
def test_of_partners_no_more_is_said_than_the_papers_bear_out(
    text: str, said: tuple[str, ...], written: Written
) -> None:
    view = year_view(plan(shelf := shelf_of(written, text)), shelf)
    assert view.partner.sentences == said


def test_the_files_of_a_plan_have_a_line_for_each_case(written: Written) -> None:
    shelf = shelf_of(written, MEALS, PARKING)
    assets = {asset.address: asset.body for asset in all_assets(shelf.register, AS_AT)}
    text = assets["councils/northshire/2018-19/all-cases/savings.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["title"], row["pounds"], row["left_out_because"]) for row in rows] == [
        ("Meals", "300000", ""),
        ("Parking", "", "By the text of the paper it takes the place of income given up"),
    ]
    people = assets["councils/northshire/2018-19/all-cases/who-is-affected.csv"].decode()
    assert {row["says"] for row in csv.DictReader(io.StringIO(people))} == {"does not say"}
    says = assets["councils/northshire/2018-19/all-cases/what-they-say.csv"].decode()
    assert len(list(csv.DictReader(io.StringIO(says)))) == 2 * 13


def test_every_number_of_the_real_pages_has_its_list(real_pages: tuple[Page, ...]) -> None:
    kinds = ("council-year", "people", "says")
    for page in (page for page in real_pages if page.kind in kinds):
        for piece in page.content.split('href="#')[1:]:
            anchor = piece.partition('"')[0]
            assert f'id="{anchor}"' in page.content, (page.address, anchor)
