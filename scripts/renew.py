"""Write anew what is generated and kept in the repository: ``python scripts/renew.py``.

Such a file is read where nothing can be run, by an editor or on a forge, and so it is
committed. A test fails when one is behind the code that it comes from.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.writing.disk import write_text
from generator.writing.schema import schema_text
from scripts.problem_list import expected_texts, problem_list
from scripts.problem_page import problem_page

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent

# Each generated file, by its path in the repository, and what gives its text.
GENERATED: tuple[tuple[str, Callable[[], str]], ...] = (
    ("docs/case.schema.json", schema_text),
    ("docs/problems.md", problem_list),
    ("site_src/submit/problems.md", problem_page),
    *expected_texts(),
)


def main() -> None:
    """Write each file anew that is behind."""
    for path, text in GENERATED:
        file = ROOT / path
        if not file.exists() or file.read_text(encoding="utf-8") != text():
            write_text(file, text())
            print(f"renewed {path}")


if __name__ == "__main__":
    main()
