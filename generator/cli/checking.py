"""The command ``check``: what has to be mended in the cases, and which figures do not agree.

Problems are for whoever edits a file; findings are about what a document prints.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.audit.findings import Level
from generator.cli.asked import is_below, known_paths, unknown_words
from generator.cli.saying import CONTENT, MACHINE, ROOT, USE, counted, guarded, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.problems import Problem
    from generator.reading.found import Placed
    from generator.reading.register import Register


FORMS = ("text", "json", "github", "markdown")  # see ``reading.checked``


@click.command(epilog="Example: casebook check cases/plymouth --fail-on error")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", default="text", show_default=True,
    type=click.Choice(FORMS),
    help="How problems and findings are printed.",
)  # fmt: skip
@click.option(
    "--fail-on", "fail_on", type=click.Choice([Level.ERROR.value, Level.WARNING.value]),
    help="Findings of this level, or a graver one, end with 1 too; else only problems do.",
)  # fmt: skip
@click.option(
    "--since", metavar="A",
    help="Leave out findings that a branch, a tag or a commit had already; problems stay.",
)  # fmt: skip
@guarded
def check(paths: tuple[Path, ...], form: str, fail_on: str | None, since: str | None) -> None:
    """Say what has to be mended in the cases, and where their figures do not agree.

    The whole register is read, since some mistakes show between two files only. With
    PATHS, files or folders, what is wrong elsewhere is left out.
    """
    from generator.history.register_at import register_at
    from generator.reading.checked import checked_lines
    from generator.reading.found import new_since, placed_findings, reaches
    from generator.reading.register import load_register

    known_paths(paths)
    commit = _earlier(since) if since else ""
    register = load_register(ROOT)
    problems = _below(register.problems, paths)
    found = placed_findings(register, lambda file: is_below(file, paths))
    if commit:
        found = new_since(found, placed_findings(register_at(ROOT, commit), lambda _: True))
    for line in checked_lines(problems, found, form, new=bool(commit)):
        click.echo(line)
    say(_summary(register, paths, problems, found), "bold")
    if problems or reaches(found, fail_on):
        sys.exit(CONTENT)


def _earlier(revision: str) -> str:
    """The commit that is meant; ends the command where there is none."""
    from generator.history.between import Ends, Unknown, ends_of

    ends = ends_of(ROOT, revision)
    if isinstance(ends, Ends) and not ends.later:
        return ends.earlier
    say(unknown_words(ends if isinstance(ends, Unknown) else Unknown(revision=revision)), "red")
    sys.exit(USE if isinstance(ends, Ends) or ends.revision else MACHINE)


def _summary(
    register: Register,
    paths: Sequence[Path],
    problems: Sequence[Problem],
    found: Sequence[Placed],
) -> str:
    read = sum(1 for loaded in register.cases.values() if is_below(loaded.places.file, paths))
    mend = counted(len(problems), "problem") if problems else "no problems"
    levels = Counter(placed.finding.level for placed in found)
    said = ", ".join(counted(levels[level], level.value) for level in Level if levels[level])
    return f"{counted(read, 'case')} read, {mend}{f'; findings: {said}' if said else ''}."


def _below(problems: Sequence[Problem], paths: Sequence[Path]) -> list[Problem]:
    return [problem for problem in problems if is_below(problem.place.path, paths)]
