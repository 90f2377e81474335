"""What a name in a relation is called on a page: labels as printed, not ids.

Officers write `summary.net-benefits`; a reader sees “Net benefits” in “Summary of the
financial case”, with a link to it. A name that stands for nothing is shown as typed:
the problem it causes is reported elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.identity import slug_of
from generator.core.operands import HEADLINE
from generator.pages.addresses import Ref, case_address, link
from generator.pages.anchors import Places, places_on_page
from generator.pages.shelf import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.core.case import Case
    from generator.core.figures import Axis, Table


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
    """What the names of one case stand for.

    Attributes:
        single: the headline, figures, claims and targets of benefits, by name.
        tables: each table with its anchor, by id.
    """

    case: Case
    single: Mapping[str, Named]
    tables: Mapping[str, tuple[Table, str]]


def names_of(case: Case) -> Names:
    """All names of a case; of two things with one id the first is meant."""
    places = places_on_page(case)
    tables = zip(reversed(case.tables), reversed(places.tables), strict=True)
    return Names(
        case=case,
        single=_benefits(case) | _claims(case, places) | _figures(case, places) | _headline(case),
        tables={table.id: (table, at) for table, at in tables},
    )


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
    return names.single.get(name) or _in_table(names, name) or Named(text=f"“{name}”")


def _headline(case: Case) -> dict[str, Named]:
    if case.headline is None:
        return {}
    found = {HEADLINE: Named(text="the headline", url="#money")}
    for split in case.headline.splits:
        text = f"the part “{split.name}” of the headline"
        found[f"{HEADLINE}.splits.{slug_of(split.name)}"] = Named(text=text, url="#money")
    return found


def _figures(case: Case, places: Places) -> dict[str, Named]:
    return {
        figure.id: Named(text=f"“{figure.what}”", url=f"#{at}")
        for figure, at in zip(reversed(case.figures), reversed(places.figures), strict=True)
    }


def _claims(case: Case, places: Places) -> dict[str, Named]:
    return {
        claim.id: Named(
            text=f"“{claim.claim.value}{f', {claim.what}' if claim.what else ''}”", url=f"#{at}"
        )
        for claim, at in zip(reversed(case.claims), reversed(places.claims), strict=True)
    }


def _benefits(case: Case) -> dict[str, Named]:
    found = {}
    for benefit in case.benefits:
        labels = [target.label for target in benefit.targets] + ["baseline"]
        for label in labels:
            text = f"“{label}” of the benefit “{benefit.benefit}”"
            found[f"{benefit.id}.{slug_of(label)}"] = Named(text=text, url="#benefits")
    return found


def _in_table(names: Names, name: str) -> Named | None:
    """A whole table, a row or a column of it, or one cell."""
    head, *parts = name.split(".")
    if head not in names.tables:
        return None
    table, at = names.tables[head]
    title = f"“{table.title}”"
    if not parts:
        return Named(text=title, url=f"#{at}")
    labels = [_label((*table.rows, *table.columns), part) for part in parts]
    return Named(text=f"“{', '.join(labels)}”", within=f"in {title}", url=f"#{at}")


def _label(axes: Sequence[Axis], part: str) -> str:
    return next((axis.label for axis in axes if axis.id == part), part)
