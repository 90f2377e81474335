"""The accessibility statement: the model's headings and wording, the owner's words, no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.site.engine import draw
from tests.site.conftest import copy_register

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Drawn

# gov.uk, "Sample accessibility statement (for a fictional public sector website)", in its order.
HEADINGS = [
    "How accessible this website is",
    "Feedback and contact information",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that’s not within the scope of the accessibility regulations",
    "What we’re doing to improve accessibility",
    "Preparation of this accessibility statement",
]
FIXED = (
    "This accessibility statement applies to Casebook",
    (
        "The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public "
        "Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 "
        "(the ‘accessibility regulations’). If you’re not happy with how we respond to your "
        "complaint, contact the Equality Advisory and Support Service (EASS)."
    ),
    (
        "is committed to making its website accessible, in accordance with the Public Sector "
        "Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018."
    ),
)
UNTESTED = (
    "It has not been tested with a screen reader or with speech recognition software, nor by "
    "people with disabilities."
)
FILLED = {
    'organisation: ""': 'organisation: "Example County Council"',
    'contact: ""': 'contact: "cases@example.org"',
    'date: ""': 'date: "7 November 2026"',
    'compliance: ""': 'compliance: "partially"',
    'reviewed: ""': 'reviewed: "9 November 2027"',
    'answers_within: ""': 'answers_within: "5 working days"',
    'tested: ""': 'tested: "Example Users tried it with NVDA on 8 November 2026."',
}


def statement(drawn: dict[str, bytes]) -> str:
    page = drawn["accessibility/index.html"].decode("utf-8")
    return page[page.index("<article") : page.index("</article>")]


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def with_settings(folder: Path, settings: dict[str, str]) -> str:
    root = copy_register(folder / "register")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for empty, filled in settings.items():
        assert text.count(empty) == 1, empty
        text = text.replace(empty, filled)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return words(statement(draw(root, folder / "out")))


def test_it_has_the_headings_and_the_wording_of_the_model(drawn: Drawn) -> None:
    page = statement(drawn)
    assert [words(heading) for heading in re.findall(r"<h[23].*?</h[23]>", page)] == HEADINGS
    for wording in FIXED:
        assert wording in words(page)


def test_it_claims_no_test_that_nobody_made_and_says_what_is_not_set(drawn: Drawn) -> None:
    said = words(statement(drawn))
    assert "This statement is not complete." in said
    assert "the organisation that answers for it; how to reach it; the date" in said
    assert "how far it complies; it cannot be published" in said
    assert "is not declared yet" in said
    assert "partially" not in said
    assert UNTESTED in said
    assert "because this has not been tested" in said
    assert "fully compliant" not in said
    promised = said[said.index("you should be able to") : said.index("How accessible")]
    assert "screen reader" not in promised
    assert "speech" not in promised


def test_what_the_owner_fills_in_stands_there_word_for_word(tmp_path: Path) -> None:
    said = with_settings(tmp_path, FILLED)
    assert "not complete" not in said
    assert "This website is run by Example County Council." in said
    assert "contact Example County Council: cases@example.org." in said
    assert "We’ll consider your request and get back to you within 5 working days." in said
    assert (
        "This website is partially compliant with the Web Content Accessibility Guidelines "
        "version 2.2 AA standard, due to the non-compliances listed below."
    ) in said
    assert "prepared on 7 November 2026. It was last reviewed on 9 November 2027." in said
    assert "Example Users tried it with NVDA on 8 November 2026." in said
    assert UNTESTED not in said


def test_an_owner_can_declare_less(tmp_path: Path) -> None:
    said = with_settings(tmp_path, {'compliance: ""': 'compliance: "not"'})
    assert "This website is not compliant with the Web Content Accessibility" in said
    assert "partially" not in said
