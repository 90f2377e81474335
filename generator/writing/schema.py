"""The fields of a case file as a JSON Schema, with which an editor can help.

An editor that knows the schema offers the names of fields and the words of a list, says
what a field holds, and marks a mistyped name while it is being typed. It comes from the
model, so that it is never behind it. What a case file may say is decided by reading it:
the schema is as wide wherever the two could differ, because a number, a yes or a date is
no text to an editor and is text to the register.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import TypeAdapter

from generator.core.case import Front
from generator.writing.notes import note
from generator.writing.order import order_of

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# An editor takes a bare 7285, 1.0 or no for a number or an answer; here all of them are text.
ANY_TEXT = ["string", "number", "boolean"]
NEEDED = ("title", "source")
BLANK = {"type": "null"}


def schema_text() -> str:
    """The schema as its file holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def json_schema() -> Schema:
    """A JSON Schema (2020-12) of the fields at the top of a case file."""
    drawn = TypeAdapter(Front).json_schema()
    records = {record.__name__: record for record in _records(Front, set())}
    parts = {
        name: _described(schema, records.get(name)) for name, schema in drawn.pop("$defs").items()
    }
    return {
        "$schema": DIALECT,
        **_described(drawn, Front),
        "title": "Case file",
        "description": "The fields at the top of a business case of the register.",
        "$defs": parts,
    }


def _records(record: type, seen: set[type]) -> set[type]:
    """A record and all within it."""
    if record not in seen:
        seen.add(record)
        order = order_of(record)
        for within in (*order.groups.values(), *order.lists.values()):
            _records(within, seen)
    return seen


def _described(drawn: Schema, record: type | None) -> Schema:
    """A group of fields, or a list of words, with what the model says of it."""
    schema = drawn | {"description": _first_words(drawn.get("description", ""))}
    schema.pop("title", None)
    if record is not None:
        fields = drawn["properties"].items()
        schema["properties"] = {name: _field(record, name, field) for name, field in fields}
    return schema


def _field(record: type, name: str, drawn: Schema) -> Schema:
    said = {"title": name.replace("_", " "), "description": note(record, name)}
    schema = _wide(drawn) | said
    if drawn.get("default") not in (None, []):
        schema["default"] = drawn["default"]
    needed = record is Front and name in NEEDED
    return schema if needed else _or_blank(schema)


def _wide(drawn: Schema) -> Schema:
    """The schema with any text, number or yes where the register takes any text."""
    schema = {key: value for key, value in drawn.items() if key not in ("title", "default")}
    if schema == {"type": "string"}:
        return {"type": ANY_TEXT}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            schema[key] = _wide(schema[key])
    if "anyOf" in schema:
        schema["anyOf"] = [_wide(choice) for choice in schema["anyOf"]]
    return schema


def _or_blank(schema: Schema) -> Schema:
    """The schema of a field that may be named and left blank, as in a new case."""
    choices = [choice for choice in schema.pop("anyOf", []) if choice != BLANK]
    if len(choices) == 1:
        schema, choices = choices[0] | schema, []
    if choices:
        return schema | {"anyOf": [*choices, BLANK]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return schema | {"type": [*types, "null"]}
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    return schema | {"anyOf": [{"$ref": schema.pop("$ref")}, BLANK]}


def _first_words(docstring: str) -> str:
    """What the code says of a record up to its first full stop or semicolon, without its marks."""
    sentence = re.split(r"[.;]\s|[.;]$|\n\n", docstring, maxsplit=1)[0]
    return f"{' '.join(sentence.split())}.".replace("`", "")
