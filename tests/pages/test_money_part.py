"""Figures on a case's page: the print to the letter, and beside it what it counts and means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.core.amounts import Unit, parse_unit
from generator.core.money import parse_amount
from generator.core.phrases import measured
from generator.core.problems import Fault
from generator.core.words import Measure, Quality
from generator.pages.cells import cell, figure_cell
from generator.pages.money import money_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pages.money import MoneyView
    from tests.pages.conftest import Register1

TABLE = """
## Financial case

### Cost by role {#cost-by-role}
cost, £k, revenue; lines 2112 to 2126; the table is split by a page

| Role | basis | 2013/14 | 2015/17 (read 2016/17: the next) | Share [%, share] | Total | note |
|---|---|---:|---:|---:|---:|---|
| Manager | in year | 63 |---| 10 | 63 |  |
| Helper |  |  | nil | n/a | tbc | temps |
| TOTALS | one-off | 63 | withheld (a contract; para 3) |  | 6 (read 63: a digit is lost) |  |
"""
FIGURES = """
## Financial case

### Figures in the text {#figures}

| id | what | measure | amount | period | basis | certainty | line | unit | note |
|---|---|---|---|---|---|---|---|---|---|
| cost | cost of the work | cost | £2.34m | over 3 years | one-off | estimate | 2108 |  | in all |
| meals | meals a day | count | 2280 | not stated | not stated |  | 9 | people |  |
| part | of these, free | share | 87% | 2018/19 | in year |  | 9 |  |  |

### Claims {#claims}

| id      | claim   | value | unit   | what          | line |
|---|---|---|---|---|---|
| npv     | NPV     | £3m   |        | over ten years | 11  |
| payback | payback | 28    | months |               | 12   |

### How the figures hang together {#relations}

