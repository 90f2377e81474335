"""Comparisons as data: the same sentences, caveats and codes that the pages show.

Each theme has a file of its own, for one list of all of them would be made anew whenever any case
changes. ``themes.json`` leads to each.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.compare.amounts import Derived
from generator.core.amounts import plain_number
from generator.pages.addresses import theme_address
from generator.pages.case_data import SCHEMA
from generator.pages.compared import comparison_of, looks_among, multiples_among
from generator.pages.in_short import in_short
from generator.pages.json_lines import json_lines
from generator.pages.theme_absent import absent
from generator.pages.theme_sheets import amounts_sheet
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.compare.amounts import WayLook
    from generator.compare.comparison import Comparison, Statement
    from generator.compare.sides import Value
    from generator.core.amounts import Amount
    from generator.pages.figure_data import Data
    from generator.pages.shelf import Shelf

FOLDER = "api/v1/themes/"


def theme_file(key: str) -> str:
    """``api/v1/themes/waste.json``."""
    return f"{FOLDER}{key}.json"


def theme_makers(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterator[Asset]]]:
    """What makes the files of each theme that has a page, by the address of the first."""
    keys = (key for key in shelf.register.themes if theme_address(key) and shelf.on_theme(key))
    return {theme_file(key): partial(_theme, key) for key in keys}


def _theme(key: str, shelf: Shelf) -> Iterator[Asset]:
    paths = shelf.on_theme(key)
    comparison = comparison_of(paths, shelf)
    data: Data = {
        "as_at": shelf.as_at.isoformat(),
        "schema": SCHEMA,
        "id": key,
        "title": shelf.register.themes[key].title,
        "url": theme_address(key),
        "without": list(absent(key, shelf)),
        "in_short": [one.text for one in in_short(key, paths, shelf)],
        **comparison_data(comparison),
        "alike": [_group(group, looks) for group, looks in looks_among(paths, shelf)],
    }
    yield Asset(address=theme_file(key), body=json_lines(data))
    yield amounts_sheet(key, multiples_among(paths, shelf))


def comparison_data(comparison: Comparison) -> Data:
    """What is common, what differs, what stands against it, and what can be compared instead."""
    return {
        "cases": [side.facts.path for side in comparison.sides],
        "common": _statements(comparison.common),
        "differ": _statements(comparison.differ),
        "caveats": _caveats(comparison),
        "one_scale": comparison.scale is not None,
        "why_no_scale": list(comparison.why_no_scale),
        "instead": [
            {"code": one.code, "title": one.title, "values": _values(one.values)}
            for one in comparison.instead
        ],
    }


def _statements(said: Sequence[Statement]) -> list[Data]:
    return [
        {"code": one.code, "sentence": one.sentence, "values": _values(one.values)} for one in said
    ]


def _caveats(comparison: Comparison) -> list[Data]:
    return [
        {
            "code": one.code,
            "severity": one.severity.value,
            "sentence": one.sentence,
            "values": _values(one.values),
        }
        for one in comparison.caveats
    ]


def _values(values: Sequence[Value]) -> list[Data]:
    """What is said, and by which cases; null where they do not say."""
    return [
        {"words": one.words or None, "cases": [path for path, _ in one.places]} for one in values
    ]


def _room(amount: Amount) -> Data:
    """What else is said of an amount: the upper end of a range, and how it is meant."""
    high = {"high": plain_number(amount.high)} if amount.high is not None else {}
    return {**high, "qualifier": amount.qualifier.value}


def _group(comparison: Comparison, looks: Sequence[WayLook]) -> Data:
    """Figures that stand on one scale, and those made comparable, with what each rests on."""
    return {
        "cases": [side.facts.path for side in comparison.sides],
        "caveats": _caveats(comparison),
        "made_comparable": [
            {
                "way": look.way.code,
                "case": path,
                "amount": plain_number(value.amount.number),
                **_room(value.amount),
                "unit": value.amount.unit.name,
                "under": value.under,
            }
            for look in looks
            for (path, _), value in look.values
            if isinstance(value, Derived) and value.amount.number is not None
        ],
    }
