"""The engine is started, listened to, and never believed to be right in silence."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.engine import draw, settings
from generator.site.errors import SiteError
from generator.site.folder import drawn_files
from tests.site.conftest import SITE_URL

Register = Callable[..., Path]


def test_the_settings_are_those_of_the_register(register: Register) -> None:
    said = settings(register(site_url=SITE_URL.removesuffix("/")))
    assert said.site_name == "Casebook"
    assert said.site_url == SITE_URL
    assert (said.organisation, said.contact, said.date) == ("", "", "")


def test_a_preview_says_so_on_every_page_and_a_production_build_on_none(
    register: Register, tmp_path: Path
) -> None:
    root, line = register(), b"Preview: not published by any council"
    for production, times in ((False, 1), (True, 0)):
        drawn = draw(root, tmp_path / "out", production=production)
        pages = [body for path, body in drawn.items() if path.endswith(".html")]
        assert {body.count(line) for body in pages} == {times}
        assert {body.count(b"does not know what has happened since") for body in pages} == {1}
        assert {body.count(b"md-banner") for body in pages} <= {0, 2 * times}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a link](nowhere.md)", "nowhere.md"),
        ("[a link](/cases/)", "/cases/"),
        ("[a link](cases/)", "cases/"),
        ("[a link](index.md#nothing)", "nothing"),
    ],
)
def test_what_the_engine_warns_of_stops_the_build(
    register: Register, tmp_path: Path, text: str, said: str
) -> None:
    root = register()
    (root / "site_src" / "methods.md").write_text(f"# Methods\n\n{text}\n", encoding="utf-8")
    with pytest.raises(SiteError) as stopped:
        draw(root, tmp_path / "out")
    first, *remarks = str(stopped.value).splitlines()
    assert first == ("The site could not be drawn from mkdocs.yml, site_src/ and templates/theme/:")
    assert any(said in remark for remark in remarks)


def test_a_template_that_cannot_be_read_stops_the_build(register: Register, tmp_path: Path) -> None:
    root = register()
    (root / "templates" / "theme" / "main.html").write_text("{% block %}", encoding="utf-8")
    with pytest.raises(SiteError, match="could not be drawn"):
        draw(root, tmp_path / "out")


@pytest.mark.parametrize("text", ["", "site_name: [", "site_name: x\ntheme: nothing-like-it\n"])
def test_settings_that_cannot_be_read_stop_the_build(register: Register, text: str) -> None:
    root = register()
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SiteError, match="could not be drawn"):
        settings(root)


def test_missing_settings_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"mkdocs\.yml"):
        settings(tmp_path)


def test_the_engine_prints_nothing_and_leaves_no_ear_behind(
    register: Register, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = list(logging.getLogger("mkdocs").handlers)
    draw(register(), tmp_path / "out")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("mkdocs").handlers == before
    assert logging.getLogger("mkdocs").propagate


def test_drawing_again_leaves_nothing_of_the_last_time(register: Register, tmp_path: Path) -> None:
    root = register()
    (root / "site_src" / "extra.md").write_text("# Extra\n", encoding="utf-8")
    assert "extra/index.html" in draw(root, tmp_path / "out")
    (root / "site_src" / "extra.md").unlink()
    assert "extra/index.html" not in draw(root, tmp_path / "out")


def test_what_was_not_drawn_is_not_taken_for_drawn(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / ".hidden").write_bytes(b"h")
    (tmp_path / "link.html").symlink_to(tmp_path / "a.html")
    assert drawn_files(tmp_path) == {"a.html": b"a"}
