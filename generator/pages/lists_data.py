"""The lists of the register as data: councils, themes, and all cases as one sheet.

``api/v1/cases.json`` is for programs. The same cases stand in ``cases.csv`` a line each, for
whoever works with a spreadsheet; councils and themes are what its columns lead to. Text of
a case comes from anybody, so no cell of it begins as a formula does.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.pages.addresses import council_address, theme_address
from generator.pages.case_data import SCHEMA, case_summary
from generator.pages.comparison_data import theme_file
from generator.pages.plain_data import plain
from generator.pages.spreadsheet import rows

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.pages.figure_data import Data
    from generator.pages.shelf import Shelf

COUNCILS_FILE = "api/v1/councils.json"
THEMES_FILE = "api/v1/themes.json"
SHEET_FILE = "api/v1/cases.csv"
COLUMNS = (
    *("id", "council", "plan_year", "kind", "title", "references", "section", "committee"),
    *("measure", "amount", "high", "unit", "state", "qualifier", "qualities", "period", "basis"),
    *("certainty", "described", "headline_text", "themes", "version", "dated", "sources", "url"),
)
# Columns of the headline; of these the numbers stand as they are.
HEADLINE = (
    *("measure", "amount", "high", "unit", "state", "qualifier", "qualities", "period", "basis"),
    "certainty",
)
NUMBERS = {"amount", "high"}


def councils_data(shelf: Shelf) -> Data:
    """Every council with what the register knows of it; facts that are not known are null."""
    listed = []
    for folder in shelf.folders():
        council = shelf.council(folder)
        known: Data = plain(council, "") if council else {}
        url, cases = council_address(folder), len(shelf.of_council(folder))
        listed.append({"id": folder, **known, "url": url, "cases": cases})
    return {"as_at": shelf.as_at.isoformat(), "schema": SCHEMA, "councils": listed}


def themes_data(shelf: Shelf) -> Data:
    """Every theme; ``url`` is null for one that has no case, and so no page.

    ``comparison`` leads to what its cases share and where they differ, a file for each theme.
    """
    listed = []
    for key, theme in shelf.register.themes.items():
        cases = shelf.on_theme(key)
        url = theme_address(key) if cases else None
        about = {"title": theme.title, "about": theme.about}
        compared = theme_file(key) if url else None
        listed.append({"id": key, **about, "url": url, "comparison": compared, "cases": cases})
    return {"as_at": shelf.as_at.isoformat(), "schema": SCHEMA, "themes": listed}


def sheet(shelf: Shelf) -> bytes:
    """All cases, a line each, under ``COLUMNS``, as RFC 4180 has it; lists are joined by ``; ``."""
    return b"".join((rows([COLUMNS]), *(shelf.kept(sheet_line, path) for path in shelf.paths())))


def sheet_line(case: Case, _: Shelf) -> bytes:
    """The line of one case."""
    summary = case_summary(case)
    headline: Data = summary["headline"] or {}
    values = {**summary, "headline_text": headline.get("text")}
    values |= {name: headline.get(name) for name in HEADLINE}
    values["described"] = [one["kind"] for one in headline.get("described", ())]
    return rows([[_cell(name, values[name]) for name in COLUMNS]])


def _cell(name: str, value: object) -> str | Decimal | None:
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    text = None if value is None else str(value)
    return Decimal(text) if text and name in NUMBERS else text