- `cost` = `npv` - `payback`
- `part` = 87% of `meals` (stated, line 9)
- `meals` same as `cost` same as `part` (read as: the same people)
"""


def view_of(register: Register1) -> MoneyView:
    return money_view(register.case, register.shelf.cases, register.shelf.draw)


CELLS = [
    ("£3,100K", "£3,100K", "", "", ""),
    ("", "", "blank", "", ""),
    ("-", "-", "a dash", "", ""),
    ("nil", "nil", "", "", ""),
    ("N/A", "N/A", "", "not applicable", ""),
    ("tbc", "tbc", "", "to be confirmed", ""),
    ("£0", "£0", "", "", ""),
    ("withheld (a contract; paragraph 3)", "", "", "withheld: a contract (paragraph 3)", ""),
    ("withheld", "", "", "withheld", ""),
    ("1,8 (read 18: a stray comma)", "1,8", "", "", "read as £18: a stray comma"),
]


@pytest.mark.parametrize(("typed", "printed", "unseen", "words", "reading"), CELLS)
def test_six_ways_of_having_no_figure_look_different_and_are_named(
    typed: str, printed: str, unseen: str, words: str, reading: str
) -> None:
    amount = parse_amount(typed)
    assert not isinstance(amount, Fault)
    shown = cell(amount)
    assert (shown.printed, shown.unseen, shown.words, shown.reading) == (
        *(printed, unseen, words, reading),
    )


@pytest.mark.parametrize(
    ("typed", "unit", "meant", "only_unit"),
    [
        ("£2.34m", "£", "£2.34 million", ""),
        ("£900,000", "£", "", ""),
        ("£103 million", "£", "", ""),
        ("c£20m", "£", "about £20 million", ""),
        ("2280", "people", "2,280 people", ""),
        ("28", "months", "", "months"),
        ("60", "%", "", "%"),
        ("£1.4", "£m", "", "million"),
        ("£5", "£k", "£5,000", ""),  # in a table of thousands
        ("5", "£k", "£5,000", ""),
    ],
)
def test_a_figure_is_written_again_only_where_the_print_says_less(
    typed: str, unit: str, meant: str, only_unit: str
) -> None:
    counted = parse_unit(unit)
    assert not isinstance(counted, Fault)
    amount = parse_amount(typed, counted)
    assert not isinstance(amount, Fault)
    shown = figure_cell(amount)
    assert (shown.printed, shown.meant, shown.unit) == (typed, meant, only_unit)


def test_a_table_says_what_all_its_cells_count_and_beside_a_row_what_differs(
    case_of: Callable[..., Register1],
) -> None:
    (table,) = view_of(case_of(body=TABLE)).tables
    assert table.title == "Cost by role"
    assert table.about == (
        "Revenue cost, in thousands of pounds (£k), basis not stated unless it stands beside "
        "a row or column; lines 2112 to 2126 of our text copy."
    )
    assert [(head.label, head.about, head.reading) for head in table.columns] == [
        ("2013/14", "", ""),
        ("2015/17", "", "read as 2016/17: the next"),
        ("Share", "share; in %", ""),
        ("Total", "", ""),
    ]
    assert [(row.head.label, row.head.about) for row in table.rows] == [
        ("Manager", "in year"),
        ("Helper", ""),
        ("TOTALS", "one-off"),
    ]
    assert table.extras == ("Note",)
    assert table.rows[1].extras == ("temps",)
    assert [row.head.total for row in table.rows] == [False, False, True]
    assert [shown.total for shown in table.rows[0].cells] == [False, False, False, True]
    assert table.notes == (
        "The table is split by a page.",
        "Blank cells and dashes are as printed; they do not mean zero.",
    )


def test_figures_in_the_text_have_measure_period_basis_and_line(
    case_of: Callable[..., Register1],
) -> None:
    figures = view_of(case_of(body=FIGURES)).figures
    assert [
        (f.what, f.measure, f.period, f.basis, f.certainty, f.place, f.note) for f in figures
    ] == [
        ("Cost of the work", "cost", "3 years", "one-off", "estimate", "line 2108", "in all"),
        ("Meals a day", "count", "not stated", "not stated", "not stated", "line 9", ""),
        ("Of these, free", "share", "2018/19", "in year", "not stated", "line 9", ""),
    ]


def test_claims_are_in_words_and_as_printed(case_of: Callable[..., Register1]) -> None:
    claims = view_of(case_of(body=FIGURES)).claims
    assert [(c.claim, c.value.printed, c.value.meant or c.value.unit) for c in claims] == [
        ("Net present value (NPV)", "£3m", "£3 million"),
        ("Payback", "28", "months"),
    ]


def test_how_figures_hang_together_is_told_in_labels_with_who_says_so(
    case_of: Callable[..., Register1],
) -> None:
    relations = view_of(case_of(body=FIGURES)).relations
    assert [(relation.text, relation.grounds) for relation in relations] == [
        (
            "“cost of the work” is “NPV, over ten years” less “payback”.",
            "The document sets it out so",
        ),
        ("“of these, free” is 87% of “meals a day”.", "The document, line 9"),
        (
            "“meals a day” is the same as “cost of the work” and as “of these, free”.",
            "Our reading: the same people",
        ),
    ]
    first = relations[0].words
    assert [piece.url for piece in first] == [
        "#figure-cost",
        "",
        "#claim-npv",
        "",
        "#claim-payback",
        "",
    ]


@pytest.mark.parametrize(
    ("further", "title"),
    [
        ("- `cost` same as `npv` (stated, line 9)\n", ""),
        (
            "- `cost` same as `npv` (stated, line 9)\n- `part` same as `npv` (stated, line 9)\n",
            "5 sentences on which figures belong together",
        ),
    ],
)
def test_many_sentences_on_how_figures_hang_together_are_behind_a_fold(
    case_of: Callable[..., Register1], further: str, title: str
) -> None:
    view = view_of(case_of(body=FIGURES + further))
    assert view.relations_title == title


NET = "“Net” in “Summary”"
RELATIONS = [
    (
        "`summary` adds up by row and by column",
        "“Summary” adds up: each row across to its total and each column down to its total.",
    ),
    ("`summary.net` running total of `summary.net`", f"{NET} is the running total of “Net”."),
    (
        "`summary.net.total` = - `summary.net.2013-14` + `headline`",
        "“Net, Total” in “Summary” is minus “Net, 2013/14” plus the headline.",
    ),
    (
        "`headline.splits.f-r-6-110` = `summary.net` % of `headline`",
        (f"The part “F/R.6.110” of the headline is a share of the headline: as many % as {NET}."),
    ),
]


@pytest.mark.parametrize(("typed", "said"), RELATIONS, ids=[typed for typed, _ in RELATIONS])
def test_rows_columns_cells_and_parts_are_called_what_the_document_calls_them(
    case_of: Callable[..., Register1], typed: str, said: str
) -> None:
    fields = (
        "headline: {amount: £1k, measure: saving, line: 1, "
        "splits: [{by: reference, name: F/R.6.110, amount: £1k, line: 2}]}"
    )
    body = (
        "## Financial case\n\n### Summary {#summary}\nsaving, £k; line 3\n\n"
        "| Item | 2013/14 | Total |\n|---|---|---|\n| Net | 1 | 1 |\n| Total | 1 | 1 |\n\n"
        f"### How the figures hang together {{#relations}}\n\n- {typed}\n"
    )
    register = case_of(fields, body, sound=False)
    assert [relation.text for relation in view_of(register).relations] == [said]


def test_a_name_that_stands_for_nothing_is_shown_as_typed(
    case_of: Callable[..., Register1],
) -> None:
    body = FIGURES.replace("`npv`", "`nvp`")
    first = view_of(case_of(body=body, sound=False)).relations[0]
    assert first.text == "“cost of the work” is “nvp” less “payback”."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("", "The document gives no figures."),
        (
            "headline: {amount: £1k, measure: saving, line: 1}",
            "Beside the headline, the document gives no figures.",
        ),
    ],
)
def test_a_case_without_figures_says_so(
    case_of: Callable[..., Register1], fields: str, said: str
) -> None:
    assert view_of(case_of(fields)).silence == said


def test_a_net_benefit_is_not_called_net_twice() -> None:
    assert measured(Measure.NET_BENEFIT, (Quality.NET, Quality.CASHABLE)) == "cashable net benefit"
    assert measured(Measure.SAVING, (Quality.NET,)) == "net saving"
    assert measured(None, (Quality.GROSS,)) == "gross"


GROWING = """
## Financial case

