"""What a project's summary leaves to its programme's case is not called missing from the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compare.wholes import held_by_whole, wholes_of

if TYPE_CHECKING:
    from tests.compare.conftest import Real

PROGRAMME = "plymouth/2014-15/cco-co-operative-centre-of-operations"
PROJECT = "plymouth/2014-15/cco-ict-migration-to-delt"


def test_options_and_risks_of_a_project_stand_in_the_case_of_its_programme(real: Real) -> None:
    held = held_by_whole(real.facts[PROJECT], real.facts)
    assert set(held.values()) == {PROGRAMME}
    assert set(held) == {
        *("options", "do-nothing", "risks-scored", "mitigations", "equality", "returns"),
    }


def test_what_the_programme_lacks_too_is_missing(real: Real) -> None:
    held = held_by_whole(real.facts[PROJECT], real.facts)
    assert {"prices", "risks-owned"}.isdisjoint(held)


def test_a_programme_holds_nothing_for_a_sum_of_its_part_that_does_not_agree(real: Real) -> None:
    review = real.facts["plymouth/2014-15/cst-service-review"]
    assert {"sources", "figures-agree"}.isdisjoint(held_by_whole(review, real.facts))


def test_a_whole_that_is_not_in_the_register_holds_nothing(real: Real) -> None:
    assert wholes_of(real.facts[PROJECT]) == (PROGRAMME,)
    assert held_by_whole(real.facts[PROJECT], {}) == {}


def test_no_case_holds_anything_for_itself(real: Real) -> None:
    project = real.facts[PROJECT]
    to_itself = replace(project, links=tuple(replace(link, case=PROJECT) for link in project.links))
    assert held_by_whole(to_itself, real.facts) == {}


def test_every_project_summary_of_plymouth_is_part_of_a_larger_case(real: Real) -> None:
    summaries = [facts for facts in real.facts.values() if facts.kind.value == "project summary"]
    assert len(summaries) == 11
    assert all(wholes_of(facts) for facts in summaries)
