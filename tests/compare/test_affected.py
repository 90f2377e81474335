"""Who is affected over many cases: every number leads to its cases, and empty is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.affected import Looked, Said, affected, looked_at, said_to
from generator.compare.facts import QUESTIONS, Facts, GroupFacts
from generator.core.words import PROTECTED_CHARACTERISTICS, AnswerState

if TYPE_CHECKING:
    from tests.compare.conftest import Real

ANYWHERE = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"


def saying(real: Real, protected: AnswerState | None, *groups: GroupFacts) -> Facts:
    """A case with this answer on protected characteristics and these groups."""
    facts = real.facts[ANYWHERE]
    answers = tuple((q, protected if q == "protected" else s) for q, s in facts.answers)
    return replace(facts, answers=answers, groups=groups)


def group(name: str, *, assessed: bool = True) -> GroupFacts:
    return GroupFacts(group=name, protected=name in PROTECTED_CHARACTERISTICS, assessed=assessed)


@pytest.mark.parametrize(
    ("state", "named", "asked_of", "expected"),
    [
        (AnswerState.TEXT, [group("age")], "age", Looked.TOUCHED),
        (AnswerState.TEXT, [group("age")], "race", Looked.UNKNOWN),
        (AnswerState.TEXT, [group("age", assessed=False)], "age", Looked.NOT_ASSESSED),
        (AnswerState.NONE, [], "age", Looked.NONE),
        (AnswerState.NONE, [], "rural areas", Looked.UNKNOWN),
        (AnswerState.NOT_APPLICABLE, [], "age", Looked.NOT_APPLICABLE),
        (AnswerState.BLANK, [], "age", Looked.UNKNOWN),
        (AnswerState.NOT_ASKED, [], "age", Looked.UNKNOWN),
        (AnswerState.UNCLEAR, [], "age", Looked.UNKNOWN),
        (None, [], "age", Looked.UNKNOWN),
    ],
)
def test_what_a_case_says_of_a_group(
    state: AnswerState | None,
    named: list[GroupFacts],
    asked_of: str,
    expected: Looked,
    real: Real,
) -> None:
    assert looked_at(saying(real, state, *named), asked_of) is expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (AnswerState.TEXT, Said.WORDS),
        (AnswerState.NONE, Said.NONE),
        (AnswerState.NOT_APPLICABLE, Said.NOT_APPLICABLE),
        (AnswerState.BLANK, Said.UNKNOWN),
        (AnswerState.NOT_ASKED, Said.UNKNOWN),
        (AnswerState.UNCLEAR, Said.UNKNOWN),
        (None, Said.UNKNOWN),
    ],
)
def test_only_an_answer_is_an_answer(state: AnswerState | None, expected: Said, real: Real) -> None:
    assert said_to(saying(real, state), "protected") is expected


def test_a_reference_to_another_document_is_neither_an_answer_nor_silence(real: Real) -> None:
    referring = replace(saying(real, AnswerState.TEXT), referred=("protected",))
    assert said_to(referring, "protected") is Said.ELSEWHERE
    assert looked_at(referring, "age") is Looked.UNKNOWN


def test_no_case_of_plymouth_answers_what_its_portfolio_assessed_elsewhere(real: Real) -> None:
    plan = [facts for path, facts in real.facts.items() if path.startswith("plymouth/")]
    said = {said: len(paths) for said, paths in affected(plan).questions[-1].cases.items()}
    assert (said[Said.WORDS], said[Said.ELSEWHERE], said[Said.UNKNOWN]) == (0, 5, 11)


def test_two_spellings_of_a_group_are_one_group(real: Real) -> None:
    one = replace(
        saying(real, AnswerState.TEXT, group("Looked-after children")), path="a/2018-19/a"
    )
    other = replace(
        saying(real, AnswerState.TEXT, group("looked after children")), path="a/2018-19/b"
    )
    (look,) = affected([other, one]).local
    assert (look.group, look.touched) == ("Looked-after children", ("a/2018-19/a", "a/2018-19/b"))


def test_cambridgeshire_in_2018_19(real: Real) -> None:
    year = [f for f in real.facts.values() if f.path.startswith("cambridgeshire/2018-19/")]
    found = affected(year)
    disability = next(look for look in found.protected if look.group == "disability")
    assert len(disability.touched) == 11
    assert "cambridgeshire/2018-19/a-r-6-111-physical-disability" not in disability.touched
    race = next(look for look in found.protected if look.group == "race")
    assert race.touched == ()
    assert len(race.cases[Looked.UNKNOWN]) > len(race.cases[Looked.NONE])
    assert [look.group for look in found.local][:3] == [
        *("deprivation", "children with SEND", "looked after children"),
    ]


Drawn = st.lists(st.integers(min_value=0, max_value=82), max_size=12, unique=True)


@given(numbers=Drawn, seed=st.randoms())
def test_the_counts_of_each_group_and_question_are_those_of_all_cases(
    numbers: list[int], seed: object, real: Real
) -> None:
    every = sorted(real.facts.values(), key=lambda facts: facts.path)
    cases = [every[number] for number in numbers]
    found = affected(cases)
    paths = sorted(facts.path for facts in cases)
    for look in (*found.protected, *found.local):
        assert sorted(path for each in look.cases.values() for path in each) == paths
        assert all(
            looked_at(real.facts[path], look.group) is said
            for said, those in look.cases.items()
            for path in those
        )
        assert {*look.better, *look.worse} <= {*look.touched}
    for question in found.questions:
        assert sorted(path for each in question.cases.values() for path in each) == paths
    shuffled = list(cases)
    getattr(seed, "shuffle")(shuffled)  # noqa: B009 - a random of the library
    assert affected(shuffled) == found


@given(numbers=Drawn, more=st.integers(min_value=0, max_value=82))
def test_another_case_never_turns_unknown_into_no_impact(
    numbers: list[int], more: int, real: Real
) -> None:
    every = sorted(real.facts.values(), key=lambda facts: facts.path)
    cases = [every[number] for number in numbers if number != more]
    before, after = affected(cases), affected([*cases, every[more]])
    later = {look.group: look for look in (*after.protected, *after.local)}
    for look in (*before.protected, *before.local):
        for said, paths in look.cases.items():
            assert set(paths) <= set(later[look.group].cases[said])


def test_the_questions_are_those_of_the_form() -> None:
    assert QUESTIONS == ("affected", "positive", "negative", "neutral", "protected")
