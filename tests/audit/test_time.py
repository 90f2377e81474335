"""Measures over time: cumulative figures added up, years as a year, part years, one-off amounts."""

from __future__ import annotations

import pytest

from generator.audit.findings import Level
from tests.audit.cases import (
    agrees,
    audited,
    beside_quotes,
    case_text,
    figures,
    found,
    only,
    relations,
    table,
    unneutral,
    words_of,
)

YEARS = "Item | 2020/21 | 2021/22 | 2022/23 | Total"
ACROSS = relations("`costs` adds up by row")


def years(cells: str, facets: str) -> str:
    """A case with one row over three years and its total."""
    rows = table(YEARS, f"Sales | {cells}", facets=facets)
    return case_text(rows + ACROSS)


def test_cumulative_added_finds_a_cumulative_row_that_is_added_up() -> None:
    finding = only(
        audited(years("45 | 130 | 215 | 390", "income, £k, cumulative; line 4")), "cumulative-added"
    )
    assert finding.level is Level.WARNING
    assert "£45,000 for 2020/21, £130,000 for 2021/22 and £215,000 for 2022/23" in words_of(finding)
    assert finding.recomputed is not None
    assert finding.difference is not None
    assert finding.recomputed.number == 215_000
    assert finding.difference.number == 175_000
    assert finding.where[0].figure.name == "costs.sales.total"
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize("basis", ["increment", "in year", "recurring", "not stated"])
def test_cumulative_added_says_nothing_of_increments_and_amounts_in_a_year(basis: str) -> None:
    text = years("45 | 130 | 215 | 390", f"income, £k, {basis}; line 4")
    assert found(audited(text), "cumulative-added") == ()


def test_cumulative_added_says_nothing_of_a_total_that_is_not_the_sum() -> None:
    text = years("45 | 130 | 215 | 250", "income, £k, cumulative; line 4")
    assert found(audited(text), "cumulative-added") == ()


def test_cumulative_added_agrees_where_the_total_is_the_last_cumulative_figure() -> None:
    audit = audited(years("45 | 130 | 215 | 215", "income, £k, cumulative; line 4"))
    assert agrees(audit, "cumulative-added")
    assert audit.findings == ()


def test_cumulative_added_says_nothing_of_a_column_of_one_year() -> None:
    rows = table(
        "Item | 2020/21", "Sales | 45", "Rent | 30", "Total | 75", facets="£k, cumulative; line 4"
    )
    text = case_text(rows + relations("`costs` adds up by column"))
    assert found(audited(text), "cumulative-added") == ()


def test_cumulative_added_knows_a_running_total_and_the_net_made_from_it() -> None:
    rows = table(
        "Item | measure | basis | 2020/21 | 2021/22 | Total",
        "Saved | saving | increment | 40 | 50 | 90",
        "So far | saving | | 40 | 90 |",
        "Costs | cost | in year | 10 | 10 | 20",
        "Net | net saving | | 30 | 80 | 110",
        facets="£k; lines 4 to 8",
        id_="plan",
    )
    said = relations(
        "`plan.so-far` running total of `plan.saved`",
        "`plan.net.2020-21` = `plan.so-far.2020-21` - `plan.costs.2020-21`",
        "`plan.net.2021-22` = `plan.so-far.2021-22` - `plan.costs.2021-22`",
        "`plan` adds up by row",
    )
    finding = only(audited(case_text(rows + said)), "cumulative-added")
    assert finding.where[0].figure.name == "plan.net.total"
    assert finding.recomputed is None  # the last net does not hold all costs


def test_cumulative_added_lets_one_cumulative_figure_be_taken_from_the_next() -> None:
    rows = figures(
        "first | so far | saving | £40k | 2020/21 | cumulative | 3",
        "second | so far | saving | £90k | 2021/22 | cumulative | 3",
        "added | more in the year | saving | £50k | 2021/22 | increment | 3",
    )
    text = case_text(rows + relations("`added` = `second` - `first`"))
    assert found(audited(text), "cumulative-added") == ()


STORAGE = table(
    YEARS, "Storage | £36,000 | £36,000 | £36,000 | £108,000", facets="saving, £, in year; line 4"
)


