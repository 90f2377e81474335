"""The register as it was at a commit, read from the history as it is read from its folder.

What a proposal does to the register can only be told by holding the whole register before it
against the whole register after it: a figure of one case may disagree with that of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.history.following import case_of
from generator.history.git import contents, tree
from generator.reading.files import COUNCIL_FILE, MOST_BYTES, REGISTER_FILES, decode
from generator.reading.register import Register, register_of

if TYPE_CHECKING:
    from pathlib import Path


def register_at(root: Path, commit: str) -> Register:
    """The register in the folder `root` as it was at a commit; files too large are left out."""
    listed = tree(root, commit) or {}
    names = {path: name for path, name in sorted(listed.items()) if case_of(path) or _is_list(path)}
    bodies = dict(contents(root, [*dict.fromkeys(names.values())], max(MOST_BYTES.values())))
    return register_of(
        decode(body, path)
        for path, name in names.items()
        if (body := bodies.get(name)) is not None
        and len(body) <= MOST_BYTES[path[path.rindex(".") :]]
    )


def _is_list(path: str) -> bool:
    _, *folders, name = path.split("/")
    return name in REGISTER_FILES if not folders else len(folders) == 1 and name == COUNCIL_FILE
