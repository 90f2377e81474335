"""Templates that an earlier build compiled give the same pages, as long as they are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment

from generator.pages.render import compiled, render

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "theme").mkdir()
    (tmp_path / "a.html").write_text("<p>{{ page.word }}</p>", encoding="utf-8")
    (tmp_path / "theme" / "main.html").write_text("{% extends 'of the engine' %}{% no %}", "utf-8")
    (tmp_path / ".a.html.swp").write_bytes(b"\xff")
    return tmp_path


def test_what_was_compiled_is_not_compiled_again(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = compiled(templates, {})
    monkeypatch.setattr(Environment, "compile", None)
    assert compiled(templates, known) == known
    assert render(templates, "a.html", {"word": "<b>"}) == "<p>&lt;b&gt;</p>"


def test_a_template_with_another_text_is_compiled_anew(templates: Path) -> None:
    known = compiled(templates, {})
    (templates / "a.html").write_text("<em>{{ page.word }}</em>", encoding="utf-8")
    assert compiled(templates, known) != known
    assert render(templates, "a.html", {"word": "b"}) == "<em>b</em>"
