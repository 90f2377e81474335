"""What stayed as it was over several versions, what was replaced, and what came first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.changes.over_time import (
    first_published,
    is_red,
    never_mitigated_further,
    rebased,
    stayed_red,
)
from generator.changes.traces import traces
from generator.core.risks import Risk
from tests.audit.cases import case_of, case_text, figures, table

if TYPE_CHECKING:
    from generator.core.case import Case

RESTATED = "change: {kind: restated in the same pack, reason: the summary prints another}\n"


def risky(*risks: str, fields: str = "") -> str:
    """A case with these risks."""
    return case_text(fields=fields + "risks:\n" + "".join(f"  - {{{risk}}}\n" for risk in risks))


def versions(*texts: str, problems: bool = False) -> list[Case]:
    return [case_of(text, problems=problems) for text in texts]


@pytest.mark.parametrize(
    ("rag", "red"),
    [
        ("Red", True),
        ("20 RED", True),
        ("R", True),
        ("red", True),
        ("amber/red", False),
        ("Green", False),
        ("reduced", False),
        ("not legible", False),
        (None, False),
    ],
)
def test_a_risk_is_red_where_its_rating_names_that_colour_alone(
    rag: str | None,
    red: bool,
) -> None:
    assert is_red(Risk(title="Snow", rag=rag)) is red


def test_a_risk_that_stayed_red_is_told_with_the_versions_that_it_rests_on() -> None:
    cases = versions(
        risky("title: Snow falls, rag: Amber"),
        risky("title: Heavy snow falls, rag: Red", "title: Fire, rag: Red"),
        risky("title: Heavy snow falls early, rag: Red", "title: Fire, rag: Green"),
        risky("title: Flood, rag: Red", "title: Heavy snow falls early, rag: 20 Red"),
    )
    (stayed,) = stayed_red(cases)
    assert (stayed.risk.title, stayed.since, stayed.versions) == ("Heavy snow falls early", 1, 3)


def test_a_red_risk_of_the_last_version_alone_has_not_stayed_red() -> None:
    assert stayed_red(versions(risky("title: Snow"), risky("title: Snow, rag: Red"))) == ()
    assert stayed_red(versions(risky("title: Snow, rag: Red"))) == ()
    assert stayed_red([]) == ()


def test_a_second_print_in_the_same_pack_is_no_version_in_which_a_risk_could_stay() -> None:
    cases = versions(
        risky("title: Snow, rag: Red"), risky("title: Snow, rag: Red", fields=RESTATED)
    )
    assert stayed_red(cases) == ()


def test_a_mitigation_that_never_moved_is_told_and_one_that_was_rewritten_is_not() -> None:
    cases = versions(
        risky("title: Snow, mitigation: Salt", "title: Fire, mitigation: Hoses"),
        risky("title: Snow, mitigation: Salt", "title: Fire, mitigation: Sprinklers", "title: Ice"),
        risky("title: Snow, mitigation: Salt", "title: Fire, mitigation: Hoses", "title: Ice"),
    )
    assert [(each.risk.title, each.versions) for each in never_mitigated_further(cases)] == [
        ("Snow", 3)
    ]


def test_a_version_whose_risks_could_not_be_read_breaks_no_trace() -> None:
    sound = risky("title: Snow, rag: Red")
    broken = case_text(fields="risks: none yet\n")
    cases = versions(sound, broken, sound, problems=True)
    assert "risks" in cases[1].unreadable
    (trace,) = traces(cases, "risks")
    assert [seen.version for seen in trace.seen] == [0, 2]


def test_a_risk_that_is_gone_and_comes_back_begins_anew() -> None:
    cases = versions(risky("title: Snow"), risky("title: Fire"), risky("title: Snow"))
    found = traces(cases, "risks")
    assert sorted((t.last.item.title, len(t.seen), t.last.version) for t in found) == [
        ("Fire", 1, 1),
        ("Snow", 1, 0),
        ("Snow", 1, 2),
    ]


HEADLINE = "headline: {{amount: '{}', measure: saving, period: {}, basis: in year, line: 3}}\n"


def test_the_headline_first_published_stays_in_sight() -> None:
    amounts = ("£900k", "£0.9m", "£750k", "£600k")
    cases = versions(*(case_text(fields=HEADLINE.format(each, "2018/19")) for each in amounts))
    (first,) = first_published(cases)
    assert (first.first.amount.printed, first.version) == ("£900k", 0)
    assert first.now is not None
    assert first.now.amount.printed == "£600k"
    assert first.alike
    assert first_published(cases[:2]) == ()
    assert first_published([]) == ()


def test_a_first_headline_of_another_year_is_not_alike() -> None:
    cases = versions(
        case_text(),
        case_text(fields=HEADLINE.format("£900k", "2018/19")),
        case_text(fields=HEADLINE.format("£700k", "2019/20")),
    )
    (first,) = first_published(cases)
    assert first.version == 1
    assert not first.alike


def test_a_headline_that_is_gone_is_told_and_one_that_could_not_be_read_is_not() -> None:
    there = case_text(fields=HEADLINE.format("£900k", "2018/19"))
    broken = case_text(fields=HEADLINE.format("£9 millon", "2018/19"))
    assert [each.now for each in first_published(versions(there, case_text()))] == [None]
    assert first_published(versions(there, broken, problems=True)) == ()


def test_a_figure_that_changed_twice_is_told_as_it_was_first_published() -> None:
    row = "gap | funding gap | {} | {} | 2020/21 | in year | 7"
    texts = [
        case_text(body=figures(row.format(measure, amount)))
        for measure, amount in (("cost", "£5m"), ("cost", "£6m"), ("cost", "£7m"))
    ]
    (first,) = first_published(versions(*texts))
    assert (first.first.amount.printed, first.version, first.alike) == ("£5m", 0, True)


BASELINE_ROW = "gap | spent in the year before | baseline | {} | 2020/21 | in year | 7"
BASELINES = {
    "a figure": [case_text(body=figures(BASELINE_ROW.format(each))) for each in ("£5m", "£6m")],
    "a cell, of which the row says so": [
        case_text(body=table("Item | measure | 2020/21", f"Spent | baseline | {each}"))
        for each in ("£5m", "£6m")
    ],
    "a benefit": [
        case_text(
            body=table(
                "id | benefit | unit | baseline | 2020/21 | line",
                f"calls | fewer calls | calls | {each} | 20 | 7",
                facets="benefits",
            )
        )
        for each in ("50", "60")
    ],
}


@pytest.mark.parametrize("what", BASELINES)
def test_a_baseline_that_was_replaced_is_told_with_its_version(what: str) -> None:
    before, after = BASELINES[what]
    (found,) = rebased(versions(before, before, after))
    assert found.version == 2
    assert found.change.before != found.change.after


def test_another_cost_is_no_baseline() -> None:
    texts = [
        case_text(body=figures(f"gap | spent | cost | {each} | 2020/21 | in year | 7"))
        for each in ("£5m", "£6m")
    ]
    assert rebased(versions(*texts)) == ()
