"""What a name in a relation stands for, and how the values of two series are paired."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.core.operands import Operand, resolve
from generator.core.problems import Fault
from tests.reading.corpus import below, load

if TYPE_CHECKING:
    from generator.core.case import Case

TEXT = below("""\
## Financial case

### Costs {#costs}
cost, £; lines 1 to 9

| Post      | id     | 2017/18 | 2018/19 | Total | Share [%] |
|-----------|--------|--------:|--------:|------:|----------:|
| Librarian |        | £10     | £20     | £30   | 60        |
| Assistant | helper | £5      | £15     | £20   | 40        |
| TOTALS    |        | £15     | £35     | £50   | 100       |

### Spending by year {#years}
cost, £; lines 10 to 19

| Year    | Spent | helper |
|---------|------:|-------:|
| 2017/18 | £15   | £5     |
| 2018/19 | £35   | £15    |
| Total   | £50   | £20    |

### Figures in the text {#figures}

| id    | what       | measure | amount | period     | basis   | line |
|-------|------------|---------|--------|------------|---------|------|
| spent | all in all | cost    | £50    | not stated | one-off | 20   |

### Claims {#claims}

| id      | claim   | value | unit   | line |
|---------|---------|-------|--------|------|
| payback | payback | 28    | months | 21   |

### Benefits without money {#benefits}
benefits; line 22

