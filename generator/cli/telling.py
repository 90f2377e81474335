"""The command ``diff``: what changed in the cases between two states of a register, told."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.asked import is_below, nowhere_words, unknown_words
from generator.cli.saying import CONTENT, MACHINE, ROOT, USE, guarded, say

FORMS = ("text", "markdown", "json")  # see ``pages.difference_text``


@click.command("diff", epilog="Example: casebook diff main..HEAD cases/plymouth")
@click.argument("revisions", metavar="A..B")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", default="text", show_default=True, type=click.Choice(FORMS),
    help="How the changes are printed.",
)  # fmt: skip
@click.option("--exit-code", is_flag=True, help="End with 1 where something differs, else with 0.")
@guarded
def diff(revisions: str, paths: tuple[Path, ...], form: str, *, exit_code: bool) -> None:
    """Say in sentences what changed in the cases between two states of the register.

    A and B are branches, tags or commits. A...B begins where the two parted, and A alone
    ends at the folder as it stands. With PATHS, files or folders, other cases are left out.
    """
    from generator.history.between import Standing, Unknown, differences, ends_of, files_of
    from generator.history.hidden import without_removed
    from generator.pages.difference_text import told, told_lines, told_summary
    from generator.reading.known import load_known

    ends = ends_of(ROOT, revisions)
    if isinstance(ends, Unknown):
        say(unknown_words(ends), "red")
        sys.exit(USE if ends.revision else MACHINE)
    files = files_of(ROOT, ends) if paths else ()
    unknown = [path for path in paths if not any(is_below(file, [path]) for file in files)]
    for path in unknown:
        say(nowhere_words(path, files), "red")
    if unknown:
        sys.exit(USE)
    removals = load_known(ROOT).removals()
    if removals is None:
        say("What was removed cannot be told from cases/redactions.yml. Run: casebook check", "red")
        sys.exit(CONTENT)
    different = differences(ROOT, ends, lambda file: is_below(file, paths))
    found = told(without_removed(ROOT, different, removals), Standing(ROOT))
    for line in told_lines(found, form):
        click.echo(line)
    say(told_summary(found), "bold")
    if exit_code and found:
        sys.exit(CONTENT)
