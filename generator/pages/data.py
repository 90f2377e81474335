"""Every file of open data that the register publishes beside its pages.

Whoever wants to check, count or reuse what the pages say should not have to read HTML: the
same values stand in files for programs, the same bytes each time the same register is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import case_address
from generator.pages.any_two import any_two_makers
from generator.pages.case_data import SCHEMA, case_data, case_summary
from generator.pages.changes_data import CHANGES_FILE, changes_file
from generator.pages.compared import case_facts
from generator.pages.comparison_data import theme_makers
from generator.pages.feeds import case_feed_file, feed_makers
from generator.pages.findings_data import (
    FINDINGS_FILE,
    FINDINGS_SHEET,
    findings_file,
    findings_sheet,
    found,
    found_in_short,
    sums_data,
)
from generator.pages.history_data import versions_data
from generator.pages.history_names import papers, version_name
from generator.pages.history_pages import history_files
from generator.pages.json_lines import json_lines, lines_of, long_list, one_line
from generator.pages.lists_data import (
    COUNCILS_FILE,
    SHEET_FILE,
    THEMES_FILE,
    councils_data,
    sheet,
    themes_data,
)
from generator.pages.plan_files import plan_file_makers
from generator.pages.risk_sheet import CASE_FILE, risk_sheet
from generator.pages.risks_chart import is_drawn
from generator.pages.shelf import NOWHERE, Published, Shelf, shelve
from generator.pages.table_files import tables_of
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from generator.core.case import Case
    from generator.history.past import Pasts
    from generator.pages.figure_data import Data
    from generator.reading.register import Register

CASES_FILE = "api/v1/cases.json"


def all_assets(
    register: Register,
    as_at: date,
    pasts: Pasts | None = None,
    *,
    published: Published = NOWHERE,
) -> tuple[Asset, ...]:
    """What stands beside each case's page, and the lists of ``api/v1``.

    Args:
        register: as read; what could not be read of a case is named under ``unreadable``.
        as_at: the day the register stands at.
        pasts: the past of every case; None where there is no history.
        published: where, and by whom.
    """
    shelf = shelve(register, as_at, production=False, pasts=pasts, published=published)
    cases = shelf.cases.values()
    lists = (make(shelf) for make in LIST_FILES.values())
    more = (file for make in asset_makers(shelf).values() for file in make(shelf))
    return (*lists, *more, *(file for case in cases for file in case_files(case, shelf)))


def asset_makers(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterator[Asset]]]:
    """What makes files of which there are as many as councils, themes or committees."""
    makers = (feed_makers, theme_makers, any_two_makers, plan_file_makers)
    return {address: make for each in makers for address, make in each(shelf).items()}


def cases_file(shelf: Shelf) -> Asset:
    """Every case as ``api/v1/cases.json`` has it."""
    cases = (shelf.kept(summary_line, path) for path in shelf.paths())
    head = {"as_at": one_line(shelf.as_at.isoformat()), "schema": one_line(SCHEMA)}
    return Asset(address=CASES_FILE, body=long_list(head, "cases", cases))


def summary_line(case: Case, shelf: Shelf) -> bytes:
    """The line of one case in it."""
    found = found_in_short(case, shelf)
    data = case_summary(case) | {"findings": found, "versions": _versions(case, shelf)}
    return lines_of([one_line(data)])


def _versions(case: Case, shelf: Shelf) -> Data:
    """How many versions the register has of a case, and what the latest is called."""
    past = shelf.past(str(case.id))
    return {"count": len(papers(past)), "latest": version_name(past.versions[-1])}


# The files that are made of many cases at once, each by itself.
LIST_FILES: dict[str, Callable[[Shelf], Asset]] = {
    CASES_FILE: cases_file,
    SHEET_FILE: lambda shelf: Asset(address=SHEET_FILE, body=sheet(shelf)),
    COUNCILS_FILE: lambda shelf: Asset(
        address=COUNCILS_FILE, body=json_lines(councils_data(shelf))
    ),
    THEMES_FILE: lambda shelf: Asset(address=THEMES_FILE, body=json_lines(themes_data(shelf))),
    FINDINGS_FILE: findings_file,
    FINDINGS_SHEET: findings_sheet,
    CHANGES_FILE: changes_file,
}


def case_files(case: Case, shelf: Shelf) -> tuple[Asset, ...]:
    """One case as data, its tables as CSV, its feed, and the data of older versions."""
    history = history_files(case, shelf.past(str(case.id)), shelf, _own_files)
    return (*_own_files(case, shelf), case_feed_file(case, shelf), *history)


def _own_files(case: Case, shelf: Shelf) -> tuple[Asset, ...]:
    """What stands beside the page of a case."""
    here = case_address(case.id)
    data = case_data(case, shelf) | {"findings": found(case, shelf)} | sums_data(case, shelf)
    data |= {"versions": versions_data(case, shelf.past(str(case.id)))}
    whole = Asset(address=f"{here}case.json", body=json_lines(data))
    sheets = [*tables_of(case)]
    if is_drawn(case.risks):
        sheets.append((CASE_FILE, risk_sheet((case_facts(case, shelf),))))
    return (whole, *(Asset(address=f"{here}{name}", body=body) for name, body in sheets))
