"""What is too large is refused by its size, so that no file can keep the reader busy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.body import MOST_RELATIONS
from generator.reading.files import MOST_BYTES
from generator.reading.markdown import MOST_BARS
from generator.reading.register import load_register
from generator.reading.rows import MOST_COLUMNS, MOST_ROWS
from generator.reading.yaml_faults import MOST_DEEP, MOST_VALUES
from tests.reading.corpus import CASE, below, found_codes, load, make_register, top

if TYPE_CHECKING:
    from pathlib import Path

SHORT = "## Financial case\n\n### Costs {#costs}\ncost, £; lines 1 to 2\n\n"


@pytest.mark.parametrize("opened", ["[", "{a: ", "- "])
def test_deep_nesting_in_fields_stops_at_a_depth(opened: str) -> None:
    value = opened * MOST_DEEP * 10
    text = f"stage:\n  {value}x\n" if opened == "- " else f"stage: {value}\n"
    assert found_codes(load(top(text)))[0] == "fields-too-deep"


@pytest.mark.parametrize("opened", ["[", "{", "- ", "? ", "[{"])
def test_twenty_thousand_brackets_in_a_field_stop_at_a_depth(opened: str) -> None:
    found = found_codes(load(top(f"stage: {opened * 20_000}\n")))
    assert len(found) == 1
    assert found[0].startswith("field")


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 20_000, "[" * 10_000 + "]" * 10_000, "[a](" * 20_000, "![" * 20_000, "`" * 20_001),
        *("> " * 2_000 + "x", "- " * 2_000 + "x", "*a " * 20_000, "<" * 20_000, "\\" * 20_001),
        "\n".join("  " * depth + "- x" for depth in range(400)),
        "\n".join(">" * depth + " x" for depth in range(1, 400)),
    ],
    ids=range(12),
)
def test_deep_nesting_and_open_brackets_in_prose_are_kept_as_typed(text: str) -> None:
    loaded = load(below(f"## Context\n\n{text}\n"))
    assert [section.text for section in loaded.case.sections] == [text.strip()]
    assert not [code for code in found_codes(loaded) if code != "code-unclosed"]


def test_more_values_than_a_cap_are_not_read() -> None:
    wards = ", ".join(["North"] * MOST_VALUES)
    loaded = load(top(f"area: [{wards}]\nstage: draft\n"))
    assert found_codes(loaded) == ["fields-too-many"]
    assert {"area", "stage"} <= set(loaded.case.unreadable)


def table(rows: int, columns: int) -> str:
    line = "| 1 " * columns + "|\n"
    heading = "".join(f"| c{number} " for number in range(columns)) + "|\n"
    body = "".join(f"| r{number} " + line[4:] for number in range(rows))
    return below(SHORT + heading + "|--" * columns + "|\n" + body)


@pytest.mark.parametrize(
    ("rows", "columns", "fits"),
    [
        (MOST_ROWS, 2, True),
        (MOST_ROWS + 1, 2, False),
        (2, MOST_COLUMNS, True),
        (2, MOST_COLUMNS + 1, False),
        (200, 200, False),
    ],
)
def test_a_table_up_to_a_cap_is_read(rows: int, columns: int, *, fits: bool) -> None:
    loaded = load(table(rows, columns))
    assert found_codes(loaded) == ([] if fits else ["table-too-large"])
    assert bool(loaded.case.tables) == fits
    assert ("tables" in loaded.case.unreadable) != fits


def test_a_table_of_two_thousand_by_two_thousand_is_refused_by_its_bytes(tmp_path: Path) -> None:
    text = table(2_000, 2_000)
    assert len(text) > MOST_BYTES[".md"]
    (problem,) = load_register(make_register(tmp_path, {CASE: text})).problems
    assert problem.fault.code == "file-too-large"


def test_a_text_of_nothing_but_cells_is_read_without_tables() -> None:
    loaded = load(below(SHORT + "|" * (MOST_BARS + 1)))
    assert found_codes(loaded) == ["table-too-large"]
    assert "tables" in loaded.case.unreadable


def test_relations_up_to_a_cap_are_read() -> None:
    items = "- `a` = `b`\n" * (MOST_RELATIONS + 1)
    loaded = load(below(f"## Financial case\n\n### So {{#relations}}\n\n{items}"))
    assert "table-too-large" in found_codes(loaded)
    assert len(loaded.case.relations) == MOST_RELATIONS


@pytest.mark.parametrize("digits", [5_000, 200_000])
def test_a_number_of_thousands_of_digits_is_a_problem_wherever_it_stands(digits: int) -> None:
    number = "9" * digits
    headline = f"headline: {{amount: {number}, measure: saving, line: {number}}}\n"
    fields = f"options: [{{title: A, number: {number}}}]\n{headline}"
    rows = f"| Post | {number} |\n|--|--|\n| Librarian | £{number} |\n"
    loaded = load(top(fields) + "\n" + SHORT.replace("lines 1", f"lines {number}") + rows)
    assert {"number-unreadable", "amount-too-long", "lines-unreadable"} <= set(found_codes(loaded))
    assert all(len(f"{problem.fault}") < 1000 for problem in loaded.problems)
