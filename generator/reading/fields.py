"""From text with places to typed fields: each top-level field by itself.

Every field of the model is validated alone, so that one mistake does not hide
another and does not take the rest of the case with it. What the validating
library finds is put into the register's own words here, and nowhere else does
anything know how that library speaks.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from generator.core.cell_text import nearest, quoted
from generator.core.problems import Fault, Problem
from generator.core.scalars import NOT_ONE_VALUE
from generator.core.words import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from generator.reading.yamltext import Path, Places, Tree

CODES = {
    "field-unknown": "A field that the case file does not have.",
    "field-missing": "A field that has to be there and is not.",
    "list-expected": "One value, or a group of fields, where a list belongs.",
    "group-expected": "One value, or a list, where a group of fields belongs.",
}


# Of more unknown fields than this, none is compared with those that are known.
MOST_UNKNOWN = 50
# What the library calls a field that a record does not have.
UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")


@cache
def adapters(record: type) -> dict[str, TypeAdapter[Any]]:
    """For each field of a record, what reads it."""
    hints = get_type_hints(record, include_extras=True)
    return {f.name: TypeAdapter(hints[f.name]) for f in dataclass_fields(record)}


def read_record(
    record: type,
    tree: Mapping[str, Tree],
    places: Places,
    at: Path = (),
    spoilt: Collection[str] = (),
) -> tuple[dict[str, Any], list[Problem], set[str]]:
    """The fields of `record` that `tree` holds.

    Args:
        record: the kind of record.
        tree: its fields as typed.
        places: where they stand.
        at: where `tree` stands in its file.
        spoilt: fields of which a part is lost already; what they lack is no new problem.

    Returns:
        The values of the fields that could be read; the problems of the others;
        and the names of fields that stand there and could not be read.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    unreadable: set[str] = set()
    known = adapters(record)
    unknown = [name for name in tree if name not in known]
    for name in unknown:
        fault = unknown_field(name, list(known), tree[name], suggest=len(unknown) < MOST_UNKNOWN)
        problems.append(Problem(place=places.of_name((*at, name)), fault=fault))
    unreadable |= meant_fields(unknown, known) - tree.keys()
    for name in (name for name in tree if name in known):
        value = tree[name]
        given = _Given(record, (*at, name), places).without_blanks(value, (name,))
        if given is None:
            continue
        try:
            values[name] = known[name].validate_python(given)
        except ValidationError as error:
            unreadable.add(name)
            found = _problems(error, record, (*at, name), given, places)
            problems += [p for p in found if name not in spoilt or p.fault.code != "field-missing"]
    return values, problems, unreadable


def missing_fields(
    record: type,
    tree: Mapping[str, Tree],
    places: Places,
    at: Path = (),
    spoilt: Collection[str] = (),
) -> list[Problem]:
    """A problem for each field that `record` needs and `tree` does not give.

    A field that is `spoilt`, or stands there under a mistyped name, is not missing.
    """
    required = [f.name for f in dataclass_fields(record) if _is_required(f)]
    known = [f.name for f in dataclass_fields(record)]
    meant = meant_fields([name for name in tree if name not in known], known)
    return [
        Problem(place=places.of(at), fault=_missing(name))
        for name in required
        if _is_blank(tree.get(name, "")) and name not in {*meant, *spoilt}
    ]


def meant_fields(unknown: Sequence[str], known: Iterable[str]) -> set[str]:
    """The known fields that mistyped names stand for."""
    names = list(known)
    return {near for name in unknown[:MOST_UNKNOWN] if (near := nearest(name, names))}


def _is_required(field: Any) -> bool:  # noqa: ANN401 - the library's own kind of field
    return field.default is MISSING and field.default_factory is MISSING


def _is_blank(value: Tree) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


@dataclass(frozen=True, slots=True)
class _Given:
    """The value of a field of `record`, of which blanks are left away.

    A field that is named and left blank, or an item of a list without anything in it, says
    nothing. An unknown name with nothing behind it stays, since it may be the end of a text
    that was cut at its comma. What moves up in a list moves in `places` too.
    """

    record: type
    at: Path
    places: Places

    def without_blanks(self, value: Tree, path: Path) -> Tree | None:
        """The value at `path` of the record; None where nothing is left of it."""
        if isinstance(value, str):
            return value if value.strip() else None
        if isinstance(value, list):
            return self._list(value, path)
        group: dict[str, Tree] = {}
        for name, item in value.items():
            kept = self.without_blanks(item, (*path, name))
            if kept is not None:
                group[name] = kept
            elif (known := _known_fields(self.record, path)) and name not in known:
                group[name] = ""
        return group or None

    def _list(self, value: list[Tree], path: Path) -> list[Tree]:
        items: list[Tree] = []
        for number, item in enumerate(value):
            kept = self.without_blanks(item, (*path, number))
            if kept is None:
                continue
            if number > len(items):
                here = (*self.at, *path[1:])
                self.places.move((*here, number), (*here, len(items)))
            items.append(kept)
        return items


