"""Gaps: a saving without a figure, a headline from nowhere, withheld parts, blank answers."""

from __future__ import annotations

import pytest

from generator.audit.findings import Level
from tests.audit.cases import audited, case_text, figures, found, only, relations, table


def headline(amount: str, more: str = "", measure: str = "saving", body: str = "") -> str:
    fields = f"headline:\n  amount: {amount}\n  measure: {measure}\n  line: 5\n{more}"
    return case_text(body, fields)


def split(*parts: str) -> str:
    rows = (f"    - {{by: strand, name: Part {n}, amount: {p}}}\n" for n, p in enumerate(parts, 1))
    return "  splits:\n" + "".join(rows)


# saving-without-figure


@pytest.mark.parametrize("amount", ["Cost neutral", "TBC", "to be confirmed"])
@pytest.mark.parametrize("measure", ["saving", "income", "cost avoided"])
def test_saving_without_figure_is_a_note(amount: str, measure: str) -> None:
    finding = only(audited(headline(amount, measure=measure)), "saving-without-figure")
    assert finding.level is Level.NOTE
    assert finding.title.startswith(f"The headline ({measure}) is ")
    assert "line 5" in finding.question


def test_saving_without_figure_in_one_part_of_the_headline_names_that_part() -> None:
    text = headline("£90k", split("£60k", "TBC"))
    finding = only(audited(text), "saving-without-figure")
    assert [where.figure.name for where in finding.where] == ["headline.splits.part-2"]
    assert "printed as “TBC”" in finding.title


@pytest.mark.parametrize(
    "amount", ["£90k", "nil", "£0", "N/A", "withheld (sensitive)", "up to £5k"]
)
def test_saving_without_figure_says_nothing_of_a_number_nil_or_a_withheld_one(amount: str) -> None:
    assert found(audited(headline(amount)), "saving-without-figure") == ()


def test_saving_without_figure_says_nothing_where_no_saving_is_stated() -> None:
    assert found(audited(headline("TBC", measure="investment")), "saving-without-figure") == ()
    assert found(audited(case_text()), "saving-without-figure") == ()


# headline-not-in-body


def figure(amount: str) -> str:
    return figures(f"a | a figure | saving | {amount} | 2020/21 | in year | 9")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "no other figure is given that it could come from"),
        (figure("45%"), "no other figure is given that it could come from"),
        (figure("£61k"), "the one other figure in its unit is not the same"),
        (table("Item | 2020/21", "A | £1", "B | £2"), "none of the 2 other figures in its unit"),
    ],
)
def test_headline_not_in_body_is_a_note_that_says_what_else_there_is(body: str, said: str) -> None:
    finding = only(audited(headline("£75k", body=body)), "headline-not-in-body")
    assert finding.level is Level.NOTE
    assert said in finding.title


@pytest.mark.parametrize(
    "body",
    [
        figure("£75,000"),
        figure("£75,234"),
        figure("-£75k"),
        figure("£75k to £90k"),
        figure("7,50 (read £75k: its digits are lost)"),
        table("Item | 2020/21", "A | £20,000", "Total | £75,000"),
        figure("£20,000") + relations("`headline` = `a` + `a` (read as: two years)"),
    ],
    ids=["the same", "rounded", "a sign", "a range", "a reading", "a cell", "a relation"],
)
def test_headline_not_in_body_says_nothing_where_the_body_carries_it(body: str) -> None:
    assert found(audited(headline("£75k", body=body)), "headline-not-in-body") == ()


def test_headline_not_in_body_says_nothing_where_its_parts_make_it_up() -> None:
    text = headline("£90k", split("£60k", "£30k"))
    assert found(audited(text), "headline-not-in-body") == ()
    assert found(audited(headline("Cost neutral")), "headline-not-in-body") == ()


# withheld-parts


def land(*rows: str) -> str:
    return case_text(
        table("Plot | Income", *rows, facets="income, £k; lines 4 to 8")
        + relations("`costs` adds up by column")
    )


def test_withheld_parts_of_a_sum_are_one_note_with_their_reasons() -> None:
    text = land(
        "North | 250",
        "East | withheld (commercially sensitive; Schedule 12A paragraph 3)",
        "West | withheld",
        "Total | 900",
    )
    finding = only(audited(text), "withheld-parts")
    assert finding.level is Level.NOTE
    assert finding.title == "2 figures are withheld, and 1 sum can only say “at least”"
    assert "commercially sensitive, Schedule 12A paragraph 3" in finding.explanation
    assert "for which no reason is given" in finding.explanation
    assert [where.figure.name for where in finding.where] == [
        *("costs.total.income", "costs.east.income", "costs.west.income"),
    ]


@pytest.mark.parametrize("part", ["180", "TBC", "N/A", ""])
def test_withheld_parts_are_those_that_are_withheld_and_no_others(part: str) -> None:
    text = land("North | 250", f"East | {part}", "Total | 430")
    assert found(audited(text), "withheld-parts") == ()


# equality-unanswered


def impacts(**answers: str) -> str:
    rows = "".join(
        f"  {name}: {{answer: {answer}, line: {40 + n}}}\n"
        for n, (name, answer) in enumerate(answers.items())
    )
    return case_text(fields=f"impacts:\n{rows}")


def test_equality_unanswered_is_one_note_for_all_questions_that_are_blank() -> None:
    text = impacts(affected="Everybody", negative="blank", protected="blank")
    finding = only(audited(text), "equality-unanswered")
    assert finding.level is Level.NOTE
    assert finding.title == (
        "The questions on negative effects and people with protected characteristics are left blank"
    )
    assert "negative effects (line 41)" in finding.question


@pytest.mark.parametrize("answer", ["none", "N/A", "not asked", "unclear", "Nobody is affected"])
def test_equality_unanswered_says_nothing_of_any_answer_and_of_what_was_not_asked(
    answer: str,
) -> None:
    assert found(audited(impacts(protected=answer)), "equality-unanswered") == ()
    assert found(audited(case_text()), "equality-unanswered") == ()
