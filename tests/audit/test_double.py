"""Counted twice: one amount as two kinds of benefit, one saving in two cases, overlaps."""

from __future__ import annotations

import pytest

from generator.audit.findings import Level
from tests.audit.cases import (
    PATH,
    audited,
    beside_quotes,
    case_text,
    figures,
    found,
    only,
    relations,
    table,
    unneutral,
    words_of,
)

# two-kinds

HELD = relations("`one` same as `other` (read as: the same amount)")


def held(first: str, second: str, *, qualities: tuple[str, str] = ("", "")) -> str:
    """A case with two figures of one amount, of these measures and qualities."""
    rows = table(
        "id | what | measure | amount | period | basis | qualities | line",
        f"one | in the table | {first} | £400k | 2020/21 | not stated | {qualities[0]} | 3",
        f"other | in the summary | {second} | £400k | not stated | not stated | {qualities[1]} | 9",
        facets="",
        id_="figures",
    )
    return case_text(rows + HELD)


@pytest.mark.parametrize("kinds", [("saving", "cost avoided"), ("income", "funding switch")])
def test_two_kinds_finds_one_amount_as_two_kinds_of_benefit(kinds: tuple[str, str]) -> None:
    finding = only(audited(held(*kinds)), "two-kinds")
    assert finding.level is Level.WARNING
    assert [each.figure.name for each in finding.where] == ["one", "other"]
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_two_kinds_finds_an_amount_that_is_cashable_and_not_cashable() -> None:
    text = held("benefit", "benefit", qualities=("cashable", "non-cashable"))
    finding = only(audited(text), "two-kinds")
    assert "cashable and as a benefit that is non-cashable" in beside_what(finding.explanation)


def beside_what(text: str) -> str:
    """The kinds that a sentence names, without the places."""
    return text.replace(" in “in the table”, line 3", "").replace(
        " in “in the summary”, line 9", ""
    )


def test_two_kinds_of_saving_and_income_is_a_note() -> None:
    assert only(audited(held("saving", "income")), "two-kinds").level is Level.NOTE


@pytest.mark.parametrize(
    "kinds", [("saving", "saving"), ("saving", "benefit"), ("saving", "funding gap")]
)
def test_two_kinds_says_nothing_where_one_name_holds_the_other(kinds: tuple[str, str]) -> None:
    assert found(audited(held(*kinds)), "two-kinds") == ()


RANGE = "Benefit | measure | Lower | Upper | Average"


def test_two_kinds_finds_rows_that_are_alike_in_every_column_once() -> None:
    rows = table(
        RANGE,
        "Shorter stays | saving | £310,000 | £450,000 | £380,000",
        "No stay at all | cost avoided | £310,000 | £450,000 | £380,000",
        "All of the first kind | saving | £310,000 | £450,000 | £380,000",
        facets="£, recurring; line 4",
    )
    finding = only(audited(case_text(rows)), "two-kinds")
    assert finding.level is Level.WARNING
    assert len(finding.where) == 2


@pytest.mark.parametrize(
    "second",
    [
        "No stay at all | cost avoided | £310,000 | £450,000 | £390,000",
        "Nights | saving | £310,000 | £450,000 | £380,000",
        "Stays | budget | £310,000 | £450,000 | £380,000",
    ],
)
def test_two_kinds_says_nothing_of_rows_of_one_kind_or_of_other_numbers(second: str) -> None:
    rows = table(
        RANGE,
        "Shorter stays | saving | £310,000 | £450,000 | £380,000",
        second,
        facets="£, recurring; line 4",
    )
    assert found(audited(case_text(rows)), "two-kinds") == ()


@pytest.mark.parametrize(
    ("amount", "period", "said"),
    [("£456,277", "2020/21", 1), ("£456,277", "2021/22", 0), ("£500,000", "2020/21", 0)],
)
def test_two_kinds_compares_figures_of_the_text_where_chance_is_unlikely(
    amount: str, period: str, said: int
) -> None:
    rows = figures(
        f"one | managers | saving | {amount} | 2020/21 | in year | 3",
        f"other | posts | cost avoided | {amount} | {period} | in year | 9",
    )
    assert len(found(audited(case_text(rows)), "two-kinds")) == said


# saving-twice

OTHER = "anytown/2020-21/open-spaces"


