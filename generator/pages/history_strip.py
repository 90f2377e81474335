"""The headline and the risks of a case over its versions, side by side.

Before anybody reads what changed, one look should tell whether the figure that a case is known by
stayed, and whether its risks did. The figure that was published first stays in sight.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import Ref, link, version_address
from generator.pages.headline import headline_view
from generator.pages.history_names import day_of, paper, version_number
from generator.pages.phrases import joined, sentence
from generator.pages.risks import risks_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.case import Case
    from generator.history.versions import Read, Version
    from generator.pages.headline import HeadlineView

REMOVED = "not shown: this version was removed"
TAKEN = "removed, and not shown"
NOT_COUNTED = "What was removed is not counted."
FIRST = "first published"


@dataclass(frozen=True, kw_only=True, slots=True)
class StripRow:
    """A version in one row.

    Attributes:
        what: the version, which leads to it in full.
        paper: what it was published as.
        day: on which it came into the register.
        amount: of the headline, and `about` what it is.
        mark: that the figure is the first one published, or empty.
    """

    what: Ref
    paper: str
    day: str
    amount: str
    about: str
    risks: str
    mark: str


def strip(versions: Sequence[Version], path: str, here: str) -> tuple[StripRow, ...]:
    """A row for each version, the oldest first; `here` is the address of the page it is for."""
    return tuple(_row(version, path, here, first=not n) for n, version in enumerate(versions))


def _row(version: Version, path: str, here: str, *, first: bool) -> StripRow:
    read = version.read
    shown = None if read.withheld else headline_view(read.case)
    return StripRow(
        what=Ref(
            text=sentence(version_number(version)),
            url=link(version_address(path, read.state.blob), here) if read.state.blob else "",
        ),
        paper="" if version.edited else paper(read),
        day=day_of(read),
        amount=_amount(read, shown) if shown else REMOVED,
        about="; ".join(filter(None, [shown.reading, shown.about])) if shown else "",
        risks=_risks(read) if shown else "",
        mark=FIRST if first and shown and shown.about else "",
    )


def _amount(read: Read, shown: HeadlineView) -> str:
    return TAKEN if read.case.headline is None and read.lacks("headline") else shown.amount


def _risks(read: Read) -> str:
    if not read.lacks("risks"):
        return risk_words(read.case)
    return f"{risk_words(read.case)} {NOT_COUNTED}" if read.case.risks else TAKEN


def risk_words(case: Case) -> str:
    """``6 risks, all scored: 2 red, 3 amber and 1 green.``, with the words of the log."""
    rated = Counter(risk.rag.strip().lower() for risk in case.risks if risk.rag)
    summary = risks_summary(case)
    if not rated:
        return summary
    return f"{summary.removesuffix('.')}: {joined(f'{n} {word}' for word, n in rated.items())}."
