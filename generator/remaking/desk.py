"""The desk at which every piece of work is done: from a view of the register to finished files.

A piece of work is a case or a list. What it gives is told in a few words, which are kept; its
files go where the site is made ready, so that nobody has to hold them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.pages.data import case_files
from generator.pages.pages import case_pages
from generator.remaking.kept import Values, work_out
from generator.remaking.lens import KEPT, Facts, Lens, Result
from generator.site.digest import digest
from generator.site.fill import fill_page
from generator.site.guard import refuse_foreign
from generator.site.page import Asset, Page
from generator.site.page_links import PageLinks, read_body_links, read_links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.shelf import Shelf
    from generator.remaking.books import Entry
    from generator.remaking.frame import Frame
    from generator.site.publish import Ready

PAGES = "pages"  # the name under which an entry keeps what its files are


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A file of the site: where it stands, what it holds, and for a page, where it leads."""

    address: str
    content: bytes
    links: PageLinks | None


Outputs = tuple[Output, ...]
File = tuple[Asset, PageLinks | None]  # with its links where they are known already


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What all pieces of work have in common: the facts, what surrounds them, where files go."""

    facts: Facts
    frame: Frame
    ready: Ready

    def stands(self, result: Result[Outputs]) -> bool:
        """Whether a result holds, and its files stand in the site besides."""
        there = all(self.ready.stands(one.address, one.content) for one in result.value)
        return there and self.facts.hold(result)

    def is_done(self, entry: Entry) -> bool:
        """Whether nothing has to be worked out for a case."""
        kept, pages = entry.results.get(KEPT), entry.results.get(PAGES)
        return bool(kept and pages and self.facts.hold(kept) and self.stands(pages))

    def work(self, path: str) -> tuple[Result[Values], Result[Outputs], tuple[str, ...]]:
        """What is kept of a case, its files, and which of these were made ready."""
        lens = Lens(self.facts, path)
        case, shelf = lens.cases[path], self.shelf(lens)
        values = work_out(case, shelf)
        pages = case_pages(case, shelf, self.frame.contact)
        files = case_files(case, replace(shelf, production=False))
        outputs, written = self.finish([*pages, *files])
        return lens.result(values), lens.result(outputs), written

    def shelf(self, lens: Lens) -> Shelf:
        """The register as a piece of work sees it."""
        frame = self.frame
        return lens.shelf(
            frame.as_at,
            production=frame.production,
            templates=frame.templates,
            published=frame.published,
        )

    def finish(self, made: Iterable[Page | Asset]) -> tuple[Outputs, tuple[str, ...]]:
        """Pages in their shells, and other files as they are: what they are, which were new."""
        files = [self._filled(one) if isinstance(one, Page) else (one, None) for one in made]
        outputs = tuple(_output(asset, self.frame, links) for asset, links in files)
        written = tuple(
            output.address
            for output, (asset, _) in zip(outputs, files, strict=True)
            if self.ready.put(asset, output.content)
        )
        return outputs, written

    def _filled(self, page: Page) -> File:
        frame = self.frame
        refuse_foreign([page])
        links = read_body_links(page, frame.around[page.kind], frame.site_url)
        return Asset(address=page.path, body=fill_page(page, frame.shells[page.kind])), links


def _output(asset: Asset, frame: Frame, links: PageLinks | None) -> Output:
    if links is None and asset.address.endswith(".html"):
        links = read_links(asset.address, asset.body, frame.site_url)
    return Output(address=asset.address, content=digest(asset.body), links=links)
