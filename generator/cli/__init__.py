"""The commands, and the only place that prints.

Each file holds commands that belong together; ``saying`` is how all of them speak.
"""

from __future__ import annotations

import click

from generator.cli.checking import check
from generator.cli.publishing import build_command, serve_command
from generator.cli.telling import diff
from generator.cli.writing import fmt_command, new_command


@click.group(epilog="Example: casebook build")
@click.version_option(package_name="casebook")
def main() -> None:
    """Keep a public register of council business cases.

    Run it in the register's folder, the one that holds cases/ and mkdocs.yml.
    """


for command in (build_command, serve_command, check, new_command, fmt_command, diff):
    main.add_command(command)
