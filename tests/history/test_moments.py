"""Between which moments a register is compared, and what stood at each of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from generator.core.councils import Moment
from generator.history.moments import LATEST, MOST_DAYS, Mark, marks_of, state_at

NOON = datetime(2018, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = date(2018, 6, 1)


def by_id(*commits: datetime) -> dict[str, datetime]:
    return {f"{number:040x}": moment for number, moment in enumerate(commits)}


def keys(moments: dict[str, Moment], *commits: datetime, **tags: datetime) -> list[str]:
    return [mark.key for mark in marks_of(moments, tags, by_id(*commits), TODAY).marks]


def test_without_milestones_the_days_on_which_the_register_changed_serve() -> None:
    assert keys({}, NOON, NOON + DAY / 4, NOON + 3 * DAY) == ["2018-03-01", "2018-03-04"]


def test_of_many_days_the_last_dozen_serve() -> None:
    found = keys({}, *(NOON + n * DAY for n in range(30)))
    assert len(found) == MOST_DAYS
    assert found[-1] == "2018-03-30"


def test_without_a_history_there_is_no_moment() -> None:
    assert keys({"cabinet": Moment(title="Cabinet", dated=date(2018, 3, 1))}) == []


def test_milestones_stand_in_the_order_of_their_times_and_before_today() -> None:
    moments = {
        "council": Moment(title="Full council", mark="approved"),
        "cabinet": Moment(title="Cabinet", dated=date(2018, 3, 2)),
    }
    assert keys(moments, NOON, approved=NOON + 5 * DAY) == ["cabinet", "council", LATEST]


def test_a_milestone_may_have_the_key_that_today_has_else() -> None:
    moments = {LATEST: Moment(title="The latest meeting", dated=date(2018, 3, 2))}
    assert keys(moments, NOON) == [LATEST, f"{LATEST}-2"]


def test_a_milestone_to_come_is_none_yet_and_one_of_an_unknown_mark_is_named() -> None:
    moments = {
        "later": Moment(title="Cabinet in July", dated=date(2018, 7, 1)),
        "lost": Moment(title="Budget approved", mark="budget"),
    }
    found = marks_of(moments, {}, by_id(NOON), TODAY)
    assert [mark.key for mark in found.marks] == [LATEST]
    assert found.unknown == ("Budget approved",)


@pytest.mark.parametrize(
    ("days", "pairs"),
    [(1, ()), (2, ((0, 1),)), (3, ((0, 1), (1, 2), (0, 2)))],
)
def test_each_moment_is_held_against_the_one_before_and_the_first_against_the_latest(
    days: int, pairs: tuple[tuple[int, int], ...]
) -> None:
    assert marks_of({}, {}, by_id(*(NOON + n * DAY for n in range(days))), TODAY).pairs == pairs


@pytest.mark.parametrize(
    ("at", "number"),
    [
        (NOON - DAY, -1),
        (NOON, 0),
        (NOON + DAY / 2, 0),
        (NOON + DAY, 1),
        (None, 2),
    ],
)
def test_what_stood_at_a_moment_is_the_last_that_came_before(at: datetime, number: int) -> None:
    times = (NOON, NOON + DAY, None)  # the last is not committed, and so stands today alone
    assert state_at(times, Mark(key="a", title="A", at=at)) == number


@pytest.mark.parametrize(
    ("mark", "known"),
    [
        ("a" * 12, True),
        ("a" * 12 + "b" * 28, True),
        ("a" * 11, False),  # too short to be sure
        ("c" * 12, False),  # of two commits, either could be meant
        ("d" * 12, False),
    ],
)
def test_a_mark_may_be_a_commit_that_changed_a_case(mark: str, known: bool) -> None:
    commits = {
        "a" * 12 + "b" * 28: NOON,
        "c" * 12 + "1" * 28: NOON + DAY,
        "c" * 12 + "2" * 28: NOON + 2 * DAY,
    }
    found = marks_of({"read": Moment(title="Read", mark=mark)}, {}, commits, TODAY)
    assert [one.at for one in found.marks] == ([NOON, None] if known else [None])
    assert bool(found.unknown) != known


def test_a_milestone_counts_up_to_the_end_of_its_day() -> None:
    moments = {"cabinet": Moment(title="Cabinet", dated=NOON.date())}
    mark, *_ = marks_of(moments, {}, by_id(NOON), TODAY).marks
    assert state_at((NOON,), mark) == 0
