"""The risks of a year drawn: each scale apart, and the same numbers as in the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.compare.risk_picture import GRIDS_APART, risk_picture
from generator.pages.addresses import plan_file
from generator.pages.compared import case_facts
from generator.pages.council_year import year_view
from generator.pages.data import case_files
from generator.pages.risk_sheet import CASE_FILE, risk_lines
from generator.pages.risks import risks_view
from generator.pages.risks_chart import MOST_SCORES, is_drawn, risks_chart, risks_message
from generator.pages.shelf import shelve
from generator.pages.year_plan import Plan, plan_of
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from generator.pages.shelf import Shelf
    from generator.reading.register import Register


@pytest.fixture(scope="module")
def shelf(real: Register) -> Shelf:
    return shelve(real, AS_AT, production=False)


@pytest.fixture(scope="module")
def plan(shelf: Shelf) -> Plan:
    return plan_of("plymouth", "2014-15", shelf.of_plan("plymouth", "2014-15"), shelf)


def test_each_scale_has_a_grid_of_its_own_and_the_warning_stands_below(plan: Plan) -> None:
    chart = risks_chart(risk_picture(plan.facts).grids, plan.titles)
    assert chart
    assert len(chart.grids) == 5
    assert chart.headline == (
        "46 risks have a likelihood and an impact, in 5 grids that stand apart"
    )
    assert chart.notes == (GRIDS_APART,)


def test_of_one_scale_the_message_says_where_most_risks_are(plan: Plan) -> None:
    picture = risk_picture(plan.facts)
    third = next(grid for grid in picture.grids if grid.number == 15)
    assert risks_message((third,)) == (
        "15 risks have a likelihood and an impact; 5 of them have likelihood 3 and impact 3"
    )


def test_the_highest_likelihood_is_at_the_top(plan: Plan) -> None:
    chart = risks_chart(risk_picture(plan.facts).grids, plan.titles)
    assert chart
    assert [row.name for row in chart.grids[0].rows] == ["4", "3", "2"]


def test_the_picture_the_tables_and_the_file_count_the_same_risks(plan: Plan, shelf: Shelf) -> None:
    chart = risks_chart(risk_picture(plan.facts).grids, plan.titles)
    assert chart
    drawn = [
        sorted(cell.words for row in grid.rows for cell in row.cells if cell.words)
        for grid in chart.grids
    ]
    view = year_view(plan, shelf)
    tables = [
        sorted(cell.number.text for row in grid.rows for cell in row.cells if cell.number.text)
        for grid in view.risks.grids
    ]
    assert drawn == tables
    counted = Counter(line[-1] for line in risk_lines(plan.facts))
    assert [counted[str(number)] for number in range(1, 6)] == [
        sum(map(int, numbers)) for numbers in drawn
    ]
    assert counted.total() == 52
    assert view.risks.chart
    assert view.risks.chart.csv.endswith(plan_file("plymouth", "2014-15", "risks"))


def test_where_no_risk_is_scored_nothing_is_drawn(shelf: Shelf) -> None:
    cambridgeshire = shelf.of_plan("cambridgeshire", "2018-19")
    view = year_view(plan_of("cambridgeshire", "2018-19", cambridgeshire, shelf), shelf)
    assert view.risks.chart is None


def test_a_case_with_scored_risks_has_its_grid_and_a_file_and_another_has_neither(
    real: Register, shelf: Shelf
) -> None:
    scored = [path for path, loaded in real.cases.items() if is_drawn(loaded.case.risks)]
    assert len(scored) == 5
    for path in (*scored, "cambridgeshire/2018-19/a-r-6-111-physical-disability"):
        case = real.cases[path].case
        view = risks_view(case, None, case_facts(case, shelf), shelf.draw)
        beside = {asset.address for asset in case_files(case, shelf)}
        assert bool(view.chart) == (path in scored)
        assert (f"cases/{path}/{CASE_FILE}" in beside) == (path in scored)


def test_one_risk_alone_is_not_drawn(plan: Plan) -> None:
    picture = risk_picture(plan.facts)
    (cell, *_), grid = picture.grids[0].cells, picture.grids[0]
    alone = replace(grid, cells={cell: grid.cells[cell][:1]})
    assert risks_chart((alone,), plan.titles) is None


def test_a_scale_of_very_many_scores_is_named_and_not_drawn(plan: Plan) -> None:
    first, second, *_ = risk_picture(plan.facts).grids
    scores = tuple(str(score) for score in range(1, MOST_SCORES + 2))
    chart = risks_chart((replace(first, impacts=scores), second), plan.titles)
    assert chart
    assert [grid.name for grid in chart.grids] == ["Customer and Service Transformation"]
    (note,) = chart.notes
    assert note.startswith("Not drawn, since the scale has too many scores for a picture")
    assert note.endswith(": Co-operative Centre of Operations.")
