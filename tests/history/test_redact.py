"""What was removed for a reason is in no state that anybody gets to see."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.changes.compare import changes_between
from generator.core.case import TOLD_BY_FILE, Case, Section
from generator.core.deciding import Change, Person
from generator.core.identity import CaseId
from generator.core.redactions import Redaction
from generator.core.risks import Risk
from generator.core.words import ChangeKind, Heading
from generator.history.redact import comparable, redacted, with_values
from generator.history.states import State
from generator.history.versions import Read, Removed
from generator.remaking.thin import thin_case

ID = CaseId(council="north", year_folder="2018-19", slug="one")
HIDDEN = "Ms Whitlock of 3 Orchard Lane"
CASE = Case(
    id=ID,
    title=HIDDEN,
    source="paper",
    summary=f"It concerns {HIDDEN}.",
    area=("Town", HIDDEN),
    people=(Person(name=HIDDEN, role="Manager"), Person(name="A. Clerk", role="Clerk")),
    risks=(Risk(id="staff", title=HIDDEN), Risk(id="money", title="Overspend")),
    sections=(
        Section(heading=Heading.SCOPE, text=HIDDEN),
        Section(heading=Heading.AIMS, text="Books"),
    ),
    change=Change(kind=ChangeKind.SCOPE, reason=HIDDEN),
)


def read(number: int, case: Case = CASE, **values: object) -> Read:
    given = {name: getattr(case, name) for name in TOLD_BY_FILE} | values
    time = datetime(2020, number + 1, 1, tzinfo=UTC)
    state = State(blob=f"{number}" * 40, commit="c" * 40, time=time, path=str(ID))
    return Read(state=state, case=Case(id=ID, **given))


def redaction(field: str | None = None, before: str | None = None) -> Redaction:
    return Redaction(
        case=str(ID),  # type: ignore[arg-type]  # as the file has it
        field=field,
        before=before,
        reason="A private address.",
        authority="The monitoring officer",
        date="1 May 2020",  # type: ignore[arg-type]  # as the file has it
    )


def changed(one: Case, other: Case) -> set[str]:
    return {name for name in TOLD_BY_FILE if getattr(one, name) != getattr(other, name)}


@pytest.mark.parametrize(
    ("field", "touched"),
    [
        ("summary", {"summary"}),
        ("people", {"people"}),
        ("people.Manager", {"people"}),
        ("risks.staff", {"risks"}),
        ("area.Ms Whitlock of 3 Orchard Lane", {"area"}),
        ("sections.Scope", {"sections"}),
        ("change.reason", {"change"}),
        ("risks.no such risk", {"risks"}),
        ("no such field", set(TOLD_BY_FILE)),
    ],
)
def test_what_is_named_is_taken_out_and_where_it_is_not_found_all_around_it(
    field: str, touched: set[str]
) -> None:
    (shown,) = redacted([read(0)], [redaction(field)], standing=False)
    assert changed(shown.case, CASE) <= touched
    assert all(HIDDEN not in repr(getattr(shown.case, name)) for name in touched)
    day = date(2020, 5, 1)
    why = {"reason": "A private address.", "authority": "The monitoring officer"}
    assert shown.removed == (Removed(what=field, date=day, **why),)
    assert not shown.withheld


def test_a_case_that_stands_in_for_another_comes_out_as_a_plain_one() -> None:
    """What compares two records looks at their very types."""
    thin = thin_case(lambda name: getattr(CASE, name))
    assert type(with_values(thin, kind=None)) is Case
    assert with_values(thin) == CASE


def test_one_of_several_things_leaves_the_others() -> None:
    several = [redaction("people.Manager"), redaction("risks.staff"), redaction("sections.Scope")]
    (shown,) = redacted([read(0)], several, standing=False)
    assert [person.name for person in shown.case.people] == ["A. Clerk"]
    assert [risk.title for risk in shown.case.risks] == ["Overspend"]
    assert [section.text for section in shown.case.sections] == ["Books"]
    assert shown.case.unreadable == ()


def test_a_whole_field_counts_as_unreadable_so_that_nothing_seems_to_come_or_go() -> None:
    (shown,) = redacted([read(0)], [redaction("people")], standing=False)
    assert (shown.case.people, shown.case.unreadable) == ((), ("people",))


def test_of_a_whole_case_nothing_is_left_not_even_the_title() -> None:
    (shown,) = redacted([read(0)], [redaction()], standing=False)
    assert shown.withheld
    assert HIDDEN not in repr(shown.case)
    assert (shown.case.title, shown.case.id) == ("", ID)


STATES = [
    read(0, version="1"),
    read(1, version="2"),
    read(2, version="2"),
    read(3, version="3"),
    read(4, version="3"),
]


@pytest.mark.parametrize(
    ("before", "states"),
    [
        (None, [0, 1, 2, 3]),
        ("3" * 12, [0, 1, 2]),
        ("3" * 40, [0, 1, 2]),
        ("2", [0, 1]),  # the last state of that version is the one that was mended
        ("1 March 2020", [0, 1, 2]),  # up to the end of that day
        ("2020-02-28", [0, 1]),
        ("1 June 2021", [0, 1, 2, 3]),
        ("2019-01-01", []),
        ("9" * 12, [0, 1, 2, 3]),  # not found: all but what stands today
        ("the one of June", [0, 1, 2, 3]),
    ],
)
def test_a_removal_reaches_to_the_state_that_no_longer_holds_it(
    before: str | None, states: list[int]
) -> None:
    shown = redacted(STATES, [redaction("summary", before)], standing=True)
    assert [at for at, one in enumerate(shown) if one.removed] == states
    assert [at for at, one in enumerate(shown) if HIDDEN not in str(one.case.summary)] == states


def test_of_a_case_that_is_gone_the_last_state_is_removed_too() -> None:
    assert all(one.withheld for one in redacted(STATES, [redaction()], standing=False))


@pytest.mark.parametrize(
    "field", ["summary", "people.Manager", "risks.staff", "sections.Scope", "risks.no such risk"]
)
def test_what_was_removed_from_one_of_two_states_is_no_change_between_them(field: str) -> None:
    before, after = redacted([read(0), read(1)], [redaction(field)], standing=True)
    assert HIDDEN in repr(after.case)
    assert changes_between(*comparable(before, after)) == ()
    assert changes_between(*comparable(after, before)) == ()


def test_other_changes_beside_what_was_removed_are_seen() -> None:
    states = [read(0), read(1, title="Another", people=(*CASE.people, Person(role="Auditor")))]
    before, after = redacted(states, [redaction("people.Manager")], standing=True)
    found = changes_between(*comparable(before, after))
    assert [change.field for change in found] == ["title", "people"]
