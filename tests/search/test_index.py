"""The search index lies beside the published pages: made when they change, and left alone else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.search.index import ENTRY, index_site
from generator.site.errors import SiteError
from generator.site.folder import INDEX_FOLDER
from generator.site.page import Asset
from generator.site.publish import overwrite, publish

if TYPE_CHECKING:
    from pathlib import Path


def page(name: str, words: str) -> Asset:
    body = f'<html lang="en"><body data-pagefind-body><h1>{words}</h1></body></html>'
    return Asset(address=f"{name}/index.html", body=body.encode())


MARKED = Asset(address=".made-by-casebook", body=b"x")
PAGES = (MARKED, page("one", "libraries"), page("two", "street lights"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "register").mkdir()
    site = tmp_path / "site"
    publish(PAGES, site, root=tmp_path / "register")
    index_site(site)
    return site


def made(site: Path) -> int:
    return (site / INDEX_FOLDER / ENTRY).stat().st_ino


def names(site: Path) -> set[str]:
    return {path.name for path in site.iterdir()}


def test_the_index_is_a_folder_of_the_site_and_nothing_else_of_it_is_left_behind(
    site: Path,
) -> None:
    assert (site / INDEX_FOLDER / "pagefind.js").is_file()
    assert names(site) == {"one", "two", INDEX_FOLDER, MARKED.address}


def test_pagefinds_own_search_pages_are_left_out(site: Path) -> None:
    assert not [path.name for path in (site / INDEX_FOLDER).iterdir() if "-ui" in path.name]


def test_an_index_that_is_no_longer_wanted_is_dropped_and_the_old_one_stays(site: Path) -> None:
    before = made(site)
    overwrite(site, [*PAGES, page("three", "buses")])
    index_site(site, lambda: True)
    assert made(site) == before
    assert names(site) == {"one", "two", "three", INDEX_FOLDER, MARKED.address}
    index_site(site)
    assert made(site) != before


def test_an_index_is_not_made_anew_while_no_page_changes(site: Path) -> None:
    before = made(site)
    index_site(site)
    assert made(site) == before


@pytest.mark.parametrize(
    "pages",
    [
        (*PAGES, page("three", "a new page")),
        (*PAGES[:2], page("two", "another page")),
        PAGES[:2],
        (*PAGES[:2], page("renamed", "street lights")),
    ],
    ids=["added", "changed", "removed", "renamed"],
)
def test_an_index_is_made_anew_when_a_page_is(site: Path, pages: tuple[Asset, ...]) -> None:
    before = made(site)
    publish(pages, site, root=site.parent / "register")
    index_site(site)
    assert made(site) != before


def test_so_it_is_where_the_last_build_was_killed_before_the_index(site: Path) -> None:
    root = site.parent / "register"
    before = made(site)
    publish(PAGES[:2], site, root=root)  # and killed here
    publish(PAGES[:2], site, root=root)
    index_site(site)
    assert made(site) != before


def test_publishing_leaves_the_index_alone(site: Path) -> None:
    before = {path.name: path.read_bytes() for path in (site / INDEX_FOLDER).glob("*.*")}
    change = publish(PAGES, site, root=site.parent / "register", anew=True)
    overwrite(site, PAGES)
    after = {path.name: path.read_bytes() for path in (site / INDEX_FOLDER).glob("*.*")}
    assert after == before
    assert not [name for name in change.remove if name.startswith(INDEX_FOLDER)]


def test_what_a_killed_run_left_of_an_index_goes_away(site: Path) -> None:
    (site / f".{INDEX_FOLDER}").mkdir()
    (site / f".{INDEX_FOLDER}" / "half").write_bytes(b"")
    publish(PAGES, site, root=site.parent / "register")
    assert names(site) == {"one", "two", INDEX_FOLDER, MARKED.address}


def test_a_link_in_the_place_of_the_index_is_replaced_and_not_written_through(
    tmp_path: Path,
) -> None:
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "site"
    elsewhere.mkdir()
    overwrite(site, PAGES)
    (site / INDEX_FOLDER).symlink_to(elsewhere)
    index_site(site)
    assert not (site / INDEX_FOLDER).is_symlink()
    assert list(elsewhere.iterdir()) == []


def test_a_site_that_cannot_be_indexed_is_said_to_be_published_all_the_same(
    tmp_path: Path,
) -> None:
    with pytest.raises(SiteError, match="published, but its search index could not be made"):
        index_site(tmp_path)
