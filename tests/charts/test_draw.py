"""The picture of a chart: named, described, quiet inside, and the same each time."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.charts.draw import SVG, draw

HOSTILE = "<script>alert(1)</script> & \"'><img src=x onerror=alert(1)> {{7*7}} datum.x"


def chart(*, name: str = "Costs", id_: str = "chart-table-a") -> Chart:
    bars = (
        Bar(period="2018/19", label="−£330,000", number=Decimal(-330_000)),
        Bar(period="2019/20", label="£3.3 million", number=Decimal(3_300_000)),
        Bar(period="2020/21", label="withheld", number=None),
    )
    panels = (
        Panel(name=name, tone=Tone.OUT, bars=bars),
        Panel(name="Net benefits", tone=Tone.IN, bars=bars),
    )
    return Chart(
        id=id_, headline="Costs come first", subtitle="In pounds", description="Bars.",
        panels=panels, notes=(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    return ET.fromstring(draw(chart()))  # noqa: S314 - our own drawing


def named(root: ET.Element, name: str) -> list[ET.Element]:
    return list(root.iter(f"{{{SVG}}}{name}"))


def test_it_is_one_image_with_a_title_and_a_description(picture: ET.Element) -> None:
    assert picture.get("role") == "img"
    (title,), (desc,) = named(picture, "title"), named(picture, "desc")
    assert (title.text, desc.text) == ("Costs come first", "Bars.")
    assert picture.get("aria-labelledby") == title.get("id")
    assert picture.get("aria-describedby") == desc.get("id")
    assert {group.get("aria-hidden") for group in picture.findall(f"{{{SVG}}}g")} == {"true"}
    inside = [e for group in picture.findall(f"{{{SVG}}}g") for e in group.iter()]
    assert not [e for e in inside if e.get("role") or e.get("aria-label")]


def test_its_ids_begin_with_its_own_id() -> None:
    drawn = draw(chart(id_="chart-table-b"))
    assert all(found.startswith("chart-table-b-") for found in re.findall(r'\bid="([^"]*)"', drawn))
    assert all(found.startswith("chart-table-b-") for found in re.findall(r"url\(#([^)]*)", drawn))


def test_it_sets_no_style_of_its_own_and_fetches_nothing(picture: ET.Element) -> None:
    for element in picture.iter():
        assert element.tag.rpartition("}")[2] in {"svg", "g", "path", "text", "title", "desc"}
        assert not set(element.keys()) & {"style", "href", "{http://www.w3.org/1999/xlink}href"}


def test_letters_take_the_colour_of_the_page_and_bars_a_class(picture: ET.Element) -> None:
    assert {text.get("fill") for text in named(picture, "text")} == {"currentColor"}
    classes = [path.get("class") for path in named(picture, "path")]
    assert set(classes) == {"cb-bar cb-bar--in", "cb-bar cb-bar--out", "cb-axis"}
    assert classes.count("cb-bar cb-bar--in") == classes.count("cb-bar cb-bar--out") == 2


def test_every_series_period_and_figure_stands_in_it_in_words(picture: ET.Element) -> None:
    words = ["".join(text.itertext()) for text in named(picture, "text")]
    for word in ("2018/19", "−£330,000", "£3.3 million", "withheld"):
        assert words.count(word) == 2
    assert {"Costs", "Net benefits"} <= set(words)


def test_the_same_chart_gives_the_same_picture() -> None:
    assert draw(chart()) == draw(chart())


def test_words_of_a_case_stay_words() -> None:
    drawn = draw(chart(name=HOSTILE))
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    assert not [e for e in root.iter() if e.tag.rpartition("}")[2] in {"script", "img"}]
    words = " ".join("".join(text.itertext()) for text in named(root, "text"))
    assert HOSTILE in words
