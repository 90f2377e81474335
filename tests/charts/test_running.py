"""The running total of a table: when what is put in has come back, if that can be said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.charts.rows import chart_rows
from generator.charts.running import Running, running
from generator.pages.running_words import running_chart, running_message
from tests.charts.tables import table_from

PAYING_BACK = """
| Item         | measure     | 2018/19 | 2019/20 | 2020/21 |
|--------------|-------------|--------:|--------:|--------:|
| Savings      | saving      |         |     £50 |    £120 |
| Costs        | cost        |    £100 |     £20 |     £20 |
| Net          | net benefit |   -£100 |     £30 |    £100 |
"""


def found(table: str) -> Running | None:
    rows = chart_rows(table_from("cost, £, in year", table.strip()))
    return running(rows) if rows else None


def test_it_is_added_up_from_the_net_result_that_is_printed() -> None:
    made = found(PAYING_BACK)
    assert made
    assert made.totals == (Decimal(-100), Decimal(-70), Decimal(30))
    assert running_message(made) == (
        "By these figures the costs are made good by the end of 2020/21. Running total: −£100 in "
        "2018/19, £30 at the end of 2020/21"
    )


@pytest.mark.parametrize("measure", ["income", "cost avoided", "funding switch"])
def test_whatever_a_budget_gains_can_make_costs_good(measure: str) -> None:
    assert found(PAYING_BACK.replace("| saving  ", f"| {measure} "))


def test_it_says_where_costs_are_not_made_good_in_the_periods_of_the_table() -> None:
    made = found(PAYING_BACK.replace("£100 |\n", "£60 |\n"))
    assert made
    assert running_message(made) == (
        "By these figures the costs are not made good by the end of 2020/21. Running total: "
        "−£100 in 2018/19, −£10 at the end"
    )


@pytest.mark.parametrize(
    ("nets", "said"),
    [
        ("-£100 | £150 | -£80 | £10", ", but no longer by the end of 2021/22. "),
        ("-£100 | £150 | -£80 | £90", ", and for good by the end of 2021/22. "),
        ("-£100 | £150 | -£50 | £90", ". "),
    ],
)
def test_it_says_where_costs_that_were_made_good_are_not_so_later(nets: str, said: str) -> None:
    made = found(
        "| Item  | measure     | 2018/19 | 2019/20 | 2020/21 | 2021/22 |\n"
        "|-------|-------------|--------:|--------:|--------:|--------:|\n"
        "| Gains | saving      | £0 | £200 | £0 | £90 |\n"
        "| Costs | cost        | £100 | £50 | £80 | £0 |\n"
        f"| Net   | net benefit | {nets} |\n"
    )
    assert made
    lead = "By these figures the costs are made good by the end of 2019/20"
    assert running_message(made).startswith(f"{lead}{said}Running total: ")


def test_a_running_total_that_is_printed_stands_beside_the_one_worked_out() -> None:
    printed = "| Added up | net benefit, cumulative | -£100 | -£70 | £31 |\n"
    made = found(
        PAYING_BACK.replace("| measure     |", "| measure     | basis      |")
        .replace("|-------------|", "|-------------|------------|")
        .replace("saving      |", "saving      | in year |")
        .replace("cost        |", "cost        | in year |")
        .replace("| net benefit |", "| net benefit | in year |")
        + printed.replace("net benefit, cumulative", "net benefit | cumulative")
    )
    assert made
    worked_out, as_printed = running_chart(made, "chart").panels
    assert [bar.label for bar in worked_out.bars] == ["−£100", "−£70", "£30"]
    assert [bar.label for bar in as_printed.bars] == ["−£100", "−£70", "£31"]
    assert as_printed.name == "Added up (as printed)"


def test_what_stands_in_place_of_a_running_total_is_said_in_words() -> None:
    printed = "| Added up | net benefit | cumulative | -£100 | | £31 |\n"
    made = found(
        PAYING_BACK.replace("| measure     |", "| measure     | basis      |")
        .replace("|-------------|", "|-------------|------------|")
        .replace("saving      |", "saving      | in year |")
        .replace("cost        |", "cost        | in year |")
        .replace("| net benefit |", "| net benefit | in year |")
        + printed
    )
    assert made
    _, beside = running_chart(made, "chart").panels
    assert [bar.label for bar in beside.bars] == ["−£100", "blank", "£31"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("£50 |", "-£50 |"), "gains are printed with a minus, so a net below zero is a gain"),
        (("-£100 |", "£100 |"), "nothing has to be made good"),
        (("£30 |", "TBC |"), "one of the net results is not known"),
        (("| Costs        | cost        |", "| Costs        | count       |"), "no cost is told"),
    ],
)
def test_nothing_is_worked_out_where_it_could_mislead(change: tuple[str, str], why: str) -> None:
    assert found(PAYING_BACK.replace(*change)) is None, why
