"""The top of a case file: what is wrong is said where it is, and every other field is read."""

from __future__ import annotations

import pytest

from tests.reading.corpus import FRONT, found_codes, load, top
from tests.reading.language import forbidden_words, without_quotations


@pytest.mark.parametrize(
    ("text", "expected", "line"),
    [
        ("", ["front-missing"], 1),
        ("\n\n", ["front-missing"], 1),
        ("---", ["front-unclosed"], 1),
        ("---\n---\n", ["field-missing", "field-missing"], 1),
        ("## Context\n\nText.\n", ["front-missing"], 1),
        ("\n" + FRONT, ["front-missing"], 1),
        (FRONT.removeprefix("---\n"), ["front-missing"], 1),
        (FRONT.removesuffix("---\n"), ["front-unclosed"], 4),
        (FRONT.removesuffix("---\n") + "\n## Context\n\nText.\n", ["front-unclosed"], 5),
        (FRONT.replace("---", "----"), ["front-missing"], 1),
        (FRONT.replace("---", "—"), ["front-missing"], 1),
        (FRONT.removesuffix("---\n") + "–-\n", ["front-unclosed"], 4),
    ],
)
def test_a_broken_frame_is_one_problem_and_what_is_in_it_is_read(
    text: str, expected: list[str], line: int
) -> None:
    loaded = load(text)
    assert sorted(found_codes(loaded)) == sorted(expected)
    frame = next(p for p in loaded.problems if p.fault.code == expected[0])
    assert frame.place.line == line
    if "title: Shared" in text:
        assert loaded.case.title == "Shared library service"
        assert not loaded.case.unreadable
    if "## Context" in text:
        assert [section.text for section in loaded.case.sections] == ["Text."]


def test_where_no_field_can_be_found_every_field_is_unreadable() -> None:
    assert {"title", "source", "headline", "risks"} <= set(load("Some text.\n").case.unreadable)


