"""What stands against setting figures side by side, each rule at work on cases of the register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.findings import Level
from generator.compare.against import Severity
from generator.compare.caveats import blockers, caveats_among
from generator.compare.differences import cost_stated
from generator.compare.facts import Doubt
from generator.compare.marking import State as MarkState
from generator.compare.rules import RULES
from generator.compare.wholes import wholes_of
from generator.core.amounts import Amount, State
from generator.core.words import Quality

if TYPE_CHECKING:
    from generator.compare.facts import Side
    from tests.compare.conftest import Real

C18, C19 = "cambridgeshire/2018-19/", "cambridgeshire/2019-20/"
PLYMOUTH, CHELTENHAM = "plymouth/2014-15/", "cheltenham/2016-17/"
CCO = f"{PLYMOUTH}cco-co-operative-centre-of-operations"
CST = f"{PLYMOUTH}cst-customer-and-service-transformation"
GAME = f"{PLYMOUTH}game-growth-assets-municipal-enterprise"
OURS = f"{C19}a-r-6-209-shared-services-programme"
THEIRS = "peterborough/2019-20/shared-services-savings"
LIBRARIES, ADVICE = f"{C18}b-r-6-208-library-transformation", f"{C18}b-r-6-219-consumer-advice"
PROPERTY = f"{C18}f-r-6-109-property-services"
GRANTS = f"{C18}a-r-6-250-voluntary-grants"
CHILDREN = f"{C18}a-r-6-253-looked-after-children"

# A pair of the register for each rule, how much stands against it there, and what is said.
AT_WORK = [
    (
        *("no-amount", LIBRARIES, ADVICE, "blocker"),
        (
            "There is not an amount on every side: Cost Neutral (“Library Transformation and "
            "reinvestment in Library Book Fund”)."
        ),
    ),
    (
        *("unit", OURS, f"{GAME}#homes-agenda", "blocker"),
        "They are counted in different units: homes (Plymouth), pounds (Cambridgeshire).",
    ),
    (
        *("measure", CCO, GAME, "blocker"),
        (
            "They measure different things: benefit (“Growth, Assets and Municipal Enterprise”), "
            "saving (“Co-operative Centre of Operations”)."
        ),
    ),
    (
        *("described", f"{C18}b-r-7-119-bus-lane-enforcement", GRANTS, "blocker"),
        (
            "Some papers describe their figure as something other than they call it: income and "
            "a replacement for income given up (“Improved Bus Lane enforcement”), what they call "
            "it (“Grants to Voluntary Organisations”)."
        ),
    ),
    (
        *("described-in-part", PROPERTY, CHILDREN, "caution"),
        (
            "Some papers describe a part of their figure as something else: partly income "
            "(“Outcome Focused Review of Property Services Delivery”), what they call it (“Looked "
            "After Children Savings”)."
        ),
    ),
    (
        *("basis", CCO, CST, "blocker"),
        (
            "They count differently over time: again every year (“Customer and Service "
            "Transformation”), as far as it falls in that year (“Co-operative Centre of "
            "Operations”)."
        ),
    ),
    (
        *("basis", OURS, THEIRS, "caution"),
        (
            "Not every paper says how its figure counts over time: as far as it falls in that year "
            "(Cambridgeshire), not stated (Peterborough)."
        ),
    ),
    (
        *("length", OURS, THEIRS, "blocker"),
        "They cover different lengths of time: 1 year (Cambridgeshire), 2 years (Peterborough).",
    ),
    (
        *("length", f"{CHELTENHAM}customer-services-briefing"),
        *(f"{C18}c-r-6-105-automation-contact-centre", "blocker"),
        (
            "Not every paper says for how long its figure counts: 1 year (Cambridgeshire), not "
            "stated (Cheltenham)."
        ),
    ),
    (
        *("gross-net", f"{GAME}#gross-benefit", f"{GAME}#commercial-uplift", "blocker"),
        (
            "Some are gross and some are net: gross (“the £13.8 million again, in the financial "
            "case”), net (“uplift of the programme's net income and benefits”)."
        ),
    ),
    (
        *("gross-net", OURS, THEIRS, "note"),
        "None of the papers says whether its figure is gross or net.",
    ),
    (
        *("price-base", OURS, THEIRS, "note"),
        "None of the papers says in which prices its figure is.",
    ),
    (
        "capital-revenue",
        f"{PLYMOUTH}pod-people-and-organisation-development#long-lease",
        f"{C18}e-r-6-037-public-health-directorate#saving-vacancy",
        "blocker",
        (
            "Some are day-to-day money and some are for things that last: capital (Plymouth), "
            "revenue (Cambridgeshire)."
        ),
    ),
    (
        *("cashable", CCO, GAME, "caution"),
        (
            "Not every paper says whether its figure leaves money free: cashable (“Co-operative "
            "Centre of Operations”), not stated (“Growth, Assets and Municipal Enterprise”)."
        ),
    ),
    (
        *("delivered", GRANTS, CHILDREN, "blocker"),
        "Some are said to be delivered and some are not: ",
    ),
    (
        *("finding", f"{CCO}#programme-cost", OURS, "blocker"),
        (
            "The checks on the sums ask about a figure: “Direct programme cost” is "
            "printed as £2.34 million; “TOTALS, Total cost” in “Cost by role” is £1,818,285 "
            "(Plymouth)."
        ),
    ),
    (
        *("finding", CCO, OURS, "caution"),
        (
            "The checks on the sums ask about a figure: The headline is printed as "
            "£655,000; “Gross benefits, 2014/15” in “Summary of the financial case” is £650,000 "
            "(Plymouth)."
        ),
    ),
    (
        *("same-money", GAME, f"{PLYMOUTH}game-growth-and-assets", "caution"),
        (
            "Some of the money may stand in more than one of the figures: one is part of another "
            "(“Growth and Assets” and “Growth, Assets and Municipal Enterprise”)."
        ),
    ),
    (
        *("one-initiative", OURS, THEIRS, "caution"),
        (
            "Each council tells its own side of one initiative: what its figure takes in may not "
            "be in the figure of another."
        ),
    ),
    (
        *("certainty", OURS, THEIRS, "caution"),
        (
            "The papers do not call their figures equally sure: estimate (Cambridgeshire), target "
            "(Peterborough)."
        ),
    ),
    (
        *("years", CCO, CST, "caution"),
        (
            "They are for different years: 2014/15 (“Co-operative Centre of Operations”), "
            "2016/17 (“Customer and Service Transformation”)."
        ),
    ),
    (
        *("plan-year", CCO, THEIRS, "caution"),
        "They come from plans of different years: 2014/15 (Plymouth), 2019/20 (Peterborough).",
    ),
    (
        *("council-type", OURS, THEIRS, "caution"),
        (
            "The councils are of different types: county (Cambridgeshire), unitary authority "
            "(Peterborough)."
        ),
    ),
    (
        *("council-size", OURS, THEIRS, "note"),
        (
            "The councils are of different sizes: 202,626 people in 2020 (Peterborough); 657,204 "
            "people in 2020 (Cambridgeshire)."
        ),
    ),
    (
        *("kind", OURS, THEIRS, "caution"),
        (
            "They are different kinds of paper: business case (Cambridgeshire), savings report "
            "(Peterborough)."
        ),
    ),
    (
        *("stage", CCO, f"{C18}a-r-6-227-learning-strategic-review", "caution"),
        "They are at different stages: draft (Cambridgeshire), programme summary (Plymouth).",
    ),
    (
        *("depends", CCO, CST, "caution"),
        (
            "By what the papers say, one case depends on another: on “Customer and Service "
            "Transformation” (“Co-operative Centre of Operations”)."
        ),
    ),
    (
        *("cost-stated", CCO, THEIRS, "note"),
        (
            "Not every paper says what reaching its figure costs: not said (Peterborough), said "
            "(Plymouth)."
        ),
    ),
    (
        *("exactness", CCO, CST, "caution"),
        ("Not every figure is one exact amount: “about” (“Customer and Service Transformation”)."),
    ),
    (
        *("exactness", OURS, THEIRS, "caution"),
        "Not every figure is one exact amount: “at least” (Cambridgeshire).",
    ),
    (
        *("exactness", CCO, f"{PLYMOUTH}ihwb-integrated-commissioning", "caution"),
        (
            "Not every figure is one exact amount: read otherwise than printed (“Integrated "
            "Commissioning”)."
        ),
    ),
]


def by_code(one: Side, other: Side) -> dict[str, tuple[Severity, str]]:
    return {c.code: (c.severity, c.sentence) for c in caveats_among((one, other))}


@pytest.mark.parametrize("shown", AT_WORK, ids=[f"{row[0]}-{n}" for n, row in enumerate(AT_WORK)])
def test_a_rule_speaks_of_a_pair_of_the_register(
    shown: tuple[str, str, str, str, str], real: Real
) -> None:
    code, one, other, severity, sentence = shown
    found = by_code(real.side(one), real.side(other))
    assert code in found, sorted(found)
    assert found[code][0] == severity
    assert found[code][1].startswith(sentence)


def test_no_rule_is_without_a_pair_but_those_of_which_the_register_holds_none() -> None:
    """No paper of the register withholds a headline."""
    assert {rule.code for rule in RULES} - {row[0] for row in AT_WORK} == {"withheld"}


@pytest.mark.parametrize(
    ("code", "mine", "its"),
    [
        ("price-base", Quality.CASH, Quality.REAL),
        ("cashable", Quality.CASHABLE, Quality.NON_CASHABLE),
    ],
)
def test_two_opposite_qualities_block(code: str, mine: Quality, its: Quality, real: Real) -> None:
    """No two papers of the register differ so; two of its cases that did would be kept apart."""
    one, other = with_quality(real.side(OURS), mine), with_quality(real.side(THEIRS), its)
    assert by_code(one, other)[code][0] is Severity.BLOCKER


def with_quality(side: Side, quality: Quality) -> Side:
    assert side.figure
    context = replace(side.figure.context, qualities=(quality,))
    return replace(side, figure=replace(side.figure, context=context))


def test_an_amount_that_is_withheld_blocks_and_is_not_called_words(real: Real) -> None:
    side = real.side(OURS)
    assert side.figure
    held = replace(side.figure, amount=Amount(state=State.WITHHELD))
    found = by_code(replace(side, figure=held), real.side(THEIRS))
    assert found["withheld"] == (
        Severity.BLOCKER,
        "An amount is withheld: withheld (Cambridgeshire).",
    )
    assert "no-amount" not in found


def test_the_two_sides_of_one_programme_are_kept_apart_over_two_years_and_one(real: Real) -> None:
    """£9 million over two years is not eighteen times £500,000 in one."""
    found = caveats_among((real.side(OURS), real.side(THEIRS)))
    assert [caveat.code for caveat in blockers(found)] == ["length"]


def test_in_the_same_year_the_two_sides_can_be_looked_at_together_with_care(real: Real) -> None:
    found = caveats_among((real.side(OURS), real.side(f"{THEIRS}#headline.splits.2019-20")))
    assert not blockers(found)
    assert {"one-initiative", "certainty", "basis", "council-type", "exactness"} <= {
        c.code for c in found
    }


def test_a_case_beside_itself_has_nothing_against_it(real: Real) -> None:
    assert caveats_among((real.side(OURS), real.side(OURS))) == ()


def test_every_value_of_a_caveat_leads_to_cases_and_figures(real: Real) -> None:
    sides = real.on_theme("shared-services")
    places = {side.place for side in sides}
    for caveat in caveats_among(sides):
        assert {place for value in caveat.values for place in value.places} <= places


def test_the_gravest_come_first(real: Real) -> None:
    found = [caveat.severity for caveat in caveats_among(real.on_theme("shared-services"))]
    assert found == sorted(found, key=[*Severity].index, reverse=True)


@given(data=st.data())
def test_the_order_of_the_sides_makes_no_difference(data: st.DataObject, real: Real) -> None:
    paths = data.draw(st.lists(st.sampled_from(sorted(real.facts)), min_size=2, max_size=6))
    sides = [real.side(path) for path in paths]
    shuffled = data.draw(st.permutations(sides))
    assert caveats_among(sides) == caveats_among(shuffled)


@given(data=st.data())
def test_another_case_never_takes_a_blocker_away(data: st.DataObject, real: Real) -> None:
    paths = st.sampled_from(sorted(real.facts))
    sides = [
        real.side(path) for path in data.draw(st.lists(paths, min_size=2, max_size=5, unique=True))
    ]
    more = [*sides, real.side(data.draw(paths))]
    before = {caveat.code for caveat in blockers(caveats_among(sides))}
    assert before <= {caveat.code for caveat in blockers(caveats_among(more))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_and_how_much_it_weighs(rule: object) -> None:
    about = getattr(rule, "about", "")
    assert any(word in about.lower() for word in ("blocker", "caution", "note"))


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_figure_that_two_findings_of_one_title_ask_about_is_named_once(real: Real) -> None:
    doubt = Doubt(code="sum-differs", level=Level.WARNING, title="A sum", own=False)
    ours, theirs = real.side(OURS), real.side(THEIRS)
    assert ours.figure
    asked = replace(ours, figure=replace(ours.figure, doubts=(doubt, doubt)))
    (found,) = (each for each in caveats_among([asked, theirs]) if each.code == "finding")
    assert found.sentence == "The checks on the sums ask about a figure: A sum (Cambridgeshire)."
    assert [len(value.places) for value in found.values] == [1]


def test_a_case_that_names_another_twice_depends_on_it_once(real: Real) -> None:
    ours, theirs = real.side(OURS), real.side(THEIRS)
    twice = replace(ours, facts=replace(ours.facts, needed_cases=(THEIRS, THEIRS)))
    (found,) = (each for each in caveats_among([twice, theirs]) if each.code == "depends")
    assert [len(value.places) for value in found.values] == [1]


def test_words_in_place_of_an_amount_hold_none_of_the_money_of_another_case(real: Real) -> None:
    part, whole = next(
        (real.side(path), real.side(wholes[0]))
        for path, facts in real.facts.items()
        if (wholes := wholes_of(facts)) and facts.headline and real.facts[wholes[0]].headline
    )
    assert "same-money" in by_code(part, whole)
    assert part.figure
    bare = Amount(number=None, state=State.WORDS, words="cost neutral")
    without = replace(part, figure=replace(part.figure, amount=bare))
    assert "same-money" not in by_code(without, whole)


def test_a_cost_that_could_not_be_read_is_not_called_unsaid(real: Real) -> None:
    ours = real.side(OURS)
    marks = tuple(
        replace(mark, state=MarkState.NOTHING) if mark.code == "cost" else mark
        for mark in ours.facts.marks
    )
    assert cost_stated(replace(ours, facts=replace(ours.facts, marks=marks))) == ""
