"""A command starts at once because it loads only what it needs: held by what is loaded, not timed.

A build that finds nothing changed, and a check after every keystroke of an editor, take no longer
than loading the program does. One import at the wrong place brings a whole library back.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DRAWING = {"altair", "vl_convert", "jinja2", "mkdocs", "material"}
READING = {"yaml", "markdown_it", "pydantic", "nh3"}
WRITING = {"ruamel"}
WEB = {"http.server", "urllib.request"}
ALL = DRAWING | READING | WRITING | WEB

# What a command is asked, and what it has no use for.
COMMANDS = {
    "--help": ALL,
    "build --help": ALL,
    "diff --help": ALL,
    "check": DRAWING | WRITING,
    "fmt --check": DRAWING | WEB,
    'new northtown 2018/19 "Shared library service"': DRAWING | WEB,
}


def _loaded(what: str, among: set[str], folder: Path, *arguments: str) -> set[str]:
    """Of those named, what Python has loaded once it has done `what`."""
    lines = f"""
import contextlib, sys
among = sys.argv.pop().split()
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(sys.stderr):
    {what}
print(*(name for name in among if name in sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", lines, *arguments, " ".join(among)],
        cwd=folder, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return set(done.stdout.split())


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with one case."""
    plan = tmp_path / "cases" / "northtown" / "2018-19"
    plan.mkdir(parents=True)
    (plan / "library.md").write_text("---\ntitle: Library\n---\n\nWords.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_loads_nothing_that_it_has_no_use_for(command: str, register: Path) -> None:
    unused = COMMANDS[command]
    main = "from generator.cli import main; main()"
    loaded = _loaded(main, unused, register, *shlex.split(command))
    assert not loaded, f"casebook {command} loads {sorted(loaded)} and needs none of it"


def test_to_find_that_nothing_has_changed_no_library_is_loaded(tmp_path: Path) -> None:
    loaded = _loaded("import generator.pipeline", ALL, tmp_path)
    assert not loaded, f"a build loads {sorted(loaded)} before it knows whether it needs them"
