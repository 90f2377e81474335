"""Lists of cases: what stands together, what is added up, and what is published of all of it."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.core.councils import Council, GovernanceSpell
from generator.core.meanings import BASES, CERTAINTIES, MEASURES, QUALITIES
from generator.core.words import Basis, Certainty, Governance, Measure, Quality
from generator.pages.case_data import case_data
from generator.pages.council_year import by_committee, year_view
from generator.pages.data import all_assets
from generator.pages.governance import NOT_KNOWN, who_decides_in
from generator.pages.listing import home_view
from generator.pages.lists_data import COLUMNS
from generator.pages.methods import methods_view
from generator.pages.proposed import (
    INEXACT,
    OPEN_BASIS,
    OPEN_CERTAINTY,
    OPEN_PERIOD,
    OVERLAP,
    proposed,
)
from generator.pages.shelf import VIEWS, shelve
from generator.pages.sizes import size_of
from generator.pages.table_files import COLUMNS as TABLE_COLUMNS
from generator.pages.views import prepared_view
from generator.pages.whole_register import register_view
from tests.pages.conftest import AS_AT, Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.core.case import Case
    from generator.reading.register import Register
    from generator.site.page import Page
    from tests.pages.conftest import Register1

    Written = Callable[[Mapping[str, str]], Register]

KNOWN = "period: 2018/19\n  basis: recurring\n  certainty: target\n  line: 1"


def case_text(amount: str = "", words: str = KNOWN, more: str = "") -> str:
    headline = f"headline:\n  amount: {amount}\n  measure: saving\n  {words}\n" if amount else ""
    return f"---\ntitle: Meals\nsource: northshire-plan\n{headline}{more}---\n"


def cases_of(written: Written, *texts: str) -> tuple[Case, ...]:
    """The cases of one plan, in order."""
    paths = (f"cases/northshire/2018-19/case-{number}.md" for number in range(len(texts)))
    register = written(dict(zip(paths, texts, strict=True)))
    assert not register.problems, register.problems
    return tuple(loaded.case for loaded in register.cases.values())


def test_like_amounts_are_added_up_and_the_total_says_of_what_it_is_made(written: Written) -> None:
    found = proposed(cases_of(written, case_text("£100k"), case_text("£1.3m")))
    (like,) = found.likes
    assert (like.lead, like.why) == ("£1.4 million", "")
    assert like.what == "saving, in 2018/19; again every year; a target"
    assert like.cases == "2 cases together: £100,000 and £1.3 million"
    assert found.left_out == ""


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (KNOWN.replace("2018/19", "not stated"),) * 2 + (OPEN_PERIOD,),
        (KNOWN.replace("recurring", "not stated"),) * 2 + (OPEN_BASIS,),
        (KNOWN.replace("target", "not stated"),) * 2 + (OPEN_CERTAINTY,),
    ],
)
def test_what_a_paper_leaves_open_has_no_total(
    written: Written, first: str, second: str, why: str
) -> None:
    cases = cases_of(written, case_text("£100k", first), case_text("£200k", second))
    (like,) = proposed(cases).likes
    assert (like.lead, like.why) == ("£100,000 and £200,000", why)


@pytest.mark.parametrize("amount", ["about £200k", "£200k to 300k", "up to £200k"])
def test_amounts_that_are_not_exact_have_no_total(written: Written, amount: str) -> None:
    cases = cases_of(written, case_text("£100k"), case_text(amount))
    (like,) = proposed(cases).likes
    assert like.why == INEXACT


@pytest.mark.parametrize(
    "more",
    [
        "links:\n  - {kind: part of, case: northshire/2018-19/case-0, line: 3}\n",
        "references: [A/R. 6.115]\n",
    ],
)
def test_cases_that_may_be_about_the_same_money_have_no_total(written: Written, more: str) -> None:
    first = case_text("£100k", more="references: [A/R.6.115]\n")
    register = written(
        {
            "cases/northshire/2018-19/case-0.md": first,
            "cases/northshire/2018-19/case-1.md": case_text("£200k", more=more),
        }
    )
    (like,) = proposed(loaded.case for loaded in register.cases.values()).likes
    assert like.why == OVERLAP


def test_unlike_amounts_stand_apart_and_what_is_no_amount_is_counted(written: Written) -> None:
    delivered = KNOWN.replace("target", "delivered")
    cases = cases_of(
        written,
        case_text("£100k"),
        case_text("£100k", delivered),
        case_text("Cost neutral"),
        case_text(),
        case_text("12%"),
    )
    found = proposed(cases)
    assert [like.lead for like in found.likes] == ["£100,000", "£100,000"]
    assert found.left_out == (
        "Left out: 1 case has words in place of an amount, 1 case has an amount that is not in "
        "pounds and 1 case has no headline amount."
    )


@pytest.mark.parametrize(
    ("amount", "size"),
    [
        ("£10m", "ten-million"),
        ("£9,999,999", "one-million"),
        ("£1m", "one-million"),
        ("£999,999", "hundred-thousand"),
        ("£100k", "hundred-thousand"),
        ("£99,999", "less"),
        ("£0", "less"),
        ("-£2m", "one-million"),
        ("£80k to 100k", "less"),
        ("over £13.8 million", "ten-million"),
        ('"1,060 (read £1,060k: the table is headed in thousands)"', "one-million"),
        ("12%", "not-pounds"),
        ("30 people", "not-pounds"),
        ("Cost neutral", "words"),
        ("TBC", "words"),
        ("withheld (commercial; paragraph 3)", "withheld"),
        ("", "no-headline"),
    ],
)
def test_a_case_has_the_size_of_its_headline_in_pounds(
    case_of: Callable[..., Register1], amount: str, size: str
) -> None:
    said = f"headline:\n  amount: {amount}\n  measure: saving\n  {KNOWN}" if amount else ""
    assert size_of(case_of(said).case).id == size


@pytest.mark.parametrize("name", VIEWS)
def test_a_prepared_view_shows_every_case_once(real: Register, name: str) -> None:
    view = prepared_view(name, shelve(real, AS_AT, production=False))
    urls = [url for group in view.groups for url in Body(group.cards).values("href")]
    assert sorted(urls) == sorted(f"{view.up}cases/{path}/" for path in real.cases)


def test_every_row_of_the_register_can_be_found_by_every_choice_it_carries(real: Register) -> None:
    view = register_view(shelve(real, AS_AT, production=False))
    offered = {choice.name: set(choice.options) for choice in view.choices}
    assert set(offered) == {"council", "year", "theme", "kind", "committee"}
    rows = [said for tag, said in Body(view.rows).tags if tag == "tr"]
    assert len(rows) == len(real.cases)
    for row in rows:
        for name in ("council", "year", "kind", "committee"):
            assert row[f"data-{name}"] in offered[name]
        assert set(row["data-themes"].splitlines()) <= offered["theme"]


def test_the_cases_of_a_plan_stand_under_the_committee_their_paper_names(written: Written) -> None:
    cases = cases_of(
        written,
        case_text(more="committee: Health Committee\n"),
        case_text(),
        case_text(more="committee: HEALTH committee\n"),
        case_text(more="committee: Adults Committee\n"),
    )
    found = [(address, title, len(same)) for address, title, same in by_committee(cases)]
    plan = "councils/northshire/2018-19/"
    assert found == [
        (f"{plan}adults-committee/", "Adults Committee", 1),
        (f"{plan}health-committee/", "Health Committee", 2),
        ("", "No committee named", 1),
    ]


def test_the_page_of_a_plan_says_who_decides_and_from_which_papers(written: Written) -> None:
    register = written({"cases/northshire/2018-19/a.md": case_text("£100k")})
    shelf = shelve(register, AS_AT, production=False)
    view = year_view("northshire", "2018-19", tuple(shelf.cases.values()), shelf)
    assert view.title == "Northshire: plan for 2018/19"
    assert view.decides == NOT_KNOWN
    assert [source.text for source in view.sources] == [
        "“Business plan”, published by Northshire County Council; the document carries no date."
    ]


def test_of_several_ways_to_decide_the_one_of_the_time_is_told() -> None:
    council = Council(
        name="Northshire County Council",
        short_name="Northshire",
        governance=(
            GovernanceSpell(system=Governance.CABINET, ends=date(2014, 5, 1)),
            GovernanceSpell(system=Governance.COMMITTEES, starts=date(2014, 5, 1)),
        ),
    )
    assert who_decides_in(council, "2013-14").startswith("Leader and cabinet, until 1 May 2014: ")
    assert who_decides_in(council, "2018-19").startswith("Committee system, since 1 May 2014: ")
    assert who_decides_in(None, "2018-19") == NOT_KNOWN


def test_the_home_page_lists_what_was_added_last_and_nothing_where_that_is_not_known(
    written: Written,
) -> None:
    paths = [f"cases/northshire/2018-19/case-{number}.md" for number in range(8)]
    register = written(dict.fromkeys(paths, case_text("£100k")))
    added = {path: date(2020, 1, 1 + number) for number, path in enumerate(paths)}
    view = home_view(shelve(register, AS_AT, production=False, added=added))
    assert [card.url[-7:-1] for card in view.added] == [f"case-{n}" for n in (7, 6, 5, 4, 3, 2)]
    assert view.added[0].added == "Added on 8 January 2020."
    assert home_view(shelve(register, AS_AT, production=False)).added == ()


def test_each_word_has_a_meaning_which_is_one_sentence() -> None:
    assert set(MEASURES) == set(Measure)
    assert set(BASES) == set(Basis)
    assert set(QUALITIES) == set(Quality)
    assert set(CERTAINTIES) == set(Certainty)
    for meaning in (*MEASURES.values(), *BASES.values(), *QUALITIES.values()):
        assert meaning.endswith(".")


def test_the_page_on_data_names_every_field_and_every_column(
    real: Register, real_pages: tuple[Page, ...]
) -> None:
    shelf = shelve(real, AS_AT, production=False)
    pages = {page.address: page.content for page in real_pages}
    fields = {name for case in shelf.cases.values() for name in case_data(case, shelf)}
    named = set(re.findall(r"<code>([a-z_]+)</code>", pages["data/"]))
    assert (fields | set(COLUMNS) | set(TABLE_COLUMNS)) - named == set()
    assert 'href="../data/"' in pages["methods/"]
    assert 'href="../methods/"' in pages["data/"]


def test_the_methods_page_takes_its_examples_from_the_register_or_does_without(
    real: Register, written: Written
) -> None:
    view = methods_view(shelve(real, AS_AT, production=False))
    for example in (view.style, view.reading, view.words, view.qualified, view.basis):
        assert example.case.url
        assert example.printed
    empty = methods_view(shelve(written({}), AS_AT, production=False))
    assert empty.style.case.text == ""


def test_the_sheet_has_a_line_for_each_case_and_no_cell_of_text_is_a_formula(
    written: Written,
) -> None:
    register = written(
        {
            "cases/northshire/2018-19/a.md": case_text("-£100k", more='section: "=1+1"\n'),
            "cases/northshire/2018-19/b.md": case_text("£80k to 100k", more="themes: [meals]\n"),
        }
    )
    assets = {asset.address: asset.body for asset in all_assets(register, AS_AT)}
    heading, *lines = csv.reader(io.StringIO(assets["api/v1/cases.csv"].decode("utf-8")))
    assert tuple(heading) == COLUMNS
    first, second = (dict(zip(heading, line, strict=True)) for line in lines)
    assert (first["section"], first["amount"]) == ("'=1+1", "-100000")
    assert (second["amount"], second["high"], second["themes"]) == ("80000", "100000", "meals")
    themes = json.loads(assets["api/v1/themes.json"])["themes"]
    assert themes == [
        {
            "id": "meals",
            "title": "Meals",
            "about": "Who eats what.",
            "url": "themes/meals/",
            "cases": ["northshire/2018-19/b"],
        }
    ]
    (council,) = json.loads(assets["api/v1/councils.json"])["councils"]
    assert (council["id"], council["name"], council["cases"]) == (
        "northshire",
        "Northshire County Council",
        2,
    )
    assert council["url"] == "councils/northshire/"
