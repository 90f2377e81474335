"""Plain ``mkdocs build`` gives the whole site too, and the same one."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.site.engine import draw
from generator.site.fill import whole_site
from generator.site.folder import MARK, drawn_files
from generator.site.publish import overwrite
from tests.site.conftest import ROOT, SITE_URL, every_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

DAY = date(2019, 3, 31)


def test_plain_mkdocs_build_gives_the_site_that_casebook_gives(
    register: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = register(site_url=SITE_URL)
    (root / "generator" / "site").mkdir(parents=True)
    shutil.copy(ROOT / "generator" / "site" / "hook.py", root / "generator" / "site")
    monkeypatch.setitem(sys.modules, "generator.pipeline", pipeline(expected_root=root))

    build(load_config(str(root / "mkdocs.yml"), config_file_path=str(root / "mkdocs.yml")))

    ours = whole_site(draw(root, tmp_path / "drawn"), every_page(), [], as_at=DAY)
    built = {MARK.address: MARK.body, **drawn_files(root / "site")}
    assert built == {file.address: file.body for file in ours}
    assert (root / "site" / MARK.address).is_file()


def pipeline(expected_root: Path) -> ModuleType:
    """A pipeline with a page of each kind and no cases."""

    def fill_site(root: Path, drawn: Path) -> None:
        assert root == expected_root
        overwrite(drawn, whole_site(drawn_files(drawn), every_page(), [], as_at=DAY))

    module = ModuleType("generator.pipeline")
    module.fill_site = fill_site  # type: ignore[attr-defined] # a stand-in for a module of ours
    return module
