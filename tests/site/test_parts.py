"""A long body looked at part by part says what it says as a whole, however it was edited."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site.guard import foreign_in
from generator.site.page import Page
from generator.site.page_links import PageLinks, body_links, read_shell_links
from generator.site.parts import Parts, look_at, parts_of
from generator.site.quick_look import quick_look
from tests.site.test_page_links import TAGS, shell

if TYPE_CHECKING:
    from generator.site.page_links import ShellLinks

SITE = "https://site.example/register/"
ROW = '<tr id="row-{0}"><td><a href="a/2018-19/case-{0}/#money">Case {0}</a></td></tr>'
# What a part alone must not be taken for: a tag, a title, a comment or a handler that goes on.
ODD_LINES = st.sampled_from(
    [
        *("<title>", "</title>", '<p title="a >', 'b">', "<!-- >", "-->", "<b style", "=>"),
        *(
            "<b onclick",
            "=x>",
            "<script>",
            "</script>",
            "<p style='a'>",
            '<a href="javascript:x">',
            "<svg><title>A",
            "<i>",
            "</title></svg>",
        ),
    ]
)
LINES = st.lists(st.one_of(TAGS, ODD_LINES, st.just("<p>text</p>")), min_size=1, max_size=12)


def page(content: str) -> Page:
    return Page(kind="view", address="cases/by-year/", title="A", description="B", content=content)


def shell_links() -> ShellLinks:
    return read_shell_links(shell("view", '<a href="#here">'), SITE)


def told(content: str, parts: Parts) -> tuple[object, ...]:
    links = body_links(page(content), shell_links(), parts)
    assert isinstance(links, PageLinks)
    foreign = {one for part in parts.values() for one in part.foreign}
    return links.anchors, links.targets, links.wrong, foreign


def in_small_parts() -> ExitStack:
    """Have bodies of any length cut, at every other line."""
    stack = ExitStack()
    stack.enter_context(patch("generator.site.parts.MOST_WHOLE", 0))
    stack.enter_context(patch("generator.site.parts.LINES", 2))
    return stack


@settings(max_examples=300)
@given(before=LINES, after=LINES, kept=LINES)
def test_the_parts_of_a_body_say_what_it_says_as_a_whole(
    before: list[str], after: list[str], kept: list[str]
) -> None:
    then, now = "\n".join([*before, *kept]), "\n".join([*after, *kept])
    whole = look_at(page(now), SITE)
    with in_small_parts():
        known = look_at(page(then), SITE)
        parts = look_at(page(now), SITE, known)
    assert told(now, parts) == told(now, whole)
    assert told(now, parts)[3] == set(foreign_in(now))


def test_of_a_long_list_only_what_is_new_is_looked_at() -> None:
    rows = [ROW.format(number) for number in range(2_000)]
    known = look_at(page("\n".join(rows)), SITE)
    rows[1_000] = ROW.format("new")
    rows.insert(3, ROW.format("more"))
    content = "\n".join(rows)
    with patch("generator.site.parts.quick_look", side_effect=quick_look) as looked:
        parts = look_at(page(content), SITE, known)
    lines = sum(len(call.args[0].split("\n")) for call in looked.call_args_list)
    assert 2 <= lines <= 1_000
    assert told(content, parts) == told(content, look_at(page(content), SITE))


def test_what_stood_at_another_address_is_not_taken_for_what_stands_here() -> None:
    content = "\n".join(ROW.format(number) for number in range(2_000))
    other = Page(kind="view", address="cases/by-size/", title="A", description="B", content=content)
    assert not look_at(page(content), SITE).keys() & look_at(other, SITE).keys()


@given(lines=LINES)
def test_the_parts_are_the_body(lines: list[str]) -> None:
    content = "\n".join(lines)
    with in_small_parts():
        assert "\n".join(parts_of(content)) == content
