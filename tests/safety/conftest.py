"""The hostile register as a built site, and beside it a plain one of the same shape."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from generator.pipeline import build
from tests.history.repository import commit, git
from tests.safety.hostile import PAYLOADS, PLAIN, write_register

if TYPE_CHECKING:
    from pathlib import Path

MISTAKEN = 30
WITH_A_PAST = 3  # cases; a page for each version of all would only take longer


@dataclass(frozen=True, kw_only=True, slots=True)
class Sites:
    """Two built sites: one from payloads, one from plain words."""

    hostile: Path
    plain: Path


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Both sites, built once in a run, whichever of its processes asks first."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "safety"
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            folder = tmp_path_factory.mktemp("safety-in-the-making")
            make(folder / "hostile", PAYLOADS, cases=len(PAYLOADS), mistaken=MISTAKEN)
            make(folder / "plain", PLAIN, cases=1, mistaken=1)
            folder.rename(shared)
    return Sites(hostile=shared / "hostile" / "site", plain=shared / "plain" / "site")


def make(folder: Path, payloads: tuple[str, ...], *, cases: int, mistaken: int) -> None:
    """Write a register and build it as a preview, which shows problems too."""
    root = with_a_past(write_register(folder, payloads, cases=cases, mistaken=mistaken))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1546300800")
        built = build(root, folder / "site", indexed=False)
    assert not built.broken, built.broken[:20]
    assert built.change is not None


def with_a_past(root: Path) -> Path:
    """The register with a history: a few cases said before what others say, and one was there."""
    files = sorted((root / "cases").rglob("*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    for file, other in zip(files[:WITH_A_PAST], texts[1:], strict=False):
        file.write_text(other, encoding="utf-8")
    gone = files[0].with_name("once-here.md")
    gone.write_text(texts[0], encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "2018-12-01", {})
    gone.unlink()
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    commit(root, "2018-12-20", {})
    return root
