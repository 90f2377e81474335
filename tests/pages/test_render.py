"""Templates that an earlier build compiled give the same pages, as long as they are the same."""

from __future__ import annotations

from types import SimpleNamespace
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
    assert render(templates, "a.html", SimpleNamespace(word="<b>")) == "<p>&lt;b&gt;</p>"


def test_a_template_with_another_text_is_compiled_anew(templates: Path) -> None:
    known = compiled(templates, {})
    (templates / "a.html").write_text("<em>{{ page.word }}</em>", encoding="utf-8")
    assert compiled(templates, known) != known
    assert render(templates, "a.html", SimpleNamespace(word="b")) == "<em>b</em>"


def test_a_name_that_a_view_does_not_have_stops_the_build(templates: Path) -> None:
    with pytest.raises(AttributeError, match="word"):
        render(templates, "a.html", SimpleNamespace(ward="b"))


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("{% macro em(it) %}<i>{{ it }}</i>{% endmacro %}{{ em(page.word) }}", "<i>&lt;b&gt;</i>"),
        ("{% import 'of.html' as of %}{{ of.em(page.word) }}", "<em>&lt;b&gt;</em>"),
        ("{% from 'of.html' import em %}{{ em(it=page.word) }}", "<em>&lt;b&gt;</em>"),
        ("{% import 'of.html' as of %}{% call of.around() %}{{ page.word }}{% endcall %}",
         "<p>&lt;b&gt;</p>"),
        ("{% set kept %}{{ page.word }}{% endset %}{{ kept }}", "&lt;b&gt;"),
        ("{{ page.word.upper() }}", "&lt;B&gt;"),
        ("{% for one in page.word %}{{ loop.index }}{{ one }}{% endfor %}", "1&lt;2b3&gt;"),
        ("{{ 'x' ~ page.word if page.word.startswith('<') else 'no' }}", "x&lt;b&gt;"),
    ],
)  # fmt: skip
def test_what_a_view_says_is_escaped_once_wherever_it_is_set(
    templates: Path, written: str, page: str
) -> None:
    (templates / "of.html").write_text(
        "{% macro em(it) %}<em>{{ it }}</em>{% endmacro %}"
        "{% macro around() %}<p>{{ caller() }}</p>{% endmacro %}",
        encoding="utf-8",
    )
    (templates / "a.html").write_text(written, encoding="utf-8")
    assert render(templates, "a.html", SimpleNamespace(word="<b>")) == page
