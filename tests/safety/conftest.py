"""The hostile register as a built site, and beside it a plain one of the same shape."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from generator.pipeline import build
from tests.safety.hostile import PAYLOADS, PLAIN, write_register

if TYPE_CHECKING:
    from pathlib import Path

MISTAKEN = 30


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
    root = write_register(folder, payloads, cases=cases, mistaken=mistaken)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1546300800")  # it is no repository, so has no day
        built = build(root, folder / "site", indexed=False)
    assert not built.broken, built.broken[:20]
    assert built.change is not None
