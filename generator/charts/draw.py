"""From a chart to a picture: the one module that knows altair and vl_convert.

The picture is an SVG that stands in the page itself. A screen reader meets one image with
a title and a description; colours and letters are the page's, so that one picture does for
light, dark and paper; nothing in it sets a style of its own, which the page's policy would
refuse. Every series has a panel and every bar its figure, so that no colour has to be known
apart. No address is ever followed: the figures are written into the drawing's description.
"""

from __future__ import annotations

import re
import textwrap
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from generator.charts.chart import Bar, Chart, Panel, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SVG = "http://www.w3.org/2000/svg"
WIDTH = 340  # units; a page shows it between 288 and about 480 pixels wide
STEP = 22  # height of a line
LETTER = 6.7  # width of a letter of 12 units, rather too much than too little
NARROWEST = 60  # for the bars, however long the words beside them are
HEADING_LETTERS = 41  # of 13 units in bold, on one line
FONT = "Liberation Sans"  # comes with vl_convert; the page's own font is shown in its place
COLOURS = {
    Tone.IN: "#12436D",
    Tone.OUT: "#F46A25",
    Tone.WHOLE: "#3D3D3D",
}  # light ones; the style sheet has the dark
AXIS = "#7B858D"
CLASSES = {
    **{colour.lower(): f"cb-bar cb-bar--{tone}" for tone, colour in COLOURS.items()},
    AXIS.lower(): "cb-axis",
}
DROPPED = {"class", "font-family", "opacity", "pointer-events", "role", "fill-opacity"}

LONG = re.compile(r"[0-9]+\.[0-9]{3,}")  # more digits of a length than any screen shows

Row = dict[str, Any]


def draw(chart: Chart) -> str:
    """The picture of a chart as SVG, the same to the letter each time.

    Returns:
        an ``<svg role="img">`` with ``<title>`` and ``<desc>``; its ids begin with the chart's.
    """
    import vl_convert  # noqa: PLC0415 - takes long to load, and most builds draw nothing

    rows = _rows(chart.panels)
    spec = {**_frame(), "datasets": {"lines": rows}, "height": int(rows[-1]["y"] + STEP / 2)}
    return _in_page(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]), chart)


def _rows(panels: Sequence[Panel]) -> list[Row]:
    """A line of the picture each, with its places in units: headings, gaps and bars."""
    place = _places(panels)
    lines: list[list[Row]] = []
    for panel in panels:
        if lines and any(len(one.bars) > 1 for one in panels):
            lines.append([{"kind": "gap"}])
        lines += [[{"kind": "heading", "text": line}] for line in _lines(panel.name)]
        lines += [[_bar(bar, panel.tone, place), *_dots(bar, place)] for bar in panel.bars]
    return [
        {**row, "y": STEP * (number + 0.5)} for number, line in enumerate(lines) for row in line
    ]


def _dots(bar: Bar, place: Callable[[Decimal], float]) -> list[Row]:
    """The amounts on a line, each once: those that lie upon each other look like one."""
    return [{"kind": "dot", "at": place(dot)} for dot in dict.fromkeys(bar.dots)]


def _bar(bar: Bar, tone: Tone, place: Callable[[Decimal], float]) -> Row:
    """A line with a period, a bar where there is a number, and the words behind it."""
    zero, start = place(Decimal(0)), place(bar.start)
    end = start if bar.number is None else place(bar.number)
    return {
        "kind": "bar",
        "tone": tone.value,
        "drawn": "no" if bar.number is None else "yes",
        "zero": zero,
        "start": start,
        "end": end,
        "words": max(zero, start, end) + 5,
        "period": bar.period,
        "text": bar.label,
    }


def _places(panels: Sequence[Panel]) -> Callable[[Decimal], float]:
    """Where a number lies between the periods on the left and the words on the right."""
    bars = [bar for panel in panels for bar in panel.bars]
    numbers = [bar.number for bar in bars if bar.number is not None]
    numbers += [dot for bar in bars for dot in bar.dots]
    low, high = min(Decimal(0), *numbers), max(Decimal(0), *numbers)
    left = LETTER * max(len(bar.period) for bar in bars) + 8
    right = WIDTH - LETTER * max(len(bar.label) for bar in bars) - 8
    width = max(right - left, NARROWEST)
    return lambda number: left + width * float((number - low) / ((high - low) or 1))


def _lines(name: str) -> list[str]:
    return textwrap.wrap(name, HEADING_LETTERS) or [name]


