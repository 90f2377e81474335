"""Which comparisons of two cases are prepared, from the links of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.compare.pairs import linked_pairs
from generator.core.words import LinkKind

if TYPE_CHECKING:
    from tests.compare.conftest import Real

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
THEIRS = "peterborough/2019-20/shared-services-savings"
BEFORE = "cambridgeshire/2018-19/c-r-6-101-shared-services"


def test_the_pair_to_get_right_is_there_and_the_case_that_one_follows(real: Real) -> None:
    pairs = {(pair.one, pair.other): pair.why for pair in linked_pairs(real.facts.values())}
    assert pairs[OURS, THEIRS] == (LinkKind.SAME_INITIATIVE,)
    assert pairs[BEFORE, OURS] == (LinkKind.FOLLOWS,)


def test_a_programme_is_paired_with_its_projects(real: Real) -> None:
    programme = "plymouth/2014-15/cco-co-operative-centre-of-operations"
    pairs = linked_pairs(real.facts.values())
    others = [pair.other for pair in pairs if pair.one == programme]
    assert f"{programme.rpartition('/')[0]}/cco-ict-migration-to-delt" in others


@given(data=st.data())
def test_a_pair_stands_once_whichever_case_names_the_other(data: st.DataObject, real: Real) -> None:
    cases = data.draw(st.permutations(list(real.facts.values())))
    pairs = linked_pairs(cases)
    assert pairs == linked_pairs(real.facts.values())
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
    assert all(pair.one < pair.other for pair in pairs)
