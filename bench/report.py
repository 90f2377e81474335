"""What was measured, as the tables of ``docs/benchmarks.md``: figures, ratios, what to reach.

Medians of the rounds, by the clock; beside each ratio the one of work done (processor time),
which a busy machine changes less.
"""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from bench.measure import Taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Rounds = list[Taken | None]
Measured = dict[str, Rounds]

LEFT_OUT = "left out"
STEPS = {
    "pages": "reading and pages, cold",
    "charts alone": "charts",
    "cold": "reading, pages and charts, cold",
    "nothing": "nothing changed",
    "one": "one case changed",
    "index": "search index",
    "mkdocs": "MkDocs Material, cold",
    "hugo": "Hugo, cold",
}
# Of a register with many versions of each case: asked for alone, and shown where it was.
HISTORY = {
    "history_as_yaml": "the fields of all versions as YAML and nothing else",
    "history": "all versions read, from nothing",
    "history_again": "the history where nothing changed",
}
OURS = ("pages", "cold", "nothing", "one")
SMALL, LARGE = 1_000, 10_000


def report(
    results: Mapping[int, Measured], real: Rounds, limit: float, loads: tuple[float, float]
) -> str:
    """All tables as Markdown.

    Args:
        results: for each size what each step took in each round.
        real: what the real register took, whole.
        limit: seconds after which a step was ended.
        loads: of the machine, before and after (processes that wanted a processor).
    """
    middle = {size: _middle(measured) for size, measured in results.items()}
    whole = _median(real)
    parts = [_how(results, limit, loads), *(_figures(size, middle[size]) for size in results)]
    return "\n\n".join([*parts, _ratios(middle), _goals(middle, whole)])


def _middle(measured: Measured) -> dict[str, Taken | None]:
    found = {name: _median(rounds) for name, rounds in measured.items()}
    reading, charts = found.get("reading"), found.get("charts")
    found["charts alone"] = (
        Taken(
            wall=max(charts.wall - reading.wall, 0), cpu=max(charts.cpu - reading.cpu, 0),
            memory=charts.memory,
        )
        if reading and charts
        else None
    )  # fmt: skip
    return found


def _median(rounds: Sequence[Taken | None]) -> Taken | None:
    taken = [one for one in rounds if one]
    if len(taken) < len(rounds) or not taken:
        return None
    return Taken(
        wall=statistics.median(one.wall for one in taken),
        cpu=statistics.median(one.cpu for one in taken),
        memory=statistics.median(one.memory for one in taken),
    )


def _how(results: Mapping[int, Measured], limit: float, loads: tuple[float, float]) -> str:
    rounds = ", ".join(
        f"{max(map(len, measured.values()), default=0)} for {size:,} cases"
        for size, measured in results.items()
    )
    packages = ", ".join(
        f"{name} {_version(package)}"
        for name, package in (
            ("MkDocs", "mkdocs"), ("Material", "mkdocs-material"), ("Hugo", "hugo"),
            ("Pagefind", "pagefind"),
        )
    )  # fmt: skip
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}. "
        f"Rounds: {rounds}. A step of more than {limit:.0f} s was ended and left out. "
        f"Load of the machine before and after: {loads[0]:.1f} and {loads[1]:.1f}."
    )


