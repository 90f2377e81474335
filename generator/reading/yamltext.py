"""The top of a case file, and the register's small lists, as text with places.

The file format lets a writer do far more than a case needs: copies of other
parts, types of its own, numbers that turn into dates. None of that is wanted
here. Only groups of fields, lists and pieces of text are taken, every piece of
text is kept as it was typed (`no`, `0123` and `12:30` too), and the place of each
is noted, numbers included. Built from the reader's events one by one, so that a
file made to be slow or endless stops at the first thing that is not allowed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import yaml

from generator.core.problems import Fault, Place, Problem

CODES = {
    "yaml-unreadable": "The top of the file is not written as fields and lists.",
    "yaml-alias": "A part that is a copy of another, by & or *.",
    "yaml-type": "A value with a type of its own, by !.",
    "yaml-too-deep": "Lists and groups that stand too deep inside each other.",
    "yaml-field-name": "A field whose name is not a piece of text.",
    "field-twice": "A field that stands twice in the same group.",
}

Tree = str | list["Tree"] | dict[str, "Tree"]
Path = tuple[str | int, ...]


class Mark(Protocol):
    """A place as the library counts it: lines and columns from 0."""

    line: int
    column: int


_Group = list[Tree] | dict[str, Tree]

MOST_DEEP = 12
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(kw_only=True, slots=True)
class Places:
    """Where each value stands, and each field's name, by their path in the tree."""

    file: str
    values: dict[Path, Place] = field(default_factory=dict)
    names: dict[Path, Place] = field(default_factory=dict)

    def of(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it."""
        return self._nearest(self.values, path)

    def of_name(self, path: Path) -> Place:
        """The place of a field's name, or of the nearest thing around it."""
        return self.names.get(path) or self.of(path)

    def _nearest(self, places: dict[Path, Place], path: Path) -> Place:
        while path and path not in places:
            path = path[:-1]
        return places.get(path) or Place(path=self.file)


@dataclass(kw_only=True, slots=True)
class YamlText:
    """What was read: the tree, the places, what is wrong and which fields it spoils."""

    tree: dict[str, Tree]
    places: Places
    problems: list[Problem]
    spoilt: set[str]


@dataclass(slots=True)
class _Open:
    """A group or list that is being read."""

    path: Path
    value: _Group
    name: str | None = None
    skipped: bool = False


def read_yaml(text: str, file: str, first_line: int = 1) -> YamlText:
    """Read fields from `text`, whose first line is line `first_line` of `file`."""
    builder = _Builder(file, first_line)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.MarkedYAMLError as error:
        builder.problem(error.problem_mark or error.context_mark, _why(error.problem or ""))
        builder.stopped = True
    except yaml.YAMLError:
        builder.problem(None, _why(""))
        builder.stopped = True
    result = builder.result
    if builder.stopped:
        result.spoilt.add("")
    return result


class _Builder:
    """Puts events together; the one place that holds state while a file is read."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.offset = first_line
        self.result = YamlText(tree={}, places=Places(file=file), problems=[], spoilt=set())
        self.stack: list[_Open] = []
        self.stopped = False
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """One event of the reader."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._stop(event, _SEVERAL)
            case yaml.AliasEvent():
                self._forbidden(event, _COPY)
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()

    def problem(self, mark: Mark | None, fault: Fault) -> None:
        """Note a problem at a mark of the reader, and the field that it spoils."""
        self.result.problems.append(Problem(place=self._place(mark), fault=fault))
        path = self._path() if self.stack else ()
        self.result.spoilt.add(str(path[0]) if path else "")

    def _place(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(path=self.file, line=self.offset)
        return Place(path=self.file, line=mark.line + self.offset, column=mark.column + 1)

    def _path(self) -> Path:
        """Where the next value goes."""
        top = self.stack[-1]
        if isinstance(top.value, list):
            return (*top.path, len(top.value))
        return (*top.path, top.name) if top.name is not None else top.path

    def _forbidden(self, event: yaml.Event, fault: Fault) -> None:
        self.problem(event.start_mark, fault)
        self._put("", event)

    def _stop(self, event: yaml.Event, fault: Fault) -> None:
        self.problem(event.start_mark, fault)
        self.stopped = True

    def _marked(
        self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent
    ) -> None:
        """Refuse names for copies and types of one's own; what they stand on is read as plain."""
        if event.anchor is not None:
            self.problem(event.start_mark, _COPY)
        if event.tag is not None:
            self.problem(event.start_mark, _TYPE)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._marked(event)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.name is None:
            self._name(top, event)
        else:
            self._put(event.value, event)

    def _name(self, top: _Open, event: yaml.ScalarEvent) -> None:
        path = (*top.path, event.value)
        if event.value == "<<":
            self.problem(event.start_mark, _COPY)
        first = self.result.places.names.get(path)
        if first is not None:
            top.skipped = True
            self.problem(event.start_mark, _twice(event.value, first))
        else:
            self.result.places.names[path] = self._place(event.start_mark)
        top.name = event.value

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self._marked(event)
        value: _Group = {} if isinstance(event, yaml.MappingStartEvent) else []
        if len(self.stack) >= MOST_DEEP:
            self._stop(event, _TOO_DEEP)
            return
        if not self.stack:
            self._open_top(event, value)
            return
        top = self.stack[-1]
        if isinstance(top.value, dict) and top.name is None:
            self._stop(event, _NO_NAME)
            return
        path = self._path()
        self._put(value, event)
        self.stack.append(_Open(path, value))

    def _open_top(self, event: yaml.Event, value: _Group) -> None:
        if isinstance(value, dict):
            self.result.tree = value
            self.stack.append(_Open((), value))
        else:
            self._stop(event, _NO_FIELDS)

    def _put(self, value: Tree, event: yaml.Event) -> None:
        if not self.stack:
            if value != "":
                self._stop(event, _NO_FIELDS)
            return
        top, path = self.stack[-1], self._path()
        if isinstance(top.value, list):
            self.result.places.values[path] = self._place(event.start_mark)
            top.value.append(value)
            return
        if not top.skipped and top.name is not None:
            self.result.places.values[path] = self._place(event.start_mark)
            top.value[top.name] = value
        top.name, top.skipped = None, False


_COPY = Fault(
    code="yaml-alias",
    read="a part that is marked for copying, or copied, with &, * or <<",
    expected="every value written out where it belongs",
    remedy="write the value out; put a text that begins with & or * between quotation marks",
)
_TYPE = Fault(
    code="yaml-type",
    read="a value that begins with !",
    expected="plain text",
    remedy="leave the ! away, or put the text between quotation marks",
)
_TOO_DEEP = Fault(
    code="yaml-too-deep",
    read=f"lists and groups more than {MOST_DEEP} deep inside each other",
    expected="the fields described in the guide",
    remedy="look for a bracket that is not closed; put a text that begins with [ or { "
    "between quotation marks",
)
_NO_NAME = Fault(
    code="yaml-field-name",
    read="a list or group where the name of a field should stand",
    expected="a name, a colon and a space",
    remedy="put a text that begins with [ or { between quotation marks",
)

# What goes wrong most often, by a phrase in what the library says of it.
_REASONS = (
    ("mapping values are not allowed", "a second colon in one line",
     "put the whole text behind the first colon between quotation marks"),
    ("that cannot start any token", "a sign that no text may begin with, or a tab",
     "use spaces, not tabs, and put a text that begins with @, ` or % in quotation marks"),
    ("end of stream", "a quotation mark or bracket that is opened and never closed",
     "close it, or leave it away"),
    ("expected ',' or", "a bracket that is not closed, or a comma or bracket inside a value",
     "put the value between quotation marks, or write each field on a line of its own"),
    ("expected <block end>", "a line that is not lined up with the lines around it",
     "start it under the first letter of the line above that it belongs with"),
    ("could not find expected ':'", "a line without the colon behind the name of its field",
     "write the name, a colon and a space; put the lines of a longer text further to the right"),
    ("unknown escape character", "a backslash between quotation marks",
     "use single quotation marks, or write the backslash twice"),
)  # fmt: skip


def _why(problem: str) -> Fault:
    """The fault for what the library says went wrong."""
    fitting = ((read, remedy) for phrase, read, remedy in _REASONS if phrase in problem)
    unknown = ("a line that cannot be understood", "compare it with the example in the guide")
    return _unreadable(*next(fitting, unknown))


def _unreadable(read: str, remedy: str) -> Fault:
    return Fault(
        code="yaml-unreadable",
        read=read,
        expected="lines of the form “name: value”, lined up with each other",
        remedy=remedy,
    )


_SEVERAL = _unreadable("a second part that begins with ---", "keep all fields in one part")
_NO_FIELDS = _unreadable(
    "something that is no field", "begin each line with the name of a field and a colon"
)


def _twice(name: str, first: Place) -> Fault:
    return Fault(
        code="field-twice",
        read=f"“{name}” a second time; it stands in line {first.line} already",
        expected="each field once",
        remedy="keep one of the two",
    )
