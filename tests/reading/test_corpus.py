"""Each code of a problem has a faulty file, and what an officer is told about it is as agreed.

Changed messages are taken over with ``python scripts/renew.py``; read every line that changed
as an officer would.
"""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import generator.core
import generator.reading
from generator.reading.catalogue import SECTIONS, all_codes
from tests.reading.corpus import CORPUS, codes, printed, problems_of
from tests.reading.language import forbidden_words

if TYPE_CHECKING:
    from generator.core.problems import Problem

LONGEST = 500  # characters of a message: what a person reads through


@pytest.fixture(scope="module", params=codes())
def entry(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, tuple[Problem, ...]]:
    code: str = request.param
    return code, problems_of(code, tmp_path_factory.mktemp("register"))


def test_the_faulty_file_gives_exactly_the_expected_messages(
    entry: tuple[str, tuple[Problem, ...]],
) -> None:
    code, problems = entry
    expected = CORPUS / code / "expected.txt"
    assert printed(problems) == expected.read_text(encoding="utf-8")


def test_the_faulty_file_has_the_problem_of_its_code_and_hardly_another(
    entry: tuple[str, tuple[Problem, ...]],
) -> None:
    code, problems = entry
    assert {problem.fault.code for problem in problems} == {code}


def test_a_message_is_plain_english_of_a_readable_length(
    entry: tuple[str, tuple[Problem, ...]],
) -> None:
    for line in printed(entry[1]).splitlines():
        assert not forbidden_words(line)
        assert len(line) < LONGEST
        assert not re.search(r"\s\s|\.;|;;|[.]$| ,", line.split("] ", 1)[1])


def test_every_code_has_a_faulty_file_and_every_faulty_file_a_code() -> None:
    assert set(codes()) == set(all_codes())


def test_the_list_of_codes_holds_the_codes_of_every_module() -> None:
    assert set(all_codes()) == {code for held in held_codes() for code in held}


def test_every_entry_holds_what_it_is_told_and_nothing_else() -> None:
    for folder in CORPUS.iterdir():
        names = {path.name for path in folder.iterdir()}
        assert "expected.txt" in names, folder.name
        assert names <= {"expected.txt", "case.md", "cases"}, folder.name


@pytest.mark.parametrize("code", all_codes())
def test_a_code_is_made_of_plain_words_and_its_meaning_is_a_sentence(code: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
    assert re.fullmatch(r"[A-Z`].*\.", all_codes()[code])
    assert not forbidden_words(f"{code} {all_codes()[code]}")


def test_a_code_that_two_modules_define_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SECTIONS, "Twice", ({"field-twice": "The same code once more."},))
    with pytest.raises(ValueError, match="field-twice"):
        all_codes()


def held_codes() -> list[dict[str, str]]:
    """The dictionaries of codes of every module that reads."""
    modules = [
        import_module(module.name)
        for package in (generator.core, generator.reading)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    return [
        value
        for module in modules
        for name, value in vars(module).items()
        if name.endswith("CODES") and isinstance(value, dict)
    ]
