"""How a council stands to a theme: it has cases, has none here, or does not run the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.compare.applicable import Standing, standing
from generator.core.councils import Council, RunBy, Theme

if TYPE_CHECKING:
    from tests.compare.conftest import Real

RUN_BY = RunBy(types=("county",), reason="Counties run schools.", source="A guide")
SCHOOLS, WASTE = Theme(title="Schools", run_by=RUN_BY), Theme(title="Waste")
COUNTY = Council(name="Northshire", short_name="Northshire", type="county")
DISTRICT = Council(name="Southport", short_name="Southport", type="district")
UNKNOWN = Council(name="Eastham", short_name="Eastham")


@pytest.mark.parametrize(
    ("theme", "council", "has_case", "expected"),
    [
        (SCHOOLS, COUNTY, True, Standing.CASES),
        (SCHOOLS, COUNTY, False, Standing.NO_CASE),
        (SCHOOLS, DISTRICT, False, Standing.NOT_APPLICABLE),
        (SCHOOLS, DISTRICT, True, Standing.CASES),
        (SCHOOLS, UNKNOWN, False, Standing.NO_CASE),
        (WASTE, DISTRICT, False, Standing.NO_CASE),
    ],
)
def test_a_standing(theme: Theme, council: Council, has_case: bool, expected: Standing) -> None:
    assert standing(theme, council, has_case=has_case).standing is expected


def test_not_applicable_says_why_and_who_says_so() -> None:
    found = standing(SCHOOLS, DISTRICT, has_case=False)
    assert found.sentence == "Not applicable: Southport is a district. Counties run schools."
    assert found.source == "A guide"


@pytest.mark.parametrize(
    ("theme", "council", "expected"),
    [
        ("adult-social-care-and-health", "cheltenham", Standing.NOT_APPLICABLE),
        ("adult-social-care-and-health", "cambridgeshire", Standing.CASES),
        ("adult-social-care-and-health", "peterborough", Standing.NO_CASE),
        ("revenues-and-benefits", "cambridgeshire", Standing.NOT_APPLICABLE),
        ("revenues-and-benefits", "cheltenham", Standing.CASES),
        ("waste", "cheltenham", Standing.NO_CASE),
    ],
)
def test_councils_of_the_register(theme: str, council: str, expected: Standing, real: Real) -> None:
    register = real.register
    has_case = any(f.council == council and theme in f.themes for f in real.facts.values())
    found = standing(register.themes[theme], register.councils[council], has_case=has_case)
    assert found.standing is expected


def test_the_types_that_themes_name_are_written_as_councils_have_them(real: Real) -> None:
    known = {council.type for council in real.register.councils.values()}
    for theme in real.register.themes.values():
        if theme.run_by:
            assert known & set(theme.run_by.types), theme.title


def test_no_council_has_a_case_on_what_it_is_said_not_to_run(real: Real) -> None:
    for facts in real.facts.values():
        for key in facts.themes:
            run_by = real.register.themes[key].run_by
            assert not run_by or real.register.councils[facts.council].type in run_by.types
