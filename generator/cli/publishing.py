"""The commands that make a site of the register: ``build`` to publish it, ``serve`` to see it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.saying import CONTENT, MACHINE, ROOT, counted, guarded, say, say_problems
from generator.pipeline import build
from generator.reading.report import without_commands
from generator.search.index import index_site

if TYPE_CHECKING:
    from generator.built import Built
    from generator.site.links import BrokenLink


@click.command("build", epilog="Example: casebook build --site-dir site")
@click.option(
    "--site-dir", default="site", show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that the site is published to.",
)  # fmt: skip
@click.option("--clean", is_flag=True, help="Write every file anew.")
@click.option("--production", is_flag=True, help="Publish for the public: refuse any problem.")
@guarded
def build_command(site_dir: Path, *, clean: bool, production: bool) -> None:
    """Publish the register as a site."""
    built = build(ROOT, site_dir, production=production, clean=clean)
    say_problems(built.problems)
    for lack in built.missing:
        say(f"mkdocs.yml: {lack}", "red")
    for link in built.broken:
        say(f"{site_dir}/{_broken(link)}", "red")
    if built.broken:
        sys.exit(MACHINE)
    if built.change is None:
        say("Nothing was published.", "bold")
        sys.exit(CONTENT)
    say(_published(built, site_dir), "bold")
    if built.problems:
        sys.exit(CONTENT)


def _published(built: Built, site_dir: Path) -> str:
    written = len(built.change.move) if built.change else 0
    cases, files = counted(built.cases, "case"), counted(built.files, "file")
    return f"{cases} published to {site_dir}/: {files}, {written:,} of them new or changed."


@click.command("serve", epilog="Example: casebook serve --port 8001")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535),
    help="Port on this machine; 0 for any that is free.",
)  # fmt: skip
@guarded
def serve_command(port: int) -> None:
    """Show the register in a browser while it is edited.

    Every page shows what was saved a moment later. Only this machine can see it.
    """
    from generator.site.serve import serve

    serve(ROOT, port, build=_preview, index=index_site, say=say)


def _preview(site_dir: Path) -> str:
    """Build for `casebook serve`; what is wrong with the site as a whole, in words."""
    built = build(ROOT, site_dir, indexed=False, broken=True)
    say_problems(built.problems)
    return "\n".join(map(_broken, built.broken))


def _broken(link: BrokenLink) -> str:
    return without_commands(f"{link.page}:{link.line}: “{link.link}” leads nowhere: {link.why}")
