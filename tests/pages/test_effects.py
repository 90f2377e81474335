"""What a change comes to in all: the totals of a plan before and after, like with like."""

from __future__ import annotations

from decimal import Decimal

from generator.core.adding_up import AddedUp, Total
from generator.core.case_amounts import CaseAmount
from generator.core.words import Measure, Quality
from generator.pages.effects import effects


def total(amount: int, *qualities: Quality) -> Total:
    one = CaseAmount(path="north/2018-19/a", title="Meals", year=2018, headline=None)
    return Total(
        measure=Measure.NET_BENEFIT,
        qualities=qualities,
        ones=(one,),
        amount=Decimal(amount),
        at_least=False,
    )


def test_totals_of_two_sorts_are_each_told_where_both_are_called_alike() -> None:
    before = AddedUp(totals=(total(1, Quality.NET), total(2)), left_out=())
    after = AddedUp(totals=(total(3, Quality.NET), total(4)), left_out=())
    assert [(one.what, one.before, one.after) for one in effects(before, after)] == [
        ("Net benefit", "£1 from 1 case", "£3 from 1 case"),
        ("Net benefit", "£2 from 1 case", "£4 from 1 case"),
    ]