@pytest.mark.parametrize(
    ("fields", "line", "column", "said"),
    [
        ("committee: Adults: Health\n", 4, 18, "a second colon in one line"),
        ("committee Adults\n", 4, 1, "a line without the colon behind the name of its field"),
        ("headline:\n\tamount: £9k\n", 5, 1, "a tab"),
        ('committee: "Adults\n', 4, 12, "a quotation mark that is opened and never closed"),
        ("committee: 'The council's own'\n", 4, 25, "more text behind a closing quotation mark"),
        ('committee: "Adults" and health\n', 4, 21, "more text behind a closing quotation mark"),
        ("committee: [Draft] Adults\n", 4, 20, "more text behind a closing quotation mark"),
        ("themes: [libraries\n", 4, 9, "a bracket that is opened and not closed"),
        ("headline: {amount: £9k\nsection: A\n", 4, 11, "a bracket that is opened and not closed"),
        ("people: [{name: A Smith role: author}]\n", 4, 29, "a second colon within brackets"),
        ("committee: @home\n", 4, 12, "a text that begins with “@”"),
        ("committee: `Adults`\n", 4, 12, "a text that begins with “`”"),
        ("committee: %\n", 4, 12, "a text that begins with “%”"),
        ("committee: & Adults\n", 4, 12, "a text that begins with “&”"),
        ("committee: *** Adults\n", 4, 12, "a text that begins with “*”"),
        ("committee: ]\n", 4, 12, "a text that begins with “]”"),
        ("committee: !<Adults\n", 4, 12, "a text that begins with “!”"),
        ("committee: > Adults\n", 4, 14, "text in the same line as > or |"),
        ("committee: - £330k\n", 4, 12, "a text that begins with “- ”"),
        ('committee: "C:\\Adults"\n', 4, 15, "a backslash between double quotation marks"),
        ("committee: Adults\n  section: A\n", 5, 10, "a line that begins further to the right"),
        ("headline:\n    amount: £9k\n  measure: saving\n", 6, 3, "a line that is not lined up"),
        ("risks:\n  - title: Fire\n   line: 3\n", 6, 4, "a line that is not lined up"),
        ("risks:\n  - title: Fire\n - title: Flood\n", 6, 2, "a line that is not lined up"),
        (": Adults\n", 4, 1, "a colon without a name before it"),
        ("...\ncommittee: Adults\n", 5, 1, "something behind a line of three full stops"),
        ("--- more\ncommittee: Adults\n", 4, 1, "a second part that begins with ---"),
        ("%TAG ! x\n", 5, 1, "a line that begins with %"),
        ("- Adults\n", 4, 1, "a line that is not lined up"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_where_it_is_and_the_other_fields_are_read(
    fields: str, line: int, column: int, said: str
) -> None:
    loaded = load(top(fields + "dated: 1 March 2018\n"))
    problem = loaded.problems[0]
    assert found_codes(loaded) == ["fields-unreadable"]
    assert said in problem.fault.read
    assert (problem.place.line, problem.place.column) == (line, column)
    assert not forbidden_words(without_quotations(f"{problem.fault}"))
    assert loaded.case.title == "Shared library service"
    assert loaded.case.dated is not None
    assert {"title", "source", "dated"}.isdisjoint(loaded.case.unreadable)


def test_all_broken_lines_of_a_file_are_found_in_one_run() -> None:
    loaded = load(
        "---\ntitle: Libraries: a plan\nsource: budget-2018\ncommittee Adults\nthemes: [libraries\n"
        "stage: 'The council's plan'\nkey_decision: perhaps\n---\n\n## Contxt\n"
    )
    found = [(problem.place.line, problem.fault.code) for problem in loaded.problems]
    assert found == [
        (2, "fields-unreadable"),
        (4, "fields-unreadable"),
        (5, "fields-unreadable"),
        (6, "fields-unreadable"),
        (7, "yes-or-no"),
        (10, "heading-unknown"),
    ]
    assert loaded.case.source == "budget-2018"
    assert set(loaded.case.unreadable) == {
        *("title", "committee", "themes", "stage", "key_decision", "sections")
    }


def test_text_stays_as_it_was_typed() -> None:
    fields = (
        "section: no\nstage: 0123\nversion: 12:30\ncommittee: 1_000\narea: [on, ~, 2018-01-01]\n"
    )
    case = load(top(fields)).case
    assert (case.section, case.stage, case.version, case.committee) == (
        "no",
        "0123",
        "12:30",
        "1_000",
    )
    assert case.area == ("on", "~", "2018-01-01")


def test_the_second_of_two_fields_is_a_problem_and_the_first_one_counts() -> None:
    loaded = load(
        top("headline:\n  amount: £9k\n  measure: saving\n  line: 1\nheadline:\n  amount: £8k\n")
    )
    (problem,) = loaded.problems
    assert (problem.fault.code, problem.place.line, problem.place.column) == ("field-twice", 8, 1)
    assert "line 4" in problem.fault.read
    assert loaded.case.headline is not None
    assert loaded.case.headline.amount.printed == "£9k"


def test_a_field_twice_within_a_group_is_found_too() -> None:
    loaded = load(top("people:\n  - {role: author, name: A, role: owner}\n"))
    assert found_codes(loaded) == ["field-twice"]
    assert loaded.case.people[0].role == "author"


def test_a_bomb_of_copies_does_not_go_off() -> None:
    layers = "".join(
        f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    loaded = load(top(f"impacts:\n  a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n{layers}"))
    assert "value-copied" in found_codes(loaded)
    assert len(repr(loaded.case)) < 5000


@pytest.mark.parametrize(
    "fields",
    [
        "committee: &x Adults\nsection: *x\n",
        "headline: &h {amount: £9k, measure: saving, line: 1}\nchange: {<<: *h}\n",
        "<<: {section: A}\n",
        "*x : Adults\nsection: A\n",
    ],
)
def test_copies_are_refused_in_every_place(fields: str) -> None:
    assert set(found_codes(load(top(fields)))) == {"value-copied"}


@pytest.mark.parametrize(
    "value",
    ["!Adults", "!!python/object/apply:os.system reboot", "!!binary aGk=", "!!int 3", "! x"],
)
def test_values_with_a_type_of_their_own_are_refused(value: str) -> None:
    assert found_codes(load(top(f"stage: {value}\n")))[0] == "value-marked"


@pytest.mark.parametrize("value", ["Plan #2", "#2", "[a, b #c]", "see the plan #annex"])
def test_a_text_that_is_cut_off_at_its_hash_is_no_silent_loss(value: str) -> None:
    assert "value-cut-off" in found_codes(load(top(f"stage: {value}\n")))


@pytest.mark.parametrize("value", ["Plan # the second", "Plan  #  the second", '"Plan #2"', "C#"])
def test_a_remark_of_a_careful_writer_is_none(value: str) -> None:
    assert not load(top(f"stage: {value}\n")).problems


def test_a_text_that_is_cut_at_its_comma_is_no_silent_loss() -> None:
    (problem,) = load(top("risks:\n  - {title: Fire, flood and theft, line: 7}\n")).problems
    assert (problem.fault.code, problem.place.line, problem.place.column) == (
        "field-unknown",
        5,
        19,
    )
    assert "between quotation marks" in problem.fault.remedy


def test_blank_fields_and_items_say_nothing() -> None:
    fields = "stage:\nthemes: []\npeople:\n  -\n  - {name: , role: author}\nheadline: {amount: }\n"
    loaded = load(top(fields))
    assert not loaded.problems
    assert (loaded.case.stage, loaded.case.themes, loaded.case.headline) == (None, (), None)
    assert [person.role for person in loaded.case.people] == ["author"]


def test_an_item_behind_a_blank_one_keeps_its_place() -> None:
    loaded = load(top("people:\n  - {name: }\n  - {role: author}\n  - {role: [a, b]}\n"))
    assert loaded.problems[0].place.line == 7
    assert load(top("area:\n  -\n  - North\n")).places.of(("area", 0)).line == 6
