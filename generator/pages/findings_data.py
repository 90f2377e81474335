"""What the audit found, as open data: for programs, for spreadsheets, and beside each case.

The same findings as on the pages, with every number in full and in the unit of the published
figure, so that anybody can work a sum out again from the file alone.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from generator.core.naming import describe
from generator.core.once import once
from generator.pages.addresses import case_address
from generator.pages.case_data import SCHEMA
from generator.pages.figure_data import Data, digits, figure_data, line_data, unit_name
from generator.pages.finding_view import finding_ids
from generator.pages.json_lines import lines_of, long_list, one_line
from generator.pages.spreadsheet import guarded
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.audit.audit import Audit
    from generator.audit.findings import Finding, Tested, Where
    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.pages.shelf import Shelf

FINDINGS_FILE = "api/v1/findings.json"
FINDINGS_SHEET = "api/v1/findings.csv"
COLUMNS = (
    *("cases", "code", "level", "title", "unit", "published", "recomputed", "recomputed_high"),
    *("difference", "printed", "source", "line", "explanation", "assumption", "working"),
    *("question", "url"),
)
NUMBERS = {"published", "recomputed", "recomputed_high", "difference"}


def findings_file(shelf: Shelf) -> Asset:
    """Every finding of the register, case by case."""
    head = {"as_at": one_line(shelf.as_at.isoformat()), "schema": one_line(SCHEMA)}
    cases = (shelf.kept(finding_lines, path) for path in shelf.paths())
    return Asset(address=FINDINGS_FILE, body=long_list(head, "findings", filter(None, cases)))


def finding_lines(case: Case, shelf: Shelf) -> bytes:
    """The lines of all findings of one case in it, as they stand in the list."""
    return lines_of(map(one_line, found(case, shelf)))


def findings_sheet(shelf: Shelf) -> Asset:
    """Every finding, a line each, under ``COLUMNS``, as RFC 4180 has it."""
    rows = (shelf.kept(finding_rows, path) for path in shelf.paths())
    return Asset(address=FINDINGS_SHEET, body=b"".join((_as_csv([COLUMNS]), *rows)))


def finding_rows(case: Case, shelf: Shelf) -> bytes:
    """The row of each finding of one case in it."""
    return _as_csv(map(_row, found(case, shelf)))


def _as_csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8")


def found(case: Case, shelf: Shelf) -> list[Data]:
    """The findings of one case."""
    return _found(case, shelf.audit(str(case.id)), shelf.cases)


@once
def _found(case: Case, audit: Audit, cases: Mapping[str, Case]) -> list[Data]:
    addressed = _addressed(case, audit)
    return [{**_finding(finding, cases), "url": url} for finding, url in addressed]


def found_in_short(case: Case, shelf: Shelf) -> list[Data]:
    """The findings of one case as the list of all cases has them."""
    return [
        {"code": one.code, "level": one.level.value, "title": one.title, "url": url}
        for one, url in _addressed(case, shelf.audit(str(case.id)))
    ]


def _addressed(case: Case, audit: Audit) -> Iterable[tuple[Finding, str]]:
    """Each finding of a case with its address."""
    findings, address = audit.findings, case_address(case.id)
    urls = (f"{address}#{id_}" for id_ in finding_ids(findings))
    return zip(findings, urls, strict=True)


def sums_data(case: Case, shelf: Shelf) -> Data:
    """Every sum of one case that was worked out, and the figures that no check could use."""
    audit: Audit = shelf.audit(str(case.id))
    return {
        "sums": [_sum(tested, shelf) for tested in audit.tested if tested.verdict],
        "unchecked": list(audit.untested),
    }


def _row(data: Data) -> tuple[str, ...]:
    """A finding; printed, source and line are those of the published figure."""
    first: Data = data["where"][0] if data["where"] else {}
    values = {**{key: first.get(key) for key in ("printed", "source", "line")}, **data}
    values["cases"] = "; ".join(data["cases"])
    texts = {name: "" if values[name] is None else str(values[name]) for name in COLUMNS}
    cells = (text if name in NUMBERS else guarded(text) for name, text in texts.items())
    return tuple(cells)


def _finding(finding: Finding, cases: Mapping[str, Case]) -> Data:
    published, ours = finding.published, finding.recomputed
    return {
        "cases": list(finding.cases),
        "code": finding.code,
        "level": finding.level.value,
        "title": finding.title,
        "unit": unit_name(published.meant.unit) if published else None,
        "published": _number(published),
        "recomputed": _number(ours),
        "recomputed_high": _number(ours, high=True),
        "difference": _number(finding.difference),
        "where": [_where(where, cases) for where in finding.where],
        "explanation": finding.explanation,
        "assumption": finding.assumption or None,
        "working": finding.working.text if finding.working else None,
        "question": finding.question,
    }


def _where(where: Where, cases: Mapping[str, Case]) -> Data:
    """A figure with a part in a finding; one that is no amount has none and no print."""
    figure = where.figure
    own = cases[figure.case].source if figure.case in cases else ""
    names = {
        "case": figure.case,
        "name": figure.name,
        "label": figure.text,
        "table": figure.within or None,
    }
    if where.amount is None:
        nothing = {"printed": None, "amount": None, "source": figure.context.source or own}
        return names | nothing | {"line": line_data(figure.context.lines)}
    return names | figure_data(where.amount, figure.context, own)


def _sum(tested: Tested, shelf: Shelf) -> Data:
    """A sum; the first of its figures is the printed one, the others are its parts."""
    figures = [{"case": path, "name": name} for path, name in tested.figures]
    labels = [describe(shelf.cases[path], name).text for path, name in tested.figures[:1]]
    return {
        "code": tested.code,
        "verdict": tested.verdict.value if tested.verdict else None,
        "label": next(iter(labels), None),
        "working": tested.working.text if tested.working else None,
        "figures": figures,
    }


def _number(amount: Amount | None, *, high: bool = False) -> str | None:
    """All digits, of a damaged print those it is read as."""
    if amount is None:
        return None
    meant = amount.meant
    return digits(meant.high if high else meant.number, meant.unit)
