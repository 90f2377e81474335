"""Which changes are of money, and how much they move."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.changes.compare import changes_between
from generator.changes.money import money_changes, pounds_moved
from tests.audit.cases import case_of, case_text, figures, table

HEADLINE = "headline: {{amount: '{}', measure: saving, period: 2018/19, basis: in year, line: 3}}\n"


def headline(amount: str) -> str:
    return case_text(fields=HEADLINE.format(amount))


def figure(amount: str) -> str:
    return case_text(body=figures(f"gap | the gap | cost | {amount} | 2020/21 | in year | 7"))


NO_FIGURE = case_text(body="Nothing.")
EXAMPLES = {
    "an amount that fell": (headline("£900,000"), headline("£750,000"), 1, 150_000),
    "an amount spelled anew": (headline("£900k"), headline("£0.9m"), 0, 0),
    "an amount that is about as much": (headline("£900k"), headline("about £900k"), 1, 0),
    "the upper end of a range": (headline("£80k to £100k"), headline("£80k to £120k"), 1, 20_000),
    "an amount that is withheld now": (headline("£900k"), headline("withheld (x; y)"), 1, 900_000),
    "a headline that was taken away": (headline("£900k"), case_text(), 1, 900_000),
    "the year of a headline": (
        headline("£900k"), headline("£900k").replace("2018/19", "2019/20"), 0, 0
    ),
    "a figure": (figure("£5k"), figure("£6k"), 1, 1_000),
    "a count": (figure("5 people"), figure("6 people"), 0, 0),
    "another reading of the same amount": (
        figure("£1,500"), figure("£1,50 (read £1,500: a digit is lost)"), 0, 0
    ),
    "another amount of the same print": (
        figure("£1,50 (read £1,500: a digit is lost)"),
        figure("£1,50 (read £1,501: a digit is lost)"), 1, 1
    ),
    "a figure that was read now": (NO_FIGURE, figure("£5k"), 0, 5_000),
    "a cell that was filled in": (
        case_text(body=table("Item | North", "Staff | ")),
        case_text(body=table("Item | North", "Staff | £2k")), 1, 2_000
    ),
    "a row that was read now": (
        case_text(body=table("Item | North | South", "Staff | £1k | £1k")),
        case_text(body=table("Item | North | South", "Staff | £1k | £1k", "Rent | -£9k | £4k")),
        0, 9_000
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", EXAMPLES)
def test_money_changes_by(what: str) -> None:
    before, after, count, pounds = EXAMPLES[what]
    changes = changes_between(case_of(before), case_of(after))
    assert len(money_changes(changes)) == count
    assert max(map(pounds_moved, changes), default=Decimal(0)) == pounds
