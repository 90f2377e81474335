"""One figure in two places: in a case, against its headline, and between cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.audit.findings import Level, Verdict
from tests.audit.cases import (
    PATH,
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

if TYPE_CHECKING:
    from generator.audit.audit import Audit

STATED, READ = "(stated, line 9)", "(read as: the text names the table)"
ONE = "one | fees from permits | income | {} | {} | {} | 5"
OTHER = "other | fees from permits, again | income | {} | {} | {} | 8"
HEADLINE = "headline: {{amount: {}, measure: income, period: {}, basis: {}, line: 3}}\n"


def two(
    one: str,
    other: str,
    grounds: str = STATED,
    *,
    periods: tuple[str, str] = ("2020/21", "2020/21"),
    bases: tuple[str, str] = ("in year", "in year"),
) -> Audit:
    """The audit of a case with two figures that are said to be the same."""
    rows = figures(ONE.format(one, periods[0], bases[0]), OTHER.format(other, periods[1], bases[1]))
    return audited(case_text(rows + relations(f"`one` same as `other` {grounds}")))


# same-figure


def test_same_figure_that_is_printed_alike_agrees() -> None:
    assert agrees(two("£120,000", "£0.12m"), "same-figure")


def test_same_figure_with_two_values_that_the_document_calls_one_is_an_error() -> None:
    finding = only(two("£120,000", "£110,000"), "same-figure")
    assert finding.level is Level.ERROR
    assert finding.title == (
        "“Fees from permits” is printed as £120,000; “fees from permits, again” is £110,000"
    )
    assert finding.explanation == (
        "“Fees from permits, again”, line 8, says £110,000; printed is £120,000. "
        "The printed figure is £10,000 more."
    )
    assert finding.question == (
        "“Fees from permits”, line 5, says £120,000; “fees from permits, again”, line 8, says "
        "£110,000. Which figure holds, and what explains the difference?"
    )
    assert [where.figure.name for where in finding.where] == ["one", "other"]


def test_same_figure_that_we_read_as_one_is_a_warning_that_says_so() -> None:
    finding = only(two("£120,000", "£110,000", READ), "same-figure")
    assert finding.level is Level.WARNING
    assert "read as belonging together: the text names the table" in finding.assumption


@pytest.mark.parametrize(
    ("one", "other"),
    [("£1.2m", "£1,162,000"), ("£6,183k", "£6,182k"), ("about £120,000", "£118,000")],
)
def test_same_figure_that_is_rounded_differently_is_no_more_than_a_note(
    one: str, other: str
) -> None:
    assert all(f.level is Level.NOTE for f in found(two(one, other), "same-figure"))


@pytest.mark.parametrize(
    ("periods", "bases", "named"),
    [
        (
            ("2018/19", "2019/20"),
            ("in year", "in year"),
            "One figure is for 2018/19, the other for 2019/20",
        ),
        (
            ("2020/21", "2020/21"),
            ("in year", "full year"),
            "One figure is counted as “in year”, the other as “full year”",
        ),
    ],
)
def test_same_figure_for_other_years_or_on_another_basis_is_a_warning_that_names_them(
    periods: tuple[str, str], bases: tuple[str, str], named: str
) -> None:
    finding = only(two("£90,000", "£120,000", periods=periods, bases=bases), "same-figure")
    assert finding.level is Level.WARNING
    assert finding.assumption == named
    assert named in finding.explanation


def test_same_figure_of_which_only_one_says_its_period_or_basis_is_no_less_the_same() -> None:
    audit = two(
        "£90,000", "£120,000", periods=("2018/19", "not stated"), bases=("in year", "not stated")
    )
    assert only(audit, "same-figure").level is Level.ERROR


def test_same_figure_for_the_same_days_under_two_names_is_for_the_same_period() -> None:
    periods = ("2018/19", "April 2018 to March 2019")
    assert only(two("£90,000", "£120,000", periods=periods), "same-figure").level is Level.ERROR


def test_same_figure_with_equal_amounts_on_unlike_bases_is_left_to_other_checks() -> None:
    assert agrees(two("£90,000", "£90,000", bases=("in year", "full year")), "same-figure")


def test_same_figure_gross_in_one_table_and_net_in_the_other_is_a_warning() -> None:
    gross = table("Item | 2020/21", "Fees | £120", facets="income, gross; line 2", id_="gross")
    net = table("Item | 2020/21", "Fees | £100", facets="income, net; line 3", id_="net")
    same = relations(f"`gross.fees` same as `net.fees` {STATED}")
    finding = only(audited(case_text(gross + net + same)), "same-figure")
    assert finding.level is Level.WARNING
    assert finding.assumption == "One figure is gross, the other net"


def test_same_figure_as_a_total_does_not_take_on_the_basis_of_the_years_in_the_table() -> None:
    years = table(
        "Item | 2020/21 | 2021/22 | Total",
        "Fees | £60 | £60 | £120",
        facets="income, in year; line 2",
    )
    text = figures("one | fees | income | £150 | not stated | over the plan | 5")
    same = relations(f"`one` same as `costs.fees.total` {STATED}")
    assert only(audited(case_text(years + text + same)), "same-figure").level is Level.ERROR


@pytest.mark.parametrize(("one", "other"), [("2", "3"), ("14", "15")])
@pytest.mark.parametrize("unit", ["years", "posts"])
def test_same_figure_that_counts_whole_things_is_not_rounded(
    one: str, other: str, unit: str
) -> None:
    rows = table(
        "id | what | measure | unit | amount | period | basis | line",
        f"one | how many | count | {unit} | {one} | not stated | not stated | 5",
        f"other | how many | count | {unit} | {other} | not stated | not stated | 6",
        facets="", id_="figures",
    )  # fmt: skip
    text = case_text(rows + relations(f"`one` same as `other` {STATED}"))
    assert only(audited(text), "same-figure").level is Level.ERROR


def test_same_figure_in_rows_is_compared_year_by_year() -> None:
    one = table("Item | 2020/21 | 2021/22", "Fees | £10 | £20", id_="one")
    other = table("Item | 2020/21 | 2021/22", "Fees | £10 | £30", id_="other")
    audit = audited(case_text(one + other + relations(f"`one.fees` same as `other.fees` {STATED}")))
    assert [t.verdict for t in looked_at(audit, "same-figure")] == [Verdict.AGREES, Verdict.DIFFERS]


# headline-body


def headline(amount: str, period: str, basis: str, grounds: str = STATED) -> Audit:
    rows = figures(ONE.format("£140,000", "2021/22", "full year"))
    fields = HEADLINE.format(amount, period, basis)
    return audited(case_text(rows + relations(f"`headline` same as `one` {grounds}"), fields))


def test_headline_body_that_agrees_is_silent() -> None:
    assert agrees(headline("£140k", "2021/22", "full year"), "headline-body")


def test_headline_body_with_another_value_is_an_error_where_the_document_says_it_is_one() -> None:
    finding = only(headline("£95k", "2021/22", "full year"), "headline-body")
    assert finding.level is Level.ERROR
    assert finding.title.startswith("The headline is printed as £95,000; ")


def test_headline_body_of_another_year_is_a_warning() -> None:
    finding = only(headline("£95k", "2020/21", "in year"), "headline-body")
    assert finding.level is Level.WARNING
    assert "One figure is for 2020/21, the other for 2021/22" in finding.assumption


# whole-and-part

PROJECT = "anytown/2020-21/street-lights"
SAVED = figures("saving | electricity saved | saving | £215,000 | 2020/21 | in year | 61")
PART_OF = f"links:\n  - {{kind: part of, case: {PATH}, line: 60}}\n"


def programme(*lines: str, amount: str = "£250,000", fields: str = PART_OF) -> Audit:
    rows = figures(f"lamps | new lamps | saving | {amount} | 2020/21 | in year | 9")
    others = {PROJECT: case_text(SAVED, fields)}
    return audited(case_text(rows + relations(*lines)), others)


def test_whole_and_part_that_print_one_figure_differently_do_not_agree() -> None:
    finding = only(programme(f"`lamps` same as `{PROJECT}#saving` {STATED}"), "whole-and-part")
    assert finding.level is Level.ERROR
    assert finding.cases == (PATH, PROJECT)
    assert "line 61 of “A new library” (Anytown), says £215,000" in finding.explanation


def test_whole_and_part_that_agree_are_silent() -> None:
    audit = programme(f"`lamps` same as `{PROJECT}#saving` {STATED}", amount="£215k")
    assert agrees(audit, "whole-and-part")


def test_whole_and_part_of_a_sum_over_cases() -> None:
    audit = programme(f"`lamps` = `{PROJECT}#saving` + `{PROJECT}#saving`", amount="£400,000")
    finding = only(audit, "whole-and-part")
    assert finding.recomputed is not None
    assert finding.recomputed.number == 430_000


def test_whole_and_part_is_for_a_programme_and_others_print_the_same_figure() -> None:
    audit = programme(f"`lamps` same as `{PROJECT}#saving` {STATED}", fields="")
    assert not looked_at(audit, "whole-and-part")
    assert only(audit, "same-figure").cases == (PATH, PROJECT)


# two-councils

NEIGHBOUR = "otherton/2020-21/shared-library"


def test_two_councils_that_print_one_figure_differently_do_not_agree() -> None:
    rows = figures("share | what Otherton pays | income | £60,000 | 2020/21 | in year | 18")
    same = relations(f"`share` same as `{NEIGHBOUR}#share` (read as: one agreement)")
    text = figures("share | our share | cost | £45,000 | 2020/21 | in year | 5")
    finding = only(audited(case_text(rows + same), {NEIGHBOUR: case_text(text)}), "two-councils")
    assert finding.level is Level.WARNING
    assert finding.cases == (PATH, NEIGHBOUR)
    assert [where.figure.case for where in finding.where] == [PATH, NEIGHBOUR]
    assert "(Otherton)" in finding.title


def test_two_councils_that_agree_are_silent() -> None:
    rows = figures("share | what Otherton pays | income | £45,000 | 2020/21 | in year | 18")
    same = relations(f"`share` same as `{NEIGHBOUR}#share` {STATED}")
    text = figures("share | our share | cost | £45k | 2020/21 | in year | 5")
    assert agrees(audited(case_text(rows + same), {NEIGHBOUR: case_text(text)}), "two-councils")


def test_a_factor_from_another_case_makes_a_product_and_no_whole() -> None:
    rows = figures("share | what each pays | cost | £10 | not stated | not stated | 18")
    product = relations(f"`share` = `{NEIGHBOUR}#cost` / 4")
    text = figures("cost | cost | cost | £40 | not stated | not stated | 5")
    audit = audited(case_text(rows + product), {NEIGHBOUR: case_text(text)})
    assert agrees(audit, "product")
    assert not looked_at(audit, "two-councils")


@pytest.mark.parametrize("grounds", [STATED, READ])
def test_what_is_said_of_two_figures_is_neutral(grounds: str) -> None:
    for finding in two("£120,000", "£110,000", grounds).findings:
        assert unneutral(beside_quotes(words_of(finding))) == []