@cache
def _frame() -> dict[str, Any]:
    """The picture as Vega-Lite, without its lines: they come with their places, so no scale."""
    import altair as alt  # noqa: PLC0415 - takes a second to load, and most builds draw nothing

    def at(field: str) -> dict[str, Any]:
        return {"field": field, "type": "quantitative", "scale": None, "axis": None}

    y, left = alt.Y(**at("y")), alt.value(0)
    headings = alt.Chart().transform_filter("datum.kind == 'heading'")
    bars = alt.Chart().transform_filter("datum.kind == 'bar'")
    drawn = bars.transform_filter("datum.drawn == 'yes'")
    layers = [
        headings.mark_text(align="left", fontSize=13, fontWeight="bold")
        .encode(y=y, x=left, text="text:N"),
        bars.mark_text(align="left", fontSize=12).encode(y=y, x=left, text="period:N"),
        *(
            drawn.transform_filter(f"datum.tone == '{tone}'")
            .mark_bar(color=colour, height=STEP - 6, orient="horizontal")
            .encode(y=y, x=alt.X(**at("start")), x2="end:Q")
            for tone, colour in COLOURS.items()
        ),
        alt.Chart()
        .transform_filter("datum.kind == 'dot'")
        .mark_tick(color=COLOURS[Tone.IN], thickness=3, size=STEP - 6, orient="vertical")
        .encode(y=y, x=alt.X(**at("at"))),
        bars.mark_tick(color=AXIS, thickness=1, size=STEP, orient="vertical")
        .encode(y=y, x=alt.X(**at("zero"))),
        bars.mark_text(align="left", fontSize=12)
        .encode(y=y, x=alt.X(**at("words")), text="text:N"),
    ]  # fmt: skip
    picture = alt.layer(*layers, data=alt.NamedData(name="lines")).properties(
        width=WIDTH, padding=2
    )
    picture = picture.configure(background="transparent", font=FONT).configure_view(stroke=None)
    return dict(picture.to_dict())


def _in_page(drawn: str, chart: Chart) -> str:
    """The drawing as it stands in a page: named, described, and without what is only for tools."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing, no file of anybody's
    size = {name: root.attrib[name] for name in ("width", "height", "viewBox")}
    _tidy(root, chart.id)
    title, desc = f"{chart.id}-title", f"{chart.id}-desc"
    root.attrib.clear()
    root.attrib |= {
        "class": "cb-chart",
        "role": "img",
        # The message is its name; the figures, which can be many, are read to who asks for them.
        "aria-labelledby": title,
        "aria-describedby": desc,
        **size,
    }
    for group in root:
        group.set("aria-hidden", "true")
    for at, (name, id_, text) in enumerate(
        [("title", title, chart.headline), ("desc", desc, chart.description)]
    ):
        said = ET.Element(f"{{{SVG}}}{name}", {"id": id_})
        said.text = text
        root.insert(at, said)
    return ET.tostring(root, encoding="unicode")


def _tidy(element: ET.Element, prefix: str) -> None:
    """Drop what is not seen, and give what is seen the page's own colours."""
    for child in list(element):
        if _is_unseen(child):
            element.remove(child)
        else:
            _tidy(child, prefix)
    element.attrib |= dict(_styles(element.attrib.pop("style", "")))
    for name in list(element.attrib):
        if name in DROPPED or name.startswith("aria-"):
            del element.attrib[name]
    for name, value in element.attrib.items():
        if name == "id":
            element.set(name, f"{prefix}-{value}")
        elif "url(#" in value:
            element.set(name, value.replace("url(#", f"url(#{prefix}-"))
        elif name in ("d", "transform"):
            element.set(name, LONG.sub(lambda long: plain(float(long[0])), value))
    _colour(element)


def _is_unseen(element: ET.Element) -> bool:
    kind = element.tag.rpartition("}")[2]
    if kind == "path":
        said = element.attrib
        return said.get("display") == "none" or not ({"fill", "stroke"} & said.keys())
    return kind == "g" and not any(child.tag.rpartition("}")[2] != "g" for child in element.iter())


def _styles(style: str) -> Iterator[tuple[str, str]]:
    """``a: b; c: d`` as attributes: a style in a page would be refused."""
    for part in filter(None, (part.strip() for part in style.split(";"))):
        name, _, value = part.partition(":")
        yield name.strip(), value.strip()


def _colour(element: ET.Element) -> None:
    """Letters take the page's colour, marks a class that the style sheet colours."""
    if element.tag == f"{{{SVG}}}text":
        element.set("fill", "currentColor")
        return
    for name in ("fill", "stroke"):
        found = CLASSES.get(element.get(name, "").lower())
        if found:
            element.set("class", found)


def plain(length: float) -> str:
    """A length with two decimals at the most: ``70.29``, ``15``."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
