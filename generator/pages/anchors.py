"""Places on a case's page that a link can lead to: its tables, figures and claims.

Officers choose ids, and a file with mistakes may use one twice; on a page each id
stands once, and what is linked is the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.once import once
from generator.pages.addresses import anchors

if TYPE_CHECKING:
    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """The anchors of a case's page, each tuple in the order of the case."""

    tables: tuple[str, ...]
    figures: tuple[str, ...]
    claims: tuple[str, ...]


@once
def places_on_page(case: Case) -> Places:
    """An anchor for everything that a relation may name."""
    names = (
        *(f"table-{table.id}" for table in case.tables),
        *(f"figure-{figure.id}" for figure in case.figures),
        *(f"claim-{claim.id}" for claim in case.claims),
    )
    found = anchors(names)
    tables, figures = len(case.tables), len(case.tables) + len(case.figures)
    return Places(tables=found[:tables], figures=found[tables:figures], claims=found[figures:])
