"""Nets and signs: what the checks say of benefits less costs, in each way that tables print."""

from __future__ import annotations

import pytest

from generator.audit.findings import Level, Verdict
from tests.audit.cases import (
    agrees,
    audited,
    beside_quotes,
    case_text,
    figures,
    found,
    looked_at,
    only,
    relations,
    table,
    unneutral,
    words_of,
)


def summary(gross: str, costs: str, net: str, relation: str) -> str:
    """A case with benefits, costs and a net, printed in these ways, and one line on the net."""
    rows = table(
        "Item | measure | 2020/21",
        f"Gross | benefit | {gross}",
        f"Costs | cost | {costs}",
        f"Net | net benefit | {net}",
        facets="£; lines 4 to 6",
        id_="summary",
    )
    return case_text(rows + relations(relation))


LESS = "`summary.net` = `summary.gross` - `summary.costs`"
PLUS = "`summary.net` = `summary.gross` + `summary.costs`"


@pytest.mark.parametrize("relation", [LESS, PLUS])
@pytest.mark.parametrize("costs", ["£340,000", "(£340,000)", "- £340,000"])
def test_net_agrees_whichever_sign_the_table_gives_costs(costs: str, relation: str) -> None:
    audit = audited(summary("£1,060,000", costs, "£720,000", relation))
    assert agrees(audit, "net")
    assert looked_at(audit, "net")[0].working is not None
    assert found(audit, "net") == ()


@pytest.mark.parametrize("net", ["-31,000", "31,000"])
def test_net_agrees_where_income_has_the_minus_and_costs_have_none(net: str) -> None:
    rows = table(
        "Item | measure | 2020/21",
        "Set-up | cost | 5,000",
        "Tickets | income | -36,000",
        f"Net | net saving | {net}",
        id_="lottery",
    )
    said = relations("`lottery.net` = `lottery.set-up` + `lottery.tickets`")
    assert agrees(audited(case_text(rows + said)), "net")


def test_net_that_is_not_benefits_less_costs_is_an_error_and_says_how_it_comes_about() -> None:
    finding = only(audited(summary("£1,060,000", "(£340,000)", "£1,400,000", PLUS)), "net")
    assert finding.level is Level.ERROR
    assert finding.recomputed is not None
    assert finding.recomputed.number == 720_000
    assert "added instead of taken away" in finding.explanation
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_net_with_a_minus_taken_twice_does_not_agree_though_the_relation_holds_as_typed() -> None:
    audit = audited(summary("£1,060,000", "- £340,000", "£1,400,000", LESS))
    finding = only(audit, "net")
    assert finding.level is Level.WARNING
    assert "read as money spent" in finding.assumption
    assert "£340,000" in finding.explanation
    assert "added instead of taken away" in finding.explanation
    assert [each.verdict for each in looked_at(audit, "net")] == [Verdict.DIFFERS]


def test_net_of_costs_with_either_sign_is_taken_as_its_relation_says() -> None:
    rows = table(
        "Item | measure | 2020/21 | 2021/22",
        "Gross | benefit | £500 | £500",
        "Costs | cost | £100 | -£20",
        "Net | net benefit | £400 | £520",
        id_="summary",
    )
    assert agrees(audited(case_text(rows + relations(LESS))), "net")


def test_net_that_rounding_explains_is_a_note() -> None:
    finding = only(audited(summary("£8,000k", "£1,818k", "£6,183k", LESS)), "net")
    assert finding.level is Level.NOTE


def test_net_of_a_budget_and_what_is_added_to_it_is_a_plain_sum() -> None:
    rows = figures(
        "before | budget | budget | £1,000 | 2019/20 | in year | 3",
        "added | added | investment | £60 | 2020/21 | in year | 3",
        "after | budget | budget | £1,060 | 2020/21 | in year | 3",
    )
    audit = audited(case_text(rows + relations("`after` = `before` + `added` (stated, line 3)")))
    assert agrees(audit, "net")
    assert found(audit, "cost-as-benefit") == ()


GAINS = (
    "Item | measure | 2020/21",
    "Rent saved | saving | £240,000",
    "Fitting out | cost | £80,000",
)


