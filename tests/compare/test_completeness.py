"""How complete a case is, mark by mark: from small cases, and on the cases of the register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.audit.audit import audit
from generator.compare.completeness import MARKS, marks_of
from generator.compare.marking import Mark, State
from generator.pages.levels import tally
from tests.audit.cases import case_of, case_text, figures, relations, table

if TYPE_CHECKING:
    from tests.compare.conftest import Real

COUNTED = "id | what | measure | amount | period | basis | line"
TWO_YEARS = table("Item | 2018/19 | 2019/20", "Fewer desks | £1,000 | £2,000")
OF_PROJECT = (
    "### Later {#later}\nsaving, £; line 3\n\n"
    "| Item | Year 1 | Year 2 | Year 3 |\n|---|---|---|---|\n| A | £1 | £2 | £3 |\n"
)
INVESTED = "headline: {amount: £780k, measure: investment, period: 2014/15, line: 3}\n"
ONE_YEAR = table("Item | 2018/19", "Fewer desks | £1,000")
COST = figures("spend | what it costs | cost | £4,000 | 2018/19 | one-off | 4")
COST_IN_WORDS = figures("spend | what it costs | cost | TBC | 2018/19 | one-off | 4")
REAL = "### Costs {#costs}\nsaving, £, real; line 3\n\n| Item | 2018/19 |\n|---|---|\n| A | £1 |\n"
HALF_SCORED = """risks:
  - {title: Builders leave, likelihood: 3, impact: 4, mitigation: Keep two on call}
  - {title: Roof leaks}
