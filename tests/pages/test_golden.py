"""Three small cases, one of them broken: their pages and data, whole, compared with files.

One of them has a history: each folder of ``golden/earlier`` is what its file held before.

Renewed by hand, and looked at in the difference that git shows, after
``CASEBOOK_RENEW=1 pytest tests/pages/test_golden.py``; never where ``CI`` is set.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.history.git import tip
from generator.history.past import read_pasts
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.reading.register import load_register
from tests.history.repository import commit, git, texts_in
from tests.pages.conftest import AS_AT, TEMPLATES

HERE = Path(__file__).resolve().parent / "golden"
EXPECTED = HERE / "expected"
RENEW = bool(os.environ.get("CASEBOOK_RENEW")) and not os.environ.get("CI")


def with_history(folder: Path) -> Path:
    """The register with a commit for each of its earlier states, a month apart."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    earlier = sorted((HERE / "earlier").iterdir())
    for month, state in enumerate((*earlier, None), 1):
        held = texts_in(HERE / "register") | (texts_in(state) if state else {})
        commit(folder, f"2020-{month:02}-01", held)
    return folder


def made(folder: Path) -> dict[str, str]:
    """The body of each page and each file of data, by path.

    The page of a check is made from the check and not from a register, so none stands here.
    """
    root = with_history(folder)
    register, pasts = load_register(root), read_pasts(root, tip(root), ())
    pages = all_pages(register, AS_AT, production=False, templates=TEMPLATES, pasts=pasts)
    files = {page.path: f"{page.content}\n" for page in pages if page.kind != "check"}
    return files | {a.address: a.body.decode("utf-8") for a in all_assets(register, AS_AT, pasts)}


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


def test_a_small_register_gives_exactly_these_pages_and_this_data(tmp_path: Path) -> None:
    files = made(tmp_path)
    if RENEW:
        renew(files)
    there = expected()
    assert sorted(files) == sorted(there)
    for name, text in there.items():
        assert files[name] == text, f"{name} is not what tests/pages/golden/expected holds"
