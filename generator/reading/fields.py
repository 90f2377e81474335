"""From text with places to typed fields: each top-level field by itself.

Every field of the model is validated alone, so that one mistake does not hide
another and does not take the rest of the case with it. What the validating
library finds is put into the register's own words here, and nowhere else does
anything know how that library speaks.
"""

from __future__ import annotations

from dataclasses import MISSING, is_dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from generator.core.cell_text import nearest
from generator.core.problems import Fault, Problem
from generator.core.scalars import NOT_ONE_VALUE
from generator.core.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from generator.reading.yamltext import Path, Places, Tree

CODES = {
    "field-unknown": "A field that the case file does not have.",
    "field-missing": "A field that has to be there and is not.",
    "list-expected": "One value, or a group of fields, where a list belongs.",
    "group-expected": "One value, or a list, where a group of fields belongs.",
}


@cache
def adapters(record: type) -> dict[str, TypeAdapter[Any]]:
    """For each field of a record, what reads it."""
    hints = get_type_hints(record, include_extras=True)
    return {f.name: TypeAdapter(hints[f.name]) for f in dataclass_fields(record)}


def read_record(
    record: type, tree: Mapping[str, Tree], places: Places, at: Path = ()
) -> tuple[dict[str, Any], list[Problem], set[str]]:
    """The fields of `record` that `tree` holds.

    Returns:
        The values of the fields that could be read; the problems of the others;
        and the names of fields that stand there and could not be read.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    unreadable: set[str] = set()
    known = adapters(record)
    for name, value in tree.items():
        if name not in known:
            fault = unknown_field(name, list(known))
            problems.append(Problem(place=places.of_name((*at, name)), fault=fault))
            continue
        given = _without_blanks(value)
        if given is None:
            continue
        try:
            values[name] = known[name].validate_python(given)
        except ValidationError as error:
            unreadable.add(name)
            problems.extend(_problems(error, record, (*at, name), places))
    return values, problems, unreadable


def missing_fields(
    record: type, tree: Mapping[str, Tree], places: Places, at: Path = ()
) -> list[Problem]:
    """A problem for each field that `record` needs and `tree` does not give."""
    required = [f.name for f in dataclass_fields(record) if _is_required(f)]
    return [
        Problem(place=places.of(at), fault=_missing(name))
        for name in required
        if _without_blanks(tree.get(name, "")) is None
    ]


def _is_required(field: Any) -> bool:  # noqa: ANN401 - the library's own kind of field
    return field.default is MISSING and field.default_factory is MISSING


def _without_blanks(value: Tree) -> Tree | None:
    """The value without fields that are named and left blank; None where nothing is left."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        return [kept for item in value if (kept := _without_blanks(item)) is not None]
    return {n: kept for n, item in value.items() if (kept := _without_blanks(item)) is not None}


def _problems(error: ValidationError, record: type, at: Path, places: Places) -> list[Problem]:
    problems = []
    for detail in error.errors(include_url=False):
        path = (*at, *(part for part in detail["loc"]))
        fault = _fault(detail, record, path[len(at) - 1 :])
        unknown = detail["type"] in ("unexpected_keyword_argument", "extra_forbidden")
        place = places.of_name(path) if unknown else places.of(path)
        problems.append(Problem(place=place, fault=fault))
    return problems


def _fault(detail: ErrorDetails, record: type, path: Path) -> Fault:
    match detail["type"]:
        case "fault":
            fault: Fault = detail["ctx"]["fault"]
            return fault
        case "missing":
            return _missing(str(path[-1]))
        case "unexpected_keyword_argument" | "extra_forbidden":
            return unknown_field(str(path[-1]), _known_fields(record, path[:-1]))
        case "tuple_type":
            return _list_expected(detail["input"])
        case "dataclass_type" | "dataclass_exact_type" | "dict_type":
            return _group_expected(detail["input"])
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


def unknown_field(name: str, known: list[str]) -> Fault:
    """The fault for a field that is not known, with the nearest one that is."""
    suggestion = nearest(name, known)
    return Fault(
        code="field-unknown",
        read=f"the field “{name}”",
        expected=f"one of: {listed(known)}" if known else "no field here",
        remedy=f"write “{suggestion}”, if that is meant" if suggestion else "take it out",
    )


def _missing(name: str) -> Fault:
    return Fault(
        code="field-missing",
        read=f"no field “{name}”",
        expected=f"the field “{name}” with a value",
        remedy=f"add a line “{name}: …”",
    )


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else "a group of fields"


def _list_expected(value: object) -> Fault:
    return Fault(
        code="list-expected",
        read=_shown(value),
        expected="a list",
        remedy="put it between [ and ], or on a line of its own that begins with “- ”",
    )


def _group_expected(value: object) -> Fault:
    return Fault(
        code="group-expected",
        read=_shown(value) if isinstance(value, str) else "a list",
        expected="a group of fields, each with its name, a colon and a value",
        remedy="write the fields below each other, two spaces further to the right",
    )
