"""The search page in a browser: what residents type finds what they mean, by mouse or by keyboard.

What is asked stands in ``tests/search``. A question is answered well where the case it means is
among the first three; no search answers all, so the demand is on the whole set.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import yaml

from generator.core.identity import normal_reference
from tests.browser.conftest import listen
from tests.browser.pages import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

QUESTIONS = ROOT / "tests" / "search"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ENOUGH = 36  # of 40
CARE = "cases/cambridgeshire/2018-19/a-r-6-127-care-in-cambridgeshire/"


def questions(name: str) -> list[tuple[str, str]]:
    """Pairs of a question and the address of the case it means."""
    listed = yaml.safe_load((QUESTIONS / name).read_text(encoding="utf-8"))
    return [(asked, f"cases/{case}/") for case, all_of in listed.items() for asked in all_of]


class Search:
    """The search page, as somebody uses it."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin

    def opened(self, address: str) -> Search:
        self.page.goto(f"{self.origin}/search/{address}")
        return self

    def ask(self, question: str) -> list[str]:
        """Type a question and press Enter: the addresses of what is found, in order."""
        self.page.get_by_role("searchbox").fill(question)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("status").filter(has_text=f"“{question}”").wait_for()
        return self.found()

    def found(self) -> list[str]:
        script = "links => links.map(link => link.getAttribute('href').slice(1))"
        found: list[str] = self.page.locator("#cb-list h3 a").evaluate_all(script)
        return found

    def status(self) -> str:
        return self.page.get_by_role("status").inner_text()

    def words(self, call: str, argument: object) -> Any:  # noqa: ANN401 - whatever it returns
        """What a function of the page's own module on words makes of an argument."""
        script = (
            f"async it => (words => {call})(await import('{self.origin}/assets/search-words.js'))"
        )
        return self.page.evaluate(script, argument)


@pytest.fixture
def search(browser: Browser, origin: str, complaints: list[str]) -> Iterator[Search]:
    with browser.new_context(reduced_motion="reduce", locale="en-GB") as context:
        listen(context, origin, complaints)
        yield Search(context.new_page(), origin).opened("")
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("name", ["questions.yml", "words_of_their_own.yml"])
def test_what_residents_type_has_the_right_case_among_the_first_three(
    search: Search, name: str
) -> None:
    asked = questions(name)
    assert len({question for question, _ in asked}) == 40
    answers = {question: (case, search.ask(question)[:3]) for question, case in asked}
    missed = {asked: found for asked, (case, found) in answers.items() if case not in found}
    assert len(missed) <= len(asked) - ENOUGH, json.dumps(missed, indent=1)


@pytest.mark.parametrize(
    "question",
    ["A/R.6.127", "A/R 6.127", "a/r.6.127", "AR6127", "ar6.127", "(A/R. 6.127)", "6.127", "6127"],
)
def test_a_reference_is_found_first_however_it_is_typed(search: Search, question: str) -> None:
    assert search.ask(question)[0] == CARE
    assert search.status() == f"1 result for “{question}”."


def test_a_reference_that_is_a_word_is_found_first_and_what_else_has_the_word_after_it(
    search: Search,
) -> None:
    first, *others = search.ask("game")
    assert first.endswith("/game-growth-assets-municipal-enterprise/")
    assert first not in others


REFERENCES = [
    *("A/R.6.127", "(A/R. 6.127)", "a/r 6.127", "B/R. 6.208", "B/R.6.209&B/R.6.208", "TR001408"),
    *("6.127", ".6.", "A..1", "1.", "", " ", "٣.٤", "é/R 1.2", "A\n/R 1.2", "½.½", "²3.4", "Ⅷ.1"),
]


def test_page_and_program_agree_on_what_a_reference_is(search: Search) -> None:
    normal = search.words("it.map(words.normalReference)", REFERENCES)
    assert normal == [normal_reference(text) for text in REFERENCES]


def test_a_number_that_several_plans_share_finds_them_all(search: Search) -> None:
    listed = [{"normal": normal} for normal in ("AR6.127", "BR6.127", "AR61.27", "AR6.12", "GAME")]
    found = search.words("words.referencesFor('6.127', it)", listed)
    assert [one["normal"] for one in found] == ["AR6.127", "BR6.127", "AR61.27"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("libary", "library"),  # a letter left out
        ("librarry", "library"),  # one too many
        ("ligthing", "lighting"),  # two swapped
        ("dissabilities", "disabilities"),
        ("Xylophones", None),  # nothing like it
        ("cars", None),  # too short to be put right
    ],
)
def test_a_mistyped_word_is_put_right_where_one_is_near(
    search: Search, typed: str, meant: str | None
) -> None:
    known = ["care", "disabilities", "library", "lighting"]
    assert search.words(f"words.nearestWord('{typed}', it)", known) == meant


