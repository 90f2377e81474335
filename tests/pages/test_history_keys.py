"""A fact keeps its key when what it tells of is renamed, so nothing seems to come or go."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.changes.change import Did
from generator.changes.compare import changes_between
from generator.history.redact import with_values
from generator.pages.history_keys import LISTS, lasting_facts
from tests.changes.random_cases import Maker

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from generator.pages.history_facts import Fact
    from tests.pages.conftest import Register1

FIRST = """
risks:
  - {title: The kitchen burns down, rag: Red, line: 4}
  - {title: Rain, rag: Green, line: 5}
"""
SECOND = """
risks:
  - {title: Rain, rag: Green, line: 5}
  - {title: The old kitchen burns down, rag: Amber, line: 4}
"""
BODY = """
## Financial case

### Costs {#costs}
cost, £, in year; lines 10 to 12

| Item  | 2018/19 | 2019/20 |
|-------|--------:|--------:|
| Cooks | 900,000 | 800,000 |
"""


def words(facts: tuple[Fact, ...]) -> dict[str, str]:
    return {fact.key: fact.words for fact in facts}


def test_a_risk_with_another_title_and_a_row_with_another_label_keep_their_keys(
    case_of: Callable[..., Register1],
) -> None:
    cases = (
        case_of(FIRST, BODY).case,
        case_of(SECOND, BODY.replace("Cooks", "Staff").replace("#costs", "#spending")).case,
        case_of(FIRST, BODY).case,
    )
    first, second, third = map(words, lasting_facts(cases))
    burns = "risks/The kitchen burns down"
    assert (first[f"{burns}/rag"], second[f"{burns}/rag"]) == ("Red", "Amber")
    assert second[f"{burns}/title"] == "The old kitchen burns down"
    assert second["tables/costs/cooks/label"] == "Staff"
    assert second["tables/costs/cooks/2018-19"] == first["tables/costs/cooks/2018-19"]
    assert third == first


def test_a_new_item_with_the_name_that_another_one_had_has_a_key_of_its_own(
    case_of: Callable[..., Register1],
) -> None:
    added = SECOND + "  - {title: The kitchen burns down, rag: Grey, line: 9}\n"
    cases = (case_of(FIRST).case, case_of(SECOND).case, case_of(added).case)
    *_, last = map(words, lasting_facts(cases))
    assert sorted(value for key, value in last.items() if key.endswith("/rag")) == [
        *("Amber", "Green", "Grey"),
    ]


def test_of_a_version_that_is_not_shown_there_are_no_facts(
    case_of: Callable[..., Register1],
) -> None:
    first, hidden, last = lasting_facts((case_of(FIRST).case, None, case_of(SECOND).case))
    assert hidden == ()
    assert {fact.of for fact in first} == {fact.of for fact in last}


@given(st.randoms(use_true_random=True))
def test_items_come_and_go_as_the_sentences_tell(random: Random) -> None:
    maker = Maker(random)
    case = maker.case()
    # Random relations do not make sense, and nothing is looked at here of what they say.
    before, after = (with_values(one, relations=()) for one in (case, maker.edited(case)))
    read = [name for name in LISTS if name not in (*before.unreadable, *after.unreadable)]
    old, new = (
        {fact.of for fact in facts if fact.of.partition("/")[0] in read}
        for facts in lasting_facts((before, after))
    )
    told = Counter(
        (change.did, change.field)
        for change in changes_between(before, after)
        if len(change.path) == 1 and change.field in read and change.did in (Did.ADDED, Did.REMOVED)
    )
    ours = Counter((Did.ADDED, of.partition("/")[0]) for of in new - old)
    ours += Counter((Did.REMOVED, of.partition("/")[0]) for of in old - new)
    assert ours == told
