"""What stands below the fields: sections, tables of each kind, and what is no table after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.core.amounts import NUMBER, POUNDS, State, Unit
from generator.core.figures import Part, Table
from generator.core.scalars import Lines
from generator.core.words import Basis, Heading, Measure, Quality
from tests.reading.corpus import below, found_codes, load

if TYPE_CHECKING:
    from generator.reading.load import Loaded

FACETS = "cost, £; lines 1 to 2"


def drawn(*rows: str, facets: str = FACETS, heading: str = "### T {#t}") -> str:
    """A table of these rows, the first being its heading."""
    first, *cells = (f"| {row} |\n" for row in rows)
    rule = "|---" * (rows[0].count("|") + 1) + "|\n"
    return f"{heading}\n{facets}\n\n{first}{rule}{''.join(cells)}\n"


def loaded(*rows: str, facets: str = FACETS, heading: str = "### T {#t}") -> Loaded:
    return load(below("## Financial case\n\n" + drawn(*rows, facets=facets, heading=heading)))


def table(*rows: str, facets: str = FACETS) -> Table:
    found = loaded(*rows, facets=facets)
    assert not found.problems
    return found.case.tables[0]


# Sections.


def test_prose_is_kept_as_typed_under_its_section() -> None:
    case = load(
        below("## Context\n\nOne *line*\nand another.\n\n- a\n- b\n\n### Within\n\n> c\n")
    ).case
    (section,) = case.sections
    assert section.heading is Heading.CONTEXT
    assert section.text == "One *line*\nand another.\n\n- a\n- b\n\n### Within\n\n> c"


def test_every_section_is_known_in_any_spelling_of_its_letters() -> None:
    text = "".join(f"## {heading.value.upper()}\n\nText.\n\n" for heading in Heading)
    found = load(below(text))
    assert not found.problems
    assert [section.heading for section in found.case.sections] == list(Heading)


def test_a_table_without_an_id_is_prose() -> None:
    text = "| a | b |\n|---|---|\n| £1x | 2018/20 |"
    found = load(below(f"## Context\n\n### By the way\n\n{text}\n"))
    assert not found.problems
    assert found.case.sections[0].text == f"### By the way\n\n{text}"


def test_an_address_of_a_link_is_not_lost_from_the_prose() -> None:
    text = "See [the plan][1].\n\n[1]: https://northtown.example/plan"
    assert load(below(f"## Context\n\n{text}\n")).case.sections[0].text == text


def test_prose_under_an_unknown_section_makes_the_sections_unreadable() -> None:
    found = load(below("## Contetx\n\nText.\n"))
    assert found_codes(found) == ["heading-unknown"]
    assert found.case.unreadable == ("sections",)


@pytest.mark.parametrize(
    "heading",
    ["### T {t}", "### T {# t}", "### T (#t)", "### T {#t", "#### T {#t}", "## Risks {#t}"],
)
def test_a_heading_whose_id_is_mistyped_is_no_silent_prose(heading: str) -> None:
    found = loaded("x | A", "r | £1", heading=heading)
    assert found_codes(found)[0] in ("id-unreadable", "heading-level")


@pytest.mark.parametrize("heading", ["### Costs (gross)", "### What {if}?", "### Costs, part #2"])
def test_a_heading_with_brackets_may_be_ordinary_text(heading: str) -> None:
    assert not load(below(f"## Context\n\n{heading}\n\nText.\n")).problems


# Finance tables.


def test_the_line_below_a_heading_tells_what_the_table_holds() -> None:
    context = table(
        "x | A",
        "r | 1",
        facets="£k, net, cost, in year, cash; lines 3 to 4; source budget-2018; a note",
    ).context
    assert (context.measure, context.unit) == (Measure.COST, Unit(name="£", scale=1000))
    assert (context.basis, context.qualities) == (Basis.IN_YEAR, (Quality.NET, Quality.CASH))
    assert (context.lines, context.source) == (Lines(first=3, last=4), "budget-2018")


def test_rows_and_columns_say_what_is_true_of_them_alone() -> None:
    found = table(
        "x | measure | unit | line | A | Share [%, share] | note",
        "r | saving | £k | 7 | 5 | 10 | see x",
        "s | | | 8 | 5 | 10 | ",
    )
    assert [column.id for column in found.columns] == ["a", "share"]
    assert found.context_at(0, 0).measure is Measure.SAVING
    assert found.context_at(0, 0).lines == Lines(first=7, last=7)
    assert found.context_at(1, 0).measure is Measure.COST
    assert found.context_at(1, 1).measure is Measure.SHARE
    assert [amount.number for amount in found.amounts[0]] == [5000, 10000]
    assert [amount.unit for amount in found.amounts[1]] == [POUNDS, Unit(name="%")]
    assert (found.rows[0].note, found.rows[1].note) == ("see x", None)


@pytest.mark.parametrize(
    ("label", "part"),
    [
        *(("Total", Part.TOTAL), ("TOTALS", Part.TOTAL), ("Grand total", Part.TOTAL)),
        *(("Total cost", Part.TOTAL), ("Overall total", Part.TOTAL), ("over 5 years", Part.TOTAL)),
        *(("Subtotal", Part.SUBTOTAL), ("Sub-total staff", Part.SUBTOTAL)),
        *(("Totally new", Part.ITEM), ("All", Part.ITEM), ("2018/19", Part.ITEM)),
    ],
)
def test_a_label_that_begins_with_total_is_a_total(label: str, part: Part) -> None:
    assert table(f"x | {label}", "r | 1").columns[0].part is part


def test_lower_upper_and_average_are_a_range_where_both_ends_are_there() -> None:
    found = table("x | Lower range | Upper range | Average cost", "r | 1 | 3 | 2")
    assert [column.part for column in found.columns] == [Part.LOW, Part.HIGH, Part.MIDDLE]
    plain = table("x | High needs | Average class", "r | 1 | 3")
    assert [column.part for column in plain.columns] == [Part.ITEM, Part.ITEM]


def test_cells_keep_their_six_ways_of_saying_nothing() -> None:
    row = "r | | - | nil | N/A | TBC | withheld | £0"
    amounts = table("x | a | b | c | d | e | f | g", row).amounts[0]
    assert [amount.state for amount in amounts] == [
        *(State.ABSENT, State.ABSENT, State.NIL, State.NOT_APPLICABLE, State.TBC),
        *(State.WITHHELD, State.ZERO),
    ]


def test_a_bar_within_a_cell_is_written_with_a_backslash() -> None:
    assert table("x | A", r"a \| b | 1").rows[0].label == "a | b"


def test_a_row_with_too_few_cells_stays_in_its_table_with_what_cannot_be_known() -> None:
    found = loaded("x | A | B", "r | 1 | 2", "s | 3")
    assert found_codes(found) == ["table-ragged"]
    (kept,) = found.case.tables
    assert [row.id for row in kept.rows] == ["r", "s"]
    assert [amount.state for amount in kept.amounts[1]] == [State.UNREADABLE] * 2
    assert "tables" in found.case.unreadable


def test_a_cell_that_cannot_be_read_keeps_its_print_and_leaves_the_table_whole() -> None:
    found = loaded("x | A | B", "r | £1x | 2")
    (kept,) = found.case.tables
    assert (kept.amounts[0][0].state, kept.amounts[0][0].printed) == (State.UNREADABLE, "£1x")
    assert not found.case.unreadable


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("2015/17", ["period-not-a-year"]),
        ("2015/2106", ["period-not-a-year"]),
        ("2015/7", ["period-unreadable"]),
        ("FY15-17", ["period-not-a-year"]),
        ("Marhc 2014", ["period-word-mistyped"]),
        ("31 April 2014", ["period-impossible-date"]),
        ("2015/17 (read 2016/17)", ["period-reading-reason"]),
        ("2015/17 (read 2016/17: follows 2015/16)", []),
        ("Current year", []),
        ("One-off", []),
        ("Recurrence", []),
        ("Phase 1", []),
        ("Band 2/3 staff", []),
    ],
)
def test_a_heading_that_nearly_names_a_period_is_a_mistake_and_another_is_a_word(
    heading: str, codes: list[str]
) -> None:
    assert found_codes(loaded(f"x | {heading}", "r | 1")) == codes


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        ("2016/17 | 2017/18 | 2018/19", []),
        ("2016/17 | 2018/19 | 2017/18", ["period-sequence"]),
        ("Year 1 | Year 3 | Year 2", ["period-sequence"]),
        ("Q1 2014 | Q2 2014 | 2014/15", []),
        ("Total | 2016/17 | 2017/18", []),
        ("2016/17 | 2015/17 (read 2017/18: follows) | 2018/19", []),
        ("2016/17 | 2016/17 to 2018/19 | 2017/18", []),
        ("Year 1 | 2016/17 | ongoing", []),
    ],
)
def test_columns_stand_in_the_order_of_time(headings: str, codes: list[str]) -> None:
    assert found_codes(loaded(f"x | {headings}", "r | 1 | 2 | 3")) == codes


def test_the_labels_of_rows_are_periods_where_the_first_heading_says_so() -> None:
    found = table("Year | A", "FY 14/15 | 1", "2015/16 | 2", "Total | 3")
    assert [row.context.period is not None for row in found.rows] == [True, True, False]
    assert found_codes(loaded("Year | A", "first | 1")) == ["period-unreadable"]
    assert found_codes(loaded("Post | A", "first | 1")) == []


def test_the_same_year_printed_twice_is_told_apart_by_an_id() -> None:
    rows = ("2013/14 | y1 | 1", "2013/14 | y2 | 2")
    assert [row.id for row in table("Year | id | A", *rows).rows] == ["y1", "y2"]
    assert found_codes(loaded("Year | A", "2013/14 | 1", "2013/14 | 2")) == ["label-twice"]


def test_a_year_printed_over_two_columns_is_told_apart_by_what_it_is_read_as() -> None:
    found = table("x | 2013/14 | 2013/14 (read 2014/15: follows 2013/14)", "r | 1 | 2")
    assert [(column.id, column.label) for column in found.columns] == [
        ("2013-14", "2013/14"),
        ("2014-15", "2013/14"),
    ]
    twice = loaded("x | 2013/14 | 2013/14", "r | 1 | 2")
    assert "(read 2019/20: reason)" in twice.problems[0].fault.remedy
    again = "x | 2013/14 | 2013/14 (read 2014/15: it follows) | 2014/15"
    assert found_codes(loaded(again, "r | 1 | 2 | 3")) == ["label-twice"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("x | %", "r | 1"), "label-twice"),
        (("x | A | a!", "r | 1 | 2"), "label-twice"),
        (("x | A | A", "r | 1 | 2"), "column-twice"),
        (("x | A", "— | 1"), "label-twice"),
        (("x | id | A", "r | The r | 1"), "id-unreadable"),
    ],
)
def test_rows_and_columns_have_ids_of_their_own(rows: tuple[str, ...], code: str) -> None:
    assert code in found_codes(loaded(*rows))


def test_a_column_named_like_one_for_words_may_hold_values_all_the_same() -> None:
    assert [column.id for column in table("Homes | Units", "r | 12").columns] == ["units"]


# Other tables.

FIGURE = "id | what | measure | amount | period | basis | line"


def test_figures_in_the_text_need_no_line_below_their_heading() -> None:
    rows = ("stock | book fund | budget | £38k | 2018/19 | in year | 14",)
    found = load(below(drawn(FIGURE, *rows, facets="", heading="### Figures {#figures}")))
    assert not found.problems
    (figure,) = found.case.figures
    assert figure.id == "stock"
    assert figure.amount.number == 38_000
    assert figure.context.lines == Lines(first=14, last=14)


def test_a_count_is_a_number_and_no_pounds() -> None:
    rows = ("visits | visits | count | 3,000 | 2018/19 | in year | 14",)
    found = load(below(drawn(FIGURE, *rows, facets="", heading="### Figures {#figures}")))
    assert found.case.figures[0].amount.unit == NUMBER


def test_a_figure_with_too_few_cells_is_lost_and_the_relations_that_name_it_are_not_blamed() -> (
    None
):
    text = drawn(FIGURE, "stock | book fund | budget", facets="", heading="### F {#figures}")
    found = load(below(text + "### R {#relations}\n\n- `stock` = `stock`\n"))
    assert found_codes(found) == ["table-ragged"]
    assert "figures" in found.case.unreadable


@pytest.mark.parametrize("when", ["March 2018", "TBC", "not stated", "", "mid-2018"])
def test_a_milestone_has_a_time_or_is_open(when: str) -> None:
    found = load(
        below(drawn("milestone | when", f"Opening | {when}", heading="### M {#milestones}"))
    ).case.milestones[0]
    assert (found.when is None) == (found.state is not None)


def test_stakeholders_of_one_cell_have_the_same_letters() -> None:
    rows = ("Police; Schools ; | C, i",)
    case = load(below(drawn("stakeholder | raci", *rows, heading="### S {#stakeholders}"))).case
    assert [(one.stakeholder, one.raci) for one in case.stakeholders] == [
        ("Police", ("C", "I")),
        ("Schools", ("C", "I")),
    ]


@pytest.mark.parametrize("kind", ["tables", "figures", "claims", "benefits", "relations"])
def test_a_heading_whose_table_is_missing_makes_its_kind_unreadable(kind: str) -> None:
    id_ = "t" if kind == "tables" else kind
    found = load(below(f"## Context\n\n### T {{#{id_}}}\n\n## Risks\n\nText.\n"))
    assert found_codes(found) == ["table-missing"]
    assert found.case.unreadable == (kind,)


@pytest.mark.parametrize("id_", ["headline", "t"])
def test_an_id_is_given_once_and_the_headline_has_its_own(id_: str) -> None:
    text = drawn("x | A", "r | 1", heading=f"### T {{#{id_}}}") + drawn("x | A", "r | 1")
    assert "id-twice" in found_codes(load(below(text)))


def test_a_relation_in_a_list_within_the_list_is_not_passed_over() -> None:
    found = load(below("### R {#relations}\n\n- `a` = `b`\n  - what is this\n\n      `c` = `d`\n"))
    assert found_codes(found).count("relation-unreadable") == 1
    assert [relation.result for relation in found.case.relations] == ["a", "c"]


def test_a_file_may_hold_hard_things_side_by_side() -> None:
    columns = (
        drawn("x | A", "r | 1", facets="cost, £, real, capital; line 1")
        + drawn("x | B", "r | 1", facets="saving; line 2", heading="### U {#u}")
        + drawn("benefit | improvement", "a | 30-50%", heading="### B {#benefits}")
        + drawn(
            "id | claim | value | line", "n | NPV | £1m | 3", facets="", heading="### C {#claims}"
        )
    )
    found = load(below("## Financial case\n\n" + columns))
    assert not found.problems
    assert [table_.id for table_ in found.case.tables] == ["t", "u"]
