"""What each step of ours does, in a process of its own: ``python -m bench.stages pages a b``.

The pages are made once with their charts and once with an empty picture in each chart's place:
the second is what reading and pages take, and the charts are drawn once more by themselves.
Nothing else differs from ``casebook build``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bench.history import list_again, load_as_yaml, read_all
from generator import pipeline
from generator.search.index import index_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.built import Built
    from generator.charts.chart import Chart


def pages(root: Path, site: Path) -> None:
    """Read and check every case and publish every page, but draw no chart."""
    with patch("generator.remaking.album.draw", _no_picture):
        cold(root, site)


def pages_again(root: Path, site: Path) -> None:
    """Publish what has changed since then, and draw no chart either."""
    with patch("generator.remaking.album.draw", _no_picture):
        again(root, site)


def _no_picture(_: Chart) -> str:
    return "<svg></svg>"


def charts(root: Path, _site: Path) -> None:
    """Read every case and draw its chart. What reading takes is in it: see ``reading``."""
    from generator.charts.draw import draw  # noqa: PLC0415 - loaded where it is measured
    from generator.pages.chart_words import chart, rows_of  # noqa: PLC0415 - likewise
    from generator.reading.register import load_register  # noqa: PLC0415 - likewise

    for loaded in load_register(root).cases.values():
        found = rows_of([(table, f"table-{n}") for n, table in enumerate(loaded.case.tables)])
        if found:
            draw(chart(found[0], "chart"))


def reading(root: Path, _site: Path) -> None:
    """Read and check every case, and find what could be drawn of it, but draw nothing."""
    from generator.pages.chart_words import rows_of  # noqa: PLC0415 - likewise
    from generator.reading.register import load_register  # noqa: PLC0415 - likewise

    for loaded in load_register(root).cases.values():
        rows_of([(table, f"table-{n}") for n, table in enumerate(loaded.case.tables)])


def cold(root: Path, site: Path) -> None:
    """Publish the whole site anew, without the search index."""
    built = pipeline.build(root, site, clean=True, indexed=False)
    _refuse_problems(built)


def again(root: Path, site: Path) -> None:
    """Publish what has changed since the last time, without the search index."""
    built = pipeline.build(root, site, indexed=False)
    _refuse_problems(built)


def index(_root: Path, site: Path) -> None:
    """Make the search index of the published site."""
    index_site(site)


def everything(root: Path, site: Path) -> None:
    """Publish the whole site anew, charts and search index included."""
    built = pipeline.build(root, site, clean=True)
    _refuse_problems(built)


def history(root: Path, _site: Path) -> None:
    """Read every earlier version of every case from nothing."""
    read_all(root)


def history_as_yaml(root: Path, _site: Path) -> None:
    """Load the same contents as YAML and nothing else, to hold the other against."""
    load_as_yaml(root)


def history_again(root: Path, _site: Path) -> None:
    """Ask for the history where nothing has changed."""
    list_again(root)


STAGES: dict[str, Callable[[Path, Path], None]] = {
    stage.__name__: stage
    for stage in (
        *(pages, pages_again, reading, charts, cold, again, index, everything),
        *(history, history_as_yaml, history_again),
    )
}


def _refuse_problems(built: Built) -> None:
    """A register with problems is not what is to be measured."""
    if built.problems or built.broken:
        sys.exit("\n".join(map(str, [*built.problems[:5], *built.broken[:5]])))


if __name__ == "__main__":
    STAGES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
