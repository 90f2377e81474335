"""Adding up: each case is in one total, or is left out with the reason that holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.core.adding_up import AddedUp, add_up
from generator.core.case import Case
from generator.core.case_amounts import CaseAmount, Reason, case_amount, own_reason, pounds
from generator.core.figures import Headline
from generator.core.identity import CaseId

FIELDS = {"amount": "£100k", "measure": "saving", "period": "2018/19"}


def headline(**fields: Any) -> Headline:  # noqa: ANN401 - as typed in a file
    return TypeAdapter(Headline).validate_python(FIELDS | fields)


def one(path: str, amount: str = "£100k", **more: Any) -> CaseAmount:  # noqa: ANN401 - any field
    fields = {name: more.pop(name) for name in ("measure", "qualities") if name in more}
    found = headline(amount=amount, **fields)
    return CaseAmount(path=path, title=path, year=2018, headline=found, **more)


def told(found: AddedUp) -> tuple[dict[str, int | None], dict[str, tuple[Reason, str]]]:
    """The totals by what they measure; what is left out, why, and for which other case."""
    totals = {
        " ".join([*total.qualities, total.measure]): (
            None if total.amount is None else int(total.amount)
        )
        for total in found.totals
    }
    left = {
        item.one.path: (item.reason, item.other.path if item.other else "")
        for item in found.left_out
    }
    return totals, left


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, None),
        ({"basis": "in year"}, None),
        ({"basis": "recurring", "certainty": "delivered"}, None),
        ({"basis": "increment"}, None),
        ({"amount": "4,000", "unit": "£k"}, None),
        ({"amount": "Cost neutral"}, Reason.WORDS),
        ({"amount": "TBC"}, Reason.WORDS),
        ({"amount": "withheld (a tender is open; paragraph 3)"}, Reason.WITHHELD),
        ({"amount": "30 posts"}, Reason.NOT_POUNDS),
        ({"amount": "12%"}, Reason.NOT_POUNDS),
        ({"period": "not stated"}, Reason.NO_PERIOD),
        ({"period": "2019/20"}, Reason.OTHER_PERIOD),
        ({"period": "2018/19 to 2019/20"}, Reason.OTHER_PERIOD),
        ({"period": "2018"}, Reason.OTHER_PERIOD),
        ({"period": "Year 1"}, Reason.OTHER_PERIOD),
        ({"period": "2017/19 (read 2018/19: a slip)"}, None),
        ({"basis": "full year"}, Reason.FULL_YEAR),
        ({"basis": "over the plan"}, Reason.SEVERAL_YEARS),
        ({"basis": "cumulative"}, Reason.SEVERAL_YEARS),
        ({"amount": "about £100k"}, Reason.INEXACT),
        ({"amount": "up to £100k"}, Reason.INEXACT),
        ({"amount": "at least £100k"}, None),
        ({"amount": "£100k (read at least £100k: the text calls it the minimum)"}, None),
        ({"amount": "£100k (read about £100k: a guess by the text)"}, Reason.INEXACT),
        ({"amount": "£100k (read at least £150k: a damaged print)"}, Reason.INEXACT),
        ({"amount": "£100k to 200k"}, Reason.INEXACT),
        ({"amount": "£1OO (read £100: a damaged print)"}, Reason.INEXACT),
        ({"described": [{"kind": "income", "line": "7"}]}, Reason.INCOME),
        ({"described": [{"kind": "partly income", "line": "7"}]}, Reason.PARTLY_INCOME),
        ({"described": [{"kind": "other funding", "line": "7"}]}, Reason.OTHER_FUNDING),
        (
            {"described": [{"kind": "partly other funding", "line": "7"}]},
            Reason.PARTLY_OTHER_FUNDING,
        ),
        (
            {
                "described": [
                    {"kind": "income", "line": "7"},
                    {"kind": "replaces income given up", "line": "7"},
                ]
            },
            Reason.INCOME_GIVEN_UP,
        ),
        ({"described": [{"kind": "income", "line": "7"}], "period": "2019/20"}, Reason.INCOME),
    ],
)
def test_what_stands_against_an_amount_by_itself(
    fields: dict[str, Any], reason: Reason | None
) -> None:
    found = CaseAmount(path="a", title="a", year=2018, headline=headline(**fields))
    assert own_reason(found) is reason


def test_a_case_without_a_headline_is_left_out() -> None:
    assert own_reason(CaseAmount(path="a", title="a", year=2018, headline=None)) is Reason.NO_AMOUNT


def test_income_that_is_measured_as_income_is_added_up_as_income() -> None:
    totals, left = told(add_up([one("a"), one("b", measure="income"), one("c", measure="income")]))
    assert (totals, left) == ({"income": 200_000, "saving": 100_000}, {})


def test_a_cashable_saving_is_a_saving_and_a_net_one_stands_apart() -> None:
    ones = [one("a"), one("b", qualities=["cashable"]), one("c", qualities=["net", "revenue"])]
    assert told(add_up(ones))[0] == {"saving": 200_000, "net saving": 100_000}


@pytest.mark.parametrize(
    ("ones", "totals", "left"),
    [
        pytest.param(
            (one("whole", "£300k"), one("part", "£200k", part_of=("whole",))),
            {"saving": 300_000},
            {"part": (Reason.PART, "whole")},
            id="a programme holds its project",
        ),
        pytest.param(
            (
                one("whole", "£300k", measure="benefit"),
                one("part", "£200k", measure="income", part_of=("whole",)),
            ),
            {"benefit": 300_000},
            {"part": (Reason.PART, "whole")},
            id="benefits hold income",
        ),
        pytest.param(
            (one("whole", measure="investment"), one("part", part_of=("whole",))),
            {"investment": 100_000, "saving": 100_000},
            {},
            id="what is put in holds no saving",
        ),
        pytest.param(
            (one("whole"), one("part", "£200k", part_of=("whole",))),
            {"saving": None},
            {},
            id="a part larger than its whole leaves both open",
        ),
        pytest.param(
            (one("part", "£200k", part_of=("elsewhere",)),),
            {"saving": 200_000},
            {},
            id="a whole that is not on the page holds nothing",
        ),
        pytest.param(
            (one("a", part_of=("b",)), one("b", part_of=("a",))),
            {"saving": 100_000},
            {"a": (Reason.PART, "b")},
            id="two that call each other a part are counted once",
        ),
        pytest.param(
            (
                one("whole", "£900k", references=("AR1",), parts=(("FR2", Decimal(128_000)),)),
                one("row", "£128k", references=("FR2",)),
            ),
            {"saving": 900_000},
            {"row": (Reason.PRINTED_TWICE, "whole")},
            id="a split by reference prints the other case",
        ),
        pytest.param(
            (
                one("whole", "£900k", references=("AR1",), parts=(("FR2", Decimal(128_000)),)),
                one("row", "£130k", references=("FR2",)),
            ),
            {"saving": None},
            {},
            id="a split that prints another amount leaves it open",
        ),
        pytest.param(
            (one("a", references=("AR1",)), one("b", references=("AR1",))),
            {"saving": 100_000},
            {"b": (Reason.PRINTED_TWICE, "a")},
            id="one amount under one reference",
        ),
        pytest.param(
            (one("a", references=("AR1",)), one("b", "£200k", references=("AR1",))),
            {"saving": None},
            {},
            id="two amounts under one reference",
        ),
        pytest.param(
            (one("a"), one("b", overlaps=("a",))),
            {"saving": 100_000},
            {"b": (Reason.PRINTED_TWICE, "a")},
            id="one initiative printed by two cases alike",
        ),
        pytest.param(
            (one("a"), one("b", "£200k", overlaps=("a",))),
            {"saving": None},
            {},
            id="one initiative printed by two cases in two ways",
        ),
        pytest.param(
            (one("a", shares_text=("b",)), one("b")),
            {"saving": 100_000},
            {"b": (Reason.PRINTED_TWICE, "a")},
            id="the same words with the same amount",
        ),
        pytest.param(
            (one("a", shares_text=("b",)), one("b", "£200k")),
            {"saving": 300_000},
            {},
            id="the same words with another amount",
        ),
        pytest.param(
            (one("a", references=("AR1",), shares_text=("b",)), one("b", references=("CR5",))),
            {"saving": 200_000},
            {},
            id="the same words and amount under two references of the plan: two of its lines",
        ),
        pytest.param(
            (one("a"), one("b", overlaps_elsewhere=True)),
            {"saving": 100_000},
            {"b": (Reason.OVERLAPS, "")},
            id="a paper warns of an overlap with what is not here",
        ),
        pytest.param(
            (one("a"), one("b")),
            {"saving": 200_000},
            {},
            id="equal amounts of cases that nothing connects",
        ),
    ],
)
def test_one_saving_in_two_places_counts_once(
    ones: tuple[CaseAmount, ...],
    totals: dict[str, int | None],
    left: dict[str, tuple[Reason, str]],
) -> None:
    assert told(add_up(ones)) == (totals, left)


def test_a_total_beside_a_withheld_amount_is_at_least_what_it_says() -> None:
    kept_back = one("b", "withheld (a tender is open; paragraph 3)")
    assert [total.at_least for total in add_up([one("a"), kept_back]).totals] == [True]
    assert [total.at_least for total in add_up([one("a"), one("b", "TBC")]).totals] == [False]


@pytest.mark.parametrize("least", ["at least £100k", "£100k (read at least £100k: the minimum)"])
def test_a_total_of_what_is_the_least_is_the_least(least: str) -> None:
    (total,) = add_up([one("a", "£200k"), one("b", least)]).totals
    assert (total.amount, total.at_least) == (Decimal(300_000), True)


def test_what_adding_up_has_to_know_is_taken_from_the_case() -> None:
    fields = {
        "title": "Centres",
        "source": "plan",
        "references": ["A/R. 6.224"],
        "headline": FIELDS
        | {"splits": [{"by": "reference", "name": "F/R.6.110", "amount": "£128k"}]},
        "links": [
            {"kind": "part of", "case": "northshire/2018-19/whole"},
            {"kind": "part of", "name": "A programme"},
            {"kind": "same initiative", "case": "southport/2018-19/same"},
            {"kind": "shares text with", "case": "northshire/2018-19/twin"},
            {"kind": "overlaps with", "name": "Other cases"},
            {"kind": "related", "case": "northshire/2018-19/other"},
        ],
        "id": CaseId(council="northshire", year_folder="2018-19", slug="centres"),
    }
    found = case_amount(TypeAdapter(Case).validate_python(fields))
    assert (found.path, found.title, found.year) == ("northshire/2018-19/centres", "Centres", 2018)
    assert found.references == ("AR6.224",)
    assert found.parts == (("FR6.110", Decimal(128_000)),)
    assert found.part_of == ("northshire/2018-19/whole",)
    assert found.overlaps == ("southport/2018-19/same",)
    assert found.shares_text == ("northshire/2018-19/twin",)
    assert found.overlaps_elsewhere


PATHS = ("a", "b", "c", "d", "e")
LINKS = st.lists(st.sampled_from(PATHS), max_size=2).map(tuple)
ADDENDS = st.builds(
    one,
    st.sampled_from(PATHS),
    st.sampled_from(["£100k", "£200k", "£0", "-£50k", "about £1m", "TBC"]),
    measure=st.sampled_from(["saving", "benefit", "investment"]),
    references=st.lists(st.sampled_from(["AR1", "AR2", "AR3"]), max_size=2).map(tuple),
    part_of=LINKS,
    overlaps=LINKS,
    shares_text=LINKS,
)


@given(st.lists(ADDENDS, max_size=5, unique_by=lambda each: each.path))
def test_each_case_is_in_one_total_or_left_out_once_and_totals_are_sums(
    ones: list[CaseAmount],
) -> None:
    found = add_up(ones)
    in_totals = [each.path for total in found.totals for each in total.ones]
    told_of = [*in_totals, *(left.one.path for left in found.left_out)]
    assert sorted(told_of) == sorted(each.path for each in ones)
    for total in found.totals:
        assert total.amount in (None, sum(map(pounds, total.ones)))
        assert (total.amount is None) == bool(total.unclear)
    held_by = {left.one.path: left.other.path for left in found.left_out if left.other}
    for whole in held_by.values():
        path = whole
        while path in held_by:  # what holds an amount is in a total itself, by however many steps
            path = held_by[path]
        assert path in in_totals
