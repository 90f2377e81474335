"""A change sheet: everything that differs between two versions of a case, to print for a meeting.

Nothing on it is folded. Both versions are named with the paper they come from and the day they
came into the register, and the figure that was published first is repeated, so that the sheet can
be read without the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.over_time import restates
from generator.pages.addresses import (
    Ref,
    case_address,
    history_address,
    link,
    step_address,
    version_address,
)
from generator.pages.history_changes import (
    ChangeGroup,
    change_groups,
    no_change,
    without_reason,
)
from generator.pages.history_entries import EDITED, RESTATED, beside_words, removed_words
from generator.pages.history_names import (
    came,
    headline_within,
    version_name,
    version_number,
)
from generator.pages.phrases import count, ended, sentence
from generator.pages.shelf import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case
    from generator.history.versions import Past, Version
    from generator.pages.shelf import Shelf


@dataclass(frozen=True, kw_only=True, slots=True)
class SideView:
    """One of the two versions: what it is, when it came, what its headline is."""

    what: Ref
    came: str
    headline: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetView:
    """The sheet.

    Attributes:
        scope: how many changes there are.
        notes: the reason that the later version gives, and what was removed.
        first: the figure that was published first, where neither of the two is that version.
    """

    title: str
    case: Ref
    about: str
    scope: str
    sides: tuple[SideView, ...]
    notes: tuple[str, ...]
    first: str
    groups: tuple[ChangeGroup, ...]
    history: Ref


def sheet_view(before: Version, after: Version, past: Past, case: Case, shelf: Shelf) -> SheetView:
    """What differs between two versions of the case that stands in the register as `case`."""
    here = step_address(case.id, before.read.state.blob, after.read.state.blob)
    found = shelf.changes(before.read, after.read)
    many = f"{count(len(found), 'change')}, the most important first."
    return SheetView(
        title=f"What changed from {version_number(before)} to {version_number(after)}",
        case=Ref(text=title_of(case), url=link(case_address(case.id), here)),
        about=f"{shelf.council_name(case.id.council)} {case.id.plan_year}",
        scope=sentence(many) if found else no_change(before.read, after.read),
        sides=tuple(_side(version, case, here) for version in (before, after)),
        notes=tuple(_notes(before, after, past)),
        first=_first(before, past),
        groups=change_groups(without_reason(found), fold=False),
        history=Ref(text="All versions of this case", url=link(history_address(case.id), here)),
    )


def _side(version: Version, case: Case, here: str) -> SideView:
    read = version.read
    return SideView(
        what=Ref(
            text=version_name(version), url=link(version_address(case.id, read.state.blob), here)
        ),
        came=came(read),
        headline="" if read.withheld else f"Headline: {headline_within(read)}.",
    )


def _notes(before: Version, after: Version, past: Past) -> Iterator[str]:
    read = after.read
    yield from filter(None, [beside_words(past.versions[before.number : after.number])])
    if after.edited:
        yield EDITED
    if not after.edited and not read.withheld and read.case.change:
        if restates(read.case):
            yield RESTATED
        change = read.case.change
        yield f"Reason given ({change.kind.value}): {ended(change.reason)}"
    for removed in dict.fromkeys((*before.read.removed, *read.removed)):
        yield removed_words(removed)


def _first(before: Version, past: Past) -> str:
    first = past.versions[0]
    if before.number == first.number or first.read.withheld:
        return ""
    return f"First published, in {version_number(first)}: {headline_within(first.read)}."
