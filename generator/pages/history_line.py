"""What the page of a case says of its history: which version it shows, and what was corrected.

A reader who comes to a case should see at once that there was another version before. What was
published and turned out wrong stays named there with what is right, however many versions follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.corrections import corrections
from generator.pages.addresses import Ref, case_address, history_address, link
from generator.pages.history_changes import without_reason
from generator.pages.history_names import day_of, paper, papers
from generator.pages.phrases import count, ended

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.history.versions import Past

MOST = 5  # sentences of a correction; the page on the history has all


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionsLine:
    """Which version this is.

    Attributes:
        text: empty where there is no other.
        short: leads to all versions, beside `text`; `more` the same where it stands alone.
    """

    text: str
    short: Ref
    more: Ref


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionView:
    """A correction of what was published: when it came, why, and what was and is said."""

    title: str
    reason: str
    lines: tuple[str, ...]
    more: Ref


def correction_views(case: Case, past: Past) -> tuple[CorrectionView, ...]:
    """Every correction of a case, the latest first."""
    shown = [read for read in past.reads if not read.withheld]
    url = link(history_address(case.id), case_address(case.id))
    return tuple(
        CorrectionView(
            title=f"Corrected on {day_of(shown[found.at])}",
            reason=ended(found.reason),
            lines=tuple(one.text for one in without_reason(found.sentences)[:MOST]),
            more=Ref(text="All that changed", url=url),
        )
        for found in reversed(corrections([read.case for read in shown]))
    )


def versions_line(case: Case, past: Past) -> VersionsLine:
    """The line on the page of a case."""
    known = papers(past)
    said = f" ({count(len(known), 'version')})" if known else ""
    url = link(history_address(case.id), case_address(case.id))
    return VersionsLine(
        text=_text(past) if len(known) > 1 else "",
        short=Ref(text="How it changed", url=url),
        more=Ref(text=f"How this case changed{said}", url=url),
    )


def _text(past: Past) -> str:
    """``Version 2 of 2: programme summary in the same pack.``."""
    known = papers(past)
    since = ", edited in the register since" if past.versions[-1].edited else ""
    number = f"Version {known[-1].number} of {len(known)}"
    return ended(f"{number}: {paper(known[-1].read)}{since}")
