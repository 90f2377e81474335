"""What a figure's name stands for, in the words that the document prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.core.naming import context_of_split, describe, singles
from generator.core.period_format import format_period
from generator.core.words import Basis, Measure
from tests.reading.corpus import below, load, top

if TYPE_CHECKING:
    from generator.core.case import Case

TEXT = below("""\
## Financial case

### Costs by post {#costs}
cost, £, in year; lines 1 to 9

| Post      | id     | measure | 2017/18 | Total | Share [%, share] |
|-----------|--------|---------|--------:|------:|-----------------:|
| Librarian |        |         | £10     | £10   | 60               |
| Assistant | helper | saving  | £5      | £5    | 40               |

### Figures in the text {#figures}

| id    | what       | measure | amount | period  | basis   | line |
|-------|------------|---------|--------|---------|---------|------|
| spent | all in all | cost    | £15    | 2017/18 | one-off | 20   |

### Claims {#claims}

| id      | claim   | value | unit   | what              | line |
|---------|---------|-------|--------|-------------------|------|
| payback | payback | 28    | months | of the whole plan | 21   |
| npv     | NPV     | £3    |        |                   | 22   |

### Benefits without money {#benefits}
benefits; line 23

| benefit     | id    | baseline | 2018/19 |
|-------------|-------|----------|---------|
| Open longer | hours | 40       | 50      |
""").replace(
    "source: budget-2018\n",
    "source: budget-2018\nheadline:\n  amount: £15\n  measure: cost\n  period: 2017/18\n"
    "  basis: in year\n  line: 24\n"
    "  splits: [{by: reference, name: F/R.6.110, amount: £20, line: 25}]\n",
)
CASE: Case = load(TEXT).case
PATH = str(CASE.id)


@pytest.mark.parametrize(
    ("name", "text", "within"),
    [
        ("headline", "the headline", ""),
        ("headline.splits.f-r-6-110", "the part “F/R.6.110” of the headline", ""),
        ("spent", "“all in all”", ""),
        ("payback", "“payback, of the whole plan”", ""),
        ("npv", "“NPV”", ""),
        ("hours.baseline", "“baseline” of the benefit “Open longer”", ""),
        ("hours.2018-19", "“2018/19” of the benefit “Open longer”", ""),
        ("costs", "“Costs by post”", ""),
        ("costs.helper", "“Assistant”", "Costs by post"),
        ("costs.2017-18", "“2017/18”", "Costs by post"),
        ("costs.helper.2017-18", "“Assistant, 2017/18”", "Costs by post"),
        ("nothing", "“nothing”", ""),
        ("costs.helper.nothing", "“Assistant, nothing”", "Costs by post"),
        ("a/b/c#spent", "“a/b/c#spent”", ""),
    ],
)
def test_a_name_is_said_in_the_words_of_the_document(name: str, text: str, within: str) -> None:
    described = describe(CASE, name)
    assert (described.text, described.within, described.name) == (text, within, name)
    assert described.case == PATH


@pytest.mark.parametrize(
    ("name", "measure", "basis", "line"),
    [
        ("headline", Measure.COST, Basis.IN_YEAR, "24"),
        ("headline.splits.f-r-6-110", Measure.COST, Basis.IN_YEAR, "25"),
        ("spent", Measure.COST, Basis.ONE_OFF, "20"),
        ("costs.helper.2017-18", Measure.SAVING, Basis.IN_YEAR, "1-9"),
        ("costs.librarian.2017-18", Measure.COST, Basis.IN_YEAR, "1-9"),
        ("costs.share", Measure.SHARE, Basis.IN_YEAR, "1-9"),
        ("costs.helper", Measure.SAVING, Basis.IN_YEAR, "1-9"),
        ("payback", None, None, "21"),
    ],
)
def test_a_figure_comes_with_what_it_measures_on_which_basis_and_where_it_stands(
    name: str, measure: Measure | None, basis: Basis | None, line: str
) -> None:
    context = describe(CASE, name).context
    assert (context.measure, context.basis, str(context.lines)) == (measure, basis, line)


def test_a_cell_of_the_total_column_stands_on_the_line_of_its_own_row() -> None:
    """Its name ends as that of a total row above it: the one is a column, the other a row."""
    case = load(
        below("""\
## Financial case

### Costs by post {#costs}
cost, £, in year

| Post      | 2017/18 | Total | line |
|-----------|--------:|------:|------|
| Total     | £15     | £15   | 4    |
| Librarian | £10     | £10   | 5    |
""")
    ).case
    described = describe(case, "costs.librarian.total")
    assert (described.text, str(described.context.lines)) == ("“Librarian, Total”", "5")


def test_a_part_of_the_headline_has_no_period_of_its_own_unless_it_says_so() -> None:
    assert describe(CASE, "headline").context.period
    assert describe(CASE, "headline.splits.f-r-6-110").context.period is None


def test_a_cell_has_the_period_of_its_column() -> None:
    period = describe(CASE, "costs.helper.2017-18").context.period
    assert period is not None
    assert period.printed == "2017/18"


def test_a_name_of_another_case_is_described_there() -> None:
    other = load(TEXT.replace("all in all", "all of it")).case
    described = describe(CASE, "north/2018-19/park#spent", {"north/2018-19/park": other})
    assert (described.text, described.name) == ("“all of it”", "spent")


def test_every_value_outside_of_tables_has_one_name_in_printed_order() -> None:
    assert [each.name for each in singles(CASE)] == [
        *("headline", "headline.splits.f-r-6-110", "spent", "payback", "npv"),
        *("hours.2018-19", "hours.baseline"),
    ]


def test_every_value_outside_of_tables_is_described_by_its_name_as_it_is_listed() -> None:
    for single in singles(CASE):
        assert describe(CASE, single.name) == single


def test_a_part_that_a_headline_or_a_benefit_does_not_have_is_not_known() -> None:
    for single in singles(CASE):
        assert describe(CASE, f"{single.name}.nothing").text == f"“{single.name}.nothing”"


@pytest.mark.parametrize(
    ("by", "name", "period"),
    [
        ("year", "2018/19", "2018/19"),
        ("year", "the first", None),  # which year that is nobody can tell
        ("strand", "2018/19", "2018/19 to 2019/20"),
    ],
)
def test_a_part_by_year_is_for_the_year_it_is_named_after(
    by: str, name: str, period: str | None
) -> None:
    fields = (
        "headline:\n  {amount: £10, measure: saving, period: 2018/19 to 2019/20, line: 3,\n"
        f"   splits: [{{by: {by}, name: {name}, amount: £5, line: 4}}]}}\n"
    )
    headline = load(top(fields)).case.headline
    assert headline
    context = context_of_split(headline, headline.splits[0])
    found = format_period(context.period.meant) if context.period else None
    assert (found, context.measure, str(context.lines)) == (period, Measure.SAVING, "4")
