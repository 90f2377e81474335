"""The body of a case's page at another address leads to the same places, or nowhere."""

from __future__ import annotations

import pytest

from generator.pages.moved import moved

HERE = "cases/north/2018-19/meals/"
KNOWN = {"councils/north/", "cases/north/2018-19/meals/", "methods/"}


@pytest.mark.parametrize(
    ("written", "put"),
    [
        ('<a href="#risks">Risks</a>', '<a href="#risks">Risks</a>'),
        ('<a href="tables/costs.csv">CSV</a>', '<a href="tables/costs.csv">CSV</a>'),
        (
            '<a href="../../../../councils/north/">North</a>',
            '<a href="../../../../../../councils/north/">North</a>',
        ),
        (
            '<a class="cb-word" href="../../../../methods/#checks">How</a>',
            '<a class="cb-word" href="../../../../../../methods/#checks">How</a>',
        ),
        (
            '<a class="cb-tag" href="../../../../themes/gone/">Gone</a> and <a href="#a">a</a>',
            '<span class="cb-tag">Gone</span> and <a href="#a">a</a>',
        ),
        (
            '<a href="../../../../cases/north/2018-19/gone/" rel="nofollow noopener">it</a>',
            "<span>it</span>",
        ),
        (
            '<a href="../../../../cases/north/2018-19/meals/#figure-a">a</a>',
            '<a href="#figure-a">a</a>',
        ),
        (
            '<a href="https://example.org/?a=1&amp;b=2">out</a>',
            '<a href="https://example.org/?a=1&amp;b=2">out</a>',
        ),
        (
            '<p>written: href="../../../../themes/gone/" &lt;a&gt;</p><abbr title="a">b</abbr>',
            '<p>written: href="../../../../themes/gone/" &lt;a&gt;</p><abbr title="a">b</abbr>',
        ),
    ],
    ids=[
        "a place on the page itself",
        "a file beside the page",
        "another page",
        "a place on another page",
        "a page that is not there, and a link behind it",
        "a case that is not there",
        "a place on the case's own page",
        "another site",
        "text that looks like a link",
    ],
)
def test_a_link_leads_to_the_same_place_from_two_folders_deeper(written: str, put: str) -> None:
    assert moved(written, HERE, 2, KNOWN.__contains__) == put
