"""What the blocks of a case file's lower half mean.

Second-level headings are known sections; a third-level heading with an id begins a
table of data, with one line on what the table holds, or the list of relations.
Everything else is prose of its section and is kept as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.core.case import Section
from generator.core.cell_text import nearest, quoted
from generator.core.figures import Benefit, Claim, Figure, Milestone, Stakeholder, Table
from generator.core.identity import NAME, slug_of
from generator.core.operands import HEADLINE
from generator.core.problems import Fault, Place
from generator.core.relations import Relation, parse_relation
from generator.core.words import Heading as Known
from generator.core.words import listed, word_of
from generator.reading.facets import Facets, TableKind, parse_facets
from generator.reading.finance import read_finance_table
from generator.reading.lists import (
    read_benefits,
    read_claims,
    read_figures,
    read_milestones,
    read_stakeholders,
)
from generator.reading.markdown import (
    MOST_BARS,
    Block,
    Grid,
    Heading,
    Items,
    Prose,
    is_crowded,
    read_blocks,
)
from generator.reading.rows import bad_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.reading.rows import Desk

CODES = {
    "heading-unknown": "A second-level heading that is none of the known sections.",
    "heading-level": "A heading of a level that a case file does not use.",
    "text-without-heading": "Text below the fields that stands under no section.",
    "table-missing": "A heading with an id that no table or list follows.",
    "id-twice": "Two tables, figures, claims or benefits of a case with the same id.",
    "code-unclosed": "A line of three ` signs, which makes plain text of all that follows.",
}

RELATIONS = "relations"
MOST_RELATIONS = 500
READERS: dict[TableKind, tuple[str, Callable[[Desk, Grid, Facets], tuple[Any, ...]]]] = {
    TableKind.FIGURES: ("figures", read_figures),
    TableKind.CLAIMS: ("claims", read_claims),
    TableKind.BENEFITS: ("benefits", read_benefits),
    TableKind.MILESTONES: ("milestones", read_milestones),
    TableKind.STAKEHOLDERS: ("stakeholders", read_stakeholders),
}


@dataclass(kw_only=True, slots=True)
class Body:
    """What was found below the fields, by the names of the fields of a case."""

    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    benefits: list[Benefit] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    stakeholders: list[Stakeholder] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)


def read_body(desk: Desk, text: str, first_line: int) -> Body:
    """The sections and tables of `text`; what is wrong goes to the desk."""
    reader = Reader(desk, crowded=is_crowded(text))
    if reader.crowded:
        line = next(n for n, line in enumerate(text.split("\n"), first_line) if "|" in line)
        desk.report(line, 1, _CROWDED)
    blocks = list(read_blocks(text, first_line))
    while blocks:
        blocks = reader.take(blocks)
    reader.close()
    return reader.body


class Reader:
    """Goes through the blocks once, with the section that is open in hand."""

    def __init__(self, desk: Desk, *, crowded: bool) -> None:
        self.desk = desk
        self.crowded = crowded
        self.body = Body()
        self.ids = {HEADLINE}
        self.heading: Known | None = None
        self.prose: list[str] = []
        self.lost = False

    def take(self, blocks: list[Block]) -> list[Block]:
        """Read what stands first, and give back what is left."""
        first, *rest = blocks
        if not isinstance(first, Heading):
            self._keep(first)
        elif first.level == 2:
            self._section(first)
        elif first.level in (3, 4) and first.id is not None:
            if first.level == 4:
                self.desk.report(first.line, 1, _level(first))
            return self._data(first, rest)
        elif first.level in (3, 4):
            self._report_braces(first)
            self._keep(first)
        else:
            self.desk.report(first.line, 1, _level(first))
        return rest

    def close(self) -> None:
        """End the section that is open."""
        text = "\n\n".join(self.prose).strip()
        if self.heading is not None and text:
            self.body.sections.append(Section(heading=self.heading, text=text))
        self.prose = []

    def _section(self, heading: Heading) -> None:
        self.close()
        self.heading = word_of(heading.title, Known)
        self.lost = self.heading is None
        if self.lost:
            self.desk.report(heading.line, 1, _unknown_heading(heading.title))
            self.desk.spoilt.add("sections")
        elif heading.id is not None:
            self.desk.report(heading.line, 1, _level(heading))

    def _report_braces(self, heading: Heading) -> None:
        """A heading of a table whose id lacks its # would be read as prose without a word."""
        found = re.search(r"[{(]#?([^{}()]*)[})]?$", heading.title)
        if found and ("{" in found[0] or "#" in found[0]):
            self.desk.report(heading.line, 1, _no_id(found[0], found[1]))

    def _keep(self, block: Block) -> None:
        """Prose of the open section; a table without an id is prose too."""
        text = block.typed
        if self.heading is None and not self.lost and text.text:
            self.desk.report(text.line, 1, _NO_HEADING)
            self.lost = True
            self.desk.spoilt.add("sections")
        if isinstance(block, Prose) and block.unclosed:
            self.desk.report(text.line, 1, _UNCLOSED)
        self.prose.append(text.text)

    def _data(self, heading: Heading, rest: list[Block]) -> list[Block]:
        id_ = heading.id or ""
        if not NAME.fullmatch(id_):
            self.desk.report(heading.line, 1, bad_id(id_))
        self._id(id_, Place(path=self.desk.places.file, line=heading.line))
        if id_ == RELATIONS:
            return self._relations(heading, rest)
        facets, rest = self._facets(rest)
        if not rest or not isinstance(rest[0], Grid):
            if not self.crowded:
                self.desk.report(heading.line, 1, _no_table(id_, rest))
            kind = facets.kind or _kind_of(id_)
            self.desk.spoilt.add("tables" if kind is TableKind.FINANCE else READERS[kind][0])
            return rest
        kind = facets.kind or _kind_of(id_)
        self.desk.lost = False
        if kind is TableKind.FINANCE:
            table = read_finance_table(self.desk, heading, facets, rest[0])
            self.body.tables += [table] if table else []
            self.desk.spoilt |= set() if table and not self.desk.lost else {"tables"}
        else:
            self._list(kind, facets, rest[0])
        return rest[1:]

    def _list(self, kind: TableKind, facets: Facets, grid: Grid) -> None:
        name, read = READERS[kind]
        found = read(self.desk, grid, facets)
        for item in found:
            if isinstance(item, Figure | Claim | Benefit):
                self._id(item.id, self.desk.places.of((name, item.id)))
        getattr(self.body, name).extend(found)
        if self.desk.lost or (grid.rows and not found):
            self.desk.spoilt.add(name)

    def _facets(self, blocks: list[Block]) -> tuple[Facets, list[Block]]:
        """The line below a data heading, where there is one."""
        if not blocks or not isinstance(blocks[0], Prose) or blocks[0].typed.text.startswith("|"):
            return Facets(), blocks
        line = blocks[0].typed
        facets, faults = parse_facets(" ".join(line.text.split()))
        for fault in faults:
            self.desk.at(line, fault)
        return facets, blocks[1:]

    def _relations(self, heading: Heading, rest: list[Block]) -> list[Block]:
        if not rest or not isinstance(rest[0], Items):
            self.desk.report(heading.line, 1, _no_table(RELATIONS, rest))
            self.desk.spoilt.add(RELATIONS)
            return rest
        if len(rest[0].items) > MOST_RELATIONS:
            self.desk.report(heading.line, 1, _too_many(len(rest[0].items)))
            self.desk.spoilt.add(RELATIONS)
        for item in rest[0].items[:MOST_RELATIONS]:
            self.desk.stands(("relations", len(self.body.relations)), item)
            relation = parse_relation(item.text)
            if isinstance(relation, Fault):
                self.desk.at(item, relation)
                self.desk.spoilt.add(RELATIONS)
            else:
                self.body.relations.append(relation)
        return rest[1:]

    def _id(self, id_: str, place: Place) -> None:
        if id_ in self.ids:
            self.desk.report(place.line, place.column, _id_twice(id_))
        self.ids |= {id_} - {""}


