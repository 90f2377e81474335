"""Prose of a case becomes a few harmless tags, whatever is typed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.prose import to_html
from generator.site.guard import foreign_in
from tests.safety.hostile import PAYLOADS

TAGS = {
    *(
        [
            "p",
            "ul",
            "ol",
            "li",
            "blockquote",
            "h3",
            "h4",
            "hr",
            "br",
            "pre",
            "code",
            "em",
            "strong",
            "a",
        ]
    ),
    *(["table", "thead", "tbody", "tr", "th", "td", "div"]),  # div: what scrolls around a table
}
SAYS = {
    "a": {"href", "rel"},
    "th": {"scope"},
    "ol": {"start"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "table": {"class"},
}
SCHEMES = ("https://", "http://", "mailto:")
HOME = "../../../../"

# Pieces that mean something to Markdown, to HTML or to a browser, in any order.
PIECES = st.sampled_from(
    [
        *("[", "]", "(", ")", "<", ">", "!", "`", "*", "_", "\\", "|", "#", "-", ":", "&", ";"),
        *('"', "'", "=", "/", "\n", "\n\n", " ", "\t", "    ", "a", "x", "1.", "> ", "\u00a0"),
        *("javascript:", "data:text/html,", "https://", "http://", "mailto:", "//", "/\\", "www."),
        *("<script>", "</script>", "<img src=x onerror=", "onclick=", "style=", "<a href="),
        *("&#x6a;", "&Tab;", "&colon;", "&lt;", "&amp;", "\\<", "](", "![", "[x]: ", "| - | - |"),
    ]
)
TYPED = st.lists(PIECES | st.sampled_from(PAYLOADS), max_size=14).map("".join)


def html_of(typed: str) -> str:
    """The prose as HTML, on a page four folders deep in a site with two other pages."""
    return str(to_html(typed, name='Context & "more"', top=3, home=HOME, inside=("", "cases/")))


class Reading(HTMLParser):
    """Holds every tag to the list above."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.rels: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        assert tag in TAGS, tag
        assert said.keys() <= SAYS.get(tag, set()), (tag, said)
        if "href" in said:
            self.links.append(said["href"])
            self.rels.append(said.get("rel", ""))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def harmless(typed: str) -> None:
    html = html_of(typed)
    reading = Reading(html)
    assert foreign_in(html) == []
    for link, rel in zip(reading.links, reading.rels, strict=True):
        assert rel == "nofollow noopener"
        assert link.lower().startswith((*SCHEMES, HOME)), link
        assert not re.search(r"[\x00-\x20\\]", link[:12]), link
        assert not link.startswith(HOME) or link.removeprefix(HOME) in {"", "cases/"}, link


@given(TYPED)
def test_whatever_is_typed_comes_out_harmless(typed: str) -> None:
    harmless(typed)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_so_does_any_text(typed: str) -> None:
    harmless(typed)


@pytest.mark.parametrize(
    "around",
    ["{}", "a {} b", "[x]({})", "[x](<{}>)", "[{}](https://example.org/)", "![{}](x)", "<{}>",
     '[x](https://example.org/ "{}")', "[x]\n\n[x]: {}", "| a |\n|---|\n| {} |", "`{}`", "# {}"],
)  # fmt: skip
def test_so_does_every_payload_wherever_markdown_gives_it_a_part(around: str) -> None:
    for payload in PAYLOADS:
        harmless(around.replace("{}", payload))


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("[x](https://example.org/a?b=c&d=e#f)", "https://example.org/a?b=c&d=e#f"),
        ("[x](HTTP://example.org)", "HTTP://example.org"),
        ("[x](mailto:a@example.org)", "mailto:a@example.org"),
        ("[x](/cases/)", f"{HOME}cases/"),
        ("[x](/)", HOME),
    ],
)
def test_a_link_leads_to_the_web_to_a_mailbox_or_into_the_site(typed: str, link: str) -> None:
    assert Reading(html_of(typed)).links == [link]


@pytest.mark.parametrize(
    "target",
    ["//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "data:,x",
     "vbscript:x", "file:///x", "ftp://x", "tel:1", "x.md", "../x", "?x", "https:evil", "blob:x",
     "#x", "/nowhere/", "/cases/..//evil.example"],
)  # fmt: skip
def test_a_link_to_anywhere_else_is_words_only(target: str) -> None:
    html = html_of(f"[words]({target})")
    assert Reading(html).links == []
    assert "words" in html


def test_a_picture_is_not_fetched_and_what_it_shows_is_said() -> None:
    html = html_of("![a map of the <b>wards</b>](https://example.org/map.png)")
    assert "map.png" not in html
    assert "a map of the &lt;b&gt;wards&lt;/b&gt;" in html
