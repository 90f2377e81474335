"""What several versions tell together, each in a sentence of its own."""

from __future__ import annotations

from datetime import date

from generator.changes.reasons import AlarmKind, alarms
from tests.audit.cases import case_of, case_text, figures

HEADLINE = "headline: {{amount: {}, measure: saving, period: 2018/19, line: {}}}\n"
RISK = "risks: [{{title: Snow, rag: {}, mitigation: {}}}]\n"
RESTATED = "change: {kind: restated in the same pack, reason: The summary prints another}\n"


def said(*fields: str, days: tuple[date | None, ...] = ()) -> list[str]:
    return [alarm.text for alarm in alarms([case_of(case_text(fields=f)) for f in fields], days)]


def test_a_version_alone_raises_no_alarm() -> None:
    assert alarms([case_of(case_text(fields=RISK.format("red", "Wait")))]) == ()


def test_the_first_figure_is_told_with_its_day_and_how_far_the_last_one_is_from_it() -> None:
    dated = "dated: 4 March 2013\n"
    assert said(
        dated + HEADLINE.format("£900k", 3),
        HEADLINE.format("£850k", 3),
        HEADLINE.format("£750k", 3),
    ) == [
        (
            "First published as £900,000 (saving, for 2018/19) on 4 March 2013; "
            "now £750,000 (£150,000 less, 16.7%)."
        )
    ]


def test_a_version_without_a_date_is_told_by_its_number_and_the_day_of_its_record() -> None:
    days = (date(2020, 1, 1), date(2020, 2, 1))
    assert said(HEADLINE.format("£9k", 3), HEADLINE.format("TBC", 3), days=days) == [
        (
            "First recorded as £9,000 (saving, for 2018/19) in version 1, recorded on "
            "1 January 2020; now to be confirmed."
        )
    ]


def test_a_headline_that_is_gone_is_told() -> None:
    assert said(HEADLINE.format("£9k", 3), "") == [
        (
            "First recorded as £9,000 (saving, for 2018/19) in version 1; "
            "no headline figure is given now."
        )
    ]


def test_of_two_prints_in_one_pack_none_was_published_first() -> None:
    kind = "kind: outline business case\n"
    assert said(kind + HEADLINE.format("£8m", 1775), RESTATED + HEADLINE.format("£655k", 155)) == [
        (
            "First printed as £8 million (saving, for 2018/19) in the outline business case; "
            "the summary in the same pack prints £655,000 (saving, for 2018/19)."
        )
    ]


def test_a_risk_that_stayed_red_and_a_mitigation_that_never_moved_are_told() -> None:
    red = RISK.format("red", "Wait")
    assert said(RISK.format("amber", "Wait"), red, red) == [
        "The risk “Snow” has been red over 2 versions, since version 2.",
        (
            "What is to be done about the risk “Snow” has stayed the same over 3 versions, "
            "since version 1."
        ),
    ]


def test_a_baseline_that_was_replaced_is_told_with_its_change() -> None:
    rows = [f"base | spent today | baseline | {a} | 2017/18 | in year | 3" for a in ("£8", "£9")]
    cases = [
        case_of(case_text(figures(row), fields=f"version: '{number}'\n"))
        for number, row in enumerate(rows)
    ]
    first, found = alarms(cases)
    assert first.kind is AlarmKind.FIRST_PUBLISHED
    assert found.text == (
        "A baseline was replaced in version 2. “spent today” (baseline, for 2017/18) rose from "
        "£8 to £9 (£1 more, 12.5%)."
    )
