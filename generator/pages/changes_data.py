"""Every step of every case as data: ``api/v1/changes.json``.

What the pages on meetings and the feeds say in sentences stands here for programs, with the topic
of each sentence, and for an amount what it was and is. A step goes from one version to the next;
the first says that the case came, the last, of a case that was taken out, that it went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.case_data import SCHEMA
from generator.pages.changed import Followed, withdrawn
from generator.pages.json_lines import lines_of, long_list, one_line
from generator.pages.steps import CaseSteps, Lines, Turn, case_steps, turns_with_lines
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case
    from generator.pages.figure_data import Data
    from generator.pages.shelf import Shelf

CHANGES_FILE = "api/v1/changes.json"


def changes_file(shelf: Shelf) -> Asset:
    """The steps of all cases, in the order of their paths, each from its first version on."""
    history = shelf.chronicle()
    head = {
        "as_at": one_line(shelf.as_at.isoformat()),
        "schema": one_line(SCHEMA),
        "known": one_line(history.known),
        "complete": one_line(history.complete),
    }
    standing = (shelf.kept(change_lines, path) for path in sorted(shelf.paths()))
    gone = map(_lines, withdrawn(shelf))
    pieces = filter(None, (*standing, *gone))
    return Asset(address=CHANGES_FILE, body=long_list(head, "changes", pieces))


def change_lines(case: Case, shelf: Shelf) -> bytes:
    """The lines of all steps of one case in it, as they stand in the list."""
    return _lines(Followed(steps=case_steps(case, shelf)))


def _lines(case: Followed) -> bytes:
    return lines_of(map(one_line, _steps(case)))


def _steps(case: Followed) -> Iterator[Data]:
    steps = case.steps
    for turn, lines in turns_with_lines(steps):
        yield _step(steps, turn, lines) | ({"url": steps.page} if case.is_gone else {})
    if case.is_gone:
        last = steps.points[-1] if steps.points else None
        yield {
            "case": steps.path,
            "did": "withdrawn",
            "from": last.blob if last else None,
            "to": None,
            "time": case.went.isoformat() if case.went else None,
            "url": steps.page,
        }


def _step(steps: CaseSteps, turn: Turn, lines: Lines) -> Data:
    point = steps.points[turn.point]
    before = steps.points[turn.before] if turn.before is not None else None
    return {
        "case": steps.path,
        "did": "changed" if before else "added",
        "from": before.blob if before else None,
        "to": point.blob or None,
        "label": turn.name,
        "edited": turn.edited,
        "time": point.time.isoformat() if point.time else None,
        "change": {"kind": turn.kind, "reason": turn.reason} if turn.kind else None,
        "shown": point.shown and (before is None or before.shown),
        "url": _url(steps, turn),
        "sentences": [
            {"topic": one.topic, "text": one.text, "before": one.before, "after": one.after}
            for one in lines.lines
        ],
        "more": lines.more,
    }


def _url(steps: CaseSteps, turn: Turn) -> str:
    """The sheet on the step where there is one, else the page on all of them."""
    if turn.before is None or not (
        steps.points[turn.before].blob and steps.points[turn.point].blob
    ):
        return steps.url
    return steps.step_url(turn.before, turn.point)