| benefit     | id    | baseline | 2018/19 | improvement |
|-------------|-------|----------|---------|-------------|
| Open longer | hours | 40       | 50      | 10-20%      |
""").replace(
    "source: budget-2018\n",
    "source: budget-2018\nheadline:\n  amount: £50\n  measure: cost\n  line: 20\n"
    "  splits: [{by: reference, name: F/R.6.110, amount: £20}]\n",
)


@pytest.fixture(scope="module")
def case() -> Case:
    loaded = load(TEXT)
    assert not loaded.problems
    return loaded.case


def found(case: Case, name: str) -> Operand:
    operand = resolve(case, name)
    assert isinstance(operand, Operand), operand
    return operand


def refused(case: Case, name: str) -> Fault:
    fault = resolve(case, name)
    assert isinstance(fault, Fault), fault
    return fault


SINGLE = {
    "headline": "£50",
    "headline.splits.f-r-6-110": "£20",
    "spent": "£50",
    "payback": "28",
    "hours.baseline": "40",
    "hours.2018-19": "50",
    "hours.improvement": "10-20%",
    "costs.librarian.2018-19": "£20",
    "costs.helper.total": "£20",
    "costs.totals.share": "100",
    "years.2018-19.spent": "£35",
}


@pytest.mark.parametrize("name", SINGLE)
def test_a_name_may_stand_for_one_value(case: Case, name: str) -> None:
    operand = found(case, name)
    assert operand.single
    assert [(item.name, item.amount.printed) for item in operand.items] == [(name, SINGLE[name])]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("costs.librarian", ["£10", "£20", "£30", "60"]),
        ("costs.totals", ["£15", "£35", "£50", "100"]),
        ("costs.2018-19", ["£20", "£15", "£35"]),
        ("costs.share", ["60", "40", "100"]),
        ("years.spent", ["£15", "£35", "£50"]),
        ("years.2017-18", ["£15", "£5"]),
    ],
)
def test_a_name_may_stand_for_a_row_or_a_column(case: Case, name: str, printed: list[str]) -> None:
    operand = found(case, name)
    assert [item.amount.printed for item in operand.items] == printed
    assert operand.table is None
    assert all(item.name.startswith(name.partition(".")[0]) for item in operand.items)


def test_a_name_may_stand_for_a_whole_table(case: Case) -> None:
    assert found(case, "costs").table == case.tables[0]


def keys(operand: Operand) -> list[str]:
    return [item.key for item in operand.items]


def test_values_of_two_series_are_paired_by_period_and_total(case: Case) -> None:
    across, down = found(case, "costs.totals"), found(case, "years.spent")
    assert keys(across)[:3] == keys(down)


def test_values_without_a_period_are_paired_by_their_id(case: Case) -> None:
    assert keys(found(case, "costs.2018-19")) == ["librarian", "helper", "total"]


def two_tables(one: str, other: str) -> Case:
    """A case with two tables of one row each, whose headings are given."""
    return load(
        below(
            f"### A {{#a}}\ncost; line 1\n\n| x | {one} |\n|---|---|\n| r | £1 |\n\n"
            f"### B {{#b}}\ncost; line 2\n\n| x | {other} |\n|---|---|\n| r | £1 |\n"
        )
    ).case


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2014/15", "FY 14/15", True),
        ("2014/15", "2014-15", True),
        ("2014/15", "April 2014 to March 2015", True),
        ("2015/17 (read 2016/17: follows 2015/16)", "2016/17", True),
        ("TOTALS", "Total cost", True),
        ("3 years", "Total", True),
        ("Year 1", "Yr 1", True),
        ("Current", "current", True),
        ("2014/15", "2014", False),
        ("Year 1", "Year 2", False),
        ("Year 1", "1 year", False),
        ("ongoing", "each year", False),
        ("Year 1 to Year 3", "Year 1 to Year 5", False),
        ("North", "South", False),
    ],
)
def test_what_a_value_is_for_does_not_depend_on_its_spelling(
    one: str, other: str, *, same: bool
) -> None:
    case = two_tables(one, other)
    assert (keys(found(case, "a.r")) == keys(found(case, "b.r"))) == same


def test_rows_of_the_same_year_are_told_apart_by_their_ids() -> None:
    text = below(
        "### Posts {#posts}\ncost; line 1\n\n| Post | period | Now | Then |\n|---|---|---|---|\n"
        "| Librarian | 2018/19 | £3 | £4 |\n| Assistant | 2018/19 | £1 | £2 |\n"
    )
    assert keys(found(load(text).case, "posts.now")) == ["librarian", "assistant"]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("spend", "spent"),
        ("headlines", "headline"),
        ("cost", "costs"),
        ("costs.libarian", "costs.librarian"),
        ("costs.shares", "costs.share"),
        ("costs.librarian.2019-20", "costs.librarian.2018-19"),
        ("costs.librarian.2018-19.x", None),
        ("hours.2017-18", "hours.2018-19"),
        ("xyz", None),
        ("costs.xyz", None),
    ],
)
def test_a_name_of_nothing_gets_the_nearest_one(case: Case, name: str, nearest: str | None) -> None:
    fault = refused(case, name)
    assert fault.code == "relation-to-nothing"
    assert name in fault.read
    if nearest:
        assert fault.remedy == f"write “{nearest}”, if that is meant"


def test_a_name_that_is_both_a_row_and_a_column_is_not_guessed() -> None:
    case = load(
        below("### T {#t}\ncost; line 1\n\n| x | North |\n|---|---|\n| North | £1 |\n")
    ).case
    fault = refused(case, "t.north")
    assert fault.code == "relation-ambiguous"
    assert found(case, "t.north.north").single


def test_a_figure_of_another_case_is_named_with_its_path(case: Case) -> None:
    others = {"a/2018-19/b": case}
    operand = resolve(case, "a/2018-19/b#costs.librarian", others)
    assert isinstance(operand, Operand)
    assert keys(operand) == keys(found(case, "costs.librarian"))
    assert operand.items[0].name == f"a/2018-19/b#{found(case, 'costs.librarian').items[0].name}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a/2018-19/c#costs", "the case “a/2018-19/c”"),
        ("a/2018-19/b#costs.nobody", "“costs.nobody”"),
        ("#costs", "a # without a case before it"),
    ],
)
def test_a_figure_that_another_case_does_not_have_is_a_fault(
    case: Case, name: str, said: str
) -> None:
    fault = resolve(case, name, {"a/2018-19/b": case})
    assert isinstance(fault, Fault)
    assert fault.code == "relation-to-nothing"
    assert fault.read == said
