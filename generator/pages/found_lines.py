"""What was found in a case, a line each, set once for all the lists that it stands in.

The same findings stand in three orders, each a page of its own. In a large register that is
many lines, so they are kept as they will stand there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import Ref, case_address
from generator.pages.cards import ROOT
from generator.pages.finding_view import finding_ids
from generator.pages.levels import LEVELS, LevelView
from generator.pages.render import render
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingLine:
    """A finding in a list: what was found, linked to the case, and under which assumption."""

    level: LevelView
    what: Ref
    case: str
    assumption: str


def found_lines(case: Case, shelf: Shelf) -> tuple[str, ...]:
    """The line of each finding; see ``cards.ROOT``. What each is of stands in ``levels_found``."""
    findings = shelf.audit(str(case.id)).findings
    at = f"{ROOT}{case_address(case.id)}"
    about = f"{title_of(case)}, {shelf.council_name(case.id.council)} {case.id.plan_year}"
    lines = (
        FindingLine(
            level=LEVELS[finding.level],
            what=Ref(text=finding.title, url=f"{at}#{id_}"),
            case=about,
            assumption=f"{finding.assumption}." if finding.assumption else "",
        )
        for finding, id_ in zip(findings, finding_ids(findings), strict=True)
    )
    return tuple(render(shelf.templates, "parts/found_line.html", line) for line in lines)