def test_the_page_says_what_it_looked_for_instead_and_besides(search: Search) -> None:
    search.ask("libary")
    assert "“libary” was not found; looked for “library”." in search.status()
    search.ask("lampposts")
    assert "Also looked for “street lighting”" in search.status()


def test_nothing_found_is_said_in_words(search: Search) -> None:
    assert search.ask("xylophones") == []
    assert search.status().startswith("Nothing was found for “xylophones”.")


def test_filters_narrow_what_is_found_to_the_number_beside_them_and_stand_in_the_address(
    search: Search,
) -> None:
    everywhere = search.ask("shared services")
    page = search.page
    page.locator("#cb-filters summary").click()
    box = page.get_by_role("group", name="Council", exact=True).get_by_role("checkbox")
    box = box.and_(page.get_by_label("Cambridgeshire"))
    count = page.locator("label", has=page.get_by_text("Cambridgeshire", exact=False)).first
    number = int(count.locator("span").inner_text().strip("()"))
    box.focus()
    page.keyboard.press("Space")
    page.get_by_role("status").filter(has_text=f"{number} results").wait_for()
    ours = [address for address in search.found() if "/cambridgeshire/" in address]
    assert search.found() == ours != everywhere
    assert page.evaluate("document.activeElement.value") == "Cambridgeshire"
    assert "council=Cambridgeshire" in page.url
    again = search.opened(page.url.rpartition("/")[2])
    again.page.get_by_role("status").filter(has_text=f"{number} results").wait_for()
    assert again.found() == ours


# Looks and clicks in one go, so that the button cannot go away in between.
MORE = """() => {
  const more = document.querySelector("#cb-more");
  if (!more.checkVisibility()) return false;
  more.click();
  return true;
}"""


def test_results_can_be_sorted_by_amount_and_those_without_one_stand_last(search: Search) -> None:
    found = search.ask("plymouth peterborough library")
    search.page.get_by_label("Sort by").select_option("desc")
    search.page.locator("#cb-sort-note").wait_for()
    ordered = search.found()
    cases = [address.strip("/").rpartition("/")[2] for address in ordered]
    assert cases[:3] == [
        "ihwb-integrated-health-and-wellbeing",  # £11.1 million
        "shared-services-savings",  # £9.0 million
        "a-r-6-128-better-care-fund",  # £7.2 million
    ]
    assert len(ordered) == len(found)
    while search.page.evaluate(MORE):
        search.page.wait_for_timeout(100)
    neutral = search.found().index(next(a for a in search.found() if "b-r-6-208" in a))
    assert neutral > 2


def test_every_other_page_has_a_box_that_leads_to_the_search(browser: Browser, origin: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for address in ("", CARE, "methods/"):
            page.goto(f"{origin}/{address}")
            page.get_by_role("searchbox", name="Search the cases").fill("library")
            page.get_by_role("button", name="Search").click()
            assert page.url == f"{origin}/search/?q=library"
        assert page.get_by_role("searchbox").count() == 1
        page.get_by_role("link", name="list of all cases").click()
        assert page.url == f"{origin}/cases/"


def test_the_search_is_loaded_with_the_first_question_and_on_no_other_page(
    browser: Browser, origin: str
) -> None:
    with browser.new_context() as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        for address in ("", CARE, "search/"):
            page.goto(f"{origin}/{address}", wait_until="networkidle")
        assert not [url for url in asked if "/pagefind/" in url]
        page.goto(f"{origin}/search/?q={quote('children’s centres')}")
        page.get_by_role("status").filter(has_text="results for").wait_for()
        assert [url for url in asked if "/pagefind/" in url]


@pytest.mark.needs("axe")
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_of_results(search: Search, scheme: str, width: int) -> None:
    page = search.page
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    search.opened("?q=shared+services+2019").page.locator("#cb-found").wait_for()
    page.locator("#cb-filters summary").click()
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
    assert not found["violations"], json.dumps(found["violations"], indent=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
