"""The kinds of page, their addresses, and what may be handed over to be published."""

from __future__ import annotations

import pytest

from generator.site.kinds import KIND, KINDS
from generator.site.page import Asset, Page
from tests.site.conftest import ROOT, page_of


def test_each_kind_has_its_shell_and_each_shell_its_kind() -> None:
    shells = {
        path.relative_to(ROOT / "site_src").as_posix()
        for path in (ROOT / "site_src").rglob("*.md")
        if "casebook-slot" in path.read_text(encoding="utf-8")
    }
    assert shells == {kind.source for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "address", "depth"),
    [
        ("home", "", 0),
        ("register", "cases/", 1),
        ("case", "cases/one-council/one-plan-year/one-case/", 4),
        ("council", "councils/one-council/", 2),
        ("theme", "themes/one-theme/", 2),
    ],
)
def test_a_shell_lies_as_deep_as_its_pages(kind: str, address: str, depth: int) -> None:
    assert KIND[kind].address == address
    assert KIND[kind].depth == depth


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("home", ""),
        ("register", "cases/"),
        ("case", "cases/plymouth/2014-15/cco-co-operative-centre-of-operations/"),
        ("case", "cases/cambridgeshire/2018-19/a-r-6-111/"),
        ("council", "councils/plymouth/"),
        ("themes", "themes/"),
        ("changes", "changes/"),
        ("changes-sheet", "changes/2018-02-15..cabinet-in-march/"),
        ("gone", "cases/plymouth/2014-15/once-here/"),
        ("gone-history", "cases/plymouth/2014-15/once-here/history/"),
        ("theme", "themes/shared-services/"),
        ("two-councils", "compare/waste/cambridgeshire..plymouth/"),
        ("two-cases", "compare/cases/plymouth..plymouth/2014-15..2014-15/cco..cst/"),
        ("version", "cases/plymouth/2014-15/cco/history/0123456789ab/"),
        ("step", "cases/plymouth/2014-15/cco/history/0123456789ab..ba9876543210/"),
    ],
)
def test_a_page_has_an_address_of_its_kind(kind: str, address: str) -> None:
    assert KIND[kind].has(address)


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("home", "index.html"),
        ("register", "cases"),
        ("register", "/cases/"),
        ("case", "cases/one-council/one-plan-year/one-case/"),
        ("case", "cases/plymouth/2014-15/"),
        ("case", "cases/plymouth/2014-15/a/b/"),
        ("case", "cases/plymouth/../a/"),
        ("case", "cases/Plymouth/2014-15/a/"),
        ("case", "cases/plymouth/2014-15/a b/"),
        ("case", 'cases/plymouth/2014-15/a"><script>/'),
        ("case", "cases/plymouth/2014-15/a\n/"),
        ("case", "cases/plymouth/2014-15/a..b/"),
        ("version", "cases/plymouth/2014-15/cco/history/0123456789ab..ba9876543210/"),
        ("step", "cases/plymouth/2014-15/cco/history/0123456789ab/"),
        ("step", "cases/plymouth/2014-15/cco/history/0123456789ab../"),
        ("theme", "themes//"),
        ("two-councils", "compare/waste/cambridgeshire/"),
        ("two-cases", "compare/cases/plymouth..plymouth/"),
        ("theme", "councils/plymouth/"),
    ],
)
def test_no_page_has_any_other_address(kind: str, address: str) -> None:
    assert not KIND[kind].has(address)
    with pytest.raises(ValueError, match="is no address of"):
        Page(kind=kind, address=address, title="t", description="d", content="c")


def test_what_search_engines_are_not_to_list_says_so_in_its_shell() -> None:
    for kind in KINDS:
        shell = (ROOT / "site_src" / kind.source).read_text(encoding="utf-8")
        assert ("robots: noindex" in shell) is not kind.listed, kind.name


def test_a_page_is_of_a_known_kind() -> None:
    with pytest.raises(ValueError, match="no kind of page called 'recipe'"):
        Page(kind="recipe", address="", title="t", description="d", content="c")


@pytest.mark.parametrize("what", ["title", "description", "content"])
def test_no_text_of_a_page_is_empty(what: str) -> None:
    with pytest.raises(ValueError, match=f"has an empty {what}"):
        page_of("home", **{what: " \n"})


@pytest.mark.parametrize("address", ["api/v1/cases.json", "a.css", "cases/x/2018-19/y/case.json"])
def test_an_asset_lies_below_the_root(address: str) -> None:
    assert Asset(address=address, body=b"").address == address


@pytest.mark.parametrize(
    "address",
    ["", ".", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "c:/a", "a\0b"],
)
def test_and_nowhere_else(address: str) -> None:
    with pytest.raises(ValueError, match="names no file below"):
        Asset(address=address, body=b"")