def test_cost_as_benefit_finds_a_cost_that_makes_a_total_of_benefits_larger() -> None:
    rows = table(*GAINS, "Total | benefit | £320,000", facets="£, in year; lines 4 to 6")
    audit = audited(case_text(rows + relations("`costs` adds up by column")))
    finding = only(audit, "cost-as-benefit")
    assert finding.level is Level.WARNING
    assert finding.assumption
    assert finding.recomputed is not None
    assert finding.recomputed.number == 160_000
    names = [each.figure.name for each in finding.where]
    assert names[:2] == ["costs.total.2020-21", "costs.fitting-out.2020-21"]
    assert unneutral(beside_quotes(words_of(finding))) == []


@pytest.mark.parametrize("costs", ["£80,000", "(£80,000)"])
def test_net_agrees_where_it_is_the_total_of_a_table_of_benefits_and_costs(costs: str) -> None:
    rows = table(*GAINS[:2], f"Fitting out | cost | {costs}", "Total | benefit | £160,000")
    audit = audited(case_text(rows + relations("`costs` adds up by column")))
    assert agrees(audit, "net")
    assert [f.code for f in audit.findings] == []


@pytest.mark.parametrize(
    "rows",
    [
        ("Item | measure | 2020/21", "Rent | cost | £240", "Fitting out | cost | £80",
         "Total | cost | £320"),
        ("Item | measure | 2020/21", "Rent saved | saving | £240", "Heating saved | saving | £80",
         "Total | benefit | £320"),
        ("Item | measure | 2020/21", "Rent saved | saving | £240", "Fitting out | cost | (£80)",
         "Total | benefit | £160"),
        ("Item | measure | 2020/21", "Rent | income | -£240", "Fitting out | cost | £80",
         "Total | net saving | -£160"),
    ],
)  # fmt: skip
def test_cost_as_benefit_says_nothing_of_costs_among_costs_or_taken_away(
    rows: tuple[str, ...],
) -> None:
    said = relations("`costs` adds up by column")
    assert found(audited(case_text(table(*rows) + said)), "cost-as-benefit") == ()


NOTICE = figures(
    "gross | printing no longer done | saving | £145,000 | 2020/21 | in year | 8",
    "notice | ending the lease | cost | £32,000 | 2020/21 | in year | 9",
    "lease | the same, in the summary | cost | £32,000 | 2020/21 | in year | 2",
    "other | moving desks | cost | £32,000 | 2020/21 | in year | 10",
    "net | once the lease is ended | net saving | £113,000 | 2020/21 | in year | 11",
    "plan | goes into the plan | net saving | £81,000 | 2020/21 | in year | 14",
)


@pytest.mark.parametrize(
    "further",
    [
        ("`plan` = `net` - `notice`",),
        ("`plan` = `net` - `lease`", "`lease` same as `notice` (read as: one lease)"),
    ],
)
def test_minus_twice_finds_a_cost_taken_from_a_net_that_has_it_taken_away(
    further: tuple[str, ...],
) -> None:
    audit = audited(case_text(NOTICE + relations("`net` = `gross` - `notice`", *further)))
    finding = only(audit, "minus-twice")
    assert finding.level is Level.WARNING
    assert finding.recomputed is not None
    assert finding.recomputed.number == 113_000
    assert [each.figure.name for each in finding.where][:2] == ["plan", "net"]
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_minus_twice_says_nothing_of_another_cost_of_the_same_amount() -> None:
    said = relations("`net` = `gross` - `notice`", "`plan` = `net` - `other`")
    assert found(audited(case_text(NOTICE + said)), "minus-twice") == ()


def test_net_of_a_plan_less_the_cost_of_a_year_is_read_together_under_an_assumption() -> None:
    rows = figures(
        "gross | in all years | income | £870,000 | over 3 years | over the plan | 3",
        "staff | each year | cost | £270,000 | not stated | recurring | 4",
        "left | what is left | income | £610,000 | not stated | not stated | 5",
    )
    said = relations("`left` = `gross` - `staff` (stated, line 5)")
    finding = only(audited(case_text(rows + said)), "net")
    assert finding.level is Level.WARNING
    assert "for the whole plan and another for a year" in finding.assumption
