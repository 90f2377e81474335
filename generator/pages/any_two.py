"""Any two cases: the page on which they are chosen, and the data from which a script compares.

What each case says of everything that a comparison looks at is worked out here, in words, and so
is what is said where two say different things. The script only looks which words differ, so it
can say nothing that a prepared page would not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.compare.against import Differing
from generator.compare.aspects import ASPECTS, INSTEAD
from generator.compare.pairs import CONNECTING
from generator.compare.rules import RULES
from generator.compare.sides import sides_of
from generator.pages.addresses import (
    COMPARE,
    Ref,
    case_address,
    link,
    pair_address,
    theme_address,
    up,
)
from generator.pages.case_data import SCHEMA
from generator.pages.comparable import figure_words
from generator.pages.compared import case_facts, sides
from generator.pages.json_lines import json_lines
from generator.pages.pairs import MOST_PAIRED, council_pairs, linked_refs, pair_refs
from generator.pages.phrases import count
from generator.pages.shelf import Shelf, councils_of
from generator.pages.side_by_side import TOLD_BY
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.compare.against import Rule, Told
    from generator.compare.facts import Facts, Side
    from generator.pages.figure_data import Data

RULES_FILE = "api/v1/compare.json"
FOLDER = "api/v1/compare/"
MOST_LISTED = 500  # cases of a register whose linked pairs are all listed on one page
NO_LIST = "Each such pair is named on the pages of its two cases and of the themes they share."
NO_LINK = "No case in this register has a link to another of this sort."


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemePairs:
    """A theme and its prepared pages; `note` says why there are none."""

    what: Ref
    pairs: tuple[Ref, ...]
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CompareView:
    """The page that leads to every comparison."""

    themes: tuple[ThemePairs, ...]
    linked: tuple[Ref, ...]
    linked_note: str
    data: str
    home: str


def compare_view(shelf: Shelf) -> CompareView:
    """That page."""
    paths = shelf.paths()
    few = len(paths) <= MOST_LISTED
    facts = (shelf.kept(case_facts, path) for path in paths) if few else ()
    return CompareView(
        themes=tuple(_themes(shelf)),
        linked=linked_refs(facts, shelf, COMPARE),
        linked_note=NO_LINK if few else NO_LIST,
        data=link(RULES_FILE, COMPARE),
        home=up(COMPARE),
    )


def _themes(shelf: Shelf) -> Iterator[ThemePairs]:
    """The themes on which several councils have a case."""
    for key, theme in shelf.register.themes.items():
        address, councils = theme_address(key), len(councils_of(shelf.on_theme(key)))
        if address and councils > 1:
            note = f"{count(councils, 'council')}: see all of them on the page of the theme."
            yield ThemePairs(
                what=Ref(text=theme.title, url=link(address, COMPARE)),
                pairs=pair_refs(key, council_pairs(key, shelf), shelf, COMPARE),
                note=note if councils > MOST_PAIRED else "",
            )


def any_two_makers(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterator[Asset]]]:
    """What makes the rules, and the file of each council."""
    folders = sorted(councils_of(shelf.paths()))
    councils = {_file(folder): partial(_council, folder) for folder in folders}
    return {RULES_FILE: _rules, **councils}


def _file(folder: str) -> str:
    return f"{FOLDER}{folder}.json"


def _rules(shelf: Shelf) -> Iterator[Asset]:
    """What is said where cases differ, and where each council's cases are."""
    data: Data = {
        "as_at": shelf.as_at.isoformat(),
        "schema": SCHEMA,
        "rules": [_rule(rule) for rule in RULES],
        "aspects": [
            {
                "code": a.code,
                "same": a.same,
                "differ": a.differ,
                "some": a.some,
                "told_by": sorted(TOLD_BY.get(a.code, {a.code})),
            }
            for a in ASPECTS
        ],
        "instead": [{"code": a.code, "title": a.same} for a in INSTEAD],
        "councils": [
            {"id": folder, "name": shelf.council_name(folder), "url": _file(folder)}
            for folder in sorted(councils_of(shelf.paths()))
        ],
    }
    yield Asset(address=RULES_FILE, body=json_lines(data))


def _rule(rule: Rule) -> Data:
    """Of a rule that looks at words, what is said where they differ; else null."""
    look = rule.look
    told = look if isinstance(look, Differing) else None
    return {
        "code": rule.code,
        "title": rule.title,
        "differ": _told(told.differ if told else None),
        "some": _told(told.some if told else None),
        "none": _told(told.none if told else None),
    }


def _told(told: Told | None) -> Data | None:
    return {"severity": told[0].value, "sentence": told[1]} if told else None


def _council(folder: str, shelf: Shelf) -> Iterator[Asset]:
    """The cases of a council in words."""
    every = sides(shelf.of_council(folder), shelf)
    data: Data = {
        "as_at": shelf.as_at.isoformat(),
        "schema": SCHEMA,
        "id": folder,
        "name": shelf.council_name(folder),
        "cases": [{**in_words(side), "together": together(side, shelf)} for side in every],
    }
    yield Asset(address=_file(folder), body=json_lines(data))


def in_words(side: Side) -> Data:
    """A case: what it says of everything that is looked at.

    ``words`` has null where a rule does not look at the case, ``aspects`` where that part of its
    file could not be read; ``own`` has what a rule says of it whatever it is compared with.
    """
    figure = figure_words(side.figure) if side.figure else None
    return {
        "id": side.facts.path,
        "title": side.facts.title,
        "plan_year": side.facts.plan_year,
        "url": case_address(side.facts.path),
        "amount": figure.amount if figure else None,
        "reading": figure.reading or None if figure else None,
        "about": figure.about if figure else None,
        "words": {
            rule.code: rule.look.words(side) if rule.look.among(sides_of([side])).all else None
            for rule in RULES
            if isinstance(rule.look, Differing)
        },
        "own": list(_own(side)),
        "aspects": {
            aspect.code: None if aspect.lost(side) else aspect.words(side) for aspect in ASPECTS
        },
        "instead": {aspect.code: aspect.words(side) for aspect in INSTEAD},
    }


def together(side: Side, shelf: Shelf) -> Data:
    """What rules say of it and a case that it names together, and of neither alone, by its path.

    Beside it stands the page on the two; null where none is prepared.
    """
    named = {*side.facts.linked(*CONNECTING), *side.facts.needed_cases} - {side.facts.path}
    others = sides((path for path in sorted(named) if path in shelf.cases), shelf)
    return {
        other.facts.path: {
            "url": _page_on(side.facts, other.facts),
            "own": [
                told
                for told in _own(side, other)
                if told["code"] not in {one["code"] for one in (*_own(side), *_own(other))}
            ],
        }
        for other in others
    }


def _page_on(one: Facts, other: Facts) -> str | None:
    connected = other.path in one.linked(*CONNECTING) or one.path in other.linked(*CONNECTING)
    return pair_address(one.path, other.path) if connected else None


def _own(*those: Side) -> Iterator[Data]:
    """What rules that look at more than words say of a case, or of two together."""
    for rule in RULES:
        against = None if isinstance(rule.look, Differing) else rule.look(sides_of(those))
        if against:
            yield {
                "code": rule.code,
                "severity": against.severity.value,
                "sentence": against.lead,
                "words": "; ".join(words for words in against.groups if words),
            }
