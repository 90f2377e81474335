"""The headline in words: never without its measure, its period and its basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pages.headline import headline_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pages.conftest import Register1

SENTENCES = [
    (
        "amount: £900K, measure: saving, period: 2018/19, certainty: target",
        "£900,000 saving, in 2018/19; the document does not say whether it recurs; a target",
    ),
    (
        (
            "amount: £8.0m, measure: saving, qualities: [gross, cashable], "
            "period: 2014/15 to 2016/17, basis: over the plan, certainty: estimate"
        ),
        (
            "£8 million gross, cashable saving, from 2014/15 to 2016/17; over the whole plan; "
            "an estimate"
        ),
    ),
    (
        "amount: £54k, measure: saving, certainty: agreed",
        (
            "£54,000 saving; the document does not say for which period or whether it recurs; "
            "agreed, says the document"
        ),
    ),
    (
        "amount: £1m, measure: income, period: over 3 years, basis: cumulative",
        (
            "£1 million income, over 3 years; all years so far together; "
            "the document does not say how sure it is"
        ),
    ),
    (
        (
            "amount: up to £5million, measure: cost avoided, period: Year 1, basis: one-off, "
            "certainty: conditional"
        ),
        "Up to £5 million cost avoided, in Year 1; once; only if something else happens",
    ),
    (
        (
            "amount: £200K, measure: saving, described: [{kind: income, line: 4}, "
            "{kind: replaces income given up, line: 5}], period: 2018/19, basis: in year, "
            "certainty: target"
        ),
        (
            "£200,000 saving (described as income and as a replacement for income given up), "
            "in 2018/19; as far as it falls in that year; a target"
        ),
    ),
    (
        'amount: "4,000", unit: £k, measure: benefit, period: 2014/15, basis: in year',
        (
            "£4 million benefit, in 2014/15; as far as it falls in that year; "
            "the document does not say how sure it is"
        ),
    ),
    (
        "amount: Cost Neutral, measure: saving, period: 2018/19, certainty: target",
        (
            "Cost Neutral, in place of an amount of saving, in 2018/19; "
            "the document does not say whether it recurs; a target"
        ),
    ),
    (
        "amount: TBC, measure: cost, basis: in year, certainty: estimate",
        (
            "To be confirmed, in place of an amount of cost; as far as it falls in that year; "
            "the document does not say for which period; an estimate"
        ),
    ),
    (
        (
            'amount: "£1,454,000k (read £1,454,000: the k is too much)", measure: cost, '
            "period: 2015, basis: full year, certainty: delivered"
        ),
        (
            "£1,454,000k (read as £1,454,000: the k is too much) cost, in 2015; "
            "what a full year brings; delivered, says the document"
        ),
    ),
    (
        (
            'amount: £1m, measure: saving, period: "2015/17 (read 2016/17: follows 2015/16)", '
            "basis: increment, certainty: target"
        ),
        (
            "£1 million saving, in 2016/17 (printed “2015/17”: follows 2015/16); "
            "on top of the year before; a target"
        ),
    ),
]


@pytest.mark.parametrize(("typed", "said"), SENTENCES, ids=[said[:40] for _, said in SENTENCES])
def test_a_headline_says_what_it_measures_when_how_often_and_how_sure(
    case_of: Callable[..., Register1], typed: str, said: str
) -> None:
    assert headline_view(case_of(f"headline: {{{typed}, line: 7}}").case).text == said


def test_a_case_without_a_headline_says_so(case_of: Callable[..., Register1]) -> None:
    assert headline_view(case_of().case).text == "The document gives no headline figure"


def test_a_headline_that_cannot_be_read_is_not_one_that_is_missing(
    case_of: Callable[..., Register1],
) -> None:
    case = case_of("headline: {amount: £5 millon, measure: saving, line: 7}", sound=False).case
    assert headline_view(case).text == "The headline figure could not be read"
