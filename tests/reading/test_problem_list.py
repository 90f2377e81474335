"""The public list of problems says what the program says."""

from __future__ import annotations

from generator.reading.catalogue import all_codes
from scripts.problem_list import problem_list
from scripts.renew import GENERATED
from tests.reading.corpus import CORPUS, ROOT


def test_the_public_list_is_up_to_date() -> None:
    kept = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    assert kept == problem_list(), "run: python scripts/renew.py"


def test_one_command_renews_the_list_and_every_expected_message() -> None:
    made = {path for path, _ in GENERATED}
    expected = {str(path.relative_to(ROOT)) for path in CORPUS.glob("*/expected.txt")}
    assert made >= {"docs/problems.md", *expected}


def test_the_public_list_has_every_code_once_under_a_heading_of_its_own() -> None:
    text = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    headings = [line.removeprefix("### ") for line in text.split("\n") if line.startswith("### ")]
    assert headings == list(all_codes())
