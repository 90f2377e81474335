"""What can be wrong in a list of deflators though each of its values can be read.

A slip in one index number would shift every figure that is shown in the prices of another year, so
a release is held to what it must be: financial years, each once, each with an exact number above
nought, the base year among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.amounts import NUMBER, Qualifier
from generator.core.cell_text import quoted
from generator.core.period_format import format_period
from generator.core.periods import Form
from generator.core.problems import Fault, Problem
from generator.reading.yamltext import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.core.deflators import Deflator, DeflatorYear
    from generator.core.periods import Period
    from generator.reading.files import TextFile
    from generator.reading.yamltext import Path

CODES = {
    "deflator-year": "A year of a deflator that is no financial year, or that it has twice.",
    "deflator-index": "An index of a deflator that is no exact number above nought.",
    "deflator-base": "A deflator whose base year is not among its years.",
}


def deflator_problems(records: Mapping[str, Deflator], file: TextFile) -> Iterator[Problem]:
    """What is wrong in these deflators, which stand in `file`, with the places."""
    places = read_yaml(file.readable, file.path).places if records else None
    for key, deflator in records.items():
        for path, fault in _faults(deflator):
            if places:
                yield Problem(place=places.of((key, *path)), fault=fault)


def _faults(deflator: Deflator) -> Iterator[tuple[Path, Fault]]:
    seen: list[Period | None] = []
    for number, each in enumerate(deflator.years):
        if each.year is None or each.year.form is not Form.FINANCIAL_YEAR or each.year in seen:
            yield ("years", number, "year"), _year(each)
        seen.append(each.year)
        index = each.index
        plain = index.qualifier is Qualifier.EXACT and index.high is None and index.unit == NUMBER
        if not plain or not index.number or index.number < 0:
            yield ("years", number, "index"), _index(each)
    if deflator.of(deflator.base_year) is None:
        yield ("base_year",), _base(deflator)


def _year(each: DeflatorYear) -> Fault:
    return Fault(
        code="deflator-year",
        read=quoted(each.year.printed if each.year else "not stated"),
        expected="each financial year once, such as 2018/19",
        remedy="write the financial year as the release has it, and each of them once",
    )


def _index(each: DeflatorYear) -> Fault:
    return Fault(
        code="deflator-index",
        read=quoted(each.index.printed),
        expected="an exact number above nought, such as 101.9",
        remedy="copy the index number from the release",
    )


def _base(deflator: Deflator) -> Fault:
    base = format_period(deflator.base_year) if deflator.base_year else "not stated"
    return Fault(
        code="deflator-base",
        read=f"{quoted(base)} as the base year, which is not among the years",
        expected="a base year that has an index here",
        remedy="add the index of the base year, which usually is 100",
    )