### Costs {#costs}
cost, £k; lines 1 to 9

| Role  | 2018/19 | 2019/20 |
|-------|--------:|--------:|
| Cooks |      10 |      20 |

### Meals {#meals}
count; line 10

| School | 2018/19 |
|--------|--------:|
| North  |     450 |
"""


def test_a_chart_stands_with_its_message_its_table_and_its_file(
    case_of: Callable[..., Register1],
) -> None:
    view = view_of(case_of(body=GROWING))
    (chart,) = view.charts
    assert chart.headline == "Costs: up from £10,000 in 2018/19 to £20,000 in 2019/20"
    assert chart.subtitle == ("Costs: Cost, in pounds, basis not stated, from 2018/19 to 2019/20.")
    assert chart.table == f"#{view.tables[0].anchor}"
    assert chart.csv == view.tables[0].csv == "tables/costs.csv"
    assert chart.picture.startswith("<svg ")


def test_without_two_periods_there_is_no_chart(case_of: Callable[..., Register1]) -> None:
    assert view_of(case_of(body=TABLE.replace("2013/14", "Before"))).charts == ()


def test_the_first_column_has_the_heading_that_the_file_gives_it(
    case_of: Callable[..., Register1],
) -> None:
    assert [table.corner for table in view_of(case_of(body=GROWING)).tables] == ["Role", "School"]


def test_a_count_without_a_unit_is_no_money(case_of: Callable[..., Register1]) -> None:
    register = case_of(body=GROWING)
    assert register.case.tables[1].amounts[0][0].unit == Unit(name="number")
    assert view_of(register).tables[1].about.startswith("Count, in plain numbers, ")


PAYING_BACK = """
## Financial case

### Summary {#summary}
cost, £, in year; lines 1 to 9

| Item     | measure     | basis      | 2018/19 | 2019/20 |
|----------|-------------|------------|--------:|--------:|
| Savings  | saving      | in year    |         |    £150 |
| Costs    | cost        | in year    |    £100 |     £20 |
| Net      | net benefit | in year    |   -£100 |    £130 |
| Together | net benefit | cumulative |   -£100 |     £30 |
"""


def test_a_running_total_has_a_chart_of_its_own_and_is_not_called_not_drawn(
    case_of: Callable[..., Register1],
) -> None:
    by_year, added = view_of(case_of(body=PAYING_BACK)).charts
    assert not any("Together" in note for note in by_year.notes)
    assert added.headline.startswith("By these figures the costs are made good by the end of")
    assert added.table == by_year.table
    assert "Together (as printed)" in added.picture
    ids = [piece.partition('"')[0] for piece in (by_year.picture + added.picture).split(' id="')]
    assert len(ids) == len(set(ids))
