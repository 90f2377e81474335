"""What counts as a change between two versions of a case, and what does not."""

from __future__ import annotations

import pytest

from generator.changes.change import UNREADABLE, Topic
from generator.changes.compare import changes_between
from tests.audit.cases import case_of, case_text, figures, relations, table
from tests.changes.shown import changed, lines, reverse

HEADLINE = (
    "headline: {{amount: '{}', measure: saving, period: 2018/19, basis: in year, line: {}}}\n"
)


def listed(field: str, *items: str) -> str:
    """A case with a list of these items."""
    return case_text(fields=f"{field}:\n" + "".join(f"  - {{{item}}}\n" for item in items))


def headline(amount: str, line: int = 3) -> str:
    return case_text(fields=HEADLINE.format(amount, line))


SAME = {
    "an amount spelled anew": (headline("£900k"), headline("£0.9m")),
    "a line that moved": (headline("£900k", 3), headline("£900k", 8)),
    "two risks in another order": (
        listed("risks", "title: Snow, likelihood: 3", "title: Fire"),
        listed("risks", "title: Fire", "title: Snow, likelihood: 3"),
    ),
    "themes in another order": (
        case_text(fields="themes: [libraries, back-office]\n"),
        case_text(fields="themes: [back-office, libraries]\n"),
    ),
    "prose with other line breaks": (
        case_text(body="One thing\nafter another."),
        case_text(body="One thing after\nanother."),
    ),
    "a table in thousands": (
        case_text(body=table("Item | 2020/21", "Staff | £12,000", "Rent | ")),
        case_text(
            body=table("Item | 2020/21", "Rent | ", "Staff | 12", facets="saving, £k; lines 4 to 9")
        ),
    ),
    "columns in another order": (
        case_text(body=table("Item | North | South", "Staff | £1k | £2k")),
        case_text(body=table("Item | South | North", "Staff | £2k | £1k")),
    ),
    "the measure said by each row and not by the table": (
        case_text(body=table("Item | 2020/21", "Staff | £12k", "Rent | £3k")),
        case_text(
            body=table(
                "Item | measure | 2020/21",
                *("Staff | saving | £12k", "Rent | saving | £3k"),
                facets="£; lines 1 to 9",
            )
        ),
    ),
    "the parts of a sum in another order": (
        case_text(body=table("Item | Sum", "a | £1", "b | £2", "c | £3") + relations(
            "`costs.c.sum` = `costs.a.sum` + `costs.b.sum`")),
        case_text(body=table("Item | Sum", "a | £1", "b | £2", "c | £3") + relations(
            "`costs.c.sum` = `costs.b.sum` + `costs.a.sum`")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SAME)
def test_no_change_is(what: str) -> None:
    before, after = SAME[what]
    assert changed(before, after) == []
    assert changed(after, before) == []


IMPACTS = "impacts: {{positive: {}, protected: {{answer: some, groups: {{age: {}}}}}}}\n"
PAY = "All pay and pensions"
CELL = "tables[costs]/rows[rent]/columns[2021-22]"
WITHHELD = "withheld (a contract is open; paragraph {})"
FIGURE = "gap | funding gap | funding gap | {} | 2020/21 | in year | 7"
PLAIN_TABLE = table("Item | 2020/21 | 2021/22", "Staff | £12k | £13k", "Rent | £3k | £4k")
CHANGED = {
    "an amount": (
        headline("£900,000"),
        headline("£750,000"),
        ["money changed headline/amount: £900,000 -> £750,000"],
    ),
    "a qualifier": (
        headline("£900k"),
        headline("up to £900k"),
        ["money changed headline/amount: £900k -> up to £900k"],
    ),
    "an amount that is withheld now": (
        headline("£900k"),
        headline(WITHHELD.format(3)),
        [f"money changed headline/amount: £900k -> {WITHHELD.format(3)}"],
    ),
    "why an amount is withheld": (
        headline(WITHHELD.format(3)),
        headline(WITHHELD.format(5)),
        [f"wording changed headline/amount: {WITHHELD.format(3)} -> {WITHHELD.format(5)}"],
    ),
    "a headline": (
        case_text(),
        headline("£900k"),
        ["money added headline"],
    ),
    "a reading that means the same amount": (
        case_text(body=figures(FIGURE.format("£1,500"))),
        case_text(body=figures(FIGURE.format("£1,50 (read £1,500: a digit is lost)"))),
        ["wording changed figures[gap]/amount: £1,500 -> £1,50"],
    ),
    "a reading that means another amount": (
        case_text(body=figures(FIGURE.format("£1,50 (read £1,500: a digit is lost)"))),
        case_text(body=figures(FIGURE.format("£1,50 (read £1,501: a digit is lost)"))),
        ["money changed figures[gap]/amount: £1,50 -> £1,50"],
    ),
    "why a print is read otherwise": (
        case_text(body=figures(FIGURE.format("£1,50 (read £1,500: a digit is lost)"))),
        case_text(body=figures(FIGURE.format("£1,50 (read £1,500: the page is torn)"))),
        ["wording changed figures[gap]/amount: £1,50 -> £1,50"],
    ),
    "why a cell is withheld": (
        case_text(body=PLAIN_TABLE.replace("£4k", WITHHELD.format(3))),
        case_text(body=PLAIN_TABLE.replace("£4k", WITHHELD.format(5))),
        [
            f"wording changed {CELL}: {WITHHELD.format(3)} -> {WITHHELD.format(5)}",
        ],
    ),
    "what a figure is called": (
        case_text(body=figures(FIGURE.format("£1,500"))),
        case_text(body=figures(FIGURE.format("£1,500").replace("gap | funding", "gap | the", 1))),
        ["wording renamed figures[gap]/what: funding gap -> the gap"],
    ),
    "a cell": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("£4k", "£5k")),
        [f"money changed {CELL}: £4k -> £5k"],
    ),
    "a row": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("| Rent", "| Heat | £1 | £2 |\n| Rent")),
        ["money added tables[costs]/rows[heat]"],
    ),
    "a row and a column at once, with the cell at their crossing": (
        case_text(body=table("Item | North", "Staff | £1k")),
        case_text(body=table("Item | North | South", "Staff | £1k | £2k", "Rent | £3k | £4k")),
        ["money added tables[costs]/rows[rent]", "money added tables[costs]/columns[south]"],
    ),
    "the label of a row with the same amounts": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("Staff", PAY)),
        [
            f"wording renamed tables[costs]/rows[all-pay-and-pensions]/label: Staff -> {PAY}",
        ],
    ),
    "the label of a row with other amounts": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("Staff | £12k", "All pay and pensions | £14k")),
        [
            "money added tables[costs]/rows[all-pay-and-pensions]",
            "money removed tables[costs]/rows[staff]",
        ],
    ),
    "the label of a row, but for a slip": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("Rent | £3k", "Rents | £5k")),
        [
            "wording renamed tables[costs]/rows[rent]/label: Rent -> Rents",
            "money changed tables[costs]/rows[rent]/columns[2020-21]: £3k -> £5k",
        ],
    ),
    "the label of a column, which stands for the same year": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("2021/22", "FY 21/22").replace("£13k", "£14k")),
        [
            "wording renamed tables[costs]/columns[2021/22]/label: 2021/22 -> FY 21/22",
            "money changed tables[costs]/rows[staff]/columns[2021/22]: £13k -> £14k",
        ],
    ),
    "what a row measures": (
        case_text(body=PLAIN_TABLE),
        case_text(body=PLAIN_TABLE.replace("saving, £", "cost, £")),
        ["money changed tables[costs]/context/measure: saving -> cost"],
    ),
    "an option that is preferred now": (
        listed("options", "title: Stay, outcome: preferred", "title: Move"),
        listed("options", "title: Move, outcome: preferred", "title: Stay"),
        [
            "options changed options[move]/outcome: not stated -> preferred",
            "options changed options[stay]/outcome: preferred -> not stated",
        ],
    ),
    "the group of an option": (
        listed("options", "title: Stay, group: site"),
        listed("options", "title: Stay, group: building"),
        ["options moved options[stay]/group: site -> building"],
    ),
    "a risk, whose title was mended": (
        listed("risks", "title: Staf may leave, likelihood: 3"),
        listed("risks", "title: Staff may leave, likelihood: 4"),
        [
            "risk renamed risks[staf may leave]/title: Staf may leave -> Staff may leave",
            "risk changed risks[staf may leave]/likelihood: 3 -> 4",
        ],
    ),
    "one of two risks of one reference": (
        listed("risks", "reference: R, title: Snow", "reference: R, title: Fire"),
        listed("risks", "reference: R, title: Fire", "reference: R, title: Flood"),
        ["risk added risks[flood]", "risk removed risks[snow]"],
    ),
    "who is the senior responsible officer": (
        listed("people", "name: A. Ames, role: senior responsible officer"),
        listed("people", "name: B. Byrd, role: senior responsible officer"),
        [
            "people changed people[senior responsible officer]/name: A. Ames -> B. Byrd"
        ],
    ),
    "the day of a decision": (
        listed("decisions", "body: Cabinet, date: 13 March 2014"),
        listed("decisions", "body: Cabinet, date: 9 April 2014"),
        ["decision changed decisions[cabinet]/date: 13 March 2014 -> 9 April 2014"],
    ),
    "one author of two, who is no successor of the other": (
        listed("people", "name: Ann Ames, role: author", "name: Bo Byrd, role: author"),
        listed("people", "name: Ann Ames, role: author", "name: Cy Cole, role: author"),
        ["people added people[cy cole author]", "people removed people[bo byrd author]"],
    ),
    "an answer on impact": (
        case_text(fields=IMPACTS.format("none", "older people")),
        case_text(fields=IMPACTS.format("blank", "all")),
        [
            "impact changed impacts/positive/answer: none -> blank",
            "impact changed impacts/protected/groups[age]/answer: older people -> all",
        ],
    ),
    "a section of prose": (
        case_text(body="A word."),
        case_text(body="Another word."),
        ["money changed sections[financial case]/text: A word. -> Another word."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGED)
def test_a_change_is(what: str) -> None:
    before, after, expected = CHANGED[what]
    assert sorted(changed(before, after)) == sorted(expected)


@pytest.mark.parametrize("what", CHANGED)
def test_backwards_it_is_the_reverse(what: str) -> None:
    before, after, _ = CHANGED[what]
    there = changes_between(case_of(before), case_of(after))
    back = changes_between(case_of(after), case_of(before))
    assert sorted(map(repr, back)) == sorted(repr(reverse(change)) for change in there)


def test_a_row_that_was_added_holds_its_amounts_and_a_column_only_those_of_older_rows() -> None:
    before = case_of(case_text(body=table("Item | North", "Staff | £1k")))
    after = case_of(
        case_text(body=table("Item | North | South", "Staff | £1k | £2k", "Rent | £3k | £4k"))
    )
    row, column = (change.after for change in changes_between(before, after))
    assert [(axis.label, amount.printed) for axis, amount in row.cells] == [
        ("North", "£3k"),
        ("South", "£4k"),
    ]
    assert [(axis.label, amount.printed) for axis, amount in column.cells] == [("Staff", "£2k")]


def test_a_field_that_could_not_be_read_is_said_to_be_so_and_nothing_else_of_it() -> None:
    sound = case_of(headline("£900k"))
    broken = case_of(headline("£5 millon"), problems=True)
    assert broken.unreadable == ("headline",)
    (change,) = changes_between(sound, broken)
    assert (change.topic, change.place) == (Topic.WORDING, ("Case", "headline"))
    assert (change.before, change.after) == (sound.headline, UNREADABLE)
    assert changes_between(broken, sound) == (reverse(change),)
    assert changes_between(broken, broken) == ()


def test_a_cell_is_owned_by_its_table_row_and_column() -> None:
    before, after = (case_of(text) for text in CHANGED["a cell"][:2])
    (change,) = changes_between(before, after)
    table_then, row_then, column_then = change.owners[0]
    assert (table_then.id, row_then.label, column_then.label) == ("costs", "Rent", "2021/22")
    assert change.place == ("Table", "amounts")


def test_a_case_that_moved_to_another_folder_is_said_to_be_called_otherwise() -> None:
    before = case_of(case_text(), "anytown/2019-20/library")
    after = case_of(case_text(), "anytown/2020-21/library")
    assert lines(changes_between(before, after)) == [
        "wording renamed id: anytown/2019-20/library -> anytown/2020-21/library"
    ]
