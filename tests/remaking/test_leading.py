"""Whom a build asks again whether its links lead somewhere: whoever may lead to what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.remaking.leading import Leading, suspects
from generator.remaking.results import Output
from generator.site.packing import pack
from generator.site.packs import Packs
from generator.site.page_links import PageLinks, marks_of

if TYPE_CHECKING:
    from pathlib import Path


def page(packs: Packs, name: str, *targets: str, anchors: str = "") -> Output:
    """A page with these anchors that leads to these places, as it is kept."""
    links = PageLinks(anchors=anchors, targets="\n".join(sorted(targets)), wrong=False)
    place = packs.add(pack(links))
    return Output(address=name, content=b"", links=place, led=marks_of(links))


def asked(packs: Packs, before: list[Output], now: list[Output]) -> dict[str, str]:
    """Of each page that is asked, where it leads as far as that is asked."""
    files = {output.address: output for output in now}
    pages = Leading(packs, {output.address: output.links for output in now if output.links})
    found = suspects(files, pages, {output.address: output for output in before}, packs)
    return {name: links.targets for name, links in found.items()}


@pytest.mark.parametrize("target", ["old/index.html#", "old/index.html#sums", "old/é.html#"])
def test_a_page_that_leads_to_a_file_that_is_gone_is_asked(tmp_path: Path, target: str) -> None:
    with Packs(tmp_path / "packs") as packs:
        gone = page(packs, target.partition("#")[0])
        leads, other = page(packs, "a.html", target), page(packs, "b.html", "a.html#")
        assert asked(packs, [gone, leads, other], [leads, other]) == {"a.html": target}


def test_a_changed_page_is_asked_for_what_is_new_on_it_and_for_what_is_gone(
    tmp_path: Path,
) -> None:
    with Packs(tmp_path / "packs") as packs:
        gone, stays = page(packs, "old.html"), page(packs, "stays.html")
        then = page(packs, "a.html", "old.html#x", "stays.html#")
        now = page(packs, "a.html", "old.html#x", "stays.html#", "stays.html#new")
        found = asked(packs, [gone, stays, then], [stays, now])
        assert found == {"a.html": "old.html#x\nstays.html#new"}


def test_where_a_page_has_lost_a_place_those_that_name_it_are_asked(tmp_path: Path) -> None:
    with Packs(tmp_path / "packs") as packs:
        then, now = page(packs, "a.html", anchors="x\ny"), page(packs, "a.html", anchors="y")
        leads, other = page(packs, "b.html", "a.html#x"), page(packs, "c.html", "a.html#y")
        found = asked(packs, [then, leads, other], [now, leads, other])
        assert found == {"a.html": "", "b.html": "a.html#x"}


def test_where_nothing_is_gone_the_changed_pages_alone_are_asked(tmp_path: Path) -> None:
    with Packs(tmp_path / "packs") as packs:
        leads = page(packs, "b.html", "a.html#")
        then, now = page(packs, "a.html", anchors="x"), page(packs, "a.html", anchors="x\ny")
        assert asked(packs, [then, leads], [now, leads]) == {"a.html": ""}