def yearly(basis: str, period: str = "not stated", amount: str = "£108,000") -> str:
    """A case with a saving in the text, held to be the total of three years."""
    text = figures(f"yearly | on storage | saving | {amount} | {period} | {basis} | 7")
    said = relations(
        "`costs` adds up by row", "`yearly` same as `costs.storage.total` (read as: one saving)"
    )
    return case_text(STORAGE + text + said)


@pytest.mark.parametrize(
    ("basis", "period"),
    [("recurring", "not stated"), ("full year", "not stated"), ("in year", "2020/21")],
)
def test_years_as_annual_finds_three_years_called_one(basis: str, period: str) -> None:
    finding = only(audited(yearly(basis, period)), "years-as-annual")
    assert finding.level is Level.WARNING
    assert finding.where[0].figure.name == "yearly"
    assert "2020/21, 2021/22 and 2022/23" in finding.explanation
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize(
    ("basis", "period"),
    [("over the plan", "over 3 years"), ("not stated", "not stated"), ("in year", "not stated"),
     ("cumulative", "2022/23")],
)  # fmt: skip
def test_years_as_annual_says_nothing_where_no_year_is_claimed(basis: str, period: str) -> None:
    assert found(audited(yearly(basis, period)), "years-as-annual") == ()


def test_years_as_annual_lets_increments_build_up_to_a_yearly_amount() -> None:
    text = yearly("recurring").replace("saving, £, in year;", "saving, £, increment;")
    assert found(audited(text), "years-as-annual") == ()


def test_years_as_annual_lets_one_year_have_all_of_it() -> None:
    text = yearly("in year", "2020/21").replace(
        "£36,000 | £36,000 | £36,000 |", "£108,000 | £0 | £0 |"
    )
    assert found(audited(text), "years-as-annual") == ()


def test_years_as_annual_finds_an_amount_in_a_year_that_is_held_to_be_the_whole_plan() -> None:
    rows = figures(
        "cost | first estimate | cost | £340k | 2020/21 | in year | 3",
        "plan | all of it | cost | £340k | 2020/21 to 2022/23 | over the plan | 9",
    )
    text = case_text(rows + relations("`cost` same as `plan` (read as: one cost)"))
    finding = only(audited(text), "years-as-annual")
    assert [each.figure.name for each in finding.where] == ["cost", "plan"]


def test_years_as_annual_finds_a_yearly_figure_that_is_made_of_several_years() -> None:
    rows = figures(
        "first | saved | saving | £40k | 2020/21 | in year | 3",
        "second | saved | saving | £50k | 2021/22 | in year | 3",
        "yearly | saved every year | saving | £90k | not stated | recurring | 4",
    )
    text = case_text(rows + relations("`yearly` = `first` + `second` (stated, line 4)"))
    finding = only(audited(text), "years-as-annual")
    assert "£40,000 in 2020/21 and £50,000 in 2021/22" in finding.explanation


def effects(first: str, second: str, relation: str) -> str:
    """A case with two savings of these bases, and one line on them."""
    rows = figures(
        f"part | saved from May | saving | £84,000 | 2020/21 | {first} | 5",
        f"full | saved | saving | £84,000 | 2021/22 | {second} | 8",
        "both | saved on both | saving | £168,000 | not stated | not stated | 9",
    )
    return case_text(rows + relations(relation))


SAME = "`part` same as `full` (read as: one saving)"
SUM = "`both` = `part` + `full`"


@pytest.mark.parametrize("relation", [SAME, SUM])
def test_in_year_full_year_finds_the_two_held_as_one_or_added_up(relation: str) -> None:
    finding = only(audited(effects("in year", "full year", relation)), "in-year-full-year")
    assert finding.level is Level.WARNING
    assert {"part", "full"} <= {each.figure.name for each in finding.where}
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize("relation", [SAME, SUM])
@pytest.mark.parametrize("bases", [("in year", "in year"), ("in year", "not stated")])
def test_in_year_full_year_says_nothing_of_bases_that_are_alike_or_not_stated(
    bases: tuple[str, str], relation: str
) -> None:
    assert found(audited(effects(*bases, relation)), "in-year-full-year") == ()


def removal(cells: str, basis: str = "one-off", more: str = "") -> str:
    """A case with one row over three years."""
    rows = table(
        "Item | basis | 2020/21 | 2021/22 | 2022/23", f"Removal | {basis} | {cells}",
        facets="cost, £; line 4",
    )  # fmt: skip
    return case_text(rows + more)


