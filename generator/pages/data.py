"""Every file of open data that the register publishes beside its pages.

Whoever wants to check, count or reuse what the pages say should not have to read HTML: the
same values stand in files for programs, the same bytes each time the same register is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import case_address
from generator.pages.case_data import SCHEMA, case_data, case_summary
from generator.pages.json_lines import json_lines
from generator.pages.lists_data import (
    COUNCILS_FILE,
    SHEET_FILE,
    THEMES_FILE,
    councils_data,
    sheet,
    themes_data,
)
from generator.pages.shelf import Shelf, in_order, shelve
from generator.pages.table_files import tables_of
from generator.site.page import Asset

if TYPE_CHECKING:
    from datetime import date

    from generator.core.case import Case
    from generator.reading.register import Register

CASES_FILE = "api/v1/cases.json"


def all_assets(register: Register, as_at: date) -> tuple[Asset, ...]:
    """What stands beside each case's page, and ``api/v1/cases.json``, in order of address.

    Args:
        register: as read; what could not be read of a case is named under ``unreadable``.
        as_at: the day the register stands at.
    """
    shelf = shelve(register, as_at, production=False)
    cases = shelf.cases.values()
    return (*list_files(shelf), *(file for case in cases for file in case_files(case, shelf)))


def list_files(shelf: Shelf) -> tuple[Asset, ...]:
    """The files that are made of many cases at once."""
    cases = in_order(list(shelf.cases.values()))
    listed = [case_summary(case) for case in cases]
    everything = {"as_at": shelf.as_at.isoformat(), "schema": SCHEMA, "cases": listed}
    return (
        Asset(address=SHEET_FILE, body=sheet(cases)),
        Asset(address=CASES_FILE, body=json_lines(everything)),
        Asset(address=COUNCILS_FILE, body=json_lines(councils_data(shelf))),
        Asset(address=THEMES_FILE, body=json_lines(themes_data(shelf))),
    )


def case_files(case: Case, shelf: Shelf) -> tuple[Asset, ...]:
    """One case as data, and each of its finance tables as CSV, beside its page."""
    here = case_address(case.id)
    whole = Asset(address=f"{here}case.json", body=json_lines(case_data(case, shelf)))
    return (whole, *(Asset(address=f"{here}{name}", body=body) for name, body in tables_of(case)))
