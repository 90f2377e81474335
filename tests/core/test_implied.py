"""What the layout of a case claims by itself: split headlines and averages between two ends."""

from __future__ import annotations

import pytest

from generator.core.implied import implied_relations
from generator.core.relations import Form, Grounds
from tests.reading.corpus import FRONT, load


def headline(*parts: str, more: str = "") -> str:
    """A case whose headline is split into parts, each as ``by, name, amount``."""
    rows = "".join(
        "    - {{by: {}, name: {}, amount: {}}}\n".format(*part.split(", ")) for part in parts
    )
    splits = f"  splits:\n{rows}" if rows else ""
    top = FRONT.removesuffix("---\n")
    return f"{top}headline:\n  amount: £9k\n  measure: saving\n  line: 4\n{splits}---\n{more}"


def averages(heading: str, row: str, more: str = "") -> str:
    columns = heading.count("|") + 1
    return (
        f"{FRONT}\n## Financial case\n\n### Heat {{#heat}}\nsaving, £; line 1\n\n"
        f"| {heading} |\n{'|---' * columns}|\n| {row} |\n\n{more}"
    )


def said(text: str) -> list[tuple[Form, str, list[str]]]:
    """Form, result and terms of each implied relation."""
    found = implied_relations(load(text).case)
    assert {relation.grounds for relation in found} <= {Grounds.READ_AS}
    assert all(relation.reason for relation in found)
    return [(r.form, r.result, [term.name for term in r.terms]) for r in found]


def test_a_headline_is_the_sum_of_its_parts_for_each_way_in_which_it_is_split() -> None:
    parts = (
        "year, 2018/19, £4k",
        "year, 2019/20, £5k",
        "partner, County, £3k",
        "partner, City, £6k",
    )
    assert said(headline(*parts)) == [
        (Form.SUM, "headline", ["headline.splits.2018-19", "headline.splits.2019-20"]),
        (Form.SUM, "headline", ["headline.splits.county", "headline.splits.city"]),
    ]


@pytest.mark.parametrize(
    "parts",
    [(), ("year, 2018/19, £4k",), ("year, 2018/19, £4k", "year, 2019/20, N/A")],
    ids=["not split", "one part is no whole", "a part does not apply"],
)
def test_a_headline_that_is_not_split_whole_claims_nothing(parts: tuple[str, ...]) -> None:
    assert said(headline(*parts)) == []


def test_a_part_to_be_confirmed_is_a_part() -> None:
    assert len(said(headline("year, 2018/19, £4k", "year, 2019/20, TBC"))) == 1


def test_a_column_between_a_lower_and_an_upper_one_is_their_mean() -> None:
    assert said(averages("x | Lower | Upper | Average", "p | £1 | £3 | £2")) == [
        (Form.MEAN, "heat.average", ["heat.lower", "heat.upper"])
    ]


@pytest.mark.parametrize("heading", ["x | Lower | Upper | Total", "x | Lower | Middle | Note"])
def test_a_range_without_a_middle_or_an_end_claims_nothing(heading: str) -> None:
    assert said(averages(heading, "p | £1 | £3 | £2")) == []


def test_what_the_file_says_itself_is_not_said_again() -> None:
    relation = (
        "### How the figures hang together {#relations}\n\n"
        "- `heat.average` = mean of `heat.upper` and `heat.lower`\n"
    )
    assert said(averages("x | Lower | Upper | Average", "p | £1 | £3 | £2", relation)) == []


def test_a_figure_that_is_the_same_as_another_may_be_a_mean_as_well() -> None:
    relation = (
        "### How the figures hang together {#relations}\n\n"
        "- `heat.average` same as `heat.lower` (read as: one figure)\n"
    )
    assert len(said(averages("x | Lower | Upper | Average", "p | £1 | £3 | £2", relation))) == 1