def _problems(
    error: ValidationError, record: type, at: Path, given: Tree, places: Places
) -> list[Problem]:
    problems = []
    for detail in error.errors(include_url=False):
        path = (*at, *_as_typed(detail["loc"], given))
        fault = _fault(detail, record, (at[-1], *detail["loc"]))
        unknown = detail["type"] in UNKNOWN
        place = places.of_name(path) if unknown else places.of(path)
        problems.append(Problem(place=place, fault=fault))
    return problems


def _as_typed(path: Path, given: Tree) -> Path:
    """The way through what was typed; a group that is read as a list has names for numbers."""
    way: list[str | int] = []
    here: Any = given
    for part in path:
        way.append(list(here)[part] if isinstance(here, dict) and isinstance(part, int) else part)
        try:
            here = here[way[-1]]
        except (KeyError, IndexError, TypeError):
            here = None  # a field that is missing, or what a reader put in its place
    return tuple(way)


def _fault(detail: ErrorDetails, record: type, path: Path) -> Fault:
    match detail["type"]:
        case "fault":
            fault: Fault = detail["ctx"]["fault"]
            return fault
        case "missing":
            return _missing(str(path[-1]))
        case unknown if unknown in UNKNOWN:
            return unknown_field(str(path[-1]), _known_fields(record, path[:-1]), detail["input"])
        case "tuple_type":
            return _list_expected(detail["input"])
        case "dataclass_type" | "dataclass_exact_type" | "dict_type":
            return group_expected(detail["input"])
        case _:
            return NOT_ONE_VALUE


def _known_fields(record: type, path: Path) -> list[str]:
    """The names of the fields at `path`, a way of names and numbers through `record`."""
    here: Any = record
    for part in path:
        if isinstance(part, str) and is_dataclass(here):
            here = get_type_hints(here, include_extras=True).get(part)
        here = _record_within(here)
    return [f.name for f in dataclass_fields(here)] if is_dataclass(here) else []


def _record_within(hint: Any) -> Any:  # noqa: ANN401 - a type as written
    """The record that a field's type holds: in a list, as an alternative, or with a reading."""
    if get_origin(hint) is Annotated:
        return _record_within(get_args(hint)[0])
    if is_dataclass(hint):
        return hint
    within = [_record_within(arg) for arg in get_args(hint)]
    return next((arg for arg in within if is_dataclass(arg)), None)


def unknown_field(name: str, known: list[str], value: Tree, *, suggest: bool = True) -> Fault:
    """The fault for a field that is not known, with the nearest one that is."""
    suggestion = nearest(name, known) if suggest else None
    if suggestion:
        remedy = f"write “{suggestion}”, if that is meant"
    elif _is_blank(value):
        remedy = "put the whole text between quotation marks, if a comma in it came before this"
    else:
        remedy = "take it out, or put it under ## Notes on the document if it says something"
    return Fault(
        code="field-unknown",
        read=f"the field {quoted(name)}",
        expected=f"one of: {listed(known)}",
        remedy=remedy,
    )


def _missing(name: str) -> Fault:
    return Fault(
        code="field-missing",
        read=f"no field “{name}”",
        expected=f"the field “{name}” with a value",
        remedy=f"add a line “{name}: …”",
    )


def _shown(value: object) -> str:
    return quoted(value) if isinstance(value, str) else "a group of fields"


def _list_expected(value: object) -> Fault:
    return Fault(
        code="list-expected",
        read=_shown(value),
        expected="a list",
        remedy="put it between [ and ], or on a line of its own that begins with “- ”",
    )


def group_expected(value: object) -> Fault:
    """The fault for one value, or a list, where a group of fields belongs."""
    return Fault(
        code="group-expected",
        read=quoted(value) if isinstance(value, str) else "a list",
        expected="a group of fields, each with its name, a colon and a value",
        remedy="write the fields below each other, two spaces further to the right",
    )
