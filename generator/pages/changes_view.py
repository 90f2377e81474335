"""The page that leads to the sheets of what changed between two moments, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import (
    CHANGES,
    DATA,
    REGISTER_FEED,
    Ref,
    council_feed,
    link,
)
from generator.pages.phrases import joined
from generator.pages.sheets import INCOMPLETE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.history.moments import Marks
    from generator.pages.sheets import Sheet
    from generator.pages.shelf import Shelf

UNREAD = (
    "What changed is not known here: git could not read the history of the register’s folder. Who "
    "looks after the register can run “git status” there; it names what is wrong."
)
UNKNOWN = "What changed is not known here: the register was read from a folder that has no history."
ONE_DAY = "The register has changed on one day only so far, so there is nothing to compare yet."


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRef:
    """A sheet, and what is on it in short."""

    what: Ref
    scope: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesView:
    """The page that leads to the sheets.

    Attributes:
        about: between which moments the register is compared.
        notices: what is missing, and why.
        sheets: each moment against the one before, the latest first.
        whole: the first against the latest, where there are more than two moments.
        feeds: of the register and of each council.
    """

    scope: str
    about: str
    notices: tuple[str, ...]
    sheets: tuple[SheetRef, ...]
    whole: tuple[SheetRef, ...]
    feeds: tuple[Ref, ...]
    data: Ref


def changes_view(marks: Marks, made: Sequence[Sheet], shelf: Shelf) -> ChangesView:
    """The page that leads to the sheets."""
    refs = [
        SheetRef(what=Ref(text=one.title, url=link(one.address, CHANGES)), scope=one.scope)
        for one in made
    ]  # fmt: skip
    steps = refs[: len(marks.marks) - 1] if marks.marks else []
    register = Ref(text="The whole register", url=link(REGISTER_FEED, CHANGES))
    councils = (
        Ref(text=shelf.council_name(folder), url=link(council_feed(folder), CHANGES))
        for folder in shelf.folders()
    )
    return ChangesView(
        scope=made[-1].scope if made else "",
        about=_about(marks),
        notices=tuple(_notices(marks, shelf)),
        sheets=tuple(reversed(steps)),
        whole=tuple(refs[len(steps) :]),
        feeds=(register, *councils),
        data=Ref(text="All changes as data", url=link(DATA, CHANGES)),
    )


def _about(marks: Marks) -> str:
    if not marks.marks:
        return ""
    if marks.named:
        return "The register is compared at the meetings and days that it names as milestones."
    return (
        "The register names no milestones, so it is compared at the end of each of the last days "
        "on which a case in it changed."
    )


def _notices(marks: Marks, shelf: Shelf) -> Iterator[str]:
    history = shelf.chronicle()
    if not history.known:
        yield UNREAD if history.unread else UNKNOWN
    elif not history.complete:
        yield INCOMPLETE
    elif len(marks.marks) == 1 and not marks.named:
        yield ONE_DAY
    if marks.unknown:
        names = joined(f"“{title}”" for title in marks.unknown)
        yield f"Left out, because the history has no mark for it: {names}."
