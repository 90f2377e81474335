"""From bodies to the files of the whole site: nothing breaks out, nothing stands twice."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.engine import draw
from generator.site.errors import SiteError
from generator.site.fill import (
    fill_page,
    in_order,
    refuse_clashes,
    spaced_as_drawn,
    whole_site,
)
from generator.site.kinds import KIND, KINDS
from generator.site.page import Asset
from generator.site.shells import read_shells
from tests.site.conftest import (
    SITE_URL,
    Drawn,
    copy_register,
    every_page,
    page_of,
)

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2019, 3, 31)
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc"))).filter(lambda text: text.strip())
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


class Head(HTMLParser):
    """The title and the description of a page, as a browser has them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title, self.description, self.tags, self.inside = "", "", 0, ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside, self.tags = tag, self.tags + 1
        if dict(attrs).get("name") == "description":
            self.description = dict(attrs).get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        self.title += data if self.inside == "title" else ""


@given(title=PLAIN, description=PLAIN)
def test_no_title_and_no_description_breaks_out_of_its_place(
    drawn: Drawn, title: str, description: str
) -> None:
    shell = read_shells(drawn)["case"]
    plain = Head(fill_page(page_of("case"), shell).decode())
    page = page_of("case", title=title, description=description)
    head = Head(fill_page(page, shell).decode())
    assert head.title == f"{title} – Casebook"
    assert head.description == description
    assert head.tags == plain.tags


def test_the_site_is_what_the_engine_drew_and_the_pages_and_the_assets(drawn: Drawn) -> None:
    data = Asset(address="api/v1/cases.json", body=b"{}")
    files = {file.address: file.body for file in whole_site(drawn, every_page(), [data], as_at=DAY)}
    assert files["api/v1/cases.json"] == b"{}"
    assert {page.path for page in every_page()} <= files.keys()
    assert {"404.html", "methods/index.html", "assets/casebook.css"} <= files.keys()
    assert list(files) == sorted(files)


def test_no_shell_and_nothing_unused_is_in_the_site(drawn_at_address: Drawn) -> None:
    files = whole_site(drawn_at_address, every_page(), [], as_at=DAY)
    for file in files:
        assert "one-" not in file.address
        assert b"casebook-slot" not in file.body
        assert not file.address.startswith(("search/search_index", "assets/javascripts/lunr"))
        assert not file.address.endswith((".map", ".gz"))


def test_a_kind_without_a_page_leaves_no_shell_behind(drawn: Drawn) -> None:
    addresses = {file.address for file in whole_site(drawn, [], [], as_at=DAY)}
    assert not {f"{kind.address}index.html" for kind in KINDS} & addresses


def test_the_sitemap_lists_every_page_once_that_is_to_be_found(drawn_at_address: Drawn) -> None:
    files = {f.address: f.body for f in whole_site(drawn_at_address, every_page(), [], as_at=DAY)}
    listed = [loc.text or "" for loc in ET.fromstring(files["sitemap.xml"]).iter(LOC)]  # noqa: S314 - ours
    hidden = {page.path for page in every_page() if not KIND[page.kind].listed}
    assert len(hidden) >= 3  # old versions and old addresses
    pages = [path for path in files if path.endswith("index.html") and path not in hidden]
    assert sorted(listed) == sorted(SITE_URL + path.removesuffix("index.html") for path in pages)
    assert files["sitemap.xml"].count(b"<lastmod>2019-03-31</lastmod>") == len(pages)


def test_a_site_without_an_address_has_no_sitemap(drawn: Drawn) -> None:
    addresses = {file.address for file in whole_site(drawn, every_page(), [], as_at=DAY)}
    assert not {address for address in addresses if "sitemap" in address}


def test_two_builds_give_the_same_bytes_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_register(tmp_path / "register", site_url=SITE_URL)
    built = []
    for name, clock in (("first", "0"), ("second", "1900000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", clock)
        built.append(whole_site(draw(root, tmp_path / name), every_page(), [], as_at=DAY))
    assert built[0] == built[1]


def test_two_files_at_one_address_stop_the_build(drawn: Drawn) -> None:
    page = page_of("case")
    asset = Asset(address=page.path, body=b"")
    with pytest.raises(SiteError, match=f"More than one file .* {page.path}"):
        whole_site(drawn, [*every_page()], [asset], as_at=DAY)


def test_an_address_is_a_file_or_a_folder() -> None:
    files = [Asset(address=address, body=b"") for address in ("a/b", "a/b/c", "a/c")]
    with pytest.raises(SiteError, match="has the address a/b\\. Nothing was published"):
        in_order(files)


@pytest.mark.parametrize(
    ("content", "drawn_as"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\n   \n\n  b  \n", "a\n\n\n  b  \n"),
        ("\ta\nb\tc", "    a\nb   c"),
        ("\n\t \n", "\n\n"),
        ("a\u00a0\n\u2003\nb", "a\u00a0\n\u2003\nb"),
    ],
)
def test_white_space_is_as_the_engine_leaves_it(content: str, drawn_as: str) -> None:
    assert spaced_as_drawn(content) == drawn_as


@given(
    addresses=st.lists(
        st.lists(st.sampled_from(["a", "a-b", "b"]), min_size=1, max_size=3).map("/".join),
        max_size=8,
    )
)
def test_two_files_of_one_address_or_one_in_the_place_of_a_folder_are_never_let_through(
    addresses: list[str],
) -> None:
    ordered = sorted(addresses)
    clash = len({*ordered}) < len(ordered) or any(
        one.startswith(f"{other}/") for one in ordered for other in ordered
    )
    with pytest.raises(SiteError) if clash else nullcontext():
        refuse_clashes(ordered)
