"""Every value has a place, numbers and table cells included, and there stands what was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.reading.files import TextFile
from generator.reading.load import Loaded, halves, load_case
from generator.reading.yamltext import read_yaml
from tests.reading.corpus import ROOT, below, load, top

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.reading.yamltext import Path as ValuePath
    from generator.reading.yamltext import Tree

CASES = sorted((ROOT / "cases").glob("*/*/*.md"))


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def real(request: pytest.FixtureRequest) -> tuple[TextFile, Loaded]:
    path: Path = request.param
    text = path.read_text(encoding="utf-8")
    file = TextFile(path=path.relative_to(ROOT).as_posix(), text=text)
    return file, load_case(file)


def leaves(tree: Tree, path: ValuePath = ()) -> Iterator[tuple[ValuePath, str]]:
    """Each piece of text of the fields, with the way to it."""
    if isinstance(tree, str):
        yield path, tree
    else:
        parts = enumerate(tree) if isinstance(tree, list) else tree.items()
        for part, value in parts:
            yield from leaves(value, (*path, part))


def cells(loaded: Loaded) -> Iterator[tuple[ValuePath, str]]:
    """Each value below the fields as printed, with the way to it."""
    case = loaded.case
    for table in case.tables:
        for r, c, amount in table.cells():
            yield ("tables", table.id, table.rows[r].id, table.columns[c].id), amount.printed
        for row in table.rows:
            yield ("tables", table.id, row.id), row.label
        for column in table.columns:
            yield ("tables", table.id, 0, column.id), column.label
    for figure in case.figures:
        yield ("figures", figure.id), figure.id
        yield ("figures", figure.id, "what"), figure.what
        yield ("figures", figure.id, "amount"), figure.amount.printed
    for claim in case.claims:
        yield ("claims", claim.id, "value"), claim.value.printed
    for benefit in case.benefits:
        yield ("benefits", benefit.id, "benefit"), benefit.benefit
        for target in benefit.targets:
            yield ("benefits", benefit.id, target.label.lower()), target.amount.printed
    for number, milestone in enumerate(case.milestones):
        yield ("milestones", number, "milestone"), milestone.milestone
        if milestone.when:
            yield ("milestones", number, "when"), milestone.when.printed
    for number, relation in enumerate(case.relations):
        yield ("relations", number), f"`{relation.result}`"


def field_at(file: TextFile, line: int, column: int) -> str:
    """All that stands from a place on, on one line, without the marks that open a text."""
    first, *rest = file.text.split("\n")[line - 1 :]
    text = "\n".join([first[column - 1 :], *rest])
    if text.startswith((">-\n", ">\n", "|\n", "|-\n")):
        text = text.partition("\n")[2]
    return " ".join(text.lstrip("'\" ").replace("''", "'").replace('\\"', '"').split())


def test_every_value_of_the_fields_stands_where_its_place_says(
    real: tuple[TextFile, Loaded],
) -> None:
    file, loaded = real
    front, _, _, _ = halves(file)
    found = dict(leaves(read_yaml(front, file.path, first_line=2).tree))
    assert len(found) > 20
    for path, value in found.items():
        place = loaded.places.at(loaded.places.values[path])
        assert field_at(file, place.line, place.column).startswith(" ".join(value.split())), path
        assert loaded.places.of(path) == place


def test_every_value_below_the_fields_stands_where_its_place_says(
    real: tuple[TextFile, Loaded],
) -> None:
    file, loaded = real
    found = list(cells(loaded))
    assert bool(found) == ("\n|" in file.text), "a file without a table has no cell"
    for path, printed in found:
        place = loaded.places.at(loaded.places.values[path])
        line = file.text.split("\n")[place.line - 1][place.column - 1 :]
        assert " ".join(line.split()).startswith(printed or "|"), path


def test_a_stakeholder_stands_where_the_cell_that_names_several_begins() -> None:
    rows = "| stakeholder | raci |\n|---|---|\n| Police; Schools | C |\n| Staff | A |\n"
    loaded = load(below(f"## People affected\n\n### Who {{#stakeholders}}\n\n{rows}"))
    places = [loaded.places.of(("stakeholders", number, "stakeholder")) for number in range(3)]
    assert [(place.line, place.column) for place in places] == [(12, 3), (12, 3), (13, 3)]
    assert len(loaded.case.stakeholders) == 3


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("- `a` = `b`", 10, 3),
        ("*   `a` = `b`", 10, 5),
        ("10. `a` = `b`", 10, 5),
        ("  - `a` = `b`", 10, 5),
        ("- one\n- two\n  - `a` = `b`", 12, 5),
    ],
)
def test_a_relation_stands_where_its_first_sign_is(text: str, line: int, column: int) -> None:
    loaded = load(below(f"## Financial case\n\n### So {{#relations}}\n\n{text}\n"))
    place = loaded.places.of(("relations", 0))
    assert (place.line, place.column) == (line, column)
    assert loaded.case.relations[0].result == "a"


@pytest.mark.parametrize(
    "row", ["| a | £1x |", "|a|£1x|", "a | £1x", " |  a |  £1x", "| a\\|b | £1x |"]
)
def test_a_cell_is_found_however_its_row_is_drawn(row: str) -> None:
    table = f"### T {{#t}}\ncost; line 1\n\n| Post | 2018/19 |\n|---|---|\n{row}\n"
    (problem,) = load(below(f"## Financial case\n\n{table}")).problems
    assert (problem.place.line, problem.place.column) == (13, row.index("£") + 1)


def test_a_place_that_is_not_known_is_that_of_what_is_around_it() -> None:
    loaded = load(top("people:\n  - {role: author}\n"))
    assert loaded.places.of(("people", 0, "name")).line == 5
    assert loaded.places.of(("people", 7)).line == 5
    assert loaded.places.of(("headline", "amount")).line == 1


def test_the_answer_of_a_group_is_reported_where_the_group_stands() -> None:
    fields = (
        "impacts:\n  protected:\n    answer: none\n    groups:\n      age: Yes\n      sex: [a, b]\n"
    )
    (problem,) = load(top(fields)).problems
    assert (problem.place.line, problem.place.column) == (9, 12)


def test_places_take_no_part_in_equality() -> None:
    plain = load(top("stage: draft\n")).case
    assert load(top("\n\nstage:    draft\n")).case == plain
