"""How a line on the figures is read: eight forms, who says so, and what is no such line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.problems import Fault
from generator.core.relations import (
    MOST_TEXT,
    Form,
    Grounds,
    Relation,
    Term,
    parse_relation,
)
from generator.core.scalars import Lines


def read(text: str) -> Relation:
    found = parse_relation(text)
    assert isinstance(found, Relation), found
    return found


def refused(text: str) -> Fault:
    found = parse_relation(text)
    assert isinstance(found, Fault), found
    return found


def added(*names: str) -> tuple[Term, ...]:
    """Terms by name; a minus before a name takes it away."""
    return tuple(
        Term(name=name.removeprefix("-"), sign=-1 if name.startswith("-") else 1) for name in names
    )


SUMS = {
    "`a` = `b`": added("b"),
    "`a` = `b` + `c`": added("b", "c"),
    "`a` = `b` - `c`": added("b", "-c"),
    "`a` = - `b`": added("-b"),
    "`a` = -`b` + `c`": added("-b", "c"),
    "`a` = `b` + `c` - `d` + `e`": added("b", "c", "-d", "e"),
    "`a`=`b`-`c`": added("b", "-c"),
    "`a`  =  `b`  –  `c`": added("b", "-c"),
    "`a` = `b` − `c`": added("b", "-c"),
    "`a` = `t.row.col` + `p/2018-19/x#t.row`": added("t.row.col", "p/2018-19/x#t.row"),
}


@pytest.mark.parametrize("text", SUMS)
def test_a_figure_may_be_others_added_and_taken_away(text: str) -> None:
    assert read(text) == Relation(form=Form.SUM, result="a", terms=SUMS[text])


SHARES = {
    "`a` = 10% of `b`": (Decimal(10), None),
    "`a` = 2.5 % of `b`": (Decimal("2.5"), None),
    "`a` = 0.125% of `b`": (Decimal("0.125"), None),
    "`a` = `share` % of `b`": (None, "share"),
    "`a` = `share`% of `b`": (None, "share"),
}


@pytest.mark.parametrize("text", SHARES)
def test_a_figure_may_be_a_share_of_another(text: str) -> None:
    percent, name = SHARES[text]
    assert read(text) == Relation(
        form=Form.SHARE, result="a", terms=added("b"), percent=percent, percent_name=name
    )


def times(*factors: str) -> tuple[Term, ...]:
    """Factors by name or number, such as ``12`` and ``90%``; a slash before one divides by it."""
    return tuple(_factor(text.removeprefix("/"), -1 if text[0] == "/" else 1) for text in factors)


def _factor(text: str, sign: int) -> Term:
    if not text[0].isdigit():
        return Term(name=text, sign=sign)
    value = Decimal(text.removesuffix("%"))
    percent = text.endswith("%")
    return Term(sign=sign, number=value / 100 if percent else value, percent=percent)


PRODUCTS = {
    "`a` = `b` * `c`": times("b", "c"),
    "`a` = `b` / `c`": times("b", "/c"),
    "`a` = `b` * 12": times("b", "12"),
    "`a` = 12 * `b`": times("12", "b"),
    "`a` = `b` * 12 / `c` * 90%": times("b", "12", "/c", "90%"),
    "`a` = `b` * 90 % * 90%": times("b", "90%", "90%"),
    "`a` = `b` / 2.5": times("b", "/2.5"),
    "`a`=`b`*`c`": times("b", "c"),
    "`a` = `b` × `c` ÷ 12": times("b", "c", "/12"),
    "`a` = `b` x `c`": times("b", "c"),
}


@pytest.mark.parametrize("text", PRODUCTS)
def test_a_figure_may_be_others_multiplied_and_divided(text: str) -> None:
    relation = read(text)
    assert relation == Relation(form=Form.PRODUCT, result="a", terms=PRODUCTS[text])
    assert [term.percent for term in relation.terms] == [term.percent for term in PRODUCTS[text]]


def test_a_name_with_an_x_in_it_is_not_taken_for_a_product() -> None:
    assert read("`a` = `tax` + `x`").terms == added("tax", "x")
    assert read("`x` = `b` x `box`").terms == times("b", "box")


MEANS = {
    "`a` = mean of `b` and `c`": ("b", "c"),
    "`a` = average of `b` and `c`": ("b", "c"),
    "`a` = mean of `b`, `c` and `d`": ("b", "c", "d"),
    "`a` = mean of `b`, `c`, and `d`": ("b", "c", "d"),
}


@pytest.mark.parametrize("text", MEANS)
def test_a_figure_may_be_the_mean_of_others(text: str) -> None:
    assert read(text) == Relation(form=Form.MEAN, result="a", terms=added(*MEANS[text]))


COMES_FROM = {
    "`npv` comes from `t.net` at 3.5%": (added("t.net"), Decimal("3.5"), None),
    "`npv` comes from `t.net` at `rate`": (added("t.net"), None, "rate"),
    "`payback` comes from `t.net`": (added("t.net"), None, None),
    "`roi` comes from `t.benefits` - `t.costs`": (added("t.benefits", "-t.costs"), None, None),
    "`npv` comes from - `t.costs` + `t.benefits` at 4.5 %": (
        *(added("-t.costs", "t.benefits"), Decimal("4.5")),
        None,
    ),
}


@pytest.mark.parametrize("text", COMES_FROM)
def test_a_claim_may_come_from_a_series_of_years(text: str) -> None:
    terms, percent, name = COMES_FROM[text]
    relation = read(text)
    assert relation.form is Form.COMES_FROM
    assert (relation.terms, relation.percent, relation.percent_name) == (terms, percent, name)


ADDS_UP = {
    "`t` adds up": (False, True),
    "`t` adds up by row": (True, False),
    "`t` adds up by column": (False, True),
    "`t` adds up by row and by column": (True, True),
    "`t` adds up by column and by row": (True, True),
    "`t` adds up by row.": (True, False),
}


@pytest.mark.parametrize("text", ADDS_UP)
def test_a_table_may_add_up_across_and_down(text: str) -> None:
    by_row, by_column = ADDS_UP[text]
    assert read(text) == Relation(form=Form.ADDS_UP, result="t", by_row=by_row, by_column=by_column)


def test_figures_may_be_the_same_two_or_more_at_a_time() -> None:
    assert read("`a` same as `b` (stated)").terms == added("b")
    assert read("`a` same as `b` same as `c` (stated)").terms == added("b", "c")


def test_a_row_may_be_the_running_total_of_another() -> None:
    assert read("`a` running total of `b`") == Relation(
        form=Form.RUNNING_TOTAL, result="a", terms=added("b")
    )


GROUNDS = {
    "": (Grounds.STATED, "", None),
    " (stated)": (Grounds.STATED, "", None),
    " (stated, line 2108)": (Grounds.STATED, "", Lines(first=2108, last=2108)),
    " (stated, lines 2108-2110)": (Grounds.STATED, "", Lines(first=2108, last=2110)),
    " (stated, lines 2108 to 2110)": (Grounds.STATED, "", Lines(first=2108, last=2110)),
    " (stated; line 2108).": (Grounds.STATED, "", Lines(first=2108, last=2108)),
    " (Stated, line 2108)": (Grounds.STATED, "", Lines(first=2108, last=2108)),
    " (stated: in the summary, line 7)": (Grounds.STATED, "in the summary", Lines(first=7, last=7)),
    " (read as: the same fee)": (Grounds.READ_AS, "the same fee", None),
    " (read as: net – of costs)": (Grounds.READ_AS, "net – of costs", None),
    " (read as: income (gross), line 7)": (
        *(Grounds.READ_AS, "income (gross)"),
        Lines(first=7, last=7),
    ),
    " (Read as: the same fee)": (Grounds.READ_AS, "the same fee", None),
}


@pytest.mark.parametrize("text", GROUNDS)
def test_behind_a_relation_stands_who_says_so(text: str) -> None:
    relation = read(f"`a` = `b`{text}")
    assert (relation.grounds, relation.reason, relation.lines) == GROUNDS[text]


@pytest.mark.parametrize(
    "text",
    [
        "`a` same as `b`",
        "`a` = `b` (read as)",
        "`a` = `b` (read as: )",
        "`a` = `b` (read as the same)",
        "`a` = `b` (stated on page 4)",
        "`a` = `b` (stated, line 0)",
        "`a` = `b` (stated, line 9 to 3)",
    ],
)
def test_grounds_that_say_nothing_are_refused(text: str) -> None:
    fault = refused(text)
    assert fault.code == "relation-grounds"
    assert "(stated, line 2108)" in fault.expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = b + c",
        "`a`",
        "`a` equals `b`",
        "`a` = 12 * 4",
        "`a` = `b` * ",
        "`a` = `b` + `c` * `d`",
        "`a` = `b` * -3",
        "`a` = mean of `b`",
        "`a` = mean of `b` `c`",
        "`a` comes from `b` at 3.5",
        "`a` comes from `b` * `c`",
        "`a` = `b` + ",
        "`a` = + `b`",
        "`a` = `b` `c`",
        "`a b` = `c`",
        "`` = `c`",
        "`a` = 10 of `b`",
        "`a` = -10% of `b`",
        "`a` adds up by year",
        "`a` and `b` add up",
        "`a` = `b` (see page 4)",
        "`a` = `" + "b" * 301 + "`",
        "`a` = `b` " + "+ `b` " * 1000,
        "(stated " * 1000,
    ],
)
def test_what_has_none_of_the_forms_is_refused_with_all_of_them_shown(text: str) -> None:
    fault = refused(text)
    assert fault.code == "relation-unreadable"
    forms = ("adds up", "+", "*", "mean of", "% of", "same as", "running total", "comes from")
    assert all(form in fault.expected for form in forms)
    assert len(fault.read) < 100


def test_a_line_of_any_length_is_answered_without_being_looked_through() -> None:
    assert refused("`a` = `b` " + "(stated " * 200_000).code == "relation-unreadable"
    assert len("`a` = `b`" + " " * MOST_TEXT) > MOST_TEXT


def test_the_names_of_a_relation_are_those_typed_in_their_order() -> None:
    assert read("`a` = `p` % of `b`").names == ("a", "p", "b")
    assert read("`a` = `b` - `c`").names == ("a", "b", "c")
    assert read("`t` adds up").names == ("t",)
    assert read("`a` = `b` * 12 / `c`").names == ("a", "b", "c")
    assert read("`a` comes from `b` at `rate`").names == ("a", "rate", "b")


names = st.from_regex(r"[a-z][a-z0-9-]{0,8}(\.[a-z0-9-]{1,8}){0,2}", fullmatch=True)
signs = st.sampled_from(["+", "-"])


@given(names, names, st.lists(st.tuples(signs, names), max_size=5))
def test_every_sum_of_names_is_read_as_it_was_written(
    result: str, first: str, rest: list[tuple[str, str]]
) -> None:
    text = f"`{result}` = `{first}`" + "".join(f" {sign} `{name}`" for sign, name in rest)
    relation = read(text)
    assert relation.names == (result, first, *(name for _, name in rest))
    assert [term.sign for term in relation.terms] == [1] + [1 if s == "+" else -1 for s, _ in rest]


numbers = st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,4})?%?", fullmatch=True)
factors = st.tuples(st.sampled_from(["*", "/"]), names.map(lambda name: f"`{name}`") | numbers)


@given(names, names, st.lists(factors, min_size=1, max_size=5))
def test_every_product_of_names_and_numbers_is_read_as_it_was_written(
    result: str, first: str, rest: list[tuple[str, str]]
) -> None:
    relation = read(f"`{result}` = `{first}` " + " ".join(" ".join(factor) for factor in rest))
    assert relation.form is Form.PRODUCT
    expected = (first, *("/" * (sign == "/") + factor.strip("`") for sign, factor in rest))
    assert [term.sign for term in relation.terms] == [-1 if e[0] == "/" else 1 for e in expected]
    assert [term.percent for term in relation.terms] == [e.endswith("%") for e in expected]


@given(st.text(max_size=200))
def test_any_text_is_a_relation_or_a_fault(text: str) -> None:
    found = parse_relation(text)
    assert isinstance(found, Relation) or found.code.startswith("relation-")
