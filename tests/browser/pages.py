"""Which pages are looked at: one of every kind, and as many more as show every part.

The kinds are the pipeline's own, so a new kind is looked at from its first day, and a kind of
which the site has no page fails. Pages written by hand are a kind each, and so are the page for
an address that leads nowhere and the page of a case that has to be mended.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator.site.kinds import KIND, KINDS

ROOT = Path(__file__).resolve().parents[2]

BROKEN = "case with a mistake"
MISTAKEN = "with-a-mistake"  # its file, and the end of its address
NOT_FOUND = "404.html"
HAND_WRITTEN = tuple(
    f"{path.relative_to(ROOT / 'site_src').with_suffix('').as_posix()}/"
    for path in sorted((ROOT / "site_src").rglob("*.md"))
    if path.relative_to(ROOT / "site_src").as_posix() not in {kind.source for kind in KINDS}
)
EVERY_KIND = (*KIND, BROKEN, *HAND_WRITTEN, NOT_FOUND)

on_every_kind = pytest.mark.parametrize("kind", EVERY_KIND)

TAG = re.compile(r'<(/?[a-z0-9]+)(?: class="([^"]*)")?')


def address_of(kind: str, site: Path) -> str:
    """The address of the fullest page of a kind: the one with the most to go wrong."""
    if kind in {*HAND_WRITTEN, NOT_FOUND}:
        return kind
    shell = KIND["case" if kind == BROKEN else kind]
    sizes = {address: path.stat().st_size for address, path in pages_of(site).items()}
    ours = [
        address
        for address in sizes
        if shell.has(address)
        and address.endswith(f"/{MISTAKEN}/") == (kind == BROKEN)
        and is_listed(site / address / "index.html") == shell.listed
    ]
    assert ours, f"the site has no {kind} page, and each kind is looked at before it goes out"
    return max(ours, key=lambda address: sizes[address])


def is_listed(file: Path) -> bool:
    """Whether search engines are to list a page, unlike one at an old address."""
    return '<meta name="robots" content="noindex">' not in file.read_text(encoding="utf-8")


def beside_every_kind(site: Path) -> list[str]:
    """Addresses of few pages that show what the fullest page of no kind shows.

    The fullest page of a kind need not have every part that the kind can have, nor every part
    beside every other. What counts is two tags, with their classes, one after the other; each
    page chosen is the one that adds the most of these. A larger register hardly needs more.
    """
    shown = {
        address: set(pairwise(TAG.findall(file.read_text(encoding="utf-8"))))
        for address, file in pages_of(site).items()
    }
    missing = set().union(*shown.values())
    for kind in EVERY_KIND:
        missing -= shown.get(address_of(kind, site), set())
    chosen: list[str] = []
    while missing:
        chosen.append(max(shown, key=lambda address: len(shown[address] & missing)))
        missing -= shown[chosen[-1]]
    return chosen


def pages_of(site: Path) -> dict[str, Path]:
    """The files of the site's pages by their addresses, which end in a stroke or are empty."""
    files = sorted(site.rglob("index.html"))
    return {file.relative_to(site).as_posix().removesuffix("index.html"): file for file in files}
