"""From a chart to a picture: the one module that knows altair and vl_convert.

The picture is an SVG that stands in the page itself. A screen reader meets one image with
a title and a description; colours and letters are the page's, so that one picture does for
light, dark and paper; nothing in it sets a style of its own, which the page's policy would
refuse. Every series has a panel and every bar its figure, so that no colour has to be known
apart. No address is ever followed: words and lengths are written into the drawing's description.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from generator.charts.chart import Chart, Tone
from generator.charts.lines import STEP, WIDTH, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = "http://www.w3.org/2000/svg"
COLOURS = {
    Tone.IN: "#12436D",
    Tone.OUT: "#F46A25",
    Tone.WHOLE: "#3D3D3D",
}  # light ones; the style sheet has the dark
AXIS = "#7B858D"
# What the style sheet colours, by what is coloured and the colour it is drawn with.
CLASSES = {
    **{("fill", colour): f"cb-bar cb-bar--{tone}" for tone, colour in COLOURS.items()},
    ("fill", AXIS): "cb-axis",
    ("stroke", AXIS): "cb-ring",
}
FONT = "Liberation Sans"  # comes with vl_convert; the page's own font is shown in its place
PLAIN, ON_BAR = "#000000", "#FFFFFF"  # letters that take the page's colour, and those on a bar
# Sizes are in units; words begin at their place but for those that stand in the middle of it.
LETTERING: dict[str, dict[str, Any]] = {
    "heading": {"fontSize": 13, "fontWeight": "bold"},
    "text": {"fontSize": 12},
    "small": {"fontSize": 11},
    "middle": {"fontSize": 11, "align": "center"},
    "within": {"fontSize": 12, "fontWeight": "bold", "align": "center", "color": ON_BAR},
}
LINES = "lines"
DROPPED = {"class", "font-family", "opacity", "pointer-events", "role", "fill-opacity"}

LONG = re.compile(r"[0-9]+\.[0-9]{3,}")  # more digits of a length than any screen shows


def draw(chart: Chart) -> str:
    """The picture of a chart as SVG, the same to the letter each time.

    Returns:
        an ``<svg role="img">`` with ``<title>`` and ``<desc>``; its ids begin with the chart's.
    """
    import vl_convert  # noqa: PLC0415 - takes long to load, and most builds draw nothing

    lines, drawing = lines_of(chart.panels, chart.grids), _drawing()
    _, *derived = drawing["data"]
    spec = {
        **drawing,
        "data": [{"name": LINES, "values": lines}, *derived],
        "height": int(lines[-1]["y"] + STEP / 2),
    }
    return _in_page(vl_convert.vega_to_svg(spec, allowed_base_urls=[]), chart)


def get_ready() -> None:
    """Load what takes longest, so that copies of this process need not each do it."""
    _frame()


@cache
def _drawing() -> dict[str, Any]:
    """The picture as Vega, without its lines: translated once, since it is always the same."""
    import vl_convert  # noqa: PLC0415 - as above

    return dict(vl_convert.vegalite_to_vega({**_frame(), "datasets": {LINES: []}}))


@cache
def _frame() -> dict[str, Any]:
    """The picture as Vega-Lite, without its lines: they come with their places, so no scale."""
    import altair as alt  # noqa: PLC0415 - takes a second to load, and most builds draw nothing

    def at(field: str) -> dict[str, Any]:
        return {"field": field, "type": "quantitative", "scale": None, "axis": None}

    def on(name: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.on == '{name}'")

    y, x = alt.Y(**at("y")), alt.X(**at("at"))
    sign = {
        "shape": alt.Shape("shape:N", scale=None),
        "size": alt.Size("size:Q", scale=None),
    }
    layers = [
        *(
            on(tone.value)
            .mark_bar(color=colour, height=STEP - 6, orient="horizontal")
            .encode(y=y, x=alt.X(**at("start")), x2="end:Q")
            for tone, colour in COLOURS.items()
        ),
        on("dot")
        .mark_tick(color=COLOURS[Tone.IN], thickness=3, size=STEP - 6, orient="vertical")
        .encode(y=y, x=x),
        on("zero").mark_tick(color=AXIS, thickness=1, size=STEP, orient="vertical")
        .encode(y=y, x=x),
        on("full").mark_point(filled=True, color=COLOURS[Tone.IN]).encode(y=y, x=x, **sign),
        on("ring").mark_point(filled=False, color=AXIS, strokeWidth=1.5)
        .encode(y=y, x=x, **sign),
        *(
            on(name).mark_text(**{"align": "left", "color": PLAIN, **look})
            .encode(y=y, x=x, text="text:N")
            for name, look in LETTERING.items()
        ),
    ]  # fmt: skip
    picture = alt.layer(*layers, data=alt.NamedData(name=LINES)).properties(width=WIDTH, padding=2)
    picture = picture.configure(background="transparent", aria=False, font=FONT)
    return dict(picture.configure_view(stroke=None).to_dict())


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
        if element.get("fill", "").upper() == ON_BAR:
            element.set("class", "cb-within")
            del element.attrib["fill"]
        else:
            element.set("fill", "currentColor")
        return
    for (what, colour), name in CLASSES.items():
        if element.get(what, "").upper() == colour:
            element.set("class", name)


def plain(length: float) -> str:
    """A length with two decimals at the most: ``70.29``, ``15``."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