def headline(amount: str, *, references: str = "", period: str = "2020/21", more: str = "") -> str:
    """A case with a saving as its headline."""
    fields = f"references: [{references}]\n" if references else ""
    fields += f"headline: {{amount: '{amount}', measure: saving, period: {period}, line: 3}}\n"
    return case_text(fields=fields + more)


def linked(kind: str) -> str:
    return f"links:\n  - {{kind: {kind}, case: {OTHER}}}\n"


def test_saving_twice_finds_one_saving_in_two_linked_cases_and_names_both() -> None:
    text = headline("£347,000", more=linked("related"))
    finding = only(audited(text, {OTHER: headline("£347,000")}), "saving-twice")
    assert finding.level is Level.WARNING
    assert set(finding.cases) == {PATH, OTHER}
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_saving_twice_is_told_once_from_the_case_whose_path_comes_first() -> None:
    others = {OTHER: headline("£347,000")}
    text = headline("£347,000", more=linked("related"))
    told_here = found(audited(text, others), "saving-twice")
    told_there = found(audited(others[OTHER], {PATH: text}, path=OTHER), "saving-twice")
    assert len(told_here) + len(told_there) == 1


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (headline("£347,000"), headline("£347,000")),  # neither linked nor of one reference
        (headline("£347,000", more=linked("related")), headline("£348,000")),
        (headline("£300,000", more=linked("related")), headline("£300,000")),  # a round amount
        (headline("£347,000", more=linked("part of")), headline("£347,000")),
        (headline("£347,000", more=linked("follows")), headline("£347,000")),
        (headline("£347,000", more=linked("related")), headline("£347,000", period="2021/22")),
    ],
)
def test_saving_twice_says_nothing_of_chance_parts_and_other_years(text: str, other: str) -> None:
    assert found(audited(text, {OTHER: other}), "saving-twice") == ()


def test_saving_twice_takes_a_round_amount_where_linked_cases_share_a_reference() -> None:
    other = "anytown/2021-22/new-library"
    more = f"links:\n  - {{kind: related, case: {other}}}\n"
    text = headline("£300,000", references="P/4", more=more)
    finding = only(
        audited(text, {other: headline("£300,000", references="(p / 4)")}), "saving-twice"
    )
    assert finding.cases == (PATH, other)


def test_saving_twice_finds_a_part_that_is_the_headline_of_the_linked_case_with_its_reference() -> (
    None
):
    fields = "headline:\n  amount: £900,000\n  measure: saving\n  line: 3\n  splits:\n"
    fields += "    - {by: reference, name: P/9, amount: '£128,000', line: 4}\n"
    other = headline("£128,000", references="P/9")
    text = case_text(fields=fields + linked("related"))
    finding = only(audited(text, {OTHER: other}), "saving-twice")
    assert finding.where[0].figure.name == "headline.splits.p-9"


def test_saving_twice_finds_two_references_that_each_have_the_whole_headline() -> None:
    fields = "headline:\n  amount: £128,000\n  measure: saving\n  line: 3\n  splits:\n"
    for name in ("P/4", "P/9"):
        fields += f"    - {{by: reference, name: {name}, amount: '£128,000', line: 4}}\n"
    finding = only(audited(case_text(fields=fields)), "saving-twice")
    assert len(finding.where) == 3


# overlap-warned


def test_overlap_warned_names_both_headlines_where_the_document_warns() -> None:
    text = headline("£190,000", more=linked("overlaps with"))
    finding = only(audited(text, {OTHER: headline("£265,000")}), "overlap-warned")
    assert finding.level is Level.WARNING
    assert finding.cases == (PATH, OTHER)
    assert "£190,000 and £265,000" in finding.explanation
    assert finding.assumption
    assert unneutral(beside_quotes(words_of(finding))) == []


def test_overlap_warned_names_a_programme_that_is_not_in_the_register() -> None:
    more = "links:\n  - {kind: overlaps with, name: The fleet review}\n"
    assert (
        "“The fleet review”"
        in only(audited(headline("£190,000", more=more)), "overlap-warned").title
    )


@pytest.mark.parametrize("kind", ["related", "part of", "shares text with"])
def test_overlap_warned_says_nothing_of_other_links(kind: str) -> None:
    text = headline("£190,000", more=linked(kind))
    assert found(audited(text, {OTHER: headline("£265,000")}), "overlap-warned") == ()
