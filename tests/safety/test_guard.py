"""The last look at a page's body: a template that forgets to escape stops the build."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import escape

from generator.site.errors import SiteError
from generator.site.fill import whole_site
from generator.site.guard import foreign_in, refuse_foreign
from generator.site.page import Page
from tests.safety.hostile import PAYLOADS

FINE = (
    '<h1 id="a">A</h1><p>The sentence onwards = style = none; javascript: is a language.</p>',
    '<a href="https://example.org/?on=1" rel="nofollow">x</a><a href="mailto:a@example.org">x</a>',
    '<p title="a onclick=b style=c javascript:d">x</p>',
    '<script src="../../assets/register.js"></script>',
    '<script type="application/json">{"a": "\\u003cscript>"}</script>',
    '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
)
FOREIGN = (
    ("<script>alert(1)</script>", "<script> that is no file of the site"),
    ("<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script> that is no file of the site"),
    ('<script src="https://evil.example/x.js"></script>', "<script> that is no file of the site"),
    ('<script src="../a.js">alert(1)</script>', "<script> with a text of its own"),
    ('<script type="application/json"></script><script>a</script>', "<script> that is no file"),
    ('<script type="application/json">"<!--<script>"</script>', "<script> with a text of its own"),
    ("<img src=x onerror=alert(1)>", "onerror"),
    ("<p/onclick=alert(1)>", "onclick"),
    ('<p title="x"onclick="alert(1)">', "onclick"),
    ("<p OnClick = 'alert(1)'>", "onclick"),
    ('<p style="position: fixed">', "style"),
    ("<p data-a=1\nonclick=alert(1)>", "onclick"),
    ("<p>7 months = 12</p><p onclick=a>", "onclick"),
    ("<style>p { color: red }</style>", "<style>"),
    ("<iframe srcdoc='x'></iframe>", "<iframe>"),
    ('<base href="/">', "<base>"),
    ('<meta http-equiv="refresh" content="0">', "<meta>"),
    ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)"),
    ('<a href=" JAVA&Tab;SCRIPT:alert(1)">x</a>', " JAVA\tSCRIPT:alert(1)"),
)


def page(content: str) -> Page:
    return Page(kind="home", address="", title="A", description="A", content=content)


@pytest.mark.parametrize("content", FINE)
def test_what_our_templates_write_is_fine(content: str) -> None:
    assert foreign_in(content) == []


def test_the_words_of_a_case_are_fine_once_they_are_escaped() -> None:
    for payload in PAYLOADS:
        words = escape(payload)
        assert foreign_in(f'<p title="{words}" aria-label="{words}">{words}</p>') == []


@pytest.mark.parametrize(("content", "found"), FOREIGN)
def test_what_could_run_or_load_what_is_not_ours_is_found(content: str, found: str) -> None:
    assert any(what.startswith(found) for what in foreign_in(content)), foreign_in(content)


def test_the_build_stops_and_names_every_such_page() -> None:
    with pytest.raises(SiteError, match=r"nothing was published(.|\n)*- /: onerror, <style>"):
        refuse_foreign([page("<p>fine</p>"), page("<img onerror=x><style></style>")])


def test_that_is_looked_for_before_anything_is_filled() -> None:
    with pytest.raises(SiteError, match="<script> that is no file of the site"):
        whole_site({}, [page("<script>alert(1)</script>")], [], as_at=date(2020, 1, 1))
