"""What the search page knows before it asks the index: references, and how people say things.

An index of words ranks ``A/R 6.127`` wrongly and misses ``6.127``, so the page looks through
a list of all references first. It also needs to know which words the register uses, to put
right what was mistyped, and which of them a resident has another word for.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from generator.core.identity import normal_reference
from generator.pages.addresses import case_address
from generator.pages.json_lines import json_lines
from generator.pages.shelf import title_of
from generator.search.synonyms import SYNONYMS
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case
    from generator.reading.register import Register

REFERENCES_FILE = "search/refs.json"
WORDS_FILE = "search/words.json"
WORD = re.compile(r"[a-z]{4,}")  # the page puts right words of five letters or more


def search_assets(register: Register) -> tuple[Asset, ...]:
    """The two files that the search page loads beside its index.

    ``refs.json`` is a list of ``{reference, normal, title, url, council, year}``, one for each
    reference of each case: as printed, and in the form in which all its spellings are equal;
    `url` is relative to the site's root. ``words.json`` is ``{words, synonyms}``.
    """
    cases = [loaded.case for _, loaded in sorted(register.cases.items())]
    references = list(chain.from_iterable(_references(case, register) for case in cases))
    words = {"words": _words(cases, register), "synonyms": [list(row) for row in SYNONYMS]}
    return (
        Asset(address=REFERENCES_FILE, body=json_lines(references)),
        Asset(address=WORDS_FILE, body=json_lines(words)),
    )


def _references(case: Case, register: Register) -> Iterator[dict[str, str]]:
    council = register.councils.get(case.id.council)
    for reference in case.references:
        yield {
            "reference": reference,
            "normal": normal_reference(reference),
            "title": title_of(case),
            "url": case_address(case.id),
            "council": council.short_name if council else case.id.council,
            "year": case.id.plan_year,
        }


def _words(cases: list[Case], register: Register) -> list[str]:
    """The words that a mistyped one may be meant for: of titles, summaries, names and themes."""
    texts = [text for case in cases for text in (case.title, case.summary, case.committee)]
    texts += [council.name for council in register.councils.values()]
    texts += [text for theme in register.themes.values() for text in (theme.title, theme.about)]
    texts += [word for said, meant in SYNONYMS for word in (*said, *meant)]
    # Apostrophes are left out, as people leave them out.
    plain = (text.lower().replace("'", "").replace("’", "") for text in texts if text)
    return sorted(set(chain.from_iterable(map(WORD.findall, plain))))
