"""A register's checkout to draw from, small enough to be drawn anew for a test."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.site.engine import draw
from generator.site.kinds import KINDS
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SITE_URL = "https://casebook.example.org/register/"


class Drawn(dict[str, bytes]):
    """Drawn files by path; shows as their number, so that a failed test can be read."""

    def __repr__(self) -> str:
        return f"<{len(self)} drawn files>"


def copy_register(folder: Path, *, site_url: str = "") -> Path:
    """What the engine needs of this repository, in a folder of its own."""
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    shutil.copytree(ROOT / "templates" / "theme", folder / "templates" / "theme")
    (folder / "cases").mkdir()
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_url: ""' in settings, "the address of the site is the register's own to set"
    settings = settings.replace('site_url: ""', f'site_url: "{site_url}"')
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


@pytest.fixture
def register(tmp_path: Path) -> Callable[..., Path]:
    """Makes a register's folder; ``site_url`` may be given."""

    def make(name: str = "register", *, site_url: str = "") -> Path:
        return copy_register(tmp_path / name, site_url=site_url)

    return make


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """What the engine draws from this repository, where the site's address is not set."""
    folder = tmp_path_factory.mktemp("drawn")
    return Drawn(draw(copy_register(folder / "register"), folder / "out"))


@pytest.fixture(scope="session")
def drawn_at_address(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """What the engine draws for a site whose address is known."""
    folder = tmp_path_factory.mktemp("drawn")
    return Drawn(draw(copy_register(folder / "register", site_url=SITE_URL), folder / "out"))


def address_of(kind: str, name: str = "1-of-them") -> str:
    """An address that a page of the kind can have."""
    shell = next(shell for shell in KINDS if shell.name == kind)
    return "/".join(_filled(part, name) for part in shell.address.split("/"))


def _filled(part: str, name: str) -> str:
    """A name in the place of one; two where two stand together, and its own for an old address."""
    if not part.startswith("one-"):
        return part
    own = f"{name}-before" if "-old-" in part else name
    return "..".join([own] * (part.count("..") + 1))


def page_of(kind: str, name: str = "1-of-them", **said: str) -> Page:
    """A page of the kind, with words where none are given."""
    words = {"title": "A title", "description": "A description", "content": "<h1>A title</h1>"}
    return Page(kind=kind, address=address_of(kind, name), **{**words, **said})


def every_page() -> tuple[Page, ...]:
    """One page of each kind: the least a site can be published with."""
    return tuple(page_of(kind.name) for kind in KINDS)
