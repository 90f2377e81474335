"""The desk at which every piece of work is done: from a view of the register to finished files.

A piece of work is a case or a list. What it gives is told in a few words, which are kept; its
files go where the site is made ready, so that nobody has to hold them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.pages.data import case_files
from generator.pages.pages import case_pages
from generator.remaking.album import NONE, Album
from generator.remaking.columns import digests_of
from generator.remaking.kept import work_out
from generator.remaking.lens import Lens
from generator.remaking.results import MADE, Made, Output, Outputs, Result
from generator.site.digest import digest
from generator.site.fill import fill_page
from generator.site.guard import refuse_foreign
from generator.site.kinds import KIND
from generator.site.packing import pack
from generator.site.page import Asset, Page
from generator.site.page_links import PageLinks, body_links, marks_of, read_links
from generator.site.parts import NONE as UNKNOWN
from generator.site.parts import is_long, look_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pages.shelf import Shelf
    from generator.remaking.books import Entry
    from generator.remaking.columns import Pieces
    from generator.remaking.facts import Facts
    from generator.remaking.frame import Frame
    from generator.site.packs import Place
    from generator.site.parts import Parts
    from generator.site.publish import Ready

File = tuple[Asset, PageLinks | None]  # with its links where they are known already


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What all pieces of work have in common: the facts, what surrounds them, where files go.

    What a piece of work gives may come from a copy of this process, so it has the pieces to be
    kept where their places will be: see ``placed`` and ``placed_outputs``.

    Attributes:
        drawn: the files of the last build that the engine drew, by their addresses.
        before: all files of the last build, likewise.
    """

    facts: Facts
    frame: Frame
    ready: Ready
    drawn: Mapping[str, Output] = field(default_factory=dict)
    before: Mapping[str, Output] = field(default_factory=dict)

    def stands(self, outputs: Outputs) -> bool:
        """Whether these files stand in the site."""
        return all(self.ready.stands(one.address, one.content) for one in outputs)

    def is_done(self, entry: Entry) -> bool:
        """Whether nothing has to be worked out for a case."""
        made: Result[Made] | None = entry.results.get(MADE)
        return made is not None and self.stands(made.value.outputs) and self.facts.hold(made)

    def work(self, path: str) -> tuple[Result[tuple[Pieces, Outputs]], tuple[str, ...]]:
        """What is kept of a case, its files, and which of these were made ready."""
        lens = Lens(self.facts, path)
        album = self.album(self.facts.books.entries[path].results.get(MADE))
        case, shelf = lens.cases[path], self.shelf(lens, album)
        values = work_out(case, shelf)
        pages = case_pages(case, shelf, self.frame.contact)
        files = case_files(case, replace(shelf, production=False))
        outputs, written = self.finish([*pages, *files])
        return replace(lens.result((values, outputs)), pictures=album.packed()), written

    def placed(self, worked: Result[tuple[Pieces, Outputs]]) -> Result[Made]:
        """What is kept of a case, where its files lead put on the disk; see ``Columns.put``."""
        values, outputs = worked.value
        made = Made(values=digests_of(values), outputs=self.placed_outputs(outputs))
        return Result(
            reads=worked.reads, seen=worked.seen, value=made, pictures=self._put(worked.pictures)
        )

    def placed_list(self, worked: Result[Outputs]) -> Result[Outputs]:
        """The same of a list."""
        outputs, pictures = self.placed_outputs(worked.value), self._put(worked.pictures)
        return replace(worked, value=outputs, pictures=pictures)

    def _put(self, pictures: bytes) -> Place:
        return self.facts.books.packs.add(pictures) if pictures else NONE

    def placed_outputs(self, outputs: Outputs) -> Outputs:
        """The same files, where they lead put on the disk."""
        add = self.facts.books.packs.add
        return tuple(
            replace(output, links=add(output.links)) if output.links else output
            for output in outputs
        )

    def album(self, before: Result[Any] | None) -> Album:
        """The pictures of a piece of work; `before` is what it gave the last time."""
        return Album(self.facts.books.packs, before.pictures if before else NONE)

    def shelf(self, lens: Lens, album: Album) -> Shelf:
        """The register as a piece of work sees it, and where its pictures come from."""
        frame = self.frame
        return lens.shelf(
            frame.as_at,
            production=frame.production,
            templates=frame.templates,
            published=frame.published,
            draw=album.draw,
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

    def finish_drawn(self, made: Iterable[Asset]) -> tuple[Outputs, tuple[str, ...]]:
        """What the engine drew; a page that it drew for the last build is not read again."""
        outputs: list[Output] = []
        written: list[str] = []
        for asset in made:
            known = self.drawn.get(asset.address)
            content = digest(asset.body)
            if known is not None and known.content == content:
                outputs.append(known)
                written += [asset.address] if self.ready.put(asset, content) else []
            else:
                found, anew = self.finish((asset,))
                outputs += self.placed_outputs(found)
                written += anew
        return tuple(outputs), tuple(written)

    def _filled(self, page: Page) -> File:
        frame = self.frame
        parts = look_at(page, frame.site_url, self._parts_before(page))
        if any(part.foreign for part in parts.values()):
            refuse_foreign([page])
        links = body_links(page, frame.around[page.kind], parts)
        return Asset(address=page.path, body=fill_page(page, frame.shells[page.kind])), links

    def _parts_before(self, page: Page) -> Parts:
        """What was found in the body that the last build put there."""
        before = self.before.get(page.path)
        if before is None or before.links is None or not is_long(page.content):
            return UNKNOWN
        links: PageLinks = self.facts.books.packs.value(before.links)
        return links.known_parts()


def _output(asset: Asset, frame: Frame, links: PageLinks | None) -> Output:
    if links is None and asset.address.endswith(".html"):
        links = read_links(asset.address, asset.body, frame.site_url)
    body = None if links is None else pack(links)
    listed = links is None or not links.kind or KIND[links.kind].listed
    return Output(
        address=asset.address, content=digest(asset.body), links=body,
        led=b"" if links is None else marks_of(links), listed=listed,
    )  # fmt: skip
