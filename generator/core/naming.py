"""What a figure's name stands for, in the document's words: labels as printed, not ids.

An officer writes `summary.net-benefits.2014-15`; a reader wants “Net benefits, 2014/15” in
“Summary of the financial case”, on line 1770. Pages, findings and questions all name figures,
and all name them here. A name that stands for nothing is given as typed: the problem that it
causes is reported elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.core.figures import NOTHING_SAID, Context
from generator.core.identity import slug_of
from generator.core.once import once
from generator.core.operands import HEADLINE, split_name
from generator.core.periods import parse_period
from generator.core.problems import Fault
from generator.core.words import SplitBy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.core.case import Case
    from generator.core.figures import Axis, Benefit, Claim, Figure, Headline, Split, Table

NO_CASES: Mapping[str, Case] = MappingProxyType({})
BASELINE = "baseline"


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """A figure, row, column or table that a name stands for.

    Attributes:
        case: the path of the case that it stands in.
        name: its name there.
        text: what it is called, in the document's words: ``“Net benefits, 2014/15”``.
        within: the title of the table that it stands in; empty where it stands in none.
        context: what it measures, for when and on which basis, and on which lines it stands.
    """

    case: str
    name: str
    text: str
    within: str = ""
    context: Context = NOTHING_SAID


def describe(case: Case, name: str, others: Mapping[str, Case] = NO_CASES) -> Described:
    """What `name` stands for in `case`; ``council/year/slug#name`` means one of `others`."""
    path, mark, inner = name.rpartition("#")
    if mark:
        return describe(others[path], inner) if path in others else _unknown(case, name)
    table = next((table for table in case.tables if table.id == name.partition(".")[0]), None)
    if table is not None:
        return _in_table(case, table, name)
    return next(_singles_named(case, name), None) or _unknown(case, name)


@once
def singles(case: Case) -> tuple[Described, ...]:
    """Every value of a case that has a name outside its tables, in printed order."""
    path = str(case.id)
    return (
        *(_headline(path, case.headline) if case.headline else ()),
        *(_figure(path, figure) for figure in case.figures),
        *(_claim(path, claim) for claim in case.claims),
        *(each for benefit in case.benefits for each in _benefit(path, benefit)),
    )


def _singles_named(case: Case, name: str) -> Iterator[Described]:
    """Those of a name: what cannot have it is not even described, for pages ask this often."""
    path, first = str(case.id), name.partition(".")[0]
    if case.headline and first == HEADLINE:
        yield from (each for each in _headline(path, case.headline) if each.name == name)
    yield from (_figure(path, figure) for figure in case.figures if figure.id == name)
    yield from (_claim(path, claim) for claim in case.claims if claim.id == name)
    for benefit in case.benefits:
        if name.startswith(f"{benefit.id}."):
            yield from (each for each in _benefit(path, benefit) if each.name == name)


def context_of_headline(headline: Headline) -> Context:
    """What is known of a headline beside its amount."""
    return Context(
        measure=headline.measure,
        unit=headline.unit,
        period=headline.period,
        basis=headline.basis,
        qualities=headline.qualities,
        lines=headline.line,
    )


def context_of_split(headline: Headline, split: Split) -> Context:
    """A part counts as the whole does; one by year is for the year that it is named after."""
    whole = context_of_headline(headline)
    if split.by is SplitBy.YEAR:
        year = parse_period(split.name)
        whole = replace(whole, period=None if isinstance(year, Fault) else year)
    return Context(lines=split.line).over(whole)


def _figure(path: str, figure: Figure) -> Described:
    return Described(case=path, name=figure.id, text=f"“{figure.what}”", context=figure.context)


def _claim(path: str, claim: Claim) -> Described:
    what = f", {claim.what}" if claim.what else ""
    text = f"“{claim.claim.value}{what}”"
    return Described(case=path, name=claim.id, text=text, context=claim.context)


def _headline(path: str, headline: Headline) -> Iterator[Described]:
    whole = context_of_headline(headline)
    yield Described(case=path, name=HEADLINE, text="the headline", context=whole)
    for split in headline.splits:
        yield Described(
            case=path,
            name=split_name(split.name),
            text=f"the part “{split.name}” of the headline",
            context=Context(lines=split.line).over(replace(whole, period=None)),
        )


def _benefit(path: str, benefit: Benefit) -> Iterator[Described]:
    labels = [(target.label, target.period) for target in benefit.targets]
    if benefit.baseline:
        labels.append((BASELINE, None))
    for label, period in labels:
        yield Described(
            case=path,
            name=f"{benefit.id}.{slug_of(label)}",
            text=f"“{label}” of the benefit “{benefit.benefit}”",
            context=Context(period=period).over(benefit.context),
        )


def _in_table(case: Case, table: Table, name: str) -> Described:
    """A whole table, a row or a column of it, or one cell."""
    parts = name.split(".")[1:]
    path = str(case.id)
    if not parts:
        text = f"“{table.title}”"
        return Described(case=path, name=name, text=text, context=table.context)
    axes = _axes(table, parts)
    labels = [axis.label if axis else part for axis, part in zip(axes, parts, strict=True)]
    context = table.context
    for axis in reversed(axes):
        context = axis.context.over(context) if axis else context
    return Described(
        case=path,
        name=name,
        text=f"“{', '.join(labels)}”",
        within=table.title,
        context=context,
    )


def _axes(table: Table, parts: Sequence[str]) -> list[Axis | None]:
    """The row or column that each part of a name means: of one part either, of two one of each."""
    if len(parts) == 1:
        return [_called(parts[0], (*table.rows, *table.columns))]
    row, column, *more = parts
    return [_called(row, table.rows), _called(column, table.columns), *(None for _ in more)]


def _called(part: str, axes: Sequence[Axis]) -> Axis | None:
    return next((axis for axis in axes if axis.id == part), None)


def _unknown(case: Case, name: str) -> Described:
    return Described(case=str(case.id), name=name, text=f"“{name}”")
