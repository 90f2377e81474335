"""A case file is put in order without a word of it being changed."""

from __future__ import annotations

import pytest

from generator.core.problems import Fault
from generator.writing import fmt
from generator.writing.fmt import format_case
from tests.reading.language import forbidden_words
from tests.writing.examples import FRONT, REAL, case, examples, formatted, read_alike

FIELDS = examples("fields.txt")
BELOW = examples("below.txt")

LEFT_ALONE = {
    "front-missing": "title: Library\n",
    "front-unclosed": "---\ntitle: Library\n",
    "fields-unreadable": case("title: Library\nsource: [budget\n"),
    "field-twice": case("title: Library\ntitle: Library\n"),
    "value-copied": case("title: &a Library\nsource: *a\n"),
    "character-forbidden": case("title: Library\u202e\n"),
    "file-not-text": case("title: Library\ud800\n"),
    "layout-unsure": case("title: Library\n? source\n: budget\n"),
}


@pytest.mark.parametrize("rule", FIELDS)
def test_the_fields(rule: str) -> None:
    typed, laid = FIELDS[rule]
    assert formatted(case(typed)) == case(laid)
    assert formatted(case(laid)) == case(laid)
    assert read_alike(case(typed), case(laid))


@pytest.mark.parametrize("rule", BELOW)
def test_the_text_below_the_fields(rule: str) -> None:
    typed, laid = BELOW[rule]
    whole = case(FRONT, f"\n{laid}" if laid else "")
    assert formatted(case(FRONT, typed)) == whole
    assert formatted(whole) == whole
    assert read_alike(case(FRONT, typed), whole)


def test_lines_end_alike_and_the_file_with_one_line_break() -> None:
    laid = case(FRONT, "\n## Scope\n\ntext\n")
    assert formatted("\ufeff" + laid.replace("\n", "\r\n") + "\r\n\r\n") == laid
    assert formatted(laid.rstrip("\n")) == laid


@pytest.mark.parametrize("code", LEFT_ALONE)
def test_a_file_whose_frame_or_fields_cannot_be_read_is_left_alone(code: str) -> None:
    fault = format_case(LEFT_ALONE[code])
    assert isinstance(fault, Fault)
    assert fault.code == code
    assert fault.read.startswith("line ")
    assert not forbidden_words(f"{fault.read}; {fault.expected}; {fault.remedy}")


@pytest.mark.parametrize(
    ("line", "front"),
    [
        (4, "title: Library\nsource: budget\nsource: budget\n"),
        (3, "title: Library\n? source\n: budget\n"),
        (3, "title: Library\nsource: |#budget\n"),
    ],
)
def test_the_fault_names_the_line(line: int, front: str) -> None:
    fault = format_case(case(front))
    assert isinstance(fault, Fault)
    assert fault.read.startswith(f"line {line}")


def test_a_result_that_says_anything_else_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fmt, "lay_out_body", lambda text: text.replace("£900k", "£900"))
    fault = format_case(case(FRONT, "\n## Scope\n\nIt costs £900k.\n"))
    assert isinstance(fault, Fault)
    assert fault.code == "layout-unsure"


@pytest.mark.parametrize("path", REAL)
def test_a_real_case_reads_the_same_when_laid_out(path: str) -> None:
    typed = REAL[path].read_text(encoding="utf-8")
    laid = formatted(typed)
    assert read_alike(typed, laid)
    assert formatted(laid) == laid
