"""The forms in which commands print their data, by the names that ``--format`` takes.

They stand apart from what prints them, so that a command can say what it takes before anything
that it needs is loaded.
"""

from __future__ import annotations

CHECKED = ("text", "json", "github", "markdown")  # see ``reading.checked``
TOLD = ("text", "markdown", "json")  # see ``pages.difference_text``
