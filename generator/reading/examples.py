"""The worked example of each check: a tiny register of its own, read as any register is.

The public page on methods shows a check at work on invented cases of a dozen lines. They stand
as files, so that a page can print them and anybody can try them, and are read by the same
reader as the real ones; a test holds that each gives at least one finding of its check.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.reading.register import load_register

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.reading.register import Register

EXAMPLES = Path(__file__).resolve().parent.parent / "audit" / "examples"


def example_codes() -> tuple[str, ...]:
    """The codes of the checks that have an example, in the order of their names."""
    return tuple(sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()))


def example_earlier(code: str) -> dict[str, tuple[Case, ...]]:
    """What cases of an example said earlier, by path: what lies in its folder ``earlier``."""
    cases = load_register(EXAMPLES / code / "earlier").cases
    return {path: (loaded.case,) for path, loaded in cases.items()}


def example_register(code: str) -> Register:
    """The register in which the check `code` finds what it looks for.

    Its one problem is ``register-missing`` where there is no such example.
    """
    return load_register(EXAMPLES / code)
