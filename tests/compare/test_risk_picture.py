"""The risks of many cases in one picture: one scale, one grid, and no score where there is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.compare.facts import Facts, RiskFacts
from generator.compare.risk_picture import Scales, risk_picture
from generator.core.risks import RiskLog

if TYPE_CHECKING:
    from tests.compare.conftest import Real

ANY = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
FIVE = RiskLog(likelihood_scale="1 to 5", impact_scale="1 to 5")


def named(real: Real, path: str, log: RiskLog | None, *scores: tuple[str, str] | None) -> Facts:
    risks = tuple(
        RiskFacts(
            title=f"Risk {number}",
            likelihood=score[0] if score else None,
            impact=score[1] if score else None,
            rag=None,
            mitigated=False,
        )
        for number, score in enumerate(scores, start=1)
    )
    return replace(real.facts[ANY], path=path, risks=risks, risk_log=log)


def test_logs_of_one_scale_stand_in_one_grid(real: Real) -> None:
    one = named(real, "a/2018-19/one", FIVE, ("4", "5"))
    other = named(real, "a/2018-19/other", FIVE, ("4", "5"), ("1", "2"))
    picture = risk_picture([other, one])
    assert len(picture.grids) == 1
    grid = picture.grids[0]
    assert grid.likelihoods == grid.impacts == ("1", "2", "3", "4", "5")
    assert grid.cells["4", "5"] == (("a/2018-19/one", "Risk 1"), ("a/2018-19/other", "Risk 1"))
    assert grid.cases == ("a/2018-19/one", "a/2018-19/other")
    assert picture.sentences == (
        "All 3 risks that the papers name have a likelihood and an impact.",
    )
    (alone,) = risk_picture([named(real, "a/2018-19/alone", FIVE, ("4", "5"))]).sentences
    assert alone == "The 1 risk that the papers name has a likelihood and an impact."


def test_a_log_that_names_no_scale_stands_alone(real: Real) -> None:
    one = named(real, "a/2018-19/one", FIVE, ("4", "5"))
    other = named(real, "a/2018-19/other", None, ("4", "5"), None)
    empty = named(real, "a/2018-19/empty", None)
    picture = risk_picture([one, other, empty])
    assert {grid.scales for grid in picture.grids} == {Scales.KEPT, Scales.SILENT}
    assert picture.unscored == (("a/2018-19/other", "Risk 2"),)
    assert picture.without == ("a/2018-19/empty",)
    assert picture.sentences == (
        "2 of the 3 risks that the papers name have a likelihood and an impact.",
        "1 case names no risk.",
        "1 log does not say what its scores mean, so it stands alone.",
        "A score in one grid need not mean the same in another.",
    )


def test_plymouth_in_2014_15(real: Real) -> None:
    year = [facts for facts in real.facts.values() if facts.council == "plymouth"]
    picture = risk_picture(year)
    assert len(picture.grids) == 5
    assert Scales.KEPT not in {grid.scales for grid in picture.grids}
    assert picture.sentences[0] == (
        "46 of the 52 risks that the papers name have a likelihood and an impact."
    )
    assert picture.sentences[2:4] == (
        "4 logs do not say what their scores mean, so each stands alone.",
        "1 log names a scale and does not keep to it, so it stands alone.",
    )


def test_a_log_that_scores_beside_its_scale_stands_alone_with_the_scores_it_has(real: Real) -> None:
    letters = RiskLog(likelihood_scale="A to E", impact_scale="1 to 5")
    (grid,) = risk_picture([named(real, "a/2018-19/one", letters, ("3", "4"))]).grids
    assert (grid.likelihoods, grid.impacts) == (("3",), ("1", "2", "3", "4", "5"))
    assert grid.scales is Scales.LEFT


def test_cambridgeshire_scores_no_risk(real: Real) -> None:
    year = [f for f in real.facts.values() if f.path.startswith("cambridgeshire/2018-19/")]
    picture = risk_picture(year)
    assert picture.grids == ()
    assert picture.sentences[0] == (
        "None of the 128 risks that the papers name has a likelihood and an impact."
    )


@given(data=st.data())
def test_every_risk_stands_in_one_place_and_order_makes_no_difference(
    data: st.DataObject, real: Real
) -> None:
    cases = [
        real.facts[path]
        for path in data.draw(
            st.lists(st.sampled_from(sorted(real.facts)), max_size=10, unique=True)
        )
    ]
    picture = risk_picture(cases)
    placed = [risk for grid in picture.grids for cell in grid.cells.values() for risk in cell]
    expected = Counter((facts.path, risk.title) for facts in cases for risk in facts.risks)
    assert Counter([*placed, *picture.unscored]) == expected
    assert risk_picture(data.draw(st.permutations(cases))) == picture


def test_a_log_that_names_a_scale_for_one_half_alone_is_not_said_to_leave_it(real: Real) -> None:
    half = RiskLog(likelihood_scale="1 to 5", impact_scale=None)
    in_words = RiskLog(likelihood_scale="see the corporate matrix", impact_scale="likewise")
    picture = risk_picture(
        [
            named(real, "a/2018-19/one", half, ("4", "5")),
            named(real, "a/2018-19/other", in_words, ("4", "5")),
        ]
    )
    assert picture.sentences[1:3] == (
        "1 log does not say what its scores mean, so it stands alone.",
        ("1 log says only of one of its two scales what the scores mean, so it stands alone."),
    )


def test_a_case_whose_risks_could_not_be_read_is_not_said_to_name_none(real: Real) -> None:
    lost = replace(named(real, "a/2018-19/lost", None), unreadable=("risks",))
    picture = risk_picture([lost, named(real, "a/2018-19/one", FIVE, ("4", "5"))])
    assert picture.without == ()