def _version(package: str) -> str:
    """The installed version; what is compared with need not be there for a table to be read."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


def _figures(size: int, middle: Mapping[str, Taken | None]) -> str:
    steps = STEPS | {step: words for step, words in HISTORY.items() if step in middle}
    rows = [_row(words, middle.get(step), size) for step, words in steps.items()]
    return _table(
        f"### {size:,} cases", ("Step", "By the clock", "Work", "For each case", "Memory"), rows
    )


def _row(words: str, taken: Taken | None, size: int) -> str:
    if not taken:
        return f"| {words} | {LEFT_OUT} | | | |"
    each = 1000 * taken.wall / size
    cells = (f"{taken.wall:,.2f} s", f"{taken.cpu:,.2f} s", f"{each:,.1f} ms")
    return f"| {words} | {' | '.join(cells)} | {taken.memory:,.0f} MB |"


def _table(heading: str, names: Sequence[str], rows: Sequence[str]) -> str:
    line = f"|{'---|' + '---:|' * (len(names) - 1)}"
    return "\n".join([heading, "", f"| {' | '.join(names)} |", line, *rows])


def _ratios(middle: Mapping[int, Mapping[str, Taken | None]]) -> str:
    """Ours through theirs, and ours through ours of another size."""
    sizes = sorted(middle)
    rows = [
        f"| {words} | " + " | ".join(_ratio(middle[size], ours, theirs) for size in sizes) + " |"
        for words, ours, theirs in (
            ("reading and pages / MkDocs Material", "pages", "mkdocs"),
            ("with charts / MkDocs Material", "cold", "mkdocs"),
            ("reading and pages / Hugo", "pages", "hugo"),
            ("with charts / Hugo", "cold", "hugo"),
        )
    ]
    table = _table("### Ratios", ("By the clock (work)", *(f"{s:,} cases" for s in sizes)), rows)
    if not {SMALL, LARGE} <= middle.keys():
        return table
    growth = [f"| {words} | {_growth(middle, step)} |" for step, words in STEPS.items()]
    return f"{table}\n\n" + _table(
        "### Growth", ("By the clock (work)", f"{LARGE:,} / {SMALL:,} cases"), growth
    )


def _ratio(middle: Mapping[str, Taken | None], ours: str, theirs: str) -> str:
    return _divided(middle.get(ours), middle.get(theirs))


def _growth(middle: Mapping[int, Mapping[str, Taken | None]], step: str) -> str:
    return _divided(middle[LARGE].get(step), middle[SMALL].get(step))


def _divided(above: Taken | None, below: Taken | None) -> str:
    if not above or not below or not below.wall or not below.cpu:
        return LEFT_OUT
    return f"{above.wall / below.wall:.2f} ({above.cpu / below.cpu:.2f})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """Something to be reached.

    Attributes:
        words: what it is.
        most: the most that it may be.
        unit: of that figure, with a space before it.
        found: the figure, by the clock; None where a step was left out.
        work: the same of the work done, where there is such a thing.
    """

    words: str
    most: float
    unit: str = ""
    found: float | None
    work: float | None = None

    @property
    def row(self) -> str:
        """A row of the table."""
        most = f"{self.most:g}{self.unit}"
        if self.found is None:
            return f"| {self.words} | {most} | {LEFT_OUT} | | |"
        reached = "yes" if self.found <= self.most else "no"
        found, work = (self._shown(figure) for figure in (self.found, self.work))
        return f"| {self.words} | {most} | {found} | {work} | {reached} |"

    def _shown(self, figure: float | None) -> str:
        return "" if figure is None else f"{figure:,.2f}{self.unit}"


def _goals(middle: Mapping[int, Mapping[str, Taken | None]], whole: Taken | None) -> str:
    rows = [goal.row for goal in _all_goals(middle, whole)]
    names = ("What", "At most", "By the clock", "Work", "Reached by the clock")
    return _table("### To be reached", names, rows)


def _all_goals(
    middle: Mapping[int, Mapping[str, Taken | None]], whole: Taken | None
) -> Iterator[Goal]:
    small, large = middle.get(SMALL, {}), middle.get(LARGE, {})
    words = f"growth of reading and pages, {LARGE:,} / {SMALL:,} cases"
    yield _through(words, 12, large.get("pages"), small.get("pages"))
    for size in sorted(middle):
        words = f"reading and pages / MkDocs Material, {size:,} cases"
        yield _through(words, 0.33, middle[size].get("pages"), middle[size].get("mkdocs"))
        if "history" in middle[size]:
            yaml = middle[size].get("history_as_yaml")
            words = f"all versions read / the same as YAML, {size:,} cases"
            yield _through(words, 3, middle[size]["history"], yaml)
    for step, most in (("nothing", 2), ("one", 3)):
        yield _seconds(f"{STEPS[step]}, {LARGE:,} cases", most, large.get(step))
    held = [taken.memory if (taken := large.get(step)) else None for step in OURS]
    known = [one for one in held if one is not None]
    yield Goal(
        words=f"memory of our own processes, {LARGE:,} cases", most=1000, unit=" MB",
        found=max(known) if len(known) == len(held) else None,
    )  # fmt: skip
    yield _seconds("the real register whole, charts and search index included", 10, whole)


def _seconds(words: str, most: float, taken: Taken | None) -> Goal:
    if not taken:
        return Goal(words=words, most=most, unit=" s", found=None)
    return Goal(words=words, most=most, unit=" s", found=taken.wall, work=taken.cpu)


def _through(words: str, most: float, above: Taken | None, below: Taken | None) -> Goal:
    if not above or not below or not below.wall or not below.cpu:
        return Goal(words=words, most=most, found=None)
    return Goal(words=words, most=most, found=above.wall / below.wall, work=above.cpu / below.cpu)
