"""Periods: every spelling of the sources is read, and what is written reads back the same."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.core.periods import (
    CODES,
    Form,
    Period,
    YearForm,
    calendar_year,
    day,
    duration,
    financial_quarter,
    financial_year,
    format_day,
    format_period,
    month,
    parse_date,
    parse_period,
    part_of_year,
    project_year,
    quarter,
    season,
    span,
)
from generator.core.problems import Fault


def read(text: str) -> Period:
    found = parse_period(text)
    assert isinstance(found, Period), found
    return found


def fault_of(text: str) -> Fault:
    found = parse_period(text)
    assert isinstance(found, Fault), found
    return found


# text: form, first day, last day
DATED = {
    "2017-18": (Form.FINANCIAL_YEAR, "2017-04-01", "2018-03-31"),
    "17/18": (Form.FINANCIAL_YEAR, "2017-04-01", "2018-03-31"),
    "2016-17": (Form.FINANCIAL_YEAR, "2016-04-01", "2017-03-31"),
    "2016/17": (Form.FINANCIAL_YEAR, "2016-04-01", "2017-03-31"),
    "2016–17": (Form.FINANCIAL_YEAR, "2016-04-01", "2017-03-31"),
    "2017 / 18": (Form.FINANCIAL_YEAR, "2017-04-01", "2018-03-31"),
    "2017/2018": (Form.FINANCIAL_YEAR, "2017-04-01", "2018-03-31"),
    "1999/00": (Form.FINANCIAL_YEAR, "1999-04-01", "2000-03-31"),
    "FY 14/15": (Form.FINANCIAL_YEAR, "2014-04-01", "2015-03-31"),
    "FY14/15": (Form.FINANCIAL_YEAR, "2014-04-01", "2015-03-31"),
    "FY 2014/15": (Form.FINANCIAL_YEAR, "2014-04-01", "2015-03-31"),
    "FY 2014-2015": (Form.FINANCIAL_YEAR, "2014-04-01", "2015-03-31"),
    "financial year 2014/15": (Form.FINANCIAL_YEAR, "2014-04-01", "2015-03-31"),
    "Q3 2014": (Form.QUARTER, "2014-07-01", "2014-09-30"),
    "Quarter 1 2016": (Form.QUARTER, "2016-01-01", "2016-03-31"),
    "Q4 2014 (October to December)": (Form.QUARTER, "2014-10-01", "2014-12-31"),
    "Q2 2015/16": (Form.FINANCIAL_QUARTER, "2015-07-01", "2015-09-30"),
    "Q4 FY 15/16": (Form.FINANCIAL_QUARTER, "2016-01-01", "2016-03-31"),
    "2015/16 Q1": (Form.FINANCIAL_QUARTER, "2015-04-01", "2015-06-30"),
    "Spring 2014": (Form.SEASON, "2014-03-01", "2014-05-31"),
    "Summer 2014": (Form.SEASON, "2014-06-01", "2014-08-31"),
    "Summer of 2014": (Form.SEASON, "2014-06-01", "2014-08-31"),
    "autumn 2014": (Form.SEASON, "2014-09-01", "2014-11-30"),
    "Winter 2015": (Form.SEASON, "2015-12-01", "2016-02-29"),
    "Winter 2012/13": (Form.SEASON, "2012-12-01", "2013-02-28"),
    "early 2015": (Form.PART_OF_YEAR, "2015-01-01", "2015-04-30"),
    "mid 2016": (Form.PART_OF_YEAR, "2016-05-01", "2016-08-31"),
    "mid-2018": (Form.PART_OF_YEAR, "2018-05-01", "2018-08-31"),
    "late 2015": (Form.PART_OF_YEAR, "2015-09-01", "2015-12-31"),
    "March 2014": (Form.MONTH, "2014-03-01", "2014-03-31"),
    "Mar 2014": (Form.MONTH, "2014-03-01", "2014-03-31"),
    "Sept 2014": (Form.MONTH, "2014-09-01", "2014-09-30"),
    "Feb. 2016": (Form.MONTH, "2016-02-01", "2016-02-29"),
    "Oct-17": (Form.MONTH, "2017-10-01", "2017-10-31"),
    "Oct ’17": (Form.MONTH, "2017-10-01", "2017-10-31"),
    "13 March 2014": (Form.DAY, "2014-03-13", "2014-03-13"),
    "2013-12-20": (Form.DAY, "2013-12-20", "2013-12-20"),
    "25/2/14": (Form.DAY, "2014-02-25", "2014-02-25"),
    "1st April 2018": (Form.DAY, "2018-04-01", "2018-04-01"),
    "2014": (Form.YEAR, "2014-01-01", "2014-12-31"),
    "2014/15 to 2016/17": (Form.SPAN, "2014-04-01", "2017-03-31"),
    "2014/15–2016/17": (Form.SPAN, "2014-04-01", "2017-03-31"),
    "FY 14/15 to FY 16/17": (Form.SPAN, "2014-04-01", "2017-03-31"),
    "2013-14 - 2016-17": (Form.SPAN, "2013-04-01", "2017-03-31"),
    "April 2018 to March 2019": (Form.SPAN, "2018-04-01", "2019-03-31"),
    "from April 2018 until March 2019": (Form.SPAN, "2018-04-01", "2019-03-31"),
    "2014-2017": (Form.SPAN, "2014-01-01", "2017-12-31"),
    "2014 – 2017": (Form.SPAN, "2014-01-01", "2017-12-31"),
    "2014 to 2017": (Form.SPAN, "2014-01-01", "2017-12-31"),
    "2016 to 2017": (Form.SPAN, "2016-01-01", "2017-12-31"),
    "Nov 2013 to Q2 2014": (Form.SPAN, "2013-11-01", "2014-06-30"),
    "mid-2018 to late-2018": (Form.SPAN, "2018-05-01", "2018-12-31"),
    "April to June 2014": (Form.SPAN, "2014-04-01", "2014-06-30"),
    "1 April to 30 June 2014": (Form.SPAN, "2014-04-01", "2014-06-30"),
    "Q1 to Q3 2015/16": (Form.SPAN, "2015-04-01", "2015-12-31"),
}


@pytest.mark.parametrize("text", DATED, ids=repr)
def test_every_spelling_of_a_period_is_read_to_the_day(text: str) -> None:
    form, start, end = DATED[text]
    period = read(text)
    assert (period.form, str(period.start), str(period.end)) == (form, start, end)
    assert (period.number, period.printed) == (None, text)


# text: form, number, unit
UNDATED = {
    "Year 1": (Form.PROJECT_YEAR, "1", ""),
    "year 10": (Form.PROJECT_YEAR, "10", ""),
    "Yr 3": (Form.PROJECT_YEAR, "3", ""),
    "over 3 years": (Form.DURATION, "3", "years"),
    "3 years": (Form.DURATION, "3", "years"),
    "3-year": (Form.DURATION, "3", "years"),
    "for 1 year": (Form.DURATION, "1", "years"),
    "1.5 years": (Form.DURATION, "1.5", "years"),
    "5 yrs": (Form.DURATION, "5", "years"),
    "24 months": (Form.DURATION, "24", "months"),
    "20 months": (Form.DURATION, "20", "months"),
    "6 weeks": (Form.DURATION, "6", "weeks"),
    "30 days": (Form.DURATION, "30", "days"),
    "ongoing": (Form.ONGOING, None, ""),
    "Recurring": (Form.ONGOING, None, ""),
    "permanent": (Form.ONGOING, None, ""),
    "per year": (Form.EACH_YEAR, None, ""),
    "a year": (Form.EACH_YEAR, None, ""),
    "annual": (Form.EACH_YEAR, None, ""),
    "p.a.": (Form.EACH_YEAR, None, ""),
}


@pytest.mark.parametrize("text", UNDATED, ids=repr)
def test_years_of_a_project_and_lengths_of_time_have_a_number_and_no_days(text: str) -> None:
    form, number, unit = UNDATED[text]
    period = read(text)
    assert (period.form, period.unit) == (form, unit)
    assert period.number == (None if number is None else Decimal(number))
    assert (period.start, period.end) == (None, None)


@pytest.mark.parametrize("text", ["Year 1 to Year 3", "Years 1 to 3", "Years 1-3"])
def test_years_of_a_project_can_be_joined(text: str) -> None:
    assert read(text) == span(project_year(1), project_year(3))


def test_periods_printed_in_two_ways_are_one_period() -> None:
    assert read("2016/17") == read("FY 16-17")
    assert hash(read("2016/17")) == hash(read("FY 16-17"))


def test_the_same_days_in_another_form_are_another_period() -> None:
    assert read("2014/15") != read("April 2014 to March 2015")
    assert read("Q3 2014") != read("Q2 2014/15")
    assert read("2015/16") != read("2015/16 (read 2016/17: printed twice)")


def test_a_mislabelled_period_is_readable_where_a_reading_stands_beside_it() -> None:
    period = read("2015/17 (read 2016/17: the years before it run one by one)")
    assert (period.form, period.start, period.printed) == (Form.UNREADABLE, None, "2015/17")
    assert period.meant == read("2016/17")
    assert period.reading_reason == "the years before it run one by one"
    assert period.sort_key == read("2016/17").sort_key
    assert period.overlaps(read("March 2017"))


def test_a_period_that_can_be_read_keeps_its_own_days_beside_the_reading() -> None:
    period = read("2015/16 (read 2016/17: printed twice)")
    assert (period.start, period.meant.start) == (date(2015, 4, 1), date(2016, 4, 1))


AS_PRINTED = (
    "if the document prints it so, put what it means beside it, as in "
    "“2015/17 (read 2016/17: follows 2015/16)”; otherwise correct the slip"
)
READING = "as in “2015/17 (read 2016/17: follows 2015/16)”"
A_PERIOD = (
    "a period such as 2016/17, Q3 2014, summer 2014, mid 2016, March 2014, 20 December 2013, "
    "2014, Year 1, 3 years, ongoing, each year, or two of them joined by “to”"
)

# text: code, what was read, what was expected, what to do
FAULTS = {
    "": (
        "period-missing",
        "nothing",
        "a period such as 2016/17, March 2014 or Year 1",
        "write the period as the document gives it",
    ),
    "Current Year": ("period-unreadable", "“Current Year”", A_PERIOD, AS_PRINTED),
    "Febuary 2014": (
        "period-word-mistyped",
        "“Febuary 2014”",
        "a month, a season, early, mid, late, ongoing or each year",
        "write “February” in place of “febuary” if that is what is meant",
    ),
    "2015/17": (
        "period-not-a-year",
        "“2015/17”",
        "two years that follow each other, as in 2015/16",
        f"for several years write, say, 2015/16 to 2016/17; {AS_PRINTED}",
    ),
    "2016-2017": (
        "period-ambiguous",
        "“2016-2017”",
        "a period that can be read in one way only",
        "write 2016/17 for the financial year, or 2016 to 2017 for both years",
    ),
    "31 April 2014": (
        "period-impossible-date",
        "“31 April 2014”",
        "a day that the calendar has, the day before the month, as in 25/2/2014",
        AS_PRINTED,
    ),
    "2013-1016": (
        "period-year-range",
        "“2013-1016”",
        "a year from 1900 to 2099",
        AS_PRINTED,
    ),
    "March 2019 to April 2018": (
        "period-order",
        "“March 2019 to April 2018”",
        "the earlier period first, as in April 2018 to March 2019",
        AS_PRINTED,
    ),
    "one-off": (
        "period-is-basis",
        "“one-off”",
        "a period such as 2016/17; how often a figure counts is its basis",
        "write this as the basis, and here the year or the years in which it falls",
    ),
    "2015/17 (read 2016/17: follows": (
        "period-reading-form",
        "“2015/17 (read 2016/17: follows”",
        f"the meant period, a colon and the reason, all in brackets, {READING}",
        "write the meant period after the word read and close the bracket at the end",
    ),
    "2015/17 (read 2016/17)": (
        "period-reading-reason",
        "“2015/17 (read 2016/17)”",
        f"a colon and the reason behind the meant period, {READING}",
        "say in a few words how the document shows that this is meant",
    ),
}
NOT_A_DAY = Fault(
    code="date-not-a-day",
    read="“March 2014”",
    expected="a day such as 20 December 2013, 2013-12-20 or 20/12/2013",
    remedy="write day, month and year, or leave the field out where the document gives no day",
)


@pytest.mark.parametrize("text", FAULTS, ids=[row[0] for row in FAULTS.values()])
def test_each_fault_says_what_was_read_what_was_expected_and_what_to_do(text: str) -> None:
    code, found, expected, remedy = FAULTS[text]
    assert fault_of(text) == Fault(code=code, read=found, expected=expected, remedy=remedy)


def test_the_list_of_codes_has_a_meaning_for_every_fault_and_no_other() -> None:
    assert set(CODES) == {code for code, *_ in FAULTS.values()} | {NOT_A_DAY.code}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", code) for code in CODES)
    assert all(meaning.endswith(".") and "\n" not in meaning for meaning in CODES.values())


MORE_FAULTS = {
    "-": "period-missing",
    "TBC": "period-unreadable",
    "Year One": "period-unreadable",
    "Year 100": "period-unreadable",
    "FY 14": "period-unreadable",
    "FY 2014/15/16": "period-unreadable",
    "Summer 2013/14": "period-unreadable",
    "Q5 2014": "period-unreadable",
    "Q3 2014 (July to October)": "period-unreadable",
    "3 years to 2014": "period-unreadable",
    "2014 to ongoing": "period-unreadable",
    "2014 to": "period-unreadable",
    "Year 1 to 2014": "period-unreadable",
    "14-2015": "period-unreadable",
    "٢٠١٤": "period-unreadable",
    "2014 " * 40: "period-unreadable",
    "12 Febuary 2014": "period-word-mistyped",
    "Sumer 2014": "period-word-mistyped",
    "anual": "period-word-mistyped",
    "April 2018 to Marhc 2019": "period-word-mistyped",
    "2013-15": "period-not-a-year",
    "2014/2017": "period-not-a-year",
    "FY 2013-2015": "period-not-a-year",
    "Winter 2012/14": "period-not-a-year",
    "Q1 2015/17": "period-not-a-year",
    "2014/15 to 2015/17": "period-not-a-year",
    "October 17": "period-ambiguous",
    "29 February 2015": "period-impossible-date",
    "0/1/2014": "period-impossible-date",
    "14/15/16": "period-impossible-date",
    "2/25/2014": "period-impossible-date",
    "1814": "period-year-range",
    "2100": "period-year-range",
    "March 3014": "period-year-range",
    "Year 3 to Year 1": "period-order",
    "2017-2014": "period-order",
    "2014/15 to 2014/15": "period-order",
    "2014 to March 2014": "period-order",
    "in year": "period-is-basis",
    "Full year": "period-is-basis",
    "2015/17 (read : because)": "period-reading-form",
    "2015/17 (read 2016/18: because)": "period-not-a-year",
}


@pytest.mark.parametrize("text", MORE_FAULTS, ids=lambda text: repr(text[:40]))
def test_what_cannot_be_read_without_guessing_is_a_named_fault(text: str) -> None:
    assert fault_of(text).code == MORE_FAULTS[text]


def test_a_month_with_two_digits_may_be_a_day_so_the_message_offers_the_month() -> None:
    assert fault_of("October 17").remedy == (
        "write October 2017 for the month; for a day write its year too"
    )


DAYS = {
    "13 March 2014": date(2014, 3, 13),
    "13th March, 2014": date(2014, 3, 13),
    "1st April 2018": date(2018, 4, 1),
    "22nd Sept 2017": date(2017, 9, 22),
    "5th of Feb 2014": date(2014, 2, 5),
    "13-Mar-14": date(2014, 3, 13),
    "2013-12-20": date(2013, 12, 20),
    "20 December 2013": date(2013, 12, 20),
    "25/2/14": date(2014, 2, 25),
    "25/02/2014": date(2014, 2, 25),
    "25.02.2014": date(2014, 2, 25),
    " 29 February 2016 ": date(2016, 2, 29),
}


@pytest.mark.parametrize("text", DAYS, ids=repr)
def test_a_day_is_read_with_the_day_before_the_month(text: str) -> None:
    assert parse_date(text) == DAYS[text]
    assert read(text) == day(DAYS[text])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("March 2014", "date-not-a-day"),
        ("2014", "date-not-a-day"),
        ("TBC", "date-not-a-day"),
        ("", "date-not-a-day"),
        ("2013-12-20 (read 2014-12-20: typed too early)", "date-not-a-day"),
        ("31 April 2014", "period-impossible-date"),
        ("20 December 3013", "period-year-range"),
        ("20 Decembre 2013", "period-word-mistyped"),
    ],
    ids=repr,
)
def test_a_field_for_a_day_takes_a_day_alone(text: str, code: str) -> None:
    found = parse_date(text)
    assert isinstance(found, Fault)
    assert found.code == code
    assert text in found.read or found.read == "nothing"


def test_the_message_for_a_field_that_must_be_a_day_says_how_a_day_is_written() -> None:
    assert parse_date("March 2014") == NOT_A_DAY


@given(st.text())
@example("(" * 10_000)
@example("2014" * 10_000)
@example("2014 (read " + " " * 10_000)
def test_any_text_at_all_gives_a_period_or_a_fault(text: str) -> None:
    for found in (parse_period(text), parse_date(text)):
        assert isinstance(found, Period | date | Fault)
        assert not isinstance(found, Fault) or found.code in CODES


@given(st.text(alphabet="0123456789/-–.' fyqFYQ()tomarchyearsmidwinter", max_size=24))
def test_any_text_made_of_the_signs_of_periods_gives_a_period_or_a_fault(text: str) -> None:
    found = parse_period(text)
    assert isinstance(found, Period) or found.code in CODES


# text: how the same period stands on a page, with either form of a financial year
FORMATS = {
    "2016-17": ("2016/17", "2016 to 2017"),
    "1999/2000": ("1999/00", "1999 to 2000"),
    "Q3 2014": ("Q3 2014 (July to September)", "Q3 2014 (July to September)"),
    "Q2 2015/16": (
        "Q2 2015/16 (July to September 2015)",
        "Q2 2015 to 2016 (July to September 2015)",
    ),
    "Q4 2015/16": ("Q4 2015/16 (January to March 2016)", "Q4 2015 to 2016 (January to March 2016)"),
    "Summer 2014": ("summer 2014", "summer 2014"),
    "Winter 2014": ("winter 2014/15", "winter 2014 to 2015"),
    "mid-2018": ("mid 2018", "mid 2018"),
    "Mar 2014": ("March 2014", "March 2014"),
    "2017-11-07": ("7 November 2017", "7 November 2017"),
    "2014": ("2014", "2014"),
    "2014-2017": ("2014 to 2017", "January 2014 to December 2017"),
    "14/15 to 16/17": ("2014/15 to 2016/17", "2014 to 2015 until 2016 to 2017"),
    "Apr 2018 to Mar 2019": ("April 2018 to March 2019", "April 2018 to March 2019"),
    "Apr to Jun 2018": ("April to June 2018", "April to June 2018"),
    "1/4/18 to 30/6/18": ("1 April to 30 June 2018", "1 April to 30 June 2018"),
    "Nov 2013 to Q2 2014": ("November 2013 to Q2 2014", "November 2013 to Q2 2014"),
    "Years 1-3": ("Year 1 to Year 3", "Year 1 to Year 3"),
    "yr 1": ("Year 1", "Year 1"),
    "over 3 years": ("3 years", "3 years"),
    "1 yr": ("1 year", "1 year"),
    "recurring": ("ongoing", "ongoing"),
    "per annum": ("each year", "each year"),
    "2015/17 (read 2016/17: follows 2015/16)": ("2015/17", "2015/17"),
}


@pytest.mark.parametrize("text", FORMATS, ids=repr)
def test_a_page_writes_periods_the_gov_uk_way_with_one_setting_for_financial_years(
    text: str,
) -> None:
    usual, longer = FORMATS[text]
    assert format_period(read(text)) == usual
    assert format_period(read(text), year_form=YearForm.TO) == longer


def test_a_page_writes_a_day_in_full() -> None:
    assert format_day(date(2017, 11, 7)) == "7 November 2017"


years = st.integers(min_value=1900, max_value=2098)
quarters = st.integers(min_value=1, max_value=4)
dated = st.one_of(
    st.builds(day, st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))),
    st.builds(month, years, st.integers(min_value=1, max_value=12)),
    st.builds(quarter, years, quarters),
    st.builds(financial_quarter, years, quarters),
    st.builds(season, st.sampled_from(["spring", "summer", "autumn", "winter"]), years),
    st.builds(part_of_year, st.sampled_from(["early", "mid", "late"]), years),
    st.builds(calendar_year, years),
    st.builds(financial_year, years),
)
project_years = st.builds(project_year, st.integers(min_value=0, max_value=99))
spans = st.one_of(
    st.tuples(dated, dated).map(lambda ends: sorted(ends, key=lambda end: end.sort_key)),
    st.tuples(project_years, project_years).map(
        lambda ends: sorted(ends, key=lambda end: end.sort_key)
    ),
)
lengths = st.integers(min_value=0, max_value=9999).map(Decimal) | st.just(Decimal("1.5"))
periods = st.one_of(
    dated,
    project_years,
    st.builds(duration, lengths, st.sampled_from(["days", "weeks", "months", "years"])),
    st.sampled_from([Period(form=Form.ONGOING), Period(form=Form.EACH_YEAR)]),
)


@given(periods)
def test_reading_what_was_written_gives_the_same_period(period: Period) -> None:
    assert parse_period(format_period(period)) == period


@given(spans)
def test_reading_a_written_span_gives_the_same_span_or_says_that_it_has_no_length(
    ends: list[Period],
) -> None:
    joined = span(*ends)
    found = parse_period(format_period(joined))
    assert found == joined or (isinstance(found, Fault) and found.code == "period-order")


def test_every_form_of_a_period_can_be_written_and_read_back() -> None:
    texts = [*DATED, *UNDATED]
    forms = {read(text).form for text in texts}
    assert forms == set(Form) - {Form.UNREADABLE}
    for text in texts:
        assert read(format_period(read(text))) == read(text)


@pytest.mark.parametrize(
    "texts",
    [
        ("2013/14", "2014/15", "2015/16"),
        ("Q1 2014", "Q2 2014", "Q1 2015"),
        ("2014", "2014/15", "Summer 2014", "2015"),
        ("Year 1", "Year 2", "Year 10"),
        ("30 days", "6 weeks", "20 months", "2 years"),
        ("2014/15", "2014/15 to 2016/17", "2015/16"),
    ],
    ids=lambda texts: texts[0],
)
def test_periods_have_an_order_in_time(texts: tuple[str, ...]) -> None:
    keys = [read(text).sort_key for text in texts]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_only_periods_of_one_kind_can_be_out_of_order() -> None:
    kinds = [read(text).sort_key[0] for text in ("2014", "Year 1", "3 years", "ongoing")]
    assert kinds == [0, 1, 2, 3]
    assert read("Years 1 to 3").sort_key[0] == 1


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        ("2014/15", "March 2015", True),
        ("2014/15", "April 2015", False),
        ("2014/15", "2015", True),
        ("2014/15", "2014/15", True),
        ("2014/15 to 2016/17", "2015/16", True),
        ("2014/15", "Year 1", False),
        ("3 years", "3 years", False),
    ],
)
def test_periods_overlap_by_their_days(one: str, other: str, overlaps: bool) -> None:
    assert read(one).overlaps(read(other)) is overlaps
    assert read(other).overlaps(read(one)) is overlaps
