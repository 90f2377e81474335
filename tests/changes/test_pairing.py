"""Which items of two lists are one and the same: by id, reference, label, then closeness."""

from __future__ import annotations

from itertools import permutations

import pytest

from generator.changes.likeness import MOST_COMPARED, Said, closeness
from generator.changes.pairing import pairs
from generator.core.deciding import Decision, Person
from generator.core.options import Option
from generator.core.periods import Period, financial_year, parse_period
from generator.core.risks import Risk
from generator.core.scalars import Lines

Found = set[tuple[str | None, str | None]]


def titles(before: list[Risk], after: list[Risk]) -> Found:
    """Pairs of risks by their titles; None where there is no partner."""
    return {
        (pair.before.title if pair.before else None, pair.after.title if pair.after else None)
        for pair in pairs(before, after)
    }


def test_an_id_comes_before_a_label() -> None:
    before = [Risk(id="r1", title="Snow"), Risk(id="r2", title="Fire")]
    after = [Risk(id="r1", title="Fire"), Risk(id="r2", title="Flood")]
    assert titles(before, after) == {("Snow", "Fire"), ("Fire", "Flood")}


def test_a_label_serves_where_an_id_was_given_later() -> None:
    assert titles([Risk(title="Snow")], [Risk(id="r1", title="snow")]) == {("Snow", "snow")}


def test_a_reference_counts_where_it_is_one_risks_own() -> None:
    before = [Risk(reference="R1", title="Snow"), Risk(reference="R2", title="Fire")]
    after = [Risk(reference="R2", title="The boiler"), Risk(reference="R1", title="Ice on roads")]
    assert titles(before, after) == {("Snow", "Ice on roads"), ("Fire", "The boiler")}


def test_a_reference_of_all_risks_tells_none_of_them() -> None:
    before = [Risk(reference="CCO", title="Snow"), Risk(reference="CCO", title="Fire")]
    after = [Risk(reference="CCO", title="Fire"), Risk(reference="CCO", title="Flood")]
    assert titles(before, after) == {("Fire", "Fire"), ("Snow", None), (None, "Flood")}


def test_of_risks_with_one_title_those_that_say_most_of_the_same_are_paired() -> None:
    grit = Risk(title="Snow", mitigation="Grit", owner="Ann", likelihood="3")
    salt = Risk(title="Snow", mitigation="Salt", owner="Bo", likelihood="4")
    after = [
        Risk(title="Snow", mitigation="Salt", owner="Bo", likelihood="5"),
        Risk(title="Snow", mitigation="Grit and sand", owner="Ann", likelihood="3"),
    ]
    for before in permutations([grit, salt]):
        found = {(pair.before.owner, pair.after.owner) for pair in pairs(before, after)}
        assert found == {("Ann", "Ann"), ("Bo", "Bo")}


def test_pairs_with_one_name_are_numbered_by_what_they_say_and_not_by_their_place() -> None:
    items = [Risk(title="Snow", owner="Ann"), Risk(title="Snow", owner="Bo")]
    keys = {pair.after.owner: pair.key for pair in pairs(items, items)}
    assert keys == {"Ann": "snow 1", "Bo": "snow 2"}
    again = {pair.after.owner: pair.key for pair in pairs(items[::-1], items)}
    assert again == keys


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("Staf may leave", "Staff may leave", True),
        ("The contractor may not deliver on time", "The contractor may deliver late", False),
        ("Suppliers may not deliver on time", "The suppliers may not deliver on time", True),
        ("Project Manager (Foundation)", "Project Manager (Expert)", False),
        ("Savings in 2014/15", "Savings in 2015/16", False),
        ("Snow", "Fire", False),
        ("Snow", "SNOW!", True),
        (f"The {'very ' * 30}old roof leaks", f"The {'very ' * 30}old roof may leak", True),
        (
            "Members of the council are not kept informed",
            "Staff of the council are not told",
            False,
        ),
    ],
)
def test_labels_are_close(one: str, other: str, close: bool) -> None:
    risks = [Said.of(Risk(title=title)) for title in (one, other)]
    assert bool(closeness(*risks)) is close
    assert closeness(*risks) == closeness(*reversed(risks))


def test_a_long_text_tells_an_item_whose_title_is_another() -> None:
    text = "The library moves into the town hall, and its building is sold to a trust"
    before = [Option(title="Relocate", text=text), Option(title="Stay", text="As it is")]
    after = [Option(title="Move house", text=f"{text}."), Option(title="Stay", text="As it is")]
    assert {pair.before.title: pair.after.title for pair in pairs(before, after)} == {
        "Relocate": "Move house",
        "Stay": "Stay",
    }


def test_the_closest_are_paired_first_whatever_their_order() -> None:
    before = [
        Risk(title="Costs of the new building rise"),
        Risk(title="Costs of the building rise"),
    ]
    after = [
        Risk(title="Costs of the old building rise"),
        Risk(title="Costs of the new building may rise"),
    ]
    expected = {
        ("Costs of the new building rise", "Costs of the new building may rise"),
        ("Costs of the building rise", "Costs of the old building rise"),
    }
    for one in permutations(before):
        for other in permutations(after):
            assert titles(list(one), list(other)) == expected


def test_the_officer_of_a_role_may_be_another_and_a_person_may_have_another_role() -> None:
    before = [Person(name="Ann", role="author"), Person(name="Bo", role="sponsor")]
    after = [Person(name="Cy", role="author"), Person(name="Bo", role="chair")]
    found = {(pair.before.name, pair.after.name) for pair in pairs(before, after)}
    assert found == {("Ann", "Cy"), ("Bo", "Bo")}


def test_of_two_decisions_of_one_body_the_one_that_did_not_move_stays() -> None:
    def when(text: str) -> Period:
        found = parse_period(text)
        assert isinstance(found, Period)
        return found

    before = [Decision(body="Cabinet", date=when(day)) for day in ("5 May 2014", "6 June 2014")]
    after = [Decision(body="Cabinet", date=when(day)) for day in ("9 July 2014", "5 May 2014")]
    found = {(pair.before.date.printed, pair.after.date.printed) for pair in pairs(before, after)}
    assert found == {("5 May 2014", "5 May 2014"), ("6 June 2014", "9 July 2014")}


def test_where_they_stand_in_the_source_tells_nothing() -> None:
    before = [Risk(title="Snow", line=Lines(first=1, last=1))]
    after = [Risk(title="Fire", line=Lines(first=1, last=1))]
    assert titles(before, after) == {("Snow", None), (None, "Fire")}


def test_lists_written_anew_are_not_compared_word_by_word() -> None:
    """Comparing takes the product of both lengths: a hostile file must not take minutes."""
    many = int(MOST_COMPARED**0.5) + 1
    before = [Risk(title=f"Some risk called a{'x' * n}") for n in range(many)]
    after = [Risk(title=f"Some risk called b{'x' * n}") for n in range(many)]
    assert all(pair.before is None or pair.after is None for pair in pairs(before, after))
    same = [Risk(title="Snow", owner=f"x{n}") for n in range(many)]
    assert all(pair.before == pair.after for pair in pairs(same, same[::-1]))


def test_a_key_reads_a_period_as_pages_write_it() -> None:
    decision = Decision(date=financial_year(2014))
    (pair,) = pairs([decision], [decision])
    assert pair.key == "2014/15"
