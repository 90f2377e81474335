"""Reading many contents of one case, of which each differs from the one before in a word or two.

The versions of a case repeat each other nearly whole, and reading a file takes its time by what
is in it. So a file is cut at its headings, and a part that was read before is not read again.
What comes out is the case that ``load_case`` gives, without problems and places, which nobody
asks of an earlier version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any

from generator.core.case import Case, Front, Section
from generator.reading.body import Body, Reader
from generator.reading.fields import read_record
from generator.reading.load import FIELDS, case_from, halves, identity_of, load_case
from generator.reading.markdown import is_crowded, read_blocks
from generator.reading.rows import Desk
from generator.reading.yamltext import Places, read_yaml

if TYPE_CHECKING:
    from generator.core.words import Heading
    from generator.reading.files import TextFile

CODE = ("```", "~~~")  # may hold what looks like a heading
FIELD_CUT = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
MOST_FRONT = 50_000  # characters: of more, it counts how many values there are in all
CUT = re.compile(r"^(?=#{2,3} )", re.MULTILINE)
LISTS = tuple(f.name for f in dataclass_fields(Body) if f.name != "sections")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """What a part of the lower half gives.

    Attributes:
        cut: whether a section ends within it, which a heading of an odd form can do.
        found: tables, figures and so on, by the name of the field.
        spoilt: fields that could not be read whole.
        heading: the section that is open at its end, and likewise what follows.
        lost: whether that one is unknown.
        prose: what stands in it so far.
    """

    cut: bool
    found: dict[str, list[Any]]
    spoilt: frozenset[str]
    heading: Heading | None
    lost: bool
    prose: tuple[str, ...]


@dataclass(kw_only=True, slots=True)
class Rereader:
    """Reads contents of one case, one after the other."""

    _fronts: dict[str, tuple[dict[str, Any], frozenset[str]]] = field(default_factory=dict)
    _parts: dict[tuple[str, Heading | None, bool], _Part] = field(default_factory=dict)

    def case(self, file: TextFile) -> Case:
        """The case that the file tells."""
        front, body, _, framing = halves(file)
        if framing or is_crowded(body) or any(sign in body for sign in CODE):
            return load_case(file).case
        below = self._below(body)
        if below is None:
            return load_case(file).case
        values, spoilt = self._front(front, file.path)
        found, lost = below
        id_, _ = identity_of(file)
        return case_from(id_, values, found, {*spoilt, *lost})

    def _front(self, text: str, path: str) -> tuple[dict[str, Any], frozenset[str]]:
        """The fields, each read by itself; all together where one cannot be read so."""
        pieces = FIELD_CUT.split(text) if len(text) <= MOST_FRONT else [text]
        read = [self._fields(piece, path) for piece in pieces]
        values = {name: value for found, _ in read for name, value in found.items()}
        once = len(values) == sum(len(found) for found, _ in read)
        if once and not any(spoilt for _, spoilt in read):
            return values, frozenset()
        return self._fields(text, path)

    def _fields(self, text: str, path: str) -> tuple[dict[str, Any], frozenset[str]]:
        if text not in self._fronts:
            yaml = read_yaml(text, path, 2)
            values, wrong, unreadable = read_record(
                Front, yaml.tree, yaml.places, spoilt=yaml.spoilt
            )
            spoilt = unreadable | yaml.spoilt | (FIELDS if "" in yaml.spoilt else set())
            odd = {""} if (wrong or yaml.problems) and not spoilt else set()
            self._fronts[text] = values, frozenset(spoilt | odd)
        return self._fronts[text]

    def _below(self, text: str) -> tuple[dict[str, Any], set[str]] | None:
        """What stands below the fields; None where a part does not end where the next begins."""
        body, spoilt = Body(), set[str]()
        heading: Heading | None = None
        lost = False
        prose: list[str] = []
        for piece in CUT.split(text):
            begins = piece.startswith("## ")
            part = self._part(piece, heading, lost)
            if part.cut or (part.heading is not heading and not begins):
                return None
            if begins:
                _close(body, heading, prose)
                prose = []
            prose += part.prose
            heading, lost = part.heading, part.lost
            spoilt |= part.spoilt
            for name in LISTS:
                getattr(body, name).extend(part.found[name])
        _close(body, heading, prose)
        return {f.name: tuple(getattr(body, f.name)) for f in dataclass_fields(body)}, spoilt

    def _part(self, text: str, heading: Heading | None, lost: bool) -> _Part:
        key = (text, heading, lost)
        if key not in self._parts:
            self._parts[key] = _read(text, heading, lost=lost)
        return self._parts[key]


def _close(body: Body, heading: Heading | None, prose: list[str]) -> None:
    text = "\n\n".join(prose).strip()
    if heading is not None and text:
        body.sections.append(Section(heading=heading, text=text))


def _read(text: str, heading: Heading | None, *, lost: bool) -> _Part:
    desk = Desk(places=Places(file=""))
    reader = Reader(desk, crowded=False)
    reader.heading, reader.lost = heading, lost
    blocks = list(read_blocks(text, 1))
    while blocks:
        blocks = reader.take(blocks)
    return _Part(
        cut=bool(reader.body.sections),
        found={name: getattr(reader.body, name) for name in LISTS},
        spoilt=frozenset(desk.spoilt),
        heading=reader.heading,
        lost=reader.lost,
        prose=tuple(reader.prose),
    )
