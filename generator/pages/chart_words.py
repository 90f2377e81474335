"""What a chart says: its message as a headline, what it measures, and what it leaves out.

The message is worked out from the figures and says no more than they do: from where to
where, which comes first, where the highest stands. It blames and praises nobody. Large
amounts are rounded here, in charts alone, and then say "about"; every figure in full
stands at its bar and in the table.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from generator.charts.chart import Bar, Chart, Panel, Tone
from generator.charts.rows import Reason, Rows, Scale, Series, chart_rows
from generator.core.amounts import POUNDS, Qualifier, State
from generator.core.money_format import as_printed, format_amount
from generator.core.period_format import format_period
from generator.core.words import COSTS, GAINS, NETS, Basis, Measure
from generator.pages.cells import cell
from generator.pages.phrases import (
    BASES,
    basis_words,
    ended,
    joined,
    measured,
    sentence,
    unit_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.amounts import Amount
    from generator.core.figures import Table

REASONS = {
    Reason.UNIT: "another unit",
    Reason.SCALE: "counted differently over time, so not on the same scale",
    Reason.EMPTY: "no figures for these periods",
}
# What the message itself must say, lest amounts of several years be taken for those of one.
COUNTED = {
    Scale.FULL_YEAR: "each what a full year brings",
    Scale.INCREMENT: "each on top of the year before",
    Scale.CUMULATIVE: "each for all years so far together",
}
PARTS = "The parts that make up the total are in the table."
SIGNS = "Minus signs are as printed."
GAINS_BELOW = "Minus signs are as printed: this table prints what comes in with a minus."
MILLION, THOUSAND = Decimal(1_000_000), Decimal(1_000)

Point = tuple[str, "Amount", Decimal]  # a period in words, its amount as read, its number


def rows_of(tables: Sequence[tuple[Table, str]]) -> tuple[Rows, str] | None:
    """What is drawn of a case: of the one table that says most, with that table's anchor.

    Args:
        tables: the finance tables of a case, each with its anchor on the page.
    """
    found = [(rows, anchor) for table, anchor in tables if (rows := chart_rows(table))]
    if not found:
        return None
    return min(found, key=lambda pair: _rank(pair[0]))


def chart(rows: Rows, id_: str) -> Chart:
    """The words and lengths of a chart; `id_` is its id on the page."""
    return Chart(
        id=id_,
        headline=message(rows),
        subtitle=_subtitle(rows),
        description=_description(rows),
        panels=tuple(_panel(series, rows) for series in rows.series),
        notes=tuple(_notes(rows)),
    )


def message(rows: Rows) -> str:
    """What the figures say: ``Total saving: £4.5 million in 2019/20 and again in 2020/21``."""
    lead = _lead(rows.series)
    points = _points(lead, rows)
    said = _costs_first(lead, points, rows) or f"{_name(lead, rows)}: {_course(points, rows)}"
    return ", ".join(filter(None, [said, COUNTED.get(lead.scale, "")]))


def rounded(amount: Amount) -> Amount:
    """Pounds to three digits, millions and billions to one decimal, with "about" if not exact."""
    if amount.number is None or amount.unit != POUNDS or abs(amount.number) < 10 * THOUSAND:
        return amount
    size = abs(amount.number)
    below = THOUSAND if size >= 100 * THOUSAND else THOUSAND / 10
    million = MILLION * 100 if size >= MILLION * THOUSAND else MILLION / 10
    step = million if size >= MILLION else below
    number = (amount.number / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step
    if number == amount.number:
        return amount
    return replace(amount, number=number, qualifier=Qualifier.ABOUT)


def both_rounded(one: Amount, other: Amount) -> tuple[str, str]:
    """Two amounts in a message, rounded; in full where they differ and rounding would hide it."""
    short = _short(one), _short(other)
    if short[0] != short[1] or one.number == other.number:
        return short
    return format_amount(one), format_amount(other)


def _rank(rows: Rows) -> tuple[bool, bool]:
    """Tables of money first, among them those that set costs against what they bring."""
    measures = {series.context.measure for series in rows.series}
    balanced = bool(measures & {*COSTS}) and bool(measures & {*GAINS})
    return rows.series[0].unit != POUNDS, not balanced


def _lead(series: Sequence[Series]) -> Series:
    """The series that the message is about: a net result, else the total, else the fullest."""
    nets = [one for one in series if one.context.measure in NETS and len(series) > 1]
    totals = [one for one in series if one.is_total]
    for one in (*nets, *totals):
        if sum(number is not None for number in one.numbers) >= 2:
            return one
    return max(series, key=lambda one: sum(number is not None for number in one.numbers))


def _points(series: Series, rows: Rows) -> list[Point]:
    """The figures of a series, with their periods."""
    return [
        (format_period(period.meant), amount.meant, number)
        for period, amount, number in zip(rows.periods, series.amounts, series.numbers, strict=True)
        if number is not None
    ]


def _costs_first(lead: Series, points: Sequence[Point], rows: Rows) -> str:
    """That a plan costs before it brings anything, where the figures say so; else nothing."""
    later = next((point for point in points if point[2] > 0), None)
    costs = [s for s in rows.series if s.context.measure in COSTS and (s.numbers[0] or 0) > 0]
    if lead.context.measure not in NETS or later is None or points[0][2] >= 0 or not costs:
        return ""
    (first, before, _), (then, after, _) = points[0], later
    course = f"{_short(before)} in {first}, {_short(after)} in {then}"
    return f"Costs come first. {lead.axis.label}: {course}"


def _course(points: Sequence[Point], rows: Rows) -> str:
    """From the first figure to the last; the way is named where all are above zero."""
    (first, begin, low), (last, end, high) = points[0], points[-1]
    if all(number == low for _, _, number in points):
        if len(points) > 2 and len(points) == len(rows.periods):
            return f"{_short(begin)} in {first} and in every period to {last}"
        return f"{_short(begin)} in {first} and again in {joined(then for then, *_ in points[1:])}"
    one, two = both_rounded(begin, end)
    if low == high or any(number < 0 for _, _, number in points):
        return f"{one} in {first}, {two} in {last}{_summit(points)}"
    way = "up" if high > low else "down"
    return f"{way} from {one} in {first} to {two} in {last}{_summit(points)}"


def _summit(points: Sequence[Point]) -> str:
    """The highest figure, where it stands between the ends."""
    ends = max(points[0][2], points[-1][2])
    period, amount, number = max(points, key=lambda point: point[2])
    return f"; highest in {period}, {_short(amount)}" if number > ends else ""


def _short(amount: Amount) -> str:
    return format_amount(rounded(amount))


def _name(series: Series, rows: Rows) -> str:
    """What a series is called where it stands alone."""
    if series.is_total:
        measure = series.context.measure
        if measure in (None, Measure.COUNT):
            return f"{rows.table.title}, total"
        return f"Total {measured(measure, series.context.qualities)}"
    return rows.table.title if len(rows.series) == 1 else series.axis.label


def _subtitle(rows: Rows) -> str:
    """Measure, unit, basis and periods; what differs from series to series stands there."""
    first, last = (format_period(rows.periods[at].meant) for at in (0, -1))
    unit = rows.series[0].unit
    parts = [
        sentence(_common(_measure(series) for series in rows.series)),
        "in pounds" if unit == POUNDS else f"in {unit_words(unit)}",
        _common(map(_basis_in_full, rows.series)),
        f"from {first} to {last}",
    ]
    return ended(f"{rows.table.title}: {', '.join(filter(None, parts))}")


def _common(words: Iterable[str]) -> str:
    """What is true of all of them, or nothing."""
    different = set(words)
    return different.pop() if len(different) == 1 else ""


def _measure(series: Series) -> str:
    return (
        measured(series.context.measure, series.context.qualities) or "what is measured not stated"
    )


def _basis(series: Series) -> str:
    words = basis_words(series.context.basis)
    return f"basis {words}" if words == "not stated" else words


def _basis_in_full(series: Series) -> str:
    return BASES.get(series.context.basis or Basis.NOT_STATED) or _basis(series)


def _heading(series: Series, rows: Rows) -> str:
    """The label as printed, and what is true of this series and not of all."""
    own = [
        _measure(series) if not _common(_measure(one) for one in rows.series) else "",
        _basis(series) if not _common(map(_basis, rows.series)) else "",
    ]
    said = ", ".join(part for part in own if part and part != series.axis.label.lower())
    return f"{series.axis.label} ({said})" if said else series.axis.label


def _panel(series: Series, rows: Rows) -> Panel:
    return Panel(
        name=_heading(series, rows),
        tone=Tone.OUT if series.context.measure in COSTS else Tone.IN,
        bars=tuple(
            Bar(
                period=format_period(period.meant),
                label=label_of(amount.meant),
                number=number,
            )
            for period, amount, number in zip(
                rows.periods, series.amounts, series.numbers, strict=True
            )
        ),
    )


def label_of(amount: Amount) -> str:
    """The amount in full, or in words what stands in its place."""
    if amount.state is State.ABSENT:
        return cell(amount).unseen
    if amount.state is State.UNREADABLE:
        return "cannot be read"
    return format_amount(amount)


def _description(rows: Rows) -> str:
    said = []
    for series in rows.series:
        panel = _panel(series, rows)
        figures = ", ".join(f"{bar.label} in {bar.period}" for bar in panel.bars)
        said.append(f"{panel.name}: {figures}.")
    return f"Bars, one for each period. {' '.join(said)}"


def _notes(rows: Rows) -> Iterable[str]:
    if any(reason is Reason.PART for _, reason in rows.left_out):
        yield PARTS
    for reason, words in REASONS.items():
        labels = [f"“{label}”" for label, why in rows.left_out if why is reason]
        if labels:
            yield f"Not drawn: {joined(labels)} ({words})."
    numbers = [n for series in rows.series for n in series.numbers if n is not None]
    if any(number < 0 for number in numbers):
        yield GAINS_BELOW if _gains_below(rows.series) else SIGNS
    read = [*_periods_read(rows), *_amounts_read(rows)]
    if read:
        yield f"Drawn as read, not as printed: {'; '.join(read)}."


def _gains_below(series: Sequence[Series]) -> bool:
    """Whether everything that brings money is printed below zero."""
    gains = [
        number for one in series if one.context.measure in GAINS for number in one.numbers if number
    ]
    return bool(gains) and all(number < 0 for number in gains)


def _periods_read(rows: Rows) -> list[str]:
    return [
        f"{format_period(period.meant)} (printed “{period.printed}”)"
        for period in rows.periods
        if period.reading
    ]


def _amounts_read(rows: Rows) -> list[str]:
    return [
        as_printed(amount) for series in rows.series for amount in series.amounts if amount.reading
    ]
