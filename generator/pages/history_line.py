"""What the page of a case says of its history: which version it shows, and what was corrected.

A reader who comes to a case should see at once that there was another version before. Whoever
quoted a figure that was corrected since finds on the same page what it was and what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.changes.corrections import corrections
from generator.pages.addresses import Ref, case_address, history_address, link
from generator.pages.history_names import paper, papers
from generator.pages.phrases import count, ended

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.changes.sentences import Sentence
    from generator.core.case import Case
    from generator.history.versions import Past


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
    """A correction, for as long as the case stands: when it came, why, and what it corrected."""

    title: str
    reason: str
    said: tuple[str, ...]
    more: Ref


def corrections_view(
    case: Case, past: Past, others: Mapping[str, Case]
) -> tuple[CorrectionView, ...]:
    """Every correction of the case, the latest first; of a removed version nothing is told."""
    reads = past.reads
    url = link(history_address(case.id), case_address(case.id))
    found = (
        (one, reads[one.at])
        for one in reversed(corrections([read.case for read in reads], others))
        if not (reads[one.at].withheld or reads[one.at - 1].withheld)
    )
    return tuple(
        CorrectionView(
            title=f"Corrected: {paper(read)}",
            reason=ended(one.reason),
            said=tuple(sentence.text for sentence in one.sentences if _is_figure(sentence)),
            more=Ref(text="All that changed with it", url=url),
        )
        for one, read in found
    )


def _is_figure(sentence: Sentence) -> bool:
    return sentence.topic in (Topic.MONEY, Topic.DECISION)


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
