"""Money: every spelling of the sources is read, and what is written reads back the same."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.core.money import (
    CODES,
    COUNTING_UNITS,
    NUMBER,
    PENCE,
    PERCENT,
    POUNDS,
    Amount,
    Qualifier,
    State,
    Unit,
    exactly,
    format_amount,
    parse_amount,
    parse_amount_or_words,
    parse_state,
    parse_unit,
    plain_number,
)
from generator.core.problems import Fault

THOUSANDS = Unit(name="£", scale=1_000)
MILLIONS = Unit(name="£", scale=1_000_000)
PEOPLE = Unit(name="people")
FTE = Unit(name="FTE")
NBSP = "\u00a0"

EXACT, ABOUT, UP_TO = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.UP_TO
AT_LEAST, OVER, UNDER = Qualifier.AT_LEAST, Qualifier.OVER, Qualifier.UNDER


def read(text: str, unit: Unit = POUNDS) -> Amount:
    found = parse_amount(text, unit)
    assert isinstance(found, Amount), found
    return found


def number_of(text: str) -> Decimal:
    number = read(text).number
    assert number is not None, text
    return number


def fault_of(text: str, unit: Unit = POUNDS) -> Fault:
    found = parse_amount(text, unit)
    assert isinstance(found, Fault), found
    return found


# text, number, upper end, qualifier, worth of the last printed digit
POUND_FIGURES = [
    ("£3,100K", "3100000", None, EXACT, "1000"),
    ("£900k", "900000", None, EXACT, "1000"),
    ("£1.5m", "1500000", None, EXACT, "100000"),
    ("£0.45m", "450000", None, EXACT, "10000"),
    ("£5million", "5000000", None, EXACT, "1000000"),
    ("£103 million", "103000000", None, EXACT, "1000000"),
    ("£7.5 M", "7500000", None, EXACT, "100000"),
    ("£5.1 million pounds", "5100000", None, EXACT, "100000"),
    ("70k", "70000", None, EXACT, "1000"),
    ("70 thousand", "70000", None, EXACT, "1000"),
    ("£1bn", "1000000000", None, EXACT, "1000000000"),
    ("£1.25 billion", "1250000000", None, EXACT, "10000000"),
    ("c£20m", "20000000", None, ABOUT, "1000000"),
    ("c.£3m", "3000000", None, ABOUT, "1000000"),
    ("c. £3m", "3000000", None, ABOUT, "1000000"),
    ("c.3m", "3000000", None, ABOUT, "1000000"),
    ("circa £900,000", "900000", None, ABOUT, "1"),
    ("Circa £1.0m", "1000000", None, ABOUT, "100000"),
    ("approximately £11.1m", "11100000", None, ABOUT, "100000"),
    ("approx. £76K", "76000", None, ABOUT, "1000"),
    ("around £300K", "300000", None, ABOUT, "1000"),
    ("in the region of £80k", "80000", None, ABOUT, "1000"),
    ("nearly £3.2m", "3200000", None, ABOUT, "100000"),
    ("~£5k", "5000", None, ABOUT, "1000"),
    ("up to £5million", "5000000", None, UP_TO, "1000000"),
    ("as much as £10m", "10000000", None, UP_TO, "1000000"),
    ("£200m+", "200000000", None, AT_LEAST, "1000000"),
    ("at least £80k", "80000", None, AT_LEAST, "1000"),
    ("minimum of £230,000", "230000", None, AT_LEAST, "1"),
    ("upwards of £27bn", "27000000000", None, AT_LEAST, "1000000000"),
    ("over £1m", "1000000", None, OVER, "1000000"),
    ("more than £1bn", "1000000000", None, OVER, "1000000000"),
    (">£5k", "5000", None, OVER, "1000"),
    (">=£5k", "5000", None, AT_LEAST, "1000"),
    ("under £100k", "100000", None, UNDER, "1000"),
    ("below £100,000", "100000", None, UNDER, "1"),
    ("(£800)", "-800", None, EXACT, "1"),
    ("£(800)", "-800", None, EXACT, "1"),
    ("(800)", "-800", None, EXACT, "1"),
    ("- £ 330k", "-330000", None, EXACT, "1000"),
    ("£ 650k", "650000", None, EXACT, "1000"),
    ("-£50k", "-50000", None, EXACT, "1000"),
    ("£-50k", "-50000", None, EXACT, "1000"),
    ("−£50k", "-50000", None, EXACT, "1000"),
    ("– 340,000", "-340000", None, EXACT, "1"),
    ("- 340,000", "-340000", None, EXACT, "1"),
    (f"-{NBSP}£{NBSP}340,000", "-340000", None, EXACT, "1"),
    ("+£50k", "50000", None, EXACT, "1000"),
    ("-36", "-36", None, EXACT, "1"),
    ("(£2,534,595k)", "-2534595000", None, EXACT, "1000"),
    ("£1,454,000k", "1454000000", None, EXACT, "1000"),
    ("£.700k", "700", None, EXACT, "1"),
    ("£1.825", "1.825", None, EXACT, "0.001"),
    ("£22.417K", "22417", None, EXACT, "1"),
    ("£266,194.00", "266194", None, EXACT, "0.01"),
    ("£2890k", "2890000", None, EXACT, "1000"),
    ("£2000k", "2000000", None, EXACT, "1000"),
    ("£1,000K", "1000000", None, EXACT, "1000"),
    ("1222", "1222", None, EXACT, "1"),
    ("£0.10", "0.1", None, EXACT, "0.01"),
    ("£80k to 100k", "80000", "100000", EXACT, "1000"),
    ("£80k-£100k", "80000", "100000", EXACT, "1000"),
    ("£80k – £100k", "80000", "100000", EXACT, "1000"),
    ("£80 to 100k", "80000", "100000", EXACT, "1000"),
    ("80-100k", "80000", "100000", EXACT, "1000"),
    ("£0.5-1.5m", "500000", "1500000", EXACT, "100000"),
    ("£900k to £1.25m", "900000", "1250000", EXACT, "10000"),
    ("£500,000 to £1.5m", "500000", "1500000", EXACT, "100000"),
    ("between £5k and £10k", "5000", "10000", EXACT, "1000"),
    ("about £80k to £100k", "80000", "100000", ABOUT, "1000"),
    ("-£100k to -£80k", "-100000", "-80000", EXACT, "1000"),
    ("(£100k) to (£80k)", "-100000", "-80000", EXACT, "1000"),
    ("-5--3", "-5", "-3", EXACT, "1"),
]


@pytest.mark.parametrize(
    ("text", "number", "high", "qualifier", "quantum"),
    POUND_FIGURES,
    ids=[repr(row[0]) for row in POUND_FIGURES],
)
def test_every_spelling_of_pounds_is_read_to_the_pound(
    text: str, number: str, high: str | None, qualifier: Qualifier, quantum: str
) -> None:
    amount = read(text)
    assert amount.number == Decimal(number)
    assert amount.high == (None if high is None else Decimal(high))
    assert (amount.unit, amount.qualifier, amount.state) == (POUNDS, qualifier, State.FIGURE)
    assert amount.quantum == Decimal(quantum)
    assert amount.printed == text


# text, unit of the column, number, upper end, unit of the amount
UNITS_AND_COLUMNS = [
    ("36", THOUSANDS, "36000", None, POUNDS),
    ("£36", THOUSANDS, "36000", None, POUNDS),
    ("£3,100K", THOUSANDS, "3100000", None, POUNDS),
    ("-36.5", THOUSANDS, "-36500", None, POUNDS),
    ("30-50", THOUSANDS, "30000", "50000", POUNDS),
    ("1.5", MILLIONS, "1500000", None, POUNDS),
    ("400k", MILLIONS, "400000", None, POUNDS),
    ("£1.25m", THOUSANDS, "1250000", None, POUNDS),
    ("2.5%", THOUSANDS, "2.5", None, PERCENT),
    ("3 FTE", THOUSANDS, "3", None, FTE),
    ("30-50%", POUNDS, "30", "50", PERCENT),
    ("30% to 50%", POUNDS, "30", "50", PERCENT),
    ("60 per cent", POUNDS, "60", None, PERCENT),
    ("339.99%", POUNDS, "339.99", None, PERCENT),
    ("50", PERCENT, "50", None, PERCENT),
    ("46.2p", POUNDS, "46.2", None, PENCE),
    ("5p to 10p", POUNDS, "5", "10", PENCE),
    ("651,940", NUMBER, "651940", None, NUMBER),
    ("6519", Unit(name="players"), "6519", None, Unit(name="players")),
    ("1,200 people", POUNDS, "1200", None, PEOPLE),
    ("1 person", POUNDS, "1", None, PEOPLE),
    ("5 to 10 people", POUNDS, "5", "10", PEOPLE),
    ("70k", PEOPLE, "70000", None, PEOPLE),
    ("1.5 million people", POUNDS, "1500000", None, PEOPLE),
    ("1.0 fte", POUNDS, "1", None, FTE),
    ("£500", PEOPLE, "500", None, POUNDS),
    ("£5 to 10k", PEOPLE, "5000", "10000", POUNDS),
    ("300 sq m", POUNDS, "300", None, Unit(name="sq m")),
    ("20 months", POUNDS, "20", None, Unit(name="months")),
]


@pytest.mark.parametrize(
    ("text", "column", "number", "high", "unit"),
    UNITS_AND_COLUMNS,
    ids=[f"{row[0]!r} in {row[1].label}" for row in UNITS_AND_COLUMNS],
)
def test_a_cell_takes_the_unit_of_its_column_unless_it_prints_its_own(
    text: str, column: Unit, number: str, high: str | None, unit: Unit
) -> None:
    amount = read(text, column)
    assert (amount.number, amount.unit) == (Decimal(number), unit)
    assert amount.high == (None if high is None else Decimal(high))


def test_a_printed_digit_is_worth_what_the_column_makes_of_it() -> None:
    assert read("36", THOUSANDS).quantum == Decimal(1000)
    assert read("36.5", THOUSANDS).quantum == Decimal(100)
    assert read("36", PEOPLE).quantum == Decimal(1)


STATES = [
    ("", State.ABSENT),
    ("   ", State.ABSENT),
    ("-", State.ABSENT),
    (" – ", State.ABSENT),
    ("—", State.ABSENT),
    ("£ -", State.ABSENT),
    ("nil", State.NIL),
    ("Nil", State.NIL),
    ("n/a", State.NOT_APPLICABLE),
    ("N/A", State.NOT_APPLICABLE),
    ("na", State.NOT_APPLICABLE),
    ("Not applicable", State.NOT_APPLICABLE),
    ("tbc", State.TBC),
    ("TBC", State.TBC),
    ("TBD", State.TBC),
    ("to be confirmed", State.TBC),
    ("withheld", State.WITHHELD),
]


@pytest.mark.parametrize(("text", "state"), STATES, ids=[repr(row[0]) for row in STATES])
def test_absent_nil_not_applicable_tbc_and_withheld_are_states_without_a_number(
    text: str, state: State
) -> None:
    amount = read(text, THOUSANDS)
    assert (amount.state, amount.number, amount.quantum) == (state, None, None)
    assert (amount.unit, amount.printed) == (POUNDS, text.strip())
    assert parse_state(text) is state


@pytest.mark.parametrize("text", ["0", "£0", "0.00", "-0", "£0k", "(£0)"])
def test_a_printed_zero_is_a_number_and_a_state_of_its_own(text: str) -> None:
    amount = read(text)
    assert (amount.state, amount.number) == (State.ZERO, Decimal(0))
    assert parse_state(text) is None


def test_the_six_ways_of_saying_nothing_are_six_different_things() -> None:
    amounts = {read(text) for text in ("", "0", "nil", "N/A", "TBC", "withheld")}
    assert len(amounts) == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [("£900k", "£0.9m"), ("£0", "0.00"), ("-", ""), ("c£3m", "about £3,000,000"), ("(£5)", "-£5")],
)
def test_amounts_printed_in_two_ways_are_one_amount(one: str, other: str) -> None:
    assert read(one) == read(other)
    assert hash(read(one)) == hash(read(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£900k", "£901k"),
        ("£900k", "about £900k"),
        ("£900k", "£900k to £1m"),
        ("50", "50%"),
        ("£0", "nil"),
        ("£900k", "£900k (read £9m: the next table says so)"),
    ],
)
def test_another_number_qualifier_unit_state_or_reading_is_another_amount(
    one: str, other: str
) -> None:
    assert read(one) != read(other)


def test_a_damaged_print_is_readable_where_a_reading_stands_beside_it() -> None:
    amount = read("£1,818,28 (read £1,818,285: last digit cut off)")
    assert (amount.state, amount.number) == (State.UNREADABLE, None)
    assert amount.printed == "£1,818,28"
    assert amount.meant == read("£1,818,285")
    assert amount.meant.printed == "£1,818,285"
    assert amount.reading_reason == "last digit cut off"


def test_a_mislabelled_print_keeps_its_own_number_beside_the_reading() -> None:
    amount = read("£14,000 (read £14m: column is in thousands: see note)", POUNDS)
    assert (amount.number, amount.meant.number) == (Decimal(14_000), Decimal(14_000_000))
    assert amount.reading_reason == "column is in thousands: see note"


def test_a_reading_takes_the_unit_of_the_column_as_the_print_does() -> None:
    amount = read("12,34 (read 1,234: a comma too far left)", THOUSANDS)
    assert amount.meant.number == Decimal(1_234_000)


def test_without_a_reading_an_amount_means_what_it_prints() -> None:
    assert read("£900k").meant == read("£900k")


@pytest.mark.parametrize(
    ("text", "reason", "authority"),
    [
        ("withheld", "", ""),
        ("Withheld (tender open; paragraph 3)", "tender open", "paragraph 3"),
        ("withheld (tender open; two bids; paragraph 3)", "tender open; two bids", "paragraph 3"),
        ("withheld (tender open)", "tender open", ""),
    ],
)
def test_a_withheld_value_says_why_and_under_what_authority(
    text: str, reason: str, authority: str
) -> None:
    amount = read(text)
    assert amount.state is State.WITHHELD
    assert (amount.withheld_reason, amount.withheld_authority) == (reason, authority)
    assert amount.printed == text


@pytest.mark.parametrize(
    "text",
    [
        *("Cost Neutral", "Cost neutral", "Low", "High", "5% improvement", "No change"),
        *("10% reduction in category 1&2 admissions", "Reduce cost by £5k", "by 2017"),
    ],
)
def test_wording_is_taken_where_a_field_may_hold_words_and_nowhere_else(text: str) -> None:
    amount = parse_amount_or_words(text)
    assert isinstance(amount, Amount)
    assert (amount.state, amount.number, amount.printed) == (State.WORDS, None, text)
    assert format_amount(amount) == text
    assert isinstance(parse_amount(text), Fault)


def test_words_are_equal_when_they_say_the_same_in_large_or_small_letters() -> None:
    assert parse_amount_or_words("Cost Neutral") == parse_amount_or_words("cost  neutral")
    assert parse_amount_or_words("Cost Neutral") != parse_amount_or_words("Low")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("£5 millon", "amount-word-mistyped"),
        ("£9OOk", "amount-unreadable"),
        ("£5k per year", "amount-word-unknown"),
        ("over 5k per year", "amount-word-unknown"),
        ("witheld", "amount-state-mistyped"),
        ("withheld (", "amount-withheld-form"),
        ("£1,22", "amount-grouping"),
        ("low " * 60, "amount-too-long"),
        ("?", "amount-unreadable"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_a_slip_in_an_amount_is_never_taken_for_words(text: str, code: str) -> None:
    found = parse_amount_or_words(text)
    assert isinstance(found, Fault)
    assert found.code == code


@pytest.mark.parametrize("text", ["£900k", "TBC", "", "£1,818,28 (read £1,818,285: cut off)"])
def test_a_field_that_may_hold_words_reads_amounts_as_every_field_does(text: str) -> None:
    assert parse_amount_or_words(text) == parse_amount(text)


AN_AMOUNT = (
    "an amount such as £900k, c£20m or 12 posts; nil, N/A, TBC or withheld; or nothing at all"
)
AS_PRINTED = (
    "if the document prints it so, put what it means beside it, as in "
    "“£1,818,28 (read £1,818,285: the last digit is lost)”; otherwise correct the slip"
)
BEHIND = "behind the number k, m, bn, thousand, million, billion, %, p or a unit of the register"
READING = "as in “£1,818,28 (read £1,818,285: the last digit is lost)”"
WITHHELD = "“withheld (commercially sensitive; paragraph 3 of Schedule 12A)”"

# text: code, what was read, what was expected, what to do
FAULTS = {
    "Cost Neutral": ("amount-unreadable", "“Cost Neutral”", AN_AMOUNT, AS_PRINTED),
    "witheld": (
        "amount-state-mistyped",
        "“witheld”",
        "withheld, not applicable, to be confirmed or not stated",
        "write “withheld” if that is what is meant",
    ),
    "£5 millon": (
        "amount-word-mistyped",
        "“£5 millon”",
        BEHIND,
        "write “million” in place of “millon” if that is what is meant",
    ),
    "£5k per year": (
        "amount-word-unknown",
        "“£5k per year”",
        BEHIND,
        "take “per year” out; period, basis and notes have places of their own",
    ),
    "£1,818,28": (
        "amount-grouping",
        "“£1,818,28”",
        "a comma before every three digits, as in £1,818,285",
        AS_PRINTED,
    ),
    "9" * 31: (
        "amount-too-long",
        f"“{'9' * 31}”",
        "at most 200 characters and 30 digits",
        "keep the amount alone; words belong in a note",
    ),
    "£30 to 50%": (
        "amount-units-mixed",
        "“£30 to 50%”",
        "one unit in one cell",
        "write either pounds, or a percentage, or a count; give the other a cell of its own",
    ),
    "£100k to £80k": (
        "amount-range-order",
        "“£100k to £80k”",
        "the lower amount first, as in £80k to £100k",
        AS_PRINTED,
    ),
    "up to c£5m": (
        "amount-qualifiers",
        "“up to c£5m”",
        "one of about, up to, at least, over and under; with a range only about",
        "keep the one that says most and put the other into a note",
    ),
    "£5k (read £6k: a digit": (
        "amount-reading-form",
        "“£5k (read £6k: a digit”",
        f"the meant amount, a colon and the reason, all in brackets, {READING}",
        "write the meant amount after the word read and close the bracket at the end of the cell",
    ),
    "£5k (read £6k)": (
        "amount-reading-reason",
        "“£5k (read £6k)”",
        f"a colon and the reason behind the meant amount, {READING}",
        "say in a few words how the document shows that this is meant",
    ),
    "withheld (": (
        "amount-withheld-form",
        "“withheld (”",
        f"the word alone, or with reason and authority, as in {WITHHELD}",
        "put the reason and the authority into brackets, with a semicolon between them",
    ),
}


@pytest.mark.parametrize("text", FAULTS, ids=[row[0] for row in FAULTS.values()])
def test_each_fault_says_what_was_read_what_was_expected_and_what_to_do(text: str) -> None:
    code, found, expected, remedy = FAULTS[text]
    assert fault_of(text) == Fault(code=code, read=found, expected=expected, remedy=remedy)


def test_the_list_of_codes_has_a_meaning_for_every_fault_and_no_other() -> None:
    assert set(CODES) == {code for code, *_ in FAULTS.values()} | {"unit-unknown"}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", code) for code in CODES)
    assert all(meaning.endswith(".") and "\n" not in meaning for meaning in CODES.values())


MORE_FAULTS = [
    ("1,22", "amount-grouping"),
    ("12,34,567", "amount-grouping"),
    ("£1,2345", "amount-grouping"),
    ("0,123", "amount-grouping"),
    ("£5,", "amount-grouping"),
    ("80k to 1,22k", "amount-grouping"),
    ("1.2.3", "amount-unreadable"),
    ("5.", "amount-unreadable"),
    ("007", "amount-unreadable"),
    ("£", "amount-unreadable"),
    ("()", "amount-unreadable"),
    ("(£800", "amount-unreadable"),
    ("£800)", "amount-unreadable"),
    ("-(£800)", "amount-unreadable"),
    ("--5", "amount-unreadable"),
    ("£9OOk", "amount-unreadable"),
    ("5 10", "amount-unreadable"),
    ("5 to 6 to 7", "amount-unreadable"),
    ("١٢٣", "amount-unreadable"),
    ("½", "amount-unreadable"),
    ("5²", "amount-word-unknown"),
    ("none", "amount-unreadable"),
    ("to be confirmd", "amount-state-mistyped"),
    ("5 peopel", "amount-word-mistyped"),
    ("£50%", "amount-units-mixed"),
    ("£5 people", "amount-units-mixed"),
    ("5k%", "amount-units-mixed"),
    ("5 people to 10 FTE", "amount-units-mixed"),
    ("2013-14", "amount-range-order"),
    ("£80k to £80k", "amount-range-order"),
    ("c£200m+", "amount-qualifiers"),
    ("up to £80k to £100k", "amount-qualifiers"),
    ("x" * 201, "amount-too-long"),
    ("£5k (read )", "amount-reading-form"),
    ("£5k (read : because)", "amount-reading-form"),
    ("£5k (read £6k: )", "amount-reading-reason"),
    ("£5k (read £6,0k: typed too fast)", "amount-grouping"),
    (f"{'9' * 31} (read £6: far too long)", "amount-too-long"),
    ("withheld ()", "amount-withheld-form"),
    ("withheld (; paragraph 3)", "amount-withheld-form"),
    ("withheld (tender open;)", "amount-withheld-form"),
    ("withheld by the council", "amount-withheld-form"),
]


@pytest.mark.parametrize(
    ("text", "code"), MORE_FAULTS, ids=[repr(row[0][:30]) for row in MORE_FAULTS]
)
def test_what_cannot_be_read_without_guessing_is_a_named_fault(text: str, code: str) -> None:
    assert fault_of(text).code == code


def test_a_percentage_has_no_thousands_even_in_a_column_of_percentages() -> None:
    assert fault_of("70k", PERCENT).code == "amount-units-mixed"


def test_a_message_quotes_long_text_shortened_and_on_one_line() -> None:
    assert fault_of("first line\nsecond\tline " + "x" * 60).read == (
        f"“first line second line {'x' * 37}…”"
    )
    assert fault_of("\x1b[31mred").read == "“\ufffd[31mred”"


@given(st.text(), st.sampled_from([POUNDS, THOUSANDS, PERCENT, PEOPLE]))
@example("1" * 10_000, POUNDS)
@example("(" * 10_000, POUNDS)
@example("£1 (read " + " " * 10_000, POUNDS)
def test_any_text_at_all_gives_an_amount_or_a_fault(text: str, unit: Unit) -> None:
    for found in (parse_amount(text, unit), parse_amount_or_words(text, unit), parse_unit(text)):
        assert isinstance(found, Amount | Fault | Unit)
        assert not isinstance(found, Fault) or found.code in CODES


@given(st.text(alphabet="£0123456789.,-–−()+kKmbn% ctoupread:'\u00a0", max_size=30))
def test_any_text_made_of_the_signs_of_amounts_gives_an_amount_or_a_fault(text: str) -> None:
    found = parse_amount(text)
    assert isinstance(found, Amount) or found.code in CODES


# text: how the same amount stands on a page
FORMATS = {
    "£1.4m": "£1.4 million",
    "£1.45m": "£1.45 million",
    "£20m": "£20 million",
    "£1,454k": "£1,454,000",
    "£1,454,000k": "£1,454 million",
    "£1.5bn": "£1.5 billion",
    "£400,000.00": "£400,000",
    "£0.4m": "£400,000",
    "£999,999": "£999,999",
    "£1,000,000": "£1 million",
    "£1,000,000.50": "£1,000,000.50",
    "£0.1": "£0.10",
    "£1,269.5": "£1,269.50",
    "£1.825": "£1.825",
    "£0": "£0",
    "- £ 330k": "−£330,000",
    "(£2.5m)": "−£2.5 million",
    "£80k to 100k": "£80,000 to £100,000",
    "£1m-£2.5m": "£1 million to £2.5 million",
    "£500k-£1.5m": "£500,000 to £1,500,000",
    "-£100k to -£80k": "−£100,000 to −£80,000",
    "c£20m": "about £20 million",
    "up to £5million": "up to £5 million",
    "£200m+": "at least £200 million",
    "over £1m": "over £1 million",
    "under £100k": "under £100,000",
    "c£1m to £2m": "about £1 million to £2 million",
    "2.50%": "2.5%",
    "30-50%": "30% to 50%",
    "-1%": "−1%",
    "46.2p": "46.2p",
    "1200 people": "1,200 people",
    "1.0 person": "1 person",
    "2.5 FTE": "2.5 FTE",
    "1 property": "1 property",
    "5-10 posts": "5 to 10 posts",
    "1500 number": "1,500",
    "4 level": "4",
    "nil": "nil",
    "n/a": "not applicable",
    "tbc": "to be confirmed",
    "withheld (tender; paragraph 3)": "withheld",
    "-": "not stated",
    "£1,818,28 (read £1,818,285: cut off)": "£1,818,28",
}


@pytest.mark.parametrize("text", FORMATS, ids=repr)
def test_a_page_writes_amounts_the_gov_uk_way_and_never_rounds(text: str) -> None:
    assert format_amount(read(text)) == FORMATS[text]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("£900k", "900000"),
        ("£0.10", "0.1"),
        ("- £ 330k", "-330000"),
        ("£1bn", "1000000000"),
        ("£266,194.00", "266194"),
        ("£0", "0"),
        ("-0", "0"),
    ],
)
def test_data_files_get_plain_decimals(text: str, plain: str) -> None:
    assert plain_number(number_of(text)) == plain


EVERY_UNIT = [POUNDS, PERCENT, *(Unit(name=name) for name in COUNTING_UNITS)]
numbers = st.decimals(
    min_value=-(10**15), max_value=10**15, places=None, allow_nan=False, allow_infinity=False
).filter(lambda number: len(plain_number(number)) <= 28)
round_numbers = st.builds(
    lambda digits, zeros: Decimal(f"{digits}E{zeros}"),
    st.integers(min_value=-9999, max_value=9999),
    st.integers(min_value=-3, max_value=12),
)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    unit = draw(st.sampled_from(EVERY_UNIT))
    low, high = sorted(draw(st.tuples(round_numbers | numbers, round_numbers | numbers)))
    if low < high and draw(st.booleans()) and len(plain_number(low) + plain_number(high)) < 30:
        qualifier = draw(st.sampled_from([EXACT, ABOUT]))
        return Amount(number=low, high=high, unit=unit, qualifier=qualifier)
    state = State.FIGURE if low else State.ZERO
    qualifier = draw(st.sampled_from(list(Qualifier)))
    return Amount(number=low, unit=unit, qualifier=qualifier, state=state)


@given(amounts())
def test_reading_what_was_written_gives_the_same_amount(amount: Amount) -> None:
    assert parse_amount(format_amount(amount), amount.unit) == amount


@pytest.mark.parametrize("state", [State.NIL, State.NOT_APPLICABLE, State.TBC, State.ABSENT])
@pytest.mark.parametrize("unit", [POUNDS, PERCENT, PEOPLE], ids=lambda unit: unit.label)
def test_reading_a_state_in_words_gives_the_same_state(state: State, unit: Unit) -> None:
    amount = Amount(state=state, unit=unit)
    assert parse_amount(format_amount(amount), unit) == amount


@given(numbers | round_numbers)
def test_a_page_shows_every_digit_of_an_amount(number: Decimal) -> None:
    shown = format_amount(exactly(number))
    scale = {"million": 10**6, "billion": 10**9}.get(shown.rpartition(" ")[2], 1)
    digits = Decimal(re.sub(r"[^0-9.]", "", shown))
    assert digits * scale == abs(number)
    assert ".00" not in shown or number != round(number)


def test_a_worked_out_number_is_an_amount_without_a_print() -> None:
    assert exactly(Decimal(900_000)) == read("£900k")
    assert exactly(Decimal(0), THOUSANDS) == read("£0")
    assert exactly(Decimal("2.5"), PERCENT).printed == ""


def test_thirty_digits_are_kept_to_the_last() -> None:
    digits = "123456789012345678901234567.891"
    assert plain_number(number_of(f"£{digits}")) == digits
    assert plain_number(number_of(f"-£{digits}k")) == "-123456789012345678901234567891"


UNITS = {
    "£": POUNDS,
    "pounds": POUNDS,
    "£k": THOUSANDS,
    "£K": THOUSANDS,
    "k": THOUSANDS,
    "£000": THOUSANDS,
    "£000s": THOUSANDS,
    "£'000": THOUSANDS,
    "£’000s": THOUSANDS,
    "£' 000": THOUSANDS,
    "£m": MILLIONS,
    "£ million": MILLIONS,
    "£bn": Unit(name="£", scale=1_000_000_000),
    "%": PERCENT,
    "per cent": PERCENT,
    "pence": PENCE,
    "p": PENCE,
    "people": PEOPLE,
    "person": PEOPLE,
    "fte": FTE,
    "count": NUMBER,
    "Sq Ft": Unit(name="sq ft"),
    "kWh": Unit(name="kWh"),
}


@pytest.mark.parametrize("text", UNITS, ids=repr)
def test_a_unit_is_read_in_every_usual_spelling(text: str) -> None:
    assert parse_unit(text) == UNITS[text]


@pytest.mark.parametrize("name", COUNTING_UNITS)
def test_every_counting_unit_is_read_in_the_plural_and_in_the_singular(name: str) -> None:
    unit = Unit(name=name)
    assert parse_unit(name) == unit == parse_unit(unit.singular)
    assert unit.label == name


@pytest.mark.parametrize(("unit", "label"), [(THOUSANDS, "£k"), (MILLIONS, "£m"), (PERCENT, "%")])
def test_a_unit_has_a_usual_spelling_and_a_base(unit: Unit, label: str) -> None:
    assert unit.label == label
    assert unit.base == Unit(name=unit.name)
    assert parse_unit(unit.label) == unit


@pytest.mark.parametrize(
    ("text", "found", "remedy"),
    [
        ("peopel", "“peopel”", "write “people” if that is what is meant"),
        ("£kk", "“£kk”", "write “£k” if that is what is meant"),
        ("bananas", "“bananas”", "use one of the units listed in the guide, or propose a new one"),
        ("", "nothing", "use one of the units listed in the guide, or propose a new one"),
    ],
)
def test_an_unknown_unit_is_a_fault_that_names_the_nearest_known_one(
    text: str, found: str, remedy: str
) -> None:
    assert parse_unit(text) == Fault(
        code="unit-unknown",
        read=found,
        expected="a unit of the register, such as £, £k, £m, %, people or FTE",
        remedy=remedy,
    )
