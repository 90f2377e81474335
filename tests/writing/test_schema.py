"""What an editor is told of a case file is what the model says, and is up to date."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from generator.core.case import Front
from generator.core.words import Kind
from generator.reading.files import TextFile
from generator.reading.load import halves
from generator.writing.new import new_case
from generator.writing.notes import NOTES, note
from generator.writing.order import order_of
from generator.writing.schema import json_schema
from scripts.renew import GENERATED
from tests.reading.language import forbidden_words
from tests.writing.examples import REAL, ROOT, loaded

SCHEMA = json_schema()
EDITOR = Draft202012Validator(SCHEMA)


def as_an_editor_reads(text: str) -> Any:  # noqa: ANN401 - whatever is typed
    return yaml.safe_load(halves(TextFile(path="", text=text))[0])


def remark(front: str) -> str | None:
    """What an editor says of the fields, in the schema library's words; None if nothing."""
    found = best_match(EDITOR.iter_errors(yaml.safe_load(front)))
    return found.message if found else None


def test_it_is_a_schema() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", REAL)
def test_an_editor_finds_nothing_in_a_real_case(path: str) -> None:
    typed = as_an_editor_reads(REAL[path].read_text(encoding="utf-8"))
    assert [error.message for error in EDITOR.iter_errors(typed)] == []


@pytest.mark.parametrize("kind", Kind)
def test_an_editor_finds_nothing_in_a_new_case(kind: Kind) -> None:
    made = new_case(kind, "Library", "northtown", "2018/19", source="budget")
    assert isinstance(made, tuple)
    assert list(EDITOR.iter_errors(as_an_editor_reads(made[1]))) == []


FINE = {
    "a bare number where text belongs": "version: 1.0\nreferences: [6.127]\n",
    "yes or no": "key_decision: yes\n",
    "a short answer": "impacts: {affected: none, protected: no}\n",
    "a field left blank": "people:\nheadline:\n  amount:\n  measure:\n",
    "one line of the source": "headline: {amount: 900, measure: saving, line: 7285}\n",
    "two lines of the source": "headline: {amount: £900K, measure: saving, line: 12-14}\n",
}
MISTAKES = {
    "a mistyped field": ("titel: Library\n", "'titel' was unexpected"),
    "a mistyped field of a group": ("headline: {amuont: 1}\n", "'amuont' was unexpected"),
    "a word that is in no list": ("kind: busines case\n", "busines case"),
    "one value where a list belongs": ("references: A/R.6.127\n", "not of type 'array'"),
    "a list where one value belongs": ("committee: [Adults]\n", "not of type 'string'"),
    "a person without a role": ("people: [{name: Jo Day}]\n", "'role' is a required property"),
    "a group where text belongs": ("summary: {text: Less}\n", "not of type 'string'"),
}


@pytest.mark.parametrize("what", FINE)
def test_an_editor_takes_what_the_register_takes(what: str) -> None:
    front = f"title: Library\nsource: budget\n{FINE[what]}"
    codes = {problem.fault.code for problem in loaded(f"---\n{front}---\n").problems}
    assert codes <= {"headline-without-line"}
    assert remark(front) is None


@pytest.mark.parametrize("what", MISTAKES)
def test_an_editor_marks_a_typical_mistake(what: str) -> None:
    typed, said = MISTAKES[what]
    front = f"title: Library\nsource: budget\n{typed}"
    assert loaded(f"---\n{front}---\n").problems
    assert said in str([error.message for error in flat(front)])


def flat(front: str) -> list[Any]:
    """All that the schema library says, down to the choices that a value could have been."""
    found = list(EDITOR.iter_errors(yaml.safe_load(front)))
    for error in found:
        found.extend(error.context or ())
    return found


@pytest.mark.parametrize("field", ["title", "source"])
def test_an_editor_misses_what_must_be_there(field: str) -> None:
    front = {"title": "title: Library\n", "source": "source: budget\n"}
    rest = "".join(line for name, line in front.items() if name != field)
    assert remark(rest) == f"'{field}' is a required property"
    assert remark(f"{rest}{field}:\n") is not None


def records(record: type = Front) -> dict[str, type]:
    """All records that are typed as groups of fields, by their names in the schema."""
    found = {record.__name__: record}
    order = order_of(record)
    for within in (*order.groups.values(), *order.lists.values()):
        if within.__name__ in SCHEMA["$defs"] and within.__name__ not in found:
            found |= records(within)
    return found


def test_every_field_has_a_note_in_plain_words_and_every_note_a_field() -> None:
    named = {
        f"{name}.{field.name}": note(record, field.name)
        for name, record in records().items()
        for field in fields(record)
    }
    assert named.keys() == NOTES.keys()
    assert not [text for text in named.values() if forbidden_words(text)]
    assert all("\n" not in text and text[0].isupper() for text in named.values())


def test_an_editor_shows_the_note_of_each_field() -> None:
    for name, record in records().items():
        drawn = SCHEMA if record is Front else SCHEMA["$defs"][name]
        assert drawn["additionalProperties"] is False
        for field, schema in drawn["properties"].items():
            assert schema["description"] == note(record, field)


@pytest.mark.parametrize("path", [path for path, _ in GENERATED if path.endswith(".json")])
def test_what_is_generated_is_up_to_date(path: str) -> None:
    text = dict(GENERATED)[path]
    assert (ROOT / path).read_text(encoding="utf-8") == text(), "run: python scripts/renew.py"
