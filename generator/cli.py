"""The commands, and the only place that prints.

Data goes to standard output, messages to standard error. Exit codes: 0 fine, 1
problems in the content, 2 wrong use, 3 the machine or the site engine failed. Colour
only helps on a terminal and never carries a meaning alone.
"""

from __future__ import annotations

import sys
from collections import Counter
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click
from rich.console import Console
from rich.text import Text

from generator.audit.findings import Level
from generator.core.problems import Fault, Problem
from generator.core.words import Kind
from generator.forms import CHECKED, TOLD
from generator.pipeline import build
from generator.reading.report import problem_line, without_commands
from generator.search.index import index_site
from generator.site.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.built import Built
    from generator.history.between import Unknown
    from generator.reading.files import RawFile
    from generator.reading.found import Placed
    from generator.reading.register import Register
    from generator.site.links import BrokenLink

CONTENT, USE, MACHINE = 1, 2, 3
ROOT = Path()

P = ParamSpec("P")


def _out() -> Console:
    return Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


def _say(text: str, style: str = "") -> None:
    """A message for a person, on standard error."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)
    console.print(Text(text, style=style))


def _guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Turn what the machine could not do into one line and exit code 3."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        try:
            command(*arguments, **options)
        except SiteError as error:
            _say(str(error), "red")
        except OSError as error:
            _say(f"{error.filename or 'A file'} cannot be used: {error.strerror}.", "red")
        else:
            return
        sys.exit(MACHINE)

    return run


@click.group(epilog="Example: casebook build")
@click.version_option(package_name="casebook")
def main() -> None:
    """Keep a public register of council business cases.

    Run it in the register's folder, the one that holds cases/ and mkdocs.yml.
    """


@main.command("build", epilog="Example: casebook build --site-dir site")
@click.option(
    "--site-dir", default="site", show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that the site is published to.",
)  # fmt: skip
@click.option("--clean", is_flag=True, help="Write every file anew.")
@click.option("--production", is_flag=True, help="Publish for the public: refuse any problem.")
@_guarded
def build_command(site_dir: Path, *, clean: bool, production: bool) -> None:
    """Publish the register as a site."""
    built = build(ROOT, site_dir, production=production, clean=clean)
    _print_problems(built.problems)
    for lack in built.missing:
        _say(f"mkdocs.yml: {lack}", "red")
    for link in built.broken:
        _say(f"{site_dir}/{_broken(link)}", "red")
    if built.broken:
        sys.exit(MACHINE)
    if built.change is None:
        _say("Nothing was published.", "bold")
        sys.exit(CONTENT)
    _say(_published(built, site_dir), "bold")
    if built.problems:
        sys.exit(CONTENT)


def _published(built: Built, site_dir: Path) -> str:
    written = len(built.change.move) if built.change else 0
    cases, files = _count(built.cases, "case"), _count(built.files, "file")
    return f"{cases} published to {site_dir}/: {files}, {written} of them new or changed."


@main.command("serve", epilog="Example: casebook serve --port 8001")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535),
    help="Port on this machine; 0 for any that is free.",
)  # fmt: skip
@_guarded
def serve_command(port: int) -> None:
    """Show the register in a browser while it is edited.

    Every page shows what was saved a moment later. Only this machine can see it.
    """
    from generator.site.serve import serve

    serve(ROOT, port, build=_preview, index=index_site, say=_say)


def _preview(site_dir: Path) -> str:
    """Build for `casebook serve`; what is wrong with the site as a whole, in words."""
    built = build(ROOT, site_dir, indexed=False, broken=True)
    _print_problems(built.problems)
    return "\n".join(map(_broken, built.broken))


def _broken(link: BrokenLink) -> str:
    return without_commands(f"{link.page}:{link.line}: “{link.link}” leads nowhere: {link.why}")


@main.command(epilog="Example: casebook check cases/plymouth --fail-on error")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", default="text", show_default=True,
    type=click.Choice(CHECKED),
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
@_guarded
def check(paths: tuple[Path, ...], form: str, fail_on: str | None, since: str | None) -> None:
    """Say what has to be mended in the cases, and where their figures do not agree.

    The whole register is read, since some mistakes show between two files only. With
    PATHS, files or folders, what is wrong elsewhere is left out.
    """
    from generator.history.register_at import register_at
    from generator.reading.checked import checked_lines
    from generator.reading.found import new_since, placed_findings, reaches
    from generator.reading.register import load_register

    _known_paths(paths)
    commit = _earlier(since) if since else ""
    register = load_register(ROOT)
    problems = _below(register.problems, paths)
    found = placed_findings(register, lambda file: _is_below(file, paths))
    if commit:
        found = new_since(found, placed_findings(register_at(ROOT, commit), lambda _: True))
    for line in checked_lines(problems, found, form, new=bool(commit)):
        click.echo(line)
    _say(_summary(register, paths, problems, found), "bold")
    if problems or reaches(found, fail_on):
        sys.exit(CONTENT)


def _earlier(revision: str) -> str:
    """The commit that is meant; ends the command where there is none."""
    from generator.history.between import Ends, Unknown, ends_of

    ends = ends_of(ROOT, revision)
    if isinstance(ends, Ends) and not ends.later:
        return ends.earlier
    _say(_unknown(ends if isinstance(ends, Unknown) else Unknown(revision=revision)), "red")
    sys.exit(USE if isinstance(ends, Ends) or ends.revision else MACHINE)


def _summary(
    register: Register,
    paths: Sequence[Path],
    problems: Sequence[Problem],
    found: Sequence[Placed],
) -> str:
    read = sum(1 for loaded in register.cases.values() if _is_below(loaded.places.file, paths))
    mend = _count(len(problems), "problem") if problems else "no problems"
    levels = Counter(placed.finding.level for placed in found)
    said = ", ".join(_count(levels[level], level.value) for level in Level if levels[level])
    return f"{_count(read, 'case')} read, {mend}{f'; findings: {said}' if said else ''}."


def _known_paths(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"there is no “{path}” here", param_hint="PATHS")


def _below(problems: Sequence[Problem], paths: Sequence[Path]) -> list[Problem]:
    return [problem for problem in problems if _is_below(problem.place.path, paths)]


def _is_below(file: str, paths: Sequence[Path]) -> bool:
    here = (ROOT / file).absolute()
    return not paths or any(here.is_relative_to(path.absolute()) for path in paths)


@main.command("new", epilog='Example: casebook new plymouth 2014/15 "Shared library service"')
@click.argument("council")
@click.argument("plan_year")
@click.argument("title")
@click.option(
    "--kind", default=Kind.BUSINESS_CASE.value, show_default=True,
    type=click.Choice([kind.value for kind in Kind]), help="What sort of document it is.",
)  # fmt: skip
@click.option("--reference", help="The reference that the document gives the case.")
@click.option("--source", help="Key of the document in cases/sources.yml.")
@_guarded
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
        _say(f"{made.read}; expected {made.expected}; {made.remedy}", "red")
        sys.exit(USE)
    path, text = made
    if (ROOT / path).exists():
        _say(f"{path} is there already and was left as it is.", "red")
        sys.exit(USE)
    write_text(ROOT / path, text)
    click.echo(path)
    _say("Fill in the fields, then run: casebook check", "bold")


@main.command("fmt", epilog="Example: casebook fmt cases/plymouth")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_look", is_flag=True, help="Change nothing; fail if a file would change."
)
@_guarded
def fmt_command(paths: tuple[Path, ...], *, only_look: bool) -> None:
    """Put case files into their usual order and line up their tables.

    Comments, spellings and numbers stay as they were typed.
    """
    from generator.reading.files import raw_files

    _known_paths(paths)
    failed = False
    for found in raw_files(ROOT):
        if isinstance(found, Problem):
            if _is_below(found.place.path, paths):
                _say(problem_line(found), "red")
                failed = True
        elif found.path.endswith(".md") and _is_below(found.path, paths):
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
        _say(problem_line(found), "red")
        return False
    formatted = format_case(found.text)
    if isinstance(formatted, Fault):
        _say(f"{file.path}: left as it is: {formatted.read}; {formatted.remedy}", "red")
        return False
    if formatted.encode("utf-8") == file.content:
        return True
    click.echo(file.path)
    if not only_look:
        write_text(ROOT / file.path, formatted)
    return not only_look


@main.command("diff", epilog="Example: casebook diff main..HEAD cases/plymouth")
@click.argument("revisions", metavar="A..B")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", default="text", show_default=True, type=click.Choice(TOLD),
    help="How the changes are printed.",
)  # fmt: skip
@click.option("--exit-code", is_flag=True, help="End with 1 where something differs, else with 0.")
@_guarded
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
        _say(_unknown(ends), "red")
        sys.exit(USE if ends.revision else MACHINE)
    files = files_of(ROOT, ends) if paths else ()
    unknown = [path for path in paths if not any(_is_below(file, [path]) for file in files)]
    for path in unknown:
        _say(_nowhere(path, files), "red")
    if unknown:
        sys.exit(USE)
    removals = load_known(ROOT).removals()
    if removals is None:
        _say(
            "What was removed cannot be told from cases/redactions.yml. Run: casebook check", "red"
        )
        sys.exit(CONTENT)
    different = differences(ROOT, ends, lambda file: _is_below(file, paths))
    found = told(without_removed(ROOT, different, removals), Standing(ROOT))
    for line in told_lines(found, form):
        click.echo(line)
    _say(told_summary(found), "bold")
    if exit_code and found:
        sys.exit(CONTENT)


def _unknown(what: Unknown) -> str:
    from generator.history.git import unread

    if not what.revision and unread(ROOT):
        return "git could not read this folder’s history. Run: git status; it names what is wrong."
    if not what.revision:
        return "This folder has no history in git, so there is nothing to compare."
    return (
        f"The history has nothing called “{what.revision}”. Name a branch, a tag or a commit; a "
        "copy that holds only the latest part of the history may lack it."
    )


def _nowhere(path: Path, files: Sequence[str]) -> str:
    """What is said of a path that neither of two states has."""
    typed = path.as_posix()
    folders = {Path(file).parent.as_posix() for file in files}
    near = get_close_matches(typed, [*files, *sorted(folders)], n=1)
    meant = f" Did you mean “{near[0]}”?" if near else ""
    return (
        f"Neither of the two states has “{typed}” among its cases.{meant} Name a file or a "
        "folder as it is in one of them, such as cases/plymouth; git ls-files cases lists them."
    )


def _print_problems(problems: Sequence[Problem]) -> None:
    """Each problem on a line of its own."""
    for problem in problems:
        _say(problem_line(problem), "red")


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
