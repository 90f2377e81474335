"""Risks as a file for spreadsheets: of all cases of a plan, and beside the page of a case.

A line for each risk, scored or not, with the number of the grid in which it is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.risk_picture import risk_picture
from generator.pages.addresses import case_address
from generator.pages.spreadsheet import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compare.facts import Facts

CASE_FILE = "risks.csv"  # beside the page of a case
COLUMNS = (
    "case",
    "title",
    "url",
    "risk",
    "likelihood",
    "impact",
    "colour",
    "mitigation",
    "grid",
)


def risk_sheet(cases: Sequence[Facts]) -> bytes:
    """The file of the risks of these cases."""
    return sheet(COLUMNS, risk_lines(cases))


def risk_lines(cases: Sequence[Facts]) -> Iterator[tuple[str, ...]]:
    """A line for each risk of these cases."""
    grids = {
        path: f"{number}"
        for number, grid in enumerate(risk_picture(cases).grids, 1)
        for path in grid.cases
    }
    for facts in cases:
        for risk in facts.risks:
            yield (
                facts.path,
                facts.title,
                f"{case_address(facts.path)}#risks",
                risk.title,
                risk.likelihood or "",
                risk.impact or "",
                risk.rag or "",
                "yes" if risk.mitigated else "no",
                grids.get(facts.path, "") if risk.likelihood and risk.impact else "",
            )
