"""A version of a case at an address of its own, where it stays for good.

Whoever cites a version needs an address that will always show what was read. An older version is
shown in full, as the page of the case was, under a notice that it is not the current one; search
engines and the register's own search leave it out. The current version stands on the page of the
case, so at its own address is said no more than that, until there is a later one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.history.redact import with_values
from generator.pages.addresses import (
    DIGITS,
    Ref,
    case_address,
    history_address,
    link,
    version_address,
)
from generator.pages.audit_panel import AuditPanel
from generator.pages.case_view import CaseView, case_view
from generator.pages.history_changes import ChangeGroup, change_groups, no_change
from generator.pages.history_entries import removed_words
from generator.pages.history_names import (
    by_blob,
    came,
    day_of,
    paper,
    version_name,
    version_number,
)
from generator.pages.phrases import joined
from generator.pages.shelf import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.case import Case
    from generator.history.versions import Past, Read, Version
    from generator.pages.shelf import Shelf


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingView:
    """Which version of a case a page shows.

    Attributes:
        title: ``Version 1: outline business case (marked 1.0), 20 December 2013``.
        is_current: whether it is what stands today.
        withheld: whether it was removed as a whole.
        notes: when it came, and what was removed.
        current: the page of the case.
        history: all versions.
        case: what the case is called, and `about` its council and plan.
    """

    title: str
    is_current: bool
    withheld: bool
    notes: tuple[str, ...]
    current: Ref
    history: Ref
    case: str
    about: str


def standing_view(those: Sequence[Version], past: Past, case: Case, shelf: Shelf) -> StandingView:
    """Which version a page shows; `those` are more than one where a content came back."""
    version, here = those[-1], version_address(case.id, those[-1].read.state.blob)
    again = joined(version_number(one) for one in those)
    return StandingView(
        title=version_name(version),
        is_current=any(one.current for one in those),
        withheld=version.read.withheld,
        notes=(
            *([f"The same stood in the register as {again}."] if len(those) > 1 else []),
            *([came(those[0].read)] if past.known else []),
            *map(removed_words, version.read.removed),
        ),
        current=Ref(text=_current_words(past), url=link(case_address(case.id), here)),
        history=Ref(text="How this case changed", url=link(history_address(case.id), here)),
        case=title_of(case),
        about=f"{shelf.council_name(case.id.council)} {case.id.plan_year}",
    )


def old_view(version: Version, case: Case, shelf: Shelf, contact: str) -> CaseView:
    """The page of the case as it was in a version.

    Its links are written for the address of the case; see ``moved``.
    """
    old = old_case(version, case)
    view = case_view(old, beside(shelf, version, old), contact)
    parts = (replace(part, view=_without_questions(part.view)) for part in view.parts)
    return replace(view, parts=tuple(parts), versions=None, corrections=(), found=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class EditView:
    """A content of the file that was no version: between which it stood, and what was new in it."""

    title: str
    case: Ref
    about: str
    between: tuple[Ref, ...]
    groups: tuple[ChangeGroup, ...]
    same: str
    history: Ref


def edit_views(case: Case, past: Past, shelf: Shelf) -> dict[str, EditView]:
    """What stands at the address of each smaller edit, by the name of its content.

    It may have been cited while it was what stood in the register.
    """
    taken, found = by_blob(past), dict[str, EditView]()
    for before, after in zip(past.versions, past.versions[1:], strict=False):
        last = before.read
        for read in after.folded:
            if read.state.blob[:DIGITS] not in taken:
                found[read.state.blob] = _edit_view(read, last, (before, after), case, shelf)
            last = read
    return found


def _edit_view(
    read: Read, last: Read, around: tuple[Version, Version], case: Case, shelf: Shelf
) -> EditView:
    here = version_address(case.id, read.state.blob)
    found = shelf.changes(last, read)
    return EditView(
        title=f"The register’s file on {day_of(read)}",
        case=Ref(text=title_of(case), url=link(case_address(case.id), here)),
        about=f"{shelf.council_name(case.id.council)} {case.id.plan_year}",
        between=tuple(
            Ref(
                text=version_name(version),
                url=link(version_address(case.id, version.read.state.blob), here),
            )
            for version in around
        ),
        groups=change_groups(found, fold=False),
        same="" if found else no_change(last, read),
        history=Ref(text="How this case changed", url=link(history_address(case.id), here)),
    )


def old_case(version: Version, case: Case) -> Case:
    """What the file said in a version, under the path that the case has today."""
    return with_values(version.read.case, id=case.id)


def beside(shelf: Shelf, version: Version, old: Case) -> Shelf:
    """The register in which an older version stands in the place of its case."""
    audits = shelf.older.setdefault(f"{old.id}@{version.read.state.blob}", {})
    cases = _With(shelf.cases, str(old.id), old)
    return replace(
        shelf, cases=cases, by_file={}, audits=audits, naming={},
        remember=lambda path, _: shelf.past(path),
    )  # fmt: skip


def _without_questions(view: object) -> object:
    """A part of the page without the way to the questions to print, which only today's case has."""
    return replace(view, questions=Ref(text="")) if isinstance(view, AuditPanel) else view


def _current_words(past: Past) -> str:
    last = past.versions[-1]
    if last.edited:
        return "the case as it stands"
    return f"{version_number(last)}, {paper(last.read)}"


class _With(Mapping[str, "Case"]):
    """A mapping of cases with one of them replaced."""

    def __init__(self, cases: Mapping[str, Case], path: str, case: Case) -> None:
        self._cases, self._path, self._case = cases, path, case

    def __getitem__(self, path: str) -> Case:
        """The case at a path."""
        return self._case if path == self._path else self._cases[path]

    def __iter__(self) -> Iterator[str]:
        """All paths."""
        return iter(self._cases)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._cases)
