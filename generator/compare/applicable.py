"""How a council stands to a theme: it has cases, has none here, or does not run the service.

A council that does not run a service proposes nothing for it, and that is no zero: it is "not
applicable", and takes part in no count and no average. Which types of council run a service is
in the register only where a source says so; elsewhere a council without a case has no case here,
and no more is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.core.councils import Council, Theme


class Standing(StrEnum):
    """How a council stands to a theme."""

    CASES = "has cases"
    NO_CASE = "no case in this register"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stands:
    """It, with a sentence that says why, and the source of that; empty where there are cases."""

    standing: Standing
    sentence: str = ""
    source: str = ""


def standing(theme: Theme, council: Council, *, has_case: bool) -> Stands:
    """How a council stands to a theme; one that has a case on it runs it, whatever its type."""
    if has_case:
        return Stands(standing=Standing.CASES)
    run_by = theme.run_by
    if run_by is None or council.type is None or council.type in run_by.types:
        sentence = f"{council.short_name} has no case on this in the register."
        return Stands(standing=Standing.NO_CASE, sentence=sentence)
    return Stands(
        standing=Standing.NOT_APPLICABLE,
        sentence=f"Not applicable: {council.short_name} is a {council.type}. {run_by.reason}",
        source=run_by.source,
    )
