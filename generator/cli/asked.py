"""What a command is given: files and folders of the register, states of it, and which are none."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.saying import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.history.between import Unknown


def known_paths(paths: Sequence[Path]) -> None:
    """End the command where one of the paths that were typed is not there."""
    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"there is no “{path}” here", param_hint="PATHS")


def is_below(file: str, paths: Sequence[Path]) -> bool:
    """Whether a file of the register is one of `paths` or in one; where there are none, yes."""
    here = (ROOT / file).absolute()
    return not paths or any(here.is_relative_to(path.absolute()) for path in paths)


def unknown_words(what: Unknown) -> str:
    """What is said of a revision that the history does not have."""
    from generator.history.git import unread

    if not what.revision and unread(ROOT):
        return "git could not read this folder’s history. Run: git status; it names what is wrong."
    if not what.revision:
        return "This folder has no history in git, so there is nothing to compare."
    return (
        f"The history has nothing called “{what.revision}”. Name a branch, a tag or a commit; a "
        "copy that holds only the latest part of the history may lack it."
    )


def nowhere_words(path: Path, files: Sequence[str]) -> str:
    """What is said of a path that neither of two states has."""
    typed = path.as_posix()
    folders = {Path(file).parent.as_posix() for file in files}
    near = get_close_matches(typed, [*files, *sorted(folders)], n=1)
    meant = f" Did you mean “{near[0]}”?" if near else ""
    return (
        f"Neither of the two states has “{typed}” among its cases.{meant} Name a file or a "
        "folder as it is in one of them, such as cases/plymouth; git ls-files cases lists them."
    )
