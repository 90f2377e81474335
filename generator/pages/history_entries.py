"""The versions of a case one by one: what each is, when it came, and what changed with it.

What a paper brought is told apart from what was only edited in the register's own file, and what
one pack of papers prints twice from what changed. Every page that names a version or a step
between two of them says it as it is said here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.changes.over_time import restates
from generator.core.period_format import format_day
from generator.pages.addresses import Ref, link, step_address, version_address
from generator.pages.history_changes import (
    ChangeGroup,
    change_groups,
    no_change,
    without_reason,
)
from generator.pages.history_names import came, day_of, version_name, version_number
from generator.pages.origin import FIELDS as CALLED
from generator.pages.phrases import count, ended, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.history.versions import Past, Removed, Version
    from generator.pages.shelf import Shelf

RESTATED = (
    "This is what the same pack of papers prints in another place. It is no later decision, and "
    "neither print replaces the other."
)
EDITED = (
    "No new version of the paper: the register’s own file was edited, to correct or to complete "
    "what it takes over from the paper."
)
MOST_TOLD = 8  # versions of which any two are told, which takes the square of them
BESIDE = (
    "This was not made from what stands before it here: the two were written side by side and "
    "brought together later. They stand in the order of their days, and what is told as a change "
    "is how they differ."
)
AMONG = (
    "Some of what came in between was written side by side and brought together later; it stands "
    "in the order of its days."
)
CAME = "The file came into the register."


@dataclass(frozen=True, kw_only=True, slots=True)
class EditView:
    """A smaller edit of the register's file: which, on which day, and what it changed."""

    title: str
    groups: tuple[ChangeGroup, ...]
    same: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionEntry:
    """A version in the timeline.

    Attributes:
        id: its anchor.
        number: ``version 2``, for those who hear headings one by one.
        notes: what it is, when it came, the reason it gives, what was removed; each a sentence.
        groups: what changed since the version before; of the first version nothing.
        rest: of an edit of the register's own file all but money, to unfold; `rest_title` says
            how much it is.
        same: what is said where nothing did.
        edits: smaller edits since the version before; `edits_title` says how many.
        full: the version by itself; no link where it has no page.
        sheet: what changed, as a page to print.
    """

    id: str
    number: str
    title: str
    notes: tuple[str, ...]
    groups: tuple[ChangeGroup, ...]
    rest: tuple[ChangeGroup, ...]
    rest_title: str
    same: str
    edits: tuple[EditView, ...]
    edits_title: str
    full: Ref
    sheet: Ref


def steps(past: Past) -> tuple[tuple[Version, Version], ...]:
    """Each version beside the one before it, and last the first beside the latest."""
    pairs = list(zip(past.versions, past.versions[1:], strict=False))
    return (*pairs, (past.versions[0], past.versions[-1])) if len(pairs) > 1 else tuple(pairs)


def beside_words(those: Sequence[Version]) -> str:
    """What is said where one of these versions, or an edit, was not made from what came before.

    They are the later version of a step and all that lie between it and the earlier one.
    """
    reads = [read for one in those for read in (*one.folded, one.read)]
    if not any(read.state.beside for read in reads):
        return ""
    return BESIDE if len(reads) == 1 else AMONG


def told(past: Past) -> tuple[tuple[Version, Version], ...]:
    """The pairs of versions whose changes are told as data: any two, but of many only the steps."""
    known = steps(past)
    numbers = {(before.number, after.number) for before, after in known}
    pairs = combinations(past.versions, 2) if len(past.versions) <= MOST_TOLD else ()
    return (*known, *(pair for pair in pairs if (pair[0].number, pair[1].number) not in numbers))


def step_title(before: Version, after: Version) -> str:
    """``From version 1 to version 2``."""
    return f"From {version_number(before)} to {version_number(after)}"


def removed_words(removed: Removed) -> str:
    """What was removed, and why, in a sentence."""
    name = removed.field
    what = CALLED.get(name, name.replace("_", " ")) if name else "the whole version"
    why = removed.reason.strip().rstrip(".")
    day = format_day(removed.date)
    who = removed.authority.strip().rstrip(".")
    return f"Removed on {day}: {what}. Reason: {why}. Decided by {who}."


def entries(past: Past, path: str, here: str, shelf: Shelf) -> Iterator[VersionEntry]:
    """Every version of the case at a path, the latest first, for the page at `here`."""
    befores = (None, *past.versions)
    for version, before in reversed(list(zip(past.versions, befores, strict=False))):
        yield _entry(version, before, path, here, shelf)


def _entry(
    version: Version, before: Version | None, path: str, here: str, shelf: Shelf
) -> VersionEntry:
    read, blob = version.read, version.read.state.blob
    found = shelf.changes(before.read, read) if before else ()
    sheet = ""
    if before is not None and blob:
        sheet = link(step_address(path, before.read.state.blob, blob), here)
    edits = tuple(_edits(version, before, shelf))
    told = without_reason(found)
    # Who comes for what a council changed is not held up by what the register mended.
    first = tuple(one for one in told if one.topic is Topic.MONEY) if version.edited else told
    rest = tuple(one for one in told if one not in first)
    return VersionEntry(
        id=f"version-{version.number}",
        number=version_number(version),
        title=version_name(version),
        notes=tuple(_notes(version)),
        groups=change_groups(first),
        rest=change_groups(rest),
        rest_title=f"{sentence(count(len(rest), 'edit'))}{' besides' if first else ''}",
        same="" if found or before is None else no_change(before.read, read),
        edits=edits,
        edits_title=(
            f"The register’s file was edited {_times(len(edits))} in between; what that changed is "
            "included above"
        ),
        full=Ref(
            text="This version in full",
            url=link(version_address(path, blob), here) if blob else "",
        ),
        sheet=Ref(text="These changes as a sheet to print", url=sheet),
    )


def _notes(version: Version) -> Iterator[str]:
    read = version.read
    yield came(read)
    yield from filter(None, [beside_words([version])])
    if version.edited:
        yield EDITED
    elif not read.withheld and restates(read.case):
        yield RESTATED
    if not version.edited and not read.withheld and read.case.change:
        change = read.case.change
        yield f"Reason given ({change.kind.value}): {ended(change.reason)}"
    yield from map(removed_words, read.removed)


def _edits(version: Version, before: Version | None, shelf: Shelf) -> Iterator[EditView]:
    last = before.read if before else None
    for number, read in enumerate(version.folded, 1):
        found = shelf.changes(last, read) if last else ()
        yield EditView(
            title=f"Edit {number}, {day_of(read)}",
            groups=change_groups(found),
            same="" if found else no_change(last, read) if last else CAME,
        )
        last = read


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number) or count(number, "time")
