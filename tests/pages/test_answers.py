"""What a case answers on a theme: of a large amount also the parts that its paper prints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.pages.answers import QUESTIONS, Said, answers
from generator.pages.shelf import shelve
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from generator.reading.register import Register

HOW_MUCH = [id_ for id_, _ in QUESTIONS].index("how-much")


def how_much(real: Register, path: str) -> Said:
    shelf = shelve(real, AS_AT, production=False)
    return answers(shelf.cases[path], shelf)[HOW_MUCH]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("plymouth/2014-15/game-street-services-review", "Management, £350,000; Waste, £150,000."),
        (
            "plymouth/2014-15/game-commercialisation",
            "Commercial waste, £300,000; Other income, £400,000.",
        ),
        (
            "peterborough/2019-20/shared-services-savings",
            "2019/20, £4.5 million; 2020/21, £4.5 million.",
        ),
    ],
)
def test_the_printed_parts_of_an_amount_are_told_with_it(
    path: str, parts: str, real: Register
) -> None:
    assert how_much(real, path).text.endswith(f" Of this, as printed: {parts}")


def test_a_part_that_is_read_otherwise_is_told_with_its_print(real: Register) -> None:
    shelf = shelve(real, AS_AT, production=False)
    case = shelf.cases["plymouth/2014-15/game-street-services-review"]
    assert case.headline
    first, *rest = case.headline.splits
    damaged = replace(first.amount, printed="£35,000", reading=first.amount)
    splits = (replace(first, amount=damaged), *rest)
    read = replace(case, headline=replace(case.headline, splits=splits))
    said = answers(read, shelf)[HOW_MUCH].text
    assert "Of this, as printed: Management, £350,000 (printed “£35,000”); Waste" in said


def test_of_an_amount_without_parts_none_are_told(real: Register) -> None:
    said = how_much(real, "cheltenham/2016-17/revenues-and-benefits-briefing")
    assert "Of this" not in said.text
