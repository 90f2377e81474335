"""Terms of art: where a page links to a definition, and which it lists."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.pages.terms import TERMS, dictionary, place_in
from tests.pages.conftest import Body

if TYPE_CHECKING:
    from generator.site.page import Page

NAMES = {term.name: term for term in TERMS}


def found_in(text: str) -> list[str]:
    return [term.name for term in TERMS if place_in(text, term)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gross, cashable saving", ["Cashable", "Gross"]),
        ("Grossly unfair; the internet", []),
        ("non\u2011cashable", ["Cashable"]),
        ("again every year", ["Recurring"]),
        ("as far as it falls in that year", ["In-year effect"]),
        ("A rag, and a RAG rating", ["RAG"]),
        ("a roi soleil", []),
        ("break even within 3 years, one-off", ["Break-even", "One-off"]),
        ("Senior Responsible Officer", ["Senior responsible officer (SRO)"]),
        ("net present value (NPV)", ["Net", "NPV"]),
        ("Section 113 and S113 agreements", ["Section 113 (S113)"]),
    ],
)
def test_a_term_is_found_as_a_whole_word_in_any_of_its_spellings(
    text: str, names: list[str]
) -> None:
    assert found_in(text) == names


def test_the_first_use_alone_is_a_link_and_the_longer_term_wins() -> None:
    words = dictionary({}).opened()
    marked = words.mark("Net present value of a net, <b>gross</b> saving")
    npv, gross = NAMES["NPV"].id, NAMES["Gross"].id
    assert marked == (
        f'<a class="cb-word" href="#{npv}">Net present value</a> of a net, &lt;b&gt;'
        f'<a class="cb-word" href="#{gross}">gross</a>&lt;/b&gt; saving'
    )
    again = words.mark("net and gross")
    assert again == f'<a class="cb-word" href="#{NAMES["Net"].id}">net</a> and gross'


def test_what_is_linked_on_one_page_is_new_on_the_next() -> None:
    book = dictionary({})
    assert book.opened().mark("NPV") == book.opened().mark("NPV") != "NPV"


def test_the_list_holds_what_the_reader_sees_and_no_more() -> None:
    words = dictionary({"CCG": "Clinical Commissioning Group", "NPV": "Not"}).opened()
    used = words.used_in('<p class="net" id="gross">The CCG’s baseline</p>')
    assert [(term.name, term.meaning) for term in used] == [
        ("Baseline", NAMES["Baseline"].meaning),
        ("CCG", "Short for Clinical Commissioning Group, in the words of this council."),
    ]


def test_each_definition_is_one_sentence_and_the_list_is_in_order() -> None:
    for term in TERMS:
        assert term.meaning.endswith("."), term.name
        assert term.meaning.count(". ") == 0, term.name
    names = [term.name.lower() for term in TERMS]
    assert all(before < after for before, after in pairwise(names))


def test_every_definition_of_a_page_is_there_to_be_linked(real_pages: tuple[Page, ...]) -> None:
    cases = [Body(page.content) for page in real_pages if page.kind == "case"]
    linked = 0
    for body in cases:
        leads = [said["href"] for tag, said in body.tags if said.get("class") == "cb-word"]
        assert len(leads) == len(set(leads))
        assert {lead.removeprefix("#") for lead in leads} <= set(body.values("id"))
        linked += len(leads)
    assert linked > len(cases)


@pytest.mark.parametrize("kind", ["theme", "two-councils", "two-cases"])
def test_a_page_that_puts_cases_side_by_side_ends_with_the_terms_of_art_on_it(
    real_pages: tuple[Page, ...], kind: str
) -> None:
    bodies = [Body(page.content) for page in real_pages if page.kind == kind]
    explained = [body for body in bodies if NAMES["Cashable"].id in body.values("id")]
    assert explained
    assert explained == [body for body in bodies if place_in(body.text, NAMES["Cashable"])]
    assert all("#words" in body.values("href") for body in explained)


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        ("home", "In-year effect"),
        ("council-year", "In-year effect"),
        ("committee", "Increment"),
    ],
)
def test_a_page_with_totals_ends_with_the_terms_of_art_on_it(
    real_pages: tuple[Page, ...], kind: str, term: str
) -> None:
    bodies = [Body(page.content) for page in real_pages if page.kind == kind]
    explained = [body for body in bodies if NAMES[term].id in body.values("id")]
    assert explained
    assert explained == [body for body in bodies if place_in(body.text, NAMES[term])]
