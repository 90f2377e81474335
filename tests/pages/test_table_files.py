"""A finance table as a file for spreadsheets: a line for each cell, and no formula in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from generator.pages.spreadsheet import guarded
from generator.pages.table_files import COLUMNS, table_file, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.core.case import Case
    from generator.reading.register import Register
    from tests.pages.conftest import Register1

TABLE = """
## Financial case

### Cost by role {#cost-by-role}
cost, £k, revenue; lines 2112 to 2126

| Role | unit | 2013/14 | 2015/17 (read 2016/17: the next) | Total |
|---|---|---:|---:|---:|
| =Manager, "the" | | -63 | up to 5 | 10 (read 100: a digit is lost) |
| Staff | people | 4 to 6 | withheld (a contract; para 3) | tbc |
"""


def lines_of(case: Case) -> list[dict[str, str]]:
    ((_, body),) = tables_of(case)
    text = body.decode("utf-8")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_cell_has_a_line_with_all_that_it_counts(case_of: Callable[..., Register1]) -> None:
    lines = lines_of(case_of(body=TABLE).case)
    assert len(lines) == 6
    assert tuple(lines[0]) == COLUMNS
    assert tuple(lines[0].values()) == (
        *('\'=Manager, "the"', "2013/14", "item", "revenue cost", "£", "2013/14", "not stated"),
        *("'-63", "-63000", "", "exact", "figure", "", "", "northshire-plan", "2112-2126"),
    )


def test_a_reading_a_range_and_a_gap_say_what_they_are(case_of: Callable[..., Register1]) -> None:
    lines = lines_of(case_of(body=TABLE).case)
    told = [
        tuple(line[name] for name in ("printed", "amount", "to", "qualifier", "state"))
        for line in lines[1:]
    ]
    assert told == [
        ("up to 5", "5000", "", "up to", "figure"),
        ("10", "10000", "", "exact", "figure"),
        ("4 to 6", "4", "6", "exact", "figure"),
        ("", "", "", "", "withheld"),
        ("tbc", "", "", "", "TBC"),
    ]
    assert (lines[1]["period"], lines[2]["part"]) == ("2016/17", "total")
    assert (lines[2]["read_as"], lines[2]["reason"]) == ("100000", "a digit is lost")
    assert (lines[3]["unit"], lines[4]["reason"]) == ("people", "a contract")


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert guarded(f"x{text}") == f"x{text}"


def test_the_files_of_the_register_hold_every_cell_once(real: Register) -> None:
    for loaded in real.cases.values():
        files = dict(tables_of(loaded.case))
        assert len(files) == len(loaded.case.tables)
        for table, body in zip(loaded.case.tables, files.values(), strict=True):
            found = list(csv.reader(io.StringIO(body.decode("utf-8"), newline="")))
            assert len(found) == 1 + len(table.rows) * len(table.columns)
            assert {len(line) for line in found} == {len(COLUMNS)}


def test_a_file_is_named_after_the_place_of_its_table() -> None:
    assert table_file("table-summary-2") == "tables/summary-2.csv"
