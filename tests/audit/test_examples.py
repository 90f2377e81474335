"""The worked example of each check finds what the check is for, and reads as a public page does."""

from __future__ import annotations

import pytest

from generator.audit.audit import CHECKS, Audit, audit
from generator.reading.examples import EXAMPLES, example_codes, example_earlier, example_register
from tests.audit.cases import beside_quotes, unneutral, words_of

CODES = [check.code for check in CHECKS]
MOST_LINES = 70


def audits(code: str) -> list[Audit]:
    """The audit of each case of an example."""
    register = example_register(code)
    cases = {path: loaded.case for path, loaded in register.cases.items()}
    before = example_earlier(code)
    return [
        audit(case, cases, register.councils.get(case.id.council), earlier=before.get(path, ()))
        for path, case in cases.items()
    ]


def test_every_check_has_an_example_and_every_example_a_check() -> None:
    assert sorted(example_codes()) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_example_is_a_register_without_problems(code: str) -> None:
    register = example_register(code)
    assert register.cases
    assert register.problems == ()


@pytest.mark.parametrize("code", CODES)
def test_the_example_gives_a_finding_that_says_all_it_has_to(code: str) -> None:
    findings = [f for each in audits(code) for f in each.findings if f.code == code]
    assert findings
    paths = set(example_register(code).cases)
    for finding in findings:
        assert finding.title, finding
        assert finding.explanation.endswith("."), finding.explanation
        assert finding.question.endswith("?"), finding.question
        assert finding.cases, finding
        assert set(finding.cases) <= paths
        assert finding.where, finding
        assert finding.where[0].figure.case == finding.cases[0]


@pytest.mark.parametrize("code", CODES)
def test_the_example_speaks_without_blame(code: str) -> None:
    for each in audits(code):
        for finding in each.findings:
            assert unneutral(beside_quotes(words_of(finding))) == [], words_of(finding)


@pytest.mark.parametrize("code", example_codes())
def test_the_example_is_short_enough_for_a_page(code: str) -> None:
    for path in (EXAMPLES / code).rglob("*.md"):
        assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES, path


def test_a_code_without_an_example_is_a_register_without_cases() -> None:
    register = example_register("no-such-check")
    assert register.cases == {}
    assert [problem.fault.code for problem in register.problems] == ["register-missing"]
