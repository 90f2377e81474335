"""Three small cases, one of them broken: their pages and data, whole, compared with files.

Renewed by hand, and looked at in the difference that git shows, after
``CASEBOOK_RENEW=1 pytest tests/pages/test_golden.py``; never where ``CI`` is set.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.reading.register import load_register
from tests.pages.conftest import AS_AT, TEMPLATES

HERE = Path(__file__).resolve().parent / "golden"
EXPECTED = HERE / "expected"
RENEW = bool(os.environ.get("CASEBOOK_RENEW")) and not os.environ.get("CI")


def made() -> dict[str, str]:
    """The body of each page and each file of data, by path.

    The page of a check is made from the check and not from a register, so none stands here.
    """
    register = load_register(HERE / "register")
    pages = all_pages(register, AS_AT, production=False, templates=TEMPLATES)
    files = {page.path: f"{page.content}\n" for page in pages if page.kind != "check"}
    return files | {a.address: a.body.decode("utf-8") for a in all_assets(register, AS_AT)}


def expected() -> dict[str, str]:
    """The same as it should be."""
    files = sorted(path for path in EXPECTED.rglob("*") if path.is_file())
    return {path.relative_to(EXPECTED).as_posix(): path.read_bytes().decode() for path in files}


def renew(files: dict[str, str]) -> None:
    """Put what was made in the place of what was expected."""
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in files.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def test_a_small_register_gives_exactly_these_pages_and_this_data() -> None:
    files = made()
    if RENEW:
        renew(files)
    there = expected()
    assert sorted(files) == sorted(there)
    for name, text in there.items():
        assert files[name] == text, f"{name} is not what tests/pages/golden/expected holds"
