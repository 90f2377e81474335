"""A case as open data: everything its page shows, for programs.

`case.json` holds the whole case, `api/v1/cases.json` a line of each. Both are made here,
from the case and the phrases of its page, so that page, file and list never differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.identity import normal_reference
from generator.core.once import once
from generator.pages.addresses import case_address
from generator.pages.hanging_together import relation_views
from generator.pages.money_data import (
    benefit_data,
    claim_data,
    headline_data,
    prose_figure_data,
    table_data,
)
from generator.pages.plain_data import plain, record_data
from generator.pages.shelf import Shelf, source_keys, title_of

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.impacts import Answer
    from generator.pages.figure_data import Data

SCHEMA = "1"
# What the list of all cases leaves to the case's own file: the print, with its place.
ONLY_IN_FULL = ("printed", "source", "line", "note", "splits")
# Fields of a case that its data has under the same names, each a record or a list of records.
RECORDS = (
    *("change", "decisions", "consultation", "exempt", "options", "criteria"),
    *("risk_log", "risks", "dependencies", "links", "milestones", "stakeholders", "sections"),
)


@once
def case_summary(case: Case) -> Data:
    """The case as ``api/v1/cases.json`` lists it; ``url`` is relative to the site's root."""
    headline = {key: v for key, v in headline_data(case).items() if key not in ONLY_IN_FULL}
    return {
        "id": str(case.id),
        "council": case.id.council,
        "plan_year": case.id.plan_year,
        "kind": case.kind.value,
        "title": title_of(case),
        "summary": case.summary,
        "references": list(case.references),
        "url": case_address(case.id),
        "section": case.section,
        "committee": case.committee,
        "headline": headline,
        "people": plain(case.people, case.source),
        "themes": list(case.themes),
        "stage": case.stage,
        "version": case.version,
        "dated": case.dated.isoformat() if case.dated else None,
        "sources": list(source_keys(case)),
    }


def case_data(case: Case, shelf: Shelf) -> Data:
    """Everything of the case, as ``case.json`` has it."""
    source = case.source
    return {
        "schema": SCHEMA,
        **case_summary(case),
        "source": source,
        "documents": {key: _document(key, shelf) for key in source_keys(case)},
        "normal_references": [normal_reference(reference) for reference in case.references],
        "unreadable": list(case.unreadable),
        "area": list(case.area),
        "key_decision": case.key_decision,
        "call_in_deadline": plain(case.call_in_deadline, source),
        "headline": headline_data(case),
        "tables": [table_data(table, source) for table in case.tables],
        "figures": [prose_figure_data(figure, source) for figure in case.figures],
        "claims": [claim_data(claim, source) for claim in case.claims],
        "benefits": [benefit_data(benefit, source) for benefit in case.benefits],
        **{name: plain(getattr(case, name), source) for name in RECORDS},
        "impacts": _impacts(case),
        "relations": _relations(case, shelf),
    }


def _document(key: str, shelf: Shelf) -> Data | None:
    source = shelf.source(key)
    return record_data(source, key) if source else None


def _impacts(case: Case) -> Data | None:
    """The answers by question, each with its state; groups say whether they were assessed."""
    impacts, source = case.impacts, case.source
    if impacts is None:
        return None
    names = ("affected", "positive", "negative", "neutral", "protected")
    data: Data = {name: _answer(getattr(impacts, name), source) for name in names}
    if impacts.protected is not None:
        data["protected"]["groups"] = [
            {
                "group": group.group,
                "protected": group.protected,
                "assessed": group.assessed,
                "answer": group.answer,
            }
            for group in impacts.protected.groups
        ]
    return data


def _answer(answer: Answer | None, source: str) -> Data | None:
    if answer is None:
        return None
    return {
        "state": answer.state.value,
        "answer": answer.answer,
        "elsewhere": answer.elsewhere,
        "line": plain(answer.line, source),
    }


def _relations(case: Case, shelf: Shelf) -> list[Data]:
    """The relations as typed, each with the sentence that the page makes of it."""
    sentences = relation_views(case, shelf.cases)
    return [
        record_data(relation, case.source) | {"text": view.text, "says": view.grounds}
        for relation, view in zip(case.relations, sentences, strict=True)
    ]
