"""The top of a case file, and the register's small lists, as text with places.

The file format lets a writer do far more than a case needs: copies of other
parts, types of its own, numbers that turn into dates. None of that is wanted
here. Only groups of fields, lists and pieces of text are taken, every piece of
text is kept as it was typed (`no`, `0123` and `12:30` too), and the place of each
is noted, numbers included. Built from the reader's events one by one, so that a
file made to be slow or endless stops at the first thing that is not allowed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from generator.core.problems import Fault, Place, Problem
from generator.reading.files import forbidden_character, without_forbidden
from generator.reading.yaml_faults import (
    COPY,
    CUT_OFF,
    MARKED,
    MOST_DEEP,
    MOST_VALUES,
    NO_FIELDS,
    NO_NAME,
    SEVERAL,
    TOO_DEEP,
    TOO_MANY,
    twice,
    unreadable,
)

if TYPE_CHECKING:
    from generator.reading.yaml_faults import Mark

Tree = str | list["Tree"] | dict[str, "Tree"]
Path = tuple[str | int, ...]
Spot = tuple[int, int]  # line and column; there are many, and few are ever told
BEGINNING: Spot = (1, 1)  # of a file
_Group = list[Tree] | dict[str, Tree]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Behind a mistake, reading goes on with the next line that begins so; and no more often than this.
FIELD = re.compile(r"[A-Za-z][\w-]*:(\s|$)")
MOST_BEGINNINGS = 20


@dataclass(kw_only=True, slots=True)
class Places:
    """Where each value stands, and each field's name, by their path in the tree."""

    file: str
    values: dict[Path, Spot] = field(default_factory=dict)
    names: dict[Path, Spot] = field(default_factory=dict)

    def of(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.at(self.values.get(path) or BEGINNING)

    def of_name(self, path: Path) -> Place:
        """The place of a field's name, or of the nearest thing around it."""
        spot = self.names.get(path)
        return self.at(spot) if spot else self.of(path)

    def at(self, spot: Spot) -> Place:
        """The same as a place of the file."""
        line, column = spot
        return Place(path=self.file, line=line, column=column)

    def move(self, before: Path, after: Path) -> None:
        """Give what stands at and below the path `before` the path `after`."""
        for places in (self.values, self.names):
            for path in [path for path in places if path[: len(before)] == before]:
                places[(*after, *path[len(before) :])] = places.pop(path)


@dataclass(kw_only=True, slots=True)
class YamlText:
    """What was read.

    Attributes:
        tree: the fields by their names.
        places: where everything stands.
        problems: what is wrong.
        values: how many values were read.
        spoilt: names of the top fields that are not as they were meant; ``""`` is among
            them where reading was given up, so that nobody knows which fields would follow.
    """

    tree: dict[str, Tree]
    places: Places
    problems: list[Problem]
    spoilt: set[str]
    values: int = 0


@dataclass(slots=True)
class _Open:
    """A group or list that is being read.

    Attributes:
        name: in a group, the field whose value comes next.
        skip: whether that value is left out.
        lost: whether the whole group or list is left out.
    """

    path: Path
    value: _Group
    name: str | None = None
    skip: bool = False
    lost: bool = False


def read_yaml(text: str, file: str, first_line: int = 1) -> YamlText:
    """Read fields from `text`, whose first line is line `first_line` of `file`.

    A mistake spoils the field in which it stands; the fields behind it are read all the same.
    """
    result = YamlText(tree={}, places=Places(file=file), problems=[], spoilt=set())
    lines = text.split("\n")
    begin: int | None = 0
    for _ in range(MOST_BEGINNINGS):
        builder = _Builder(result, lines[begin:], first_line + (begin or 0))
        builder.read()
        reached = max(begin or 0, builder.reached - first_line)
        begin = _next_field(lines, reached) if builder.stopped else None
        if begin is None:
            return result
        if result.values > MOST_VALUES:
            break
    result.spoilt.add("")
    return result


def _next_field(lines: list[str], reached: int) -> int | None:
    """The first line behind line `reached`, counted from 0, that begins a field."""
    return next((n for n in range(reached + 1, len(lines)) if FIELD.match(lines[n])), None)


class _Builder:
    """Puts events together; the one place that holds state while a file is read."""

    def __init__(self, result: YamlText, lines: list[str], first_line: int) -> None:
        self.result = result
        self.lines = lines
        self.offset = first_line
        self.reached = first_line - 1
        self.stack: list[_Open] = []
        self.stopped = False
        self.documents = 0

    def read(self) -> None:
        """Read until the end, or until the first thing that cannot be read."""
        try:
            for event in yaml.parse("\n".join(self.lines), Loader=LOADER):
                self.take(event)
                if self.stopped:
                    break
        except yaml.MarkedYAMLError as error:
            said = error.problem or ""
            self.stop(*unreadable(said, error.problem_mark, error.context_mark, self.lines))
        except yaml.YAMLError:
            self.stop(*unreadable("", None, None, self.lines))

    def take(self, event: yaml.Event) -> None:
        """One event of the reader."""
        if isinstance(event, yaml.NodeEvent):
            self.result.values += 1
            if self.result.values > MOST_VALUES:
                self.stop(event.start_mark, TOO_MANY)
                return
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.stop(event.start_mark, SEVERAL)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()

    def stop(self, mark: Mark | None, fault: Fault) -> None:
        """Read no further here; the field that was being read, or was just read, is dropped."""
        self._note(mark, fault)
        self.stopped = True
        field_ = self._field()
        if not field_ and mark is not None and mark.column > 0:
            field_ = next(reversed(self.result.tree), "")
        self.result.tree.pop(field_, None)
        line = self.lines[mark.line] if mark is not None and mark.line < len(self.lines) else ""
        # A line without its colon begins with the name of what it spoils.
        whole = FIELD.match(line)
        self.result.spoilt |= {field_, *([] if whole else re.findall(r"^\w+", line))} - {""}
        if mark is not None and not field_:
            self.reached = max(self.reached, self._place(mark).line - bool(whole))

    def _note(self, mark: Mark | None, fault: Fault) -> None:
        self.result.problems.append(Problem(place=self._place(mark), fault=fault))

    def _spoil(self, mark: Mark | None, fault: Fault) -> None:
        """Note a problem, and the top field that it spoils."""
        self._note(mark, fault)
        self.result.spoilt.add(self._field())

    def _field(self) -> str:
        """The top field that is being read, or ``""`` between two of them."""
        path = self._path() if self.stack else ()
        return str(path[0]) if path else ""

    def _spot(self, mark: Mark | None) -> Spot:
        return (self.offset, 1) if mark is None else (mark.line + self.offset, mark.column + 1)

    def _place(self, mark: Mark | None) -> Place:
        return self.result.places.at(self._spot(mark))

    def _path(self) -> Path:
        """Where the next value goes."""
        top = self.stack[-1]
        if isinstance(top.value, list):
            return (*top.path, len(top.value))
        return (*top.path, top.name) if top.name is not None else top.path

    def _at_name(self) -> bool:
        """Whether the name of a field comes next."""
        top = self.stack[-1] if self.stack else None
        return top is not None and isinstance(top.value, dict) and top.name is None

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._at_name():
            self._note(event.start_mark, COPY)
            self.stack[-1].name, self.stack[-1].skip = "", True
            return
        if not (self.stack and (self.stack[-1].skip or self.stack[-1].lost)):
            self._spoil(event.start_mark, COPY)
        self._put("", event)

    def _marked(
        self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent
    ) -> None:
        """Refuse names for copies and types of one's own; what they stand on is read as plain."""
        if event.anchor is not None:
            self._note(event.start_mark, COPY)
        if event.tag is not None:
            self._note(event.start_mark, MARKED)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._marked(event)
        hidden = forbidden_character(event.value)
        if hidden is not None:
            self._spoil(event.start_mark, hidden)
        value = without_forbidden(event.value) if hidden else event.value
        if self._at_name():
            self._name(self.stack[-1], value, event)
            return
        if not event.style and self._is_cut_off(event.end_mark):
            self._spoil(event.end_mark, CUT_OFF)
        self._put(value, event)

    def _is_cut_off(self, end: Mark | None) -> bool:
        """Whether a plain text ends before a # that no remark of a careful writer begins with."""
        inside = end is not None and end.line < len(self.lines)
        rest = self.lines[end.line][end.column :] if end and inside else ""
        return re.match(r" #[^\s#]", rest) is not None

    def _name(self, top: _Open, name: str, event: yaml.ScalarEvent) -> None:
        path = (*top.path, name)
        top.name = name
        if top.lost:
            return
        first = self.result.places.names.get(path)
        if name == "<<":
            self._note(event.start_mark, COPY)
            top.skip = True
        elif first is not None:
            self._note(event.start_mark, twice(name, self.result.places.at(first)))
            top.skip = True
        else:
            self.result.places.names[path] = self._spot(event.start_mark)
        if len(path) == 1:
            self.reached, _ = self._spot(event.start_mark)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self._marked(event)
        value: _Group = {} if isinstance(event, yaml.MappingStartEvent) else []
        if len(self.stack) >= MOST_DEEP:
            self.stop(event.start_mark, TOO_DEEP)
        elif self._at_name():
            self.stop(event.start_mark, NO_NAME)
        elif self.stack:
            top, path = self.stack[-1], self._path()
            lost = top.lost or top.skip
            self._put(value, event)
            self.stack.append(_Open(path, value, lost=lost))
        elif isinstance(value, dict):
            self.stack.append(_Open((), self.result.tree))
        else:
            self.stop(event.start_mark, NO_FIELDS)

    def _put(self, value: Tree, event: yaml.Event) -> None:
        if not self.stack:
            if value != "":
                self.stop(event.start_mark, NO_FIELDS)
            return
        top, path = self.stack[-1], self._path()
        if not (top.skip or top.lost):
            self.result.places.values[path] = self._spot(event.start_mark)
        if isinstance(top.value, list):
            top.value.append(value)
            return
        if top.name is not None and not top.skip:
            top.value[top.name] = value
        top.name, top.skip = None, False