def test_one_off_each_year_finds_a_one_off_amount_in_every_year_of_a_row() -> None:
    finding = only(audited(removal("£25,000 | £25,000 | £25,000")), "one-off-each-year")
    assert finding.level is Level.WARNING
    assert len(finding.where) == 3
    assert "2020/21, 2021/22 and 2022/23" in finding.explanation
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize(
    ("cells", "basis"),
    [
        ("£25,000 | £25,000 | £25,000", "recurring"),
        ("£25,000 | £25,000 | £25,000", "not stated"),
        ("£25,000 | £10,000 | £25,000", "one-off"),
        ("£25,000 | | ", "one-off"),
        ("£0 | £0 | £0", "one-off"),
    ],
)
def test_one_off_each_year_says_nothing_of_other_rows(cells: str, basis: str) -> None:
    assert found(audited(removal(cells, basis)), "one-off-each-year") == ()


def test_one_off_each_year_says_nothing_of_a_one_off_paid_in_equal_parts() -> None:
    rows = table(
        YEARS, "Removal | £25,000 | £25,000 | £25,000 | £75,000", facets="cost, £, one-off; line 4"
    )
    text = figures("once | removal | cost | £75,000 | not stated | one-off | 7")
    said = relations(
        "`costs` adds up by row", "`once` same as `costs.removal.total` (read as: one cost)"
    )
    assert found(audited(case_text(rows + text + said)), "one-off-each-year") == ()


def test_one_off_each_year_takes_two_years_where_the_text_names_the_amount_once() -> None:
    rows = table(
        "Item | 2020/21 | 2021/22", "Removal | £25,000 | £25,000", facets="cost, £, one-off; line 4"
    )
    text = figures("once | removal | cost | £25,000 | not stated | one-off | 7")
    said = relations("`once` same as `costs.removal.2020-21` (read as: one cost)")
    assert found(audited(case_text(rows)), "one-off-each-year") == ()
    assert len(found(audited(case_text(rows + text + said)), "one-off-each-year")) == 1


def test_one_off_each_year_finds_a_one_off_amount_that_a_sum_adds_twice() -> None:
    rows = figures(
        "once | removal | cost | £25,000 | not stated | one-off | 3",
        "all | all of it | cost | £50,000 | not stated | not stated | 4",
    )
    finding = only(
        audited(case_text(rows + relations("`all` = `once` + `once`"))), "one-off-each-year"
    )
    assert "2 times" in finding.title


def test_one_off_each_year_finds_one_amount_that_is_one_off_here_and_yearly_there() -> None:
    rows = figures(
        "once | removal | cost | £25,000 | not stated | one-off | 3",
        "yearly | removal | cost | £25,000 | not stated | recurring | 4",
    )
    said = relations("`once` same as `yearly` (read as: one cost)")
    finding = only(audited(case_text(rows + said)), "one-off-each-year")
    assert [each.figure.name for each in finding.where] == ["once", "yearly"]


def years_of_headline(first: str, second: str, basis: str = "not stated") -> str:
    """A case whose headline is a figure of its text, each for its own year."""
    top = f"headline: {{amount: '£62,000', measure: saving, period: {first}, line: 2}}\n"
    rows = figures(f"saved | by fewer hours | saving | £62,000 | {second} | {basis} | 17")
    return case_text(rows + relations("`headline` same as `saved` (read as: one saving)"), top)


def test_another_year_finds_a_headline_for_another_year_than_its_figure() -> None:
    finding = only(audited(years_of_headline("2021/22", "2020/21")), "another-year")
    assert finding.level is Level.WARNING
    assert "for 2021/22 or for 2020/21" in finding.question
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize(
    ("first", "second", "basis"),
    [
        ("2020/21", "2020/21", "not stated"),
        ("2020/21 to 2022/23", "2021/22", "not stated"),
        ("2020/21", "not stated", "not stated"),
        ("2020/21", "Year 1", "not stated"),
        ("2020/21", "2021/22", "recurring"),
    ],
)
def test_another_year_says_nothing_of_years_that_meet_and_of_what_comes_every_year(
    first: str, second: str, basis: str
) -> None:
    assert found(audited(years_of_headline(first, second, basis)), "another-year") == ()
