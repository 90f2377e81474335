"""Plans of councils in a list, each with what its cases propose.

The home page tells it of whole plans, a theme of those cases of each plan that are on it.
Nothing is added up over two plans: their years differ, and so do the councils.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.identity import plan_year_of
from generator.pages.addresses import Ref, link, plan_address
from generator.pages.cards import plans_of
from generator.pages.phrases import count
from generator.pages.proposed import Proposed, counted, proposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pages.shelf import Shelf

MOST_PLANS = 12  # of which a page tells the amounts; of more it counts the cases


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanItem:
    """A council's plan for a year, with what its cases propose; None where that is left out."""

    id: str
    what: Ref
    cases: str
    proposed: Proposed | None


def plan_items(paths: Sequence[str], shelf: Shelf, here: str) -> tuple[PlanItem, ...]:
    """Every plan with its cases, for the page at `here`."""
    plans = plans_of(paths)
    return tuple(
        PlanItem(
            id=f"{folder}-{year}",
            what=Ref(
                text=f"{shelf.council_name(folder)} {plan_year_of(year)}",
                url=link(plan_address(folder, year), here),
            ),
            cases=count(len(same), "case"),
            proposed=proposed((shelf.kept(counted, path) for path in same), here)
            if len(plans) <= MOST_PLANS
            else None,
        )
        for folder, year, same in plans
    )
