"""Lists of cases: what stands together, what is added up, and what is published of all of it."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.compare.distilling import facts_of
from generator.core.adding_up import add_up
from generator.core.case_amounts import Reason, case_amount
from generator.core.councils import Council, GovernanceSpell
from generator.core.meanings import BASES, CERTAINTIES, MEASURES, QUALITIES
from generator.core.words import Basis, Certainty, Governance, Measure, Quality
from generator.history.past import Pasts
from generator.history.states import History
from generator.pages.arrangement import VIEWS
from generator.pages.case_data import case_data
from generator.pages.committees import by_committee
from generator.pages.council_year import year_view
from generator.pages.data import all_assets
from generator.pages.governance import NOT_KNOWN, who_decides_in
from generator.pages.listing import home_view
from generator.pages.lists_data import COLUMNS
from generator.pages.methods import methods_view
from generator.pages.proposed import REASONS, UNCLEAR, Proposed, proposed
from generator.pages.shelf import shelve
from generator.pages.sizes import size_of
from generator.pages.table_files import COLUMNS as TABLE_COLUMNS
from generator.pages.views import prepared_view
from generator.pages.whole_register import register_view
from generator.pages.year_plan import plan_of
from tests.pages.conftest import AS_AT, Body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

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


def proposal(cases: Iterable[Case]) -> Proposed:
    return proposed(map(case_amount, cases), "councils/northshire/2018-19/")


def test_a_total_says_what_it_measures_and_of_what_it_is_made(written: Written) -> None:
    found = proposal(cases_of(written, case_text("£100k"), case_text("£1.3m")))
    (total,) = found.totals
    assert (total.lead, total.why) == ("£1.4 million", "")
    assert total.what == "saving, in 2018/19"
    assert total.cases == "2 cases together: £100,000 and £1.3 million"
    assert total.how == "again every year; a target"
    assert (found.left_title, found.left_out) == ("", ())


def test_a_total_says_of_how_many_cases_a_paper_leaves_something_open(written: Written) -> None:
    silent = "period: 2018/19\n  line: 1"
    texts = (case_text("£100k"), case_text("£200k", silent), case_text("£300k", silent))
    (total,) = proposal(cases_of(written, *texts)).totals
    assert total.lead == "£600,000"
    assert total.how == (
        "the paper does not say whether it recurs (2 cases), again every year (1 case); "
        "the paper does not say how sure it is (2 cases), a target (1 case)"
    )


def test_what_is_left_out_of_a_total_is_named_with_its_amount_and_the_reason(
    written: Written,
) -> None:
    income = KNOWN + "\n  described: [{kind: income, line: 7}]"
    later = KNOWN.replace("2018/19", "2019/20")
    texts = (case_text("£100k"), case_text("£1m", income), case_text("£2m", later))
    found = proposal(cases_of(written, *texts, case_text("Cost neutral"), case_text()))
    assert [total.lead for total in found.totals] == ["£100,000"]
    assert (found.left_title, found.folded) == ("Left out: 4 cases", True)
    assert [
        (group.why, [(case.what.url, case.amount) for case in group.cases])
        for group in found.left_out
    ] == [
        (
            "There is no headline amount, or it could not be read",
            [("../../../cases/northshire/2018-19/case-4/", "")],
        ),
        (
            "There are words in place of an amount",
            [("../../../cases/northshire/2018-19/case-3/", "Cost neutral")],
        ),
        (
            "By the text of the paper it is income",
            [("../../../cases/northshire/2018-19/case-1/", "£1 million")],
        ),
        (
            "It is for another period than the year of the plan",
            [("../../../cases/northshire/2018-19/case-2/", "£2 million")],
        ),
    ]


def test_of_a_longer_time_the_part_that_is_printed_for_the_plans_own_year_is_told(
    written: Written,
) -> None:
    years = (
        KNOWN.replace("2018/19", "2018/19 to 2019/20")
        + "\n  splits:\n    - {by: year, name: 2018/19, amount: £4.5m, line: 2}"
        + "\n    - {by: year, name: 2019/20, amount: £4.6m, line: 2}"
    )
    found = proposal(cases_of(written, case_text("£9.1m", years)))
    ((left,),) = (group.cases for group in found.left_out)
    assert left.about.endswith("; of it £4.5 million in 2018/19")


def test_a_part_is_left_out_and_leads_to_the_whole_that_holds_it(written: Written) -> None:
    link = "links:\n  - {kind: part of, case: northshire/2018-19/case-0, line: 3}\n"
    found = proposal(cases_of(written, case_text("£300k"), case_text("£200k", more=link)))
    assert [total.lead for total in found.totals] == ["£300,000"]
    ((left,),) = (group.cases for group in found.left_out)
    assert left.other is not None
    assert left.other.url == "../../../cases/northshire/2018-19/case-0/"
    assert not found.folded


def test_there_is_no_total_where_it_is_open_which_amount_holds_the_other(written: Written) -> None:
    link = "links:\n  - {kind: same initiative, case: northshire/2018-19/case-0, line: 3}\n"
    found = proposal(cases_of(written, case_text("£300k"), case_text("£200k", more=link)))
    (total,) = found.totals
    assert total.lead == "£200,000 and £300,000"
    assert total.why == f"{UNCLEAR}: “Meals” and “Meals”"


def test_where_nothing_can_be_added_up_the_page_says_so(written: Written) -> None:
    found = proposal(cases_of(written, case_text("TBC")))
    assert (found.totals, found.left_title) == ((), "In no total: 1 case")
    assert [case.amount for group in found.left_out for case in group.cases] == ["To be confirmed"]


def test_a_total_beside_a_withheld_amount_says_at_least(written: Written) -> None:
    kept_back = case_text("withheld (a tender is open; paragraph 3)")
    found = proposal(cases_of(written, case_text("£100k"), case_text("£200k"), kept_back))
    assert [total.lead for total in found.totals] == ["At least £300,000"]


def test_every_reason_for_leaving_a_case_out_has_its_words() -> None:
    assert set(REASONS) == set(Reason)


def test_every_case_of_the_register_is_in_one_total_or_named_as_left_out(real: Register) -> None:
    """What councils published and this register holds, plan by plan."""
    cases = [loaded.case for loaded in real.cases.values()]
    for plan in {(case.id.council, case.id.year_folder) for case in cases}:
        same = [case for case in cases if (case.id.council, case.id.year_folder) == plan]
        found = add_up(map(case_amount, same))
        told = [one.path for total in found.totals for one in total.ones]
        told += [left.one.path for left in found.left_out]
        assert sorted(told) == sorted(str(case.id) for case in same)


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
    facts = map(facts_of, cases)
    found = [(address, title, len(same)) for address, title, same in by_committee(facts)]
    plan = "councils/northshire/2018-19/"
    assert found == [
        (f"{plan}adults-committee/", "Adults Committee", 1),
        (f"{plan}health-committee/", "Health Committee", 2),
        ("", "No committee named", 1),
    ]


def test_the_page_of_a_plan_says_who_decides_and_from_which_papers(written: Written) -> None:
    register = written({"cases/northshire/2018-19/a.md": case_text("£100k")})
    shelf = shelve(register, AS_AT, production=False)
    view = year_view(plan_of("northshire", "2018-19", shelf.paths(), shelf), shelf)
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
    view = home_view(
        shelve(register, AS_AT, production=False, pasts=Pasts(history=History(added=added)))
    )
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
            "comparison": "api/v1/themes/meals.json",
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
