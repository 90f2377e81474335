"""Cases side by side: what is common, what differs, and whether there is a common scale."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.aspects import INSTEAD
from generator.compare.caveats import blockers
from generator.compare.comparison import Comparison, compare, statements_about
from generator.compare.multiples import alike
from generator.compare.sides import sides_of
from generator.core.words import Measure

if TYPE_CHECKING:
    from tests.compare.conftest import Real

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
THEIRS = "peterborough/2019-20/shared-services-savings"
PLYMOUTH = "plymouth/2014-15/"
CCO = f"{PLYMOUTH}cco-co-operative-centre-of-operations"
CST = f"{PLYMOUTH}cst-customer-and-service-transformation"
CHELTENHAM = "cheltenham/2016-17/"
THEMES = ("shared-services", "ict-and-automation", "waste", "property-and-investment")


def compared(real: Real, *names: str) -> Comparison:
    return compare(real.side(name) for name in names)


def said(comparison: Comparison) -> dict[str, str]:
    return {each.code: each.sentence for each in (*comparison.common, *comparison.differ)}


def test_a_single_aspect_is_told_as_among_all_others(real: Real) -> None:
    codes = {"kind", "options", "do-nothing", "protected"}
    sides = [real.side(name) for name in (OURS, THEIRS, CCO, CST)]
    every = compare(sides)
    told = {each.code: each for each in (*every.common, *every.differ) if each.code in codes}
    assert {each.code: each for each in statements_about(codes, sides_of(sides))} == told
    assert told


def test_two_sides_of_one_programme(real: Real) -> None:
    both = compared(real, OURS, THEIRS)
    common = {each.code: each.sentence for each in both.common}
    assert common["linked"] == (
        "They are linked with one another: sides of one initiative, wording shared."
    )
    assert common["measure"] == "Their papers call their figures by one name: saving."
    assert common["shared-benefits"].startswith("Benefits named alike: “Assets and investment")
    differ = {each.code: each.sentence for each in both.differ}
    assert differ["period"] == (
        "Their figures are for different times: 2019/20 (Cambridgeshire), 2019/20 to 2020/21 "
        "(Peterborough)."
    )
    assert differ["risks"] == (
        "The papers name different numbers of risks: none (Peterborough), 11 risks "
        "(Cambridgeshire)."
    )
    assert differ["basis"] == (
        "Not every paper says how its figure counts over time: as far as it falls in that year "
        "(Cambridgeshire), not stated (Peterborough)."
    )


def test_where_something_blocks_a_scale_it_is_said_and_there_is_something_else(real: Real) -> None:
    both = compared(real, CCO, CST)
    assert both.scale is None
    assert both.why_no_scale == (
        (
            "They count differently over time: again every year (“Customer and Service "
            "Transformation”), as far as it falls in that year (“Co-operative Centre of "
            "Operations”)."
        ),
    )
    instead = {each.code: [value.words for value in each.values] for each in both.instead}
    assert instead["options-weighed"] == ["3 options", "6 options, one of them to do nothing"]
    assert instead["risks-mitigated"] == [
        "7 risks, all with a mitigation",
        "12 risks, 11 with a mitigation",
    ]
    assert any("28 months" in words for words in instead["payback"])


def test_where_nothing_blocks_it_the_scale_begins_at_nought(real: Real) -> None:
    both = compared(
        real,
        "cambridgeshire/2018-19/c-r-6-101-shared-services",
        "cambridgeshire/2018-19/c-r-6-105-automation-contact-centre",
    )
    assert both.scale
    assert (both.scale.measure, both.scale.least, both.scale.most) == (
        Measure.SAVING,
        Decimal(0),
        Decimal(300_000),
    )
    assert both.why_no_scale == ()


def test_risks_that_four_cases_name_alike_are_told_once(real: Real) -> None:
    sentences = said(compare(real.on_theme("ict-and-automation")))
    assert sentences["shared-risks"].startswith(
        "Risks named alike (4 cases of Cambridgeshire): “Capacity of LGSS IT to support the "
        "programme”, "
    )


def test_a_case_alone_has_no_scale_and_nothing_in_common(real: Real) -> None:
    alone = compared(real, OURS)
    assert (alone.common, alone.differ, alone.caveats, alone.scale) == ((), (), (), None)
    assert alone.why_no_scale == ("There are no two figures to put on one scale.",)


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_not_stated_is_never_said_to_differ(theme: str, real: Real) -> None:
    """One stated value and silence are no two values."""
    for each in compare(real.on_theme(theme)).differ:
        stated = {value.words for value in each.values if value.words}
        assert len(stated) > 1 or each.sentence.startswith("Not every"), each.sentence


@pytest.mark.parametrize("theme", THEMES)
def test_groups_that_are_alike_can_each_have_a_scale(theme: str, real: Real) -> None:
    sides = real.on_theme(theme)
    groups = alike(sides)
    assert sorted(side.place for group in groups for side in group) == sorted(
        side.place for side in sides
    )
    for group in groups:
        assert not blockers(compare(group).caveats)
        assert len(group) == 1 or compare(group).scale


@given(data=st.data())
def test_the_order_of_the_sides_makes_no_difference(data: st.DataObject, real: Real) -> None:
    paths = data.draw(st.lists(st.sampled_from(sorted(real.facts)), min_size=2, max_size=6))
    sides = [real.side(path) for path in paths]
    shuffled = data.draw(st.permutations(sides))
    assert compare(sides) == compare(shuffled)
    assert alike(sides) == alike(shuffled)


@given(data=st.data())
def test_there_is_a_scale_or_a_reason_and_never_both(data: st.DataObject, real: Real) -> None:
    paths = st.lists(st.sampled_from(sorted(real.facts)), min_size=2, max_size=4, unique=True)
    found = compared(real, *data.draw(paths))
    assert bool(found.scale) != bool(found.why_no_scale)
    assert bool(found.scale) != bool(blockers(found.caveats))


@pytest.mark.parametrize("theme", THEMES)
def test_every_sentence_ends_and_holds_nothing_of_a_program(theme: str, real: Real) -> None:
    found = compare(real.on_theme(theme))
    sentences = [each.sentence for each in (*found.common, *found.differ)]
    sentences += [caveat.sentence for caveat in found.caveats]
    assert sentences
    for sentence in sentences:
        assert sentence.endswith(".")
        assert not re.search(r"None[^ ]|Decimal|[_{}]|  |: \.|, ,", sentence), sentence


def test_of_many_cases_those_of_each_council_are_counted_and_one_alone_is_named(real: Real) -> None:
    sentences = said(compare(real.on_theme("property-and-investment")))
    assert sentences["measure"] == (
        "Their papers call their figures by different names: benefit (“Growth, Assets and "
        "Municipal Enterprise” of Plymouth), income (“Growth and Assets” of Plymouth), saving (5 "
        "cases: 4 of Cambridgeshire and 1 of Plymouth)."
    )


def test_of_many_cases_a_sentence_tells_from_where_to_where_they_go(real: Real) -> None:
    sentences = said(compare(real.on_theme("property-and-investment")))
    assert sentences["risks"] == (
        "The papers name up to 6 risks; none is named by 4 cases: 2 of Cambridgeshire and 2 of "
        "Plymouth, 2 of them part of a larger case."
    )
    assert sentences["do-nothing"] == (
        "Not every paper lists options; doing nothing is among those of “Growth, Assets and "
        "Municipal Enterprise” of Plymouth and not among those of 2 cases of Cambridgeshire."
    )
    assert sentences["negative"] == (
        "What gets worse: answered in words by 3 cases of Cambridgeshire; answered “none” by "
        "“Commercial Income - Maximising Return on the County Farms Estate” of Cambridgeshire; not "
        "asked in Plymouth."
    )
    assert said(compare(real.on_theme("schools-and-school-transport")))["kind"].startswith(
        "They are different kinds of paper: "
    )


@pytest.mark.parametrize(
    ("names", "called"),
    [
        ((OURS, THEIRS), "Peterborough"),
        (
            (OURS, "cambridgeshire/2018-19/c-r-6-101-shared-services"),
            "Cambridgeshire 2018/19",
        ),
        ((CCO, CST), "“Co-operative Centre of Operations”"),
        ((CCO, f"{CCO}#obc-headline"), "the headline"),
        (
            (OURS, THEIRS, CCO, f"{CHELTENHAM}customer-services-briefing"),
            "Peterborough",
        ),
        ((OURS, THEIRS, CCO, CST), "“Co-operative Centre of Operations” of Plymouth"),
    ],
)
def test_a_sentence_calls_a_side_by_the_shortest_name_that_tells_it_apart(
    names: tuple[str, ...], called: str, real: Real
) -> None:
    sides = sides_of(real.side(name) for name in names)
    assert called in {sides.who([side]) for side in sides.all}


def test_of_very_many_councils_a_sentence_says_how_many(real: Real) -> None:
    side = real.side(OURS)
    silent = replace(side.facts, stage=None, risks=())
    many = [
        replace(
            side, facts=replace(silent, path=f"c-{n}/2018-19/a", council=f"c-{n}"), council=None
        )
        for n in range(20)
    ]
    named = replace(many[0], facts=replace(many[0].facts, stage="draft"))
    (found,) = (one for one in compare([named, *many[1:]]).differ if one.code == "stage")
    assert found.sentence.endswith("not stated (19 cases of 19 councils).")


def test_a_share_of_what_is_spent_now_is_what_the_paper_states_and_no_return_on_costs(
    real: Real,
) -> None:
    shares = {
        path.partition("/")[2]: [(share.percent.printed, share.of) for share in facts.shares]
        for path, facts in real.facts.items()
        if facts.shares
    }
    assert [percent for percent, _ in shares["2014-15/cst-service-review"]] == ["17%"]
    assert "2014-15/cco-co-operative-centre-of-operations" not in shares
    assert "2014-15/ihwb-integrated-commissioning" not in shares


def test_a_claim_under_a_wrong_label_is_told_with_its_print_and_as_it_is_read(real: Real) -> None:
    side = real.side("plymouth/2014-15/ihwb-integrated-commissioning")
    returns = next(aspect for aspect in INSTEAD if aspect.code == "returns").words(side)
    assert "NPV printed “652,367”, read as £652,367;" in returns
    assert "£652,367,000" not in returns


def test_of_a_field_that_could_not_be_read_in_one_case_nothing_is_said(real: Real) -> None:
    ours, theirs = real.side(OURS), real.side(THEIRS)
    assert {"risks", "measure", "period"} <= said(compare([ours, theirs])).keys()
    facts = replace(theirs.facts, risks=(), headline=None, unreadable=("risks", "headline"))
    found = compare([ours, replace(theirs, facts=facts, figure=None)])
    assert {"risks", "measure", "period"}.isdisjoint(said(found))
    assert found.why_no_scale == (
        "There is not an amount on every side: a headline that could not be read (Peterborough).",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Draft 2", "Draft 10"),
        ("Draft 2", "Draft 2²"),  # a raised digit is none that can be counted with
        ("Draft 2", f"Draft {'9' * 5000}"),
        ("£900", "£1,200"),
    ],
)
def test_what_sides_say_is_put_in_the_order_of_the_numbers_in_it(
    one: str, other: str, real: Real
) -> None:
    ours, theirs = (
        replace(side, facts=replace(side.facts, stage=stage))
        for side, stage in ((real.side(OURS), other), (real.side(THEIRS), one))
    )
    groups = sides_of([ours, theirs]).by(lambda side: side.facts.stage or "")
    assert list(groups) == [one, other]
