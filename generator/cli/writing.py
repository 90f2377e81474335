"""The commands that write case files: ``new`` begins one, ``fmt`` puts those there are in order."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.asked import is_below, known_paths
from generator.cli.saying import CONTENT, ROOT, USE, guarded, say
from generator.core.problems import Fault, Problem
from generator.core.words import Kind
from generator.reading.report import problem_line

if TYPE_CHECKING:
    from generator.reading.files import RawFile


@click.command("new", epilog='Example: casebook new plymouth 2014/15 "Shared library service"')
@click.argument("council")
@click.argument("plan_year")
@click.argument("title")
@click.option(
    "--kind", default=Kind.BUSINESS_CASE.value, show_default=True,
    type=click.Choice([kind.value for kind in Kind]), help="What sort of document it is.",
)  # fmt: skip
@click.option("--reference", help="The reference that the document gives the case.")
@click.option("--source", help="Key of the document in cases/sources.yml.")
@guarded
def new_command(  # noqa: PLR0913 - one argument for each of the command's
    *,
    council: str,
    plan_year: str,
    title: str,
    kind: str,
    reference: str | None,
    source: str | None,
) -> None:
    """Begin a case file, with the fields that its kind needs and a word on each."""
    from generator.writing.disk import write_text
    from generator.writing.new import new_case

    made = new_case(Kind(kind), title, council, plan_year, reference=reference, source=source)
    if isinstance(made, Fault):
        say(f"{made.read}; expected {made.expected}; {made.remedy}", "red")
        sys.exit(USE)
    path, text = made
    if (ROOT / path).exists():
        say(f"{path} is there already and was left as it is.", "red")
        sys.exit(USE)
    write_text(ROOT / path, text)
    click.echo(path)
    say("Fill in the fields, then run: casebook check", "bold")


@click.command("fmt", epilog="Example: casebook fmt cases/plymouth")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_look", is_flag=True, help="Change nothing; fail if a file would change."
)
@guarded
def fmt_command(paths: tuple[Path, ...], *, only_look: bool) -> None:
    """Put case files into their usual order and line up their tables.

    Comments, spellings and numbers stay as they were typed.
    """
    from generator.reading.files import raw_files

    known_paths(paths)
    failed = False
    for found in raw_files(ROOT):
        if isinstance(found, Problem):
            if is_below(found.place.path, paths):
                say(problem_line(found), "red")
                failed = True
        elif found.path.endswith(".md") and is_below(found.path, paths):
            failed |= not _lay_out(found, only_look=only_look)
    if failed:
        sys.exit(CONTENT)


def _lay_out(file: RawFile, *, only_look: bool) -> bool:
    """Put one case file into its usual form; whether it has that form now.

    Its bytes are compared, not its text, from which a byte order mark and the line ends of
    other systems are gone already.
    """
    from generator.reading.files import decode
    from generator.writing.disk import write_text
    from generator.writing.fmt import format_case

    found = decode(file.content, file.path)
    if isinstance(found, Problem):
        say(problem_line(found), "red")
        return False
    formatted = format_case(found.text)
    if isinstance(formatted, Fault):
        say(f"{file.path}: left as it is: {formatted.read}; {formatted.remedy}", "red")
        return False
    if formatted.encode("utf-8") == file.content:
        return True
    click.echo(file.path)
    if not only_look:
        write_text(ROOT / file.path, formatted)
    return not only_look
