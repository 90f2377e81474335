"""What small multiples say of a theme: message, panels, notes, and the file beside them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from generator.compare.comparison import compare
from generator.compare.multiples import Multiples, multiples, scaled
from generator.pages.compared import sides
from generator.pages.multiples_chart import multiples_chart, multiples_message
from generator.pages.shelf import shelve
from generator.pages.theme_sheets import COLUMNS, amounts_sheet
from tests.pages.conftest import AS_AT

if TYPE_CHECKING:
    from generator.pages.shelf import Shelf
    from generator.reading.register import Register

THEMES = ("shared-services", "highways-and-transport", "adult-social-care-and-health", "waste")


@pytest.fixture(scope="module")
def shelf(real: Register) -> Shelf:
    return shelve(real, AS_AT, production=False)


def found(theme: str, shelf: Shelf) -> Multiples:
    comparison = compare(sides(shelf.on_theme(theme), shelf))
    return multiples(comparison, scaled(comparison))


def test_the_message_says_the_largest_scale_and_how_many_others_there_are(shelf: Shelf) -> None:
    assert multiples_message(found("highways-and-transport", shelf)) == (
        "Saving: 3 amounts of Cambridgeshire, from £95,000 to £400,000; 6 more on 3 other scales"
    )
    assert multiples_message(found("ict-and-automation", shelf)).startswith(
        "Saving: 5 amounts of Cambridgeshire, from "
    )


def test_where_no_two_amounts_may_share_a_scale_nothing_is_drawn(shelf: Shelf) -> None:
    assert multiples_chart(found("waste", shelf)) is None


def test_what_is_true_of_all_amounts_of_a_panel_is_said_once_above_them(shelf: Shelf) -> None:
    chart = multiples_chart(found("shared-services", shelf))
    assert chart
    first = chart.panels[0]
    assert (first.name, first.about) == (
        "Cambridgeshire",
        "Saving; in 2018/19; the document does not say whether it recurs; a target",
    )
    own = {bar.title.rpartition(" (")[2] for bar in first.bars if "described" in bar.title}
    assert own == {"described as partly income)"}


def test_notes_say_why_there_is_no_one_scale_and_name_what_is_not_drawn(shelf: Shelf) -> None:
    chart = multiples_chart(found("highways-and-transport", shelf))
    assert chart
    scales, why, alone = chart.notes
    assert scales.startswith("Each scale has its own ends")
    assert why == (
        "There is no one scale for all amounts of this theme: some papers describe their figure as "
        "something other than they call it."
    )
    assert "“Highways Service Transformation” of Cambridgeshire (£500,000)" in alone


@pytest.mark.parametrize("theme", THEMES)
def test_every_case_of_the_theme_has_a_line_in_the_file_with_its_scale_or_a_reason(
    theme: str, shelf: Shelf
) -> None:
    held = found(theme, shelf)
    rows = [*csv.DictReader(io.StringIO(amounts_sheet(theme, held).body.decode()))]
    assert sorted(row["case"] for row in rows) == sorted(shelf.on_theme(theme))
    assert all(bool(row["scale"]) != bool(row["not_drawn_because"]) for row in rows)
    assert all(None not in row.values() and tuple(row) == COLUMNS for row in rows)


@pytest.mark.parametrize("theme", THEMES)
def test_the_file_has_the_numbers_of_the_picture(theme: str, shelf: Shelf) -> None:
    held = found(theme, shelf)
    rows = csv.DictReader(io.StringIO(amounts_sheet(theme, held).body.decode()))
    drawn = [row["to"] or row["amount"] for row in rows if row["scale"]]
    chart = multiples_chart(held)
    bars = [bar for panel in chart.panels for bar in panel.bars] if chart else []
    assert drawn == [str(bar.number) for bar in bars]
