"""Whether every link of the site leads somewhere, asked again only of pages that may have lost it.

Where every link of the last site led somewhere, a link can be broken now only on a page that has
changed, or where what it led to is gone. In a register of ten thousand cases that leaves a few
pages to ask, and of all others no more than whether they lead to a page of which something is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.site.page_links import (
    broken_in,
    lost_anchors,
    lost_page,
    may_lead,
    page_mark,
    what_is_new,
)
from generator.site.targets import ANCHOR

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.remaking.anew import Kept, Site
    from generator.remaking.frame import Frame
    from generator.remaking.results import Output
    from generator.site.links import BrokenLink
    from generator.site.packs import Packs, Place
    from generator.site.page_links import PageLinks
    from generator.site.publish import Ready


class Leading(Mapping[str, "PageLinks"]):
    """Where each page leads, taken from the disk for who asks."""

    def __init__(self, packs: Packs, places: Mapping[str, Place]) -> None:
        self._packs, self._places = packs, places

    def __getitem__(self, page: str) -> PageLinks:
        """Where one page leads."""
        found: PageLinks = self._packs.value(self._places[page])
        return found

    def __contains__(self, page: object) -> bool:
        """Whether it is one of these; nothing is taken from the disk for that."""
        return page in self._places

    def __iter__(self) -> Iterator[str]:
        """The paths of all pages."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._places)


def broken_links_of(
    site: Site, packs: Packs, frame: Frame, ready: Ready, kept: Kept
) -> tuple[BrokenLink, ...]:
    """Every link that leads nowhere, whether its page was made now or stands in the folder.

    Args:
        site: the site.
        packs: in which it stands where pages lead.
        frame: what surrounds the cases.
        ready: gives the files.
        kept: what the last build left.
    """
    pages = Leading(packs, _places(site.outputs))
    files = {output.address: output for output in site.outputs}
    sound = kept.sound and kept.around.base == frame.base
    return broken_in(
        pages,
        {kind: shell.links for kind, shell in frame.around.items()},
        files,
        frame.site_url,
        ready.body,
        among=suspects(files, pages, site.before, packs) if sound else None,
    )


def _places(outputs: Collection[Output]) -> dict[str, Place]:
    return {output.address: output.links for output in outputs if output.links}


def suspects(
    files: Mapping[str, Output], pages: Leading, before: Mapping[str, Output], packs: Packs
) -> dict[str, PageLinks]:
    """The pages that lead where they did not before, or to what is gone."""
    changed = [page for page in pages if before.get(page) is not files[page]]
    then = Leading(packs, _places([before[page] for page in changed if page in before]))
    both = {page: (then[page], pages[page]) for page in changed if page in then}
    gone = {lost for page, (old, new) in both.items() for lost in lost_anchors(page, old, new)}
    gone |= {lost_page(address) for address in before.keys() - files.keys()}
    found = {
        page: what_is_new(*both[page], gone) if page in both else pages[page] for page in changed
    }
    marks = frozenset(page_mark(one.partition(ANCHOR)[0]) for one in gone)
    others = (page for page in pages if page not in found and may_lead(files[page].led, marks))
    led = {page: what_is_new(links, links, gone) for page in others for links in [pages[page]]}
    return found | {page: links for page, links in led.items() if links.targets}
