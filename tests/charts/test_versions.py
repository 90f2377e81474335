"""The headline over the versions of a case: drawn where it moved and means the same throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.charts.draw import draw
from generator.charts.versions import version_points
from generator.history.git import tip
from generator.history.past import read_pasts
from generator.pages.version_chart import version_chart, version_file, versions_message
from generator.reading.register import load_register
from tests.history.repository import commit, git

if TYPE_CHECKING:
    from pathlib import Path

    from generator.core.case import Case
    from generator.history.versions import Version

CASE = "north/2018-19/a-1-meals"
TEXT = """---
title: Meals
source: paper
version: "{version}"
headline:
  {{amount: {amount}, measure: {measure}, period: 2018/19, basis: in year, line: 1}}
---
"""


def history(folder: Path, *headlines: tuple[str, str]) -> tuple[Case, tuple[Version, ...]]:
    """A case with a version for each amount and measure."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    for number, (amount, measure) in enumerate(headlines, 1):
        text = TEXT.format(version=f"0.{number}", amount=amount, measure=measure)
        commit(folder, f"2020-{number:02}-01", {f"cases/{CASE}.md": text})
    case = load_register(folder).cases[CASE].case
    return case, read_pasts(folder, tip(folder), ()).of(CASE, case).versions


def test_a_headline_that_moved_is_drawn_version_by_version(tmp_path: Path) -> None:
    case, versions = history(tmp_path, ("£1.2m", "saving"), ("£1m", "saving"), ("£900k", "saving"))
    assert versions_message(version_points(versions)) == (
        "£1.2 million in version 1, £900,000 in version 3"
    )
    chart = version_chart(versions, draw)
    assert chart
    assert (chart.table, chart.csv) == ("#strip", "headline.csv")
    for words in ("£1.2 million", "£1 million", "£900,000", "Version 2"):
        assert words in chart.picture
    file = version_file(case, versions)
    assert file
    assert [line.rpartition(",")[2] for line in file.body.decode().splitlines()] == [
        "pounds",
        "1200000",
        "1000000",
        "900000",
    ]


def test_two_headlines_that_round_to_one_are_given_in_full(tmp_path: Path) -> None:
    _, versions = history(tmp_path, ("£1.04m", "saving"), ("£1.01m", "saving"))
    assert versions_message(version_points(versions)) == (
        "£1.04 million in version 1, £1.01 million in version 2"
    )


@pytest.mark.parametrize(
    ("headlines", "why"),
    [
        ((("£1m", "saving"), ("£1m", "saving")), "it stayed as it was"),
        ((("£1m", "saving"), ("£2m", "income")), "it measures something else"),
        ((("£1m", "saving"), ("TBC", "saving")), "only one version has a figure"),
        ((("£1m", "saving"), ("up to £2m", "saving")), "a bar would make the most a figure"),
        ((("£1m", "saving"), ("'£1,2 (read £2m to £3m: cut off)'", "saving")), "a range is no bar"),
    ],
)
def test_nothing_is_drawn_where_it_would_say_nothing_or_mislead(
    headlines: tuple[tuple[str, str], ...], why: str, tmp_path: Path
) -> None:
    case, versions = history(tmp_path, *headlines)
    assert version_chart(versions, draw) is None, why
    assert version_file(case, versions) is None
