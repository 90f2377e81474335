"""Two councils on a theme, and two cases that a link connects: which have a page, and its words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.caveats import caveats_among
from generator.compare.pairs import linked_pairs
from generator.core.words import LinkKind
from generator.pages.addresses import pair_address
from generator.pages.any_two import any_two_makers, in_words, together
from generator.pages.compared import case_facts, sides
from generator.pages.data import all_assets
from generator.pages.pairs import (
    MOST_PAIRED,
    council_pairs,
    pairs_of_council,
    two_cases_view,
    two_councils_view,
)
from generator.pages.shelf import shelve
from generator.pages.theme_pages import theme_view
from tests.pages.conftest import AS_AT, Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.compare.pairs import Pair
    from generator.pages.shelf import Shelf
    from generator.reading.register import Register
    from generator.site.page import Page

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
THEIRS = "peterborough/2019-20/shared-services-savings"
NAME = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
PATHS = st.tuples(NAME, NAME, NAME).map("/".join)


@pytest.fixture(scope="module")
def shelf(real: Register) -> Shelf:
    return shelve(real, AS_AT, production=False)


@given(st.lists(PATHS, min_size=4, max_size=4))
def test_no_two_pairs_of_cases_share_an_address_and_a_pair_has_one(paths: list[str]) -> None:
    one, other, third, fourth = paths
    assert pair_address(one, other) == pair_address(other, one)
    if {one, other} != {third, fourth}:
        assert pair_address(one, other) != pair_address(third, fourth)


def test_every_pair_that_a_link_connects_is_made_once_by_the_council_of_its_link(
    shelf: Shelf,
) -> None:
    facts = [shelf.kept(case_facts, path) for path in shelf.paths()]
    made = [pair for folder in shelf.folders() for pair in pairs_of_council(folder, shelf)]
    assert sorted(made) == sorted(linked_pairs(facts))
    assert len(made) > 10


LINK = "links: [{{kind: follows, case: {0}, line: 3}}]\n"


def test_two_cases_that_name_each_other_have_one_page(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    def text(other: str) -> str:
        return f"---\ntitle: Meals\nsource: northshire-plan\n{LINK.format(other)}---\n"

    one, other = "northshire/2018-19/a", "southport/2018-19/b"
    council = "name: Southport\nshort_name: Southport\n"
    register = written(
        {
            "cases/southport/council.yml": council,
            f"cases/{one}.md": text(other),
            f"cases/{other}.md": text(one),
        }
    )
    shelf = shelve(register, AS_AT, production=False)
    (pair,) = (pair for folder in shelf.folders() for pair in pairs_of_council(folder, shelf))
    assert (pair.one, pair.other, pair.why) == (one, other, (LinkKind.FOLLOWS,))
    title = "“Meals” in Northshire 2018/19 and in Southport 2018/19 side by side"
    assert two_cases_view(pair, shelf).title == title


@pytest.mark.parametrize(
    ("amount", "held"), [("£1m", ", whose amount may hold that of its part"), ("Cost neutral", "")]
)
def test_only_what_has_an_amount_may_hold_that_of_its_part(
    amount: str, held: str, written: Callable[[Mapping[str, str]], Register]
) -> None:
    def text(title: str, amount: str, more: str = "") -> str:
        headline = f"headline: {{amount: {amount}, measure: saving, line: 1}}"
        return f"---\ntitle: {title}\nsource: northshire-plan\n{headline}\n{more}---\n"

    whole = "northshire/2018-19/whole"
    link = f"links: [{{kind: part of, case: {whole}, line: 3}}]\n"
    register = written(
        {
            f"cases/{whole}.md": text("Kitchens", amount),
            "cases/northshire/2018-19/part.md": text("Meals", "£1k", link),
        }
    )
    shelf = shelve(register, AS_AT, production=False)
    (pair,) = pairs_of_council("northshire", shelf)
    assert two_cases_view(pair, shelf).about[0] == f"“Meals” is part of “Kitchens”{held}."


def two_sides(shelf: Shelf) -> Pair:
    """Cambridgeshire and Peterborough on the services that they share."""
    (pair,) = linked_pairs(shelf.kept(case_facts, path) for path in (OURS, THEIRS))
    return pair


def test_two_sides_of_one_programme(shelf: Shelf) -> None:
    """Cambridgeshire's case prints £500k for 2019/20; Peterborough's £9.0m for two years."""
    view = two_cases_view(two_sides(shelf), shelf)
    assert view.about[0] == "Two sides of one initiative, each told by its own council."
    assert [one.said.text for one in view.body.compared.blockers] == [
        "They cover different lengths of time: 1 year (Cambridgeshire), 2 years (Peterborough)."
    ]
    assert not view.body.amounts
    how_much = next(question for question in view.body.questions if question.id == "how-much")
    assert [(c.council, [a.lead for a in c.answers]) for c in how_much.columns] == [
        ("Cambridgeshire", ["£500k"]),
        ("Peterborough", ["£9 million"]),
    ]


def test_where_whole_amounts_cannot_stand_side_by_side_their_parts_for_one_year_may(
    shelf: Shelf,
) -> None:
    """Peterborough prints its £9.0m year by year: £4.5m in 2019/20."""
    (table,) = two_cases_view(two_sides(shelf), shelf).parts
    assert [(row.council, row.figure.amount, row.part) for row in table.rows] == [
        ("Cambridgeshire 2019/20", "£500k", ""),
        ("Peterborough 2019/20", "£4.5 million", "the part “2019/20” of the headline"),
    ]
    said = [one.said.text for one in table.cautions]
    assert (
        "The papers do not call their figures equally sure: estimate (Cambridgeshire), target "
        "(Peterborough)."
    ) in said
    assert any(text.startswith("Each council tells its own side of one") for text in said)


def test_two_councils_of_a_theme_show_their_cases_on_it_and_no_other(shelf: Shelf) -> None:
    view = two_councils_view("waste", "cambridgeshire", "plymouth", shelf)
    assert view.title == "Waste: Cambridgeshire and Plymouth side by side"
    assert view.scope == "3 cases from 2 councils: Cambridgeshire and Plymouth."
    on_theme = set(shelf.on_theme("waste"))
    shown = {
        answer.url.removeprefix("../../../cases/").rstrip("/")
        for question in view.body.questions
        for column in question.columns
        for answer in column.answers
    }
    assert shown == on_theme


def test_where_too_many_councils_share_a_theme_none_are_paired_and_the_page_says_so(
    written: Callable[[Mapping[str, str]], Register],
) -> None:
    text = "---\ntitle: Meals\nsource: northshire-plan\nthemes: [meals]\n---\n"
    names = [f"town-{letter}" for letter in "abcdefg"]
    files = {f"cases/{name}/council.yml": f"name: {name}\nshort_name: {name}\n" for name in names}
    files |= {f"cases/{name}/2018-19/meals.md": text for name in names}
    shelf = shelve(written(files), AS_AT, production=False)
    assert len(names) == MOST_PAIRED + 1
    assert council_pairs("meals", shelf) == ()
    assert theme_view("meals", shelf).pairs_note == (
        "Pages on two councils are prepared where at most 6 councils have a case on a theme; here "
        "there are 7. Any two cases can be compared all the same."
    )


def test_what_a_script_compares_is_what_every_rule_sees(shelf: Shelf) -> None:
    """Of any two cases, a rule that speaks has words of one of them, or of both together."""
    every = {side.facts.path: side for side in sides(shelf.paths(), shelf)}
    said = {path: in_words(side) for path, side in every.items()}
    paths = sorted(every)
    for one, other in zip(paths, paths[7:], strict=False):
        for caveat in caveats_among((every[one], every[other])):
            words = [said[path]["words"].get(caveat.code) for path in (one, other)]
            own = [told["code"] for path in (one, other) for told in said[path]["own"]]
            both = {**together(every[one], shelf), **together(every[other], shelf)}
            own += [
                told["code"] for path in {one, other} & both.keys() for told in both[path]["own"]
            ]
            assert words != [None, None] or caveat.code in own, (one, other, caveat)


def test_the_script_is_told_nothing_of_what_could_not_be_read(shelf: Shelf) -> None:
    (side, *_) = sides([OURS], shelf)
    lost = replace(side, facts=replace(side.facts, options=(), unreadable=("options",)))
    aspects = in_words(lost)["aspects"]
    assert isinstance(aspects, dict)
    assert aspects["options"] is None
    assert aspects["risks"] == "11 risks"


def test_each_council_has_its_cases_in_words(shelf: Shelf) -> None:
    makers = any_two_makers(shelf)
    assert sorted(makers) == [
        "api/v1/compare.json",
        *(f"api/v1/compare/{name}.json" for name in ("cambridgeshire", "cheltenham")),
        *(f"api/v1/compare/{name}.json" for name in ("peterborough", "plymouth")),
    ]


def test_an_amount_whose_paper_says_less_stands_on_the_scale_with_what_to_keep_in_mind(
    shelf: Shelf,
) -> None:
    """Cambridgeshire's earlier case does not say whether its £300k recurs; the later one does."""
    earlier = "cambridgeshire/2018-19/c-r-6-101-shared-services"
    (pair,) = linked_pairs(shelf.kept(case_facts, path) for path in (OURS, earlier))
    view = two_cases_view(pair, shelf)
    (table,) = view.body.amounts
    assert [(row.council, row.figure.amount) for row in table.rows] == [
        ("Cambridgeshire 2018/19", "£300,000"),
        ("Cambridgeshire 2019/20", "£500k"),
    ]
    assert (
        "Not every paper says how its figure counts over time: as far as it falls in that year "
        "(Cambridgeshire 2019/20), not stated (Cambridgeshire 2018/19)."
    ) in [one.said.text for one in table.cautions]
    assert [column.council for column in view.body.questions[0].columns] == [
        "Cambridgeshire 2018/19",
        "Cambridgeshire 2019/20",
    ]


