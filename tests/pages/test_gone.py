"""What stands at the old addresses of a case that moved or was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.history.git import tip
from generator.history.past import read_pasts
from generator.history.states import names_of
from generator.pages.addresses import case_address, history_address, version_address
from generator.pages.gone import gone_pages
from generator.pages.pages import case_pages
from generator.pages.shelf import shelve
from generator.reading.register import load_register
from tests.history.repository import CASE, PATH, commit, started
from tests.pages.conftest import AS_AT, TEMPLATES, Body

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pages.shelf import Shelf

OLD = "north/2018-19/a-1-meals"
NEW = "north/2019-20/b-1-meals"
CHEAPER = CASE.replace("£900k", "£750k")


def shelf_of(root: Path) -> Shelf:
    register = load_register(root)
    pasts = read_pasts(root, tip(root), register.removals)
    return shelve(register, AS_AT, production=False, pasts=pasts, templates=TEMPLATES)


def test_every_version_below_the_old_address_of_a_case_leads_to_the_same_version_now(
    tmp_path: Path,
) -> None:
    root = started(tmp_path / "register")
    commit(root, "2020-02-01", {PATH: CHEAPER})
    commit(root, "2020-03-01", {PATH: "", f"cases/{NEW}.md": CHEAPER})
    shelf = shelf_of(root)
    old = {page.address: page for page in gone_pages(shelf)}
    names = [names_of(text.encode())[0] for text in (CASE, CHEAPER)]
    assert {*old} == {
        case_address(OLD), history_address(OLD), *(version_address(OLD, name) for name in names),
    }  # fmt: skip
    new = {page.address for page in case_pages(shelf.cases[NEW], shelf)}
    for name in names:
        there = version_address(NEW, name)
        assert there in new
        assert "../" * 6 + there in Body(old[version_address(OLD, name)].content).values("href")


def test_below_the_address_of_a_case_that_was_withdrawn_no_address_leads_to_nothing(
    tmp_path: Path,
) -> None:
    root = started(tmp_path / "register")
    name = names_of(CASE.encode())[0]
    commit(root, "2020-02-01", {PATH: ""})
    old = {page.address: page for page in gone_pages(shelf_of(root))}
    assert "was taken out" in Body(old[version_address(OLD, name)].content).text
