"""A theme: every council that has a case on it side by side, and the ways on to any two of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.addresses import COMPARE, Ref, link, theme_address
from generator.pages.compared import sides
from generator.pages.comparing import SideBySide, scope_of, side_by_side
from generator.pages.comparison_data import theme_file
from generator.pages.pairs import MOST_PAIRED, council_pairs, linked_refs, pair_refs
from generator.pages.plan_items import PlanItem, plan_items
from generator.pages.shelf import Shelf, councils_of
from generator.pages.theme_absent import absent
from generator.pages.theme_sheets import AMOUNTS, theme_sheet

NO_PAIRS = (
    "Pages on two councils are prepared where at most {most} councils have a case on a theme; here "
    "there are {number}. Any two cases can be compared all the same."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeView:
    """A theme's page.

    Attributes:
        absent: councils that have no case on it, and those to whom it does not apply.
        plans: what can be added up, plan by plan.
        councils: prepared pages on two of the councils.
        linked: prepared pages on two cases that a link connects.
        pairs_note: why there is none on two councils; empty where there are.
        any_two: where any two cases can be compared.
        csv: every amount, on a scale or not, as a file.
        data: the comparison as data.
        more: what else is on the page, by the id of its heading.
    """

    title: str
    about: str
    scope: str
    absent: tuple[str, ...]
    body: SideBySide
    plans: tuple[PlanItem, ...]
    councils: tuple[Ref, ...]
    linked: tuple[Ref, ...]
    pairs_note: str
    any_two: Ref
    csv: Ref
    data: str
    more: tuple[Ref, ...] = (Ref(text="Two side by side", url="pairs"),)


def theme_view(key: str, shelf: Shelf) -> ThemeView:
    """The page of the theme `key`, which has a case at least."""
    theme, paths = shelf.register.themes[key], shelf.on_theme(key)
    here, number = theme_address(key) or "", len(councils_of(paths))
    note = NO_PAIRS.format(most=MOST_PAIRED, number=number) if number > MOST_PAIRED else ""
    return ThemeView(
        title=theme.title,
        about=theme.about or "",
        scope=scope_of(paths, shelf),
        absent=absent(key, shelf),
        body=side_by_side(paths, shelf, here, key, csv=link(theme_sheet(key, AMOUNTS), here)),
        plans=plan_items(paths, shelf, here),
        councils=pair_refs(key, council_pairs(key, shelf), shelf, here),
        linked=linked_refs((side.facts for side in sides(paths, shelf)), shelf, here),
        pairs_note=note,
        any_two=Ref(text="Compare any two cases", url=link(COMPARE, here)),
        csv=Ref(
            text="Every amount on this theme as a file for spreadsheets (CSV)",
            url=link(theme_sheet(key, AMOUNTS), here),
        ),
        data=link(theme_file(key), here),
    )
