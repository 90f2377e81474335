"""The page on what the register publishes as data: which files, what is in them, as at when.

Open data that nobody can find or understand is not open. The page names each file and tells
its fields in words; the example leads to a case of this register, so that it can be opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.period_format import format_day
from generator.pages.addresses import DATA, METHODS, REGISTER_FEED, Ref, case_address, link
from generator.pages.any_two import RULES_FILE
from generator.pages.case_data import SCHEMA
from generator.pages.changes_data import CHANGES_FILE
from generator.pages.data import CASES_FILE
from generator.pages.findings_data import COLUMNS as FINDINGS_COLUMNS
from generator.pages.findings_data import FINDINGS_FILE, FINDINGS_SHEET
from generator.pages.lists_data import COLUMNS, COUNCILS_FILE, SHEET_FILE, THEMES_FILE
from generator.pages.phrases import count
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class DataFile:
    """A file: where it is, and what it holds."""

    what: Ref
    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DataView:
    """The page; the examples are empty in a register without cases.

    Attributes:
        schema: the version of the fields; it changes when a field is taken away or means
            something else.
    """

    as_at: str
    schema: str
    scope: str
    files: tuple[DataFile, ...]
    columns: tuple[str, ...]
    findings_columns: tuple[str, ...]
    example: Ref
    example_page: Ref
    methods: Ref


def data_view(shelf: Shelf) -> DataView:
    """The page on data."""
    path = min(shelf.paths(), default=None)
    first: Case | None = shelf.cases[path] if path else None
    here = case_address(first.id) if first else ""
    return DataView(
        as_at=format_day(shelf.as_at),
        schema=SCHEMA,
        scope=f"{count(len(shelf.paths()), 'case')} from {count(len(shelf.folders()), 'council')}",
        files=(
            _file(SHEET_FILE, "All cases, one line each, for a spreadsheet."),
            _file(CASES_FILE, "All cases, each with its headline, people, themes and sources."),
            _file(COUNCILS_FILE, "The councils: type, area, people, how they decide, budgets."),
            _file(THEMES_FILE, "The themes, which cases are on each, and where they are compared."),
            _file(
                RULES_FILE, "What is said where cases differ, and where each council's cases are."
            ),
            _file(FINDINGS_FILE, "What does not agree, or is missing, with every figure of it."),
            _file(FINDINGS_SHEET, "The same, one line each, for a spreadsheet."),
            _file(CHANGES_FILE, "What changed in every case, version by version, in sentences."),
            _file(REGISTER_FEED, "What changed in the register, for a news reader (Atom)."),
        ),
        columns=COLUMNS,
        findings_columns=FINDINGS_COLUMNS,
        example=Ref(text=f"{here}case.json", url=link(f"{here}case.json", DATA) if first else ""),
        example_page=Ref(
            text=title_of(first) if first else "", url=link(here, DATA) if first else ""
        ),
        methods=Ref(text="How figures are read and shown", url=link(METHODS, DATA)),
    )


def _file(address: str, about: str) -> DataFile:
    return DataFile(what=Ref(text=address, url=link(address, DATA)), about=about)
