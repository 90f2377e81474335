"""A new case file: where it lies, and what stands in it before anything is filled in.

An empty page is the hardest one. What ``casebook new`` writes holds each field that a
document of its kind usually has, in its place, with a line of help above it; the help is
comments only, so that the file reads without a problem from the first moment, but for what
nobody can know yet.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from generator.core.case import Front
from generator.core.cell_text import quoted
from generator.core.identity import NAME, is_plan_year, slug_of
from generator.core.period_format import format_period
from generator.core.period_forms import financial_year
from generator.core.problems import Fault
from generator.reading.yamltext import read_yaml
from generator.writing.fmt import format_case
from generator.writing.kinds import EVERY, FIELDS, HELP, SECTIONS, WRITTEN_OUT
from generator.writing.notes import note
from generator.writing.order import order_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.words import Kind
    from generator.writing.kinds import Sketch

# Long enough to tell cases apart, short enough for an address to be read out.
MOST_SLUG = 60
BEGINNING = (
    "# Fill in what the document says and leave blank what it does not say. Lines such as this "
    "one help and may go."
)
LINES = (
    "# Each “line” is the number of the line in the source's text copy, such as 7285 or 4890-4906."
)
BELOW = "# Below the next line stand text and tables; take out what the document does not have."


def new_path(title: str, council: str, plan_year: str, reference: str | None = None) -> str | Fault:
    """Where a new case lies below the register's folder, or what is wrong with the wish.

    Args:
        title: the document's title.
        council: the council's folder, such as ``cambridgeshire``.
        plan_year: the plan's financial year, such as ``2018/19`` or ``2018-19``.
        reference: the reference as the document writes it.

    Returns:
        Such as ``cases/cambridgeshire/2018-19/a-r-6-127-care-in-cambridgeshire.md``. Whether
        a file lies there already is for the caller to see to.
    """
    folder = re.sub(r"\s*[/-]\s*", "-", plan_year.strip())
    slug = _slug(f"{reference or ''} {title}")
    if not NAME.fullmatch(council):
        return _bad_council(council)
    if not is_plan_year(folder):
        return _bad_year(plan_year)
    if not _slug(title):
        return _bad_title(title)
    return f"cases/{council}/{folder}/{slug}.md"


def new_case(  # noqa: PLR0913 - one argument for each thing that can be said of a new case
    kind: Kind,
    title: str,
    council: str,
    plan_year: str,
    *,
    reference: str | None = None,
    source: str | None = None,
) -> tuple[str, str] | Fault:
    """Path and text of a new case of this kind; arguments as for `new_path`.

    The text is in its canonical form. With a source that the register lists it reads without
    a problem; without one, the blank source is the only problem.
    """
    path = new_path(title, council, plan_year, reference)
    if isinstance(path, Fault):
        return path
    given = {
        "title": _typed(title),
        "source": _typed(source or ""),
        "kind": str(kind),
        "references": f"[{_typed(reference)}]" if reference and reference.strip() else "",
    }
    years = _years(path.split("/")[2])
    lines = ["---", BEGINNING, LINES, "", *_front(kind, given), "", *_help(kind), "---", ""]
    text = format_case("\n".join([*lines, *_body(kind, years)]))
    return text if isinstance(text, Fault) else (path, text)


def _front(kind: Kind, given: dict[str, str]) -> Iterator[str]:
    wanted = {*EVERY, *FIELDS[kind]}
    for name in order_of(Front).names:
        if name not in wanted:
            continue
        yield f"# {note(Front, name)}"
        yield f"{name}: {given.get(name, '')}"
        if name in WRITTEN_OUT:
            record = order_of(Front).groups[name]
            for field in order_of(record).names:
                yield f"  # {note(record, field)}"
                yield f"  {field}:"


def _help(kind: Kind) -> Iterator[str]:
    """Help on what stands below the fields, where a comment would be part of the text."""
    yield BELOW
    for heading, tables in SECTIONS[kind].items():
        yield f"# {heading}: {HELP[heading]}"
        for table in tables:
            yield f"# {table.title}: {table.help}"


def _body(kind: Kind, years: tuple[str, ...]) -> Iterator[str]:
    for heading, tables in SECTIONS[kind].items():
        yield from (f"## {heading}", "")
        for table in tables:
            yield from (f"### {table.title} {{#{table.id}}}", "", *_table(table, years), "")


def _table(table: Sketch, years: tuple[str, ...]) -> Iterator[str]:
    if not table.columns:
        yield "-"
        return
    cells: list[str] = []
    for column in table.columns:
        cells += years if column == "{years}" else (column,)
    numbers = {*years, "Total", "amount", "value"}
    yield f"| {' | '.join(cells)} |"
    yield f"|{'|'.join('--:' if cell in numbers else '---' for cell in cells)}|"


def _years(folder: str) -> tuple[str, ...]:
    """The plan year of a folder and the two behind it, such as ``2018/19``, ``2019/20``, …."""
    first = int(folder[:4])
    return tuple(format_period(financial_year(year)) for year in range(first, first + 3))


def _slug(text: str) -> str:
    """A name for a file, of whole words as far as there is room."""
    signs = unicodedata.normalize("NFKD", text)
    slug = slug_of("".join(s for s in signs if not unicodedata.combining(s) and s not in "'‘’"))
    if len(slug) > MOST_SLUG:
        slug = slug[: MOST_SLUG + 1].rpartition("-")[0] or slug[:MOST_SLUG]
    return slug


def _typed(text: str) -> str:
    """The words of a text as they have to be typed, between quotation marks where they must."""
    text = " ".join(text.split())
    read = read_yaml(f"x: [{text}]\n", "")
    if not text or (not read.problems and read.tree == {"x": [text]}):
        return text
    return json.dumps(text, ensure_ascii=False)


def _bad_council(council: str) -> Fault:
    return Fault(
        code="new-council",
        read=f"the council {quoted(council)}",
        expected="the name of the council's folder, such as cambridgeshire",
        remedy="use small letters, digits and single hyphens, as the folders below cases do",
    )


def _bad_year(plan_year: str) -> Fault:
    return Fault(
        code="new-plan-year",
        read=f"the plan year {quoted(plan_year)}",
        expected="a financial year such as 2018/19",
        remedy="write the two years that the plan begins and ends in",
    )


def _bad_title(title: str) -> Fault:
    return Fault(
        code="new-title",
        read=f"the title {quoted(title)}",
        expected="a title with letters or digits",
        remedy="write the title that the document prints",
    )
