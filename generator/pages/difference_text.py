"""What ``casebook diff`` says: each case that differs, with its changes in sentences.

An officer reads it at a terminal before sending a proposal, a reviewer above the proposal, and a
program as data. The sentences are those of the pages, so that none of them says another thing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.sentences import what_changed
from generator.core.naming import NO_CASES
from generator.core.period_format import format_day
from generator.history.between import What
from generator.history.redact import comparable
from generator.pages.phrases import count, ended, sentence
from generator.pages.shelf import file_of, title_of
from generator.reading.report import escaped, without_commands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.changes.prose import Run
    from generator.changes.sentences import Sentence
    from generator.core.case import Case
    from generator.history.between import Difference
    from generator.history.versions import Removed

# A forge takes a summary of a mebibyte at most, and shows none that is longer.
MOST_IN_SUMMARY = 200  # sentences
MOST_CASES = 200
MOST_SIGNS = 600  # of one sentence there
MOST_PIECES = 3  # of a text that was changed in many places
HEADING = "## What changes in the register"
NOTHING = "No case says anything else than before."


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One case that differs, in words.

    Attributes:
        path: where it is, or was last.
        was: the path it had before; empty where that is the same.
        removed: what is not shown of it, and why, in sentences.
    """

    what: What
    path: str
    was: str
    title: str
    sentences: tuple[Sentence, ...]
    removed: tuple[str, ...] = ()


def told(found: Iterable[Difference], others: Mapping[str, Case] = NO_CASES) -> tuple[Told, ...]:
    """The differences in words, without files that differ in nothing that a case says.

    Args:
        found: the differences.
        others: cases of the register by path, for what their figures are called.
    """
    every = (_told(difference, others) for difference in found)
    return tuple(
        one
        for one in every
        if one.sentences or one.removed or one.was or one.what is not What.CHANGED
    )


def told_lines(found: Sequence[Told], form: str) -> list[str]:
    """What goes to standard output, line by line, in one of the forms of ``casebook diff``."""
    match form:
        case "json":
            return [json.dumps({"cases": [*map(_record, found)]}, indent=1, ensure_ascii=False)]
        case "markdown":
            return [*_markdown(found)]
        case _:
            return [line for one in found for line in _text(one)]


def told_summary(found: Sequence[Told]) -> str:
    """``2 cases changed, 1 case added.``."""
    numbers = {what: sum(1 for one in found if one.what is what) for what in What}
    said = [f"{count(number, 'case')} {what}" for what, number in numbers.items() if number]
    return sentence(f"{', '.join(said)}.") if said else NOTHING


def _told(difference: Difference, others: Mapping[str, Case]) -> Told:
    now, before = difference.now, difference.before
    sides = (before, now) if before and difference.what is What.CHANGED else (now,)
    hidden = any(read.withheld for read in sides)
    both = comparable(sides[0], now) if len(sides) > 1 and not hidden else None
    return Told(
        what=difference.what,
        path=now.state.path,
        was=difference.was,
        title=" ".join(title_of(now.case).split()),
        sentences=what_changed(*both, others) if both else (),
        removed=tuple(dict.fromkeys(_removed(one) for read in sides for one in read.removed)),
    )


def _removed(one: Removed) -> str:
    what = f"“{one.field}”" if one.what else "the whole case"
    when = format_day(one.date)
    return f"Not shown: {what}, removed on {when} by {one.authority}. {ended(one.reason)}"


def _text(one: Told) -> Iterator[str]:
    yield without_commands(f"{file_of(one.path)}: {one.title} ({_how(one)})")
    for said in one.sentences:
        yield without_commands(f"  - {' '.join(said.text.split())}")
        for runs in said.runs:
            words = "".join(_marked(run.did, run.text) for run in runs)
            yield without_commands(f"      {' '.join(words.split())}")
    for text in one.removed:
        yield without_commands(f"  - {' '.join(text.split())}")


def _marked(did: str, text: str) -> str:
    """Words as ``git diff --word-diff`` marks them: ``[-removed-]``, ``{+added+}``."""
    before, after = {"added": ("{+", "+}"), "removed": ("[-", "-]")}.get(did, ("", ""))
    return f"{before}{text}{after}"


def _how(one: Told) -> str:
    return f"{one.what}, moved from {file_of(one.was)}" if one.was else one.what.value


def _markdown(found: Sequence[Told]) -> Iterator[str]:
    """A heading for each case and a line for each sentence, as many as a forge shows."""
    yield from (HEADING, "")
    yield from ([] if found else [NOTHING])
    left = MOST_IN_SUMMARY
    for one in found[:MOST_CASES]:
        yield from (f"### {escaped(_cut(one.title))}", "")
        yield from (f"{escaped(file_of(one.path))} ({escaped(_how(one))})", "")
        for said in one.sentences[: max(left, 0)]:
            yield f"- {escaped(_cut(said.text))}"
            yield from (f"    - {_cut(_shown(runs))}" for runs in said.runs[:MOST_PIECES])
        yield from (f"- {escaped(_cut(text))}" for text in one.removed)
        more = len(one.sentences) - max(left, 0)
        left -= len(one.sentences) + 1
        if more > 0:
            yield f"- {count(more, 'further change')} not shown here"
        yield from ([""] if one.sentences or one.removed else [])
    if len(found) > MOST_CASES:
        yield f"{count(len(found) - MOST_CASES, 'further case')} not shown here."


def _shown(runs: Iterable[Run]) -> str:
    """A changed sentence for a forge: what went is struck through, what came is strong."""
    return "".join(_set(run.did, run.text) for run in runs)


def _set(did: str, text: str) -> str:
    """Markdown sets nothing whose mark stands beside a space, so spaces stay outside."""
    sign = {"added": "**", "removed": "~~"}.get(did, "")
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{escaped(words)}{sign}{after}"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MOST_SIGNS else f"{plain[:MOST_SIGNS]} …"


def _record(one: Told) -> dict[str, object]:
    return {
        "case": one.path,
        "was": one.was or None,
        "did": one.what.value,
        "title": one.title,
        "changes": [
            {
                "topic": said.topic.value,
                "text": said.text,
                "words": [[{"text": run.text, "did": run.did} for run in s] for s in said.runs],
            }
            for said in one.sentences
        ],
        "removed": list(one.removed),
    }
