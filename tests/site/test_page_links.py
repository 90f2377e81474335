"""What is read of shells and bodies apart is what a reading of the finished pages finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site.fill import fill_page
from generator.site.kinds import KIND
from generator.site.links import broken_among
from generator.site.page import Page
from generator.site.page_links import body_links, broken_in, read_links, read_shell_links
from generator.site.parts import look_at
from generator.site.shells import Shell, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.site.links import BrokenLink

ADDRESSES = {
    "case": ("cases/a/2018-19/one/", "cases/a/2018-19/two/"),
    "view": ("cases/by-year/",),
    "methods": ("methods/",),
}
LINKS = st.sampled_from(
    [
        *("", "#here", "#not-here", "#top", "./", "../", "../../", "../../../../", "../.."),
        *("case.json", "tables/one.csv", "../two/", "../two/#here", "../two/#else", "../three/"),
        *("../../../../methods/#a%20b", "../../../../../x", "/methods/", "/cases/a", "?q=1"),
        *("https://site.example/register/methods/", "https://other.example/", "mailto:a@b.c"),
        *("//other.example/x", "https://[", "a//b", "a&amp;b", "%2e%2e/two/", " case.json "),
    ]
)
NAMES = st.sampled_from(["here", "else", "a b", "a&#10;b", "x%y", "x#y", "Q"])
TEXTS = st.sampled_from(["", "text", 'id="text"', "&lt;a href=&#34;x&#34;&gt;", "a > b", "<", "</"])


def tag(template: str, link: str, name: str, text: str) -> str:
    return template.replace("LINK", link).replace("NAME", name).replace("TEXT", text)


TAGS = st.builds(
    tag,
    st.sampled_from(
        [
            '<a href="LINK">TEXT</a>',
            '<a class="b" href="LINK" id="NAME">TEXT</a>',
            '<a name="NAME">TEXT</a><b name="no">TEXT</b>',
            '<p title="TEXT" id="NAME">TEXT</p>',
            "<p title='href=\"LINK\"' id=NAME>TEXT</p>",
            '<img src="LINK" srcset="LINK 1x, case.json 2x" alt>',
            '<form\n action="LINK"\n></form>',
            '<svg viewBox="0 0 1 1"><title id="NAME">TEXT</title><use xlink:href="LINK"/></svg>',
            "<script type=\"application/json\">\"<a href='LINK' id='NAME'>\"</script>",
            '<!-- <a href="LINK" id="NAME"> -->',
            '<a href="LINK" href="case.json">TEXT</a>',
            '<A HREF="LINK" ID="NAME">TEXT</A>',
            '<title><i id="NAME"></i></title>',
            "TEXT",
        ]
    ),
    LINKS,
    NAMES,
    TEXTS,
)
BODIES = st.lists(TAGS, max_size=6).map("\n".join)


def shell(kind: str, around: str) -> Shell:
    head = '<html><link rel="canonical" href="https://site.example/register/'
    parts = (
        *(head, Slot.ADDRESS, '"><title>', Slot.TITLE, '</title><meta content="'),
        *(Slot.DESCRIPTION, f'"><a href="#content">Skip</a>{around}<p id="content">'),
        *(Slot.CONTENT, "</p></html>"),
    )
    return Shell(kind=KIND[kind], parts=parts)


def found_apart(pages: Sequence[Page], arounds: Sequence[str]) -> tuple[BrokenLink, ...]:
    """As a build finds them."""
    site_url = "https://site.example/register/"
    shells = {kind: shell(kind, around) for kind, around in zip(ADDRESSES, arounds, strict=True)}
    home = f'<link rel="canonical" href="{site_url}">'.encode()
    files = {"index.html": home, "cases/a/2018-19/one/case.json": b""}
    read = {"index.html": read_links("index.html", home, site_url)}
    around = {kind: read_shell_links(each, site_url) for kind, each in shells.items()}
    for page in pages:
        files[page.path] = body = fill_page(page, shells[page.kind])
        links = body_links(page, around[page.kind], look_at(page, site_url))
        read[page.path] = links or read_links(page.path, body, site_url)
    links_of = {kind: each.links for kind, each in around.items()}
    found = broken_in(read, links_of, files.keys(), site_url, files.__getitem__)
    assert found == broken_among(files)
    return found


@settings(max_examples=300)
@given(
    bodies=st.lists(BODIES, min_size=4, max_size=4),
    arounds=st.lists(BODIES, min_size=3, max_size=3),
)
def test_shells_and_bodies_apart_say_what_the_finished_pages_say(
    bodies: list[str], arounds: list[str]
) -> None:
    places = [(kind, address) for kind, several in ADDRESSES.items() for address in several]
    pages = [
        Page(kind=kind, address=address, title="A & B", description='"C"', content=f"<p>{body}</p>")
        for (kind, address), body in zip(places, bodies, strict=True)
    ]
    found_apart(pages, arounds)


@pytest.mark.parametrize(
    ("link", "broken"),
    [("#content", 0), ("#here", 0), ("#nowhere", 2), ("../", 2), ("../../../../none/", 2)],
)
def test_a_link_of_a_shell_is_followed_from_every_page_in_it(link: str, broken: int) -> None:
    pages = [
        Page(kind="case", address=address, title="A", description="B", content='<b id="here">')
        for address in ADDRESSES["case"]
    ]
    found = found_apart(pages, [f'<a href="{link}">', "", ""])
    assert len([one for one in found if one.link == link]) == broken
