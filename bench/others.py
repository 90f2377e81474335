"""The same text for two other makers of sites: plain MkDocs Material, and Hugo.

Each gets one Markdown page for each case: what the case's body says, word for word, below a
table of what its front matter says. Neither checks, adds up, links or draws anything, and
neither makes lists, data or a search index: it is the least that any site of these cases
would be, made by the one that Casebook builds on and by the fastest there is.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = Path(__file__).resolve().parent / "hugo"
PLAIN = """\
site_name: Cases
theme: {name: material}
plugins: []
nav: [index.md]
not_in_nav: "*"
"""
Tree = object  # what front matter holds: text, lists and groups of such


def write_mkdocs(register: Path, folder: Path) -> None:
    """A project for MkDocs with the theme Material as it comes, search switched off."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Cases\n", encoding="utf-8")
    for path, title, text in _pages(register):
        _write(folder / "docs" / path, f"# {title}\n\n{text}")


def write_hugo(register: Path, folder: Path) -> None:
    """A project for Hugo, with the templates beside this module."""
    shutil.copytree(TEMPLATES, folder)
    for path, title, text in _pages(register):
        _write(folder / "content" / path, f"---\ntitle: {json.dumps(title)}\n---\n\n{text}")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _pages(register: Path) -> Iterator[tuple[str, str, str]]:
    """Path, title and text of each case's page."""
    cases = register / "cases"
    for file in sorted(cases.glob("*/*/*.md")):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        fields = yaml.load(front, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes text alone
        rows = [f"| {name} | {value.replace('|', ' ')} |" for name, value in _rows(fields, "")]
        table = "\n".join(["| Field | Value |", "|---|---|", *rows])
        # Ids of headings are no part of plain Markdown.
        plain = re.sub(r"^(#+ .*?) \{#[^}]*\}$", r"\1", body, flags=re.M)
        yield file.relative_to(cases).as_posix(), str(fields["title"]), f"{table}\n\n{plain}"


def _rows(value: Tree, name: str) -> Iterator[tuple[str, str]]:
    """Front matter as rows of a table: ``headline amount``, ``£95K``."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _rows(below, f"{name} {key}".strip())
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value, start=1):
            yield from _rows(item, f"{name} {number}")
    elif isinstance(value, list):
        yield name, ", ".join(map(str, value))
    else:
        yield name, " ".join(str(value).split())
