"""What pages ask of comparisons, as they ask it: from what is kept of each case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.comparison import compare
from generator.compare.year import council_year
from generator.pages.compared import case_facts, in_year, sides
from generator.pages.shelf import shelve
from generator.remaking.kept import KEPT
from generator.site.packing import pack, unpack
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from generator.reading.register import Register

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
THEIRS = "peterborough/2019-20/shared-services-savings"


def test_the_facts_of_every_case_come_out_of_their_pack_as_they_went_in(real: Register) -> None:
    shelf = shelve(real, AS_AT, production=False)
    assert case_facts in KEPT
    for case in shelf.cases.values():
        facts = case_facts(case, shelf)
        assert unpack(pack(facts)) == facts


def test_two_sides_of_one_programme_have_no_common_scale(real: Register) -> None:
    found = compare(sides([OURS, THEIRS], shelve(real, AS_AT, production=False)))
    assert found.why_no_scale == (
        "They cover different lengths of time: 1 year (Cambridgeshire), 2 years (Peterborough).",
    )


def test_a_year_is_made_from_what_is_kept(real: Register) -> None:
    shelf = shelve(real, AS_AT, production=False)
    paths = [path for path in shelf.cases if path.startswith("cambridgeshire/2018-19/")]
    year = council_year(in_year(paths, shelf), real.themes)
    assert sum(len(part.paths) for part in year.by_committee) == len(paths)
