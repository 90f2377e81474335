"""Scale and units: thousands of thousands, headings, bare ratios, damaged prints, odd years."""

from __future__ import annotations

import pytest

from generator.audit.findings import Level
from generator.audit.prints import is_no_year
from generator.audit.readings import is_figure
from tests.audit.cases import (
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

# scale


def printed(amount: str, measure: str = "benefit", *more: str, said: str = "") -> str:
    """A case with one figure in the text, further ones and what is said of them."""
    rows = figures(f"one | what it brings | {measure} | {amount} | 2020/21 | in year | 5", *more)
    return case_text(rows + (relations(said) if said else ""))


@pytest.mark.parametrize("amount", ["£1,270,000k", "(£1,085,000k)", "£1200000k", "£2,000,000m"])
def test_scale_finds_thousands_of_thousands(amount: str) -> None:
    finding = only(audited(printed(amount)), "scale")
    assert finding.level is Level.WARNING
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize("amount", ["£1,454k", "£1.45m", "£985,215", "£1,454,000", "£103,000k"])
def test_scale_says_nothing_of_usual_prints(amount: str) -> None:
    assert found(audited(printed(amount)), "scale") == ()


def test_scale_finds_pounds_printed_with_the_decimals_of_millions() -> None:
    assert "three decimals" in only(audited(printed("£2.275", "cost")), "scale").explanation
    assert found(audited(printed("£2.275", "price")), "scale") == ()
    assert found(audited(printed("£1.82", "cost")), "scale") == ()


def test_scale_finds_two_figures_of_one_thing_that_differ_by_exactly_a_thousand() -> None:
    text = printed(
        "£264m", "income", "two | the same | income | £264k | 2020/21 | in year | 9",
        said="`one` same as `two` (stated, line 9)",
    )  # fmt: skip
    finding = only(audited(text), "scale")
    assert finding.level is Level.WARNING
    assert "a thousand times" in finding.explanation


@pytest.mark.parametrize("other", ["£262k", "£2,640k", "over £264k", "£200k to £264k"])
def test_scale_says_nothing_of_other_differences(other: str) -> None:
    text = printed(
        "£264m", "income", f"two | the same | income | {other} | 2020/21 | in year | 9",
        said="`one` same as `two` (stated, line 9)",
    )  # fmt: skip
    assert found(audited(text), "scale") == ()


def test_scale_finds_the_one_part_of_a_sum_that_is_a_thousand_times_too_much() -> None:
    rows = table(
        "Item | 2020/21", "Roof | £412k", "Windows | £209m", "Total | £621k",
        facets="cost; lines 4 to 6",
    )  # fmt: skip
    finding = only(audited(case_text(rows + relations("`costs` adds up by column"))), "scale")
    assert finding.where[0].figure.name == "costs.windows.2020-21"
    assert finding.recomputed is not None
    assert finding.recomputed.number == 209_000


def test_scale_is_an_error_where_the_documents_own_sum_proves_the_reading() -> None:
    rows = table(
        "Item | 2020/21", "Shops | £5.41m", "Offices | £.650k (read £650k: the rest of the total)",
        "Total | £6.06m", facets="income; lines 4 to 6",
    )  # fmt: skip
    finding = only(audited(case_text(rows + relations("`costs` adds up by column"))), "scale")
    assert finding.level is Level.ERROR
    assert finding.assumption == ""
    assert "With the reading 1 sum agrees, with the print none." in finding.explanation


# unit-label


def headed(cell: str, *said: str) -> str:
    """A case with one cell under a heading of thousands, and the same amount in the text."""
    rows = table("Item | 2020/21", f"Permits | {cell}", facets="income, £000; line 4", id_="t")
    text = figures("text | from permits | income | £264k | 2020/21 | in year | 9")
    return case_text(rows + text + (relations(*said) if said else ""))


HELD = "`text` same as `t.permits.2020-21`"


def test_unit_label_finds_a_heading_that_the_text_does_not_go_with() -> None:
    audit = audited(headed("264,000", f"{HELD} (stated, line 9)"))
    finding = only(audit, "unit-label")
    assert finding.level is Level.WARNING
    assert "a thousand times" in finding.explanation
    assert found(audit, "scale") == ()
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize(("grounds", "level"), [("stated", Level.ERROR), (None, Level.WARNING)])
def test_unit_label_says_which_of_print_and_reading_the_document_bears_out(
    grounds: str | None, level: Level
) -> None:
    cell = "264,000 (read £264k: the text gives £264k)"
    said = f"{HELD} ({'stated, line 9' if grounds else 'read as: one income'})"
    finding = only(audited(headed(cell, said)), "unit-label")
    assert finding.level is level
    assert "thousands of pounds" in finding.title
    assert "With the reading 1 sum agrees, with the print none." in finding.explanation


def test_unit_label_tells_all_cells_of_a_table_together() -> None:
    rows = table(
        "Item | 2020/21",
        "Permits | 264,000 (read £264k: as in the text)",
        "Fines | 91,500 (read £91.5k: in the same unit)",
        facets="income, £000; line 4",
    )
    assert len(only(audited(case_text(rows)), "unit-label").where) == 2


@pytest.mark.parametrize("cell", ["264", "£264k"])
def test_unit_label_says_nothing_where_the_heading_fits(cell: str) -> None:
    assert found(audited(headed(cell, f"{HELD} (stated, line 9)")), "unit-label") == ()


def test_unit_label_says_nothing_of_counts() -> None:
    rows = table("Item | 2020/21", "Homes | 1767", facets="count, homes; line 4", id_="t")
    text = figures("text | homes in all | count | more than 1,800 | 2020/21 | not stated | 9")
    said = relations("`text` same as `t.homes.2020-21` (read as: the same homes)")
    assert found(audited(case_text(rows + text + said)), "unit-label") == ()


# bare-ratio


def claims(*rows: str) -> str:
    return table("id | claim | value | unit | line", *rows, facets="", id_="claims")


def test_bare_ratio_finds_a_return_without_its_percentage_beside_one_with_it() -> None:
    text = claims("a | return on investment | 1.37 | | 4", "b | return on investment | 137% | | 9")
    finding = only(audited(case_text(text)), "bare-ratio")
    assert finding.level is Level.WARNING
    assert "137%" in finding.title
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_bare_ratio_alone_is_a_note() -> None:
    text = claims("a | return on investment | 1.0415 | ratio | 4")
    finding = only(audited(case_text(text)), "bare-ratio")
    assert finding.level is Level.NOTE
    assert "104.15%" in finding.title


@pytest.mark.parametrize(
    "claim",
    ["a | return on investment | 137% | | 4", "a | benefit-cost ratio | 1.37 | ratio | 4",
     "a | payback | 1.5 | years | 4"],
)  # fmt: skip
def test_bare_ratio_says_nothing_of_percentages_and_of_what_is_a_ratio(claim: str) -> None:
    assert found(audited(case_text(claims(claim))), "bare-ratio") == ()


def test_bare_ratio_reads_a_print_that_is_read_as_a_percentage() -> None:
    text = claims("a | return on investment | 1.864 (read 186.4%: as on line 9) | % | 4")
    audit = audited(case_text(text))
    assert only(audit, "bare-ratio").level is Level.WARNING
    assert found(audit, "damaged-print") == ()


def test_bare_ratio_finds_a_share_that_its_sum_takes_a_hundred_times() -> None:
    rows = figures(
        "base | budget | budget | £400,000 | 2020/21 | in year | 4",
        "share | part saved | share | 0.35% | not stated | not stated | 4",
        "saved | saved | saving | £140,000 | 2020/21 | in year | 4",
    )
    said = relations("`saved` = `share` % of `base` (stated, line 4)")
    finding = only(audited(case_text(rows + said)), "bare-ratio")
    assert "35%" in finding.title


# no-such-year


@pytest.mark.parametrize("period", ["2021/23", "2021-23", "FY 21/23", "2021/2023"])
def test_no_such_year_finds_a_heading_whose_years_do_not_follow_each_other(period: str) -> None:
    rows = table(
        f"Item | 2020/21 | {period} (read 2021/22: follows 2020/21)", "Slides | £18,000 | £9,000"
    )
    audit = audited(case_text(rows))
    finding = only(audit, "no-such-year")
    assert finding.level is Level.WARNING
    assert f"“{period}”" in finding.title
    assert finding.assumption
    assert found(audit, "damaged-print") == ()
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_no_such_year_looks_at_figures_and_milestones_too() -> None:
    rows = figures("one | a | cost | £9k | 2021/23 (read 2021/22: as in the table) | in year | 3")
    steps = "### Milestones {#milestones}\nmilestones; line 8\n\n| milestone | when |\n|---|---|\n"
    steps += "| Opening | 2021/23 (read 2022/23: the last year of the plan) |\n"
    assert len(found(audited(case_text(rows + steps)), "no-such-year")) == 2


@pytest.mark.parametrize("year", ["2020/21", "2019-20", "1999/00", "FY 20/21", "2020/2021", "mid"])
def test_no_such_year_knows_the_years_that_exist(year: str) -> None:
    assert not is_no_year(year)


# damaged-print


def total(print_: str, relation: str = "`costs` adds up by column") -> str:
    rows = table("Item | 2020/21", "Roof | £412,350", "Windows | £208,900", f"Total | {print_}")
    return case_text(rows + relations(relation))


@pytest.mark.parametrize("print_", ["£621,25", "£612,250"])
def test_damaged_print_is_an_error_where_the_documents_own_sum_proves_the_reading(
    print_: str,
) -> None:
    finding = only(audited(total(f"{print_} (read £621,250: the digits)")), "damaged-print")
    assert finding.level is Level.ERROR
    assert "With the reading 1 sum agrees, with the print none." in finding.explanation
    assert "the digits" in finding.explanation
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_damaged_print_is_a_warning_where_only_our_reading_says_what_is_meant() -> None:
    text = printed("£621,25 (read £621,250: a digit is lost)")
    finding = only(audited(text), "damaged-print")
    assert finding.level is Level.WARNING
    assert finding.assumption


@pytest.mark.parametrize(
    "amount",
    ["two (read 2: written as a word)", "60K (read £60K: the pound sign is missing)",
     "1 in 50 (read 2: one in fifty)", "over half a million (read over 500,000: in words)"],
)  # fmt: skip
def test_damaged_print_says_nothing_of_words_and_of_prints_that_say_the_same(amount: str) -> None:
    assert found(audited(printed(amount)), "damaged-print") == ()


def test_damaged_print_tells_a_period_with_a_stroke_too_many() -> None:
    rows = table("Item | 20/20/21 (read 2020/21: a stroke too many) | 2021/22", "Slides | £9 | £8")
    finding = only(audited(case_text(rows)), "damaged-print")
    assert finding.level is Level.WARNING
    assert "“20/20/21”" in finding.title


@pytest.mark.parametrize(
    ("print_", "figure"),
    [("£4,261,30", True), ("£.650k", True), ("- 270,000", True), ("c. £3,00", True),
     ("(£1,39 6k)", True), ("two", False), ("1 in 50", False), ("", False), ("3 posts", False)],
)  # fmt: skip
def test_damaged_print_knows_a_figure_from_words(print_: str, figure: bool) -> None:
    assert is_figure(print_) is figure


def test_scale_tells_a_slip_that_all_amounts_of_a_table_share_once() -> None:
    reason = "a k too many"
    cells = [f"£{n}k (read £{n}: {reason})" for n in ("63,000", "21,000", "84,000")]
    text = case_text(
        table(
            "Item | 2020/21", f"Desks | {cells[0]}", f"Chairs | {cells[1]}", f"Total | {cells[2]}"
        )
        + relations("`costs` adds up by column")
    )
    finding = only(audited(text), "scale")
    assert finding.level is Level.WARNING, "the sums agree with the prints as well"
    assert len(finding.where) == 3
    assert "£63 million" in finding.title
    assert "2 more" in finding.title


# year-twice


def stock_fund(*rows: str, heading: str = "Year | id | Amount") -> str:
    return case_text(table(heading, *rows, facets="budget, £, in year; lines 4 to 9"))


def test_year_twice_finds_a_year_in_two_rows_and_the_year_that_is_not_there() -> None:
    rows = ("2016/17 | a | £8", "2017/18 | b | £7", "2017/18 | c | £6", "2019/20 | d | £5")
    finding = only(audited(stock_fund(*rows)), "year-twice")
    assert finding.level is Level.NOTE
    assert finding.title == "“2017/18” stands twice in “Costs”"
    assert "2018/19, between the first year and the last, is not there." in finding.explanation
    assert "one of them for 2018/19?" in finding.question
    assert [where.figure.name for where in finding.where] == ["costs.b", "costs.c"]
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_year_twice_finds_a_year_in_two_columns_that_are_written_differently() -> None:
    text = stock_fund("Slides | £1 | £2 | £3", heading="Item | 2020/21 | 2021/22 | FY2021/22")
    finding = only(audited(text), "year-twice")
    assert finding.title == "“2021/22” stands twice in “Costs”"
    assert "not there" not in finding.explanation


@pytest.mark.parametrize(
    "rows",
    [
        ("Year | id | measure | Amount", "2017/18 | b | cost | £7", "2017/18 | c | saving | £6"),
        ("Year | Amount", "2016/17 | £7", "2017/18 | £6"),
        ("Item | period | Amount", "Slides | 2017/18 | £7", "Swings | 2017/18 | £6"),
        ("Item | 2017/18 | 2017/18 (read 2018/19: follows 2017/18)", "Slides | £1 | £2"),
        ("Item | 2017/18 | Total | over 1 year", "Slides | £1 | £1 | £1"),
    ],
    ids=["another measure", "each once", "rows of one year", "read as another", "totals"],
)
def test_year_twice_says_nothing_where_something_tells_the_two_apart(rows: tuple[str, ...]) -> None:
    heading, *others = rows
    assert found(audited(stock_fund(*others, heading=heading)), "year-twice") == ()
