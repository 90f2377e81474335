"""What the blocks of a case file's lower half mean.

Second-level headings are known sections; a third-level heading with an id begins a
table of data, with one line on what the table holds, or the list of relations.
Everything else is prose of its section and is kept as typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.core.case import Section
from generator.core.cell_text import nearest
from generator.core.figures import Benefit, Claim, Figure, Milestone, Stakeholder, Table
from generator.core.identity import NAME
from generator.core.problems import Fault
from generator.core.relations import Relation, parse_relation
from generator.core.words import Heading as Known
from generator.core.words import listed
from generator.reading.facets import Facets, TableKind, parse_facets
from generator.reading.finance import read_finance_table
from generator.reading.lists import (
    read_benefits,
    read_claims,
    read_figures,
    read_milestones,
    read_stakeholders,
)
from generator.reading.markdown import Block, Grid, Heading, Items, Prose, read_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.reading.rows import Desk

CODES = {
    "heading-unknown": "A second-level heading that is none of the known sections.",
    "heading-level": "A heading of a level that a case file does not use.",
    "heading-id": "An id behind a heading that is not made of small letters, digits and hyphens.",
    "text-without-heading": "Text below the fields that stands under no section.",
    "table-missing": "A heading with an id that no table or list follows.",
    "id-twice": "Two tables, figures or claims of a case with the same id.",
}

RELATIONS = "relations"
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
    reader = _Reader(desk)
    blocks = list(read_blocks(text, first_line))
    while blocks:
        blocks = reader.take(blocks)
    reader.close()
    return reader.body


class _Reader:
    """Goes through the blocks once, with the section that is open in hand."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.body = Body()
        self.ids: set[str] = set()
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
        elif first.level == 3 and first.id is not None:
            return self._data(first, rest)
        elif first.level in (3, 4):
            self._keep(first)
        else:
            self.desk.report(first.line, 1, _level(first.level))
        return rest

    def close(self) -> None:
        """End the section that is open."""
        text = "\n\n".join(self.prose).strip()
        if self.heading is not None and text:
            self.body.sections.append(Section(heading=self.heading, text=text))
        self.prose = []

    def _section(self, heading: Heading) -> None:
        self.close()
        by_name = {known.value.lower(): known for known in Known}
        self.heading = by_name.get(heading.title.lower())
        self.lost = self.heading is None
        if self.lost:
            self.desk.report(heading.line, 1, _unknown_heading(heading.title))

    def _keep(self, block: Block) -> None:
        """Prose of the open section; a table without an id is prose too."""
        text = block.typed
        if self.heading is None and not self.lost and text.text:
            self.desk.report(text.line, 1, _NO_HEADING)
            self.lost = True
        self.prose.append(text.text)

    def _data(self, heading: Heading, rest: list[Block]) -> list[Block]:
        id_ = heading.id or ""
        if not NAME.fullmatch(id_):
            self.desk.report(heading.line, 1, _bad_id(id_))
        self._id(id_, heading.line)
        if id_ == RELATIONS:
            return self._relations(heading, rest)
        facets, rest = self._facets(rest)
        if not rest or not isinstance(rest[0], Grid):
            self.desk.report(heading.line, 1, _no_table(id_, rest))
            return rest
        kind = facets.kind or _kind_of(id_)
        if kind is TableKind.FINANCE:
            table = read_finance_table(self.desk, heading, facets, rest[0])
            self.body.tables += [table] if table else []
            self.desk.spoilt |= set() if table else {"tables"}
        else:
            self._list(kind, facets, rest[0])
        return rest[1:]

    def _list(self, kind: TableKind, facets: Facets, grid: Grid) -> None:
        name, read = READERS[kind]
        found = read(self.desk, grid, facets)
        for item in found:
            if isinstance(item, Figure | Claim | Benefit):
                self._id(item.id, grid.line)
        getattr(self.body, name).extend(found)
        if grid.rows and not found:
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
            return rest
        for item in rest[0].items:
            self.desk.stands(("relations", len(self.body.relations)), item)
            relation = parse_relation(item.text)
            if isinstance(relation, Fault):
                self.desk.at(item, relation)
            else:
                self.body.relations.append(relation)
        return rest[1:]

    def _id(self, id_: str, line: int) -> None:
        if id_ in self.ids:
            self.desk.report(line, 1, _id_twice(id_))
        self.ids.add(id_)


def _kind_of(id_: str) -> TableKind:
    """The kind that an id such as ``figures`` says by itself."""
    return next((kind for kind in TableKind if kind.value == id_), TableKind.FINANCE)


def _level(level: int) -> Fault:
    return Fault(
        code="heading-level",
        read=f"a heading with {level} # sign{'s' if level > 1 else ''}",
        expected="## for a section, ### and #### within it",
        remedy="use ## for a section; the title of the case stands in the field “title”",
    )


def _unknown_heading(title: str) -> Fault:
    suggestion = nearest(title, [str(known) for known in Known])
    return Fault(
        code="heading-unknown",
        read=f"the section “{title}”",
        expected=f"one of: {listed([str(known) for known in Known])}",
        remedy=f"write “{suggestion}”, if that is meant"
        if suggestion
        else "use the section that fits best, with a ### heading of your own in it",
    )


def _bad_id(id_: str) -> Fault:
    return Fault(
        code="heading-id",
        read=f"the id “{id_}”",
        expected="small letters, digits and single hyphens",
        remedy="write, for example, {#cost-by-role}",
    )


def _no_table(id_: str, rest: Sequence[Block]) -> Fault:
    broken = bool(rest) and isinstance(rest[0], Prose) and rest[0].typed.text.startswith("|")
    what = "a list" if id_ == RELATIONS else "a table"
    return Fault(
        code="table-missing",
        read="a table whose second line does not have as many columns as its first"
        if broken
        else f"a heading with the id “{id_}” and no {what.removeprefix('a ')} behind it",
        expected=f"{what} after the heading",
        remedy="give the second line of the table one --- for each column"
        if broken
        else f"add {what}, or take the id away if the heading is ordinary text",
    )


def _id_twice(id_: str) -> Fault:
    return Fault(
        code="id-twice",
        read=f"the id “{id_}” a second time",
        expected="an id of its own for each table, figure, claim and benefit of the case",
        remedy="change one of them, and the relations that mean it",
    )


_NO_HEADING = Fault(
    code="text-without-heading",
    read="text that stands under no section",
    expected="a ## heading above it",
    remedy="add one of the known sections, such as ## Case for change, above the text",
)
