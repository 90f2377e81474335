"""Every internal link and anchor of the built site resolves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.site.fill import whole_site
from generator.site.links import broken_links
from generator.site.page import Asset
from generator.site.publish import overwrite
from tests.site.conftest import SITE_URL, Drawn, every_page
from tests.site.test_fill import DAY

if TYPE_CHECKING:
    from pathlib import Path

HOME = '<h1 id="top-of-it">Home</h1><a name="old"></a>'
FILES = {
    "index.html": HOME,
    "404.html": "",
    "cases/index.html": '<h1 id="cases">Cases</h1>',
    "cases/a-b/index.html": "",
    "assets/a b.css": "",
    "data.json": "{}",
    "picture.svg": "<svg/>",
}


def build(folder: Path, page: str, html: str, files: dict[str, str] = FILES) -> Path:
    for name, text in {**files, page: files.get(page, "") + html}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("page", "html"),
    [
        ("index.html", '<a href="cases/">'),
        ("index.html", '<a href="">'),
        ("index.html", '<a href="#">'),
        ("index.html", '<a href="#top">'),
        ("index.html", '<a href="#top-of-it"><a href="#old">'),
        ("index.html", '<a href="./cases/#cases">'),
        ("index.html", '<a href="cases/?sort=council#cases">'),
        ("cases/index.html", '<a href=".."><a href="../"><a href="../index.html">'),
        ("cases/index.html", '<a href="/"><a href="/cases/a-b/"><a href="/#top-of-it">'),
        ("cases/a-b/index.html", '<link href="../../assets/a%20b.css"><img src="/picture.svg">'),
        ("cases/a-b/index.html", '<img srcset="../../picture.svg 1x, /picture.svg 2x">'),
        ("index.html", '<img src="picture.svg#part">'),
        ("index.html", '<a href="https://other.example/x#y"><a href="//other.example/nothing">'),
        ("index.html", '<a href="mailto:clerk@example.org"><a href="tel:123">'),
        ("index.html", '<img src="data:image/png;base64,AA==">'),
        ("index.html", '<script>var x = "<a href=nothing>"</script>'),
        ("index.html", '<!-- <a href="nothing"> -->'),
        ("404.html", '<a href="/cases/">'),
    ],
)
def test_a_link_that_leads_somewhere_is_no_broken_link(
    tmp_path: Path, page: str, html: str
) -> None:
    assert broken_links(build(tmp_path, page, html)) == ()


@pytest.mark.parametrize(
    ("page", "html", "link", "why"),
    [
        ("index.html", '<a href="case/">', "case/", "there is no case/index.html in the site"),
        ("index.html", '<a href="cases">', "cases", "this is a folder, whose address ends in /"),
        ("index.html", '<a href="#no">', "#no", "there is no place called no in index.html"),
        (
            "cases/a-b/index.html",
            '<a href="../#no">',
            "../#no",
            "there is no place called no in cases/index.html",
        ),
        ("index.html", '<img src="x.png">', "x.png", "there is no x.png in the site"),
        ("index.html", '<script src="x.js"></script>', "x.js", "there is no x.js in the site"),
        ("index.html", '<form action="find/">', "find/", "there is no find/index.html in the site"),
        ("index.html", '<img srcset="x.png 2x">', "x.png", "there is no x.png in the site"),
        (
            "index.html",
            '<svg><use xlink:href="#i"/>',
            "#i",
            "there is no place called i in index.html",
        ),
        ("index.html", '<a href="/x.json">', "/x.json", "there is no x.json in the site"),
        ("cases/index.html", '<a href="../../">', "../../", "this leads out of the site"),
        ("index.html", '<a href="../x">', "../x", "this leads out of the site"),
        ("index.html", '<a href="https://[">', "https://[", "this is no address"),
        (
            "index.html",
            '<meta name="no"><a href="#no">',
            "#no",
            "there is no place called no in index.html",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page_and_what_is_wrong(
    tmp_path: Path, page: str, html: str, link: str, why: str
) -> None:
    (broken,) = broken_links(build(tmp_path, page, f"\n\n{html}"))
    assert (broken.page, broken.link, broken.why) == (page, link, why)
    assert broken.line == 3


CANONICAL = f'<link rel="canonical" href="{SITE_URL}">'


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/register/cases/", True),
        (f"{SITE_URL}cases/#cases", True),
        ("cases/", True),
        ("/cases/", False),
        (f"{SITE_URL}nothing/", False),
        ("https://casebook.example.org/elsewhere/", True),
    ],
)
def test_a_site_below_a_folder_of_its_host_is_followed_there(
    tmp_path: Path, link: str, whole: bool
) -> None:
    site = build(tmp_path, "index.html", f'{CANONICAL}<a href="{link}">')
    assert bool(broken_links(site)) is not whole


def test_all_broken_links_are_reported_in_order_of_page_and_line(tmp_path: Path) -> None:
    build(tmp_path, "cases/index.html", '\n<a href="x">\n<a href="x">')
    build(tmp_path, "404.html", '<a href="y">', {})
    found = [(link.page, link.line) for link in broken_links(tmp_path)]
    assert found == [("404.html", 1), ("cases/index.html", 2), ("cases/index.html", 3)]


def test_the_pages_around_the_cases_have_no_broken_link(
    drawn: Drawn, drawn_at_address: Drawn, tmp_path: Path
) -> None:
    feed = Asset(address="feeds/register.atom", body=b"<feed/>")  # every page names it in its head
    for number, each in enumerate((drawn, drawn_at_address)):
        site = tmp_path / str(number)
        overwrite(site, whole_site(each, every_page(), [feed], as_at=DAY))
        assert broken_links(site) == ()
