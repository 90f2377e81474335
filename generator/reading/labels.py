"""What the label of a row or column says by itself: a period, a total, an end of a range.

Officers paste tables as their documents print them, so it is the labels that tell what
a figure is for. A label that only looks like a period is a mistake and is reported; any
other is a name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.core.cell_text import quoted
from generator.core.figures import Axis, Part
from generator.core.identity import slug_of
from generator.core.periods import Period, parse_period
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.markdown import Text
    from generator.reading.rows import Desk

CODES = {
    "period-sequence": "Columns or rows whose periods do not follow each other.",
    "label-twice": "Two rows or columns of a table with the same id, or one without any.",
}

# A label that names a year but not in a way that is known is a mistake, not a word.
LOOKS_LIKE_A_YEAR = re.compile(r"(FY ?)?(20)?\d\d ?[/-] ?\d{1,4}", re.IGNORECASE)
WORDS = ("period-unreadable", "period-missing", "period-is-basis")


def printed(label: str) -> str:
    """The label without a reading."""
    return re.split(r"\(\s*read\b", label, maxsplit=1)[0].strip()


def period_of(desk: Desk, cell: Text, label: str, *, needed: bool = False) -> Period | None:
    """The period that a label names; where it has to name one, or nearly does, a problem."""
    period = parse_period(label)
    if not isinstance(period, Fault):
        return period
    nearly = LOOKS_LIKE_A_YEAR.fullmatch(label) or period.code not in WORDS
    if needed or (nearly and re.search("[0-9]", label)):
        desk.at(cell, period)
    return None


def part_of_row(label: str) -> Part:
    """What the row of this label is within its column."""
    first = re.match(r"[a-z]+(?:[ -]total)?", label.lower())
    match first[0] if first else "":
        case "total" | "totals" | "grand total" | "overall total":
            return Part.TOTAL
        case "subtotal" | "subtotals" | "sub total" | "sub-total":
            return Part.SUBTOTAL
        case _:
            return Part.ITEM


def part_of_column(label: str) -> Part:
    """What the column of this label is within its row; columns may be the ends of a range."""
    first = re.match(r"[a-z]*", label.lower())
    match first[0] if first else "":
        case "lower" | "low" | "minimum":
            return Part.LOW
        case "upper" | "high" | "maximum":
            return Part.HIGH
        case "average" | "mid" | "mean":
            return Part.MIDDLE
        case _:
            return part_of_row(label)


def report_order(desk: Desk, cells: Sequence[Text], axes: Sequence[Axis]) -> None:
    """A problem at each label whose period comes before the one above or to the left of it."""
    before: Axis | None = None
    for cell, axis in zip(cells, axes, strict=True):
        if axis.context.period is None or axis.part is not Part.ITEM:
            continue
        if before is not None and _is_out_of_order(before.context.period, axis.context.period):
            desk.at(cell, _out_of_order(axis.label, before.label))
        before = axis


def _is_out_of_order(one: Period | None, other: Period) -> bool:
    """Whether both have days, or both are years of a project, and the second comes earlier."""
    if one is None:
        return False
    before, after = one.sort_key, other.sort_key
    return before[0] == after[0] < 2 and after < before


def told_apart(axes: Sequence[Axis]) -> tuple[Axis, ...]:
    """The same with another id where one period is printed twice, and read as another there.

    A paper may head two columns ``2013/14``. The second, ``2013/14 (read 2014/15: …)``, keeps its
    print and is named by what it is read as.
    """
    found: list[Axis] = []
    for axis in axes:
        reading = axis.context.period.reading if axis.context.period else None
        if reading is not None and any(axis.id == other.id for other in found):
            found.append(replace(axis, id=slug_of(reading.printed)))
        else:
            found.append(axis)
    return tuple(found)


def report_doubles(desk: Desk, what: str, cells: Sequence[Text], axes: Sequence[Axis]) -> None:
    """A problem at each label without an id of its own; `what` is ``row`` or ``column``."""
    seen: set[str] = set()
    for cell, axis in zip(cells, axes, strict=True):
        if axis.id in seen or not axis.id:
            desk.at(cell, _label_twice(what, axis.id))
        seen.add(axis.id)


def _label_twice(what: str, id_: str) -> Fault:
    return Fault(
        code="label-twice",
        read=f"a second {what} with the id {quoted(id_)}"
        if id_
        else f"a {what} whose name holds no letter and no digit",
        expected=f"an id of its own for each {what}",
        remedy=f"give each {what} a name of its own"
        + (", or add a column “id”" if what == "row" else ""),
    )


def _out_of_order(label: str, before: str) -> Fault:
    return Fault(
        code="period-sequence",
        read=f"{quoted(label)} behind {quoted(before)}",
        expected="periods in the order of time",
        remedy="put them in order; if the document prints a year that cannot be meant, "
        "add a reading, such as 2015/17 (read 2016/17: reason)",
    )
