"""Prose: Markdown becomes HTML that can do nothing but be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.prose import ATTRIBUTES, TAGS, to_html
from tests.pages.conftest import Body

HOME = "../../"
INSIDE = {"", "cases/", "themes/meals/"}
REL = 'rel="nofollow noopener"'


def html(text: str, top: int = 3) -> str:
    return str(to_html(text, name="Scope", top=top, home=HOME, inside=INSIDE)).strip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Some *plain* **words**.", "<p>Some <em>plain</em> <strong>words</strong>.</p>"),
        ("<b onclick=alert(1)>x</b>", "<p>&lt;b onclick=alert(1)&gt;x&lt;/b&gt;</p>"),
        ("[a](https://example.org/)", f'<p><a href="https://example.org/" {REL}>a</a></p>'),
        ("[a](mailto:a@example.org)", f'<p><a href="mailto:a@example.org" {REL}>a</a></p>'),
        ("[a](/cases/)", f'<p><a href="../../cases/" {REL}>a</a></p>'),
        ("[a](/)", f'<p><a href="../../" {REL}>a</a></p>'),
        ("[a](/cases/nowhere/)", f"<p><a {REL}>a</a></p>"),
        ("[a](#nowhere)", f"<p><a {REL}>a</a></p>"),
        ("[a](//evil.example/)", f"<p><a {REL}>a</a></p>"),
        ("[a](/\\evil.example)", f"<p><a {REL}>a</a></p>"),
        ("[a](ftp://example.org)", f"<p><a {REL}>a</a></p>"),
        ("[a](other.md)", f"<p><a {REL}>a</a></p>"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](data:text/html;x)", "<p>[a](data:text/html;x)</p>"),
        ("![a **plan**](https://example.org/x.png)", "<p>a **plan**</p>"),
        ("![<script>](x.png)", "<p>&lt;script&gt;</p>"),
    ],
)
def test_what_may_stand_on_a_page_and_what_a_link_may_lead_to(typed: str, shown: str) -> None:
    assert html(typed) == shown


@pytest.mark.parametrize(
    ("top", "headings"),
    [(3, ["h3", "h4", "h3"]), (4, ["h4", "h4", "h4"])],
)
def test_headings_go_below_the_one_that_stands_above_the_prose(
    top: int, headings: list[str]
) -> None:
    body = Body(html("### One\n\n#### Two\n\n### Three\n", top))
    assert [tag for tag, _ in body.tags] == headings


def test_prose_that_begins_low_leaves_no_gap_between_headings() -> None:
    assert html("#### Two\n\ntext\n\n### One\n").startswith("<h3>Two</h3>")


def test_a_table_in_prose_scrolls_and_its_headings_say_that_they_head_columns() -> None:
    shown = html("| a | b |\n|---|--:|\n| 1 | <i> |\n")
    frame = '<div class="cb-scroll" tabindex="0" role="region" aria-label="Table 1 under Scope">'
    assert shown.startswith(frame)
    assert '<th scope="col">b</th>' in shown
    assert "<td>&lt;i&gt;</td>" in shown
    assert shown.endswith("</table></div>")


@given(
    st.text(alphabet=st.sampled_from("<>[]()!\\\"'`#*_|:/& \n\tajsonclkrive=1-.%;"), max_size=80)
)
def test_nothing_but_the_allowed_tags_and_attributes_ever_comes_out(text: str) -> None:
    for tag, said in Body(html(text)).tags:
        assert tag in TAGS | {"div"}
        known = ATTRIBUTES.get(tag, set()) | {"rel", "class", "tabindex", "role", "aria-label"}
        assert set(said) <= known
        leads = said.get("href", "")
        assert not leads or leads.startswith(("http://", "https://", "mailto:", HOME))
