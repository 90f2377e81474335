"""Any two cases on /compare/: the script says what the register itself says of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from generator.compare.caveats import caveats_among
from generator.compare.distilling import facts_of
from generator.compare.facts import Side, side_of
from generator.pages.shelf import shelve
from generator.pages.side_by_side import SEVERITIES
from generator.reading.register import load_register
from tests.browser.pages import ROOT
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import OpenPage

OURS = "cambridgeshire/2019-20/a-r-6-209-shared-services-programme"
MISLABELLED = "plymouth/2014-15/ihwb-integrated-commissioning"
THEIRS = "peterborough/2019-20/shared-services-savings"
WHOLE = "plymouth/2014-15/cco-co-operative-centre-of-operations"
PART = "plymouth/2014-15/cco-ict-migration-to-delt"


@pytest.fixture(scope="module")
def every() -> dict[str, Side]:
    """Every case of this register as a side of a comparison."""
    shelf = shelve(load_register(ROOT), AS_AT, production=False)
    return {
        path: side_of(facts_of(case, shelf.audit(path)), shelf.council(case.id.council))
        for path, case in shelf.cases.items()
    }


def test_the_script_says_of_any_two_cases_what_the_register_says(
    open_page: OpenPage, every: dict[str, Side]
) -> None:
    paths = sorted(every)
    draw = random.Random(7)  # noqa: S311 - any pairs will do, the same in every run
    pairs = [(OURS, THEIRS), (WHOLE, PART), *(draw.sample(paths, 2) for _ in range(25))]
    for one, other in pairs:
        page = open_page(at=f"compare/?one={one}&other={other}")
        page.locator("#cb-any-found h3").first.wait_for()
        said = [
            (line.get_attribute("data-code"), line.locator(".cb-caveat").inner_text())
            for line in page.locator("#cb-any-found li[data-code]").all()
        ]
        expected = [
            (caveat.code, SEVERITIES[caveat.severity][1])
            for caveat in caveats_among((every[one], every[other]))
        ]
        assert said == expected, (one, other)


def test_two_cases_are_chosen_and_the_address_remembers_them(open_page: OpenPage) -> None:
    page = open_page("compare")
    page.get_by_label("First council").select_option("Plymouth")
    page.get_by_label("First case").select_option(WHOLE)
    page.get_by_label("Second council").select_option("Peterborough")
    page.get_by_label("Second case").select_option(THEIRS)
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("status").get_by_text("Co-operative Centre of Operations, and").wait_for()
    assert page.get_by_text("Why the amounts are not put on one scale").is_visible()
    assert page.url.count("plymouth") == page.url.count("peterborough") == 1
    page.reload()
    page.get_by_role("status").get_by_text("Co-operative Centre of Operations, and").wait_for()


def test_what_each_says_is_one_sentence_with_the_reading_of_a_figure(open_page: OpenPage) -> None:
    page = open_page(at=f"compare/?one={WHOLE}&other={MISLABELLED}")
    page.locator("#cb-any-found h3").first.wait_for()
    found = page.locator("#cb-any-found")
    assert "1,060,000 read as £1.06 million" in " ".join(found.inner_text().split())
    assert "“Co-operative Centre of Operations”" in found.inner_text()
    assert found.get_by_text("outline business case (“Co-operative Centre").count() == 1


def test_one_case_is_not_compared_with_itself(open_page: OpenPage) -> None:
    page = open_page(at=f"compare/?one={WHOLE}&other={WHOLE}")
    page.get_by_role("status").get_by_text("These are the same case.").wait_for()


def test_without_a_script_the_page_says_so_and_has_the_prepared_comparisons(
    browser: Browser, origin: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}/compare/")
        assert page.get_by_text("To choose any two cases needs a script").is_visible()
        assert not page.locator("#cb-any").is_visible()
        assert page.get_by_role("link", name="Cambridgeshire and Peterborough").count() > 0
