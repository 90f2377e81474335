"""Options: a choice without doing nothing, two winners, criteria that nothing is judged by."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.audit.audit import audit
from generator.audit.findings import Level, Verdict
from generator.audit.sheet import Row, Sheet, smallest_shift
from generator.core.options import Option
from tests.audit.cases import audited, case_of, case_text, found, looked_at, only

NOTHING = "title: Do nothing, do_nothing: yes, outcome: not recommended"
CRITERIA = "criteria: [{id: cost, title: Cost, line: 5}, {id: time, title: Travel time, line: 6}]\n"


def options(*rows: str, criteria: str = "") -> str:
    """A case with these options, each in the form of the front matter, on lines 31 and below."""
    listed = "".join(f"  - {{{row}, line: {30 + n}}}\n" for n, row in enumerate(rows, 1))
    return case_text(fields=f"{criteria}options:\n{listed}")


def option(title: str, outcome: str = "considered", more: str = "") -> str:
    return f"title: {title}, outcome: {outcome}" + (f", {more}" if more else "")


def judged(*criteria: str) -> str:
    return f"assessments: [{', '.join(f'{{criterion: {c}, text: Good}}' for c in criteria)}]"


# no-do-nothing


def test_no_do_nothing_among_options_that_are_compared_is_a_note() -> None:
    finding = only(audited(options(option("Build", "preferred"), option("Rent"))), "no-do-nothing")
    assert finding.level is Level.NOTE
    assert "“Build” (line 31) and “Rent” (line 32)" in finding.explanation


@pytest.mark.parametrize(
    "rows",
    [
        (NOTHING, option("Build", "preferred")),
        (option("Build", "preferred"),),
        ("title: Build", "title: Rent"),
    ],
    ids=["it is there", "one option is no choice", "models that are only named"],
)
def test_no_do_nothing_is_no_gap_where_it_is_there_or_nothing_is_compared(
    rows: tuple[str, ...],
) -> None:
    assert found(audited(options(*rows)), "no-do-nothing") == ()


def test_what_could_not_be_read_is_not_said_to_be_missing() -> None:
    broken = option("Stay as it is", "maybe", "do_nothing: yes")
    text = options(option("Build", "preferred"), option("Rent"), broken)
    case = case_of(text, problems=True)
    assert "options" in case.unreadable
    findings = audit(case, {}, None).findings
    assert [f.code for f in findings if f.code in ("no-do-nothing", "none-preferred")] == []


# two-preferred


def test_two_preferred_options_in_one_choice_are_a_warning() -> None:
    text = options(NOTHING, option("Build", "preferred"), option("Rent", "preferred"))
    finding = only(audited(text), "two-preferred")
    assert finding.level is Level.WARNING
    assert finding.assumption


def test_options_that_are_short_listed_are_no_two_preferred_ones() -> None:
    """A paper that takes two options further has not settled on one yet."""
    short = (option("Build", "short-listed"), option("Rent", "short-listed"))
    text = options(NOTHING, *short)
    assert found(audited(text), "two-preferred") == ()
    finding = only(audited(text), "none-preferred")
    assert finding.title == "None of the 3 options is said to be preferred; 2 are short-listed"


def test_two_preferred_options_in_two_choices_are_as_they_should_be() -> None:
    text = options(
        NOTHING,
        option("Build", "preferred", "group: where"),
        option("Rent", "not recommended", "group: where"),
        option("A club", "preferred", "group: who"),
        option("The council", "not recommended", "group: who"),
    )
    assert found(audited(text), "two-preferred") == ()


def test_two_preferred_options_of_a_group_are_named_with_it() -> None:
    text = options(
        NOTHING,
        option("Build", "preferred", "group: where"),
        option("Rent", "preferred", "group: where"),
    )
    finding = only(audited(text), "two-preferred")
    assert finding.title == "2 options of the group “where” are said to be preferred"


# none-preferred


def test_none_preferred_of_options_that_are_judged_is_a_note() -> None:
    finding = only(audited(options(NOTHING, option("Build"), option("Rent"))), "none-preferred")
    assert finding.level is Level.NOTE
    assert finding.title == "None of the 3 options is said to be preferred"


@pytest.mark.parametrize(
    "rows",
    [
        (NOTHING, option("Build", "preferred")),
        ("title: Build", "title: Rent"),
        (NOTHING,),
        (
            NOTHING,
            option("Build", "preferred", "group: a"),
            option("Rent", "considered", "group: a"),
        ),
    ],
)
def test_none_preferred_is_no_gap_where_one_is_or_nothing_is_compared(
    rows: tuple[str, ...],
) -> None:
    assert found(audited(options(*rows)), "none-preferred") == ()


# appraisal-missing


def test_appraisal_missing_altogether_is_a_warning_under_the_assumption_that_it_was_meant() -> None:
    finding = only(audited(options(NOTHING, criteria=CRITERIA)), "appraisal-missing")
    assert finding.level is Level.WARNING
    assert finding.title == "2 criteria are set out, and no option is judged by them"
    assert finding.assumption
    assert [where.figure.name for where in finding.where] == [
        "criteria.1",
        "criteria.2",
        "options.1",
    ]


def test_appraisal_missing_for_some_options_is_a_note_that_names_what_is_missing() -> None:
    text = options(
        f"{NOTHING}, {judged('cost', 'Travel time')}",
        option("Build", "preferred", judged("cost")),
        criteria=CRITERIA,
    )
    finding = only(audited(text), "appraisal-missing")
    assert finding.level is Level.NOTE
    assert finding.title == "1 of the 2 options is not judged by every criterion"
    assert "“Build” (line 32) on “Travel time”" in finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        options(f"{NOTHING}, {judged('cost', 'time')}", criteria=CRITERIA),
        options(option("Build", "preferred"), criteria=CRITERIA),
        options(NOTHING, option("Build", "preferred")),
        options(
            f"{NOTHING}, {judged('cost', 'time')}",
            option("Build", "preferred", "group: where"),
            option("Rent", "considered", "group: where"),
            criteria=CRITERIA,
        ),
        case_text(fields=CRITERIA),
    ],
    ids=[
        "each is judged by each",
        "criteria that judge the proposal alone",
        "no criteria",
        "a choice with grounds of its own",
        "no options",
    ],
)
def test_appraisal_missing_is_no_gap_where_none_was_promised(text: str) -> None:
    assert found(audited(text), "appraisal-missing") == ()


# option-scores


def scored(
    *rows: tuple[str, str, str, tuple[int, ...]], weights: tuple[str, ...] = ("60%", "40%")
) -> str:
    """A sheet: title, outcome, printed total (or nothing) and scores of each option."""
    criteria = "".join(
        f"  - {{id: c{n}, title: Criterion {n}{f', weight: {weight}' if weight else ''}}}\n"
        for n, weight in enumerate(weights, 1)
    )
    lines = []
    for title, outcome, total, scores in rows:
        marks = ", ".join(f"{{criterion: c{n}, score: {s}}}" for n, s in enumerate(scores, 1))
        printed = f", total: {total}" if total else ""
        lines.append(f"title: {title}, outcome: {outcome}, assessments: [{marks}]{printed}")
    return options(*lines, criteria=f"criteria:\n{criteria}")


BUILD, RENT = ("Build", "preferred"), ("Rent", "not recommended")


@pytest.mark.parametrize(
    ("weights", "totals", "paper"),
    [
        (("60%", "40%"), ("3.4", "3", "2"), "60% × 3 + 40% × 4 = 3.4"),
        (("60%", "40%"), ("340", "300", "200"), "60 × 3 + 40 × 4 = 340"),
        (("6", "4"), ("34", "30", "20"), "6 × 3 + 4 × 4 = 34"),
        (("6", "4"), ("3.4", "3", "2"), "(6 × 3 + 4 × 4) ÷ 10 = 3.4"),
        (("", ""), ("7", "6", "4"), "3 + 4 = 7"),
        (("", ""), ("3.5", "3", "2"), "(3 + 4) ÷ 2 = 3.5"),
        (("60%", "40%"), ("7", "6", "4"), "3 + 4 = 7"),
        (("1.5", "1"), ("8.5", "7.5", "5"), "1.5 × 3 + 1 × 4 = 8.5"),
    ],
    ids=[
        "hundredths",
        "points",
        "weighted",
        "mean by weight",
        "added",
        "mean",
        "weighted before",
        "parts",
    ],
)
def test_option_scores_may_be_added_up_in_any_of_the_usual_ways(
    weights: tuple[str, ...], totals: tuple[str, ...], paper: str
) -> None:
    third = ("Repair", "not recommended")
    text = scored(
        *((*BUILD, totals[0], (3, 4)), (*RENT, totals[1], (3, 3)), (*third, totals[2], (2, 2))),
        weights=weights,
    )
    result = audited(text)
    assert found(result, "option-scores") == ()
    sums = looked_at(result, "option-scores")
    assert {tested.verdict for tested in sums} == {Verdict.AGREES}
    assert sums[0].working is not None
    assert sums[0].working.text == paper


def test_option_scores_with_one_total_that_differs_are_an_error_where_the_others_show_how() -> None:
    result = audited(scored((*BUILD, "3.8", (3, 4)), (*RENT, "3", (3, 3))))
    finding = only(result, "option-scores")
    assert finding.level is Level.ERROR
    assert finding.working is not None
    assert finding.working.text == "60% × 3 + 40% × 4 = 3.4"
    assert finding.published is not None
    assert finding.published.number == Decimal("3.8")
    assert finding.difference is not None
    assert finding.difference.number == Decimal("0.4")


def test_option_scores_of_which_no_total_comes_out_are_a_warning() -> None:
    findings = found(audited(scored((*BUILD, "9", (3, 4)), (*RENT, "8", (3, 3)))), "option-scores")
    assert {finding.level for finding in findings} == {Level.WARNING}
    assert all("taken to be" in finding.assumption for finding in findings)


def test_option_scores_that_are_rounded_are_a_note() -> None:
    text = scored((*BUILD, "3.3", (3, 4)), (*RENT, "3", (3, 3)), weights=("66%", "34%"))
    assert only(audited(text), "option-scores").level is Level.NOTE


def test_option_scores_that_put_another_option_first_are_a_warning() -> None:
    text = scored((*BUILD, "", (3, 3)), (*RENT, "", (3, 5)), ("Stay", "considered", "", (1, 1)))
    finding = only(audited(text), "option-scores")
    assert finding.level is Level.WARNING
    assert "“Rent” (line 32) with 3.8" in finding.explanation
    assert finding.assumption


@pytest.mark.parametrize(
    "text",
    [
        scored((*BUILD, "", (3, 4)), (*RENT, "", (3, 3))),
        scored((*BUILD, "", (3, 3)), (*RENT, "", (3, 3))),
        scored((*BUILD, "", (3, 3)), (*RENT, "", (5,))),
        scored((*BUILD, "", (3, 3)), (*RENT, "", (3, 5)), weights=("60%", "")),
    ],
    ids=["the first is preferred", "a tie", "a score is missing", "a weight is missing"],
)
def test_option_scores_say_nothing_where_no_order_can_be_made_or_it_holds(text: str) -> None:
    assert found(audited(text), "option-scores") == ()


# option-weights


def test_option_weights_are_a_note_where_a_tenth_of_them_changes_the_winner() -> None:
    rows = (("Share", "preferred", "", (5, 3)), ("Buy", "considered", "", (2, 5)))
    finding = only(audited(scored(*rows, weights=("50", "50"))), "option-weights")
    assert finding.level is Level.NOTE
    assert finding.explanation.endswith(
        "“Buy” draws level when 10 of the 100 points of weight move from “Criterion 1” to "
        "“Criterion 2”."
    )


@pytest.mark.parametrize(
    ("rows", "weights"),
    [
        (((5, 3), (2, 5)), ("70", "30")),
        (((5, 5), (4, 4)), ("50", "50")),
        (((5, 3), (2, 5)), ("", "")),
        (((4, 4), (4, 4)), ("50", "50")),
    ],
    ids=["a firm lead", "better by every criterion", "no weights", "a tie"],
)
def test_option_weights_say_nothing_of_a_firm_result(
    rows: tuple[tuple[int, ...], ...], weights: tuple[str, ...]
) -> None:
    one, other = rows
    text = scored(
        ("Share", "preferred", "", one), ("Buy", "considered", "", other), weights=weights
    )
    assert found(audited(text), "option-weights") == ()


marks = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(1, 50)), min_size=2)


@given(marks.filter(lambda rows: len(rows) <= 6))
def test_option_weights_moved_by_the_smallest_shift_bring_two_options_level(
    rows: list[tuple[int, int, int]],
) -> None:
    one, other, weights = (tuple(map(Decimal, column)) for column in zip(*rows, strict=True))
    first, second = (Row(option=Option(title=t), scores=s) for t, s in (("A", one), ("B", other)))
    sheet = Sheet(criteria=tuple("abcdef"[: len(rows)]), weights=weights, rows=(first, second))
    assume(sheet.total(first) > sheet.total(second))
    shift = smallest_shift(sheet, first, [second])
    if all(a > b for a, b in zip(one, other, strict=True)):
        assert shift is None
    if shift is None:
        return
    moved = dict(zip(sheet.criteria, weights, strict=True))
    moved[shift.source] -= shift.points
    moved[shift.target] += shift.points
    assert all(weight >= 0 for weight in moved.values())
    after = replace(sheet, weights=tuple(moved.values()))
    assert abs(after.total(first) - after.total(second)) < Decimal("1e-20")
