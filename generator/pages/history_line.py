"""What the page of a case says of its history: which version it shows, and where the rest is.

A reader who comes to a case should see at once that there was another version before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import Ref, case_address, history_address, link
from generator.pages.history_names import paper, papers
from generator.pages.phrases import count, ended

if TYPE_CHECKING:
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
