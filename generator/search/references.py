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
from generator.pages.json_lines import as_file, json_lines, listed, one_line
from generator.pages.shelf import title_of
from generator.search.synonyms import SYNONYMS
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.core.case import Case
    from generator.pages.shelf import Shelf

REFERENCES_FILE = "search/refs.json"
WORDS_FILE = "search/words.json"
WORD = re.compile(r"[a-z]{4,}")  # the page puts right words of five letters or more


def references_file(shelf: Shelf) -> Asset:
    """``refs.json``, a list of ``{reference, normal, title, url, council, year}``.

    There is one for each reference of each case: as printed, and in the form in which all its
    spellings are equal; `url` is relative to the site's root.
    """
    lines = (shelf.kept(reference_lines, path) for path in sorted(shelf.paths()))
    return Asset(address=REFERENCES_FILE, body=as_file(listed(chain.from_iterable(lines))))


def reference_lines(case: Case, shelf: Shelf) -> tuple[str, ...]:
    """What it says of one case."""
    about = {
        "title": title_of(case),
        "url": case_address(case.id),
        "council": shelf.council_name(case.id.council),
        "year": case.id.plan_year,
    }
    return tuple(
        one_line({"reference": reference, "normal": normal_reference(reference), **about})
        for reference in case.references
    )


def words_file(shelf: Shelf) -> Asset:
    """``words.json``, ``{words, synonyms}``.

    The words are those that a mistyped one may be meant for: of titles, summaries, names and
    themes.
    """
    found = set(chain.from_iterable(shelf.kept(words_of, path) for path in shelf.paths()))
    register = shelf.register
    texts = [council.name for council in register.councils.values()]
    texts += [
        text or "" for theme in register.themes.values() for text in (theme.title, theme.about)
    ]
    texts += [word for said, meant in SYNONYMS for word in (*said, *meant)]
    found |= _words(texts)
    words = {"words": sorted(found), "synonyms": [list(row) for row in SYNONYMS]}
    return Asset(address=WORDS_FILE, body=json_lines(words))


def words_of(case: Case, _: Shelf) -> tuple[str, ...]:
    """The words of one case among them, in order."""
    return tuple(sorted(_words([case.title, case.summary or "", case.committee or ""])))


# The files that the search page loads beside its index.
SEARCH_FILES: dict[str, Callable[[Shelf], Asset]] = {
    REFERENCES_FILE: references_file,
    WORDS_FILE: words_file,
}


def _words(texts: Iterable[str]) -> set[str]:
    # Apostrophes are left out, as people leave them out.
    plain = (text.lower().replace("'", "").replace("’", "") for text in texts)
    return set(chain.from_iterable(map(WORD.findall, plain)))
