"""How a command speaks: messages for a person, exit codes, and what the machine could not do.

Data goes to standard output, messages to standard error. Exit codes: 0 fine, 1
problems in the content, 2 wrong use, 3 the machine or the site engine failed. Colour
only helps on a terminal and never carries a meaning alone.
"""

from __future__ import annotations

import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

from rich.console import Console
from rich.text import Text

from generator.reading.report import problem_line
from generator.site.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.core.problems import Problem

CONTENT, USE, MACHINE = 1, 2, 3
ROOT = Path()

P = ParamSpec("P")


def say(text: str, style: str = "") -> None:
    """A message for a person, on standard error."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)
    console.print(Text(text, style=style))


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Turn what the machine could not do into one line and exit code 3."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        try:
            command(*arguments, **options)
        except SiteError as error:
            say(str(error), "red")
        except OSError as error:
            say(f"{error.filename or 'A file'} cannot be used: {error.strerror}.", "red")
        else:
            return
        sys.exit(MACHINE)

    return run


def say_problems(problems: Sequence[Problem]) -> None:
    """Each problem on a line of its own."""
    for problem in problems:
        say(problem_line(problem), "red")


def counted(number: int, thing: str) -> str:
    """``1 case``, ``1,200 files``, ``0 problems``."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
