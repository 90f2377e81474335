"""How a problem is written down: as a line, as data, or for a forge's pages.

One problem, several readers: a person at a terminal, a program, the lines of a pull
request. Each form is made here from the same record, and none of them decides
anything about it.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.problems import Place, Problem

# A forge takes a summary of a mebibyte at most, and shows none that is longer.
MOST_IN_SUMMARY = 500


def problem_line(problem: Problem) -> str:
    """``path:line:column: [code] what was read; expected what; what to do``, on one line."""
    place = problem.place
    where = f"{place.path}:{place.line}:{place.column}"
    return without_commands(f"{where}: [{problem.fault.code}] {sentence(problem)}")


def without_commands(line: str) -> str:
    """A line that a forge's log takes for words.

    GitHub's runner takes ``##[`` for a command wherever it stands in a line (actions/runner,
    ``ActionCommand.TryParse``), so that a case could switch off the notes on its own lines.
    """
    return line.replace("##[", "# #[")


def sentence(problem: Problem) -> str:
    """What was read, what was expected and what to do."""
    fault = problem.fault
    return " ".join(f"{fault.read}; expected {fault.expected}; {fault.remedy}".split())


def as_record(problem: Problem) -> dict[str, str | int]:
    """The problem as data."""
    place, fault = problem.place, problem.fault
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "code": fault.code,
        "read": fault.read,
        "expected": fault.expected,
        "remedy": fault.remedy,
    }


def as_annotation(problem: Problem) -> str:
    """The problem on its line of a pull request."""
    return annotation("error", problem.place, problem.fault.code, sentence(problem))


def annotation(kind: str, place: Place, title: str, text: str) -> str:
    """A log command with which GitHub puts a note on a line of a pull request.

    Escaped as GitHub's own toolkit does it (actions/toolkit, ``command.ts``). `kind` is
    ``error``, ``warning`` or ``notice``.
    """
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    return f"::{kind} {where},title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_markdown(problems: Sequence[Problem]) -> str:
    """All problems for the summary of a proposal: a heading for each file, a line for each.

    What stands in a case is shown as it was typed: nothing in it becomes a heading, a link or
    a picture here.
    """
    if not problems:
        return "## Nothing to mend\n\nNo problems were found.\n"
    lines = ["## What has to be mended"]
    for path, those in groupby(problems[:MOST_IN_SUMMARY], lambda problem: problem.place.path):
        lines += ["", f"### {escaped(path)}", ""]
        lines += [f"- Line {one.place.line}: {escaped(sentence(one))}" for one in those]
    if len(problems) > MOST_IN_SUMMARY:
        lines += ["", f"{len(problems) - MOST_IN_SUMMARY:,} more are not shown here."]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Words that mean nothing to Markdown (CommonMark 0.31, 2.4: any sign may be escaped)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))
