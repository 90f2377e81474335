"""How a printed figure comes about: told where the numbers prove it, and only there."""

from __future__ import annotations

import pytest

from tests.audit.cases import audited, case_text, figures, found, relations, table


def told(*parts: str, total: str, unit: str = "£") -> str:
    """What is said of a column of parts and its printed total."""
    rows = (f"Part {n} | {part}" for n, part in enumerate(parts, 1))
    text = table("Item | 2020/21", *rows, f"Total | {total}", facets=f"cost, {unit}; lines 2 to 9")
    (finding,) = found(
        audited(case_text(text + relations("`costs` adds up by column"))), "column-total"
    )
    return finding.explanation


EXPLAINED = [
    (("1,060", "-340"), "1,400", "with £340, “Part 2, 2020/21”, added instead of taken away."),
    (("1,060", "340"), "720", "with £340, “Part 2, 2020/21”, taken away instead of added."),
    (("1,060", "340"), "1,740", "with £340, “Part 2, 2020/21”, added twice."),
    (("1,234", "2,345", "3,456"), "4,690", "with £2,345, “Part 2, 2020/21”, left out."),
    (("1,234", "2,345", "3,456"), "10,491", "with £3,456, “Part 3, 2020/21”, added twice."),
    (("400", "1,222", "1,222"), "3,666", "The printed figure is 3 times £1,222."),
    (("110", "230", "370"), "370", "The printed figure is the last part alone: £370, “Part 3,"),
    (("1,000,000", "818,285"), "181,828", "The printed figure is this without its last digit."),
    (("1,000,000", "818,280"), "181,828", "The printed figure is a tenth of this."),
    (("5,100", "3,197"), "8,279", "with the digits “97” the other way round."),
    (("1,234", "2,345"), "3,579,000", "The printed figure is a thousand times this."),
]


@pytest.mark.parametrize(("parts", "total", "said"), EXPLAINED)
def test_one_idea_that_gives_the_printed_figure_is_told(
    parts: tuple[str, ...], total: str, said: str
) -> None:
    assert said in told(*parts, total=total)


NOT_EXPLAINED = [
    (("265", "65", "364", "390", "1,362", "170", "119"), "2,905"),  # 170 more, by chance
    (("200", "300", "500", "700"), "1,400"),  # 300 left out, if 3 were a proof
    (("1,234", "2,345", "1,234"), "3,579"),  # either of two could be left out
    (("1,234", "5,678"), "7,000"),
]


@pytest.mark.parametrize(("parts", "total"), NOT_EXPLAINED)
def test_what_may_be_chance_or_may_be_two_things_is_left_unexplained(
    parts: tuple[str, ...], total: str
) -> None:
    assert told(*parts, total=total).endswith((" more.", " less."))


def test_a_last_digit_is_not_lost_where_rounding_takes_it() -> None:
    rows = figures(
        "one | all | saving | £6.6m | not stated | not stated | 1",
        "other | all | saving | £6,742k | not stated | not stated | 2",
    )
    audit = audited(case_text(rows + relations("`one` same as `other` (stated, line 3)")))
    (finding,) = found(audit, "same-figure")
    assert "digit" not in finding.explanation


def test_a_total_that_its_row_comes_to_says_so() -> None:
    rows = table(
        "Item | 2020/21 | 2021/22 | Total",
        "North | £120 | £130 | £290",
        "South | £220 | £240 | £460",
        "Total | £340 | £370 | £710",
        facets="cost; lines 2 to 5",
    )
    text = case_text(rows + relations("`costs` adds up by row and by column"))
    (finding,) = found(audited(text), "column-total")
    assert "The printed figure is what its row comes to." in finding.explanation


def test_a_total_that_its_subtotals_come_to_says_so() -> None:
    rows = table(
        "Item | 2020/21", "North | £120", "South | £220", "Subtotal north | £350", "East | £100",
        "West | £150", "Subtotal south | £250", "Total | £600", facets="cost; lines 2 to 8",
    )  # fmt: skip
    text = case_text(rows + relations("`costs` adds up by column"))
    (finding,) = found(audited(text), "column-total")
    assert "The printed figure is what the subtotals come to." in finding.explanation


@pytest.mark.parametrize(("printed", "said"), [("£135,604", True), ("£140,000", False)])
def test_another_whole_percentage_of_the_base_is_told(printed: str, *, said: bool) -> None:
    rows = figures(
        "base | ticket money | income | £339,009 | 2020/21 | in year | 4",
        f"part | what causes get | income | {printed} | 2020/21 | in year | 5",
    )
    audit = audited(case_text(rows + relations("`part` = 50% of `base`")))
    (finding,) = found(audit, "share-of-base")
    assert ("The printed figure is 40% of the same base." in finding.explanation) is said
