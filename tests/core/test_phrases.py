"""Turns of phrase that every layer shares: said in one way, and never twice in one breath."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.core.amounts import PEOPLE, exactly
from generator.core.councils import Population
from generator.core.periods import Period, financial_year
from generator.core.phrases import measured, people_words, several
from generator.core.words import Measure, Quality


@pytest.mark.parametrize(
    ("measure", "qualities", "words"),
    [
        (Measure.SAVING, (Quality.GROSS, Quality.CASHABLE), "gross, cashable saving"),
        (Measure.NET_BENEFIT, (Quality.NET,), "net benefit"),
        (Measure.NET_BENEFIT, (Quality.NET, Quality.REAL), "real net benefit"),
        (Measure.COST, (Quality.NET,), "net cost"),
        (None, (Quality.NET, Quality.CASH), "net, cash"),
        (None, (), ""),
    ],
)
def test_what_a_figure_measures(
    measure: Measure | None, qualities: tuple[Quality, ...], words: str
) -> None:
    assert measured(measure, qualities) == words


@pytest.mark.parametrize(
    ("year", "words"),
    [(financial_year(2018), "1,000 people in 2018/19"), (None, "1,000 people")],
)
def test_how_many_people_live_in_an_area(year: Period | None, words: str) -> None:
    people = exactly(Decimal(1000), PEOPLE)
    assert people_words(Population(people=people, year=year, source="Census")) == words


@pytest.mark.parametrize(
    ("one", "many"),
    [("business case", "business cases"), ("project summary", "project summaries")],
)
def test_several_of_a_thing(one: str, many: str) -> None:
    assert several(one) == many
