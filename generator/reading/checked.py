"""All that ``casebook check`` has to say, problems and then findings, in the form asked for.

An officer reads lines at a terminal, a program reads JSON, and a forge shows notes beside the
lines of a proposal or a summary above it. What is said is the same; only the form differs.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.reading.found import (
    finding_annotation,
    finding_line,
    finding_record,
    findings_markdown,
)
from generator.reading.report import as_annotation, as_markdown, as_record, problem_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.problems import Problem
    from generator.reading.found import Placed

# A forge shows no more annotations of one step, and drops the others without a word.
MOST_ANNOTATIONS = 10


def checked_lines(
    problems: Sequence[Problem], found: Sequence[Placed], form: str, *, new: bool = False
) -> list[str]:
    """What goes to standard output, line by line, in one of the forms of ``casebook check``.

    With `new` the findings are those that an earlier state of the register did not have.
    """
    plain = [*map(problem_line, problems), *map(finding_line, found)]
    match form:
        case "json":
            data = {
                "problems": [as_record(problem) for problem in problems],
                "findings": [finding_record(placed) for placed in found],
            }
            return [json.dumps(data, indent=1, ensure_ascii=False)]
        case "markdown":
            whole = as_markdown(problems) + findings_markdown(found, new=new)
            return whole.splitlines()
        case "github":
            notes = [*map(as_annotation, problems), *map(finding_annotation, found)]
            return [*notes[:MOST_ANNOTATIONS], *plain[MOST_ANNOTATIONS:]]
        case _:
            return plain
