"""What holds for all checks: their names, what they say of themselves, and who weighs a sum."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.audit.audit import CHECKS, audit
from generator.audit.checks import Family
from generator.audit.prepare import subject_of
from generator.audit.shapes import shape_of
from generator.core.words import Measure
from generator.reading.examples import EXAMPLES, example_codes, example_register
from generator.reading.register import Register, load_register
from tests.audit.cases import beside_quotes, unneutral, words_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.checks import Check
    from generator.audit.subject import Subject
    from generator.core.case import Case
    from generator.core.sums import Sum

AUDIT = ROOT / "generator" / "audit"


@cache
def real() -> Register:
    return load_register(ROOT)


def subjects(register: Register) -> Iterator[Subject]:
    """Every case of a register."""
    cases = {path: loaded.case for path, loaded in register.cases.items()}
    for case in cases.values():
        yield subject_of(case, cases, register.councils.get(case.id.council))


def test_codes_are_for_ever_so_each_is_one_plain_word_or_several_with_hyphens() -> None:
    codes = [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_says_what_it_looks_at_by_which_formula_and_when_it_speaks(check: Check) -> None:
    assert check.title
    assert check.formula
    assert not check.title.endswith(".")
    assert check.about.endswith(".")
    assert check.speaks.endswith(".")
    assert re.search(r"\b(error|warning|note)\b", check.speaks, re.IGNORECASE)
    assert unneutral(f"{check.title} {check.about} {check.formula}") == []


def test_no_two_checks_share_a_title() -> None:
    titles = [check.title for check in CHECKS]
    assert len(titles) == len(set(titles))


def test_the_checks_stand_by_family_in_the_order_of_the_methods_page() -> None:
    families = [check.family for check in CHECKS]
    assert families == sorted(families, key=list(Family).index)
    assert set(families) == set(Family)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_has_tests_of_its_name(check: Check) -> None:
    name = check.code.replace("-", "_")
    texts = [path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    test_or_section = re.compile(rf"^def test_{name}_|^# .*\b{check.code}\b", re.MULTILINE)
    assert any(test_or_section.search(text) for text in texts)


def verdicts(subject: Subject) -> int:
    """How many sums are weighed in a case."""
    return sum(1 for check in CHECKS for each in check.run(subject) if each.verdict is not None)


def with_sums(subject: Subject, *sums: Sum) -> Subject:
    """The same case with these sums alone."""
    return replace(subject, sums=sums, shapes=tuple(shape_of(subject, found) for found in sums))


def test_every_sum_of_the_examples_is_weighed_by_one_check_and_no_more() -> None:
    for code in example_codes():
        for subject in subjects(example_register(code)):
            none = verdicts(with_sums(subject))
            for found in subject.sums:
                weighed = verdicts(with_sums(subject, found)) - none
                assert weighed == 1, (subject.path, found.relation)


def test_as_many_sums_of_the_real_cases_are_weighed_as_there_are() -> None:
    for subject in subjects(real()):
        weighed = verdicts(subject) - verdicts(with_sums(subject))
        assert weighed == len(subject.sums), subject.path


def test_everything_that_is_said_of_the_real_cases_is_without_blame() -> None:
    cases = {path: loaded.case for path, loaded in real().cases.items()}
    for case in cases.values():
        for finding in audit(case, cases, real().councils.get(case.id.council)).findings:
            assert unneutral(beside_quotes(words_of(finding))) == [], words_of(finding)


def names_of(path: str, case: Case) -> Iterator[str]:
    """What would show that a check was made for this case."""
    council, _, slug = path.partition("/")
    yield from (council, slug.partition("/")[2], case.title)
    yield from (reference for reference in case.references if any(map(str.isdigit, reference)))
    yield from (table.title for table in case.tables)
    yield from (axis.label for table in case.tables for axis in (*table.rows, *table.columns))
    yield from (figure.what for figure in case.figures)
    for things in (case.options, case.criteria, case.risks, case.dependencies):
        yield from (thing.title for thing in things)


# Words that any council's papers have, and the model too.
EVERYBODYS = {
    *(word.value for word in Measure),
    "do nothing",
    "doing nothing",
    "the council",
    "total cost",
    "current year",
    "net benefits",
}
FEWEST_LETTERS = 9


def test_no_check_and_no_example_is_made_for_a_council_a_case_or_a_label_of_the_sources() -> None:
    files = [path for path in AUDIT.rglob("*") if path.suffix in (".py", ".md", ".yml")]
    text = "\n".join(path.read_text("utf-8").lower() for path in files)
    said = set()
    for path, loaded in real().cases.items():
        for name in names_of(path, loaded.case):
            plain = name.lower().strip()
            own = len(plain) >= FEWEST_LETTERS and (" " in plain or plain == path.split("/")[0])
            if own and plain not in EVERYBODYS and plain in text:
                said.add(name)
    assert said == set()


def test_the_examples_are_no_part_of_the_register() -> None:
    invented = {path for code in example_codes() for path in example_register(code).cases}
    assert invented.isdisjoint(real().cases)
    assert EXAMPLES.is_relative_to(AUDIT)
