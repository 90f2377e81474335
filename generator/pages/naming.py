"""Where on a page a figure that something names can be found: the words of ``core.naming``, linked.

Relations, findings and sums all name figures. A reader sees “Net benefits” in “Summary of the
financial case”, and can go there. A name that stands for nothing is shown as typed, without a
link: the problem it causes is reported elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.naming import describe, singles
from generator.core.once import once
from generator.core.operands import HEADLINE
from generator.pages.addresses import Ref, case_address, link
from generator.pages.anchors import places_on_page
from generator.pages.shelf import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """What a name stands for.

    Attributes:
        text: in the document's words: ``“Net benefits”``.
        within: the table or the case it stands in, where that is not plain: ``in “Summary”``.
        url: where on a page it stands; empty where it stands for nothing.
    """

    text: str
    within: str = ""
    url: str = ""

    def ref(self, before: Named | None = None) -> Ref:
        """Words with a link; what it stands in is left out where that of `before` is the same."""
        said = before is not None and before.within == self.within
        within = f" {self.within}" if self.within and not said else ""
        return Ref(text=f"{self.text}{within}", url=self.url)


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """The names of one case, and where what they stand for is found on its page.

    Attributes:
        anchors: ``#table-costs`` by the id of each table, and of all else by its name.
    """

    case: Case
    anchors: Mapping[str, str]

    def url(self, name: str) -> str:
        """Where a figure, row, column or table stands; empty for a name of nothing."""
        return self.anchors.get(name) or self.anchors.get(f"{name.partition('.')[0]}.", "")


@once
def names_of(case: Case) -> Names:
    """All names of a case; of two things with one id the first is meant."""
    places = places_on_page(case)
    anchors = {figure.name: "#benefits" for figure in singles(case)}
    anchors |= {name: "#money" for name in anchors if name.partition(".")[0] == HEADLINE}
    anchors |= _first([claim.id for claim in case.claims], places.claims)
    anchors |= _first([figure.id for figure in case.figures], places.figures)
    anchors |= _first([f"{table.id}." for table in case.tables], places.tables)
    return Names(case=case, anchors=anchors)


def _first(names: Sequence[str], anchors: Sequence[str]) -> dict[str, str]:
    """The anchor of each name, of the first where two have the same."""
    pairs = list(zip(names, anchors, strict=True))
    return {name: f"#{anchor}" for name, anchor in reversed(pairs)}


def named(names: Names, name: str, others: Mapping[str, Case]) -> Named:
    """The words for a name, and where on the page of its case it stands.

    Args:
        names: those of the case that uses the name.
        name: as the officer typed it; ``council/year/slug#name`` means another case.
        others: the cases that may be meant, by path.
    """
    path, mark, inner = name.rpartition("#")
    if mark and path in others:
        other = others[path]
        found = named(names_of(other), inner, {})
        url = link(case_address(other.id), case_address(names.case.id)) + found.url
        return Named(text=found.ref().text, within=f"in the case “{title_of(other)}”", url=url)
    figure = describe(names.case, name)
    within = f"in “{figure.within}”" if figure.within else ""
    return Named(text=figure.text, within=within, url=names.url(name))
