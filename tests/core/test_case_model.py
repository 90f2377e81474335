"""The record of a case: frozen, strict, and equal where it says the same."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.core.amounts import Amount, Unit
from generator.core.case import Case, Front
from generator.core.figures import Axis, Context, Headline, Table
from generator.core.identity import CaseId
from generator.core.impacts import Answer, GroupAnswer, Impacts
from generator.core.money import parse_amount
from generator.core.periods import financial_year
from generator.core.risks import Matrix, MatrixRow
from generator.core.scalars import Lines, parse_lines, parse_score, parse_whole, parse_yes_no
from generator.core.words import AnswerState, Basis, Kind, Measure, Nature, Quality

ID = CaseId(council="northtown", year_folder="2018-19", slug="library")


def test_a_case_needs_a_title_and_a_source_and_nothing_else() -> None:
    case = Case(id=ID, title="Library", source="budget-2018")
    assert case.kind is Kind.BUSINESS_CASE
    given = {"id", "title", "source", "kind"}
    empty = [getattr(case, field.name) for field in fields(case) if field.name not in given]
    assert all(value in (None, ()) for value in empty)


def test_a_case_cannot_be_changed() -> None:
    case = Case(id=ID, title="Library", source="budget-2018")
    with pytest.raises(FrozenInstanceError):
        case.title = "Other"  # type: ignore[misc]  # that is what is tested
    assert replace(case, title="Other").title == "Other"


@pytest.mark.parametrize("extra", ["sumary", "id_", "Title"])
def test_a_field_that_is_not_in_the_model_is_refused(extra: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Front).validate_python({"title": "a", "source": "b", extra: "c"})


def test_every_list_of_the_model_is_a_tuple_so_that_nothing_can_be_added_later() -> None:
    lists = [field for field in fields(Case) if field.default == ()]
    assert len(lists) > 15
    assert all(str(field.type).startswith("tuple[") for field in lists)


def amount(text: str) -> Amount:
    found = parse_amount(text)
    assert isinstance(found, Amount)
    return found


def test_headlines_are_equal_where_amounts_are_however_they_were_printed() -> None:
    one = Headline(amount=amount("£900k"), measure=Measure.SAVING)
    assert one == Headline(amount=amount("£0.9m"), measure=Measure.SAVING)
    assert one != Headline(amount=amount("about £900k"), measure=Measure.SAVING)


@pytest.mark.parametrize(
    ("unit", "typed", "pounds"),
    [
        ("£k", "4,000", 4_000_000),
        ("£k", "(750)", -750_000),
        ("£k", "£4 million", 4_000_000),
        ("£m", "2.5", 2_500_000),
        ("£", "4,000", 4_000),
    ],
)
def test_a_bare_headline_counts_in_the_unit_that_heads_it(
    unit: str, typed: str, pounds: int
) -> None:
    given = {"amount": typed, "unit": unit, "measure": "benefit"}
    headline = TypeAdapter(Headline).validate_python(given)
    assert (headline.amount.number, headline.amount.printed) == (Decimal(pounds), typed)


def test_the_parts_of_a_headline_count_in_its_unit_too() -> None:
    parts = [{"by": "strand", "name": "Rent", "amount": "300"}]
    given = {"amount": "700", "unit": "£k", "measure": "income", "splits": parts}
    headline = TypeAdapter(Headline).validate_python(given)
    assert headline.splits[0].amount.number == 300_000


@pytest.mark.parametrize(
    "given",
    [
        {"amount": "4,000", "unit": "£thousends", "measure": "benefit"},
        {"amount": "£9OOk", "unit": "£k", "measure": "benefit"},
        {"amount": "4,000", "unit": ["£k"], "measure": "benefit"},
        {"amount": ["4,000"], "unit": "£k", "measure": "benefit"},
        {"amount": "4", "unit": "£k", "measure": "benefit", "splits": [["by"]]},
    ],
)
def test_what_cannot_be_read_in_a_unit_is_refused_in_its_own_place(given: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Headline).validate_python(given)


def test_a_headline_keeps_what_the_form_calls_it_beside_what_its_text_describes() -> None:
    described = [
        {"kind": "Income", "line": "4727"},
        {"kind": "replaces income given up", "line": "9"},
    ]
    given = {"amount": "£200K", "measure": "saving", "described": described}
    headline = TypeAdapter(Headline).validate_python(given)
    assert headline.measure is Measure.SAVING
    assert [one.kind for one in headline.described] == [Nature.INCOME, Nature.INCOME_GIVEN_UP]


def test_what_is_said_nearest_to_a_figure_counts() -> None:
    wide = Context(measure=Measure.COST, basis=Basis.IN_YEAR, qualities=(Quality.GROSS,))
    narrow = Context(measure=Measure.SAVING, lines=Lines(first=1, last=1))
    assert narrow.over(wide) == Context(
        measure=Measure.SAVING,
        basis=Basis.IN_YEAR,
        qualities=(Quality.GROSS,),
        lines=Lines(first=1, last=1),
    )


def test_a_cell_is_told_by_its_row_then_its_column_then_its_table() -> None:
    period = financial_year(2018)
    table = Table(
        id="t", title="T", context=Context(measure=Measure.COST, unit=Unit(name="£", scale=1000)),
        rows=(Axis(id="r", label="R", context=Context(unit=Unit(name="days"))),),
        columns=(Axis(id="c", label="C", context=Context(period=period, unit=Unit(name="%"))),),
        amounts=((amount("£1"),),),
    )  # fmt: skip
    context = table.context_at(0, 0)
    assert (context.measure, context.period) == (Measure.COST, period)
    assert context.unit == Unit(name="days")
    assert list(table.cells()) == [(0, 0, amount("£1"))]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        *(("not asked", "not asked"), ("Blank", "blank"), ("n/a", "N/A"), ("None", "none")),
        *(("unclear", "unclear"), ("Older people wait longer.", "text"), ("nonesuch", "text")),
    ],
)
def test_a_question_is_answered_in_one_of_six_ways(answer: str, state: str) -> None:
    assert Answer(answer=answer).state == AnswerState(state)


def test_groups_are_protected_by_law_or_local_and_assessed_or_not() -> None:
    read = TypeAdapter(Impacts).validate_python(
        {"protected": {"answer": "none", "groups": {"Age": "Less.", "Rural": "Not assessed"}}}
    )
    assert read.protected is not None
    age, rural = read.protected.groups
    assert (age, age.protected, age.assessed) == (
        GroupAnswer(group="age", answer="Less."),
        True,
        True,
    )
    assert (rural.group, rural.protected, rural.assessed) == ("Rural", False, False)  # as printed


def test_a_matrix_gives_the_word_of_a_score_and_none_for_a_score_it_does_not_hold() -> None:
    matrix = Matrix(
        id="m", impacts=("1", "2"), rows=(MatrixRow(likelihood="3", words=("low", "high")),)
    )
    assert matrix.word("3", "2") == "high"
    assert matrix.word("3", "9") is None
    assert matrix.word("9", "1") is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [("7285", (7285, 7285)), ("2112-2126", (2112, 2126)), ("2112 to 2126", (2112, 2126)),
     ("2112 – 2126", (2112, 2126)), (" 7 ", (7, 7)), ("1000000", (1000000, 1000000))],
)  # fmt: skip
def test_lines_are_a_number_or_two(text: str, lines: tuple[int, int]) -> None:
    found = parse_lines(text)
    assert found == Lines(first=lines[0], last=lines[1])
    assert parse_lines(str(found)) == found


@pytest.mark.parametrize(
    "text", ["", "0", "9-3", "page 3", "3,4", "1000001", "12345678", "-3", "3-", "9" * 5000]
)
def test_anything_else_is_no_line(text: str) -> None:
    assert getattr(parse_lines(text), "code", "") == "lines-unreadable"


@pytest.mark.parametrize(("text", "value"), [("0", 0), (" 12 ", 12), ("0012", 12), ("9999", 9999)])
def test_a_whole_number_has_at_most_four_digits(text: str, value: int) -> None:
    assert parse_whole(text) == value
    for wrong in (f"-{value}", f"{value}.5", "10000", "two", "", "٣"):
        assert getattr(parse_whole(wrong), "code", "") == "number-unreadable"


@pytest.mark.parametrize("text", ["4", "12", "C", "f", "very low", "Medium", "HIGH"])
def test_a_score_is_a_number_a_letter_or_a_word_of_rank(text: str) -> None:
    assert parse_score(f" {text} ") == text


@pytest.mark.parametrize("text", ["", "G", "3 out of 5", "1000", "likely", "very medium", "4/5"])
def test_anything_else_is_no_score(text: str) -> None:
    assert getattr(parse_score(text), "code", "") == "score-unreadable"


@pytest.mark.parametrize(
    ("text", "answer"), [("yes", True), ("No", False), ("TRUE", True), ("false ", False)]
)
def test_yes_and_no_are_answers(text: str, *, answer: bool) -> None:
    assert parse_yes_no(text) is answer


@pytest.mark.parametrize("text", ["", "y", "maybe", "not stated", "1"])
def test_anything_else_is_no_answer(text: str) -> None:
    assert getattr(parse_yes_no(text), "code", "") == "yes-or-no"
