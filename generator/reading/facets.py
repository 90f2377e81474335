"""What is said of a table in one line: measure, unit, basis, qualities, kind and place.

The line stands below the table's heading (`cost, £k, in year; lines 2112 to 2126`);
a column says the same of itself in brackets (`Share [%, share]`), a row in columns of
these names. The words come from closed lists that share no word, so their order
does not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.core.cell_text import nearest, quoted
from generator.core.figures import NOTHING_SAID, Context
from generator.core.money import parse_unit
from generator.core.problems import Fault
from generator.core.scalars import parse_lines
from generator.core.words import Basis, Measure, Quality, word_of

CODES = {
    "facet-unknown": "A word below a table's heading, or behind a column's, that is not known.",
    "facet-twice": "Two words of the same sort for one table or column.",
}


class TableKind(StrEnum):
    """What sort of table it is; a table without such a word is a finance table."""

    FIGURES = "figures"
    CLAIMS = "claims"
    BENEFITS = "benefits"
    MILESTONES = "milestones"
    STAKEHOLDERS = "stakeholders"
    FINANCE = "finance"


@dataclass(frozen=True, kw_only=True, slots=True)
class Facets:
    """What one such line says."""

    kind: TableKind | None = None
    context: Context = NOTHING_SAID
    note: str | None = None


def parse_facets(text: str) -> tuple[Facets, list[Fault]]:
    """What the line says, and a fault for each word of it that says nothing."""
    faults: list[Fault] = []
    kind: TableKind | None = None
    context = Context()
    words, *rest = text.split(";")
    if re.match(r"\s*lines?\b", words):
        words, rest = "", [words, *rest]
    for word in filter(None, (part.strip() for part in words.split(","))):
        found = _facet(word)
        if isinstance(found, Fault):
            faults.append(found)
        elif isinstance(found, TableKind):
            faults += _twice(word, kind is not None)
            kind = found
        else:
            faults += _twice(word, _says(context, found))
            context = replace(found.over(context), qualities=(*context.qualities, *found.qualities))
    context, note, more = _rest(rest, context)
    return Facets(kind=kind, context=context, note=note), faults + more


def _facet(word: str) -> Context | TableKind | Fault:
    for words in (TableKind, Measure, Basis, Quality):
        found: StrEnum | None = word_of(word, words)
        if isinstance(found, Measure):
            return Context(measure=found)
        if isinstance(found, Basis):
            return Context(basis=found)
        if isinstance(found, Quality):
            return Context(qualities=(found,))
        if isinstance(found, TableKind):
            return found
    unit = parse_unit(word)
    return _unknown(word) if isinstance(unit, Fault) else Context(unit=unit)


def _unknown(word: str) -> Fault:
    known = [str(w) for words in (TableKind, Measure, Basis, Quality) for w in words]
    suggestion = nearest(word, [*known, "£", "£k", "£000", "£m", "%", "people", "FTE", "days"])
    if re.match(r"(lines?|source)\b", word):
        remedy = "put a semicolon before it in place of the comma"
    elif suggestion:
        remedy = f"write “{suggestion}”, if that is meant"
    else:
        remedy = "use one of those words, or put a note behind a semicolon"
    return Fault(
        code="facet-unknown",
        read=quoted(word),
        expected="a measure, a unit, a basis or a quality, as docs/case-file.md lists them",
        remedy=remedy,
    )


def _says(context: Context, found: Context) -> bool:
    """Whether both say something of the same sort, of which only one can be true."""
    sorts = ("measure", "unit", "basis")
    return any(getattr(context, sort) and getattr(found, sort) for sort in sorts)


def _twice(word: str, again: bool) -> list[Fault]:
    if not again:
        return []
    return [
        Fault(
            code="facet-twice",
            read=f"{quoted(word)}, where another word of its sort stands already",
            expected="one measure, one unit, one basis and one kind of table",
            remedy="keep one; what differs by row stands in a column of that name",
        )
    ]


def _rest(parts: list[str], context: Context) -> tuple[Context, str | None, list[Fault]]:
    """What stands behind a semicolon: lines, a source, and anything else as a note."""
    notes, faults = [], []
    for part in filter(None, (part.strip() for part in parts)):
        place = re.fullmatch(r"lines?\s+(.*)", part)
        source = re.fullmatch(r"source\s+([a-z0-9-]+)", part)
        if place:
            lines = parse_lines(place[1])
            if isinstance(lines, Fault):
                faults.append(lines)
            else:
                context = replace(context, lines=lines)
        elif source:
            context = replace(context, source=source[1])
        else:
            notes.append(part)
    return context, "; ".join(notes) or None, faults
