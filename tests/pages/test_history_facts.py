"""Every leaf of a version in words, under a key that stays: what a browser compares."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.changes.compare import changes_between
from generator.history.redact import with_values
from generator.pages.history_facts import version_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.core.case import Case
    from generator.reading.register import Register
    from tests.pages.conftest import Register1

FIRE = "  - {title: Fire, reference: R1, likelihood: 1, impact: 5, line: 4}"
FLOOD = "  - {title: Flood, reference: R1, line: 5}"
FIELDS = f"""
version: "1.0"
people:
  - {{name: Alex Example, role: senior responsible officer, line: 1}}
  - {{name: Kim Sample, role: author, line: 2}}
headline: {{amount: £900k, measure: saving, period: 2018/19, certainty: target, line: 3}}
risks:
{FIRE}
{FLOOD}
"""
BODY = """
## Case for change

Meals cost too much. Nobody asked
the cooks.

## Financial case

### Costs {#costs}
cost, £, in year; lines 10 to 12

| Item  | 2018/19 |
|-------|--------:|
| Cooks | 900,000 |
"""


def words(case: Case) -> dict[str, str]:
    return {fact.key: fact.words for fact in version_facts(case)}


def test_a_leaf_has_a_key_of_what_identifies_it_a_label_and_words(
    case_of: Callable[..., Register1],
) -> None:
    facts = {fact.key: fact for fact in version_facts(case_of(FIELDS, BODY).case)}
    headline = "£900,000 saving, in 2018/19; the document does not say whether it recurs; a target"
    assert facts["headline"].words == headline
    cell = facts["tables/costs/cooks/2018-19"]
    assert (
        cell.label
        == "Table “Costs”: Cooks, 2018/19 (cost, in 2018/19, as far as it falls in that year)"
    )
    assert (cell.item, cell.topic, cell.words) == ("Table “Costs”", "money", "£900,000")
    assert facts["risks/Fire/impact"].label == "Risk “Fire”, impact"
    assert facts["people/author/name"].words == "Kim Sample"
    assert facts["sections/Case for change/Nobody asked the cooks."].item == ""


def test_a_part_by_year_is_told_with_the_year_it_is_for(case_of: Callable[..., Register1]) -> None:
    fields = (
        "headline:\n  {amount: £9m, measure: saving, period: 2018/19 to 2019/20, line: 3,\n"
        "   splits: [{by: year, name: 2018/19, amount: £4m, line: 4}]}"
    )
    facts = {fact.key: fact for fact in version_facts(case_of(fields).case)}
    assert facts["headline/splits/2018/19"].label == (
        "Part of the headline, “2018/19” (saving, in 2018/19)"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("£900k", "£0.9m"),
        ("line: 3", "line: 30"),
        ("Nobody asked\nthe cooks.", "Nobody\nasked the cooks."),
        (f"{FIRE}\n{FLOOD}", f"{FLOOD}\n{FIRE}"),
    ],
    ids=["spelling of an amount", "a line of the source", "a break of a line", "an order"],
)
def test_what_is_no_change_makes_no_other_fact(
    case_of: Callable[..., Register1], before: str, after: str
) -> None:
    assert before in FIELDS + BODY
    told = words(case_of(FIELDS, BODY).case)
    again = case_of(FIELDS.replace(before, after), BODY.replace(before, after)).case
    assert words(again) == told


def test_whatever_differs_between_two_cases_differs_in_their_facts(real: Register) -> None:
    """Held against the comparison of records, on neighbours of the real register."""
    cases = [loaded.case for loaded in real.cases.values()][::3]
    for one, other in pairwise(cases):
        told = words(one)
        for name in {change.path[0].field for change in changes_between(one, other)}:
            if name not in {"id", "unreadable", "removed"}:
                mixed = with_values(one, **{name: getattr(other, name)})
                assert words(mixed) != told, (str(one.id), str(other.id), name)


def test_what_could_not_be_read_is_one_fact(case_of: Callable[..., Register1]) -> None:
    case = case_of(
        FIELDS.replace("£900k", "=£=", 1).replace("measure: saving", "measure: sa"), sound=False
    ).case
    assert words(case)["headline/unreadable"] == "could not be read from the file"
    assert "headline" not in words(case)


def test_equal_items_are_counted_so_that_none_is_lost(case_of: Callable[..., Register1]) -> None:
    twice = "people:\n  - {name: A, role: author, line: 1}\n  - {name: A, role: author, line: 2}\n"
    keys = [key for key in words(case_of(twice).case) if key.startswith("people/")]
    assert len(keys) == 4
