"""What a chart may show: figures of one unit, one after the other in time, on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.charts.rows import MOST, Reason, chart_rows
from generator.core.amounts import Amount
from generator.core.money import parse_amount
from generator.core.money_format import format_amount
from generator.pages.chart_words import chart, message, rounded, rows_of
from tests.charts.tables import table_from

if TYPE_CHECKING:
    from generator.core.figures import Table


def periods_of(table: Table) -> list[str]:
    rows = chart_rows(table)
    return [period.meant.printed for period in rows.periods] if rows else []


def names_of(table: Table) -> list[str]:
    rows = chart_rows(table)
    return [series.axis.label for series in rows.series] if rows else []


@pytest.mark.parametrize(
    ("why", "says", "grid"),
    [
        ("one period", "cost, £k", "| Item | 2018/19 |\n|--|--:|\n| A | 1 |\n| B | 2 |"),
        ("no period", "cost, £k", "| Item | Now | Then |\n|--|--:|--:|\n| A | 1 | 2 |"),
        (
            "a year left out",
            "cost, £k",
            "| Item | 2018/19 | 2020/21 |\n|--|--:|--:|\n| A | 1 | 2 |",
        ),
        (
            "a year twice",
            "cost, £k",
            "| Year | id | A |\n|--|--|--:|\n| 2018/19 | a | 1 |\n| 2018/19 | b | 2 |",
        ),
        ("zeros", "cost, £k", "| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n| A | 0 | 0 |"),
        ("one figure", "cost, £k", "| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n| A | 1 | tbc |"),
        (
            "a range",
            "cost, £k",
            "| Item | Lower | Upper |\n|--|--:|--:|\n| A | 1 | 2 |\n| B | 1 | 2 |",
        ),
        (
            "over the whole plan",
            "cost, £k, over the plan",
            "| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n| A | 1 | 2 |",
        ),
        (
            "many rows without a total",
            "cost, £k",
            "| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n"
            + "\n".join(f"| {name} | 1 | 2 |" for name in "ABCDE"),
        ),
    ],
)
def test_a_table_that_tells_no_course_over_time_has_no_chart(
    why: str, says: str, grid: str
) -> None:
    assert chart_rows(table_from(says, grid)) is None, why


def test_periods_may_stand_across_or_down() -> None:
    across = table_from(
        "cost, £k", "| Item | 2018/19 | 2019/20 | Total |\n|--|--:|--:|--:|\n| A | 1 | 2 | 3 |"
    )
    down = table_from(
        "cost, £k", "| Year | A |\n|--|--:|\n| 2018/19 | 1 |\n| 2019/20 | 2 |\n| Total | 3 |"
    )
    assert periods_of(across) == periods_of(down) == ["2018/19", "2019/20"]
    assert names_of(across) == names_of(down) == ["A"]


def test_years_of_a_project_follow_each_other_too() -> None:
    table = table_from("income, £", "| Year | A |\n|--|--:|\n| Year 1 | 1 |\n| Year 2 | 2 |")
    assert periods_of(table) == ["Year 1", "Year 2"]


def test_amounts_added_up_never_stand_beside_amounts_of_single_years() -> None:
    grid = (
        "| Item | measure | basis | 2018/19 | 2019/20 |\n|--|--|--|--:|--:|\n"
        "| Costs | cost | in year | 1 | 2 |\n| Net | net saving | not stated | 1 | 2 |\n"
        "| So far | net saving | cumulative | 1 | 3 |\n| More | saving | increment | 1 | 3 |"
    )
    rows = chart_rows(table_from("£k", grid))
    assert rows is not None
    assert [series.axis.label for series in rows.series] == ["Costs", "Net"]
    assert dict(rows.left_out) == {"So far": Reason.SCALE, "More": Reason.SCALE}


def test_what_is_not_money_is_left_out_beside_money_and_said() -> None:
    grid = (
        "| Item | measure | unit | 2018/19 | 2019/20 |\n|--|--|--|--:|--:|\n"
        "| Income | income | £k | 1 | 2 |\n| Homes | count | homes | 450 | 620 |\n"
        "| Nothing | cost | £k | | tbc |"
    )
    rows = chart_rows(table_from("in year", grid))
    assert rows is not None
    assert dict(rows.left_out) == {"Homes": Reason.UNIT, "Nothing": Reason.EMPTY}


def test_of_many_rows_the_total_alone_is_drawn() -> None:
    items = "\n".join(f"| {name} | 1 | 2 |" for name in "ABCD")
    grid = f"| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n{items}\n| Total | 4 | 8 |"
    rows = chart_rows(table_from("cost, £k", grid))
    assert rows is not None
    assert [series.axis.label for series in rows.series] == ["Total"]
    assert {reason for _, reason in rows.left_out} == {Reason.PART}
    fewer = "\n".join(f"| {name} | 1 | 2 |" for name in "ABC")
    grid = f"| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n{fewer}\n| Total | 3 | 6 |"
    assert len(names_of(table_from("cost, £k", grid))) == MOST


def test_a_damaged_print_is_drawn_as_it_is_read_and_that_is_said() -> None:
    grid = (
        "| Item | 2018/19 | 2020/21 (read 2019/20: it follows) |\n|--|--:|--:|\n"
        "| A | 10 | 9 (read 90: a digit is lost) |"
    )
    found = rows_of([(table_from("cost, £k", grid), "table-a")])
    assert found is not None
    drawn = chart(found[0], "chart-a")
    assert [bar.number for bar in drawn.panels[0].bars] == [10_000, 90_000]
    read = "2019/20 (printed “2020/21”); £90,000 (printed “9”)"
    assert drawn.notes == (f"Drawn as read, not as printed: {read}.",)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("", "blank"),
        ("-", "a dash"),
        ("nil", "nil"),
        ("n/a", "not applicable"),
        ("tbc", "to be confirmed"),
        ("withheld (a contract; paragraph 3)", "withheld"),
        ("up to 5", "up to £5,000"),
        ("4 to 6", "£4,000 to £6,000"),
    ],
)
def test_what_is_no_plain_figure_has_words_and_no_bar(cell: str, words: str) -> None:
    grid = f"| Item | 2018/19 | 2019/20 | 2020/21 |\n|--|--:|--:|--:|\n| A | 1 | {cell} | 3 |"
    found = rows_of([(table_from("cost, £k", grid), "table-a")])
    assert found is not None
    bar = chart(found[0], "chart-a").panels[0].bars[1]
    assert (bar.number, bar.label) == (None, words)


@pytest.mark.parametrize(
    ("says", "cells", "headline"),
    [
        ("saving, £k", "| 100 | 200 |", "up from £100,000 in 2018/19 to £200,000 in 2019/20"),
        ("saving, £k", "| 200 | 100 |", "down from £200,000 in 2018/19 to £100,000 in 2019/20"),
        ("saving, £k", "| 4,500 | 4,500 |", "£4.5 million in 2018/19 and again in 2019/20"),
        ("saving, £k", "| -30 | -82 |", "−£30,000 in 2018/19, −£82,000 in 2019/20"),
        (
            "saving, £",
            "| 1,234,567 | 0 |",
            "down from about £1.2 million in 2018/19 to £0 in 2019/20",
        ),
        (
            "saving, £",
            "| 9,999,999 | 1 |",
            "down from about £10 million in 2018/19 to £1 in 2019/20",
        ),
        (
            "saving, £",
            "| 1,234,567 | 1,234,568 |",
            "up from £1,234,567 in 2018/19 to £1,234,568 in 2019/20",
        ),
        (
            "saving, £k, increment",
            "| 1 | 2 |",
            "up from £1,000 in 2018/19 to £2,000 in 2019/20, each on top of the year before",
        ),
        ("count, people", "| 14 | 65 |", "up from 14 people in 2018/19 to 65 people in 2019/20"),
        ("count", "| 14 | 65 |", "up from 14 in 2018/19 to 65 in 2019/20"),
    ],
)  # fmt: skip
def test_the_message_says_what_the_figures_say(says: str, cells: str, headline: str) -> None:
    grid = f"| Item | 2018/19 | 2019/20 |\n|--|--:|--:|\n| A {cells}"
    rows = chart_rows(table_from(says, grid, title="Savings"))
    assert rows is not None
    assert message(rows) == f"Savings: {headline}"


@pytest.mark.parametrize(
    ("cells", "course"),
    [
        ("| 5 | 5 | 5 |", "and in every period to 2020/21"),
        ("| 5 |  | 5 |", "and again in 2020/21"),
        ("| 5 | 5 | TBC |", "and again in 2019/20"),
    ],
)
def test_what_stays_the_same_is_said_of_the_periods_that_have_a_figure(
    cells: str, course: str
) -> None:
    grid = f"| Item | 2018/19 | 2019/20 | 2020/21 |\n|--|--:|--:|--:|\n| A {cells}"
    rows = chart_rows(table_from("cost, £k", grid))
    assert rows is not None
    assert message(rows) == f"A table: £5,000 in 2018/19 {course}"


def test_costs_that_come_first_are_the_message() -> None:
    grid = (
        "| Item | measure | 2018/19 | 2019/20 | 2020/21 |\n|--|--|--:|--:|--:|\n"
        "| Benefits | saving | | 650 | 3,800 |\n| Costs | cost | 330 | 985 | 503 |\n"
        "| Net benefits | net benefit | -330 | -335 | 3,297 |"
    )
    rows = chart_rows(table_from("£k, in year", grid))
    assert rows is not None
    assert message(rows) == (
        "Costs come first. Net benefits: −£330,000 in 2018/19, about £3.3 million in 2020/21"
    )


def test_the_highest_is_named_where_it_stands_in_between() -> None:
    grid = "| Item | 2018/19 | 2019/20 | 2020/21 |\n|--|--:|--:|--:|\n| A | 1 | 9 | 2 |"
    rows = chart_rows(table_from("cost, £k", grid, title="Costs"))
    assert rows is not None
    assert message(rows).endswith("to £2,000 in 2020/21; highest in 2019/20, £9,000")


def test_money_comes_before_counts_and_costs_with_benefits_before_either_alone() -> None:
    count = table_from("count, people", "| I | 2018/19 | 2019/20 |\n|--|--:|--:|\n| A | 1 | 2 |")
    cost = table_from("cost, £k", "| I | 2018/19 | 2019/20 |\n|--|--:|--:|\n| A | 1 | 2 |")
    both = table_from(
        "£k",
        "| I | measure | 2018/19 | 2019/20 |\n|--|--|--:|--:|\n"
        "| A | cost | 1 | 2 |\n| B | saving | 1 | 2 |",
    )
    tables = [(count, "count"), (cost, "cost"), (both, "both")]
    for last in (3, 2, 1):
        found = rows_of(tables[:last])
        assert found is not None
        assert found[1] == tables[last - 1][1]
    assert rows_of([]) is None


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("£9,876", "£9,876"),
        ("£22,500", "£22,500"),
        ("£22,545", "about £22,500"),
        ("£123,456", "about £123,000"),
        ("-£123,456", "about −£123,000"),
        ("£1,234,567", "about £1.2 million"),
        ("£12,345,678,901", "about £12.3 billion"),
        ("22,545 people", "22,545 people"),
    ],
)
def test_a_message_gives_three_digits_of_pounds_and_one_decimal_of_millions(
    printed: str, said: str
) -> None:
    amount = parse_amount(printed)
    assert isinstance(amount, Amount)
    assert format_amount(rounded(amount)) == said


def test_a_cell_that_counts_something_else_is_never_drawn_on_the_scale_of_the_others() -> None:
    grid = "| Item | 2018/19 | 2019/20 | 2020/21 |\n|--|--:|--:|--:|\n| A | £1,000 | 12% | £3,000 |"
    found = rows_of([(table_from("cost, £", grid), "table-a")])
    assert found is not None
    drawn = chart(found[0], "chart-a")
    assert [bar.number for bar in drawn.panels[0].bars] == [1000, None, 3000]
    assert drawn.panels[0].bars[1].label == "12%"
    assert drawn.headline == "A table: up from £1,000 in 2018/19 to £3,000 in 2020/21"
