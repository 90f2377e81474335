"""From shells and finished bodies to the files of the whole site, as values.

Nothing is read or written here. A value goes into its slot as the engine
would have written it: title and description escaped by the very function the
theme's templates use, the body with its white space as the engine leaves it.
A test holds a filled page and the engine's own to the same bytes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import escape

from generator.site.errors import SiteError
from generator.site.folder import MARK, folders_of
from generator.site.guard import refuse_foreign
from generator.site.kinds import KIND, KINDS
from generator.site.page import Asset, Page
from generator.site.policy import with_policies
from generator.site.shells import Shell, Slot, read_shells, site_url
from generator.site.sitemap import sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

# Of what the engine and the theme write: a search that is not used here, what only the theme's
# own developers read, and a sitemap that knows no page made from a case (its packed form also
# says when it was packed).
UNUSED = (
    *("search/search_index.json", "assets/javascripts/lunr/", "assets/javascripts/workers/"),
    *("assets/images/favicon.png", "sitemap.xml"),
)
UNUSED_ENDING = ".map"

TAB = 4  # columns, as in Markdown
BLANKS = re.compile(r"\n +(?=\n|\Z)")  # a line of spaces alone, with the end of the one before


def whole_site(
    drawn: Mapping[str, bytes],
    pages: Iterable[Page],
    assets: Iterable[Asset],
    *,
    as_at: date,
) -> tuple[Asset, ...]:
    """Every file of the site, in order of address.

    Args:
        drawn: what the engine drew, shells included, by path.
        pages: the pages made from cases.
        assets: files that are finished already.
        as_at: the day the register stands at: of its last commit, or
            ``SOURCE_DATE_EPOCH``. Never the clock's.

    Raises:
        SiteError: a shell is not as declared, two files have one address, or a
            page holds what no page may hold.
    """
    pages = tuple(pages)
    refuse_foreign(pages)
    drawn = with_policies(drawn)  # before any word of a case is filled in
    kept = own_files(drawn)
    address = site_url(drawn)
    listed = (page.path for page in pages if KIND[page.kind].listed)
    site_map = sitemap(address, (*kept, *listed), as_at)
    drawn_files = (Asset(address=path, body=body) for path, body in kept.items())
    filled = fill(pages, assets, read_shells(drawn))
    return in_order((MARK, *drawn_files, *filled, *site_map))


def own_files(drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the engine drew and the site keeps: all but shells and what is not used."""
    shells = {f"{kind.address}index.html" for kind in KINDS}
    return {
        path: body
        for path, body in drawn.items()
        if path not in shells and not path.startswith(UNUSED) and not path.endswith(UNUSED_ENDING)
    }


def fill(
    pages: Iterable[Page], assets: Iterable[Asset], shells: Mapping[str, Shell]
) -> tuple[Asset, ...]:
    """Each page in its shell, and the assets beside them, as files."""
    filled = (Asset(address=page.path, body=fill_page(page, shells[page.kind])) for page in pages)
    return (*filled, *assets)


def fill_page(page: Page, shell: Shell) -> bytes:
    """The page's file: the shell with the page's values in its slots."""
    values = {
        Slot.TITLE: str(escape(page.title)),
        Slot.DESCRIPTION: str(escape(page.description)),
        Slot.CONTENT: spaced_as_drawn(page.content),
        Slot.ADDRESS: page.canonical or page.address,
    }
    parts = (values[part] if isinstance(part, Slot) else part for part in shell.parts)
    return "".join(parts).encode("utf-8", errors="xmlcharrefreplace")


def spaced_as_drawn(content: str) -> str:
    """White space as it is in what the engine draws: no tabs, no spaces on empty lines.

    The rule is that of Python-Markdown's first step, which finished HTML goes
    through too (``markdown.preprocessors.NormalizeWhitespace``).
    """
    text = content
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.expandtabs(TAB)
    if " \n" not in text and not text.endswith(" "):
        return text  # as nearly always: a body of some million letters is not written anew
    return BLANKS.sub("\n", f"\n{text}")[1:]


def in_order(files: Iterable[Asset]) -> tuple[Asset, ...]:
    """The files by address, each address once.

    Raises:
        SiteError: an address stands twice, or is both a file and a folder.
    """
    ordered = tuple(sorted(files, key=lambda file: file.address))
    refuse_clashes([file.address for file in ordered])
    return ordered


def refuse_clashes(ordered: Sequence[str]) -> None:
    """Stop where an address, of those in order, stands twice, or is both a file and a folder.

    Raises:
        SiteError: one does; the message names all.
    """
    twice = {one for one, after in pairwise(ordered) if one == after}
    if clashes := twice | (folders_of(ordered) & set(ordered)):
        raise SiteError(
            "More than one file of the site has the address "
            f"{', '.join(sorted(clashes))}. Nothing was published."
        )