THEMES = (
    *("shared-services", "ict-and-automation", "adult-social-care-and-health", "waste"),
    *("highways-and-transport", "property-and-investment"),
)


@pytest.mark.parametrize("key", THEMES)
def test_page_and_data_of_a_theme_say_the_same_sentences(
    real: Register, real_pages: tuple[Page, ...], key: str
) -> None:
    data = {asset.address: asset.body for asset in all_assets(real, AS_AT) if key in asset.address}
    said = json.loads(data[f"api/v1/themes/{key}.json"])
    page = next(page for page in real_pages if page.address == f"themes/{key}/")
    text = Body(page.content).text
    told = {code for caveat in said["caveats"] for code in [caveat["code"]]}
    sentences = [one["sentence"] for one in (*said["common"], *said["caveats"])]
    sentences += [one["sentence"] for one in said["differ"] if one["code"] not in told | {"period"}]
    assert len(sentences) > 10
    for sentence in sentences:
        assert " ".join(sentence.split()) in text, sentence
    assert said["why_no_scale"] == [
        one["sentence"] for one in said["caveats"] if one["severity"] == "blocker"
    ]
    assert said["one_scale"] is False
    everyone = {
        path for one in said["caveats"] for value in one["values"] for path in value["cases"]
    }
    assert everyone <= set(said["cases"])


def test_data_of_a_theme_says_what_an_amount_for_each_resident_rests_on(real: Register) -> None:
    (asset,) = (
        a for a in all_assets(real, AS_AT) if a.address == "api/v1/themes/shared-services.json"
    )
    groups = json.loads(asset.body)["alike"]
    made = [one for group in groups for one in group["made_comparable"]]
    assert {one["way"] for one in made} == {"per-resident"}
    ours = next(one for one in made if one["case"] == OURS)
    assert ours["amount"] == "0.76"
    assert ours["under"].startswith("657,204 people in 2020 (mySociety")
