"""The list of problems as a page of the site, from the same corpus as ``docs/problems.md``.

Whoever reads a message of the check on a forge should find its name explained where the rest of
the guide is. The page holds finished HTML, because what it quotes is what people mistyped: no
sign of it may be taken for markup.
"""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from generator.core.identity import slug_of
from generator.reading.catalogue import SECTIONS
from generator.reading.report import sentence
from scripts.problem_list import faulty_line
from tests.reading.corpus import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGINNING = """\
---
title: What the check can report
description: Every problem that the check of a case file can report, with an example of each.
section: submit
---
<!-- Made by scripts/renew.py from tests/problems; not to be written by hand. -->
<div class="cb-page">
<h1>What the check can report</h1>
<p class="cb-lede">Each problem is one line: the file, the line and the column in it, the name of
the problem, what was read, what was expected, and what to do. Below each name stands what it
means, a line with such a mistake, and what is said of it.</p>
<p><a href="../">How to send in or correct a case</a></p>
"""


def problem_page() -> str:
    """The text of ``site_src/submit/problems.md``."""
    parts = [BEGINNING, *_contents()]
    for title, groups in SECTIONS.items():
        parts.append(f'<h2 id="{slug_of(title)}">{escape(title)}</h2>\n')
        for code, meaning in (item for held in groups for item in held.items()):
            parts += _entry(code, meaning)
    return "".join([*parts, "</div>\n"])


def _contents() -> Iterator[str]:
    yield '<nav class="cb-toc" aria-labelledby="on-this-page">\n'
    yield '<h2 id="on-this-page">On this page</h2>\n<ul>\n'
    for title in SECTIONS:
        yield f'<li><a href="#{slug_of(title)}">{escape(title)}</a></li>\n'
    yield "</ul>\n</nav>\n"


def _entry(code: str, meaning: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        problem = problems_of(code, Path(folder))[0]
        line = faulty_line(Path(folder), problem)
    yield f'<h3 id="{escape(code)}"><code>{escape(code)}</code></h3>\n'
    yield f"<p>{escape(meaning)}</p>\n"
    if line:
        yield f'<p class="cb-typed"><code>{escape(line)}</code></p>\n'
    yield f'<p class="cb-note">{escape(sentence(problem))}</p>\n'