def _kind_of(id_: str) -> TableKind:
    """The kind that an id such as ``figures`` says by itself."""
    return next((kind for kind in TableKind if kind.value == id_), TableKind.FINANCE)


def _level(heading: Heading) -> Fault:
    id_ = "" if heading.id is None else f" the id {quoted(heading.id)} and"
    return Fault(
        code="heading-level",
        read=f"a heading with{id_} {heading.level} # sign{'s' if heading.level > 1 else ''}",
        expected="## for a section, ### and #### within it, and ### for a table with an id",
        remedy="use ## for a section; the title of the case stands in the field “title”"
        if heading.id is None
        else "give the table a ### heading of its own, with the id behind it",
    )


def _no_id(typed: str, id_: str) -> Fault:
    return Fault(
        code="id-unreadable",
        read=f"{quoted(typed)} behind a heading",
        expected="an id between {# and }, or no bracket",
        remedy=f"write {{#{slug_of(id_) or 'cost-by-role'}}} if the table below holds figures",
    )


def _unknown_heading(title: str) -> Fault:
    known = [str(heading) for heading in Known]
    begun = [name for name in known if title and name.lower().startswith(title.lower())]
    suggestion = nearest(title, known) or next(iter(begun), None)
    return Fault(
        code="heading-unknown",
        read=f"the section {quoted(title)}",
        expected=f"one of: {listed(known)}",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "use the section that fits best, with a ### heading of your own in it",
    )


def _no_table(id_: str, rest: Sequence[Block]) -> Fault:
    broken = bool(rest) and isinstance(rest[0], Prose) and rest[0].typed.text.startswith("|")
    what = "a list" if id_ == RELATIONS else "a table"
    return Fault(
        code="table-missing",
        read="a table whose second line does not have as many columns as its first"
        if broken
        else f"a heading with the id {quoted(id_)} and no {what.removeprefix('a ')} behind it",
        expected=f"{what} after the heading",
        remedy="give the second line of the table one --- for each column"
        if broken
        else f"add {what}, or take the id away if the heading is ordinary text",
    )


def _id_twice(id_: str) -> Fault:
    return Fault(
        code="id-twice",
        read=f"the id {quoted(id_)} a second time",
        expected="an id of its own for each table, figure, claim and benefit of the case",
        remedy="change one of them, and the relations that mean it",
    )


def _too_many(relations: int) -> Fault:
    return Fault(
        code="table-too-large",
        read=f"a list of {relations:,} relations",
        expected=f"at most {MOST_RELATIONS} relations",
        remedy="keep those that the document states",
    )


_CROWDED = Fault(
    code="table-too-large",
    read=f"more than {MOST_BARS:,} | signs in one file, so that no table of it is read",
    expected="tables of a size that a person reads",
    remedy="keep the tables that the document has, without empty columns and rows",
)
_UNCLOSED = Fault(
    code="code-unclosed",
    read="three ` or ~ signs, from which on everything is taken for plain text",
    expected="headings, tables, lists and paragraphs",
    remedy="delete the signs",
)
_NO_HEADING = Fault(
    code="text-without-heading",
    read="text that stands under no section",
    expected="a ## heading above it",
    remedy="add one of the known sections, such as ## Case for change, above the text",
)