"""
COLOURED = "risks: [{title: Roof leaks, rag: red, owner: Head of Libraries}]\n"
ELSEWHERE = "{answer: One assessment covers all., elsewhere: The assessment of the whole programme}"
STEPS = "### Milestones {#milestones}\n\n| milestone | when | line |\n|---|---|---|\n"
OPTIONS = "options: [{title: A bus, outcome: preferred}, {title: No change, do_nothing: yes}]\n"
PAYBACK = "### Claims {#claims}\n\n| id | claim | value | line |\n|---|---|---|---|\n"


def mark_of(code: str, text: str) -> Mark:
    case = case_of(text)
    marks = marks_of(case, audit(case, {str(case.id): case}, None))
    return next(mark for mark in marks if mark.code == code)


@pytest.mark.parametrize(
    ("code", "fields", "body", "state", "words"),
    [
        ("options", "", "", "no", "the options that were considered"),
        ("options", "options: [{title: A bus}]\n", "", "partly", "a second option beside it"),
        ("options", OPTIONS, "", "yes", "2 options"),
        ("do-nothing", "options: [{title: A bus}]\n", "", "no", "an option to change nothing"),
        (
            *("do-nothing", OPTIONS, "", "yes"),
            "an option to change nothing",
        ),
        ("cost", "", ONE_YEAR, "no", "what it costs, or what is put in"),
        ("cost", "", COST, "yes", "what it costs, or what is put in"),
        ("cost", "", COST_IN_WORDS, "partly", "a cost in figures"),
        ("by-year", "", "", "no", "benefits year by year"),
        ("by-year", "", ONE_YEAR, "partly", "benefits for a second year"),
        ("cost", INVESTED, "", "yes", "what it costs, or what is put in"),
        ("by-year", "", TWO_YEARS, "yes", "benefits for 2 years"),
        ("by-year", "", OF_PROJECT, "yes", "benefits for 3 years"),
        ("by-year", "", TWO_YEARS + OF_PROJECT, "yes", "benefits for 3 years"),
        ("prices", "", ONE_YEAR, "no", "whether prices are of each year or of one year"),
        ("prices", "", REAL, "yes", "real"),
        ("risks-scored", "", "", "no", "risks"),
        ("risks-scored", HALF_SCORED, "", "partly", "a score for 1 of 2 risks"),
        ("risks-scored", COLOURED, "", "yes", "1 risk with a score"),
        ("risks-owned", HALF_SCORED, "", "no", "an owner for 2 of 2 risks"),
        ("risks-owned", COLOURED, "", "yes", "1 risk with an owner"),
        ("mitigations", HALF_SCORED, "", "partly", "a mitigation for 1 of 2 risks"),
        ("equality", "", "", "no", "an answer on protected characteristics"),
        (
            *("equality", "impacts: {protected: not asked}\n", "", "no"),
            "a question on protected characteristics",
        ),
        (
            *("equality", "impacts: {protected: blank}\n", "", "no"),
            "an answer on protected characteristics",
        ),
        (
            *("equality", f"impacts: {{protected: {ELSEWHERE}}}\n", "", "partly"),
            "what that document says: The assessment of the whole programme",
        ),
        (
            *("equality", "impacts: {protected: N/A}\n", "", "partly"),
            "who with a protected characteristic is affected",
        ),
        (
            *("equality", "impacts: {protected: none}\n", "", "yes"),
            "an answer on protected characteristics",
        ),
        ("milestones", "", "", "no", "steps with dates"),
        ("milestones", "", f"{STEPS}| Opening | May 2019 | 3 |\n", "yes", "1 step with a date"),
        (
            *("milestones", "", f"{STEPS}| Opening | May 2019 | 3 |\n| End | TBC | 4 |\n"),
            *("partly", "a date for 1 of 2 steps"),
        ),
        ("returns", "", "", "no", "a payback or present value"),
        ("returns", "", f"{PAYBACK}| back | payback | 3 years | 3 |\n", "yes", "payback"),
        ("sources", "", "", "nothing to mark", "figures"),
        ("sources", "", TWO_YEARS, "yes", "every figure has its line in the source"),
        ("figures-agree", "", "", "nothing to mark", "figures that can be held against each other"),
    ],
)
def test_a_mark(code: str, fields: str, body: str, state: str, words: str) -> None:
    mark = mark_of(code, case_text(body, fields))
    assert (mark.state, mark.missing or mark.found) == (state, words)


def test_what_agrees_is_marked_apart_from_what_cannot_be_worked_out() -> None:
    summed = "Item | 2018/19 | 2019/20 | Total"
    agrees = table(summed, "Desks | £1 | £2 | £3") + relations("`costs` adds up by row (stated)")
    differs = agrees.replace("£3", "£9")
    assert mark_of("figures-agree", case_text(agrees)).state is State.YES
    mark = mark_of("figures-agree", case_text(differs))
    assert (mark.state, mark.missing) == (State.NO, "agreement of 1 sum")


def test_what_only_depends_on_a_reading_is_not_called_a_sum_that_does_not_agree() -> None:
    summed = table("Item | 2018/19 | 2019/20 | Total", "Desks | £1 | £2 | £9")
    read = summed + relations("`costs` adds up by row (read as: a row of parts and their sum)")
    mark = mark_of("figures-agree", case_text(read))
    words = "a settled reading of 1 sum that depends on how figures are read"
    assert (mark.state, mark.missing) == (State.PARTLY, words)


def test_marks_and_the_line_on_the_sums_of_a_plan_give_the_same_numbers(real: Real) -> None:
    plymouth = [path for path in real.facts if path.startswith("plymouth/")]
    found = tally(real.audits[path] for path in plymouth)
    marks = [mark for path in plymouth for mark in real.facts[path].marks]
    said = " ".join(mark.missing for mark in marks if mark.code == "figures-agree")
    assert sum(map(int, re.findall(r"agreement of (\d+)", said))) == found.differ
    assert sum(map(int, re.findall(r"settled reading of (\d+)", said))) == found.reading


def test_a_sum_over_the_papers_of_two_councils_marks_neither_of_them(real: Real) -> None:
    """Cambridgeshire's paper says "two years" where Peterborough's, of later months, says three."""
    ours = real.facts["cambridgeshire/2019-20/a-r-6-209-shared-services-programme"]
    mark = next(mark for mark in ours.marks if mark.code == "figures-agree")
    assert mark.state is State.NOTHING


def test_a_part_that_could_not_be_read_is_not_called_missing() -> None:
    case = case_of(
        case_text(fields="risks: [{title: Roof leaks, likelihood: soon}]\n"), problems=True
    )
    states = {mark.code: mark.state for mark in marks_of(case, None)}
    assert states["risks-scored"] is State.NOTHING
    assert states["options"] is State.NO


def test_every_mark_of_every_case_says_what_there_is_or_what_is_missing(real: Real) -> None:
    for facts in real.facts.values():
        assert [mark.code for mark in facts.marks] == [marking.code for marking in MARKS]
        for mark in facts.marks:
            assert mark.found or mark.missing, (facts.path, mark)
            assert (mark.state is State.YES) == (not mark.missing), (facts.path, mark)


def test_the_programme_with_the_most_figures_of_the_register(real: Real) -> None:
    facts = real.facts["plymouth/2014-15/cco-co-operative-centre-of-operations"]
    said = {mark.code: (mark.state.value, mark.found) for mark in facts.marks}
    assert said["options"] == ("yes", "6 options")
    assert said["risks-scored"] == ("partly", "11 of 12 risks with a score")
    assert said["risks-owned"] == ("no", "")
    assert said["returns"] == ("yes", "break-even, payback, return on investment")


def test_no_paper_of_the_register_says_in_which_prices_it_counts(real: Real) -> None:
    states = {m.state for f in real.facts.values() for m in f.marks if m.code == "prices"}
    assert states == {State.NO}


def test_two_programmes_of_the_register_score_all_their_risks(real: Real) -> None:
    scored = [
        path
        for path, facts in sorted(real.facts.items())
        for mark in facts.marks
        if mark.code == "risks-scored" and mark.state is State.YES
    ]
    assert scored == [
        "plymouth/2014-15/cst-customer-and-service-transformation",
        "plymouth/2014-15/game-growth-assets-municipal-enterprise",
    ]
