"""Finance tables to draw, read from the text that a case file would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reading.files import TextFile
from generator.reading.load import load_case

if TYPE_CHECKING:
    from generator.core.figures import Table

CASE = """---
title: A case
source: plan
---

## Financial case

### {title} {{#table}}
{says}; lines 1 to 9

{grid}
"""


def table_from(says: str, grid: str, *, title: str = "A table") -> Table:
    """The table that `grid` is, under a line that says `says`."""
    text = CASE.format(title=title, says=says, grid=grid)
    loaded = load_case(TextFile(path="cases/a/2018-19/b.md", text=text))
    assert not loaded.problems, loaded.problems
    (table,) = loaded.case.tables
    return table
