"""What the audit found, each at its place in a file: what ``casebook check`` prints after problems.

A problem is a fault in the file, which an officer mends. A finding is what the document's own
figures say of each other; it stands here too, because it may come from a figure that was copied
amiss, and whoever has just typed it is the first who can tell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit.audit import audit
from generator.audit.findings import Finding, Level
from generator.core.operands import HEADLINE
from generator.core.problems import Place
from generator.reading.report import annotation, escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.core.case import Case
    from generator.reading.load import Loaded
    from generator.reading.register import Register

MOST_IN_SUMMARY = 100  # beside the problems, of which a summary shows more
NEW_HEADING = "## What the figures say of each other, and did not before"
NOTHING_NEW = "Nothing new was found on the figures."
# GitHub calls them so; an error is left to what has to be mended.
ANNOTATIONS = {Level.ERROR: "warning", Level.WARNING: "notice", Level.NOTE: "notice"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A finding, and where the figure that it is about stands in its file."""

    place: Place
    finding: Finding


def placed_findings(register: Register, wanted: Callable[[str], bool]) -> tuple[Placed, ...]:
    """The findings on the cases whose file is `wanted`, by file, the gravest first.

    The whole register is at hand for figures of other cases.
    """
    cases = {path: loaded.case for path, loaded in register.cases.items()}
    return tuple(
        Placed(place=_place(loaded, finding), finding=finding)
        for _, loaded in sorted(register.cases.items())
        if wanted(loaded.places.file)
        for finding in audit(
            loaded.case, cases, register.councils.get(loaded.case.id.council)
        ).findings
    )


def new_since(found: Sequence[Placed], before: Sequence[Placed]) -> tuple[Placed, ...]:
    """The findings that were not there before, wherever in its file each stood.

    What was found on a file that is no longer there may stand on a file that took its place.
    """
    stood = Counter((placed.place.path, *_said(placed)) for placed in before)
    new = [placed for placed in found if not _taken(stood, (placed.place.path, *_said(placed)))]
    there = {placed.place.path for placed in found}
    moved = Counter(key[1:] for key in stood.elements() if key[0] not in there)
    return tuple(placed for placed in new if not _taken(moved, _said(placed)))


def _said(placed: Placed) -> tuple[str, ...]:
    finding = placed.finding
    return (finding.code, finding.level, finding.title)


def _taken(stood: Counter[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    """Whether one of these is left, which is then gone."""
    there = stood[key] > 0
    stood[key] -= there
    return there


def reaches(found: Sequence[Placed], level: str | None) -> bool:
    """Whether any finding is of this level or a graver one; of no level, none is."""
    levels = list(Level)
    grave = levels[: levels.index(Level(level)) + 1] if level else []
    return any(placed.finding.level in grave for placed in found)


def finding_line(placed: Placed) -> str:
    """``path:line:column: level [code] title``, on one line."""
    place, finding = placed.place, placed.finding
    title = " ".join(finding.title.split())
    return f"{place.path}:{place.line}:{place.column}: {finding.level} [{finding.code}] {title}"


def finding_record(placed: Placed) -> dict[str, object]:
    """The finding as data."""
    place, finding = placed.place, placed.finding
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "code": finding.code,
        "level": finding.level.value,
        "title": finding.title,
        "explanation": finding.explanation,
        "assumption": finding.assumption or None,
        "working": finding.working.text if finding.working else None,
        "question": finding.question,
        "cases": list(finding.cases),
    }


def finding_annotation(placed: Placed) -> str:
    """A note on the line of a pull request; see ``report.as_annotation``."""
    kind = ANNOTATIONS[placed.finding.level]
    return annotation(kind, placed.place, placed.finding.code, placed.finding.title)


def findings_markdown(found: Sequence[Placed], *, new: bool = False) -> str:
    """The findings for the summary of a proposal; of notes only how many there are.

    With `new` they are those that were not there before.
    """
    shown = [placed for placed in found if placed.finding.level is not Level.NOTE]
    lines = ["", NEW_HEADING if new else "## What the figures say of each other", ""]
    lines += [
        f"- {escaped(placed.place.path)}, line {placed.place.line}: "
        f"{escaped(placed.finding.title)} ({placed.finding.level})"
        for placed in shown[:MOST_IN_SUMMARY]
    ]
    if len(shown) > MOST_IN_SUMMARY:
        lines += ["", f"{len(shown) - MOST_IN_SUMMARY:,} more are not shown here."]
    notes = len(found) - len(shown)
    lines += ["", f"Notes on rounding and details: {notes:,}."] if notes else []
    lines += [NOTHING_NEW] if new and not found else []
    return "\n".join(lines) + "\n" if found or new else ""


def _place(loaded: Loaded, finding: Finding) -> Place:
    """Where the first figure of the finding that is this case's own stands."""
    own = str(loaded.case.id)
    names = (where.figure.name for where in finding.where if where.figure.case == own)
    name = next(names, "")
    return loaded.places.of(_path(loaded.case, name)) if name else Place(path=loaded.places.file)


def _path(case: Case, name: str) -> tuple[str | int, ...]:
    """The way to a figure's value in its file; see ``Loaded.places``."""
    head, *rest = name.split(".")
    if head == HEADLINE:
        return (HEADLINE, *(rest[:1] or ("amount",)))
    listed = (
        ("tables", case.tables, ()),
        ("figures", case.figures, ("amount",)),
        ("claims", case.claims, ("value",)),
        ("benefits", case.benefits, ()),
    )
    for field, things, value in listed:
        if any(thing.id == head for thing in things):
            return (field, head, *_heading(case, head, rest), *value)
    return (head, *rest)


def _heading(case: Case, head: str, rest: Sequence[str]) -> Iterator[str | int]:
    """The rest of a name; of a column alone the way to its heading, which is in no row."""
    table = next((table for table in case.tables if table.id == head), None)
    if table and len(rest) == 1 and any(column.id == rest[0] for column in table.columns):
        yield 0
    yield from rest
