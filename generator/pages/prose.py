"""Prose of a case, from Markdown to HTML that may stand on a public page.

Anybody may propose a case, so prose is the one place where text becomes markup. Raw
HTML is off, what comes out passes an allow-list, pictures come out as their
description, and a link leads to http, https or mailto, or to a page of this site.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

from generator.core.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

TAGS = {
    *("p", "ul", "ol", "li", "blockquote", "h3", "h4", "hr", "br", "pre", "code"),
    *("em", "strong", "a", "table", "thead", "tbody", "tr", "th", "td"),
}
# Nothing on every tag: left out, the sanitiser would let "title" and "lang" through.
ATTRIBUTES = {"*": set[str](), "a": {"href"}, "th": {"scope"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
LOWEST = 4  # prose has headings of two levels at most


def to_html(text: str, *, name: str, top: int, home: str, inside: Container[str]) -> Markup:
    """Markdown as safe HTML.

    Args:
        text: Markdown, as the case file holds it.
        name: what the prose is called; its tables are named after it.
        top: the level of the highest heading in it, 3 or 4; the others follow without a gap.
        home: the way to the site's root, for links that begin with ``/``.
        inside: the addresses of this site that such a link may lead to.
    """
    tokens = _markdown().parse(text)
    _shift(tokens, top)
    raw = _markdown().renderer.render(tokens, _markdown().options, {})
    return Markup(_framed(_cleaner(home, inside).clean(raw), name))  # noqa: S704 - it passed the allow-list


@once
def _cleaner(home: str, inside: Container[str]) -> nh3.Cleaner:
    """The allow-list for the prose of one page."""
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="nofollow noopener",
        attribute_filter=_links_from(home, inside),
    )


def _framed(clean: str, name: str) -> str:
    """Prose with each table in a frame that scrolls, which has a name of its own.

    Text is escaped by now, so what looks like the tag of a table is one.
    """
    first, *tables = clean.replace("</table>", "</table></div>").split("<table>")
    pieces = [first]
    for number, table in enumerate(tables, 1):
        label = escapeHtml(f"Table {number} under {name}")
        frame = f'<div class="cb-scroll" tabindex="0" role="region" aria-label="{label}">'
        pieces.append(f'{frame}<table class="cb-table">{table}')
    return "".join(pieces)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("image", _description)
    return markdown


def _description(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """A picture is not shown: nothing is fetched from elsewhere. What it shows is said."""
    return escapeHtml(tokens[index].content)


def _shift(tokens: Sequence[Token], top: int) -> None:
    """Put headings below the one that stands above the prose; headings of columns say so."""
    highest, tag = 0, ""
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            highest = min(highest or level, level)
            tag = f"h{top if level <= highest else min(top + 1, LOWEST)}"
        if token.type in ("heading_open", "heading_close"):
            token.tag = tag
        elif token.type == "th_open":
            token.attrs["scope"] = "col"


def _links_from(home: str, inside: Container[str]) -> Callable[[str, str, str], str | None]:
    """What becomes of an attribute; a link that leads nowhere we know is taken away."""

    def allowed(tag: str, name: str, value: str) -> str | None:
        if (tag, name) != ("a", "href"):
            return value
        if value.lower().startswith(("https://", "http://", "mailto:")):
            return value
        if value.startswith("/") and value[1:] in inside:
            return f"{home}{value[1:]}" or "./"
        return None

    return allowed
