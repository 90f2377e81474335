"""A new case stands in the right place, helps, and reads without a problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.problems import Fault
from generator.core.words import Kind
from generator.reading.register import load_register
from generator.writing.disk import write_text
from generator.writing.fmt import format_case
from generator.writing.new import new_case, new_path
from tests.reading.corpus import make_register
from tests.reading.language import forbidden_words
from tests.writing.examples import loaded

if TYPE_CHECKING:
    from pathlib import Path

    from generator.core.case import Case

KINDS = pytest.mark.parametrize("kind", Kind)
SOURCE = "budget-2018"


def made(kind: Kind, title: str = "Library service", **more: str) -> tuple[str, str]:
    result = new_case(kind, title, "northtown", "2018/19", **more)
    assert not isinstance(result, Fault), result
    return result


def read(text: str) -> Case:
    found = loaded(text)
    assert not found.problems
    return found.case


@pytest.mark.parametrize(
    ("reference", "title", "slug"),
    [
        ("A/R.6.127", "Care in Cambridgeshire", "a-r-6-127-care-in-cambridgeshire"),
        (None, "Children’s 0–19 service", "childrens-0-19-service"),
        ("(A/R. 6.115)", "Café & Crèche", "a-r-6-115-cafe-creche"),
        (
            "A/R.6.127",
            "Care in Cambridgeshire for People with Learning Disabilities 2018/19",
            "a-r-6-127-care-in-cambridgeshire-for-people-with-learning",
        ),
        (None, "x" * 200, "x" * 60),
    ],
)
def test_the_name_of_the_file_comes_from_reference_and_title(
    reference: str | None, title: str, slug: str
) -> None:
    path = new_path(title, "cambridgeshire", "2018/19", reference)
    assert path == f"cases/cambridgeshire/2018-19/{slug}.md"


@pytest.mark.parametrize("year", ["2018/19", "2018-19", " 2018 / 19 "])
def test_the_plan_year_may_be_typed_as_it_is_shown_or_as_its_folder_is_called(year: str) -> None:
    assert new_path("Library", "northtown", year) == "cases/northtown/2018-19/library.md"


@pytest.mark.parametrize(
    ("code", "title", "council", "year"),
    [
        ("new-title", "–", "northtown", "2018/19"),
        ("new-council", "Library", "North Town", "2018/19"),
        ("new-council", "Library", "../northtown", "2018/19"),
        ("new-plan-year", "Library", "northtown", "2018"),
        ("new-plan-year", "Library", "northtown", "2018/20"),
    ],
)
def test_what_cannot_be_a_case_is_said_in_plain_words(
    code: str, title: str, council: str, year: str
) -> None:
    fault = new_case(Kind.PROGRAMME, title, council, year)
    assert isinstance(fault, Fault)
    assert fault.code == code
    assert not forbidden_words(f"{fault.read}; {fault.expected}; {fault.remedy}")


@KINDS
def test_a_new_case_of_each_kind_reads_without_a_problem(kind: Kind, tmp_path: Path) -> None:
    path, text = made(kind, reference="A/R.6.127", source=SOURCE)
    make_register(tmp_path, {})
    write_text(tmp_path / path, text)
    register = load_register(tmp_path)
    assert register.problems == ()
    (found,) = register.cases.values()
    assert (found.case.title, found.case.kind) == ("Library service", kind)
    assert (found.case.source, found.case.references) == (SOURCE, ("A/R.6.127",))
    assert found.case.headline is None


@KINDS
def test_without_a_source_the_blank_source_is_the_only_problem(kind: Kind) -> None:
    (problem,) = loaded(made(kind)[1]).problems
    assert problem.fault.code == "field-missing"
    assert "source" in problem.fault.read


@KINDS
def test_a_new_case_is_laid_out_and_plain_to_read(kind: Kind) -> None:
    _, text = made(kind, source=SOURCE)
    assert format_case(text) == text
    comments = [line for line in text.split("\n") if line.lstrip().startswith("#")]
    assert not [line for line in comments if forbidden_words(line)]
    assert all(line.lstrip().startswith("# ") or line.startswith("##") for line in comments)


@KINDS
def test_each_kind_has_the_fields_that_it_needs(kind: Kind) -> None:
    _, text = made(kind)
    for name in ("title", "source", "summary", "people", "headline", "impacts", "links"):
        assert f"\n{name}:" in text
    large = kind in (Kind.OUTLINE_BUSINESS_CASE, Kind.PROGRAMME)
    for name in ("criteria:", "risk_log:", "{#by-year}", "{#claims}", "{#stakeholders}"):
        assert not large or name in text
    assert ("\noptions:" in text) == (large or kind in (Kind.BUSINESS_CASE, Kind.OPTIONS_BRIEFING))
    assert "| 2018/19 | 2019/20 | 2020/21 | Total |" in text or "{#by-year}" not in text


@KINDS
def test_every_example_of_the_help_can_be_typed_as_it_stands(kind: Kind) -> None:
    _, text = made(kind, source=SOURCE)
    found = re.findall(r"such as - (\{.*\})\n\s*(\w+):", text)
    assert {"people", "links"} <= {name for _, name in found}
    for example, name in found:
        filled = re.sub(rf"^(\s*){name}:$", rf"\1{name}: [{example}]", text, flags=re.MULTILINE)
        if name in ("splits", "described"):  # both stand in a headline with an amount
            before, after = filled.split("\nheadline:", 1)
            for field, typed in (("amount", "£200k"), ("measure", "saving"), ("line", "7285")):
                after = after.replace(f"\n  {field}:\n", f"\n  {field}: {typed}\n", 1)
            assert len(getattr(read(f"{before}\nheadline:{after}").headline, name)) == 1
        else:
            assert len(getattr(read(filled), name)) == 1


@KINDS
def test_every_row_of_the_help_can_be_typed_as_it_stands(kind: Kind) -> None:
    _, text = made(kind, source=SOURCE)
    for title, row in re.findall(r"^# ([^:\n]+): .*?such as (\| .* \|)", text, re.MULTILINE):
        said = re.search(r"such as: (£.*)$", text, re.MULTILINE)
        heading = rf"(### {title} \{{#([a-z-]+)\}})\n(\n\|.*\n\|.*\n)"
        found = re.search(heading, text)
        assert found
        below = f"\n{said[1]}" if said and found[2] == "by-year" else ""
        filled = text.replace(found[0], f"{found[1]}{below}\n{found[3]}{row}\n")
        case = read(filled)
        field = "tables" if found[2] == "by-year" else found[2]
        (entry,) = getattr(case, field)
        assert field != "tables" or len(entry.rows) == 1


@settings(max_examples=40)
@given(title=st.text(min_size=1), reference=st.none() | st.text("A/R.6 &'\"[]{}#:,", min_size=1))
def test_any_title_and_reference_stand_in_the_file_as_they_were_given(
    title: str, reference: str | None
) -> None:
    result = new_case(
        Kind.PROJECT_SUMMARY, title, "northtown", "2018/19", reference=reference, source=SOURCE
    )
    if isinstance(result, Fault):
        assert result.code in ("new-title", "character-forbidden", "file-not-text")
        return
    case = loaded(result[1]).case
    assert case.title == " ".join(title.split())
    words = " ".join((reference or "").split())
    assert case.references == ((words,) if words else ())
